from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.attribute.names import consonants, last_word, same_person, same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Manukyan", "Manukian"),
        ("Salenko", "Salenka"),
        ("Baryshev", "Barishev"),
        ("Aliyeva", "Alieva"),
        ("Dmitry", "Dmytro"),
        ("Khachik", "Hachik"),
        ("Wolodin", "Volodin"),
        ("Sørensen", "Sorensen"),
        ("NOVAK", "Novak"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Novak", "Novik-Bauer"),
        ("Lee", "Lu"),
        ("Roe", "Rao"),
        ("Marin", "Moran-Ruiz"),
        ("Petrov", "Petrosyan"),
        ("Anna", "Petr"),
        ("", "Novak"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dmitry Baryshev", "Dmytro Baryshev", True),
        ("Dmitry Baryshev", "D. Baryshev", True),
        ("Dmitry Baryshev", "Baryshev", True),
        ("Dmitry Baryshev", "Anna Baryshev", False),
        ("Dmitry Baryshev", "A. Baryshev", False),
        ("Dmitry Baryshev", "Dmitry Manukyan", False),
        ("", "Dmitry Baryshev", False),
    ],
)
def test_given_names_keep_people_apart(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_consonants_ignore_vowels_accents_and_doubled_letters() -> None:
    assert consonants("Müller") == consonants("Mullar") == "mlr"


def test_last_word_is_the_surname() -> None:
    assert (last_word("Anna Maria Novak"), last_word("Novak")) == ("Novak", "Novak")


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert same_word(one, other) == same_word(other, one)


@given(st.text(min_size=1, max_size=12))
def test_a_name_is_itself(word: str) -> None:
    assert same_word(word, word)
