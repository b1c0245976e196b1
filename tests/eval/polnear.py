"""Who said what, against PolNeAR's attributions of US political news.

Source: Newell, Margolin and Ruths, 'An Attribution Relations Corpus for
Political News' (LREC 2018). A row has a `text` and `attributions` with `source`,
`cue` and `content` as [start, end) offsets into it, each in one part or several.

All comparing is done on an article's characters without its blanks: so it does
not matter how the product joins lines, and offsets of paragraphs and of articles
meet by finding the paragraph's characters in the article's, in order.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from tests.eval.figure import Figure, Miss
from tests.eval.names import head_noun
from tests.eval.product import write_article
from tests.eval.rows import rate_figures, rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.eval.export import Article, Export, Paragraph, Statement
    from tests.eval.rows import Row

OVERLAP = 0.5  # of the characters that either content has
QUOTES = frozenset("\"“”„«‘'")
PARTS = re.compile(r"[,;:()\[\]–—]|\s-\s")
CONTRACTION = re.compile(r"['’](?:s|re|ve|d|ll|m)?(?!\w)", re.IGNORECASE)
Characters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said by somebody, in an article.

    Attributes:
        article: the article's stem.
        heads: the head nouns of the source; empty where it has none.
        source: the source's characters; empty where the words are not there.
        content: the characters of what is said.
        text: the content's words, for the reader.
        mention: the source's words, for the reader.
    """

    article: str
    heads: frozenset[str]
    source: Characters
    content: Characters
    text: str
    mention: str

    @property
    def is_quoted(self) -> bool:
        """Tell whether the content opens with a quotation mark."""
        return self.text[:1] in QUOTES


def stems(rows: Sequence[Row]) -> dict[str, Row]:
    """Give every row the stem of its article's file."""
    return {f"article-{number:04}": row for number, row in enumerate(rows)}


def write_rows(rows: Mapping[str, Row], folder: Path) -> None:
    """Write every row as a source file into one folder."""
    for stem, row in rows.items():
        matter = {
            "title": row["title"],
            "outlet": row["publisher"],
            "published": date.fromisoformat(row["date"]),
            "language": "en",
        }
        write_article(folder / f"{stem}.md", matter, row["text"])


def figures(rows: Mapping[str, Row], export: Export) -> tuple[Figure, ...]:
    """Measure the attributions of an export.

    Args:
        rows: article stem → PolNeAR row.
        export: what the product printed of these articles.

    Returns:
        Precision, recall and F1 of source and content found together; recall of
        those whose content opens with a quotation mark; F1 of exact spans of
        source and content. Labelled attributions without any content (8 of
        3,462) cannot be found by content and are left out.
    """
    articles = export.by_stem()
    wanted = [each for stem, row in rows.items() for each in labelled(stem, row)]
    offered = [
        each
        for stem, row in rows.items()
        if stem in articles
        for each in exported(stem, row["text"], articles[stem])
    ]
    found = match(wanted, offered)
    return (*_together(wanted, offered, found), *_exact(wanted, offered))


def labelled(stem: str, row: Row) -> list[Attribution]:
    """Read the labelled attributions of a row that have any content."""
    positions = squeeze(row["text"])[1]

    def at(spans: Iterable[Sequence[int]]) -> Characters:
        return frozenset().union(*(_span(positions, start, end) for start, end in spans))

    return [
        Attribution(
            article=stem,
            heads=heads(each["source_text"]),
            source=at(each["source"]),
            content=at(each["content"]),
            text=each["content_text"],
            mention=each["source_text"],
        )
        for each in row["attributions"]
        if each["content"]
    ]


def exported(stem: str, text: str, article: Article) -> list[Attribution]:
    """Read the statements of an exported article.

    A paragraph whose characters are not in the article's text keeps its
    statements, at no place: they count as found wrongly.
    """
    whole = squeeze(text)[0]
    cursor = 0
    found: list[Attribution] = []
    for paragraph in article.paragraphs:
        letters, positions = squeeze(paragraph.text)
        start = whole.find(letters, cursor)
        cursor = cursor if start < 0 else start + len(letters)
        shifted = [] if start < 0 else [start + position for position in positions]
        found += [_statement(stem, paragraph, each, shifted) for each in paragraph.statements]
    return found


def squeeze(text: str) -> tuple[str, list[int]]:
    """Take the blanks out of a text.

    Args:
        text: any text.

    Returns:
        The text without blanks, and for every offset of the text from 0 to its
        length the offset in the text without blanks.
    """
    solid = [not character.isspace() for character in text]
    letters = "".join(character for character, keep in zip(text, solid, strict=True) if keep)
    return letters, list(accumulate(solid, initial=0))


