"""Real articles on many events, read as one digest of one day.

Every event of `basil-dev.jsonl` (BASIL, EMNLP 2019) is told by three articles. Laid into one
folder, and all published on one day, they are like a busy week's news: what folds across two
events is told of two things, as a rule. (Some of the events are of one matter, and tell the
same of it.)
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.eval.families import families, joined
from tests.eval.figure import Figure, Miss
from tests.eval.pairs import SHOWN, as_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.eval.families import Place, Text
    from tests.eval.rows import Row

_DAY = date(2031, 5, 6)


def figures(rows: Sequence[Row]) -> tuple[Figure, ...]:
    """Count what folds across two events, and what within one.

    Args:
        rows: articles with event, source, title and paragraphs.
    """
    texts = [text._replace(published=_DAY) for text in as_texts(rows)]
    events = {text.id: row["event"] for text, row in zip(texts, rows, strict=True)}
    found = families(texts)
    pairs = set(joined(found))
    across = {(a, b) for a, b in pairs if events[a[0]] != events[b[0]]}
    return (
        Figure("folded-across", len(across), misses=tuple(_misses(across, texts))),
        Figure("folded-within", len(pairs) - len(across)),
    )


def _misses(pairs: Iterable[tuple[Place, Place]], texts: Sequence[Text]) -> Iterator[Miss]:
    shown = {(text.id, at): words for text in texts for at, words in enumerate(text.paragraphs)}
    for a, b in sorted(pairs):
        text = f"{shown[a][:SHOWN]} ~ {shown[b][:SHOWN]}"
        yield Miss(f"{a[0]} {b[0]}", text, "two events", "one family")
