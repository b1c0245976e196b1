"""The page that tells how the digest was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from digest.model.cards import Counts, TimelineItem
    from digest.model.cited import Link, Mark
    from digest.model.digest import Overruling, Quoting


Gap = Literal[
    "outlet",
    "published",
    "origin",
    "unnamed",
    "side",
    "said",
    "voiceless",
    "event",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why paragraphs were folded or cut.

    Attributes:
        why: in plain words.
        rule: the id of the rule of a cut; empty for a fold.
        count: how many paragraphs.
        example: where one of them stands.
    """

    why: str
    rule: str
    count: int
    example: Mark


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the sources do not always tell.

    Attributes:
        gap: what.
        count: in how many cases they do not.
        of: of how many.
        examples: where that shows, a few of them.
    """

    gap: Gap
    count: int
    of: int
    examples: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MadePage:
    """How the digest was made: what was read, what became of it, what nobody knows.

    Attributes:
        counts: what was read and what became of it.
        sources: the way to every report; `people` and `timeline` in the same way.
        statements: in the paragraphs that are shown.
        speakers: who make them.
        events: all that were found.
        folded: why paragraphs were folded, the commonest reason first.
        cut: by which rules paragraphs were cut, the commonest first.
        unknown: what the sources do not tell.
        worked_out: the events whose day no text states in full.
        overruled: the lines of digest.yml that are in force.
        idle: how many lines of digest.yml are not.
        quoting: how much of a source is shown; None where the editor sets no bound.
    """

    path: str
    title: str
    counts: Counts
    sources: Link
    people: Link
    timeline: Link
    statements: int
    speakers: int
    events: int
    folded: tuple[Reason, ...]
    cut: tuple[Reason, ...]
    unknown: tuple[Unknown, ...]
    worked_out: tuple[TimelineItem, ...]
    overruled: tuple[Overruling, ...] = ()
    idle: int = 0
    quoting: Quoting | None = None
