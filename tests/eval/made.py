"""A small story with labels and a right export of it, for testing the scorer.

Two invented articles tell of the same strike at a harbour, and one of a strike
there a year later. `right_export()` gives an export that agrees with every
label; a test spoils one thing and looks which figure notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.eval import score
from tests.eval.align import align
from tests.eval.export import read_export
from tests.eval.labels import read_labels

if TYPE_CHECKING:
    from pathlib import Path

    from tests.eval.figure import Figure

Raw = dict[str, Any]

LABELS = """
articles:
  01_first.txt:
    outlet: Harbour Herald
    published: 2031-05-02
    lines:
      0: {kind: title}
      1: {section: [dockers, town], speaker: [Ilya Martov, dock workers’ spokesman], country: Dockers}
      2: {section: [town], speaker: [Vesna Horvat], country: Town}
      3: {section: [town], speaker: []}
  02_second.txt:
    outlet: unknown
    published: 2031-05-03
    lines:
      0: {kind: caption}
      1: {section: [dockers], speaker: [Ilya Martov], country: Dockers}
      2: {section: [dockers], speaker: [Ilya Martov], country: Dockers}
  03_third.txt:
    outlet: Harbour Herald
    published: 2032-05-02
    lines:
      0: {section: [dockers], speaker: [Ilya Martov], country: itf}
overlap:
  same:
    - [01:1, 02:1]
  may:
    - [02:1, 02:2]
  apart:
    - [01:1, 03:0]
events:
  - {place: Port Elm, date: 2031-05-01, articles: ['01', '02']}
  - {place: Port Elm, date: 2032-05-01, articles: ['03']}
"""

TEXTS = {
    "01_first.txt": [
        "Harbour stands still",
        "“No ship leaves,” said Ilya Martov.",
        "Mayor Vesna Horvat regretted the walkout.",
        "The harbour is the town's largest employer.",
    ],
    "02_second.txt": [
        "The harbour of Port Elm",
        "No ship would leave, Martov told reporters.",
        "He added that the crews stood together.",
    ],
    "03_third.txt": ["“No ship leaves,” said Ilya Martov."],
}


def statement(speaker: str | None, side: str | None = None, mention: str = "he") -> Raw:
    """Make one statement over a paragraph's first ten characters."""
    made = {"speaker": speaker, "mention": mention, "side": side, "start": 0, "end": 10}
    return made | {"said_on": None, "medium": None}


def paragraph(name: str, text: str, **other: Any) -> Raw:  # noqa: ANN401 - JSON values
    """Make one kept paragraph in a family of its own; `other` replaces any value."""
    made = {
        "id": name,
        "text": text,
        "kind": "text",
        "fate": "kept",
        "family": f"family-{name}",
        "section": "dockers",
        "statements": [],
    }
    return made | other


def cut(name: str, text: str, kind: str) -> Raw:
    """Make one paragraph that is furniture."""
    return paragraph(name, text, kind=kind, fate="cut", family=None, section=None)


def article(stem: str, paragraphs: list[Raw], event: str | None = None) -> Raw:
    """Make one article."""
    return {"id": stem, "file": f"sources/{stem}.md", "event": event, "paragraphs": paragraphs}


def family(keeper: str, *copies: str) -> Raw:
    """Make the family of a keeper."""
    return {
        "id": f"family-{keeper}",
        "keeper": keeper,
        "copies": [{"paragraph": copy, "why": "same words", "score": 1.0} for copy in copies],
    }


def martov() -> list[Raw]:
    """Make the statements of a paragraph in which the dockers' spokesman speaks."""
    return [statement("Ilya Martov", "Dockers")]


def right_export() -> Raw:
    """Make an export that agrees with all labels."""
    first, second, third = TEXTS.values()
    horvat = [statement("Vesna Horvat", "Town")]
    union = [statement("Ilya Martov", "International Transport Federation")]
    return {
        "schema": 1,
        "articles": [
            article(
                "01_first",
                [
                    cut("a0", first[0], "title"),
                    paragraph("a1", first[1], statements=martov()),
                    paragraph("a2", first[2], section="town", statements=horvat),
                    paragraph("a3", first[3], section="town"),
                ],
                "strike-2031",
            ),
            article(
                "02_second",
                [
                    cut("b0", second[0], "caption"),
                    paragraph(
                        "b1", second[1], fate="folded", family="family-a1", statements=martov()
                    ),
                    paragraph("b2", second[2], statements=martov()),
                ],
                "strike-2031",
            ),
            article("03_third", [paragraph("c0", third[0], statements=union)], "strike-2032"),
        ],
        "families": [
            family("a1", "b1"),
            family("a2"),
            family("a3"),
            family("b2"),
            family("c0"),
        ],
        "events": [
            {"id": "strike-2031", "title": "Strike", "place": "Port Elm", "date": "2031-05-01"},
            {"id": "strike-2032", "title": "Strike", "place": "port elm", "date": "2032-05-01"},
        ],
        "people": [],
        "sections": [
            {"id": "dockers", "families": ["family-a1", "family-b2", "family-c0"]},
            {"id": "town", "families": ["family-a2", "family-a3"]},
        ],
    }


def paragraph_of(export: Raw, name: str) -> Raw:
    """Find a paragraph of a hand-made export, to spoil it."""
    found: Raw = next(
        each for one in export["articles"] for each in one["paragraphs"] if each["id"] == name
    )
    return found


def measured(export: Raw, folder: Path) -> dict[str, Figure]:
    """Score a hand-made export against the labels.

    Args:
        export: such as `right_export()`.
        folder: where the labels may be written.

    Returns:
        The figures by name.
    """
    file = folder / "labels.yml"
    file.write_text(LABELS, encoding="utf-8")
    labels = read_labels(file)
    exported = read_export(export)
    placed = align(labels, TEXTS, exported)
    return {figure.name: figure for figure in score.figures(labels, placed, exported)}
