"""The pages of the sources, with the fate of every paragraph, and the list of all of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from digest.compose.names import SOURCES
from digest.compose.story import UNKNOWN_OUTLET
from digest.lexicon import rules
from digest.model import FateRow, Link, Reprint, SourceCard, SourcePage, SourcesPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.compose.story import Story
    from digest.model import Article, Copied, Paragraph


class Sources:
    """Makes the pages of articles."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._index = story.index
        self._written = story.written

    def page(self, article: Article) -> SourcePage:
        """Show an article: who wrote it, and what became of each of its paragraphs."""
        event = self._index.event_of.get(article.id)
        return SourcePage(
            path=self._story.names.sources[article.id],
            title=article.title,
            outlet=article.outlet or UNKNOWN_OUTLET,
            origin=self._written.origin(article.id).name,
            author=article.author,
            published=article.published,
            retrieved=article.retrieved,
            url=article.url,
            file=article.file,
            language=article.language,
            event=Link(event.title, self._story.names.events[event.id]) if event else None,
            rows=tuple(self._row(paragraph) for paragraph in self._index.own[article.id]),
            origin_why=self._written.how_known(article.id),
            originals=self._originals(article.id),
            reprints=tuple(
                self._reprint(copied, copied.article)
                for copied in self._written.reprints(article.id)
            ),
        )

    def index(self) -> SourcesPage:
        """List the articles, the newest first."""
        return SourcesPage(SOURCES, "Sources", self.cards(self._story.digest.articles))

    def cards(self, articles: Iterable[Article]) -> tuple[SourceCard, ...]:
        """Show some articles in a list, the newest first."""
        by_name = sorted(articles, key=lambda a: a.id)
        newest = sorted(by_name, key=lambda a: a.published or date.min, reverse=True)
        return tuple(self._card(article) for article in newest)

    def _card(self, article: Article) -> SourceCard:
        fates = self._index.fates(self._index.own[article.id])
        origin = self._written.origin(article.id)
        return SourceCard(
            link=Link(article.title, self._story.names.sources[article.id]),
            outlet=article.outlet or UNKNOWN_OUTLET,
            published=article.published,
            kept=fates["kept"],
            folded=fates["folded"],
            cut=fates["cut"],
            origin=origin.name if origin.name != origin.outlet else None,
            originals=self._originals(article.id),
        )

    def _row(self, paragraph: Paragraph) -> FateRow:
        label = self._index.labels[paragraph.id]
        family = self._index.family_of.get(paragraph.id)
        excerpt = self._story.excerpt(paragraph.id)
        anchor = excerpt.mark.anchor
        if family is None:
            rule = label.rule or ""
            why = _reasons().get(rule, rule)
            return FateRow(anchor, excerpt, label.kind, "cut", rule, why, None)
        entry = self._story.home(family.id, paragraph.id)
        copied = {copy.paragraph: copy.why for copy in family.copies}
        why = copied.get(paragraph.id, "")
        fate = self._index.fate(paragraph.id)
        return FateRow(anchor, excerpt, label.kind, fate, why, why, entry)

    def _originals(self, article: str) -> tuple[Reprint, ...]:
        return tuple(self._reprint(each, each.of) for each in self._written.originals(article))

    def _reprint(self, copied: Copied, shown: str) -> Reprint:
        """Show one of two articles with the same text."""
        article = self._index.articles[shown]
        link = Link(article.title, self._story.names.sources[shown])
        return Reprint(link, article.outlet or UNKNOWN_OUTLET, copied.is_reprint)


@cache
def _reasons() -> Mapping[str, str]:
    """Give every rule of cleaning in plain words, by its id."""
    return {rule.id: rule.why for rule in rules("furniture")}
