"""Adjectives that say what somebody thinks: 'is confident that', 'remained opposed to'.

A rule instead of a list of verbs: a form of 'be' or its like, an adjective,
and behind it the clause, the infinitive or the preposition that it asks for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.cueverb import CueVerb
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.attribute.cueverb import Match
    from digest.attribute.tokens import Token

_MOST_DEGREES = 3  # tokens between the verb and the adjective: 'is not so very sure'


@cache
def links() -> frozenset[str]:
    """Give the forms that join a subject to an adjective."""
    return _list("links")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("cues")["stances"][name])


@cache
def _matters() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the phrases with a preposition by their first word."""
    phrases = [tuple(phrase.split()) for phrase in table("cues")["stances"]["matter"]]
    return {first: tuple(p for p in phrases if p[0] == first) for first, *_ in phrases}


@cache
def _openers() -> frozenset[str]:
    """Give the words with which a clause begins behind an adjective."""
    words = table("grammar")["words"]
    own = (*words["determiners"], *words["possessives"], *words["subject_pronouns"])
    return frozenset((*own, *words["questions"], "that", "there"))


def find(tokens: Sequence[Token], lows: Sequence[str], at: int) -> Match | None:
    """Give the last token and the verb of a stance whose link stands at a token."""
    heads = _heads()
    for start in range(at + 1, min(len(tokens), at + 2 + _MOST_DEGREES)):
        found = _stance(tokens, lows, start) if lows[start] in heads else None
        if found is not None:
            return found if _may_link(lows, at) else None
        if not _is_degree(lows[start]):
            return None
    return None


@cache
def _heads() -> frozenset[str]:
    """Give the words with which a stance begins behind its link."""
    return frozenset((*_matters(), *_list("infinitive"), *_list("clause")))


def _may_link(lows: Sequence[str], at: int) -> bool:
    """Leave out 'it is clear' and 'the mayor's clear words'."""
    before = next((lows[i] for i in range(at - 1, -1, -1) if not _is_auxiliary(lows[i])), "")
    if before in _list("empty_subjects"):
        return False
    return not lows[at].startswith("'") or before in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    words = table("grammar")["words"]
    return frozenset((*words["subject_pronouns"], *words["relative"]))


def _is_auxiliary(low: str) -> bool:
    return low in _list("auxiliaries") or low in _list("degrees")


def _is_degree(low: str) -> bool:
    return low in _list("degrees") or low.endswith("ly") or low[0].isdigit() or low == "n't"


def _stance(tokens: Sequence[Token], lows: Sequence[str], start: int) -> Match | None:
    low = lows[start]
    for phrase in _matters().get(low, ()):
        if tuple(lows[start : start + len(phrase)]) == phrase:
            return start + len(phrase) - 1, _verb(" ".join(phrase), "judge")
    if low in _list("infinitive") and lows[start + 1] == "to":
        return start, _verb(low, "commit")
    if low in _list("clause") and _opens_clause(tokens, start + 1):
        return start, _verb(low, "think")
    return None


@cache
def _verb(words: str, kind: str) -> CueVerb:
    return CueVerb(f"be {words}", kind, weak=False)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].low in _openers() or tokens[at].is_capital)
