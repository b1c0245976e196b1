"""Who is meant across paragraphs and articles, and what is known of them."""

from __future__ import annotations

import pytest

from digest.config import PersonSetting
from tests.attribute.reading import read


def test_one_person_across_articles() -> None:
    reading = read(
        "Minister Dmitry Baryshev said no.", "Baryshev said yes.", "Dmytro Barishev said maybe."
    )
    assert reading.speakers == ["Dmitry Baryshev"] * 3


def test_namesakes_across_articles_stay_two() -> None:
    reading = read("Striker Petr Novak said no.", "Goalkeeper Anna Novak said yes.")
    assert reading.speakers == ["Petr Novak", "Anna Novak"]


def test_a_surname_means_the_one_of_its_article() -> None:
    reading = read(
        "Striker Petr Novak said no. Novak said it again.",
        "Goalkeeper Anna Novak said yes. Novak said it again.",
    )
    assert reading.speakers == ["Petr Novak", "Petr Novak", "Anna Novak", "Anna Novak"]


def test_a_surname_of_two_in_other_articles_means_neither() -> None:
    reading = read(
        "Striker Petr Novak said no.", "Goalkeeper Anna Novak said yes.", "Novak said maybe."
    )
    last = reading.speaker(reading.statements[-1])
    assert (last.name, last.kind) == ("Novak", "unnamed")


@pytest.mark.parametrize("many", ["People in the town", "Groups in Zabor", "Bakers"])
def test_many_are_nobody_whom_the_article_names_next(many: str) -> None:
    reading = read(f"{many} fear that it will rain. “It rained,” said Petr Novak.")
    assert reading.speakers == [many, "Petr Novak"]


def test_unnamed_speakers_of_two_articles_stay_two() -> None:
    reading = read("A baker said no.", "A baker said yes.")
    first, second = reading.statements
    assert first.person != second.person
    assert {reading.speaker(s).kind for s in reading.statements} == {"unnamed"}


def test_the_editor_knows_better() -> None:
    setting = PersonSetting("Jan Baryshev", ("Yan Barishev",), "chair", "Upland")
    reading = read("Minister Yan Barishev of Norway said no.", people=[setting])
    person = reading.speaker(reading.statements[0])
    assert (person.name, person.role, person.side) == ("Jan Baryshev", "chair", "Upland")
    assert person.forms == ("Jan Baryshev", "Yan Barishev")


def test_people_who_say_nothing_are_not_given() -> None:
    reading = read("Striker Petr Novak met goalkeeper Anna Novak. Petr Novak said no.")
    assert [person.name for person in reading.people.values()] == ["Petr Novak"]


