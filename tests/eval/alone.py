"""Which sentences read well without their neighbours, against the labels in `alone/`.

A sentence reads `alone` where a reader who knows the title of the digest and the day of the
report understands it at the top of a page: it names whom and what it is about, and refers to
nothing that only another sentence has told. Each is judged as one of its whole story, for
whom readers know depends on it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest import pipeline
from digest.compose.alone import Known, known, leaning, without_dateline
from digest.config import Settings
from digest.text import squeeze
from tests.eval.families import Text, article
from tests.eval.figure import Figure, Miss
from tests.eval.rows import rates
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.eval.rows import Row

HERE = Path(__file__).parent
LABELS = HERE / "alone"
ROOT = HERE.parents[1]
HALVES = ("dev", "held")


def figures() -> tuple[Figure, ...]:
    """Measure both halves: of the sentences said to read alone, and of those that do."""
    return tuple(figure for half in HALVES for figure in _half(half))


def _half(half: str) -> Iterator[Figure]:
    judged = [*judge(LABELS / f"{half}.yml")]
    right = sum(each.expected == each.got for each in judged if each.got == "alone")
    offered = sum(each.got == "alone" for each in judged)
    wanted = sum(each.expected == "alone" for each in judged)
    precision, recall, _ = rates(right, offered, wanted)
    wrong = [each for each in judged if each.got == "alone" != each.expected]
    missed = [each for each in judged if each.expected == "alone" != each.got]
    yield Figure(f"{half}-precision", precision, misses=tuple(wrong))
    yield Figure(f"{half}-recall", recall, misses=tuple(missed))


def judge(labels: Path) -> Iterator[Miss]:
    """Give every labelled sentence with what is expected and found; the same where it is right."""
    for story, sentences in read_yaml(labels).items():
        reader = _reader(story)
        for expected, texts in sentences.items():
            for text in texts:
                why = leaning(without_dateline(text), reader)
                yield Miss(story, text, expected, "alone" if why is None else f"leans ({why})")


@cache
def _reader(story: str) -> Known:
    """Give what a reader of a story's digest knows."""
    if story == "sources":
        return known(pipeline.read(ROOT / "sources"))
    texts = [_text(str(name), each) for name, each in _articles(story)]
    return known(pipeline.understand(Settings(file="digest.yml"), [article(t) for t in texts]))


def text_of(story: str) -> str:
    """Give all that a story's articles say, to look its sentences up."""
    if story == "sources":
        return " ".join(p.text for p in pipeline.read(ROOT / "sources").paragraphs)
    texts = [_text(str(name), each) for name, each in _articles(story)]
    return squeeze(" ".join(p for text in texts for p in text.paragraphs))


def _articles(story: str) -> list[tuple[str | int, Row]]:
    told = HERE / "attribution" / "dev" / f"{story}.yaml"
    if told.exists():
        return list(enumerate(read_yaml(told)["articles"]))
    folded = HERE / "folding" / "paraphrases" / f"{story}.yml"
    return list(read_yaml(folded)["articles"].items())


def _text(name: str, raw: Row) -> Text:
    paragraphs = [p if isinstance(p, str) else p["text"] for p in raw["paragraphs"]]
    return Text(name, raw["outlet"], raw["title"], raw["published"], paragraphs)
