from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Quoting
from digest.quotation import quoted

if TYPE_CHECKING:
    from digest.model import Digest, Paragraph


def words(text: str) -> int:
    return len(text.split())


def by_article(digest: Digest) -> dict[str, list[Paragraph]]:
    found = defaultdict[str, list["Paragraph"]](list)
    for paragraph in digest.paragraphs:
        found[paragraph.article].append(paragraph)
    return found


QUOTINGS = st.builds(
    Quoting,
    words=st.none() | st.integers(1, 80),
    share=st.none() | st.floats(0.05, 1, allow_nan=False),
)


@given(quoting=QUOTINGS)
def test_what_is_shown_is_an_opening_and_the_rest_is_counted(
    harbour: Digest, quoting: Quoting
) -> None:
    shown = quoted(replace(harbour, quoting=quoting))
    for before, after in zip(harbour.paragraphs, shown.paragraphs, strict=True):
        assert before.text.startswith(after.text)
        assert after.text or not before.text
        assert words(after.text) + after.rest == words(before.text)
        assert all(span.end <= len(after.text) for span in after.sentences)
        assert [s.start for s in after.sentences] == [
            s.start for s in before.sentences if s.start < len(after.text)
        ]


@given(quoting=QUOTINGS)
def test_no_bound_is_broken(harbour: Digest, quoting: Quoting) -> None:
    whole = by_article(harbour)
    for article, own in by_article(quoted(replace(harbour, quoting=quoting))).items():
        shown = [words(paragraph.text) for paragraph in own]
        told = sum(words(paragraph.text) for paragraph in whole[article])
        assert quoting.words is None or max(shown) <= quoting.words
        # Each paragraph shows a word at least.
        assert quoting.share is None or sum(shown) <= max(quoting.share * told, len(own))


@given(quoting=QUOTINGS)
def test_statements_stay_and_end_with_the_text(harbour: Digest, quoting: Quoting) -> None:
    shown = quoted(replace(harbour, quoting=quoting))
    texts = {paragraph.id: paragraph.text for paragraph in shown.paragraphs}
    assert len(shown.statements) == len(harbour.statements)
    for before, after in zip(harbour.statements, shown.statements, strict=True):
        assert after.span.end <= len(texts[after.paragraph])
        assert before.span.of(texts[before.paragraph]) == after.span.of(texts[after.paragraph])


def test_without_a_bound_nothing_changes(harbour: Digest) -> None:
    assert quoted(harbour) is harbour
    assert quoted(replace(harbour, quoting=Quoting())).paragraphs == harbour.paragraphs
    assert quoted(replace(harbour, quoting=Quoting(share=1))).paragraphs == harbour.paragraphs


@pytest.mark.parametrize(
    ("most", "text", "opening", "rest"),
    [
        (3, "One two three four.", "One two three", 1),
        (4, "One two three four.", "One two three four.", 0),
        (6, "One two three four. Five six seven.", "One two three four.", 3),
        (6, "One two. Three four five six seven.", "One two. Three four five six", 1),
    ],
)
def test_an_opening_ends_with_a_sentence_if_that_leaves_enough(
    harbour: Digest, most: int, text: str, opening: str, rest: int
) -> None:
    from digest.segment import sentences  # noqa: PLC0415 - for this test alone

    one = replace(harbour.paragraphs[0], text=text, sentences=sentences(text))
    story = replace(harbour, paragraphs=(one,), statements=(), quoting=Quoting(words=most))
    (shown,) = quoted(story).paragraphs
    assert (shown.text, shown.rest) == (opening, rest)


def test_all_paragraphs_of_an_article_are_cut_at_one_level(harbour: Digest) -> None:
    texts = ["a " * 2, "b " * 10, "c " * 20]
    own = [
        replace(harbour.paragraphs[0], id=f"x:{number}", text=text.strip(), sentences=())
        for number, text in enumerate(texts)
    ]
    story = replace(harbour, paragraphs=(*own,), statements=(), quoting=Quoting(share=0.5))
    assert [words(each.text) for each in quoted(story).paragraphs] == [2, 7, 7]
