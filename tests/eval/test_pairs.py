"""Pairs that readers judged."""

from __future__ import annotations

from tests.eval import pairs
from tests.eval.pairs import Judged

QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
RAIN = "It rained for a week on all the islands of the Sound, and the ferries stood still."


def judged(label: str, *, folded: bool, shown: bool = True) -> Judged:
    return Judged(label, folded, shown, "one text", "another")


def test_part_counts_neither_for_nor_against() -> None:
    of = [
        judged("same", folded=True),
        judged("same", folded=False),
        judged("same", folded=False, shown=False),
        judged("part", folded=True),
        judged("different", folded=True),
        judged("different", folded=False),
    ]
    found = {figure.name: figure for figure in pairs.figures(of)}
    assert found["precision"].value == 0.5
    assert found["recall"].value == 1 / 3
    assert found["recall-shown"].value == 0.5
    assert (found["part-folded"].value, found["part-folded"].of) == (1, 1)
    assert [len(found[name].misses) for name in ("precision", "recall")] == [1, 1]


def test_no_pairs_give_no_figures_to_divide_by() -> None:
    assert [figure.value for figure in pairs.figures([])] == [0.0, 0.0, 0.0, 0]


def test_paragraphs_are_read_within_their_articles() -> None:
    def article(source: str, *paragraphs: str) -> dict[str, object]:
        day = "2031-05-06"
        return {"event": "e", "source": source, "date": day, "title": "T", "paragraphs": paragraphs}

    longer = f"{QUAY} It will be repaired."
    rows = [
        {"event": "e", "label": "same", "a": QUAY, "b": longer},
        {"event": "e", "label": "different", "a": QUAY, "b": RAIN},
    ]
    found = pairs.of_paragraphs(rows, [article("one", QUAY), article("two", RAIN, longer)])
    assert [(each.label, each.folded) for each in found] == [("same", True), ("different", False)]


def test_sentences_stand_alone() -> None:
    copy, other = pairs.of_sentences([("same", QUAY, QUAY), ("different", QUAY, RAIN)])
    assert copy.folded
    assert not other.folded
    assert pairs.lookalikes([copy, other]).value == 1
