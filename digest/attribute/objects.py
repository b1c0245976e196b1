"""What one says of what was just told: 'a claim Narva denied', 'of theft, which he denies'.

The noun behind the comma sums up the words before it; it is the object of the verb
that follows. `cues` has the verbs whose object stands behind them.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from digest.attribute import speakers
from digest.attribute.complements import closes
from digest.attribute.grammar import closed_class
from digest.attribute.mentions import parse_in
from digest.attribute.speakers import Sourced, Subject
from digest.attribute.tokens import ENDS
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.attribute.cueverb import CueVerb
    from digest.attribute.sentence import Sentence, Stretch

_STOPS = ENDS | {","}
_KINDS = frozenset({"judge", "see"})  # classes that take a position on something
_LINKS = closed_class("that_which")
_REACH = 12  # tokens from the comma to the verb
_LONGEST = 3  # tokens up to the noun: 'a serious charge'


def find(s: Sentence) -> Iterator[Sourced]:
    """Give the positions of a sentence on what it told before a comma."""
    if not s.has_mark(","):
        return
    for at, (last, verb) in s.begun:
        takes_position = verb.kind in _KINDS or verb.lemma in _causes()
        if not takes_position or verb.gives or not s.is_finite_cue(at):
            continue
        commas = s.commas(max(0, at - _REACH), at)
        found = (_found(s, at, last, verb, comma) for comma in reversed(commas))
        yield from islice((each for each in found if each is not None), 1)


def _found(s: Sentence, at: int, last: int, verb: CueVerb, comma: int) -> Sourced | None:
    told = _told(s, comma)
    if told is None:
        return None
    start = told[1] + 1 if told[0] > comma else comma + 1
    start += s.low(start) in _LINKS
    end = at - 1
    while end > start and (s.is_between(end) or s.mark(end) == ","):
        end -= 1  # 'a claim its head, Jan Roe, denied'
    if start > end or s.is_quoted(start) or not s.opens_phrase(start):
        return None
    mention = parse_in(s, start, end)
    if mention is None or mention.kind not in speakers.ABLE:
        return None
    complement = _complement(s, last + 1, _causes().get(verb.lemma))
    if complement is None and (not _ends_clause(s, last + 1) or _is_unsure(verb)):
        return None
    words = s.text[s.tokens[start].start : s.tokens[end].end]
    content = complement or told
    return Sourced(at, last, Subject(start, mention, words), end, content, verb.lemma, "object")


def _is_unsure(verb: CueVerb) -> bool:
    return verb.weak and "object" not in verb.firm


def _told(s: Sentence, comma: int) -> Stretch | None:
    """Give what the verb behind a comma has for its object: 'a claim', or what 'which' sums up."""
    if s.low(comma + 1) == "which":
        before = [last + 1 for at, (last, _) in s.begun if at < comma]
        start = _named_before(s, comma) or (before[-1] if before else 0)
        return (start, comma - 1) if start < comma and not s.is_quoted(comma - 1) else None
    noun = _summary(s, comma + 1)
    return None if noun is None else (comma + 1, noun)


def _named_before(s: Sentence, comma: int) -> int | None:
    """Give where 'the accusations' begins that 'which' behind a comma speaks of."""
    if s.low(comma - 1) not in _nouns():
        return None
    near = range(comma - 1, max(0, comma - 1 - _LONGEST), -1)
    return next((i for i in near if s.low(i) in s.grammar.before_nouns), None)


def sums_up(s: Sentence, start: int) -> bool:
    """Whether a phrase behind a comma sums up what was told: ', an accusation'."""
    return s.mark(start - 1) == "," and _summary(s, start) is not None


def recalls(s: Sentence, start: int) -> bool:
    """Whether it goes on about what was said: ', comments that', ', a claim which'."""
    at = start + (s.low(start) in s.grammar.indefinite)
    return s.low(at) in _spoken() and s.low(at + 1) in _LINKS


@cache
def _spoken() -> frozenset[str]:
    return frozenset(table("nouns")["summaries"]["said"])


def _summary(s: Sentence, start: int) -> int | None:
    """Give the noun of 'a serious charge' at a token."""
    if s.low(start) != "the" and s.low(start) not in s.grammar.indefinite:
        return None
    ahead = range(start + 1, min(len(s), start + 1 + _LONGEST))
    return next((i for i in ahead if s.low(i) in _nouns() and not s.is_quoted(i)), None)


@cache
def _causes() -> Mapping[str, str]:
    """Give what stands in front of a cause behind the verbs that name one: 'attribute … *to*'."""
    return dict(table("cues")["causes"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("nouns")["summaries"]["nouns"])


def _complement(s: Sentence, start: int, causes: str | None) -> Stretch | None:
    """Give what something is called: 'dismissed *as nonsense*', 'called *“long overdue”*'.

    Also what it is put down to: 'attribute *to the wind*'.
    """
    if start >= len(s) or not (s.low(start) in {"as", causes} or s.is_quoted(start)):
        return None
    end = start
    while end + 1 < len(s) and s.mark(end + 1) not in _STOPS:
        end += 1
    return (start, end) if end > start else None


def _ends_clause(s: Sentence, start: int) -> bool:
    """Whether no object follows: 'denied', 'denied within the hour', 'denied and never proved'."""
    return closes(s, start) or s.low(start) in s.grammar.and_or
