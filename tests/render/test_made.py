"""How the digest was made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Quoting
from tests import samples
from tests.render.shown import PAGES, shown


@pytest.mark.parametrize(
    ("quoting", "words"),
    [
        (Quoting(40, None), "than 40 words of a paragraph."),
        (Quoting(None, 0.25), "than 25% of its words."),
        (Quoting(1, 0.5), "than 1 word of a paragraph and 50% of its words."),
    ],
)
def test_a_bound_on_what_is_shown_is_told(quoting: Quoting, words: str) -> None:
    page = replace(samples.made(), quoting=quoting)
    told = shown(page)
    assert words in told
    assert "all of its text" not in told
    assert "all of its text" in PAGES[page.path]
