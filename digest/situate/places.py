"""Where: which capitalised words are places, and which places lie in which.

Countries and capitals are known from `data/places.toml`; other towns are
learned from the articles ('in Springfield, Illinois'). Nothing here knows
about events.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADLINE = 0.8  # of the longer words in capitals make a line a headline
_LONG = 4  # letters; shorter words stay small in headlines
_LONGEST = 4  # words of a place's name that is not known beforehand


class Atlas:
    """The places that a digest's articles speak of."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn names of places from texts, and which lie in which."""
        self._within: dict[str, set[str]] = defaultdict(set)
        self._surroundings: dict[str, frozenset[str]] = {}
        self._learned: Counter[str] = Counter()
        for capital, country in _CAPITALS.items():
            self._within[capital].add(fold(country))
        running = [text for text in texts if not is_headline(text)]
        self._people = {name.split()[-1] for text in running for name in _people(text)}
        self._articled = {fold(name[1]) for text in running for name in _ARTICLED.finditer(text)}
        for text in running:
            for match in _AT_PLACE.finditer(text):
                if match["preposition"] != "at":
                    self._learn(match, text)

    def _learn(self, match: re.Match[str], text: str) -> None:
        name = self._name(_trimmed(match["name"]), text[match.end() :])
        if name is None or self._modifies(match):
            return
        self._learned[fold(name)] += 1
        around = _AROUND.match(text, match.start("name") + len(name))
        if around and around["name"].split()[0] not in _NO_PLACE:
            self._within[fold(name)].add(fold(_canonical(around["name"])))

    def _modifies(self, match: re.Match[str]) -> bool:
        """Whether a name that has its article elsewhere lacks it: 'in Harbour Front colours'."""
        name, before = match["name"], match.string[: match.start("name")]
        return fold(name) in self._articled and not before.endswith("the ")

    def behind(self, clause: str, *, headline: bool) -> str | None:
        """Give the place that a clause names with 'in', or a known one with 'at'.

        Args:
            clause: words that follow an event.
            headline: whether they stand in capitals anyway; then only names
                that are known or learned are believed.
        """
        capital = _ITS_CAPITAL.search(clause)
        if capital is not None and fold(capital["country"]) in _CAPITAL_OF:
            return _CAPITAL_OF[fold(capital["country"])]
        return next(self._named(clause, headline=headline), None)

    def _named(self, clause: str, *, headline: bool) -> Iterator[str]:
        for match in _AT_PLACE.finditer(clause):
            if match["preposition"] not in {"in", "at"}:
                continue
            run = _trimmed(match["name"])
            if headline:
                name = self._known_prefix(run)
            elif match["preposition"] == "at":
                name = run if self.is_known(run) else None
            else:
                name = None if self._modifies(match) else self._name(run, clause[match.end() :])
            if name is not None:
                yield _canonical(name)

    def before(self, words: str) -> str | None:
        """Give the place whose name ends some words: 'Minsk' for 'the Minsk'."""
        match = _CAPITALS_AT_END.search(words)
        if match is None:
            return None
        run = match.group().split()
        for size in range(min(_LONGEST, len(run)), 0, -1):
            name = " ".join(run[-size:])
            if self.is_known(name) and name not in _NO_PLACE:
                return _canonical(name)
        return None

    def is_known(self, name: str) -> bool:
        """Whether a name is a country's or a capital's, or an article said 'in' before it."""
        return fold(name) in _KNOWN or self._learned[fold(name)] > 0

    def same(self, a: str, b: str) -> bool:
        """Whether two names may stand for one place: equal, or one within the other."""
        if a == b:
            return True
        low, other = _folded(a), _folded(b)
        return low == other or other in self._around(low) or low in self._around(other)

    def narrower(self, a: str, b: str) -> str:
        """Give the one of two names that lies within the other; `a` where neither does."""
        return b if fold(a) in self._around(fold(b)) else a

    def keys(self, name: str) -> tuple[str, frozenset[str]]:
        """Give the key of a place and those of the places around it, to look it up by.

        Of two places that may be the same, one's key is the other's or one around it.
        """
        return _folded(name), self._around(_folded(name))

    def _around(self, place: str) -> frozenset[str]:
        """Give every place that a place lies in, directly or not; all texts were read before."""
        known = self._surroundings.get(place)
        if known is None:
            known = self._surroundings[place] = self._find_around(place)
        return known

    def _find_around(self, place: str) -> frozenset[str]:
        found: set[str] = set()
        ahead = [place]
        while ahead:
            wider = self._within.get(ahead.pop(), set())
            if len(wider) == 1:  # a High Street lies in many towns, and tells nothing
                ahead.extend(wider - found)
                found |= wider
        return frozenset(found)

    def _name(self, run: str, behind: str) -> str | None:
        """Give a run of capitalised words behind 'in' if it may be the name of a place."""
        if fold(run) in _KNOWN:
            return run
        words = run.split()
        if not words or words[0] in _NO_PLACE or len(words) > _LONGEST:
            return None
        if words[-1] in _NO_TOWN or fold(words[-1]) in _ADJECTIVES or words[-1] in self._people:
            return None
        if fold(run) in _BODIES or run.isupper() or behind.startswith(("’", "'")):
            return None
        return run

    def _known_prefix(self, run: str) -> str | None:
        words = run.split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            if self.is_known(name) and name not in _NO_PLACE:
                return name
        return None


