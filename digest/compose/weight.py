"""How much a sentence weighs: what most origins tell, the newest and the most central first."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from digest.text import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.compose.written import Written
    from digest.index import Index
    from digest.model import Entry

_HALF = 3  # days after which news weighs half
_OLD = 30  # days after which what was to come has come
_LEAST = 0.25  # what a sentence weighs that no other origin tells any word of
_ASIDE = 0.15  # centrality of an entry below which nobody else cares for what it tells
_ENOUGH = 8  # words that tell something
_LETTERS = 4  # of a word that counts
_REPEAT = 0.6  # of a sentence's words that an earlier text has, too: a repeat
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> set[str]:
    """Give the stems of the longer words, for comparing."""
    return {stem(word) for word in _WORD.findall(text) if len(word) >= _LETTERS}


def repeats(own: set[str], told: set[str]) -> bool:
    """Whether some words tell little that others have not told."""
    return len(own & told) >= _REPEAT * len(own)


class Weight:
    """Weighs the sentences of one digest."""

    def __init__(self, index: Index, written: Written) -> None:
        self._index = index
        self._written = written
        self._place = _places(index)
        self._rare, self._tellers = _spread(index, written)
        self._origins = len({written.origin(article).counts_as for article in index.articles})
        days = [a.published for a in index.articles.values() if a.published is not None]
        self._first, self._latest = min(days, default=date.min), max(days, default=date.min)

    def of(self, entry: Entry, sentence: str, paragraph: str) -> float:
        """Weigh a sentence of one of an entry's paragraphs: a number above 0."""
        origins = entry.told.origins if entry.told is not None else 1
        matter = _LEAST + self.centrality(sentence, paragraph)
        return (1 + origins) * self.newness(entry) * self.prominence(entry) * matter

    def matters(self, entry: Entry) -> bool:
        """Whether several origins tell it, or use many of its words: else it is an aside."""
        if entry.told is not None and entry.told.origins > 1:
            return True
        return self.centrality(entry.excerpt.text, entry.excerpt.paragraph) >= _ASIDE

    def newness(self, entry: Entry) -> float:
        """Give 1 for what the newest report tells, half for three days before, a third for nine.

        Where nobody knows the day it counts as the oldest.
        """
        return 1 / (1 + math.log2(1 + self._age(entry) / _HALF))

    def is_old(self, entry: Entry) -> bool:
        """Whether it was told so long before the newest that what was to come has come."""
        return self._age(entry) > _OLD

    def _age(self, entry: Entry) -> int:
        days = [self._published(paragraph) for paragraph in members(entry)]
        return (self._latest - max(day or self._first for day in days)).days

    def prominence(self, entry: Entry) -> float:
        """Give 1 for what an article opens with, and less the further down it stands."""
        return 1 / math.sqrt(1 + self.place(entry))

    def place(self, entry: Entry) -> int:
        """Give how far up it stands in one of its articles; 0 for an opening."""
        return min(map(self.place_of, members(entry)))

    def place_of(self, paragraph: str) -> int:
        """Give how many shown paragraphs of its article stand before one."""
        return self._place[paragraph]

    def centrality(self, sentence: str, paragraph: str) -> float:
        """Give the part of a sentence's words that other origins use, from 0 to 1.

        Each word weighs its rarity among the paragraphs of the digest (the centroid of
        Radev and others, 2004, with other origins in the place of other documents), so
        that neither agencies' copies nor words that stand everywhere make a centre.
        """
        own = words(sentence)
        # As if it had enough words: what two out of three tell alike is no centre.
        whole = sum(self._rare[word] for word in sorted(own)) * max(1, _ENOUGH / (len(own) or 1))
        others = self._origins - 1
        if not others or not whole:
            return min(1, len(own) / _ENOUGH)
        teller = self._origin(paragraph)
        shared = (
            self._rare[word] * (len(self._tellers[word]) - (teller in self._tellers[word]))
            for word in sorted(own)
        )
        return sum(shared) / (whole * others)

    def _origin(self, paragraph: str) -> str:
        return self._written.origin(self._index.paragraphs[paragraph].article).counts_as

    def _published(self, paragraph: str) -> date | None:
        return self._index.articles[self._index.paragraphs[paragraph].article].published


def members(entry: Entry) -> tuple[str, ...]:
    """Give the paragraphs of an entry, the shown one first."""
    return (entry.excerpt.paragraph, *(copy.excerpt.paragraph for copy in entry.copies))


def _places(index: Index) -> Mapping[str, int]:
    """Number the shown paragraphs of each article from 0."""
    return {
        paragraph.id: at
        for own in index.own.values()
        for at, paragraph in enumerate(p for p in own if p.id in index.family_of)
    }


def _spread(index: Index, written: Written) -> tuple[Mapping[str, float], Mapping[str, set[str]]]:
    """Give how rare each word is among the shown paragraphs, and the origins that use it."""
    among: Counter[str] = Counter()
    tellers = defaultdict[str, set[str]](set)
    for name in index.family_of:
        paragraph = index.paragraphs[name]
        own = words(paragraph.text)
        among.update(own)
        for word in own:
            tellers[word].add(written.origin(paragraph.article).counts_as)
    total = len(index.family_of)
    return defaultdict(float, {w: math.log(1 + total / n) for w, n in among.items()}), tellers
