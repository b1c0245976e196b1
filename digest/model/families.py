"""Paragraphs that tell the same: the evidence, the families, and the sections of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Fate = Literal["kept", "folded", "cut"]


class Evidence(NamedTuple):
    """One reason for or against telling two paragraphs alike."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two paragraphs that may tell the same, and all that speaks for or against it."""

    a: str
    b: str
    score: float
    evidence: tuple[Evidence, ...]

    def find(self, name: str) -> Evidence | None:
        """Give the first piece of evidence of a name, or None where there is none."""
        return next((each for each in self.evidence if each.name == name), None)

    def has(self, *names: str) -> bool:
        """Whether there is a piece of evidence of any of the names."""
        return any(each.name in names for each in self.evidence)

    def value(self, name: str) -> float:
        """Give how strong the first piece of evidence of a name is, 0 where there is none."""
        found = self.find(name)
        return found.value if found else 0.0

    def detail(self, name: str) -> str:
        """Give what the first piece of evidence of a name says more, '' where there is none."""
        found = self.find(name)
        return found.detail if found else ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph folded into a keeper, and why."""

    paragraph: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Family:
    """Paragraphs that tell a reader the same thing; alone where nothing folds.

    Attributes:
        id: stable, made from the keeper's id.
        keeper: the paragraph that is shown.
        copies: the others, each judged against the keeper.
        pinned: whether the editor chose the keeper, and wants it first in its section.
    """

    id: str
    keeper: str
    copies: tuple[Copy, ...] = ()
    pinned: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        """Every paragraph of the family, the keeper first."""
        return (self.keeper, *(copy.paragraph for copy in self.copies))


@dataclass(frozen=True, slots=True)
class Relation:
    """Families that tell another part of the news of one, the most alike first."""

    family: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """The section of a family, and the rule that chose it."""

    family: str
    section: str
    rule: str


@dataclass(frozen=True, slots=True)
class Section:
    """A topical group of families.

    Attributes:
        families: their ids, in no promised order; `compose` arranges them.
    """

    id: str
    title: str
    about: str
    families: tuple[str, ...]
