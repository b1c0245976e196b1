"""What each page is called: names made by us from ids, so that no two collide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.model import Digest

FRONT = "index.md"
TIMELINE = "events/index.md"
PEOPLE = "people/index.md"
SOURCES = "sources/index.md"
OUTLETS = "outlets/index.md"
# Files beside the pages. A feed has an ending for each format.
FEED = "feed"
EXPORT = "digest.json"
STATEMENTS = "statements.csv"


@dataclass(frozen=True, slots=True)
class Names:
    """The path of each page below `docs/`, by the id of what it is about.

    Whom an article leaves unnamed has no page: a second one would not be the same person.
    """

    sections: Mapping[str, str]
    events: Mapping[str, str]
    people: Mapping[str, str]
    sources: Mapping[str, str]
    outlets: Mapping[str, str]


def names(digest: Digest) -> Names:
    """Name every page of a digest."""
    shown = {member for family in digest.families for member in family.members}
    heard = {s.person for s in digest.statements if s.paragraph in shown}
    speakers = [p.id for p in digest.people if p.kind != "unnamed" and p.id in heard]
    return Names(
        sections=pages("sections", (section.id for section in digest.sections)),
        events=pages("events", (event.id for event in digest.events)),
        people=pages("people", speakers),
        sources=pages("sources", (article.id for article in digest.articles)),
        outlets=pages(
            "outlets", sorted({o.outlet for o in digest.origins if o.outlet is not None})
        ),
    )


def pages(folder: str, ids: Iterable[str]) -> dict[str, str]:
    """Give every id a page of its own in a folder.

    The names are in small letters, so that they also differ where a file system
    knows no other. Ids that would give the same name get numbers; so do those
    without any Latin letter.
    """
    taken = {"index"}
    found = {}
    for number, name in enumerate(ids, 1):
        file = _free(slug(name) or f"page-{number}", taken)
        taken.add(file)
        found[name] = f"{folder}/{file}.md"
    return found


def _free(base: str, taken: set[str]) -> str:
    file, number = base, 2
    while file in taken:
        file, number = f"{base}-{number}", number + 1
    return file
