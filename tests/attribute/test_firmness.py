"""When a weak cue reports: by what stands behind it."""

from __future__ import annotations

import pytest

from digest.attribute.frames import frames
from tests.attribute.reading import sentence


def found(text: str) -> list[tuple[str, str]]:
    return [(f.verb, f.content.of(text)) for f in frames(sentence(text))]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Marta Ilves plans to sell the port.", ("plan", "to sell the port")),
        ("Marta Ilves wants the port sold.", ("want", "the port sold")),
        ("Marta Ilves fears the bridge will fall.", ("fear", "the bridge will fall")),
        ("Marta Ilves understood why the bridge fell.", ("understand", "why the bridge fell")),
        ("Marta Ilves backs the Harbour Pact.", ("back", "the Harbour Pact")),
        ("Most oppose the pact.", ("oppose", "the pact")),
        ("Fifty-four percent of voters back the pact.", ("back", "the pact")),
        ("The mayor sees a risk.", ("see", "a risk")),
        ("The mayor saw the pact as a gift.", ("see", "the pact as a gift")),
        ("The court ordered the city to pay.", ("order", "to pay")),
        ("The survey found the mayor ahead.", ("find", "the mayor ahead")),
        ("The mayor called the plan dangerous.", ("call", "the plan dangerous")),
        ("The mayor called Jan Novak a liar.", ("call", "Jan Novak a liar")),
        ("The mayor called it unwise.", ("call", "it unwise")),
        ("The mayor weighed in on the pact.", ("weigh in on", "the pact")),
        (
            "The mayor expects at least two boats to leave.",
            ("expect", "at least two boats to leave"),
        ),
        ("The mayor disputes that account.", ("dispute", "that account")),
        ("The mayor counted 20 boats.", ("count", "20 boats")),
        ("Police found no clear evidence of theft.", ("find", "no clear evidence of theft")),
        ("The mayor celebrated the ruling.", ("celebrate", "the ruling")),
        ("The bank referred questions to its lawyer.", ("refer", "questions to its lawyer")),
        (
            "The mayor left open whether the port would pay.",
            ("leave open", "whether the port would pay"),
        ),
        ("The mayor appealed to sailors to stay.", ("appeal to", "sailors to stay")),
        ("The mayor rated the storm a disaster.", ("rate", "the storm a disaster")),
        ("The mayor spoke briefly about the pact.", ("speak about", "the pact")),
    ],
)
def test_firm(text: str, frame: tuple[str, str]) -> None:
    assert found(text) == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ilves plans a walk.",
        "Marta Ilves saw the car.",
        "Police found a boat in the harbour.",
        "The court ordered lunch.",
        "The mayor called the ambassador home.",
        "The mayor called him back.",
        "The mayor called a meeting on Monday.",
        "The fee is what lawyers call the toll.",
        "Owners who favour the pact left Tallinn.",
        "A group backing the pact left Tallinn.",
        "Ruritania left the talks, underscoring its distance from the pact.",
        "Nobody backed the pact.",
        "The mayor counted votes.",
        "Police found no boats in the harbour.",
        "The mayor celebrated a birthday.",
        "The bank referred the mayor to its lawyer.",
    ],
)
def test_not_firm(text: str) -> None:
    assert found(text) == []
