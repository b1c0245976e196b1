"""Who a mention means: one speaker across an article and across outlets.

A full name is the same person in other spellings (`names`); a surname means the
one person of the article, or else of the digest, who bears it; a pronoun or a
role means somebody the article named before. Two people who share a surname
stay two: a surname alone that fits both means neither. Nobody is joined to an
unnamed source but by the article itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from digest.attribute.mentions import THE_BODY
from digest.attribute.names import last_word, same_word
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
class Resolved:
    """Whom a mention means, and how that was decided.

    Attributes:
        why: a short stable id of the way: `editor` (a name of digest.yml),
            `full-name`, `surname`, `pronoun`, `role`, `institution`,
            `same-body` ('the ministry' spoken of before), `unnamed` (the
            article names nobody), `ambiguous` (a name that fits two),
            `continued` (a quotation goes on), `named-later`.
        considered: others that were looked at, each with why it is not meant.
    """

    profile: Profile
    why: str
    considered: tuple[tuple[Profile, str], ...] = ()


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
            self._surname(mention.name or "", mention).profile.learn(mention, self._body)

    def speak_of(self, topic: Mention | None) -> None:
        """Take in whom a sentence is about; a pronoun that follows may mean them."""
        if topic is not None and topic.kind == "name":
            found = self._resolve(topic)
            if found is not None and found.profile.kind == "person":
                self._speakers.see(found.profile)

    def speaker(self, mention: Mention) -> Resolved | None:
        """Give the speaker that a mention means; None where nobody can tell."""
        before = len(self._named)
        found = self._resolve(mention)
        if found is None:
            return None
        if mention.kind != "pronoun":
            found.profile.learn(mention, self._body)
        if mention.kind not in _TEXTS:
            self._speakers.see(found.profile)
        self._identify(found.profile, mention, is_new=len(self._named) > before)
        return found

    def _resolve(self, mention: Mention) -> Resolved | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.is_full_name:
            return _by_name(self._person(mention.name or ""), "full-name")
        if mention.kind == "name":
            return self._surname(mention.name or "", mention)
        if mention.kind == "role":
            return self._role(mention)
        if mention.kind in _TEXTS:
            return Resolved(self._nobody(undetermined(mention.text)), "unnamed")
        return self._institution(mention, mention.name or undetermined(mention.text))

    # --------------------------------------------------------------- names

    def _person(self, name: str) -> Profile:
        profile = self._registry.person(name)
        self._named.see(profile)
        return profile

    def _surname(self, name: str, mention: Mention) -> Resolved:
        """Give the person whom one name means: here, or in the whole digest.

        Where it fits two, and neither role nor title tells them apart, it is
        somebody of whom only the surname is known.
        """
        bearers = [p for p in self._named if _bears(p, name)] or self._registry.bearers(name)
        fits = bearers if len(bearers) == 1 else [p for p in bearers if _agrees(p, mention)]
        if len(fits) == 1:
            fits[0].names[name] += 1
            self._named.see(fits[0])
            return _by_name(fits[0], "surname", _but(bearers, fits[0], "title does not fit"))
        if bearers:
            others = tuple((each, "bears the surname too") for each in bearers)
            return Resolved(self._nobody(name), "ambiguous", others)
        if mention.role or mention.gender:
            return _by_name(self._person(name), "surname")
        return self._institution(mention, name)

    # ----------------------------------------------- pronouns, roles, bodies

    def _pronoun(self, mention: Mention) -> Resolved | None:
        word = mention.text.lower()
        if word == "it":
            return _first(self._speakers, _no_institution)
        if word == "they":
            return _first(self._speakers, _one_person)
        if mention.gender is None:
            return None
        misfit = partial(_no_such_person, gender=mention.gender)
        found = _first(self._speakers, misfit)
        if found is not None:
            return found
        named = [p for p in self._named if misfit(p) is None]
        sure = (p for p in named if p.gender is not None)
        known = next(sure, named[0] if named else None)
        return None if known is None else Resolved(known, "pronoun")

    def _role(self, mention: Mention) -> Resolved:
        """A role without a name: somebody named before who fits it, or an unnamed speaker."""
        others: list[tuple[Profile, str]] = []
        if mention.definite and not mention.plural:
            for person in chain(self._speakers, self._named):
                misfit = self._misfit(person, mention)
                if misfit is None:
                    return Resolved(person, "role", tuple(others))
                others.append((person, misfit))
        return Resolved(self._nobody(undetermined(mention.text)), "unnamed", tuple(others))

    def _nobody(self, text: str) -> Profile:
        """Give somebody of whom only these words are known, in this article alone."""
        known = self._unnamed.get(fold(text))
        if known is None:
            known = self._unnamed[fold(text)] = self._registry.nobody(text)
        return known

    def _misfit(self, profile: Profile, mention: Mention) -> str | None:
        """Give why a role cannot mean somebody; None where role, side and gender agree."""
        if profile.kind != "person":
            return "no named person"
        if mention.gender and profile.gender and mention.gender != profile.gender:
            return "other gender"
        if mention.noun is not None and mention.noun in profile.nouns:
            return None if _fits_role(profile, mention) else "other side"
        if mention.noun not in self._grammar.loose_roles:
            return "role does not fit"
        fits = bool(mention.sides) and mention.sides[0] == profile.side
        return None if fits else "other side"

    def _institution(self, mention: Mention, name: str) -> Resolved:
        """Give an institution; 'the ministry' is the one that was spoken of last."""
        if mention.kind == "institution" and mention.definite and len(name.split()) == 1:
            noun = fold(name)
            for known in self._institutions:
                if any(fold(n).endswith(noun) for n in known.names):
                    return Resolved(known, "same-body")
        profile = self._registry.institution(name)
        if mention.kind in {"institution", "place"}:
            self._institutions.see(profile)
        return _by_name(profile, "institution")

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


def _by_name(
    profile: Profile, why: str, considered: tuple[tuple[Profile, str], ...] = ()
) -> Resolved:
    """Give somebody called by name; the editor who listed them decided first."""
    return Resolved(profile, "editor" if profile.setting is not None else why, considered)


def _but(all_: Iterable[Profile], one: Profile, why: str) -> tuple[tuple[Profile, str], ...]:
    """Give the others, each with the same reason against it."""
    return tuple((each, why) for each in all_ if each is not one)


def _first(profiles: Iterable[Profile], misfit: Callable[[Profile], str | None]) -> Resolved | None:
    """Give the first that a pronoun fits, with those before it and why they do not."""
    others: list[tuple[Profile, str]] = []
    for profile in profiles:
        why = misfit(profile)
        if why is None:
            return Resolved(profile, "pronoun", tuple(others))
        others.append((profile, why))
    return None


def _no_institution(profile: Profile) -> str | None:
    return None if profile.kind == "institution" else "no institution"


def _one_person(profile: Profile) -> str | None:
    return "one person" if profile.kind == "person" else None


def _no_such_person(profile: Profile, *, gender: str) -> str | None:
    if profile.kind == "institution":
        return "an institution"
    return None if profile.gender in {gender, None} else "other gender"


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
