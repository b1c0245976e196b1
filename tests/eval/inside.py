"""Pairs that differ in one fact, put inside whole articles, where much speaks for a fold.

Two paragraphs alone are compared strictly. In two articles of the same days, on one story and
with the same speakers around, more is forgiven; a pair of `folding/minimal.yml` must not fold
there either. Its one text is put into the one article of a story of `folding/`, its other text
into the other article. A few pairs of different kinds share two articles, for speed, and every
pair is put into the articles of two stories.

There are two halves, with no pair and no article in common: `dev` may be looked at while rules
are written, `held` is only measured.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tests.eval.families import are_one, families
from tests.eval.figure import Figure, Miss
from tests.eval.folding import SHOWN, as_text, read_stories
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.eval.families import Text
    from tests.eval.rows import Row

HALVES = ("dev", "held")
TOGETHER = 3  # pairs in the same two articles
HOSTS = 2  # stories that each pair is put into


class Inserted(NamedTuple):
    """Two whole articles with some pairs in them.

    Attributes:
        story: whose articles they are.
        texts: the articles.
        pairs: those that were put into them.
        places: for each pair, the numbers of its two paragraphs.
    """

    story: str
    texts: tuple[Text, Text]
    pairs: Sequence[Mapping[str, str]]
    places: Sequence[tuple[int, int]]


def folded(minimal: Path, hosts: Sequence[Path], half: str) -> Figure:
    """Count the pairs of one half that fold: there should be none.

    Args:
        minimal: the file with the pairs.
        hosts: folders with stories of two articles.
        half: `dev` or `held`.
    """
    at = HALVES.index(half)
    pairs = read_yaml(minimal)[at :: len(HALVES)]
    stories = [story for folder in hosts for story in read_stories(folder)][at :: len(HALVES)]
    wrong = [miss for each in inserted(pairs, stories) for miss in _joined(each)]
    return Figure("folded", len(wrong), misses=tuple(wrong))


def inserted(pairs: Sequence[Mapping[str, str]], stories: Sequence[Row]) -> Iterator[Inserted]:
    """Put every pair into articles, together with those that stand far from it in the file."""
    groups = ceil(len(pairs) / TOGETHER)
    apart = max(1, len(stories) // HOSTS)
    for group in range(groups):
        for host in range(min(HOSTS, len(stories))):
            story = stories[(group + host * apart) % len(stories)]
            yield _insert(pairs[group::groups], story)


def _insert(pairs: Sequence[Mapping[str, str]], story: Row) -> Inserted:
    """Put some pairs into the two articles of a story, evenly, in opposite order."""
    texts = [as_text(key, article) for key, article in story["articles"].items()]
    first, other = ([pair[key] for pair in pairs] for key in "ab")
    a, at = _among(texts[0], first)
    b, there = _among(texts[1], other[::-1])
    return Inserted(story["story"], (a, b), pairs, list(zip(at, there[::-1], strict=True)))


def _among(text: Text, added: Sequence[str]) -> tuple[Text, list[int]]:
    """Put paragraphs into an article, and say where they stand then."""
    step = len(text.paragraphs) // (len(added) + 1)
    paragraphs = list(text.paragraphs)
    places = [step * n + n - 1 for n in range(1, len(added) + 1)]
    for place, paragraph in zip(places, added, strict=True):
        paragraphs.insert(place, paragraph)
    return text._replace(paragraphs=paragraphs), places


def _joined(each: Inserted) -> Iterator[Miss]:
    found = families(each.texts)
    a, b = (text.id for text in each.texts)
    for pair, (here, there) in zip(each.pairs, each.places, strict=True):
        if are_one(found, (a, here), (b, there)):
            shown = f"{pair['a'][:SHOWN]} ~ {pair['b'][:SHOWN]}"
            yield Miss(f"{pair['id']} in {each.story}", shown, "two", "one family")
