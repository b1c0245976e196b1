"""How the digest was made: numbers that add up, each with a place where it can be seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.compose import compose
from digest.config import Named, PairLine, PersonSetting, PinLine, Settings, SpeakerLine
from digest.model import MadePage, Overruling, SectionPage, SourcePage
from tests.made_up import article, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Digest, Gap, Page, Unknown

EDITOR = Settings(
    file="digest.yml",
    people=(PersonSetting("Ines Tarrow", side="Board"), PersonSetting("Oswin Hale")),
)
QUAY = "The East Quay was built in 1904 and has berths for exactly 31 fishing boats."
CLOSED = "Ines Tarrow said on Thursday that the quay would stay closed until the autumn at least."
STORY = (
    article(
        "lantern",
        f"{CLOSED}\n\n{QUAY}\n\nPHOTO: A ferry at the quay. (Archive)\n\n"
        "The meeting in Saltmere was held on May 2.",
        published=date(2031, 5, 2),
        outlet="The Lantern",
    ),
    article(
        "courier",
        f"{CLOSED}\n\n{QUAY}\n\nSubscribe to our newsletter!\n\n"
        "“We were never asked,” Oswin Hale told reporters.\n\n"
        "A fisherman said on Monday that no boat was safe at the quay.",
        published=date(2031, 5, 6),
    ),
    article("note", "Nobody knows who painted the shed at the head of the quay.", published=None),
)


def made(digest: Digest) -> tuple[MadePage, tuple[Page, ...]]:
    pages = compose(digest).pages
    (page,) = (page for page in pages if isinstance(page, MadePage))
    return page, pages


def gaps(page: MadePage) -> dict[Gap, Unknown]:
    return {each.gap: each for each in page.unknown}


def test_reasons_are_counted_and_each_has_an_example() -> None:
    page, pages = made(understood(STORY, EDITOR))
    assert [(reason.why, reason.count) for reason in page.folded] == [("the same words", 2)]
    cut = {reason.rule: reason.count for reason in page.cut}
    assert cut == {"newsletter": 1, "photo-credit": 1}
    rows = {
        (row.excerpt.mark.page, row.anchor): row
        for source in pages
        if isinstance(source, SourcePage)
        for row in source.rows
    }
    for reason in (*page.folded, *page.cut):
        row = rows[reason.example.page, reason.example.anchor]
        assert row.fate == ("folded" if reason in page.folded else "cut")


def test_a_reason_to_fold_is_one_whoever_speaks() -> None:
    first = article(
        "one",
        "“The quay stays closed until the piles are safe,” Ines Tarrow said.\n\n"
        "“No boat of ours will leave the bay before Friday,” Oswin Hale said.",
    )
    second = article(
        "two",
        "“The quay stays closed until the piles are safe,” Ines Tarrow told the Courier on Monday.\n\n"
        "“No boat of ours will leave the bay before Friday,” Oswin Hale told the Courier on Monday.",
    )
    page, _ = made(understood([first, second], EDITOR))
    assert sum(reason.count for reason in page.folded) == 2
    assert not [reason for reason in page.folded if "Tarrow" in reason.why or "Hale" in reason.why]
    assert len(page.folded) == 1


def test_what_is_unknown() -> None:
    page, _ = made(understood(STORY, EDITOR))
    counted = {gap: (each.count, each.of) for gap, each in gaps(page).items()}
    assert counted["outlet"] == (2, 3)
    assert counted["published"] == (1, 3)
    assert counted["origin"] == (3, 3)
    assert counted["unnamed"] == (1, 3)
    assert counted["side"] == (2, 3)
    assert counted["event"] == (0, 1)
    assert counted["voiceless"] == (4, 8)
    assert [link.text for link in gaps(page)["published"].examples] == [STORY[2].title]


def test_events_whose_day_was_worked_out() -> None:
    page, _ = made(understood(STORY, EDITOR))
    assert [item.link.text for item in page.worked_out] == ["Meeting in Saltmere"]
    full = article("a", "The meeting in Saltmere was held on May 2, 2031.")
    assert made(understood([full]))[0].worked_out == ()


def test_lines_of_the_editor_that_are_in_force_and_those_that_are_not() -> None:
    shed, closed = Named("painted the shed"), Named("“We were never asked")
    lines = (
        SpeakerLine(4, shed, None, "Oswin Hale"),
        PairLine(5, "split", shed, closed),
        PinLine(6, closed),
        PinLine(7, Named("words that nobody wrote")),
    )
    page, _ = made(understood(STORY, Settings(file="digest.yml", overrule=lines)))
    assert page.overruled == (
        Overruling(4, "speaker"),
        Overruling(5, "split"),
        Overruling(6, "pin"),
    )
    assert page.idle == 1


@pytest.mark.parametrize("articles", [(), STORY[:1], STORY[2:]])
def test_a_small_digest_has_the_page_too(articles: Sequence[Article]) -> None:
    page, _ = made(understood(articles, EDITOR))
    assert page.counts.told.reports == len(articles)


# ------------------------------------------------------------------ properties

SENTENCES = st.sampled_from([part for each in STORY for part in each.body.split("\n\n")])


@st.composite
def stories(draw: st.DrawFn) -> Digest:
    bodies = draw(st.lists(st.lists(SENTENCES, min_size=1, max_size=5), max_size=4))
    days = st.none() | st.dates(date(2031, 5, 1), date(2031, 5, 9))
    outlets = st.none() | st.sampled_from(["The Lantern", "The Courier"])
    articles = [
        article(f"n{number}", "\n\n".join(body), published=draw(days), outlet=draw(outlets))
        for number, body in enumerate(bodies)
    ]
    return understood(articles, EDITOR)


@given(stories())
@settings(deadline=None)
def test_the_numbers_add_up(digest: Digest) -> None:
    page, _ = made(digest)
    counts = page.counts
    assert counts.kept + counts.folded + counts.cut == counts.paragraphs == len(digest.paragraphs)
    assert sum(reason.count for reason in page.folded) == counts.folded
    assert sum(reason.count for reason in page.cut) == counts.cut
    assert all(0 <= len(each.examples) <= each.count <= each.of for each in page.unknown)
    assert all(each.examples for each in page.unknown if each.count)
    assert len(page.worked_out) <= page.events


@given(stories())
@settings(deadline=None)
def test_every_example_is_a_place_on_a_page(digest: Digest) -> None:
    page, pages = made(digest)
    anchors = {(p.path, "") for p in pages} | {("people/index.md", "unnamed")}
    anchors |= {(p.path, r.anchor) for p in pages if isinstance(p, SourcePage) for r in p.rows}
    anchors |= {(p.path, e.anchor) for p in pages if isinstance(p, SectionPage) for e in p.entries}
    shown = [link for each in page.unknown for link in each.examples]
    shown += [page.sources, page.people, page.timeline]
    assert {(link.page, link.anchor) for link in shown} <= anchors
    assert {(r.example.page, r.example.anchor) for r in (*page.folded, *page.cut)} <= anchors
