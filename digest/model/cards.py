"""What a list or a chart shows of each thing that is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.model.cited import Byline, Day, Excerpt, Link, Mark, Reprint, Tally


@dataclass(frozen=True, slots=True)
class Counts:
    """What was read and what became of it."""

    told: Tally
    paragraphs: int
    kept: int
    folded: int
    cut: int
    first: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class DigestCard:
    """One of several digests on the front page of their site.

    Attributes:
        newest: the first sentence of its newest development.
    """

    anchor: str
    link: Link
    about: str
    counts: Counts
    newest: Excerpt | None


@dataclass(frozen=True, slots=True)
class SectionCard:
    """A section on the front page: how much stands in it and how new it is.

    Attributes:
        speaker: who was heard last, of those with a page.
    """

    link: Link
    about: str
    entries: int
    articles: int
    latest: date | None
    speaker: Byline | None = None


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """An event on the timeline."""

    link: Link
    place: str | None
    day: Day | None
    articles: int
    entries: int


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A speaker in the list of speakers."""

    link: Link
    role: str | None
    side: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class UnnamedCard:
    """Somebody whom an article leaves unnamed: no page, but the way to what was said.

    Attributes:
        name: the article's words ('a senior diplomat').
        mark: the article that has them.
        entries: where the statements stand.
    """

    name: str
    side: str | None
    mark: Mark
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """When a speaker was quoted.

    Attributes:
        statements: how many there are, folded ones once.
        said: the day of each of which it is known, in order.
        reported: the days of the reports of the others, where those are known, in order.
    """

    link: Link
    statements: int
    said: tuple[Day, ...]
    reported: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Where its dots stand: the last day of each."""
        return (*(day.last for day in self.said), *self.reported)


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in the list of sources.

    Attributes:
        origin: who wrote it, where that is not the outlet.
        originals: the articles whose text it has.
    """

    link: Link
    outlet: str
    published: date | None
    kept: int
    folded: int
    cut: int
    origin: str | None = None
    originals: tuple[Reprint, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletCard:
    """An outlet in the list of outlets.

    Attributes:
        entries: that it tells, and `alone` those that no other outlet does.
    """

    link: Link
    reports: int
    entries: int
    alone: int
    latest: date | None


class Share(NamedTuple):
    """What an outlet told of a section: entries that it alone has, and those of others, too."""

    section: Link
    alone: int
    together: int


@dataclass(frozen=True, slots=True)
class OutletTold:
    """What an outlet told, in the order of the sections; none that it told nothing of.

    Attributes:
        name: None for the reports that do not say who published them.
    """

    name: str | None
    shares: tuple[Share, ...]
