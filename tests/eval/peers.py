"""Ordinary near-duplicate tools on the same pairs, to read the product's figures beside.

TF-IDF cosine (scikit-learn) and MinHash (datasketch) give every pair a score;
each is granted the threshold that suits it best on the very pairs that it is
measured on: the highest recall of `same` at a precision of 0.98. Where the
libraries are not installed there is nothing to compare with.
"""

from __future__ import annotations

import itertools
import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tests.eval.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.eval.pairs import Judged

PRECISION = 0.98
LIBRARIES = ("sklearn", "datasketch")
PERMUTATIONS = 256
_WORD = re.compile(r"\w+")

Scores = list[float]


def figures(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """Measure the peers' recall at the precision asked of the product; none where not installed."""
    absent = [name for name in LIBRARIES if find_spec(name) is None]
    if absent:
        print(f"{'peers':<15} skipped: no {', '.join(absent)}")
        return ()
    peers: dict[str, Callable[[Sequence[Judged]], Scores]] = {
        "peer-tf-idf": tf_idf,
        "peer-minhash": minhash,
    }
    kept = [each for each in judged if each.label != "part"]
    return tuple(
        Figure(f"{name}-recall", best_recall(scores(kept), [p.label == "same" for p in kept]))
        for name, scores in peers.items()
    )


def best_recall(scores: Sequence[float], same: Sequence[bool]) -> float:
    """Give the highest recall that any threshold reaches at the precision asked for."""
    ranked = sorted(zip(scores, same, strict=True), reverse=True)
    right, best = 0, 0
    for taken, (score, hit) in enumerate(ranked, 1):
        right += hit
        tied = taken < len(ranked) and ranked[taken][0] == score
        if not tied and right / taken >= PRECISION:
            best = right
    return best / sum(same) if any(same) else 0.0


def tf_idf(judged: Sequence[Judged]) -> Scores:
    """Give the cosine of every pair; words weigh their rarity among all texts."""
    made = import_module("sklearn.feature_extraction.text").TfidfVectorizer(
        sublinear_tf=True, stop_words="english"
    )
    made.fit([text for each in judged for text in (each.a, each.b)])
    left, right = (made.transform([getattr(p, side) for p in judged]) for side in ("a", "b"))
    return [float(left[n].multiply(right[n]).sum()) for n in range(len(judged))]


def minhash(judged: Sequence[Judged]) -> Scores:
    """Give the estimated Jaccard of every pair's runs of two words."""
    make = import_module("datasketch").MinHash

    def signature(text: str) -> object:
        words = _WORD.findall(text.casefold())
        found = make(num_perm=PERMUTATIONS)
        for run in itertools.pairwise(words):
            found.update(" ".join(run).encode())
        return found

    return [signature(each.a).jaccard(signature(each.b)) for each in judged]  # type: ignore[attr-defined]
