"""Retellings that a reader found in whole real articles, against what the product folds.

`paragraph-pairs-dev.jsonl` judges some pairs of some events. Here a reader who had not
seen the rules went through every pair of paragraphs of 32 other events of `basil-dev.jsonl`
(BASIL, EMNLP 2019). The labels give places only; the texts lie in `../shared`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.eval.families import families
from tests.eval.figure import Figure, Miss
from tests.eval.pairs import SHOWN, as_texts
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.eval.families import Families, Place
    from tests.eval.rows import Row

Labels = frozenset[frozenset["Place"]]


def figures(labels: Path, articles: Sequence[Row]) -> tuple[Figure, ...]:
    """Measure how many retellings fold, and what folds that no label links.

    Args:
        labels: `same` and `may` of each event.
        articles: rows with doc_id, event, source, date, title and paragraphs.
    """
    whole: dict[str, list[Row]] = defaultdict(list)
    for row in articles:
        whole[row["event"]].append(row)
    missed: list[Miss] = []
    wrong: list[Miss] = []
    wanted = 0
    for event, own in read_yaml(labels).items():
        rows = whole[event]
        found = families(as_texts(rows))
        shown = {
            (f"article-{n}", at): text
            for n, row in enumerate(rows)
            for at, text in enumerate(row["paragraphs"])
        }
        same, may = (_pairs(own[name], rows) for name in ("same", "may"))
        wanted += len(same)
        missed += _misses(_apart(same, found), shown, "one family", "two")
        wrong += _misses(_unlinked(same | may, found), shown, "apart", "folded")
    return (
        Figure("same-folded", wanted - len(missed), wanted, tuple(missed)),
        Figure("unlinked-folds", len(wrong), misses=tuple(wrong)),
    )


def _pairs(written: Iterable[str], rows: Sequence[Row]) -> Labels:
    """Read pairs such as '0:3 1:4', articles by the ending of their ids."""
    numbers = {row["doc_id"].rpartition("_")[2]: f"article-{n}" for n, row in enumerate(rows)}
    return frozenset(
        frozenset(
            (numbers[article], int(at))
            for article, at in (place.split(":") for place in each.split())
        )
        for each in written
    )


def _apart(same: Labels, found: Families) -> Iterator[Sequence[Place]]:
    for pair in sorted(map(sorted, same)):
        if len({found.get(place, place) for place in pair}) > 1:
            yield pair


def _unlinked(linked: Labels, found: Families) -> Iterator[Sequence[Place]]:
    """Give the members of families of several articles whom no label links with another member."""
    members: dict[str, list[Place]] = defaultdict(list)
    for place, name in sorted(found.items()):
        members[name].append(place)
    for places in members.values():
        if len({article for article, _ in places}) > 1:
            for place in places:
                others = [other for other in places if other != place]
                if not any(frozenset((place, other)) in linked for other in others):
                    yield [place, others[0]]


def _misses(
    pairs: Iterable[Sequence[Place]], shown: Mapping[Place, str], expected: str, got: str
) -> Iterator[Miss]:
    for a, b in pairs:
        yield Miss(f"{a}", f"{shown[a][:SHOWN]} ~ {shown[b][:SHOWN]}", expected, got)
