"""Whose words a headline repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.attribute.repeats import repeated
from tests.attribute.reading import read

SAID = {3: ["We wanted it to be true", "That is expensive"], 7: ["The van was open all night"]}


@pytest.mark.parametrize(
    ("headline", "rank"),
    [
        ("We wanted it to be true", 3),
        ("“We wanted it to be true”", 3),
        ("The van was open", 7),
        ("The van was never shut", None),
        ("The van", None),
        ("", None),
    ],
)
def test_repeated(headline: str, rank: int | None) -> None:
    assert repeated(headline, SAID) == rank


def test_two_who_say_the_same_are_told_apart_by_nothing() -> None:
    assert repeated("The van was open", {1: ["The van was open"], 2: ["The van was open."]}) is None


@given(st.text(), st.dictionaries(st.integers(0, 9), st.lists(st.text(), min_size=1)))
def test_only_a_speaker_of_the_text(headline: str, said: dict[int, list[str]]) -> None:
    assert repeated(headline, said) in {None, *said}


def test_a_headline_names_whom_the_text_names() -> None:
    reading = read(
        "‘The van was never locked at night’: manager\n\n"
        "“The van was never locked at night,” said Jan Novak, a baker.",
        kinds={"a:0": "title"},
    )
    assert reading.speakers[0] == "Jan Novak"
    resolution = reading.statements[0].resolution
    assert resolution is not None
    assert resolution.way == "same-words"
