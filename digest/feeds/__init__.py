"""Spells feeds: the newest entries of a digest as Atom 1.0, RSS 2.0 and JSON Feed 1.1.

Which entries, and what they are called, `compose` has decided. Sources tell days, not hours:
each stands as its midnight in UTC, and no clock is asked. Without the address of the site a
feed has no way to a page; what stays is valid all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.feeds.atom import atom
from digest.feeds.jsonfeed import json_feed
from digest.feeds.rss import rss
from digest.model import ATOM, JSON_FEED, RSS

if TYPE_CHECKING:
    from digest.model import Feed, Site
    from digest.siteurl import SiteUrl

_WRITERS = {ATOM: atom, RSS: rss, JSON_FEED: json_feed}


def feeds(site: Site, site_url: SiteUrl, folder: str = "") -> dict[str, str]:
    """Give every feed of a site as text, by its path below `docs/`.

    Args:
        site: with the feeds of its digest, and of each section.
        site_url: where it is published.
        folder: where all its pages stand, such as `ferries/`.
    """
    moved = [_below(folder, feed) for feed in site.feeds] if folder else site.feeds
    return {
        feed.file(form): writer(feed, site_url)
        for feed in moved
        for form, writer in _WRITERS.items()
    }


def _below(folder: str, feed: Feed) -> Feed:
    """Give a feed whose pages, and which itself, stand in a folder."""
    items = (replace(i, entry=replace(i.entry, page=folder + i.entry.page)) for i in feed.items)
    page, path = folder + feed.page, folder + feed.path
    return replace(feed, page=page, path=path, items=tuple(items))
