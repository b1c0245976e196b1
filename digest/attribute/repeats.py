"""Whose words a headline repeats: '‘The van was open’: doctor' names nobody, the text does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = re.compile(r"\w+")
_FEWEST = 4  # words that tell one saying from another
_ALIKE = 0.75  # of a headline's words must stand in what somebody says below
_APART = 0.25  # by which nobody else's words may come as near


def repeated(headline: str, said: Mapping[int, Iterable[str]]) -> int | None:
    """Find the speaker whose words in the text a headline repeats.

    Args:
        headline: the words that the headline reports.
        said: what each speaker of the text says, by the speaker's rank.

    Returns:
        The rank; None where no speaker's words are like the headline's, or two speakers'.
    """
    words = _words(headline)
    if len(words) < _FEWEST:
        return None
    shares = {rank: max(_share(words, own) for own in texts) for rank, texts in said.items()}
    best = max(shares, key=shares.__getitem__, default=None)
    if best is None or shares[best] < _ALIKE:
        return None
    others = (share for rank, share in shares.items() if rank != best)
    return best if shares[best] - max(others, default=0.0) >= _APART else None


def _share(words: frozenset[str], text: str) -> float:
    return len(words & _words(text)) / len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
