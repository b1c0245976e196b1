"""Passives with an agent: 'The plan was dismissed as nonsense by Marta Ilves'.

What was said is what the passive says of its subject; `cues` has the active verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import objects, speakers, subjects
from digest.attribute.grammar import closed_class
from digest.attribute.speakers import Sourced
from digest.attribute.tokens import LONG_DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.attribute.cueverb import CueVerb
    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Subject

_STOPS = LONG_DASHES | frozenset(",.;:")
_LONGEST_BETWEEN = 10  # tokens from the verb to 'by'
_LONGEST_CLAUSE = 30  # tokens from the verb before to the passive
_JOINTS = closed_class("and_but")
_CLAUSES = closed_class("clauses_of_passives")
_SURE = _CLAUSES | {"as"}
_COMPLEMENTS = _CLAUSES | {"as", "of", "for", "to"}
_PRONOUNS = {"him": "he", "them": "they"}
_EMPTY = closed_class("it_there")


def find(s: Sentence) -> Iterator[Sourced]:
    """Give what the passives of a sentence report, each with its agent."""
    for at, match in s.begun if "by" in s.words else ():
        if match[1].gives or not _is_participle(s, at):
            continue
        found = _sourced(s, at, match[0], match[1].lemma)
        if found is not None and (_is_strong(match[1]) or _is_sure(s, found.content)):
            yield found


def _is_strong(verb: CueVerb) -> bool:
    """Whether a verb reports by itself, or by its object, which the passive has for a subject."""
    return not verb.weak or "object" in verb.firm


def _is_participle(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    return not (token.quoted or token.is_capital) and s.grammar.is_participle(token.low)


def _is_sure(s: Sentence, content: Stretch) -> bool:
    """Whether the words reported show that the verb reports: 'that …' or a quotation."""
    return s.low(content[0]) in _SURE or s.quoted_in(content[0], content[1] + 1) > 0


def _sourced(s: Sentence, at: int, last: int, verb: str) -> Sourced | None:
    by = _by(s, last)
    if by is None:
        return None
    start = at
    while start > 0 and s.is_between(start - 1):
        start -= 1
    group = {s.low(i) for i in range(start, at)}
    is_full = bool(group & s.grammar.be)
    if group & s.grammar.modals or not (is_full or by == last + 1):
        return None
    subject, end = _agent(s, by) or (None, by)
    what = _subject(s, start) if is_full else _described(s, start)
    if subject is None or what is None:
        return None
    is_apart = not is_full and objects.sums_up(s, what[0])  # 'he lied, a claim denied by Roe'
    is_whole = is_full or is_apart or s.low(end + 1) == "as"
    if verb in s.grammar.transitive and not is_whole:
        return None  # 'an article cited by the mayor': the words are the article's
    content = _content(s, what, last, by, end)
    if content == what and s.low(what[0]) in s.grammar.subordinators:
        return None  # 'When asked by a reporter,'
    return Sourced(at, by, subject, end, content, verb, "object" if is_apart else "agent")


def _subject(s: Sentence, start: int) -> Stretch | None:
    """Give the subject of a passive: 'The plan drew crowds but was dismissed by Roe', too."""
    own = subjects.before(s, start)
    if own is not None or s.low(start - 1) not in _JOINTS:
        return own
    earliest = max(0, start - _LONGEST_CLAUSE)
    verb = next((at for at in range(start - 2, earliest, -1) if subjects.is_verb(s, at)), None)
    return None if verb is None else subjects.before(s, verb)


def _by(s: Sentence, last: int) -> int | None:
    """Give the 'by' that belongs to a participle."""
    for at in range(last + 1, min(len(s) - 1, last + _LONGEST_BETWEEN)):
        if s.is_quoted(at):
            continue
        low = s.low(at)
        if low == "by":
            return at
        if not s.tokens[at].is_word or (low in s.grammar.subordinators and low != "as"):
            return None
    return None


def _agent(s: Sentence, by: int) -> tuple[Subject, int] | None:
    if s.low(by + 1) in _PRONOUNS:
        return speakers.pronoun(s, by + 1, _PRONOUNS[s.low(by + 1)]), by + 1
    if not speakers.may_stand(s, by + 1):
        return None
    end = subjects.phrase_end(s, by + 1)
    end = next((i - 1 for i in range(by + 2, end + 1) if _ends_agent(s, i)), end)
    found = speakers.phrase(s, by + 1, end)
    return (found, end) if found is not None and found.mention.kind in speakers.ABLE else None


def _ends_agent(s: Sentence, at: int) -> bool:
    low = s.low(at)
    is_verb = low in s.grammar.finite or s.is_finite_cue(at)
    return is_verb or low in s.grammar.subordinators or _opens_complement(s, at)


def _opens_complement(s: Sentence, at: int) -> bool:
    """Whether 'accused by Novak of lying' goes on with what is said of the subject there."""
    low = s.low(at)
    if low == "to":
        return s.is_infinitive(at)
    if low not in s.grammar.prepositions:
        return False
    named = s.tokens[at - 1].is_capital and not s.tokens[at - 1].low.endswith(".")
    small = at + 1 < len(s) and not s.tokens[at + 1].is_capital
    if low not in {"of", "for"}:
        return True
    behind = s.low(at + 1)
    return behind.endswith("ing") or behind in s.grammar.negations or (named and small)


def _described(s: Sentence, start: int) -> Stretch | None:
    """Give the phrase that a reduced passive describes: 'a plan, backed by the bank,'."""
    end = start - 1 - (s.mark(start - 1) == ",")
    if end < 0 or s.is_quoted(end) or not s.tokens[end].is_word:
        return None
    first = s.phrase_start(end)
    return (first, end) if s.opens_phrase(first) else None


def _content(s: Sentence, what: Stretch, last: int, by: int, end: int) -> Stretch:
    """Give the subject of the passive, or what is said of it where that is longer."""
    named = s.low(what[0]) not in _EMPTY | s.grammar.subordinators
    if by > last + 2 and named:
        between = (last + 1, by - 1)
        return max(what, between, key=lambda each: each[1] - each[0])
    start = end + 1
    if s.low(start) not in _COMPLEMENTS:
        return what
    stop = start
    while stop + 1 < len(s) and s.mark(stop + 1) not in _STOPS:
        stop += 1
    longer = stop - start > what[1] - what[0] or not named or s.low(start) == "as"
    return (start, stop) if longer and stop > start else what
