"""Who bears which name, and what is shown of a speaker."""

from __future__ import annotations

import pytest

from digest.attribute.profiles import Key, Profile, Registry
from digest.config import PersonSetting, Settings
from tests.made_up import article, understood


def test_the_name_shown_is_the_fullest_with_its_accents() -> None:
    profile = Profile("person", 0)
    profile.names.update({"Lind": 9, "Zoe Lind": 2, "Zoë Lind": 1, "Zoya Lind": 1})
    assert profile.name == "Zoë Lind"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ana Rivas Soto", "Ana Rivas", True),
        ("Ana Rivas", "Ana Rivas Soto", True),
        ("Mori Yuta", "Yuta Mori", True),
        ("Joost van der Linde", "van der Linde", True),
        ("Anna Maria Lind", "Maria Lind", False),
        ("Alexander Rask", "Alexandra Rask", False),
        ("Petr Novakov", "Petra Novakova", False),
    ],
)
def test_one_person_or_two(first: str, second: str, same: bool) -> None:
    registry = Registry(())
    assert (registry.person(first) is registry.person(second)) is same


def test_two_who_may_both_be_meant_are_joined_to_neither() -> None:
    registry = Registry(())
    people = [registry.person(name) for name in ("Jan Lind", "Janis Lind", "J. Lind")]
    assert len({p.rank for p in people[:2]}) == len(people[:2])
    assert registry.bearers("Lind")[:2] == people[:2]


def test_the_editor_is_asked_first() -> None:
    registry = Registry([PersonSetting("Ida Holm", ("I. H. Holm",), None, "Upland")])
    known = registry.known("I. H. Holm")
    assert known is not None
    known.sides["Norway"] += 9
    assert (known.name, known.side) == ("Ida Holm", "Upland")


def test_institutions_by_country_and_name() -> None:
    registry = Registry(())
    one = registry.institution(Key("Norway", "foreign ministry"), "Norwegian Foreign Ministry")
    assert registry.institution(Key("Norway", "foreign ministry"), "the ministry") is one
    assert registry.institution(Key("Finland", "foreign ministry"), "Foreign Ministry") is not one
    holding = registry.institution(Key(None, "harbour holding"), "Harbour Holding")
    assert registry.longer("harbour") == [holding]
    assert registry.longer("harb") == []


def test_the_side_of_an_employer() -> None:
    firm, person = Profile("institution", 0), Profile("person", 1)
    firm.names["Harbour Holding"] += 1
    firm.is_own_side = True
    person.employer = firm
    assert person.side == "Harbour Holding"
    firm.employer = person
    assert (firm.side, person.side) == ("Harbour Holding", "Harbour Holding")


@pytest.mark.parametrize(
    ("name", "kind"), [("Orle Roads Authority", "institution"), ("Margaret Court", "person")]
)
def test_the_editor_may_name_institutions_too(name: str, kind: str) -> None:
    text = f"{name} said that the bridge would stay shut. Ann Lee, a baker, called that wise."
    settings = Settings("digest.yml", people=(PersonSetting(name, ("OR",), side="Orle"),))
    named, *_ = understood([article("one", text), article("two", text)], settings).people
    assert (named.name, named.kind, named.side) == (name, kind, "Orle")


def test_an_institution_goes_by_the_forms_that_the_editor_names() -> None:
    text = (
        "The bridge will stay shut, the roads authority said. The Orle Roads Authority denied it."
    )
    setting = PersonSetting("Orle Roads Authority", ("the roads authority",))
    told = understood([article("one", text)], Settings("digest.yml", people=(setting,)))
    assert [person.name for person in told.people] == ["Orle Roads Authority"]


def test_a_role_stands_without_whose_it_is() -> None:
    text = "The Roads Authority shut the bridge. Its chairwoman, Ines Valdor, said it had cracks."
    (person,) = understood([article("one", text)]).people
    assert (person.name, person.role) == ("Ines Valdor", "chairwoman")
