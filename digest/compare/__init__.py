"""Overlaps between paragraphs, with the evidence; judges nothing.

`words` makes paragraphs comparable, `reading` puts together what is known of
one, `candidates` proposes pairs, `align` lays two texts beside each other and
`evidence` says what speaks for and against telling them alike. Whether they
fold is `fold`'s business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.compare.candidates import candidates
from digest.compare.evidence import Weights, overlap
from digest.compare.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import (
        Article,
        Event,
        Label,
        Moment,
        Overlap,
        Paragraph,
        Person,
        Statement,
    )

__all__ = ["compare"]


def compare(  # noqa: PLR0913, PLR0917 - one argument for each stage before
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
    events: Sequence[Event],
    people: Sequence[Person],
    statements: Sequence[Statement],
) -> tuple[Overlap, ...]:
    """Find the pairs of text paragraphs that may tell the same.

    Returns:
        Overlaps, the strongest first, the same whatever the order of the
        articles. `score` is the cosine of the two texts' words, each weighing
        its rarity among the paragraphs (tf-idf with presence for frequency);
        the evidence says the rest.
    """
    kinds = {label.paragraph: label.kind for label in labels}
    texts = [p for p in paragraphs if kinds[p.id] == "text"]
    texts.sort(key=lambda p: (-len(p.text), p.id))  # the fullest first: they keep
    reader = Reader(articles, paragraphs, moments, events, people, statements)
    readings = [reader.reading(paragraph) for paragraph in texts]
    weights = Weights(readings)
    pairs = candidates([r.bag for r in readings], [r.words for r in readings])
    overlaps = (overlap(readings[a], readings[b], weights) for a, b in pairs)
    kept = [found for found in overlaps if found is not None]
    kept.sort(key=lambda found: (-found.score, found.a, found.b))
    return tuple(kept)
