"""What stands under one heading."""

from __future__ import annotations

from dataclasses import replace

from tests import samples
from tests.render.shown import section


def test_what_the_editor_pins_stands_first_under_its_own_heading() -> None:
    pinned = replace(samples.ENTRY_REGRET, pinned=True)
    text = section(pinned, replace(samples.ENTRY_REGRET, anchor="other"))
    first, second = (line for line in text.splitlines() if line.startswith("## "))
    assert first == "## Put first by the editor { #pinned }"
    assert second.startswith("## Reported ")
