"""Tells whether a label and an export mean the same speaker.

Labels name persons ('Maria Zakharova'), institutions ('Russian Foreign
Ministry') and roles ('senior Russian diplomat'). Persons are the same when their
surnames are, whatever the transliteration and unless their given names speak
against it. Institutions and roles are the same when one phrase holds all words
of the other, the label's head noun among them: 'the Foreign Ministry' is the
'Armenian Foreign Ministry', 'Kremlin spokesman' is not 'Kremlin aide'. A place
that stands for its government ('Moscow') is only itself.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ARTICLES = frozenset({"the", "a", "an"})
LINKS = frozenset(
    {"of", "in", "for", "at", "to", "from", "on", "by", "with", "and", "as", "near", "under"}
)
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "when", "where"})
EMPTY = ARTICLES | LINKS | {"affairs"}
PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "ibn", "la", "le", "van", "von"]
)
_TITLES = """
    mr mrs ms miss dr sir lady lord president premier prime minister vice deputy senator sen rep
    representative gov governor gen general colonel ambassador secretary chairman chairwoman chair
    spokesman spokeswoman spokesperson speaker judge justice king queen prince princess pope bishop
    chancellor mayor chief aide adviser advisor leader director envoy commissioner professor prof
    congressman congresswoman candidate diplomat foreign defense defence
"""
_INSTITUTIONS = """
    ministry government office service department council parliament assembly committee commission
    court agency party organization organisation union nations states administration authorities
    officials official army forces police congress senate house embassy federation republic bank
    company group institute university center centre association alliance kingdom treaty security
    state board bureau cabinet campaign presidency news press media radio
"""
TITLES = frozenset(_TITLES.split())
INSTITUTIONS = frozenset(_INSTITUTIONS.split())
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
FULL = 2  # words of a full name
TELLING = 6  # consonants that make a name known however it is spelt
STEM = 5  # letters that two forms of one word must share at least ('russia', 'russian')
ENDING = 3  # letters by which they may differ

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
FULL_NAME = re.compile(r"\b[A-Z]\w+(?:[ -][A-Z]\w+){2,}")
# Letters of their own, which have no accent to lose.
STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
# Consonants that several alphabets write otherwise: 'Dzhokhar' and 'Jokhar'.
CONSONANTS = (("dzh", "j"), ("kh", "h"), ("zh", "z"), ("w", "v"), ("q", "k"), ("ck", "k"))
VOWELS = re.compile(r"[aeiouy]")
DOUBLED = re.compile(r"(.)\1+")
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")  # 'N.A.T.O.'
TRANSLITERATIONS = (
    (re.compile("kh"), "h"),
    (re.compile("(?<=[aou])e(?![aeiou])"), ""),  # 'Luethi' for 'Lüthi'
    (re.compile("ow(?=[^aeiou])"), "ou"),  # 'Chowdhury'
    (re.compile("x"), "ks"),
    (re.compile("[yj]"), "i"),
    (re.compile("i+"), "i"),
    (re.compile("^ie"), "e"),
    (re.compile("(?<=[aeou])i(?=[aeou])"), ""),
    (re.compile("enka$"), "enko"),
    (re.compile("isation"), "ization"),
)


def fold(word: str) -> str:
    """Give one spelling to words that only differ in transliteration.

    Args:
        word: a word in Latin letters.

    Returns:
        The folded form, for comparing only: 'pashinian' for 'Pashinyan'.
    """
    plain = unicodedata.normalize("NFKD", word.casefold().translate(STROKED))
    letters = "".join(c for c in plain if c.isalnum())
    for pattern, instead in TRANSLITERATIONS:
        letters = pattern.sub(instead, letters)
    return letters


def same_speaker(label: str, speaker: str) -> bool:
    """Tell whether a speaker is the one whom a label names.

    Args:
        label: a name, institution or role out of a labels file.
        speaker: the name that the export gives.
    """
    if _folded(label) == _folded(speaker):
        return bool(_folded(label))
    who, whom = person(label), person(speaker)
    if who and whom:
        return _same_person(who, whom)
    return max(len(who), len(whom)) < FULL and _same_phrase(label, speaker)


def person(name: str) -> tuple[str, ...]:
    """Find the personal name at the end of a name.

    Args:
        name: a name that may begin with a role: 'Kremlin spokesman Dmitry Peskov'.

    Returns:
        Its words ('Dmitry', 'Peskov'), titles and suffixes left out; empty for
        institutions and roles. A lone capitalised word may be a place as well.
    """
    words = [word for word in _words(name) if word.casefold() not in SUFFIXES]
    tail = list(takewhile(_in_a_name, reversed(words)))[::-1]
    before = words[len(words) - len(tail) - 1] if len(tail) < len(words) else ""
    return () if before.casefold() in ARTICLES | LINKS else tuple(tail)


def is_named(name: str) -> bool:
    """Tell whether a name is a person's full name: two words or more."""
    return len(person(name)) >= FULL


