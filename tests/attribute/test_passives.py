"""Passives and their agents."""

from __future__ import annotations

import pytest

from digest.attribute import passives
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("The plan was condemned by Jan Roe.", "Jan Roe", "The plan"),
        ("The plan was praised in Zabor by Jan Roe.", "Jan Roe", "The plan"),
        ("Ann Doe was accused by Jan Roe of taking bribes for years.", "Jan Roe", "of taking bribes for years"),
        ("A plan criticised by the ministry was dropped.", "the ministry", "A plan"),
        ("The plan drew crowds in Zabor and was condemned by Jan Roe.", "Jan Roe", "The plan"),
        ("This caused a stir but was denied by Jan Roe.", "Jan Roe", "This"),
        ("It was announced by the ministry that it rained.", "the ministry", "that it rained"),
    ],
)  # fmt: skip
def test_found(text: str, words: str, content: str) -> None:
    s = sentence(text)
    (found,) = passives.find(s)
    assert found.subject.words == words
    assert s.span(found.content[0], found.content[1] + 1).of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "The plan was condemned.",
        "The plan was condemned by night.",
        "The plan could be condemned by Jan Roe.",
        "The plan was built by Jan Roe.",
        "Crowds gathered in Zabor and were led by Jan Roe.",
        "“The plan was condemned by Jan Roe.”",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert list(passives.find(sentence(text))) == []
