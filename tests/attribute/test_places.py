"""Whose a name is."""

from __future__ import annotations

import pytest

from digest.attribute.places import Places
from digest.attribute.tokens import tokenize

PLACES = Places(["The Nordic Herring Council (NHC) met in May."])


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Norwegian Foreign Ministry", ("Norway", "foreign ministry")),
        ("Norway’s Foreign Ministry", ("Norway", "foreign ministry")),
        ("the Foreign Ministry in Oslo", ("Norway", "foreign ministry")),
        ("the parliament of Norway", ("Norway", "parliament")),
        ("Foreign Ministry", (None, "foreign ministry")),
        ("European Netmakers' Union", (None, "european netmakers' union")),
        ("Oslo", ("Norway", "")),
        ("NHC", ("Nordic Herring Council", "nordic herring council")),
        ("European Commission", ("European Union", "european commission")),
    ],
)
def test_the_owner_of_an_institution(name: str, parts: tuple[str | None, str]) -> None:
    assert PLACES.split(name) == parts


def test_an_acronym_stands_for_the_full_name() -> None:
    assert PLACES.owner("nhc") == PLACES.body("nhc") == "Nordic Herring Council"


def test_parts_of_the_world_are_no_countries() -> None:
    assert PLACES.is_region("Europe")
    assert not PLACES.is_region("Catalonia")
    assert PLACES.is_country("Norway")
    assert not PLACES.is_country("NATO")


def test_a_demonym_of_two_countries_is_known_but_nobodys() -> None:
    assert PLACES.describes("congolese")
    assert PLACES.owner("congolese") is None


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("NATO and EU officials", ("NATO", "European Union")),
        ("NATO and Norwegian officials", ("NATO", "Norway")),
        ("the EU's Norway envoy", ("European Union", "Norway")),
        ("Norway's NATO envoy", ("Norway", "NATO")),
        ("the head of the EU's European Commission", ("European Union",)),
        ("the UN's World Bank envoy", ("World Bank",)),
    ],
)
def test_an_organisation_of_another_is_the_one_meant(words: str, sides: tuple[str, ...]) -> None:
    assert PLACES.sides(tokenize(words, ())) == sides
