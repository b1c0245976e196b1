"""Families as the editor wants them: folded, split, and with the paragraph on top that is pinned.

A fold joins the two families, for an editor who reads the entries of the one and
the other sees the same thing told twice. A split takes one of the two out, with
all that the editor folded with it. Whatever the lines, every paragraph stays in
exactly one family.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.errors import Problem
from digest.model import Copy, Family
from digest.overrule.decisions import Groups
from digest.text import numbered_slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Overlap, Paragraph
    from digest.overrule.decisions import Decisions, Pair, Pin

FOLDED = "the editor folds them"
_BY_ANOTHER = "the same as another that is folded here"


@dataclass(frozen=True, slots=True)
class Refolded:
    """The families as the editor wants them, and the lines that did nothing."""

    families: tuple[Family, ...]
    notices: tuple[Problem, ...]


def apart(overlaps: Iterable[Overlap], decisions: Decisions) -> tuple[Overlap, ...]:
    """Leave out the overlaps of two paragraphs that the editor keeps apart."""
    split = {frozenset((pair.a, pair.b)) for pair in decisions.splits}
    return tuple(each for each in overlaps if frozenset((each.a, each.b)) not in split)


def refold(
    families: Sequence[Family], paragraphs: Sequence[Paragraph], decisions: Decisions
) -> Refolded:
    """Join and part families as the lines say, and have the pinned ones kept.

    Args:
        families: as they were folded; no pair that the editor splits was folded directly.
        paragraphs: of all articles, in order.
        decisions: the lines.

    Returns:
        Families in the order of their keepers.
    """
    if not (decisions.folds or decisions.splits or decisions.pins):
        return Refolded(tuple(families), ())
    desk = _Desk(families, paragraphs, decisions)
    for pair in decisions.folds:
        desk.fold(pair)
    for pin in decisions.pins:
        desk.pin(pin)
    for pair in decisions.splits:
        desk.split(pair)
    return desk.result()


@dataclass(slots=True)
class _Draft:
    """A family in the making."""

    keeper: str
    members: set[str]
    pin: int | None = None  # the line that pins the keeper


class _Desk:
    """Where the lines are carried out, one after the other."""

    def __init__(
        self, families: Sequence[Family], paragraphs: Sequence[Paragraph], decisions: Decisions
    ) -> None:
        self._families = {family.keeper: family for family in families}
        self._paragraphs = {paragraph.id: paragraph for paragraph in paragraphs}
        self._groups = Groups(decisions.folds)
        self._file = decisions.file
        self._notices: list[Problem] = []
        self._judged = {
            frozenset((family.keeper, copy.paragraph)): copy
            for family in families
            for copy in family.copies
        }
        self._drafts: dict[str, _Draft] = {}
        for family in families:
            self._enter(_Draft(family.keeper, set(family.members)))

    def fold(self, pair: Pair) -> None:
        """Join two families; the fuller keeper keeps."""
        one, other = self._drafts[pair.a], self._drafts[pair.b]
        if one is not other:
            keeper = self._fullest((one.keeper, other.keeper))
            self._enter(_Draft(keeper, one.members | other.members))

    def pin(self, pin: Pin) -> None:
        """Let a paragraph keep its family."""
        draft = self._drafts[pin.paragraph]
        if draft.pin is not None and draft.keeper != pin.paragraph:
            what = f"overrule: line {draft.pin} pins another paragraph that tells the same"
            expected = "expected one pin for both, or a line that splits them"
            self._notices.append(Problem(self._file, pin.line, what, expected))
            return
        draft.keeper, draft.pin = pin.paragraph, pin.line

    def split(self, pair: Pair) -> None:
        """Take one of two out of the family of both, with what the editor folded with it."""
        draft = self._drafts[pair.a]
        if draft is not self._drafts[pair.b]:
            return
        leaving = self._groups.of(self._leaver(draft, pair)) & draft.members
        draft.members -= leaving
        self._enter(_Draft(self._fullest(leaving), set(leaving)))

    def result(self) -> Refolded:
        """Give the families, those that no line touched as they were."""
        drafts = {draft.keeper: draft for draft in self._drafts.values()}
        names = numbered_slugs({self._paragraphs[name].article for name in self._drafts}, "article")
        found = (self._family(drafts[name], names) for name in self._paragraphs if name in drafts)
        return Refolded(tuple(found), tuple(self._notices))

    def _leaver(self, draft: _Draft, pair: Pair) -> str:
        """Choose which of two leaves: not the keeper's, else the one less like the keeper."""
        own = self._groups.of(draft.keeper)
        if pair.a in own:
            return pair.b
        if pair.b in own:
            return pair.a
        return min(pair.a, pair.b, key=lambda name: (self._copy(name, draft.keeper).score, name))

    def _enter(self, draft: _Draft) -> None:
        self._drafts |= dict.fromkeys(draft.members, draft)

    def _fullest(self, names: Iterable[str]) -> str:
        return min(names, key=lambda name: (-len(self._paragraphs[name].text), name))

    def _family(self, draft: _Draft, names: Mapping[str, str]) -> Family:
        before = self._families.get(draft.keeper)
        copies = tuple(self._copies(draft))
        if before is not None and set(before.copies) == set(copies):
            return replace(before, pinned=draft.pin is not None)
        own = self._paragraphs[draft.keeper]
        name = f"{names[own.article]}-{own.number}"
        return Family(name, draft.keeper, copies, pinned=draft.pin is not None)

    def _copies(self, draft: _Draft) -> Iterator[Copy]:
        copies = (self._copy(name, draft.keeper) for name in draft.members - {draft.keeper})
        yield from sorted(copies, key=lambda copy: (-copy.score, copy.paragraph))

    def _copy(self, name: str, keeper: str) -> Copy:
        """Say why a paragraph is folded into a keeper: by a line, by itself, or with another."""
        if name in self._groups.of(keeper):
            return Copy(name, FOLDED, 1.0)
        judged = self._judged.get(frozenset((name, keeper)))
        if judged is not None:
            return Copy(name, judged.why, judged.score)
        return Copy(name, _BY_ANOTHER, 0.0)
