"""Figures, what lowered them, and the floors that they must not fall under."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Limit = int | float | str


class FloorsError(ValueError):
    """The floors file asks for something that no figure can answer."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that lowered a figure.

    Attributes:
        where: the labelled line or pair, such as `004:3`.
        text: its words, for the reader to recognise it.
        expected: what the labels say.
        got: what the export says.
    """

    where: str
    text: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number.

    Attributes:
        name: as `floors.toml` calls it.
        value: a count where it is an int, else a rate from 0 to 1.
        of: how many there are to be right about; None for rates and bare counts.
        misses: what lowered the figure, or for a count of mistakes the mistakes.
    """

    name: str
    value: float
    of: int | None = None
    misses: tuple[Miss, ...] = ()

    @property
    def shown(self) -> str:
        """The value as the table prints it: '47 of 55', '0.613' or '2'."""
        if self.of is not None:
            return f"{self.value:.0f} of {self.of}"
        return str(self.value) if isinstance(self.value, int) else f"{self.value:.3f}"


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure must reach, or for mistakes the most there may be.

    Attributes:
        limit: a count, a rate, or `all` (of what there is to be right about).
        most: True where the limit is the highest allowed, not the lowest.
    """

    limit: Limit
    most: bool = False

    def keeps(self, figure: Figure) -> bool:
        """Tell whether the figure is on the right side of the limit."""
        limit = self._number(figure)
        return figure.value <= limit if self.most else figure.value >= limit

    @property
    def shown(self) -> str:
        """The limit as the table prints it."""
        return f"at most {self.limit}" if self.most else str(self.limit)

    def _number(self, figure: Figure) -> float:
        if not isinstance(self.limit, str):
            return self.limit
        if self.limit != "all" or figure.of is None:
            raise FloorsError(f"floor of '{figure.name}': '{self.limit}' is no number")
        return figure.of


Floors = dict[str, dict[str, Floor]]


def read_floors(path: Path) -> Floors:
    """Read the floors file.

    Args:
        path: a TOML file with a table `[set.min]` and `[set.max]` a data set.

    Returns:
        Data set → figure → floor.
    """
    with path.open("rb") as file:
        return {name: _floors_of(table) for name, table in tomllib.load(file).items()}


def _floors_of(table: Mapping[str, Mapping[str, Limit]]) -> dict[str, Floor]:
    if unknown := table.keys() - {"min", "max"}:
        raise FloorsError(f"floors: expected `min` or `max`, found {sorted(unknown)}")
    least = {name: Floor(limit) for name, limit in table.get("min", {}).items()}
    most = {name: Floor(limit, most=True) for name, limit in table.get("max", {}).items()}
    return least | most


def broken(figures: Iterable[Figure], floors: Mapping[str, Floor]) -> list[str]:
    """List the figures on the wrong side of their floor.

    Args:
        figures: the figures of one data set.
        floors: the floors of that data set.

    Returns:
        A sentence each, such as 'sections: 45 of 55, floor 47'. A floor whose
        figure was not measured is broken too: a gate must not open by itself.
    """
    by_name = {figure.name: figure for figure in figures}
    return [line for name, floor in floors.items() if (line := _verdict(name, floor, by_name))]


def _verdict(name: str, floor: Floor, figures: Mapping[str, Figure]) -> str | None:
    figure = figures.get(name)
    if figure is None:
        return f"{name}: not measured, floor {floor.shown}"
    return None if floor.keeps(figure) else f"{name}: {figure.shown}, floor {floor.shown}"
