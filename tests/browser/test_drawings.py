"""The drawings of the built site: labels apart, colours that can be told from the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.window import SCHEMES, WIDTHS, kinds, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

GRAPHICS = 3  # WCAG 1.4.11
SHAPES = ("digest-dot", "digest-ring", "digest-bar-open", "digest-axis")
SMALLEST = 12  # pixels of a letter's size

# Of every drawing on a page: the boxes of its labels, and the size of their letters.
LABELS = """
    all => all.map(svg => [...svg.querySelectorAll('text')].map(text => {
        const box = text.getBoundingClientRect();
        return [box.left, box.right, parseFloat(getComputedStyle(text).fontSize)];
    }))
"""
# The brightness of a colour as WCAG reckons it, of what is drawn and of what is behind it.
BRIGHTNESS = """
    all => all.map(shape => [getComputedStyle(shape).stroke,
                             getComputedStyle(document.body).backgroundColor].map(colour => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255);
        const [r, g, b] = parts.map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }))
"""


def having(site: Path, *marks: str) -> list[str]:
    """Give the addresses of the kinds of pages with one of some marks in their source."""
    texts = {path: (site / path / "index.html").read_text("utf-8") for path in kinds(site).values()}
    return [path for path, text in texts.items() if any(mark in text for mark in marks)]


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_stand_apart_within_the_page(
    browser: Browser, site: Path, address: str, width: str
) -> None:
    drawn = 0
    with opened(browser, address, width, "light") as (page, _):
        for path in having(site, "digest-drawing"):
            page.goto(address + path)
            for labels in page.locator(".digest-drawing svg").evaluate_all(LABELS):
                drawn += len(labels)
                assert all(size >= SMALLEST for *_, size in labels)
                ends = [0.0, *(right for _, right, _ in labels)]
                starts = [*(left for left, *_ in labels), WIDTHS[width]]
                assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert drawn


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_drawn_can_be_told_from_the_ground(
    browser: Browser, site: Path, address: str, scheme: str
) -> None:
    shapes = f":is({', '.join(f'.{name}' for name in SHAPES)})"
    drawn = 0
    with opened(browser, address, "phone", scheme) as (page, _):
        for path in having(site, *SHAPES):
            page.goto(address + path)
            for pair in page.locator(shapes).evaluate_all(BRIGHTNESS):
                drawn += 1
                darker, brighter = sorted(pair)
                assert (brighter + 0.05) / (darker + 0.05) >= GRAPHICS
    assert drawn
