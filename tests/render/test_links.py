"""Ways are relative to the page they stand on, and an anchor is one of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import samples
from tests.render.shown import PAGES, section


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("index.md", "[The ferry talks](sections/ferry-talks.md)"),
        ("sections/ferry-talks.md", "[Oswin Hale](../people/oswin-hale.md)"),
        ("people/index.md", "[Oswin Hale](oswin-hale.md)"),
        ("events/index.md", "](strike-orrin-bay-2031-06-12.md)"),
        ("people/oswin-hale.md", "](../sources/2031-05-04-courier.md#p3)"),
    ],
)
def test_links_are_relative_to_their_page(path: str, link: str) -> None:
    assert link in PAGES[path]


def test_an_anchor_that_could_end_its_attribute_is_refused() -> None:
    entry = replace(samples.ENTRY_REGRET, anchor='x" onclick="y')
    with pytest.raises(ValueError, match="not an anchor"):
        section(entry)
