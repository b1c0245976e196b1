"""Pairs of paragraphs by their numbers, each in sixteen bytes: there are many, and few matter."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Pair(NamedTuple):
    """Two paragraphs by their numbers, and how alike they are."""

    a: int
    b: int
    score: float


class Pairs:
    """Pairs in the order in which they were found."""

    def __init__(self, found: Iterable[Pair]) -> None:
        """Take all of them in."""
        self._left = array("I")
        self._right = array("I")
        self._scores = array("d")
        for pair in found:
            self._left.append(pair.a)
            self._right.append(pair.b)
            self._scores.append(pair.score)

    def __len__(self) -> int:
        """Count them."""
        return len(self._scores)

    def __iter__(self) -> Iterator[Pair]:
        """Give each of them."""
        return map(Pair, self._left, self._right, self._scores)

    def __getitem__(self, at: int) -> Pair:
        """Give one of them."""
        return Pair(self._left[at], self._right[at], self._scores[at])
