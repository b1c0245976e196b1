"""Where the words for a speaker begin and end."""

from __future__ import annotations

import pytest

from digest.attribute import subjects
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("Jan Roe said no.", "said", "Jan Roe"),
        ("Jan Roe – once a baker – said no.", "said", "Jan Roe"),
        ("Jan Roe -- once a baker -- said no.", "said", "Jan Roe"),
        ("She dodged questions she loathed.", "questions", None),
        ("A report published on Monday said no.", "said", "A report published on Monday"),
        ("“No” – said he.", "said", None),
        ("The crowd grew as some bakers called for bread.", "called", "some bakers"),
        ("The crowd did as the bakers called it.", "called", None),
        (
            "Ann Doe, the sister of Eve Doe, a baker, said no.",
            "said",
            "Ann Doe, the sister of Eve Doe, a baker",
        ),
        ("In Zabor, the mayor, a baker, said no.", "said", "the mayor, a baker"),
        ("Outside experts, however, said no.", "said", "Outside experts"),
        ("Jan Roe left saying Doe said no.", "said", "Doe"),
        ("However, the town's mayor, Ann Doe, said no.", "said", "the town's mayor, Ann Doe"),
        (
            "A panel tasked with running the port said no.",
            "said",
            "A panel tasked with running the port",
        ),
        ("He “respects” Roe and said no.", "said", None),
        ("Sen. Ann Doe, R-Ky., meanwhile, said no.", "said", "Sen. Ann Doe, R-Ky., meanwhile"),
        ("The man who runs it was quite sharp tongued.", "tongued", None),
        ("Roe told the bakers that flour said no.", "said", None),
        ("Envoys sent to end the war said no.", "said", "Envoys sent to end the war"),
        ("A group set up to save us has said no.", "has", "A group set up to save us"),
        (
            "The envoys of the club led by Roe to end it said no.",
            "said",
            "The envoys of the club led by Roe to end it",
        ),
        ("Roe tried to help the baker said to be ill.", "said", None),
        ("A crew hoping to hear what bakers said left.", "said", "bakers"),
        ("More than 40 bakers said no.", "said", "40 bakers"),
        ("As many as nine bakers said no.", "said", "nine bakers"),
        ("Roe is older than bakers said.", "said", None),
        ("Bakers who were told of it said no.", "said", "Bakers who were told of it"),
        ("It rained, bakers who saw the plan said.", "said", "bakers who saw the plan"),
        ("Bakers who said the plan left said no.", "left", "the plan"),
        ("It rained as some bakers said that they left.", "said", "some bakers"),
        ("It rained as some bakers said.", "said", None),
    ],
)
def test_before(text: str, verb: str, words: str | None) -> None:
    s = sentence(text)
    at = next(i for i in range(len(s)) if s.low(i) == verb)
    found = subjects.before(s, at)
    got = None if found is None else s.text[s.tokens[found[0]].start : s.tokens[found[1]].end]
    assert got == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Jan Roe, Ann Doe and Eve Poe said no.", "Jan"),
        ("Jan Roe, Ann Doe, and others said no.", "Jan"),
        ("In Zabor, Ann Doe and Eve Poe said no.", "Ann"),
        ("After the vote, Ann Doe and Eve Poe said no.", "Ann"),
        ("Jan Roe came, Ann Doe and Eve Poe said no.", "Ann"),
        ("I am a baker, and I said no.", "I"),
    ],
)
def test_a_list_begins_with_its_first_member(text: str, first: str) -> None:
    s = sentence(text)
    verb = max(i for i in range(len(s)) if s.low(i) == "said")
    found = subjects.before(s, verb)
    assert found is not None
    assert s.tokens[subjects.list_start(s, *found)].text == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“No,” said Jan Roe, who bakes, adding more.", "Jan Roe, who bakes,"),
        ("“No,” said Jan Roe who bakes bread.", "Jan Roe who bakes bread"),
        ("“No,” said Jan Roe, a baker, in Zabor.", "Jan Roe, a baker,"),
        ("“No,” said Jan Roe in Zabor.", "Jan Roe in Zabor"),
        ("“No,” said a report published by a bank.", "a report published by a bank"),
    ],
)
def test_words_behind_a_verb(text: str, words: str) -> None:
    s = sentence(text)
    start = next(i for i in range(len(s)) if s.low(i) == "said") + 1
    last = subjects.with_relative(s, start, subjects.phrase_end(s, start))
    assert s.text[s.tokens[start].start : s.tokens[last].end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roe left after meeting a local baker who said no.", "a local baker"),
        ("The rules allow it to expel a member who said no.", "a member"),
        ("Visiting bakers who said no left.", "Visiting bakers"),
        ("The vote drew ire from bakers, who said no.", "bakers"),
        ("The list has held a crew of bakers who said no.", "a crew of bakers"),
        ("The town’s jailed bakers, who said no, left.", "The town’s jailed bakers"),
    ],
)
def test_antecedent(text: str, words: str) -> None:
    s = sentence(text)
    found = subjects.antecedent(s, next(i for i in range(len(s)) if s.low(i) == "who"))
    assert found is not None
    assert s.text[s.tokens[found[0]].start : s.tokens[found[1]].end] == words
