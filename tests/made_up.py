"""Made-up articles for the tests of the stages, and the cases that are read from files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from digest import pipeline
from digest.clean import clean
from digest.config import Settings
from digest.model import Article
from digest.segment import segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Digest, Label, Paragraph

CASES = Path(__file__).with_name("cases")
TUESDAY = date(2031, 5, 6)


def cases(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read a file of cases."""
    return yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))


def article(
    name: str,
    text: str,
    *,
    published: date | None = TUESDAY,
    title: str = "A title that tells nothing",
    outlet: str | None = None,
) -> Article:
    """Make an article; blank lines separate its paragraphs."""
    return Article(
        id=name,
        file=f"sources/{name}.md",
        title=title,
        outlet=outlet,
        origin=None,
        published=published,
        url=None,
        author=None,
        language="en",
        retrieved=None,
        body=text,
        body_line=1,
    )


def taken_apart(
    articles: Sequence[Article],
) -> tuple[tuple[Paragraph, ...], tuple[Label, ...]]:
    """Give the paragraphs of articles, and what each is."""
    paragraphs = segment(articles)
    return paragraphs, clean(articles, paragraphs)


def understood(articles: Sequence[Article], settings: Settings | None = None) -> Digest:
    """Run every stage up to the sections."""
    return pipeline.understand(settings or Settings(file="digest.yml"), articles)
