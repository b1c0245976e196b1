"""An entry: one family as a reader meets it, wherever it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.compose.addresses import anchor
from digest.compose.days import said_day
from digest.compose.story import UNKNOWN_OUTLET
from digest.differ import only_in
from digest.model import Byline, CopyView, Entry, Link, Pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from digest.compose.story import Story
    from digest.model import Copy, Day, Family, Person, Statement

Entries = dict[str, Entry]


def entries(story: Story) -> Entries:
    """Make the entry of every family, by the family's id."""
    maker = _Maker(story)
    return {family.id: maker.entry(family) for family in story.digest.families}


def role(person: Person) -> str | None:
    """Give the role; somebody unnamed is shown by it already."""
    return None if person.kind == "unnamed" else person.role


def newest_first(story: Story, shown: Iterable[Entry]) -> tuple[Entry, ...]:
    """Order entries by the day of their first report, those of one article as it has them.

    Articles come by the day of publication, then by the latest day that one of their
    entries was said.
    """
    own = [(story.index.paragraphs[each.first], each) for each in shown]
    said: dict[str, int] = {}
    for paragraph, entry in own:
        day = entry.day.last.toordinal() if entry.day else 0
        said[paragraph.article] = max(day, said.get(paragraph.article, 0))

    def age(entry: Entry, article: str) -> tuple[int, int]:
        return -_ordinal(entry.reported), -said[article]

    own.sort(key=lambda pair: (age(pair[1], pair[0].article), pair[0].article, pair[0].number))
    return tuple(entry for _, entry in own)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day is not None else 0


class _Maker:
    """Makes entries of families."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._index = story.index
        self._see_also: Mapping[str, Sequence[str]] = {
            each.family: each.others for each in story.digest.relations
        }

    def entry(self, family: Family) -> Entry:
        """Make one."""
        names, address = self._story.names, self._story.addresses.families[family.id]
        events = {e.id: e for m in family.members for e in self._index.events_of[m]}
        return Entry(
            anchor=address.anchor,
            section=self._story.home(family.id),
            excerpt=self._story.excerpt(family.keeper),
            bylines=self._bylines(family.keeper),
            day=self._day(family),
            copies=tuple(self._copy(copy, family.keeper, address.first) for copy in family.copies),
            events=tuple(Link(e.title, names.events[e.id]) for e in events.values()),
            told=self._story.written.tally(
                self._index.paragraphs[m].article for m in family.members
            ),
            see_also=tuple(self._pointer(name) for name in self._see_also.get(family.id, ())),
            pinned=family.pinned,
            first=address.first,
            reported=address.reported,
            own_anchor=_member_anchor(family.keeper, address.first),
            outlets=tuple(self._outlets(family)),
        )

    def _copy(self, copy: Copy, keeper: str, first: str) -> CopyView:
        excerpt = self._story.excerpt(copy.paragraph)
        added = only_in(excerpt.text, self._index.paragraphs[keeper].text)
        return CopyView(excerpt, copy.why, added, _member_anchor(copy.paragraph, first))

    def _outlets(self, family: Family) -> Iterator[Link]:
        """Give the way to each outlet that tells it, the keeper's first."""
        articles = (self._index.paragraphs[member].article for member in family.members)
        told = (self._story.written.origin(article).outlet for article in articles)
        for outlet in dict.fromkeys(told):
            if outlet is not None:
                yield Link(outlet, self._story.names.outlets[outlet])

    def _pointer(self, family: str) -> Pointer:
        """Point to an entry by who speaks there, or by the outlet where nobody does."""
        keeper = self._index.families[family].keeper
        article = self._index.articles[self._index.paragraphs[keeper].article]
        home = self._story.home(family)
        said = self._index.said_in[keeper]
        if not said:
            link = replace(home, text=article.outlet or UNKNOWN_OUTLET)
            return Pointer(link, None, article.published)
        link = replace(home, text=self._index.people[said[0].person].name)
        return Pointer(link, article.outlet, article.published)

    def _bylines(self, paragraph: str) -> tuple[Byline, ...]:
        """Name every speaker of a paragraph once, the main one first."""
        said: dict[str, list[Statement]] = {}
        for statement in self._index.said_in[paragraph]:
            said.setdefault(statement.person, []).append(statement)
        return tuple(self._byline(own) for own in said.values())

    def _byline(self, said: Sequence[Statement]) -> Byline:
        """Name the speaker of some statements, with the first medium that one of them tells."""
        person = self._index.people[said[0].person]
        return Byline(
            name=person.name,
            role=role(person),
            side=person.side,
            page=self._story.names.people.get(person.id),
            kind=said[0].kind,
            medium=next((s.medium for s in said if s.medium is not None), None),
        )

    def _day(self, family: Family) -> Day | None:
        """Give the day of the main statement, from whichever member tells it."""
        said = (self._index.said_in[member][:1] for member in family.members)
        days = (said_day(statement) for main in said for statement in main)
        return next((day for day in days if day is not None), None)


def _member_anchor(paragraph: str, first: str) -> str:
    """Give a text's own anchor; empty for the one that the whole entry is called after."""
    return "" if paragraph == first else anchor(paragraph)
