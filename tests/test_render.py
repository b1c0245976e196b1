"""Every page of a site as text, as it was read and approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from digest.render import navigation, render
from tests import samples
from tests.building import build
from tests.conftest import ROOT
from tests.render.shown import PAGES

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "cases" / "pages"


@pytest.mark.parametrize("path", PAGES)
def test_pages_stand_as_they_were_read(path: str) -> None:
    """After a change that is meant: `python -m tests.samples`, then read the difference."""
    assert PAGES[path] == (GOLDEN / path).read_text("utf-8")


def test_no_page_is_kept_that_is_not_made() -> None:
    assert {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.md")} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_front_matter_says_what_mkdocs_and_write_need(path: str) -> None:
    front = yaml.safe_load(PAGES[path].split("---\n")[1])
    assert front["title"]
    assert front["digest-page"] == path
    is_source = path.startswith("sources/") and path != "sources/index.md"
    is_found = not is_source and path != "how-this-was-made.md"
    assert front.get("search") == (None if is_found else {"exclude": True})


def test_the_site_builds_strictly(tmp_path: Path) -> None:
    """Every link leads to a page, and every anchor is there: MkDocs looks."""
    site = build(samples.site(), tmp_path, nav=navigation(samples.site()))
    assert (site / "index.html").exists()


def test_a_page_reads_the_same_twice() -> None:
    assert render(samples.site()) == PAGES
