"""Spells feeds: the newest entries of a digest as Atom 1.0, RSS 2.0 and JSON Feed 1.1.

Which entries, and what they are called, `compose` has decided. Sources tell days, not hours:
each stands as its midnight in UTC, and no clock is asked. Without the address of the site a
feed has no way to a page; what stays is valid all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.feeds.atom import atom
from digest.feeds.jsonfeed import json_feed
from digest.feeds.rss import rss
from digest.model import ATOM, JSON_FEED, RSS

if TYPE_CHECKING:
    from digest.address import Address
    from digest.model import Site

_WRITERS = {ATOM: atom, RSS: rss, JSON_FEED: json_feed}


def feeds(site: Site, address: Address) -> dict[str, str]:
    """Give every feed of a site as text, by its path below `docs/`."""
    return {
        feed.file(form): writer(feed, address)
        for feed in site.feeds
        for form, writer in _WRITERS.items()
    }
