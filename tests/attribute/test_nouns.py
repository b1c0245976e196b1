"""Nouns that report, and whose they are."""

from __future__ import annotations

import pytest

from digest.attribute import nouns
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("Jan Roe's claim that it rained was false.", "Jan Roe's", "that it rained"),
        ("The mayor of Zabor's stern warning that it may rain came late.", "The mayor of Zabor's", "that it may rain"),
        ("Jan Roe's call to leave went unheard.", "Jan Roe's", "to leave"),
        ("Jan Roe's denial of the report was brief.", "Jan Roe's", "the report"),
        ("A demand, by Jan Roe, that all should leave was met.", "Jan Roe", "that all should leave"),
        ("Jan Roe's answer is that it rained.", "Jan Roe's", "that it rained"),
    ],
)  # fmt: skip
def test_found(text: str, words: str, content: str) -> None:
    s = sentence(text)
    (found,) = nouns.find(s)
    assert found.subject.words == words
    assert s.span(found.content[0], found.content[1] + 1).of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "The claim that it rained was false.",
        "Jan Roe's claim that was printed is lost.",
        "Ann Doe denied Jan Roe's claim that it rained.",
        "Jan Roe's claim to the house was weak.",
        "He came with his calls for help.",
        "“Jan Roe's claim that it rained” was the title.",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert list(nouns.find(sentence(text))) == []
