"""What is printed of a value."""

from __future__ import annotations

from datetime import date

import pytest

from digest.render.words import printed


@pytest.mark.parametrize("value", [None, ["a"], date(2031, 5, 3), b"a"])
def test_only_texts_and_numbers_are_printed(value: object) -> None:
    with pytest.raises(TypeError, match="neither a text nor a number"):
        printed(value)
