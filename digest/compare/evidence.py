"""All that speaks for and against telling two paragraphs alike."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from digest.compare.align import align, differences
from digest.compare.words import DAYS, PERSON, days_of
from digest.model import Evidence, Overlap
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.compare.reading import Reading
    from digest.model import Person

_FLOOR = 0.12  # of cosine, below which no pair is worth a look
_COPIED = 0.4  # of the lighter text in the heavier one, from which they are laid side by side
_QUOTED = 4  # words that a quotation worth comparing has at least


class Weights:
    """How much each word tells: the rarer among the paragraphs, the more (idf)."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Count the words."""
        frequency = Counter(word for reading in readings for word in reading.bag)
        rarity = {word: math.log(1 + len(readings) / n) for word, n in frequency.items()}
        self._squares = {word: value**2 for word, value in rarity.items()}

    def of(self, bag: Iterable[str]) -> float:
        """Give the squared length of a bag of words."""
        # Summed exactly: a set has no order, and pages must not depend on one.
        return math.fsum(self._squares[word] for word in bag)


def overlap(a: Reading, b: Reading, weights: Weights) -> Overlap | None:
    """Gather the evidence on two paragraphs; None for a pair not worth a look."""
    shared = weights.of(a.bag & b.bag)
    one, other = weights.of(a.bag) or 1.0, weights.of(b.bag) or 1.0
    cosine = round(shared / math.sqrt(one * other), 4)
    if cosine < _FLOOR:
        return None
    contained = round(shared / min(one, other), 4)
    evidence = [Evidence("cosine", cosine), Evidence("contained", contained)]
    evidence += _spoken(a, b, weights)
    evidence += _told(a, b)
    evidence += _worded(a, b)
    if contained >= _COPIED:
        evidence += _copied(a, b)
    first, second = sorted((a.paragraph.id, b.paragraph.id))
    return Overlap(first, second, cosine, tuple(evidence))


def _spoken(a: Reading, b: Reading, weights: Weights) -> Iterator[Evidence]:
    """Say whether one and the same speaks, on the same day, and of the same."""
    if not a.speakers or not b.speakers:
        none = not a.speakers and not b.speakers
        yield Evidence("no speaker" if none else "one speaker", 1.0)
        return
    left, right = a.speakers[0], b.speakers[0]
    if left.id == right.id:
        yield Evidence("same speaker", 1.0 if left.kind == "person" else 0.8, left.name)
    elif _may_be_one(left, right):
        yield Evidence("same speaker", 0.5, f"{left.name} | {right.name}")
    else:
        yield Evidence("other speaker", 1.0, f"{left.name} | {right.name}")
        return
    shared = weights.of(a.content & b.content)
    least = min(weights.of(a.content), weights.of(b.content))
    yield Evidence("said alike", round(shared / least, 4) if least else 0.0)
    if a.said is not None and b.said is not None:
        same = a.said.first <= b.said.last and b.said.first <= a.said.last
        yield Evidence("same day" if same else "other day", 1.0)
    elif _days(a) & _days(b):
        yield Evidence("same day", 1.0)


def _days(reading: Reading) -> set[str]:
    """Give the days that a paragraph names, without weeks, months and years."""
    return {w for w in reading.words if w.startswith(DAYS) and len(set(days_of(w))) == 1}


def _may_be_one(a: Person, b: Person) -> bool:
    """Whether two articles may name one speaker so differently, or not at all."""
    first, last = fold(a.name).split(), fold(b.name).split()
    if "unnamed" in {a.kind, b.kind}:
        return first == last or (a.side is not None and a.side == b.side)
    if not first or not last or first[-1] != last[-1]:
        return False
    return 1 in {len(first), len(last)} or first[0][0] == last[0][0]


def _told(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say whether both tell of the same event, in the same days."""
    if a.events & b.events:
        yield Evidence("same event", 1.0, ", ".join(sorted(a.events & b.events)))
    elif a.events and b.events:
        yield Evidence("other event", 1.0)
    elif a.event is not None and b.event is not None and a.event != b.event:
        yield Evidence("other event", 0.5)
    if a.published is not None and b.published is not None:
        yield Evidence("days between", abs((a.published - b.published).days))
    if a.paragraph.article == b.paragraph.article:
        yield Evidence("same article", abs(a.paragraph.number - b.paragraph.number))


def _worded(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say what the whole texts differ in that must not differ, and whether one goes on."""
    for difference in differences(a.words, b.words):
        name, _, detail = difference.partition(": ")
        yield Evidence(f"other {name}", 1.0, detail)
    if any(reading.paragraph.text.endswith(":") for reading in (a, b)):
        yield Evidence("unfinished", 1.0)
    if a.places and b.places and not a.places & b.places:
        yield Evidence("other place", 1.0)


def _copied(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say what the texts, and their quotations, share word for word."""
    speakers = frozenset(PERSON + person.id for r in (a, b) for person in r.speakers)
    for name, one, other in (("copied", a.words, b.words), ("quoted", a.quoted, b.quoted)):
        if name == "quoted" and min(len(one), len(other)) < _QUOTED:
            continue
        found = align(one, other, speakers)
        if found is None:
            continue
        yield Evidence(name, round(found.shared / max(found.words, 1), 4), f"{found.words} words")
        yield Evidence(f"{name}: reworded", found.reworded)
        for conflict in found.conflicts:
            yield Evidence(f"{name}: conflict", 1.0, conflict)
