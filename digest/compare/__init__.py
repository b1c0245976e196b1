"""Overlaps between paragraphs, with the evidence; judges nothing.

`words` and `concepts` make paragraphs comparable, `reading` puts together what is
known of one, `claims` finds its main clauses, `candidates` proposes pairs. `align`
lays two texts beside each other word for word, `match` by what they mean, and
`conflicts` finds what both cannot tell of one thing, `little` what is the news where
hardly anything else differs: whom they name (`naming`), what has come about (`reality`),
which way it goes (`trend`). `evidence` gathers it all;
`nearest` adds which pairs prefer each other. Whether they fold is `fold`'s business.

Time and room grow with the text. The indexes propose a bounded number of pairs for
each word; of these only two numbers and a score are held (`pairs`). Then each pair is
taken up again: what both have in common first, and what speaks against them, which
takes longest, only for the few of which the caller wants to know (filter and refine,
as in searching for the nearest neighbours; Seidl and Kriegel, 'Optimal multi-step
k-nearest neighbor search', 1998).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.compare.candidates import candidates
from digest.compare.evidence import Held
from digest.compare.match import Rarity, match
from digest.compare.nearest import Nearest
from digest.compare.pairs import Pair, Pairs
from digest.compare.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from digest.compare.reading import Reading
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

_FLOOR = 0.16  # of likeness, below which no pair is worth a look


def compare(  # noqa: PLR0913, PLR0917 - one argument for each stage before
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
    events: Sequence[Event],
    people: Sequence[Person],
    statements: Sequence[Statement],
    worth: Callable[[Overlap], bool] = lambda _: True,
) -> tuple[Overlap, ...]:
    """Find the pairs of text paragraphs that may tell the same.

    Args:
        articles: of one digest.
        paragraphs: of the articles; and so on, what each stage before said.
        labels: of the paragraphs.
        moments: in them.
        events: in them.
        people: who speak.
        statements: in the paragraphs.
        worth: says of a pair, by the evidence without the objections, whether anybody needs
            it. The others, which are many, are not given; nothing more is found out of them,
            and no room is taken.

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
    found = _overlaps(readings, rarity, worth)
    return tuple(sorted(found, key=lambda each: (-each.score, each.a, each.b)))


def _overlaps(
    readings: Sequence[Reading], rarity: Rarity, worth: Callable[[Overlap], bool]
) -> Iterator[Overlap]:
    """Weigh every candidate, then gather the evidence on one after the other.

    Twice, for which paragraphs prefer each other shows only when all are weighed, and
    to keep what was found the first time would take many times the room of the texts.
    """
    pairs = Pairs(_alike(readings, rarity))
    chosen = Nearest(pairs, [reading.paragraph.article for reading in readings])
    for at, pair in enumerate(pairs):
        a, b = readings[pair.a], readings[pair.b]
        both = Held(a, b, match(a.concepts, b.concepts, rarity), rarity)
        choice = tuple(chosen.evidence(at, pair))
        if worth(both.signs(choice)):
            yield both.all(choice)


def _alike(readings: Sequence[Reading], rarity: Rarity) -> Iterator[Pair]:
    topics = [tuple(concept.key for concept in reading.concepts) for reading in readings]
    for a, b in candidates(topics, [reading.words for reading in readings]):
        score = match(readings[a].concepts, readings[b].concepts, rarity).score
        if score >= _FLOOR:
            yield Pair(a, b, score)


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
    return Held(one, other, match(one.concepts, other.concepts, rarity), rarity).all()


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
