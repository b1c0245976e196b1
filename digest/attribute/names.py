"""Whether two spellings are one name.

Spellings of names from other alphabets differ in vowels ('Yeltsin', 'Eltsin')
far more than in consonants, so names are compared by their consonants first,
after letters that stand for one sound are made one, and by edit distance after
that. Two given names that differ keep two people apart however alike their
surnames are.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from digest.lexicon import table
from digest.text import fold

_SOUNDS = tuple((one, other) for one, other in table("grammar")["spelling"]["sounds"])
_VOWELS = re.compile(r"[aeiouy’'ʼ-]")
_DOUBLED = re.compile(r"(.)\1+")
_LIKE = 0.65  # of SequenceMatcher.ratio, between two spellings of one name
_FEWEST = 2  # consonants that two different spellings must share


@lru_cache(maxsize=20_000)
def consonants(word: str) -> str:
    """Give the consonants of a name, with letters of one sound made one."""
    plain = fold(word).strip(".")
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", plain))


def last_word(name: str) -> str:
    """Give the surname of a Western name."""
    return name.rpartition(" ")[2]


@lru_cache(maxsize=20_000)
def same_word(a: str, b: str) -> bool:
    """Whether two words may be spellings of one name."""
    one, other = fold(a), fold(b)
    if one == other:
        return True
    if consonants(a) != consonants(b) or len(consonants(a)) < _FEWEST:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def same_person(a: str, b: str) -> bool:
    """Whether two full names may be one person's: surnames alike, given names not apart."""
    left, right = a.split(), b.split()
    if not left or not right or not same_word(left[-1], right[-1]):
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return _same_given(left[0], right[0])


def _same_given(a: str, b: str) -> bool:
    if a.endswith(".") or b.endswith(".") or len(a) == 1 or len(b) == 1:
        return fold(a)[0] == fold(b)[0]
    return same_word(a, b)
