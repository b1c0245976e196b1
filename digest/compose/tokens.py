"""A sentence as words and marks, with what tells names from other words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+(?:['’.&-]\w+)*['’]?|[^\w\s]")
_OWNER = re.compile(r"['’]s?$")
_QUOTES = '"“”„«»'
_WORDS = table("brief")["words"]
_UNNAMED = frozenset(_WORDS["unnamed"])
_COURTESIES = frozenset(_WORDS["courtesies"])


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.

    Attributes:
        low: the word in a form for comparing, without a possessive ending.
        owns: whether it had one ('Tallinn's').
        quoted: whether it stands between quotation marks.
    """

    text: str
    low: str
    owns: bool
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.text[0].isalnum()

    @property
    def is_proper(self) -> bool:
        """Whether it has a capital like a name, days and titles aside."""
        return self.text[0].isupper() and self.low not in _UNNAMED

    @property
    def is_courtesy(self) -> bool:
        """Whether it is a form of address, such as 'Mr'."""
        return self.low in _COURTESIES


def tokens(sentence: str) -> tuple[Token, ...]:
    """Take a sentence apart."""
    found: list[Token] = []
    quoted = False
    for match in _TOKEN.finditer(sentence):
        text = match[0]
        found.append(_token(text, quoted=quoted))
        if text in _QUOTES:
            quoted = not quoted
    return tuple(found)


def _token(text: str, *, quoted: bool) -> Token:
    bare = _OWNER.sub("", text) if text[0].isalnum() else text
    return Token(text, fold(bare), owns=bare != text, quoted=quoted)


def names(sentence: Sequence[Token]) -> list[tuple[int, int]]:
    """Give the runs of words with capitals, as first and one behind the last place.

    A possessive ending closes a run: in 'Tallinn's Marta Ilves' there are two.
    """
    runs: list[tuple[int, int]] = []
    start = None
    for at, token in enumerate(sentence):
        if not token.is_proper and not (token.is_word and token.text[0].isupper() and at):
            runs += [(start, at)] if start is not None else []
            start = None
            continue
        start = at if start is None else start
        if token.owns:
            runs.append((start, at + 1))
            start = None
    return runs if start is None else [*runs, (start, len(sentence))]
