"""Institutions under other words."""

from __future__ import annotations

import pytest

from digest.attribute.bodies import Bodies, Body
from tests.attribute.reading import grammar

BODIES = Bodies(grammar())


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ministry of Foreign Affairs", Body(None, "foreign ministry", proper=False, state=True)),
        (
            "Norwegian Defence Ministry",
            Body("Norway", "defense ministry", proper=False, state=True),
        ),
        ("Harbour Holding", Body(None, "harbour holding", proper=True, state=False)),
        ("union", Body(None, "union", proper=False, state=False)),
        ("Human-rights groups", Body(None, "human-rights groups", proper=False, state=False)),
        ("Tallinn-based group", Body(None, "tallinn-based group", proper=False, state=False)),
        ("Oslo", Body("Norway", "oslo", proper=True, state=False)),
    ],
)
def test_names_taken_apart(name: str, body: Body) -> None:
    assert BODIES.understand(name) == body


@pytest.mark.parametrize(
    ("noun", "known", "fits"),
    [
        ("ministry", "foreign ministry", True),
        ("union", "netmakers' union", True),
        ("group", "harbour holding", True),
        ("company", "foreign ministry", False),
        ("ministry", "harbour holding", False),
        ("agency", "harbour and tide administration", True),
        ("administration", "harbour agency", False),
        ("central bank", "national bank of upland", True),
        ("central bank", "harbour bank", False),
    ],
)
def test_what_a_short_name_may_mean(noun: str, known: str, fits: bool) -> None:
    assert BODIES.fits(noun, known) is fits


@pytest.mark.parametrize(
    ("noun", "names", "told", "may"),
    [
        ("agency", ["NHB"], (), True),
        ("agency", ["NHB"], ("hedge fund",), False),
        ("agency", ["NHB", "Northern Harbour Bank"], (), False),
        ("minister", ["NHB"], (), False),
    ],
)
def test_what_initials_may_be_called(
    noun: str, names: list[str], told: tuple[str, ...], may: bool
) -> None:
    assert BODIES.are_called(noun, names, told) is may
