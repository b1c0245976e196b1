"""Speakers without a name: of whom only the words of one article are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute.identity.wording import undetermined
from digest.attribute.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.attribute.identity.memory import Memory
    from digest.attribute.identity.pronouns import Pronouns
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile, Registry

_ANYBODY = frozenset({"man", "woman", "person"})
_SOON = 4  # sentences in which an unnamed speaker is taken up again


class Unnamed:
    """Keeps the unnamed speakers of one article apart by their words."""

    def __init__(self, registry: Registry, memory: Memory, pronouns: Pronouns) -> None:
        """Note them in the registry, and remember them for this article."""
        self._registry = registry
        self._memory = memory
        self._pronouns = pronouns

    def called(self, mention: Mention) -> Profile:
        """Give somebody of whom only these words are known, in this article alone."""
        relation = self._relation(mention)
        text = relation or undetermined(mention.text)
        known = self._memory.unnamed.get(fold(text))
        if known is None:
            known = self._memory.unnamed[fold(text)] = self._registry.nobody(text)
            known.plural = mention.plural or " and " in text
            if mention.gender:
                known.genders[mention.gender] += 1
        is_new = mention.kind == "name" or not mention.definite or relation is not None
        if is_new and mention.noun is not None and not known.plural:
            self._memory.heard[mention.noun] = known, self._memory.sentence
        return known

    def again(self, mention: Mention, alike: Iterable[str] = ()) -> Profile | None:
        """Give the unnamed speaker whom words take up: 'the diplomat' for 'a senior diplomat'.

        Only soon after, and where nobody was named since who holds such a post.

        Args:
            mention: the words.
            alike: other nouns for what they say.
        """
        heard = (self._memory.heard.get(noun) for noun in (mention.noun or "", *sorted(alike)))
        profile, at = next((each for each in heard if each is not None), self._latest(mention))
        if profile is None or at < self._memory.sentence - _SOON:
            return None
        if any(mention.noun in p.nouns for p in self._memory.named_since(at)):
            return None
        words = set(fold(undetermined(mention.text)).split()) - {mention.noun, "same"}
        return profile if words <= set(fold(profile.name).split()) else None

    def _latest(self, mention: Mention) -> tuple[Profile | None, int]:
        """Give the unnamed speaker told last, of whom 'the same man' may be said."""
        if mention.noun not in _ANYBODY or not self._memory.heard:
            return None, 0
        profile, at = max(self._memory.heard.values(), key=lambda each: each[1])
        return (None, 0) if profile.is_other_gender(mention.gender) else (profile, at)

    def _relation(self, mention: Mention) -> str | None:
        """Give "Jan Lind's lawyer" for 'his lawyer', where only one can be meant."""
        pronoun, _, rest = mention.text.partition(" ")
        if mention.kind != "role" or not rest:
            return None
        owner = self._pronouns.person(pronoun)
        words = rest.partition(",")[0]
        return f"{owner.name}'s {words}" if owner is not None else None
