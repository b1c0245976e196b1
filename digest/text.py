"""Pure functions on strings that several stages need; nothing here knows the story."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def squeeze(text: str) -> str:
    """Make every run of white space and control characters one blank; trim the ends."""
    return _BLANKS.sub(" ", text).strip()


def cite(text: str, *, longest: int = 60) -> str:
    """Give somebody's words for a message: quoted, cut, and harmless to a terminal."""
    whole = squeeze(text)
    cut = whole if len(whole) <= longest else whole[: longest - 1] + "…"
    plain = "".join(c if c.isprintable() else c.encode("unicode-escape").decode() for c in cut)
    return f"'{plain}'"


def fold(text: str) -> str:
    """Give a form for comparing: plain letters, no case, plain quotation marks and dashes."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.casefold()
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def slug(text: str, *, longest: int = 60) -> str:
    """Make a name for a file or an anchor: ASCII letters, digits and hyphens.

    Empty where `text` has none of these; the caller then numbers instead.
    """
    whole = _NOT_SLUG.sub("-", fold(text)).strip("-")
    return whole[:longest].rstrip("-")


def numbered_slugs(texts: Iterable[str], fallback: str) -> dict[str, str]:
    """Give every text a slug of its own: those that would be alike get numbers.

    Args:
        texts: each once; their order does not matter.
        fallback: the slug of a text that has nothing for one.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for text in sorted(texts):
        base = slug(text) or fallback
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        names[text] = name
    return names


# Letters that Unicode does not take apart, as papers write them that have no such letters.
_STROKED = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i"}
_STROKED |= {"þ": "th", "æ": "ae", "œ": "oe"}
_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        **_STROKED,
        **{letter.upper(): plain for letter, plain in _STROKED.items()},
    }
)


_SHORTEST_STEM = 3
_VOWEL = re.compile(r"[aeiouy]")
_WORDS = 1 << 14  # whose stems are remembered: a digest has few words, and each many times


@lru_cache(_WORDS)
def stem(word: str) -> str:
    """Take the endings off an English word, so that its inflections compare equal.

    A light stemmer in the manner of Porter's first step: the plural, then the
    past or the participle and the doubled consonant that it may have left
    ('skipped' and 'skip'), then a final e.
    """
    low = _singular(fold(word))
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        base = low.removesuffix(ending)
        if base != low and len(base) >= _SHORTEST_STEM and _VOWEL.search(base):
            low = base[:-1] + "y" if ending == "ed" and base[-1] == "i" else base
            break
    if len(low) > _SHORTEST_STEM and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return low.removesuffix("e") if len(low) > _SHORTEST_STEM else low


def _singular(low: str) -> str:
    if low.endswith("ies") and len(low) - 2 > _SHORTEST_STEM:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > _SHORTEST_STEM:
        return low[:-1]
    return low
