"""What the data sets of many small articles share: reading rows, and speed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.eval.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.eval.export import Export

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """Read a file with one JSON object a line."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def rates(found: float, offered: int, wanted: int) -> tuple[float, float, float]:
    """Work out precision, recall and F1.

    Args:
        found: how many of the offered are right.
        offered: how many the product offers.
        wanted: how many there are to find.

    Returns:
        Precision, recall and their harmonic mean, 0 where there is nothing to divide by.
    """
    precision = found / offered if offered else 0.0
    recall = found / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def rate_figures(prefix: str, of: tuple[float, float, float]) -> tuple[Figure, ...]:
    """Name what `rates` gives: `<prefix>precision`, `<prefix>recall`, `<prefix>f1`."""
    names = ("precision", "recall", "f1")
    return tuple(Figure(prefix + name, value) for name, value in zip(names, of, strict=True))


def speed(exports: Iterable[tuple[Export, float]]) -> Figure:
    """Paragraphs a second over whole `digest export` commands, start of Python included."""
    pairs = list(exports)
    paragraphs = sum(len(article.paragraphs) for export, _ in pairs for article in export.articles)
    seconds = sum(taken for _, taken in pairs)
    return Figure("paragraphs-per-second", round(paragraphs / seconds) if seconds else 0)
