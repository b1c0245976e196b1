"""What a text claims in its main clauses, and which claim two texts have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compare import compare
from digest.compare.claims import claims, main_clauses
from digest.compare.concepts import concepts
from digest.compare.words import Speech
from digest.model import Paragraph
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Evidence

# A sentence, and its main clause, without the words that tell nothing.
MAIN = [
    ("The board closed the quay after a survey of its piles.", "board closed quay"),
    ("VELMOUTH — The board closed the quay on the river.", "board closed quay river"),
    ("The board closed the quay in an effort to save money.", "board closed quay"),
    ("The harbour board, a body of nine, closed the quay.", "harbour board closed quay"),
    ("The harbour board, which met twice, closed the quay.", "harbour board closed quay"),
    ("The harbour board (founded in 1904) closed the quay.", "harbour board closed quay"),
    ("The board closed the quay, leaving two crews ashore.", "board closed quay"),
    ("The board closed the quay, asked the crews ashore.", "board closed quay asked crews ashore"),
    ("The board met.", ""),
]


def claimed(text: str) -> list[tuple[str, ...]]:
    """Give the claims of a text of one sentence, as the roots of their words."""
    found = list(speech(text).words(paragraph(text), ()))
    clauses = main_clauses(found, text, [(0, len(text))])
    return [tuple(c.key for c in claim) for claim in claims(clauses)]


def speech(text: str) -> Speech:
    return Speech([], [paragraph(text)])


def paragraph(text: str) -> Paragraph:
    return Paragraph("a:0", "a", 0, 1, text, "paragraph", ())


def common(a: str, b: str) -> Evidence | None:
    """Give what the evidence says of the claims of two articles."""
    other = "Seven herons nested on the roof of the town's old library last year."
    digest = understood(
        [article(name, text) for name, text in zip("abc", (a, b, other), strict=True)]
    )
    found = compare(
        digest.articles,
        digest.paragraphs,
        digest.labels,
        digest.moments,
        digest.events,
        digest.people,
        digest.statements,
    )
    return next((each.find("claim") for each in found if (each.a, each.b) == ("a:0", "b:0")), None)


@pytest.mark.parametrize(("text", "main"), MAIN)
def test_the_main_clause_of_a_sentence(text: str, main: str) -> None:
    kept = speech(main).words(paragraph(main), ())
    expected = tuple(concept.key for concept in concepts([word for _, word in kept]))
    assert claimed(text) == ([expected] if main else [])


def test_one_claim_with_other_background_is_the_same_claim() -> None:
    found = common(
        "The council closed the Brennick bridge to lorries, a blow to hauliers who had just begun"
        " to recover from the floods of spring.",
        "The Brennick bridge was closed to lorries by the council because its cables had rusted"
        " faster than the engineers from Orrin foresaw.",
    )
    assert found is not None
    assert found.value >= 0.8
    assert found.detail == "^brennick, bridg, lor, council, clos to"


def test_what_is_background_in_both_is_no_common_claim() -> None:
    assert not common(
        "The hauliers of Askvale sold eleven waggons after the council closed the Brennick bridge.",
        "Herons nest upon the river since the council closed the Brennick bridge.",
    )


def test_names_in_common_are_no_common_claim() -> None:
    assert not common(
        "On Monday the poet Ines Tarrow of Velmouth and Brennick opened a bakery.",
        "Two cats were buried by the singer Ines Tarrow of Velmouth and Brennick.",
    )


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_a_claim_says_nothing_that_the_text_does_not(text: str, start: int, end: int) -> None:
    found = list(speech(text).words(paragraph(text), ()))
    words = {word for at, word in found if start <= at < end}
    for claim in claims(main_clauses(found, text, [(start, end)])):
        assert {concept.key for concept in claim} <= {
            concept.key for concept in concepts([word for _, word in found if word in words])
        }


def test_of_many_claims_only_the_first_few_are_held() -> None:
    text = " ".join(f"Board {n} closed quay {n} and bought {n} cranes." for n in range(10, 40))
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    found = list(speech(text).words(paragraph(text), ()))
    clauses = main_clauses(found, text, zip([0, *ends], ends, strict=False))
    assert (len(clauses), len(claims(clauses))) == (30, 6)
