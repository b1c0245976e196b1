"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digest.feeds.content import (
    common_language,
    content,
    line,
    moment,
    original,
    outlets,
    spoken,
)
from digest.model import JSON_FEED

if TYPE_CHECKING:
    from digest.model import Feed, FeedItem
    from digest.siteurl import SiteUrl


def json_feed(feed: Feed, site_url: SiteUrl) -> str:
    """Spell a feed as JSON; `_digest` tells whose file it is, as the front matter of a page."""
    path = feed.file(JSON_FEED)
    fields = _known(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "_digest": {"page": path},
            "title": line(feed.title),
            "description": line(feed.about) if feed.about else None,
            "home_page_url": site_url.of(feed.page),
            "feed_url": site_url.of(path),
            "language": common_language(feed.items),
            "authors": [{"name": line(feed.author)}],
            "items": [_item(item, site_url) for item in feed.items],
        }
    )
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _item(item: FeedItem, site_url: SiteUrl) -> dict[str, Any]:
    page = site_url.of(item.entry.page, item.entry.anchor)
    return _known(
        {
            "id": item.id,
            "url": page,
            "external_url": original(item),
            "title": line(item.title),
            "date_published": item.published and moment(item.published),
            "date_modified": item.updated and moment(item.updated),
            "authors": [{"name": outlet} for outlet in outlets(item)],
            "tags": [line(item.entry.text)],
            "language": spoken(item),
            "content_html": content(item, page),
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what nothing tells."""
    return {key: value for key, value in fields.items() if value is not None}