def heads(source: str) -> frozenset[str]:
    """Give the head nouns of a source.

    The source is cut at commas, brackets and dashes ('Peter Cook, the press
    secretary' names one person twice), contractions are opened ('she's'), and of
    each part the head is the last word before its first preposition or relative
    pronoun, articles left out: 'cook' and 'secretary'; of 'a spokesman for the
    ministry' it is 'spokesman'.
    """
    parts = PARTS.split(CONTRACTION.sub("", source))
    return frozenset(head for part in parts if (head := head_noun(part)))


def match(wanted: Sequence[Attribution], offered: Sequence[Attribution]) -> dict[int, int]:
    """Pair labelled and exported attributions, each at most once.

    Two may pair when their contents share at least half of the characters that
    either has and their sources share a head noun; a labelled attribution
    without a source pairs with a statement that has none in its paragraph. Pairs
    that overlap most are made first.

    Returns:
        Index among the wanted → index among the offered.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(_candidates(wanted, offered), key=lambda pair: -pair[0]):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def overlap(one: Characters, other: Characters) -> float:
    """Give intersection over union of two sets of characters, 0 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _span(positions: Sequence[int], start: int, end: int) -> range:
    return range(positions[start], positions[end])


def _statement(
    stem: str, paragraph: Paragraph, said: Statement, positions: Sequence[int]
) -> Attribution:
    mention = said.mention or ""
    source = _nearest(mention, paragraph.text, said) if mention else None
    return Attribution(
        article=stem,
        heads=heads(mention),
        source=frozenset(_span(positions, *source)) if positions and source else frozenset(),
        content=frozenset(_span(positions, said.start, said.end)) if positions else frozenset(),
        text=paragraph.text[said.start : said.end],
        mention=mention,
    )


def _nearest(mention: str, text: str, said: Statement) -> tuple[int, int] | None:
    """Find a mention's words nearest to what is said; the export does not place them."""
    pattern = rf"(?<!\w){re.escape(mention)}(?!\w)"
    spans = [found.span() for found in re.finditer(pattern, text)]
    return min(spans, key=lambda span: _distance(span, said), default=None)


def _distance(span: tuple[int, int], said: Statement) -> int:
    """Count the characters between; words inside what is said come last."""
    if span[1] <= said.start:
        return said.start - span[1]
    if span[0] >= said.end:
        return span[0] - said.end
    return said.end + said.start + span[1]


def _candidates(
    wanted: Sequence[Attribution], offered: Sequence[Attribution]
) -> Iterable[tuple[float, int, int]]:
    by_article: dict[str, list[int]] = {}
    for number, each in enumerate(offered):
        by_article.setdefault(each.article, []).append(number)
    for one, label in enumerate(wanted):
        for other in by_article.get(label.article, ()):
            share = overlap(label.content, offered[other].content)
            if share >= OVERLAP and _same_source(label, offered[other]):
                yield share, one, other


def _same_source(label: Attribution, found: Attribution) -> bool:
    return bool(label.heads & found.heads) if label.heads else not found.source


def _together(
    wanted: Sequence[Attribution], offered: Sequence[Attribution], found: Mapping[int, int]
) -> tuple[Figure, ...]:
    precision, recall, both = rate_figures("", rates(len(found), len(offered), len(wanted)))
    lost = tuple(_miss(each) for number, each in enumerate(wanted) if number not in found)
    quoted = [number for number, each in enumerate(wanted) if each.is_quoted]
    hits = sum(number in found for number in quoted)
    return (
        precision,
        Figure(recall.name, recall.value, misses=lost),
        both,
        Figure("quoted-recall", hits / len(quoted) if quoted else 0.0),
    )


def _miss(label: Attribution) -> Miss:
    return Miss(label.article, label.text, label.mention or "no source", "not found")


def _exact(wanted: Sequence[Attribution], offered: Sequence[Attribution]) -> tuple[Figure, ...]:
    """Score spans whose characters are the very same, one for one."""
    return (
        _exact_f1("source-exact-f1", _sources(wanted), _sources(offered)),
        _exact_f1("content-exact-f1", _contents(wanted), _contents(offered)),
    )


def _sources(each: Iterable[Attribution]) -> Counter[tuple[str, Characters]]:
    return Counter((one.article, one.source) for one in each if one.source)


def _contents(each: Iterable[Attribution]) -> Counter[tuple[str, Characters]]:
    return Counter((one.article, one.content) for one in each)


def _exact_f1(
    name: str,
    wanted: Counter[tuple[str, Characters]],
    offered: Counter[tuple[str, Characters]],
) -> Figure:
    same = (wanted & offered).total()
    return Figure(name, rates(same, offered.total(), wanted.total())[2])
