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
    ],
)
def test_the_day_of_the_saying(text: str, words: str | None) -> None:
    statement = read(text).statements[0]
    assert (statement.said and statement.said.span.of(text)) == words
