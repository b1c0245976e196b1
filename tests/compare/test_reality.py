"""What has come about in one text, and is to come, is tried or may be in another."""

from __future__ import annotations

import pytest

from digest.compare.reality import opposed

DONE = "The board sold the ferry on Friday."


@pytest.mark.parametrize(
    "other",
    [
        "On Friday the board tried to sell the ferry.",
        "The board may sell the ferry on Friday.",
        "The ferry is to be sold by the board on Friday.",
        "The ferry should have been sold by the board on Friday.",
        "The board must sell the ferry by Friday.",
        "The board has to sell the ferry by Friday.",
        "The board was urged to sell the ferry on Friday.",
        "On Friday the board was close to selling the ferry.",
        "The sale of the ferry by the board is under discussion.",
    ],
)
def test_what_was_done_and_what_was_not(other: str) -> None:
    assert opposed(DONE, other) == opposed(other, DONE)
    assert str(opposed(DONE, other)).startswith("done | ")


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("The wall will fall.", "There is a chance that the wall falls.", "will | may"),
        ("The wall will fall.", "The wall might fall.", "will | may"),
        ("The wall must be torn down.", "The wall may be torn down.", "must | may"),
    ],
)
def test_what_is_sure_and_what_is_not(one: str, other: str, how: str) -> None:
    assert opposed(one, other) == opposed(other, one) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DONE, "The ferry was bought from the board on Friday."),
        (DONE, "The board sold the ferry, which will sail again."),
        ("The board agreed to sell the ferry.", "The ferry will be sold by the board."),
        ("Files may have been copied.", "The board fears that files were copied."),
        ("The wall will fall.", "The wall is falling."),
        ("The ferry sailed to another quay.", "The ferry could not land at the quay."),
        ("They were forced to land.", "They landed."),
    ],
)
def test_what_agrees(one: str, other: str) -> None:
    assert opposed(one, other) is None
    assert opposed(other, one) is None
