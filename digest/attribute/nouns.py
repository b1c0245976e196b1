"""Nouns that report, with whose they are: 'Novak’s claim that …', 'a demand by the bank that …'.

Which nouns do and what may follow each is in data/nouns.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute import speakers
from digest.attribute.grammar import closed_class
from digest.attribute.speakers import Sourced
from digest.attribute.tokens import ENDS, POSSESSIVE
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Subject

_OF_AGENTS = closed_class("by_from")
_LONGEST_OWNED = 5  # tokens from the owner to the noun: 'his very stern public warning'
_LONGEST_OWNER = 12  # tokens
_LONGEST_AGENT = 20  # tokens from the noun to what follows its 'by …'
_LONGEST_CONTENT = 80  # tokens
_IS = closed_class("is_was")
_INFINITE = closed_class("infinite")


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun that reports, with the token that opens what it reports.

    Attributes:
        opening: 'that', 'to', 'of' and so on.
        begins: the first token of the content.
    """

    at: int
    opening: str
    begins: int


@cache
def _follows() -> Mapping[str, frozenset[str]]:
    """Give for every noun the words that may follow it."""
    nouns: dict[str, set[str]] = {}
    for word, listed in table("nouns")["follows"].items():
        for noun in listed:
            nouns.setdefault(noun, set()).add(word)
    for noun in _predicates():
        nouns.setdefault(noun, set())
    return {noun: frozenset(words) for noun, words in nouns.items()}


@cache
def _reporting() -> frozenset[str]:
    return frozenset(_follows())


@cache
def _predicates() -> frozenset[str]:
    return frozenset(table("nouns")["predicates"]["nouns"])


def find(s: Sentence) -> Iterator[Sourced]:
    """Give what nouns of a sentence report, each with the speaker it belongs to."""
    reporting = _reporting()
    if reporting.isdisjoint(s.words):
        return
    for at in [i for i, token in enumerate(s.tokens) if token.low in reporting]:
        if s.tokens[at].quoted or s.tokens[at].is_capital:
            continue
        found = _owned(s, at) or _by_agent(s, at)
        if found is not None:
            yield found


def _owned(s: Sentence, at: int) -> Sourced | None:
    """Find 'Novak’s stern warning that'."""
    noun = _opened(s, at, at + 1)
    mark = _owner_mark(s, at) if noun is not None else None
    if noun is None or mark is None:
        return None
    own = s.low(mark) in speakers.owners()
    if own and noun.opening not in {"that", "is"}:
        return None  # 'expanded upon his calls for': his own verb has it
    first = mark if own else _owner_start(s, mark)
    subject = _pronoun(s, mark) if own else speakers.owner(s, first, mark)
    return None if subject is None else _made(s, noun, subject, first, at)


def _by_agent(s: Sentence, at: int) -> Sourced | None:
    """Find 'a demand by the bank that' and 'a demand, by Jan Novak, that'."""
    by = at + 1 + (s.mark(at + 1) == ",")
    if s.low(by) not in _OF_AGENTS or not speakers.may_stand(s, by + 1):
        return None
    limit = min(len(s), by + _LONGEST_AGENT)
    that = next((i for i in range(by + 2, limit) if s.low(i) == "that"), None)
    noun = None if that is None else _opened(s, at, that)
    if that is None or noun is None or s.has_predicate(by, that):
        return None
    found = speakers.phrase(s, by + 1, that - 1 - (s.mark(that - 1) == ","))
    return None if found is None else _made(s, noun, found, by, at)


def _made(s: Sentence, noun: _Noun, subject: Subject, first: int, at: int) -> Sourced | None:
    if subject.mention.kind not in speakers.ABLE or _is_object(s, min(first, at)):
        return None
    content = _content(s, noun, min(first, at))
    if content is None:
        return None
    return Sourced(at, at, subject, at, content, s.low(at), "owner")


def _is_object(s: Sentence, first: int) -> bool:
    """Whether a cue comes first, so that somebody tells of the claim: 'denied his claim'."""
    return any(s.matches[i] is not None and not s.is_quoted(i) for i in range(first))


# ---------------------------------------------------------------------- owner


