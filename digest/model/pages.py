"""The pages of a site, and the parts that only one kind of page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.model.made import MadePage

if TYPE_CHECKING:
    from datetime import date

    from digest.model.articles import ParagraphKind
    from digest.model.cards import (
        Counts,
        DigestCard,
        OutletCard,
        OutletTold,
        PersonCard,
        SectionCard,
        SourceCard,
        TimelineItem,
        UnnamedCard,
        Voice,
    )
    from digest.model.cited import Day, Excerpt, Link, Mark, Reprint
    from digest.model.entries import Brief, Changes, Entry, Lead
    from digest.model.families import Fate
    from digest.model.statements import Medium, SpeakerKind


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page: what it is about, the lead, in brief, what is new, sections, timeline.

    Attributes:
        changes: None where nothing was there before.
        sections: those that are shown at once; the others stand in `smaller`.
        timeline: the last events.
        more: the way to all events, where these are not all.
        made: the way to the page that tells how the digest was made, if there is one.
        follow: its feeds.
        take: the files of the whole digest.
    """

    path: str
    title: str
    about: str
    counts: Counts
    lead: Lead | None
    brief: tuple[Brief, ...]
    changes: Changes | None
    sections: tuple[SectionCard, ...]
    timeline: tuple[TimelineItem, ...]
    more: Link | None = None
    made: Link | None = None
    smaller: tuple[SectionCard, ...] = ()
    follow: tuple[Link, ...] = ()
    take: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestsPage:
    """The front page of a site with several digests."""

    path: str
    title: str
    about: str
    digests: tuple[DigestCard, ...]


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One of several pages of a section.

    Attributes:
        month: the first day of it; None for the newest entries and for those without a day.
        number: of several pages of one month.
        entries: how many stand there.
        is_newest: whether it is the section's own page.
    """

    path: str
    month: date | None
    number: int
    entries: int
    is_newest: bool


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section: sentences in brief, and its entries, newest first.

    Attributes:
        part: which part of the section it is.
        parts: every part, the newest first; empty where one page holds all.
        brief: on the section's own page only.
        follow: its feeds.
        take: the files of the whole digest.
    """

    path: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    part: SectionPart | None = None
    parts: tuple[SectionPart, ...] = ()
    brief: tuple[Brief, ...] = ()
    follow: tuple[Link, ...] = ()
    take: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: when and where, who reports it, the entries that speak of it."""

    path: str
    title: str
    place: str | None
    day: Day | None
    evidence: tuple[Excerpt, ...]
    sources: tuple[Mark, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Every event, newest first."""

    path: str
    title: str
    items: tuple[TimelineItem, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement on a person's page, folded ones once.

    Attributes:
        said: the day it was said; None where no report tells it.
        medium: where it was said.
    """

    entry: Entry
    said: Day | None
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A speaker: forms, role, side, every statement, newest first.

    Attributes:
        role_from: who reports the role; None where it is the editor's word.
        voice: when the speaker was quoted; None where that is too little to show.
    """

    path: str
    title: str
    kind: SpeakerKind
    forms: tuple[str, ...]
    role: str | None
    side: str | None
    quotes: tuple[Quote, ...]
    role_from: Mark | None = None
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Every speaker, the most quoted first.

    Attributes:
        people: persons.
        institutions: ministries, parties, companies, and places that stand for a government.
        unnamed: whom the articles leave unnamed.
        texts: reports, decisions and the like that are quoted, without a page of their own.
        voices: when those were quoted who are quoted most; empty where that is too little to show.
    """

    path: str
    title: str
    people: tuple[PersonCard, ...]
    institutions: tuple[PersonCard, ...] = ()
    unnamed: tuple[UnnamedCard, ...] = ()
    texts: tuple[UnnamedCard, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class FateRow:
    """One paragraph on its source's page, and what became of it.

    Attributes:
        anchor: its id on the source's page.
        rule: for a cut: the rule's id; for a fold: why; else empty.
        why: the rule in plain words.
        entry: where it is shown; None for a cut.
    """

    anchor: str
    excerpt: Excerpt
    kind: ParagraphKind
    fate: Fate
    rule: str
    why: str
    entry: Link | None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: its front matter and every paragraph's fate, in order.

    Attributes:
        origin_why: what tells who wrote it.
        originals: the articles whose text it has.
        reprints: the articles that have its text.
    """

    path: str
    title: str
    outlet: str
    origin: str | None
    author: str | None
    published: date | None
    retrieved: date | None
    url: str | None
    file: str
    language: str
    event: Link | None
    rows: tuple[FateRow, ...]
    origin_why: str = ""
    originals: tuple[Reprint, ...] = ()
    reprints: tuple[Reprint, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every source, newest first.

    Attributes:
        outlets: what each outlet told; empty where that is too little to show.
    """

    path: str
    title: str
    sources: tuple[SourceCard, ...]
    outlets: tuple[OutletTold, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletPage:
    """An outlet: what it reported, who wrote that, and who else tells the same.

    Attributes:
        entries: how many it tells, and `alone` how many of them no other outlet does.
        origins: who wrote its reports, with their number, the most first.
        unknown: the reports of which nothing tells who wrote them.
        others: the outlets that tell the same, with the number of entries.
        reports: its articles, the newest first.
    """

    path: str
    title: str
    entries: int
    alone: int
    origins: tuple[tuple[str, int], ...]
    unknown: int
    others: tuple[tuple[Link, int], ...]
    reports: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """Every outlet, those with the most reports first."""

    path: str
    title: str
    outlets: tuple[OutletCard, ...]


Page = (
    FrontPage
    | SectionPage
    | EventPage
    | PersonPage
    | SourcePage
    | TimelinePage
    | PeoplePage
    | SourcesPage
    | OutletPage
    | OutletsPage
    | MadePage
    | DigestsPage
)
