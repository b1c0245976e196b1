"""A digest with all that every kind of page is made of: where things stand, and the marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.compose.addresses import addresses, anchor
from digest.compose.names import names
from digest.compose.written import Written
from digest.index import index
from digest.model import Excerpt, Link, Mark

if TYPE_CHECKING:
    from digest.compose.addresses import Addresses
    from digest.compose.names import Names
    from digest.index import Index
    from digest.model import Article, Digest

UNKNOWN_OUTLET = "Unknown outlet"


@dataclass(frozen=True, slots=True)
class Story:
    """One digest, looked up."""

    digest: Digest
    index: Index
    names: Names
    addresses: Addresses
    written: Written

    @classmethod
    def of(cls, digest: Digest) -> Story:
        """Look a digest up."""
        return cls(digest, index(digest), names(digest), addresses(digest), Written(digest))

    def home(self, family: str, member: str | None = None) -> Link:
        """Give the way to where an entry stands, or to one of its texts there."""
        section = self.index.section_of[family]
        address = self.addresses.families[family]
        return Link(section.title, address.page, anchor(member) if member else address.anchor)

    def excerpt(self, paragraph: str) -> Excerpt:
        """Quote a whole paragraph."""
        own = self.index.paragraphs[paragraph]
        article = self.index.articles[own.article]
        mark = self.mark(article, own.line, f"p{own.number}")
        return Excerpt(own.id, own.text, article.language, mark, own.rest)

    def mark(self, article: Article, line: int, place: str) -> Mark:
        """Say where words come from: a line of an article and the place on its page."""
        outlet = self.written.origin(article.id).outlet
        return Mark(
            outlet=article.outlet or UNKNOWN_OUTLET,
            title=article.title,
            published=article.published,
            file=article.file,
            line=line,
            page=self.names.sources[article.id],
            anchor=place,
            url=article.url,
            outlet_page=self.names.outlets[outlet] if outlet else None,
        )

    def article_mark(self, article: Article) -> Mark:
        """Say which article something comes from."""
        return self.mark(article, article.body_line, "")
