"""For whom somebody speaks whose country, employer or body stands somewhere near."""

from __future__ import annotations

import pytest

from tests.attribute.reading import read

_NORWAY = "The Norwegian government met in Oslo. The Norwegian parliament waits.\n\n"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Riga waits. The defence ministry said no.", "Latvia"),
        ("Riga, whose minister left, waits. A foreign ministry statement said no.", "Latvia"),
        ("The defence ministry said no.", "Norway"),
        ("Oslo waits for Riga. The defence ministry said no.", "Norway"),
    ],
)
def test_a_ministry_is_of_the_country_whose_news_a_paragraph_has_come_to(
    text: str, side: str
) -> None:
    reading = read(_NORWAY + text)
    assert [reading.speaker(s).side for s in reading.statements] == [side]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Latvia, the host, waits. Its president, Jan Lind, said no.", "Latvia"),
        (
            "The Netmakers' Union, in Latvia, waits. Its head, Jan Lind, said no.",
            "Netmakers' Union",
        ),
        ("In the Bundestag it rained. The minister, Jan Lind, said no.", "Germany"),
        ("Jan Lind of the Netmakers' Union said no.", "Netmakers' Union"),
        ("Jan Lind of the North Ward said no.", None),
        ("Jan Lind, who heads Harbourline's European office, said no.", "Harbourline"),
        ("FURIOUS Harbourline boss Jan Lind said no.", "Harbourline"),
        ("UNESCO boss Jan Lind said no.", "UNESCO"),
        ("Finland's harbour agency Portwatch said no.", "Finland"),
        ("Finland's news agency Portwatch said no.", "Portwatch"),
        ("Netmakers' leader Jan Lind, a former Finnish general, said no.", "Netmakers"),
        ("Jan Lind, a former Finnish minister, said no.", "Finland"),
    ],
)
def test_words_near_somebody_tell_a_side_only_if_it_is_theirs(text: str, side: str | None) -> None:
    reading = read(_NORWAY + text)
    told = [reading.speaker(s).side for s in reading.statements]
    assert told == [side]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The opposition said no.", "Norwegian opposition"),
        ("Finland's opposition said no.", "Finnish opposition"),
        ("Opposition leader Jan Lind said no.", "Norwegian opposition"),
        ("Finnish opposition lawmaker Jan Lind said no.", "Finnish opposition"),
        ("Other opposition members said no.", "Norwegian opposition"),
        ("Opposition lawmaker Jan Lind of the Harbour Party said no.", "Harbour Party"),
        ("Former opposition leader Jan Lind said no.", "Norway"),
        ("Jan Lind, a minister, voiced his opposition. He said no.", "Norway"),
    ],
)
def test_the_opposition_of_a_country_is_a_side(text: str, side: str) -> None:
    reading = read(_NORWAY + text)
    assert [reading.speaker(s).side for s in reading.statements][-1] == side
