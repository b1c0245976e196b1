"""The project's own benchmark of folding, in `folding/`; written for it, all invented.

* `paraphrases/*.yml`: two articles on one story and which of their paragraphs
  tell the same; the two are one digest.
* `outlets/*.yml`: stories of the same form, in which what one outlet quotes the other
  reports, or tells as an act. `near` names pairs that must not fold, and why: the same
  speaker on something else, or a part only.
* `minimal.yml`: pairs that differ in one fact, each pair a digest of two
  articles of one paragraph. The same pairs inside whole articles are measured by `inside`.
* `series.yml`: events that recur, each series one digest; no family may hold
  paragraphs of two events.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tests.eval.families import Text, are_one, families, joined
from tests.eval.figure import Figure, Miss
from tests.eval.pairs import Judged
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.eval.rows import Row

A_DAY = date(2031, 5, 6)
LEVELS = ("verbatim", "reworded", "hard")
SHOWN = 60


def paraphrases(folder: Path) -> tuple[Figure, ...]:
    """Measure the pairs folded, of all and by level, and what else was folded."""
    found = _told(folder)
    total = found.folded.total(), found.of.total()
    return (
        Figure("paraphrases", total[0] / total[1] if total[1] else 0.0, misses=found.missed),
        *(Figure(f"paraphrases-{level}", found.folded[level], found.of[level]) for level in LEVELS),
        Figure("wrong-folds", len(found.wrong), misses=found.wrong),
    )


def outlets(folder: Path) -> tuple[Figure, ...]:
    """Count the pairs folded, and what else was, all near misses among it."""
    found = _told(folder)
    return (
        Figure("outlets-folded", found.folded.total(), found.of.total(), misses=found.missed),
        Figure("outlets-wrong-folds", len(found.wrong), misses=found.wrong),
    )


class _Told(NamedTuple):
    """What became of the pairs of some stories, by level, and what was folded besides."""

    folded: Counter[str]
    of: Counter[str]
    missed: tuple[Miss, ...]
    wrong: tuple[Miss, ...]


def _told(folder: Path) -> _Told:
    folded: Counter[str] = Counter()
    missed: list[Miss] = []
    wrong: list[Miss] = []
    stories = read_stories(folder)
    for story in stories:
        _judge(story, folded, missed, wrong)
    of = Counter(pair["level"] for story in stories for pair in story["pairs"])
    return _Told(folded, of, tuple(missed), tuple(wrong))


def _judge(story: Row, folded: Counter[str], missed: list[Miss], wrong: list[Miss]) -> None:
    texts = [as_text(key, article) for key, article in story["articles"].items()]
    found = families(texts)
    pairs = {(("a", pair["a"]), ("b", pair["b"])): pair["level"] for pair in story["pairs"]}
    shown = {(text.id, n): p for text in texts for n, p in enumerate(text.paragraphs)}
    for (a, b), level in pairs.items():
        if are_one(found, a, b):
            folded[level] += 1
        else:
            missed.append(_miss(story["story"], (shown[a], shown[b]), "one family", "two"))
    for a, b in joined(found):
        if (a, b) not in pairs:
            wrong.append(_miss(story["story"], (shown[a], shown[b]), "two", "one family"))


def all_pairs(folder: Path) -> list[Judged]:
    """Give every paragraph of one article with every one of the other, for the peers."""
    return [
        Judged("same" if (a, b) in same else "different", folded=False, shown=True, a=x, b=y)
        for story in read_stories(folder)
        for same in [{(pair["a"], pair["b"]) for pair in story["pairs"]}]
        for a, x in enumerate(story["articles"]["a"]["paragraphs"])
        for b, y in enumerate(story["articles"]["b"]["paragraphs"])
    ]


def read_stories(folder: Path) -> list[Row]:
    """Read the stories of a folder, in the order of their names."""
    return [read_yaml(path) for path in sorted(folder.glob("*.yml"))]


def minimal(path: Path) -> Figure:
    """Count folded pairs that differ in one fact: there must be none."""
    pairs = read_yaml(path)
    wrong = [pair for pair in pairs if _folds(pair)]
    return Figure(
        "minimal-folded",
        len(wrong),
        misses=tuple(_miss(p["id"], (p["a"], p["b"]), "two", "one family") for p in wrong),
    )


def _folds(pair: Mapping[str, str]) -> bool:
    texts = [Text(key, f"Outlet {key}", "A title", A_DAY, [pair[key]]) for key in ("a", "b")]
    return are_one(families(texts), ("a", 0), ("b", 0))


def series(path: Path) -> Figure:
    """Count look-alikes joined: paragraphs of two events of one series in one family."""
    wrong = [miss for one in read_yaml(path) for miss in _mixed(one)]
    return Figure("look-alikes-joined", len(wrong), misses=tuple(wrong))


def _mixed(one: Row) -> Iterable[Miss]:
    texts: dict[str, Text] = {}
    events: dict[str, str] = {}
    for event in one["events"]:
        for number, article in enumerate(event["articles"]):
            name = f"{event['id']}-{number}"
            texts[name], events[name] = as_text(name, article), event["id"]
    for (a, at), (b, there) in joined(families(list(texts.values()))):
        if events[a] != events[b]:
            both = texts[a].paragraphs[at], texts[b].paragraphs[there]
            yield _miss(one["series"], both, "two", "one family")


def as_text(name: str, article: Row) -> Text:
    """Read one article of a story."""
    published = article["published"]
    day = published if isinstance(published, date) else date.fromisoformat(published)
    return Text(name, article["outlet"], article["title"], day, article["paragraphs"])


def _miss(where: str, both: Sequence[str], expected: str, got: str) -> Miss:
    return Miss(where, " ~ ".join(text[:SHOWN] for text in both), expected, got)
