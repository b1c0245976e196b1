"""Whole paragraphs: the cases of cases/attribution/, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.attribute import attribute
from digest.config import PersonSetting
from digest.model import Label
from tests.attribute.reading import Reading, article, read
from tests.attribute.texts import TEXTS
from tests.clock import grows_less_than, takes_less_than
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = sorted((Path(__file__).parents[1] / "cases" / "attribution").glob("*.yml"))
CASES: list[dict[str, Any]] = [case for file in FILES for case in read_yaml(file)]
LONG = 4_000  # characters; what is quadratic shows at that, even with coverage on
SECONDS = 3.0
GROWTH = 9  # times the seconds for four times the text: four is linear, sixteen quadratic


def _params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", _params())
def test_case(case: dict[str, Any]) -> None:
    reading = read(case["text"], people=[_setting(person) for person in case.get("people", ())])
    wanted = [{"in": 0, **statement} for statement in case["statements"]]
    offered = [_described(reading, i) for i in range(len(reading.statements))]
    keys = [wanted[i].keys() if i < len(wanted) else told.keys() for i, told in enumerate(offered)]
    assert [{k: told[k] for k in own} for told, own in zip(offered, keys, strict=True)] == wanted


def _setting(person: dict[str, Any]) -> PersonSetting:
    return PersonSetting(
        person["name"], tuple(person.get("forms", ())), person.get("role"), person.get("side")
    )


def _described(reading: Reading, at: int) -> dict[str, Any]:
    statement = reading.statements[at]
    person = reading.speaker(statement)
    return {
        "in": int(statement.paragraph.partition(":")[2]),
        "speaker": person.name,
        "side": person.side,
        "mention": statement.mention,
        "kind": statement.kind,
        "content": reading.content(statement),
        "medium": statement.medium.name if statement.medium else None,
        "said": statement.said.span.of(reading.text(statement)) if statement.said else None,
    }


def test_cases_are_many_and_named_once() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 80
    assert {case["subject"] for case in CASES} == {
        "politics",
        "business",
        "courts",
        "disasters",
        "sport",
        "science",
    }


def test_a_statement_knows_its_day() -> None:
    reading = read(
        "Jan Novak said on 4 March 2031 that it rained. It will rain on 9 March 2031, Ann Lind said."
    )
    assert [s.said and s.said.first.isoformat() for s in reading.statements] == ["2031-03-04", None]


def test_a_day_in_front_of_the_speaker_counts() -> None:
    reading = read("On 4 March 2031, Jan Novak said that it rained.")
    assert [s.said and s.said.first.isoformat() for s in reading.statements] == ["2031-03-04"]


def test_only_text_is_searched() -> None:
    text = "Jan Novak said it rained."
    assert read(text, kinds={"a:0": "caption"}).statements == ()


def test_nothing_in_nothing_out() -> None:
    assert read().statements == ()


@given(st.lists(TEXTS | st.text(max_size=80), max_size=3))
@settings(deadline=None)
def test_any_text_can_be_read(texts: list[str]) -> None:
    reading = read(*texts)
    for statement in reading.statements:
        text = reading.text(statement)
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        assert statement.person in reading.people
    assert len({p.id for p in reading.people.values()}) == len(reading.people)


@given(TEXTS)
@settings(deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


ENDLESS = [
    "said ", "he said ", "he said, ", "and said ", "Xx, who said, ", "told the X Y Z ", "The A said that ",
    "“", '"a ', "'a ", "““”", "‘a’ ", "’s ", "a, ", "( ", "-— ", ", adding that ", ": “a” ", "Aaa Bbb ", "A-",
    "Abc of the ", "according to Xx, ", "“A,” Xx said. ", "in in ", "not ", "badly ", "Mr. ", "U.S.", "that that ",
    "Mr. Xx, the minister of Yy, said that “he was, ” and told Zz, who, ",
]  # fmt: skip


@pytest.mark.parametrize("unit", ENDLESS)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def reading(length: int) -> Callable[[], object]:
        _, paragraphs = article((unit * LONG)[:length])
        labels = [Label(p.id, "text", None) for p in paragraphs]
        return lambda: attribute(paragraphs, labels, [], [])

    assert takes_less_than(SECONDS, reading(LONG))
    assert grows_less_than(GROWTH, reading(LONG // 4), reading(LONG))