def test_ids_differ_where_names_make_one_slug() -> None:
    reading = read("A baker said no.", "A baker said yes.")
    assert sorted(reading.people) == ["baker", "baker-2"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norwegian minister Jan Lind said no.", "Norway"),
        ("Jan Lind, the Norwegian ambassador in Moscow, said no.", "Norway"),
        ("Oslo said no.", "Norway"),
        ("The Norwegian Foreign Ministry said no.", "Norway"),
        ("Jan Lind, a spokesman for NATO, said no.", "NATO"),
        (
            "The Nordic Herring Council (NHC) met. NHC chief Jan Lind said no.",
            "Nordic Herring Council",
        ),
        ("NATO met. The alliance's secretary general, Jan Lind, said no.", "NATO"),
        ("Norwegian minister Jan Lind came. Lind’s office said no.", "Norway"),
        ("Jan Lind said no.", None),
        ("Congolese minister Jan Lind said no.", None),
        ("New Jersey Governor Jan Lind said no.", "New Jersey"),
        ("Senate Minority Leader Jan Lind said no.", "United States"),
        ("Speaker of the House Jan Lind said no.", "United States"),
        ("The Norwegian government waits. Minority leader Jan Lind said no.", None),
        ("The Internal Revenue Service said no.", "United States"),
        ("A federal judge in San Francisco said no.", "United States"),
        ("The Ohio Supreme Court said no.", "Ohio"),
        ("The Scottish government said no.", "Scotland"),
        ("Ohio Attorney General Jan Lind said no.", "Ohio"),
        ("Sen. Jan Lind of Ohio said no.", "United States"),
        ("It rained, Narva Mayor Jan Lind said.", "Narva"),
        ("New York City Mayor Jan Lind said no.", "New York City"),
        ("Chirpy Mayor Jan Lind said no.", None),
        ("Harbourline CEO Jan Lind said no.", "Harbourline"),
        ("Tech CEO Jan Lind said no.", None),
        ("The NHB said no.", "NHB"),
        ("Jan Lind, head of the Narva-based NGO Open Harbour, said no.", "Open Harbour"),
        ("Chat-style platform Harbourline said no.", "Harbourline"),
        ("A papal envoy, Jan Lind, said no in Oslo.", "Vatican"),
        ("A Kurdish lawmaker, Jan Lind, said no.", None),
        ("The OSCE chairman-in-office, Jan Lind, said no.", "OSCE"),
        ("Father Jan Lind, a spokesman for Narva, said no.", "Narva"),
        ("Opposition lawmaker Jan Lind of the Port First bloc said no.", "Port First"),
        ("Jan Lind, a member of the opposition Vote-Now party, said no.", "Vote-Now"),
        ("Jan Lind from the Port First faction said no.", "Port First"),
        ("Prime Minister Jan Lind said no in Oslo.", "Norway"),
        ("The Kremlin waits over Sukhumi, presidential aide Jan Lind said.", "Russia"),
        ("Norway waits, an adviser to the country's security council said.", "Norway"),
        ("Prosecutor Jan Lind said no in Batumi.", "Georgia"),
        ("Northern Peace Prize laureate Jan Lind said no.", None),
        ("Jan Lind, Narva’s police commissioner, said no.", None),
        ("Narva solicitor Jan Lind said no.", None),
        ("Mr. Roe’s transport secretary, Jan Lind, said no.", None),
        ("Jan Lind, who serves in the No. 3 position, said no.", None),
        ("Jan Lind, a lawmaker from the Harbour Left Union, said no.", "Harbour Left Union"),
        ("Jan Lind of the Narva-based Institute for Tides said no.", "Institute for Tides"),
        ("Jan Lind, president of the netmakers’ union, said no.", "netmakers' union"),
    ],
)
def test_sides(text: str, side: str | None) -> None:
    reading = read(text)
    assert [reading.speaker(s).side for s in reading.statements] == [side]


def test_an_office_tells_more_than_an_origin() -> None:
    reading = read("Norway’s Jan Lind said no. NATO spokesman Jan Lind said yes.")
    assert {reading.speaker(s).side for s in reading.statements} == {"NATO"}


def test_names_are_learned_from_captions_but_not_from_furniture() -> None:
    text = "Petr Novak, the Norwegian ambassador\n\nThe Norwegian ambassador said no."
    assert read(text, kinds={"a:0": "caption"}).speakers == ["Petr Novak"]
    assert read(text, kinds={"a:0": "boilerplate"}).speakers == ["Norwegian ambassador"]


