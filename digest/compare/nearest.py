"""Which paragraphs of two articles prefer each other.

Two accounts of one fact are, as a rule, each the other's nearest in the two
articles: a better clue than any degree of likeness, which one topic of the
story raises for many pairs. Mutual nearest neighbours, as they are used to
lay documents of two languages beside each other. Judges nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.model import Overlap, Paragraph

_MANY = 4  # paragraphs of the longer article, from which being the nearest tells something

Best = dict[tuple[str, str], list[float]]


def nearest(overlaps: Sequence[Overlap], paragraphs: Sequence[Paragraph]) -> Iterator[Overlap]:
    """Add the evidence `choice` to pairs of two articles, and `nearest` to those that prefer it.

    The value of `choice` is the number of paragraphs of the longer article;
    that of `nearest` by how much the two prefer each other: 1 where neither has
    another choice, 0 where the second choice is as near. Articles of a few
    paragraphs leave no choice, so nothing is said of them.

    Args:
        overlaps: of different paragraphs.
        paragraphs: those that were compared.
    """
    owners = {paragraph.id: paragraph.article for paragraph in paragraphs}
    sizes = Counter(owners.values())
    best = _best(overlaps, owners)
    for each in overlaps:
        a, b = owners[each.a], owners[each.b]
        choice = max(sizes[a], sizes[b])
        if a == b or choice < _MANY:
            yield each
            continue
        evidence = [*each.evidence, Evidence("choice", choice)]
        # The pair itself stands in both lists; any third score is a rival of it.
        first, other, *rest = sorted((*best[each.a, b], *best[each.b, a]), reverse=True)
        if each.score == first == other:
            evidence.append(Evidence("nearest", round(1 - max(rest, default=0.0) / first, 4)))
        yield replace(each, evidence=tuple(evidence))


def _best(overlaps: Sequence[Overlap], owners: Mapping[str, str]) -> Best:
    """Give the two best scores of every paragraph with each other article."""
    best: Best = defaultdict(list)
    for each in overlaps:
        for mine, theirs in ((each.a, each.b), (each.b, each.a)):
            key = mine, owners[theirs]
            best[key] = sorted((*best[key], each.score), reverse=True)[:2]
    return best
