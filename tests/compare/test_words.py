"""What of a text counts as quoted."""

from __future__ import annotations

import pytest

from digest.compare.words import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We will sail," Tarrow said. "At dawn."', ["We will sail,", "At dawn."]),
        ("“We will sail,” Tarrow said.", ["We will sail,"]),
        ('Tarrow called it "a quiet sea" and left.', ["a quiet sea"]),
        ('"If they [the owners] sail, we wait."', ["If they ", " sail, we wait."]),
        ('"We will sail, and nobody waits', ["We will sail, and nobody waits"]),
        ('and nobody waits," Tarrow said.', []),
    ],
)
def test_only_what_stands_between_marks_is_quoted(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == found
