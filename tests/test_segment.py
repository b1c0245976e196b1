"""`segment`: paragraphs with their lines, and sentences that cover them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import lexicon
from digest.model import Article
from digest.segment import segment, sentences
from digest.text import squeeze

CASES = lexicon.table("sentences")["case"]


def article(name: str, body: str, *, body_line: int = 1, language: str = "en") -> Article:
    return Article(
        id=name,
        file=f"sources/{name}.md",
        title=name,
        outlet=None,
        origin=None,
        published=None,
        url=None,
        author=None,
        language=language,
        retrieved=None,
        body=body,
        body_line=body_line,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentences"][0])
def test_sentences(case: dict[str, Any]) -> None:
    text = ("" if case.get("joined") else " ").join(case["sentences"])
    spans = sentences(text, case.get("language", "en"))
    assert [span.of(text) for span in spans] == case["sentences"]


TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ['"', "”", "“", ".", "!", "?", "…", " ", "A", "b", "Mr", "U.S", "5", ")", "[1]", "。"]
        )
    ).map("".join),
).map(squeeze)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_cover_all_but_the_blanks_between(text: str) -> None:
    spans = sentences(text)
    assert [(span.start, span.end) for span in spans] == sorted(
        (span.start, span.end) for span in spans
    )
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert all(text[place] == " " for place in set(range(len(text))).difference(covered))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


def test_a_language_without_words_of_its_own_has_the_plain_rules() -> None:
    text = "Der 5. Mai kam. Dann ging er."
    assert [span.of(text) for span in sentences(text, "de-AT")] == [
        "Der 5.",
        "Mai kam.",
        "Dann ging er.",
    ]


def test_paragraphs_know_their_article_number_and_line() -> None:
    first = article("a", "# Head\n\nOne. Two.\n\n> Three.", body_line=7)
    second = article("sub/b", "Four.")
    paragraphs = segment([first, second])
    assert [(each.id, each.article, each.number, each.line, each.block) for each in paragraphs] == [
        ("a:0", "a", 0, 7, "heading"),
        ("a:1", "a", 1, 9, "paragraph"),
        ("a:2", "a", 2, 11, "quote"),
        ("sub/b:0", "sub/b", 0, 1, "paragraph"),
    ]
    assert [span.of("One. Two.") for span in paragraphs[1].sentences] == ["One.", "Two."]
