"""Names of outlets: which are one, and which words can be one."""

from __future__ import annotations

import pytest

from digest.config import OutletSetting
from digest.origins.houses import Houses

HOUSES = Houses(
    (OutletSetting("Baltwire", ("Balt Wire",)), OutletSetting("Estonska", of="Balt Wire")),
    ("The Lantern",),
)


@pytest.mark.parametrize("name", ["Baltwire", "balt wire", "the Baltwire news agency"])
def test_forms_of_a_name(name: str) -> None:
    assert HOUSES.called(name) == "Baltwire"


def test_a_service_counts_as_its_house() -> None:
    assert HOUSES.called("Estonska") == "Estonska"
    assert HOUSES.house("Estonska") == HOUSES.house("Baltwire")


@pytest.mark.parametrize("name", ["Lantern", "Baltwire's Polish Desk", "AP", "The Lantern staff"])
def test_known_names(name: str) -> None:
    assert HOUSES.is_known(name)


@pytest.mark.parametrize("name", ["Nordika", "Lantern Hill", "Emily Post", "", "Desk"])
def test_unknown_names(name: str) -> None:
    assert not HOUSES.is_known(name)


@pytest.mark.parametrize("name", ["Nord News", "Armwire", "nordika.example", "Radio Delta"])
def test_names_that_look_like_an_outlet(name: str) -> None:
    assert HOUSES.is_outlet(name)


@pytest.mark.parametrize("name", ["Tallinn", "Harbour Pact", "Marta Ilves", "Pressman"])
def test_names_that_do_not(name: str) -> None:
    assert not HOUSES.is_outlet(name)


def test_agencies() -> None:
    editor = Houses((OutletSetting("Reuters Press", ("Reuters",), agency=True),), ())
    assert editor.called("Thomson Reuters") == "Reuters Press"
    assert editor.is_agency("Reuters")
    assert not HOUSES.is_agency("Baltwire")
