"""Whether two spellings are one name, and what a name tells of its bearer.

Spellings of names from other alphabets differ in vowels ('Yeltsin', 'Eltsin')
far more than in consonants, so names are compared by their consonants first,
after letters that stand for one sound are made one, and by edit distance after
that. Two given names that differ keep two people apart however alike their
surnames are; so do a man's and a woman's ('Alexander', 'Alexandra').
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold as _fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOUNDS = tuple((one, other) for one, other in table("grammar")["spelling"]["sounds"])
_PARTS = table("names")["parts"]
_GENERATION = frozenset(_PARTS["generation"])
_PARTICLES = frozenset(table("grammar")["words"]["name_particles"])
_ARTICLE = re.compile(rf"(?:{'|'.join(_PARTS['articles'])})-(?=\w{{3}})", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy’'ʼ-]")
_UMLAUTS = re.compile(r"[aou]e(?=[^aeiouy\s])")
_DOUBLED = re.compile(r"(.)\1+")
_LIKE = 0.65  # of SequenceMatcher.ratio, between two spellings of one name
_FEWEST = 2  # consonants that two different spellings must share
_FULL = 2  # words of a full name
_LONG = 4  # letters of a given name that is unlike others
_MIDDLE = 3  # words of a name with something between given name and surname


fold = lru_cache(maxsize=20_000)(_fold)  # names come again and again


@lru_cache(maxsize=20_000)
def _sounded(word: str) -> str:
    """Give a name with letters of one sound made one."""
    plain = fold(word).strip(".")
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    return plain


@lru_cache(maxsize=20_000)
def consonants(word: str) -> str:
    """Give the consonants of a name, with letters of one sound made one."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _sounded(word)))


@lru_cache(maxsize=20_000)
def core(name: str) -> tuple[str, ...]:
    """Give the words of a name that tell: no 'van der', no 'al-', no 'Jr.'.

    A particle in capitals that opens the name stays, as it may be a given name.
    """
    words = [_ARTICLE.sub("", word, count=1) for word in name.split()]
    kept = [
        word
        for i, word in enumerate(words)
        if fold(word).strip(".,") not in _GENERATION
        and (fold(word) not in _PARTICLES or (i == 0 and word[0].isupper()))
    ]
    return tuple(kept or words)


def is_prefixed(word: str) -> bool:
    """Whether a word is a surname behind an article in small letters: 'al-Karim'."""
    match = _ARTICLE.match(word) if "-" in word else None
    return match is not None and word[match.end()].isupper()


@lru_cache(maxsize=20_000)
def initials(name: str) -> str | None:
    """Give the letters that a name of three words or more in capitals is shortened to."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) >= _MIDDLE else None


def is_full(name: str) -> bool:
    """Whether a name has a given name and a surname."""
    return len(core(name)) >= _FULL


@lru_cache(maxsize=20_000)
def last_word(name: str) -> str:
    """Give the surname of a Western name."""
    words = core(name)
    return words[-1] if words else ""


@lru_cache(maxsize=20_000)
def surname_sound(name: str) -> str:
    """Give what every spelling of the surname has in common: its consonants."""
    return consonants(last_word(name))


def surname_parts(name: str) -> tuple[str, ...]:
    """Give words that may stand for the surname though they are not the last word.

    The first of two surnames ('Rivas' of 'Ana Rivas Soto'), either half of a
    double one ('Berg' of 'Ida Holm-Berg').
    """
    words = core(name)
    halves = [half for word in words[1:] for half in word.split("-") if half != word and half]
    return (*words[1:-1], *halves)


@lru_cache(maxsize=20_000)
def other_parts(name: str) -> frozenset[str]:
    """Give the given name and whatever else of a full name is no surname, folded."""
    words = core(name)
    parts = (*words[:1], *surname_parts(name)) if len(words) >= _FULL else ()
    return frozenset(map(fold, parts))


def is_family_part(name: str, word: str) -> bool:
    """Whether a word is the family's name though not the last: 'Nguyen' of 'Nguyen Thi Cao'."""
    words = core(name)
    leads = len(words) >= _MIDDLE and _of_given(fold(words[0])) is None
    return fold(word) in {
        fold(each) for each in (*surname_parts(name), *words[: 1 if leads else 0])
    }


