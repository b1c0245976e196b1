"""Days that texts name, and what happened on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from digest.model.articles import Span


Certainty = Literal["stated", "worked out"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or season that a text names, worked out against its publication.

    Attributes:
        span: the words in the paragraph ('last week', 'on November 23').
        first: the first day it may mean.
        last: the last day it may mean; equal to `first` for a day.
        certainty: `stated` when the text gives the full date.
        rule: the rule that read it.
    """

    paragraph: str
    span: Span
    first: date
    last: date
    certainty: Certainty
    rule: str

    @property
    def day(self) -> date | None:
        """The day; None for 'last week', which is none."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated and placed that articles report.

    Attributes:
        id: stable, made of kind, place and day.
        title: words of ours where a text names it ('Summit in Tallinn'), else the most typical
            headline of its reports, verbatim.
        kind: the event noun (`summit`).
        place: the town or country, None where unknown.
        first: its first day, None where unknown.
        last: its last day.
        certainty: whether the day was stated or worked out.
        articles: ids of the articles that mainly report it.
        paragraphs: ids of the paragraphs that speak of it.
        evidence: (paragraph id, span) of the words it was read from.
    """

    id: str
    title: str
    kind: str
    place: str | None
    first: date | None
    last: date | None
    certainty: Certainty
    articles: tuple[str, ...]
    paragraphs: tuple[str, ...]
    evidence: tuple[tuple[str, Span], ...]
