"""Groups of things that are alike on the average, without comparing all pairs.

Agglomerative clustering with average link (Sokal and Michener's UPGMA), found by
chains of nearest neighbours (Benzécri; Murtagh, 'A Survey of Recent Advances in
Hierarchical Clustering Algorithms', 1983). The mean cosine between two groups is
the product of their summed vectors over their sizes, so a group is held against
another's whole profile and never against one member; an index of the words finds
the groups that share any.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Vector = dict[str, float]
Interval = tuple[int, int]

_EQUAL = 1e-9  # sums of floats that differ by less are the same


def clusters(
    vectors: Sequence[Mapping[str, float]],
    times: Sequence[Interval | None],
    *,
    least: float,
    longest: int,
) -> list[list[int]]:
    """Group vectors whose mean cosine is high enough.

    Args:
        vectors: of length 1, or shorter where a word that nobody shares was left out.
        times: when each took place; None where unknown.
        least: the mean cosine between two groups from which they become one.
        longest: how much time the members of a group may span.

    Returns:
        Groups of indices, each ascending, in the order of their first members.
    """
    linker = _Linker(vectors, times, least, longest)
    return sorted(sorted(group) for group in linker.linked())


def unit(weights: Mapping[str, float]) -> Vector:
    """Bring a vector to length 1."""
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    return {word: value / length for word, value in weights.items()}


class _Linker:
    """Groups under way, each known by its first member's index."""

    def __init__(
        self,
        vectors: Sequence[Mapping[str, float]],
        times: Sequence[Interval | None],
        least: float,
        longest: int,
    ) -> None:
        self._sums: dict[int, Vector] = {i: dict(vector) for i, vector in enumerate(vectors)}
        self._members = {i: [i] for i in self._sums}
        self._times = dict(enumerate(times))
        self._least = least
        self._longest = longest
        # Dicts, for their order: sets would do, but pages must not depend on one.
        self._holders: dict[str, dict[int, None]] = defaultdict(dict)
        for i, vector in self._sums.items():
            for word in vector:
                self._holders[word][i] = None

    def linked(self) -> list[list[int]]:
        """Join until no two groups are alike enough."""
        ahead = list(self._sums)
        for start in ahead:  # which grows: every joined group is looked at anew
            chain = [start] if start in self._sums else []
            while chain:
                ahead += self._step(chain)
        return list(self._members.values())

    def _step(self, chain: list[int]) -> list[int]:
        """Go on to the nearest neighbour of the chain's end, or join its last two.

        The likeness grows along a chain. Under average link, and a span that only
        widens, joining two groups brings no third one nearer: so a group without
        a neighbour stays alone, and what stands before in the chain stays right.

        Returns:
            The group that came of joining, if any.
        """
        end = chain[-1]
        near = self._nearest(end, chain[-2] if len(chain) > 1 else None)
        if near is None:
            chain.pop()
        elif len(chain) > 1 and near == chain[-2]:
            del chain[-2:]
            return [self._join(min(end, near), max(end, near))]
        else:
            chain.append(near)
        return []

    def _nearest(self, group: int, before: int | None) -> int | None:
        """Give the group most like another; of equals the one before it in the chain."""
        sums: dict[int, float] = defaultdict(float)
        for word, value in self._sums[group].items():
            for other in self._holders[word]:
                if other != group:
                    sums[other] += value * self._sums[other][word]
        size = len(self._members[group])
        best, found = self._least, None
        for other in sorted(sums, key=lambda other: (other != before, other)):
            alike = sums[other] / (size * len(self._members[other]))
            ahead = alike >= best if found is None else alike > best + _EQUAL
            if ahead and self._may_join(group, other):
                best, found = alike, other
        return found

    def _may_join(self, a: int, b: int) -> bool:
        time = cover(self._times[a], self._times[b])
        return time is None or time[1] - time[0] <= self._longest

    def _join(self, home: int, other: int) -> int:
        sums = self._sums[home]
        for word, value in self._sums.pop(other).items():
            sums[word] = sums.get(word, 0.0) + value
            del self._holders[word][other]
            self._holders[word][home] = None
        self._members[home] += self._members.pop(other)
        self._times[home] = cover(self._times[home], self._times.pop(other))
        return home


def cover(a: Interval | None, b: Interval | None) -> Interval | None:
    """Give the time from the beginning of the earlier to the end of the later one."""
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])
