"""`python -m tests.eval`: prints the figures, and ends with 1 where one is under its floor."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.eval.export import ExportError
from tests.eval.figure import broken, read_floors
from tests.eval.labels import LabelsError
from tests.eval.product import ProductError
from tests.eval.sets import SETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.eval.figure import Figure, Floor
    from tests.eval.sets import DataSet

FLOORS = Path(__file__).with_name("floors.toml")
ROW = "{:<15} {:<31} {:>10}  {}"
SHOWN = 80  # characters of a missed line that are printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every data set that is there.

    Args:
        arguments: the command line; None for that of the process.

    Returns:
        1 where a figure is under its floor or a set could not be measured, else 0.
    """
    options = _options(arguments)
    floors = read_floors(FLOORS)
    print(ROW.format("data set", "figure", "value", "floor"))
    chosen = [each for each in SETS if not options.set or each.name in options.set]
    wrong = [
        f"{each.name}: {line}"
        for each in chosen
        for line in _measure(each, floors.get(each.name, {}), verbose=options.verbose)
    ]
    print("\n".join(["", "UNDER THE FLOOR:", *wrong]) if wrong else "\nEvery floor holds.")
    return 1 if wrong else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="print every miss")
    names = [each.name for each in SETS]
    parser.add_argument("--set", action="append", choices=names, help="only this set; repeatable")
    return parser.parse_args(arguments)


def _measure(data: DataSet, floors: Mapping[str, Floor], *, verbose: bool) -> list[str]:
    """Print one data set's figures and give what is wrong with them."""
    if data.lacks:
        print(f"{data.name:<15} skipped: no {data.lacks[0]}")
        return []
    try:
        figures = data.run()
    except (ProductError, ExportError, LabelsError) as error:
        return [str(error)]
    _print(data.name, figures, floors, verbose=verbose)
    return broken(figures, floors)


def _print(
    name: str, figures: Iterable[Figure], floors: Mapping[str, Floor], *, verbose: bool
) -> None:
    for figure in figures:
        floor = floors[figure.name].shown if figure.name in floors else "-"
        print(ROW.format(name, figure.name, figure.shown, floor), flush=True)
        if verbose:
            _print_misses(figure)


def _print_misses(figure: Figure) -> None:
    for miss in figure.misses:
        print(f"    {miss.where}  {miss.text[:SHOWN]}")
        print(f"        expected {miss.expected}; got {miss.got}")


if __name__ == "__main__":
    sys.exit(main())
