"""Overlaps between paragraphs, with the evidence; judges nothing.

`words` and `concepts` make paragraphs comparable, `reading` puts together what is
known of one, `candidates` proposes pairs. `align` lays two texts beside each
other word for word, `match` by what they mean, and `conflicts` finds what both
cannot tell of one thing. `evidence` gathers it all; `nearest` adds which pairs
prefer each other. Whether they fold is `fold`'s business.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.compare.candidates import candidates
from digest.compare.evidence import held, overlap
from digest.compare.match import Rarity, match
from digest.compare.nearest import nearest
from digest.compare.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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

__all__ = ["compare", "compare_two"]


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
        articles. `score` is how much the two texts speak of the same, whatever
        their words (`match`); the evidence says the rest.
    """
    texts = _texts(paragraphs, labels)
    order = _places(texts)
    reader = Reader(articles, paragraphs, moments, events, people, statements)
    readings = [reader.reading(paragraph, order[paragraph.id]) for paragraph in texts]
    rarity = Rarity([reading.concepts for reading in readings])
    topics = [tuple(concept.key for concept in reading.concepts) for reading in readings]
    pairs = candidates(topics, [reading.words for reading in readings])
    overlaps = (overlap(readings[a], readings[b], rarity) for a, b in pairs)
    found = nearest([each for each in overlaps if each is not None], texts)
    return tuple(sorted(found, key=lambda each: (-each.score, each.a, each.b)))


def compare_two(  # noqa: PLR0913, PLR0917 - one argument for each stage before
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
    events: Sequence[Event],
    people: Sequence[Person],
    statements: Sequence[Statement],
    pair: tuple[str, str],
) -> Overlap:
    """Hold two text paragraphs against each other that `compare` found not worth a look.

    Takes what `compare` takes, and the ids of the two. Whether they are the nearest of
    their articles is not told.
    """
    texts = _texts(paragraphs, labels)
    reader = Reader(articles, paragraphs, moments, events, people, statements)
    order = _places(texts)
    readings = {p.id: reader.reading(p, order[p.id]) for p in texts}
    rarity = Rarity([reading.concepts for reading in readings.values()])
    one, other = (readings[name] for name in readings if name in pair)
    return held(one, other, match(one.concepts, other.concepts, rarity), rarity)


def _texts(paragraphs: Sequence[Paragraph], labels: Sequence[Label]) -> list[Paragraph]:
    """Give what is compared, the fullest first: they keep."""
    kinds = {label.paragraph: label.kind for label in labels}
    texts = [p for p in paragraphs if kinds[p.id] == "text"]
    return sorted(texts, key=lambda p: (-len(p.text), p.id))


def _places(texts: Iterable[Paragraph]) -> Mapping[str, int]:
    """Count, for each text, those before it in its article."""
    before: Counter[str] = Counter()
    order = {}
    for text in sorted(texts, key=lambda text: (text.article, text.number)):
        order[text.id] = before[text.article]
        before[text.article] += 1
    return order
