"""MkDocs's `nav`: which pages stand in the navigation, and under which titles.

The order is `compose`'s; `plugin` hands it to MkDocs.
"""

from __future__ import annotations

import posixpath
from itertools import groupby
from typing import TYPE_CHECKING

from digest import escape

if TYPE_CHECKING:
    from digest.model import Link, Site

NavItem = str | dict[str, str] | dict[str, list["NavItem"]]


def navigation(site: Site, folder: str = "") -> list[NavItem]:
    """Give MkDocs's `nav` for the site: pages side by side in a folder stand together.

    A title is spelled only where it is not the page's own: MkDocs finds that itself. A site
    with a folder of its own is one item.
    """
    titles = {page.path: page.title for page in site.pages}
    items: list[NavItem] = []
    for shared, links in groupby(site.nav, _folder):
        pages: list[NavItem] = [
            folder + link.page
            if link.text == titles.get(link.page)
            else {str(escape.html(link.text)): folder + link.page}
            for link in links
        ]
        title = str(escape.html(posixpath.basename(shared).capitalize()))
        items += [{title: pages}] if shared else pages
    return [{str(escape.html(site.title)): items}] if folder else items


def _folder(link: Link) -> str:
    folder, name = posixpath.split(link.page)
    return "" if name == "index.md" else folder
