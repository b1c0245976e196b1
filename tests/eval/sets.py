"""The data sets: where each lies, how it reaches the product, which figures it gives."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.eval import (
    alone,
    battery,
    busy,
    copies,
    ecbplus,
    folding,
    inside,
    lines,
    pace,
    pairs,
    peers,
    polnear,
    retold,
    said,
    scale,
    score,
)
from tests.eval.align import align
from tests.eval.labels import LabelsError, lines_of, read_labels
from tests.eval.product import ROOT, add, export
from tests.eval.rows import read_rows, speed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.eval.figure import Figure
    from tests.eval.labels import Labels

SHARED = ROOT.parent / "shared"
SOURCES = ROOT / "sources"
HERE = Path(__file__).parent
GOLD = HERE / "gold"
STORIES = HERE / "attribution"
DAILY = HERE / "daily"
BATTERY = HERE / "battery"
BRIEFS = HERE / "briefs"
FOLDING = HERE / "folding"
RETOLD = HERE / "retold"
DATA = SHARED / "data"
NAME = "armenia-csto"  # of the story with labels
Figures = tuple["Figure", ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set.

    Attributes:
        name: as `floors.toml` calls it.
        needs: the files and folders without which it is skipped.
        measure: runs the product on it, in a temporary folder that it is given.
    """

    name: str
    needs: tuple[Path, ...]
    measure: Callable[[Path], Figures]

    @property
    def lacks(self) -> list[Path]:
        """What is not there."""
        return [path for path in self.needs if not path.exists()]

    def run(self) -> Figures:
        """Measure the set; nothing of its texts stays behind."""
        with tempfile.TemporaryDirectory(prefix="digest-eval-") as folder:
            return self.measure(Path(folder))


def seeds(folder: Path) -> Figures:
    """Measure the five raw articles, imported as a user imports them."""
    labels = read_labels(SHARED / "gold" / f"{NAME}.yml")
    shutil.copy(SOURCES / "digest.yml", folder)
    for article in labels.articles:
        add(SHARED / "seeds" / article.key, folder, article.outlet, article.published)
    return _story(labels, SHARED / "seeds", folder)


def own(_: Path) -> Figures:
    """Measure the repository's own articles, where they lie."""
    return _story(read_labels(GOLD / f"{NAME}-own.yml"), SOURCES, SOURCES)


def attributions(folder: Path) -> Figures:
    """Measure who said what in US political news, all articles as one digest."""
    rows = polnear.stems(read_rows(SHARED / "data" / "polnear-dev.jsonl"))
    polnear.write_rows(rows, folder)
    exported, seconds = export(folder)
    return *polnear.figures(rows, exported), speed([(exported, seconds)])


def scraped(folder: Path) -> Figures:
    """Measure the cleaning of scraped pages, every scraper's pages as one digest."""
    pages = lines.by_scraper(read_rows(SHARED / "data" / "scraped-lines-dev.jsonl"))
    for tool, rows in pages.items():
        lines.write_rows(rows, folder / tool)
    exports = {tool: export(folder / tool) for tool in pages}
    judged = [line for tool, rows in pages.items() for line in lines.judge(rows, exports[tool][0])]
    return *lines.figures(judged), speed(exports.values())


def look_alikes(folder: Path) -> Figures:
    """Measure which articles report the same event, each topic as one digest and all as one."""
    rows = ecbplus.stems(read_rows(SHARED / "data" / "ecbplus-dev.jsonl"))
    topics = ecbplus.by_topic(rows)
    for name, own_rows in topics.items():
        ecbplus.write_rows(own_rows, folder / f"topic-{name}")
    exports = {name: export(folder / f"topic-{name}") for name in topics}
    ecbplus.write_rows(rows, folder / "every")
    at_once, _ = export(folder / "every")
    by_name = {name: exported for name, (exported, _) in exports.items()}
    return *ecbplus.figures(topics, by_name, at_once), speed(exports.values())


def told(stories: Path) -> Callable[[Path], Figures]:
    """Give the measuring of a folder of the project's own labelled stories."""
    return lambda folder: said.measure(said.stories(stories), folder)


def single(folder: Path) -> Callable[[Path], Figures]:
    """Give the measuring of a folder of single paragraphs or short reports of ordinary news."""
    return lambda _: battery.measure(said.stories(folder))


def paragraph_pairs(_: Path) -> Figures:
    """Measure pairs of paragraphs that readers judged, within their whole articles."""
    rows = read_rows(DATA / "paragraph-pairs-dev.jsonl")
    judged = pairs.of_paragraphs(rows, read_rows(DATA / "basil-dev.jsonl"))
    return *pairs.figures(judged), *peers.figures(judged)


def retellings(half: str) -> Callable[[Path], Figures]:
    """Measure the retellings that a reader noted in whole articles of one half of the events."""
    return lambda _: retold.figures(RETOLD / f"{half}.yml", read_rows(DATA / "basil-dev.jsonl"))


def busy_week(_: Path) -> Figures:
    """Count what folds across events, of articles on many of them."""
    return busy.figures(read_rows(DATA / "basil-dev.jsonl"))


def paraphrased(_: Path) -> Figures:
    """Measure pairs of sentences, alone, that readers called paraphrases or not."""
    rows = read_rows(DATA / "mrpc-dev.jsonl")
    labelled = (("same" if row["label"] else "different", row["s1"], row["s2"]) for row in rows)
    return pairs.figures(pairs.of_sentences(labelled))


