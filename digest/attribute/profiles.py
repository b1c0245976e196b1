"""All that the texts tell of their speakers, and who bears which name.

Whom words without a full name mean in an article is decided in `identity`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from digest.attribute.mentions import THE_BODY
from digest.attribute.names import consonants, last_word, same_person, same_word
from digest.model import Person
from digest.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.attribute.mentions import Mention
    from digest.config import PersonSetting
    from digest.model import SpeakerKind

# How much the first and the second side named with a speaker count: an office tells more of
# a side than where somebody is from.
_OFFICE, _ORIGIN = (6, 2), (2, 1)
_NAMESAKES = 50  # of one surname, enough for any digest and few enough for any text


@dataclass(slots=True)
class Profile:
    """All that the texts tell of one speaker; grows while they are read.

    Attributes:
        rank: its number among all profiles.
        nouns: the last words of its roles, for 'the minister'.
        setting: what the editor says of it.
        side_words: the first words that told each side.
    """

    kind: SpeakerKind
    rank: int
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    sides: Counter[str] = field(default_factory=Counter)
    bodies: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)
    setting: PersonSetting | None = None
    side_words: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name shown: the editor's, or the fullest and commonest form."""
        if self.setting is not None:
            return self.setting.name
        return max(self.names, key=lambda n: (len(n.split()), self.names[n], n))

    @property
    def known_names(self) -> Iterator[str]:
        """Every name it goes by."""
        if self.setting is not None:
            yield self.setting.name
            yield from self.setting.forms
        yield from self.names

    @property
    def gender(self) -> str | None:
        """The gender that the words for the speaker tell."""
        return self.genders.most_common(1)[0][0] if self.genders else None

    @property
    def side(self) -> str | None:
        """The side: the editor's, or the one told most often."""
        if self.setting is not None and self.setting.side:
            return self.setting.side
        return self.sides.most_common(1)[0][0] if self.sides else None

    def learn(self, mention: Mention, body: str | None) -> None:
        """Take in a role, a side, a gender from one more mention.

        `body` is the organisation that was spoken of last.
        """
        if mention.role:
            self.roles[mention.role] += 1
        if mention.noun:
            self.nouns.add(mention.noun)
        weights = _OFFICE if mention.role else _ORIGIN
        for weight, side in zip(weights, mention.sides, strict=False):
            known = body if side == THE_BODY else side
            if known is not None:
                self.sides[known] += weight
                self.side_words.setdefault(known, mention.role or mention.text)
        self.bodies.update(mention.bodies)
        if mention.gender:
            self.genders[mention.gender] += 1

    def as_person(self, identity: str) -> Person:
        """Give it as the model's person with the given id."""
        own = (self.name, *(self.setting.forms if self.setting else ()), *sorted(self.names))
        return Person(
            id=identity,
            name=self.name,
            kind=self.kind,
            forms=tuple(dict.fromkeys(own)),
            role=self._role(),
            side=self.side,
            side_words=self._side_words(),
        )

    def _side_words(self) -> str | None:
        """Give the words that told the side, unless the editor says it."""
        is_editors = self.setting is not None and self.setting.side is not None
        return None if is_editors else self.side_words.get(self.side or "")

    def _role(self) -> str | None:
        if self.setting is not None and self.setting.role:
            return self.setting.role
        return max(self.roles, key=lambda r: (self.roles[r], len(r), r), default=None)


class Registry:
    """Every speaker of the digest, by name."""

    def __init__(self, settings: Iterable[PersonSetting]) -> None:
        """Begin with the people the editor named."""
        self.profiles: list[Profile] = []
        self._by_name: dict[str, Profile] = {}
        self._families: dict[str, list[Profile]] = defaultdict(list)
        for setting in settings:
            profile = self._new("person", setting.name)
            profile.setting = setting
            for form in setting.forms:
                self._by_name.setdefault(fold(form), profile)
                self._index(form, profile)

    def _new(self, kind: SpeakerKind, name: str) -> Profile:
        profile = Profile(kind, rank=len(self.profiles))
        self.profiles.append(profile)
        if kind != "unnamed":
            self._by_name[fold(name)] = profile
        if kind == "person":
            self._index(name, profile)
        return profile

    def _index(self, name: str, profile: Profile) -> None:
        family = self._families[consonants(last_word(name))]
        if all(member is not profile for member in family[-_NAMESAKES:]):
            family.append(profile)

    def person(self, name: str) -> Profile:
        """Give the person of a name, a new one if nobody bears it."""
        known = self._by_name.get(fold(name))
        if known is None:
            alike = [p for p in self._family(name) if _bears(p, name)]
            known = alike[0] if len(alike) == 1 else self._new("person", name)
            self._by_name[fold(name)] = known
        known.names[name] += 1
        return known

    def bearers(self, surname: str) -> list[Profile]:
        """Give everybody of that surname."""
        return [
            profile
            for profile in self._family(surname)
            if any(same_word(last_word(name), surname) for name in profile.known_names)
        ]

    def _family(self, name: str) -> Iterator[Profile]:
        """Give the profiles whose surname may be the name's last word in another spelling."""
        return islice(self._families.get(consonants(last_word(name)), ()), _NAMESAKES)

    def institution(self, name: str) -> Profile:
        """Give the institution of that name."""
        profile = self._by_name.get(fold(name)) or self._new("institution", name)
        profile.names[name] += 1
        return profile

    def nobody(self, text: str) -> Profile:
        """Give a new speaker whom an article leaves unnamed."""
        profile = self._new("unnamed", text)
        profile.names[text] += 1
        return profile

    def people(self, used: Iterable[int]) -> Iterator[tuple[int, Person]]:
        """Give the profiles of these ranks as persons of the model, with ids that differ."""
        taken: Counter[str] = Counter()
        for rank in sorted(used):
            base = slug(self.profiles[rank].name) or "speaker"
            taken[base] += 1
            identity = base if taken[base] == 1 else f"{base}-{taken[base]}"
            yield rank, self.profiles[rank].as_person(identity)


def _bears(profile: Profile, name: str) -> bool:
    """Whether a full name may be the profile's."""
    return any(len(n.split()) > 1 and same_person(n, name) for n in profile.known_names)
