from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from digest.attribute.mentions import Mention, parse, parse_in
from digest.attribute.sentence import Sentence
from digest.attribute.tokens import quotations, tokenize
from tests.attribute.reading import grammar, sentence
from tests.attribute.texts import TEXTS


def mention(text: str) -> Mention | None:
    return parse(tokenize(text, ()), text, grammar(text))


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("Jan Novak", {"kind": "name", "name": "Jan Novak", "role": None}),
        ("spokesman Jan Novak", {"name": "Jan Novak", "role": "spokesman", "noun": "spokesman", "gender": "m"}),
        ("Sen. Maja Lind", {"name": "Maja Lind", "role": "Sen."}),
        ("former Norwegian Prime Minister Maja Lind", {"name": "Maja Lind", "noun": "minister", "sides": ("Norway",)}),
        ("Maja Lind, the mayor of Zabor", {"name": "Maja Lind", "role": "mayor of Zabor", "noun": "mayor"}),
        ("the mayor of Zabor, Maja Lind", {"name": "Maja Lind", "noun": "mayor", "text": "the mayor of Zabor"}),
        ("a port panel tasked with the dredging", {"kind": "institution"}),
        ("Residents led by Maja Lind", {"kind": "role", "noun": "resident", "plural": True}),
        ("Prime Minister of Estonia Maja Lind", {"name": "Maja Lind", "noun": "minister", "sides": ("Estonia",)}),
        ("Minister of Trade and Ports Maja Lind", {"name": "Maja Lind", "role": "Minister of Trade and Ports"}),
        ("Norwegian Trade and Ports Minister Maja Lind", {"name": "Maja Lind", "noun": "minister", "sides": ("Norway",)}),
        ("Deputy Minister of Economy Maja Lind", {"name": "Maja Lind", "role": "Deputy Minister of Economy"}),
        ("Speaker of the House Maja Lind", {"name": "Maja Lind", "role": "Speaker of the House"}),
        ("President of the European Commission Maja Lind", {"name": "Maja Lind", "noun": "president"}),
        ("head of the port's fire department Maja Lind", {"name": "Maja Lind", "noun": "head"}),
        ("Dr. Maja Lind, chief of surgery,", {"name": "Maja Lind", "role": "chief of surgery"}),
        ("Ohio Governor Maja Lind", {"sides": ("Ohio",), "local": ()}),
        ("Ohio Senator Maja Lind", {"sides": ("United States",), "local": ("United States",)}),
        ("71-year-old Maja Lind", {"kind": "name", "name": "Maja Lind"}),
        ("the 71-year-old Norwegian Maja Lind", {"kind": "name", "name": "Maja Lind"}),
        ("the 71-year-old Norwegian", {"kind": "role"}),
        ("Ms. Lind", {"kind": "name", "name": "Lind", "gender": "f", "text": "Ms. Lind"}),
        ("Ludwig van der Berg", {"kind": "name", "name": "Ludwig van der Berg"}),
        ("a senior Russian diplomat", {"kind": "role", "noun": "diplomat", "definite": False, "plural": False}),
        ("the diplomat", {"kind": "role", "definite": True}),
        ("senior Russian officials", {"kind": "role", "noun": "official", "plural": True, "sides": ("Russia",)}),
        ("the Russian Foreign Ministry", {"kind": "institution", "name": "Russian Foreign Ministry", "sides": ("Russia",)}),
        ("the ministry", {"kind": "institution", "name": "ministry"}),
        ("Moscow", {"kind": "place", "name": "Moscow", "sides": ("Russia",)}),
        ("the Kremlin", {"kind": "place", "name": "Kremlin", "sides": ("Russia",)}),
        ("the Port Vale Gazette", {"kind": "institution", "name": "Port Vale Gazette"}),
        ("State Department", {"kind": "institution"}),
        ("she", {"kind": "pronoun", "gender": "f"}),
        ("a report by the bank", {"kind": "document", "definite": False}),
        ("the minister's spokeswoman", {"kind": "role", "noun": "spokeswoman", "gender": "f"}),
        ("his lawyer", {"kind": "role", "noun": "lawyer"}),
        ("the secretary general of the alliance", {"kind": "role", "sides": ("@body",)}),
        ("Jan Novak (NTO)", {"kind": "name", "name": "Jan Novak"}),
        ("he and other officials", {"kind": "pronoun", "text": "he and other officials"}),
        ("green rivers", {"kind": "other"}),
    ],
)  # fmt: skip
def test_phrases_taken_apart(phrase: str, told: dict[str, Any]) -> None:
    found = mention(phrase)
    assert found is not None
    assert {key: getattr(found, key) for key in told} == told


@pytest.mark.parametrize("phrase", ["", ",", "who came", "( )", "'s"])
def test_no_speaker(phrase: str) -> None:
    assert mention(phrase) is None


@pytest.mark.parametrize(
    ("name", "full"), [("Jan Novak", True), ("Novak", False), ("the ministry", False)]
)
def test_full_names(name: str, full: bool) -> None:
    found = mention(name)
    assert found is not None
    assert found.is_full_name is full


@given(TEXTS)
def test_any_phrase_can_be_taken_apart(text: str) -> None:
    mention(text)


def test_a_phrase_that_comes_again_is_taken_apart_as_if_it_were_the_first() -> None:
    known = grammar()
    for text in (
        "Then the mayor left",
        "Then The Mayor left",
        "Then “the mayor” left",
        "The mayor",
    ):
        read = Sentence(text, tokenize(text, quotations(text)), [], known)
        first = next(i for i in range(len(read)) if read.low(i) == "the")
        found = parse_in(read, first, first + 1)
        assert found == parse(read.tokens[first : first + 2], text, grammar())
    assert len(known.phrases) == 4  # capitals and quotation marks tell


def test_what_is_outside_a_sentence_is_no_word_and_no_mark() -> None:
    read = sentence("She left, he said.")
    assert [read.low(at) for at in (-9, -1, 0, 6, 20)] == ["", "", "she", "", ""]
    assert [read.mark(at) for at in (-1, 0, 2, 20)] == ["", "", ",", ""]
    assert not read.is_quoted(-1)
