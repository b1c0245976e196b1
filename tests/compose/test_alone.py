"""Whether a sentence reads without its neighbours: cases, and what always holds."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compose.alone import (
    LONGEST,
    Known,
    is_empty,
    known,
    leaning,
    looks_ahead,
    needs_day,
    without_dateline,
)
from digest.text import fold
from tests.made_up import CASES, article, understood

_FILE = tomllib.loads((CASES / "alone.toml").read_text("utf-8"))
READER = Known(frozenset(map(fold, _FILE["told"])), frozenset(map(fold, _FILE["surnames"])))
CASE = [pytest.param(case["text"], case["why"], id=case["text"][:50]) for case in _FILE["case"]]


@pytest.mark.parametrize(("text", "why"), CASE)
def test_why_a_sentence_leans(text: str, why: str) -> None:
    found = leaning(text, READER)
    assert (found or "").partition(":")[0] == why


def test_a_page_long_sentence_is_not_brief() -> None:
    text = "Marta Ilves opened a " + "very " * LONGEST + "old quay in Tallinn."
    assert leaning(text, READER) == "fragment"


def test_readers_know_whom_headlines_call_by_surname_and_the_title() -> None:
    story = [
        article("one", "Ines Tarrow met Oswin Hale in Orrin.", title="Hale sails to Orrin"),
        article("two", "A ferry left. Then Tarrow called, and Hale went.", title="Ferry leaves"),
    ]
    reader = known(understood(story))
    assert "hale" in reader.told
    assert {"tarrow", "hale"} <= reader.surnames
    assert "tarrow" not in reader.told
    assert leaning("Hale left Orrin on a ferry with nine fishermen.", reader) is None
    assert leaning("Tarrow left Orrin on a ferry with nine fishermen.", reader) is not None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("TALLINN (Baltwire) — A quay was closed.", "A quay was closed."),
        ("TALLINN, May 6 - A quay was closed.", "A quay was closed."),
        ("A quay - the old one - was closed.", "A quay - the old one - was closed."),
    ],
)
def test_a_dateline_is_left_out(text: str, rest: str) -> None:
    assert without_dateline(text) == rest


def test_what_else_a_sentence_lacks() -> None:
    assert is_empty("Marta Ilves declined to comment on a survey in Tallinn.")
    assert needs_day("A quay was closed on Friday.")
    assert looks_ahead("A quay will be closed.")
    plain = f"A quay was closed in {date(2031, 5, 6):%Y}."
    assert not any(test(plain) for test in (is_empty, needs_day, looks_ahead))


@given(st.text(alphabet="Ab .,'\"“”the it him of\n-0", max_size=120))
def test_any_text_is_judged_and_a_dateline_leaves_an_ending(text: str) -> None:
    assert leaning(text, READER) is None or leaning(text, READER)
    assert text.endswith(without_dateline(text))
