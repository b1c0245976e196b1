"""Which articles report the same event, against the topics of ECB+.

Source: Cybulska and Vossen, 'Using a sledgehammer to crack a nut? Lexical
diversity and event coreference resolution' (LREC 2014). A row is a short web
article with its `topic`, its `event` and its `sentences`; each topic holds two
look-alike events. An article whose main event the product does not know is a
cluster of its own. Scored with B-cubed (Bagga and Baldwin, 1998).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tests.eval.figure import Figure, Miss
from tests.eval.product import write_article
from tests.eval.rows import rate_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.eval.export import Export
    from tests.eval.rows import Row

Rates = tuple[float, float, float]

_SHOWN = 60  # characters of a headline that tell which article it is
_LINKS = [step / 100 for step in range(70, 100)]  # distances at which the peer stops joining


def stems(rows: Sequence[Row]) -> dict[str, Row]:
    """Give every row the stem of its article's file, which tells nothing of its event."""
    return {f"article-{number:04}": row for number, row in enumerate(rows)}


def by_topic(rows: Mapping[str, Row]) -> dict[str, dict[str, Row]]:
    """Put the rows of each topic together."""
    topics: dict[str, dict[str, Row]] = defaultdict(dict)
    for stem, row in rows.items():
        topics[row["topic"]][stem] = row
    return dict(topics)


def write_rows(rows: Mapping[str, Row], folder: Path) -> None:
    """Write every row as a source file; its first sentence is the headline or stands for it."""
    for stem, row in rows.items():
        matter = {"title": " ".join(row["sentences"][0].split()), "language": "en"}
        write_article(folder / f"{stem}.md", matter, "\n\n".join(row["sentences"]))


def figures(
    topics: Mapping[str, Mapping[str, Row]], exports: Mapping[str, Export], at_once: Export
) -> tuple[Figure, ...]:
    """Measure the main events of the articles.

    Args:
        topics: topic → article stem → row.
        exports: what the product printed of each topic as one digest.
        at_once: what it printed of all topics as one digest.

    Returns:
        The means of the topics' B-cubed rates, the F1 over all articles at once,
        and beside them, where scikit-learn is installed, the peer's mean F1.
    """
    scored = {name: _scored(rows, exports[name]) for name, rows in topics.items()}
    every = {stem: row for rows in topics.values() for stem, row in rows.items()}
    misses = tuple(
        Miss(f"topic {name}", _headlines(topics[name]), "1.000", f"{rates[2]:.3f}")
        for name, rates in scored.items()
        if rates[2] < 1
    )
    precision, recall, f1 = rate_figures("", mean(scored.values()))
    return (
        precision,
        recall,
        Figure(f1.name, f1.value, misses=misses),
        Figure("at-once-f1", _scored(every, at_once)[2]),
        *_peer(topics),
    )


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Rates:
    """Score a clustering.

    Args:
        gold: item → the cluster that it belongs to.
        found: item → the cluster that it was put in; an item without one is alone.

    Returns:
        Precision, recall and their harmonic mean: of each item's cluster the share
        that belongs to it, and of what belongs to it the share in its cluster.
    """
    put = {item: ("found", found[item]) if item in found else ("alone", item) for item in gold}
    shared = Counter((gold[item], put[item]) for item in gold)
    right, sizes = Counter(gold.values()), Counter(put.values())
    precision = sum(n * n / sizes[cluster] for (_, cluster), n in shared.items()) / len(gold)
    recall = sum(n * n / right[event] for (event, _), n in shared.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def mean(rates: Iterable[Rates]) -> Rates:
    """Give the means of several topics' rates, each topic counting the same."""
    every = list(rates)
    precision, recall, f1 = (sum(column) / len(every) for column in zip(*every, strict=True))
    return precision, recall, f1


def _scored(rows: Mapping[str, Row], export: Export) -> Rates:
    gold = {stem: row["event"] for stem, row in rows.items()}
    return b_cubed(gold, {a.stem: a.event for a in export.articles if a.event is not None})


def _headlines(rows: Mapping[str, Row]) -> str:
    """Give a headline of each of a topic's events."""
    first = {row["event"]: row["sentences"][0][:_SHOWN] for row in reversed(list(rows.values()))}
    return " ~ ".join(first[event] for event in sorted(first))


def _peer(topics: Mapping[str, Mapping[str, Row]]) -> tuple[Figure, ...]:
    """Measure TF-IDF with average link at the one distance that serves the topics best."""
    if find_spec("sklearn") is None:
        return ()
    best = max(
        mean(_clustered(rows, distance) for rows in topics.values())[2] for distance in _LINKS
    )
    return (Figure("peer-tfidf-average-link-f1", best),)


def _clustered(rows: Mapping[str, Row], distance: float) -> Rates:
    cluster = import_module("sklearn.cluster")
    text = import_module("sklearn.feature_extraction.text")
    texts = [" ".join(row["sentences"]) for row in rows.values()]
    vectors = text.TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    linking = cluster.AgglomerativeClustering(
        n_clusters=None, distance_threshold=distance, metric="cosine", linkage="average"
    )
    labels = linking.fit_predict(vectors.toarray())
    gold = {stem: row["event"] for stem, row in rows.items()}
    return b_cubed(gold, {stem: str(label) for stem, label in zip(rows, labels, strict=True)})
