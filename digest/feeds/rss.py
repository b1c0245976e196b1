"""A feed as RSS 2.0, with Dublin Core's `creator`: its own author would be an e-mail address."""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING

from digest.feeds.content import common_language, content, line, outlets
from digest.feeds.xmlfile import Element, add, document
from digest.model import RSS

if TYPE_CHECKING:
    from datetime import date

    from digest.model import Feed, FeedItem
    from digest.siteurl import SiteUrl

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def rss(feed: Feed, site_url: SiteUrl) -> str:
    """Spell a feed as RSS."""
    path = feed.file(RSS)
    root = Element("rss", {"version": "2.0"} | _NAMESPACES)
    channel = add(root, "channel")
    add(channel, "title", line(feed.title))
    # RSS demands a link, of any scheme. Where the site's address is not known, the feed's own
    # name is the only true one.
    add(channel, "link", site_url.of(feed.page) or feed.id)
    add(channel, "description", line(feed.about))
    own = site_url.of(path)
    if own is not None:
        add(channel, "atom:link", rel="self", type=RSS.media_type, href=own)
    tag = common_language(feed.items)
    if tag is not None:
        add(channel, "language", tag)
    if feed.updated:
        add(channel, "lastBuildDate", _moment(feed.updated))
    add(channel, "generator", "Digest")
    for item in feed.items:
        _item(channel, item, site_url)
    return document(root, path)


def _item(channel: Element, item: FeedItem, site_url: SiteUrl) -> None:
    page = site_url.of(item.entry.page, item.entry.anchor)
    element = add(channel, "item")
    add(element, "title", line(item.title))
    if page is not None:
        add(element, "link", page)
    add(element, "guid", item.id, isPermaLink="false")
    if item.published:
        add(element, "pubDate", _moment(item.published))
    for outlet in outlets(item):
        add(element, "dc:creator", outlet)
    add(element, "category", line(item.entry.text))
    add(element, "description", content(item, page))


def _moment(day: date) -> str:
    """Give the first moment of a day, as RFC 822 spells it, with the year in full."""
    return format_datetime(datetime.combine(day, time(), UTC))
