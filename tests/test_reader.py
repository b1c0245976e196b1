"""`reader`: Markdown as Python-Markdown reads it, every word once, each block with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest import reader
from digest.reader import Block, read
from digest.text import squeeze
from tests.clock import takes_less_than

CASES = tomllib.loads((Path(__file__).parent / "cases" / "reader.toml").read_text("utf-8"))["case"]

# Pieces of Markdown, so that arbitrary bodies mean something now and then.
PIECES = st.sampled_from(
    [
        *"ab12.*_`[]()!<>#=-+\\\n\n\n:\"'&; \t~|é—”\u00a0٣中²\u2028\x02\x03",
        *(
            "    ",
            "\n\n",
            "http://x",
            "[a]: http://b",
            "\n1. ",
            "\n* ",
            "\n> ",
            "\n# ",
            "![",
            "](x)",
        ),
        *("<b>", "&amp;", "  \n", "klzzwxh:0000", "\n---\n", "\n===\n", "`` "),
    ]
)
BODIES = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    found = [f"{block.kind} {block.line}: {block.text}" for block in read(case["body"])]
    assert found == case["blocks"]


@settings(deadline=None)
@given(BODIES)
@example("1. &\n<\n")
@example("# #\n\n[]()\n\n****\n\n![]()")
def test_no_body_is_too_odd(body: str) -> None:
    lines = body.split("\n")
    blocks = read(body)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
    ends = [*(block.line for block in blocks[1:]), len(lines)]
    for block, end in zip(blocks, ends, strict=False):
        assert block.text
        assert block.text == squeeze(block.text)
        source = "".join(lines[block.line : max(end, block.line + 1)])
        assert all(char in source for char in block.text if char.isalnum())


@settings(deadline=None)
@given(BODIES)
def test_every_line_with_words_is_in_a_block(body: str) -> None:
    blocks = read(body)
    for number, line in enumerate(body.split("\n")):
        if any(map(str.isalnum, line)) and not re.match(r"[\s>*+-]*\[", line):
            assert any(block.line <= number for block in blocks), line


# What stands around and between words in Markdown and has neither letter nor digit.
AROUND = st.sampled_from(
    ["", "# ", "* ", "> ", "> * ", "1. ", "    ", "*", "**", "`", "[", "- # ", "(", "~~"]
)
BEHIND = st.sampled_from(
    ["", " #", "*", "**", "`", "](/x)", "  ", ".", "\n===", "\n---", "\n\n***\n"]
)
LINES = st.lists(st.tuples(AROUND, BEHIND, st.integers(0, 3), st.integers(1, 3)), max_size=12)


@settings(deadline=None)
@given(LINES)
def test_every_word_is_read_once_and_traced_to_its_line(
    plan: list[tuple[str, str, int, int]],
) -> None:
    parts = []
    for number, (around, behind, blank_lines, words) in enumerate(plan):
        text = " ".join(f"w{number}x{place}" for place in range(words))
        parts.append(f"{around}{text}{behind}" + "\n" * (blank_lines + 1))
    body = "".join(parts)
    lines = body.split("\n")
    blocks = read(body)
    assert re.findall(r"w\d+x\d+", " ".join(block.text for block in blocks)) == re.findall(
        r"w\d+x\d+", body
    )
    for block in blocks:
        word = re.search(r"w\d+x\d+", block.text)
        first = next((line for line in lines[block.line :] if "w" in line), "")
        assert word is None or word[0] in first


PILES = [
    *(
        "[",
        "![",
        "[](",
        "[a](",
        "*",
        "**a *b ",
        "`",
        "> ",
        "* ",
        "1. ",
        "#\n",
        "a\n=\n",
        "---\n",
        "- a\n",
    ),
    *("> a\n>\n", "    a\n\n", "a\n\n", "*a*\n\n", "\\*", "<a://", "[a]:b\n", '[](<"', "x"),
]


@pytest.mark.parametrize("piece", PILES)
def test_hostile_bodies_are_read_in_time(piece: str) -> None:
    body = piece * (200_000 // len(piece))
    assert takes_less_than(5, lambda: read(body))


@pytest.mark.parametrize("piece", ["> ", "* ", "1. ", "    * "])
def test_deep_nesting_is_plain_text(piece: str) -> None:
    body = "Before.\n\n" + piece * 1000 + "*deep*\n\nAfter."
    assert read(body) == (
        Block("paragraph", 0, "Before."),
        Block("paragraph", 2, squeeze(piece * 1000 + "*deep*")),
        Block("paragraph", 4, "After."),
    )


def test_nesting_step_by_step_is_plain_text_too() -> None:
    body = "\n".join("    " * depth + f"* w{depth}" for depth in range(300))
    assert " ".join(block.text for block in read(body)) == squeeze(body)


def test_running_out_of_stack_is_plain_text_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhaust(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(reader, "_read_inline", exhaust)
    assert read("*a*\n\nb") == (Block("paragraph", 0, "*a*"), Block("paragraph", 2, "b"))
