"""Whether a text tells what has come about, or what is to come, is tried or may be.

Two accounts in other words need not put a 'will' or a 'tried to' beside the same verb
('stole', 'tried to make off with'), so a text is looked at as a whole. That says little of a
text that tells many things, and much of two that differ in hardly anything else. Verbs are
known by their endings and a list, without parsing. Judges nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from digest.compare.concepts import roots
from digest.compare.words import CLASSES, is_telling
from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TEXTS = 1 << 12  # texts of which it is remembered
_CACHED = 1 << 16  # words
_BACK = 3  # words in front of a verb, of which one may govern it
_LONG = 4  # letters of 'need' and 'seed', which are no verbs in the past


@dataclass(frozen=True, slots=True)
class Reality:
    """How real a text makes what it tells; words by their roots.

    Attributes:
        words: all of them.
        done: verbs that tell of something that has come about.
        classes: of the words that say it is to come, is tried, due, wished for or may be.
        certain: whether it plainly 'will' be.
        nearing: whether it is 'about to'.
        negated: whether anything is.
    """

    words: frozenset[str]
    done: frozenset[str]
    classes: frozenset[str]
    certain: bool
    nearing: bool
    negated: bool


def opposed(a: str, b: str) -> str | None:
    """Say how two texts differ in what has come about, such as 'done | try'; None if in nothing."""
    one, other = reality(a), reality(b)
    return _opposed(one, other) or _opposed(other, one)


def _opposed(one: Reality, other: Reality) -> str | None:
    """Hold a text that leaves nothing open against one that may."""
    if (one.words - other.words) & _LEAVING_OPEN:
        return None
    chance = bool((other.words - one.words) & _CHANCES) or other.nearing
    undone = sorted(_undone(other)) or ["may"] * chance
    if one.done and not one.classes and undone and not _tells_of_more(one, other):
        return f"done | {', '.join(undone)}"
    may = chance or bool(other.classes & _LESS_THAN_SURE)
    if not may or _is_settled(other):
        return None
    if one.certain and one.classes == {"will"}:
        return "will | may"
    return "must | may" if "due" in one.classes and not other.classes & _BINDING else None


def _undone(other: Reality) -> frozenset[str]:
    """Give the classes that tell of what has not been done; 'could not' tells that it was not."""
    found = other.classes & _UNDONE
    return found - {"may"} if other.negated else found


def _tells_of_more(one: Reality, other: Reality) -> bool:
    """Whether a text that leaves something open tells as well of what has come about."""
    return bool(other.done - _LEAVING_OPEN - (one.words - one.done))


def _is_settled(other: Reality) -> bool:
    return "will" in other.classes or bool(other.done - _LEAVING_OPEN)


@lru_cache(_TEXTS)
def reality(text: str) -> Reality:
    """Read a paragraph's text."""
    words = [fold(word) for word in _WORD.findall(text)]
    running = f" {' '.join(words)} "
    return Reality(
        words=frozenset(_root(word) for word in words if _is_word(word)),
        done=frozenset(_root(word) for at, word in enumerate(words) if _is_done(words, at)),
        classes=frozenset(_classes(words)),
        certain=any(f" {phrase} " in running for phrase in _PLAINLY),
        nearing=any(f" {phrase} " in running for phrase in _NEARING),
        negated=any(CLASSES.get(word) == "not" for word in words),
    )


def _classes(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if CLASSES.get(word) in _CLASSES and word not in _REAL:
            yield CLASSES[word]
        if word in _DUE:
            yield "due"
        if word in _WISHES:
            yield "wish"
    for one, other in pairwise(words):
        if one in _BE and other == _TO:
            yield "will"
        if CLASSES.get(one) in _CLASSES and other == _PERFECT:
            yield "unreal"
        if one in _HAVE and other == _TO:
            yield "due"


def _is_done(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb in the past that nothing in front of it leaves open."""
    word = words[at]
    if not _is_past(word) or CLASSES.get(word) is not None or not is_telling(word):
        return False
    before = list(takewhile(_is_word, reversed(words[max(0, at - _BACK) : at])))
    if any(each in _GOVERNING or CLASSES.get(each) in _CLASSES for each in before):
        return False
    return not before or not (before[0] in _DESCRIBING or before[0].isdigit())


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > _LONG)


def _is_word(word: str) -> bool:
    return word[0].isalnum()


@lru_cache(_CACHED)
def _root(word: str) -> str:
    return next(iter(roots((word,))), "")


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[.;:!?]")
_TABLE = table("comparison")["reality"]
_GRAMMAR = table("grammar")["words"]
_TO = "to"
_PERFECT = "have"  # 'should have come'
_BE = frozenset(_TABLE["be"])
_PLAINLY = _TABLE["plainly"]
_NEARING = _TABLE["nearing"]
_CLASSES = frozenset(_TABLE["classes"])
_REAL = frozenset(_TABLE["real"])
_DUE = frozenset(_TABLE["due"])
_HAVE = frozenset(_TABLE["have"])
_WISHES = frozenset(_TABLE["wishes"])
_UNDONE = frozenset(_TABLE["undone"])
_BINDING = frozenset(("must", "due"))
_LESS_THAN_SURE = frozenset(_TABLE["less_than_sure"])
_CHANCES = roots(_TABLE["chances"])
_LEAVING_OPEN = roots((*_TABLE["doubts"], *_TABLE["prospects"], *_TABLE["chances"])) - {""}
_GOVERNING = frozenset((*_GRAMMAR["modals"], *_TABLE["infinitive"]))
# In front of what only looks like a verb: 'the closed quay', 'with forged papers', 'is closed'.
_DESCRIBING = frozenset(
    (
        *_GRAMMAR["articles"],
        *_GRAMMAR["possessives"],
        *_GRAMMAR["prepositions"],
        *_TABLE["state"],
    )
)
_PAST = frozenset(
    form
    for forms in (
        *table("irregular")["forms"].values(),
        _GRAMMAR["irregular_past"],
        _GRAMMAR["irregular_participles"],
    )
    for form in forms
    if not form.endswith(("s", "ing"))
)
