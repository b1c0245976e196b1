"""Overlaps: what is found, what the evidence says, and that the work grows with the text only."""

from __future__ import annotations

import tracemalloc
from datetime import date
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compare import compare
from digest.compare.align import align, differences
from digest.compare.candidates import candidates
from digest.compare.words import DAYS, NAME, NUMBER, PERSON, Speech
from digest.model import Label, Moment, Paragraph, Person, Span
from digest.segment import segment
from tests.made_up import TUESDAY, article, taken_apart, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Overlap

TARROW = Person("tarrow", "Ines Tarrow", "person", ("Ines Tarrow", "Inés Tarrow"), None, None)


def words(text: str, *moments: Moment) -> list[str]:
    paragraph = Paragraph("a:0", "a", 0, 1, text, "paragraph", ())
    other = Paragraph("a:1", "a", 1, 1, "The Lode and the Tarn, says Velmouth.", "paragraph", ())
    speech = Speech([TARROW], [paragraph, other])
    return [word for _, word in speech.words(paragraph, moments)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ines Tarrow closed two quays.", "Inés Tarrow closes 2 quays."),
        ("Mrs. Tarrow’s 1,200 boats", "the Tarrow 1200 boat"),
        ("The colour of the programme", "the color of a program"),
        ("She didn’t leave", "she did not leave"),
        ("Rep. Tarrow (D-Calif.) of N.C.", "Representative Tarrow (California) of Carolina"),
        ("It took months", "taking a month"),
        ("a state-funded ferry", "the state funded ferry"),
        ("a two-in-three chance", "a 2 in 3 chance"),
    ],
)
def test_the_same_in_another_spelling_gives_the_same_words(a: str, b: str) -> None:
    assert words(a) == words(b)


def test_people_names_numbers_and_days_are_marked() -> None:
    day = Moment("a:0", Span(0, 9), date(2031, 5, 5), date(2031, 5, 5), "worked out", "weekday")
    assert words("On Monday, Tarrow saw both boats in Velmouth.", day) == [
        f"{DAYS}2031-05-05/2031-05-05",
        f"{PERSON}tarrow",
        "saw",
        f"{NUMBER}both",
        "boat",
        "in",
        f"{NAME}velmouth",
    ]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (["=3"], ["=4"], "number"),
        (["#2031-05-05/2031-05-05"], ["#2031-05-06/2031-05-06"], "day"),
        (["not"], [], "negation"),
        (["will"], ["may"], "modality"),
        (["ros"], ["fell"], "opposite"),
        (["to"], ["from"], "opposite"),
    ],
)
def test_differences(a: list[str], b: list[str], kind: str) -> None:
    a = [word if word != "ros" else words("rose")[0] for word in a]
    b = [word if word != "fell" else words("fell")[0] for word in b]
    assert {found.partition(":")[0] for found in differences(a, b)} == {kind}


def test_what_does_not_differ() -> None:
    week, day = "#2031-05-05/2031-05-11", "#2031-05-06/2031-05-06"
    assert not list(differences([week, "=3", "will"], [day, "=3", "=4", "would"]))


def test_an_alignment_tells_additions_from_exchanges() -> None:
    short = "port board clos quay survey pile".split()
    whole = align(short, ["not", *short, "may", "=4"], frozenset())
    assert whole is not None
    assert (whole.shared, whole.reworded, whole.conflicts) == (6, 0, ())
    negated = align(short, [*short[:3], "not", *short[3:]], frozenset())
    assert negated is not None
    assert negated.conflicts == ("negation: not",)
    swapped = align(
        ["from", "^a", "to", "^b", "sail"], ["from", "^b", "to", "^a", "sail"], frozenset()
    )
    assert swapped is not None
    assert any("order of names" in conflict for conflict in swapped.conflicts)


def test_texts_too_long_to_lay_beside_each_other() -> None:
    long = [str(number) for number in range(3000)]
    assert align(long, [*long[1:], "x"], frozenset()) is None
    same = align(long, list(long), frozenset())
    assert same is not None
    assert same.shared == 3000


def test_nothing_overlaps_with_nothing() -> None:
    empty = align([], ["a"], frozenset())
    assert empty is not None
    assert (empty.words, empty.shared) == (0, 0)


