"""Where every entry stands: an address that neither its keeper nor what is added later changes.

An entry is called after the member that was published first, so it keeps its name when
another text of the same is shown. Every other member has a name of its own within the
entry, so that what once was an entry and was folded since is still found by its old name.

A section with more entries than one page holds has its older months on pages of their own.
These fill from the oldest on, so what comes later begins another page; and once a month is
over, nothing that is published moves an entry from one of its pages to another.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from digest.compose.names import names
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Digest, Family, Paragraph

MOST = 50  # entries of a page
HEAVIEST = 27_000  # characters of a page: with its frame, a built one stays below 60 KB
_AROUND = 150  # characters around the texts of an entry, such as heading and tags
_BESIDE = 350  # beside each text, such as its mark
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
    """A family with what its place depends on.

    Attributes:
        weight: about how many characters it takes on a page.
    """

    family: Family
    first: Paragraph
    reported: date | None
    weight: int

    @property
    def age(self) -> tuple[date, str, int]:
        """What orders entries from the oldest on."""
        return self.reported or date.min, self.first.article, self.first.number


class _Found:
    """The families of a digest, each with its first report."""

    def __init__(self, digest: Digest) -> None:
        self._paragraphs = {paragraph.id: paragraph for paragraph in digest.paragraphs}
        self._days = {article.id: article.published for article in digest.articles}
        self.families = {family.id: self._placed(family) for family in digest.families}

    def _placed(self, family: Family) -> _Placed:
        members = [self._paragraphs[member] for member in family.members]
        days = [day for day in (self._days[m.article] for m in members) if day is not None]
        reported = min(days, default=None)
        weight = sum(self._weight(member, reported) for member in members)
        return _Placed(family, min(members, key=self._since), reported, _AROUND + weight)

    def _since(self, paragraph: Paragraph) -> tuple[date, str, int]:
        # One without a day was there before whatever has a day and comes later.
        day = self._days[paragraph.article] or date.min
        return day, paragraph.article, paragraph.number

    def _weight(self, paragraph: Paragraph, reported: date | None) -> int:
        # What is folded in after the month must not move what stands there.
        day = self._days[paragraph.article]
        is_later = day is not None and reported is not None and _month(day) > _month(reported)
        return 0 if is_later else _BESIDE + len(paragraph.text)

    def address(self, family: str, page: str) -> Address:
        """Give the address of a family that stands on some page."""
        placed = self.families[family]
        return Address(page, anchor(placed.first.id), placed.first.id, placed.reported)


def _parts(path: str, families: Sequence[_Placed]) -> tuple[Part, ...]:
    """Divide the entries of a section into pages, the newest first.

    What the editor pins stands on the section's own page, however old it is.
    """
    pinned = [placed for placed in families if placed.family.pinned]
    pages = list(_by_month(placed for placed in families if not placed.family.pinned))
    newest = pages.pop(0).placed if pages else []
    while pages and _fits([*pinned, *newest, *pages[0].placed]):
        newest += pages.pop(0).placed
    own = Part(path, None, 1, _ids([*pinned, *newest]), is_newest=True)
    folder = path.removesuffix(".md")
    return own, *(page.part(folder) for page in pages)


class _Page(NamedTuple):
    """Entries of one month; of those without a day where there is none."""

    month: date | None
    number: int
    placed: list[_Placed]

    def part(self, folder: str) -> Part:
        name = f"{self.month:%Y-%m}" if self.month else "undated"
        file = name if self.number == 1 else f"{name}-{self.number}"
        return Part(f"{folder}/{file}.md", self.month, self.number, _ids(self.placed))


def _by_month(families: Iterable[_Placed]) -> Iterator[_Page]:
    """Give pages of one month each, the newest first; the last ones of what has no day."""
    months: dict[date, list[_Placed]] = defaultdict(list)
    for placed in families:
        months[_month(placed.reported) if placed.reported else date.min].append(placed)
    for month in sorted(months, reverse=True):
        filled = _filled(sorted(months[month], key=attrgetter("age")))
        for number in range(len(filled), 0, -1):
            yield _Page(None if month == date.min else month, number, filled[number - 1])


def _filled(oldest_first: Iterable[_Placed]) -> list[list[_Placed]]:
    """Fill one page after the other."""
    pages: list[list[_Placed]] = [[]]
    for placed in oldest_first:
        if pages[-1] and not _fits([*pages[-1], placed]):
            pages.append([])
        pages[-1].append(placed)
    return pages


def _fits(families: Sequence[_Placed]) -> bool:
    return len(families) <= MOST and sum(placed.weight for placed in families) <= HEAVIEST


def _month(day: date) -> date:
    return day.replace(day=1)


def _ids(families: Iterable[_Placed]) -> tuple[str, ...]:
    return tuple(placed.family.id for placed in families)
