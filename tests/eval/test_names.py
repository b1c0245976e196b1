from __future__ import annotations

import pytest

from tests.eval.names import head_noun, is_named, person, same_side, same_speaker

SAME = [
    ("Nikol Pashinyan", "Nikol Pashinyan"),
    ("Nikol Pashinyan", "Nikol Pashinian"),
    ("Reto Lüthi", "Reto Luethi"),
    ("Nikol Pashinyan", "Pashinian"),
    ("Nikol Pashinyan", "Prime Minister Nikol Pashinian"),
    ("Alyaksandr Lukashenka", "Alexander Lukashenko"),
    ("Dmitry Peskov", "Dmytro Peskov"),
    ("Dmitry Peskov", "Kremlin spokesman Dmitry Peskov"),
    ("Alen Simonian", "Alen Simonyan"),
    ("Ararat Mirzoyan", "Ararat Mirzoian"),
    ("Viktor Vasiliev", "Victor Vasilyev"),
    ("Stanislav Zas", "Mr. Zas"),
    ("Maria Zakharova", "Maria Zaharova"),
    ("Yevgeny Primakov", "Evgeni Primakov"),
    ("Moscow", "Moscow"),
    ("Russian Foreign Ministry", "the Russian Foreign Ministry"),
    ("Russian Foreign Ministry", "Foreign Ministry of Russia"),
    ("Russian Foreign Ministry", "Russia’s Ministry of Foreign Affairs"),
    ("Armenian Foreign Ministry", "the Foreign Ministry"),
    ("Armenian Foreign Ministry", "a spokeswoman for the Armenian Foreign Ministry"),
    ("Prime Minister’s office", "Prime Minister Nikol Pashinian’s office"),
    ("Prime Minister’s office", "the Prime Minister's Office"),
    ("Kremlin aide", "a Kremlin aide"),
    ("senior Russian diplomat", "a senior Russian diplomat"),
    ("senior Russian diplomat", "the diplomat"),
    ("senior Russian officials", "Russian officials"),
    ("senior official in Yerevan", "a senior official"),
    ("Armenian authorities", "The Armenian authorities"),
    ("press service of the Armenian government", "the government’s press service"),
    ("secretary general of the Collective Security Treaty Organization", "CSTO secretary general"),
    ("secretary general", "CSTO Secretary-General"),
    ("Collective Security Treaty Organization", "CSTO"),
    ("Collective Security Treaty Organization", "Collective Security Treaty Organisation"),
    ("Khalid Ahmed", "Halid Ahmad"),
    ("Dzhokhar Lindov", "Jokhar Lyndov"),
    ("Łukasz Sørby", "Lukasz Sorby"),
    ("NCAA", "N.C.A.A."),
]

OTHERS = [
    ("Nikol Pashinyan", "Dmitry Peskov"),
    ("Vladimir Putin", "Maria Putin"),
    ("Nikol Pashinyan", "Nikol Pashinyan’s office"),
    ("Nikol Pashinyan", "he"),
    ("Prime Minister’s office", "Prime Minister"),
    ("Armenian Foreign Ministry", "Russian Foreign Ministry"),
    ("Russian Foreign Ministry", "Russian Defense Ministry"),
    ("Russian Foreign Ministry", "Russian Foreign Minister"),
    ("Kremlin aide", "Kremlin"),
    ("Kremlin aide", "Kremlin spokesman"),
    ("Kremlin aide", "Yuri Ushakov"),
    ("Russia", "Russian Foreign Ministry"),
    ("Moscow", "Russia"),
    ("Armenian authorities", "Armenia"),
    ("senior Russian diplomat", "senior Armenian diplomat"),
    ("senior official in Yerevan", "Yerevan"),
    ("Sergei Lavrov", "Sergei Kopyrkin"),
    ("Ida Lind", "Ada Lund"),
    ("Jan Lind", "Ann Lind-Roe"),
    ("Marta Baro", "Marat Borisov"),
    ("", ""),
]


@pytest.mark.parametrize(("label", "speaker"), SAME)
def test_same(label: str, speaker: str) -> None:
    assert same_speaker(label, speaker)


@pytest.mark.parametrize(("label", "speaker"), OTHERS)
def test_others(label: str, speaker: str) -> None:
    assert not same_speaker(label, speaker)


def test_the_personal_name_is_found_behind_a_role() -> None:
    assert person("Russian Foreign Ministry spokeswoman Maria Zakharova") == ("Maria", "Zakharova")
    assert person("senior official in Yerevan") == ()


@pytest.mark.parametrize("name", ["Russian Foreign Ministry", "Moscow", "senior Russian diplomat"])
def test_institutions_and_roles_are_nobody_by_name(name: str) -> None:
    assert not is_named(name)


def test_sides_go_by_initials_too() -> None:
    assert same_side("csto", "CSTO")
    assert same_side("csto", "Collective Security Treaty Organization")
    assert not same_side("csto", "Russia")
    assert not same_side("Russia", None)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the press service of the government", "service"),
        ("groups who wrote to her", "groups"),
        ("He", "he"),
        ("who", "who"),
        ("Martin O’Malley", "omallei"),
        ("", ""),
    ],
)
def test_head_nouns(phrase: str, head: str) -> None:
    assert head_noun(phrase) == head
