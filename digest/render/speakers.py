"""Who speaks: the name with the way to their page, in what role, for which side, and where.

On which day is told by `days`, and drawn by `drawings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import Markdown
from digest.model import Link, UnnamedCard
from digest.render.links import linked
from digest.render.words import dotted, listed, named, printed

if TYPE_CHECKING:
    from digest.model import Byline, Entry, Medium, PersonCard, PersonPage
    from digest.render.here import Here


def who(here: Here, entry: Entry) -> Markdown:
    """Name who speaks, each linked to their page; the outlet where nobody does."""
    names = [speaker(here, byline) for byline in entry.bylines]
    return listed(names or [named(entry.excerpt.mark.outlet)])


def speaker(here: Here, byline: Byline) -> str:
    """Name a speaker, linked to their page if they have one."""
    name = named(byline.name)
    return name if byline.page is None else linked(here, Link(name, byline.page))


def standing(somebody: Byline | PersonCard | PersonPage | UnnamedCard) -> Markdown:
    """Say in what role and for which side somebody speaks."""
    role = None if isinstance(somebody, UnnamedCard) else somebody.role
    return dotted(role, _side(somebody.side))


def _side(side: str | None) -> Markdown:
    return Markdown(f'<span class="digest-side">{printed(side)}</span>' if side else "")


def said_where(medium: Medium | None) -> Markdown:
    """Say where somebody said it: 'told Radio Delta', 'on Telegram'."""
    if medium is None:
        return Markdown()
    lead = "told" if medium.channel == "to" else "on"
    return Markdown(f"{lead} {printed(named(medium.name))}")
