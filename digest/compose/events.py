"""The pages of the events, and the timeline of all of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digest.compose.days import day
from digest.compose.entries import newest_first
from digest.compose.names import TIMELINE
from digest.model import EventPage, Link, TimelineItem, TimelinePage

if TYPE_CHECKING:
    from digest.compose.entries import Entries
    from digest.compose.story import Story
    from digest.model import Event


def event_page(story: Story, entries: Entries, event: Event) -> EventPage:
    """Show an event: when and where, who reports it, the entries that speak of it."""
    family_of = story.index.family_of
    proofs = dict.fromkeys(p for p, _ in event.evidence if p not in family_of)
    return EventPage(
        path=story.names.events[event.id],
        title=event.title,
        place=event.place,
        day=day(event.first, event.last, event.certainty),
        evidence=tuple(story.excerpt(paragraph) for paragraph in proofs),
        sources=tuple(story.article_mark(story.index.articles[a]) for a in event.articles),
        entries=newest_first(story, (entries[name] for name in _families(story, event))),
    )


def timeline(story: Story) -> TimelinePage:
    """Show every event."""
    return TimelinePage(TIMELINE, "Timeline", timeline_items(story))


def timeline_items(story: Story) -> tuple[TimelineItem, ...]:
    """List the events, the newest first, the undated ones last."""
    by_name = sorted(story.digest.events, key=lambda e: e.id)
    newest = sorted(by_name, key=lambda e: e.first or date.min, reverse=True)
    return tuple(_item(story, event) for event in newest)


def _item(story: Story, event: Event) -> TimelineItem:
    return TimelineItem(
        link=Link(event.title, story.names.events[event.id]),
        place=event.place,
        day=day(event.first, event.last, event.certainty),
        articles=len(event.articles),
        entries=len(_families(story, event)),
    )


def _families(story: Story, event: Event) -> dict[str, None]:
    """Give the ids of the families that tell of an event, each once."""
    family_of = story.index.family_of
    return dict.fromkeys(family_of[paragraph].id for paragraph in story.index.told_in[event.id])
