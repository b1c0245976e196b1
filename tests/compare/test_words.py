"""What of a text counts as quoted, and which words tell something."""

from __future__ import annotations

import pytest

from digest.compare.words import SAYING, Speech, quotations
from tests.compare.test_claims import paragraph


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We will sail," Tarrow said. "At dawn."', ["We will sail,", "At dawn."]),
        ("“We will sail,” Tarrow said.", ["We will sail,"]),
        ('Tarrow called it "a quiet sea" and left.', ["a quiet sea"]),
        ('"If they [the owners] sail, we wait."', ["If they ", " sail, we wait."]),
        ('"We will sail, and nobody waits', ["We will sail, and nobody waits"]),
        ('and nobody waits," Tarrow said.', []),
    ],
)
def test_only_what_stands_between_marks_is_quoted(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == found


@pytest.mark.parametrize(
    ("text", "will"),
    [
        ("The pier is to remain shut.", True),
        ("The pier will remain shut.", True),
        ("The pier remains shut to ships.", False),
        ("The pier is next to the bank.", False),
    ],
)
def test_is_to_tells_what_will_be(text: str, will: bool) -> None:
    told = paragraph(text)
    found = [word for _, word in Speech([], [told]).words(told, [])]
    assert ("will" in found) is will


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Two fifths of the power goes there.", ["=40", "percent"]),
        ("Two ferries sail.", ["=2"]),
        ("Turkey raised rates.", ["^turkey"]),
        ("Bailiffs raised rates.", ["bailif"]),
    ],
)
def test_the_first_words(text: str, telling: list[str]) -> None:
    told = paragraph(text)
    found = [word for _, word in Speech([], [told]).words(told, [])]
    assert found[: len(telling)] == telling


@pytest.mark.parametrize(
    ("text", "sayings"),
    [
        ("“You are who you are,” Tarrow said.", ['"you-are-who-you-are']),
        ("“Who is it? It is what it is now.”", ['"it-is-what-it-is-now']),
        ("“You are who sails,” Tarrow said.", []),
        ("“It is he,” Tarrow said.", []),
        ("You are who you are, Tarrow said.", []),
        ("“It is not what it was,” Tarrow said.", []),
    ],
)
def test_a_saying_in_small_words_is_one_word(text: str, sayings: list[str]) -> None:
    told = paragraph(text)
    found = [word for _, word in Speech([], [told]).words(told, [])]
    assert [word for word in found if word.startswith(SAYING)] == sayings
