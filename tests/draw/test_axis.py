"""Days along a line: true to scale, and no label on another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digest.draw import Axis, span

PHONE = 288  # pixels, of the smallest one
LETTER = 7  # pixels, at the size of the labels

days = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2031-05-01", "2031-05-04", "1 May, 2 May, 3 May, 4 May"),
        ("2031-05-01", "2031-06-10", "1 May, 11 May, 21 May, 31 May, 10 Jun"),
        ("2031-11-20", "2032-03-05", "Dec 2031, Jan 2032, Feb 2032, Mar 2032"),
        ("2031-01-01", "2031-12-31", "Jan 2031, Apr 2031, Jul 2031, Oct 2031"),
        ("2023-11-23", "2025-11-27", "2024, 2025"),
        ("2016-03-01", "2026-02-28", "2018, 2020, 2022, 2024, 2026"),
        ("1899-05-01", "2031-05-01", "1900, 1950, 2000"),
        ("0001-01-01", "9999-12-31", "2000, 4000, 6000, 8000"),
    ],
)
def test_labels(first: str, last: str, labels: str) -> None:
    axis = Axis(date.fromisoformat(first), date.fromisoformat(last))
    assert ", ".join(tick.label for tick in axis.ticks()) == labels


@given(days, days)
def test_no_label_meets_another_or_leaves_a_phone(one: date, other: date) -> None:
    axis = span([one, other])
    assume(axis is not None)
    assert axis is not None
    edges = [
        (axis.at(t.day) * PHONE - len(t.label) * LETTER / 2, len(t.label) * LETTER)
        for t in axis.ticks()
    ]
    assert all(left + width <= right for (left, width), (right, _) in pairwise(edges))
    assert all(left >= -LETTER and left + width <= PHONE + LETTER for left, width in edges)


@given(days, st.integers(2, 10_000), st.integers(0, 10_000))
def test_twice_the_time_is_twice_the_way(first: date, length: int, part: int) -> None:
    axis = Axis(first, first + timedelta(length))
    day = first + timedelta(part % length)
    way = (axis.at(day) - axis.at(first)) / (axis.at(axis.last) - axis.at(first))
    assert way == pytest.approx(part % length / length)


def test_a_day_beyond_the_line_stands_at_its_end() -> None:
    axis = Axis(date(2031, 5, 1), date(2031, 5, 9))
    assert axis.at(date(2030, 1, 1)) == axis.at(axis.first)
    assert axis.at(date(2032, 1, 1)) == axis.at(axis.last)


@pytest.mark.parametrize("own", [[], [date(2031, 5, 1)], [date(2031, 5, 1)] * 3])
def test_one_day_is_no_line(own: list[date]) -> None:
    assert span(own) is None
