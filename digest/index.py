"""A digest with everything looked up by id, so that each page is made in one pass."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.model import (
        Article,
        Digest,
        Event,
        Family,
        Fate,
        Label,
        Paragraph,
        Person,
        Section,
        Statement,
    )


@dataclass(frozen=True, slots=True)
class Index:
    """What the stages said, by the id of what they said it about.

    Attributes:
        own: the paragraphs of each article, in order.
        family_of: the family of each paragraph that is shown.
        section_of: the section of each family.
        said_in: the statements of each paragraph that is shown, the main one first.
        said_by: the same by person, in the order of the paragraphs.
        told_in: the paragraphs that are shown and speak of each event; see `speaking_of`.
        events_of: the events that each paragraph speaks of.
        event_of: what each article mainly reports.
    """

    articles: Mapping[str, Article]
    paragraphs: Mapping[str, Paragraph]
    labels: Mapping[str, Label]
    people: Mapping[str, Person]
    families: Mapping[str, Family]
    own: Mapping[str, list[Paragraph]]
    family_of: Mapping[str, Family]
    section_of: Mapping[str, Section]
    said_in: Mapping[str, list[Statement]]
    said_by: Mapping[str, list[Statement]]
    told_in: Mapping[str, tuple[str, ...]]
    events_of: Mapping[str, list[Event]]
    event_of: Mapping[str, Event]

    def fate(self, paragraph: str) -> Fate:
        """Give what became of a paragraph."""
        family = self.family_of.get(paragraph)
        if family is None:
            return "cut"
        return "kept" if family.keeper == paragraph else "folded"

    def fates(self, paragraphs: Iterable[Paragraph]) -> Counter[Fate]:
        """Count what became of some paragraphs."""
        return Counter(self.fate(paragraph.id) for paragraph in paragraphs)


def index(digest: Digest) -> Index:
    """Look everything up once."""
    sections = {section.id: section for section in digest.sections}
    own = defaultdict[str, list["Paragraph"]](list)
    for paragraph in digest.paragraphs:
        own[paragraph.article].append(paragraph)
    said_in = defaultdict[str, list["Statement"]](list)
    said_by = defaultdict[str, list["Statement"]](list)
    family_of = {member: f for f in digest.families for member in f.members}
    for statement in digest.statements:
        if statement.paragraph in family_of:  # What a title says, the text below it says again.
            said_in[statement.paragraph].append(statement)
            said_by[statement.person].append(statement)
    events_of = defaultdict[str, list["Event"]](list)
    told_in = speaking_of(digest)
    for event in digest.events:
        for place in dict.fromkeys((*event.paragraphs, *told_in[event.id])):
            events_of[place].append(event)
    return Index(
        articles={article.id: article for article in digest.articles},
        paragraphs={paragraph.id: paragraph for paragraph in digest.paragraphs},
        labels={label.paragraph: label for label in digest.labels},
        people={person.id: person for person in digest.people},
        families={family.id: family for family in digest.families},
        own=own,
        family_of=family_of,
        section_of={placed.family: sections[placed.section] for placed in digest.placements},
        said_in=said_in,
        said_by=said_by,
        told_in=told_in,
        events_of=events_of,
        event_of={article: event for event in digest.events for article in event.articles},
    )


def speaking_of(digest: Digest) -> dict[str, tuple[str, ...]]:
    """Give the paragraphs that are shown and speak of each event, by its id.

    Of an event that only headlines tell, these are the openings of its reports.
    """
    shown = {member for family in digest.families for member in family.members}
    openings: dict[str, str] = {}
    for paragraph in digest.paragraphs:
        if paragraph.id in shown:
            openings.setdefault(paragraph.article, paragraph.id)
    return {
        event.id: tuple(p for p in event.paragraphs if p in shown)
        or tuple(openings[article] for article in event.articles if article in openings)
        for event in digest.events
    }
