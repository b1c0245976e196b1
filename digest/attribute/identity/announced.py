"""Unnamed speakers whom the article names soon: 'a senior diplomat … Jan Lind, the envoy'."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.attribute.mentions import THE_BODY

if TYPE_CHECKING:
    from digest.attribute.identity.ground import Ground
    from digest.attribute.identity.learning import Learning
    from digest.attribute.identity.memory import Memory
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile

_SOON = 3  # statements within which an unnamed speaker may still be named


@dataclass(frozen=True, slots=True)
class _Announced:
    """An unnamed speaker whom the article may yet name."""

    profile: Profile
    mention: Mention
    age: int
    leads: bool
    sentence: int


class Announcements:
    """Joins an unnamed speaker to the one whom the article names next.

    Attributes:
        same: rank of an unnamed speaker → rank of whom the article names as it.
    """

    def __init__(self, ground: Ground, memory: Memory, learning: Learning) -> None:
        """Begin an article in which nobody was heard."""
        self.same: dict[int, int] = {}
        self._ground = ground
        self._posts = ground.posts
        self._memory = memory
        self._learning = learning
        self._announced: list[_Announced] = []
        self._veiled: set[int] = set()  # ranks of those who asked not to be named
        self._told = 0  # statements so far

    def mention(self, profile: Profile, mention: Mention) -> None:
        """Take in somebody unnamed of whom a sentence is: "Ruritania's education minister"."""
        if mention.veiled:
            self._veiled.add(profile.rank)
        may_be_named = mention.kind == "role" and not profile.plural
        if may_be_named and profile.rank not in self._veiled:
            self._announced.append(
                _Announced(profile, mention, 0, self._told == 0, self._memory.sentence)
            )

    def meet(self, person: Profile, mention: Mention) -> None:
        """Take in whom the article names for the first time, and who does not speak yet.

        'Its chief executive says no. Ida Lind was in Narva on Monday.' A name with a role of
        its own may as well be another's.
        """
        if person.kind != "person" or mention.noun is not None:
            return
        for each in self._announced:
            is_next = each.age == 0 and each.mention.definite
            if is_next and self._introduces(person, mention, each):
                self.same[each.profile.rank] = person.rank
                self._learning.learn(person, each.mention)

    def hear(self, speaker: Profile, mention: Mention, *, is_new: bool) -> None:
        """Take in who speaks next; `is_new` where the article did not name them before."""
        self._identify(speaker, mention, is_new=is_new)
        self._told += 1

    def _identify(self, speaker: Profile, mention: Mention, *, is_new: bool) -> None:
        """Join 'a senior diplomat' to the diplomat whom the article names next.

        Only where the named one is new to the article, comes within the next
        statements, and fits the role and all that was said with it.
        """
        if speaker.kind == "unnamed" and not speaker.plural:
            self.mention(speaker, mention)
            return
        left = []
        for each in self._announced:
            if speaker.kind == "person" and is_new and self._introduces(speaker, mention, each):
                self.same[each.profile.rank] = speaker.rank
                self._learning.learn(speaker, each.mention)
            elif each.sentence == self._memory.sentence:
                left.append(each)  # '…, a diplomat said, raising fears'
            elif each.age + 1 < _SOON:
                left.append(replace(each, age=each.age + 1))
        self._announced = left

    def _introduces(self, speaker: Profile, mention: Mention, announced: _Announced) -> bool:
        """Whether a name with its role can be the one that an unnamed role announced."""
        unnamed = announced.mention
        if unnamed.kind != "role" or speaker.is_other_gender(unnamed.gender):
            return False
        if self._is_rival(announced, mention):
            return True
        if mention.noun is None:
            return self._is_bare_name_of(announced, mention, speaker)
        return self._may_be(unnamed, mention, speaker) and _is_of_one_side(
            unnamed, mention, speaker
        )

    def _is_bare_name_of(self, announced: _Announced, mention: Mention, speaker: Profile) -> bool:
        """Whether a bare name may be the one announced.

        Behind 'The secretary general …', or behind 'A baker …' that opens the
        article: nobody is named without a word of who they are.
        """
        unnamed = announced.mention
        if self._posts.holds_any(speaker):
            is_held = self._posts.unheld(speaker, unnamed) is None
            return unnamed.definite and (is_held or self._posts.is_barely(speaker, unnamed))
        is_bare = mention.text == mention.name and speaker.employer is None
        return is_bare and announced.age == 0 and (unnamed.definite or announced.leads)

    def _is_rival(self, announced: _Announced, mention: Mention) -> bool:
        """Whether 'his rival' is named next by what they lead: 'Ida Lind, who leads the Front'."""
        is_next = announced.age == 0 and announced.mention.definite
        return is_next and self._posts.is_rival(announced.mention) and mention.serves is not None

    def _may_be(self, unnamed: Mention, mention: Mention, speaker: Profile) -> bool:
        """Whether a loose role stands for a closer one; nobody calls a minister 'an official'."""
        is_head = self._posts.is_head(mention) and unnamed.noun != mention.noun
        if is_head and not unnamed.definite:
            return False
        return self._ground.grammar.covers(unnamed.noun, {mention.noun or "", *speaker.nouns})


def _is_of_one_side(unnamed: Mention, mention: Mention, speaker: Profile) -> bool:
    """Whether the bodies and sides told of an unnamed speaker may be those of a named one."""
    if unnamed.bodies:
        own = (*mention.bodies, *speaker.bodies)
        return any(a in b or b in a for a in unnamed.bodies for b in own)
    told = set(mention.sides) - {THE_BODY}
    return not unnamed.sides or not told or unnamed.sides[0] in told
