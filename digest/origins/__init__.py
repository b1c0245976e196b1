"""Who wrote each article, and which articles are copies of one another.

An outlet that prints an agency's text has not written it: two outlets may have one
origin. Credits tell it (`credits`), in the names that the editor gives to outlets
(`houses`), and so do the texts, where one has the other's words (`runs`). What nothing
tells stays unknown: that an outlet published a text does not say that it wrote it.
Which paragraphs fold into which is `fold`'s business, and does not depend on this.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from digest.model import Copied, Origin
from digest.origins import runs
from digest.origins.credits import Credit, Lines, credit
from digest.origins.houses import Houses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.config import OutletSetting
    from digest.model import Article, Label, Paragraph

_HALF = 1 / 2
_OWNER = "photo-owner"  # the rule of cleaning for '© Baltwire'

COPY = "copy"
"""The rule of an origin that is known from the article with the same text."""


def origins(
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    outlets: Sequence[OutletSetting],
) -> tuple[tuple[Origin, ...], tuple[Copied, ...]]:
    """Find who wrote each article, and the copies.

    Args:
        articles: in any order.
        paragraphs: of all articles, those of one article in its order.
        labels: what `clean` says of each paragraph.
        outlets: what the editor says of outlets.

    Returns:
        One origin for each article in their order, and each pair of articles that share
        at least half of the eight-word runs of the shorter one, by their ids.
    """
    pages = _pages(articles, paragraphs, labels)
    named = (name for article in articles for name in (article.outlet, article.origin) if name)
    houses = Houses(outlets, named)
    told = {page.article.id: credit(page, houses) for page in pages}
    texts = {page.article.id: " ".join(each.text for each in page.text) for page in pages}
    judge = _Judge(articles, told, houses)
    copied = sorted((judge.copied(pair) for pair in runs.pairs(texts)), key=_ids)
    return judge.origins(copied), tuple(copied)


def _ids(copied: Copied) -> tuple[str, str]:
    return copied.article, copied.of


def _pages(
    articles: Sequence[Article], paragraphs: Sequence[Paragraph], labels: Sequence[Label]
) -> list[Lines]:
    by_id = {label.paragraph: label for label in labels}
    own: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        own[paragraph.article].append(paragraph)
    return [_page(article, own[article.id], by_id) for article in articles]


def _page(article: Article, paragraphs: Sequence[Paragraph], labels: Mapping[str, Label]) -> Lines:
    text = [each for each in paragraphs if labels[each.id].kind == "text"]
    last = text[-1].number if text else -1

    def is_picture(each: Paragraph) -> bool:
        """Whether it credits a picture; '© Baltwire' below the text is as good a credit of that."""
        label = labels[each.id]
        below = label.rule == _OWNER and each.number > last
        return each.block == "image" or (label.kind == "caption" and not below)

    return Lines(article, [each for each in paragraphs if not is_picture(each)], text, labels)


class _Judge:
    """Decides which of two articles was first, and whose an article is."""

    def __init__(
        self, articles: Sequence[Article], told: Mapping[str, Credit | None], houses: Houses
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._credits = told
        self._houses = houses

    def copied(self, pair: runs.Pair) -> Copied:
        """Tell the copy from the original: which one is credited, an agency's, or earlier."""
        a, b = pair.shorter, pair.longer
        if (self._borrows(a, b), *self._age(a)) > (self._borrows(b, a), *self._age(b)):
            return Copied(article=a, of=b, taken=pair.share, given=pair.back)
        return Copied(article=b, of=a, taken=pair.back, given=pair.share)

    def origins(self, copied: Sequence[Copied]) -> tuple[Origin, ...]:
        """Give the origin of each article, from its credits or else from its original."""
        earlier, later = defaultdict[str, list[Copied]](list), defaultdict[str, list[Copied]](list)
        for each in copied:
            earlier[each.article].append(each)
            later[each.of].append(each)
        return tuple(self._origin(name, earlier, later) for name in self._articles)

    def _origin(
        self, name: str, earlier: Mapping[str, list[Copied]], later: Mapping[str, list[Copied]]
    ) -> Origin:
        outlet = self._articles[name].outlet
        original = self._original(name, earlier)
        found = self._credits[name] or self._lent(original) or self._told_later(name, later)
        return Origin(
            article=name,
            name=found.name if found else None,
            outlet=self._houses.called(outlet) if outlet else None,
            counts_as=self._counts_as(name if found or original is None else original, found),
            rule=found.rule if found else None,
            paragraph=found.paragraph if found else None,
        )

    def _original(self, name: str, earlier: Mapping[str, list[Copied]]) -> str | None:
        """Give the article that another one reprints; one that reprints nothing itself, if any."""
        reprinted = [each for each in earlier.get(name, ()) if each.is_reprint]

        def rank(each: Copied) -> tuple[bool, float, tuple[date, bool, str]]:
            is_copy = any(other.is_reprint for other in earlier.get(each.of, ()))
            return is_copy, -each.taken, self._age(each.of)

        return min(reprinted, key=rank).of if reprinted else None

    def _lent(self, original: str | None) -> Credit | None:
        known = self._credits[original] if original is not None else None
        return Credit(known.name, COPY, None) if known is not None else None

    def _told_later(self, name: str, later: Mapping[str, list[Copied]]) -> Credit | None:
        """Take the credit of a later print of the same text, if it is not the printer's own."""
        for each in later.get(name, ()):
            known, outlet = self._credits[each.article], self._articles[each.article].outlet
            if each.given < _HALF or known is None:
                continue
            if outlet is None or self._houses.house(known.name) != self._houses.house(outlet):
                return Credit(known.name, COPY, None)
        return None

    def _counts_as(self, name: str, found: Credit | None) -> str:
        """Give the house of whoever wrote it or else published it; the article, if nobody."""
        known = found or self._credits[name]
        house = known.name if known else self._articles[name].outlet
        return f"house:{self._houses.house(house)}" if house else f"article:{name}"

    def _borrows(self, name: str, other: str) -> bool:
        """Whether an article credits the outlet of another that is not of its own house."""
        known, lender = self._credits[name], self._articles[other].outlet
        if known is None or lender is None:
            return False
        own = self._articles[name].outlet
        house = self._houses.house(lender)
        is_own = own is not None and self._houses.house(own) == house
        return self._houses.house(known.name) == house and not is_own

    def _age(self, name: str) -> tuple[date, bool, str]:
        """Order articles: the first published, of one day an agency's."""
        article = self._articles[name]
        is_agency = article.outlet is not None and self._houses.is_agency(article.outlet)
        return article.published or date.max, not is_agency, article.id
