"""Pronouns that stand before the name they mean."""

from __future__ import annotations

import pytest

from tests.attribute.reading import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("As he denied it, Jan Lind said that it rained.", "Jan Lind"),
        ("While he admitted that it rained, Mr. Lund said no.", "Lund"),
        ("As he denied it, Vera Roe said that it rained.", "Ulf Berg"),
        ("As he denied it, the minister said that it rained.", "Ulf Berg"),
        ("When he admitted it, Jan Lind said that it rained.", "Ulf Berg"),
    ],
)
def test_whom_a_pronoun_ahead_means(text: str, who: str) -> None:
    reading = read(f"Vera Roe said no. Ulf Berg said no.\n\n{text}")
    ahead = next(s for s in reading.statements if s.mention == "he")
    assert reading.speaker(ahead).name == who
