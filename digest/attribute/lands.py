"""Countries that no list has and the texts call such: Norvania of 'the Norvanian government'.

A name is a country's, or that of a land with a government of its own, where the texts have it
and what is derived from it, one before an office of state. Capitals follow from words that say
so. Which side a speaker speaks for is decided in `identity`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute.grammar import closed_class
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

_WORD = re.compile(r"\b[A-Z][a-z]{3,20}\b")
_SHORTEST = 4  # letters of a name


class Lands(NamedTuple):
    """Lands that texts tell, by words in lower case.

    Attributes:
        places: by their names and capitals.
        nationals: by what one is who comes from there: 'norvanian'.
        peoples: by what several are: 'norvanians'.
    """

    places: dict[str, str]
    nationals: dict[str, str]
    peoples: dict[str, str]


def told_lands(texts: Sequence[str], is_known: Callable[[str], bool]) -> Lands:
    """Give the lands that texts tell.

    Args:
        texts: all paragraphs of a digest.
        is_known: whether a list has a word in lower case as a name or a demonym.
    """
    where: dict[str, list[str]] = defaultdict(list)  # so that the work grows as the texts do
    for text in texts:
        for word in set(_WORD.findall(text)):
            where[word].append(text)
    pairs = [(name, word) for word in sorted(where) for name in _names_for(word, where)]
    told = Lands({}, {}, {})
    for name, demonym in pairs:
        if is_known(name.lower()) or is_known(demonym.lower()) or demonym in _of_no_land():
            continue
        if any(_is_of_state(demonym, text) for text in where[demonym]):
            told.places[name.lower()] = name
            told.places.update(_capitals(name, demonym, texts))
            told.nationals[demonym.lower()] = name
            told.peoples[f"{demonym.lower()}s"] = name
    return told


def _names_for(demonym: str, words: Container[str]) -> Iterable[str]:
    """Give what a word may be derived from, of the words that the texts have."""
    for ending, instead in table("places")["derived"].items():
        if demonym.endswith(ending):
            stem = demonym.removesuffix(ending)
            found = (stem + end for end in instead)
            yield from (name for name in found if len(name) >= _SHORTEST and name in words)


def _is_of_state(demonym: str, text: str) -> bool:
    """Whether a demonym stands before an office of state: 'the Norvanian foreign minister'.

    Not behind another name: 'Upper Norvanian'.
    """
    before, *others = text.split(f"{demonym} ")
    for behind in others:
        last = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
        is_open = last.lower() in closed_class("opens_offices") or not last[:1].isupper()
        if is_open and _office().match(behind) is not None:
            return True
        before = behind
    return False


def _capitals(name: str, demonym: str, texts: Iterable[str]) -> Mapping[str, str]:
    """Give the capital by its name: 'the Norvanian capital, Zolda', 'Zolda, the capital of …'."""
    before = rf"(?:{demonym}|{name}['’]s) capital,? ([A-Z][a-z]{{3,20}})\b"
    behind = rf"\b([A-Z][a-z]{{3,20}}), (?:the capital of {name}|{name}['’]s capital)\b"
    found = (re.findall(f"{before}|{behind}", text) for text in texts if "capital" in text)
    return {city.lower(): name for pair in chain.from_iterable(found) for city in pair if city}


@cache
def _of_no_land() -> frozenset[str]:
    return frozenset(table("places")["of_no_land"])


@cache
def _office() -> re.Pattern[str]:
    offices = "|".join(table("roles")["posts"]["offices_of_lands"])
    return re.compile(rf"(?:[\w-]{{1,20}} ){{0,2}}(?:{offices})\b", re.IGNORECASE)
