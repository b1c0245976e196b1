"""What pages open with: the lead, and sentences in brief."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.compose import UNKNOWN_OUTLET, compose
from digest.compose.alone import known, leaning
from digest.config import SectionSetting, Settings
from digest.model import FrontPage, SectionPage
from tests.made_up import article, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Brief, Lead, Page

OLD, NEW = date(2031, 5, 2), date(2031, 5, 6)
BUILT = "The East Quay of Orrin was built in 1904 and has berths for exactly 31 fishing boats."
TARROW = (
    "Ines Tarrow said on Thursday that a quay in Orrin would stay closed until autumn at least."
)
HALE = (
    "Oswin Hale said on Monday that his union would sail to Velmouth in protest at a quay closed."
)
ASIDE = "She said the survey of its piles had been a shock."
PLAIN = Settings(file="digest.yml", title="Orrin", sections=(SectionSetting("all", "All"),))
STORY = (
    article("lantern", f"{TARROW}\n\n{ASIDE}\n\n{BUILT}", published=OLD, outlet="The Lantern"),
    article(
        "courier",
        f"{HALE}\n\n“We were never asked,” he told reporters.\n\n{BUILT}",
        published=NEW,
        outlet="The Courier",
        title="Union of Oswin Hale to sail in protest",
    ),
    article("note", "Nobody knows who painted the shed at the head of it.", published=None),
)


def pages(articles: Sequence[Article] = STORY, editor: Settings = PLAIN) -> tuple[Page, ...]:
    return compose(understood(articles, editor)).pages


def front(articles: Sequence[Article] = STORY, editor: Settings = PLAIN) -> FrontPage:
    (page,) = (page for page in pages(articles, editor) if isinstance(page, FrontPage))
    return page


def lead(articles: Sequence[Article] = STORY) -> Lead:
    found = front(articles).lead
    assert found is not None
    return found


def said(briefs: Sequence[Brief]) -> list[str]:
    return [each.excerpt.text for each in briefs]


def test_the_lead_is_what_the_newest_article_opens_with_under_its_title() -> None:
    found = lead()
    assert found.headline == "Union of Oswin Hale to sail in protest"
    assert found.sentences[0].paragraph == "courier:0"
    assert [byline.name for byline in found.bylines] == ["Oswin Hale"]


def test_two_sentences_follow_a_headline_as_the_article_has_them() -> None:
    told = (
        "The crew of the Orrin ferry left. It sailed at noon with nobody but its captain on board."
    )
    found = lead([article("one", told, title="Crew of Orrin ferry left")])
    assert found.headline == "Crew of Orrin ferry left"
    assert " ".join(each.text for each in found.sentences) == told


def test_a_title_on_something_else_is_no_headline() -> None:
    found = lead([article("one", f"{HALE}\n\n{BUILT}", title="Ten things to know this morning")])
    assert found.headline is None
    assert [each.text for each in found.sentences] == [HALE, BUILT]


def test_the_lead_of_articles_without_a_day_is_an_opening_too() -> None:
    found = lead([each for each in STORY if each.published is None])
    assert found.sentences[0].paragraph == "note:0"
    assert found.sentences[0].mark.outlet == UNKNOWN_OUTLET


def test_what_more_origins_tell_on_one_day_leads() -> None:
    found = lead(
        [
            article("a", HALE, published=NEW, outlet="A"),
            article("b", TARROW, published=NEW, outlet="B"),
            article("c", f"Boats lay idle.\n\n{TARROW}", published=NEW, outlet="C"),
        ]
    )
    assert found.sentences[0].text == TARROW


def test_of_a_family_the_text_that_reads_alone_leads() -> None:
    leans = "She said on Thursday that a quay in Orrin would stay closed until autumn at least, Ines Tarrow."
    made = front(
        [
            article("a", leans, published=NEW, outlet="A"),
            article("b", TARROW, published=NEW, outlet="B"),
        ]
    )
    assert made.lead is not None
    assert made.lead.sentences[0].text == TARROW


def test_in_brief_reads_alone_repeats_nothing_and_comes_newest_first() -> None:
    page = front()
    told = said(page.brief)
    assert TARROW in told
    assert not any(text.startswith(("She", "“We were", "Nobody")) for text in told)
    assert page.lead is not None
    assert not {each.text for each in page.lead.sentences} & set(told)
    sections = (each for each in pages() if isinstance(each, SectionPage))
    reported = {entry.section: entry.reported for each in sections for entry in each.entries}
    days = [reported[each.entry] or date.min for each in page.brief]
    assert days == sorted(days, reverse=True)


def test_a_brief_says_who_speaks_in_its_sentence() -> None:
    bylines = {each.excerpt.text: each.byline and each.byline.name for each in front().brief}
    assert bylines[TARROW] == "Ines Tarrow"


def test_a_weekday_without_a_day_of_the_report_is_not_brief() -> None:
    dated = article("old", TARROW, published=None, outlet="A")
    page = front([article("new", HALE, published=NEW, outlet="B"), dated])
    assert TARROW not in said(page.brief)


def test_a_short_section_has_no_sentences_of_its_own() -> None:
    (section,) = (page for page in pages() if isinstance(page, SectionPage))
    assert len(section.entries) < 8
    assert section.brief == ()


def test_a_long_section_has_at_most_three() -> None:
    told = [
        "Adam Brun of Orrin said that wooden planks rot in salt water.",
        "Bela Cole of Velmouth asked for cheaper diesel and longer daylight.",
        "Cara Dunn of Lissel promised herring to every school kitchen.",
    ]
    told += [f"Berth {n} in Velmouth has stood empty for {n + 3} winters now." for n in range(12)]
    (section,) = (
        page for page in pages([article("one", "\n\n".join(told))]) if isinstance(page, SectionPage)
    )
    assert len(section.entries) >= 12
    assert len(section.brief) == 3
    assert len({each.byline and each.byline.name for each in section.brief}) > 1


SENTENCES = st.lists(
    st.sampled_from([BUILT, TARROW, HALE, ASIDE, "Boats lay idle.", "But Orrin sleeps at night."]),
    min_size=1,
    max_size=6,
)
DAYS = st.sampled_from([OLD, NEW, None])


@given(st.lists(st.tuples(SENTENCES, DAYS), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_whatever_the_sources_the_front_page_keeps_its_promises(
    story: list[tuple[list[str], date | None]],
) -> None:
    articles = [
        article(f"a{n}", "\n\n".join(told), published=day, outlet=f"Outlet {n}")
        for n, (told, day) in enumerate(story)
    ]
    digest = understood(articles, PLAIN)
    (page,) = (p for p in compose(digest).pages if isinstance(p, FrontPage))
    bodies = {paragraph.id: paragraph.text for paragraph in digest.paragraphs}
    reader = known(digest)
    assert page.lead is not None
    shown = [*page.lead.sentences, *(each.excerpt for each in page.brief)]
    assert all(each.text in bodies[each.paragraph] for each in shown)
    assert len({each.text for each in shown}) == len(shown)
    assert len(page.brief) <= 5
    assert all(leaning(each.excerpt.text, reader) is None for each in page.brief)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_tell(count: int) -> None:
    page = front([article("one", "") for _ in range(count)])
    assert (page.lead, page.brief, page.changes, page.timeline) == (None, (), None, ())


def test_many_sections_leave_the_smaller_ones_for_later() -> None:
    names = [f"Orrin {chr(65 + n)}a" for n in range(15)]
    editor = Settings(
        file="digest.yml",
        sections=tuple(
            SectionSetting(f"s{n}", name, words=(name,)) for n, name in enumerate(names)
        ),
    )
    told = "\n\n".join(f"Berth {n} of {name} has stood empty." for n, name in enumerate(names))
    page = front([article("one", told)], editor)
    shown = [card.link.text for card in page.sections]
    assert len(shown) == 12
    assert sorted(shown + [card.link.text for card in page.smaller]) == sorted(names)
