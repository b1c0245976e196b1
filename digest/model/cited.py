"""Words of a source on a page, whence and whose they are, and ways to other places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.model.days import Certainty
    from digest.model.statements import Medium, StatementKind


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place of the site.

    Attributes:
        text: what the link says.
        page: the page's path below `docs/`, such as `people/jane-doe.md`.
        anchor: an id on that page, or empty.
    """

    text: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day on a page: shown as '23 November 2023', with a note if worked out."""

    first: date
    last: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Mark:
    """Where words come from.

    Attributes:
        outlet: as shown; 'Unknown outlet' where nobody said.
        title: the article's title.
        published: the day of publication.
        file: the source file and `line` the line in it.
        page: the source's page, `anchor` the paragraph's place on it.
        url: where the article stands on the web.
        outlet_page: the outlet's page; None where nobody said which it is.
    """

    outlet: str
    title: str
    published: date | None
    file: str
    line: int
    page: str
    anchor: str
    url: str | None = None
    outlet_page: str | None = None


class Tally(NamedTuple):
    """How many reports tell something, how many outlets published them and who wrote them.

    Attributes:
        outlets: different ones; a report that does not say its outlet adds none.
        origins: a reprint counts as what it reprints; what nobody is known to have
            written counts as its outlet's own.
    """

    reports: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article with the text of another.

    Attributes:
        whole: whether that is at least half of the later one's text.
    """

    link: Link
    outlet: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Verbatim words of a source.

    Attributes:
        paragraph: the paragraph's id.
        text: its text, or whole sentences of it.
        language: of the words, as a BCP 47 tag.
        rest: how many words the paragraph goes on that are not to be shown.
    """

    paragraph: str
    text: str
    language: str
    mark: Mark
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Byline:
    """Who speaks in an entry: the name, the role as reported, the side, the page.

    Attributes:
        page: None where a speaker has none: somebody whom the article leaves unnamed.
        medium: where it was said; None where the text does not tell.
    """

    name: str
    role: str | None
    side: str | None
    page: str | None
    kind: StatementKind
    medium: Medium | None = None
