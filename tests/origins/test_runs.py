"""Pairs of texts that share half of the shorter one's runs: all of them, and no other."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from digest.origins.runs import pairs
from tests.clock import takes_less_than

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = [f"w{number}" for number in range(400)]


def text(*ranges: tuple[int, int]) -> str:
    return " ".join(" ".join(WORDS[first:last]) for first, last in ranges)


def by_force(texts: Mapping[str, str]) -> set[frozenset[str]]:
    """Compare every two, the words themselves."""
    runs = {}
    for name, own in texts.items():
        words = re.findall(r"[^\W_]+", own)
        runs[name] = {tuple(words[at : at + 8]) for at in range(len(words) - 7)}
    return {
        frozenset((a, b))
        for a, b in combinations(texts, 2)
        if runs[a] and runs[b] and 2 * len(runs[a] & runs[b]) >= min(len(runs[a]), len(runs[b]))
    }


def found(texts: Mapping[str, str]) -> set[frozenset[str]]:
    return {frozenset((pair.shorter, pair.longer)) for pair in pairs(texts)}


def test_a_text_within_another() -> None:
    (pair,) = pairs({"whole": text((0, 107)), "part": text((20, 47))})
    assert (pair.shorter, pair.longer) == ("part", "whole")
    assert (pair.share, pair.back) == (1.0, 0.2)


def test_half_is_enough_and_less_is_not() -> None:
    """27 words have 20 runs; 17 of them in a row have 10, 16 have 9."""
    whole = text((0, 100))
    assert found({"a": whole, "b": text((0, 17), (200, 210))})
    assert not found({"a": whole, "b": text((0, 16), (200, 211))})


def test_signs_case_and_accents_do_not_count() -> None:
    assert found(
        {
            "a": "“The Café is closed,” she said on Monday night.",
            "b": "THE CAFE IS CLOSED she said – on Monday night",
        }
    )


def test_a_text_of_few_words_is_no_copy() -> None:
    assert (
        pairs({"a": "the ferry sails at nine on Monday", "b": "the ferry sails at nine on Monday"})
        == []
    )
    assert pairs({"a": "", "b": ""}) == []
    assert pairs({}) == []


@given(
    st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.lists(
            st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda at: (at[0], sum(at))),
            max_size=5,
        ).map(lambda ranges: text(*ranges)),
        max_size=8,
    )
)
def test_every_pair_and_no_other(texts: dict[str, str]) -> None:
    assert found(texts) == by_force(texts)
    backwards = dict(reversed(texts.items()))
    assert pairs(backwards) == pairs(texts)


def test_many_texts_with_one_opening_take_little_time() -> None:
    """Each shares ten runs with all others, and less than half with any."""
    texts = {
        f"t{number}": f"{text((0, 17))} " + " ".join(f"x{number}y{each}" for each in range(100))
        for number in range(1500)
    }
    assert takes_less_than(1.5, lambda: pairs(texts))
