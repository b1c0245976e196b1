"""A sentence as words and marks, with what tells names from other words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+(?:['’.&-]\w+)*['’]?|[^\w\s]")
_OWNER = re.compile(r"['’]s?$")
_QUOTES = '"“”„«»'
_WORDS = table("brief")["words"]
_GRAMMAR = table("grammar")["words"]
# Words of the grammar have a capital where they open a sentence; 'May' and 'Will' may be names.
_UNNAMED = frozenset(_WORDS["unnamed"]).union(
    *(_GRAMMAR[kind] for kind in ("openers", "determiners", "prepositions", "subordinators")),
    *(_GRAMMAR[kind] for kind in ("conjunctions", "subject_pronouns", "relative")),
)
_COURTESIES = frozenset(_WORDS["courtesies"])
_MANY = 1 << 14  # words that are remembered: a digest has few, and each many times


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


@lru_cache(_MANY)
def _token(text: str, *, quoted: bool) -> Token:
    bare = _OWNER.sub("", text) if text[0].isalnum() else text
    return Token(text, fold(bare), owns=bare != text, quoted=quoted)


def names(sentence: Sequence[Token]) -> list[tuple[int, int]]:
    """Give the runs of words with capitals and a name among them: first, one behind the last.

    A possessive ending closes a run: in 'Tallinn's Marta Ilves' there are two.
    """
    runs: list[tuple[int, int]] = []
    start = 0
    for at, token in enumerate(sentence):
        if not _has_capital(token, at):
            runs.append((start, at))
            start = at + 1
        elif token.owns:
            runs.append((start, at + 1))
            start = at + 1
    runs.append((start, len(sentence)))
    return [run for run in runs if any(token.is_proper for token in sentence[slice(*run)])]


def _has_capital(token: Token, at: int) -> bool:
    """Whether it has one that no sentence gave it: 'Prime Minister' inside a sentence, too."""
    return token.is_proper or (token.is_word and token.text[0].isupper() and at > 0)
