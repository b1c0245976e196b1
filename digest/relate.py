"""Which entries to see beside one: part of the same news, with something of their own.

Two paragraphs that overlap and do not fold may still be about one thing: one
speaker on one matter, or one event. What `compare` found tells; wording alone
never relates two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Family, Overlap

_MOST = 3  # entries that one points to
_LEAST = 0.3  # of likeness, where one and the same speaks
_EVENT = 0.4  # of it, where both tell of one event
_PERSON = 0.8  # of being sure that two names are one speaker's
_MATTER = 1.5  # rare words' worth in common, besides who speaks
_MUCH = 3.0  # of them, where only the event is the same


def relate(overlaps: Sequence[Overlap], families: Sequence[Family]) -> tuple[Relation, ...]:
    """Find, for each family, the others that tell another part of the same.

    Args:
        overlaps: pairs with their evidence, the strongest first.
        families: every paragraph in one.

    Returns:
        A relation for each family that has any, in the order of the families. Who is
        pointed to points back; each points to the most alike, and to a few at most.
    """
    owners = {member: family.id for family in families for member in family.members}
    others: dict[str, list[str]] = {family.id: [] for family in families}
    for overlap in overlaps:
        if not is_part(overlap):
            continue
        one, other = owners[overlap.a], owners[overlap.b]
        room = len(others[one]) < _MOST and len(others[other]) < _MOST
        if one != other and room and other not in others[one]:
            others[one].append(other)
            others[other].append(one)
    return tuple(
        Relation(family.id, (*found,)) for family in families if (found := others[family.id])
    )


def is_part(overlap: Overlap) -> bool:
    """Whether two paragraphs tell parts of the same news, be it alike or not.

    Those of one article stand together anyway.
    """
    if overlap.has("same article") or overlap.value("other event") == 1.0:
        return False
    common = overlap.value("in common")
    if overlap.value("same speaker") >= _PERSON and common >= _MATTER:
        return overlap.score >= _LEAST
    return overlap.has("same event") and common >= _MUCH and overlap.score >= _EVENT
