"""The drawings of the built site: labels apart, colours that can be told from the ground."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.browser.window import SCHEMES, WIDTHS, colour, kinds, opened, resize

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


def test_labels_stand_apart_within_the_page(browser: Browser, site: Path, address: str) -> None:
    drawn = dict.fromkeys(WIDTHS, 0)
    with opened(browser, address, "phone", "light") as (page, _):
        for path, width in product(having(site, "digest-drawing"), WIDTHS):
            if page.url != address + path:
                page.goto(address + path)
            resize(page, width)
            for labels in page.locator(".digest-drawing svg").evaluate_all(LABELS):
                drawn[width] += len(labels)
                assert all(size >= SMALLEST for *_, size in labels)
                ends = [0.0, *(right for _, right, _ in labels)]
                starts = [*(left for left, *_ in labels), WIDTHS[width]]
                assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(drawn.values())


def test_what_is_drawn_can_be_told_from_the_ground(
    browser: Browser, site: Path, address: str
) -> None:
    shapes = f":is({', '.join(f'.{name}' for name in SHAPES)})"
    drawn = dict.fromkeys(SCHEMES, 0)
    with opened(browser, address, "phone", "light") as (page, _):
        for scheme, path in product(SCHEMES, having(site, *SHAPES)):
            colour(page, scheme)
            page.goto(address + path)
            for shape, ground in page.locator(shapes).evaluate_all(BRIGHTNESS):
                drawn[scheme] += 1
                assert (ground > shape) == (scheme == "light")
                darker, brighter = sorted((shape, ground))
                assert (brighter + 0.05) / (darker + 0.05) >= GRAPHICS
    assert all(drawn.values())
