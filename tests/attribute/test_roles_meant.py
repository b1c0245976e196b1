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
            "Jan Lepp, leader of the Netmakers' Union, left. Ida Roe, a baker, came. The minister said no.",
            "minister",
            id="no minister of a union",
        ),
        pytest.param(
            "Jan Lepp, the manager, left. “We lost,” his coach said.",
            "Jan Lepp's coach",
            id="somebody's own",
        ),
        pytest.param(
            "Jan Lepp is the manager. It rained. It snowed. It blew. It froze. It thawed. It blew. It "
            "dried. It rained. It froze. “We lost,” the coach said.",
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
        pytest.param(
            "Mark Lepp left. He spoke in the state capital of Salt Lake City. He said no.",
            "Mark Lepp",
            id="a city",
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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Ida Tamm, an auditor, said no. Judge Jan Roe called for order. The witness said yes.",
            "Ida Tamm",
            id="who testified, though the judge spoke last",
        ),
        pytest.param(
            "Ida Tamm, an auditor, said no. A witness said yes. It rained. It blew. It froze. It "
            "thawed. It snowed. The first witness said maybe.",
            "first witness",
            id="somebody else",
        ),
        pytest.param(
            "Judge Ida Tamm called for order. The witness said yes.", "witness", id="no judge"
        ),
        pytest.param(
            "“It is late,” said Ida Tamm, a baker. The plaintiff wept, the plaintiff said.",
            "Ida Tamm",
            id="a plaintiff just spoken of",
        ),
        pytest.param(
            "“It is late,” said Ida Tamm. The minister said no.", "Ida Tamm", id="nothing known"
        ),
        pytest.param(
            "“It is late,” said Ida Tamm. The judge said no.", "judge", id="any story has a judge"
        ),
        pytest.param(
            "Ida Tamm was sentenced. The minister said no.", "minister", id="who did not speak"
        ),
        pytest.param(
            "The court sat. “It is late,” said Ida Tamm, the presiding judge. The court’s presiding "
            "judge said no.",
            "Ida Tamm",
            id="where a judge sits",
        ),
        pytest.param(
            "Ida Tamm found it in May. Both were spoilt. The retired postmistress from Narva said no.",
            "Ida Tamm",
            id="what a person was",
        ),
        pytest.param(
            "Hiroshi Mori, Baltwire's president, bowed. The Tokyo executive said no.",
            "Hiroshi Mori",
            id="an executive by the city",
        ),
    ],
)
def test_a_role_that_nobody_was_called_by(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


def test_two_who_spoke_together() -> None:
    text = "Ida Tamm came. Mayor Jan Roe and Bo Lund said no. {} said yes."
    assert read(text.format("The two")).speakers[-1] == "Jan Roe"
    assert read("Ida Tamm said no. The two said yes.").speakers[-1] == "two"


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        pytest.param(
            ("Professor Ida Tamm led it.", "It rained. “It is late,” the professor said."),
            "Ida Tamm",
            id="the only professor",
        ),
        pytest.param(
            (
                "Professor Ida Tamm led it. Professor Bo Lund left.",
                "It rained. “It is late,” the professor said.",
            ),
            "professor",
            id="one of two professors",
        ),
        pytest.param(
            ("Judge Ida Tamm led it.", "It rained. “It is late,” the judge said."),
            "judge",
            id="another trial's judge",
        ),
        pytest.param(
            (
                "Ruritanian Foreign Minister Jan Roe left.",
                "Foreign Minister Ida Lind of Norway met him. Her Ruritanian counterpart said no.",
            ),
            "Ida Lind's Ruritanian counterpart",
            id="another country",
        ),
        pytest.param(
            (
                "Estonian Foreign Minister Jan Roe left.",
                "Foreign Minister Ida Lind of Norway met him. Her Estonian counterpart said no.",
            ),
            "Jan Roe",
            id="the same post there",
        ),
        pytest.param(
            (
                "Estonian Defence Minister Jan Roe left.",
                "Foreign Minister Ida Lind of Norway met him. Her Estonian counterpart said no.",
            ),
            "Ida Lind's Estonian counterpart",
            id="another post there",
        ),
        pytest.param(
            ("Wayan Basuki-Rahar dug.", "The admiral left. Basuki said no."),
            "Wayan Basuki-Rahar",
            id="half of a name",
        ),
        pytest.param(
            ("Nguyen Thi Lan led it.", "It rained. Nguyen said no."),
            "Nguyen Thi Lan",
            id="the family's name first",
        ),
        pytest.param(
            ("Maria Thea Lind led it.", "It rained. Maria said no."), "Maria", id="a given name"
        ),
        pytest.param(
            ("Almaz Tesfaye came.", "It rained. “It is late,” Ms Almaz said."),
            "Almaz Tesfaye",
            id="a title before a given name",
        ),
    ],
)
def test_from_one_article_to_another(texts: tuple[str, ...], last: str) -> None:
    assert read(*texts).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("According to Ida Lind, it rains. According to her, it snows.", "Ida Lind"),
        ("Ida Lind said a notary had come, and she urged him to stay.", "Ida Lind"),
        ("She said a notary had seen Ida Lind, and she urged him to stay.", "Vera Roe"),
        ("The aunt is Ida Lind, who has a bakery. The port, she says, is shut.", "Ida Lind"),
    ],
)
def test_a_pronoun_means_one_in_a_sentence(text: str, last: str) -> None:
    assert read(f"Vera Roe came.\n\n{text}").speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jan Lepp, 52, a baker, came. Lepp said no.", "baker"),
        ("Jan Lepp, transport minister, came. Lepp said no.", "transport minister"),
        ("Jan Lepp is the head of the port. Lepp said no.", "head of the port"),
        ("Jan Lepp is the minister's choice. Lepp said no.", None),
        ("Jan Lepp, day after day, came. Lepp said no.", None),
        ("Jan Lepp, 52, left. Lepp said no.", None),
    ],
)
def test_what_a_text_says_that_somebody_is(text: str, role: str | None) -> None:
    reading = read(text)
    assert reading.speaker(reading.statements[-1]).role == role


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Bo Lund scored twice. Coach Ida Tamm cheered. The striker said no.",
            "striker",
            id="a coach does not play",
        ),
        pytest.param(
            "Ida Tamm, a hydrologist, warned. Mayor Bo Lund laughed. The scientist said no.",
            "Ida Tamm",
            id="a mayor is no scientist",
        ),
        pytest.param(
            "“No,” said Bo Lund, the minister's lawyer. The minister said yes.",
            "minister",
            id="whose lawyer he is",
        ),
        pytest.param(
            "Bo Lund, the father of the victim, wept. The victim said yes.",
            "victim",
            id="whose father he is",
        ),
        pytest.param(
            "“No,” said Ida Tamm and Bo Lund. The minister said yes.", "minister", id="one of two"
        ),
        pytest.param(
            "Ida Tamm, a hydrologist, met Bo Lund, a geologist. It rained. The scientist said no.",
            "Ida Tamm",
            id="the subject of two of a kind",
        ),
        pytest.param(
            "Ida Tamm, who chairs the inquiry, came. The inquiry's chair said no.",
            "Ida Tamm",
            id="what somebody does",
        ),
        pytest.param(
            "Ida Tamm, who leads the Netmakers' Union, came. The union boss said no.",
            "Ida Tamm",
            id="another word for what somebody does",
        ),
        pytest.param(
            "Judge Ida Tamm came. The presiding judge said no.", "Ida Tamm", id="an adjective"
        ),
        pytest.param(
            "Mayor Ida Tamm came. The mayor of Narva said no.", "mayor of Narva", id="another town"
        ),
        pytest.param(
            "Former minister Bo Lund left. The ex-minister said no.", "Bo Lund", id="'ex-'"
        ),
        pytest.param(
            "Ida Tamm, a mother of three, came. The mother of three said no.",
            "Ida Tamm",
            id="of how many",
        ),
    ],
)
def test_what_speaks_for_and_against_a_role(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Jan Roe won. His main rival said no. Ida Tamm, who leads the Harbour List, said yes.",
            "Ida Tamm",
        ),
        (
            "Jan Roe won. His main rival said no. Ida Tamm, the judge, said yes.",
            "Jan Roe's main rival",
        ),
        ("One of the women, who gave her name only as Aili, said no.", "Aili"),
        ("A baker, whose name was known as trouble, said no.", "baker"),
        ("An engineer said no. The same man said more. “My name is Jan Roe,” he said.", "Jan Roe"),
        ("An engineer said no. “His name is Jan Roe,” he said.", "engineer"),
        ("A welder said no. “My name is mud,” he said.", "welder"),
    ],
)
def test_who_is_named_at_last(text: str, first: str) -> None:
    assert read(text).speakers[0] == first


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Mayor Jan Roe slept. It rained, Bo Lind told Ida Tamm. She smiled. It blew. He said no.",
            "Bo Lind",
        ),
        ("Bo Lind’s mother, a driver, came. She said no.", "Bo Lind’s mother"),
    ],
)
def test_a_pronoun_means_who_was_named_since(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


_MET = "Foreign Minister Jan Roe of Norway met his Estonian counterpart, Ida Lind."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{_MET} The Estonian minister said no.", "Ida Lind"),
        (f"{_MET} The Norwegian minister said no.", "Jan Roe"),
        (f"{_MET} The Finnish minister said no.", "Finnish minister"),
        (
            "Prime Minister Jan Roe met Norwegian President Ida Lind. The Norwegian leader said no.",
            "Ida Lind",
        ),
        (
            "Prime Minister Jan Roe sailed to Norway. The Norwegian leader said no.",
            "Jan Roe",
        ),
    ],
)
def test_whose_country_a_role_tells(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Residents of Narva blocked the road. They said no.", "Residents of Narva"),
        ("Ida Roe left. Bakers blocked the road. They said no.", "Bakers"),
        ("Bakers came. Lawmakers said no. They said yes.", "Lawmakers"),
        ("Bakers came. It rained. Ida Roe and Bo Lund said no. They said yes.", "Ida Roe"),
    ],
)
def test_whom_they_mean(text: str, last: str) -> None:
    assert read(text).speakers[-1] == last


def test_a_role_begins_behind_the_verb() -> None:
    reading = read(f"{_MET} Lind said no.")
    assert reading.speaker(reading.statements[-1]).side == "Estonia"


@pytest.mark.parametrize(
    ("who", "last"),
    [
        ("The Glaswegian", "Bo Lund"),
        ("The 27-year-old Pole", "Bo Lund"),
        ("The 27-year-old Vietnamese", "Bo Lund"),
        ("The Vietnamese", "Vietnamese"),
        ("The Observer", "Observer"),
    ],
)
def test_where_somebody_is_from(who: str, last: str) -> None:
    assert read(f"Striker Bo Lund scored. {who} said no.").speakers[-1] == last


def test_a_sentence_stays_with_who_speaks_in_it() -> None:
    told = "Mark Lepp came. Lepp said his son had asked him to leave. “He did,” he said."
    assert sorted(read(told).speakers) == ["Mark Lepp", "Mark Lepp", "Mark Lepp's son"]


def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    told = "Mark Lepp came. Despite Lepp claiming that it was over, they left. Lepp said no."
    assert set(read(told).speakers) == {"Mark Lepp"}
