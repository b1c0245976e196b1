"""Ways from the page being made to a place of the site or of the web.

What is said of the place beside its name is the part of `marks`, `speakers` and `entries`.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest import escape
from digest.escape import Markdown
from digest.render.words import named, printed

if TYPE_CHECKING:
    from digest.model import FrontPage, Link, Mark, SectionPage
    from digest.render.here import Here

_WAYS = 1 << 12  # from a folder to a page that are remembered: an entry has ten, each stands often

_ANCHOR = re.compile(r"[a-z0-9][a-z0-9_.-]*", re.IGNORECASE)


def address(here: Here, target: Link | Mark) -> Markdown:
    """Give the way from the page being made to a place of the site."""
    way = _way(posixpath.dirname(here.path), target.page)
    return Markdown(f"{way}#{safe_anchor(target.anchor)}" if target.anchor else way)


@lru_cache(_WAYS)
def _way(folder: str, page: str) -> str:
    """Give the way from a folder of the site to a page."""
    return quote(posixpath.relpath(page, folder or "."), safe="/._-")


def safe_anchor(anchor: str) -> Markdown:
    """Pass an anchor on; we made it, so one that could end its attribute is our mistake."""
    if not _ANCHOR.fullmatch(anchor):
        msg = f"not an anchor: {anchor!r}"
        raise ValueError(msg)
    return Markdown(anchor)


def linked(here: Here, link: Link) -> Markdown:
    """Give the text of a link with the way to its place."""
    return Markdown(f"[{printed(named(link.text))}]({address(here, link)})")


def outside(url: str) -> Markdown:
    """Give an address of the web with a link where it is safe to follow, else as text."""
    shown = escape.isolated(url)
    target = escape.address(url)
    return shown if target is None else Markdown(f"[{shown}]({target})")


def feed(page: FrontPage | SectionPage) -> str:
    """Give the way from a page to its feeds, without the ending that tells the format."""
    stem, _ = posixpath.splitext(page.follow[0].page)
    return posixpath.relpath(stem, posixpath.dirname(page.path) or ".")
