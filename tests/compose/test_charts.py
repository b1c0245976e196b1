"""What is drawn of a digest, and that nothing is where there is too little to see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest

from digest.compose import compose
from digest.config import PersonSetting, SectionSetting, Settings
from digest.model import OutletTold, PeoplePage, PersonPage, Share, SourcesPage
from tests.made_up import article, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Page

EDITOR = Settings(
    file="digest.yml",
    sections=(
        SectionSetting("board", "The board", sides=("Board",)),
        SectionSetting("rest", "Rest"),
    ),
    people=(PersonSetting("Ines Tarrow", side="Board"), PersonSetting("Oswin Hale")),
)
MAY_6, JUNE_10 = date(2031, 5, 6), date(2031, 6, 10)
QUAY = "The East Quay was built in 1904 and has berths for exactly 31 fishing boats."
STORY = (
    article(
        "a",
        "Ines Tarrow said on May 2, 2031 that the quay would stay closed until the autumn.\n\n"
        "“We were never asked,” Oswin Hale told reporters.\n\n" + QUAY,
        published=MAY_6,
        outlet="The Lantern",
    ),
    article(
        "b",
        "“Nobody has paid for the piles,” Ines Tarrow told reporters.\n\n"
        "Ines Tarrow said that the survey had been a shock to the whole town.\n\n" + QUAY,
        published=JUNE_10,
        outlet="The Courier",
    ),
    article("c", "Nobody knows who painted the shed at the head of the quay.", published=None),
)

Kind = TypeVar("Kind", PeoplePage, SourcesPage)


def pages(articles: Sequence[Article]) -> tuple[Page, ...]:
    return compose(understood(articles, EDITOR)).pages


def only(kind: type[Kind], made: Sequence[Page]) -> Kind:
    (page,) = (page for page in made if isinstance(page, kind))
    return page


def test_the_most_quoted_come_first_with_the_day_of_each_statement() -> None:
    tarrow, hale = only(PeoplePage, pages(STORY)).voices
    assert (tarrow.link.text, tarrow.statements) == ("Ines Tarrow", 3)
    assert [(day.last, day.certainty) for day in tarrow.said] == [(date(2031, 5, 2), "stated")]
    assert tarrow.reported == (JUNE_10, JUNE_10)
    assert (hale.link.text, hale.reported) == ("Oswin Hale", (MAY_6,))


def test_a_speaker_s_own_page_shows_the_same() -> None:
    made = pages(STORY)
    own = {page.title: page.voice for page in made if isinstance(page, PersonPage)}
    assert own["Ines Tarrow"] == only(PeoplePage, made).voices[0]
    assert own["Oswin Hale"] is None  # one statement makes no picture


@pytest.mark.parametrize("few", [(), STORY[:1], STORY[2:], STORY[1:]])
def test_too_little_is_not_drawn(few: Sequence[Article]) -> None:
    assert only(PeoplePage, pages(few)).voices == ()


def test_at_most_ten_speakers_are_drawn() -> None:
    names = "Adam Bert Carl Dave Emil Fred Gerd Hans Ivan Jack Karl Lars".split()
    said = [
        f"{name} Berg said on May {n} that his boat {n} leaks." for n, name in enumerate(names, 1)
    ]
    made = pages([article("a", "\n\n".join(said), published=MAY_6)])
    people = only(PeoplePage, made)
    assert (len(people.people), len(people.voices)) == (12, 10)


def test_an_outlet_told_alone_or_with_others() -> None:
    told = {outlet.name: outlet for outlet in only(SourcesPage, pages(STORY)).outlets}
    shares = {
        name: [(share.section.text, share.alone, share.together) for share in outlet.shares]
        for name, outlet in told.items()
    }
    assert shares == {
        "The Courier": [("The board", 2, 0), ("Rest", 0, 1)],
        "The Lantern": [("The board", 1, 0), ("Rest", 1, 1)],
        None: [("Rest", 1, 0)],
    }


def test_every_entry_is_told_by_somebody() -> None:
    digest = understood(STORY, EDITOR)
    outlets = only(SourcesPage, compose(digest).pages).outlets
    alone = sum(share.alone for outlet in outlets for share in outlet.shares)
    shared = [family for family in digest.families if family.copies]
    assert alone == len(digest.families) - len(shared)


def test_one_outlet_is_not_compared_with_itself() -> None:
    assert only(SourcesPage, pages(STORY[:1])).outlets == ()
    assert isinstance(only(SourcesPage, pages(STORY[:2])).outlets[0], OutletTold)
    assert isinstance(only(SourcesPage, pages(STORY[:2])).outlets[0].shares[0], Share)
