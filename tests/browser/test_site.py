"""The built site in Chromium: both colour schemes, desktop and phone.

`DIGEST_SCREENSHOTS=some/folder` keeps a picture of each page that is opened here.
"""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, sync_playwright

from digest import pipeline
from tests.conftest import ROOT, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
WIDTHS = {"phone": 390, "desktop": 1280}
PAGES = {
    "front": "",
    "section": "sections/armenian-positions/",
    "source": "sources/2023-11-23-rferl-safarian/",
    "people": "people/",
    "timeline": "events/",
    "person": "people/nikol-pashinyan/",
    "sources": "sources/",
    "made": "how-this-was-made/",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium; without one, CI fails and everybody else goes on."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        reason = "there is no chromium on the PATH"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield running
        running.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the repository's own site, serve it, and give its address."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("sources", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    project = Project(folder)
    done = project.mkdocs("build", "--strict", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    handler = partial(_Silent, directory=str(project.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def opened(
    browser: Browser, address: str, width: int, scheme: str
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page; give it with everything about it that should not be."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    wrong: list[str] = []
    page = context.new_page()
    host = address[: address.index("/", len("http://")) + 1]
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((host, "data:")) else wrong.append(r.url))
    page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    try:
        page.goto(address, wait_until="networkidle")
        yield page, wrong
    finally:
        context.close()


def keep(page: Page, name: str) -> None:
    folder = os.environ.get("DIGEST_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_and_asks_nobody_else(
    browser: Browser, address: str, name: str, width: str, scheme: str
) -> None:
    with opened(browser, address + PAGES[name], WIDTHS[width], scheme) as (page, wrong):
        keep(page, f"{name}-{width}-{scheme}")
        assert wrong == []
        assert page.locator("h1").count() == 1
        assert page.locator("h1").inner_text().strip("¶ \n")
        if name in {"front", "section"}:
            assert page.locator("h2").count() >= 1
            assert page.locator("[data-source]").count() >= 1
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
        light = page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g)"
            ".slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 382"
        )
        assert light == (scheme == "light")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_folded_text_opens_in_place(browser: Browser, address: str, width: str) -> None:
    digest = pipeline.read(ROOT / "sources")
    opening = 0
    for section in digest.sections:
        page_address = f"{address}sections/{section.id}/"
        with opened(browser, page_address, WIDTHS[width], "light") as (page, wrong):
            closed = page.locator("details.digest-also")
            opening += closed.count()
            for number in range(closed.count()):
                closed.nth(number).locator("summary").click()
                assert closed.nth(number).locator("[data-source]").first.is_visible()
            keep(page, f"section-{section.id}-{width}-opened")
            assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
            assert wrong == []
    assert opening == sum(bool(family.copies) for family in digest.families)


def test_the_search_finds_a_speaker(browser: Browser, address: str) -> None:
    with opened(browser, address, WIDTHS["desktop"], "light") as (page, wrong):
        page.keyboard.press("s")
        page.keyboard.type("Zakharova")
        try:
            page.locator(".md-search-result__link").first.wait_for(timeout=10_000)
        except Error:
            pytest.fail("the search found nothing")
        keep(page, "search-desktop")
        assert wrong == []
