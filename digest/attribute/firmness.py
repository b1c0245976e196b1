"""Whether a weak cue reports after all, by what stands behind it.

'The mayor plans a walk' tells an event and 'plans to sell the port' a
position, so cues.toml says of a weak verb what makes it firm. A quotation or
'that' behind the verb is `frames`' matter; the speaker is known by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute.complements import after
from digest.attribute.grammar import closed_class
from digest.attribute.tokens import LONG_DASHES

if TYPE_CHECKING:
    from digest.attribute.sentence import Sentence
    from digest.attribute.speakers import Located

_NEAR = 12  # tokens within which 'to' or 'as' still belongs to the verb
_CLAUSE = 14  # tokens within which a clause without 'that' has its verb
_AMOUNT = 5  # tokens within which 'at just under 20' has its number
_HEAD = 5  # tokens within which 'no clear evidence' has its noun
_BOUNDS = closed_class("bounds")
_STOPS = LONG_DASHES | frozenset(",;:()[]")


def is_firm(s: Sentence, at: Located) -> bool:
    """Whether what follows a weak cue shows that it reports words or a position.

    Args:
        s: the sentence.
        at: a weak cue with its speaker.
    """
    kinds = at.cue.verb.firm
    start = _behind_asides(s, after(at))
    if not kinds or start >= len(s) or _is_restrictive(s, at):
        return False
    if at.mention.kind == "document" and "text" in kinds and _opens_object(s, start):
        return True
    return any(kind in kinds and test(s, at, start) for kind, test in _TESTS.items())


def _is_restrictive(s: Sentence, at: Located) -> bool:
    """Whether a clause says who is meant: 'owners who favour a deal', not ', who call it bad'."""
    if s.low(at.low) not in s.grammar.relative:
        return False
    is_apart = s.low(at.low) == "who" and s.mark(at.low - 1) == ","
    return not (is_apart and "naming" in at.cue.verb.firm)


def _behind_asides(s: Sentence, start: int) -> int:
    """Step over days and adverbs: 'supports today', 'wants badly'."""
    while start < len(s) and (s.timed[start] or s.low(start) in s.grammar.interjected):
        start += 1
    return start


def _is_infinitive(s: Sentence, _: Located, start: int) -> bool:
    start += s.low(start) == "not"
    return s.low(start) == "to" and s.is_infinitive(start)


def is_clause(s: Sentence, _: Located, start: int) -> bool:
    """Whether a question word or a clause without 'that' begins at a token."""
    if s.low(start) in s.grammar.questions:
        return True
    if not s.opens_phrase(start):
        return False
    end = _stop(s, start, _CLAUSE)
    relative = next((i for i in range(start, end) if s.low(i) in s.grammar.relative), end)
    return s.has_predicate(start + 1, relative)


def _is_object(s: Sentence, at: Located, start: int) -> bool:
    """Whether a noun follows: 'backs the plan', not 'a vote, underscoring the split'."""
    cue = at.cue
    leans = cue.continuous and (cue.first == cue.last or not cue.verb.takes_clause)
    return not leans and _opens_object(s, start)


def _opens_object(s: Sentence, start: int) -> bool:
    if start >= len(s):
        return False
    low = s.low(start)
    if not s.tokens[start].is_word or s.is_quoted(start):
        return s.is_quoted(start)
    if low == "at" and s.low(start + 1) in _BOUNDS:
        return True  # 'expects at least two to leave'
    if low == "that" and _is_demonstrative(s, start):
        return True  # 'disputed that account'
    return low not in s.grammar.never_objects and low not in s.grammar.particles_of_place


def _is_demonstrative(s: Sentence, start: int) -> bool:
    """Whether 'that' points at a noun rather than opens a clause."""
    end = _stop(s, start + 1, _HEAD)
    never = s.grammar.before_nouns | s.grammar.particles_of_place | s.grammar.prepositions
    has_noun = start + 1 < end and s.low(start + 1) not in never
    return has_noun and end < start + 1 + _HEAD and not s.has_predicate(start + 1, end)


def _is_stance(s: Sentence, at: Located, start: int) -> bool:
    """Whether an object follows a present: 'sees a risk', not 'saw a car'."""
    form, lemma = s.low(at.cue.first), at.cue.verb.lemma.split()[0]
    present = form == lemma or (form.startswith(lemma) and form.endswith("s"))
    return present and at.cue.start == at.cue.first and _is_object(s, at, start)


def _is_naming(s: Sentence, at: Located, start: int) -> bool:
    """Whether an object gets a name: 'called him a liar', not 'called the ambassador home'."""
    if s.low(at.low - 1) == "what":
        return False  # 'what lawyers call a tort' only explains a word
    if s.low(start) in s.grammar.particles_of_place:
        return False  # 'called off a deal'
    if s.low(start) in s.grammar.object_pronouns:
        return _opens_object(s, start + 1) and s.low(start + 1) not in s.grammar.particles_of_place
    end = _stop(s, start, _NEAR)
    return any(_opens_name(s, i) for i in range(start + 1, end))


def _opens_name(s: Sentence, at: int) -> bool:
    low, before = s.low(at), s.low(at - 1)
    if s.is_quoted(at):
        return not s.is_quoted(at - 1)
    if low in s.grammar.articles:
        return before not in s.grammar.prepositions and before not in s.grammar.boundaries
    ends = not _opens_object(s, at + 1) or s.timed[at + 1]  # which is why it is no attribute
    return ends and low.endswith(s.grammar.adjective_endings)


def _is_request(s: Sentence, _: Located, start: int) -> bool:
    """Whether somebody is to do something: 'ordered the city to pay'."""
    return _has_near(s, start, "to") and _opens_object(s, start)


def _is_likeness(s: Sentence, _: Located, start: int) -> bool:
    return _has_near(s, start, "as") and _opens_object(s, start)


def _has_near(s: Sentence, start: int, low: str) -> bool:
    found = (i for i in range(start + 1, _stop(s, start, _NEAR)) if s.low(i) == low)
    at = next(found, None)
    return at is not None and (low != "to" or s.is_infinitive(at))


def _stop(s: Sentence, start: int, most: int) -> int:
    """Give the first mark that ends a phrase, or the end of as many tokens as it may have."""
    end = min(len(s), start + most)
    return next((i for i in range(start, end) if s.mark(i) in _STOPS), end)


def _is_matter(s: Sentence, _: Located, start: int) -> bool:
    """Whether the verb says what it is about: 'spoke out against the plan'."""
    if s.low(start) not in s.grammar.of_matter or start + 1 >= len(s):
        return False
    return not s.timed[start] and not s.timed[start + 1]


def _is_estimate(s: Sentence, _: Located, start: int) -> bool:
    """Whether an object is put at an amount: 'put the number of dead at more than 20'."""
    ends = (i for i in range(start + 1, _stop(s, start, _NEAR)) if s.low(i) == "at")
    at = next(ends, None)
    return at is not None and any(_counts(s, i) for i in range(at + 1, min(len(s), at + _AMOUNT)))


def _counts(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    return any(sign.isdigit() for sign in token.text) or token.low in s.grammar.numbers


def _is_count(s: Sentence, at: Located, start: int) -> bool:
    """Whether an object is a number of something: 'counted 20 boats', but not 'counted to 20'."""
    return _is_object(s, at, start) and _counts(s, start)


def _is_lack(s: Sentence, _: Located, start: int) -> bool:
    """Whether somebody says that something is not there: 'found no clear evidence'."""
    return s.low(start) == "no" and _has_noun(s, start + 1, s.grammar.lacked)


def _is_outcome(s: Sentence, at: Located, start: int) -> bool:
    """Whether the object is a decision: 'celebrated the ruling', but not 'celebrated May Day'."""
    return _is_object(s, at, start) and _has_noun(s, start, s.grammar.outcomes)


def _is_referral(s: Sentence, _: Located, start: int) -> bool:
    """Whether questions are sent on to somebody: 'referred questions to the lawyers'."""
    return _has_noun(s, start, s.grammar.referred) and "to" in _lows(s, start)


def _has_noun(s: Sentence, start: int, nouns: frozenset[str]) -> bool:
    return not nouns.isdisjoint(_lows(s, start))


def _lows(s: Sentence, start: int) -> list[str]:
    """Give the words of a phrase that begins at a token."""
    return [s.low(i) for i in range(start, _stop(s, start, _HEAD))]


def _is_cause(s: Sentence, at: Located, start: int) -> bool:
    """Whether something is put down to a cause: 'attributed the loss to the wind'."""
    near = range(start + 1, _stop(s, start, _NEAR))
    is_named = _is_object(s, at, start) and s.low(start) not in s.grammar.object_pronouns
    return is_named and any(s.low(i) == "to" for i in near)


_TESTS = {
    "estimate": _is_estimate,
    "infinitive": _is_infinitive,
    "clause": is_clause,
    "object": _is_object,
    "stance": _is_stance,
    "naming": _is_naming,
    "request": _is_request,
    "as": _is_likeness,
    "matter": _is_matter,
    "count": _is_count,
    "lack": _is_lack,
    "outcome": _is_outcome,
    "referral": _is_referral,
    "cause": _is_cause,
}
