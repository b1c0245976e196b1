"""Pairs that differ in one fact inside whole articles: where they stand, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from tests.eval import inside
from tests.eval.test_folding import MUSEUM, QUAY, RAIN, article

if TYPE_CHECKING:
    from pathlib import Path

ROAD = "The mayor of Velmouth opened the road over the Brennick pass on Tuesday morning."
NO_ROAD = "The mayor of Velmouth did not open the road over the Brennick pass on Tuesday."


def story(name: str) -> dict[str, object]:
    articles = {key: article(RAIN, MUSEUM, RAIN, MUSEUM) for key in "ab"}
    return {"story": name, "articles": articles, "pairs": []}


def test_a_pair_that_folds_is_counted_once_a_host(tmp_path: Path) -> None:
    pairs = [{"id": "copy", "a": QUAY, "b": QUAY}, {"id": "held back", "a": QUAY, "b": QUAY}]
    pairs.append({"id": "other", "a": ROAD, "b": NO_ROAD})
    (tmp_path / "minimal.yml").write_text(yaml.safe_dump(pairs), encoding="utf-8")
    (tmp_path / "hosts").mkdir()
    for name in ("first", "held back", "third"):
        (tmp_path / "hosts" / f"{name}.yml").write_text(yaml.safe_dump(story(name)), "utf-8")
    figure = inside.folded(tmp_path / "minimal.yml", [tmp_path / "hosts"], "dev")
    assert [miss.where for miss in figure.misses] == ["copy in first", "copy in third"]
    assert figure.value == 2


def test_every_pair_stands_in_the_middle_of_two_stories() -> None:
    names = [f"pair-{number}" for number in range(7)]
    pairs = [{"id": name, "a": f"{name} here.", "b": f"{name} there."} for name in names]
    stories = [story(name) for name in ("one", "two", "three", "four")]
    hosts: dict[str, set[str]] = {name: set() for name in names}
    for each in inside.inserted(pairs, stories):
        for pair, (a, b) in zip(each.pairs, each.places, strict=True):
            hosts[pair["id"]].add(each.story)
            assert each.texts[0].paragraphs[a] == pair["a"]
            assert each.texts[1].paragraphs[b] == pair["b"]
            assert 0 < a < len(each.texts[0].paragraphs) - 1
    assert {len(found) for found in hosts.values()} == {inside.HOSTS}
