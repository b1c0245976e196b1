"""Days in words of ours.

What stands under the heading of a day is `groups`' part, a line of days `drawings`'.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from digest.escape import Markdown
from digest.model import Day

if TYPE_CHECKING:
    from datetime import date

    from digest.model import Mark

NO_DAY = "No day given"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_WORKED_OUT = '<i title="It follows from the day of publication">(worked out)</i>'


def format_date(day: date | None) -> str:
    """Give a date in words; empty without one."""
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when(day: Day, *, weekday: bool = False) -> str:
    """Give a day, or several, in words; a single day with its weekday if wanted."""
    first, last = day.first, day.last
    if first == last:
        only = format_date(first)
        return f"{_WEEKDAYS[first.weekday()]} {only}" if weekday else only
    if is_months(day):
        return months(first, last)
    if first.year != last.year:
        return f"{format_date(first)} – {format_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {format_date(last)}"
    return f"{first.day}–{format_date(last)}"


def latest(day: date | None) -> str:
    """Give the day of the newest report; empty where none has a day."""
    return f"latest {format_date(day)}" if day else ""


def is_months(day: Day) -> bool:
    """Whether a span of days is whole months."""
    return day.first.day == 1 and day.last.day == monthrange(day.last.year, day.last.month)[1]


def months(first: date, last: date) -> str:
    """Name whole months, from the first day of one to a day of the last."""
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{_MONTHS[first.month - 1]} {first.year} – {end}"
    if (first.month, last.month) == (1, 12):
        return str(last.year)
    return end if first.month == last.month else f"{_MONTHS[first.month - 1]}–{end}"


def dated(day: Day | None, *, weekday: bool = False) -> Markdown:
    """Give a day with a note where no text states it in full; empty without a day."""
    if day is None:
        return Markdown()
    note = f" {_WORKED_OUT}" if day.certainty == "worked out" else ""
    return Markdown(when(day, weekday=weekday) + note)


def said(day: Day | None) -> Markdown:
    """Give the day that something was said, apart from the day that it was reported."""
    if day is None:
        return Markdown()
    lead = "said in" if is_months(day) else "said"
    return Markdown(f"{lead} {dated(day, weekday=True)}")


def reported_on(mark: Mark) -> str:
    """Give the day of publication with its weekday, for a sentence may say only 'on Friday'."""
    day = mark.published
    return f"reported {when(Day(day, day, 'stated'), weekday=True)}" if day else ""
