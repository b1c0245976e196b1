"""Cue, speaker and content of single sentences; whole paragraphs are in cases/attribution.yml."""

from __future__ import annotations

import pytest

from digest.attribute import cues
from digest.attribute.frames import announced, frames
from tests.attribute.reading import read, sentence


def found(text: str) -> list[tuple[str, str, str]]:
    return [(f.words, f.verb, f.content.of(text)) for f in frames(sentence(text))]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Roe said no.", ["say"]),
        ("Roe has repeatedly said no.", ["say"]),
        ("Roe went on to say no.", ["go on", "say"]),
        ("Roe wanted to say no.", ["want"]),
        ("Roe was accused of theft.", []),
        ("Roe's claim was false.", []),
        ("The man accused of theft left.", []),
        ("Roe could say no.", []),
        ("Roe would not say why.", ["say"]),
        ("Roe refused to comment.", ["refuse"]),
        ("Roe refused to leave.", []),
        ("Roe voiced grave concern.", ["voice concern"]),
        ("“He said no,” Roe said.", ["say"]),
        ("The words were published by Roe.", []),
        ("The paper cited in May was false.", []),
        ("One tweet said no.", ["say"]),
        ("Those asked said no.", ["say"]),
        ("Two boats reported to be lost are back.", []),
        ("Two boats confirmed to have sunk are back.", []),
        ("It was “written in haste,” Roe said.", ["say"]),
        ("Roe called on Tuesday for a boycott.", ["call for"]),
        ("Roe apologised late last week for the delay.", ["apologise for"]),
        ("Roe called Friday evening for calm.", ["call for"]),
        ("Roe called on Zabor to pay.", ["call on"]),
    ],
)  # fmt: skip
def test_cues(text: str, verbs: list[str]) -> None:
    assert [cue.verb.lemma for cue in cues.find(sentence(text))] == verbs


@pytest.mark.parametrize(
    ("text", "negated"),
    [("Roe said no.", False), ("Roe did not say.", True), ("Roe hasn’t said.", True)],
)
def test_negated_cues(text: str, negated: bool) -> None:
    assert [cue.negated for cue in cues.find(sentence(text))] == [negated]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jan Roe said he was late.", "Jan Roe"),
        ("In a statement the ministry said it was late.", "the ministry"),
        ("But then the ministry said it was late.", "the ministry"),
        ("Jan Roe, a baker, said he was late.", "Jan Roe, a baker,"),
        ("Jan Roe, 60, a baker, said he was late.", "Jan Roe, 60, a baker,"),
        (
            "Writing in the port's log, Ann Roe, who is ill and poor, said she was late.",
            "Ann Roe, who is ill and poor,",
        ),
        ("Jan Roe, who bakes, said he was late.", "Jan Roe, who bakes,"),
        (
            "Residents who have lost their homes said they were cold.",
            "Residents who have lost their homes",
        ),
        ("Politicians and ordinary voters say it is late.", "Politicians and ordinary voters"),
        ("An adviser to the president said he was late.", "An adviser to the president"),
        ("A news report said he was late.", "A news report"),
        ("“Late,” said Jan Roe, a baker from Zabor, on Monday.", "Jan Roe, a baker from Zabor,"),
        ("“Late,” said rival baker Jan Roe.", "rival baker Jan Roe"),
        ("He came late, reported the mayor's office.", "the mayor's office"),
        (
            "Jan Roe, the baker's sister, a nurse, said it was late.",
            "Jan Roe, the baker's sister, a nurse,",
        ),
        (
            "Ann Doe, D-Va., one of the bakers, said the town faces rain.",
            "Ann Doe, D-Va., one of the bakers,",
        ),
        ("A video caught baker Jan Roe saying that he was late.", "baker Jan Roe"),
    ],
)
def test_words_for_the_speaker(text: str, words: str) -> None:
    assert [first for first, _, _ in found(text)] == [words]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Roe said that it rained, adding that it was cold.",
            ["that it rained", "that it was cold"],
        ),
        ("Roe said it rained, according to Doe.", ["it rained", "Roe said it rained"]),
        ("Roe urged calm and praised the police.", ["calm", "the police"]),
        ("Roe said it rained; Doe said it did not.", ["it rained", "it did not"]),
        ("“No,” Roe said, and “Yes,” Doe said.", ["“No,”", "“Yes,”"]),
        (
            "“It rains,” Roe said, speaking to Doe, “all day.”",
            ["“It rains,” Roe said, speaking to Doe, “all day.”"],
        ),
        ("On “Good Day,” Jan Roe admitted that it rained.", ["that it rained"]),
        ("Asked about it, Jan Roe replied, “It rained.”", ["“It rained.”"]),
        ("Jan Roe expressed regret.", ["regret"]),
        ("It had rained, the Harbour Weekly reports.", ["It had rained"]),
        ("It had rained, Captain Roe reported, drily.", ["It had rained"]),
        ("Jan Roe told the port's website it rained.", ["it rained"]),
        ("The mayor left as Jan Roe charged that it rained.", ["that it rained"]),
        ("The storm claimed some 30,000 trees.", []),
        ("The storm claimed 20 lives and sank ten boats before it ended.", []),
        ("The storm, which claimed an estimated 20 lives, ended.", []),
        ("Roe claimed the storm took lives.", ["the storm took lives"]),
        ("Roe declared a state emergency on the coast.", []),
        ("Roe declared the emergency illegal.", ["the emergency illegal"]),
        ("Roe wrote a long letter to the port.", []),
        ("That is a long wall, Jan Roe told reporters.", ["That is a long wall"]),
        ("What we need is a wall, Jan Roe said.", ["What we need is a wall"]),
        ("That said, Jan Roe told reporters that it rained.", ["that it rained"]),
        ("Also thanking the crew of the ferry was Mayor Roe.", []),
        (
            "The boats are back, Roe said on Friday after talks that had failed.",
            ["The boats are back"],
        ),
        ("As Jan Roe stated, it had rained.", ["it had rained"]),
        ("As Jan Roe told Baltwire, it had rained.", ["it had rained"]),
        ("As talks on fish concluded early, it appeared that it rained.", []),
        ("Jan Roe called it “shameful” on Monday.", ["it “shameful” on Monday"]),
    ],
)
def test_contents(text: str, contents: list[str]) -> None:
    assert [content for _, _, content in found(text)] == contents


