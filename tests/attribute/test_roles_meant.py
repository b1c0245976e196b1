"""Whom roles, pronouns and parts of names mean where nobody was called by them before."""

from __future__ import annotations

import pytest

from tests.attribute.reading import read


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Jan Lepp, head of the mission, told reporters so. “We saw it,” the diplomat said.",
            "Jan Lepp",
            id="a like post",
        ),
        pytest.param(
            "Jan Lepp, the manager, left. “We lost,” the coach said.", "Jan Lepp", id="the coach"
        ),
        pytest.param(
            "Jan Lepp, the manager, left. “We lost,” the judge said.", "judge", id="no like post"
        ),
        pytest.param(
            "Jan Lepp, the manager, left. Ida Roe is the coach of Narva. It rained. The coach of "
            "Port Hope said no.",
            "coach of Port Hope",
            id="a post that another holds",
        ),
        pytest.param(
            "Jan Lepp, the manager, left. “We lost,” his coach said.",
            "Jan Lepp's coach",
            id="somebody's own",
        ),
        pytest.param(
            "Jan Lepp is the manager. It rained. It snowed. It blew. “We lost,” the coach said.",
            "coach",
            id="a like post long before",
        ),
        pytest.param(
            "The committee heard Ida Lind. She had sailed for years. “It sank,” the skipper said.",
            "Ida Lind",
            id="whom a pronoun kept in mind",
        ),
        pytest.param(
            "President Ida Lind met Ruritanian President Jan Roe. Lind laughed. The president "
            "said no.",
            "Ida Lind",
            id="whom a surname brought back to mind",
        ),
        pytest.param(
            "Lind's mother, a bus driver, came to the court. She said no.",
            "Lind's mother",
            id="a relative without a name",
        ),
    ],
)
def test_a_role_or_a_pronoun(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "A senior harbour official said no. “It is late,” the official said.",
            "senior harbour official",
            id="taken up again",
        ),
        pytest.param(
            "A harbour official said no. “It is late,” the ministry official said.",
            "ministry official",
            id="another",
        ),
        pytest.param(
            "A baker said no. Jan Lepp, a baker in Narva, came. “It is late,” the baker said.",
            "Jan Lepp",
            id="somebody named since",
        ),
        pytest.param(
            "The deputies of the baker said no. A baker said no.\n\nIt rained. It snowed. It blew. "
            "It froze. It thawed.\n\n“It is late,” the poor baker said.",
            "poor baker",
            id="long before",
        ),
    ],
)
def test_an_unnamed_speaker_is_taken_up(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A diplomat said no. “It is late,” said Jan Lepp, the envoy.", "Jan Lepp"),
        (
            "A diplomat, who asked not to be named, said no. “It is late,” said Jan Lepp, the envoy.",
            "diplomat",
        ),
        (
            "A diplomat, speaking on condition of anonymity, said no. “Yes,” said Jan Lepp, the envoy.",
            "diplomat",
        ),
        (
            "A diplomat asked not to be named. “No,” the diplomat said. “Yes,” said Jan Lepp, the envoy.",
            "diplomat",
        ),
    ],
)
def test_who_wants_no_name_is_given_none(text: str, first: str) -> None:
    assert read(text).speakers[0] == first


def test_somebody_a_sentence_is_about_may_be_named_next() -> None:
    reading = read(
        "Ruritania's harbour minister has found new friends.\n\nOn Monday, Jan Lepp accused the "
        "port of greed. “It sells the sea,” the minister said."
    )
    assert reading.speakers == ["Jan Lepp"] * 2


def test_a_name_is_shown_with_its_letters() -> None:
    reading = read("Lukasz Bąk said no.", "Łukasz Bąk said yes.")
    assert reading.speakers == ["Łukasz Bąk"] * 2
