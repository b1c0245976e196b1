"""`saying`: the day beside a cue that is the day of the saying, and not another's."""

from __future__ import annotations

import pytest

from tests.attribute.reading import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marta Ilves said on Monday that the ferry would stop on Friday.", "on Monday"),
        ("On Monday, Marta Ilves said the ferry would stop.", "On Monday"),
        ("After a meeting on Monday, Marta Ilves said the ferry would stop.", "on Monday"),
        ("The ferry stops, said Marta Ilves, the mayor of Narva, on Monday.", "on Monday"),
        ("In a letter published on Monday, Marta Ilves said the ferry would stop.", "on Monday"),
        ("Marta Ilves, who resigned on Friday, said on Monday the ferry would stop.", "on Monday"),
        ("Marta Ilves, who resigned on Friday, said the ferry would stop.", None),
        ("Marta Ilves, elected on February 3, 2029, said the ferry would stop.", None),
        ("Two days after it began on Saturday, Marta Ilves said the ferry would stop.", None),
        ("The ferry stops, said Marta Ilves, the mayor since January 2020.", None),
        ("Marta Ilves said the ferry would stop on Friday.", None),
        ("Marta Ilves urged them to sell the ferry before the summit on March 18.", None),
        ('"It stops," Marta Ilves said on Monday, "and it stays."', "on Monday"),
        ("Marta Ilves accused the port on Monday of lying.", "on Monday"),
        ("Marta Ilves broke off the talks on Monday and said the ferry would stop.", "on Monday"),
        ("Marta Ilves told Delta Tonight that the ferry would stop.", None),
        ("Marta Ilves was called in on Monday. She said the ferry would stop.", "on Monday"),
        ("Marta Ilves sailed on Monday. Jan Novak said the ferry would stop.", None),
        ("Marta Ilves asked the crews to sail on Monday to try again.", None),
        ("Marta Ilves stood firm on Monday, saying the ferry would stop.", "on Monday"),
        ("On Monday, Marta Ilves went home, saying the ferry would stop.", "On Monday"),
        ("Marta Ilves spoke of the storm that sank it on Monday, saying all was lost.", None),
        ("NARVA, March 3 (Baltwire) -- Marta Ilves has said that the ferry would stop.", None),
        ("A charter adopted on Monday says the ferry will stop.", "on Monday"),
        ("Marta Ilves left on Monday. Later, she said the ferry would stop.", None),
        ("Reached by phone on Monday, Marta Ilves said the ferry would stop.", "on Monday"),
        (
            "Marta Ilves, who ran the port, spoke on Monday. She said the ferry would stop.",
            "on Monday",
        ),
    ],
)
def test_the_day_of_the_saying(text: str, words: str | None) -> None:
    statement = read(text).statements[0]
    assert (statement.said and statement.said.span.of(text)) == words


def test_what_one_speaker_says_in_a_paragraph_is_said_on_one_day() -> None:
    text = 'Marta Ilves said on Monday the ferry would stop. "We are sorry," she added.'
    assert [str(each.said and each.said.first) for each in read(text).statements] == [
        "2031-03-03",
        "2031-03-03",
    ]


def test_two_days_in_a_paragraph_tell_nothing_of_a_third_saying() -> None:
    text = "Marta Ilves said on Monday it stops. On Tuesday she said it stays. She denied it all."
    assert read(text).statements[-1].said is None


def test_a_saying_in_the_perfect_has_no_day_of_another() -> None:
    text = "Marta Ilves said on Monday it stops. She has denied that it stays."
    assert read(text).statements[-1].said is None


def test_a_quotation_in_the_next_paragraph_is_of_the_day_of_its_speaker() -> None:
    first = "Marta Ilves on Monday rejected the plan, saying it was late."
    second = '"It is a bad plan," she told parliament.'
    statements = read(f"{first}\n\n{second}").statements
    assert [str(each.said and each.said.first) for each in statements] == ["2031-03-03"] * 3
