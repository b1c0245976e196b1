"""What is drawn: which days and numbers, and the same in words. How it is drawn is `draw`'s."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest import draw
from digest.draw import Dot
from digest.escape import Markdown
from digest.render.days import format_date, when
from digest.render.words import count, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Day, OutletTold, Share, TimelineItem, Voice

# Of anything, that makes a picture.
_FEWEST = 3


def _drawing(svg: str) -> Markdown:
    """Give a drawing as a block of HTML, which Python-Markdown passes unread."""
    return Markdown(f'<div class="digest-drawing" data-search-exclude>{svg}</div>')


def sign(number: int, stated: int) -> Markdown:
    """Give the sign for some things of one day, to stand within a line."""
    return Markdown(f'<span class="digest-sign">{draw.symbol(number, stated)}</span>')


def symbol(item: TimelineItem) -> Markdown:
    """Give an event's sign: the larger, the more reports."""
    return sign(max(item.articles, 1), _stated(item.day) * max(item.articles, 1))


def _stated(day: Day | None) -> int:
    return int(day is not None and day.certainty == "stated")


def overview(items: Iterable[TimelineItem]) -> Markdown:
    """Draw the events on a line of days, true to scale; empty where there is little to see."""
    dated = [(item.day, item) for item in items if item.day]
    axis = draw.span(day.first for day, _ in dated)
    if axis is None or len(dated) < _FEWEST:
        return Markdown()
    own = []
    for day, item in dated:
        number = max(item.articles, 1)
        label = f"{_noted(day)}: {named(item.link.text)}"
        own.append(Dot(day.first, number, _stated(day) * number, label))
    days = f"from {format_date(axis.first)} to {format_date(axis.last)}"
    title = f"{len(own)} events {days}, listed below"
    return _drawing(draw.dots(axis, own, title))


def _noted(day: Day) -> str:
    return f"{when(day)} (worked out)" if day.certainty == "worked out" else when(day)


def strip(voice: Voice, beside: Iterable[Voice] = ()) -> Markdown:
    """Draw when somebody was quoted.

    Args:
        voice: the speaker.
        beside: all those whose strips stand beside this one, on the same line of days.
    """
    axis = _line([voice, *beside])
    title = f"{count(voice.statements, 'statement')}: {in_words(voice)}"
    return _drawing(draw.strip(axis, _quoted(voice), title)) if axis else Markdown()


def scale(voices: Iterable[Voice]) -> Markdown:
    """Draw the line of days that the strips of the speakers share."""
    axis = _line(voices)
    return _drawing(draw.scale(axis)) if axis else Markdown()


def _line(voices: Iterable[Voice]) -> draw.Axis | None:
    return draw.span(day for voice in voices for day in voice.days)


def _quoted(voice: Voice) -> list[Dot]:
    """Give a dot for each day of statements, with words for it, the first day first."""
    dots = [
        Dot(day.last, number, _stated(day) * number, _times(_noted(day), number))
        for day, number in Counter(voice.said).items()
    ]
    dots += [
        Dot(day, number, 0, _times(f"reported {format_date(day)}", number))
        for day, number in Counter(voice.reported).items()
    ]
    return sorted(dots, key=lambda dot: dot.day)


def _times(words: str, number: int) -> str:
    return words if number == 1 else f"{words}, {number} times"


def in_words(voice: Voice) -> str:
    """Say in words what the strip shows."""
    parts = [dot.label for dot in _quoted(voice)]
    undated = voice.statements - len(voice.days)
    return "; ".join([*parts, f"{undated} without a day"] if undated else parts)


def bar(share: Share, outlets: Iterable[OutletTold]) -> Markdown:
    """Draw what an outlet told of a section, on one scale for all outlets."""
    most = max(each.alone + each.together for outlet in outlets for each in outlet.shares)
    return Markdown(draw.bar(share.alone, share.together, most))


def in_numbers(share: Share) -> str:
    """Say in words what the bar shows."""
    parts = [f"{share.alone} alone"] if share.alone else []
    return ", ".join([*parts, f"{share.together} shared"] if share.together else parts)
