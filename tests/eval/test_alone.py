"""The labels of sentences that read alone, and the figures made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.eval import alone
from tests.eval.figure import Miss
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

LABELS = alone.HERE / "alone"


@pytest.mark.parametrize("half", alone.HALVES)
def test_every_sentence_stands_in_its_story(half: str) -> None:
    for story, sentences in read_yaml(LABELS / f"{half}.yml").items():
        body = alone.text_of(story)
        assert set(sentences) == {"alone", "leans"}
        assert [t for texts in sentences.values() for t in texts if t not in body] == []


def test_no_sentence_is_both_looked_at_and_held_back() -> None:
    halves = [read_yaml(LABELS / f"{half}.yml") for half in alone.HALVES]
    dev, held = (
        {t for s in half.values() for texts in s.values() for t in texts} for half in halves
    )
    assert not dev & held


def test_figures_count_what_is_offered_and_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = {
        "cup-final": {
            "alone": [
                "Marta Ilves opened a new harbour office in Tallinn.",
                "She opened a new harbour office in Tallinn on Friday.",
            ],
            "leans": ["Marta Ilves closed a harbour office in Tallinn again."],
        }
    }
    (tmp_path / "alone").mkdir()
    for half in alone.HALVES:
        (tmp_path / "alone" / f"{half}.yml").write_text(yaml.safe_dump(labels))
    monkeypatch.setattr(alone, "LABELS", tmp_path / "alone")
    figures = {figure.name: figure for figure in alone.figures()}
    assert figures["dev-precision"].value == 1 / 2
    assert figures["held-recall"].value == 1 / 2
    (missed,) = figures["dev-recall"].misses
    assert isinstance(missed, Miss)
    assert missed.got == "leans (opening: she)"
