"""Every family finds its section, and says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import PersonSetting, SectionSetting, Settings
from digest.group import group
from digest.model import Family, Paragraph, Person, Span, Statement
from tests.made_up import article, cases, understood

SECTIONS = cases("sections")
SETTINGS = Settings(
    file="digest.yml",
    sections=tuple(
        SectionSetting(
            id=each["id"],
            title=each["title"],
            sides=tuple(each.get("sides", ())),
            words=tuple(each.get("words", ())),
        )
        for each in SECTIONS["sections"]
    ),
    people=tuple(PersonSetting(each["name"], side=each["side"]) for each in SECTIONS["people"]),
)


@pytest.mark.parametrize("case", SECTIONS["cases"], ids=lambda case: case["text"])
def test_a_paragraph_goes_where_it_belongs(case: dict[str, str]) -> None:
    (placement,) = understood([article("one", case["text"])], SETTINGS).placements
    assert placement.section == case["in"]
    assert placement.rule


def paragraph(name: str, text: str = "Nothing.") -> Paragraph:
    return Paragraph(name, "a", 0, 1, text, "paragraph", (Span(0, len(text)),))


def statement(name: str, person: str) -> Statement:
    return Statement(name, person, "she", Span(0, 1), "reported", None, "rule")


def sections_by_side(heard: dict[str | None, int]) -> tuple[list[str], list[tuple[str, int]]]:
    """Give the ids of the sections that are made, and their titles with what stands there."""
    said = [side for side, count in heard.items() for _ in range(count)]
    people = [
        Person(str(side), str(side), "person", (str(side),), None, side)
        for side in dict.fromkeys(said)
    ]
    names = [f"a:{n}" for n in range(len(said) + 1)]  # the last one has no speaker
    sections, placements = group(
        (),
        [paragraph(name) for name in names],
        [Family(f"f{name}", name) for name in names],
        people,
        [statement(name, str(side)) for name, side in zip(names, said, strict=False)],
    )
    assert [placement.family for placement in placements] == [f"f{name}" for name in names]
    return [s.id for s in sections], [(s.title, len(s.families)) for s in sections]


def test_without_sections_each_side_often_heard_has_one() -> None:
    heard = {"Velmouth": 3, "Ørrin": 5, "Background": 3, "北": 4, None: 2}
    ids, sections = sections_by_side(heard)
    assert sections == [
        ("Ørrin", 5),
        ("北", 4),
        ("Background", 3),
        ("Velmouth", 3),
        ("Background", 3),
    ]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("heard", "titles"),
    [
        ({"A": 3, "B": 2, "C": 1}, ["A", "Other voices", "Background"]),
        ({"A": 3, "B": 2}, ["A", "B", "Background"]),  # alone it may have its name
        ({"A": 1, "B": 2}, ["Voices", "Background"]),
        ({"A": 1}, ["A", "Background"]),
        ({}, ["Background"]),
        ({"Voices": 3, "B": 1, "C": 1}, ["Voices", "Other voices", "Background"]),
        (
            {f"S{n}": 3 for n in range(10)},
            [*(f"S{n}" for n in range(8)), "Other voices", "Background"],
        ),
    ],
)
def test_sides_heard_little_share_a_section(
    heard: dict[str | None, int], titles: list[str]
) -> None:
    ids, sections = sections_by_side(heard)
    assert [title for title, _ in sections] == titles
    assert len(set(ids)) == len(ids)
    assert sum(count for _, count in sections) == sum(heard.values()) + 1


def test_sides_are_compared_without_accents_and_case() -> None:
    people = [Person("a", "A", "person", ("A",), None, "OESTÉ")]
    settings = [SectionSetting("west", "West", sides=("oeste",)), SectionSetting("rest", "Rest")]
    _, (placement,) = group(
        settings, [paragraph("a:0")], [Family("f", "a:0")], people, [statement("a:0", "a")]
    )
    assert (placement.section, placement.rule) == ("west", "said for OESTÉ")


WORDS = st.text(alphabet="abc ’-é.", max_size=8)


@given(
    st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=2)), max_size=4),
    st.lists(st.tuples(WORDS, st.none() | WORDS), max_size=6),
)
def test_every_family_is_in_exactly_one_section(
    wanted: list[tuple[str, list[str]]], told: list[tuple[str, str | None]]
) -> None:
    settings = [
        SectionSetting(f"s{n}", title, sides=(title,), words=tuple(words))
        for n, (title, words) in enumerate(wanted)
    ]
    people = [Person(str(n), "P", "person", ("P",), None, side) for n, (_, side) in enumerate(told)]
    sections, placements = group(
        settings,
        [paragraph(f"a:{n}", text) for n, (text, _) in enumerate(told)],
        [Family(f"f{n}", f"a:{n}") for n in range(len(told))],
        people,
        [statement(f"a:{n}", str(n)) for n in range(len(told))],
    )
    placed = [name for section in sections for name in section.families]
    assert sorted(placed) == sorted(f"f{n}" for n in range(len(told)))
    assert [p.family for p in placements] == [f"f{n}" for n in range(len(told))]


def test_words_decide_where_no_section_is_for_the_speakers_side() -> None:
    settings = Settings(
        file="digest.yml",
        sections=(
            SectionSetting("quay", "The quay", words=("hanger",)),
            SectionSetting("town", "The town", sides=("Town",)),
            SectionSetting("rest", "The rest"),
        ),
        people=(PersonSetting("Ann Lee", side="Harbour"), PersonSetting("Bo Lund", side="Town")),
    )
    told = "{} said that the reports on the hangers of the quay were late."
    for speaker, section in (("Ann Lee", "quay"), ("Bo Lund", "town")):
        (placement,) = understood([article("one", told.format(speaker))], settings).placements
        assert placement.section == section
