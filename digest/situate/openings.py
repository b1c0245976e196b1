"""What the openings of articles tell, as words that can be compared between articles.

News tells its main event first, so the head of an article stands for it. A word
carries a mark for what it is: a name, a number or a day tells more of an event
than other words do, and an event named with its place or day more than these.
Nothing here compares; see `reports`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.situate.places import is_headline
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Article, Moment, Paragraph, ParagraphKind

# What a marked form begins with; a plain stem begins with a letter.
NAME, NUMBER, DAY, EVENT = "^", "=", "#", "!"

HEAD = 8  # paragraphs of an article that stand for its main event
_DATED = 4  # of them, those whose dates count in a byline, too: 'Updated May 3, 2031'
_OFTEN = 2  # times as often with a capital as without: then a word is a name
_SHORTEST = 2  # letters of a word that tells something
_WEEK, _MONTH, _YEAR = timedelta(days=6), timedelta(days=31), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Opening:
    """The telling words at the head of an article, in their marked forms.

    Attributes:
        headline: those of its headline.
        words: how often each stands in the headline and the first paragraphs.
    """

    headline: tuple[str, ...]
    words: Counter[str]


def openings(
    articles: Iterable[Article],
    paragraphs: Sequence[Paragraph],
    kinds: Mapping[str, ParagraphKind],
    days: Mapping[str, Sequence[Moment]],
) -> dict[str, Opening]:
    """Read the head of every article.

    Args:
        articles: whose openings are wanted.
        paragraphs: of all articles, in order, without boilerplate.
        kinds: of the paragraphs; of a byline only the dates count.
        days: the days that each paragraph names, in the order of the text.

    Returns:
        By the id of the article.
    """
    names = _names(paragraphs)
    titles = {a.id: tuple(form for _, form in _forms(a.title, names)) for a in articles}
    told = {name: Opening(title, Counter(title)) for name, title in titles.items()}
    read: Counter[str] = Counter()
    for paragraph in paragraphs:
        read[paragraph.article] += 1
        here, bag = read[paragraph.article], told[paragraph.article].words
        if here > HEAD:
            continue
        moments = days.get(paragraph.id, ())
        if kinds[paragraph.id] != "byline":
            bag.update(_outside(moments, _forms(paragraph.text, names)))
        elif here > _DATED:
            continue
        bag.update(form for moment in moments for form in _calendar(moment))
    return told


def _names(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Find the words that running text mostly writes with a capital."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for paragraph in paragraphs:
        if not is_headline(paragraph.text):
            for match in _WORD.finditer(paragraph.text):
                word = match.group()
                (capital if word[0].isupper() else small)[_plain(word)] += 1
    return frozenset(word for word, count in capital.items() if count > _OFTEN * small[word])


def _forms(text: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Give the marked forms of a text's telling words, with their offsets."""
    for match in _WORD.finditer(text):
        low = _plain(match.group())
        if low[:1].isdigit():
            yield match.start(), NUMBER + low.replace(",", "")
        elif low not in _COMMON and len(low) >= _SHORTEST:
            yield match.start(), NAME + low if low in names else stem(low)


@lru_cache(1 << 16)
def _plain(word: str) -> str:
    return fold(word).removesuffix("'s")


def _outside(moments: Sequence[Moment], forms: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Give the forms that are no part of a day's name; both come in the text's order."""
    ahead = iter(moments)
    moment = next(ahead, None)
    for at, form in forms:
        while moment is not None and moment.span.end <= at:
            moment = next(ahead, None)
        if moment is None or at < moment.span.start:
            yield form


def _calendar(moment: Moment) -> Iterator[str]:
    """Give the day, the month and the year that a moment lies in, as far as it tells them."""
    length = moment.last - moment.first
    if length <= _WEEK:
        yield f"{DAY}{moment.first}"
    if length <= _MONTH:
        yield f"{DAY}{moment.first:%Y-%m}"
    if length <= _YEAR:
        yield f"{DAY}{moment.first:%Y}"


_COMMON = frozenset(table("comparison")["words"]["stop"]) | frozenset(
    table("events")["words"]["common"]
)
_WORD = re.compile(r"\d+(?:[.,:-]\d+)*|[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