def same_side(label: str, side: str | None) -> bool:
    """Tell whether two sides are one; an organisation may go by its initials.

    A party may go without the word, and an apostrophe may be straight.

    Args:
        label: the `country` of a label.
        side: the side that the export gives, None where it gives none.
    """
    return side is not None and _plain_side(label) in {
        _plain_side(side),
        _plain_side(_initials(side)),
    }


def _plain_side(side: str) -> str:
    return side.casefold().replace("’", "'").removesuffix(" party")


def head_noun(phrase: str) -> str:
    """Give the head of a noun phrase, folded.

    Args:
        phrase: such as 'the press service of the Armenian government'.

    Returns:
        The last word before the first preposition or relative pronoun
        ('service'), or of the whole phrase where it begins with one.
    """
    words = [word for word in _words(phrase) if word.casefold() not in ARTICLES]
    front = list(takewhile(lambda word: word.casefold() not in LINKS | RELATIVES, words))
    chosen = front or words
    return fold(chosen[-1]) if chosen else ""


def _words(text: str) -> list[str]:
    plain = DOTTED.sub(lambda m: m[0].replace(".", ""), text)
    return WORD.findall(POSSESSIVE.sub("", plain))


def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _words(text) if word.casefold() not in ARTICLES)


def _in_a_name(word: str) -> bool:
    low = word.casefold()
    if low in PARTICLES:
        return True
    return word[0].isupper() and low not in TITLES | INSTITUTIONS | ARTICLES | LINKS


def _same_person(who: Sequence[str], whom: Sequence[str]) -> bool:
    both_given = len(who) > 1 and len(whom) > 1
    if both_given and _sound_alike(who, whom):
        return True
    if fold(who[-1]) != fold(whom[-1]):
        return False
    return not both_given or fold(who[0])[0] == fold(whom[0])[0]


def _sound_alike(who: Sequence[str], whom: Sequence[str]) -> bool:
    """Whether given name and surname have the same consonants, and enough of them."""
    one, other = ((_skeleton(name[0]), _skeleton(name[-1])) for name in (who, whom))
    return one == other and len("".join(one)) >= TELLING


def _skeleton(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold().translate(STROKED))
    for some, other in CONSONANTS:
        letters = letters.replace(some, other)
    return DOUBLED.sub(r"\1", VOWELS.sub("", "".join(c for c in letters if c.isalnum())))


def _same_phrase(label: str, speaker: str) -> bool:
    short = _initials(label), _initials(speaker)
    ways = ((label, speaker), (short[0], speaker), (label, short[1]))
    return any(_shares_head(a, b) for a, b in ways)


def _shares_head(label: str, speaker: str) -> bool:
    ours, theirs = _content(label), _content(speaker)
    if len(ours) == 1 or not theirs:
        return ours == theirs
    head = head_noun(label)
    if not any(_alike(head, word) for word in theirs):
        return False
    return _covers(theirs, ours) or _covers(ours, theirs)


def _content(phrase: str) -> set[str]:
    return {fold(word) for word in _words(phrase) if word.casefold() not in EMPTY}


def _covers(larger: Iterable[str], smaller: Iterable[str]) -> bool:
    larger = set(larger)
    return all(any(_alike(word, other) for other in larger) for word in smaller)


def _alike(one: str, other: str) -> bool:
    """Tell whether two folded words are forms of one word ('russia', 'russian')."""
    short, long = sorted((one, other), key=len)
    if len(short) < STEM:
        return one == other
    return long.startswith(short) and len(long) - len(short) <= ENDING


def _initials(phrase: str) -> str:
    """Shorten every full name of three capitalised words or more to its initials."""
    return FULL_NAME.sub(lambda m: "".join(w[0] for w in re.split("[ -]", m[0])), phrase)
