"""A bar of two parts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from digest.draw import bar


@pytest.mark.parametrize(
    ("full", "open_", "most", "parts"),
    [
        (3, 1, 4, [("digest-bar", "0%", "75%"), ("digest-bar-open", "75%", "25%")]),
        (1, 0, 3, [("digest-bar", "0%", "33.33%")]),
        (0, 2, 8, [("digest-bar-open", "0%", "25%")]),
        (0, 0, 8, []),
    ],
)
def test_parts(full: int, open_: int, most: int, parts: list[tuple[str, str, str]]) -> None:
    drawn = ET.fromstring(bar(full, open_, most)).iter("rect")  # noqa: S314 - we made it
    assert [(r.attrib["class"], r.attrib["x"], r.attrib["width"]) for r in drawn] == parts
