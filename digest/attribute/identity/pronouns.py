"""Whom a pronoun means: somebody whom the article named or heard before."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from digest.attribute.identity.memory import NEAR
from digest.attribute.identity.resolved import Resolved
from digest.attribute.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from digest.attribute.identity.memory import Memory
    from digest.attribute.profiles import Profile

_OBJECTS = {"him": ("he", "m"), "her": ("she", "f"), "them": ("they", None)}
_OWNERS = {"his": "m", "her": "f"}


class Pronouns:
    """Finds whom a pronoun means."""

    def __init__(self, memory: Memory) -> None:
        """Look among those whom the article is remembered to tell of."""
        self._memory = memory

    def resolve(self, mention: Mention) -> Resolved | None:
        """Give whom a pronoun means; None where nobody can tell."""
        word = mention.text.partition(" ")[0].lower()
        if word == "it":
            return self._thing()
        known = self._memory.meant.get(word)
        if known is not None:
            return Resolved(known, "pronoun")  # 'She said it rained, and she left'
        bystander = self._unnamed_topic(mention)
        if bystander is not None:
            return Resolved(bystander, "pronoun")
        several = self._several() if word == "they" else None
        if several is not None:
            return Resolved(several, "pronoun")
        if word == "they":
            no_group = partial(_no_group, joined=self._memory.joined)
            speakers = self._memory.speakers
            return _first(speakers, no_group) or _first(speakers, _one_person)
        return None if mention.gender is None else self._person(mention.gender)

    def pair(self) -> Profile | None:
        """Give the first of those who spoke together last: 'the two' of 'Jan Lind and Ida Roe'."""
        joined = (p for p in self._memory.speakers if p.rank in self._memory.joined)
        since = self._memory.sentence - NEAR
        is_near = (p for p in joined if p.kind == "person" and self._memory.met_in(p) >= since)
        return next(is_near, None)

    def owner(self, possessive: str) -> Profile | None:
        """Give whom 'his' or 'her' means before a noun; None for other words."""
        gender = _OWNERS.get(possessive.lower())
        if gender is None:
            return None
        owner = self.resolve(Mention(possessive, "pronoun", gender=gender))
        return owner.profile if owner is not None else None

    def person(self, possessive: str) -> Profile | None:
        """Give the person whom 'his' or 'her' means before a noun."""
        owner = self.owner(possessive)
        return owner if owner is not None and owner.kind == "person" else None

    def _thing(self) -> Resolved | None:
        """Give what 'it' means: the letter just told of, or the institution told of last."""
        if self._memory.sued and self._memory.sued == self._memory.sentence - 1:
            # 'The lawsuit was brought by the union. It argued …'
            return _first(self._memory.institutions, _no_institution)
        found = _first(chain(self._memory.speakers, self._memory.institutions), _no_institution)
        document, at = self._memory.document or (None, 0)
        if document is None or at < self._memory.sentence - 1:
            return found
        if found is not None and self._memory.is_about_since(found.profile, at):
            return found
        others = () if found is None else ((found.profile, "spoken of before"),)
        return Resolved(document, "pronoun", others)

    def _person(self, gender: str) -> Resolved | None:
        """Give whom 'he' or 'she' means among those named."""
        misfit = partial(_no_such_person, gender=gender)
        found = self._just_named(gender) or _first(self._memory.speakers, misfit)
        found = self._nearer(found, gender) or found
        if found is not None and found.profile.gender is not None:
            return self._named_since(found.profile, gender) or found
        sure = next((p for p in self._memory.named if p.gender == gender), None)
        if sure is not None and (found is None or self._is_nearer(sure, found.profile)):
            return Resolved(sure, "pronoun")
        return self._learnt(found or _first(self._memory.named, misfit), gender)

    def _named_since(self, found: Profile, gender: str) -> Resolved | None:
        """Give the only one of a gender who was named since somebody was last spoken of.

        'The minister slept. It rained, Jan Roe answered. She smiled. He …'
        """
        since = self._memory.sentence - NEAR
        if self._memory.met_in(found) >= since:
            return None
        near = [p for p in self._memory.named_since(since) if p.gender == gender]
        others = ((found, "spoken of before"),)
        return Resolved(near[0], "pronoun", others) if len(near) == 1 else None

    def _is_nearer(self, one: Profile, other: Profile) -> bool:
        """Whether somebody was just named, and this sentence is not about the other.

        Nor the one before, where the other speaks in it, or is 'a nurse': who has no name may
        have no gender. 'Tal Roe told Ida Lind that Jan Berg was late. He …' is Roe.
        """
        last = self._memory.sentence - 1
        is_silent = other.kind == "person" and other.rank not in self._memory.spoke
        is_about = self._memory.is_about_since(other, last + is_silent)
        return self._memory.is_named_since(one, last) and not is_about

    def _unnamed_topic(self, mention: Mention) -> Profile | None:
        """Give the nurse of 'A nurse has seen him. “He was polite,” she said'.

        Not where that sentence, or this one, names somebody whom the pronoun fits as well.
        """
        profile, at = self._memory.bystander or (None, 0)
        is_past = at < self._memory.sentence - 1
        if profile is None or is_past or profile.plural or not mention.gender:
            return None
        about = (p for p in self._memory.speakers if self._memory.is_about_since(p, at))
        near = [*self._memory.named_since(at), *(p for p in about if p.kind == "person")]
        is_sure = profile.gender == mention.gender  # 'Lind's mother … She'
        if any(p.gender == mention.gender or not (is_sure or p.gender) for p in near):
            return None
        return None if profile.is_other_gender(mention.gender) else profile

    def _several(self) -> Profile | None:
        """Give the bakers of 'Bakers blocked the road. They said …', who have no name."""
        profile, at = self._memory.bystander or (None, 0)
        if profile is None or not profile.plural or at < self._memory.sentence - 1:
            return None
        about = (p for p in self._memory.speakers if self._memory.is_about_since(p, at))
        return None if any(p.plural or p.rank in self._memory.joined for p in about) else profile

    def _just_named(self, gender: str) -> Resolved | None:
        """Give the one of that gender whom the last sentence names, where its subject is nobody.

        'The clerk turned out to be Ida Lind. She said …'
        """
        last = self._memory.sentence - 1
        about = (p for p in self._memory.speakers if self._memory.is_about_since(p, last))
        if any(p.is_somebody and not p.is_other_gender(gender) for p in about):
            return None
        fits = [p for p in self._memory.named_since(last) if p.gender == gender]
        return Resolved(fits[0], "pronoun") if len(fits) == 1 else None

    def _nearer(self, found: Resolved | None, gender: str) -> Resolved | None:
        """Give the only person whom the last sentence names, if nobody surer spoke in it.

        'Mayor Ida Lind puts it higher. She …' is no older speaker of unknown gender.
        """
        last = self._memory.sentence - 1
        if found is None or found.profile.gender or found.profile.kind != "person":
            return None
        if self._memory.spoken_of.get(found.profile.rank, 0) >= last:
            return None
        near = self._memory.named_since(last)
        fits = len(near) == 1 and not near[0].is_other_gender(gender)
        others = ((found.profile, "spoken of before"),)
        return Resolved(near[0], "pronoun", others) if fits else None

    def _learnt(self, found: Resolved | None, gender: str) -> Resolved | None:
        """Note the gender of the only one whom a pronoun can mean."""
        if found is None:
            return None
        rivals = [p for p in self._memory.named if p.gender is None]
        if rivals == [found.profile]:
            found.profile.genders[gender] += 1
        return found


def as_subject(mention: Mention) -> Mention:
    """Give 'he' for the 'him' of 'according to him'; other words as they are."""
    subject = _OBJECTS.get(mention.text.lower())
    if subject is None:
        return mention
    return Mention(subject[0], "pronoun", gender=subject[1])


def _first(profiles: Iterable[Profile], misfit: Callable[[Profile], str | None]) -> Resolved | None:
    """Give the first that a pronoun fits, with those before it and why they do not."""
    others: dict[int, tuple[Profile, str]] = {}
    for profile in profiles:
        why = misfit(profile)
        if why is None:
            return Resolved(profile, "pronoun", tuple(others.values()))
        others[profile.rank] = (profile, why)
    return None


def _no_institution(profile: Profile) -> str | None:
    return None if profile.kind == "institution" else "no institution"


def _no_group(profile: Profile, *, joined: AbstractSet[int]) -> str | None:
    """Give why 'they' means nobody of several, as the first of 'Jan Lind and Ida Roe said' is."""
    return None if profile.plural or profile.rank in joined else "not several"


def _one_person(profile: Profile) -> str | None:
    return "one person" if profile.kind == "person" else None


def _no_such_person(profile: Profile, *, gender: str) -> str | None:
    if profile.kind == "institution":
        return "an institution"
    if profile.plural:
        return "several people"
    return None if profile.gender in {gender, None} else "other gender"
