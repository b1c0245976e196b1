"""Names of two words that are a company's, told by what stands around them."""

from __future__ import annotations

import pytest

from tests.attribute.reading import read


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("Alder Brook, the supplier, waits.", id="what it is"),
        pytest.param(
            "Alder Brook, the Norwegian company that makes crates, waits.", id="from where"
        ),
        pytest.param("Crates of Alder Brook, a dairy company, leak.", id="wherever it stands"),
        pytest.param("Alder Brook, one of Upland's makers of crates, waits.", id="one of several"),
        pytest.param("Alder Brook, which makes crates, waits.", id="'which'"),
        pytest.param("Alder Brook's shares fell.", id="what only a company has"),
        pytest.param("Shares of Alder Brook fell.", id="shares of it"),
        pytest.param("Alder Brook will close its plant.", id="what is its own"),
        pytest.param("Alder Brook said it would close its plant.", id="what it says it will do"),
        pytest.param(
            "Alder Brook has recalled 900 crates. It rained.", id="the company soon after"
        ),
    ],
)
def test_the_company_is_the_one_just_told_of(opening: str) -> None:
    reading = read(f"{opening}\n\nThe company said no.")
    last = reading.speaker(reading.statements[-1])
    assert (last.name, last.kind, last.side) == ("Alder Brook", "institution", "Alder Brook")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Alder Roe, a baker, said no. The company waits.", id="a trade"),
        pytest.param("Mayor Alder Roe said no. The company waits.", id="a post"),
        pytest.param("Alder Roe, 52, said no. The company waits.", id="an age"),
        pytest.param("Alder Roe, who lives there, said no. The company waits.", id="'who'"),
        pytest.param("Alder Roe said no. He left. The company waits.", id="a pronoun"),
        pytest.param("Alder Roe said he left. The company waits.", id="one in its sentence"),
        pytest.param("Jan Roe said no. The company waits.", id="a given name"),
        pytest.param("Alder Roe said no. The Harbour Bank and the company wait.", id="another"),
        pytest.param("Alder Roe said no. The company waits, Roe said.", id="a surname alone"),
        pytest.param(
            "Alder Roe waits in Baltwire. The company rests, Alder Roe said.", id="a rival"
        ),
        pytest.param("“Shares of Alder Roe fell.” Alder Roe said no.", id="in a quotation"),
        pytest.param("Alder Roe said no, and the Upland pact has its price.", id="whose price"),
        pytest.param("Alder Roe, a crane operator, said no.", id="who operates"),
    ],
)
def test_somebody_stays_a_person(text: str) -> None:
    reading = read(text)
    assert {reading.speaker(s).kind for s in reading.statements} == {"person"}


def test_a_name_told_in_one_article_holds_for_all() -> None:
    reading = read("Alder Brook's shares fell.", "Alder Brook said no.")
    assert [person.kind for person in reading.people.values()] == ["institution"]
