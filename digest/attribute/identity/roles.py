"""Whom a role without a name means: 'the minister', 'the former judge'."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from digest.attribute.identity.describing import Descriptions
from digest.attribute.identity.memory import NEAR
from digest.attribute.identity.resolved import Resolved
from digest.attribute.identity.wording import undetermined
from digest.attribute.mentions import THE_BODY
from digest.attribute.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.attribute.identity.ground import Ground
    from digest.attribute.identity.memory import Memory
    from digest.attribute.identity.pronouns import Pronouns
    from digest.attribute.identity.unnamed import Unnamed
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile

_WHILE = 8  # sentences in which who spoke may be called by a situation


class Roles:
    """Finds the one person whom a role fits."""

    def __init__(
        self, ground: Ground, memory: Memory, unnamed: Unnamed, pronouns: Pronouns
    ) -> None:
        """Look among the people of the article, then of the digest."""
        self._pronouns = pronouns
        self._ground = ground
        self._descriptions = Descriptions(ground)
        self._registry = ground.registry
        self._posts = ground.posts
        self._memory = memory
        self._unnamed = unnamed

    def resolve(self, mention: Mention) -> Resolved:
        """Give somebody named before whom a role fits, or an unnamed speaker."""
        others: dict[int, tuple[Profile, str]] = {}
        if mention.definite and not mention.plural:
            again = self._unnamed.again(mention, self._posts.alike(mention.noun))
            if again is not None:
                return Resolved(again, "unnamed")
            for person in chain(self._memory.speakers, self._memory.named):
                misfit = self._misfit(person, mention)
                if misfit is None:
                    return Resolved(person, "role", tuple(others.values()))
                others[person.rank] = (person, misfit)
            holder = self._holder_elsewhere(mention)
            if holder is not None:
                return Resolved(holder, "role-elsewhere", tuple(others.values()))
            latest = self._in_focus(mention, self._is_likely)
            latest = latest or self._widely_called(mention) or self._near_kindred(mention)
            latest = latest or self._in_focus(mention, self._is_unclaimed)
            latest = latest or self._kindred(mention)
            latest = latest or self._in_situation(mention) or self._counterpart(mention)
            latest = latest or self._told_as_counterpart(mention)
            latest = latest or self._just_heard(mention) or self._only_holder(mention)
            if latest is not None:
                return Resolved(latest, "role", tuple(others.values()))
        return Resolved(self._unnamed.called(mention), "unnamed", tuple(others.values()))

    def _misfit(self, person: Profile, mention: Mention) -> str | None:
        """Give why a role means somebody else than one of the article; None where nothing does."""
        misfit = self._posts.misfit(person, mention) or self._stale(person, mention)
        is_told = not mention.sides or person.sides or mention.sides == (THE_BODY,)
        if misfit or is_told or person.setting is not None:
            return misfit
        # 'The Ruritanian leader' is no premier of a country that goes unsaid.
        surer = (p for p in self._memory.named if p.sides and p is not person)
        is_surer = any(self._posts.misfit(p, mention) is None for p in surer)
        return "somebody else is of that side" if is_surer else None

    def called(self, mention: Mention) -> Profile | None:
        """Give the one person whom the article calls by such words: 'the crane operator'.

        Words that no lexicon knows for a person's count only as they were used;
        one that may be an institution's, only with the words before it.
        """
        words = fold(undetermined(mention.text))
        if not mention.definite or mention.plural or words not in mention.told:
            return None
        if mention.kind == "institution" and " " not in words:
            return None
        here = [p for p in self._memory.named if words in p.told]
        found = here or [p for p in self._registry.called(words) if " " in words]
        return found[0] if len(found) == 1 and found[0].kind == "person" else None

    def _in_focus(
        self, mention: Mention, is_so: Callable[[Profile, Mention], bool]
    ) -> Profile | None:
        """Give whom the last sentence was about, if the words may tell something new of them."""
        focus = self._memory.in_focus(mention.gender)
        if focus is None or focus.kind != "person" or not is_so(focus, mention):
            return None
        return focus if self._descriptions.may_tell(focus, mention) else None

    def _is_likely(self, person: Profile, mention: Mention) -> bool:
        """Whether a noun is another word for what somebody is known to be."""
        return self._descriptions.is_like(mention, person)

    def _is_unclaimed(self, person: Profile, mention: Mention) -> bool:
        """Whether nobody else of the article is known by such a noun, named or not."""
        if self._posts.is_party(mention) or self._descriptions.is_of_anybody(mention):
            return True
        noun = mention.noun or ""
        if any(fold(name).endswith(noun) for name in self._memory.unnamed):
            return False
        others = (p for p in self._memory.named if p is not person)
        return not any(
            self._may_be_called(p, mention)
            or (self._is_near(p) and self._descriptions.is_like(mention, p))
            for p in others
        )

    def _widely_called(self, mention: Mention) -> Profile | None:
        """Give the only one here whose post a wider word tells: 'the officer' for a colonel.

        Only soon after the name, and where no unnamed officer was spoken of.
        """
        if self._descriptions.is_of_anybody(mention):
            return None
        if any(fold(name).endswith(mention.noun or "") for name in self._memory.unnamed):
            return None
        fits = [p for p in self._memory.named if self._posts.is_wider(p, mention)]
        return fits[0] if len(fits) == 1 and self._is_recent(fits[0]) else None

    def _kindred(self, mention: Mention) -> Profile | None:
        """Give who was just spoken of and has a like post: 'the professor' for a researcher.

        Not where the article knows another by that post.
        """
        fits = self._all_kindred(mention)
        return fits[0] if len(fits) == 1 and self._is_recent(fits[0]) else None

    def _near_kindred(self, mention: Mention) -> Profile | None:
        """Give the one with a like post of whom the last sentences tell last."""
        near = [p for p in self._all_kindred(mention) if self._is_near(p)]
        latest = max((self._memory.met_in(p) for p in near), default=0)
        last = [p for p in near if self._memory.met_in(p) == latest]
        return last[0] if len(last) == 1 else None

    def _all_kindred(self, mention: Mention) -> list[Profile]:
        if any(self._may_be_called(person, mention) for person in self._memory.named):
            return []
        all_ = {p.rank: p for p in chain(self._memory.speakers, self._memory.named)}
        is_head = self._posts.is_head(mention)
        # 'The minister' is nobody who leads a union.
        others = (p for p in all_.values() if not (is_head and _is_of_society(p)))
        return [p for p in others if self._posts.is_kindred(p, mention)]

    def _may_be_called(self, person: Profile, mention: Mention) -> bool:
        """Whether somebody is known by a noun, and neither side nor gender speak against it."""
        if mention.noun not in person.nouns or self._stale(person, mention):
            return False
        return self._posts.misfit(person, mention) not in {"other side", "other gender"}

    def _in_situation(self, mention: Mention) -> Profile | None:
        """Give who spoke last and may be in a situation that befalls anybody: 'the witness'.

        Not where somebody unnamed was told to be in it.
        """
        if mention.noun in self._memory.heard or not self._posts.is_situation(mention):
            return None
        since = self._memory.sentence - (_WHILE if self._posts.is_heard(mention) else NEAR)
        recent = (p for p in self._memory.speakers if self._memory.met_in(p) >= since)
        return next((p for p in recent if self._posts.may_be_in(p, mention)), None)

    def _just_heard(self, mention: Mention) -> Profile | None:
        """Give who spoke last, of whom nothing is known: '“No,” Ida Lind said. The minister …'.

        Not by a post that any story may have besides, such as a judge's, and not where
        somebody of such a post was told.
        """
        last = next(iter(self._memory.speakers), None)
        if last is None or last.rank not in self._memory.spoke - self._memory.joined:
            return None
        if not self._is_near(last):
            return None
        if mention.noun in self._memory.heard or not self._posts.may_be_anybodys(mention):
            return None
        is_free = self._posts.is_unknown(last) and not last.is_other_gender(mention.gender)
        return last if is_free else None

    def _only_holder(self, mention: Mention) -> Profile | None:
        """Give the only one in all articles who holds a post that no other story has besides."""
        if mention.noun in self._memory.heard or not self._posts.may_be_anybodys(mention):
            return None
        holders = self._registry.holders(mention.noun or "")
        fits = [p for p in holders if self._posts.misfit(p, mention) is None]
        return fits[0] if len(fits) == 1 else None

    def _counterpart(self, mention: Mention) -> Profile | None:
        """Give whom 'his Ruritanian counterpart' means: the one with the same post there."""
        owner = self._pronouns.person((mention.role or "").partition(" ")[0])
        if mention.noun != "counterpart" or owner is None or not mention.sides:
            return None
        holders = chain.from_iterable(map(self._registry.holders, sorted(owner.nouns)))
        found = {p.rank: p for p in holders if p.side == mention.sides[0]}
        alike = [p for p in found.values() if p is not owner and self._posts.is_same(p, owner)]
        return alike[0] if len(alike) == 1 else None

    def _told_as_counterpart(self, mention: Mention) -> Profile | None:
        """Give the one named as somebody's counterpart: 'the Ruritanian minister'."""
        if not mention.sides:
            return None
        near = [p for p in self._memory.named if self._is_near(p)]
        fits = [p for p in near if "counterpart" in p.nouns and p.side == mention.sides[0]]
        is_post = any(mention.noun in p.nouns for p in near if p not in fits)
        return fits[0] if len(fits) == 1 and is_post else None

    def _is_recent(self, person: Profile) -> bool:
        """Whether somebody was named or spoken of a little while ago."""
        return self._memory.met_in(person) >= self._memory.sentence - _WHILE

    def _is_near(self, person: Profile) -> bool:
        """Whether somebody was just named or spoken of."""
        return self._memory.met_in(person) >= self._memory.sentence - NEAR

    def _stale(self, person: Profile, mention: Mention) -> str | None:
        """Give why 'the Zenda executive' is nobody of unknown side who was named long before."""
        if not mention.sides or mention.sides == (THE_BODY,) or person.side is not None:
            return None
        last = max(self._memory.met_in(person) + 1, self._memory.sentence - 1)
        return "somebody else is nearer" if self._memory.named_since(last) else None

    def _holder_elsewhere(self, mention: Mention) -> Profile | None:
        """Give the only one in all articles who holds a post that is told in full.

        'The transport minister' may be named in another article only; 'the
        minister' alone singles nobody out.
        """
        is_head = self._ground.home is not None and self._posts.is_head(mention)
        if mention.noun is None or not (is_head or self._posts.is_specific(mention)):
            return None
        is_homes = is_head and not mention.sides
        fits = (
            p
            for p in self._registry.holders(mention.noun)
            if not (is_homes and p.side != self._ground.home)
            and self._posts.misfit(p, mention) is None
            and self._stale(p, mention) is None
        )
        holders = list(islice(fits, 2))
        if len(holders) != 1:
            return None
        sides = holders[0].sides
        strange = self._ground.home is not None and sides and self._ground.home not in sides
        return None if strange and not mention.sides else holders[0]


def _is_of_society(person: Profile) -> bool:
    """Whether somebody works for what speaks for itself, and for no country."""
    return person.employer is not None and person.employer.is_own_side
