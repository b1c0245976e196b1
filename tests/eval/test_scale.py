"""That the work of comparing grows with the text, told by counting and not by a clock."""

from __future__ import annotations

import pytest

from digest.fold import fold, verdict
from digest.relate import is_part, relate
from tests.eval import scale

FEW, MANY = 200, 1_000
PROPOSED = 35  # pairs that the indexes propose for each paragraph
WEIGHED = 30  # of them, alike enough to gather evidence on
KEPT = 3  # of them, that may fold or point to each other


@pytest.mark.parametrize(
    "world",
    [scale.stories, scale.refrain],
    ids=["every story its own words", "the same words everywhere"],
)
def test_the_pairs_of_a_paragraph_do_not_grow_with_the_number_of_paragraphs(
    world: scale.Make,
) -> None:
    few, many = scale.news(world(), FEW), scale.news(world(), MANY)
    each_of_few = scale.proposed(few) / len(few.paragraphs)
    each_of_many = scale.proposed(many) / len(many.paragraphs)
    assert 1 < each_of_many < min(PROPOSED, 1.1 * each_of_few)


def test_little_is_kept_of_what_is_weighed() -> None:
    counted = scale.count(scale.news(scale.stories(), FEW))
    assert counted.weighed < WEIGHED * counted.paragraphs
    assert counted.kept < KEPT * counted.paragraphs
    assert counted.folded > counted.paragraphs / 3


def test_what_is_not_kept_changes_no_family_and_no_relation() -> None:
    told = scale.news(scale.stories(), 40)
    labels = told.labels
    every = scale.overlaps(told)
    kept = scale.overlaps(told, lambda pair: verdict(pair) is not None or is_part(pair))
    assert len(kept) < len(every) / 2
    families = fold(told.paragraphs, labels, kept)
    assert families == fold(told.paragraphs, labels, every)
    assert relate(kept, families) == relate(every, families)
    needed = {(pair.a, pair.b) for pair in every if verdict(pair) is not None or is_part(pair)}
    assert needed <= {(pair.a, pair.b) for pair in kept}
