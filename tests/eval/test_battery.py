"""Single paragraphs and short reports, each a digest of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.eval import battery
from tests.eval.labels import LabelsError

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2031, 3, 5)
SAID = {"speaker": "Ada Byrne", "side": None, "content": "the bridge is safe"}
PARAGRAPHS: list[dict[str, Any]] = [
    {
        "text": "Mayor Ada Byrne said the bridge is safe.",
        "published": DAY,
        "statements": [SAID],
    },
    {"text": "She left by the back door.", "published": DAY, "statements": []},
    {
        "text": "The mayor said the bridge is safe.",
        "published": DAY,
        "statements": [SAID],
    },
]


def _file(paragraphs: list[dict[str, Any]], folder: Path) -> Path:
    file = folder / "town.yaml"
    file.write_text(yaml.safe_dump(paragraphs), "utf-8")
    return file


def test_no_paragraph_knows_of_another(tmp_path: Path) -> None:
    found = {f.name: f for f in battery.measure([_file(PARAGRAPHS, tmp_path)])}
    assert (found["names"].value, found["names"].of) == (1, 2)
    assert (found["silent"].value, found["silent"].of) == (1, 1)


def test_a_report_of_several_paragraphs_knows_who_was_named_in_it(tmp_path: Path) -> None:
    report = {"title": "Bridge opens", "published": DAY, "paragraphs": PARAGRAPHS}
    found = {f.name: f for f in battery.measure([_file([report], tmp_path)])}
    assert (found["names"].value, found["names"].of) == (2, 2)


def test_a_label_that_is_not_in_its_paragraph_is_told(tmp_path: Path) -> None:
    wrong = [{**PARAGRAPHS[1], "statements": [SAID]}]
    with pytest.raises(LabelsError, match="town-0"):
        battery.read(_file(wrong, tmp_path))


def test_a_missing_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match=r"town\.yaml: no 'text'"):
        battery.read(_file([{"published": DAY, "statements": []}], tmp_path))
