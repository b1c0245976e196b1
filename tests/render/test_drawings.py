"""What is drawn, and that it stands there in words, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digest.model import Day, TimelinePage
from tests import samples
from tests.render.shown import PAGES, shown


def _timeline(*days: Day | None) -> str:
    items = tuple(replace(samples.STRIKE_ITEM, day=day) for day in days)
    return shown(TimelinePage("events/index.md", "Timeline", items))


def test_three_days_are_drawn_and_fewer_are_not() -> None:
    first, second, third = (Day(date(2031, m, 1), date(2031, m, 1), "stated") for m in (5, 6, 7))
    assert 'role="img"' in _timeline(first, second, third)
    assert 'role="img"' not in _timeline(first, second, None)
    assert 'role="img"' not in _timeline(first, first, first)


def test_a_day_that_was_worked_out_is_drawn_as_a_ring_and_said_so() -> None:
    stated = Day(date(2031, 5, 1), date(2031, 5, 1), "stated")
    worked_out = Day(date(2031, 6, 1), date(2031, 6, 1), "worked out")
    rail = _timeline(stated, worked_out).split('<div class="digest-rail"')[1]
    first, second = rail.split("\n- ")[1:]
    assert "digest-dot" in first
    assert "digest-ring" not in first
    assert "worked out" not in first
    assert "digest-ring" in second
    assert "digest-dot" not in second
    assert "(worked out)" in second


def test_what_is_drawn_of_a_speaker_stands_there_in_words() -> None:
    page = PAGES["people/index.md"]
    words = "4 May 2031; 12 June 2031; reported 12 June 2031; 1 without a day"
    assert f"- [Oswin Hale](oswin-hale.md): {words}" in page
    assert page.index("<title>4 statements: 4 May 2031; 12 June") < page.index("in words")
