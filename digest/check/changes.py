"""Where a text differs from what it should be, line by line, in words."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AROUND = 25  # characters cited on either side of a difference
_MOST_LINES = 2_000  # compared one with another; beyond, all that differs is one change


def changes(stands: str, should: str) -> Iterator[tuple[int, str]]:
    """Give each stretch of lines that differs: the line where it begins, and what is wrong."""
    now, then = stands.split("\n"), should.split("\n")
    start = _alike(now, then)
    end = _alike(now[start:][::-1], then[start:][::-1])
    now, then = now[start : len(now) - end], then[start : len(then) - end]
    for first, left, right in _stretches(now, then):
        yield start + first + 1, _change(left, right)


def _stretches(now: list[str], then: list[str]) -> Iterator[tuple[int, list[str], list[str]]]:
    if max(len(now), len(then)) > _MOST_LINES:
        yield 0, now, then
        return
    matcher = SequenceMatcher(None, now, then, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield a, now[a:b], then[c:d]


def _change(now: list[str], then: list[str]) -> str:
    if not then:
        return f"has {_around(now[0], '')}, which the sources do not give"
    if not now:
        return f"lacks {_around(then[0], '')}"
    return f"has {_around(now[0], then[0])}, the sources give {_around(then[0], now[0])}"


def _around(line: str, other: str) -> str:
    """Cite the part of a line in which it differs from another."""
    start = max(_alike(line, other) - _AROUND, 0)
    stop = start + 2 * _AROUND
    return f"{'…' if start else ''}{line[start:stop]!r}{'…' if stop < len(line) else ''}"


def _alike(left: Sequence[str], right: Sequence[str]) -> int:
    """Give how many items, lines or characters, are the same from the beginning."""
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
