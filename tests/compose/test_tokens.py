"""A sentence as words and marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from digest.compose.tokens import names, tokens


def test_possessives_quotations_and_names() -> None:
    read = tokens("“No,” said Tallinn’s Marta Ilves on Friday.")
    assert [t.text for t in read if t.quoted and t.is_word] == ["No"]
    assert [t.low for t in read if t.owns] == ["tallinn"]
    found = [" ".join(t.text for t in read[a:b]) for a, b in names(read)]
    assert found == ["Tallinn’s", "Marta Ilves"]


@given(st.text())
def test_names_are_runs_of_words_in_order(text: str) -> None:
    read = tokens(text)
    runs = names(read)
    assert all(0 <= start < end <= len(read) for start, end in runs)
    assert all(a[1] <= b[0] for a, b in pairwise(runs))
    assert all(read[at].is_word for start, end in runs for at in range(start, end))
