"""Who said what in single paragraphs and short reports, each of them all that is known.

A file of `battery/` is a list of paragraphs: `text`, `published`, and `statements`
with the keys of the stories (`said`). One of `briefs/` is a list of reports of a few
paragraphs: `title`, `published`, and `paragraphs` of `text` and `statements`. Breadth is
the point: many constructions and many kinds of speakers, and in the reports how they
are called from one paragraph to the next. Whoever wrote them had not seen the rules.
`dev` may be looked at while rules are written, `held` is only measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.config import Settings
from digest.export import export
from digest.pipeline import understand
from tests.eval import said
from tests.eval.export import read_export
from tests.eval.families import Text, article
from tests.eval.labels import LabelsError
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.eval.export import Export
    from tests.eval.figure import Figure
    from tests.eval.said import Held, ToldArticle

OUTLET = "Battery"
TITLE = "In brief"  # names nobody


def measure(files: Sequence[Path]) -> tuple[Figure, ...]:
    """Read each report as a digest of its own and give the figures of all of them."""
    held = [each for file in files for told in read(file) for each in judged(told)]
    return said.text_figures(held)


def read(file: Path) -> list[ToldArticle]:
    """Read a file's reports, each as an article of its own.

    Raises:
        LabelsError: a key is missing, or words are not in the paragraph they label.
    """
    try:
        return [
            said.told(f"{file.stem}-{number}", _as_article(raw))
            for number, raw in enumerate(read_yaml(file))
        ]
    except KeyError as error:
        raise LabelsError(f"{file.name}: no {error}") from error


def _as_article(raw: dict[str, object]) -> dict[str, object]:
    alone = "paragraphs" not in raw
    paragraph = {key: raw[key] for key in ("text", "statements")} if alone else {}
    return {
        "outlet": OUTLET,
        "title": raw.get("title", TITLE),
        "published": raw["published"],
        "title_statements": [],
        "paragraphs": [paragraph] if alone else raw["paragraphs"],
    }


def judged(told: ToldArticle) -> list[Held]:
    """Give the labelled paragraphs of one article beside what the product finds in them."""
    return [each for each in said.place([told], _exported(told)) if each.label.number != said.TITLE]


def _exported(told: ToldArticle) -> Export:
    texts = [label.text for label in told.paragraphs]
    source = article(Text(told.stem, told.outlet, told.title.text, told.published, texts))
    return read_export(export(understand(Settings(file="digest.yml"), [source])))
