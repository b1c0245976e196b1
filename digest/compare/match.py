"""Two texts laid beside each other by what they speak of, whatever words they use.

Concepts that are one and the same are matched first, then those that may mean
the same, the most telling first. How much is shared is said for either text,
for the shorter one may stand whole in the longer one. Judges nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.compare.concepts import COMMON, Concept, rivals
from digest.compare.words import NAME, NUMBER, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Concepts = tuple[Concept, ...]

_SYNONYM = 0.8  # of a word's weight, where another word stands for it
_MARKED = 1.3  # times a plain word's weight, for a name or a number
_PLAIN = 0.6  # times it, for a word that stands in any text
_RARE = 3  # texts that have a concept which marks what two of them tell
_FULLER = 0.4  # of the score that the share of the fuller text makes


class Rarity:
    """How much each concept tells: the rarer among the paragraphs, the more (idf).

    What stands in one paragraph only counts as if it stood in two, or a rare
    word of the one text would outweigh all that both have.
    """

    def __init__(self, texts: Sequence[Concepts]) -> None:
        """Count the concepts."""
        frequency = Counter(concept.key for text in texts for concept in text)
        self._frequency = frequency
        self._weights = {
            key: math.log(1 + len(texts) / max(count, 2)) * _kind(key)
            for key, count in frequency.items()
        }

        self._rare = math.log(1 + len(texts) / 2)
        self._texts = texts
        self._wholes = {id(text): self.sum(text) for text in texts}

    def is_rare(self, key: str) -> bool:
        """Whether hardly any text has a concept besides the two that are compared."""
        return self._frequency[key] <= _RARE

    def words(self, found: Iterable[Concept]) -> float:
        """Say how many of the rarest words would tell as much."""
        return round(self.sum(found) / self._rare, 2) if self._rare else 0.0

    def of(self, concept: Concept) -> float:
        """Give the weight of one concept."""
        return self._weights.get(concept.key, 1.0)

    def order(self, concept: Concept) -> tuple[float, str]:
        """Give what sorts concepts, the most telling first."""
        return -self.of(concept), concept.key

    def sum(self, found: Iterable[Concept]) -> float:
        """Give the weight of several, the same in whatever order."""
        return math.fsum([self._weights.get(concept.key, 1.0) for concept in found])

    def whole(self, text: Concepts) -> float:
        """Give the weight of a whole text.

        Of those that were counted it is remembered, by which object they are: each is held
        against many others. None of the objects goes, for they are remembered, too.
        """
        known = self._wholes.get(id(text))
        return self.sum(text) if known is None else known


def _kind(key: str) -> float:
    if key[0] in (NAME, PERSON, NUMBER):
        return _MARKED
    return _PLAIN if key in COMMON else 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """Two texts beside each other.

    Attributes:
        pairs: concepts of the one and of the other that mean the same.
        left: concepts of the one that nothing matches, `right` of the other.
        shares: the matched weight of either text, from 0 to 1.
    """

    pairs: tuple[tuple[Concept, Concept], ...]
    left: Concepts
    right: Concepts
    shares: tuple[float, float]

    @property
    def score(self) -> float:
        """How alike they are, leaning towards the text that has more of it in the other.

        A containment with a say for the fuller text, as in Tversky's ratio model
        ('Features of similarity', 1977).
        """
        less, more = sorted(self.shares)
        return round(_FULLER * less + (1 - _FULLER) * more, 4)


def match(a: Concepts, b: Concepts, rarity: Rarity) -> Match:
    """Lay the concepts of two texts beside each other."""
    there = {concept.key: concept for concept in b}
    same = [(mine, there[mine.key]) for mine in a if mine.key in there]
    keys = {mine.key for mine, _ in same}
    left = [concept for concept in a if concept.key not in keys]
    right = [concept for concept in b if concept.key not in keys]
    meant = _synonyms(left, right, rarity)
    mine, theirs = {x.key for x, _ in meant}, {y.key for _, y in meant}
    shared = rarity.sum([concept for concept, _ in same])  # which weighs as much in either text
    return Match(
        pairs=(*same, *meant),
        left=tuple([c for c in left if c.key not in mine]),
        right=tuple([c for c in right if c.key not in theirs]),
        shares=(
            _share(a, shared, [x for x, _ in meant], rarity),
            _share(b, shared, [y for _, y in meant], rarity),
        ),
    )


def _synonyms(
    left: Sequence[Concept], right: Sequence[Concept], rarity: Rarity
) -> list[tuple[Concept, Concept]]:
    """Pair what may mean the same, each concept once, the most telling first."""
    by_sense: dict[int | str, list[Concept]] = defaultdict(list)
    for theirs in right:
        for sense in _meanings(theirs):
            by_sense[sense].append(theirs)
    may_have_one = [mine for mine in left if not by_sense.keys().isdisjoint(_meanings(mine))]
    taken: set[str] = set()
    pairs = []
    for mine in sorted(may_have_one, key=rarity.order):
        senses = _meanings(mine)
        open_ones = (c for s in senses for c in by_sense.get(s, ()) if c.key not in taken)
        meant = (c for c in open_ones if not rivals(mine, c))
        found = min(meant, key=rarity.order, default=None)
        if found is not None:
            taken.add(found.key)
            pairs.append((mine, found))
    return pairs


def _meanings(concept: Concept) -> Iterator[int | str]:
    """Give the sets of a concept, and the words of a phrase: 'wage' may stand for 'wage floor'."""
    yield from concept.senses
    yield from concept.key.split()


def _share(text: Concepts, shared: float, meant: Sequence[Concept], rarity: Rarity) -> float:
    whole = rarity.whole(text)
    found = shared + _SYNONYM * rarity.sum(meant)
    return round(found / whole, 4) if whole else 0.0
