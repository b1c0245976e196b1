"""The page that is being made, as far as words on it depend on it.

Where it stands decides each way to another page; which articles its marks name decides
the cards that stand at its end. What a card says is its template's part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import Mark


class Card(NamedTuple):
    """What a source mark opens: its id on the page, and which article it tells of."""

    id: str
    mark: Mark


class Cards:
    """The articles that the marks of one page name, each once, as they are named."""

    def __init__(self) -> None:
        self._ids: dict[str, Card] = {}

    def of(self, mark: Mark) -> Card:
        """Give the card of a mark's article."""
        return self._ids.setdefault(mark.page, Card(f"s{len(self._ids) + 1}", mark))

    def __iter__(self) -> Iterator[Card]:
        return iter(self._ids.values())


class Here(NamedTuple):
    """The page that is being made.

    Attributes:
        path: where it stands in its site.
        cited: the cards that its marks open; each mark that is cited adds its article's.
    """

    path: str
    cited: Cards
