"""The pages of the sections: the newest entries, and the older ones by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.compose.entries import newest_first
from digest.compose.feeds import follow, take
from digest.model import Link, SectionCard, SectionPage, SectionPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.compose.addresses import Part
    from digest.compose.entries import Entries
    from digest.compose.front import Front
    from digest.compose.story import Story
    from digest.model import Entry, Section


def section_pages(story: Story, entries: Entries, opens: Front) -> Iterator[SectionPage]:
    """Give every page of every section, in the editor's order, the newest entries first."""
    for section in story.digest.sections:
        brief = opens.brief_of_section(_ordered(story, entries, section))
        parts = story.addresses.parts[section.id]
        shown = tuple(_part(part) for part in parts)
        for part, label in zip(parts, shown, strict=True):
            ordered = newest_first(story, (entries[name] for name in part.families))
            yield SectionPage(
                path=part.path,
                title=section.title,
                about=section.about,
                # What the editor pins stands first.
                entries=tuple(sorted(ordered, key=lambda entry: not entry.pinned)),
                part=label,
                parts=shown if len(shown) > 1 else (),
                brief=brief if part.is_newest else (),
                follow=follow(story.names.sections[section.id]),
                take=take(),
            )


def _ordered(story: Story, entries: Entries, section: Section) -> tuple[Entry, ...]:
    return newest_first(story, (entries[name] for name in section.families))


def _part(part: Part) -> SectionPart:
    return SectionPart(part.path, part.month, part.number, len(part.families), part.is_newest)


def section_card(story: Story, entries: Entries, section: Section) -> SectionCard:
    """Show a section on the front page."""
    families = [story.index.families[name] for name in section.families]
    articles = {story.index.paragraphs[m].article for f in families for m in f.members}
    days = [story.index.articles[article].published for article in articles]
    bylines = (byline for e in _ordered(story, entries, section) for byline in e.bylines)
    return SectionCard(
        link=Link(section.title, story.names.sections[section.id]),
        about=section.about,
        entries=len(families),
        articles=len(articles),
        latest=max((day for day in days if day is not None), default=None),
        speaker=next((byline for byline in bylines if byline.page is not None), None),
    )
