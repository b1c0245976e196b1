"""Retellings in whole articles, by the places that a reader noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.eval import retold

if TYPE_CHECKING:
    from pathlib import Path

QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
RAIN = "It rained for a week on all the islands of the Sound, and the ferries stood still."


@pytest.mark.parametrize(
    ("same", "may", "folded", "unlinked"),
    [
        (["1:0 2:1"], [], 1, 0),
        (["1:0 2:0"], ["1:0 2:1"], 0, 0),
        (["1:0 2:0"], [], 0, 2),
    ],
)
def test_what_folds_is_held_against_the_places(
    tmp_path: Path, same: list[str], may: list[str], folded: int, unlinked: int
) -> None:
    file = tmp_path / "labels.yml"
    file.write_text(yaml.safe_dump({"e": {"same": same, "may": may}}), "utf-8")
    shared = {"event": "e", "date": "2031-05-06", "title": "T"}
    rows = [
        {**shared, "doc_id": "e_1", "source": "one", "paragraphs": [QUAY]},
        {**shared, "doc_id": "e_2", "source": "two", "paragraphs": [RAIN, f"{QUAY} It mends."]},
    ]
    found = {figure.name: figure for figure in retold.figures(file, rows)}
    assert (found["same-folded"].value, found["same-folded"].of) == (folded, 1)
    assert found["unlinked-folds"].value == unlinked
