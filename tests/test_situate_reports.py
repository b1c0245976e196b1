"""Which articles report the same event: the clustering, and what it weighs."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Event, Label
from digest.situate import events, moments
from digest.situate.clusters import clusters, unit
from digest.situate.openings import openings
from tests.clock import grows_less_than
from tests.made_up import article, cases, taken_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Article
    from digest.situate.clusters import Interval, Vector

LEAST = 0.3
TAKEOVERS = next(case for case in cases("events") if "takeovers" in case["about"])


def grouped(bags: Iterable[str], times: Sequence[Interval | None] = ()) -> list[list[int]]:
    vectors = [unit(dict.fromkeys(bag, 1.0)) for bag in bags]
    return clusters(vectors, times or [None] * len(vectors), least=LEAST, longest=60)


def found(articles: Sequence[Article]) -> tuple[Event, ...]:
    paragraphs, _ = taken_apart(articles)
    labels = [Label(p.id, "text", None) for p in paragraphs]
    return events(articles, paragraphs, labels, moments(articles, paragraphs))


def takeovers() -> list[Article]:
    return [
        article(f"n{n}", told["text"], published=told["published"], title=told["title"])
        for n, told in enumerate(TAKEOVERS["articles"])
    ]


# ------------------------------------------------------------------ clusters


def test_what_is_alike_is_together() -> None:
    assert grouped(["abc", "xyz", "abd", "xyw"]) == [[0, 2], [1, 3]]


def test_a_chain_of_neighbours_is_no_group() -> None:
    """Each is like the next one, yet the ends have nothing in common."""
    assert grouped(["ab", "bc", "cd", "de", "ef", "fg"]) == [[0, 1], [2, 3], [4, 5]]


def test_what_lies_too_far_apart_in_time_stays_apart() -> None:
    assert grouped(["abc", "abc", "abc"], [(0, 0), (50, 50), (100, 100)]) == [[0, 1], [2]]


def test_nothing_gives_no_groups() -> None:
    assert grouped([]) == []


BAGS = st.lists(st.text("abcdefgh", min_size=1, max_size=5), max_size=9)


@given(BAGS)
def test_every_vector_is_in_one_group(bags: list[str]) -> None:
    made = grouped(bags)
    assert sorted(i for group in made for i in group) == list(range(len(bags)))
    assert made == sorted(sorted(group) for group in made)


@given(BAGS)
def test_no_two_groups_are_alike_enough_to_be_one(bags: list[str]) -> None:
    vectors = [unit(dict.fromkeys(bag, 1.0)) for bag in bags]
    made = clusters(vectors, [None] * len(vectors), least=LEAST, longest=60)
    for a, b in permutations(made, 2):
        pairs = [cosine(vectors[i], vectors[j]) for i in a for j in b]
        assert sum(pairs) / len(pairs) < LEAST + 1e-6


def cosine(a: Vector, b: Vector) -> float:
    return math.fsum(value * b.get(word, 0.0) for word, value in a.items())


# ------------------------------------------------------------------ openings


def test_an_opening_marks_names_numbers_and_days() -> None:
    text = "On May 8 the mayor of Elm met 30 dockers.\n\nElm has 2,000 dockers."
    source = article("one", text, title="Dockers meet mayor", published=date(2031, 5, 9))
    paragraphs, _ = taken_apart([source])
    days = {m.paragraph: [m] for m in moments([source], paragraphs)}
    kinds = {p.id: Label(p.id, "text", None).kind for p in paragraphs}
    (told,) = openings([source], paragraphs, kinds, days).values()
    assert told.headline == ("docker", "meet", "mayor")
    assert {"^elm", "=30", "=2000", "#2031-05-08", "#2031-05", "#2031"} <= told.words.keys()
    assert (told.words["docker"], told.words["^elm"]) == (3, 2)
    assert "may" not in told.words
    assert "=8" not in told.words


# -------------------------------------------------------------------- events


def test_the_order_of_articles_changes_nothing() -> None:
    assert len({frozenset(found(order)) for order in permutations(takeovers())}) == 1


def test_copies_of_a_text_change_nothing() -> None:
    """A word that four outlets print in the same text is as rare as before."""
    printed = [
        replace(told, id=f"{told.id}-{n}", file=f"{n}.md") for told in takeovers() for n in range(4)
    ]
    assert [len(event.articles) for event in found(printed)] == [8, 8]


def test_an_unnamed_event_claims_no_paragraph_of_text() -> None:
    """Their wording decided, and would count once more where paragraphs are held together."""
    first, _ = found(takeovers())
    assert (first.paragraphs, first.place, first.kind) == ((), None, "report")
    assert first.certainty == "worked out"
    assert {name for name, _ in first.evidence} == {"n0:0", "n1:0"}


def test_ids_never_meet_and_are_never_empty() -> None:
    """Headlines in other letters make no name for a file, and one may end in a number."""
    first = [replace(told, title="Новость") for told in takeovers()[:2]]
    second = [replace(told, title="Report 2") for told in takeovers()[2:]]
    undated = [replace(told, published=None) for told in (*first, *second)]
    assert {event.id for event in found(undated)} == {"report", "report-2"}


SENTENCES = st.sampled_from(
    [
        "A fire in Ostwick killed three people on Monday.",
        "The Oslo summit of May 2, 2031 failed.",
        "Marta Ilves left for Tallinn.",
        "Harbour Foods bought 30 mills.",
        "It rained.",
    ]
)
PUBLISHED = st.none() | st.dates(date(2031, 4, 1), date(2031, 8, 1))


@given(st.lists(st.tuples(st.lists(SENTENCES, max_size=4), PUBLISHED), max_size=6))
def test_an_article_mainly_reports_one_event(told: list[tuple[list[str], date | None]]) -> None:
    articles = [
        article(f"n{n}", " ".join(texts), published=day) for n, (texts, day) in enumerate(told)
    ]
    made = found(articles)
    names = [name for event in made for name in event.articles]
    assert len(names) == len(set(names))
    assert len({event.id for event in made}) == len(made)


@pytest.mark.parametrize(
    "words", ["the summit in Xx ", "the summit on Monday ", "held a strike, said "]
)
def test_time_grows_with_the_text(words: str) -> None:
    small, large = (article("one", words * count) for count in (300, 1200))
    assert grows_less_than(8, lambda: found([small]), lambda: found([large]))
