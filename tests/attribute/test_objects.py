"""Positions on what was just told, whose object stands in front of a comma."""

from __future__ import annotations

import pytest

from digest.attribute.objects import find
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roe said it was safe, a claim Zabor denied.", [("Zabor", "deny", "a claim")]),
        ("Roe left, a step his office dismissed as idle.", [("his office", "dismiss", "as idle")]),
        ("Roe called it cheap, a figure that Jan Ilves disputes.", [("Jan Ilves", "dispute", "a figure")]),
        ("Roe said no, a claim its head, Jan Ilves, denied.", [("its head, Jan Ilves", "deny", "a claim")]),
        ("Roe is accused of theft, which he denies.", [("he", "deny", "of theft")]),
        ("Roe sold the pier, a move the union called “late and sad”.", [("the union", "call", "“late and sad”")]),
        ("Roe met a man the union accused of theft.", []),
        ("Roe, a mayor, denied the claim.", []),
        ("Roe told a story, a tale Zabor loved.", []),
        ("Roe said a claim Zabor denied was true.", []),
    ],
)  # fmt: skip
def test_objects(text: str, found: list[tuple[str, str, str]]) -> None:
    s = sentence(text)
    assert [
        (each.subject.words, each.verb, s.span(each.content[0], each.content[1] + 1).of(text))
        for each in find(s)
    ] == found
