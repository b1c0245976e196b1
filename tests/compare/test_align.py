"""What two texts share word for word, and what was exchanged."""

from __future__ import annotations

import pytest

from digest.compare.align import align, differences
from digest.compare.words import DAYS


def test_a_sentence_more_is_no_conflict_though_it_begins_as_the_next_one() -> None:
    short = ["welcom", "port", "not", "want", "ferry", "quay"]
    long = ["welcom", "port", "not", "trust", "not", "want", "ferry", "quay"]
    found = align(short, long, frozenset())
    assert found is not None
    assert found.conflicts == ()


def test_a_word_turned_is_a_conflict() -> None:
    found = align(["ferry", "will", "sail"], ["ferry", "will", "not", "sail"], frozenset())
    assert found is not None
    assert found.conflicts == ("negation: not",)


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("2031-05-06/2031-05-06", "2031-05-05/2031-05-11", False),
        ("2031-05-06/2031-05-06", "2031-05-07/2031-05-07", True),
        ("2031-05-26/2031-06-01", "2031-06-01/2031-06-30", True),
        ("2030-01-01/2030-12-31", "2030-02-04/2031-02-05", False),
    ],
)
def test_days_within_others_are_no_conflict(a: str, b: str, *, conflict: bool) -> None:
    assert bool(list(differences([f"{DAYS}{a}"], [f"{DAYS}{b}"]))) is conflict
