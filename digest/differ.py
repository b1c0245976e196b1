"""Which words of a text another one does not have, so that a reader sees what it adds."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from digest.lexicon import table
from digest.model import Span
from digest.text import fold, stem

_WORD = re.compile(r"[^\W_]+(?:[-‑’'.,:/][^\W_]+)*")
_BETWEEN = " ,-–—"  # what may stand between two words of one stretch
_CACHED = 1 << 14  # words


def only_in(text: str, other: str) -> tuple[Span, ...]:
    """Give the stretches of a text whose words stand nowhere in another one.

    Words are held against each other without case, accents and endings, so 'talk'
    and 'Talks' are one. Neighbours of which both are missing there are one stretch.
    An article, a 'was' or a 'said' that stands alone tells nothing, and is left out.

    Args:
        text: whose words are asked for.
        other: what it is held against.

    Returns:
        Stretches in order, none next to the other; each begins and ends with a word.
    """
    known = {_key(word) for word in _WORD.findall(other)}
    found: list[Span] = []
    for match in _WORD.finditer(text):
        if _key(match.group()) in known:
            continue
        start, end = match.span()
        if found and not text[found[-1].end : start].strip(_BETWEEN):
            start = found.pop().start
        found.append(Span(start, end))
    return tuple(span for span in found if not _is_empty(span.of(text)))


def shared_words(text: str, other: str) -> tuple[str, ...]:
    """Give the words of a text that another one has, too, each once, as they stand there."""
    known = {_key(word) for word in _WORD.findall(other)}
    own: dict[str, str] = {}
    for word in _WORD.findall(text):
        own.setdefault(_key(word), word)
    return tuple(word for key, word in own.items() if key in known)


def longest_shared(text: str, other: str) -> str:
    """Give the longest stretch of a text that another one has word for word; empty for none.

    Found with the longest-matching-block method of Ratcliff and Obershelp (`difflib`).
    """
    own, theirs = (list(_WORD.finditer(each)) for each in (text, other))
    left, right = ([_key(word.group()) for word in each] for each in (own, theirs))
    block = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    run = own[block.a : block.a + block.size]
    return text[run[0].start() : run[-1].end()] if run else ""


def _is_empty(stretch: str) -> bool:
    return all(fold(word) in _STOP for word in _WORD.findall(stretch))


@lru_cache(_CACHED)
def _key(word: str) -> str:
    low = fold(word).removesuffix("'s")
    return low if low[:1].isdigit() else stem(low)


_STOP = frozenset(table("comparison")["words"]["stop"])
