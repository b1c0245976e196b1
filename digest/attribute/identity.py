"""Who a mention means: one speaker across an article and across outlets.

A full name is the same person in other spellings (`names`); a surname means the
one person of the article, or else of the digest, who bears it; a pronoun or a
role means somebody the article named before. Two people who share a surname
stay two: a surname alone that fits both means neither. Nobody is joined to an
unnamed source but by the article itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from digest.attribute.mentions import THE_BODY
from digest.attribute.names import last_word, same_word
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.attribute.grammar import Grammar
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile, Registry
    from digest.attribute.texts import Text

_TEXTS = frozenset({"document", "other"})  # what 'says' without being somebody
_RECENT = 8  # speakers remembered for pronouns and roles
_FAR = 60  # names looked through for one that fits
_SOON = 3  # statements within which an unnamed speaker may still be named


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

    def see(self, profile: Profile) -> None:
        """Put somebody in front."""
        self._profiles.pop(profile.rank, None)
        self._profiles[profile.rank] = profile


@dataclass(frozen=True, slots=True)
class _Announced:
    """An unnamed speaker whom the article may yet name."""

    profile: Profile
    mention: Mention
    age: int


class Scene:
    """What a reader of one article remembers: names and the latest speakers.

    Attributes:
        same: rank of an unnamed speaker → rank of whom the article names as it.
    """

    def __init__(self, registry: Registry, grammar: Grammar) -> None:
        """Begin an article."""
        self._body: str | None = None
        self.same: dict[int, int] = {}
        self._registry = registry
        self._grammar = grammar
        self._speakers = Recency(_RECENT)
        self._named = Recency(_FAR)
        self._institutions = Recency(_RECENT)
        self._unnamed: dict[str, Profile] = {}
        self._announced: list[_Announced] = []

    def read(self, text: Text) -> None:
        """Take in the names of a whole paragraph."""
        for body, names in zip(text.bodies, text.names, strict=True):
            self.enter(body)
            for mention in names:
                self.introduce(mention)

    def enter(self, body: str | None) -> None:
        """Go on to a sentence that names this organisation last, or none."""
        self._body = body or self._body

    def introduce(self, mention: Mention) -> None:
        """Take in a name with its role wherever it stands, speaker or not."""
        if mention.is_full_name:
            self._person(mention.name or "").learn(mention, self._body)
        elif mention.kind == "name" and mention.role:
            self._surname(mention.name or "", mention).learn(mention, self._body)

    def speak_of(self, topic: Mention | None) -> None:
        """Take in whom a sentence is about; a pronoun that follows may mean them."""
        if topic is not None and topic.kind == "name":
            person = self._resolve(topic)
            if person is not None and person.kind == "person":
                self._speakers.see(person)

    def speaker(self, mention: Mention) -> Profile | None:
        """Give the speaker that a mention means; None where nobody can tell."""
        before = len(self._named)
        found = self._resolve(mention)
        if found is None:
            return None
        if mention.kind != "pronoun":
            found.learn(mention, self._body)
        if mention.kind not in _TEXTS:
            self._speakers.see(found)
        self._identify(found, mention, is_new=len(self._named) > before)
        return found

    def _resolve(self, mention: Mention) -> Profile | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.is_full_name:
            return self._person(mention.name or "")
        if mention.kind == "name":
            return self._surname(mention.name or "", mention)
        if mention.kind == "role":
            return self._role(mention)
        if mention.kind in _TEXTS:
            return self._nobody(undetermined(mention.text))
        return self._institution(mention, mention.name or undetermined(mention.text))

    # --------------------------------------------------------------- names

    def _person(self, name: str) -> Profile:
        profile = self._registry.person(name)
        self._named.see(profile)
        return profile

    def _surname(self, name: str, mention: Mention) -> Profile:
        """Give the person whom one name means: here, or in the whole digest.

        Where it fits two, and neither role nor title tells them apart, it is
        somebody of whom only the surname is known.
        """
        fits = [p for p in self._named if _bears(p, name)] or self._registry.bearers(name)
        if len(fits) > 1:
            fits = [p for p in fits if _agrees(p, mention)]
            if len(fits) != 1:
                return self._nobody(name)
        if fits:
            fits[0].names[name] += 1
            self._named.see(fits[0])
            return fits[0]
        if mention.role or mention.gender:
            return self._person(name)
        return self._institution(mention, name)

    # ----------------------------------------------- pronouns, roles, bodies

    def _pronoun(self, mention: Mention) -> Profile | None:
        word = mention.text.lower()
        if word == "it":
            return next((p for p in self._speakers if p.kind == "institution"), None)
        if word == "they":
            return next((p for p in self._speakers if p.kind != "person"), None)
        if mention.gender is None:
            return None
        people = [p for p in self._speakers if p.kind != "institution"]
        likely = [p for p in people if p.gender in {mention.gender, None}]
        if likely:
            return likely[0]
        named = [p for p in self._named if p.gender in {mention.gender, None}]
        sure = (p for p in named if p.gender is not None)
        return next(sure, named[0] if named else None)

    def _role(self, mention: Mention) -> Profile:
        """A role without a name: somebody named before who fits it, or an unnamed speaker."""
        if mention.definite and not mention.plural:
            people = (p for p in chain(self._speakers, self._named) if p.kind == "person")
            known = next((p for p in people if self._fits(p, mention)), None)
            if known is not None:
                return known
        return self._nobody(undetermined(mention.text))

    def _nobody(self, text: str) -> Profile:
        """Give somebody of whom only these words are known, in this article alone."""
        known = self._unnamed.get(fold(text))
        if known is None:
            known = self._unnamed[fold(text)] = self._registry.nobody(text)
        return known

    def _fits(self, profile: Profile, mention: Mention) -> bool:
        """Whether a role may mean somebody: role, side and gender agree."""
        if mention.gender and profile.gender and mention.gender != profile.gender:
            return False
        if mention.noun is not None and mention.noun in profile.nouns:
            return _fits_role(profile, mention)
        is_loose = mention.noun in self._grammar.loose_roles
        return is_loose and bool(mention.sides) and mention.sides[0] == profile.side

    def _institution(self, mention: Mention, name: str) -> Profile:
        """Give an institution; 'the ministry' is the one that was spoken of last."""
        if mention.kind == "institution" and mention.definite and len(name.split()) == 1:
            noun = fold(name)
            for known in self._institutions:
                if any(fold(n).endswith(noun) for n in known.names):
                    return known
        profile = self._registry.institution(name)
        if mention.kind in {"institution", "place"}:
            self._institutions.see(profile)
        return profile

    # ------------------------------------------------------------- unnamed

    def _identify(self, speaker: Profile, mention: Mention, *, is_new: bool) -> None:
        """Join 'a senior diplomat' to the diplomat whom the article names next.

        Only where the named one is new to the article, comes within the next
        statements, and fits the role and all that was said with it.
        """
        if speaker.kind == "unnamed" and not mention.plural:
            self._announced.append(_Announced(speaker, mention, 0))
            return
        left = []
        for each in self._announced:
            if speaker.kind == "person" and is_new and self._introduces(speaker, mention, each):
                self.same[each.profile.rank] = speaker.rank
                speaker.learn(each.mention, self._body)
            elif each.age + 1 < _SOON:
                left.append(_Announced(each.profile, each.mention, each.age + 1))
        self._announced = left

    def _introduces(self, speaker: Profile, mention: Mention, announced: _Announced) -> bool:
        """Whether a name with its role can be the one that an unnamed role announced."""
        unnamed = announced.mention
        if unnamed.gender and speaker.gender and unnamed.gender != speaker.gender:
            return False
        if mention.noun is None:
            # A bare name behind 'The secretary general …': only a definite role announces it.
            return unnamed.definite and not speaker.roles
        if not self._grammar.covers(unnamed.noun, {mention.noun, *speaker.nouns}):
            return False
        if unnamed.bodies:
            own = (*mention.bodies, *speaker.bodies)
            return any(a in b or b in a for a in unnamed.bodies for b in own)
        told = set(mention.sides) - {THE_BODY}
        return not unnamed.sides or not told or unnamed.sides[0] in told


def undetermined(text: str) -> str:
    """Take the article off a phrase."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else text


def _bears(profile: Profile, name: str) -> bool:
    return any(same_word(last_word(known), name) for known in profile.known_names)


def _agrees(profile: Profile, mention: Mention) -> bool:
    """Whether a title or role singles somebody out among those of one surname."""
    if mention.gender and profile.gender:
        return mention.gender == profile.gender
    return mention.noun is not None and _fits_role(profile, mention)


def _fits_role(profile: Profile, mention: Mention) -> bool:
    """Whether somebody holds such a post, and for that side."""
    if mention.noun not in profile.nouns:
        return False
    return not mention.sides or not profile.sides or mention.sides[0] in profile.sides
