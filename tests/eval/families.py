"""Which paragraphs the product puts into one family, run inside this process.

A story here is a handful of articles given as lists of paragraphs. Running the
stages directly spares starting the command hundreds of times; what the command
adds is measured by the other sets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.config import Settings
from digest.model import Article
from digest.pipeline import understand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_SIGNS = re.compile(r"\W+")

Place = tuple[str, int]  # an article's id and the number of a paragraph in it
Families = dict[Place, str]


class Text(NamedTuple):
    """An article as the data sets give it."""

    id: str
    outlet: str | None
    title: str
    published: date | None
    paragraphs: Sequence[str]


def families(texts: Sequence[Text]) -> Families:
    """Run the product on one story.

    Args:
        texts: its articles, with different ids.

    Returns:
        The family of every paragraph that is shown. One that is cut as
        furniture, such as a headline among the paragraphs, has none.
    """
    digest = understand(Settings(file="digest.yml"), [article(text) for text in texts])
    family = {name: each.id for each in digest.families for name in each.members}
    places = {(text.id, letters(p)): n for text in texts for n, p in enumerate(text.paragraphs)}
    found = ((p.article, letters(p.text), p.id) for p in digest.paragraphs)
    return {
        (article, places[article, key]): family[name]
        for article, key, name in found
        if name in family and (article, key) in places
    }


def are_one(found: Families, a: Place, b: Place) -> bool:
    """Whether two paragraphs are in one family."""
    return a in found and found[a] == found.get(b)


def joined(found: Families) -> Iterator[tuple[Place, Place]]:
    """Give every two paragraphs of different articles that are in one family, once."""
    members: dict[str, list[Place]] = {}
    for place, name in sorted(found.items()):
        members.setdefault(name, []).append(place)
    for places in members.values():
        for at, a in enumerate(places):
            yield from ((a, b) for b in places[at + 1 :] if a[0] != b[0])


def letters(text: str) -> str:
    """Give a text without blanks, signs and case, to find it again by."""
    return _SIGNS.sub("", text).casefold()


def article(text: Text) -> Article:
    return Article(
        id=text.id,
        file=f"sources/{text.id}.md",
        title=text.title,
        outlet=text.outlet,
        origin=None,
        published=text.published,
        url=None,
        author=None,
        language="en",
        retrieved=None,
        body="\n\n".join(text.paragraphs),
        body_line=1,
    )
