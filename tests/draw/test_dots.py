"""Dots on a line of days, as a parser of XML reads them."""

from __future__ import annotations

from datetime import date, timedelta
from math import hypot
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.draw import Axis, Dot, bar, dots, scale, strip, symbol
from tests.made_up import cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

FIRST = date(2031, 5, 1)
AXIS = Axis(FIRST, FIRST + timedelta(100))
PHONE = 288


def dot(day: int, number: int = 1, stated: int = 1) -> Dot:
    return Dot(FIRST + timedelta(day), number, stated, f"day {day}")


def read(svg: str) -> Element:
    return ET.fromstring(svg)  # noqa: S314 - we made it


def circles(svg: str, *, name: str = "") -> list[Element]:
    return [c for c in read(svg).iter("circle") if name in c.attrib["class"]]


def places(svg: str) -> Iterator[tuple[float, float, float]]:
    for group in read(svg).iter("g"):
        circle = group.find("circle")
        assert circle is not None
        across = float(circle.attrib["cx"].removesuffix("%")) / 100 * PHONE
        yield across, float(circle.attrib["cy"]), float(circle.attrib["r"])


some_dots = st.lists(
    st.builds(dot, st.integers(0, 100), st.integers(1, 40), st.just(0)), min_size=1, max_size=40
)


def test_a_drawing_says_what_it_shows() -> None:
    drawn = read(dots(AXIS, [dot(1), dot(99)], "Two events"))
    assert drawn.attrib["role"] == "img"
    assert next(iter(drawn)).tag == "title"
    assert drawn.findtext("title") == "Two events"
    assert [g.findtext("title") for g in drawn.iter("g")] == ["day 1", "day 99"]


@pytest.mark.parametrize("svg", [scale(AXIS), symbol(1, 1), bar(1, 2, 3)])
def test_what_stands_in_words_beside_it_is_told_once(svg: str) -> None:
    assert read(svg).attrib["aria-hidden"] == "true"
    assert read(svg).find("title") is None


@pytest.mark.parametrize(
    ("number", "stated", "rings", "full"), [(1, 1, 0, 1), (1, 0, 1, 0), (3, 0, 1, 0), (3, 2, 1, 1)]
)
def test_a_dot_is_full_as_far_as_the_day_is_stated(
    number: int, stated: int, rings: int, full: int
) -> None:
    svg = symbol(number, stated)
    assert len(circles(svg, name="ring")) == rings
    assert len(circles(svg, name="dot")) == full


def test_the_area_grows_with_the_number() -> None:
    (one,), (four,), (many,) = (circles(symbol(n, n)) for n in (1, 4, 10_000))
    assert float(four.attrib["r"]) == 2 * float(one.attrib["r"])
    assert float(many.attrib["r"]) < 3 * float(one.attrib["r"])


@given(some_dots)
def test_every_event_has_its_own_dot_and_none_covers_another(own: list[Dot]) -> None:
    found = [*places(dots(AXIS, own, "Events"))]
    assert len(found) == len(own)
    height = float(read(dots(AXIS, own, "Events")).attrib["height"])
    assert all(y - r >= 0 and y + r <= height for _, y, r in found)
    if len(own) <= 4:  # so few never have to come closer than they are high
        for number, (x, y, r) in enumerate(found):
            assert all(
                hypot(x - other_x, y - other_y) > r + other_r - 0.5
                for other_x, other_y, other_r in found[:number]
            )


def test_many_on_one_day_stay_within_bounds() -> None:
    own = [dot(50)] * 60 + [dot(0)]
    assert float(read(dots(AXIS, own, "Events")).attrib["height"]) < 150


@given(some_dots)
def test_a_strip_has_as_many_statements_as_its_dots(own: list[Dot]) -> None:
    drawn = read(strip(AXIS, own, "Statements"))
    shown = "; ".join(g.findtext("title") or "" for g in drawn.iter("g")).split("; ")
    assert sorted(shown) == sorted(d.label for d in own)


def test_neighbours_on_a_strip_are_one_larger_dot() -> None:
    apart, close = strip(AXIS, [dot(0), dot(50)], ""), strip(AXIS, [dot(1), dot(0, 3, 0)], "")
    assert len([*places(apart)]) == 2
    (only,) = places(close)
    ((_, _, four),) = places(strip(AXIS, [dot(0, 4, 1)], ""))
    assert only[2] == four
    assert len(circles(close)) == 2  # a ring for all four, full for the one that is stated


@pytest.mark.parametrize("text", [t for texts in cases("hostile").values() for t in texts])
def test_words_of_a_source_are_only_words(text: str) -> None:
    own = [Dot(FIRST, 1, 1, text), Dot(AXIS.last, 1, 1, "x")]
    tags = {element.tag for element in read(dots(AXIS, own, text)).iter()}
    assert tags == {"svg", "title", "line", "g", "circle", "text"}
