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
    ("text", "content"),
    [
        ("Roe warned the mayor would be late.", "the mayor would be late"),
        ("Roe warned the mayor he would be late.", "he would be late"),
        ("Assuming it rains, Roe will stay.", None),
        ("Insisting it was late, Roe will stay.", "it was late"),
        ("“It is late,” Roe was quoted as saying, taking his hat.", "“It is late,”"),
        ("Roe was quoted as saying on Friday that it is late.", "it is late"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, content: str | None) -> None:
    assert [words for _, _, words in found(text)][:1] == ([content] if content else [])


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
            "“It rains and snows,” Roe said, speaking to Doe, “all day.”",
            ["“It rains and snows,” Roe said, speaking to Doe, “all day.”"],
        ),
        (
            "“It rains,” said Jan Roe, who has led the bakers of Zabor for years, “all day.”",
            ["“It rains,”"],
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
        ("Jan Roe issued a statement saying it rained.", ["it rained"]),
        ("Jan Roe said it rained, but has not spoken out since.", ["it rained"]),
        ("Jan Roe voiced support for rain and, smiling, left.", ["support for rain"]),
        ("And to be clear, Jan Roe concluded her letter: “It rained.”", ["“It rained.”"]),
        (
            "Following a trip to Zabor, where he won, Jan Roe claimed to have the vote.",
            ["to have the vote"],
        ),
        ("As Jan Roe said after a trip to Zabor, it had rained.", ["it had rained"]),
        (
            "Jan Roe left, saying that the plan, backed by the port, was late.",
            ["that the plan, backed by the port, was late"],
        ),
        ("It was a law that critics said would fail, that Jan Roe signed.", ["would fail"]),
        ("A bar that the police said was shut, was open.", ["was shut"]),
        ("Jan Roe said it rained, comments that were mocked.", ["it rained"]),
        ("Jan Roe hit back with a film.", ["with a film"]),
        ("Jan Roe called herself late, views that she has left.", ["herself late"]),
        ("Jan Roe has proposed closing the port and has left.", ["closing the port"]),
        ("Jan Roe hit back, insisting it rained.", ["it rained"]),
        (
            "Jan Roe says she “really disagrees” and is leaving.",
            ["she “really disagrees” and is leaving"],
        ),
        ("Jan Roe referred to rain but was careful not to blame it.", ["rain"]),
        ("Jan Roe praised the plan and distinguished herself.", ["the plan"]),
        ("Jan Roe said the men were late and left.", ["the men were late and left"]),
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
        (
            "Jan Roe, who leads the bakers, praised the mayor for rain.",
            [("Jan Roe, who leads the bakers,", "praise", "the mayor for rain")],
        ),
        ("It would rain, promised the mayor.", [("the mayor", "promise", "It would rain")]),
        (
            "It rained, according to the chief, who declined to discuss snow.",
            [
                ("the chief, who declined to discuss snow", "according to", "It rained"),
                ("who", "decline", "to discuss snow"),
            ],
        ),
        ("Jan Roe once more demanded rain.", [("Jan Roe", "demand", "rain")]),
        ("Jan Roe rejected that.", [("Jan Roe", "reject", "that")]),
        ("Jan Roe has heard that before.", []),
        (
            "There was no snow, said Jan Roe, who looked for it.",
            [("Jan Roe, who looked for it", "say", "There was no snow")],
        ),
        (
            "His men, Ann Doe said, denied it.",
            [("Ann Doe", "say", "His men, Ann Doe said, denied it")],
        ),
        (
            "It was over, she said in a letter, “and nobody came.”",
            [("she", "say", "It was over, she said in a letter, “and nobody came.”")],
        ),
        (
            "It was over, she said with a smile: “It rained.”",
            [("she", "say", "It was over"), ("she", "colon", "“It rained.”")],
        ),
        (
            "It rained, he says, as one reads a card: “No.”",
            [
                ("he", "say", "It rained"),
                ("he", "colon", "“No.”"),
            ],
        ),
        ("Why it rained, the mayor did not say.", [("the mayor", "say", "Why it rained")]),
        ("Who saw it she did not say.", [("she", "say", "Who saw it")]),
        (
            "The bank said it would pay but would not challenge the fee.",
            [("The bank", "say", "it would pay but would not challenge the fee")],
        ),
        (
            "The bank said it would pay but would not comment on the fee.",
            [("The bank", "say", "it would pay"), ("The bank", "comment on", "the fee")],
        ),
        (
            "Jan Roe accused her of “promising the moon and more”.",
            [("Jan Roe", "accuse", "her of “promising the moon and more”")],
        ),
        ("Jan Roe refused to be called a hero.", [("Jan Roe", "refuse", "to be called a hero")]),
        ("Jan Roe refused to be late.", []),
        ("The rule helps people who don't show up to work.", []),
        (
            "It rained, documents on the bank's website show.",
            [
                ("documents on the bank's website", "show", "It rained"),
            ],
        ),
        ("It rained, records show.", [("records", "show", "It rained")]),
        (
            "Animal rights advocates opposed the law.",
            [
                ("Animal rights advocates", "oppose", "the law"),
            ],
        ),
        ("Among them was Ann Doe, D-Zabor, who said it rained.", [("who", "say", "it rained")]),
        (
            "The head of the port post, Jan Roe, said it rained.",
            [
                ("The head of the port post, Jan Roe,", "say", "it rained"),
            ],
        ),
        (
            "It rained, prompting the mayor to reply that it was late.",
            [
                ("the mayor", "reply", "that it was late"),
            ],
        ),
        ("It rained, prompting him to leave.", []),
        (
            "Jan Roe was heard on the pier joking that it rained.",
            [
                ("Jan Roe", "joke", "that it rained"),
            ],
        ),
        ("Jan Roe spent a year in Zabor, wrote two books and left.", []),
        ("The survey questioned 20 adults.", []),
        ("The bank has recalled 20 cars.", []),
        (
            "A fire, which officials attribute to the wind, was put out.",
            [
                ("officials", "attribute", "to the wind"),
            ],
        ),
        (
            "Jan Roe demanded to know why it rained.",
            [
                ("Jan Roe", "demand to know", "why it rained"),
            ],
        ),
        (
            "Roe rejected as “absurd” Narva's claim that it rained.",
            [("Roe", "reject", "as “absurd” Narva's claim that it rained")],
        ),
        ("A plan rejected as too dear was read.", []),
        ("Both parties claim to be poor.", [("Both parties", "claim", "to be poor")]),
        (
            "Jan Roe said it rained and vowed to stay.",
            [("Jan Roe", "say", "it rained"), ("Jan Roe", "vow", "to stay")],
        ),
        (
            "Jan Roe said it rained, a claim rejected by the mayor.",
            [("Jan Roe", "say", "it rained"), ("the mayor", "reject", "a claim")],
        ),
        ("It rained, Jan Roe told the news agency Baltwire.", [("Jan Roe", "tell", "It rained")]),
        ("Jan Roe told the agency Ruritania was wet.", [("Jan Roe", "tell", "Ruritania was wet")]),
        (
            "Jan Roe signed an order that she said would help bakers.",
            [("she", "say", "would help bakers")],
        ),
        ("The fee, which critics say is too high, was paid.", [("critics", "say", "is too high")]),
        ("The bank attributed the loss to rain.", [("The bank", "attribute", "the loss to rain")]),
        (
            "“No,” Ann Doe said; it rained, Jan Roe added, “and it was cold.”",
            [
                ("Ann Doe", "say", "“No,”"),
                ("Jan Roe", "add", "it rained, Jan Roe added, “and it was cold.”"),
            ],
        ),
        (
            "Jan Roe said it rained, a claim strongly denied by him and his men.",
            [("Jan Roe", "say", "it rained"), ("him", "deny", "a claim")],
        ),
        ("Jan Roe said it rained but gave no reason.", [("Jan Roe", "say", "it rained")]),
        ("Jan Roe said it rained, without elaborating.", [("Jan Roe", "say", "it rained")]),
        (
            "Jan Roe said it rained without a break.",
            [("Jan Roe", "say", "it rained without a break")],
        ),
        ("Voters here say it rained.", [("Voters", "say", "it rained")]),
        (
            "Jan Roe reaffirmed her support for rain.",
            [("Jan Roe", "reaffirm", "her support for rain")],
        ),
        ("Jan Roe maintains her innocence.", [("Jan Roe", "maintain", "her innocence")]),
        ("Jan Roe went in ways nobody refused to discuss.", []),
        (
            "Rain fell, which sailors say was late, and Jan Roe left.",
            [("sailors", "say", "was late")],
        ),
        ("Jan Roe can be heard asking Doe about rain.", []),
        (
            "An old, grey headline read: “It rained all day long.”",
            [
                ("grey headline", "read", "“It rained all day long.”"),
            ],
        ),
        ("Immigrant advocates opposed the law.", [("Immigrant advocates", "oppose", "the law")]),
        ("Jan Roe maintained the road.", []),
        ("As harbour talks concluded on Monday, it seemed that it rained.", []),
        ("Jan Roe threw several jabs at Ann Doe.", []),
        (
            "The club condemned the alert declared last week by Jan Roe as wrong.",
            [("The club", "condemn", "the alert declared last week by Jan Roe as wrong")],
        ),
        (
            "A poll released by Roe Research found that it rained.",
            [("A poll released by Roe Research", "find", "that it rained")],
        ),
        (
            "Claiming that it rained, Jan Roe has voiced anger.",
            [("Jan Roe", "claim", "that it rained"), ("Jan Roe", "voice anger", "anger")],
        ),
        (
            "After telling bakers “no,” Jan Roe left the port.",
            [("Jan Roe", "tell", "“no,”")],
        ),
        ("Asking for calm was late.", []),
        ("Regarding the port, Jan Roe left it shut.", []),
        (
            "In a letter, Zabor, Narva, and the Harbour Board called on Doe to go.",
            [("Zabor, Narva, and the Harbour Board", "call on", "Doe to go")],
        ),
        ("Jan Roe (left), said it rained.", [("Jan Roe (left),", "say", "it rained")]),
        (
            "Jan Roe, who called it “late,” said it rained.",
            [("who", "call", "it “late,”"), ("Jan Roe", "say", "it rained")],
        ),
        (
            "Jan Roe joined bakers on Monday in calling for rain.",
            [("Jan Roe", "call for", "rain")],
        ),
        ("Jan Roe was slow in praising the plan.", []),
        (
            "Jan Roe was the first baker to call for rain.",
            [("Jan Roe", "call for", "rain")],
        ),
        ("Jan Roe became the latest baker to win it.", []),
        ("Jan Roe has taken to calling it late.", [("Jan Roe", "call", "it late")]),
        (
            "Bakers urged him to go over the claims, which Jan Roe has denied.",
            [
                ("Bakers", "urge", "him to go over"),
                ("Jan Roe", "deny", "the claims"),
            ],
        ),
        (
            "Jan Roe said that the law is fair and respects the treaty.",
            [("Jan Roe", "say", "that the law is fair and respects the treaty")],
        ),
        (
            "Jan Roe confirmed that the court planned to sit and said that it rained.",
            [
                ("Jan Roe", "confirm", "that the court planned to sit"),
                ("Jan Roe", "say", "that it rained"),
            ],
        ),
        # Who opens a clause speaks, however much is told of them in front of the verb.
        (
            "“It rained,” Jan Roe, who is a baker, a coach and a cook, in Zabor, said.",
            [("Jan Roe, who is a baker, a coach and a cook,", "say", "“It rained,”")],
        ),
        (
            "But Jan Roe, acting head of Zabor Bakers, which runs the fair, said it rained.",
            [("Jan Roe, acting head of Zabor Bakers, which runs the fair,", "say", "it rained")],
        ),
        (
            "“It rained,” said Jan Roe, rain professor and head of the bakers.",
            [("Jan Roe, rain professor and head of the bakers", "say", "“It rained,”")],
        ),
        (
            "“It rained,” said Jan Roe and Ann Doe in a joint letter.",
            [("Jan Roe and Ann Doe", "say", "“It rained,”")],
        ),
        ("Two days after saying it rained, Jan Roe left.", [("Jan Roe", "say", "it rained")]),
        ("The baker after saying it rained left.", []),
        ("Jan Roe left after saying it rained.", [("Jan Roe", "say", "it rained")]),
        ("Jan Roe left before saying a word.", []),
        ("Jan Roe left after announcing a race in Zabor.", []),
        ("“It rained,” Jan Roe told “Good Day.”", [("Jan Roe", "tell", "“It rained,”")]),
        (
            "“It rained,” Jan Roe told “many old bakers.”",
            [("Jan Roe", "tell", "“It rained,” Jan Roe told “many old bakers.”")],
        ),
        (
            "The letter took Ann Doe to task for it, saying that it rained.",
            [("The letter", "say", "that it rained")],
        ),
        ("Bakers' answer: “It rained.”", [("Bakers'", "colon", "“It rained.”")]),
        ("“It rained,” said Jan Roe, facing baker Ann Doe.", [("Jan Roe", "say", "“It rained,”")]),
        ("In Zabor, a small town of bakers, which runs the fair, said it rained.", []),
        (
            "“It rained,” Mayor Jan Roe (Liberal) and Ann Doe (Labour) said in Zabor.",
            [("Mayor Jan Roe (Liberal) and Ann Doe (Labour)", "say", "“It rained,”")],
        ),
        ("“It rained,” the fair of Jan Roe (Liberal) and the rain said.", []),
        ("“It rained,” said the report.", [("the report", "say", "“It rained,”")]),
        ("Jan Roe came home, wrote a report and left.", []),
        ("“Rain?” reacted Jan Roe.", [("Jan Roe", "react", "“Rain?”")]),
        ("Jan Roe reacted to the rain.", []),
        ("Added Roe: “It rained.”", [("Roe", "add", "“It rained.”")]),
        ("Added rain: “It rained.”", []),
        ("His answer: “It rained.”", [("His", "colon", "“It rained.”")]),
        ("The answer: “It rained.”", []),
        (
            "Jan Roe complained in a letter, “It rained.”",
            [("Jan Roe", "complain", "“It rained.”")],
        ),
        ("A fair named in a letter, “Rain,” was wet.", []),
        ("The mayor replies, “It rained.”", [("The mayor", "reply", "“It rained.”")]),
        ("Jan Roe runs a mill and said it rained.", [("Jan Roe", "say", "it rained")]),
        ("Running down the hill and said it rained.", []),
        (
            "Jan Roe said Ann Doe is “telling tales.”",
            [("Jan Roe", "say", "Ann Doe is “telling tales.”")],
        ),
        (
            "Jan Roe lives by it (it rained, according to Baltwire).",
            [("Baltwire", "according to", "it rained")],
        ),
        (
            "It rained, according to a poll - and it snowed.",
            [("a poll", "according to", "It rained, according to a poll - and it snowed")],
        ),
    ],
)
def test_who_speaks(text: str, told: list[tuple[str, str, str]]) -> None:
    assert found(text) == told


def test_it_announces_nobodys_words() -> None:
    assert announced(sentence("And then it got worse:")) is None


def test_a_day_may_stand_between_a_verb_and_its_words() -> None:
    told = read("Jan Roe disclosed on Monday that it rained.")
    assert [told.content(each) for each in told.statements] == ["that it rained"]
