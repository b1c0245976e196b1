"""Where entries stand, and that they stay there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.compose import compose
from digest.compose.addresses import HEAVIEST, MOST, addresses, anchor
from digest.config import SectionSetting, Settings
from digest.model import Copy, EventPage, Family, SectionPage, SourcePage
from digest.render import render
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Digest, Entry, Site

ONE = Settings(file="digest.yml", title="The quay", sections=(SectionSetting("all", "All"),))
FIRST = date(2031, 5, 2)
TOLD = "Ines Tarrow said that the quay would stay closed until the autumn"


def entries(made: Site) -> list[tuple[str, Entry]]:
    """Give every entry with the page where it stands."""
    return [(p.path, e) for p in made.pages if isinstance(p, SectionPage) for e in p.entries]


# ------------------------------------------------------------------ anchors


@given(st.lists(st.text(max_size=8), unique=True), st.integers(0, 99))
def test_no_two_paragraphs_have_one_anchor(ids: list[str], number: int) -> None:
    anchors = [anchor(f"{name}:{number}") for name in ids]
    assert len(set(anchors)) == len(ids)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("2031-05-02-lantern:3", "2031-05-02-lantern-3"),
        ("a:12", "a-12"),
        ("a-1:2", "a-1-2"),
    ],
)
def test_a_name_that_can_be_an_anchor_is_one(paragraph: str, expected: str) -> None:
    assert anchor(paragraph) == expected


@pytest.mark.parametrize("name", ["Lantern", "2031/lantern", "новость", "x" * 90, ""])
def test_what_a_name_loses_is_made_up_for(name: str) -> None:
    assert anchor(f"{name}:1") not in {anchor(f"{name.lower()} :1"), anchor(f"{name}-:1")}
    assert anchor(f"{name}:1").isascii()


def test_an_entry_is_called_after_its_first_report_whoever_keeps() -> None:
    made = compose(
        understood(
            [
                article("b", f"{TOLD}.", published=FIRST),
                article("a", f"{TOLD}, and that it rained.", published=FIRST + timedelta(1)),
            ],
            ONE,
        )
    )
    ((page, entry),) = entries(made)
    assert entry.excerpt.paragraph == "a:0"
    assert (entry.anchor, entry.reported, page) == ("b-0", FIRST, "sections/all.md")
    assert entry.own_anchor == "a-0"
    assert [copy.anchor for copy in entry.copies] == [""]


def test_every_member_is_found_by_its_own_name() -> None:
    texts = [TOLD + end for end in (".", ", and that it rained.", ", and that it rained a lot.")]
    digest = understood(
        [article(name, text, published=FIRST) for name, text in zip("cba", texts, strict=True)], ONE
    )
    made = compose(digest)
    ((page, entry),) = entries(made)
    assert entry.anchor == "a-0"
    text = render(made)[page]
    assert all(text.count(f'id="{name}-0"') == 1 for name in "bc")
    assert text.count("{ #a-0 }") == 1
    targets = [r.entry for p in made.pages if isinstance(p, SourcePage) for r in p.rows]
    assert sorted(t.anchor for t in targets if t) == ["a-0", "b-0", "c-0"]


WORDS = st.sampled_from(
    [
        f"{TOLD}.",
        f"{TOLD}, and that it rained.",
        "Oswin Hale said on Monday that his union would sail to the capital in protest.",
        "The East Quay was built in 1904 and has berths for exactly 31 fishing boats.",
        "Nobody knows who painted the shed at the head of the quay.",
    ]
)
BODIES = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)


def story(bodies: list[list[str]], names: str) -> list[tuple[str, str, date]]:
    return [
        (names[number], "\n\n".join(body), FIRST + timedelta(number))
        for number, body in enumerate(bodies)
    ]


def read(told: list[tuple[str, str, date]]) -> Digest:
    return understood([article(n, body, published=day) for n, body, day in told], ONE)


def by_member(digest: Digest) -> dict[str, str]:
    """Give the anchor of the entry that shows each paragraph."""
    found = addresses(digest).families
    return {member: found[f.id].anchor for f in digest.families for member in f.members}


@given(BODIES, st.lists(WORDS, min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_a_later_article_changes_no_address(bodies: list[list[str]], later: list[str]) -> None:
    before = story(bodies, "xyz")
    old = read(before)
    # Its name would come first, if names decided.
    new = read([*before, ("a", "\n\n".join(later), FIRST + timedelta(9))])
    assert {f.members for f in old.families} <= {
        tuple(m for m in f.members if not m.startswith("a:")) for f in new.families
    } | {f.members for f in old.families}
    for member, name in by_member(old).items():
        families = {m: {*f.members} for f in new.families for m in f.members}
        home = next(f for f in old.families if member in f.members)
        if {*home.members} <= families[member]:
            assert by_member(new)[member] == name
    named = {name for _, e in entries(compose(new)) for name in names_of(e)}
    assert {name for _, e in entries(compose(old)) for name in names_of(e)} <= named


def names_of(entry: Entry) -> set[str]:
    """Give every anchor that leads to an entry or into it."""
    return {entry.anchor, entry.own_anchor, *(copy.anchor for copy in entry.copies)} - {""}


@given(BODIES)
@settings(max_examples=30, deadline=None)
def test_another_keeper_changes_no_address(bodies: list[list[str]]) -> None:
    digest = read(story(bodies, "cba"))
    turned = replace(digest, families=tuple(map(_turned, digest.families)))
    assert by_member(turned) == by_member(digest)
    assert addresses(turned) == addresses(digest)


def _turned(family: Family) -> Family:
    """Let the last member be the keeper, under the family's old id."""
    *rest, keeper = family.members
    return replace(family, keeper=keeper, copies=tuple(Copy(name, "why", 1.0) for name in rest))


