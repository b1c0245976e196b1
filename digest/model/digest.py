"""All that was understood, and what the editor decided otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.errors import Problem
    from digest.model.articles import Article, Label, Paragraph
    from digest.model.days import Event, Moment
    from digest.model.families import Family, Placement, Relation, Section
    from digest.model.origins import Copied, Origin
    from digest.model.statements import Person, Statement


Order = Literal["speaker", "fold", "split", "pin", "move"]


class Quoting(NamedTuple):
    """How much of a source the editor lets a public page show; None for all of it.

    Attributes:
        words: of one paragraph.
        share: of the words of one article, above 0 and at most 1.
    """

    words: int | None = None
    share: float | None = None


class Overruling(NamedTuple):
    """A line of digest.yml that decides otherwise than the texts were understood."""

    line: int
    order: Order


@dataclass(frozen=True, slots=True)
class Digest:
    """All that was understood of one story, before anything is left out.

    Attributes:
        id: what tells this digest from every other, whatever its title and address become.
        notices: what the editor should look at, though the pages can be made: lines of
            digest.yml that no longer do anything.
        overruled: the lines of digest.yml that are in force.
        quoting: how much of a source may be shown; None where the editor sets no bound.
    """

    title: str
    about: str
    articles: tuple[Article, ...]
    paragraphs: tuple[Paragraph, ...]
    labels: tuple[Label, ...]
    origins: tuple[Origin, ...]
    copied: tuple[Copied, ...]
    moments: tuple[Moment, ...]
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    statements: tuple[Statement, ...]
    families: tuple[Family, ...]
    placements: tuple[Placement, ...]
    sections: tuple[Section, ...]
    notices: tuple[Problem, ...] = ()
    relations: tuple[Relation, ...] = ()
    overruled: tuple[Overruling, ...] = ()
    quoting: Quoting | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that was understood of one sources folder: what a site is made of.

    Attributes:
        title: of the site; that of the digest where there is one only.
        digests: by the folder of the site that each has, in order; '' is the whole site.
    """

    title: str
    about: str
    digests: Mapping[str, Digest]

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What the editor should look at, in every digest."""
        return tuple(notice for digest in self.digests.values() for notice in digest.notices)
