"""Whose a place, a demonym or an organisation is: the sides that texts name.

Knows names only; which side a speaker speaks for is decided in `identity`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.grammar import closed_class
from digest.attribute.lands import told_lands
from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from digest.attribute.tokens import Token

_LONGEST = 7  # words of a name
_LONGEST_CITY = 3  # words: 'Salt Lake City'
_ACRONYM = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{1,40} (?:(?:of|the|and|for|on|in) ){0,3}){2,8})"
    r"\(([A-Z][A-Za-z]{1,9})\)"
)
_LEADING = closed_class("leading_to_places")
_KINDS = ("country", "region", "body")
_OWN = ("aliases", "capitals", "seats")
_WORDS = ("adjectives", "people")


class Places:
    """Names of countries, regions and organisations, and whose they are.

    Attributes:
        owner: gives whose a name or a demonym in lower case is: 'Russia' for 'russian'.
        is_place: whether words in lower case are a name, not a demonym: 'russia', 'moscow'.
        is_national: whether words in lower case are one person's origin: 'ruritanian'.
        describes: whether a word in lower case is a name or a demonym, also one that two share.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Know the lexicon's places, and what the texts tell of organisations and lands."""
        read = list(texts)
        lands = told_lands(read, _described().__contains__)
        self._lands = frozenset(lands.places.values())
        self._learned = _spelt_out(read) | lands.places | lands.nationals | lands.peoples
        self._owners = self._learned | _owners()
        # Asked for nearly every word of a text.
        self.owner: Callable[[str], str | None] = self._owners.get
        self.is_place: Callable[[str], bool] = (_names() | lands.places.keys()).__contains__
        self.is_national: Callable[[str], bool] = (
            _nationals() | lands.nationals.keys()
        ).__contains__
        self.describes: Callable[[str], bool] = (_described() | self._learned.keys()).__contains__
        self._bodies = frozenset((*self._learned.values(), *_body_names())) - self._lands
        self._sizes = _sizes(self._learned, _known_sizes())

    def body(self, folded: str) -> str | None:
        """Give the full name of an organisation by any of its names."""
        learned = self._learned.get(folded)
        return _bodies().get(folded) or (None if learned in self._lands else learned)

    def is_country(self, owner: str) -> bool:
        """Whether an owner is a country, not a region of the world or an organisation."""
        return owner in _countries() or owner in self._lands

    def adjective(self, country: str) -> str | None:
        """Give what is of a country: 'Ruritanian'."""
        return _adjectives().get(country)

    def is_recognised(self, owner: str) -> bool:
        """Whether an owner is a country that others recognise, whose offices are a state's."""
        return owner in _recognised() or owner in self._lands

    def is_region(self, owner: str) -> bool:
        """Whether an owner is a region of the world, which nobody speaks for."""
        return owner in _regions()

    def split(self, name: str) -> tuple[str | None, str]:
        """Part the name of an institution into whose it is and the rest in lower case.

        'Ruritanian Foreign Ministry', "Ruritania's Foreign Ministry" and 'the
        Foreign Ministry of Ruritania' all give Ruritania and 'foreign ministry'.
        """
        words = fold(name).split()
        if len(words) > 1 and words[0] == "the":
            words = words[1:]
        whole = self.body(" ".join(words))
        if whole is not None:
            return self.owner(fold(" ".join(words))), fold(whole)
        # A seat such as 'Ruritanian Parliament' has a country and a name of its own.
        longest = len(words) - (" ".join(words) in _seats() and len(words) > 1)
        for length in range(min(_LONGEST, longest), 0, -1):
            owner = self._holder(" ".join(words[:length]).removesuffix("'s").removesuffix("'"))
            if owner is not None and not self.is_region(owner):
                return owner, " ".join(words[length:])
        for at in range(1, len(words) - 1):
            owner = self._holder(" ".join(words[at + 1 :]).removeprefix("the "))
            if words[at] in _LEADING and owner is not None and not self.is_region(owner):
                return owner, " ".join(words[:at])
        return None, " ".join(words)

    def _holder(self, low: str) -> str | None:
        """Give whose an institution is by a name: 'Ohio' of 'Ohio Supreme Court'."""
        owner, part = self.owner(low), _parts_of_countries().get(low)
        return owner if part is None else part

    @staticmethod
    def namesake(country: str) -> str | None:
        """Give the country that has a state of the name of another: the Georgia of the USA."""
        return _namesakes().get(country)

    def found(self, tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
        """Give every owner among the tokens: where its words begin, how many they are, who."""
        found: list[tuple[int, int, str]] = []
        behind = 0
        known = self._sizes
        for at in [i for i, token in enumerate(tokens) if token.is_capital and token.low in known]:
            length, owner = self._at(tokens, at) if at >= behind else (1, None)
            if owner is not None:
                found.append((at, length, owner))
                behind = at + length
        return found

    def opening(self, tokens: Sequence[Token]) -> int:
        """Give how many words a known name takes that opens with capitals; 1 where none does."""
        return self._at(tokens, 0)[0] if tokens[0].low in self._sizes else 1

    def _at(self, tokens: Sequence[Token], at: int) -> tuple[int, str | None]:
        for length in self._sizes[tokens[at].low]:
            name = " ".join([t.low for t in tokens[at : at + length]])
            owner = self.owner(name) if at + length <= len(tokens) else None
            if owner is not None:
                return length, owner
        return 1, None

    def sides(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Give countries and known bodies among the tokens, the earliest first.

        Of "the Harbour Pact's Court of Ports" only the court, of "the pact's Ruritania envoy" both.
        """
        found = self.found(tokens)
        if not found:
            return ()
        inner = {at for at, _, owner in found if owner in self._bodies and at > 1}
        owned = {at for at in inner if tokens[at - 1].low == "'s"}
        return tuple(
            dict.fromkeys(
                owner
                for at, length, owner in found
                if owner not in self._bodies or at + length + 1 not in owned
            )
        )

    def is_local(self, tokens: Sequence[Token], owner: str) -> bool:
        """Whether tokens name a country only by its parts: 'Ohio', 'of Kentucky'."""
        named = (
            " ".join([t.low for t in tokens[at : at + length]])
            for at, length, who in self.found(tokens)
            if who == owner
        )
        return all(name in _parts_of_countries() for name in named)

    def part(self, tokens: Sequence[Token], owner: str) -> str | None:
        """Give the first part of a country that tokens name: 'Ohio', also for 'Ohioan'."""
        words = (
            " ".join([t.low for t in tokens[at : at + length]])
            for at, length, who in self.found(tokens)
            if who == owner
        )
        return next(
            (_parts_of_countries()[word] for word in words if word in _parts_of_countries()), None
        )

    @staticmethod
    def cities(tokens: Sequence[Token]) -> list[str]:
        """Give the country of every well-known city among the tokens, as often as it is named."""
        return [_cities()[name] for name, _ in _cities_among(tokens)]

    @staticmethod
    def is_city(name: str) -> bool:
        """Whether a name is a well-known city's."""
        return name.lower() in _cities()

    @staticmethod
    def in_cities(tokens: Sequence[Token]) -> set[int]:
        """Give which of the tokens stand in the name of a well-known city."""
        return {i for _, span in _cities_among(tokens) for i in span}

    def last_body(self, found: Sequence[tuple[int, int, str]]) -> str | None:
        """Give the organisation named last among owners found, countries left aside."""
        named = [owner for _, _, owner in found if owner in self._bodies]
        return named[-1] if named else None


def _spelt_out(texts: Iterable[str]) -> dict[str, str]:
    """Learn organisations from 'Full Name of It (FNI)': the full name by name and acronym."""
    learned: dict[str, str] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text) if "(" in text else ():
            words, acronym = match.group(1).split(), match.group(2)
            for start, word in enumerate(words):
                whole = " ".join(words[start:])
                if word[0].isupper() and _acronym(whole).upper() == acronym.upper():
                    learned[whole.lower()] = learned[acronym.lower()] = whole
                    break
    return learned


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


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
                shared[word.lower()].add(entry.get("of", entry["name"]))
        own = {word: next(iter(names)) for word, names in shared.items() if len(names) == 1}
        owners = own | owners
    states = {
        w.lower(): e["of"] for e in table("places")["state"] for w in (e["name"], *e["aliases"])
    }
    return states | owners


@cache
def _parts_of_countries() -> Mapping[str, str]:
    """Give the states and provinces by their names and demonyms, but for those of a country."""
    named = {
        word.lower(): entry
        for entry in table("places")["state"]
        for key in ("aliases", "adjectives", "people")
        for word in (entry["name"], *entry[key])
    }
    owners = _owners()
    return {w: e["name"] for w, e in named.items() if owners.get(w, e["of"]) == e["of"]}


@cache
def _namesakes() -> Mapping[str, str]:
    states = {entry["name"]: entry["of"] for entry in table("places")["state"]}
    return {name: of for name, of in states.items() if name in _countries() and of != name}


def _cities_among(tokens: Sequence[Token]) -> Iterator[tuple[str, range]]:
    """Give the well-known cities with the places of their words."""
    opens = _city_openers()
    for at in [i for i, token in enumerate(tokens) if token.is_capital and token.low in opens]:
        for length in range(1, _LONGEST_CITY + 1):
            name = " ".join([t.low for t in tokens[at : at + length]])
            if name in _cities() and at + length <= len(tokens):
                yield name, range(at, at + length)


@cache
def _city_openers() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _cities())


