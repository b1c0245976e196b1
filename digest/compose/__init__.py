"""What goes on which page, in which order; the only stage that leaves anything out.

Decides every page of the site from what the stages before understood, and
writes no text of its own but labels. How a page is spelled is `render`'s work.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from digest.compose.feeds import feeds, follow, table, take
from digest.compose.front import brief, lead
from digest.compose.index import index
from digest.compose.names import EXPORT, FRONT, PEOPLE, SOURCES, TIMELINE, names
from digest.compose.written import Written
from digest.differ import only_in
from digest.lexicon import rules
from digest.model import (
    Byline,
    CopyView,
    Counts,
    Day,
    Entry,
    EventPage,
    Excerpt,
    FateRow,
    FrontPage,
    Link,
    Mark,
    PeoplePage,
    PersonCard,
    PersonPage,
    Pointer,
    Quote,
    Reprint,
    SectionCard,
    SectionPage,
    Site,
    SourceCard,
    SourcePage,
    SourcesPage,
    TimelineItem,
    TimelinePage,
    UnnamedCard,
)
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.model import (
        Article,
        Certainty,
        Copied,
        Copy,
        Digest,
        Event,
        Family,
        Page,
        Paragraph,
        Person,
        Section,
        Statement,
    )

__all__ = ["EXPORT", "UNKNOWN_OUTLET", "compose"]

UNKNOWN_OUTLET = "Unknown outlet"
_DATED = timedelta(days=7)  # a longer stretch is no day to show
_SAID = timedelta(days=30)  # but 'said in May' tells more than when it was reported


def compose(digest: Digest) -> Site:
    """Lay out every page of a digest.

    Returns:
        The pages, each path once, and the navigation: the front page, the
        sections in the editor's order, timeline, people and sources.
    """
    return _Layout(digest).site()


class _Layout:
    """The pages of one digest."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._index = index(digest)
        self._names = names(digest)
        self._written = Written(digest)
        self._see_also = {each.family: each.others for each in digest.relations}
        self._entries = {family.id: self._entry(family) for family in digest.families}

    # --------------------------------------------------------------- pages

    def site(self) -> Site:
        """Make every page."""
        digest = self._digest
        pages: list[Page] = [self._front()]
        pages += [self._section(section) for section in digest.sections]
        pages += [self._timeline(), self._people(), self._sources()]
        pages += [self._event(event) for event in digest.events]
        pages += [self._person(p) for p in digest.people if p.id in self._names.people]
        pages += [self._source(article) for article in digest.articles]
        nav = [Link("Front page", FRONT)]
        nav += [Link(s.title, self._names.sections[s.id]) for s in digest.sections]
        nav += [Link("Timeline", TIMELINE), Link("People", PEOPLE), Link("Sources", SOURCES)]
        return Site(
            title=digest.title,
            pages=tuple(pages),
            nav=tuple(nav),
            feeds=feeds(digest, self._index, self._names, self._entries),
            table=table(digest, self._index, self._entries),
        )

    def _front(self) -> FrontPage:
        digest = self._digest
        entries = self._ordered(self._entries.values())
        newest = lead(entries, self._index)
        return FrontPage(
            path=FRONT,
            title=digest.title,
            about=digest.about,
            counts=self._counts(),
            lead=newest,
            brief=brief(entries, newest, self._index),
            sections=tuple(self._card(section) for section in digest.sections),
            timeline=self._items(),
            follow=follow(FRONT),
            take=take(),
        )

    def _section(self, section: Section) -> SectionPage:
        return SectionPage(
            path=self._names.sections[section.id],
            title=section.title,
            about=section.about,
            # What the editor pins stands first.
            entries=tuple(
                sorted(
                    self._ordered(self._entries[name] for name in section.families),
                    key=lambda entry: not entry.pinned,
                )
            ),
            follow=follow(self._names.sections[section.id]),
            take=take(),
        )

    def _event(self, event: Event) -> EventPage:
        family_of = self._index.family_of
        proofs = dict.fromkeys(p for p, _ in event.evidence if p not in family_of)
        return EventPage(
            path=self._names.events[event.id],
            title=event.title,
            place=event.place,
            day=_day(event.first, event.last, event.certainty),
            evidence=tuple(self._excerpt(paragraph) for paragraph in proofs),
            sources=tuple(self._article_mark(self._index.articles[a]) for a in event.articles),
            entries=self._ordered(self._entries[name] for name in self._families(event)),
        )

    def _families(self, event: Event) -> dict[str, None]:
        """Give the ids of the families that tell of an event, each once."""
        family_of = self._index.family_of
        told = [p for p in event.paragraphs if p in family_of] or self._openings(event)
        return dict.fromkeys(family_of[paragraph].id for paragraph in told)

    def _openings(self, event: Event) -> list[str]:
        """Give the first text paragraph of every report of an event that no text names."""
        first: dict[str, str] = {}
        for paragraph in self._digest.paragraphs:
            if paragraph.id in self._index.family_of:
                first.setdefault(paragraph.article, paragraph.id)
        return [first[article] for article in event.articles if article in first]

    def _person(self, person: Person) -> PersonPage:
        said: dict[str, Statement] = {}
        for statement in self._index.said_by[person.id]:
            said.setdefault(self._index.family_of[statement.paragraph].id, statement)
        quotes = [self._quote(name, statement) for name, statement in said.items()]
        return PersonPage(
            path=self._names.people[person.id],
            title=person.name,
            kind=person.kind,
            forms=tuple(form for form in person.forms if form != person.name),
            role=_role(person),
            role_from=self._role_from(person),
            side=person.side,
            quotes=tuple(self._by_date(quotes)),
        )

    def _quote(self, family: str, statement: Statement) -> Quote:
        """Give one statement of somebody, its day from whichever member of the family tells it."""
        members = self._index.families[family].members
        own = [s for m in members for s in self._index.said_in[m] if s.person == statement.person]
        days = (_said_day(each) for each in (statement, *own))
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
        place = {entry.anchor: at for at, entry in enumerate(self._ordered(q.entry for q in own))}
        return sorted(own, key=lambda q: (-day(q).toordinal(), place[q.entry.anchor]))

    def _role_from(self, person: Person) -> Mark | None:
        """Give the first article with the role in its words; None where the editor says it."""
        if person.role is None:
            return None
        articles = {
            self._index.paragraphs[s.paragraph].article for s in self._index.said_by[person.id]
        }
        for article in (a for a in self._digest.articles if a.id in articles):
            for paragraph in self._index.own[article.id]:
                if person.role in paragraph.text:
                    return self._mark(article, paragraph.line, f"p{paragraph.number}")
        return None

    def _source(self, article: Article) -> SourcePage:
        event = self._index.event_of.get(article.id)
        return SourcePage(
            path=self._names.sources[article.id],
            title=article.title,
            outlet=article.outlet or UNKNOWN_OUTLET,
            origin=self._written.origin(article.id).name,
            author=article.author,
            published=article.published,
            retrieved=article.retrieved,
            url=article.url,
            file=article.file,
            language=article.language,
            event=Link(event.title, self._names.events[event.id]) if event else None,
            rows=tuple(self._row(paragraph) for paragraph in self._index.own[article.id]),
            origin_why=self._written.how_known(article.id),
            originals=self._originals(article.id),
            reprints=tuple(
                self._reprint(copied, copied.article)
                for copied in self._written.reprints(article.id)
            ),
        )

    def _originals(self, article: str) -> tuple[Reprint, ...]:
        return tuple(self._reprint(each, each.of) for each in self._written.originals(article))

    def _reprint(self, copied: Copied, shown: str) -> Reprint:
        """Show one of two articles with the same text."""
        article = self._index.articles[shown]
        link = Link(article.title, self._names.sources[shown])
        return Reprint(link, article.outlet or UNKNOWN_OUTLET, copied.is_reprint)

    def _timeline(self) -> TimelinePage:
        return TimelinePage(TIMELINE, "Timeline", self._items())

    def _people(self) -> PeoplePage:
        """List the speakers, those with the most entries first; a folded statement counts once."""
        entries = {
            name: list(dict.fromkeys(self._index.family_of[s.paragraph].id for s in statements))
            for name, statements in self._index.said_by.items()
        }
        heard = [person for person in self._digest.people if person.id in entries]
        heard.sort(key=lambda p: (-len(entries[p.id]), fold(p.name), p.id))
        cards = [(p.kind, self._person_card(p, len(entries[p.id]))) for p in heard if _is_named(p)]
        return PeoplePage(
            path=PEOPLE,
            title="People",
            people=tuple(card for kind, card in cards if kind == "person"),
            institutions=tuple(card for kind, card in cards if kind == "institution"),
            unnamed=tuple(self._unnamed(p, entries[p.id]) for p in heard if not _is_named(p)),
        )

    def _person_card(self, person: Person, statements: int) -> PersonCard:
        link = Link(person.name, self._names.people[person.id])
        return PersonCard(link, _role(person), person.side, statements)

    def _unnamed(self, person: Person, entries: Iterable[str]) -> UnnamedCard:
        """Show somebody unnamed with the article that has the words, and what was said."""
        first = self._index.said_by[person.id][0].paragraph
        return UnnamedCard(
            name=person.name,
            side=person.side,
            mark=self._excerpt(first).mark,
            entries=tuple(self._entries[name].section for name in entries),
        )

    def _sources(self) -> SourcesPage:
        by_name = sorted(self._digest.articles, key=lambda a: a.id)
        newest = sorted(by_name, key=lambda a: a.published or date.min, reverse=True)
        return SourcesPage(SOURCES, "Sources", tuple(self._source_card(a) for a in newest))

    # --------------------------------------------------------------- parts

    def _entry(self, family: Family) -> Entry:
        events = {e.id: e for m in family.members for e in self._index.events_of[m]}
        return Entry(
            anchor=family.id,
            section=self._home(family.id),
            excerpt=self._excerpt(family.keeper),
            bylines=self._bylines(family.keeper),
            day=self._entry_day(family),
            copies=tuple(self._copy(copy, family.keeper) for copy in family.copies),
            events=tuple(Link(e.title, self._names.events[e.id]) for e in events.values()),
            told=self._written.tally(self._index.paragraphs[m].article for m in family.members),
            see_also=tuple(self._pointer(name) for name in self._see_also.get(family.id, ())),
            pinned=family.pinned,
        )

    def _home(self, family: str) -> Link:
        """Give the way to where an entry stands."""
        section = self._index.section_of[family]
        return Link(section.title, self._names.sections[section.id], family)

    def _copy(self, copy: Copy, keeper: str) -> CopyView:
        excerpt = self._excerpt(copy.paragraph)
        added = only_in(excerpt.text, self._index.paragraphs[keeper].text)
        return CopyView(excerpt, copy.why, added)

    def _pointer(self, family: str) -> Pointer:
        """Point to an entry by who speaks there, or by the outlet where nobody does."""
        keeper = self._index.families[family].keeper
        article = self._index.articles[self._index.paragraphs[keeper].article]
        said = self._index.said_in[keeper]
        if not said:
            link = replace(self._home(family), text=article.outlet or UNKNOWN_OUTLET)
            return Pointer(link, None, article.published)
        link = replace(self._home(family), text=self._index.people[said[0].person].name)
        return Pointer(link, article.outlet, article.published)

    def _excerpt(self, paragraph: str) -> Excerpt:
        own = self._index.paragraphs[paragraph]
        article = self._index.articles[own.article]
        mark = self._mark(article, own.line, f"p{own.number}")
        return Excerpt(own.id, own.text, article.language, mark)

    def _mark(self, article: Article, line: int, anchor: str) -> Mark:
        return Mark(
            outlet=article.outlet or UNKNOWN_OUTLET,
            title=article.title,
            published=article.published,
            file=article.file,
            line=line,
            page=self._names.sources[article.id],
            anchor=anchor,
        )

    def _article_mark(self, article: Article) -> Mark:
        return self._mark(article, article.body_line, "")

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
            role=_role(person),
            side=person.side,
            page=self._names.people.get(person.id),
            kind=said[0].kind,
            medium=next((s.medium for s in said if s.medium is not None), None),
        )

    def _entry_day(self, family: Family) -> Day | None:
        """Give the day of the main statement, from whichever member tells it."""
        said = (self._index.said_in[member][:1] for member in family.members)
        days = (_said_day(statement) for main in said for statement in main)
        return next((day for day in days if day is not None), None)

    def _row(self, paragraph: Paragraph) -> FateRow:
        label = self._index.labels[paragraph.id]
        family = self._index.family_of.get(paragraph.id)
        excerpt = self._excerpt(paragraph.id)
        anchor = excerpt.mark.anchor
        if family is None:
            rule = label.rule or ""
            why = _reasons().get(rule, rule)
            return FateRow(anchor, excerpt, label.kind, "cut", rule, why, None)
        entry = self._entries[family.id].section
        copied = {copy.paragraph: copy.why for copy in family.copies}
        why = copied.get(paragraph.id, "")
        fate = self._index.fate(paragraph.id)
        return FateRow(anchor, excerpt, label.kind, fate, why, why, entry)

    def _card(self, section: Section) -> SectionCard:
        families = [self._index.families[name] for name in section.families]
        articles = {self._index.paragraphs[m].article for f in families for m in f.members}
        days = [self._index.articles[article].published for article in articles]
        return SectionCard(
            link=Link(section.title, self._names.sections[section.id]),
            about=section.about,
            entries=len(families),
            articles=len(articles),
            latest=max((day for day in days if day is not None), default=None),
        )

    def _items(self) -> tuple[TimelineItem, ...]:
        """List the events, the newest first, the undated ones last."""
        by_name = sorted(self._digest.events, key=lambda e: e.id)
        newest = sorted(by_name, key=lambda e: e.first or date.min, reverse=True)
        return tuple(self._item(event) for event in newest)

    def _item(self, event: Event) -> TimelineItem:
        return TimelineItem(
            link=Link(event.title, self._names.events[event.id]),
            place=event.place,
            day=_day(event.first, event.last, event.certainty),
            articles=len(event.articles),
            entries=len(self._families(event)),
        )

    def _source_card(self, article: Article) -> SourceCard:
        fates = self._index.fates(self._index.own[article.id])
        origin = self._written.origin(article.id)
        return SourceCard(
            link=Link(article.title, self._names.sources[article.id]),
            outlet=article.outlet or UNKNOWN_OUTLET,
            published=article.published,
            kept=fates["kept"],
            folded=fates["folded"],
            cut=fates["cut"],
            origin=origin.name if origin.name != origin.outlet else None,
            originals=self._originals(article.id),
        )

    def _counts(self) -> Counts:
        articles = self._digest.articles
        fates = self._index.fates(self._digest.paragraphs)
        days = [a.published for a in articles if a.published is not None]
        return Counts(
            told=self._written.tally(article.id for article in articles),
            paragraphs=len(self._digest.paragraphs),
            kept=fates["kept"],
            folded=fates["folded"],
            cut=fates["cut"],
            first=min(days, default=None),
            latest=max(days, default=None),
        )

    def _ordered(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Order entries: the newest first, those of one article as it has them.

        Articles come by the day of publication, then by the latest day that
        one of their entries was said.
        """
        own = [(self._index.paragraphs[e.excerpt.paragraph], e) for e in entries]
        said: dict[str, date] = {}
        for paragraph, entry in own:
            day = entry.day.last if entry.day else date.min
            said[paragraph.article] = max(day, said.get(paragraph.article, date.min))

        def age(article: str) -> tuple[int, int]:
            published = self._index.articles[article].published or date.min
            return -published.toordinal(), -said[article].toordinal()

        own.sort(key=lambda pair: (age(pair[0].article), pair[0].article, pair[0].number))
        return tuple(entry for _, entry in own)


def _is_named(person: Person) -> bool:
    return person.kind != "unnamed"


def _role(person: Person) -> str | None:
    """Give the role; somebody unnamed is shown by it already."""
    return None if person.kind == "unnamed" else person.role


def _said_day(statement: Statement) -> Day | None:
    said = statement.said
    return _day(said.first, said.last, said.certainty, _SAID) if said else None


def _day(
    first: date | None, last: date | None, certainty: Certainty, longest: timedelta = _DATED
) -> Day | None:
    if first is None or last is None or last - first > longest:
        return None
    return Day(first, last, certainty)


@cache
def _reasons() -> Mapping[str, str]:
    """Give every rule of cleaning in plain words, by its id."""
    return {rule.id: rule.why for rule in rules("furniture")}
