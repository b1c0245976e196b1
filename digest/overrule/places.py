"""Families in the section that the editor puts them in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.errors import Problem
from digest.model import Placement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Family, Section
    from digest.overrule.decisions import Decisions, Move

MOVED = "the editor puts it here"

Placed = tuple[tuple["Section", ...], tuple[Placement, ...], tuple[Problem, ...]]


def move(
    sections: Sequence[Section],
    placements: Sequence[Placement],
    families: Sequence[Family],
    decisions: Decisions,
) -> Placed:
    """Put families where the lines say.

    Args:
        sections: the editor's; every line names one of them.
        placements: of the families, as they were grouped.
        families: all of them.
        decisions: the lines.

    Returns:
        Sections and placements with the moved families, and the lines that do nothing.
    """
    if not decisions.moves:
        return tuple(sections), tuple(placements), ()
    owners = {member: family.id for family in families for member in family.members}
    moved: dict[str, Move] = {}
    notices = []
    for line in decisions.moves:
        first = moved.setdefault(owners[line.paragraph], line)
        if first.section != line.section:
            what = f"overrule: line {first.line} puts the same in '{first.section}'"
            notices.append(
                Problem(decisions.file, line.line, what, "expected one section for one entry")
            )
    placed = tuple(
        Placement(each.family, moved[each.family].section, MOVED) if each.family in moved else each
        for each in placements
    )
    return tuple(_filled(sections, placed)), placed, tuple(notices)


def _filled(sections: Sequence[Section], placements: Sequence[Placement]) -> list[Section]:
    members: dict[str, list[str]] = {section.id: [] for section in sections}
    for each in placements:
        members[each.section].append(each.family)
    return [replace(section, families=tuple(members[section.id])) for section in sections]
