"""How fast `attribute` is, by itself: the project's own labelled stories, many times over.

The copies are further articles of one digest, so that what is known of speakers
grows as it does in a large one. Time of the process, best of some attempts: what
else the machine does decides little.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.attribute import attribute
from digest.clean import clean
from digest.load import load
from digest.segment import segment
from digest.situate import moments
from tests.clock import seconds
from tests.eval import said
from tests.eval.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PARAGRAPHS = 2_000  # at least so many are read
ATTEMPTS = 3


def measure(stories: Sequence[Path], folder: Path) -> tuple[Figure, ...]:
    """Give how many paragraphs `attribute` reads in a second of the process."""
    paragraphs, run = reading(stories, folder, PARAGRAPHS)
    best = min(seconds(run) for _ in range(ATTEMPTS))
    return (Figure("attribute-paragraphs-per-second", round(paragraphs / best)),)


def reading(stories: Sequence[Path], folder: Path, least: int) -> tuple[int, Callable[[], object]]:
    """Prepare the attribution of the stories, repeated to at least so many paragraphs.

    Returns:
        The number of paragraphs, and what attributes them.
    """
    for file in stories:
        for article in said.read_story(file):
            said.write(article, folder)
    once = load(folder).articles
    articles = [
        replace(article, id=f"{copy}-{article.id}")
        for copy in range(-(-least // len(segment(once))))
        for article in once
    ]
    paragraphs = segment(articles)
    labels = clean(articles, paragraphs)
    days = moments(articles, paragraphs)
    return len(paragraphs), lambda: attribute(paragraphs, labels, days, ())
