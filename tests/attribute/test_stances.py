"""Adjectives that say what somebody thinks."""

from __future__ import annotations

import pytest

from digest.attribute.frames import frames
from tests.attribute.reading import sentence


def found(text: str) -> list[tuple[str, str]]:
    return [(f.verb, f.content.of(text)) for f in frames(sentence(text))]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Jan Novak is confident that the pact will hold.", ("be confident", "that the pact will hold")),
        ("Jan Novak is still not sure who won.", ("be sure", "who won")),
        ("Jan Novak remains strongly opposed to the pact.", ("be opposed to", "the pact")),
        ("Jan Novak was ready to sign the pact.", ("be ready", "to sign the pact")),
        ("Jan Novak felt uneasy about the pact.", ("be uneasy about", "the pact")),
        ("He’s open to a deal.", ("be open to", "a deal")),
        ("The union has been critical of the pact.", ("be critical of", "the pact")),
        ("Jan Novak is a critic of the pact.", ("be a critic of", "the pact")),
    ],
)  # fmt: skip
def test_stances(text: str, frame: tuple[str, str]) -> None:
    assert found(text) == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the bridge fell.",
        "It had been unclear how the bridge fell.",
        "Jan Novak will be happy about the pact.",
        "Jan Novak is happy.",
        "The mayor’s clear words that day pleased Jan Novak.",
        "The open door is to the left.",
    ],
)
def test_no_stances(text: str) -> None:
    assert found(text) == []
