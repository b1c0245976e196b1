"""A day, or several, in words."""

from __future__ import annotations

from datetime import date

import pytest

from digest.model import Day
from digest.render import when


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2023-11-23", "2023-11-23", "23 November 2023"),
        ("2024-11-27", "2024-11-28", "27–28 November 2024"),
        ("2024-11-30", "2024-12-01", "30 November – 1 December 2024"),
        ("2024-12-31", "2025-01-01", "31 December 2024 – 1 January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-03-01", "2024-05-31", "March–May 2024"),
        ("2024-12-01", "2025-02-28", "December 2024 – February 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_days(first: str, last: str, shown: str) -> None:
    day = Day(date.fromisoformat(first), date.fromisoformat(last), "stated")
    assert when(day) == shown
