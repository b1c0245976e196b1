"""What stands on which page, and in which order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.compose import UNKNOWN_OUTLET, compose
from digest.compose.names import pages
from digest.config import PersonSetting, SectionSetting, Settings
from digest.model import (
    Article,
    Digest,
    Entry,
    EventPage,
    FrontPage,
    OutletPage,
    OutletsPage,
    PeoplePage,
    Person,
    PersonPage,
    SectionPage,
    Site,
    SourcePage,
    SourcesPage,
    Span,
    Tally,
    TimelinePage,
)
from tests.made_up import article, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

EDITOR = Settings(
    file="digest.yml",
    title="The East Quay",
    sections=(
        SectionSetting("board", "The board", sides=("Harbour Board",)),
        SectionSetting("fleet", "The fleet", sides=("Fleet",)),
        SectionSetting("background", "Background"),
    ),
    people=(
        PersonSetting("Ines Tarrow", role="Chairwoman", side="Harbour Board"),
        PersonSetting("Oswin Hale", side="Fleet"),
    ),
)
OLD, NEW = date(2031, 5, 2), date(2031, 5, 6)
STORY = (
    article(
        "lantern",
        "Ines Tarrow said on Thursday that the quay would stay closed until the autumn at least.\n\n"
        "She said the survey of its piles had been a shock.\n\n"
        "The East Quay was built in 1904 and has berths for exactly 31 fishing boats.",
        published=OLD,
        outlet="The Lantern",
    ),
    article(
        "courier",
        "Oswin Hale said on Monday that his union would sail to the capital in protest.\n\n"
        "PHOTO: A ferry at the quay. (Archive)\n\n"
        "“We were never asked,” he told reporters.\n\n"
        "The East Quay was built in 1904 and has berths for exactly 31 fishing boats.",
        published=NEW,
        outlet="The Courier",
    ),
    article("note", "Nobody knows who painted the shed at the head of the quay.", published=None),
)


def site(articles: Sequence[Article] = STORY, editor: Settings = EDITOR) -> Site:
    return compose(understood(articles, editor))


def front(made: Site) -> FrontPage:
    (page,) = (page for page in made.pages if isinstance(page, FrontPage))
    return page


def shown(made: Site) -> list[Entry]:
    """Give every entry where it stands."""
    return [e for page in made.pages if isinstance(page, SectionPage) for e in page.entries]


def texts(page: SectionPage | EventPage) -> list[str]:
    return [entry.excerpt.text.split()[0] for entry in page.entries]


def test_entries_come_newest_first_and_in_their_articles_order() -> None:
    told = "\n\n".join(f"{word} was said by nobody at all." for word in ("One", "Two", "Three"))
    older = told.replace("nobody at all", "the wind alone")
    plain = Settings(file="digest.yml", sections=(SectionSetting("all", "All"),))
    made = site(
        [
            article("b", older, published=OLD),
            article("a", told, published=NEW),
            article("c", "Nothing has a day.", published=None),
        ],
        plain,
    )
    (page,) = (p for p in made.pages if isinstance(p, SectionPage))
    assert [e.excerpt.paragraph for e in page.entries] == [
        *(f"a:{n}" for n in range(3)),
        *(f"b:{n}" for n in range(3)),
        "c:0",
    ]


def test_a_source_lists_every_paragraph_with_its_fate() -> None:
    made = site()
    rows = {
        row.excerpt.paragraph: (row.fate, row.entry is not None)
        for page in made.pages
        if isinstance(page, SourcePage)
        for row in page.rows
    }
    assert Counter(fate for fate, _ in rows.values()) == {"kept": 6, "folded": 1, "cut": 1}
    assert rows["courier:1"] == ("cut", False)
    assert all(shown for fate, shown in rows.values() if fate != "cut")


def test_counts_and_cards() -> None:
    made = site()
    counts = front(made).counts
    assert (counts.told, counts.first, counts.latest) == (Tally(3, 2, 3), OLD, NEW)
    assert (counts.kept, counts.folded, counts.cut) == (6, 1, 1)
    assert [(card.link.text, card.entries) for card in front(made).sections] == [
        ("The board", 2),
        ("The fleet", 2),
        ("Background", 2),
    ]
    (sources,) = (p for p in made.pages if isinstance(p, SourcesPage))
    assert [card.published for card in sources.sources] == [NEW, OLD, None]
    assert sources.sources[-1].outlet == UNKNOWN_OUTLET
    (people,) = (p for p in made.pages if isinstance(p, PeoplePage))
    assert {card.link.text: card.statements for card in people.people} == {
        "Ines Tarrow": 2,
        "Oswin Hale": 2,
    }


def test_a_person_has_every_statement_once() -> None:
    person = next(p for p in site().pages if isinstance(p, PersonPage) and p.title == "Oswin Hale")
    told = [(q.entry.excerpt.paragraph, q.said and q.said.first) for q in person.quotes]
    # What follows on the same occasion was said on its day.
    assert told == [("courier:0", date(2031, 5, 5)), ("courier:2", date(2031, 5, 5))]


def test_a_statement_has_its_day_and_medium_from_whoever_tells_them() -> None:
    words = "“We will not sail a single boat before the quay is open to all of us again,”"
    made = site(
        [
            article("a", f"{words} Oswin Hale said at the harbour of the town.", published=NEW),
            article("b", f"{words} Oswin Hale told Radio Delta on Monday.", published=NEW),
        ]
    )
    person = next(p for p in made.pages if isinstance(p, PersonPage))
    (quote,) = person.quotes
    assert len(quote.entry.copies) == 1
    assert quote.said is not None
    assert quote.said.first == date(2031, 5, 5)
    assert quote.medium is not None
    assert quote.medium.name == "Radio Delta"


def test_a_role_is_told_with_who_reports_it() -> None:
    told = "Jan Novak, the mayor of Port Hope, said that the ferry would stop."
    made = site([article("a", told, outlet="The Lantern")])
    person = next(p for p in made.pages if isinstance(p, PersonPage))
    assert person.role is not None
    assert person.role_from is not None
    assert person.role_from.outlet == "The Lantern"
    by_editor = next(p for p in site().pages if isinstance(p, PersonPage) and p.role)
    assert (by_editor.role, by_editor.role_from) == ("Chairwoman", None)


def test_speakers_are_listed_by_kind_and_the_unnamed_have_no_page() -> None:
    made = site(
        [
            article(
                "a",
                "Jan Novak said that the ferry would stop.\n\n"
                "The Harbour Ministry said that the quay was open.\n\n"
                "A senior diplomat said that nobody was asked.",
            )
        ]
    )
    (people,) = (p for p in made.pages if isinstance(p, PeoplePage))
    assert [card.link.text for card in people.people] == ["Jan Novak"]
    assert [card.link.text for card in people.institutions] == ["Harbour Ministry"]
    (unnamed,) = people.unnamed
    assert unnamed.name == "senior diplomat"
    assert [link.anchor for link in unnamed.entries] == ["a-2"]
    titles = {p.title for p in made.pages if isinstance(p, PersonPage)}
    assert titles == {"Jan Novak", "Harbour Ministry"}
    (entry,) = (
        entry
        for page in made.pages
        if isinstance(page, SectionPage)
        for entry in page.entries
        if entry.anchor == "a-2"
    )
    assert [(byline.name, byline.page) for byline in entry.bylines] == [("senior diplomat", None)]


def test_what_only_a_headline_says_is_no_entry() -> None:
    digest = understood(STORY, EDITOR)
    (cut,) = (label.paragraph for label in digest.labels if label.kind != "text")
    spoken = digest.statements[0]
    only = Person("jan-novak", "Jan Novak", "person", ("Jan Novak",), None, None)
    more = replace(spoken, paragraph=cut, person=only.id, span=Span(0, 5), cue=None)
    told = replace(digest, statements=(*digest.statements, more), people=(*digest.people, only))
    made = compose(told)
    assert "Jan Novak" not in {p.title for p in made.pages if isinstance(p, PersonPage)}
    (people,) = (p for p in made.pages if isinstance(p, PeoplePage))
    assert "Jan Novak" not in {card.link.text for card in people.people}


def test_the_timeline_comes_newest_first() -> None:
    told = "The summit in Oslo was held on {}. The summit was short."
    made = site(
        [
            article("a", told.format("May 2, 2030"), published=date(2030, 5, 3)),
            article("b", told.format("May 2, 2031"), published=date(2031, 5, 3)),
        ]
    )
    (page,) = (p for p in made.pages if isinstance(p, TimelinePage))
    assert [item.day.first.year for item in page.items if item.day] == [2031, 2030]
    assert front(made).timeline == page.items
    events = [p for p in made.pages if isinstance(p, EventPage)]
    assert sorted(texts(event) for event in events) == [["The"], ["The"]]


@pytest.mark.parametrize(
    "ids",
    [
        ["a b", "a-b", "A B", "a/b"],
        ["новость", "статья", "", "记事"],
        ["index", "INDEX", "Index!"],
        ["x" * 80, "x" * 90, "page-1", "…"],
    ],
)
def test_names_of_pages_never_collide(ids: list[str]) -> None:
    named = pages("sources", ids)
    low = [path.lower() for path in named.values()]
    assert len(set(low)) == len(ids)
    assert "sources/index.md" not in low
    assert all(path.removeprefix("sources/").removesuffix(".md") for path in low)


@given(st.lists(st.text(max_size=12), unique=True))
def test_any_ids_give_pages_of_their_own(ids: list[str]) -> None:
    assert len({path.lower() for path in pages("x", ids).values()}) == len(ids)


# ------------------------------------------------------------------ properties

SENTENCES = st.sampled_from(
    [
        "Ines Tarrow said on Monday that the quay would stay closed until the autumn.",
        "Oswin Hale said on Monday that his union would sail to the capital in protest.",
        "The summit in Oslo was held on May 2.",
        "The East Quay was built in 1904 and has berths for exactly 31 fishing boats.",
        "PHOTO: A ferry at the quay. (Archive)",
        "Subscribe to our newsletter!",
        "“We were never asked,” he told reporters.",
        "Nothing.",
        "# A heading",
    ]
)


@st.composite
def stories(draw: st.DrawFn) -> Digest:
    bodies = draw(st.lists(st.lists(SENTENCES, min_size=1, max_size=5), max_size=4))
    days = st.none() | st.sampled_from([OLD, NEW])
    articles = [
        article(f"n{number}", "\n\n".join(body), published=draw(days))
        for number, body in enumerate(bodies)
    ]
    editor = draw(st.sampled_from([EDITOR, replace(EDITOR, sections=())]))
    return understood(articles, editor)


@given(stories())
def test_every_paragraph_has_one_place(digest: Digest) -> None:
    made = compose(digest)
    paths = [page.path.lower() for page in made.pages]
    assert len(paths) == len(set(paths))
    assert {link.page for link in made.nav} <= {page.path for page in made.pages}
    told = Counter(
        excerpt.paragraph
        for entry in shown(made)
        for excerpt in (entry.excerpt, *(copy.excerpt for copy in entry.copies))
    )
    wanted = {label.paragraph for label in digest.labels if label.kind == "text"}
    assert told == dict.fromkeys(wanted, 1)
    listed = Counter(
        row.excerpt.paragraph
        for page in made.pages
        if isinstance(page, SourcePage)
        for row in page.rows
    )
    assert listed == {paragraph.id: 1 for paragraph in digest.paragraphs}
    assert (front(made).lead is None) == (not wanted)


def test_what_a_title_says_makes_no_entry() -> None:
    story = (
        article(
            "crier",
            "Oswin Hale says fleet will sail\n\n"
            "By A. Writer\n\n"
            "The East Quay was built in 1904 and has berths for exactly 31 fishing boats.\n\n"
            "Nobody knows who painted the shed at the head of the quay.",
            published=NEW,
            title="Oswin Hale says fleet will sail",
        ),
    )
    digest = understood(story, EDITOR)
    assert len(digest.statements) == 1
    made = compose(digest)
    assert not [page for page in made.pages if isinstance(page, PersonPage)]
    (people,) = (page for page in made.pages if isinstance(page, PeoplePage))
    assert people.people == ()


PRINT = article(
    "print",
    STORY[0].body + "\n\nSource: Sound Press",
    published=NEW,
    outlet="Tide Radio",
)


def test_a_reprint_is_one_more_report_but_no_other_origin() -> None:
    made = site((*STORY, PRINT))
    assert front(made).counts.told == Tally(4, 3, 3)
    (entry,) = {
        e.anchor: e
        for p in made.pages
        if isinstance(p, SectionPage)
        for e in p.entries
        if "survey" in e.excerpt.text
    }.values()
    assert entry.told == Tally(2, 2, 1)


def test_a_source_says_who_wrote_it_and_whom_it_reprints() -> None:
    pages = {p.file: p for p in site((*STORY, PRINT)).pages if isinstance(p, SourcePage)}
    first, later = pages["sources/lantern.md"], pages["sources/print.md"]
    assert (later.origin, later.origin_why) == (
        "Sound Press",
        "a line names it as the source of the text",
    )
    assert (first.origin, first.origin_why) == (
        "Sound Press",
        "an article with the same text says so",
    )
    assert [(each.link.page, each.whole) for each in later.originals] == [(first.path, True)]
    assert [(each.link.page, each.whole) for each in first.reprints] == [(later.path, True)]
    (card,) = (
        card
        for page in site((*STORY, PRINT)).pages
        if isinstance(page, SourcesPage)
        for card in page.sources
        if card.link.page == later.path
    )
    assert (card.origin, card.originals) == ("Sound Press", later.originals)


def test_an_outlet_has_a_page_of_what_it_reports_alone_and_with_others() -> None:
    made = site((*STORY, PRINT))
    pages = {page.title: page for page in made.pages if isinstance(page, OutletPage)}
    assert sorted(pages) == ["The Courier", "The Lantern", "Tide Radio"]
    tide = pages["Tide Radio"]
    # It prints what the Lantern had; one of the three paragraphs the Courier has, too.
    assert (tide.entries, tide.alone) == (3, 0)
    assert [(link.text, count) for link, count in tide.others] == [
        ("The Lantern", 3),
        ("The Courier", 1),
    ]
    assert (tide.origins, tide.unknown) == ((("Sound Press", 1),), 0)
    assert [card.link.page for card in tide.reports] == ["sources/print.md"]
    assert pages["The Courier"].alone == 2
    assert pages["The Courier"].unknown == 1
    (index,) = (page for page in made.pages if isinstance(page, OutletsPage))
    assert {(card.link.page, card.entries, card.alone) for card in index.outlets} == {
        (page.path, page.entries, page.alone) for page in pages.values()
    }


def test_who_is_alone_shares_with_no_report_of_an_unknown_outlet_either() -> None:
    nameless = replace(PRINT, id="nameless", outlet=None)
    pages = site((STORY[0], nameless)).pages
    (lantern,) = (page for page in pages if isinstance(page, OutletPage))
    assert (lantern.title, lantern.entries, lantern.alone) == ("The Lantern", 3, 0)


def test_an_entry_leads_to_the_outlets_that_tell_it() -> None:
    (entry,) = (e for e in shown(site()) if "31 fishing boats" in e.excerpt.text)
    assert {link.page for link in entry.outlets} == {
        "outlets/the-lantern.md",
        "outlets/the-courier.md",
    }
    assert entry.excerpt.mark.outlet_page in {link.page for link in entry.outlets}


@pytest.mark.parametrize(
    ("name", "is_text"),
    [
        ("decision", True),
        ("survey of the piles", True),
        ("Court documents", True),
        ("senior diplomat", False),
        ("author of the report", False),
        ("Harbour Ministry spokeswoman", False),
    ],
)
def test_documents_are_no_unnamed_speakers(name: str, *, is_text: bool) -> None:
    digest = understood(STORY, EDITOR)
    spoken = next(s for s in digest.statements if s.paragraph == "courier:0")
    person = Person("x", name, "unnamed", (name,), None, None)
    told = replace(
        digest,
        people=(*digest.people, person),
        statements=(*digest.statements, replace(spoken, person="x")),
    )
    (people,) = (p for p in compose(told).pages if isinstance(p, PeoplePage))
    assert [card.name for card in people.texts] == [name] * is_text
    assert [card.name for card in people.unnamed] == [name] * (not is_text)
