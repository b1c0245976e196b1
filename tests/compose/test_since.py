"""What the newest articles changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from digest.compose import compose
from digest.model import FrontPage
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Article, Changes

BUILT = "The East Quay was built in 1904 and has berths for exactly 31 fishing boats."
LONE = "Nobody knows who painted the shed at the head of the pier."
NEWS = "Oswin Hale said on Monday that his union would sail to the capital in protest."
ONE, TWO = date(2031, 5, 2), date(2031, 5, 6)


def changed(*articles: Article) -> Changes | None:
    (page,) = (p for p in compose(understood(articles)).pages if isinstance(p, FrontPage))
    return page.changes


def test_new_entries_and_old_ones_told_again() -> None:
    found = changed(
        article("old", f"{BUILT}\n\n{LONE}", published=ONE, outlet="The Lantern"),
        article("new", f"{NEWS}\n\n{BUILT}", published=TWO, outlet="The Courier"),
    )
    assert found is not None
    assert (found.since, found.new, found.confirmed) == (ONE, 1, 1)
    assert {(change.who, change.is_new) for change in found.shown} == {
        ("Oswin Hale", True),
        ("The Courier", False),
    }


@pytest.mark.parametrize("days", [(ONE, ONE), (ONE, None), (None, None)])
def test_one_batch_or_no_day_before_tells_no_change(days: tuple[date | None, date | None]) -> None:
    first, second = days
    assert (
        changed(article("a", BUILT, published=first), article("b", LONE, published=second)) is None
    )


def test_the_day_of_retrieval_counts_before_that_of_publication() -> None:
    late = replace(article("late", LONE, published=ONE), retrieved=TWO)
    found = changed(article("a", BUILT, published=ONE), late)
    assert found is not None
    assert (found.since, found.new) == (ONE, 1)


def test_a_large_batch_shows_five_and_counts_all() -> None:
    news = [
        article(f"n{n}", f"Speaker Anna Name{'abcdefgh'[n]} said that pier {n} of {n + 7} is shut.",
                published=TWO, outlet=f"Outlet {n}")
        for n in range(8)
    ]  # fmt: skip
    found = changed(article("old", BUILT, published=ONE), *news)
    assert found is not None
    assert found.new == 8
    assert len(found.shown) == 5
