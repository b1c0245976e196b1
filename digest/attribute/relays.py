"""Words that one passes on of another: 'TASS quoted the envoy as saying that it was late'.

Likewise a position: 'as urging restraint', 'as accusing the port'.

Who is quoted speaks, not who quotes; `cues` has the verbs of those who speak themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import speakers, subjects
from digest.attribute.grammar import closed_class
from digest.attribute.speakers import Sourced
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Subject

_REACH = 30  # tokens from the verb to 'as saying'
_LONGEST_HEARER = 10  # tokens from 'told' to its 'that'
_LEAST = 2  # tokens of what is passed on
_OBJECTS = closed_class("objects_alone")
_VERBS = frozenset(table("cues")["relays"]["verbs"])


def find(s: Sentence) -> Iterator[Sourced]:
    """Give what a sentence passes on, each with whom it quotes."""
    if "as" not in s.words or _VERBS.isdisjoint(s.words):
        return
    for at in range(1, len(s) - 1):
        if s.low(at) != "as" or s.is_quoted(at):
            continue
        saying = _saying(s, at + 1)
        verb = None if saying is None else _verb(s, at)
        found = None if verb is None else _quoted(s, verb, at)
        if saying is None or verb is None or found is None:
            continue
        subject, first = found
        content = None if _is_over(s, first, saying) else _behind(s, _behind_hearer(s, saying))
        content = content or _before(s, first)
        if content is not None:
            yield Sourced(verb, saying, subject, saying, content, "as saying", "relayed")


def _saying(s: Sentence, at: int) -> int | None:
    """Give the last token of a participle that reports there: 'saying', 'having told', 'urging'."""
    has = s.low(at) == "having"
    match = s.matches[at + has] if at + has < len(s) else None
    if match is None or (match[1].weak and not match[1].inverts):
        return None
    return match[0] if has or s.low(at).endswith("ing") else None


def _behind_hearer(s: Sentence, saying: int) -> int:
    """Give the token behind whom it was said to: 'as having told the agency *that*'."""
    limit = min(len(s), saying + _LONGEST_HEARER)
    words = next((i for i in range(saying + 1, limit) if _opens_words(s, i)), None)
    return saying + 1 if words is None or s.has_predicate(saying + 1, words) else words


def _opens_words(s: Sentence, at: int) -> bool:
    return s.low(at) in {"that", ":"} or s.is_quoted(at)


def _verb(s: Sentence, at: int) -> int | None:
    """Give the verb that quotes, in front of 'as saying'."""
    for before in range(at - 1, max(-1, at - _REACH), -1):
        if s.is_quoted(before) or s.mark(before) in {";", ":"}:
            return None
        if s.low(before) in _VERBS:
            return before
    return None


def _quoted(s: Sentence, verb: int, at: int) -> tuple[Subject, int] | None:
    """Give who is quoted, and the first token of the clause that tells so."""
    start = verb
    while start > 0 and s.is_between(start - 1):
        start -= 1
    if not s.grammar.be.isdisjoint([s.low(i) for i in range(start, verb)]):
        stretch = subjects.before(s, start)
        low = stretch[0] if stretch is not None else start
    else:
        stretch = (verb + 1, _object_end(s, verb + 1, at)) if verb + 1 < at else None
        quoting = subjects.before(s, start)
        low = quoting[0] if quoting is not None else start
    subject = None if stretch is None else speakers.phrase(s, *stretch)
    if subject is None:
        return None
    is_able = subject.mention.kind in speakers.ABLE or subject.words.lower() in _OBJECTS
    return (subject, low) if is_able else None


def _object_end(s: Sentence, start: int, at: int) -> int:
    """Give the last token of who is quoted, without the day or comma behind them."""
    end = at - 1
    while end > start and (s.timed[end] or s.mark(end) == "," or s.low(end) == "on"):
        end -= 1
    return end


def _behind(s: Sentence, start: int) -> Stretch | None:
    """Give the words behind 'as saying', to the end of the sentence."""
    while start < len(s) and _leads_up(s, start):
        start += 1
    end = len(s) - 1
    while end >= start and not s.tokens[end].is_word and not s.is_quoted(end):
        end -= 1
    is_agent = s.low(start) in {"by", "in", "on"}
    return None if is_agent or end - start + 1 < _LEAST else (start, end)


def _is_over(s: Sentence, first: int, saying: int) -> bool:
    """Whether the words stand in front: '“Late,” the envoy was quoted as saying, taking leave'."""
    is_aside = s.mark(saying + 1) == "," and s.low(saying + 2).endswith("ing")
    return is_aside and s.quoted_in(0, first) > 0 and not s.quoted_in(saying, len(s))


def _leads_up(s: Sentence, at: int) -> bool:
    """Whether a token stands between 'as saying' and the words: ' on Monday that', ':'."""
    if s.is_quoted(at):
        return False
    is_day = s.timed[at] or (s.low(at) == "on" and at + 1 < len(s) and s.timed[at + 1])
    return is_day or s.mark(at) in {",", ":"} or s.low(at) == "that"


def _before(s: Sentence, first: int) -> Stretch | None:
    """Give the words in front: '“It is late,” the envoy was quoted as saying'."""
    end = first - 1
    while end >= 0 and not s.tokens[end].is_word and not s.is_quoted(end):
        end -= 1
    return (0, end) if end + 1 >= _LEAST else None
