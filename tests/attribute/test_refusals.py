"""`refusals`: every cue that gave no statement, with the guard that dropped it."""

from __future__ import annotations

import pytest

from digest.attribute import refusals
from tests.attribute.reading import read


def refused(text: str) -> dict[str, str]:
    reading = read(text)
    (paragraph,) = reading.paragraphs
    found = refusals(paragraph, reading.paragraphs, [], reading.statements)
    return {each.span.of(text): each.reason for each in found}


@pytest.mark.parametrize(
    ("text", "cue", "reason"),
    [
        ("“They asked nobody,” Marta Ilves said.", "asked", "quoted"),
        ("The claim of the harbour was old.", "claim", "no verb"),
        ("Marta Ilves may say that the ferry will stop.", "say", "not asserted"),
        ("In the harbour was said that the ferry stops.", "said", "passive"),
        ("Marta Ilves found the ferry at the quay.", "found", "not firm"),
        ("It said that the ferry would stop.", "said", "nobody known"),
    ],
)
def test_a_cue_that_gives_no_statement_says_why(text: str, cue: str, reason: str) -> None:
    assert refused(text).get(cue) == reason


def test_a_cue_that_gave_one_is_not_listed() -> None:
    assert refused("Marta Ilves said that the ferry would stop.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "It was dismissed by Marta Ilves.",
        "Marta Ilves was quoted by Baltwire as saying that it was late.",
    ],
)
def test_a_verb_within_what_another_rule_found_is_not_listed(text: str) -> None:
    assert refused(text) == {}
