"""What weighs more: what several origins tell, the newest, the most central."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from digest.compose import compose
from digest.compose.weight import Weight, repeats, words
from digest.compose.written import Written
from digest.index import index
from digest.model import SectionPage
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Article, Entry

CLOSED = "The harbour board of Orrin closed the quay after a survey of its wooden piles."
RAIN = "Rain fell upon Velmouth and every garden there was green again."
OLD, NEW = date(2031, 5, 1), date(2031, 5, 10)


def weighed(*articles: Article) -> tuple[Weight, dict[str, Entry]]:
    digest = understood(articles)
    entries = {
        entry.excerpt.paragraph: entry
        for page in compose(digest).pages
        if isinstance(page, SectionPage)
        for entry in page.entries
    }
    return Weight(index(digest), Written(digest)), entries


def test_the_newest_weighs_most_and_the_undated_counts_as_the_oldest() -> None:
    weight, entries = weighed(
        article("new", CLOSED, published=NEW, outlet="A"),
        article("old", RAIN, published=OLD, outlet="B"),
        article("none", "Nobody knows who painted the shed.", published=None, outlet="C"),
    )
    newness = {name: weight.newness(entry) for name, entry in entries.items()}
    assert newness["new:0"] == 1
    assert newness["new:0"] > newness["old:0"] == newness["none:0"] > 0


def test_what_stands_further_up_weighs_more() -> None:
    weight, entries = weighed(article("one", f"{CLOSED}\n\n{RAIN}"))
    assert weight.prominence(entries["one:0"]) == 1 > weight.prominence(entries["one:1"])
    assert (weight.place(entries["one:0"]), weight.place(entries["one:1"])) == (0, 1)


def test_what_other_origins_tell_is_central() -> None:
    told = "The quay in Orrin stays closed, for a survey of its wooden piles was a shock."
    weight, entries = weighed(
        article("one", f"{CLOSED}\n\n{RAIN}", outlet="A"), article("two", told, outlet="B")
    )
    central = weight.centrality(CLOSED, "one:0")
    aside = weight.centrality(RAIN, "one:1")
    assert 1 >= central > aside >= 0
    assert weight.matters(entries["one:0"])
    assert not weight.matters(entries["one:1"])


def test_an_agency_is_no_other_origin_of_its_own_text() -> None:
    printed = f"{CLOSED}\n\nSource: Sound Press"
    weight, _ = weighed(
        article("one", printed, outlet="A"),
        article("two", printed, outlet="B"),
        article("three", RAIN, outlet="C"),
    )
    assert weight.centrality(CLOSED, "one:0") == 0


def test_one_origin_has_no_other_to_agree_with() -> None:
    weight, _ = weighed(article("one", f"{CLOSED}\n\n{RAIN}"))
    assert weight.centrality(CLOSED, "one:0") == pytest.approx(1)
    assert weight.centrality("", "one:0") == 0


def test_repeats() -> None:
    assert repeats(words(CLOSED), words(f"{CLOSED} And more."))
    assert not repeats(words(RAIN), words(CLOSED))
