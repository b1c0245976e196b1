"""What a reader of one article remembers: names and the latest speakers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.attribute.profiles import Profile

NEAR = 2  # sentences in which somebody may be called by a trait
_RECENT = 8  # speakers remembered for pronouns and roles
_FAR = 60  # names looked through for one that fits


class Recency:
    """Profiles of an article, the one spoken of last first."""

    def __init__(self, most: int) -> None:
        """Remember so many."""
        self._profiles: dict[int, Profile] = {}
        self._most = most

    def __iter__(self) -> Iterator[Profile]:
        """Go back from the latest, as far as anybody would remember."""
        return islice(reversed(self._profiles.values()), self._most)

    def __len__(self) -> int:
        return len(self._profiles)

    def __contains__(self, profile: Profile) -> bool:
        return profile.rank in self._profiles

    def see(self, profile: Profile) -> None:
        """Put somebody in front."""
        self._profiles.pop(profile.rank, None)
        self._profiles[profile.rank] = profile


@dataclass(slots=True)
class Memory:
    """Who was named, spoken of and heard so far, the latest first.

    Attributes:
        sentence: how many sentences were entered.
        body: the organisation that was named last.
        land: the country whose news the paragraph has come to.
        speakers: who spoke, or was the subject of a sentence.
        named: people by name.
        institutions: institutions by whatever words.
        unnamed: folded words → the unnamed speaker they mean in this article.
        document: a text that was spoken of or that told something, and in which sentence.
        made: noun for a text → who spoke through it last, and in which sentence.
        sued: the last sentence that tells who brought a lawsuit.
        heard: noun of a role → the unnamed speaker last told by it, and in which sentence.
        bystander: somebody spoken of without a name, and in which sentence.
        just_met: rank of whom this sentence speaks of for the first time.
        spoken_of: rank → last sentence in which somebody was the subject.
        named_in: rank → last sentence that names somebody.
        meant: pronoun that spoke in this sentence → whom it meant.
        spoke: ranks of all who spoke.
        joined: ranks of speakers who spoke last together with others.
    """

    sentence: int = 0
    body: str | None = None
    land: str | None = None
    speakers: Recency = field(default_factory=lambda: Recency(_RECENT))
    named: Recency = field(default_factory=lambda: Recency(_FAR))
    institutions: Recency = field(default_factory=lambda: Recency(_FAR))
    unnamed: dict[str, Profile] = field(default_factory=dict)
    document: tuple[Profile, int] | None = None
    made: dict[str, tuple[Profile, int]] = field(default_factory=dict)
    sued: int = 0
    heard: dict[str, tuple[Profile, int]] = field(default_factory=dict)
    bystander: tuple[Profile, int] | None = None
    just_met: int | None = None
    spoken_of: dict[int, int] = field(default_factory=dict)
    named_in: dict[int, int] = field(default_factory=dict)
    meant: dict[str, Profile] = field(default_factory=dict)
    spoke: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)

    def enter(self, body: str | None, land: str | None = None) -> None:
        """Go on to a sentence that names this organisation last, or none, in news of a country."""
        self.body = body or self.body
        self.land = land
        self.sentence += 1
        self.just_met = None
        self.meant.clear()

    def see(self, profile: Profile) -> None:
        """Take in who speaks, or of whom the sentence is."""
        self.speakers.see(profile)
        self.spoken_of[profile.rank] = self.sentence

    def forget(self, profile: Profile) -> None:
        """Take back that a sentence is about somebody."""
        self.spoken_of.pop(profile.rank, None)
        if self.bystander is not None and self.bystander[0] is profile:
            self.bystander = None

    def met_in(self, profile: Profile) -> int:
        """Give the last sentence that names somebody or is about them; 0 for none."""
        return max(self.spoken_of.get(profile.rank, 0), self.named_in.get(profile.rank, 0))

    def in_focus(self, gender: str | None = None) -> Profile | None:
        """Give the one person whom the last sentences are about, named or not.

        That is who speaks or is the subject in the nearest of them that tells of anybody, or
        else the only one whom it names. None where it may be either of two.

        Args:
            gender: of whom one looks for, where it is known.
        """
        for told in self._by_nearness():
            people = {p.rank: p for p in told if p.is_somebody and not p.is_other_gender(gender)}
            if people:
                return next(iter(people.values())) if len(people) == 1 else None
        return None

    def _by_nearness(self) -> Iterator[list[Profile]]:
        """Give of each of the last sentences, the nearest first, whom it is about, then names."""
        for at in range(self.sentence - 1, self.sentence - NEAR - 1, -1):
            told = [p for p in self.speakers if self.spoken_of.get(p.rank) == at]
            if self.bystander is not None and self.bystander[1] == at:
                told.append(self.bystander[0])
            yield told
            yield [p for p in self.named if self.named_in.get(p.rank) == at]

    def is_about_since(self, profile: Profile, sentence: int) -> bool:
        """Whether this sentence or a later one is about somebody, or has their words."""
        return self.spoken_of.get(profile.rank, 0) >= sentence

    def is_named_since(self, profile: Profile, sentence: int) -> bool:
        """Whether this sentence or a later one names somebody."""
        return self.named_in.get(profile.rank, 0) >= sentence

    def named_since(self, sentence: int) -> list[Profile]:
        """Give the people whom this sentence or a later one names, the latest first."""
        return [p for p in self.named if self.is_named_since(p, sentence)]