def long_surnames(name: str) -> Iterator[str]:
    """Give surnames of several words that a name may end in: 'Lo Bianco', 'van der Berg'.

    Only behind a given name that is known as one, or from a particle on: 'Maria
    Lind' may be another than 'Anna Maria Lind'.
    """
    words = name.split()
    if "-" in words[-1]:
        yield words[-1].replace("-", " ")  # 'Mr Holm Berg' of 'Ida Holm-Berg'
    for start in range(1, len(words) - 1):
        first = fold(words[start])
        behind_given = start == 1 and not _of_given(first)
        if first in _PARTICLES or behind_given:
            yield " ".join(words[start:])
            return


@lru_cache(maxsize=20_000)
def same_word(a: str, b: str) -> bool:
    """Whether two words may be spellings of one name."""
    one, other = fold(a), fold(b)
    if one == other:
        return True
    if consonants(a) != consonants(b) or len(consonants(a)) < _FEWEST:
        return False
    first, second = sorted((_sounded(a), _sounded(b)))  # the ratio is not quite symmetric
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE


@lru_cache(maxsize=20_000)
def same_surname(a: str, b: str) -> bool:
    """Whether two words may be one surname; a man's and a woman's form are two."""
    return same_word(a, b) and not _other_form(fold(a), fold(b))


