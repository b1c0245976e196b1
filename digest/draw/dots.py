"""Dots on a line of days: the larger, the more; full as far as the day is stated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from digest.draw.svg import element, ornament, percent, picture, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from digest.draw.axis import Axis

_SMALLEST, _LARGEST = 4.0, 11.0  # radius in pixels
_AIR = 3  # pixels between two lines of dots
_NARROW = 288  # pixels of width that dots must not meet on: a small phone's
_BELOW = 24  # pixels for the labels
_STRIP = 26  # the height of a line of dots
_HIGHEST = 4 * (2 * _LARGEST + _AIR)  # pixels for lines of dots


@dataclass(frozen=True, slots=True)
class Dot:
    """Some things of one day.

    Attributes:
        number: how many they are, at least one.
        stated: of how many the day is stated.
        label: the words for whoever points at it.
    """

    day: date
    number: int
    stated: int
    label: str


def symbol(number: int, stated: int) -> str:
    """Draw the sign that stands for some things, to put before words that tell of them."""
    size = round(2 * _LARGEST) + 2
    return ornament(size, *_sign("50%", size / 2, number, stated), width=str(size))


def strip(axis: Axis, own: Iterable[Dot], title: str) -> str:
    """Draw dots on one line; those that would meet on a phone are one larger dot."""
    middle = _STRIP / 2
    drawn = (_dot(axis, dot, middle) for dot in _joined(axis, own))
    return picture(_STRIP, title, *_grid(axis, _STRIP), _line(middle), *drawn)


def scale(axis: Axis) -> str:
    """Draw the labels that stand below strips on the same line of days."""
    return ornament(_BELOW - 4, *_labels(axis, 14))


def dots(axis: Axis, own: Sequence[Dot], title: str) -> str:
    """Draw every dot by itself above a line of days; those that would meet, above each other."""
    lanes = _lanes(axis, own)
    largest = max(_radius(dot.number) for dot in own)
    # Where they are many, they come closer: the drawing must not fill the page.
    pitch = min(2 * largest + _AIR, _HIGHEST / (max(lanes) + 1))
    bottom = round(max(lanes) * pitch + 2 * (largest + _AIR))
    lowest = bottom - _AIR - largest
    drawn = (_dot(axis, dot, lowest - lane * pitch) for dot, lane in zip(own, lanes, strict=True))
    below = _labels(axis, bottom + 16)
    parts = (*_grid(axis, bottom), _line(bottom), *drawn, *below)
    return picture(bottom + _BELOW, title, *parts)


def _lanes(axis: Axis, own: Iterable[Dot]) -> list[int]:
    """Give each dot the lowest lane in which it meets no other."""
    taken = defaultdict[int, list[Dot]](list)
    found = []
    for dot in own:
        lane = 0
        while any(_meet(axis, dot, other) for other in taken[lane]):
            lane += 1
        taken[lane].append(dot)
        found.append(lane)
    return found


def _joined(axis: Axis, own: Iterable[Dot]) -> list[Dot]:
    """Put neighbours together from the left that would lie on each other on a phone."""
    joined: list[Dot] = []
    for dot in sorted(own, key=lambda dot: dot.day):
        before = joined[-1] if joined else None
        if before is None or not _meet(axis, before, dot):
            joined.append(dot)
            continue
        joined[-1] = Dot(
            before.day,
            before.number + dot.number,
            before.stated + dot.stated,
            f"{before.label}; {dot.label}",
        )
    return joined


def _meet(axis: Axis, one: Dot, other: Dot) -> bool:
    apart = abs(axis.at(one.day) - axis.at(other.day)) * _NARROW
    return apart < _radius(one.number) + _radius(other.number)


def _dot(axis: Axis, dot: Dot, middle: float) -> str:
    signs = _sign(percent(axis.at(dot.day)), middle, dot.number, dot.stated)
    return element("g", words(dot.label), *signs)


def _sign(across: str, middle: float, number: int, stated: int) -> list[str]:
    """Draw a ring for all, and fill it as far as the day is stated."""
    full = _radius(number) * sqrt(stated / number)
    kinds = (("digest-ring", _radius(number), stated < number), ("digest-dot", full, stated))
    return [
        element("circle", class_=name, cx=across, cy=middle, r=radius)
        for name, radius, is_drawn in kinds
        if is_drawn
    ]


def _radius(number: int) -> float:
    """Give the radius for a number: its area grows with it, up to a bound."""
    return min(_SMALLEST * sqrt(number), _LARGEST)


def _line(height: float) -> str:
    return element("line", class_="digest-axis", x1="0", x2="100%", y1=height, y2=height)


def _grid(axis: Axis, height: float) -> list[str]:
    places = (percent(axis.at(tick.day)) for tick in axis.ticks())
    return [
        element("line", class_="digest-grid", x1=place, x2=place, y1=0, y2=height)
        for place in places
    ]


def _labels(axis: Axis, height: int) -> list[str]:
    return [
        element("text", tick.label, x=percent(axis.at(tick.day)), y=height, text_anchor="middle")
        for tick in axis.ticks()
    ]
