from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eval.ecbplus import b_cubed, by_topic, figures, stems, write_rows
from tests.eval.export import Export, read_export
from tests.eval.made import article

if TYPE_CHECKING:
    from pathlib import Path

ROWS = stems(
    [
        {"topic": "1", "event": "1a", "sentences": ["Ferry\tsinks off Elm", "Nobody died."]},
        {"topic": "1", "event": "1b", "sentences": ["Ferry sinks off Oakport"]},
        {"topic": "2", "event": "2a", "sentences": ["Mayor resigns"]},
        {"topic": "2", "event": "2a", "sentences": ["Town without a mayor"]},
    ]
)


def exported(events: dict[str, str | None]) -> Export:
    articles = [article(stem, [], event) for stem, event in events.items()]
    return read_export({"articles": articles, "families": [], "events": [], "sections": []})


def test_what_is_all_right_scores_one() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    assert b_cubed(gold, {"a": "1", "b": "1", "c": "2"}) == (1, 1, 1)


def test_items_without_a_cluster_are_alone() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    assert b_cubed(gold, {}) == pytest.approx((1, 2 / 3, 0.8))


def test_a_cluster_of_all_is_impure() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    precision, recall, _ = b_cubed(gold, dict.fromkeys(gold, "1"))
    assert (precision, recall) == pytest.approx((5 / 9, 1))


def test_topics_count_the_same_and_all_at_once_is_apart() -> None:
    right: dict[str, str | None] = {
        "article-0000": "elm",
        "article-0001": "oakport",
        "article-0002": "mayor",
        "article-0003": "mayor",
    }
    topics = by_topic(ROWS)
    exports = {
        name: exported({stem: right[stem] for stem in rows}) for name, rows in topics.items()
    }
    exports["1"] = exported({"article-0000": "elm", "article-0001": "elm"})
    found = figures(topics, exports, exported(right))
    by_name = {figure.name: figure for figure in found}
    assert by_name["precision"].value == pytest.approx(0.75)
    assert by_name["recall"].value == 1
    assert by_name["f1"].value == pytest.approx((2 / 3 + 1) / 2)
    assert by_name["at-once-f1"].value == 1
    (miss,) = by_name["f1"].misses
    assert miss.text == "Ferry\tsinks off Elm ~ Ferry sinks off Oakport"


def test_rows_become_articles_with_a_headline(tmp_path: Path) -> None:
    write_rows(ROWS, tmp_path)
    text = (tmp_path / "article-0000.md").read_text("utf-8")
    assert "title: Ferry sinks off Elm\n" in text
    assert text.endswith("Ferry\tsinks off Elm\n\nNobody died.\n")
