"""What stands under one heading of a page: neighbours by day, by year, by place.

The order of what is grouped is `compose`'s.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from digest.escape import Markdown
from digest.render.days import NO_DAY, format_date
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import Entry, TimelineItem


class Group(NamedTuple):
    """What stands under one heading of a page."""

    anchor: Markdown
    title: str
    members: list[Entry] | list[TimelineItem]


def by_report(entries: Iterable[Entry]) -> Iterator[Group]:
    """Put neighbours reported on one day under one heading, in the order given."""
    taken = Counter[str]()
    for (anchor, title), members in groupby(entries, day_heading):
        taken[anchor] += 1
        # The order is `compose`'s: a day may come again.
        unique = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        yield Group(Markdown(unique), title, [*members])


def day_heading(entry: Entry) -> tuple[str, str]:
    """Give the heading that an entry stands under in its section: the anchor and the words."""
    day = entry.reported
    if entry.pinned:
        return "pinned", "Put first by the editor"
    if day is None:
        return "reported", "Reported on an unknown day"
    return f"reported-{day.isoformat()}", f"Reported {format_date(day)}"


def by_year(items: Iterable[TimelineItem]) -> Iterator[Group]:
    """Put the events of a year under one heading, and those without a day under one."""
    years: dict[str, list[TimelineItem]] = {}
    for item in items:
        years.setdefault(str(item.day.first.year) if item.day else NO_DAY, []).append(item)
    for year, members in years.items():
        yield Group(Markdown(f"year-{year}" if year != NO_DAY else "no-day"), year, members)


def by_place(items: Iterable[TimelineItem]) -> Iterator[Group]:
    """Put the events of a place under one heading, by the places' names; the others nowhere."""
    places: dict[str, list[TimelineItem]] = {}
    for item in items:
        if item.place:
            places.setdefault(item.place, []).append(item)
    for place in sorted(places, key=fold):
        yield Group(Markdown("places"), place, places[place])
