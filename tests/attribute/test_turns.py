"""Turns of an interview."""

from __future__ import annotations

from tests.attribute.reading import read

INTRODUCTION = "Ida Lind, the mayor of Zabor, spoke to the Courier."


def turns(*paragraphs: str) -> list[tuple[str, str]]:
    found = read("\n\n".join((INTRODUCTION, *paragraphs)))
    return [(found.speaker(s).name, found.content(s)) for s in found.statements]


def test_a_label_speaks_the_whole_paragraph() -> None:
    assert turns(
        "Courier: When will the dam be ready?",
        "Ida Lind: In May. Jan Roe said it was late, but we will see.",
        "Courier: And then?",
        "Lind: We open it.",
    ) == [
        ("Courier", "When will the dam be ready?"),
        ("Ida Lind", "In May. Jan Roe said it was late, but we will see."),
        ("Courier", "And then?"),
        ("Ida Lind", "We open it."),
    ]


def test_an_answer_goes_on_up_to_the_next_label() -> None:
    assert turns(
        "Courier: When?",
        "Ida Lind: In May.",
        "“We open it.”",
        "The water is low.",
        "Courier: And then?",
        "The dam stands above Zabor.",
        "Lind: We open it.",
        "The dam is old.",
    ) == [
        ("Courier", "When?"),
        ("Ida Lind", "In May."),
        ("Ida Lind", "The water is low."),
        ("Courier", "And then?"),
        ("Ida Lind", "We open it."),
    ]


def test_a_list_takes_no_turns() -> None:
    assert turns("Ida Roe: 12 goals, two of them late.", "Jan Novak: 11 goals.") == []
    assert turns("Ida Lind: one goal.", "Ida Lind: two goals.") == []


def test_a_question_and_its_answer_are_turns() -> None:
    found = turns("Courier: When?", "Jan Roe: In May. It is late.")
    assert found == [("Courier", "When?"), ("Jan Roe", "In May. It is late.")]


def test_a_label_may_have_a_particle() -> None:
    found = turns("Courier: When?", "Jan van Roe: In May. It is late.", "Courier: Why?")
    assert found[1] == ("Jan van Roe", "In May. It is late.")