# ------------------------------------------------------------------ scale


def test_no_word_brings_more_than_a_bounded_number_of_pairs() -> None:
    """A word in every text brings none, and texts that are all the same bring a few each."""
    bags = [{"quay", "port", f"own{number}"} for number in range(2000)]
    texts = [[f"own{number}", "quay", "port"] for number in range(2000)]
    assert list(candidates(bags, texts)) == []
    same = ["the", "same", "text", "in", "every", "paper"]
    pairs = list(candidates([set(same)] * 2000, [same] * 2000))
    assert len(pairs) <= 2000 * 8
    assert {there for there, here in pairs if here == 1999} == set(range(8))


def test_the_work_grows_with_the_text() -> None:
    def number_of_pairs(size: int) -> int:
        random = Random(5)  # noqa: S311 - made-up text, no secret
        vocabulary = [f"word{rank}" for rank in range(size * 3)]
        weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
        texts = [random.choices(vocabulary, weights, k=30) for _ in range(size)]
        return sum(1 for _ in candidates([set(text) for text in texts], texts))

    assert number_of_pairs(2000) < 12 * number_of_pairs(250)


def peak_of_comparing(size: int) -> int:
    """Give the bytes that comparing so many made-up paragraphs takes at most."""
    random = Random(5)  # noqa: S311 - made-up text, no secret
    letters = str.maketrans("0123456789", "bdfgklmnpr")  # figures would be read as numbers
    vocabulary = [f"o{str(rank).translate(letters)}o" for rank in range(size * 3)]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    texts = (" ".join(random.choices(vocabulary, weights, k=15)) for _ in range(size))
    whole = [article(f"n{number}", text) for number, text in enumerate(texts)]
    paragraphs = segment(whole)
    labels = [Label(paragraph.id, "text", None) for paragraph in paragraphs]
    tracemalloc.start()
    try:
        compare(whole, paragraphs, labels, (), (), (), ())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_memory_grows_with_the_text() -> None:
    peak_of_comparing(20)  # what is remembered of words has its own bounds
    assert peak_of_comparing(400) < 5 * peak_of_comparing(100)


# ------------------------------------------------------------------ the stage

QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."


def overlaps(*texts: str) -> tuple[Overlap, ...]:
    return compared([article(f"n{number}", text) for number, text in enumerate(texts)])


def compared(articles: Sequence[Article]) -> tuple[Overlap, ...]:
    digest = understood(articles)
    return compare(
        digest.articles,
        digest.paragraphs,
        digest.labels,
        digest.moments,
        digest.events,
        digest.people,
        digest.statements,
    )


def test_evidence_of_a_copy() -> None:
    (overlap,) = overlaps(QUAY, QUAY)
    assert (overlap.a, overlap.b, overlap.score) == ("n0:0", "n1:0", 1.0)
    seen = {evidence.name: evidence.value for evidence in overlap.evidence}
    assert (seen["copied"], seen["days between"], seen["contained"]) == (1.0, 0, 1.0)


def test_what_both_tell_and_hardly_anybody_else_is_evidence() -> None:
    (overlap,) = overlaps(
        "“A haunted barn on stilts” is what she called the school of 26 teachers in Velmouth.",
        "Velmouth's school, where 26 teachers work, was “a haunted barn” to her.",
    )
    seen = {evidence.name: evidence for evidence in overlap.evidence}
    assert seen["figures"].detail == "=26"
    assert seen["phrase"].detail == "haunt barn"
    assert seen["leads"].value == 1.0


def test_who_speaks_in_one_may_be_named_in_the_other() -> None:
    said = "Ines Tarrow said that the rumours of her departure from the East Quay were false."
    wrote = "The rumours of a departure from the East Quay made Ines Tarrow write a long letter."
    (overlap,) = overlaps(said, wrote)
    assert overlap.has("one speaker")
    assert overlap.detail("named") == "Ines Tarrow"


