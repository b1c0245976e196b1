"""Two texts that tell the same become one; two that differ in one fact never do."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.fold import fold, points, verdict
from digest.model import Copy, Evidence, Family, Label, Overlap, Paragraph
from tests.made_up import TUESDAY, article, cases, understood

if TYPE_CHECKING:
    from datetime import date

    from _pytest.mark import ParameterSet

    from digest.model import Digest

FOLDS = cases("folds")
NEWS = cases("folds_in_the_news")


def pairs(which: str) -> list[ParameterSet]:
    return [
        pytest.param(*pair, id=f"{group}-{number}")
        for group, texts in FOLDS[which].items()
        for number, pair in enumerate(texts, 1)
    ]


def told(a: str, b: str, *, published: tuple[date, date] = (TUESDAY, TUESDAY)) -> Digest:
    return understood(
        [article("one", a, published=published[0]), article("two", b, published=published[1])]
    )


def families(digest: Digest) -> set[frozenset[str]]:
    return {frozenset(family.members) for family in digest.families}


@pytest.mark.parametrize(("a", "b"), pairs("apart"))
def test_a_pair_that_differs_in_one_fact_stays_two(a: str, b: str) -> None:
    assert families(told(a, b)) == {frozenset({"one:0"}), frozenset({"two:0"})}


@pytest.mark.parametrize("case", FOLDS["apart_in_time"], ids=lambda case: case["texts"][0][:40])
def test_the_same_words_a_year_apart_stay_two(case: dict[str, list[str]]) -> None:
    first, second = case["published"]
    digest = told(*case["texts"], published=(first, second))  # type: ignore[arg-type]
    assert len(digest.families) == 2


@pytest.mark.parametrize(("a", "b"), pairs("same"))
def test_a_copy_folds(a: str, b: str) -> None:
    assert families(told(a, b)) == {frozenset({"one:0", "two:0"})}


@pytest.mark.parametrize("which", ["apart", "same"])
def test_all_pairs_in_one_digest_fold_as_each_pair_alone(which: str) -> None:
    """Words are as rare, and people as many, as in a digest of some size."""
    texts = [pair for group in FOLDS[which].values() for pair in group]
    digest = understood(
        [
            article(f"{side}-{number:03}", text)
            for number, pair in enumerate(texts)
            for side, text in zip("ab", pair, strict=True)
        ]
    )
    joined = {member: family.id for family in digest.families for member in family.members}
    wrong = [
        pair
        for number, pair in enumerate(texts)
        if (joined[f"a-{number:03}:0"] == joined[f"b-{number:03}:0"]) != (which == "same")
    ]
    assert wrong == []
    mixed = [f for f in digest.families if len({member[2:5] for member in f.members}) > 1]
    assert mixed == []


@pytest.mark.parametrize("case", NEWS, ids=lambda case: case["story"])
def test_what_two_whole_articles_tell_alike_folds_and_nothing_else(case: dict[str, Any]) -> None:
    first, second = case["published"]
    digest = understood(
        [
            article("a", "\n\n".join(case["a"]), published=first),
            article("b", "\n\n".join(case["b"]), published=second),
        ]
    )
    pairs = {
        tuple(sorted((family.keeper, copy.paragraph)))
        for family in digest.families
        for copy in family.copies
    }
    must, may = ({(f"a:{a}", f"b:{b}") for a, b in case.get(name, ())} for name in ("same", "may"))
    assert must - pairs == set()
    assert pairs - must - may == set()


def test_a_repeat_within_an_article_folds_but_a_sentence_that_goes_on_does_not() -> None:
    news = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
    between = ["The quay is a hundred years old.", "Its cranes were sold.", "Gulls nest there."]
    digest = understood([article("one", "\n\n".join([news, *between, news]))])
    assert frozenset({"one:0", "one:4"}) in families(digest)
    beside = "The Harbour Board of Velmouth closed the East Quay after a survey of its old piles."
    assert len(understood([article("one", f"{news}\n\n{beside}")]).families) == 2


def test_many_copies_are_one_family() -> None:
    text = FOLDS["same"]["verbatim"][0][0]
    digest = understood([article(f"n{number:03}", text) for number in range(60)])
    assert len(digest.families) == 1


def test_the_fullest_keeps_and_every_copy_says_why() -> None:
    long, short = FOLDS["same"]["a part of the other"][1]
    (family,) = told(short, long).families
    assert family.keeper == "two:0"
    assert [(copy.paragraph, bool(copy.why)) for copy in family.copies] == [("one:0", True)]


def test_the_order_of_files_changes_nothing() -> None:
    texts = [text for pair in FOLDS["same"]["a part of the other"][:2] for text in pair]
    articles = [article(f"n{number}", text) for number, text in enumerate(texts)]
    found = {frozenset(understood(order).families) for order in permutations(articles)}
    assert len(found) == 1


def test_ids_of_families_never_meet() -> None:
    """Names of articles may look alike once they are made into ASCII."""
    names = ["a/b", "a-b", "новость", "статья", "a-b-1"]
    digest = understood([article(name, "One thing.\n\nAnother matter.") for name in names])
    ids = [family.id for family in digest.families]
    assert len(ids) == len(set(ids)) == 10


def test_a_copy_goes_to_the_keeper_for_which_most_speaks() -> None:
    """Whoever speaks and when weighs more than a few more words in common."""
    texts = {"k:0": "x" * 90, "l:0": "y" * 80, "c:0": "z" * 40}
    paragraphs = [
        Paragraph(name, name[0], 0, 1, text, "paragraph", ()) for name, text in texts.items()
    ]
    labels = [Label(name, "text", None) for name in texts]
    whole = (
        Evidence("choice", 9),
        Evidence("days between", 0),
        Evidence("nearest", 0.9),
        Evidence("in common", 3),
        Evidence("matter", 2),
    )
    said = (Evidence("same speaker", 1.0), Evidence("same day", 1.0), Evidence("said alike", 0.7))
    overlaps = [
        Overlap("c:0", "k:0", 0.62, (*whole, Evidence("no speaker", 1.0))),
        Overlap("c:0", "l:0", 0.55, (*whole, *said)),
    ]
    found = {family.keeper: family.members for family in fold(paragraphs, labels, overlaps)}
    assert found == {"k:0": ("k:0",), "l:0": ("l:0", "c:0")}


def test_an_overlap_gives_its_evidence_by_name() -> None:
    overlap = Overlap("a:0", "b:0", 0.5, (Evidence("order", 0.4, "x"), Evidence("order", 1.0, "y")))
    assert overlap.find("order") == Evidence("order", 0.4, "x")
    assert (overlap.value("order"), overlap.detail("order")) == (0.4, "x")
    assert (overlap.find("day"), overlap.value("day"), overlap.detail("day")) == (None, 0.0, "")
    assert (overlap.has("day", "order"), overlap.has("day"), overlap.has()) == (True, False, False)


# ------------------------------------------------------------------ points


def test_every_bound_that_is_reached_gives_its_points() -> None:
    overlap = Overlap(
        "a:0",
        "b:0",
        0.45,
        (
            Evidence("same speaker", 0.9, "Ines Tarrow"),
            Evidence("said alike", 0.1),
            Evidence("exchanged", 9, "ferry | quay"),
            Evidence("figures", 3, "=12"),
        ),
    )
    assert dict(points(overlap)) == {
        "same speaker": 4,
        "alike": 7,
        "exchanged": -2,
        "figures": 3,
    }


def test_nothing_seen_gives_no_points() -> None:
    assert points(Overlap("a:0", "b:0", 0.0, ())) == ()


# ------------------------------------------------------------------ properties

IDS = [f"a{article}:{number}" for article in range(3) for number in range(4)]
FACTS = st.sampled_from(
    [
        Evidence("other event", 1.0),
        Evidence("other speaker", 1.0, "a | b"),
        Evidence("same speaker", 1.0, "Ines Tarrow"),
        Evidence("same day", 1.0),
        Evidence("said alike", 0.4),
        Evidence("other number", 1.0),
        Evidence("copied", 1.0, "20 words"),
        Evidence("copied: reworded", 0.0),
    ]
)


@st.composite
def overlaps(draw: st.DrawFn) -> tuple[Overlap, ...]:
    drawn = draw(st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=30))
    found = []
    for a, b in sorted({tuple(sorted(pair)) for pair in drawn if pair[0] != pair[1]}):
        facts = draw(st.lists(FACTS, max_size=4))
        if any(fact.name == "copied" for fact in facts):
            facts.append(Evidence("copied: reworded", 0.0))
        found.append(Overlap(a, b, draw(st.floats(0, 1)), tuple(facts)))
    return tuple(found)


OBJECTIONS = st.sampled_from(
    [
        *(f"told: {kind}" for kind in ("number", "place", "name", "opposite", "order", "mood")),
        *(f"told: {kind}" for kind in ("reality", "person", "figure")),
        *(
            "told: day",
            "told: negation",
            "told: modality",
            "other number",
            "other day",
            "other place",
        ),
        *("other negation", "other modality", "other opposite", "unfinished"),
    ]
)
SIGNS = st.sampled_from(
    [
        *(Evidence(name, 1.0) for name in ("same speaker", "same day", "leads", "same event")),
        *(Evidence("in common", value) for value in (1.6, 4.0)),
        *(Evidence(name, 1.0) for name in ("contained", "nearest", "said alike", "figures")),
        *(Evidence("choice", 5), Evidence("days between", 0), Evidence("copied", 0.9, "20 words")),
        *(Evidence("one speaker", 1.0), Evidence("claim", 0.6), Evidence("matter", 2)),
    ]
)


@given(st.lists(SIGNS), st.lists(OBJECTIONS, min_size=1), st.floats(0, 1))
def test_an_objection_can_only_keep_two_apart(
    signs: list[Evidence], objections: list[str], score: float
) -> None:
    """So `compare` looks for objections only where there is a reason to fold."""
    evidence = tuple(signs)
    against = tuple(Evidence(name, 1.0, "a | b") for name in objections)
    if verdict(Overlap("a:0", "b:0", score, evidence)) is None:
        assert verdict(Overlap("a:0", "b:0", score, evidence + against)) is None


def paragraphs() -> list[Paragraph]:
    made = []
    for number, name in enumerate(IDS):
        owner, _, place = name.partition(":")
        made.append(Paragraph(name, owner, int(place), 1, "x" * (number % 5), "paragraph", ()))
    return made


@given(overlaps(), st.sets(st.sampled_from(IDS)), st.randoms())
@settings(max_examples=60)
def test_every_text_is_in_one_family_whatever_the_evidence(
    found: tuple[Overlap, ...],
    cut: set[str],
    random: object,
) -> None:
    texts = paragraphs()
    labels = [Label(p.id, "caption" if p.id in cut else "text", None) for p in texts]
    kept = [o for o in found if not {o.a, o.b} & cut]
    families = fold(texts, labels, kept)
    members = [member for family in families for member in family.members]
    assert sorted(members) == sorted(set(IDS) - cut)
    known = {frozenset((o.a, o.b)) for o in kept}
    assert all(frozenset((f.keeper, c.paragraph)) in known for f in families for c in f.copies)
    shuffled = list(kept)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(texts, labels, shuffled) == families


def test_a_family_lists_its_keeper_first() -> None:
    family = Family("f", "a:0", (Copy("b:0", "the same words", 1.0),))
    assert family.members == ("a:0", "b:0")


CONDITION = (
    Evidence("same speaker", 1.0, "Ines Tarrow"),
    Evidence("quoted", 0.9, "20 words"),
    Evidence("quoted: conflict", 1.0, "modality: if"),
    Evidence("quoted: conflict", 1.0, "negation: not"),
)


def test_the_condition_of_a_long_quotation_may_be_put_in_other_words() -> None:
    told = Overlap("a:0", "b:0", 0.8, (*CONDITION, Evidence("phrase", 15)))
    assert verdict(told) == "the same words of Ines Tarrow"
    short = Overlap("a:0", "b:0", 0.8, (*CONDITION, Evidence("phrase", 4)))
    assert verdict(short) is None
    other = Evidence("quoted: conflict", 1.0, "number: 12 | 20")
    assert verdict(Overlap("a:0", "b:0", 0.8, (*CONDITION, other, Evidence("phrase", 15)))) is None
    turned = (CONDITION[0], CONDITION[1], CONDITION[3], Evidence("phrase", 15))
    assert verdict(Overlap("a:0", "b:0", 0.8, turned)) is None
