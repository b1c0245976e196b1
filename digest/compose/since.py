"""What changed since the last publication, told by the sources alone.

The newest batch is the articles of the latest day (on which they were retrieved, else
published); what they tell is set against what the articles before them told. No clock is
read and nothing is remembered, so that the same sources always give the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.compose.weight import members
from digest.model import Change, Changes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from digest.index import Index
    from digest.model import Article, Entry

_SHOWN = 5  # entries that are linked


def changes(ordered: Sequence[Entry], index: Index) -> Changes | None:
    """Compare the newest batch with what was there before.

    Args:
        ordered: the entries of the digest, the weightiest first: so they are shown.
        index: the digest.

    Returns:
        None where all articles are one batch, or nobody knows the day of those before.
    """
    days = {name: _day(article) for name, article in index.articles.items()}
    latest = max((day for day in days.values() if day is not None), default=None)
    before = max((day for day in days.values() if day not in (None, latest)), default=None)
    if latest is None or before is None:
        return None
    batch = {name for name, day in days.items() if day == latest}
    told = [(entry, _is_new(entry, batch, index)) for entry in ordered]
    found = [Change(e.section, _who(e), is_new=new) for e, new in told if new is not None]
    return Changes(
        since=before,
        new=sum(change.is_new for change in found),
        confirmed=sum(not change.is_new for change in found),
        shown=tuple(_different(found)[:_SHOWN]),
    )


def _different(found: Sequence[Change]) -> list[Change]:
    """Leave out what would read like one before it: the same speaker in the same section."""
    first: dict[tuple[str, str, bool], Change] = {}
    for change in found:
        first.setdefault((change.who, change.entry.page, change.is_new), change)
    return list(first.values())


def _day(article: Article) -> date | None:
    return article.retrieved or article.published


def _is_new(entry: Entry, batch: set[str], index: Index) -> bool | None:
    """Whether only the batch tells an entry; None where the batch does not tell it."""
    told = {index.paragraphs[paragraph].article in batch for paragraph in members(entry)}
    return None if told == {False} else told == {True}


def _who(entry: Entry) -> str:
    return entry.bylines[0].name if entry.bylines else entry.excerpt.mark.outlet
