"""Texts that share their runs of eight words: every such pair, without comparing every two.

A text is the set of its runs (the shingles of Broder, 'On the resemblance and containment
of documents', 1997). Samples of them (winnowing, MinHash) find most pairs; all are wanted
here, and can be had: a run of words that stands in two articles is rare, and two that share
half of the shorter one's runs share one of its rarest (the prefix filter of Chaudhuri, Ganti
and Kaushik, 'A primitive operator for similarity joins in data cleaning', 2006). Time and
memory grow with the length of the texts, and with the number of pairs found.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LENGTH = 8
"""Words of a run: as many in a row are hardly ever the same by chance."""

_ROOM = 8
"""Places of the sieve for each run, so that few runs fall into one place by chance."""

_WORD = re.compile(r"[^\W_]+")

_Runs = dict[str, "array[int]"]
_Shared = dict[str, frozenset[int]]


class Pair(NamedTuple):
    """Two texts that share at least half of the runs of the one that has fewer.

    Attributes:
        shorter: the name of the one with fewer runs.
        longer: the name of the other.
        share: the part of the runs of `shorter` that `longer` has.
        back: the part of the runs of `longer` that `shorter` has.
    """

    shorter: str
    longer: str
    share: float
    back: float


def pairs(texts: Mapping[str, str]) -> list[Pair]:
    """Find the pairs of texts that share at least half of the runs of the shorter one.

    Case, accents and signs do not count; runs go on from one paragraph to the next, for
    a reprint may break them elsewhere. A text of fewer than eight words has no run.

    Args:
        texts: by a name for each.

    Returns:
        The pairs in the order of their names, whatever the order of the texts.
    """
    runs = _runs(texts)
    shared = _shared(runs)
    index = defaultdict[int, list[str]](list)
    for name in sorted(shared):
        for run in shared[name]:
            index[run].append(name)
    return sorted(pair for name in shared for pair in _partners(name, runs, shared, index))


def _runs(texts: Mapping[str, str]) -> _Runs:
    """Give the different runs of each text as numbers, which take little room.

    The numbers are hashes of 64 bits: two runs with one number are not to be expected.
    """
    numbers = defaultdict[str, int](count().__next__)
    runs: _Runs = {}
    for name, text in texts.items():
        # Folding goes character by character; plain English needs none of it.
        plain = text.casefold() if text.isascii() else fold(text)
        words = [numbers[word] for word in _WORD.findall(plain)]
        ends = range(_LENGTH, len(words) + 1)
        runs[name] = array("q", {hash(tuple(words[end - _LENGTH : end])) for end in ends})
    return runs


def _shared(runs: _Runs) -> _Shared:
    """Give the runs of each text that another may have, too; few that none has.

    A sieve of one byte for some runs each, so that the many runs of one text only need
    no place in an index.
    """
    places = _ROOM * sum(map(len, runs.values())) + 1
    sieve = bytearray(places)
    for own in runs.values():
        for run in own:
            place = run % places
            sieve[place] = 2 if sieve[place] else 1
    return {
        name: frozenset(run for run in own if sieve[run % places] > 1) for name, own in runs.items()
    }


def _partners(
    name: str, runs: _Runs, shared: _Shared, index: Mapping[int, list[str]]
) -> Iterator[Pair]:
    """Give the pairs in which a text is the shorter one."""
    size = len(runs[name])
    least = (size + 1) // 2
    common = [run for run in shared[name] if len(index[run]) > 1]
    common.sort(key=lambda run: (len(index[run]), run))
    # A partner lacks at most `size - least` of the runs, so it has one of these, the rarest.
    rarest = common[: max(0, len(common) - least + 1)]
    for other in {other for run in rarest for other in index[run]} - {name}:
        if (len(runs[other]), other) < (size, name):
            continue
        both = len(shared[name] & shared[other])
        if both >= least:
            yield Pair(name, other, both / size, both / len(runs[other]))