def seen_in(*pair: str, published: tuple[date, date] = (TUESDAY, TUESDAY)) -> Overlap:
    """Give what is found on two texts beside which others are told."""
    other = "Seven herons nested on the roof of the old library, and nobody minded."
    texts = [article("a", pair[0], published=published[0])]
    texts += [article("b", pair[1], published=published[1]), article("c", other)]
    return next(each for each in compared(texts) if (each.a, each.b) == ("a:0", "b:0"))


def test_who_has_no_name_and_says_the_same_may_be_misread() -> None:
    said = "the East Quay would be closed in May and its cranes sold"
    alike = seen_in(f"A clerk said that {said}.", f"Ines Tarrow said that {said} to the town.")
    other = seen_in(
        f"A clerk said that {said}.",
        "Ines Tarrow said that she had sold the cranes of another port in winter.",
    )
    assert alike.value("other speaker") < other.value("other speaker") < 1


def test_the_people_of_one_may_be_called_by_another_word() -> None:
    told = "Marta Tarrow came to Velmouth. Her {} said 110 delegates had declared for her."
    alike = seen_in(told.format("office"), told.format("staff"))
    other = seen_in(told.format("office"), told.format("brother"))
    assert alike.value("same speaker") > 0
    assert other.value("other speaker") > 0


def test_a_weekday_of_another_week_is_no_other_day() -> None:
    """Published on that weekday, or on the day before, it is worked out otherwise."""
    said = "Ines Tarrow said on Friday that the East Quay would be closed"
    thursday, friday = date(2031, 5, 8), date(2031, 5, 9)
    assert seen_in(f"{said}.", f"{said} again.", published=(thursday, friday)).has("same day")
    weeks_later = seen_in(f"{said}.", f"{said} again.", published=(thursday, date(2031, 5, 30)))
    assert weeks_later.has("other day")


def test_days_of_which_nobody_knows_what_happened_on_them_are_told_apart() -> None:
    found = seen_in(
        "The East Quay in Velmouth was closed on Monday.",
        "The East Quay in Velmouth was closed, and on Sunday a crane fell.",
    )
    assert found.has("told: day")
    assert not found.has("other day")


def test_what_is_said_of_a_speaker_is_nothing_of_ones_own() -> None:
    said = "said that the East Quay in Velmouth would be closed for repairs"
    plain = seen_in(f"Ines Tarrow {said} in May.", f"Tarrow {said}, to her regret.")
    told = seen_in(
        f"Ines Tarrow, a baker's daughter, {said} in May.", f"Tarrow {said}, to her regret."
    )
    assert told.value("exchanged") == plain.value("exchanged")


def test_names_are_not_what_happens() -> None:
    found = seen_in(
        "The board of Velmouth sold the cranes of Brennick.",
        "Cranes fly from Velmouth to Brennick, where the cranes nest.",
    )
    assert found.detail("matter") == "cran"


def test_a_number_in_a_few_texts_proposes_by_itself() -> None:
    bags = [{"=904", f"own{number}"} for number in range(3)] + [{"quay"}, {"quay"}]
    texts = [[*sorted(bag), str(n)] for n, bag in enumerate(bags)]
    assert list(candidates(bags, texts)) == [(0, 1), (0, 2), (1, 2)]


def test_furniture_overlaps_with_nothing() -> None:
    articles = [article("n0", "PHOTO: A ferry at the quay. (Archive)"), article("n1", QUAY)]
    paragraphs, labels = taken_apart(articles)
    assert compare(articles, paragraphs, labels, (), (), (), ()) == ()


def test_the_order_of_articles_changes_no_overlap() -> None:
    texts = [QUAY, QUAY + " It rained.", "It was not the Harbour Board of Velmouth, but the sea."]
    articles = [article(f"n{number}", text) for number, text in enumerate(texts)]
    found = set()
    for order in permutations(articles):
        paragraphs, labels = taken_apart(order)
        found.add(compare(order, paragraphs, labels, (), (), (), ()))
    assert len(found) == 1


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_can_be_compared(texts: list[str]) -> None:
    articles = [article(f"n{number}", text) for number, text in enumerate(texts)]
    paragraphs, labels = taken_apart(articles)
    for overlap in compare(articles, paragraphs, labels, (), (), (), ()):
        assert 0 <= overlap.score <= 1.0001
        assert overlap.a < overlap.b
