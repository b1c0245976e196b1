"""Where the words behind a cue begin."""

from __future__ import annotations

import pytest

from digest.attribute.frames import frames
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jan Roe told his audience it rained.", "it rained"),
        ("Jan Roe told a Zabor crowd that it rained.", "that it rained"),
        ("Jan Roe told one of the bakers that it rained.", "that it rained"),
        ("Jan Roe told a tale that moved bakers.", "a tale that moved bakers"),
        ("Jan Roe asked the mayor whether it rained.", "whether it rained"),
        ("Jan Roe asked the mayor about rain.", "rain"),
        ("Jan Roe worried about rain.", "rain"),
        ("Jan Roe refused to say that it rained.", "that it rained"),
        ("Jan Roe said in Zabor that it rained.", "that it rained"),
        ("Jan Roe promised at a fair in Zabor to help.", "to help"),
        ("Jan Roe promised to help.", "to help"),
        (
            "Jan Roe said in Zabor on Monday, in answer to the town, a port of bakers by the hill of rain, “It rains.”",
            "“It rains.”",
        ),
        ("Jan Roe stated with a smile, “It rains.”", "“It rains.”"),
        ("Jan Roe said in a letter to the mayor that it rained.", "that it rained"),
        ("Jan Roe said in a note to Ada Lind on Monday that it rained.", "that it rained"),
        ("Jan Roe said to the judge that it rained.", "that it rained"),
        ("Jan Roe objected to claims that it rained.", "claims that it rained"),
        ("Jan Roe said at least two roofs were wet.", "at least two roofs were wet"),
    ],
)
def test_begin(text: str, said: str) -> None:
    assert frames(sentence(text))[0].content.of(text) == said