def _owner_mark(s: Sentence, at: int) -> int | None:
    """Give the possessive that a noun belongs to, adjectives between."""
    for i in range(at - 1, max(-1, at - _LONGEST_OWNED), -1):
        if s.is_quoted(i):
            return None
        if s.low(i) in speakers.owners() or (
            s.low(i) in POSSESSIVE and i > 0 and s.tokens[i - 1].is_word
        ):
            return i
        if not s.tokens[i].is_word or s.bounds(i) or s.low(i) in s.grammar.prepositions:
            return None
    return None


def _owner_start(s: Sentence, mark: int) -> int:
    start = mark
    while start > max(0, mark - _LONGEST_OWNER) and _in_owner(s, start - 1):
        start -= 1
        if s.low(start) in s.grammar.determiners:
            break
    return start


def _in_owner(s: Sentence, at: int) -> bool:
    token, grammar = s.tokens[at], s.grammar
    if token.quoted or s.timed[at]:
        return False
    if token.is_capital or grammar.describes(token.low) or token.low in grammar.determiners:
        return token.low not in grammar.prepositions or at > 0
    if token.low == "of":
        return at + 1 < len(s) and s.tokens[at + 1].is_capital
    return token.low in POSSESSIVE or grammar.is_speaker(token.low)


def _pronoun(s: Sentence, at: int) -> Subject | None:
    """Parse 'his': the subject of its clause where it fits, else whom 'he' means."""
    he = speakers.pronoun(s, at, speakers.owners()[s.low(at)])
    found = speakers.governing_subject(s, at, main=False)
    if found is None or found.mention.kind == "pronoun":
        return he
    gender, many = he.mention.gender, he.mention.text == "they"
    fits = found.mention.gender in {gender, None} and speakers.is_plural(s, found.mention) == many
    fits = fits and (found.mention.kind in {"name", "role"}) == (many or gender is not None)
    return he._replace(mention=found.mention) if fits else he


# -------------------------------------------------------------------- content


def _opened(s: Sentence, at: int, behind: int) -> _Noun | None:
    """Give the noun with what follows it at a token, where that is one of its own words."""
    low, opening = s.low(at), s.low(behind)
    if s.is_quoted(behind) or behind + 1 >= len(s):
        return None
    if opening in _IS and low in _predicates() and s.low(behind + 1) == "that":
        return _Noun(at, "is", behind + 1)
    if opening not in _follows()[low] or (opening == "to" and not s.is_infinitive(behind)):
        return None
    if opening == "that" and _is_verb(s, behind + 1):
        return None  # 'his statement that was published'
    return _Noun(at, opening, behind + (opening not in {"that", "to"}))


def _is_verb(s: Sentence, at: int) -> bool:
    return s.low(at) in s.grammar.auxiliaries or s.grammar.is_past(s.low(at))


def _content(s: Sentence, noun: _Noun, first: int) -> Stretch | None:
    """Delimit what a noun reports; where it opens the sentence the main verb ends it."""
    limit = min(len(s), noun.begins + _LONGEST_CONTENT)
    opens = noun.opening != "is" and not s.has_predicate(0, first)
    verbs = int(noun.opening == "that")
    at = noun.begins + 1
    while at < limit and not _ends(s, noun, at):
        if opens and _is_predicate(s, at):
            if not verbs:
                break
            verbs -= 1
            at = _group_end(s, at)
        at += 1
    return (noun.begins, at - 1) if at > noun.begins + 1 or noun.opening == "of" else None


def _is_predicate(s: Sentence, at: int) -> bool:
    low = s.low(at)
    if s.is_quoted(at):
        return False
    if low in s.grammar.auxiliaries and low not in _INFINITE:
        return True
    return s.grammar.is_past(low) or s.is_finite_cue(at)


def _group_end(s: Sentence, at: int) -> int:
    """Give the last token of the verb group that begins at a token: 'would have passed'."""
    while at + 1 < len(s) and s.is_between(at) and (s.is_between(at + 1) or _is_verb(s, at + 1)):
        at += 1
    return at


def _ends(s: Sentence, noun: _Noun, at: int) -> bool:
    mark = s.mark(at)
    if mark in ENDS:
        return True
    if noun.opening in {"that", "is"}:
        return mark == "," and s.low(at + 1).endswith("ing")
    return mark == "," or s.low(at) in s.grammar.subordinators
