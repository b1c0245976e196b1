"""Who stands as the speaker of a cue, and the words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.attribute import cues, speakers
from tests.attribute.reading import sentence

if TYPE_CHECKING:
    from digest.attribute.speakers import Located


def located(text: str) -> list[Located]:
    s = sentence(text)
    found: list[Located] = []
    for cue in cues.find(s):
        each = speakers.locate(s, cue, found)
        found += [each] if each is not None else []
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jan Roe (Zabor) said no.", "Jan Roe (Zabor)"),
        ("Jan Roe, on a bench, said no.", "Jan Roe"),
        ("Jan Roe, including his staff, said no.", "Jan Roe, including his staff,"),
        ("Most in the party oppose the plan.", "Most in the party"),
        ("Three things oppose the plan.", None),
        ("All left, with the minister saying that it rained.", "the minister"),
        ("All left with bread saying nothing.", None),
        ("“Who is it?” the old mayor demands.", "the old mayor"),
        ("“It is late,” she notes.", "she"),
        ("The “Green” party claims fell.", None),
        ("All left the mayor demands.", None),
    ],
)
def test_words(text: str, words: str | None) -> None:
    assert [each.words for each in located(text)] == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jan Roe replied on Baltwire writing that it rained.", "Jan Roe"),
        ("A video of Ann Doe saying that it rained was lost.", "Ann Doe"),
        ("“No,” said Jan Roe, asked about the plan.", "Jan Roe"),
    ],
)
def test_words_of_the_last_cue(text: str, words: str) -> None:
    assert located(text)[-1].words == words


def test_a_list_stands_for_its_first_member() -> None:
    (one,) = located("Jan Roe, Ann Doe and the bank say it rained.")
    assert (one.mention.name, one.words) == ("Jan Roe", "Jan Roe, Ann Doe and the bank")


def test_a_participle_takes_over_the_inverted_speaker() -> None:
    said, adding = located("“No,” said Jan Roe, who bakes, adding that it rained.")
    assert adding.shape == "inherited"
    assert adding.mention == said.mention
