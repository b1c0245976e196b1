"""What a reader does with an entry: looks where it comes from, links to it, finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import built, served
from tests.browser.window import WIDTHS, keep, opened, overflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STORY = """\
---
title: The quay of Saltmere stays shut
outlet: {outlet}
published: {day}
url: https://{outlet}.example/story
---
Ines Tarrow, the mayor of Saltmere, said that the quay would stay closed until the autumn{more}.
"""
REPORTS = (
    ("lantern", "2031-05-02", ""),
    ("courier", "2031-05-03", ", and that the ferries would land at Dunwick meanwhile"),
)


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a digest of two reports of the same, of which the later one is shown."""
    folder = tmp_path_factory.mktemp("quay")
    sources = folder / "given"
    sources.mkdir()
    (sources / "digest.yml").write_text("title: Quay\nsections: [{id: all, title: All}]\n", "utf-8")
    for outlet, day, more in REPORTS:
        article = STORY.format(outlet=outlet, day=day, more=more)
        (sources / f"{outlet}.md").write_text(article, "utf-8")
    with served(built(folder / "project", sources)) as address:
        yield address


def card(page: Page) -> str:
    """Give what the open card says; nothing while none is open."""
    shown = page.locator(".digest-card:popover-open")
    return shown.inner_text() if shown.count() else ""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_source_mark_opens_a_card(
    browser: Browser, quay: str, width: str, *, scripts: bool
) -> None:
    with opened(browser, f"{quay}sections/all/", width, "light", scripts=scripts) as (page, wrong):
        mark = page.locator(".digest-entry > .digest-mark")
        mark.get_by_role("button").click()
        for told in ("The quay of Saltmere stays shut", "courier", "3 May 2031", "courier.example"):
            assert told in card(page)
        keep(page, f"card-{width}")
        assert overflow(page) == 0
        page.keyboard.press("Escape")
        assert card(page) == ""
        assert mark.get_by_role("link").first.get_attribute("href") == "../../sources/courier/#p0"
        assert wrong == []


def test_a_card_is_opened_and_walked_through_by_keyboard(browser: Browser, quay: str) -> None:
    with opened(browser, f"{quay}sections/all/", "desktop", "light") as (page, _):
        page.locator(".digest-entry > .digest-mark button").focus()
        page.keyboard.press("Enter")
        assert "courier" in card(page)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.digest-card') !== null")
        page.keyboard.press("Escape")
        assert card(page) == ""
        assert page.evaluate("document.activeElement.tagName") == "BUTTON"


def test_a_card_shows_while_the_mark_is_hovered_over(browser: Browser, quay: str) -> None:
    with opened(browser, f"{quay}sections/all/", "desktop", "light") as (page, _):
        if not page.evaluate("'interestForElement' in HTMLAnchorElement.prototype"):
            pytest.skip("this browser opens cards by their buttons only")
        page.locator(".digest-entry > .digest-mark a").first.hover()
        page.locator(".digest-card:popover-open").wait_for(timeout=10_000)
        page.keyboard.press("Escape")
        page.locator(".digest-card:popover-open").wait_for(state="detached", timeout=10_000)


def test_an_entry_tells_its_own_address(browser: Browser, quay: str) -> None:
    with opened(browser, f"{quay}sections/all/", "desktop", "light") as (page, _):
        link = page.get_by_role("link", name="Link to this entry: Ines Tarrow")
        assert link.get_attribute("href") == "#lantern-0"
        link.focus()
        assert link.evaluate("e => getComputedStyle(e).opacity") == "1"


@pytest.mark.parametrize("name", ["lantern-0", "courier-0"])
def test_every_address_an_entry_ever_had_leads_to_it(
    browser: Browser, quay: str, name: str
) -> None:
    with opened(browser, f"{quay}sections/all/#{name}", "phone", "light") as (page, _):
        assert page.locator(f"[id='{name}']").is_visible()
        assert page.locator(f".digest-entry:has([id='{name}']:target)").count() == 1


def test_a_search_leads_to_the_entry(browser: Browser, quay: str) -> None:
    with opened(browser, quay, "desktop", "light") as (page, wrong):
        page.keyboard.press("s")
        page.keyboard.type("Tarrow")
        found = page.locator(".md-search-result__link")
        found.first.wait_for(timeout=20_000)
        links = [link.get_attribute("href") or "" for link in found.all()]
        assert any("sections/all/" in link and link.endswith("#lantern-0") for link in links)
        # Neither what is folded nor what is repeated is found twice, nor a source's page.
        assert not any("sources/courier" in link or "sources/lantern" in link for link in links)
        assert wrong == []


def test_the_mark_of_an_entry_copies_its_address(browser: Browser, quay: str) -> None:
    with opened(browser, f"{quay}sections/all/", "desktop", "light") as (page, wrong):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        mark = page.locator('.digest-mark a[href^="#"]').first
        mark.focus()
        page.keyboard.press("Enter")
        page.get_by_text("Link copied").wait_for(timeout=10_000)
        address = page.evaluate("navigator.clipboard.readText()")
        assert address == page.url
        assert address.startswith(f"{quay}sections/all/#")
        assert wrong == []
