"""Articles with the same text: every pair the product finds, against comparing every two.

A pair are copies where they share at least half of the eight-word runs of the shorter
one. The project's own stories hold no copies, so they are made here, as outlets make
them: printed whole, cut after some paragraphs, with sentences dropped or words changed,
set between text of the outlet's own, broken into other paragraphs. How much is done to
each goes by its number, so that shares lie on both sides of one half.
"""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from digest.clean import clean
from digest.config import Settings
from digest.origins import origins
from digest.segment import segment
from digest.text import fold
from tests.eval.figure import Figure, Miss
from tests.made_up import article
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.eval.rows import Row

_RUN = 8
_SHOWN = 60

Names = frozenset[str]
Paragraphs = list[str]


class Share(NamedTuple):
    """How much two articles share, and whether the product calls them copies."""

    names: Names
    share: float
    found: bool


def own(folders: Iterable[Path]) -> dict[str, Paragraphs]:
    """Give the articles of the project's own stories, and copies made of them."""
    texts: dict[str, Paragraphs] = {}
    for file in sorted(path for folder in folders for path in folder.glob("*.y*ml")):
        told = read_yaml(file)["articles"]
        items = told.items() if isinstance(told, dict) else enumerate(told)
        texts |= {f"{file.stem}-{key}": [*map(_text, each["paragraphs"])] for key, each in items}
    names = sorted(texts)
    made = {
        f"{name}-{way}": change(texts[name], texts[names[number - 1]], number)
        for number, name in enumerate(names)
        for way, change in WAYS.items()
    }
    return texts | made


def of_rows(rows: Iterable[Row]) -> dict[str, Paragraphs]:
    """Give the articles of a data set."""
    return {
        f"article-{number:04}": row.get("paragraphs") or row["sentences"]
        for number, row in enumerate(rows)
    }


def judge(texts: Mapping[str, Paragraphs]) -> list[Share]:
    """Compare every two articles, and give those that are copies or are called so.

    What `clean` takes for furniture is no text of an article, and not compared.
    """
    articles = [
        article(name, "\n\n".join(paragraphs), published=None) for name, paragraphs in texts.items()
    ]
    paragraphs = segment(articles)
    labels = clean(articles, paragraphs)
    _, copied = origins(articles, paragraphs, labels, Settings("digest.yml").outlets)
    called = {frozenset((each.article, each.of)) for each in copied}
    bodies: dict[str, Paragraphs] = {name: [] for name in texts}
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label.kind == "text":
            bodies[paragraph.article].append(paragraph.text)
    runs = {name: _runs(" ".join(body)) for name, body in bodies.items()}
    every = (_share(a, b, runs, called) for a, b in combinations(sorted(texts), 2))
    return [each for each in every if each.found or each.share >= 1 / 2]


def figures(judged: Sequence[Share]) -> tuple[Figure, ...]:
    """Count the copies that were found, and the pairs wrongly called copies."""
    copies = [each for each in judged if each.share >= 1 / 2]
    missed = [each for each in copies if not each.found]
    wrong = [each for each in judged if each.share < 1 / 2]
    return (
        Figure("copies", len(copies) - len(missed), len(copies), _misses(missed, "copies")),
        Figure("no-copies", len(wrong), misses=_misses(wrong, "no copies")),
    )


def _misses(shares: Iterable[Share], expected: str) -> tuple[Miss, ...]:
    got = {"copies": "no copies", "no copies": "copies"}[expected]
    return tuple(
        Miss(f"{each.share:.2f}", " ~ ".join(sorted(each.names)), expected, got) for each in shares
    )


def _share(a: str, b: str, runs: Mapping[str, set[str]], called: set[Names]) -> Share:
    names, least = frozenset((a, b)), min(len(runs[a]), len(runs[b]))
    return Share(names, len(runs[a] & runs[b]) / least if least else 0.0, names in called)


def _runs(text: str) -> set[str]:
    signs = "".join(c if c.isalnum() else " " for c in fold(text))
    words = signs.split()
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _text(paragraph: str | Mapping[str, str]) -> str:
    return paragraph if isinstance(paragraph, str) else paragraph["text"]


# ------------------------------------------------------------------ how outlets copy


def _whole(own: Paragraphs, _: Paragraphs, __: int) -> Paragraphs:
    return own


def _cut(own: Paragraphs, _: Paragraphs, number: int) -> Paragraphs:
    return own[: max(1, len(own) * (number % 4 + 1) // 5)]


def _opening(own: Paragraphs, other: Paragraphs, number: int) -> Paragraphs:
    """Print some paragraphs, and go on with text of one's own."""
    return own[: 1 + number % len(own)] + other


def _dropped(own: Paragraphs, _: Paragraphs, number: int) -> Paragraphs:
    every = 2 + number % 3
    kept = ([s for at, s in enumerate(p.split(". ")) if (at + 1) % every] for p in own)
    return [". ".join(sentences) for sentences in kept if sentences]


def _edited(own: Paragraphs, _: Paragraphs, number: int) -> Paragraphs:
    """Change every so many words: every tenth leaves few runs of eight, every fortieth many."""
    every = (10, 14, 18, 24, 40)[number % 5]
    return [
        " ".join("too" if at % every == every - 1 else word for at, word in enumerate(p.split()))
        for p in own
    ]


def _between(own: Paragraphs, other: Paragraphs, number: int) -> Paragraphs:
    """Set every so many of the paragraphs between those of another text."""
    taken = list(islice(own, number % 2, None, 1 + number % 3))
    mixed = [each for pair in zip(taken, other, strict=False) for each in pair]
    return mixed or own


def _rejoined(own: Paragraphs, _: Paragraphs, number: int) -> Paragraphs:
    words = [word for paragraph in own for word in paragraph.split()]
    size = 30 + number % 7 * 10
    return [" ".join(words[at : at + size]) for at in range(0, len(words), size)]


WAYS: Mapping[str, Callable[[Paragraphs, Paragraphs, int], Paragraphs]] = {
    "whole": _whole,
    "cut": _cut,
    "opening": _opening,
    "dropped": _dropped,
    "edited": _edited,
    "between": _between,
    "rejoined": _rejoined,
}
