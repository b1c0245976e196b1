"""All that is published of a digest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digest.model.cited import Excerpt, Link
    from digest.model.feeds import Feed
    from digest.model.pages import Page
    from digest.model.statements import Person, Statement


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement in the table of all, folded ones, too.

    Attributes:
        entry: where it stands on the site.
        day: the day it was said; None where it is not one day.
        keeper: the id of the paragraph that it is folded into; None where it is shown itself.
    """

    statement: Statement
    speaker: Person
    entry: Link
    day: date | None
    cited: Excerpt
    keeper: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Every statement of a digest, in the order of the sources.

    Attributes:
        path: of its file below `docs/`.
    """

    path: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Every page of a digest; `nav` lists those in the navigation, in order.

    Attributes:
        feeds: of the digest, and of each section.
        table: of the statements.
    """

    title: str
    pages: tuple[Page, ...]
    nav: tuple[Link, ...]
    feeds: tuple[Feed, ...] = ()
    table: Table | None = None
