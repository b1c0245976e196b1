"""What both texts cannot tell of one thing, and what they can."""

from __future__ import annotations

import pytest

from digest.compare.conflicts import conflicts
from digest.compare.match import Rarity, match
from digest.compare.reading import Reader
from tests.made_up import article, cases, understood

CASES = cases("conflicts")


def kinds(a: str, b: str) -> set[str]:
    """Read two texts beside a third that uses their names within a sentence."""
    names = "It rained on Velmouth, on Brennick, on Ines Tarrow and on Oswin Hale."
    digest = understood([article("a", a), article("b", b), article("c", names)])
    reader = Reader(
        digest.articles,
        digest.paragraphs,
        digest.moments,
        digest.events,
        digest.people,
        digest.statements,
    )
    one, other, third = (reader.reading(paragraph, 0) for paragraph in digest.paragraphs)
    rarity = Rarity([reading.concepts for reading in (one, other, third)])
    there = conflicts(one, other, match(one.concepts, other.concepts, rarity))
    back = conflicts(other, one, match(other.concepts, one.concepts, rarity))
    found = {kind for kind, _ in there}
    assert found == {kind for kind, _ in back}
    return found


@pytest.mark.parametrize("case", CASES["conflict"], ids=lambda case: case["kind"])
def test_a_conflict(case: dict[str, str]) -> None:
    assert case["kind"] in kinds(case["a"], case["b"])


@pytest.mark.parametrize("case", CASES["agree"], ids=lambda case: case["a"][:40])
def test_what_agrees(case: dict[str, str]) -> None:
    assert kinds(case["a"], case["b"]) - {"mood"} == set()