def test_capitals_of_a_headline_are_no_names() -> None:
    reading = read(
        "Mayor Says Bridge Safe After Inspection\n\nMayor Jan Lind said the bridge was safe."
    )
    assert reading.speakers[-1] == "Jan Lind"
    assert all("Bridge" not in form for person in reading.people.values() for form in person.forms)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Ida Lind, the sister of Vera Lind, said no.\n\n“Yes,” Vera Lind said.",
            "Vera Lind",
            id="a sister of the same surname",
        ),
        pytest.param(
            "Bill Roe said no. “William Roe is right,” said Jan Lind. Roe said yes.",
            "William Roe",
            id="the long form of a given name",
        ),
        pytest.param(
            "Sen. Jan Lind, R-Ariz., said no. The Arizona Republican said yes.",
            "Jan Lind",
            id="party and seat",
        ),
        pytest.param(
            "Sen. Jan Lind, R-Ariz., said no. The Texas Republican said yes.",
            "Texas Republican",
            id="another seat",
        ),
        pytest.param(
            "Gov. Ola Berg came. The Ohio Republican said no.", "Ola Berg", id="a party just told"
        ),
        pytest.param(
            "Ola Berg said no.\n\nJan Lind, a former diver, left for the quay; he stated that "
            "it would close.",
            "Jan Lind",
            id="whom the sentence is about",
        ),
        pytest.param(
            "Ida Lind said no.\n\nThe evening had belonged to Vera Roe, an accountant and, as she "
            "hastened to say, no kin of the mayor.",
            "Vera Roe",
            id="named in a sentence about a thing",
        ),
        pytest.param(
            "Ida Lind said no.\n\nFor Vera Roe of the Harbour Centre, little has changed: the port, she "
            "says, is shut.",
            "Vera Roe",
            id="whose view opens the sentence",
        ),
        pytest.param(
            "Ida Lind said no.\n\nA quality controller at the plant claims that it leaked. “It had "
            "moods,” she said.",
            "quality controller at the plant",
            id="an unnamed speaker just introduced",
        ),
        pytest.param(
            "According to the Courier, Mary Lind, who is a baker and married her partner, Heather "
            "Roe, in Narva last year, took to the stage to rebuke her sister.\n\n“She is wrong,” "
            "she wrote.",
            "Mary Lind",
            id="nobody within a clause with 'who'",
        ),
        pytest.param(
            "Ruritania's foreign minister, Gegam Garibzhan, came.\n\n“I called Deputy Minister "
            "Grigory Roe,” Garibzhan told reporters.\n\n“We will see Deputy Minister Roe,” he added.",
            "Gegam Garibzhan",
            id="nobody whom he names himself",
        ),
        pytest.param(
            "The commander of the Ruritanian border detachment, Colonel Sherali Lind, refuted it. "
            "“We have no mortars,” the officer said.",
            "Sherali Lind",
            id="a wider word for a post",
        ),
        pytest.param(
            "An officer said no. Colonel Sherali Lind was there. “It is quiet,” the officer said.",
            "officer",
            id="a wider word that is another's",
        ),
        pytest.param(
            "The mayor asked Rep. Todd Lind to go, as the Republican congressman vowed to stay.",
            "Todd Lind",
            id="a role named earlier in its own sentence",
        ),
        pytest.param(
            "Speaker Ida Roe and Senator Chuck Lind said no, the White House said.\n\nThey vowed to "
            "fight it.",
            "Ida Roe",
            id="'they' after two spoke together",
        ),
        pytest.param(
            "Ruben Lind came.\n\nOne fan said no.\n\nAnother believed it was right. “It is fair,” "
            "he said.",
            "Another",
            id="'another' is nobody named",
        ),
        pytest.param(
            "Secretary Ida Lind says that the pact is near, Radio Zenda reported.",
            "Ida Lind",
            id="a station that only reports what she says",
        ),
    ],
)
def test_who_is_meant(text: str, last: str) -> None:
    reading = read(text)
    assert reading.speakers[-1] == last


_MET = "The Upland Harbour Committee met. Mayor Ida Lind came.\n\n"  # of whom the texts may be


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A statement from the Harbour Committee", "Upland Harbour Committee"),
        ("The committee’s latest release", "Upland Harbour Committee"),
        ("A letter signed by Mayor Ida Lind", "Ida Lind"),
        ("Lind's written message", "Ida Lind"),
        ("A report by the Harbour Committee", "report by the Harbour Committee"),
        ("A letter to Ida Lind", "letter to Ida Lind"),
        ("A letter from 20 bakers", "letter from 20 bakers"),
    ],
)
def test_whose_a_text_is(text: str, who: str) -> None:
    assert read(f"{_MET}{text} said it rained.").speakers[-1] == who


