"""A feed as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.feeds.content import (
    common_language,
    content,
    line,
    moment,
    original,
    outlets,
    spoken,
)
from digest.feeds.xmlfile import Element, add, document
from digest.model import ATOM

if TYPE_CHECKING:
    from digest.model import Feed, FeedItem
    from digest.siteurl import SiteUrl

# Atom demands a day of every entry. Where no report tells one, any real day would be a claim;
# and the newest of the others would change the entry whenever those do.
_NO_DAY = "1970-01-01T00:00:00Z"


def atom(feed: Feed, site_url: SiteUrl) -> str:
    """Spell a feed as Atom."""
    path = feed.file(ATOM)
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _speak(root, common_language(feed.items))
    add(root, "id", feed.id)
    add(root, "title", line(feed.title))
    if feed.about:
        add(root, "subtitle", line(feed.about))
    add(root, "updated", moment(feed.updated) if feed.updated else _NO_DAY)
    add(add(root, "author"), "name", line(feed.author))
    _link(root, "self", site_url.of(path), ATOM.media_type)
    _link(root, "alternate", site_url.of(feed.page), "text/html")
    add(root, "generator", "Digest")
    for item in feed.items:
        _entry(root, item, site_url)
    return document(root, path)


def _entry(root: Element, item: FeedItem, site_url: SiteUrl) -> None:
    page = site_url.of(item.entry.page, item.entry.anchor)
    entry = add(root, "entry")
    _speak(entry, spoken(item))
    add(entry, "id", item.id)
    add(entry, "title", line(item.title))
    if item.published:
        add(entry, "published", moment(item.published))
    add(entry, "updated", moment(item.updated) if item.updated else _NO_DAY)
    for outlet in outlets(item):
        add(add(entry, "author"), "name", outlet)
    add(entry, "category", term=line(item.entry.text))
    _link(entry, "alternate", page, "text/html")
    _link(entry, "via", original(item), "text/html")
    add(entry, "content", content(item, page), type="html")


def _link(parent: Element, relation: str, address: str | None, media_type: str) -> None:
    if address is not None:
        add(parent, "link", rel=relation, type=media_type, href=address)


def _speak(element: Element, tag: str | None) -> None:
    if tag is not None:
        element.set("xml:lang", tag)
