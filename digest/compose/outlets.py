"""The pages of the outlets: what each reported, alone or as others did, and who wrote it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from digest.compose.names import OUTLETS
from digest.model import Link, OutletCard, OutletPage, OutletsPage
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.compose.entries import Entries
    from digest.compose.sources import Sources
    from digest.compose.story import Story
    from digest.model import Article, Entry


class Outlets:
    """Makes the pages of outlets."""

    def __init__(self, story: Story, entries: Entries, sources: Sources) -> None:
        self._story = story
        self._sources = sources
        self._articles = _published(story)
        self._told: Mapping[str, list[Entry]] = _told(entries)

    def pages(self) -> Iterator[OutletPage]:
        """Show every outlet."""
        for outlet in self._story.names.outlets:
            yield self._page(outlet)

    def index(self) -> OutletsPage:
        """List the outlets, those with the most reports first."""
        cards = [self._card(outlet) for outlet in self._story.names.outlets]
        cards.sort(key=lambda card: (-card.reports, fold(card.link.text), card.link.page))
        return OutletsPage(OUTLETS, "Outlets", tuple(cards))

    def _page(self, outlet: str) -> OutletPage:
        card = self._card(outlet)
        articles = self._articles[outlet]
        origins = Counter(self._story.written.origin(each.id).name for each in articles)
        known = sorted((name, count) for name, count in origins.items() if name is not None)
        return OutletPage(
            path=card.link.page,
            title=outlet,
            entries=card.entries,
            alone=card.alone,
            origins=tuple(sorted(known, key=lambda origin: -origin[1])),
            unknown=origins[None],
            others=tuple(self._others(outlet)),
            reports=self._sources.cards(articles),
        )

    def _card(self, outlet: str) -> OutletCard:
        told = self._told.get(outlet, [])
        days = [a.published for a in self._articles[outlet] if a.published is not None]
        return OutletCard(
            link=Link(outlet, self._story.names.outlets[outlet]),
            reports=len(self._articles[outlet]),
            entries=len(told),
            alone=sum(_tellers(entry) == {self._story.names.outlets[outlet]} for entry in told),
            latest=max(days, default=None),
        )

    def _others(self, outlet: str) -> Iterator[tuple[Link, int]]:
        """Give the outlets that tell the same, with the number of entries, the most first."""
        told = self._told.get(outlet, [])
        alike = Counter(link for entry in told for link in entry.outlets if link.text != outlet)
        yield from sorted(alike.items(), key=lambda other: (-other[1], fold(other[0].text)))


def _published(story: Story) -> Mapping[str, list[Article]]:
    """Give the articles of each outlet."""
    found: dict[str, list[Article]] = {outlet: [] for outlet in story.names.outlets}
    for article in story.digest.articles:
        outlet = story.written.origin(article.id).outlet
        if outlet is not None:
            found[outlet].append(article)
    return found


def _told(entries: Entries) -> Mapping[str, list[Entry]]:
    """Give the entries that each outlet tells."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        for outlet in entry.outlets:
            found[outlet.text].append(entry)
    return found


def _tellers(entry: Entry) -> set[str | None]:
    """Give the pages of those who tell an entry; None for a report of an unknown outlet."""
    marks = (entry.excerpt.mark, *(copy.excerpt.mark for copy in entry.copies))
    return {mark.outlet_page for mark in marks}