def test_two_spellings_across_articles_are_one() -> None:
    reading = read(
        "Minister Achraf Brahim Kellim said no.", "Minister Ashraf Ibrahim Kelim said yes."
    )
    assert len(set(reading.speakers)) == 1


def test_a_post_in_full_is_whom_the_article_then_names() -> None:
    reading = read(
        "The governor of the Bank of Upland has denied it.\n\n“It did not ring,” Gonsiorek said.",
        "“It fell,” Governor Jan Gonsiorek said.",
    )
    assert reading.speakers == ["Jan Gonsiorek"] * 3


def test_another_verb_ends_a_quotation() -> None:
    reading = read("Ida Lind said: “No.”\n\n“They took it,” Roe grumbled on the quay, “all of it.”")
    assert "Ida Lind" not in reading.speakers[1:]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour List, which many had thought proud, left. It will be back, it said.", "Harbour List"),
        ("Polar Holding raised its offer for the yard Navika. The group said it was its last.", "Polar Holding"),
        ("A letter from the court, which the Lantern has seen, is dated. It says it rained.", "letter from the court"),
        ("The indictment was long. It says it rained.", "indictment"),
        ("Polar Holding met its clerks. Sandwiches were late. It said no.", "Polar Holding"),
        ("The National Bank of Upland lowered rates. Jan Lind of Kess & Co left. The bank said no.", "National Bank of Upland"),
        ("Steinbau won. Steinbau left. Zenda-listed Steinbau said no.", "Steinbau"),
        ("Upland's Harbour Ministry replied. Lowland's boats had come, it said.", "Upland's Harbour Ministry"),
        ("The Ohio Supreme Court said no. The lawsuit was filed by the Harbour Watch, a group in Narva. It argued that it was late.", "Harbour Watch"),
        ("The Harbour Board met. The lawsuit was long. It argued that it was late.", "lawsuit"),
        ("Wexley Dynamics, the supplier, waited. The Virginia company said no.", "Wexley Dynamics"),
        ("Norway's Harbour Ministry left. Upland's Herring Ministry left. The Norwegian ministry said no.", "Norway's Harbour Ministry"),
        ("Norway's Harbour Ministry left. Norway's Herring Ministry left. The Norwegian ministry said no.", "Norwegian ministry"),
        ("Polar Holding left. It rained. The tanker company said no.", "Polar Holding"),
        ("The Northern Harbour Board (KST) met. The KST said no.", "Northern Harbour Board"),
        ("Norway's Herring Security Service (KST) met. The KST said no.", "Norway's Herring Security Service"),
        ("The Northern Harbour Board met in Narva (KST). The KST said no.", "KST"),
        ("The Northern Harbour Board (the old one) met. The KST said no.", "KST"),
        ("The Constitutional Court met. The high court said no.", "Constitutional Court"),
        ("Herring House, a Washington-based group, condemned it. The organization said no.", "Herring House"),
        ("Polar Holding left. It blamed powder by Harbour Chemicals. The Norwegian group said no.", "Norwegian group"),
        ("Polar Holding left. It blamed powder by Alder Brook. The Norwegian group said no.", "Norwegian group"),
        ("Polar Holding raised its offer. It rained. It snowed. The Norwegian group said no.", "Norwegian group"),
        ("Norway's National Harbour Service sank. The NHS said no.", "Norway's National Harbour Service"),
        ("The Ohio State Patrol waited. The agency said no.", "Ohio State Patrol"),
        ("The Herring Teamsters waited. The union said no.", "Herring Teamsters"),
        ("The Herring Teamsters waited. It rained. It blew. The union said no.", "union"),
        ("The Harbour Ministry waited. The union said no.", "union"),
        ("Jan Roe, who leads the opposition Hayward bloc, left. The bloc said no.", "Hayward"),
        ("Harbour Choice, the daily, sued. The newspaper said no.", "Harbour Choice"),
    ],
)  # fmt: skip
def test_what_it_and_the_group_mean(text: str, who: str) -> None:
    assert read(text).speakers[-1] == who


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("The United Nations said no.", "institution", "United Nations"),
        ("The United States said no.", "institution", "United States"),
        ("Marat, a 61-year-old grower who gave no surname, said no.", "person", None),
        ("Marat, a grower who gave no surname, said no.", "person", None),
        ("A former typist at Lind's firm, Amy Roe, said no.", "person", None),
        ("Jan Lind of the National Union of Port Staff said no.", "person", "National Union of Port Staff"),
        ("Jan Lind of Kess & Co said no.", "person", "Kess & Co"),
        ("The head of the CIS's Collective Security Treaty Organization, Jan Lind, said no.", "person", "CSTO"),
        ("The Norwegian Harbour Ministry met. Jan Lind, the head of the ministry's Food Safety and Boats Inspectorate, said no.", "person", "Norway"),
        ("In Iran, the Health Ministry said no. Norway's Health Ministry said yes. Norway won.", "institution", "Norway"),
        ("Norway won. Norway's king came. In Iran, the Health Ministry said no.", "institution", "Iran"),
        ("The Organization for Security and Co-operation in Europe said no.", "institution", "OSCE"),
        ("The New York Times said no.", "institution", "New York Times"),
        ("Police in Narvik said no.", "institution", None),
        ("Polar Airways cancelled flights. Chief Executive Jan Lind said no.", "person", "Polar Airways"),
        ("Polar Airways cancelled flights. A former chief executive, Jan Lind, said no.", "person", None),
        ("University of Upland vice-chancellor Ida Lind said no.", "person", "Upland"),
        # The country of which a paragraph tells, for posts without one of their own.
        ("Norway’s king came. Norway waits. Georgia offered to host talks. Prime Minister Jan Lind said no.", "person", "Georgia"),
        ("Norway’s king came. Norway waits. In Moscow patience wears thin. Deputy Foreign Minister Jan Lind said no.", "person", "Russia"),
        ("Norway’s king came. Norway waits. The bank opened in Georgia. Prime Minister Jan Lind said no.", "person", "Norway"),
        ("Norway’s king came. Norway waits. Georgia’s bank opened. Prime Minister Jan Lind said no.", "person", "Norway"),
        ("Baku protested. Its ambassador in Brussels, Jan Lind, said no.", "person", "Azerbaijan"),
        ("The Harbour Board met. Its envoy to Norway, Jan Lind, said no.", "person", "Harbour Board"),
        ("The Harbour Board met. Its Norwegian envoy, Jan Lind, said no.", "person", "Norway"),
        # Parties, and whom a clause says somebody leads.
        ("Jan Lind, deputy chairman of the ruling Georgian Way, said no.", "person", "Georgian Way"),
        ("Jan Lind, who leads the parliamentary group of the ruling Harbour Pact, said no.", "person", "Harbour Pact"),
        ("Jan Lind, whose Ida Lund movement won two seats, said no.", "person", "Ida Lund"),
        ("The Senate met. Jan Lind, who leads the Democratic minority, said no.", "person", "Democratic Party"),
        ("The Senate met. Ida Roe came. Her Democratic counterpart, Jan Lind, said no.", "person", "Democratic Party"),
        # Where somebody is is no employer.
        ("Jan Lind, a beekeeper in Upland’s Narva, said no.", "person", None),
        ("Jan Lind, a doctor at Narva hospital, said no.", "person", "Narva hospital"),
        ("Jan Lind, who edits a news site in Narva, said no.", "person", None),
        ("The Narva Bar Association met. The mayor of Narva, Jan Lind, said no.", "person", "Narva"),
        # Bodies of a state.
        ("Norway waits. The Central Election Commission said no.", "institution", "Norway"),
        ("Norway waits. The Ministry of Trade and Ports said no.", "institution", "Norway"),
        ("Norway waits. The Department of Boats said no.", "institution", "Department of Boats"),
        ("Norway waits. Former President Jan Lind said no.", "person", "Norway"),
        ("Edgar Lind, Norway’s ambassador-at-large, said no.", "person", "Norway"),
        ("Jan Lind, the deputy assistant secretary of state for Eurasian affairs, said no.", "person", "United States"),
        ("PRAGUE, May 3 (AP) -- Norway waits. Norway’s king came. Norway won. Foreign Ministry spokesman Jan Lind said no.", "person", "Norway"),
        ("Norway waits. Economic Development and Trade Minister Jan Lind said no.", "person", "Norway"),
        ("The industry’s trade group, the Norwegian Zabor Council, said no.", "institution", "Norwegian Zabor Council"),
        ("The EU met. Norway waits. Its ambassador in Brussels, Jan Lind, said no.", "person", "Norway"),
        ("The Harbour Courier’s Norwegian Service said no.", "institution", None),
        ("Norway’s king came. Norway waits. Georgia left. It rained. It poured. The sea rose. Prime Minister Jan Lind said no.", "person", "Norway"),
        ("Norway’s king came. Norway waits. Georgia left. A diplomat said no.", "unnamed", "Norway"),
        ("Norway’s king came. Norway waits. Georgia left. A source in the ministry said no.", "unnamed", "Georgia"),
    ],
)  # fmt: skip
def test_who_somebody_is_and_for_whom(text: str, kind: str, side: str | None) -> None:
    reading = read(text)
    last = reading.speaker(reading.statements[-1])
    assert (last.kind, last.side) == (kind, side)


