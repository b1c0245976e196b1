"""Which paragraphs of two articles prefer each other, and what else the two have in common.

Two accounts of one fact are, as a rule, each the other's nearest in the two
articles: a better clue than any degree of likeness, which one topic of the
story raises for many pairs. Mutual nearest neighbours, as they are used to
lay documents of two languages beside each other. In any two articles, however,
some two paragraphs are nearest; so it is told, too, how alike any two others are.
Judges nothing.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from digest.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.compare.pairs import Pair, Pairs

_MANY = 4  # paragraphs of the longer article, from which being the nearest tells something
_NOT = -1.0  # by how much two prefer each other of which one has a nearer choice

Best = dict[int, list[float]]


class Nearest:
    """Of each pair, what there was to choose from, and whether the two chose each other."""

    def __init__(self, pairs: Pairs, articles: Sequence[str]) -> None:
        """Look through all pairs, those of the same two articles together.

        Args:
            pairs: of different paragraphs.
            articles: the article of each paragraph that was compared.
        """
        self._articles = articles
        self._sizes = Counter(articles)
        self._margins = array("d", [_NOT]) * len(pairs)
        self._akin = array("d", [0.0]) * len(pairs)
        for group in _of_two_articles(pairs, articles):
            best = _best(pairs, group)
            ranked = sorted((pairs[at] for at in group), key=_by_score)
            for at in group:
                self._margins[at] = _margin(pairs[at], best)
                self._akin[at] = _next(pairs[at], ranked)

    def evidence(self, at: int, pair: Pair) -> Iterator[Evidence]:
        """Give the evidence `choice`, and `nearest` on two that prefer each other.

        The value of `choice` is the number of paragraphs of the longer article;
        that of `nearest` by how much the two prefer each other: 1 where neither has
        another choice, 0 where the second choice is as near. `akin` is how alike two
        other paragraphs of the two articles are, those that are most. Articles of a few
        paragraphs leave no choice, so nothing is said of them.

        Args:
            at: the place of the pair among all.
            pair: the pair.
        """
        a, b = self._articles[pair.a], self._articles[pair.b]
        choice = max(self._sizes[a], self._sizes[b])
        if a == b or choice < _MANY:
            return
        yield Evidence("choice", choice)
        if self._akin[at]:
            yield Evidence("akin", self._akin[at])
        if self._margins[at] != _NOT:
            yield Evidence("nearest", self._margins[at])


def _by_score(pair: Pair) -> float:
    return -pair.score


def _next(pair: Pair, ranked: Iterable[Pair]) -> float:
    """Give how alike the two most alike paragraphs are of which neither is in a pair."""
    two = {pair.a, pair.b}
    return next((each.score for each in ranked if two.isdisjoint((each.a, each.b))), 0.0)


def _margin(pair: Pair, best: Mapping[int, Sequence[float]]) -> float:
    # The pair itself stands in both lists; any third score is a rival of it.
    first, other, *rest = sorted((*best[pair.a], *best[pair.b]), reverse=True)
    return round(1 - max(rest, default=0.0) / first, 4) if pair.score == first == other else _NOT


def _of_two_articles(pairs: Pairs, articles: Sequence[str]) -> Iterator[list[int]]:
    """Give the places of the pairs of the same two articles, which are two, together.

    One number tells the articles and the place, for a sorted list of numbers is small.
    """
    number = {name: at for at, name in enumerate(dict.fromkeys(articles))}
    owners = [number[name] for name in articles]
    size = len(pairs)

    def articles_of(pair: Pair) -> int:
        first, second = sorted((owners[pair.a], owners[pair.b]))
        return first * len(number) + second

    keys = sorted(
        articles_of(pair) * size + at
        for at, pair in enumerate(pairs)
        if owners[pair.a] != owners[pair.b]
    )
    for _, group in groupby(keys, lambda key: key // size):
        yield [key % size for key in group]


def _best(pairs: Pairs, group: Sequence[int]) -> Best:
    """Give the two best scores of every paragraph with the other one of two articles."""
    best: Best = defaultdict(list)
    for at in group:
        a, b, score = pairs[at]
        for paragraph in (a, b):
            best[paragraph] = sorted((*best[paragraph], score), reverse=True)[:2]
    return best
