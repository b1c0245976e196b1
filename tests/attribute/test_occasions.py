"""`occasions`: what is said at a trial, a rally or a session, said on its day."""

from __future__ import annotations

import pytest

from digest.lexicon import table
from tests.attribute.reading import read

TRIAL = "The banker Jan Novak went on trial in Narva on Monday."
MARCH = "Thousands of fans marched through the town on Monday."
MONDAY = "2031-03-03"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TRIAL} Novak told the judges that he was innocent.", MONDAY),
        (f"{TRIAL} The prosecutor said that Novak had lied.", MONDAY),
        (f"{TRIAL} Under cross-examination a clerk said that he had signed.", MONDAY),
        (f"{TRIAL} The prosecutor told Radio Delta that Novak had lied.", None),
        (f"{TRIAL} The prosecutor has said that Novak lied.", None),
        (f"{TRIAL} The prosecutor says that Novak lied.", None),
        (f"{TRIAL} A baker said that Novak had lied.", None),
        (f"{TRIAL} The hearing was adjourned on Tuesday. A clerk told the judges it is so.", None),
        (f"{MARCH} A striker told the crowd that the club would live.", MONDAY),
        (f"{MARCH} A striker told the judges that the club would live.", None),
    ],
)
def test_the_day_of_the_occasion(text: str, day: str | None) -> None:
    said = read(text).statements[-1].said
    assert (said and str(said.first)) == day


@pytest.mark.parametrize("entry", table("saying")["occasion"], ids=lambda entry: entry["id"])
def test_every_kind_of_occasion_says_why_and_by_what_it_is_known(entry: dict[str, object]) -> None:
    assert entry["why"]
    assert entry["signs"]
    assert entry["audience"]
