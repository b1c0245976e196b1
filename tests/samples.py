"""A made-up story as `compose` would hand it over: no place, person or outlet of it exists."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from digest.model import (
    Brief,
    Byline,
    Change,
    Changes,
    CopyView,
    Counts,
    Day,
    Entry,
    EventPage,
    Excerpt,
    FateRow,
    FrontPage,
    Lead,
    Link,
    MadePage,
    Mark,
    OutletTold,
    Overruling,
    PeoplePage,
    PersonCard,
    PersonPage,
    Quote,
    Reason,
    Reprint,
    SectionCard,
    SectionPage,
    Share,
    Site,
    SourceCard,
    SourcePage,
    SourcesPage,
    Tally,
    TimelineItem,
    TimelinePage,
    Unknown,
    Voice,
)
from digest.render import render

MAY_3 = date(2031, 5, 3)
MAY_4 = date(2031, 5, 4)
JUNE_12 = date(2031, 6, 12)

FERRY = Link("Ferry talks in Velmouth", "events/ferry-talks-velmouth-2031-05-03.md")
STRIKE = Link("Strike in Orrin Bay", "events/strike-orrin-bay-2031-06-12.md")
TALKS = Link("The ferry talks", "sections/ferry-talks.md")
DOCKS = Link("Dockers’ answers", "sections/dockers.md")
TARROW = "people/ines-tarrow.md"
HALE = "people/oswin-hale.md"
UNION = "people/dockers-union.md"
LANTERN = "sources/2031-05-03-lantern.md"
COURIER = "sources/2031-05-04-courier.md"
TIDE = "sources/2031-06-12-tide.md"


def mark(page: str, number: int) -> Mark:
    """Say where paragraph `number` of the source with this page comes from."""
    outlet, title, published = {
        LANTERN: ("The Lantern", "Velmouth Skips Another Round of Ferry Talks", MAY_3),
        COURIER: ("Orrin Courier", "Minister Tarrow: “no boats, no talks”", MAY_4),
        TIDE: (
            "Tide Radio",
            "המעבורת שובתת: Strike Stops Every Ferry in Orrin Bay (Updated)",
            None,
        ),
    }[page]
    return Mark(outlet, title, published, page, 7 + 2 * number, page, f"p{number}")


def excerpt(page: str, number: int, text: str, language: str = "en") -> Excerpt:
    """Quote paragraph `number` of a source."""
    source = page.removeprefix("sources/").removesuffix(".md")
    return Excerpt(f"{source}:{number}", text, language, mark(page, number))


ABSENT = excerpt(
    LANTERN,
    1,
    "Velmouth will not send anybody to this week’s ferry talks, harbour minister Ines Tarrow told "
    "reporters on May 3. “As long as the 20th berth stays closed, there is nothing to talk about,” "
    "she said, and called the League’s offer *a postcard, not a plan*.",
)
ABSENT_TOO = excerpt(
    COURIER,
    2,
    "The harbour minister said on Saturday that nobody from Velmouth would sit at the table as long "
    "as the berth was shut.",
)
ABSENT_AGAIN = excerpt(
    TIDE,
    4,
    "Velmouths Hafenministerin bleibt den Gesprächen fern, solange der Anleger gesperrt ist.",
    "de",
)
REGRET = excerpt(
    COURIER,
    3,
    "“We regret it, and we keep a chair free,” League spokesman Oswin Hale said in Orrin Bay.",
)
UNION_SAYS = excerpt(
    TIDE,
    1,
    "The Dockers’ Union said that no ferry had left Orrin Bay since dawn, and that none would until "
    "the talks were about wages, too.",
)
BACKGROUND = excerpt(
    LANTERN,
    3,
    "The Lantern League has run the ferries between five towns on the sound since 2019; Velmouth pays "
    "12.5% of its budget of $4,200,000.",
)
HEBREW = excerpt(TIDE, 2, "״אין מעבורת, אין דואר״, אמר הדובר Oswin Hale (דובר הליגה) לרדיו.", "he")

BY_TARROW = Byline("Ines Tarrow", "harbour minister of Velmouth", "Velmouth", TARROW, "direct")
BY_HALE = Byline("Oswin Hale", "League spokesman", "Lantern League", HALE, "direct")
BY_UNION = Byline("Dockers’ Union", None, "Dockers", UNION, "reported")

ENTRY_ABSENT = Entry(
    anchor="e-lantern-1",
    section=Link(TALKS.text, TALKS.page, "e-lantern-1"),
    excerpt=ABSENT,
    bylines=(BY_TARROW,),
    day=Day(MAY_3, MAY_3, "worked out"),
    copies=(
        CopyView(ABSENT_TOO, "the same speaker says the same on the same day"),
        CopyView(ABSENT_AGAIN, "the same position of the same speaker on the same event"),
    ),
    events=(FERRY,),
    told=Tally(3, 3, 2),
    reported=MAY_3,
)
ENTRY_REGRET = Entry(
    anchor="e-courier-3",
    section=Link(TALKS.text, TALKS.page, "e-courier-3"),
    excerpt=REGRET,
    bylines=(BY_HALE,),
    day=Day(MAY_4, MAY_4, "stated"),
    copies=(),
    events=(FERRY,),
    reported=MAY_4,
)
ENTRY_BACKGROUND = Entry(
    anchor="e-lantern-3",
    section=Link(TALKS.text, TALKS.page, "e-lantern-3"),
    excerpt=BACKGROUND,
    bylines=(),
    day=None,
    copies=(),
    events=(),
    reported=MAY_3,
)
ENTRY_UNION = Entry(
    anchor="e-tide-1",
    section=Link(DOCKS.text, DOCKS.page, "e-tide-1"),
    excerpt=UNION_SAYS,
    bylines=(BY_UNION, BY_HALE),
    day=Day(JUNE_12, JUNE_12, "stated"),
    copies=(),
    events=(STRIKE, FERRY),
)
ENTRY_HEBREW = Entry(
    anchor="e-tide-2",
    section=Link(DOCKS.text, DOCKS.page, "e-tide-2"),
    excerpt=HEBREW,
    bylines=(BY_HALE,),
    day=Day(JUNE_12, JUNE_12, "stated"),
    copies=(),
    events=(),
)

FERRY_ITEM = TimelineItem(FERRY, "Velmouth", Day(MAY_3, MAY_4, "worked out"), articles=2, entries=2)
STRIKE_ITEM = TimelineItem(
    STRIKE, "Orrin Bay", Day(JUNE_12, JUNE_12, "stated"), articles=1, entries=1
)
UNDATED_ITEM = TimelineItem(
    Link("Meeting in Quay Market", "events/meeting-quay-market.md"),
    None,
    None,
    articles=1,
    entries=0,
)


def front() -> FrontPage:
    """Give the front page."""
    return FrontPage(
        path="index.md",
        title="Velmouth and the Lantern League",
        about="What three outlets told of the ferries on the sound in the spring of 2031.",
        counts=Counts(Tally(3, 3, 2), 14, 5, 2, 7, MAY_3, JUNE_12),
        lead=Lead(
            ENTRY_UNION.section,
            ENTRY_UNION.excerpt.mark.title,
            (ENTRY_UNION.excerpt, HEBREW),
            ENTRY_UNION.bylines,
            ENTRY_UNION.day,
            (STRIKE,),
            Tally(2, 2, 2),
        ),
        brief=(
            Brief(
                excerpt(
                    LANTERN,
                    1,
                    "“As long as the 20th berth stays closed, there is nothing to talk about,” she said.",
                ),
                BY_TARROW,
                ENTRY_ABSENT.day,
                ENTRY_ABSENT.section,
            ),
            Brief(REGRET, BY_HALE, ENTRY_REGRET.day, ENTRY_REGRET.section, Tally(3, 3, 2)),
            Brief(BACKGROUND, None, None, ENTRY_BACKGROUND.section),
        ),
        changes=Changes(
            MAY_4,
            new=2,
            confirmed=1,
            shown=(
                Change(ENTRY_UNION.section, "Dockers’ Union", is_new=True),
                Change(ENTRY_ABSENT.section, "Ines Tarrow", is_new=False),
            ),
        ),
        sections=(
            SectionCard(
                *(TALKS, "Who comes to the talks, who stays away, and why.", 3, 2, MAY_4),
                speaker=BY_TARROW,
            ),
            SectionCard(DOCKS, "What the dockers and their union say.", 2, 1, JUNE_12),
        ),
        timeline=(STRIKE_ITEM, FERRY_ITEM),
        more=Link("All 3 events", "events/index.md"),
        made=Link("How this was made", "sources/index.md"),
        smaller=(SectionCard(Link("Background", "sections/background.md"), "", 0, 0, None),),
    )


def source() -> SourcePage:
    """Give a source's page with a paragraph of every fate."""
    return SourcePage(
        path=TIDE,
        title=mark(TIDE, 0).title,
        outlet="Tide Radio",
        origin="Sound Press Agency",
        author="By N. N. (night desk)",
        published=None,
        retrieved=date(2031, 6, 13),
        url="https://tide.example/news/strike?id=12&lang=en#top",
        file=TIDE,
        language="en",
        event=STRIKE,
        origin_why="the dateline credits it",
        originals=(Reprint(Link(mark(COURIER, 0).title, COURIER), "Orrin Courier", whole=True),),
        reprints=(Reprint(Link(mark(LANTERN, 0).title, LANTERN), "The Lantern", whole=False),),
        rows=(
            FateRow(
                "p0",
                excerpt(TIDE, 0, "PHOTO: A ferry at the quay. (Archive)"),
                "caption",
                "cut",
                "caption-photo",
                "a line that only describes a picture",
                None,
            ),
            FateRow("p1", UNION_SAYS, "text", "kept", "", "", ENTRY_UNION.section),
            FateRow("p2", HEBREW, "text", "kept", "", "", ENTRY_HEBREW.section),
            FateRow(
                "p3",
                excerpt(TIDE, 3, "Subscribe to our newsletter!"),
                "boilerplate",
                "cut",
                "subscribe",
                "an invitation to subscribe",
                None,
            ),
            FateRow(
                "p4",
                ABSENT_AGAIN,
                "text",
                "folded",
                "the same position of the same speaker on the same event",
                "the same position of the same speaker on the same event",
                ENTRY_ABSENT.section,
            ),
        ),
    )


