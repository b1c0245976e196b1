"""The pages of those who speak, and the list of all of them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from digest.compose.days import said_day
from digest.compose.entries import newest_first, role
from digest.compose.names import PEOPLE
from digest.lexicon import table
from digest.model import Link, PeoplePage, PersonCard, PersonPage, Quote, UnnamedCard
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.compose.entries import Entries
    from digest.compose.story import Story
    from digest.model import Mark, Person, Statement


class People:
    """Makes the pages of speakers."""

    def __init__(self, story: Story, entries: Entries) -> None:
        self._story = story
        self._index = story.index
        self._entries = entries

    def page(self, person: Person) -> PersonPage:
        """Show a speaker with every statement, folded ones once."""
        said: dict[str, Statement] = {}
        for statement in self._index.said_by[person.id]:
            said.setdefault(self._index.family_of[statement.paragraph].id, statement)
        quotes = [self._quote(name, statement) for name, statement in said.items()]
        return PersonPage(
            path=self._story.names.people[person.id],
            title=person.name,
            kind=person.kind,
            forms=tuple(form for form in person.forms if form != person.name),
            role=role(person),
            role_from=self._role_from(person),
            side=person.side,
            quotes=tuple(self._by_date(quotes)),
        )

    def index(self) -> PeoplePage:
        """List the speakers, those with the most entries first; a folded statement counts once."""
        entries = {
            name: list(dict.fromkeys(self._index.family_of[s.paragraph].id for s in statements))
            for name, statements in self._index.said_by.items()
        }
        heard = [person for person in self._story.digest.people if person.id in entries]
        heard.sort(key=lambda p: (-len(entries[p.id]), fold(p.name), p.id))
        cards = [(p.kind, self._person_card(p, len(entries[p.id]))) for p in heard if _is_named(p)]
        unnamed = [self._unnamed(p, entries[p.id]) for p in heard if not _is_named(p)]
        return PeoplePage(
            path=PEOPLE,
            title="People",
            people=tuple(card for kind, card in cards if kind == "person"),
            institutions=tuple(card for kind, card in cards if kind == "institution"),
            unnamed=tuple(card for card in unnamed if not _is_text(card.name)),
            texts=tuple(card for card in unnamed if _is_text(card.name)),
        )

    def _quote(self, family: str, statement: Statement) -> Quote:
        """Give one statement of somebody, its day from whichever member of the family tells it."""
        members = self._index.families[family].members
        own = [s for m in members for s in self._index.said_in[m] if s.person == statement.person]
        days = (said_day(each) for each in (statement, *own))
        return Quote(
            entry=self._entries[family],
            said=next((day for day in days if day is not None), None),
            medium=next((s.medium for s in (statement, *own) if s.medium is not None), None),
        )

    def _by_date(self, quotes: Iterable[Quote]) -> Iterable[Quote]:
        """Order statements by the day they were said, or else reported, the newest first."""

        def day(quote: Quote) -> date:
            published = quote.entry.excerpt.mark.published
            return quote.said.last if quote.said else published or date.min

        own = list(quotes)
        place = {
            entry.anchor: at
            for at, entry in enumerate(newest_first(self._story, (q.entry for q in own)))
        }
        return sorted(own, key=lambda q: (-day(q).toordinal(), place[q.entry.anchor]))

    def _role_from(self, person: Person) -> Mark | None:
        """Give the first article with the role in its words; None where the editor says it."""
        if person.role is None:
            return None
        articles = {
            self._index.paragraphs[s.paragraph].article for s in self._index.said_by[person.id]
        }
        for article in (a for a in self._story.digest.articles if a.id in articles):
            for paragraph in self._index.own[article.id]:
                if person.role in paragraph.text:
                    return self._story.mark(article, paragraph.line, f"p{paragraph.number}")
        return None

    def _person_card(self, person: Person, statements: int) -> PersonCard:
        link = Link(person.name, self._story.names.people[person.id])
        return PersonCard(link, role(person), person.side, statements)

    def _unnamed(self, person: Person, entries: Iterable[str]) -> UnnamedCard:
        """Show somebody unnamed with the article that has the words, and what was said."""
        first = self._index.said_by[person.id][0].paragraph
        return UnnamedCard(
            name=person.name,
            side=person.side,
            mark=self._story.excerpt(first).mark,
            entries=tuple(self._entries[name].section for name in entries),
        )


def _is_named(person: Person) -> bool:
    return person.kind != "unnamed"


def _is_text(name: str) -> bool:
    """Whether what speaks is a report or a decision: 'survey of the piles', 'court papers'."""
    head = _OF.split(fold(name), maxsplit=1)[0].split()
    return bool(head) and (head[-1] in _TEXTS or " ".join(head[-2:]) in _TEXTS)


_OF = re.compile(r" (?:of|by|from|on|for|in) ")
_TEXTS = frozenset(map(fold, table("roles")["documents"]["nouns"]))
