"""Whose a place, a demonym or an organisation is: the sides that texts name.

Knows names only; which side a speaker speaks for is decided in `identity`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.attribute.tokens import Token

_LONGEST = 6  # words of a name
_ACRONYM = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{1,40} (?:(?:of|the|and|for|on|in) ){0,3}){2,8})"
    r"\(([A-Z][A-Za-z]{1,9})\)"
)
_KINDS = ("country", "region", "body")
_OWN = ("aliases", "capitals", "seats")
_WORDS = ("adjectives", "people")


class Places:
    """Names of countries, regions and organisations, and whose they are."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Know the lexicon's places and the organisations that the texts spell out."""
        self._learned = _spelt_out(texts)
        self._bodies = frozenset((*self._learned.values(), *_body_names()))
        self._first = _first_words() | {name.split()[0] for name in self._learned}

    def is_place(self, low: str) -> bool:
        """Whether words in lower case are a name, not a demonym: 'russia', 'moscow'."""
        return low in _names()

    def owner(self, low: str) -> str | None:
        """Give whose a name or a demonym in lower case is: 'Russia' for 'russian'."""
        return self._learned.get(low) or _owners().get(low)

    def found(self, tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
        """Give every owner among the tokens: where its words begin, how many they are, who."""
        found = []
        at = 0
        while at < len(tokens):
            length, owner = self._at(tokens, at)
            if owner is not None:
                found.append((at, length, owner))
            at += length
        return found

    def _at(self, tokens: Sequence[Token], at: int) -> tuple[int, str | None]:
        low = tokens[at].low
        if not tokens[at].is_capital or low not in self._first:
            return 1, None
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            owner = self.owner(" ".join(t.low for t in tokens[at : at + length]))
            if owner is not None:
                return length, owner
        return 1, None

    def sides(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Give countries and known bodies among the tokens, the earliest first."""
        return tuple(dict.fromkeys(owner for _, _, owner in self.found(tokens)))

    def last_body(self, tokens: Sequence[Token]) -> str | None:
        """Give the organisation that the tokens name last, countries left aside."""
        named = [owner for _, _, owner in self.found(tokens) if owner in self._bodies]
        return named[-1] if named else None


def _spelt_out(texts: Iterable[str]) -> dict[str, str]:
    """Learn organisations from 'Full Name of It (FNI)': name and acronym stand for it."""
    learned: dict[str, str] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text):
            words, acronym = match.group(1).split(), match.group(2)
            for start, word in enumerate(words):
                capitals = [w[0] for w in words[start:] if w[0].isupper()]
                if word[0].isupper() and "".join(capitals).upper() == acronym.upper():
                    learned[" ".join(words[start:]).lower()] = acronym
                    learned[acronym.lower()] = acronym
                    break
    return learned


@cache
def _names() -> frozenset[str]:
    data = table("places")
    names = [entry["name"] for kind in (*_KINDS, "state") for entry in data[kind]]
    names += [
        n for kind in (*_KINDS, "state") for e in data[kind] for key in _OWN for n in e.get(key, ())
    ]
    return frozenset(name.lower() for name in names)


@cache
def _owners() -> dict[str, str]:
    """Give whose each name and demonym is; nobody's where two countries share it."""
    owners: dict[str, str] = {}
    for kind in _KINDS:
        shared: dict[str, set[str]] = defaultdict(set)
        for entry in table("places")[kind]:
            for word in (
                entry["name"],
                *(w for key in (*_OWN, *_WORDS) for w in entry.get(key, ())),
            ):
                shared[word.lower()].add(entry["name"])
        own = {word: next(iter(names)) for word, names in shared.items() if len(names) == 1}
        owners = own | owners
    states = {
        w.lower(): e["of"] for e in table("places")["state"] for w in (e["name"], *e["aliases"])
    }
    return states | owners


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _owners())


@cache
def _body_names() -> frozenset[str]:
    return frozenset(entry["name"] for entry in table("places")["body"])
