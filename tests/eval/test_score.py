from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eval.export import ExportError, read_export
from tests.eval.made import measured, paragraph_of, right_export, statement

if TYPE_CHECKING:
    from pathlib import Path

PERFECT = {
    "kinds": "8 of 8",
    "furniture": "2 of 2",
    "paragraphs": "6 of 6",
    "sections": "6 of 6",
    "speakers": "5 of 5",
    "sides": "5 of 5",
    "silent": "1 of 1",
    "wrong-named": "0",
    "same-folded": "1 of 1",
    "apart-folded": "0",
    "wrong-folds": "0",
    "events": "2 of 2",
    "main-events": "3 of 3",
    "event-articles": "2 of 2",
}


def changed(export: dict[str, object], folder: Path) -> dict[str, str]:
    """Give the figures that are not perfect."""
    shown = {name: figure.shown for name, figure in measured(export, folder).items()}
    return {name: value for name, value in shown.items() if value != PERFECT[name]}


def test_a_right_export_is_perfect(tmp_path: Path) -> None:
    shown = {name: figure.shown for name, figure in measured(right_export(), tmp_path).items()}
    assert shown == PERFECT


def test_a_wrong_speaker_lowers_the_figure_and_is_named(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a1")["statements"][0]["speaker"] = "Vesna Horvat"
    assert changed(export, tmp_path) == {"speakers": "4 of 5", "wrong-named": "1"}
    (miss,) = measured(export, tmp_path)["speakers"].misses
    assert (miss.where, miss.got) == ("01_first:1", "Vesna Horvat")


def test_only_the_first_statement_is_the_main_one(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a1")["statements"].insert(0, statement("the mayor", "Town"))
    assert changed(export, tmp_path) == {"speakers": "4 of 5", "sides": "4 of 5"}


def test_no_speaker_is_a_miss_but_credits_nobody_wrongly(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a1")["statements"] = []
    assert changed(export, tmp_path) == {"speakers": "4 of 5", "sides": "4 of 5"}


def test_an_unresolved_speaker_goes_by_the_words_in_the_text(tmp_path: Path) -> None:
    export = right_export()
    said = statement(None, "Dockers", "a spokesman of the dock workers")
    paragraph_of(export, "a1")["statements"] = [said]
    assert changed(export, tmp_path) == {}


def test_a_voice_put_into_a_silent_line(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a3")["statements"] = [statement("Vesna Horvat", "Town")]
    assert changed(export, tmp_path) == {"silent": "0 of 1", "wrong-named": "1"}


def test_a_wrong_side(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "c0")["statements"][0]["side"] = "Dockers"
    assert changed(export, tmp_path) == {"sides": "4 of 5"}


def test_a_wrong_kind_on_the_pages(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "b0").update(kind="text", fate="kept")
    assert changed(export, tmp_path) == {"kinds": "7 of 8", "furniture": "1 of 2"}


def test_text_that_is_cut(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a3").update(kind="boilerplate", fate="cut")
    assert changed(export, tmp_path) == {"kinds": "7 of 8", "paragraphs": "5 of 6"}


def test_any_defensible_section_is_right_and_others_are_not(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "a1")["section"] = "town"
    assert changed(export, tmp_path) == {}
    paragraph_of(export, "a2")["section"] = "dockers"
    assert changed(export, tmp_path) == {"sections": "5 of 6"}


def test_a_folded_paragraph_stands_where_its_family_does(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "b1")["section"] = None
    assert changed(export, tmp_path) == {}
    export["sections"] = [{"id": "town", "families": ["family-a1"]}]
    assert changed(export, tmp_path) == {"sections": "5 of 6"}


def test_a_repeat_left_apart(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "b1").update(fate="kept", family="family-b1")
    export["families"][0]["copies"] = []
    assert changed(export, tmp_path) == {"same-folded": "0 of 1"}


def test_an_apart_fold_is_caught(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "c0").update(fate="folded", family="family-a1")
    export["families"][0]["copies"].append({"paragraph": "c0"})
    assert changed(export, tmp_path) == {"apart-folded": "1", "wrong-folds": "1"}
    (miss,) = measured(export, tmp_path)["apart-folded"].misses
    assert miss.where == "01_first:1 03_third:0"


def test_an_allowed_copy_is_no_wrong_fold_but_only_with_its_keeper(tmp_path: Path) -> None:
    export = right_export()
    paragraph_of(export, "b2").update(fate="folded", family="family-a1")
    export["families"][0]["copies"].append({"paragraph": "b2"})
    assert changed(export, tmp_path) == {"wrong-folds": "1"}
    export["families"][0] |= {"keeper": "b1", "copies": [{"paragraph": "a1"}, {"paragraph": "b2"}]}
    assert changed(export, tmp_path) == {}


def test_a_missing_line_is_a_miss_wherever_it_counts(tmp_path: Path) -> None:
    export = right_export()
    del export["articles"][0]["paragraphs"][2]
    assert changed(export, tmp_path) == {
        "kinds": "7 of 8",
        "paragraphs": "5 of 6",
        "sections": "5 of 6",
        "speakers": "4 of 5",
        "sides": "4 of 5",
    }
    (miss,) = measured(export, tmp_path)["kinds"].misses
    assert (miss.where, miss.got) == ("01_first:2", "no such paragraph")


def test_a_missing_article_misses_all_its_lines_and_its_event(tmp_path: Path) -> None:
    export = right_export()
    del export["articles"][2]
    found = changed(export, tmp_path)
    assert found["kinds"] == "7 of 8"
    assert found["main-events"] == "2 of 3"


@pytest.mark.parametrize(("key", "value"), [("date", "2031-05-02"), ("place", "Elm")])
def test_an_event_on_the_wrong_day_or_place(tmp_path: Path, key: str, value: str) -> None:
    export = right_export()
    export["events"][0][key] = value
    assert changed(export, tmp_path) == {
        "events": "1 of 2",
        "main-events": "1 of 3",
        "event-articles": "1 of 2",
    }


def test_an_article_with_the_wrong_main_event(tmp_path: Path) -> None:
    export = right_export()
    export["articles"][2]["event"] = "strike-2031"
    assert changed(export, tmp_path) == {"main-events": "2 of 3", "event-articles": "0 of 2"}


def test_an_event_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    export = right_export()
    export["events"].append(export["events"][0] | {"id": "again"})
    export["articles"][1]["event"] = "again"
    assert changed(export, tmp_path) == {"main-events": "2 of 3", "event-articles": "1 of 2"}


def test_an_export_without_a_promised_name_is_refused() -> None:
    export = right_export()
    del paragraph_of(export, "a1")["fate"]
    with pytest.raises(ExportError, match="fate"):
        read_export(export)
