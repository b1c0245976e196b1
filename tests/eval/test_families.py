"""Families, found again by the place of each paragraph in what was given."""

from __future__ import annotations

from datetime import date

from tests.eval.families import Text, are_one, families, joined

DAY = date(2031, 5, 6)
QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
RAIN = "It rained for a week on all the islands of the Sound, and the ferries stood still."


def texts() -> list[Text]:
    return [
        Text("a", "One", "The quay", DAY, ["PHOTO: A crane. (Archive)", QUAY]),
        Text("b", "Two", "The rain", DAY, [RAIN, QUAY]),
    ]


def test_copies_are_one_family_and_furniture_is_in_none() -> None:
    found = families(texts())
    assert set(found) == {("a", 1), ("b", 0), ("b", 1)}
    assert are_one(found, ("a", 1), ("b", 1))
    assert not are_one(found, ("a", 1), ("b", 0))
    assert not are_one(found, ("a", 0), ("a", 0))


def test_joined_gives_pairs_of_two_articles_once() -> None:
    assert list(joined(families(texts()))) == [(("a", 1), ("b", 1))]
    assert list(joined({("a", 0): "f", ("a", 1): "f"})) == []
