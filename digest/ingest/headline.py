"""What a text says of itself: its headline, who wrote it, for whom, and when.

Only looks: every line stays where it is. The patterns are data, `data/head.toml`;
what is furniture on a page is judged at build, by `clean`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digest import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.reader import Block


class Found(NamedTuple):
    """A value and the line of the text that says it."""

    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a text says of itself, at its head, in its dateline or at its foot.

    Attributes:
        title: the headline, or the opening words of the prose.
        has_headline: which of the two it is.
        published: an ISO day.
    """

    title: str
    has_headline: bool
    author: Found | None
    origin: Found | None
    published: Found | None


def recognise(blocks: tuple[Block, ...]) -> Recognised:
    """Look for a text's headline, byline, dateline and day.

    Args:
        blocks: the text's blocks, one at least.

    Returns:
        What was found. The head is everything above the first paragraph of prose,
        the foot everything below the last.
    """
    prose = [place for place, block in enumerate(blocks) if _is_prose(block.text)]
    head = blocks[: prose[0]] if prose else blocks
    foot = blocks[prose[-1] + 1 :] if prose else ()
    opening = blocks[prose[0] if prose else 0].text
    dateline = _match("dateline", opening)
    headline = next((block.text for block in head if _is_headline(block)), None)
    return Recognised(
        title=headline or _first_words(opening[dateline.end() if dateline else 0 :]),
        has_headline=headline is not None,
        author=next(_authors(head), None),
        origin=Found(dateline["origin"], opening) if dateline else None,
        published=next(_days((*head, *foot)), None),
    )


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_PROSE and bool(_STOPS.search(text))


def _is_headline(block: Block) -> bool:
    """Tell whether a block above the prose is a headline: no label, caption or byline."""
    text = block.text
    if block.kind not in ("paragraph", "heading") or _day(text):
        return False
    if any(_match(kind, text) for kind in ("no headline", "byline", "dateline")):
        return False
    if block.kind == "heading":
        return True
    is_long_enough = _SHORTEST_HEADLINE <= len(text.split()) <= _LONGEST_HEADLINE
    begins_small = text.lstrip("\"'“‘«([")[:1].islower()
    return is_long_enough and not begins_small and not text.endswith((".", ":", ";", ","))


def _authors(head: Iterable[Block]) -> Iterator[Found]:
    for block in head:
        if found := _match("byline", block.text):
            yield Found(found["author"], block.text)


def _days(blocks: Iterable[Block]) -> Iterator[Found]:
    for block in blocks:
        if found := _day(block.text):
            yield Found(found.isoformat(), block.text)


def _day(line: str) -> date | None:
    """Give the day of a line that is there to tell it: alone, as published, by the author."""
    for rule in _rules("day"):
        found = rule.pattern.search(line)
        if found and (_match("day line", rule.pattern.sub("□", line)) or _match("byline", line)):
            return _date(found)
    return None


def _date(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _first_words(text: str) -> str:
    """Give as many first words of a text as a title bears, and '…' for the rest."""
    if len(text) <= _LONGEST_OPENING:
        return text
    # Up to the last blank, which may stand right behind.
    words = text[:_LONGEST_OPENING].rpartition(" ")[0] or text[: _LONGEST_OPENING - 1]
    return words.rstrip(" ,;:–—-") + "…"


def _match(kind: str, text: str) -> re.Match[str] | None:
    return next((found for rule in _rules(kind) if (found := rule.pattern.search(text))), None)


def _rules(kind: str) -> Iterator[lexicon.Rule]:
    return (rule for rule in lexicon.rules("head") if rule.extra["kind"] == kind)


_SHORTEST_PROSE = 80  # characters
_SHORTEST_HEADLINE = 3  # words
_LONGEST_HEADLINE = 25
_LONGEST_OPENING = 90
_STOPS = re.compile(r"[.!?…։。！？]['\"”’»)\]]*$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
