"""A browser's window on a page of a built site, and what should not be seen through it.

`DIGEST_SCREENSHOTS=some/folder` keeps a picture of each page that is opened by name.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

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
    """Open a page; give it with everything about it that should not be."""
    context = browser.new_context(
        viewport={"width": WIDTHS[width], "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    wrong: list[str] = []
    page = context.new_page()
    if scripts:
        page.add_init_script(_WATCH_SHIFTS)
    host = address[: address.index("/", len("http://")) + 1]
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((host, "data:")) else wrong.append(r.url))
    page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    try:
        page.goto(address)
        yield page, wrong
    finally:
        context.close()


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
