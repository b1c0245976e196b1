"""How explanations are laid out: labelled lines of a width, safe for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from digest.model import Day
from digest.render import when
from digest.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from digest.model import Digest, Paragraph

WIDTH = 92  # characters of a line
_LABEL = 14  # of them for what a line is about
_FEW_WORDS = 6  # that a line of digest.yml quotes at least
_MARKS = frozenset("\"'")


def row(label: str, text: str) -> Iterator[str]:
    """Give a line with its label, wrapped; nothing where there is nothing to say."""
    if text:
        indent = "  " + " " * _LABEL
        lead = f"  {safe(label):<{_LABEL}}"
        yield from block(text, lead if len(lead) <= len(indent) else f"{lead} ", indent)


def block(text: str, first: str, indent: str) -> list[str]:
    """Wrap a text into lines of the width."""
    return textwrap.wrap(
        safe(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def quote(words: str) -> str:
    """Put quotation marks around words that have none of their own."""
    return words if fold(words[:1]) in _MARKS else f"“{words}”"


def safe(text: str) -> str:
    """Give a text without anything that a terminal would act upon."""
    return "".join(c if c.isprintable() else c.encode("unicode-escape").decode() for c in text)


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """Give parts, at least one, as a list in a sentence."""
    *rest, last = parts
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def date(day: Day) -> str:
    """Give a day, a single one with its weekday."""
    return when(day, weekday=True)


def day_of(published: dt.date) -> str:
    """Give a day of publication with its weekday."""
    return date(Day(published, published, "stated"))


def first_words(paragraph: Paragraph, digest: Digest) -> str:
    """Give the fewest first words that only this paragraph has; all where none will do."""
    texts = [fold(p.text) for p in digest.paragraphs if p.id != paragraph.id]
    words = paragraph.text.split(" ")
    for count in range(min(_FEW_WORDS, len(words)), len(words)):
        start = " ".join(words[:count])
        if not any(fold(start) in text for text in texts):
            return start
    return paragraph.text
