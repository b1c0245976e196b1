"""Which paragraphs of two articles prefer each other."""

from __future__ import annotations

from digest.compare.nearest import Nearest
from digest.compare.pairs import Pair, Pairs

Found = dict[str, float]


def found(*scored: tuple[str, str, float], size: int = 5) -> dict[str, Found]:
    """Give what is said of pairs of the paragraphs of two articles, 'a0' and so on."""
    names = [f"{article}{number}" for article in "ab" for number in range(size)]
    pairs = Pairs(Pair(names.index(a), names.index(b), score) for a, b, score in scored)
    chosen = Nearest(pairs, [name[0] for name in names])
    return {
        f"{names[pair.a]} {names[pair.b]}": {
            evidence.name: evidence.value for evidence in chosen.evidence(at, pair)
        }
        for at, pair in enumerate(pairs)
    }


def test_two_that_have_no_other_choice() -> None:
    assert found(("a0", "b0", 0.4)) == {"a0 b0": {"choice": 5, "nearest": 1.0}}


def test_which_of_two_stands_first_changes_nothing() -> None:
    seen = found(("b0", "a0", 0.4), ("a0", "b1", 0.3))
    assert seen["b0 a0"]["nearest"] == 0.25
    assert "nearest" not in seen["a0 b1"]


def test_the_second_choice_says_by_how_much() -> None:
    seen = found(("a0", "b0", 0.4), ("a0", "b1", 0.3), ("a2", "b0", 0.1))
    assert seen["a0 b0"]["nearest"] == 0.25
    assert "nearest" not in seen["a0 b1"]
    assert "nearest" not in seen["a2 b0"]


def test_two_choices_alike_are_nearest_by_nothing() -> None:
    seen = found(("a0", "b0", 0.4), ("a0", "b1", 0.4))
    assert seen["a0 b0"]["nearest"] == seen["a0 b1"]["nearest"] == 0.0


def test_articles_of_a_few_paragraphs_leave_no_choice() -> None:
    assert found(("a0", "b0", 0.4), size=2) == {"a0 b0": {}}


def test_nothing_is_said_of_one_article() -> None:
    assert found(("a0", "a3", 0.4)) == {"a0 a3": {}}


def test_what_else_two_articles_have_in_common() -> None:
    seen = found(("a0", "b0", 0.4), ("a1", "b0", 0.38), ("a1", "b2", 0.3), ("a3", "b3", 0.2))
    assert [seen[pair].get("akin") for pair in ("a0 b0", "a1 b2", "a3 b3")] == [0.3, 0.4, 0.4]
    assert seen["a1 b0"]["akin"] == 0.2


def test_two_articles_with_nothing_else_in_common() -> None:
    assert "akin" not in found(("a0", "b0", 0.4), ("a0", "b1", 0.3))["a0 b0"]
