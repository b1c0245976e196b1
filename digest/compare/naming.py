"""Whom a text names, besides those who speak in it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from digest.compare.concepts import is_ordinary, root
from digest.compare.words import NAME, PERSON
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from digest.compare.reading import Reading

_TEXTS = 1 << 12  # names of which the words are remembered


def full_names(reading: Reading) -> set[str]:
    """Give the people known and the last words of runs of names: 'Tarrow' of 'Ines Tarrow'.

    A run that ends in an ordinary word is no person's: 'White House', 'Harbour Pact'.
    """
    people = {word for word in reading.words if word.startswith(PERSON)}
    runs = pairwise(zip(reading.words, reading.sentences, strict=True))
    return people | {
        root(after)
        for (before, here), (after, there) in runs
        if here == there
        and before.startswith(NAME)
        and after.startswith(NAME)
        and not is_ordinary(after.removeprefix(NAME))
    }


def speaking(reading: Reading) -> set[str]:
    """Give the marked forms of who speaks, whatever they are called."""
    words = (_marked(person.name) for person in reading.speakers)
    return {PERSON + person.id for person in reading.speakers}.union(*words)


@lru_cache(_TEXTS)
def _marked(name: str) -> frozenset[str]:
    """Give the marked forms of a name's words."""
    return frozenset(NAME + fold(word) for word in name.split())


def frames(a: Reading, b: Reading) -> set[str]:
    """Give the names outside what one speaker says in both texts.

    Who she is and where she stood, 'Tarrow of Velmouth' here and 'on the Brennick
    bridge' there, is told by each in its own way.
    """
    if not a.content or not b.content or a.speakers[:1] != b.speakers[:1]:
        return set()
    return _outside(a) | _outside(b)


def _outside(reading: Reading) -> set[str]:
    said = {concept.key for concept in reading.content}
    return {c.key for c in reading.concepts if c.key.startswith(NAME)} - said


def begin_alike(left: set[str], right: set[str]) -> bool:
    """Whether two names are one with another ending: 'Baltic' and 'Balt'."""
    return any(x.startswith(y) or y.startswith(x) for x, y in product(left, right))


def listed(words: Collection[str]) -> str:
    """Give words as the detail of a piece of evidence."""
    return ", ".join(sorted(words))
