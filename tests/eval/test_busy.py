"""What folds across events, of articles on many of them."""

from __future__ import annotations

from tests.eval import busy

QUAY = "The Harbour Board of Velmouth closed the East Quay after a survey of its piles."
RAIN = "It rained for a week on all the islands of the Sound, and the ferries stood still."


def test_a_fold_across_events_is_counted_apart() -> None:
    row = {"date": "2031-05-06", "title": "T", "source": "one"}
    rows = [
        {**row, "event": "a quay", "paragraphs": [QUAY, RAIN]},
        {**row, "event": "a quay", "date": "2029-01-01", "paragraphs": [f"{QUAY} It mends."]},
        {**row, "event": "rain", "paragraphs": [RAIN]},
    ]
    across, within = busy.figures(rows)
    assert (across.name, across.value) == ("folded-across", 1)
    assert (within.name, within.value) == ("folded-within", 1)
    assert across.misses[0].where == "article-0 article-2"
