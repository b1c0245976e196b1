"""A bar of two parts, on a scale that it shares with others."""

from __future__ import annotations

from digest.draw.svg import element, ornament, percent

_HEIGHT = 12  # pixels
_THICK = 10


def bar(full: int, open_: int, most: int) -> str:
    """Draw two numbers end to end: one as a full bar, one as an open one.

    Args:
        full: the first number.
        open_: the second.
        most: the largest sum that is drawn beside it.
    """
    parts = ((0, full, "digest-bar"), (full, open_, "digest-bar-open"))
    drawn = (_part(start / most, length / most, name) for start, length, name in parts if length)
    return ornament(_HEIGHT, *drawn)


def _part(start: float, length: float, name: str) -> str:
    top = (_HEIGHT - _THICK) / 2
    return element(
        "rect", class_=name, x=percent(start), y=top, width=percent(length), height=_THICK
    )
