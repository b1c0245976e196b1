"""Which verbs of a sentence report; more of them in test_frames.py."""

from __future__ import annotations

import pytest

from digest.attribute import cues
from digest.lexicon import table
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Roe was quick to deny it.", ["deny"]),
        ("Roe continued to insist on it.", ["continue", "insist on"]),
        ("Roe was careful not to blame anyone.", ["blame"]),
        ("Roe went to deny it.", []),
        ("Roe did not respond to a letter.", []),
        ("Roe did not specify the sum.", ["specify"]),
        ("Roe has doubts about it.", ["have doubts"]),
        ("Roe has doubts.", []),
        ("Roe has the support of many.", []),
        ("Roe spoke openly and loudly.", []),
        ("Roe speaks openly about it.", ["speak about"]),
        ("Roe asked not to be named.", []),
        ("Roe insisted on anonymity.", []),
        ("Roe said on condition of anonymity that he left.", ["say"]),
        ("Roe pressured the mayor to leave.", ["pressure"]),
        ("Republicans have expressed concern that it rains.", ["express concern"]),
        ("Roe did not mention it.", []),
        ("Roe mentioned it.", ["mention"]),
        ("The newly announced plan fell through.", []),
        ("The mayor newly announced a plan.", ["announce"]),
        ("Texas state Rep. Jan Roe left.", []),
        ("Rebels from Texas state that Roe left.", []),
        ("The rebels state that Roe left.", ["state"]),
        ("The panel's ranking member left.", []),
        ("Jan Roe, a baker, asked if it was late, said no.", ["say"]),
        ("Jan Roe, a baker, asked if it was late, but left.", ["ask"]),
        ("The group panned the plan.", ["pan"]),
    ],
)
def test_cues(text: str, verbs: list[str]) -> None:
    assert [cue.verb.lemma for cue in cues.find(sentence(text))] == verbs


def test_the_group_of_a_cue_begins_with_what_leads_to_it() -> None:
    (cue,) = cues.find(sentence("Roe was careful not to blame anyone."))
    assert (cue.start, cue.first, cue.negated) == (1, 5, True)


def test_what_may_follow_its_words_is_a_verb_that_reports() -> None:
    known = {entry["lemma"] for entry in table("cues")["verb"]}
    assert set(table("cues")["closing"]["verbs"]) <= known
