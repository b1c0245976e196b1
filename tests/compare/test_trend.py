"""A rise in one text and a fall in another."""

from __future__ import annotations

import pytest

from digest.compare.trend import against
from digest.compare.words import plain_words


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Fares grew by 8 percent.", "Fares are 8 percent cheaper.", True),
        ("The bank raised rates to 8 percent.", "Rates were brought down to 8 percent.", True),
        ("The bank cut its growth forecast.", "The bank lifted its forecast for growth.", True),
        ("Fares grew by 8 percent.", "Fares did not fall.", False),
        ("Fares grew while wages fell.", "Wages fell while fares grew.", False),
        ("Fares grew by 8 percent.", "Fares are 8 percent higher.", False),
        ("More than 40 ferries sail.", "The number of ferries fell to 40.", False),
        ("Up to 40 ferries sail.", "The number of ferries fell to 40.", False),
    ],
)
def test_which_way_it_goes(a: str, b: str, *, found: bool) -> None:
    left, right = plain_words(a), plain_words(b)
    assert (against(left, right) is not None) is found
    assert (against(right, left) is not None) is found
