"""Pages of the made-up story as text: all of them, or one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import SectionPage, Site
from digest.render import render
from tests import samples

if TYPE_CHECKING:
    from digest.model import Entry, Page

PAGES = render(samples.site())


def shown(page: Page) -> str:
    """Give a page that is the only one of its site."""
    return render(Site("", (page,), ()))[page.path]


def section(*entries: Entry) -> str:
    """Give the page of a section with these entries."""
    return shown(SectionPage(samples.TALKS.page, "", "", entries))