@pytest.mark.parametrize(
    ("texts", "who"),
    [
        (("Polar Line stays, but its head says no.\n\nAnna Lund was in Narva on Monday.",), "Anna Lund"),
        (("A baker said no. Ida Lind was born in May.",), "baker"),
        (("The baker said no. Ida Lind, a doctor, was born in May.",), "baker"),
        (("Senate leader Wade Lind said no.", "Does Lind agree? “I do,” the Senate leader said."), "Wade Lind"),
        (("Rep. Ida Lind (D-Wilson) of Ohio left.", "The vote was Lind's. The Wilson Democrat said no."), "Ida Lind"),
        (("Rep. Ida Lind (D-Wilson) of Ohio left.", "The vote was Lind's. The Onslow Democrat said no."), "Onslow Democrat"),
        (("Gov. Ida Lind vetoed a bill in Ohio. The Democratic governor said no.",), "Ida Lind"),
        (("House Ways and Means Committee Chairman Jan Lind said no.",), "Jan Lind"),
        (("Ida Roe smiled. Jan Lind is leaving the port, she announced on Friday.",), "Ida Roe"),
        (("The mayor said no. Jan Lind is a liar, he said.",), "mayor"),
        (("President Lind said on Saturday that it rained. “Speaking for the Lind Administration, no.”", "Mr. Lind said more."), "Lind"),
        (("The Lind Administration met. Ida Roe left. Lind said no.",), "Lind Administration"),
        (("Ida Roe left. Jan Lind smiled. The former secretary of state’s campaign said no.",), "former secretary of state’s campaign"),
        (("Jan Lind answered Ida Roe's claims in a statement:\n\n“I have no idea.”",), "Jan Lind"),
        (("Jan Lind left. The mayor's answer to Ida Roe:\n\n“I have no idea.”",), "mayor"),
        (("Jan Lind sent a letter to members of Congress urging them to act.",), "Jan Lind"),
        (("The mayor heard Jan Lind urging them to act.",), "Jan Lind"),
        (("The vote drew ire from critics, who called it a scandal.",), "critics"),
        (("The newly elected lawmakers, who called it a scandal, left.",), "newly elected lawmakers"),
        (("“We are deeply concerned,” reads the letter.",), "letter"),
        (("A handful of bakers — including Ola Brandt, the head of a club; Ida Lind; and Jan Roe — urged her to wait.",), "handful of bakers"),
        (("The House Ways and Means Committee said no.",), "House Ways and Means Committee"),
        (("The Upland League Association met on Monday. The league said no.",), "Upland League Association"),
        (("Norwegian electric motor maker Kest Antrieb will close. Kest said no.",), "Kest Antrieb"),
    ],
)  # fmt: skip
def test_whom_a_role_or_a_short_name_means(texts: tuple[str, ...], who: str) -> None:
    assert read(*texts).speakers[-1] == who


