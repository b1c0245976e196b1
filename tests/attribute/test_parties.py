"""`parties`: which party words for a speaker tell, and when it is the speaker's side."""

from __future__ import annotations

import pytest

from digest.attribute import parties
from digest.attribute.tokens import tokenize
from tests.attribute.reading import read

_HOME = (
    "Washington, the American capital, waits. The U.S. Senate met. The U.S. government waits.\n\n"
)
_ABROAD = "The Norwegian government met in Oslo. The Norwegian parliament waits.\n\n"


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Republican Senator Jan Lind", "Republican Party"),
        ("House Democrats", "Democratic Party"),
        ("a Labour lawmaker", "Labour Party"),
        ("Lib Dem leader Jan Lind", "Liberal Democrats"),
        ("Labour Minister Jan Lind", None),
        ("Republican Guard commander Jan Lind", None),
        ("Social Democratic leader Jan Lind", "Social Democratic Party"),
        ("National Democratic Institute", None),
        ("the Democrats’ lawyer", None),
        ("a republican", None),
    ],
)
def test_words_for_members_tell_a_party(words: str, party: str | None) -> None:
    found = parties.worded(tokenize(words, ()))
    assert (found.name if found else None) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Sen. Jan Lind (R-Ohio)", "Republican Party"),
        ("Sen. Jan Lind, D-N.Y.", "Democratic Party"),
        ("Sen. Jan Lind (D)", "Democratic Party"),
        ("Jan Lind, R", None),
        ("Jan Lind (E)", None),
        ("Jan R. Lind", None),
    ],
)
def test_marks_tell_a_party(words: str, party: str | None) -> None:
    found = parties.marked(tokenize(words, ()))
    assert (found.name if found else None) == party


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (_HOME + "Sen. Jan Lind (R-Ohio) said no.", "Republican Party"),
        (_HOME + "Sen. Jan Lind, D-Ohio, said no.", "Democratic Party"),
        (_HOME + "Senator Jan Lind of Kentucky, a Democrat, said no.", "Democratic Party"),
        (_HOME + "Some Republicans said no.", "Republican Party"),
        (_HOME + "Judge Jan Lind, a Republican, said no.", "United States"),
        (_HOME + "Jan Lind, a Republican voter, said no.", None),
        (_HOME + "American ambassador Jan Lind, a Democrat, said no.", "United States"),
        (_HOME + "U.S. Rep. Jan Lind, R-Ohio, said no.", "Republican Party"),
        (_HOME + "Senate Minority Leader Jan Lind, R-Ohio, said no.", "Republican Party"),
        (_HOME + "Gov. Jan Lind of Ohio, a Republican, said no.", "Ohio"),
        (_HOME + "Labor Secretary Jan Lind, a Democrat, said no.", "United States"),
        (_HOME + "GOP leaders said no.", "Republican Party"),
        (_HOME + "The White House said no.", "United States"),
        (_ABROAD + "Sen. Jan Lind (R-Ohio) said no.", "United States"),
        (_ABROAD + "Jan Lind, a Republican leader, said no.", None),
    ],
)
def test_a_party_is_a_side_only_at_home(text: str, side: str | None) -> None:
    reading = read(text)
    assert [reading.speaker(s).side for s in reading.statements] == [side]


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Both Democrats and America wait.", "Republican Party"),
        ("House Democrats wait in America.", "Republican Party"),
        ("Social Democrats wait in America.", "United States"),
        ("The Upland Democrats wait in America.", "United States"),
        ("House Democrats wait.", "United States"),
    ],
)
def test_a_party_is_a_side_abroad_where_parties_are_named_as_such(told: str, side: str) -> None:
    reading = read(f"{_ABROAD}{told}\n\nSen. Jan Lind (R-Ohio) said no.")
    assert [reading.speaker(s).side for s in reading.statements] == [side]


def test_who_speaks_for_somebody_of_a_party_speaks_for_the_party() -> None:
    reading = read(_HOME + "Speaker Jan Lind (R-Ohio) left.\n\nA spokeswoman for Ms. Lind said no.")
    assert [reading.speaker(s).side for s in reading.statements] == ["Republican Party"]


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Some Republicans, including Senator Jan Lind, waited.", "Republican Party"),
        ("Republicans such as Ann Lowe and Senator Jan Lind waited.", "Republican Party"),
        ("Republicans, including Ann Lowe (Ohio) and Jan Lind, waited.", "Republican Party"),
        (
            "Republicans waited, though a few — including Senator Jan Lind — left.",
            "Republican Party",
        ),
        ("Republicans, including Ann Lowe, who left; and Jan Lind, waited.", "Republican Party"),
        ("One of the Republicans was late: Senator Jan Lind of Ohio.", "Republican Party"),
        ("Republicans, including Ann Lowe, asked Senator Jan Lind to wait.", "United States"),
        ("Republicans fought several people, including Senator Jan Lind.", "United States"),
        ("Republicans and Democrats met some, including Senator Jan Lind.", "United States"),
        ("Republicans had a plan: Senator Jan Lind was to wait.", "United States"),
        ("The Republicans' guests, including Judge Jan Lind, waited.", "United States"),
    ],
)
def test_a_list_of_members_tells_their_party(told: str, side: str) -> None:
    reading = read(f"{_HOME}Both Democrats and Republicans wait.\n\n{told}\n\nLind said no.")
    assert [reading.speaker(s).side for s in reading.statements][-1] == side


def test_who_is_of_two_parties_is_of_none() -> None:
    reading = read(_HOME + "Republicans and Democrats said no.")
    assert [reading.speaker(s).side for s in reading.statements] == [None]
