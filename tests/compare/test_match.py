"""What two texts share by meaning, and how much that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compare.concepts import concepts
from digest.compare.match import Match, Rarity, match
from digest.compare.words import plain_words

TEXTS = (
    "The Harbour Board bought two ferries",
    "Two vessels were acquired by the board of the harbour",
    "The museum opened its new wing",
    "Rain fell on the islands",
)
WORDS = st.lists(st.sampled_from("quay ferry buy acquire rise climb =2 =3 ^velmouth".split()))


def laid(a: str, b: str) -> Match:
    texts = [concepts(plain_words(text)) for text in (*TEXTS, a, b)]
    return match(texts[-2], texts[-1], Rarity(texts))


def test_one_text_in_other_words_is_nearly_whole() -> None:
    found = laid(TEXTS[0], TEXTS[1])
    assert found.score > 0.6
    assert ("buy", "acquir") in {(mine.key, theirs.key) for mine, theirs in found.pairs}


def test_two_matters_share_nothing() -> None:
    assert laid(TEXTS[2], TEXTS[3]).score == 0.0


def test_the_shorter_text_stands_in_the_longer() -> None:
    found = laid(TEXTS[0], f"{TEXTS[0]}, whose engines the union of pilots distrusts")
    assert found.shares[0] == 1.0
    assert found.shares[1] < found.score < 1.0


def test_words_that_exclude_each_other_are_left_over() -> None:
    found = laid("The price rose", "The price fell")
    assert [c.key for c in found.left] == ["riz"]
    assert [c.key for c in found.right] == ["fal"]


def test_nothing_against_nothing() -> None:
    assert match((), (), Rarity([])).score == 0.0
    assert Rarity([]).words([]) == 0.0


@given(WORDS, WORDS)
def test_a_match_is_the_same_from_either_side(a: list[str], b: list[str]) -> None:
    left, right = concepts(a), concepts(b)
    rarity = Rarity([left, right])
    one, other = match(left, right, rarity), match(right, left, rarity)
    assert one.score == pytest.approx(other.score)
    assert 0.0 <= one.score <= 1.0001
    assert len(one.pairs) + len(one.left) == len(left)
    assert len(one.pairs) + len(one.right) == len(right)
