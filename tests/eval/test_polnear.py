from __future__ import annotations

from typing import Any

import pytest

from tests.eval.export import read_export
from tests.eval.made import article, paragraph
from tests.eval.polnear import figures, heads, overlap, squeeze

TEXT = "Ada Byrne, the mayor, said the bridge\nis safe.\n\n“It stands,” she said. Nothing moved."


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def label(source: str, *content: str) -> dict[str, Any]:
    return {
        "source": [span(source)] if source else [],
        "source_text": source,
        "content": [span(words) for words in content],
        "content_text": " … ".join(content),
    }


ROW = {
    "text": TEXT,
    "attributions": [
        label("Ada Byrne, the mayor,", "the bridge\nis safe"),
        label("she", "“It stands,”"),
    ],
}


def said(mention: str | None, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {
        "speaker": "Ada Byrne",
        "mention": mention,
        "side": None,
        "start": start,
        "end": start + len(words),
        "said_on": None,
    }


def measured(first: tuple[str | None, str], second: tuple[str | None, str]) -> dict[str, float]:
    """Score two statements, each a mention and its content, one a paragraph."""
    texts = [" ".join(block.split()) for block in TEXT.split("\n\n")]
    made = [
        paragraph(str(number), text, statements=[said(mention, text, words)])
        for number, (text, (mention, words)) in enumerate(zip(texts, (first, second), strict=True))
    ]
    export = {"articles": [article("one", made)], "families": [], "events": [], "sections": []}
    return {each.name: each.value for each in figures({"one": ROW}, read_export(export))}


def test_right_statements_are_perfect_across_line_breaks() -> None:
    found = measured(("Ada Byrne, the mayor,", "the bridge is safe"), ("she", "“It stands,”"))
    assert set(found.values()) == {1.0}


def test_half_of_the_content_is_enough_but_not_exact() -> None:
    found = measured(("Ada Byrne", "the bridge is"), ("she", "It stands"))
    assert found["f1"] == 1.0
    assert found["content-exact-f1"] == 0.0
    assert found["source-exact-f1"] == 0.5


def test_another_source_is_not_found() -> None:
    found = measured(("the bridge", "the bridge is safe"), ("she", "“It stands,”"))
    assert (found["precision"], found["recall"], found["quoted-recall"]) == (0.5, 0.5, 1.0)


def test_too_little_of_the_content_is_not_found() -> None:
    found = measured(("mayor", "the bridge is safe"), ("she", "It"))
    assert (found["recall"], found["quoted-recall"]) == (0.5, 0.0)


def test_a_label_without_a_source_wants_a_statement_without_one() -> None:
    row = {"text": TEXT, "attributions": [label("", "Nothing moved")]}

    def recall(mention: str | None) -> float:
        text = TEXT.split("\n\n")[1]
        made = [paragraph("0", text, statements=[said(mention, text, "Nothing moved")])]
        export = {"articles": [article("one", made)], "families": [], "events": [], "sections": []}
        found = {each.name: each.value for each in figures({"one": row}, read_export(export))}
        return found["recall"]

    assert recall(None) == 1.0
    assert recall("Ada Byrne") == 1.0  # her name stands in another paragraph
    assert recall("she") == 0.0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Byrne, the mayor of Elm,", {"birne", "maor"}),
        ("a spokesman for the ministry", {"spokesman"}),
        ("she’s", {"she"}),
        ("Byrne’s", {"birne"}),
        ("Sen. Ada Byrne (I-Vt.)", {"birne", "vt"}),
        ("", set()),
    ],
)
def test_heads(source: str, expected: set[str]) -> None:
    assert heads(source) == expected


def test_squeezing_keeps_count_of_letters() -> None:
    assert squeeze("a b\n c") == ("abc", [0, 1, 1, 2, 2, 2, 3])


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert overlap(frozenset(), frozenset()) == 0.0
