"""The built site for readers without a mouse, without scripts, on paper, in other scripts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import built, served
from tests.browser.window import WIDTHS, keep, kinds, opened, overflow, resize

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REACHABLE = "a[href], summary, button, input, [tabindex='0']"
OPEN = "all => all.forEach(one => one.querySelector('summary').click())"
FEW_KEYS = 400  # more than any page of the sample has places to go to
KEYS_AT_ONCE = 20
# Asking after every key takes as long again as the key.
NOTE_FOCUS = """
    window.focused = [];
    document.addEventListener('focusin', event => {
        if (event.target.dataset.place) window.focused.push(event.target.dataset.place);
    });
"""

ODD = """\
---
title: {title}
outlet: Odd Post
published: 2031-03-05
language: {language}
---
{text}
"""
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
ARABIC = "قالت رئيسة البلدية إن الجسر مفتوح أمام الجميع منذ صباح الاثنين."


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve a digest of words as long as lines, and of a script from right to left."""
    folder = tmp_path_factory.mktemp("odd")
    sources = folder / "given"
    sources.mkdir()
    texts = {
        "long": ("en", LONG, f"The {LONG} is open, Mayor Ada {LONG} said on Monday."),
        "arabic": ("ar", ARABIC, ARABIC),
    }
    for name, (language, title, text) in texts.items():
        article = ODD.format(title=title, language=language, text=text)
        (sources / f"{name}.md").write_text(article, "utf-8")
    site = built(folder / "project", sources)
    with served(site) as address:
        yield site, address


def test_neither_long_words_nor_other_scripts_break_a_page(
    browser: Browser, odd: tuple[Path, str]
) -> None:
    site, address = odd
    too_wide = {}
    with opened(browser, address, "phone", "light") as (page, wrong):
        for width, (name, path) in product(WIDTHS, kinds(site).items()):
            resize(page, width)
            page.goto(address + path)
            keep(page, f"odd-{name}-{width}")
            too_wide[name, width] = overflow(page)
        assert wrong == []
    assert too_wide == dict.fromkeys(too_wide, 0)


def test_words_from_right_to_left_run_from_right_to_left(
    browser: Browser, odd: tuple[Path, str]
) -> None:
    site, address = odd
    path = next(
        path.parent.relative_to(site).as_posix()
        for path in sorted(site.glob("sources/arabic/index.html"))
    )
    with opened(browser, f"{address}{path}/", "phone", "light") as (page, _):
        excerpt = page.locator("[data-source][lang=ar]").first
        assert excerpt.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_every_link_of_a_page_is_reached_by_the_tab_key(
    browser: Browser, site: Path, address: str
) -> None:
    missed = {}
    with opened(browser, address, "desktop", "light") as (page, _):
        for name, path in kinds(site).items():
            if name == "front" or name.endswith("-one"):  # the others are lists of links
                page.goto(address + path)
                missed[name] = _not_reached(page)
    assert missed == {name: [] for name in missed}


def _not_reached(page: Page) -> list[str]:
    """Walk through a page by the Tab key; give what of its content was never in focus."""
    places = page.locator(f"article.md-content__inner :is({REACHABLE})")
    places.evaluate_all("all => all.forEach((place, at) => place.dataset.place = at)")
    wanted = set(
        places.evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.dataset.place)")
    )
    page.evaluate(NOTE_FOCUS)
    for _ in range(0, FEW_KEYS, KEYS_AT_ONCE):
        if wanted <= {*page.evaluate("window.focused")}:
            break
        for _ in range(KEYS_AT_ONCE):
            page.keyboard.down("Tab")  # held down, it goes on as if pressed again
    page.keyboard.up("Tab")
    wanted -= {*page.evaluate("window.focused")}
    return [places.nth(int(at)).evaluate("e => e.outerHTML") for at in sorted(wanted)]


def test_what_is_in_focus_can_be_seen(browser: Browser, site: Path, address: str) -> None:
    path = kinds(site)["sections-one"]
    with opened(browser, address + path, "desktop", "light") as (page, _):
        link = page.locator("article.md-content__inner a[href]").nth(1)
        page.keyboard.press("Tab")  # from now on the browser shows where the focus is
        link.focus()
        shown = link.evaluate(
            "e => { const s = getComputedStyle(e);"
            " return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"
        )
        assert shown


def test_everything_is_readable_without_scripts(browser: Browser, site: Path, address: str) -> None:
    hidden = {}
    with opened(browser, address, "phone", "light", scripts=False) as (page, wrong):
        for name, path in kinds(site).items():
            page.goto(address + path)
            keep(page, f"{name}-without-scripts")
            page.locator("details").evaluate_all(OPEN)
            hidden[name] = _hidden(page)
        assert wrong == []
    assert hidden == {name: [] for name in hidden}


def test_a_printed_page_is_a_clean_handout(browser: Browser, site: Path, address: str) -> None:
    path = kinds(site)["sections-one"]
    with opened(browser, address + path, "desktop", "light") as (page, _):
        page.emulate_media(media="print")
        keep(page, "section-printed")
        for furniture in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".headerlink"):
            shown = [each for each in page.locator(furniture).all() if each.is_visible()]
            assert (furniture, shown) == (furniture, [])
        assert _hidden(page) == []


def _hidden(page: Page) -> list[str]:
    """Give every text of a source that a page has and does not show."""
    hidden: list[str] = page.locator("[data-source]").evaluate_all(
        "all => all.filter(e => !e.checkVisibility()).map(e => e.innerText)"
    )
    return hidden
