from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.eval.labels import LabelsError, LineId, check_lines, lines_of, read_labels
from tests.eval.made import LABELS
from tests.eval.sets import GOLD, NAME, SOURCES

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> Path:
    file = folder / "labels.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_labels_are_read_with_their_references_resolved(tmp_path: Path) -> None:
    labels = read_labels(written(tmp_path, LABELS))
    assert labels.apart == {frozenset({LineId("01_first.txt", 1), LineId("03_third.txt", 0)})}
    assert labels.events[0].articles == ("01_first.txt", "02_second.txt")
    assert labels.articles[0].published == date(2031, 5, 2)
    assert labels.articles[1].outlet is None


def test_nobody_and_no_label_differ(tmp_path: Path) -> None:
    lines = read_labels(written(tmp_path, LABELS)).articles[0].lines
    assert (lines[0].speakers, lines[3].speakers) == (None, ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: title", "kind: tilte", "tilte"),
        ("kind: title", "knid: title", "knid"),
        ("[01:1, 03:0]", "[01:1, 03:9]", "03_third:9"),
        ("[01:1, 03:0]", "[01:1, 07:0]", "names 0 articles"),
        ("[01:1, 03:0]", "[01:1, 0:0]", "names 3 articles"),
    ],
)
def test_slips_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(LabelsError, match=said):
        read_labels(written(tmp_path, LABELS.replace(old, new)))


def test_lines_leave_out_front_matter_and_blanks() -> None:
    assert lines_of("---\ntitle: x\n---\n\nOne\n \n\nTwo\n---\nThree\n") == [
        "One",
        "Two",
        "---",
        "Three",
    ]
    assert lines_of("One\n\nTwo") == ["One", "Two"]


def test_labels_about_another_text_are_refused(tmp_path: Path) -> None:
    article = read_labels(written(tmp_path, LABELS)).articles[1]
    with pytest.raises(LabelsError, match="2 lines of text, 3 labels"):
        check_lines(article, ["one", "two"])


def test_the_repositorys_own_labels_are_about_its_articles() -> None:
    labels = read_labels(GOLD / f"{NAME}-own.yml")
    for article in labels.articles:
        check_lines(article, lines_of((SOURCES / article.key).read_text(encoding="utf-8")))
    assert labels.events
