"""Words beside a clause that name whose it is."""

from __future__ import annotations

import pytest

from digest.attribute.sources import find
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained, according to Roe.", [("Roe", "It rained")]),
        ("According to Roe, it rained.", [("Roe", "it rained")]),
        ("In a statement from the Kremlin, the talks were put off.", [("the Kremlin", "the talks were put off")]),
        ("In a statement from Oslo, the harbour was closed.", []),
        ("In her opinion the roof is wet.", [("her", "the roof is wet")]),
        ("The roof, in Jan Roe’s view, is wet.", [("Jan Roe’s", "The roof, in Jan Roe’s view, is wet")]),
        ("By his own account he was late for the ferry.", [("his", "he was late for the ferry")]),
        ("The pier came into view.", []),
        ("He sat in his room with a view of the pier.", []),
    ],
)  # fmt: skip
def test_sources(text: str, found: list[tuple[str, str]]) -> None:
    s = sentence(text)
    assert [
        (each.subject.words, s.span(each.content[0], each.content[1] + 1).of(text))
        for each in find(s)
    ] == found