def is_headline(text: str) -> bool:
    """Whether a text stands in title case, so that capitals tell nothing."""
    words = [w for w in _LETTERS.findall(text) if len(w) >= _LONG]
    capitals = sum(w[0].isupper() for w in words)
    return len(words) > 1 and capitals >= _HEADLINE * len(words)


@lru_cache(1 << 14)
def _folded(name: str) -> str:
    return fold(name)


def _trimmed(run: str) -> str:
    """Take the days off that stand behind a place: 'in Oslo Monday'."""
    words = run.split()
    while words and words[-1] in _DAYS:
        words.pop()
    return " ".join(words)


def _people(text: str) -> Iterator[str]:
    for match in _PERSON.finditer(text):
        yield match["titled"] or match["speaking"]


def _canonical(name: str) -> str:
    """Give a country's usual name for its other ones; any other name unchanged."""
    return _COUNTRIES.get(fold(name), name)


_PLACES = table("places")
_WORDS = table("events")["words"]
_COUNTRIES: dict[str, str] = {
    fold(name): entry["name"]
    for entry in _PLACES["country"]
    for name in (entry["name"], *entry["aliases"])
}
_CAPITALS = {
    fold(capital): entry["name"] for entry in _PLACES["country"] for capital in entry["capitals"]
}
_CAPITAL_OF: dict[str, str] = {
    fold(word): entry["capitals"][0]
    for entry in _PLACES["country"]
    if entry["capitals"]
    for word in (*entry["adjectives"], entry["name"], *entry["aliases"])
}
_ADJECTIVES = frozenset(fold(word) for entry in _PLACES["country"] for word in entry["adjectives"])
_KNOWN = _COUNTRIES.keys() | _CAPITALS.keys()
_BODIES = frozenset(
    fold(name) for entry in _PLACES["body"] for name in (entry["name"], *entry["aliases"])
)
_DAYS = frozenset(
    name.rstrip(".")
    for kind in ("month", "weekday", "weekday_short")
    for name in table("moments")["words"][kind]
)
_NO_PLACE = _DAYS | frozenset(_WORDS["no_place"])
_NO_TOWN = frozenset(_WORDS["no_town"])
_LETTERS = re.compile(r"[^\W\d_]+")
# Bounded, so that no text makes a pattern slow: no name of a place is longer.
_CAPITAL = r"(?:(?:St|Ft|Mt)\. )?(?<![\w’'-])[^\W\d_a-z](?:[\w-]|[’'](?!s\b)(?=\w)){1,40}"
_RUN = rf"{_CAPITAL}(?:,? D\.C\.| (?:(?:de|del|da|do|la|le|du|al|el|am|upon) )?{_CAPITAL}){{0,8}}"
_KNOWN_NAMES = "|".join(
    re.escape(name)
    for entry in _PLACES["country"]
    for name in sorted((entry["name"], *entry["aliases"]), key=len, reverse=True)
    if not name.replace(" ", "").isalpha() or " and " in name or " of " in name
)
_AT_PLACE = re.compile(
    r"\b(?P<preposition>in|at|near|from|outside) (?:the )?"
    r"(?:capital,? (?:of )?|(?:city|town|village|port|suburb|state|province|region) of )?"
    r"(?:[A-Z][\w-]+(?:[’']s)? capital,? (?:of )?)?"
    rf"(?P<name>(?:{_KNOWN_NAMES})(?!\w)|{_RUN})"
)
_ARTICLED = re.compile(
    rf"\b[Tt]he ({_CAPITAL}(?: {_CAPITAL}){{1,8}})"
    r"(?=[,.;:]| (?:had|has|have|is|was|were|will|would|and|or|said)\b)"
)
_AROUND = re.compile(rf", (?P<name>{_RUN})")
_ITS_CAPITAL = re.compile(
    r"\b(?:in|at) (?:the )?(?P<country>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:[’']s)? capital\b"
)
_CAPITALS_AT_END = re.compile(rf"{_RUN}(?= $)")
_PERSON = re.compile(
    r"\b(?:" + "|".join(_WORDS["person_title"]) + rf")\.? (?P<titled>{_RUN})"
    rf"|\b(?P<speaking>{_RUN}) (?:" + "|".join(_WORDS["person_verb"]) + r")\b"
)
