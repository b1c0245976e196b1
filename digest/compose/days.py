"""Which stretches of time are a day to show."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from digest.model import Day

if TYPE_CHECKING:
    from datetime import date

    from digest.model import Certainty, Statement

_DATED = timedelta(days=7)  # a longer stretch is no day to show
_SAID = timedelta(days=30)  # but 'said in May' tells more than when it was reported


def said_day(statement: Statement) -> Day | None:
    """Give the day that something was said, or the month of it."""
    said = statement.said
    return day(said.first, said.last, said.certainty, _SAID) if said else None


def day(
    first: date | None, last: date | None, certainty: Certainty, longest: timedelta = _DATED
) -> Day | None:
    """Give a stretch of time if it is short enough to tell when something was."""
    if first is None or last is None or last - first > longest:
        return None
    return Day(first, last, certainty)
