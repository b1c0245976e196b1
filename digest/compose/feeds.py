"""What can be followed and taken away: feeds of the digest and its sections, and a table."""

from __future__ import annotations

import posixpath
from datetime import date
from typing import TYPE_CHECKING

from digest.compose.lasting import urn
from digest.compose.names import EXPORT, FEED, FRONT, STATEMENTS
from digest.model import FEED_FORMATS, Feed, FeedItem, Link, StatementRow, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.compose.story import Story
    from digest.index import Index
    from digest.model import Digest, Entry, Excerpt, Family, Paragraph, Statement

_MOST = 50  # items of a feed
_LONGEST = 100  # characters of a title's sentence


def follow(page: str) -> tuple[Link, ...]:
    """Give the ways to the feeds of a page."""
    return tuple(Link(form.name, _feed_path(page) + form.ending) for form in FEED_FORMATS)


def take() -> tuple[Link, ...]:
    """Give the ways to the files of a whole digest."""
    return tuple(Link(path, path) for path in (EXPORT, STATEMENTS))


def feeds(story: Story, entries: Mapping[str, Entry]) -> tuple[Feed, ...]:
    """Give the feed of the digest, then those of its sections.

    Args:
        story: of which they are.
        entries: as the pages show them, by family.
    """
    digest, names = story.digest, story.names
    items = {name: _item(digest, story.index, name, entry) for name, entry in entries.items()}
    whole = Feed(
        path=_feed_path(FRONT),
        id=urn(digest),
        title=digest.title,
        about=digest.about,
        page=FRONT,
        author=digest.title,
        items=_newest(items.values()),
    )
    sections = (
        Feed(
            path=_feed_path(names.sections[section.id]),
            id=urn(digest, "section", section.id),
            title=f"{section.title} – {digest.title}",
            about=section.about,
            page=names.sections[section.id],
            author=digest.title,
            items=_newest(items[family] for family in section.families),
        )
        for section in digest.sections
    )
    return whole, *sections


def table(digest: Digest, index: Index, entries: Mapping[str, Entry]) -> Table:
    """List every statement of a text that is shown, folded ones, too."""
    order = {paragraph.id: number for number, paragraph in enumerate(digest.paragraphs)}
    said = [s for s in digest.statements if s.paragraph in index.family_of]
    said.sort(key=lambda s: (order[s.paragraph], s.span, s.person))
    rows = tuple(_row(index, statement, entries) for statement in said)
    return Table(STATEMENTS, rows)


def _feed_path(page: str) -> str:
    """Give the path of a page's feed without its ending: beside the page."""
    folder, name = posixpath.split(page.removesuffix(".md"))
    return posixpath.join(folder, FEED if name == "index" else name)


# -------------------------------------------------------------------- items


def _item(digest: Digest, index: Index, name: str, entry: Entry) -> FeedItem:
    family = index.families[name]
    articles = [index.articles[index.paragraphs[member].article] for member in family.members]
    came_out = [article.published for article in articles if article.published]
    taken_in = [article.retrieved for article in articles if article.retrieved]
    return FeedItem(
        id=urn(digest, "entry", entry.first),
        title=_title(index, family, entry),
        entry=entry.section,
        bylines=entry.bylines,
        cited=_excerpts(entry),
        published=min(came_out, default=None),
        updated=max(came_out + taken_in, default=None),
    )


def _excerpts(entry: Entry) -> tuple[Excerpt, ...]:
    return entry.excerpt, *(copy.excerpt for copy in entry.copies)


def _title(index: Index, family: Family, entry: Entry) -> str:
    """Give who speaks and how the sentence with it begins; else the outlet and its first.

    There is no colon between them: the sentence may begin before the speaker's words do, and
    without the verb around these one would not know a denial.
    """
    paragraph = index.paragraphs[family.keeper]
    main = next(iter(index.said_in[family.keeper]), None)
    name = index.people[main.person].name if main else entry.excerpt.mark.outlet
    words = _opening(_sentence(paragraph, main.span.start if main else 0))
    return words if name in words else f"{name} · {words}"


def _sentence(paragraph: Paragraph, place: int) -> str:
    """Give the sentence at some place of a paragraph."""
    spans = (span for span in paragraph.sentences if place < span.end)
    span = next(spans, None)
    return span.of(paragraph.text) if span is not None else paragraph.text


def _opening(text: str) -> str:
    """Cut a long text between two words, if it has any."""
    if len(text) <= _LONGEST:
        return text
    whole_words = text[:_LONGEST].rpartition(" ")[0]
    return (whole_words or text[: _LONGEST - 1]).rstrip(" ,;:–—-") + "…"


def _newest(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    """Give the newest items, those without a day last."""

    def age(item: FeedItem) -> tuple[int, int, str, int]:
        updated, published = item.updated or date.min, item.published or date.min
        mark = item.cited[0].mark
        return -updated.toordinal(), -published.toordinal(), mark.file, mark.line

    return tuple(sorted(items, key=age)[:_MOST])


# -------------------------------------------------------------------- table


def _row(index: Index, statement: Statement, entries: Mapping[str, Entry]) -> StatementRow:
    family = index.family_of[statement.paragraph]
    entry = entries[family.id]
    shown = {excerpt.paragraph: excerpt for excerpt in _excerpts(entry)}
    return StatementRow(
        statement=statement,
        speaker=index.people[statement.person],
        entry=entry.section,
        day=statement.said.day if statement.said else None,
        cited=shown[statement.paragraph],
        keeper=family.keeper if family.keeper != statement.paragraph else None,
    )
