"""Spells out pages: each page of a site as Markdown with front matter.

What stands on a page, and in which order, `compose` has decided; writing files is
`write`'s business. Nothing here touches a disk but the package's own templates.

Escaping is the default: a template that prints a string prints it escaped. Only what
is marked as :class:`digest.escape.Markdown` passes as it is, and only the rooms of this
package and `digest.escape` make it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.model import (
    DigestsPage,
    EventPage,
    FrontPage,
    MadePage,
    OutletPage,
    OutletsPage,
    PeoplePage,
    PersonPage,
    SectionPage,
    SourcePage,
    SourcesPage,
    TimelinePage,
)
from digest.render.days import when
from digest.render.environment import environment
from digest.render.here import Cards, Here
from digest.render.nav import NavItem, navigation
from digest.render.pages import about

if TYPE_CHECKING:
    from digest.model import Page, Site

__all__ = ["NavItem", "navigation", "render", "when"]

_TEMPLATES = {
    FrontPage: "front.md.j2",
    SectionPage: "section.md.j2",
    EventPage: "event.md.j2",
    PersonPage: "person.md.j2",
    SourcePage: "source.md.j2",
    TimelinePage: "timeline.md.j2",
    PeoplePage: "people.md.j2",
    SourcesPage: "sources.md.j2",
    OutletPage: "outlet.md.j2",
    OutletsPage: "outlets.md.j2",
    MadePage: "made.md.j2",
    DigestsPage: "digests.md.j2",
}

_GAP = re.compile(r" *\n(?: *\n)+")


def render(site: Site, folder: str = "") -> dict[str, str]:
    """Give every page of the site as text, by its path below `docs/`.

    Args:
        site: the pages; the ways between them do not change with the folder.
        folder: where they all stand, such as `ferries/`.
    """
    return {folder + page.path: _page(page, folder + page.path) for page in site.pages}


def _page(page: Page, path: str) -> str:
    template = environment().get_template(_TEMPLATES[type(page)])
    here = Here(page.path, Cards())
    text = template.render(page=page, path=path, about=about(page), here=here)
    # No text on a page has a line break of its own: the gaps are the templates'.
    return _GAP.sub("\n\n", text).strip() + "\n"
