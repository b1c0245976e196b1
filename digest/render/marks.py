"""Where words come from: outlets and articles, with the way to the very line.

The words themselves are `sources`' part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import Markdown
from digest.model import Link
from digest.render.days import format_date
from digest.render.links import linked
from digest.render.words import dotted, listed, named, printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Excerpt, Mark, Reprint
    from digest.render.here import Here


def outlet(here: Here, mark: Mark) -> Markdown:
    """Say where words come from as shortly as can be: the outlet, and the way there."""
    return linked(here, Link(mark.outlet, mark.page, mark.anchor))


def outlet_and_lines(here: Here, excerpts: Iterable[Excerpt]) -> Markdown:
    """Say where sentences of one article come from: the outlet, and the line of each other one."""
    first, *others = dict.fromkeys(excerpt.mark for excerpt in excerpts)
    lines = [Link(f"line {mark.line}", mark.page, mark.anchor) for mark in others]
    return dotted(outlet(here, first), *(linked(here, line) for line in lines))


def cite(here: Here, mark: Mark) -> Markdown:
    """Say where words come from: the outlet, linked to the very line, and the day.

    Hovering over the link shows the source's card where a browser knows `interestfor`; the
    button shows it everywhere, by mouse, touch and keyboard, and Escape closes it.
    """
    card = here.cited.of(mark).id
    line = dotted(
        Markdown(f"{outlet(here, mark)}{{ interestfor={card} }}"), format_date(mark.published)
    )
    return Markdown(f'{line} <button popovertarget="{card}">article</button>')


def in_full(here: Here, mark: Mark) -> Markdown:
    """Say where words come from: the outlet, the article, its day, and the way there."""
    name = Markdown(f"**{printed(named(mark.outlet))}**")
    title = linked(here, Link(mark.title, mark.page, mark.anchor))
    line = dotted(name, title, format_date(mark.published))
    return Markdown(f'<small class="digest-mark">{line}</small>')


def article(here: Here, mark: Mark) -> Markdown:
    """Give an article's title with the way to its page."""
    return linked(here, Link(mark.title, mark.page))


def publisher(here: Here, mark: Mark) -> str:
    """Give an outlet with the way to its page, if it has one."""
    if mark.outlet_page is None:
        return named(mark.outlet)
    return linked(here, Link(mark.outlet, mark.outlet_page))


def reprint(here: Here, other: Reprint) -> Markdown:
    """Name an article with the same text: its title, the way there, and the outlet."""
    return Markdown(f"{linked(here, other.link)} ({printed(named(other.outlet))})")


def alike(here: Here, others: Iterable[tuple[Link, int]]) -> Markdown:
    """Name the outlets that tell the same, with the number of entries that they share."""
    return listed(Markdown(f"{linked(here, link)} ({count:,})") for link, count in others)
