"""Forms for comparing, names for files, words for messages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import cite, fold, slug, squeeze, stem

STEMS = [
    "skip skips skipped skipping",
    "stay stays stayed staying",
    "close closes closed closing",
    "carry carries carried",
    "attack attacks attacked attacking",
    "boycott boycotts boycotted boycotting",
    "refuse refuses refused refusing",
    "herring herrings",
    "pass passes passed passing",
    "crash crashes crashed crashing",
    "sell sells selling",
    "open openly opened opening opens",
]


@pytest.mark.parametrize("words", STEMS)
def test_the_inflections_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [("rise", "fall"), ("accept", "reject"), ("bus", "buy"), ("red", "ring"), ("is", "it")],
)
def test_other_words_have_another_stem(a: str, b: str) -> None:
    assert stem(a) != stem(b)


def test_squeezing() -> None:
    assert squeeze(" a\t\n b\x00\u00a0c \x85") == "a b c"


def test_folding() -> None:
    assert fold("Ørsted’s “Café”\u00a0–\u202fSTRAẞE") == 'orsted\'s "cafe" - strasse'

    assert (fold("Łódź"), slug("Đorđe Þór Sæther")) == ("lodz", "dorde-thor-saether")
    assert fold("Işık") == fold("IŞIK") == "isik"


def test_citing() -> None:
    assert cite("a\nb") == "'a b'"
    assert cite("x" * 70) == "'" + "x" * 59 + "…'"
    assert cite("a\u202eb") == "'a\\u202eb'"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The East Quay!", "the-east-quay"),
        ("Šárka’s café", "sarka-s-cafe"),
        ("новость", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_a_name_for_any_file_system(text: str) -> None:
    name = slug(text)
    assert len(name) <= 60
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name) == name


@given(st.text())
def test_stems_never_fail_and_never_grow(text: str) -> None:
    assert len(stem(text)) <= len(fold(text))
    assert squeeze(squeeze(text)) == squeeze(text)
