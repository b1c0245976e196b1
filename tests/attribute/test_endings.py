"""Where the words behind a cue end."""

from __future__ import annotations

import pytest

from digest.attribute.frames import frames
from tests.attribute.reading import sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jan Roe opposes rain; it is wet.", "rain"),
        ("Jan Roe opposes rain, a thing that was rare.", "rain"),
        ("Jan Roe opposed rain and he left.", "rain"),
        ("Jan Roe said that, in May, it rained.", "that, in May, it rained"),
        ("Jan Roe predicted rain - the worst of all.", "rain"),
        ("Jan Roe said rain - as he knows it - was bad.", "rain - as he knows it - was bad"),
        ("Jan Roe said rain would fall - before the fair.", "rain would fall - before the fair"),
        ("It is wet (Jan Roe opposes rain) today.", "rain"),
        ("Jan Roe said it rained (in May).", "it rained (in May)"),
        ("Jan Roe, who denounced rain, left.", "rain"),
        ("As Jan Roe denounced rain, it snowed.", "rain"),
        (
            "As Jan Roe warned that rain, or snow, had come, it fell.",
            "that rain, or snow, had come",
        ),
        ("Jan Roe said it rained, which was true.", "it rained"),
        ("Jan Roe said the rain, which fell, was wet.", "the rain, which fell, was wet"),
        ("Jan Roe said it rained, while it snowed.", "it rained"),
        ("Jan Roe said it rained, as did Eva Doe.", "it rained"),
        ("Jan Roe said it was “wet,” but he stayed.", "it was “wet,”"),
        ("Jan Roe said it was “wet,” part of a long talk.", "it was “wet,”"),
        ("Jan Roe said it was “wet,” a “fog” and a “pity.”", "it was “wet,” a “fog” and a “pity.”"),
        ("Jan Roe said it was “wet,” and “cold.”", "it was “wet,” and “cold.”"),
        ("Jan Roe said it rained, and has left.", "it rained"),
        ("Jan Roe said he would go and call for help.", "he would go and call for help"),
        ("Jan Roe praised towns, including Zabor.", "towns, including Zabor"),
        ("Jan Roe praised towns, naming Zabor.", "towns"),
        ("Jan Roe praised rain and left for Zabor.", "rain"),
        ("Jan Roe left, praising rain and looking at Zabor.", "rain"),
        ("Jan Roe praised rain and printed books.", "rain and printed books"),
        ("Jan Roe condemned rain after the fair.", "rain"),
        ("Jan Roe condemned the rain in a speech to bakers.", "the rain"),
        ("Jan Roe condemned the rain in a town of speeches.", "the rain"),
        ("Jan Roe condemned the rain on his page.", "the rain"),
        ("Jan Roe condemned the rain at a rally in Zabor.", "the rain"),
        ("Jan Roe condemned the rain on the debate.", "the rain on the debate"),
        ("Jan Roe said it rained at a rally.", "it rained at a rally"),
        ("Jan Roe urged bakers in a letter to go.", "bakers in a letter to go"),
        ("Jan Roe condemned the rain, a thing of May.", "the rain"),
        ("Jan Roe condemned the rain, a fair and a feast.", "the rain, a fair and a feast"),
        ("Jan Roe said it rained (it had snowed).", "it rained"),
        ("Jan Roe accuses bakers of rain and Ann Doe says it snowed.", "bakers of rain"),
        ("Jan Roe accuses bakers of rain and snow.", "bakers of rain and snow"),
        ("Jan Roe said it rained.—Ann Doe", "it rained"),
        ("Jan Roe said it rained—Ann Doe", "it rained—Ann Doe"),
        ("Jan Roe noted rain and continued snow in May.", "rain and continued snow in May"),
    ],
)
def test_end(text: str, said: str) -> None:
    assert frames(sentence(text))[0].content.of(text) == said
