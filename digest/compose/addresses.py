"""Where every entry stands: an address that neither its keeper nor what is added later changes.

An entry is called after the member that was published first, so it keeps its name when
another text of the same is shown. Every other member has a name of its own within the
entry, so that what once was an entry and was folded since is still found by its old name.

A section with more entries than one page holds has its older months on pages of their own.
These fill from the oldest on: what is added later begins another page and moves none.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from digest.compose.names import names
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Digest, Family, Paragraph

MOST = 50  # entries of a page
_HASH = 6  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Address:
    """Where the entry of a family stands.

    Attributes:
        page: the page's path below `docs/`.
        anchor: the entry's id on it.
        first: the id of the paragraph that it is called after.
        reported: the first day that it was reported; None where no report has a day.
    """

    page: str
    anchor: str
    first: str
    reported: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of a section that stand on one page.

    Attributes:
        month: the first day of it; None for the section's own page with the newest entries,
            and for the entries without a day.
        number: of several pages of one month.
        families: their ids, in no promised order.
        is_newest: whether it is the section's own page.
    """

    path: str
    month: date | None
    number: int
    families: tuple[str, ...]
    is_newest: bool = False


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything stands.

    Attributes:
        families: the address of each family.
        parts: the pages of each section, its own with the newest entries first.
    """

    families: Mapping[str, Address]
    parts: Mapping[str, tuple[Part, ...]]


def addresses(digest: Digest) -> Addresses:
    """Say where every family of a digest stands."""
    found = _Found(digest)
    own_pages = names(digest).sections
    parts = {
        section.id: _parts(own_pages[section.id], [found.families[f] for f in section.families])
        for section in digest.sections
    }
    families = {
        family: found.address(family, part.path)
        for section in parts.values()
        for part in section
        for family in part.families
    }
    return Addresses(families, parts)


def anchor(paragraph: str) -> str:
    """Give the anchor of a paragraph by its id, whatever other paragraphs there are.

    What a name of a file loses on the way to an anchor is made up for by a digest of it,
    not by a number, which would depend on the other files.
    """
    article, _, number = paragraph.rpartition(":")
    name = slug(article)
    if name != article:
        digits = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]
        name = f"{name or 'article'}-{digits}"
    return f"{name}-{number}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A family with what its place depends on."""

    family: Family
    first: Paragraph
    reported: date | None

    def age(self) -> tuple[str, int]:
        return self.first.article, self.first.number


class _Found:
    """The families of a digest, each with its first report."""

    def __init__(self, digest: Digest) -> None:
        self._paragraphs = {paragraph.id: paragraph for paragraph in digest.paragraphs}
        self._days = {article.id: article.published for article in digest.articles}
        self.families = {family.id: self._placed(family) for family in digest.families}

    def _placed(self, family: Family) -> _Placed:
        members = [self._paragraphs[member] for member in family.members]
        days = [day for day in (self._days[m.article] for m in members) if day is not None]
        return _Placed(family, min(members, key=self._since), min(days, default=None))

    def _since(self, paragraph: Paragraph) -> tuple[date, str, int]:
        # One without a day was there before whatever has a day and comes later.
        day = self._days[paragraph.article] or date.min
        return day, paragraph.article, paragraph.number

    def address(self, family: str, page: str) -> Address:
        placed = self.families[family]
        return Address(page, anchor(placed.first.id), placed.first.id, placed.reported)


def _parts(path: str, families: Sequence[_Placed]) -> tuple[Part, ...]:
    """Divide the entries of a section into pages, the newest first.

    What the editor pins stands on the section's own page, however old it is.
    """
    pinned = [placed.family.id for placed in families if placed.family.pinned]
    rest = list(_by_month(path, [placed for placed in families if not placed.family.pinned]))
    newest: list[str] = []
    while rest and (not newest or len(newest) + len(rest[0].families) <= MOST):
        newest += rest.pop(0).families
    return (Part(path, None, 1, (*pinned, *newest), is_newest=True), *rest)


def _by_month(path: str, families: Iterable[_Placed]) -> Iterator[Part]:
    """Give pages of one month each, the newest first; the last one of what has no day."""
    months: dict[date, list[_Placed]] = defaultdict(list)
    for placed in families:
        months[placed.reported.replace(day=1) if placed.reported else date.min].append(placed)
    for month in sorted(months, reverse=True):
        oldest = sorted(months[month], key=lambda p: (p.reported or date.min, p.age()))
        pages = groupby(enumerate(oldest), lambda pair: pair[0] // MOST + 1)
        filled = [(number, [p.family.id for _, p in group]) for number, group in pages]
        name = "undated" if month == date.min else f"{month:%Y-%m}"
        for number, ids in reversed(filled):
            file = name if number == 1 else f"{name}-{number}"
            day = None if month == date.min else month
            yield Part(f"{path.removesuffix('.md')}/{file}.md", day, number, tuple(ids))
