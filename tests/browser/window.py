"""A browser's window on a page of a built site, and what should not be seen through it.

`DIGEST_SCREENSHOTS=some/folder` keeps a picture of each page that is opened by name.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

WIDTHS = {"phone": 390, "desktop": 1280}
HEIGHT = 900
SCHEMES = ("light", "dark")

# Set before the page's own scripts run: shifts that nobody's click or key causes.
_WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) window.shifts.push(entry.value);
    })).observe({type: "layout-shift", buffered: true});
"""


def kinds(site: Path) -> dict[str, str]:
    """Give the address of one page of each kind, below the site's own, by the kind's name.

    That is every page of the top, every folder's index and each folder's heaviest leaf.
    """
    found = {"front": ""}
    for index in sorted(site.glob("*/index.html")):
        found[index.parent.name] = f"{index.parent.name}/"
    for folder in sorted({leaf.parent.parent for leaf in site.glob("*/*/index.html")}):
        heaviest = max(folder.glob("*/index.html"), key=lambda leaf: (leaf.stat().st_size, leaf))
        found[f"{folder.name}-one"] = f"{folder.name}/{heaviest.parent.name}/"
    return found


@contextmanager
def opened(
    browser: Browser, address: str, width: str, scheme: str, *, scripts: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page in the window that all share; give it with everything that should not be."""
    page = _window(browser, scripts=scripts)
    try:
        with _watched(page, address) as wrong:
            _visit(page, address, width, scheme)
            yield page, wrong
    finally:
        _forget(page)


@contextmanager
def first_opened(
    browser: Browser, address: str, width: str, scheme: str
) -> Iterator[tuple[Page, list[str]]]:
    """Do the same in a new window, as who has never been here: nothing is loaded yet."""
    page = _new_window(browser, scripts=True)
    try:
        with _watched(page, address) as wrong:
            _visit(page, address, width, scheme)
            yield page, wrong
    finally:
        page.context.close()


def _visit(page: Page, address: str, width: str, scheme: str) -> None:
    resize(page, width)
    colour(page, scheme)
    page.goto(address)


@contextmanager
def _watched(page: Page, address: str) -> Iterator[list[str]]:
    """Give everything about the pages of a window that should not be, as it comes."""
    wrong: list[str] = []
    watches = _watches(address, wrong)
    for event, watch in watches.items():
        page.on(event, watch)  # type: ignore[call-overload]
    try:
        yield wrong
    finally:
        for event, watch in watches.items():
            page.remove_listener(event, watch)


def _new_window(browser: Browser, *, scripts: bool) -> Page:
    page = browser.new_context(java_script_enabled=scripts).new_page()
    if scripts:
        page.add_init_script(_WATCH_SHIFTS)
    return page


_window = cache(_new_window)  # opening one takes longer than most of what is done in it


def _watches(address: str, wrong: list[str]) -> dict[str, Callable[[Any], None]]:
    """Give what notes everything that should not be, by the event that it waits for."""
    host = address[: address.index("/", len("http://")) + 1]

    def complained(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((host, "data:")):
            wrong.append(request.url)

    def answered(response: Response) -> None:
        if response.status >= 400:
            wrong.append(f"{response.status} {response.url}")

    return {
        "console": complained,
        "pageerror": lambda error: wrong.append(str(error)),
        "request": asked,
        "response": answered,
    }


def _forget(page: Page) -> None:
    """Leave nothing of what was done in a window to whoever uses it next."""
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.context.clear_cookies()
    page.context.clear_permissions()
    page.emulate_media(media="null")
    page.mouse.move(0, 0)
    page.goto("about:blank")  # else the same address would not be opened anew


def resize(page: Page, width: str) -> None:
    """Make the window of an open page as wide as another one."""
    page.set_viewport_size({"width": WIDTHS[width], "height": HEIGHT})


def colour(page: Page, scheme: str) -> None:
    """Let whoever looks at an open page prefer the light or the dark."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def keep(page: Page, name: str) -> None:
    """Keep a picture of the whole page, if somebody wants pictures."""
    folder = os.environ.get("DIGEST_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def overflow(page: Page) -> int:
    """Give by how many pixels a page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(0, wide)
