"""A family as a reader meets it, in full, in brief and as news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digest.model.articles import Span
    from digest.model.cited import Byline, Day, Excerpt, Link, Tally


@dataclass(frozen=True, slots=True)
class CopyView:
    """A folded text, readable in place, with the reason in plain words.

    Attributes:
        added: the words that the keeper does not have.
        anchor: its own id within the entry; empty where the entry is called after it.
    """

    excerpt: Excerpt
    why: str
    added: tuple[Span, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """The way to an entry that tells another part of the same news.

    Attributes:
        link: by who speaks there, or by the outlet where nobody does.
        outlet: who reports it; None where unknown, or where the link says it.
        published: the day of publication.
    """

    link: Link
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One family as a reader meets it.

    Attributes:
        anchor: its id on its section's page.
        section: where it stands (the link's anchor is the entry's).
        excerpt: the keeper's text.
        bylines: who speaks, the main speaker first; empty where nobody does.
        day: the day it was said or happened; None where unknown.
        copies: the folded texts.
        events: the events it speaks of.
        told: how many tell it; None where nobody counted.
        see_also: entries that tell another part of the same news.
        pinned: whether the editor wants it first in its section.
        first: the id of the paragraph that the entry is called after, the first published.
        reported: the first day that it was reported; None where unknown.
        own_anchor: the id of the keeper's text within the entry; empty where the entry is
            called after it.
        outlets: the pages of those that tell it.
    """

    anchor: str
    section: Link
    excerpt: Excerpt
    bylines: tuple[Byline, ...]
    day: Day | None
    copies: tuple[CopyView, ...]
    events: tuple[Link, ...]
    told: Tally | None = None
    see_also: tuple[Pointer, ...] = ()
    pinned: bool = False
    first: str = ""
    reported: date | None = None
    own_anchor: str = ""
    outlets: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A sentence for the top of a page, and the entry that it is from.

    Attributes:
        byline: who speaks in the sentence.
        day: the day it was said; None where unknown.
        told: how many tell the entry; None where nobody counted.
    """

    excerpt: Excerpt
    byline: Byline | None
    day: Day | None
    entry: Link
    told: Tally | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The news that the front page opens with.

    Attributes:
        entry: where it stands, under the title of its section.
        headline: the article's title; None where the first sentence is the headline.
        sentences: as they follow each other in one article.
        day: the day it was said or happened; None where unknown.
    """

    entry: Link
    headline: str | None
    sentences: tuple[Excerpt, ...]
    bylines: tuple[Byline, ...]
    day: Day | None
    events: tuple[Link, ...]
    told: Tally | None


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the newest reports.

    Attributes:
        who: who speaks in it, or the outlet where nobody does.
        is_new: whether no earlier report tells it.
    """

    entry: Link
    who: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What the newest reports brought.

    Attributes:
        since: the latest day of the reports before them.
        new: entries that no earlier report tells.
        confirmed: entries of earlier reports that a new one tells, too.
        shown: some of both.
    """

    since: date
    new: int
    confirmed: int
    shown: tuple[Change, ...]
