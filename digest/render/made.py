"""How the digest was made: from when, how much is shown, by which rules, and what is unknown.

What is counted there, `compose` has counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import Markdown
from digest.model import Day, Link
from digest.render.days import when
from digest.render.links import linked
from digest.render.words import count, dotted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import Counts, Gap, Order, Overruling, Quoting, Reason, Unknown
    from digest.render.here import Here

_GAPS: dict[Gap, str] = {
    "outlet": "Reports that do not say who published them",
    "published": "Reports without a day of publication",
    "origin": "Reports that credit nobody, and count as their outlet's own",
    "unnamed": "Speakers whom the reports leave unnamed",
    "side": "Speakers of whom nothing tells for whom they speak",
    "said": "Statements of which nothing tells the day",
    "voiceless": "Paragraphs in which nobody is quoted",
    "event": "Events of which nothing tells the day",
}

_ORDERS: dict[Order, str] = {
    "speaker": "on who speaks",
    "fold": "on what is folded",
    "split": "on what stays apart",
    "pin": "on what is shown, and first",
    "move": "on the section of an entry",
}


def period(counts: Counts) -> str:
    """Say from when to when the reports were published; empty where none has a day."""
    if counts.first is None or counts.latest is None:
        return ""
    return when(Day(counts.first, counts.latest, "stated"))


def bound(quoting: Quoting) -> str:
    """Say how much of a report is shown."""
    parts = [] if quoting.words is None else [f"{count(quoting.words, 'word')} of a paragraph"]
    parts += [] if quoting.share is None else [f"{quoting.share:.0%} of its words"]
    return " and ".join(parts)


def example(here: Here, reason: Reason) -> Markdown:
    """Point to a paragraph that a rule decided on."""
    mark = reason.example
    words = f"line {mark.line} of {mark.file}"
    return Markdown(f"such as {linked(here, Link(words, mark.page, mark.anchor))}")


def gap(here: Here, unknown: Unknown) -> Markdown:
    """Say in how many cases something is unknown, with a few of them."""
    examples = listed(linked(here, link) for link in unknown.examples)
    few = "see" if unknown.count == len(unknown.examples) else "such as"
    such = Markdown(f"{few} {examples}") if unknown.examples else None
    number = Markdown(f"**{unknown.count:,} of {unknown.of:,}**")
    return dotted(Markdown(f"{_GAPS[unknown.gap]}: {number}"), such)


def overrulings(lines: Iterable[Overruling]) -> Iterator[Markdown]:
    """Say what the lines do that do the same."""
    orders: dict[Order, list[int]] = {}
    for each in lines:
        orders.setdefault(each.order, []).append(each.line)
    for order, own in orders.items():
        numbers = ", ".join(map(str, own))
        yield Markdown(f"{count(len(own), 'line')} {_ORDERS[order]}: {numbers}")
