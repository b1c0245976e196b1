"""Days along a line, true to scale, and the days to write below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_EDGE = 0.08  # of the width on either side: room for half a label
_LABELS = 4  # stretches between labels of months and days, at most…
_YEARS = 6  # …and between those of years, which are shorter
_STEPS_OF_DAYS = 1, 2, 5, 10, 15
_STEPS_OF_MONTHS = 1, 2, 3, 6
_STEPS_OF_YEARS = 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000
_MONTH = 30.44  # days, on average
_YEAR = 365.25
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Tick(NamedTuple):
    """A day that is written below the line, and how."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from one day to a later one."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Give the place of a day as a share of the width; one beyond an end stands there."""
        share = (day - self.first).days / (self.last - self.first).days
        return _EDGE + (1 - 2 * _EDGE) * min(max(share, 0), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Give days to write below the line, so far apart that no label meets another."""
        days = (self.last - self.first).days
        for step in _STEPS_OF_DAYS:
            if step * _LABELS >= days:
                return tuple(self._inside(_days(self.first, step, days)))
        for step in _STEPS_OF_MONTHS:
            if step * _MONTH * _LABELS >= days:
                return tuple(self._inside(_months(self.first, self.last, step)))
        step = next((s for s in _STEPS_OF_YEARS if s * _YEAR * _YEARS >= days), 2000)
        return tuple(self._inside(_years(self.first, self.last, step)))

    def _inside(self, ticks: Iterable[Tick]) -> Iterator[Tick]:
        return (tick for tick in ticks if self.first <= tick.day <= self.last)


def span(days: Iterable[date]) -> Axis | None:
    """Give the line for some days; None where they are fewer than two."""
    known = {*days}
    return Axis(min(known), max(known)) if len(known) > 1 else None


def _days(first: date, step: int, days: int) -> Iterator[Tick]:
    for number in range(0, days + 1, step):
        day = first + timedelta(number)
        yield Tick(day, f"{day.day} {_MONTHS[day.month - 1]}")


def _months(first: date, last: date, step: int) -> Iterator[Tick]:
    for number in range(12 * first.year, 12 * last.year + 12, step):
        year, month = divmod(number, 12)
        yield Tick(date(year, month + 1, 1), f"{_MONTHS[month]} {year}")


def _years(first: date, last: date, step: int) -> Iterator[Tick]:
    for year in range(-(-first.year // step) * step, last.year + 1, step):
        yield Tick(date(year, 1, 1), str(year))
