"""Headlines and lines of transcripts."""

from __future__ import annotations

import pytest

from digest.attribute import headlines
from tests.attribute.reading import read, sentence


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("Kremlin: no talks yet", "Kremlin", "no talks yet"),
        ("Former Zabor mayor: no talks yet", "Former Zabor mayor", "no talks yet"),
        ("No talks yet - minister", "minister", "No talks yet"),
        ("Talks end; ‘no more’ – minister", "minister", "‘no more’"),
        ("‘No talks’: mayor tells Zabor", "mayor", "‘No talks’"),
    ],
)
def test_found(text: str, words: str, content: str) -> None:
    s = sentence(text)
    found = headlines.find(s)
    assert found is not None
    assert found.subject.words == words
    assert s.span(found.content[0], found.content[1] + 1).of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "Analysis: why talks failed",
        "Estonia: all you need to know",
        "What we know: a list of facts",
        "Kremlin: no talks?",
        "Talks in the far-off city end",
        "Two-day talks end",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert headlines.find(sentence(text)) is None


def test_capitals_of_a_title_hide_no_verb() -> None:
    found = read(
        "Ann Doe Criticizes Her Sister on Bread Law\n\nThe sister of Ann Doe baked bread under a new law.",
        kinds={"a:0": "title"},
    )
    (statement,) = found.statements
    assert found.speakers == ["Ann Doe"]
    assert found.content(statement) == "Her Sister on Bread Law"


def test_a_name_that_is_a_verb_stays_a_name_in_a_title() -> None:
    found = read(
        "Bakers Hail Mark Price Slams Into Wall\n\nBakers met Ann Slams on Monday.",
        kinds={"a:0": "title"},
    )
    assert "Mark Price" not in found.speakers


def test_a_transcript_wants_a_name_and_a_sentence() -> None:
    assert headlines.transcript(sentence("ROE: We will stay.")) is not None
    assert headlines.transcript(sentence("ROE: and so on")) is None
    assert headlines.transcript(sentence("The mayor: We will stay.")) is None


def test_the_text_below_a_title_tells_who_is_meant() -> None:
    found = read(
        "Mayor: town will flood\n\nThe mayor of Zabor, Jan Roe, said the dam was full.",
        kinds={"a:0": "title"},
    )
    assert found.speakers == ["Jan Roe", "Jan Roe"]
    assert [s.paragraph for s in found.statements] == ["a:0", "a:1"]


def test_other_paragraphs_are_no_headlines() -> None:
    assert read("Kremlin: no talks yet", kinds={"a:0": "caption"}).statements == ()


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Mayor Jan Roe Promises Rain In First Hundred Days.", ["Rain In First Hundred Days"]),
        ("Mayor Jan Roe Quickly Praises Rain Over Zabor.", ["Rain Over Zabor"]),
        ("Mayor Jan Roe Visits Rainy Zabor Bakers.", []),
    ],
)
def test_a_full_stop_ends_a_headline_in_capitals(title: str, said: list[str]) -> None:
    told = read(f"{title}\n\nMayor Jan Roe said it just came.", kinds={"a:0": "title"})
    assert [told.content(each) for each in told.statements] == [*said, "it just came"]


def test_a_line_of_a_transcript_may_stand_in_quotation_marks() -> None:
    text = 'Roe: "It rained in Zabor."'
    found = headlines.transcript(sentence(text))
    assert found is not None
    assert found.subject.words == "Roe"
