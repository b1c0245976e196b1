"""What two texts share word for word, and what was exchanged."""

from __future__ import annotations

from digest.compare.align import align


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
