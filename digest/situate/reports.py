"""Which articles report the same event, told from what their openings have in common.

A word weighs the more, the fewer openings have it (tf-idf): so what look-alikes
share, two award nights or two strikes, tells nothing, and what only some of them
have decides. Copies of one text count once, or a word would seem less rare the more
outlets print it. One of many clusters is weighed once more by itself, for in a digest
of many stories two look-alikes seem one. Nothing here knows about places and days
beyond their words; see `events`.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from digest.situate.clusters import clusters, cover, unit
from digest.situate.openings import DAY, EVENT, NAME, NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.model import Article
    from digest.situate.clusters import Interval, Vector
    from digest.situate.openings import Opening

_TELLS = {EVENT: 4.0, NAME: 2.0, DAY: 2.0, NUMBER: 1.5}  # how much a form tells; others 1
_ALIKE = 0.08  # mean cosine of what two clusters report, from which it is the same
_COPIED = 0.9  # mean cosine from which texts are copies of one, whose words count once
_LONGEST = 60  # days between reports of one event; next year's summit is another
_STORY = 0.2  # the least rarity: what all openings have says that they are of one story
_MANY = 500  # openings; a word that more of them have weighs little, and takes time squared
_FEW = 4  # openings of which one's own words count in full; fewer words are shared by fewer
_PART = 3  # of this many parts, a cluster that is no more than one is weighed again
_LEAST = 4  # articles worth weighing again


def reports(
    articles: Sequence[Article], told: Mapping[str, Opening]
) -> tuple[tuple[str, ...], ...]:
    """Group the articles whose main event is the same.

    Args:
        articles: in any order.
        told: the opening of each, by its id.

    Returns:
        Groups of ids, each article in one, alone where no other reports the same.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    return tuple(tuple(a.id for a in group) for group in _grouped(ordered, told))


def _grouped(articles: Sequence[Article], told: Mapping[str, Opening]) -> list[list[Article]]:
    bags: list[Counter[str]] = [told[article.id].words for article in articles]
    days = [_day(article) for article in articles]
    texts = clusters(_vectors(bags), days, least=_COPIED, longest=_LONGEST)
    merged = [reduce(or_, (bags[i] for i in text)) for text in texts]
    spans = [reduce(cover, (days[i] for i in text)) for text in texts]
    found: list[list[Article]] = []
    for group in clusters(_vectors(merged), spans, least=_ALIKE, longest=_LONGEST):
        members = [articles[i] for i in sorted(i for text in group for i in texts[text])]
        again = len(members) >= _LEAST and len(members) * _PART <= len(articles)
        found += _grouped(members, told) if again else [members]
    return found


def _vectors(bags: Sequence[Counter[str]]) -> list[Vector]:
    """Weigh words by their rarity; those that nobody shares, or many do, only add to the length.

    The rarity is smoothed and unshared words fade as openings grow in number:
    among two articles it tells much that a word is one's own, among twenty nearly
    nothing, since every writer has words that no other has.
    """
    found = Counter(form for bag in bags for form in bag)
    own = min(1.0, _FEW / len(bags)) if bags else 1.0
    weighed = [
        unit(
            {
                form: (1 + math.log(count))
                * max(_STORY, math.log((len(bags) + 2) / found[form]))
                * _TELLS.get(form[0], 1.0)
                * (own if found[form] == 1 else 1.0)
                for form, count in bag.items()
            }
        )
        for bag in bags
    ]
    return [{form: x for form, x in v.items() if 1 < found[form] <= _MANY} for v in weighed]


def _day(article: Article) -> Interval | None:
    day = article.published.toordinal() if article.published else None
    return None if day is None else (day, day)
