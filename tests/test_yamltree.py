"""`yamltree`: values as they were written, with their lines, and nothing that surprises."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import yamltree
from digest.yamltree import Fields, Mapping, Scalar, Sequence, parse, quoted

if TYPE_CHECKING:
    from digest.errors import Problem

CASES = tomllib.loads((Path(__file__).parent / "cases" / "yaml.toml").read_text("utf-8"))


def read(text: str, *, first_line: int = 1) -> tuple[yamltree.Node | None, list[str]]:
    problems: list[Problem] = []
    tree = parse(text, "f.yml", problems, first_line=first_line)
    return tree, [str(problem) for problem in problems]


def fields(text: str, *known: str) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    tree = parse(text, "f.yml", problems)
    assert isinstance(tree, Mapping)
    return Fields(tree, known, "f.yml", problems), problems


def test_values_stay_as_written_and_know_their_lines() -> None:
    tree, problems = read("# one\nday: 2023-11-14\nno: no\nlist: [~, 0x1, 'a']\nempty:\n")
    assert problems == []
    assert tree == Mapping(
        (
            (Scalar("day", 2), Scalar("2023-11-14", 2)),
            (Scalar("no", 3), Scalar("no", 3)),
            (Scalar("list", 4), Sequence((Scalar("~", 4), Scalar("0x1", 4), Scalar("a", 4)), 4)),
            (Scalar("empty", 5), Scalar("", 5)),
        ),
        2,
    )


def test_lines_are_counted_as_editors_count_them() -> None:
    tree, _ = read("a: 'x\u2028y\x85z'\nb: 1", first_line=11)
    assert isinstance(tree, Mapping)
    assert [key.line for key, _ in tree.entries] == [11, 12]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a comment\n"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert read(text) == (None, [])


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["name"])
def test_what_is_refused(case: dict[str, str]) -> None:
    tree, problems = read(case["yaml"])
    assert tree is None
    assert len(problems) == 1
    assert problems[0].startswith(case["problem"])


@pytest.mark.parametrize("case", CASES["reported"], ids=lambda case: case["name"])
def test_what_is_reported_and_read_all_the_same(case: dict[str, str]) -> None:
    tree, problems = read(case["yaml"])
    assert tree is not None
    assert problems == [case["problem"]]


def test_a_document_too_long_is_not_even_looked_at() -> None:
    _, problems = read("a: " + "x" * yamltree.LONGEST)
    assert problems == ["f.yml:1: has 200,003 characters of YAML; expected at most 200,000"]


@settings(deadline=None)
@given(st.text())
def test_quoted_text_reads_back_exactly(text: str) -> None:
    assert "\n" not in quoted(text)
    assert read(quoted(text)) == (Scalar(text, 1), [])


@settings(deadline=None)
@given(st.text("ab:-[]{}&*!|>'\"%@`#,? \n\t\\/\x00\ufeff\u2028é0", max_size=40))
def test_no_text_is_worse_than_a_problem(text: str) -> None:
    tree, problems = read(text)
    assert all(problem.startswith("f.yml:") for problem in problems)
    assert tree is None or isinstance(tree, yamltree.Node)


def test_an_unknown_key_is_told_with_what_was_meant() -> None:
    _, problems = fields("titel: x\nzzz: y\n", "title", "about")
    assert [str(problem) for problem in problems] == [
        "f.yml:1: unknown key 'titel'; did you mean 'title'?",
        "f.yml:2: unknown key 'zzz'; expected one of: title, about",
    ]


def test_values_of_another_shape_are_told() -> None:
    found, problems = fields(
        "text: [a]\ntexts: a\nmappings: [a, {b: c}]\nflag: perhaps\nitems: [[a], '']\n",
        *("text", "texts", "mappings", "flag", "items"),
    )
    assert found.text("text") is None
    assert found.texts("texts") == ()
    assert len(found.mappings("mappings")) == 1
    assert found.flag("flag") is False
    assert found.texts("items") == ()
    assert [str(problem) for problem in problems] == [
        "f.yml:1: text is a list; expected a text",
        "f.yml:2: texts is a text; expected a list of texts, such as [one, two]",
        "f.yml:3: mappings has a text in it; expected keys and values, such as '- id: …'",
        "f.yml:4: flag is 'perhaps'; expected yes or no",
        "f.yml:5: items has a list in it; expected a text",
        "f.yml:5: items has nothing in it; expected a text",
    ]


def test_a_key_with_nothing_behind_it_is_left_out() -> None:
    found, problems = fields("a:\nb: ' '\nc:\n", "a", "b", "c", "d")
    assert (found.text("a"), found.text("b"), found.texts("c"), found.flag("d")) == (
        None,
        None,
        (),
        False,
    )
    assert (found.is_blank("a"), found.is_blank("d")) == (True, False)
    assert (found.line_of("b"), found.line_of("d")) == (2, 1)
    assert problems == []


@pytest.mark.parametrize(
    ("word", "value"), [("yes", True), ("True", True), ("no", False), ("FALSE", False)]
)
def test_yes_and_no_in_every_way(word: str, value: bool) -> None:
    found, problems = fields(f"a: {word}", "a")
    assert found.flag("a") is value
    assert problems == []
