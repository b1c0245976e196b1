"""The built site in Chromium: both colour schemes, desktop and phone."""

from __future__ import annotations

import os
from itertools import product
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from digest import pipeline
from tests.browser.window import SCHEMES, WIDTHS, first_opened, keep, kinds, opened, overflow
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SHIFT = 0.01  # a tenth of what is held good: https://web.dev/articles/cls
HEAVIEST = 60_000  # bytes of a section's page
# What depends on the width does not on the colours. So two windows show nearly all that four do, in
# half the time; CI has the time.
WINDOWS = [*zip(WIDTHS, SCHEMES, strict=True)]
if os.environ.get("CI") == "true":
    WINDOWS = [*product(WIDTHS, SCHEMES)]
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_every_kind_of_page_is_sound(
    browser: Browser, site: Path, address: str, width: str, scheme: str
) -> None:
    found = {}
    with first_opened(browser, address, width, scheme) as (page, wrong):
        for name, path in kinds(site).items():
            page.goto(address + path)
            keep(page, f"{name}-{width}-{scheme}")
            found[name] = [*_complaints(page, scheme), *wrong]
            wrong.clear()
    assert {name: complaints for name, complaints in found.items() if complaints} == {}


def test_a_section_is_light(site: Path) -> None:
    sizes = {file: file.stat().st_size for file in site.glob("sections/*/index.html")}
    assert sizes
    assert {file: size for file, size in sizes.items() if size > HEAVIEST} == {}


def _complaints(page: Page, scheme: str) -> Iterator[str]:
    """Say what is wrong with a page."""
    yield from _violations(page)
    if overflow(page):
        yield f"{overflow(page)} px too wide"
    shift = sum(page.evaluate("window.shifts"))
    if shift > SHIFT:
        yield f"the layout shifts by {shift}"
    if page.locator("h1").count() != 1:
        yield "not one title"
    if _is_light(page) != (scheme == "light"):
        yield f"not {scheme}"


def _violations(page: Page) -> list[str]:
    """Give every violation of WCAG 2.2 AA that axe finds."""
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(page, options=WCAG).response["violations"]
        for node in violation["nodes"]
    ]


def _is_light(page: Page) -> bool:
    light: bool = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g)"
        ".slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 382"
    )
    return light


@pytest.mark.parametrize("width", WIDTHS)
def test_every_folded_text_opens_in_place(browser: Browser, address: str, width: str) -> None:
    digest = pipeline.read(ROOT / "sources")
    opening = 0
    with opened(browser, address, width, "light") as (page, wrong):
        for section in digest.sections:
            page.goto(f"{address}sections/{section.id}/")
            closed = page.locator("details.digest-also")
            opening += closed.count()
            for number in range(closed.count()):
                closed.nth(number).locator("summary").first.click()
                assert closed.nth(number).locator("[data-source]").first.is_visible()
            keep(page, f"section-{section.id}-{width}-opened")
            assert (overflow(page), wrong) == (0, [])
    assert opening == sum(bool(family.copies) for family in digest.families)


def test_the_search_finds_a_speaker(browser: Browser, address: str) -> None:
    with opened(browser, address, "desktop", "light") as (page, wrong):
        page.keyboard.press("s")
        page.keyboard.type("Zakharova")
        try:
            page.locator(".md-search-result__link").first.wait_for(timeout=10_000)
        except Error:
            pytest.fail("the search found nothing")
        keep(page, "search-desktop")
        assert wrong == []
