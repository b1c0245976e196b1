"""Which paragraphs of two articles prefer each other."""

from __future__ import annotations

from digest.compare.nearest import nearest
from digest.model import Overlap, Paragraph


def paragraphs(article: str, number: int) -> list[Paragraph]:
    return [Paragraph(f"{article}:{n}", article, n, 1, "x", "paragraph", ()) for n in range(number)]


def found(*overlaps: tuple[str, str, float], size: int = 5) -> dict[str, dict[str, float]]:
    texts = paragraphs("a", size) + paragraphs("b", size)
    made = [Overlap(a, b, score, ()) for a, b, score in overlaps]
    return {
        f"{each.a} {each.b}": {evidence.name: evidence.value for evidence in each.evidence}
        for each in nearest(made, texts)
    }


def test_two_that_have_no_other_choice() -> None:
    assert found(("a:0", "b:0", 0.4)) == {"a:0 b:0": {"choice": 5, "nearest": 1.0}}


def test_the_second_choice_says_by_how_much() -> None:
    seen = found(("a:0", "b:0", 0.4), ("a:0", "b:1", 0.3), ("a:2", "b:0", 0.1))
    assert seen["a:0 b:0"]["nearest"] == 0.25
    assert "nearest" not in seen["a:0 b:1"]
    assert "nearest" not in seen["a:2 b:0"]


def test_two_choices_alike_are_nearest_by_nothing() -> None:
    seen = found(("a:0", "b:0", 0.4), ("a:0", "b:1", 0.4))
    assert seen["a:0 b:0"]["nearest"] == seen["a:0 b:1"]["nearest"] == 0.0


def test_articles_of_a_few_paragraphs_leave_no_choice() -> None:
    assert found(("a:0", "b:0", 0.4), size=2) == {"a:0 b:0": {}}


def test_nothing_is_said_of_one_article() -> None:
    assert found(("a:0", "a:3", 0.4)) == {"a:0 a:3": {}}
