"""Fair quotation: how much of one source a public page shows, where the editor sets a bound.

Works on a whole digest, after everything is understood and before anything is laid out: what
stands beyond the bound never reaches a page, a feed or a download. Nothing is dropped: each
paragraph keeps its place and its fate, and says how many words it no longer has. What is a fair
measure is the editor's to know, not this module's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.model import Digest, Paragraph, Quoting, Statement

_WORD = re.compile(r"\S+")
_ENOUGH = 0.5  # of the words allowed: an opening that long ends with a sentence, if it can


def quoted(digest: Digest) -> Digest:
    """Give a digest as the public may see it: each paragraph no longer than its bound.

    Returns:
        The same digest with the openings of the paragraphs, verbatim, and all spans within
        them; the digest itself where the editor sets no bound.
    """
    if digest.quoting is None:
        return digest
    bounds = _bounds(digest.quoting, digest.paragraphs)
    paragraphs = tuple(_opening(each, bounds[each.id]) for each in digest.paragraphs)
    texts = {paragraph.id: len(paragraph.text) for paragraph in paragraphs}
    return replace(
        digest,
        paragraphs=paragraphs,
        statements=tuple(_within(each, texts[each.paragraph]) for each in digest.statements),
    )


def _bounds(quoting: Quoting, paragraphs: Iterable[Paragraph]) -> Mapping[str, int]:
    """Give how many words of each paragraph may be shown."""
    articles = defaultdict[str, list["Paragraph"]](list)
    for paragraph in paragraphs:
        articles[paragraph.article].append(paragraph)
    bounds: dict[str, int] = {}
    for own in articles.values():
        lengths = [len(_WORD.findall(paragraph.text)) for paragraph in own]
        most = min(
            max(lengths) if quoting.words is None else quoting.words,
            max(lengths) if quoting.share is None else _level(lengths, quoting.share),
        )
        bounds |= {paragraph.id: max(most, 1) for paragraph in own}
    return bounds


def _level(lengths: Sequence[int], share: float) -> int:
    """Give the most words a paragraph for which an article shows no more than its share.

    All its paragraphs are cut at one level, as a vessel is filled: short ones stay whole.
    """
    left = int(share * sum(lengths))
    level = 0
    for taken, length in enumerate(sorted(lengths)):
        each = left // (len(lengths) - taken)
        if each < length:
            return each
        left -= length
        level = length
    return level


def _opening(paragraph: Paragraph, most: int) -> Paragraph:
    words = [*_WORD.finditer(paragraph.text)]
    if len(words) <= most:
        return paragraph
    end = _end(paragraph, [word.end() for word in words[:most]])
    begun = (sentence for sentence in paragraph.sentences if sentence.start < end)
    return replace(
        paragraph,
        text=paragraph.text[:end],
        sentences=tuple(Span(each.start, min(each.end, end)) for each in begun),
        rest=sum(word.start() >= end for word in words),
    )


def _end(paragraph: Paragraph, ends: Sequence[int]) -> int:
    """Give where an opening of so many words ends: with a sentence, if that leaves enough."""
    least, most = ends[int(_ENOUGH * len(ends))], ends[-1]
    return max((s.end for s in paragraph.sentences if least <= s.end <= most), default=most)


def _within(statement: Statement, end: int) -> Statement:
    """Bound the span of a statement by the text that is left."""
    span = Span(min(statement.span.start, end), min(statement.span.end, end))
    return statement if span == statement.span else replace(statement, span=span)
