"""The day of a saying: a day beside the cue that is not said of something else.

'Marta Ilves, who resigned on Friday, said on Monday' has two days in front of
what she said; a day in a clause of its own, or behind 'since', is not the one.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.tokens import DASHES
from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.frames import Frame
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text
    from digest.model import Moment, Span

_DATELINE = 12  # tokens, with place, day and agency
_OPENING = 3  # tokens in which 'later' tells of another time than the sentence before
_BESIDE = 3  # tokens between a verb and its day: 'stood firm on Monday'
_AHEAD = 5  # tokens from 'before' to the day of what is to come
_REACH = 30  # tokens in front of a day; no clause is longer without a comma


def day(text: Text, frame: Frame) -> Moment | None:
    """Give the day of a saying: the first beside the cue that belongs to nothing else.

    Args:
        text: the paragraph with the days that it names.
        frame: an attribution in one of its sentences.
    """
    if not text.days:
        return None
    at = bisect_right(text.sentences, frame.cue.start, key=lambda s: s.tokens[-1].end)
    s = text.sentences[at]
    near = [each for each in text.days if _is_near(s, each.span, frame)]
    found = (each for each in near if not _is_of_another(s, each.span, frame.cue))
    return (
        next(found, None) or _of_joined(text, s, frame.cue) or _of_main_clause(text, s, frame.cue)
    )


def subject_day(text: Text, s: Sentence) -> Moment | None:
    """Give the day on which a sentence says that its subject did something; None for two days."""
    first, end = s.tokens[0].start, s.tokens[-1].end
    own = [each for each in text.days if first <= each.span.start < end]
    return own[0] if len(own) == 1 and not _is_aside(s, own[0].span) else None


def is_at_another_time(s: Sentence, cue: Span) -> bool:
    """Whether a sentence opens with a word for another time: 'Later, she said'."""
    others = _words("at_another_time")
    if others.isdisjoint(s.words):
        return False
    opening = [t.low for t in s.tokens[:_OPENING] if t.start < cue.start]
    return not s.is_quoted(0) and not others.isdisjoint(opening)


def _is_aside(s: Sentence, day: Span) -> bool:
    """Whether a day stands in a clause of its own, in a stretch of time or in a quotation."""
    at = s.first_from(day.start)
    if s.tokens[at].quoted or {s.low(at), s.low(at - 1)} & _words("lasting"):
        return True
    reach = range(at - 1, max(-1, at - _REACH), -1)
    stop = next((i for i in reach if s.mark(i) == ","), -1)
    # 'Novak, who found it, spoke on Monday': the clause in commas is over, the verb follows.
    start = stop if stop >= 0 and s.has_predicate(stop + 1, stop + 2) else max(0, at - _REACH)
    who = next((i for i in range(at - 1, start - 1, -1) if s.low(i) in s.grammar.relative), None)
    return who is not None and not _is_over(s, who, at, day)


def _is_over(s: Sentence, who: int, at: int, day: Span) -> bool:
    """Whether a clause has its verb, and the next one follows the day: 'who ran it today left'."""
    behind = s.first_from(day.end)
    has_next = behind < len(s) and s.has_predicate(behind, behind + 1)
    return has_next and s.has_predicate(who + 1, at)


def _is_near(s: Sentence, day: Span, frame: Frame) -> bool:
    """Whether a day stands with the speaker and the cue, not within the words said."""
    at = s.first_from(day.start)
    if at >= len(s) or s.tokens[at].quoted or _is_in_name(s, at) or _is_dateline(s, at):
        return False
    content, around = frame.content, frame.around
    if not content.start <= day.start < content.end:
        return around.start <= day.start and day.end <= around.end
    begin = s.first_from(frame.cue.start)
    beside = frame.cue.start < day.start and not any(t.quoted for t in s.tokens[begin:at])
    if content.start <= frame.cue.start < content.end:
        return beside  # '“So,” she said on Monday, “it is.”'
    behind = s.first_from(day.end)
    if any(s.low(i) == "to" and s.is_infinitive(i) for i in range(begin, at)):
        return False  # 'asked him to return on Monday to talk'
    return beside and s.low(behind) in _words("of_cue")  # 'accused him on Monday of …'


def _is_dateline(s: Sentence, at: int) -> bool:
    """Whether a day stands in what opens a report: 'ZENDA, May 3, 2031 (Baltwire) --'.

    That is the day of the report; what it tells may have been said before.
    """
    dash = next((i for i in range(min(_DATELINE, len(s))) if s.tokens[i].text in DASHES), 0)
    return at < dash and not any(t.is_word and t.text.islower() for t in s.tokens[:dash])


def _is_in_name(s: Sentence, at: int) -> bool:
    """Whether a word for a day ends a name in capitals: 'told Delta Tonight'."""
    is_title = s.low(at) in _words("in_names") and s.tokens[at].is_capital
    return is_title and at > 0 and s.tokens[at - 1].is_capital


def _of_main_clause(text: Text, s: Sentence, cue: Span) -> Moment | None:
    """Give the day of the clause on which a participle hangs: 'left on Monday, saying'.

    The day must open the sentence or stand right behind the verb: one further on may
    be a day of whatever the clause speaks of.
    """
    at = s.first_from(cue.start)
    own = [each for each in text.days if s.tokens[0].start <= each.span.start < cue.start]
    if not s.low(at).endswith("ing") or s.mark(at - 1) != "," or len(own) != 1:
        return None
    day = s.first_from(own[0].span.start)
    if _is_dateline(s, day):
        return None
    behind = s.first_from(own[0].span.end)
    if s.tokens[day].quoted or s.low(behind) == "'s" or _is_aside(s, own[0].span):
        return None
    near = range(max(0, day - _BESIDE), day)
    is_beside = any(s.grammar.is_past(s.low(i)) and not s.tokens[i].is_capital for i in near)
    return own[0] if day == 0 or is_beside else None


def _of_joined(text: Text, s: Sentence, cue: Span) -> Moment | None:
    """Give the day of another verb of the same subject: 'left on Monday and said'."""
    at = s.first_from(cue.start)
    if s.low(at - 1) not in _words("joints") or any(t.quoted for t in s.tokens[:at]):
        return None
    first = s.tokens[0].start
    own = [each for each in text.days if first <= each.span.start < cue.start]
    if len(own) != 1 or any(s.low(i) in s.grammar.relative for i in range(at)):
        return None
    day = s.first_from(own[0].span.start)
    return None if {s.low(day), s.low(day - 1)} & _words("lasting") else own[0]


def _is_of_another(s: Sentence, day: Span, cue: Span) -> bool:
    """Whether a day belongs to another verb, to an apposition, or to a stretch of time."""
    first = s.first_from(day.start)
    if s.low(first) in _words("lasting") or s.low(first - 1) in _words("lasting"):
        return True
    ahead = _words("ahead")
    for at in range(first - 1, max(-1, first - _REACH), -1):
        token, low = s.tokens[at], s.low(at)
        if cue.start <= token.start < cue.end or s.mark(at) in {";", ":"}:
            return False
        if s.mark(at) == ",":
            return token.start > cue.start and s.low(at + 1) in s.grammar.determiners
        # 'urged him to yield before the summit on March 18'
        if low in s.grammar.relative or (low in ahead and first - at <= _AHEAD):
            return True
        if not token.quoted and s.grammar.is_past(low) and low not in s.grammar.issued:
            return at > 0  # 'Reached by telephone on Monday, Novak said': no other's verb
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("saying")["words"][name])