def plain_source(page: str, *rows: tuple[Excerpt, Link | None]) -> SourcePage:
    """Give a source's page on which every paragraph is kept or folded."""
    told = mark(page, 0)
    return SourcePage(
        page,
        told.title,
        told.outlet,
        None,
        None,
        told.published,
        None,
        None,
        page,
        "en",
        None,
        tuple(
            FateRow(words.mark.anchor, words, "text", "kept" if entry else "cut", "", "", entry)
            for words, entry in rows
        ),
    )


def event(item: TimelineItem, *entries: Entry) -> EventPage:
    """Give an event's page."""
    return EventPage(
        item.link.page,
        item.link.text,
        item.place,
        item.day,
        evidence=tuple(entry.excerpt for entry in entries[:1]),
        sources=tuple(dict.fromkeys(entry.excerpt.mark for entry in entries)),
        entries=entries,
    )


def person(byline: Byline, *entries: Entry, forms: tuple[str, ...] = ()) -> PersonPage:
    """Give a speaker's page."""
    assert byline.page is not None
    return PersonPage(
        byline.page,
        byline.name,
        "person",
        (byline.name, *forms),
        byline.role,
        byline.side,
        tuple(Quote(entry, entry.day) for entry in entries),
    )


VOICE_HALE = Voice(
    Link("Oswin Hale", HALE),
    4,
    (Day(MAY_4, MAY_4, "stated"), Day(JUNE_12, JUNE_12, "stated")),
    (JUNE_12,),
)
VOICE_TARROW = Voice(Link("Ines Tarrow", TARROW), 1, (Day(MAY_3, MAY_3, "worked out"),))


