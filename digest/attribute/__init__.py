"""Who says what: statements and their speakers, direct and reported.

`tokens` splits, `grammar`, `verbs` and `places` know words, `mentions` takes
phrases apart; `cues`, `speakers` and `contents` find their part of a `sentence`
and `frames` joins them; `names` compares spellings, `profiles` keep what is
known of a speaker, `identity` decides who is meant, and `reader` goes through
the articles. The package drops nothing and judges no truth: a statement is
what an article reports of somebody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.attribute.identity import Resolved
from digest.attribute.reader import Found, Reader
from digest.model import Person, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.attribute.profiles import Profile, Registry
    from digest.config import PersonSetting
    from digest.model import Label, Moment, Paragraph

__all__ = ["attribute"]

_CAPITALS = re.compile(r"[A-Z][\w-]+")


def attribute(
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
    people: Sequence[PersonSetting],
) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    """Find every statement in the text paragraphs and who makes it.

    Args:
        paragraphs: of all articles, in order.
        labels: what each is; only plain text is searched for statements, but
            every kind may introduce a name.
        moments: the days that the paragraphs name.
        people: the editor's people of the story.

    Returns:
        The speakers, and the statements: in the order of the paragraphs, the
        main statement of a paragraph first.
    """
    reader = Reader(paragraphs, labels, moments, people)
    found = [_identified(item, reader) for item in list(reader.statements())]
    _share_sides(reader.registry)
    persons = dict(reader.registry.people({item.speaker for item in found}))
    return tuple(persons.values()), tuple(_statement(item, persons) for item in found)


def _identified(item: Found, reader: Reader) -> Found:
    """Give an unnamed speaker the name that the article gave later."""
    rank = reader.same.get(item.speaker)
    if rank is None:
        return item
    return replace(
        item, speaker=rank, resolved=Resolved(reader.registry.profiles[rank], "named-later")
    )


def _statement(item: Found, persons: Mapping[int, Person]) -> Statement:
    return Statement(
        paragraph=item.paragraph,
        person=persons[item.speaker].id,
        mention=item.words,
        span=item.content,
        kind="direct" if item.direct else "reported",
        said=item.said,
        rule=item.rule,
    )


def _share_sides(registry: Registry) -> None:
    """Give members of one organisation the side that others of it speak for."""
    known: dict[str, str] = {}
    for profile in registry.profiles:
        if profile.side is not None:
            for body in sorted(profile.bodies):
                known.setdefault(body, profile.side)
    for profile in registry.profiles:
        if profile.side is None:
            side = next((known[b] for b in sorted(profile.bodies) if b in known), None)
            side = side or _side_of_owner(profile, registry)
            if side is not None:
                profile.sides[side] += 1


def _side_of_owner(profile: Profile, registry: Registry) -> str | None:
    """Give the side of the person whose office it is: 'Novak’s office'."""
    if profile.kind != "institution":
        return None
    words = [word for name in profile.names for word in _CAPITALS.findall(name)]
    owners = [bearers[0] for word in words if len(bearers := registry.bearers(word)) == 1]
    return owners[0].side if owners else None
