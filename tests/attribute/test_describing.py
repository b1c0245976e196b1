"""Whom a description means that nobody was called by before."""

from __future__ import annotations

import pytest

from digest.attribute.names import gender
from tests.attribute.reading import read

_LEFT = "Jan Roe left on Friday."


@pytest.mark.parametrize(
    ("opening", "description"),
    [
        pytest.param("A vote freed Jan Roe. Jan Roe left.", "activist", id="nothing known"),
        pytest.param("Interior Minister Jan Roe left.", "former police officer", id="the past"),
        pytest.param("Governor Jan Roe left.", "businessman", id="work besides a post"),
        pytest.param(
            "Jan Roe, who has sat here since 2020, left.", "veteran lawmaker", id="filler"
        ),
        pytest.param("Press secretary Jan Roe left.", "spokesman", id="another word"),
        pytest.param("President Jan Roe left.", "outgoing head of state", id="a changed word"),
        pytest.param("Foreign Minister Jan Roe left.", "country's top diplomat", id="whose"),
        pytest.param("Archbishop Jan Roe left.", "cleric", id="a wider word"),
        pytest.param("Jan Roe, a member of parliament, left.", "lawmaker", id="several words"),
        pytest.param(
            "Jan Roe, president of the Dockers, left.", "union chief", id="what the employer may be"
        ),
        pytest.param("Jan Roe left.", "opposition leader", id="no institution"),
        pytest.param("Jan Roe lost it. He left.", "father of two", id="of how many"),
        pytest.param("Jan Roe left. It rained.", "64-year-old", id="an age"),
        pytest.param("Jan Roe left. It rained.", "retired baker from Narva", id="from where"),
        pytest.param("Jan Roe won it on Monday.", "candidate", id="a candidate"),
        pytest.param("Jan Roe won it. He left.", "driver from Narva", id="one of many, from where"),
        pytest.param(
            "Jan Roe, an opposition member of the council, left.",
            "Port First politician",
            id="a party in capitals",
        ),
        pytest.param("Attorney General Jan Roe left.", "Republican", id="an elected lawyer"),
        pytest.param("Jan Roe, head of the works council, left.", "union man", id="at home there"),
        pytest.param(
            "The Jacks sold their captain, Jan Roe. He left.",
            "shortstop",
            id="a place on the field",
        ),
        pytest.param("District Attorney Jan Roe left.", "prosecutor", id="who prosecutes"),
        pytest.param("Jan Roe left.", "former Baltwire baker", id="where somebody was"),
        pytest.param("Jan Roe left.", "New Mexican", id="from a state of two words"),
    ],
)
def test_whom_the_sentence_before_was_about(opening: str, description: str) -> None:
    assert read(f"{opening} The {description} said no.").speakers == ["Jan Roe"]


@pytest.mark.parametrize(
    ("opening", "description"),
    [
        pytest.param(_LEFT, "judge", id="of whom a story has one besides"),
        pytest.param("Jan Roe, a baker, left.", "mayor", id="a town's"),
        pytest.param(_LEFT, "driver", id="who drove"),
        pytest.param("Jan Roe, a baker, left.", "man", id="any man"),
        pytest.param("Defense attorney Jan Roe left.", "prosecutor", id="who defends"),
        pytest.param("Jan Roe, a baker, left.", "driver from Narva", id="another trade"),
        pytest.param(
            "Jan Roe, head of the Harbour List, left.", "Port First politician", id="another party"
        ),
        pytest.param("Senator Jan Roe left.", "governor", id="another post"),
        pytest.param("Minister Jan Roe left.", "widow", id="somebody's"),
        pytest.param("Jan Roe, head of Baltwire Bank, left.", "police chief", id="of another body"),
        pytest.param("Ms Ida Roe left.", "gunman", id="of another gender"),
        pytest.param("Jan Roe and Ida Lind left.", "two bakers", id="several"),
        pytest.param("Under questions from Sen. Ida Lind", "nominee", id="who asks"),
    ],
)
def test_somebody_else_stays_unnamed(opening: str, description: str) -> None:
    text = f"{opening} The {description} said no."
    if not opening.endswith("."):
        text = f"{opening}, the {description} said no."
    assert read(text).speakers == [description]


def test_who_is_alike_goes_before_whom_it_may_be_new_of() -> None:
    text = "Ms Lind told the board that she had sent away Colonel Jan Roe. The officer said no."
    assert read(text).speakers[-1] == "Jan Roe"


def test_somebodys_lawyer_is_the_lawyer() -> None:
    text = "Jan Roe was fined. His lawyer said no. “It is late,” the lawyer said."
    assert read(text).speakers == ["Jan Roe's lawyer"] * 2


def test_a_role_before_a_present_tense_is_a_subject() -> None:
    text = "Jan Roe, a baker, came. Petr Novak left. The baker plays it down. He said no."
    assert read(text).speakers == ["Jan Roe"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Jan Roe asked for time in an open letter. “It is late,” the letter said.", "Jan Roe"),
        ("Jan Roe wrote to the board. The letter said it was late.", "Jan Roe"),
        ("The Harbour Board issued a statement. The statement said no.", "Harbour Board"),
        ("The Harbour Court issued its ruling. The ruling said no.", "Harbour Court"),
        ("Jan Roe left. “A letter came,” he said. The letter said no.", "letter"),
        ("Jan Roe read the letter. The letter said no.", "letter"),
        ("Jan Roe wrote a letter. It rained. It blew. It froze. The letter said no.", "letter"),
    ],
)
def test_who_speaks_through_a_text(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Jan Roe, head of Polar Line, left. “It is late,” the company said.", "Polar Line"),
        ("Jan Roe, head of Clean Bays, left. “It is late,” the group said.", "Clean Bays"),
        ("Jan Roe, head of Baltwire Bank, left. “It is late,” the club said.", "club"),
        ("Jan Roe, head of Baltwire Bank, left. “It is late,” the court said.", "court"),
    ],
)
def test_whom_somebody_works_for(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("name", "told"),
    [("Karen Sargsyan", "m"), ("Karen Wood", "f"), ("Andrea Bertolini", "m"), ("Jan Roe", None)],
)
def test_a_surname_tells_whose_given_name_it_is(name: str, told: str | None) -> None:
    assert gender(name) == told