def test_frames_come_in_the_order_of_their_cues() -> None:
    read = frames(sentence("According to Doe, it rained, but Roe said that it snowed."))
    assert [frame.cue for frame in read] == sorted(frame.cue for frame in read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Minister Jan Roe wrote a reply:", "Minister Jan Roe"),
        ("Jan Roe’s answer:", "Jan Roe"),
        ("Roe wrote.", None),
    ],
)
def test_announced(text: str, words: str | None) -> None:
    mention = announced(sentence(text))
    assert (None if mention is None else mention.text) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jan Roe praised rain on Monday.", True),
        ("Jan Roe said on Monday it rained.", True),
        ("Jan Roe said it would rain on Monday.", False),
    ],
)
def test_day_of_the_saying(text: str, said: bool) -> None:
    assert (read(text).statements[0].said is not None) is said


def test_a_quotation_is_introduced_beside_another_saying() -> None:
    text = "Roe praised the bakers, but he had a joke: “Late for us.”"
    assert [content for _, _, content in found(text)][-1] == "“Late for us.”"


def test_words_have_one_cue() -> None:
    assert [verb for _, verb, _ in found("Roe replied to Doe, writing, “No and no.”")] == ["reply"]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("According to the Wire, the mayor left.", "the Wire", "the mayor left"),
        ("According to Jan Roe, a baker, it rained.", "Jan Roe, a baker,", "it rained"),
        ("However, it rained, according to Jan Roe.", "Jan Roe", "it rained"),
    ],
)
def test_source(text: str, words: str, said: str) -> None:
    assert [(first, last) for first, _, last in found(text)] == [(words, said)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In a new poll, 54 percent of voters said no.", [("a new poll", "say", "no")]),
        ("Roe went on to say no.", [("Roe", "say", "no")]),
        ("When asked by a reporter, Jan Roe said no.", [("Jan Roe", "say", "no")]),
        ("It is unclear how Jan Roe plans to pay.", []),
        ("A Ruritanian warning about rain was read.", []),
        ("In May, a court, for once, ordered the bank to pay.", []),
    ],
)
def test_who_speaks(text: str, told: list[tuple[str, str, str]]) -> None:
    assert found(text) == told


def test_it_announces_nobodys_words() -> None:
    assert announced(sentence("And then it got worse:")) is None
