"""Pairs that readers judged, against what the product folds.

`paragraph-pairs-dev.jsonl`: paragraphs of two outlets on one event, labelled
same, part or different, read within their whole articles (`basil-dev.jsonl`;
BASIL, EMNLP 2019). `mrpc-dev.jsonl` and `ecbplus-dev-sentence-pairs.jsonl`:
single sentences (MRPC; ECB+), each pair as two articles of one sentence on one
day, so that nothing around them helps.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.eval.families import Text, are_one, families, letters
from tests.eval.figure import Figure, Miss
from tests.eval.rows import rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.eval.families import Place
    from tests.eval.rows import Row

A_DAY = date(2031, 5, 6)  # on which two sentences without a day are published
SHOWN = 60  # characters of either text that a miss shows


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its label and what became of it.

    Attributes:
        label: same, part or different.
        folded: whether both are in one family.
        shown: whether neither is cut as furniture, such as a repeated headline.
    """

    label: str
    folded: bool
    shown: bool
    a: str
    b: str


def of_paragraphs(pairs: Sequence[Row], articles: Sequence[Row]) -> list[Judged]:
    """Judge the pairs of paragraphs, each event's articles as one digest."""
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in pairs:
        by_event[row["event"]].append(row)
    whole: dict[str, list[Row]] = defaultdict(list)
    for row in articles:
        whole[row["event"]].append(row)
    return [
        each for event, rows in by_event.items() for each in _of_event(rows, as_texts(whole[event]))
    ]


def as_texts(rows: Iterable[Row]) -> list[Text]:
    return [
        Text(
            id=f"article-{number}",
            outlet=row["source"],
            title=row["title"],
            published=date.fromisoformat(row["date"]) if row["date"] else None,
            paragraphs=row["paragraphs"],
        )
        for number, row in enumerate(rows)
    ]


def _of_event(rows: Iterable[Row], texts: Sequence[Text]) -> Iterator[Judged]:
    found = families(texts)
    places: dict[str, Place] = {
        letters(paragraph): (text.id, number)
        for text in texts
        for number, paragraph in enumerate(text.paragraphs)
    }
    for row in rows:
        a, b = places[letters(row["a"])], places[letters(row["b"])]
        shown = a in found and b in found
        yield Judged(row["label"], are_one(found, a, b), shown, row["a"], row["b"])


def of_sentences(rows: Iterable[tuple[str, str, str]]) -> list[Judged]:
    """Judge pairs of single sentences, each pair as a digest of its own.

    Args:
        rows: label and the two sentences.
    """
    return [_alone(label, a, b) for label, a, b in rows]


def _alone(label: str, a: str, b: str) -> Judged:
    texts = [Text("a", "One", "One", A_DAY, [a]), Text("b", "Two", "Two", A_DAY, [b])]
    found = families(texts)
    return Judged(label, are_one(found, ("a", 0), ("b", 0)), len(found) > 1, a, b)


def figures(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """Measure precision and recall of `same` against `different`; `part` may fold or not.

    `recall-shown` leaves out pairs of which one is cut, such as a headline that
    the article repeats: what is not shown cannot be told twice.
    """
    same = [each for each in judged if each.label == "same"]
    shown = [each for each in same if each.shown]
    wrong = [each for each in judged if each.label == "different" and each.folded]
    right = sum(each.folded for each in same)
    precision, recall, _ = rates(right, right + len(wrong), len(same))
    left = [each for each in shown if not each.folded]
    part = sum(each.folded for each in judged if each.label == "part")
    return (
        Figure("precision", precision, misses=_misses(wrong, "two", "one family")),
        Figure("recall", recall, misses=_misses(left, "one family", "two")),
        Figure("recall-shown", right / len(shown) if shown else 0.0),
        Figure("part-folded", part, sum(each.label == "part" for each in judged)),
    )


def lookalikes(judged: Sequence[Judged]) -> Figure:
    """Count folded pairs of sentences about two look-alike events: there should be none."""
    wrong = [each for each in judged if each.folded]
    return Figure("look-alikes", len(wrong), misses=_misses(wrong, "two events", "one family"))


def _misses(judged: Iterable[Judged], expected: str, got: str) -> tuple[Miss, ...]:
    return tuple(
        Miss(each.label, f"{each.a[:SHOWN]} ~ {each.b[:SHOWN]}", expected, got) for each in judged
    )
