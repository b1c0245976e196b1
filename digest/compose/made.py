"""The page that says how the digest was made: what was read, folded, cut, and is unknown.

It counts what stands on the other pages, so that whoever doubts a number can go and count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from digest.compose.names import PEOPLE
from digest.model import (
    EventPage,
    FrontPage,
    Link,
    MadePage,
    PeoplePage,
    Reason,
    SectionPage,
    SourcePage,
    SourcesPage,
    TimelinePage,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.index import Index
    from digest.model import Article, Digest, FateRow, Gap, Page, Statement, TimelineItem

MADE = "how-this-was-made.md"
TITLE = "How this was made"
_EXAMPLES = 3
_SAME = "the same speaker"


def made(digest: Digest, index: Index, pages: Sequence[Page]) -> MadePage:
    """Tell how a digest was made.

    Args:
        digest: all that was understood.
        index: the same, looked up.
        pages: all others.
    """
    rows = [row for page in pages if isinstance(page, SourcePage) for row in page.rows]
    timeline = next(page for page in pages if isinstance(page, TimelinePage))
    items = timeline.items
    return MadePage(
        path=MADE,
        title=TITLE,
        counts=next(page.counts for page in pages if isinstance(page, FrontPage)),
        sources=next(_way(page) for page in pages if isinstance(page, SourcesPage)),
        people=next(_way(page) for page in pages if isinstance(page, PeoplePage)),
        timeline=_way(timeline),
        statements=sum(map(len, index.said_in.values())),
        speakers=sum(map(bool, index.said_by.values())),
        events=len(items),
        folded=_reasons((row for row in rows if row.fate == "folded"), _general(digest)),
        cut=_reasons((row for row in rows if row.fate == "cut"), lambda row: row.why),
        unknown=tuple(_Gaps(digest, index, pages).all()),
        worked_out=tuple(item for item in items if _is_worked_out(item)),
        overruled=digest.overruled,
        idle=len({notice.line for notice in digest.notices} - {None}),
        quoting=digest.quoting,
    )


def _way(page: Page) -> Link:
    return Link(page.title, page.path)


def _is_worked_out(item: TimelineItem) -> bool:
    return item.day is not None and item.day.certainty == "worked out"


def _reasons(rows: Iterable[FateRow], why: Callable[[FateRow], str]) -> tuple[Reason, ...]:
    """Count paragraphs by the reason for their fate."""
    alike = defaultdict[tuple[str, str], list["FateRow"]](list)
    for row in rows:
        rule = row.rule if row.fate == "cut" else ""
        alike[why(row), rule].append(row)
    found = [
        Reason(words, rule, len(own), own[0].excerpt.mark) for (words, rule), own in alike.items()
    ]
    return tuple(sorted(found, key=lambda reason: (-reason.count, reason.why)))


def _general(digest: Digest) -> Callable[[FateRow], str]:
    """Say why paragraphs fold without saying who speaks: so it is one reason for all."""
    names = sorted({person.name for person in digest.people}, key=len, reverse=True)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
    return lambda row: row.why if named is None else named.sub(_SAME, row.why, count=1)


class _Gaps:
    """What the sources of one digest do not tell."""

    def __init__(self, digest: Digest, index: Index, pages: Sequence[Page]) -> None:
        self._digest = digest
        self._index = index
        self._origins = {origin.article: origin for origin in digest.origins}
        self._own_pages = {page.file: page for page in pages if isinstance(page, SourcePage)}
        self._unnamed = [c for p in pages if isinstance(p, PeoplePage) for c in p.unnamed]
        self._undated = [p for p in pages if isinstance(p, EventPage) and p.day is None]
        self._entries = {
            shown.paragraph: entry.section
            for page in pages
            if isinstance(page, SectionPage)
            for entry in page.entries
            for shown in (entry.excerpt, *(copy.excerpt for copy in entry.copies))
        }

    def all(self) -> Iterator[Unknown]:
        """Give every kind of gap, those of the articles first, also where nothing is missing."""
        yield self._articles("outlet", lambda article: article.outlet is None)
        yield self._articles("published", lambda article: article.published is None)
        yield self._articles("origin", lambda article: self._origins[article.id].name is None)
        yield from self._speakers()
        yield self._statements("said", lambda statement: statement.said is None)
        shown = list(self._index.family_of)
        silent = [name for name in shown if not self._index.said_in[name]]
        yield Unknown("voiceless", len(silent), len(shown), self._shown(silent))
        links = map(_way, self._undated)
        yield Unknown("event", len(self._undated), len(self._digest.events), _few(links))

    def _articles(self, gap: Gap, is_missing: Callable[[Article], bool]) -> Unknown:
        found = [article for article in self._digest.articles if is_missing(article)]
        links = (_way(self._own_pages[article.file]) for article in found)
        return Unknown(gap, len(found), len(self._digest.articles), _few(links))

    def _speakers(self) -> Iterator[Unknown]:
        heard = [self._index.people[name] for name, said in self._index.said_by.items() if said]
        links = (Link(card.name, PEOPLE, "unnamed") for card in self._unnamed)
        yield Unknown("unnamed", len(self._unnamed), len(heard), _few(links))
        without = [person for person in heard if person.side is None]
        said = (self._index.said_by[person.id][0].paragraph for person in without)
        yield Unknown("side", len(without), len(heard), self._shown(said))

    def _statements(self, gap: Gap, is_missing: Callable[[Statement], bool]) -> Unknown:
        own = [each for said in self._index.said_in.values() for each in said]
        found = [statement for statement in own if is_missing(statement)]
        return Unknown(gap, len(found), len(own), self._shown(each.paragraph for each in found))

    def _shown(self, paragraphs: Iterable[str]) -> tuple[Link, ...]:
        """Give the ways to a few paragraphs, each entry once."""
        return _few(dict.fromkeys(self._entries[name] for name in paragraphs))


def _few(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(link for link, _ in zip(links, range(_EXAMPLES), strict=False))
