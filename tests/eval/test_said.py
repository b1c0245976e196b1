from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.eval.export import read_export
from tests.eval.labels import LabelsError
from tests.eval.made import article, paragraph
from tests.eval.said import figures, place, read_story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.eval.said import ToldArticle

FIRST = "The bridge is safe, Mayor Ada Byrne told Radio Elm on Monday."
SECOND = "Nothing moved."
TITLE = "Byrne: bridge is safe"
STORY: dict[str, Any] = {
    "story": "bridge",
    "subject": "disasters",
    "articles": [
        {
            "outlet": "Baltwire",
            "title": TITLE,
            "published": date(2031, 3, 5),
            "title_statements": [
                {"speaker": "Ada Byrne", "side": None, "content": "bridge is safe"}
            ],
            "paragraphs": [
                {
                    "text": FIRST,
                    "statements": [
                        {
                            "speaker": "Ada Byrne",
                            "side": "Elm",
                            "content": "The bridge is safe",
                            "said_on": date(2031, 3, 3),
                            "medium": "Radio Elm",
                        }
                    ],
                },
                {"text": SECOND, "statements": []},
            ],
        }
    ],
}


@pytest.fixture
def told(tmp_path: Path) -> tuple[ToldArticle, ...]:
    return _read(STORY, tmp_path)


def _read(story: dict[str, Any], folder: Path) -> tuple[ToldArticle, ...]:
    file = folder / "bridge.yaml"
    file.write_text(yaml.safe_dump(story), "utf-8")
    return read_story(file)


def statement(**other: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    made = {
        "speaker": "Ada Byrne",
        "mention": "Mayor Ada Byrne",
        "side": "Elm",
        "start": 0,
        "end": 18,
    }
    return made | {"said_on": "2031-03-03", "medium": "Radio Elm"} | other


def measured(
    told: tuple[ToldArticle, ...], *said: dict[str, Any], more: tuple[dict[str, Any], ...] = ()
) -> dict[str, float]:
    """Score an export with these statements in the first paragraph, `more` in the second."""
    heading = statement(start=7, end=len(TITLE))
    texts = [
        paragraph("t", TITLE, statements=[heading]),
        paragraph("0", FIRST, statements=list(said)),
        paragraph("1", SECOND, statements=list(more)),
    ]
    raw = {"articles": [article("bridge-0", texts)], "families": [], "events": [], "sections": []}
    return {each.name: each.value for each in figures(place(told, read_export(raw)))}


def test_a_right_export_is_right_in_everything(told: tuple[ToldArticle, ...]) -> None:
    found = measured(told, statement())
    assert (found.pop("wrong-named"), found.pop("wrong-days")) == (0, 0)
    assert set(found.values()) == {1}


@pytest.mark.parametrize(
    ("spoilt", "noticed"),
    [
        (
            {"speaker": "Bo Lund", "mention": "Bo Lund"},
            {"names", "name-accuracy", "speakers", "wrong-named"},
        ),
        ({"side": None}, {"sides"}),
        ({"said_on": None}, {"said-on"}),
        ({"said_on": "2031-01-01"}, {"said-on", "wrong-days"}),
        ({"medium": "Radio Oak"}, {"media"}),
    ],
)
def test_what_is_wrong_is_noticed(
    told: tuple[ToldArticle, ...], spoilt: dict[str, Any], noticed: set[str]
) -> None:
    right, wrong = measured(told, statement()), measured(told, statement(**spoilt))
    assert {name for name, value in wrong.items() if value != right[name]} == noticed


def test_nothing_found_is_nothing_right(told: tuple[ToldArticle, ...]) -> None:
    found = measured(told)
    assert found["statement-recall"] == found["names"] == found["speakers"] == 0


def test_a_statement_where_nobody_speaks_is_noticed(told: tuple[ToldArticle, ...]) -> None:
    found = measured(told, statement(), more=(statement(end=5),))
    assert (found["silent"], found["statement-precision"], found["wrong-named"]) == (0, 0.5, 1)


@pytest.mark.parametrize(("name", "right"), [("Ada Byrne Mora", 1), ("Bo Byrne Mora", 0)])
def test_a_longer_form_of_a_name_is_right(
    told: tuple[ToldArticle, ...], name: str, right: int
) -> None:
    assert measured(told, statement(speaker=name, mention=name))["names"] == right


@pytest.mark.parametrize(
    ("mention", "speaker", "right"),
    [
        ("An adviser to Lind, who asked", "adviser to Lind", 1),
        ("An adviser to Lind", "aide to Lind", 0),
        ("Another man", "adviser to Lind", 0),
        ("An adviser to Lind", "Bo Lund", 0),
    ],
)
def test_who_is_left_unnamed_is_right_by_the_words_of_the_text(
    tmp_path: Path, mention: str, speaker: str, right: int
) -> None:
    story = yaml.safe_load(yaml.safe_dump(STORY))
    label = story["articles"][0]["paragraphs"][0]["statements"][0]
    label |= {"speaker": "adviser to the minister", "mention": "An adviser to Lind"}
    found = measured(_read(story, tmp_path), statement(speaker=speaker, mention=mention))
    assert found["names"] == right


@pytest.mark.parametrize(("second", "recall"), [("Ada Byrne", 1.0), ("Bo Lund", 0.5)])
def test_a_statement_stands_for_several_labels_of_its_speaker_only(
    tmp_path: Path, second: str, recall: float
) -> None:
    story = yaml.safe_load(yaml.safe_dump(STORY))
    labels = story["articles"][0]["paragraphs"][0]["statements"]
    labels[0]["content"] = "The bridge"
    labels.append({**labels[0], "speaker": second, "content": "is safe"})
    found = measured(_read(story, tmp_path), statement())
    assert (found["statement-recall"], found["statement-precision"]) == (recall, 1)


def test_words_that_are_not_in_the_paragraph_are_refused(tmp_path: Path) -> None:
    broken = yaml.safe_load(yaml.safe_dump(STORY))
    broken["articles"][0]["paragraphs"][0]["statements"][0]["content"] = "The bridge fell"
    with pytest.raises(LabelsError, match="The bridge fell"):
        _read(broken, tmp_path)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    broken = yaml.safe_load(yaml.safe_dump(STORY))
    del broken["articles"][0]["title_statements"]
    with pytest.raises(LabelsError, match="title_statements"):
        _read(broken, tmp_path)
