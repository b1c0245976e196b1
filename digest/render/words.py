"""Words of ours around strings and numbers, and what escapes them when they are printed.

Knows no day and no link; how a text is made harmless is `digest.escape`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest import escape
from digest.escape import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Changes, Tally

_NO_NAME = "—"


def printed(value: object) -> str:
    """Decide how a template prints a value: a string that nobody vouches for, escaped."""
    if isinstance(value, Markdown):
        return value
    if isinstance(value, str):
        return escape.isolated(value)
    if isinstance(value, int):
        return str(value)
    msg = f"a template prints {value} ({type(value).__name__}): neither a text nor a number"
    raise TypeError(msg)


def named(text: str) -> str:
    """Give something to see and to click on for a text of blanks, too."""
    return escape.plain(text) or _NO_NAME


def count(number: int, one: str, many: str = "") -> str:
    """Count things in words: '1 entry', '2,000 entries'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def dotted(*parts: str | None) -> Markdown:
    """Join what there is with dots in the middle of the line."""
    return Markdown(" · ".join(filter(None, (printed(part) for part in parts if part))))


def listed(parts: Iterable[str]) -> Markdown:
    """Join texts with commas, as they stand or escaped."""
    return Markdown(", ".join(map(printed, parts)))


def code(rule: str) -> Markdown:
    """Give the name of a rule as code; empty without one."""
    return Markdown(f"<code>{printed(rule)}</code>" if rule else "")


def told(tally: Tally) -> Markdown:
    """Say how many reports, outlets and origins tell something."""
    return dotted(
        count(tally.reports, "report"),
        count(tally.outlets, "outlet"),
        count(tally.origins, "origin"),
    )


def outlets(tally: Tally | None) -> str:
    """Say how many outlets tell something; nothing where it is one, for that one is named."""
    return f"{tally.outlets} outlets" if tally is not None and tally.outlets > 1 else ""


def changed(changes: Changes) -> Markdown:
    """Count what the newest reports brought: new entries, and earlier ones told again."""
    parts = []
    if changes.new:
        parts.append(count(changes.new, "new entry", "new entries"))
    if changes.confirmed:
        parts.append(f"{count(changes.confirmed, 'entry', 'entries')} told again")
    found = ", ".join(parts) or "nothing that was not told before"
    more = changes.new + changes.confirmed > len(changes.shown) > 0
    return Markdown(f"{found}, among them" if more else found)


def written_by(origin: str | None) -> Markdown:
    """Name the origin; empty where nobody is credited."""
    return Markdown(f"written by {printed(named(origin))}" if origin else "")