@cache
def _cities() -> Mapping[str, str]:
    return {
        city.lower(): country
        for country, cities in table("places")["cities"].items()
        for city in cities
    }


@cache
def _known_sizes() -> Mapping[str, tuple[int, ...]]:
    return _sizes(_owners(), {})


def _sizes(
    names: Iterable[str], known: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """Give for every word that opens a name how many words such names have, the most first."""
    sizes = dict(known)
    for name in names:
        words = name.split()
        told = {*sizes.get(words[0], ()), len(words)}
        sizes[words[0]] = tuple(sorted((n for n in told if n <= _LONGEST), reverse=True))
    return sizes


@cache
def _body_names() -> frozenset[str]:
    return frozenset(entry["name"] for entry in table("places")["body"])


@cache
def _adjectives() -> Mapping[str, str]:
    every = table("places")["country"]
    return {e["name"]: e["adjectives"][0] for e in every if e.get("adjectives")}


@cache
def _countries() -> frozenset[str]:
    return frozenset(entry["name"] for entry in table("places")["country"])


@cache
def _recognised() -> frozenset[str]:
    return _countries() - _disputed()


@cache
def _disputed() -> frozenset[str]:
    return frozenset(e["name"] for e in table("places")["country"] if e.get("disputed"))


@cache
def _regions() -> frozenset[str]:
    return frozenset(entry["name"] for entry in table("places")["region"] if entry.get("wide"))


@cache
def _bodies() -> dict[str, str]:
    """Give the full name of every organisation of the lexicon by each of its names."""
    return {
        fold(name): entry["name"]
        for entry in table("places")["body"]
        for name in (entry["name"], *entry.get("aliases", ()))
    }


@cache
def _seats() -> frozenset[str]:
    return frozenset(
        fold(seat)
        for kind in ("country", "body")
        for entry in table("places")[kind]
        for seat in entry.get("seats", ())
    )


@cache
def _described() -> frozenset[str]:
    data = table("places")
    return _names() | frozenset(
        word.lower()
        for kind in (*_KINDS, "state")
        for entry in data[kind]
        for key in _WORDS
        for word in entry.get(key, ())
    )


@cache
def _nationals() -> frozenset[str]:
    every = (*table("places")["country"], *table("places")["state"])
    people = {word.lower() for each in every for word in each.get("people", ())}
    plurals = ((word, f"{word}s") for word in people)
    irregular = ((word, f"{word[:-2]}en") for word in people if word.endswith("man"))
    folk = (word.lower() for word in table("places")["folk"])
    return frozenset((*folk, *(one for one, many in (*plurals, *irregular) if many in people)))