# ------------------------------------------------------------------ pages


def months(*days: tuple[date, int], length: int = 40) -> list[tuple[str, str, date]]:
    """Give an article a day, with so many paragraphs that have nothing in common."""
    return [
        (
            f"n{day}",
            "\n\n".join(
                f"The {day:%j}{number} gulls sat on pole {number}{day:%m%y} {'o' * length}."
                for number in range(count)
            ),
            day,
        )
        for day, count in days
    ]


JAN, FEB, MAR = date(2031, 1, 15), date(2031, 2, 15), date(2031, 3, 15)


def layout(told: list[tuple[str, str, date]]) -> dict[str, int]:
    digest = read(told)
    alone = replace(
        digest,
        families=tuple(
            Family(p.id.replace(":", "-"), p.id)
            for p in digest.paragraphs
            if p.id in {label.paragraph for label in digest.labels if label.kind == "text"}
        ),
    )
    section = replace(alone.sections[0], families=tuple(f.id for f in alone.families))
    return {
        part.path: len(part.families)
        for part in addresses(replace(alone, sections=(section,))).parts["all"]
    }


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], {"sections/all.md": 0}),
        ([(JAN, 3), (MAR, 2)], {"sections/all.md": 5}),
        ([(JAN, 30), (FEB, 20), (MAR, 20)], {"sections/all.md": 40, "sections/all/2031-01.md": 30}),
        ([(JAN, 70)], {"sections/all.md": 20, "sections/all/2031-01.md": 50}),
        (
            [(JAN, 60), (MAR, 45)],
            {
                "sections/all.md": 45,
                "sections/all/2031-01-2.md": 10,
                "sections/all/2031-01.md": 50,
            },
        ),
    ],
)
def test_older_months_have_pages_of_their_own(
    days: list[tuple[date, int]], expected: dict[str, int]
) -> None:
    assert layout(months(*days, length=1)) == expected


def test_long_texts_make_shorter_pages() -> None:
    length = 2_000
    counts = [*layout(months((JAN, 40), length=length)).values()]
    assert sum(counts) == 40
    assert max(counts) * length < HEAVIEST
    assert max(counts) < MOST


def test_what_has_no_day_stands_last() -> None:
    told = months((JAN, 45), (FEB, 10), length=1)
    digest = understood(
        [
            article(n, body, published=None if day == JAN else day, title="T")
            for n, body, day in told
        ],
        ONE,
    )
    *_, last = addresses(digest).parts["all"]
    assert (last.path, last.month) == ("sections/all/undated.md", None)


def test_every_page_says_where_the_others_are() -> None:
    made = compose(read(months((JAN, 30), (FEB, 30), length=1)))
    pages = [page for page in made.pages if isinstance(page, SectionPage)]
    assert [page.path for page in pages] == ["sections/all.md", "sections/all/2031-01.md"]
    texts = render(made)
    newest = "Newest (30) · Earlier: [January 2031](all/2031-01.md) (30)"
    assert newest in texts["sections/all.md"]
    older = "[Newest](../all.md) (30) · Earlier: January 2031 (30)"
    assert older in texts["sections/all/2031-01.md"]
    assert "# All&#58; January 2031 { #page }" in texts["sections/all/2031-01.md"]
    for path, entry in entries(made):
        assert entry.section.page == path
    assert all(link.page != pages[1].path for link in made.nav)


def test_an_event_of_headlines_and_its_openings_know_each_other() -> None:
    told = (
        "The old bell of the fish market fell from its tower into the harbour at dawn.\n\n"
        "Nobody was hurt, and the market opened an hour late."
    )
    digest = understood(
        [
            article("a", told, title="Bell of the fish market falls into the harbour"),
            article("b", told.replace("dawn", "sunrise"), title="Fish market's bell falls"),
        ],
        ONE,
    )
    made = compose(digest)
    events = [page for page in made.pages if isinstance(page, EventPage) and page.entries]
    assert events
    for page in events:
        for entry in page.entries:
            assert page.path in {link.page for link in entry.events}
