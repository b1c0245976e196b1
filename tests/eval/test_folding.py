"""The scorer of the project's benchmark, on a benchmark of a few lines."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.eval import folding
from tests.yamlfile import read_yaml

QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
RAIN = "It rained for a week on all the islands of the Sound, and the ferries stood still."
MUSEUM = "The museum of the province has found a boat of the Bronze Age in the mud of the Lode."


def article(*paragraphs: str, day: str = "2031-05-06") -> dict[str, object]:
    return {"outlet": "Baltwire", "title": "T", "published": day, "paragraphs": list(paragraphs)}


def test_a_fold_that_no_pair_asks_for_is_wrong(tmp_path: Path) -> None:
    story = {
        "story": "quay",
        "articles": {"a": article(QUAY, RAIN), "b": article(RAIN, QUAY, MUSEUM)},
        "pairs": [
            {"a": 0, "b": 1, "level": "verbatim"},
            {"a": 1, "b": 2, "level": "hard"},
        ],
    }
    (tmp_path / "quay.yml").write_text(yaml.safe_dump(story), encoding="utf-8")
    found = {figure.name: figure for figure in folding.paraphrases(tmp_path)}
    assert found["paraphrases"].value == 0.5
    assert found["paraphrases-verbatim"].shown == "1 of 1"
    assert found["paraphrases-hard"].shown == "0 of 1"
    assert found["wrong-folds"].value == 1
    told, wrong = folding.outlets(tmp_path)
    assert (told.shown, wrong.value) == ("1 of 2", 1)
    labels = [each.label for each in folding.all_pairs(tmp_path)]
    assert (labels.count("same"), len(labels)) == (2, 6)


def test_minimal_pairs_must_stay_two(tmp_path: Path) -> None:
    pairs = [{"id": "copy", "a": QUAY, "b": QUAY}, {"id": "other", "a": QUAY, "b": RAIN}]
    (tmp_path / "minimal.yml").write_text(yaml.safe_dump(pairs), encoding="utf-8")
    figure = folding.minimal(tmp_path / "minimal.yml")
    assert (figure.value, figure.misses[0].where) == (1, "copy")


def test_events_of_a_series_must_stay_apart(tmp_path: Path) -> None:
    events = [
        {"id": "spring", "articles": [article(QUAY), article(QUAY)]},
        {"id": "autumn", "articles": [article(QUAY, RAIN)]},
    ]
    (tmp_path / "series.yml").write_text(
        yaml.safe_dump([{"series": "quays", "events": events}]), encoding="utf-8"
    )
    figure = folding.series(tmp_path / "series.yml")
    assert figure.value == 2
    assert {miss.where for miss in figure.misses} == {"quays"}


def test_every_pair_of_the_outlets_names_paragraphs_and_none_is_both() -> None:
    for path in sorted((Path(folding.__file__).parent / "folding" / "outlets").glob("*.yml")):
        story = read_yaml(path)
        articles = story["articles"]
        same, near = (
            {(pair["a"], pair["b"]) for pair in story[name]} for name in ("pairs", "near")
        )
        assert not same & near
        for pair in same | near:
            assert all(
                n < len(articles[key]["paragraphs"]) for key, n in zip("ab", pair, strict=True)
            )
