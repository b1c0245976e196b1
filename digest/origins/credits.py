"""Finds the words with which an article says who wrote it.

The knowledge is `data/origins.toml`. What `clean` took for a line of the page is
looked at, too: that is where credits stand. Whom a single statement is credited to
('told Baltwire') is a medium, and `attribute`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from digest.lexicon import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digest.lexicon import Rule
    from digest.model import Article, Label, Paragraph
    from digest.origins.houses import Houses

_HEAD = 3
"""Paragraphs of text among which a dateline stands: a teaser may stand above it."""

_CLOSING = 2
"""Last paragraphs of text that may say where it was published first."""

_SHORT = 12
"""Words of a line that may be a byline though it was taken for text."""

FRONT_MATTER = "front-matter"


class Credit(NamedTuple):
    """Who wrote an article, the rule that found it, and the paragraph's id."""

    name: str
    rule: str
    paragraph: str | None


class Lines(NamedTuple):
    """An article with its paragraphs but pictures and captions, and those that are text."""

    article: Article
    paragraphs: Sequence[Paragraph]
    text: Sequence[Paragraph]
    labels: Mapping[str, Label]


def credit(page: Lines, houses: Houses) -> Credit | None:
    """Find who wrote an article; None where it does not say."""
    if page.article.origin is not None:
        return Credit(houses.called(page.article.origin), FRONT_MATTER, None)
    found = (_found(rule, page, houses) for rule in rules("origins"))
    return next((each for each in found if each is not None), None)


def _found(rule: Rule, page: Lines, houses: Houses) -> Credit | None:
    if rule.extra.get("weak") and _has_writer(page):
        return None
    for paragraph, text in _PLACES[rule.extra["where"]](page):
        match = rule.pattern.search(text)
        name = _name(match.groupdict().get("name"), rule, page, houses) if match else None
        if name is not None:
            return Credit(name, rule.id, paragraph)
    return None


def _name(words: str | None, rule: Rule, page: Lines, houses: Houses) -> str | None:
    """Give the name that a rule found as the editor calls it; None where it is no outlet's."""
    kind = rule.extra["name"]
    if kind == "own":
        return houses.called(page.article.outlet) if page.article.outlet else None
    name = (words or "").strip(" .,-–—’'")
    return houses.called(name) if name and _fits(name, kind, houses) else None


def _fits(name: str, kind: str, houses: Houses) -> bool:
    match kind:
        case "agency":
            return houses.is_agency(name)
        case "known":
            return houses.is_known(name)
        case "outlet":
            return houses.is_outlet(name)
        case _:
            return True


def _has_writer(page: Lines) -> bool:
    named = (page.labels[paragraph.id].rule or "" for paragraph in page.paragraphs)
    return page.article.author is not None or any(rule in _WRITERS for rule in named)


# The rules of cleaning that find a writer by name.
_WRITERS = frozenset({"author", "byline", "byline-name", "byline-staff", "date-and-writer"})

_BY = "By "

_Places = Iterable[tuple[str | None, str]]


def _dateline(page: Lines) -> _Places:
    last = page.text[:_HEAD][-1].number if page.text else -1
    return ((each.id, each.text) for each in page.paragraphs if each.number <= last)


def _byline(page: Lines) -> _Places:
    if page.article.author is not None:
        yield None, page.article.author
        yield None, _BY + page.article.author
    ends = {each.id for each in (*page.text[:_HEAD], *page.text[-_CLOSING:])}
    inside = {each.id for each in page.text}
    for each in page.paragraphs:
        is_short = each.id in ends and len(each.text.split()) <= _SHORT
        if each.id not in inside or is_short:
            yield each.id, each.text
            if page.labels[each.id].kind == "byline":
                yield each.id, _BY + each.text


def _credit(page: Lines) -> _Places:
    inside = {each.id for each in page.text[:-_CLOSING]}
    return ((each.id, each.text) for each in page.paragraphs if each.id not in inside)


def _end(page: Lines) -> _Places:
    last = page.text[-1].number if page.text else -1
    return ((each.id, each.text) for each in page.paragraphs if each.number >= last)


_PLACES: Mapping[str, Callable[[Lines], _Places]] = {
    "dateline": _dateline,
    "byline": _byline,
    "credit": _credit,
    "end": _end,
}
