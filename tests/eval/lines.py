"""Cleaning, against lines that real scrapers left in news pages.

Source: pages of the article-extraction-benchmark (Scrapinghub, MIT), each line
labelled 1 for body, 0 for boilerplate, -1 for undecided; undecided ones are
skipped. A line counts as taken away when its paragraph's fate is `cut`.

Each page is there three times, as three scrapers left it. A digest never has one
page three times, and a product may well call furniture what recurs in an
outlet's articles: so every scraper's pages are a digest of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.eval.align import align_lines
from tests.eval.figure import Figure, Miss
from tests.eval.product import write_article
from tests.eval.rows import rate_figures, rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.eval.export import Article, Export
    from tests.eval.rows import Row

UNDECIDED, BOILERPLATE, BODY = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Judged:
    """One line: its label, whether its paragraph is cut, None where it has none."""

    where: str
    text: str
    label: int
    cut: bool | None


def by_scraper(rows: Iterable[Row]) -> dict[str, dict[str, Row]]:
    """Sort the rows: scraper → article stem → row."""
    sorted_rows: dict[str, dict[str, Row]] = {}
    for row in rows:
        pages = sorted_rows.setdefault(row["tool"], {})
        pages[f"page-{len(pages):03}"] = row
    return sorted_rows


def write_rows(rows: Mapping[str, Row], folder: Path) -> None:
    """Write every page as a source file; its title is not known, so it gets its host's name."""
    for stem, row in rows.items():
        host = urlsplit(row["url"]).netloc.removeprefix("www.")
        matter = {"title": f"{host} {stem}", "outlet": host, "url": row["url"]}
        body = "\n\n".join(line["text"] for line in row["lines"])
        write_article(folder / f"{stem}.md", matter, body)


def judge(rows: Mapping[str, Row], export: Export) -> list[Judged]:
    """Hold every decided line of some pages against the export.

    Args:
        rows: article stem → page.
        export: what the product printed of these pages.
    """
    articles = export.by_stem()
    return [
        each
        for stem, row in rows.items()
        for each in _page(stem, row["lines"], articles.get(stem))
        if each.label != UNDECIDED
    ]


def figures(lines: Iterable[Judged]) -> tuple[Figure, ...]:
    """Measure the cleaning.

    Returns:
        Precision, recall and F1 of cut lines on label 0, and the share of body
        lines that were cut. A line that no paragraph holds is wrong either way:
        boilerplate not found as such, body lost.
    """
    lines = list(lines)
    right = [line for line in lines if line.cut and line.label == BOILERPLATE]
    lost = [line for line in lines if line.cut is not False and line.label == BODY]
    kept = [line for line in lines if not line.cut and line.label == BOILERPLATE]
    body = sum(line.label == BODY for line in lines)
    scored = rates(len(right), len(right) + len(lost), len(right) + len(kept))
    precision, recall, both = rate_figures("furniture-", scored)
    return (
        precision,
        Figure(recall.name, recall.value, misses=_misses(kept, "cut")),
        both,
        Figure("body-cut", len(lost) / body if body else 0.0, misses=_misses(lost, "kept")),
    )


def _page(stem: str, lines: Sequence[Mapping[str, str]], article: Article | None) -> list[Judged]:
    paragraphs = article.paragraphs if article else ()
    texts = [line["text"] for line in lines]
    places = align_lines(texts, [paragraph.text for paragraph in paragraphs])
    return [
        Judged(
            where=f"{stem}:{number}",
            text=line["text"],
            label=int(line["label"]),
            cut=None if place is None else paragraphs[place].fate == "cut",
        )
        for number, (line, place) in enumerate(zip(lines, places, strict=True))
    ]


def _misses(lines: Iterable[Judged], expected: str) -> tuple[Miss, ...]:
    got = {None: "no such paragraph", True: "cut", False: "kept"}
    return tuple(Miss(line.where, line.text, expected, got[line.cut]) for line in lines)
