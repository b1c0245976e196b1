"""Which pairs of paragraphs are worth a look, without looking at all pairs.

Two indexes propose pairs. Rare words find paragraphs that tell of the same
things; a word in more than a few dozen paragraphs proposes none, a number in
few does by itself, and so does a saying. Shared runs of words find copies, however many there are:
each is held against the first few that have the same run. The runs of a
paragraph are sampled by the smallest of their hashes (Broder, 'On the
resemblance and containment of documents').
So the number of pairs is bounded by the number of words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING
from zlib import crc32

from digest.compare.words import NUMBER, SAYING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_RARE = 40  # paragraphs that a word may stand in and still propose pairs
_MARK = 4  # paragraphs that a number or a saying may stand in and propose pairs by itself
_MARKED = (NUMBER, SAYING)
_FEW = 2  # rare words that a pair has in common
_RUN = 5  # words of a run
_RUNS = 4  # runs sampled from a paragraph
_FIRST = 8  # paragraphs with a run that later ones are held against


def candidates(
    bags: Sequence[Collection[str]], texts: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Propose pairs of paragraphs, each once, the smaller index first.

    Args:
        bags: for each paragraph, the words that tell something, each once.
        texts: for each, its words in order. Who should be held against all
            copies of a text stands before them.
    """
    frequency = Counter(word for bag in bags for word in bag)
    holders: dict[str, list[int]] = defaultdict(list)
    again = _repeated(texts)
    runs: dict[int, list[int]] = defaultdict(list)
    for here, (bag, text) in enumerate(zip(bags, texts, strict=True)):
        shared: Counter[int] = Counter()
        for word in bag:
            if 1 < frequency[word] <= _RARE:
                weight = _FEW if word.startswith(_MARKED) and frequency[word] <= _MARK else 1
                shared.update(dict.fromkeys(holders[word], weight))
                holders[word].append(here)
        found = {there for there, count in shared.items() if count >= _FEW}
        for run in again.intersection(_sample(text)):
            found.update(runs[run])
            if len(runs[run]) < _FIRST:
                runs[run].append(here)
        for there in sorted(found):
            yield there, here


def _repeated(texts: Sequence[Sequence[str]]) -> set[int]:
    """Give the sampled runs that more than one paragraph has; the others propose nothing."""
    once: set[int] = set()
    again: set[int] = set()
    for text in texts:
        for run in _sample(text):
            (again if run in once else once).add(run)
    return again


def _sample(text: Sequence[str]) -> list[int]:
    last = max(1, len(text) - _RUN + 1)
    hashes = {crc32(" ".join(text[at : at + _RUN]).encode()) for at in range(last)}
    return nsmallest(_RUNS, hashes)
