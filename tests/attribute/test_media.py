"""`media`: where a statement was made, found in the words that report and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.attribute import Outlets, attribute
from digest.attribute.media import Media
from digest.lexicon import rules
from digest.model import Label
from tests.attribute.reading import article

if TYPE_CHECKING:
    from digest.lexicon import Rule
    from digest.model import Medium

OUTLETS = ("Baltwire", "The Voice of Tallinn", "Narva Morning Star")


def media(text: str, own: str | None = None) -> list[Medium | None]:
    _, paragraphs = article(text)
    labels = [Label(p.id, "text", None) for p in paragraphs]
    outlets = Outlets(OUTLETS, {p.article: own for p in paragraphs} if own else {})
    _, statements = attribute(paragraphs, labels, [], [], outlets)
    assert statements
    return [statement.medium for statement in statements]


@pytest.mark.parametrize(
    ("text", "channel", "name"),
    [
        ("Marta Ilves told Radio Delta that the ferry would stop.", "to", "Radio Delta"),
        ("Marta Ilves told the Harbour Gazette that it would stop.", "to", "Harbour Gazette"),
        ("“The ferry stops,” Marta Ilves told Baltwire on Monday.", "to", "Baltwire"),
        ("Marta Ilves told the Voice of Tallinn that it would stop.", "to", "Voice of Tallinn"),
        ("Marta Ilves told the newspaper that it would stop.", "to", "the newspaper"),
        ("Marta Ilves wrote on Telegram that the ferry would stop.", "on", "Telegram"),
        ("The ferry would stop, Marta Ilves said in a Facebook post.", "on", "Facebook"),
        ("Speaking on Public TV, Marta Ilves said that it would stop.", "on", "Public TV"),
        ("In an interview with Radio Delta, Marta Ilves said no.", "to", "Radio Delta"),
        ("“It stops,” Marta Ilves told the Star yesterday.", "to", "Star"),
        ("The ice is thin, Marta Ilves wrote in the journal Sea Letters.", "to", "Sea Letters"),
        ("“It stops,” Marta Ilves wrote on the preprint server Seahub.", "on", "Seahub"),
        ("“It stops,” Marta Ilves told Reuters. “On Monday.”", "to", "Reuters"),
        ("“It stops,” Marta Ilves told Baltwire.", "to", "Baltwire"),
        ("“It stops,” Marta Ilves told The Voice of Tallinn.", "to", "Voice of Tallinn"),
        ("Marta Ilves said in a statement to Reuters that it would stop.", "to", "Reuters"),
        ("“It stops,” Marta Ilves said in remarks carried by the agency Korpa.", "to", "Korpa"),
        ("Marta Ilves told Zenda24.am that the ferry would stop.", "to", "Zenda24.am"),
        ("“It stops,” Marta Ilves told KZZQ last month.", "to", "KZZQ"),
    ],
)
def test_where_it_was_said(text: str, channel: str, name: str) -> None:
    medium = media(text)[0]
    assert medium is not None
    assert (medium.channel, medium.name) == (channel, name)
    assert name in medium.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ilves told reporters that the ferry would stop.",
        "Marta Ilves told a briefing that the ferry would stop.",
        "Marta Ilves told Jan Novak that the ferry would stop.",
        "Marta Ilves told the Tallinn council that the ferry would stop.",
        "Marta Ilves said in a statement that the ferry would stop.",
        "Marta Ilves said that Radio Delta would be on Telegram.",
        "“We told Radio Delta so,” Marta Ilves said.",
        "In an interview with Jan Novak, Marta Ilves said that it would stop.",
    ],
)
def test_an_audience_an_occasion_and_what_was_said_are_no_medium(text: str) -> None:
    assert media(text)[0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It stops,” Marta Ilves told this newspaper.", "The Narva Morning Lantern"),
        ("“It stops,” Marta Ilves told us.", "The Narva Morning Lantern"),
        (
            "“It stops,” Marta Ilves wrote in an e-mail to this publication.",
            "The Narva Morning Lantern",
        ),
        ("“It stops,” Marta Ilves told the Lantern.", "Lantern"),
        ("“It stops,” Marta Ilves told the Morning Lantern yesterday.", "Morning Lantern"),
        ("“It stops,” Marta Ilves told NML over the telephone.", "NML"),
        ("“It stops,” Marta Ilves told the Morning council.", None),
        ("“It stops,” Marta Ilves told the Narva council.", None),
        ("“It stops,” Marta Ilves told NMR.", None),
        ("A report seen by this newspaper says that the ferry stops.", None),
    ],
)
def test_an_article_calls_its_own_outlet_as_it_likes(text: str, name: str | None) -> None:
    (medium,) = media(text, own="The Narva Morning Lantern")
    assert (medium and medium.name) == name


def test_of_an_outlet_that_nobody_tells_nothing_is_known() -> None:
    assert media("“It stops,” Marta Ilves told this newspaper.") == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "“It stops,” Marta Ilves told Reuters. She said that nobody was asked.",
            ["Reuters", "Reuters"],
        ),
        (
            "“It stops,” Marta Ilves told Reuters. At a rally she said that nobody was asked.",
            ["Reuters", None],
        ),
        (
            "“It stops,” Marta Ilves told Reuters. She told reporters that nobody was asked.",
            ["Reuters", None],
        ),
        (
            "“It stops,” Marta Ilves told Reuters. Jan Novak said that nobody was asked.",
            ["Reuters", None],
        ),
        (
            "Marta Ilves said that it stops. She told Reuters that nobody was asked.",
            [None, "Reuters"],
        ),
    ],
)
def test_who_goes_on_speaks_to_the_same_medium(text: str, names: list[str | None]) -> None:
    assert [medium and medium.name for medium in media(text)] == names


def test_each_speaker_of_a_sentence_has_the_own_medium() -> None:
    text = "Marta Ilves told Reuters that it would stop, and Jan Novak told Baltwire that he knew."
    assert [medium and medium.name for medium in media(text)] == ["Reuters", "Baltwire"]


def test_a_medium_holds_for_all_that_one_speaker_says_in_a_sentence() -> None:
    text = "Marta Ilves told Baltwire that it would stop, adding that nobody was asked."
    assert [medium and medium.name for medium in media(text)] == ["Baltwire", "Baltwire"]


def test_who_is_reported_within_the_words_of_another_has_the_own_medium() -> None:
    text = "Marta Ilves told reporters that Jan Novak had told Reuters that the ferry would stop."
    assert [medium and medium.name for medium in media(text)] == [None, "Reuters"]


@pytest.mark.parametrize("rule", rules("media"), ids=lambda rule: rule.id)
def test_every_example_of_a_rule_has_one_of_its_signs(rule: Rule) -> None:
    signs = rule.extra.get("signs")
    assert signs is None or all(any(sign in text for sign in signs) for text in rule.hit)


def test_without_statements_there_is_nothing_to_find() -> None:
    _, (paragraph,) = article("The ferry stopped.")
    assert list(Media(()).found(paragraph, [])) == []