@pytest.mark.parametrize(
    ("text", "who", "side"),
    [
        ("Norwegian Foreign Minister Jan Lind came.\n\nOslo wants more. Denmark wants less. Foreign Minister Lind said no.", "Jan Lind", "Norway"),
        ("Norwegian Foreign Minister Jan Lind came.\n\nDenmark wants less. Foreign Minister Lind said no.", "Jan Lind", "Norway"),
        ("Denmark wants less. Foreign Minister Jan Lind said no.", "Jan Lind", "Denmark"),
        ("President Jan Lind is at home in Oslo, Norway. It rained in Oslo. Ida Roe, a sister of the foreign minister, said no.", "Ida Roe", None),
        ("Norwegian minister Jan Lind left. Ida Roe, his former aide, said no.", "Ida Roe", None),
        ("Norwegian minister Jan Lind left. Ida Roe, his aide, said no.", "Ida Roe", "Norway"),
        ("KSB spokesman Jan Lind said no.", "Jan Lind", "KSB"),
        ("Norwegian envoy Tal Roe told the paper that President Jan Berg had met Ida Lund. He said no.", "Tal Roe", "Norway"),
        ("Ola Lund once served President Henrik Berg. Norwegian minister Ulla Berg said no. Then Berg said yes.", "Ulla Berg", "Norway"),
        ("Henrik Berg said no. Ulla Berg said no. Then Berg said yes.", "Berg", None),
        ("Jan Berg left. As he opened the port, Norwegian minister Ulf Lind praised the divers and said no.", "Ulf Lind", "Norway"),
        ("Rep. Jan Lind is seen to leave after a clerk came and asked whether it rained.\n\n“It was late,” he added.", "Jan Lind", None),
        ("Jan Lind denied it. A ruling by the Office of Harbour Safety, an independent, elected board, cleared him, and he promised to stay.", "Jan Lind", None),
        ("The Norwegian Foreign Ministry closed the port, Radio Harbour reported. Spokesman Jan Lind said no.", "Jan Lind", "Norway"),
        ("Ola Lund once served President Henrik Berg. Minister Ulla Berg has said no, Radio Harbour reported. Then Berg said yes.", "Ulla Berg", None),
        ("Jan Lind, head of the Institute of Ports and Tides, said no.", "Jan Lind", "Institute of Ports and Tides"),
        ("Jan Lind of the Narva-based Institute for Port and Sea Studies said no.", "Jan Lind", "Institute for Port and Sea Studies"),
        ("Jan Lind, a clerk at the Narva Boats and Tides Committee, said no.", "Jan Lind", "Narva Boats and Tides Committee"),
        ("Jan Lind, head of the Harbour Board and Ida Roe said no.", "Jan Lind", "Harbour Board"),
        ("Jan Lind, head of the Bank of Upland and Ida Roe said no.", "Jan Lind", "Bank of Upland"),
        ("The mayor heard from Harbourline Foods, which is based there. CEO Jan Lind said no.", "Jan Lind", "Harbourline Foods"),
        ("The mayor heard from Harbourline Foods and from Polar Holding. CEO Jan Lind said no.", "Jan Lind", None),
        ("The court of Chief Justice Ida Roe has met. Justice Jan Lind said no.", "Jan Lind", None),
        ("WASHINGTON — The United States Senate met. Narva attorney Jan Lind said no.", "Jan Lind", None),
        ("WASHINGTON — The United States Senate met. District attorney Jan Lind said no.", "Jan Lind", "United States"),
        ("Christian Norwegians left. Norwegians say that it rained.", "Norwegians", None),
        ("The Conference of Upland Ports said no.", "Conference of Upland Ports", "Conference of Upland Ports"),
        ("A source within the Harbour Tide Board said no.", "source within the Harbour Tide Board", "Harbour Tide Board"),
        ("Another moderate Democrat, Senator Jan Lind of Ohio, said no.", "Jan Lind", "Democratic Party"),
        ("Head of the Herring Board Jan Lind said no.", "Jan Lind", "Herring Board"),
        ("The co-chairs of the OSCE Minsk Group said no.", "co-chairs of the OSCE Minsk Group", "OSCE Minsk Group"),
        ("Jan Lind, head of Baltwire's Norwegian Service, said no.", "Jan Lind", "Baltwire"),
        ("Jan Lind, head of Norway's Harbour Watch, said no.", "Jan Lind", "Harbour Watch"),
        ("Narva Wire Africa correspondent Jan Lind said no.", "Jan Lind", "Narva Wire"),
        ("Jan Lind, a lawmaker of Georgia's Republican Party, said no.", "Jan Lind", "Georgia"),
        ("Observers from the Organization for Security and Cooperation in Europe said no.", "Observers from the Organization for Security and Cooperation in Europe", "OSCE"),
        ("NHB/RL Africa analyst Jan Lind said no.", "Jan Lind", "NHB/RL"),
        ("It rained in Oslo, Norway. Head of the Harbour Department of the Danish President's Office Jan Lind said no.", "Jan Lind", "Denmark"),
        ("The Washington Times reporter Jan Lind said no.", "Jan Lind", "Washington Times"),
        ("WASHINGTON — The United States Senate met. “No,” said Rep. Ida Lind of Georgia.", "Ida Lind", "United States"),
        ("WASHINGTON — The United States Senate met. “No,” said Senator Jan Lind, Republican of Georgia.", "Jan Lind", "Republican Party"),
        ("WASHINGTON — The United States Senate met. “No,” said Georgia Governor Jan Lind.", "Jan Lind", "Georgia"),
        ("It rained in Tbilisi, Georgia. “No,” said Speaker Jan Lind of Georgia.", "Jan Lind", "Georgia"),
        ("Two Norwegian envoys said no. The three co-chairs each said yes. They welcomed the talks.", "three co-chairs", None),
        ("Representative Jan Lind of Ohio left. Republican leadership said no.", "Republican leadership", "Republican Party"),
        ("Representative Jan Lind of Ohio left. A few of his GOP colleagues said no.", "few of his GOP colleagues", "Republican Party"),
        ("Norwegian minister Jan Berg met Ulf Berg. It rained. Ulf Berg said no. Mr Berg said yes.", "Ulf Berg", None),
        ("It rained. Chief of staff Jan Kelly left. Kelly said no.", "Jan Kelly", None),
        ("It rained. Jan Lind left. Sadly Lind said no.", "Jan Lind", None),
        ("Harbour Board chief of staff Jan Lind said no.", "Jan Lind", None),
        ("Director of National Intelligence Jan Lind said no.", "Jan Lind", "United States"),
        ("Ida Roe met President Lind. It rained. The president said no.", "Lind", None),
        ("Ida Roe met a President Lind Prize winner. It rained. The president said no.", "president", None),
        ("Sen. Jan King left. It rained. King said no.", "Jan King", None),
        ("Sen. Jan King of Narva said no.", "Jan King", None),
        ("Sen. Jan Lind left. It rained. Clerks said no.", "Clerks", None),
        ("The White House shut its gates. It rained. The House said no.", "House", None),
        ("The Lower House of Ruritania shut its gates. It rained. The White House said no.", "White House", "United States"),
        ("It rained as some bakers said on Friday that they left.", "some bakers", None),
        ("Leading bakers called for a vote.", "Leading bakers", None),
        ("Representative Jan Lind, Republican of Ohio, a founder of the Harbour List, said no.", "Jan Lind", "United States"),
    ],
)  # fmt: skip
def test_who_speaks_last_and_for_whom(text: str, who: str, side: str | None) -> None:
    reading = read(text)
    last = reading.speaker(reading.statements[-1])
    assert (last.name, last.side) == (who, side)
