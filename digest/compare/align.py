"""What two texts share word for word, and what differs where they run in parallel.

The texts are laid beside each other with the longest-matching-block method of
Ratcliff and Obershelp (`difflib`). Judges nothing: it says what was exchanged.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from digest.compare.words import (
    CLASSES,
    DAYS,
    NAME,
    NUMBER,
    PERSON,
    RIVALS,
    SMALL,
    days_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 500  # words; longer texts are not laid beside each other, for it takes time squared
_BLOCK = 2  # words that a shared run has at least
_NEAR = 4  # words on either side of the shared part that may be exchanged for others
_ALIKE = 0.8  # of two names' letters in common, for two spellings of one


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts beside each other.

    Attributes:
        words: of the shorter text.
        shared: how many of them stand in runs that the longer one has too.
        reworded: how many were exchanged for others that may mean the same.
        conflicts: what was exchanged that cannot mean the same.
    """

    words: int
    shared: int
    reworded: int
    conflicts: tuple[str, ...]


def align(a: Sequence[str], b: Sequence[str], speakers: frozenset[str]) -> Alignment | None:
    """Lay two texts beside each other.

    Args:
        a: the words of one text, as `words` gives them.
        b: the words of the other.
        speakers: marked forms of those who speak; their names may stand anywhere.

    Returns:
        What they share, or None for texts too long to tell.
    """
    short, long = sorted((a, b), key=len)
    if not short:
        return Alignment(0, 0, 0, ())
    if a == b:
        return Alignment(len(a), len(a), 0, ())
    if len(short) > _LONGEST or len(long) > 2 * _LONGEST:
        return None
    codes = SequenceMatcher(None, short, long, autojunk=False).get_opcodes()
    blocks = [i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal"]
    out, into = _exchanged(codes, short, long)
    return Alignment(
        words=len(short),
        shared=sum(size for size in blocks if size >= _BLOCK),
        reworded=min(len(_plain(out)), len(_plain(into))),
        conflicts=tuple(_conflicts(out, into, speakers)),
    )


def _exchanged(
    codes: Sequence[tuple[str, int, int, int, int]], short: Sequence[str], long: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Give the words of each text that stand where the other has different ones.

    What one text adds at length is an addition, not an exchange: a clause in the
    middle, or all that stands before and behind the shared part.
    """
    out: list[str] = []
    into: list[str] = []
    for at, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag == "equal":
            continue
        left, right = short[i1:i2], long[j1:j2]
        if at == 0:
            left, right = left[-_NEAR:], right[-_NEAR:]
        elif at == len(codes) - 1:
            left, right = left[:_NEAR], right[:_NEAR]
        added, before = (left, short[:i1]) if left else (right, long[:j1])
        inside = 0 < at < len(codes) - 1 and not _is_clause(_slid(added, before))
        if (left and right) or (inside and len(left) + len(right) <= _NEAR):
            out += left
            into += right
    return out, into


def _slid(added: Sequence[str], before: Sequence[str]) -> Sequence[str]:
    """Give what was added from where a clause may begin: 'not wait' for 'not [wait not] go'."""
    if added and before and added[-1] == before[-1]:
        return [added[-1], *added[:-1]]
    return added


def _is_clause(added: Sequence[str]) -> bool:
    """Whether what one text adds turns only words that it adds as well: 'did not wait'."""
    turning = [at for at, word in enumerate(added) if word in CLASSES]
    return bool(turning) and bool(_plain(added[turning[-1] + 1 :]))


def _conflicts(out: Sequence[str], into: Sequence[str], speakers: frozenset[str]) -> Iterator[str]:
    yield from differences(out, into)
    for name, mark in (("name", NAME), ("name", PERSON), ("number", NUMBER)):
        left = {w for w in out if w.startswith(mark)} - speakers
        right = {w for w in into if w.startswith(mark)} - speakers
        if left & right:
            yield f"order of {name}s: {_list(left & right)}"
    left = {w for w in out if w[0] in (NAME, PERSON)} - speakers
    right = {w for w in into if w[0] in (NAME, PERSON)} - speakers
    if left and right and not any(_spelled_alike(x, y) for x in left for y in right):
        yield f"name: {_list(left)} | {_list(right)}"


def differences(a: Iterable[str], b: Iterable[str]) -> Iterator[str]:
    """Name what two bags of words say differently that must not differ.

    Numbers and days conflict where each has one that the other lacks; negation
    and modality where only one is turned; rivals where each has one of them.
    """
    left, right = Counter(a), Counter(b)
    mine, theirs = left - right, right - left
    numbers = _marked(mine, NUMBER), _marked(theirs, NUMBER)
    if all(numbers):
        yield f"number: {_list(numbers[0])} | {_list(numbers[1])}"
    days = _marked(mine, DAYS), _marked(theirs, DAYS)
    if all(days) and not any(_may_be_one_time(x, y) for x in days[0] for y in days[1]):
        yield f"day: {_list(days[0])} | {_list(days[1])}"
    for name in sorted({CLASSES[w] for w in (*mine, *theirs) if w in CLASSES}):
        one = any(CLASSES.get(w) == name for w in left)
        other = any(CLASSES.get(w) == name for w in right)
        if one != other:
            yield f"{'negation' if name == 'not' else 'modality'}: {name}"
    for word in sorted(mine):
        rivals = RIVALS.get(word, frozenset()) & theirs.keys()
        if rivals:
            yield f"opposite: {word} | {_list(rivals)}"


def _plain(words: Iterable[str]) -> list[str]:
    """Give the words that carry no mark and could be other words for the same."""
    return [w for w in words if w[0] not in (NAME, PERSON, NUMBER, DAYS) and w not in SMALL]


def _marked(words: Iterable[str], mark: str) -> set[str]:
    return {word for word in words if word.startswith(mark)}


def _may_be_one_time(a: str, b: str) -> bool:
    """Whether one stretch of days lies in the other, or is about as long and overlaps with it.

    'In August' and 'on August 3', 'last year' and 'in the past twelve months', but not 'next
    week' and 'next month'.
    """
    (first, last), (other_first, other_last) = days_of(a), days_of(b)
    start, end = max(first, other_first), min(last, other_last)
    if start > end or (start, end) in {(first, last), (other_first, other_last)}:
        return start <= end
    less, more = sorted((last - first, other_last - other_first))
    return more < 2 * less


def _spelled_alike(a: str, b: str) -> bool:
    return a == b or (a[:2] == b[:2] and SequenceMatcher(None, a, b).ratio() >= _ALIKE)


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(word.lstrip(NAME + PERSON + NUMBER + DAYS) for word in words))
