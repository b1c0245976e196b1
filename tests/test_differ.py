"""`differ`: which words of a text another one does not have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.differ import longest_shared, only_in, shared_words

WORDS = st.lists(st.sampled_from("ferry Ferries, quay 12 14 not the “Tallinn” - .".split()))


@pytest.mark.parametrize(
    ("text", "other", "told"),
    [
        ("12 ferries stopped.", "14 ferries stopped.", ["12"]),
        ("The Ferries stop", "a ferry stopped", []),
        ("The quay was not closed", "The quay was closed", ["not"]),
        ("The old, wet quay of Tallinn", "The quay", ["old, wet", "of Tallinn"]),
        ("Tallinn’s quay", "the quay in Tallinn", []),
        ("A ferry, she said", "ferry", []),
        ("Closed. Open again", "", ["Closed", "Open again"]),
        ("", "ferry", []),
        ("ferry", "ferry", []),
    ],
)
def test_words_that_only_one_has(text: str, other: str, told: list[str]) -> None:
    assert [span.of(text) for span in only_in(text, other)] == told


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_stretches_come_in_order_and_never_cover_a_shared_word(text: str, other: str) -> None:
    spans = only_in(text, other)
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all(not shared_words(span.of(text), other) for span in spans)


def test_shared_words_stand_as_in_the_first_text() -> None:
    assert shared_words("Ferries of Tallinn, ferries", "tallinn ferry") == ("Ferries", "Tallinn")


@pytest.mark.parametrize(
    ("text", "other", "shared"),
    [
        (
            "We will not pay a Crown more, ever.",
            "He said: we will not pay a crown.",
            "We will not pay a Crown",
        ),
        ("The quay, closed since May", "quay closed", "quay, closed"),
        ("ferry", "quay", ""),
        ("", "quay", ""),
    ],
)
def test_the_longest_stretch_that_both_have(text: str, other: str, shared: str) -> None:
    assert longest_shared(text, other) == shared


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_a_shared_stretch_is_a_stretch_of_the_text(text: str, other: str) -> None:
    assert longest_shared(text, other) in text
    assert bool(longest_shared(text, other)) == bool(shared_words(text, other))