def _other_form(one: str, other: str) -> bool:
    """Whether only one has the ending of women's surnames: 'Petrov', 'Petrova'."""
    ends = {word.rstrip("h")[-1:] for word in (one, other)}
    return "a" in ends and len(ends) > 1 and not ends & {"o", "e"}


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: surnames alike, given names not apart."""
    left, right = core(a), core(b)
    if not left or not right:
        return False
    if len(left) < _FULL or len(right) < _FULL:
        return same_surname(left[-1], right[-1])
    left, right = _without_initial(left, right), _without_initial(right, left)
    if len(left) == len(right) == _FULL and _is_reversed(left, right):
        return True
    if not _same_given(left[0], right[0]) or _middles_differ(left, right):
        return False
    return same_surname(left[-1], right[-1]) or _begins(left, right) or _begins(right, left)


def _without_initial(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give 'Jan Lind' for 'P. Jan Lind' where the other has no such letter before the name."""
    is_led = len(words) >= _MIDDLE and _is_initial(words[0]) and not _is_initial(words[1])
    is_apart = is_led and not _is_initial(other[0]) and words[0][0] != other[0][0]
    return words[1:] if is_apart else words


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _is_reversed(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one gives the family's name first: 'Mori Yuta', 'Yuta Mori'."""
    return fold(left[0]) == fold(right[1]) and fold(left[1]) == fold(right[0])


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name only leaves out the second surname: 'Ana Rivas', 'Ana Rivas Soto'."""
    begun = zip(short[1:], long[1:], strict=False)
    return len(short) < len(long) and all(same_surname(one, other) for one, other in begun)


def _middles_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether 'Jan K. Lind' and 'Jan P. Lind' are told apart by what stands between."""
    if len(left) != len(right) or len(left) < _MIDDLE:
        return False
    middles = zip(left[1:-1], right[1:-1], strict=True)
    return not all(_same_given(one, other) for one, other in middles)


@lru_cache(maxsize=20_000)
def _same_given(a: str, b: str) -> bool:
    if a.endswith(".") or b.endswith(".") or len(a) == 1 or len(b) == 1:
        return fold(a)[0] == fold(b)[0]
    one, other = fold(a), fold(b)
    if one == other or _variants().get(one, frozenset()) & _variants().get(other, frozenset()):
        return True
    return (same_word(a, b) or _same_hushed(one, other)) and not _apart(one, other)


def _same_hushed(one: str, other: str) -> bool:
    """Whether two given names differ in how one sound is written in French: 'Achraf', 'Ashraf'."""
    return len(one) >= _LONG and one.replace("ch", "sh") == other.replace("ch", "sh")


def unspelled(name: str) -> str:
    """Give a name in lower case with what is written for an umlaut made its vowel: 'Luethi'."""
    return _UMLAUTS.sub(lambda match: match[0][0], fold(name))


def _apart(one: str, other: str) -> bool:
    """Whether two given names that look alike are a man's and a woman's, or two women's."""
    genders = {_of_given(one), _of_given(other)} - {None}
    return len(genders) > 1 or _ending(one) != _ending(other)


def _ending(folded: str) -> str:
    """Give the vowel that makes another name of it: 'Paul', 'Paula'; 'Julia', 'Julie'."""
    last = folded.rstrip("h")[-1:]
    return last if last in {"a", "e"} else ""


def has_short_given(name: str) -> bool:
    """Whether somebody is called 'Bill' here, who elsewhere may be 'William'."""
    return fold(core(name)[0]) in _short_forms()


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(fold(name) for name in table("names")["given"]["short"])


@cache
def _variants() -> dict[str, frozenset[int]]:
    """Give for every given name the lines of the lexicon in which it stands."""
    lines: dict[str, set[int]] = defaultdict(set)
    for i, line in enumerate(table("names")["given"]["same"]):
        for name in line:
            lines[fold(name)].add(i)
    return {name: frozenset(at) for name, at in lines.items()}


# --------------------------------------------------------------------- gender


@cache
def _given() -> dict[str, str]:
    """Give `m` or `f` for every given name that only men or only women bear."""
    given = table("roles")["given_names"]
    male, female = ({fold(name) for name in given[key]} for key in ("male", "female"))
    return dict.fromkeys(male - female, "m") | dict.fromkeys(female - male, "f")


def _of_given(folded: str) -> str | None:
    known = _given()
    return known.get(folded) or known.get(folded.partition("-")[0])


def opens_with_given(name: str) -> bool:
    """Whether two words or more begin with a given name that is known as one."""
    words = core(name)
    return len(words) >= _FULL and _of_given(fold(words[0])) is not None


def may_open_with_given(name: str) -> bool:
    """Whether a name begins with a given name, be it a man's, a woman's or both ('Jan')."""
    first = fold(core(name)[0]) if name else ""
    return not _any_given().isdisjoint({first, first.partition("-")[0]})


@cache
def _any_given() -> frozenset[str]:
    given = table("roles")["given_names"]
    every = (*given["male"], *given["female"], *table("names")["given"]["either"])
    return frozenset(map(fold, every)) | _variants().keys()


@lru_cache(maxsize=20_000)
def gender(name: str) -> str | None:
    """Give `m` or `f` where a full name tells: by its given name, else by its surname."""
    words = core(name)
    told = gender_of_given(words[0], last_word(name)) if len(words) >= _FULL else None
    return told or _of_surname(fold(last_word(name)))


@lru_cache(maxsize=20_000)
def gender_of_given(given: str, surname: str) -> str | None:
    """Give what a given name tells with such a surname: `m` for 'Karen' of 'Karen Sargsyan'."""
    first, last = fold(given), fold(surname)
    abroad = (
        str(entry["gender"])
        for entry in table("names")["abroad"]
        if first in entry["given"] and last.endswith(tuple(entry["endings"]))
    )
    return next(abroad, None) or _of_given(first)


def _of_surname(folded: str) -> str | None:
    endings = table("names")["surnames"]
    for known, letter in (("female", "f"), ("male", "m")):
        for ending in endings[known]:
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                return letter
    return None
