"""Whom a personal name means: a full name, or a surname that several may bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import names
from digest.attribute.identity.memory import NEAR
from digest.attribute.identity.resolved import Resolved, but, by_name
from digest.attribute.names import fold
from digest.attribute.profiles import has_part, has_surname, of_surname

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.attribute.identity.ground import Ground
    from digest.attribute.identity.institutions import Institutions
    from digest.attribute.identity.memory import Memory
    from digest.attribute.identity.unnamed import Unnamed
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile


class Surnames:
    """Finds the person whom a name means; a name that is nobody's is an institution's."""

    def __init__(
        self, ground: Ground, memory: Memory, unnamed: Unnamed, institutions: Institutions
    ) -> None:
        """Look among the people of the article, then of the digest."""
        self._registry = ground.registry
        self._posts = ground.posts
        self._bodies = ground.bodies
        self._memory = memory
        self._unnamed = unnamed
        self._institutions = institutions

    def resolve(self, name: str, mention: Mention) -> Resolved:
        """Give whom a name means; where it fits two, somebody of whom only it is known."""
        if self._bodies.is_company(name):
            return self._institutions.resolve(mention, name)
        if names.is_full(name) and not self._is_company(name):
            profile = self._registry.person(name)
            self._memory.named.see(profile)
            return by_name(profile, "full-name")
        return self._surname(name, mention)

    def _is_company(self, name: str) -> bool:
        """Whether a name in capitals is that of an institution named before."""
        return self._registry.body(self._bodies.understand(name).words) is not None

    def _surname(self, name: str, mention: Mention) -> Resolved:
        """Give the person whom one name means: here, or in the whole digest.

        Where it fits two, and neither role nor title tells them apart, nor that
        only one was just spoken of, it is somebody of whom only the surname is known.
        """
        bearers = self.bearers(name, mention)
        fits = bearers if len(bearers) == 1 else [p for p in bearers if self._agrees(p, mention)]
        fits = fits if len(fits) == 1 else self._just_met(fits or bearers)
        if len(fits) == 1:
            fits[0].bear(name)
            self._memory.named.see(fits[0])
            return by_name(fits[0], "surname", but(bearers, fits[0], "title does not fit"))
        if bearers:
            others = tuple((each, "bears the name too") for each in bearers)
            return Resolved(self._unnamed.called(mention), "ambiguous", others)
        if not (mention.role or mention.gender):
            return self._institutions.resolve(mention, name)
        if any(has_surname(p, name) for p in self._registry.bearers(name)):
            return Resolved(self._unnamed.called(mention), "unnamed")  # 'Mrs Lind', not Jan Lind
        profile = self._registry.person(name)
        self._memory.named.see(profile)
        return by_name(profile, "surname")

    def _just_met(self, bearers: Sequence[Profile]) -> list[Profile]:
        """Give the only one of several of a surname of whom the last sentences are.

        Not where another of them was named since, or in the same breath.
        """
        since = self._memory.sentence - NEAR
        about = [p for p in bearers if self._memory.is_about_since(p, since)]
        if len(about) != 1:
            return []
        latest = max((self._memory.met_in(p) for p in bearers if p not in about), default=0)
        return about if self._memory.met_in(about[0]) > latest else []

    def bearers(self, name: str, mention: Mention) -> list[Profile]:
        """Give whom a name may mean; a post that only another of the name holds decides."""
        bearers = self._all_bearers(name, mention)
        return self._holders_named(name, mention, bearers) or bearers

    def _holders_named(
        self, name: str, mention: Mention, bearers: Sequence[Profile]
    ) -> list[Profile]:
        """Give the one of two surnames who holds a post that the sole bearer does not hold.

        'Governor Ruiz' is Jan Ruiz Soto, whom an article calls governor, and not Mayor Ana Ruiz.
        """
        if len(bearers) != 1 or mention.noun is None or self._agrees(bearers[0], mention):
            return []
        if not self._posts.holds_any(bearers[0]):
            return []
        others = (*self._registry.bearers(name), *self._registry.part_bearers(name))
        fits = {p.rank: p for p in others if self._agrees_in_role(p, mention)}
        return list(fits.values()) if len(fits) == 1 else []

    def _agrees_in_role(self, profile: Profile, mention: Mention) -> bool:
        is_other = profile.is_other_gender(mention.gender)
        return not is_other and self._posts.unheld(profile, mention) is None

    def _all_bearers(self, name: str, mention: Mention) -> list[Profile]:
        """Give whom a name may mean: first by surname, here and then anywhere, or by another part.

        Somebody known to be of the other gender is none of them.
        """
        for told in self._ways(name, mention):
            found = [p for p in told if not p.is_other_gender(mention.gender)]
            if found:
                return found
        return []

    def _ways(self, name: str, mention: Mention) -> Iterator[Iterable[Profile]]:
        own = list(self._memory.named)
        yield of_surname(own, name)
        last = names.last_word(name)
        yield (p for p in own if has_part(p, last))
        yield self._registry.bearers(name)
        yield self._part_bearers(name, mention)

    def _part_bearers(self, name: str, mention: Mention) -> Iterable[Profile]:
        """Give whose name another word is, if words say that it is a person's.

        A second surname, or a family's name that stands first ('Nguyen Thi Cao'),
        may stand alone as long as no institution is called so.
        """
        bearers = self._registry.part_bearers(names.last_word(name))
        if mention.role or mention.gender:
            return bearers
        if len(bearers) != 1 or self._registry.longer(fold(name)):
            return ()
        return [p for p in bearers if any(names.is_family_part(n, name) for n in p.known_names)]

    def _agrees(self, profile: Profile, mention: Mention) -> bool:
        """Whether a title or role singles somebody out among those of one surname."""
        if mention.gender and profile.gender:
            return mention.gender == profile.gender
        return mention.noun is not None and self._posts.unheld(profile, mention) is None
