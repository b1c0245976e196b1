"""What goes on which page, in which order; the only stage that leaves anything out.

Decides every page of the site from what the stages before understood, and
writes no text of its own but labels. How a page is spelled is `render`'s work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.collector import paused
from digest.compose.charts import charted
from digest.compose.entries import entries, newest_first
from digest.compose.events import event_page, timeline, timeline_items
from digest.compose.feeds import feeds, follow, table, take
from digest.compose.front import Front
from digest.compose.made import MADE, TITLE, made
from digest.compose.names import EXPORT, FRONT, OUTLETS, PEOPLE, SOURCES, TIMELINE
from digest.compose.outlets import Outlets
from digest.compose.people import People
from digest.compose.sections import section_card, section_pages
from digest.compose.several import overview
from digest.compose.since import changes
from digest.compose.sources import Sources
from digest.compose.story import UNKNOWN_OUTLET, Story
from digest.model import Counts, FrontPage, Link, Site

if TYPE_CHECKING:
    from digest.model import Digest, Page

__all__ = ["EXPORT", "UNKNOWN_OUTLET", "compose", "overview"]

_CARDS = 12  # sections shown at once on the front page
_EVENTS = 5  # of the timeline on the front page


@paused()
def compose(digest: Digest) -> Site:
    """Lay out every page of a digest.

    Returns:
        The pages, each path once, and the navigation: the front page, the
        sections in the editor's order, timeline, people, outlets, sources, and how it was made.
    """
    return _Layout(digest).site()


class _Layout:
    """The pages of one digest."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._story = Story.of(digest)
        self._index = self._story.index
        self._names = self._story.names
        self._opens = Front(digest, self._index, self._story.written)
        self._entries = entries(self._story)

    def site(self) -> Site:
        """Make every page."""
        digest, story, shown = self._digest, self._story, self._entries
        people, sources = People(story, shown), Sources(story)
        outlets = Outlets(story, shown, sources)
        pages: list[Page] = [self._front()]
        pages += section_pages(story, shown, self._opens)
        pages += [timeline(story), people.index(), outlets.index(), sources.index()]
        pages += [event_page(story, shown, event) for event in digest.events]
        pages += [people.page(p) for p in digest.people if p.id in self._names.people]
        pages += outlets.pages()
        pages += [sources.page(article) for article in digest.articles]
        nav = [Link("Front page", FRONT)]
        nav += [Link(s.title, self._names.sections[s.id]) for s in digest.sections]
        nav += [Link("Timeline", TIMELINE), Link("People", PEOPLE)]
        nav += [Link("Outlets", OUTLETS), Link("Sources", SOURCES), Link(TITLE, MADE)]
        pages = charted(digest, self._index, self._names, pages)
        return Site(
            title=digest.title,
            pages=(*pages, made(digest, self._index, pages)),
            nav=tuple(nav),
            feeds=feeds(story, shown),
            table=table(digest, self._index, shown),
        )

    def _front(self) -> FrontPage:
        digest = self._digest
        ordered = newest_first(self._story, self._entries.values())
        lead = self._opens.lead(ordered)
        events = timeline_items(self._story)
        cards = [section_card(self._story, self._entries, each) for each in digest.sections]
        fullest = sorted(cards, key=lambda card: -card.entries)[:_CARDS]
        everything = Link(f"All {len(events)} events", TIMELINE)
        return FrontPage(
            path=FRONT,
            title=digest.title,
            about=digest.about,
            counts=self._counts(),
            lead=lead,
            brief=self._opens.brief(ordered, lead),
            changes=changes(ordered, self._index),
            sections=tuple(card for card in cards if card in fullest),
            smaller=tuple(card for card in cards if card not in fullest),
            timeline=events[:_EVENTS],
            more=everything if len(events) > _EVENTS else None,
            made=Link(TITLE, MADE),
            follow=follow(FRONT),
            take=take(),
        )

    def _counts(self) -> Counts:
        articles = self._digest.articles
        fates = self._index.fates(self._digest.paragraphs)
        days = [a.published for a in articles if a.published is not None]
        return Counts(
            told=self._story.written.tally(article.id for article in articles),
            paragraphs=len(self._digest.paragraphs),
            kept=fates["kept"],
            folded=fates["folded"],
            cut=fates["cut"],
            first=min(days, default=None),
            latest=max(days, default=None),
        )
