"""Which way a text tells that something goes: up or down.

A rise and a fall are told in so many words ('recovered by 5 percent', 'five percent cheaper')
that no list of opposites pairs them all, so the words of either way are counted as one. Judges
nothing.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.compare.concepts import root, roots
from digest.compare.words import CLASSES, NUMBER
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS = 1 << 12  # texts of which it is remembered


def against(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """Say how two texts go opposite ways, such as 'grow | fewer'; None where they do not.

    Args:
        a: the telling words of one text.
        b: those of the other.
    """
    mine, theirs = ways(a), ways(b)
    one, other = mine - theirs, theirs - mine
    for left, right in ((_UP, _DOWN), (_DOWN, _UP)):
        if one & left and other & right and not one & right and not other & left:
            return f"{_list(one & left)} | {_list(other & right)}"
    return None


@lru_cache(_TEXTS)
def ways(words: tuple[str, ...]) -> frozenset[str]:
    """Give the roots of the words that tell of a rise or of a fall.

    None of a text that negates anything: 'prices do not rise' is no rise.
    """
    if any(CLASSES.get(word) == "not" for word in words):
        return frozenset()
    return frozenset(_going(words)) & (_UP | _DOWN)


def _going(words: tuple[str, ...]) -> Iterator[str]:
    """Give the roots of words that are no bound of a figure: 'more than 40', 'up to 40'."""
    for word, after in pairwise((*words, "")):
        bound = f"{word} {after}" if after == "to" else word
        if not (bound in _BOUNDS and (after.startswith(NUMBER) or after == "to")):
            yield root(word)


def _list(found: frozenset[str]) -> str:
    return ", ".join(sorted(found))


_TABLE = table("comparison")["trend"]
_BOUNDS = frozenset(_TABLE["bounds"])
_UP, _DOWN = roots(_TABLE["up"]), roots(_TABLE["down"])