def facts(_: Path) -> Figures:
    """Measure pairs of sentences, alone, on the same fact or not; look-alike events by themselves.

    A topic holds two look-alike events, told apart by the ending of the articles' names.
    """
    rows = read_rows(DATA / "ecbplus-dev-sentence-pairs.jsonl")
    judged = pairs.of_sentences(
        ("same" if row["same_fact"] else "different", row["a"], row["b"]) for row in rows
    )
    alike = [
        each
        for each, row in zip(judged, rows, strict=True)
        if not row["same_event"] and _topic(row["doc_a"]) == _topic(row["doc_b"])
    ]
    return *pairs.figures(judged), pairs.lookalikes(alike)


def _topic(document: str) -> str:
    return document.partition("_")[0]


def self_contained(_: Path) -> Figures:
    """Measure which sentences read alone at the top of a page."""
    return alone.figures()


def copied(_: Path) -> Figures:
    """Measure copies of articles, made of the project's own stories."""
    folders = (STORIES / "dev", STORIES / "held", FOLDING / "paraphrases")
    return copies.figures(copies.judge(copies.own(folders)))


def copied_news(_: Path) -> Figures:
    """Measure copies of articles among other people's, each data set by itself."""
    sets = (read_rows(DATA / f"{name}-dev.jsonl") for name in ("basil", "ecbplus"))
    return copies.figures([each for rows in sets for each in copies.judge(copies.of_rows(rows))])


def benchmark(_: Path) -> Figures:
    """Measure the project's own benchmark of folding."""
    stories = FOLDING / "paraphrases"
    return (
        *folding.paraphrases(stories),
        *folding.outlets(FOLDING / "outlets"),
        folding.minimal(FOLDING / "minimal.yml"),
        folding.series(FOLDING / "series.yml"),
        *peers.figures(folding.all_pairs(stories)),
    )


def among_others(half: str) -> Callable[[Path], Figures]:
    """Count the pairs of one half that differ in one fact and fold inside whole articles."""
    hosts = FOLDING / "paraphrases", FOLDING / "outlets"
    return lambda _: (inside.folded(FOLDING / "minimal.yml", hosts, half),)


def attributing(folder: Path) -> Figures:
    """Measure how fast the attribution alone reads the project's own labelled stories."""
    return pace.measure(said.stories(STORIES / "dev"), folder)


def sized(_: Path) -> Figures:
    """Count the pairs that comparing made-up news of some size looks at."""
    return scale.measure()


SETS = (
    DataSet("seeds", (SHARED / "seeds", SHARED / "gold" / f"{NAME}.yml"), seeds),
    DataSet("own", (GOLD / f"{NAME}-own.yml",), own),
    DataSet("stories-dev", (STORIES / "dev",), told(STORIES / "dev")),
    DataSet("stories-held", (STORIES / "held",), told(STORIES / "held")),
    DataSet("daily-held", (DAILY,), told(DAILY)),
    *(
        DataSet(f"{folder.name}-{half}", (folder / half,), single(folder / half))
        for folder in (BATTERY, BRIEFS)
        for half in ("dev", "held")
    ),
    DataSet("alone", (HERE / "alone", STORIES / "dev", FOLDING / "paraphrases"), self_contained),
    DataSet("folding", (FOLDING / "minimal.yml", FOLDING / "series.yml"), benchmark),
    *(
        DataSet(f"minimal-{half}", (FOLDING / "minimal.yml",), among_others(half))
        for half in inside.HALVES
    ),
    DataSet(
        "paragraph-pairs",
        (DATA / "paragraph-pairs-dev.jsonl", DATA / "basil-dev.jsonl"),
        paragraph_pairs,
    ),
    *(
        DataSet(
            f"retold-{half}",
            (RETOLD / f"{half}.yml", DATA / "basil-dev.jsonl"),
            retellings(half),
        )
        for half in ("dev", "held")
    ),
    DataSet("busy-week", (DATA / "basil-dev.jsonl",), busy_week),
    DataSet("copies", (STORIES, FOLDING / "paraphrases"), copied),
    DataSet("copies-news", (DATA / "basil-dev.jsonl", DATA / "ecbplus-dev.jsonl"), copied_news),
    DataSet("ecb-sentences", (DATA / "ecbplus-dev-sentence-pairs.jsonl",), facts),
    DataSet("mrpc", (DATA / "mrpc-dev.jsonl",), paraphrased),
    DataSet("pace", (STORIES / "dev",), attributing),
    DataSet("scale", (), sized),
    DataSet("polnear", (SHARED / "data" / "polnear-dev.jsonl",), attributions),
    DataSet("ecbplus", (SHARED / "data" / "ecbplus-dev.jsonl",), look_alikes),
    DataSet("scraped-lines", (SHARED / "data" / "scraped-lines-dev.jsonl",), scraped),
)


def _story(labels: Labels, texts: Path, sources: Path) -> Figures:
    exported, seconds = export(sources)
    placed = align(labels, _lines(labels, texts), exported)
    return *score.figures(labels, placed, exported), speed([(exported, seconds)])


def _lines(labels: Labels, folder: Path) -> Mapping[str, list[str]]:
    try:
        texts = {each.key: (folder / each.key).read_text("utf-8") for each in labels.articles}
    except FileNotFoundError as error:
        raise LabelsError(f"labels are about an article that is gone: {error.filename}") from error
    return {key: lines_of(text) for key, text in texts.items()}
