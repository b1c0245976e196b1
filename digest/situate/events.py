"""Which events the articles report: those that they name, and what else several report alike.

A *naming* is one place in a text that names an event, an *occasion* is what
the namings of one article agree on, and a named event is what the occasions of
several articles agree on. Two that differ in kind, place or day are two. What
an article mainly reports is the event that it shares with the articles that
tell the same; where these name none, their headline does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import chain, count
from operator import itemgetter
from typing import TYPE_CHECKING

from digest.model import Event
from digest.situate.namings import Reader
from digest.situate.occasions import Occasion, Shelf, is_precise, occasions
from digest.situate.openings import EVENT, openings
from digest.situate.places import Atlas
from digest.situate.reports import reports
from digest.situate.unnamed import unnamed
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Article, Label, Moment, Paragraph
    from digest.situate.openings import Opening

_SHARE = 2  # of this many articles that report the same, one at least names the event


def events(
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
) -> tuple[Event, ...]:
    """Find the events that the articles report, with place and day where known.

    Args:
        articles: with their days of publication, where known.
        paragraphs: of all articles, in order.
        labels: what each is; boilerplate is not read, of bylines only the days
            are; captions and titles are read, since they often name the event best.
        moments: the days that the paragraphs name.

    Returns:
        Events in the order of their days, the undated ones last: those that an
        article mainly reports, and others that have a day and a place. Each
        article is in `articles` of one event at the most.
    """
    kinds = {label.paragraph: label.kind for label in labels}
    days: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        days[moment.paragraph].append(moment)
    read = [p for p in paragraphs if kinds[p.id] != "boilerplate"]
    own: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in read:
        if kinds[paragraph.id] != "byline":
            own[paragraph.article].append(paragraph)
    atlas = Atlas(p.text for name in own for p in own[name])
    reader = Reader(atlas, kinds, days)
    found = {a.id: occasions(a, reader.namings(own[a.id]), atlas) for a in articles}
    told = openings(articles, read, kinds, days)
    together = _together(articles, found, told)
    groups = _merged(found, atlas)
    left = list(_settled(groups, together))
    by_id = {article.id: article for article in articles}
    made = [_event(group) for group in groups if group.articles or group.is_dated]
    made += [unnamed([by_id[name] for name in group], own, kinds, days, told) for group in left]
    made.sort(key=lambda event: (event.first or date.max, event.id))
    return tuple(_numbered(made))


def _together(
    articles: Sequence[Article],
    found: Mapping[str, Sequence[Occasion]],
    told: Mapping[str, Opening],
) -> tuple[tuple[str, ...], ...]:
    """Group the articles that report the same, and let their occasions know with whom they do.

    What an opening names with its place and day tells more than its other words.
    """
    for name, (main, *_) in filter(itemgetter(1), found.items()):
        told[name].words.update(EVENT + trait for trait in main.traits())
    together = reports(articles, told)
    for number, group in enumerate(together):
        for occasion in chain.from_iterable(found[name] for name in group):
            occasion.reports.add(number)
    return together


def _merged(found: Mapping[str, Sequence[Occasion]], atlas: Atlas) -> list[Occasion]:
    """Put the occasions of all articles together, and name the main one of each."""
    shelf = Shelf(atlas)
    for article, told in found.items():
        main = next((o for o in told if o.is_main), None)
        for occasion in told:
            home = next((group for group in shelf.near(occasion) if group.is_same(occasion)), None)
            if home is None:
                home = occasion.like()
            home.join(occasion)
            shelf.put(home)
            if occasion is main:
                home.articles.append(article)
    return shelf.occasions


def _settled(
    groups: Iterable[Occasion], together: Iterable[Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """Give the articles that report the same the event that enough of them name.

    An article that names another event with place and day keeps that.

    Returns:
        The groups of articles that report the same and name no event together.
    """
    main = {article: group for group in groups for article in group.articles}
    for names in together:
        lead = _lead(names, main)
        open_ = [n for n in names if n not in main or not main[n].is_dated]
        if lead is None and len(open_) == 1:
            continue  # nobody else reports it: what it names is all there is
        for name in open_:
            if name in main:
                main[name].articles.remove(name)
            if lead is not None:
                lead.articles.append(name)
        if lead is None and open_:
            yield tuple(open_)


def _lead(names: Sequence[str], main: Mapping[str, Occasion]) -> Occasion | None:
    """Give the event that most articles of a group mainly report, if they are enough."""
    told: Counter[int] = Counter()
    by_id: dict[int, Occasion] = {}
    for name in names:
        if name in main:
            told[id(main[name])] += 1
            by_id.setdefault(id(main[name]), main[name])
    enough = [group for key, group in by_id.items() if told[key] * _SHARE >= len(names)]
    return max(enough, key=lambda g: (told[id(g)], g.is_dated, g.weight), default=None)


def _event(occasion: Occasion) -> Event:
    noun, place = occasion.noun, occasion.place
    days = occasion.days if is_precise(occasion.days) else None
    parts = (slug(noun), slug(place or ""), days[0].isoformat() if days else "")
    return Event(
        id="-".join(part for part in parts if part),
        title=f"{_capital(noun)} in {place}" if place else _capital(noun),
        kind=occasion.kind,
        place=place,
        first=days[0] if days else None,
        last=days[1] if days else None,
        certainty=occasion.certainty,
        articles=tuple(sorted(occasion.articles)),
        paragraphs=tuple(dict.fromkeys(n.paragraph for n in occasion.namings)),
        evidence=tuple(
            (n.paragraph, n.when.span if n.when else n.span)
            for n in occasion.namings
            if n.when or n.place
        ),
    )


def _capital(noun: str) -> str:
    return noun[0].upper() + noun[1:]


def _numbered(made: Iterable[Event]) -> Iterator[Event]:
    """Give look-alikes ids of their own."""
    taken: set[str] = set()
    for event in made:
        ids = chain([event.id], (f"{event.id}-{number}" for number in count(2)))
        free = next(name for name in ids if name not in taken)
        taken.add(free)
        yield replace(event, id=free)