def made() -> MadePage:
    """Give the page that says how it was made."""
    return MadePage(
        path="how-this-was-made.md",
        title="How this was made",
        counts=front().counts,
        sources=Link("Sources", "sources/index.md"),
        people=Link("People", "people/index.md"),
        timeline=Link("Timeline", "events/index.md"),
        statements=5,
        speakers=3,
        events=3,
        folded=(
            Reason("the same speaker on the same day, in other words", "", 1, ABSENT_TOO.mark),
            Reason("the same words", "", 1, ABSENT_AGAIN.mark),
        ),
        cut=(Reason("an invitation to subscribe", "subscribe", 7, mark(TIDE, 3)),),
        unknown=(
            Unknown("published", 1, 3, (Link(mark(TIDE, 0).title, TIDE),)),
            Unknown("voiceless", 4, 7, (ENTRY_BACKGROUND.section,)),
            Unknown("event", 0, 3),
        ),
        worked_out=(FERRY_ITEM,),
        overruled=(Overruling(12, "fold"), Overruling(13, "speaker"), Overruling(15, "fold")),
        idle=1,
    )


def site() -> Site:
    """Give the whole site."""
    pages = (
        front(),
        SectionPage(
            TALKS.page,
            TALKS.text,
            "Who comes to the talks, who stays away, and why.",
            (ENTRY_REGRET, ENTRY_ABSENT, ENTRY_BACKGROUND),
            brief=(Brief(REGRET, BY_HALE, None, ENTRY_REGRET.section),),
        ),
        SectionPage(
            DOCKS.page,
            DOCKS.text,
            "What the dockers and their union say.",
            (ENTRY_UNION, ENTRY_HEBREW),
        ),
        SectionPage("sections/background.md", "Background", "", ()),
        TimelinePage("events/index.md", "Timeline", (STRIKE_ITEM, FERRY_ITEM, UNDATED_ITEM)),
        PeoplePage(
            "people/index.md",
            "People",
            (
                PersonCard(Link("Oswin Hale", HALE), BY_HALE.role, BY_HALE.side, 3),
                PersonCard(Link("Ines Tarrow", TARROW), BY_TARROW.role, BY_TARROW.side, 1),
                PersonCard(Link("Dockers’ Union", UNION), None, BY_UNION.side, 1),
            ),
            voices=(VOICE_HALE, VOICE_TARROW),
        ),
        SourcesPage(
            "sources/index.md",
            "Sources",
            (
                SourceCard(
                    *(Link(mark(TIDE, 0).title, TIDE), "Tide Radio", None, 2, 1, 2),
                    origin="Sound Press Agency",
                    originals=source().originals,
                ),
                SourceCard(Link(mark(COURIER, 0).title, COURIER), "Orrin Courier", MAY_4, 1, 1, 1),
                SourceCard(Link(mark(LANTERN, 0).title, LANTERN), "The Lantern", MAY_3, 2, 0, 3),
            ),
            outlets=(
                OutletTold("The Lantern", (Share(TALKS, 1, 1),)),
                OutletTold("Orrin Courier", (Share(TALKS, 1, 1),)),
                OutletTold("Tide Radio", (Share(TALKS, 0, 1), Share(DOCKS, 2, 0))),
            ),
        ),
        event(FERRY_ITEM, ENTRY_ABSENT, ENTRY_REGRET),
        event(STRIKE_ITEM, ENTRY_UNION),
        event(UNDATED_ITEM),
        person(BY_TARROW, ENTRY_ABSENT, forms=("Inés Tarrow", "the harbour minister")),
        replace(person(BY_HALE, ENTRY_UNION, ENTRY_HEBREW, ENTRY_REGRET), voice=VOICE_HALE),
        person(BY_UNION, ENTRY_UNION),
        source(),
        plain_source(COURIER, (ABSENT_TOO, ENTRY_ABSENT.section), (REGRET, ENTRY_REGRET.section)),
        plain_source(
            LANTERN, (ABSENT, ENTRY_ABSENT.section), (BACKGROUND, ENTRY_BACKGROUND.section)
        ),
        made(),
    )
    nav = (
        Link("Velmouth and the Lantern League", "index.md"),
        TALKS,
        DOCKS,
        Link("Background", "sections/background.md"),
        Link("Timeline", "events/index.md"),
        Link("People", "people/index.md"),
        Link("Sources", "sources/index.md"),
        Link("How this was made", "how-this-was-made.md"),
    )
    return Site("Velmouth and the Lantern League", pages, nav)


def main() -> None:
    """Write the pages that `test_render` compares with."""
    golden = Path(__file__).parent / "cases" / "pages"
    shutil.rmtree(golden, ignore_errors=True)
    for path, text in render(site()).items():
        (golden / path).parent.mkdir(parents=True, exist_ok=True)
        (golden / path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
