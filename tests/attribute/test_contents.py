"""What was said, in front of its cue or behind it."""

from __future__ import annotations

import pytest

from digest.attribute.contents import is_lead_in
from digest.attribute.frames import frames
from tests.attribute.reading import sentence


def content(text: str) -> str:
    return frames(sentence(text))[0].content.of(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("But it rained, Jan Roe said.", "But it rained"),
        ("But “it rained,” Jan Roe said.", "“it rained,”"),
        ("ZABOR, Ruritania — It rained, Jan Roe said.", "It rained"),
        ("Zabor was wet (“It rained,” Jan Roe said).", "“It rained,”"),
        ("For one: “It rained,” Jan Roe said.", "“It rained,”"),
        ("“It rained,” Jan Roe said, to be short.", "“It rained,” Jan Roe said, to be short"),
        ("“It rained,” Jan Roe said, looking up.", "“It rained,”"),
        ("The roof, Jan Roe said, is wet.", "The roof, Jan Roe said, is wet"),
        ("“It rained,” said Jan Roe, who thinks it “a bad day for all.”", "“It rained,”"),
        ("Jan Roe made the claim that it rained.", "that it rained"),
        ("Jan Roe voiced hope that it rained.", "hope that it rained"),
        ("“It will rain,” Jan Roe promised.", "“It will rain,”"),
        ("“It will rain,” Jan Roe promised reporters at the pier.", "“It will rain,”"),
        ("“It will rain,” vowed Jan Roe.", "“It will rain,”"),
        ("“It rained,” complained the mayor.", "“It rained,”"),
        ("It will rain, the mayor believes.", "It will rain"),
        ("It will rain, farmers expect.", "It will rain"),
        ("It rained, the Zabor Courier reported on Monday, citing Roe.", "It rained"),
        ("To save the roof, Jan Roe vowed to sell it.", "to sell it"),
        ("In the south, farmers expect it to rain.", "it to rain"),
    ],
)
def test_content(text: str, said: str) -> None:
    assert content(text) == said


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("On Monday", True),
        ("But on Monday", True),
        ("But it rained", False),
        ("“On Monday”", False),
        ("Speaking late", True),
    ],
)
def test_lead_in(text: str, leads: bool) -> None:
    read = sentence(text)
    assert is_lead_in(read, 0, len(read) - 1) is leads
