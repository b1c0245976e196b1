"""Words brought down to what they mean, as far as a list of synonyms can say.

A concept is a word without its endings, or a phrase that stands for one
('step down'), with the sets of synonyms that it belongs to. Two concepts may
mean the same where they are one word or have a set in common. Names, numbers
and days mean only themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from digest.compare.words import CLASSES, DAYS, NAME, RIVALS, SMALL, plain_words
from digest.lexicon import table
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TABLE = table("synonyms")
_DERIVED = re.compile(_TABLE["derived"]["ending"])
_DENYING = "un"
_COMPASS = "ern"  # 'Western' as 'the West'
_DOUBLED = "bdglmnprt"
_ROUNDS = 2  # endings that are taken off one behind the other: 'discriminatory'
_CACHED = 1 << 16  # words
_TEXTS = 1 << 12
_UNKNOWN: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a text speaks of.

    Attributes:
        key: the word's root, a marked form, or the roots of a phrase.
        senses: the sets of synonyms that it belongs to.
    """

    key: str
    senses: frozenset[int] = field(hash=False)  # which the key tells


def concepts(words: Sequence[str]) -> tuple[Concept, ...]:
    """Give what a text speaks of, each once, in the order of first mention.

    Args:
        words: the telling words of a text, as `Speech.words` gives them.
    """
    return tuple(_concept(key) for key in dict.fromkeys(key for _, key in _found(words)))


@lru_cache(_TEXTS)
def places(words: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """Give where among the telling words of a text each of its concepts stands, by its key.

    Asked for only where two texts are held against each other, so it is not kept with them.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for at, key in _found(words):
        found[key].append(at)
    return found


def _found(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Read phrases first, the longest first, then single words."""
    roots = [root(word) for word in words]
    at = 0
    while at < len(roots):
        for length in _lengths(roots[at]):
            phrase = tuple(roots[at : at + length])
            if phrase in _PHRASES:
                yield at, " ".join(phrase)
                at += length
                break
        else:
            if _tells(roots[at]):
                yield at, roots[at]
            at += 1


@lru_cache(_CACHED)
def _concept(key: str) -> Concept:
    """Give the one object for a concept, in however many texts it stands."""
    phrase = tuple(key.split())
    if len(phrase) > 1:
        return Concept(key, _PHRASES[phrase])
    return Concept(key, _SENSES.get(key) or _COUNTRIES.get(key) or _UNKNOWN)


def _lengths(first: str) -> Sequence[int]:
    return _OPENING.get(first, ())


def _tells(word: str) -> bool:
    return word not in SMALL and word not in CLASSES and not word.startswith(DAYS)


@lru_cache(_CACHED)
def root(word: str) -> str:
    """Take the endings off that make a noun or an adjective of a verb.

    'negotiation', 'negotiator' and 'negotiate' give one root, in the manner of
    Porter's later steps. Marked forms stay as they are.
    """
    if word.startswith(NAME):
        return word.removesuffix(_COMPASS)
    if not word[0].isalpha() or not _tells(word):
        return word
    for _ in range(_ROUNDS):
        word = _DERIVED.sub("", word)
    # 'biggest' as 'big', and 'sell' as 'selling', which is read as the British spelling.
    return word[:-1] if word[-1] == word[-2:-1] and word[-1] in _DOUBLED else word


def roots(words: Iterable[str]) -> frozenset[str]:
    """Give the roots of words from a list."""
    return frozenset(root(form) for word in words for form in plain_words(word))


def may_predicate(concept: Concept) -> bool:
    """Whether a concept may be what is done or said, not who or what does it."""
    return bool(concept.senses & _PREDICATING)


def is_ordinary(word: str) -> bool:
    """Whether a name's word is one that the lists know as no name."""
    form = root(stem(word))
    return form in COMMON or form in _SENSES


def rivals(a: Concept, b: Concept) -> bool:
    """Whether of two concepts only one can be true of the same thing."""
    if a.senses & b.senses:
        return False
    if b.key in _OPPOSITES.get(a.key, ()):
        return True
    return any(other in b.senses for sense in a.senses for other in _RIVALS.get(sense, ()))


@lru_cache(_CACHED)
def denied(key: str) -> str:
    """Give the root of what a word denies, 'pay' for 'unpaid'; empty for any other word."""
    rest = key.removeprefix(_DENYING)
    return next(iter(roots((rest,))), "") if len(rest) < len(key) else ""


@lru_cache(_CACHED)
def has_rivals(concept: Concept) -> bool:
    """Whether there is any concept of which only it or that one can be true."""
    return concept.key in _OPPOSITES or not _RIVALS.keys().isdisjoint(concept.senses)


def _read() -> tuple[Mapping[str, frozenset[int]], Mapping[tuple[str, ...], frozenset[int]]]:
    """Number the sets of synonyms and list, for each word and phrase, its sets."""
    senses: dict[str, set[int]] = defaultdict(set)
    phrases: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(_groups()):
        for entry in group:
            roots = tuple(root(word) for word in plain_words(entry))
            if len(roots) == 1:
                senses[roots[0]].add(number)
            elif roots:
                phrases[roots].add(number)
    return (
        {word: frozenset(sets) for word, sets in senses.items()},
        {phrase: frozenset(sets) for phrase, sets in phrases.items()},
    )


def _groups() -> list[list[str]]:
    return [group for groups in _TABLE["same"].values() for group in groups]


_SENSES, _PHRASES = _read()
_OPENING: Mapping[str, tuple[int, ...]] = {
    first: tuple(sorted({len(p) for p in _PHRASES if p[0] == first}, reverse=True))
    for first in {phrase[0] for phrase in _PHRASES}
}
_PREDICATING = frozenset(
    number
    for number, group in enumerate(_groups())
    if group in _TABLE["same"]["doing"] or group in _TABLE["same"]["speech"]
)
COMMON = roots(_TABLE["common"]["words"])


def _rivals() -> Mapping[int, frozenset[int]]:
    """Map the number of each set to those that it excludes."""
    opening: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(_groups()):
        opening[group[0]].append(number)
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in _TABLE["rival"]["sets"]:
        for left, right in product(opening[one], opening[other]):
            found[left].add(right)
            found[right].add(left)
    return {number: frozenset(others) for number, others in found.items()}


def _countries() -> Mapping[str, frozenset[int]]:
    """Number the countries, behind the sets of synonyms, and list the words for each.

    News says 'Tallinn', 'Estonian' and 'Estonia' for one and the same actor.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for number, country in enumerate(table("places")["country"], len(_groups())):
        words = [country["name"], *country["adjectives"], *country["people"], *country["capitals"]]
        for word in words:
            found[NAME + fold(word).split()[-1]].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_COUNTRIES = _countries()


def _opposites() -> Mapping[str, frozenset[str]]:
    """Map the root of each word to the roots of the words that it excludes."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, others in RIVALS.items():
        found[root(word)] |= {root(other) for other in others} - {root(word)}
    return {word: frozenset(others) for word, others in found.items()}


_RIVALS = _rivals()
_OPPOSITES = _opposites()
