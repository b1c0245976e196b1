"""The newest entries for readers of feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.model.cited import Byline, Excerpt, Link


class FeedFormat(NamedTuple):
    """A format of feeds, as readers and browsers know it."""

    name: str
    ending: str
    media_type: str


ATOM = FeedFormat("Atom", ".atom", "application/atom+xml")
RSS = FeedFormat("RSS", ".rss", "application/rss+xml")
JSON_FEED = FeedFormat("JSON Feed", ".json", "application/feed+json")
FEED_FORMATS = (ATOM, RSS, JSON_FEED)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of the digest as a reader of feeds meets it.

    Attributes:
        id: a URN that stays when the keeper changes, or the site moves.
        title: who speaks, and how that begins.
        entry: where it stands on the site; the text is the section's title.
        bylines: who speaks, the main speaker first.
        cited: the keeper's text, then the folded ones.
        published: the day of its first report; None where no report tells its day.
        updated: the last day on which a report of it came out or was taken in.
    """

    id: str
    title: str
    entry: Link
    bylines: tuple[Byline, ...]
    cited: tuple[Excerpt, ...]
    published: date | None
    updated: date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest entries of a digest, or of a section of it.

    Attributes:
        path: where its files stand below `docs/`, without the ending of their format.
        id: a URN that stays when the site moves.
        page: the page that it follows.
        author: who made the feed: the digest, by its title.
    """

    path: str
    id: str
    title: str
    about: str
    page: str
    author: str
    items: tuple[FeedItem, ...]

    @property
    def updated(self) -> date | None:
        """The newest day of an item; None where none has one."""
        return max((item.updated for item in self.items if item.updated), default=None)

    def file(self, form: FeedFormat) -> str:
        """Give the path of its file of a format."""
        return self.path + form.ending
