from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.attribute.tokens import parted, quotations, tokenize
from tests.attribute.texts import TEXTS


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, quotations(text))]


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mr. Roe came.", ["Mr.", "Roe", "came", "."]),
        ("J. K. Roe and I.", ["J.", "K.", "Roe", "and", "I", "."]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        (
            "Roe, R-Ky., and Doe, D-N.Y.",
            ["Roe", ",", "R-Ky.", ",", "and", "Doe", ",", "D-N.Y", "."],
        ),
        ("the mayor's plan", ["the", "mayor", "'s", "plan"]),
        ("he’s said they've gone", ["he", "’s", "said", "they", "'ve", "gone"]),
        ("they didn’t say", ["they", "didn’t", "say"]),
        ("Ms. O'Neill", ["Ms.", "O'Neill"]),
        ("45,000 by well-known AT&T", ["45,000", "by", "well-known", "AT&T"]),
        ("''yes'' (no)", ["''", "yes", "''", "(", "no", ")"]),
    ],
)
def test_words_and_marks(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


def test_no_word_stands_across_the_end_of_a_sentence() -> None:
    text = "It was late.The ferry left."
    tokens = parted(tokenize(text, ()), [len("It was late.")])
    assert [t.text for t in tokens] == ["It", "was", "late", ".", "The", "ferry", "left", "."]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.low for t in tokens if t.is_capital] == ["it", "the"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("«Да», сказал он.", ["«Да»"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("‘Yes,’ he said.", ["‘Yes,’"]),
        ("'Yes,' he said.", ["'Yes,'"]),
        ("the mayor’s and the workers’ plan", []),
        ("‘The workers’ rights,’ he said", ["‘The workers’ rights,’"]),
        ("rock ’n’ roll of the ’90s, ‘em all", []),
        ("“He said ‘no’ twice,” she said", ["“He said ‘no’ twice,”"]),
        ("“A “B” C,” he said", ["“A “B” C,”"]),
        ('"He said \'no,\' " she said. "Yes."', ["\"He said 'no,' \"", '"Yes."']),
        ("“No end. And on", ["“No end. And on"]),
        ('It rained."We go," he said.', ['"We go,"']),
        ('He said "no."The game was off.', ['"no."']),
        ("“Wrong,“ he said. “Right.”", ["“Wrong,“", "“Right.”"]),
        ('six feet 2" tall', []),
        ("", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_tokens_know_whether_they_are_quoted() -> None:
    text = "He “said no” twice."
    assert [t.text for t in tokenize(text, quotations(text)) if t.quoted] == [
        "“",
        "said",
        "no",
        "”",
    ]


def test_a_quotation_may_close_with_a_mark_of_the_other_kind() -> None:
    text = '"No” was all he said.'
    assert [span.of(text) for span in quotations(text)] == ['"No”']


@given(TEXTS)
def test_quotations_stand_apart_and_in_order(text: str) -> None:
    spans = quotations(text)
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))
    assert all(span.end <= len(text) for span in spans)


@given(TEXTS)
def test_tokens_cover_all_but_blanks(text: str) -> None:
    tokens = tokenize(text, quotations(text))
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    tokenize(text, quotations(text))


def test_a_country_in_initials_may_be_joined_to_a_word() -> None:
    assert [token.text for token in tokenize("a U.S.-based body", ())] == [
        "a",
        "U.S.-based",
        "body",
    ]
