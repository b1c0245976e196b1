"""The day of a saying: a day beside the cue that is not said of something else.

'Marta Ilves, who resigned on Friday, said on Monday' has two days in front of
what she said; a day in a clause of its own, or behind 'since', is not the one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.frames import Frame
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text
    from digest.model import Moment, Span

_REACH = 30  # tokens in front of a day; no clause is longer without a comma


def day(text: Text, frame: Frame) -> Moment | None:
    """Give the day of a saying: the first beside the cue that belongs to nothing else.

    Args:
        text: the paragraph with the days that it names.
        frame: an attribution in one of its sentences.
    """
    near = [each for each in text.days if _is_near(each.span, frame)]
    if not near:
        return None
    at = bisect_right(text.sentences, frame.cue.start, key=lambda s: s.tokens[-1].end)
    s = text.sentences[at]
    return next((each for each in near if not _is_of_another(s, each.span, frame.cue)), None)


def _is_near(day: Span, frame: Frame) -> bool:
    """Whether a day stands with the speaker and the cue, not within the words said."""
    inside = frame.content.start <= day.start < frame.content.end
    return frame.around.start <= day.start and day.end <= frame.around.end and not inside


def _is_of_another(s: Sentence, day: Span, cue: Span) -> bool:
    """Whether a day belongs to another verb, to an apposition, or to a stretch of time."""
    first = bisect_left(s.tokens, day.start, key=lambda token: token.start)
    if s.low(first) in _words("lasting") or s.low(first - 1) in _words("lasting"):
        return True
    for at in range(first - 1, max(-1, first - _REACH), -1):
        token, low = s.tokens[at], s.low(at)
        if cue.start <= token.start < cue.end or s.mark(at) in {";", ":"}:
            return False
        if s.mark(at) == ",":
            return token.start > cue.start and s.low(at + 1) in s.grammar.determiners
        if low in s.grammar.relative:
            return True
        if not token.quoted and s.grammar.is_past(low) and low not in _words("issued"):
            return True
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("saying")["words"][name])
