"""Words that mean the same meet; words that exclude each other do not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compare.concepts import concepts, places, rivals, root, roots
from digest.compare.words import plain_words
from digest.lexicon import table

SAME = table("synonyms")["same"]


def keys(text: str) -> list[str]:
    return [concept.key for concept in concepts(plain_words(text))]


def meet(a: str, b: str) -> bool:
    (one,), (other,) = concepts(plain_words(a)), concepts(plain_words(b))
    return one.key == other.key or bool(one.senses & other.senses)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("negotiators", "negotiated"),
        ("biggest", "largest"),
        ("rose", "climbing"),
        ("step down", "resignation"),
        ("turned down", "ruled out"),
        ("talks", "negotiation"),
        ("bought", "acquisition"),
        ("ridiculed", "poked fun"),
        ("walked back", "retracted"),
        ("doubled down", "standing firm"),
        ("blizzard", "snowstorm"),
        ("firefighters", "fire crews"),
        ("sister", "siblings"),
    ],
)
def test_words_for_one_thing_meet(a: str, b: str) -> None:
    assert meet(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("quay", "ferry"), ("won", "lost"), ("rose", "fell"), ("mother", "father")]
)
def test_words_for_two_things_do_not(a: str, b: str) -> None:
    assert not meet(a, b)


def test_a_country_its_people_and_its_capital_meet() -> None:
    senses = [concepts([name])[0].senses for name in ("^tallinn", "^estonian", "^estonia")]
    assert frozenset.intersection(*senses)
    assert not concepts(["^velmouth"])[0].senses


def test_a_phrase_is_one_concept_and_says_where_it_stands() -> None:
    assert keys("they stepped down") == ["step down"]
    assert places(("quay", "clos", "quay")) == {"quay": [0, 2], "clos": [1]}


def test_what_tells_nothing_is_no_concept() -> None:
    assert keys("not to be, and never in") == []


@pytest.mark.parametrize(("a", "b"), [("rose", "fell"), ("guilty", "innocent"), ("bought", "sold")])
def test_rivals(a: str, b: str) -> None:
    (one,), (other,) = concepts(plain_words(a)), concepts(plain_words(b))
    assert rivals(one, other)
    assert rivals(other, one)
    assert not rivals(one, one)


def test_a_root_keeps_what_is_marked() -> None:
    assert root("=12") == "=12"
    assert root("@ines-tarrow") == "@ines-tarrow"
    assert root("^western") == root("^west")
    assert roots(["negotiation", "biggest"]) == {"negot", "big"}


@given(st.text(min_size=1))
def test_a_root_is_never_longer_than_its_word(word: str) -> None:
    assert len(root(word)) <= len(word)


@pytest.mark.parametrize("group", sorted(SAME))
def test_every_set_of_synonyms_holds_two_things_that_can_be_found(group: str) -> None:
    for words in SAME[group]:
        found = {tuple(root(word) for word in plain_words(entry)) for entry in words}
        assert len(words) > 1, words
        assert () not in found, words


def test_a_set_named_as_a_rival_opens_a_set() -> None:
    opening = {words[0] for groups in SAME.values() for words in groups}
    for pair in table("synonyms")["rival"]["sets"]:
        assert set(pair) <= opening, pair
        assert all(a != b for a, b in combinations(pair, 2))
