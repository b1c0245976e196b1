"""An event that several articles report and none names: their words for it, and its day.

The title is the headline that says most of what the others say, the day the
one that most of their openings name. Nothing here decides who reports the same.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from digest.model import Event
from digest.situate.namings import KIND_OF, NOUN
from digest.situate.openings import HEAD
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.model import Article, Certainty, Moment, Paragraph, ParagraphKind
    from digest.situate.openings import Opening

_HALF = 0.5  # of the articles that have a word or a day, from which it is what they tell


def unnamed(
    articles: Sequence[Article],
    paragraphs: Mapping[str, Sequence[Paragraph]],
    kinds: Mapping[str, ParagraphKind],
    days: Mapping[str, Sequence[Moment]],
    told: Mapping[str, Opening],
) -> Event:
    """Make the event that some articles report together.

    Args:
        articles: two or more.
        paragraphs: of each article, in order, without furniture.
        kinds: of the paragraphs.
        days: the days that each paragraph names.
        told: each article's opening.
    """
    heads = [paragraphs[article.id][:HEAD] for article in articles]
    title = _headline(articles, told)
    named = _day([m for p in head for m in days.get(p.id, ())] for head in heads)
    day = named[0].first if named else None
    certainty: Certainty = "stated" if any(m.certainty == "stated" for m in named) else "worked out"
    kind = _kind(title)
    name = slug(title) or kind  # a headline may have no letter that a file's name can have
    return Event(
        id=f"{name}-{day}" if day else name,
        title=title,
        kind=kind,
        place=None,
        first=day,
        last=day,
        certainty=certainty,
        articles=tuple(sorted(article.id for article in articles)),
        paragraphs=tuple(dict.fromkeys(p.id for head in heads for p in head if _titles(p, kinds))),
        evidence=tuple((m.paragraph, m.span) for m in named),
    )


def _titles(paragraph: Paragraph, kinds: Mapping[str, ParagraphKind]) -> bool:
    """Whether a paragraph is a headline.

    Of those that speak of the event only these are told: which paragraphs of text
    do was judged by their wording, and must not count once more where wording decides.
    """
    return kinds[paragraph.id] == "title"


def _headline(articles: Iterable[Article], told: Mapping[str, Opening]) -> str:
    """Give the headline with the most words that most openings have, and the fewest others."""
    own = {article: told[article.id] for article in articles}
    having = Counter(form for opening in own.values() for form in opening.words)

    def key(article: Article) -> tuple[float, date, str]:
        forms = set(own[article].headline)
        told_by_most = sum(having[form] / len(own) - _HALF for form in sorted(forms))
        return -round(told_by_most, 6), article.published or date.max, article.id

    return min(own, key=key).title


def _day(named: Iterable[Iterable[Moment]]) -> list[Moment]:
    """Give the namings of the day that most openings name, the earlier of equals; maybe none.

    Args:
        named: for each article the days that its opening names.
    """
    every = [[m for m in moments if m.first == m.last] for moments in named]
    count = Counter(day for moments in every for day in {m.first for m in moments})
    if not count:
        return []
    day = min(count, key=lambda day: (-count[day], day))
    enough = count[day] > 1 and count[day] >= _HALF * len(every)
    return [m for moments in every for m in moments if m.first == day] if enough else []


def _kind(title: str) -> str:
    """Give the kind of the event noun in a headline; `report` where it has none."""
    noun = NOUN.search(title)
    return KIND_OF[noun.group().lower()] if noun else "report"
