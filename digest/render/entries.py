"""What stands around the text of an entry: its day, who tells it too, and where to read on.

Who speaks there is `speakers`' part, the text `sources`', the way to its article `marks`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import Markdown
from digest.model import Link
from digest.render.days import dated, format_date, said
from digest.render.groups import day_heading
from digest.render.links import linked, safe_anchor
from digest.render.words import dotted, named, printed

if TYPE_CHECKING:
    from digest.model import Brief, Change, CopyView, Day, Entry, Pointer
    from digest.render.here import Here

# Where more outlets than these say it too, their number tells more than their names.
_MOST_NAMES = 3


def said_or_done(entry: Entry, day: Day | None) -> Markdown:
    """Give the day of an entry: when it was said, or when it happened if nobody speaks."""
    return said(day) if entry.bylines else dated(day)


def reported(entry: Entry) -> str:
    """Give the day of publication, where nothing tells when something was said."""
    return f"reported {format_date(entry.excerpt.mark.published) or 'on an unknown day'}"


def also(entry: Entry) -> Markdown:
    """Sum up who tells the folded texts of an entry."""
    own = entry.excerpt.mark.outlet
    told = dict.fromkeys(copy.excerpt.mark.outlet for copy in entry.copies)
    others = [printed(named(outlet)) for outlet in told if outlet != own]
    match others:
        case [] if all(_is_repeated(copy, entry) for copy in entry.copies):
            return Markdown("Repeated in the same article")
        case []:
            return Markdown(f"Told again by {printed(named(own))}")
        case [*rest, last] if len(others) <= _MOST_NAMES:
            names = " and ".join(filter(None, (", ".join(rest), last)))
            return Markdown(f"Also reported by {names}")
        case _:
            return Markdown(f"Also reported by {len(others)} outlets")


def _is_repeated(copy: CopyView, entry: Entry) -> bool:
    """Whether the article of the entry's text tells it once more."""
    return copy.excerpt.mark.page == entry.excerpt.mark.page


def folded(copy: CopyView, entry: Entry) -> Markdown:
    """Say why a text is folded."""
    again = "repeated in the same article" if _is_repeated(copy, entry) else None
    return dotted(Markdown(f"Folded: {printed(copy.why)}"), again)


def tags(here: Here, entry: Entry) -> Markdown:
    """Give the way to the events that an entry speaks of, and to the outlets that share it."""
    # Of a single outlet the mark says it all.
    outlets = entry.outlets if len(entry.outlets) > 1 else ()
    links = [link for link in (*entry.events, *outlets) if link.page != here.path]
    return Markdown(" ".join(linked(here, link) for link in links))


def permalink(entry: Entry) -> Markdown:
    """Give the way to an entry itself, called after its heading."""
    anchor = safe_anchor(entry.anchor)
    day, _ = day_heading(entry)
    return Markdown(f'[¶](#{anchor}){{ aria-labelledby="link {anchor} {day}" }}')


def see_also(here: Here, pointer: Pointer) -> Markdown:
    """Point to another entry: who speaks there, and in which outlet or on which day."""
    link = linked(here, pointer.link)
    if pointer.outlet is not None:
        return Markdown(f"{link} in {printed(named(pointer.outlet))}")
    day = format_date(pointer.published)
    return Markdown(f"{link} of {day}" if day else link)


def read_on(here: Here, brief: Brief) -> Markdown:
    """Point to the whole entry: by its section, or from the section's own page as such."""
    entry = brief.entry
    is_here = entry.page == here.path
    return linked(here, Link("the whole entry", entry.page, entry.anchor) if is_here else entry)


def changed_entry(here: Here, change: Change) -> Markdown:
    """Name a changed entry: who speaks there, in which section, and whether it is new."""
    link = linked(here, Link(change.who, change.entry.page, change.entry.anchor))
    again = None if change.is_new else "told again"
    return dotted(link, change.entry.text, again)
