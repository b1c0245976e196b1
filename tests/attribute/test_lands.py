"""`lands`: countries that no list has and the texts call such."""

from __future__ import annotations

import pytest

from digest.attribute.lands import told_lands
from tests.attribute.reading import read

_KNOWN = {"norway", "norwegian"}


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("The Norvanian foreign minister left Norvania.", {"Norvania"}),
        ("A Norvanian government spokesman spoke. In Norvania it rained.", {"Norvania"}),
        ("The Borave army left. The Boravese parliament of Borava met.", {"Borava"}),
        ("Karastani Prime Minister Jan Roe left Karastan.", {"Karastan"}),
        ("The Norvanian foreign minister left.", set()),
        ("The Norvanian singer left Norvania.", set()),
        ("Upper Norvanian ministers left Norvania.", set()),
        ("A Christian president is a friend of Christ.", set()),
        ("The Norwegian government is in Norway.", set()),
    ],
)
def test_a_name_with_a_demonym_before_an_office_of_state_is_a_land(
    text: str, lands: set[str]
) -> None:
    assert set(told_lands([text], _KNOWN.__contains__).nationals.values()) == lands


@pytest.mark.parametrize(
    "text",
    [
        "Zolda, the capital of Norvania, is quiet.",
        "The Norvanian capital, Zolda, is quiet.",
        "It rained in the Norvanian capital Zolda.",
    ],
)
def test_a_land_has_the_capital_that_texts_tell(text: str) -> None:
    told = told_lands(
        ["Norvania's neighbours and the Norvanian government wait.", text], _KNOWN.__contains__
    )
    assert told.places["zolda"] == "Norvania"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norvania's foreign minister, Jan Lind, said no.", "Norvania"),
        ("Prime Minister Jan Lind of Norvania said no.", "Norvania"),
        ("The Norvanian defence ministry said no.", "Norvania"),
        ("Norvania said no.", "Norvania"),
        ("Defence Minister Jan Lind said no.", "Norvania"),
        ("Defence Minister Jan Lind of Norway said no.", "Norway"),
        ("The baker Jan Lind said no.", None),
    ],
)
def test_such_a_land_is_a_side_as_any_country(text: str, side: str | None) -> None:
    reading = read(f"The Norvanian government met. Norvania waits.\n\n{text}")
    assert [reading.speaker(s).side for s in reading.statements] == [side]
