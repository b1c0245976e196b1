"""Finds every labelled line among the paragraphs of an export.

Lines and paragraphs are compared as a reader sees them: blanks and the marks of
Markdown do not count. Equal ones are paired first and in order; a line left over
is then looked for inside the paragraphs that stand between its neighbours, since
a program may have joined or cut lines. What is not found stays in the result,
with no paragraph: each figure counts it as a miss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePath
from typing import TYPE_CHECKING

from tests.eval.labels import check_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.eval.export import Article, Export, Paragraph
    from tests.eval.labels import ArticleLabels, Labels, LineLabel

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[*_`\\]+|^\s*(?:[>#]+|[-+]|\d+\.)\s+", re.MULTILINE)
SHARE = 0.5  # of a line's length that a paragraph inside it must have


@dataclass(frozen=True, slots=True)
class Placed:
    """A labelled line and the paragraph that holds it, None where none does."""

    label: LineLabel
    text: str
    paragraph: Paragraph | None


def align(labels: Labels, texts: Mapping[str, Sequence[str]], export: Export) -> tuple[Placed, ...]:
    """Place every labelled line of a data set.

    Args:
        labels: the labels.
        texts: article key → its non-blank lines.
        export: what the product printed of these articles.

    Returns:
        One entry a label, in order.

    Raises:
        LabelsError: the labels are not about these texts.
    """
    articles = export.by_stem()
    return tuple(
        placed
        for labelled in labels.articles
        for placed in _place(
            labelled, texts[labelled.key], articles.get(PurePath(labelled.key).stem)
        )
    )


def _place(labelled: ArticleLabels, lines: Sequence[str], article: Article | None) -> list[Placed]:
    check_lines(labelled, lines)
    paragraphs = article.paragraphs if article else ()
    places = align_lines(lines, [paragraph.text for paragraph in paragraphs])
    found = [None if place is None else paragraphs[place] for place in places]
    return [Placed(*each) for each in zip(labelled.lines, lines, found, strict=True)]


def align_lines(lines: Sequence[str], paragraphs: Sequence[str]) -> list[int | None]:
    """Find lines among paragraphs, both in order.

    Args:
        lines: raw lines of a source.
        paragraphs: the texts of an article's paragraphs.

    Returns:
        For each line the index of its paragraph, or None.
    """
    wanted = [as_read(line) for line in lines]
    offered = [as_read(paragraph) for paragraph in paragraphs]
    places = _equal(wanted, offered)
    taken = {place for place in places if place is not None}
    for number, place in enumerate(places):
        if place is None:
            free = [n for n in _between(places, number, len(offered)) if n not in taken]
            places[number] = next((n for n in free if _inside(wanted[number], offered[n])), None)
    return places


def as_read(text: str) -> str:
    """Give a text as a reader sees it: no Markdown marks, single blanks."""
    return " ".join(MARKS.sub("", LINK.sub(r"\1", text)).split())


def _equal(wanted: Sequence[str], offered: Sequence[str]) -> list[int | None]:
    places: list[int | None] = [None] * len(wanted)
    matcher = SequenceMatcher(None, wanted, offered, autojunk=False)
    for line, paragraph, length in matcher.get_matching_blocks():
        places[line : line + length] = range(paragraph, paragraph + length)
    return places


def _between(places: Sequence[int | None], number: int, end: int) -> range:
    """Give the paragraphs from that of the line before to that of the line after."""
    before = [place for place in places[:number] if place is not None]
    after = [place for place in places[number + 1 :] if place is not None]
    return range(before[-1] if before else 0, after[0] + 1 if after else end)


def _inside(line: str, paragraph: str) -> bool:
    """Tell whether one holds the other; a paragraph must be a good part of its line."""
    if not line or not paragraph:
        return False
    return _holds(paragraph, line) or (
        len(paragraph) >= SHARE * len(line) and _holds(line, paragraph)
    )


def _holds(whole: str, part: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole))
