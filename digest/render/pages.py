"""What a page is called and what it is about, and the ways between the pages of one section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest import escape
from digest.escape import Markdown
from digest.model import (
    DigestsPage,
    EventPage,
    FrontPage,
    Link,
    PersonPage,
    SectionPage,
    SourcePage,
)
from digest.render.days import NO_DAY, format_date, months, when
from digest.render.links import linked

if TYPE_CHECKING:
    from digest.model import Page, SectionPart
    from digest.render.here import Here


def heading(page: Page) -> str:
    """Give the heading of a page; an older part of a section says which it is."""
    if isinstance(page, SectionPage) and page.part and not page.part.is_newest:
        return f"{page.title}: {_part(page.part)}"
    return page.title


def about(page: Page) -> str:
    """Say in a line what a page is about, for search engines; empty where nothing says."""
    match page:
        case FrontPage() | SectionPage() | DigestsPage():
            return page.about
        case EventPage():
            facts = [page.place, when(page.day) if page.day else None]
        case PersonPage():
            facts = [page.role, page.side]
        case SourcePage():
            facts = [page.outlet, format_date(page.published)]
        case _:
            facts = []
    return ", ".join(escape.plain(fact) for fact in facts if fact)


def parts(here: Here, page: SectionPage) -> Markdown:
    """Give the way to every other page of a section, with the number of entries there."""
    named = [
        f"{linked(here, Link(_part(part), part.path)) if part != page.part else _part(part)}"
        f" ({part.entries:,})"
        for part in page.parts
    ]
    return Markdown(f"{named[0]} · Earlier: {', '.join(named[1:])}")


def _part(part: SectionPart) -> str:
    """Call a part of a section by its month."""
    if part.is_newest:
        return "Newest"
    month = months(part.month, part.month) if part.month else NO_DAY
    return month if part.number == 1 else f"{month}, part {part.number}"
