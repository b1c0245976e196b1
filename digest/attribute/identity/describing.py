"""Whether words may describe somebody of whom the article has just told.

News prose calls whom a sentence was about by something else in the next: 'Jan Lind
resigned. The economist …', 'The 58-year-old …', 'The union chief …'. Whatever does not
contradict what is known of somebody may be new to the reader; but there are posts of which
a story has a holder besides those it names, such as a judge's.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.grammar import closed_class
from digest.attribute.mentions import SOMEBODY, THE_BODY
from digest.attribute.names import fold
from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.identity.ground import Ground
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile


class Descriptions:
    """Holds words for somebody against what is known of a person."""

    def __init__(self, ground: Ground) -> None:
        """Ask the grammar and the posts of an article's ground."""
        self._grammar = ground.grammar
        self._posts = ground.posts
        self._bodies = ground.bodies

    def may_tell(self, person: Profile, mention: Mention) -> bool:
        """Whether a role may be told of whom the sentence before was about."""
        if not self._is_description(mention) or person.is_other_gender(mention.gender):
            return False
        if self._is_of_another_side(person, mention) or _is_of_another_party(person, mention):
            return False
        if self._posts.is_party(mention):
            return self._posts.may_be_of(person, mention)
        return self.is_of_anybody(mention) or (
            self._fits_posts(person, mention) and not self._strange(person, mention)
        )

    def is_of_anybody(self, mention: Mention) -> bool:
        """Whether words tell an age or an origin, which others may share: 'the 58-year-old'."""
        return mention.noun == SOMEBODY or self._posts.is_origin(mention)

    def _is_description(self, mention: Mention) -> bool:
        """Whether words are a post or a trait of one person, and nobody else's: no 'her aide'."""
        noun = mention.noun
        is_role = noun is not None and (noun == SOMEBODY or self._grammar.is_role(noun))
        return is_role and not _is_somebodys(fold(mention.role or ""))

    def _is_of_another_side(self, person: Profile, mention: Mention) -> bool:
        """Whether words tell another country than somebody's; officials of a body come from one."""
        told = {side for side in mention.sides if side != THE_BODY}
        own = {side for side in (*person.sides, person.home) if side is not None}
        countries = {side for side in own if self._grammar.places.is_country(side)}
        return bool(told and countries) and told.isdisjoint(countries)

    def _fits_posts(self, person: Profile, mention: Mention) -> bool:
        """Whether somebody may be called by a noun as well as by those that are known."""
        noun = mention.noun or ""
        if self.is_like(mention, person):
            return True
        if noun in _set("relative"):
            return noun in _set("parents") and " of " in (mention.role or "")
        if self._posts.is_past(mention) or self._is_of_body(mention):
            return True
        known = person.nouns - _set("anybody") - _set("relative") - {SOMEBODY}
        is_everybodys = noun in _everybodys() and " from " not in (mention.role or "")
        return noun in _biographical() or not (known or is_everybodys)

    def _is_of_body(self, mention: Mention) -> bool:
        """Whether words tell no more than where one is at home: 'the union man'."""
        words = fold(mention.role or "").split()
        is_body = any(map(self._grammar.is_institution, words[:-1]))
        return is_body and words[-1] == mention.noun and mention.noun in _set("anybody")

    def is_like(self, mention: Mention, person: Profile) -> bool:
        """Whether a role is a wider, a closer or another word for one of somebody's."""
        noun = mention.noun or ""
        is_kin = not person.nouns.isdisjoint(self._posts.alike(noun))
        is_wider = self._grammar.covers(noun, person.nouns)
        return is_kin or is_wider or self._posts.is_other_word(person, mention)

    def _strange(self, person: Profile, mention: Mention) -> set[str]:
        """Give the words of a role that would single out somebody else."""
        unknown = self._posts.unknown_words(person, mention) - self._grammar.quantities
        is_free = not (person.employer or person.parties)
        if self._posts.is_past(mention) or (mention.noun in _set("politicians") and is_free):
            # 'the Port First politician', 'the former Baltwire baker'
            unknown -= _capitals_before(mention)
        return {word for word in unknown if not self._may_be_new(person, word)}

    def _may_be_new(self, person: Profile, word: str) -> bool:
        """Whether a word before a post may be told first: no 'police' chief of a bank's."""
        is_body = self._grammar.is_institution(word) or word in _set("words_of_state")
        if is_body and word not in _set("political"):
            return person.employer is None or self._may_work_for(person.employer, word)
        return self._grammar.is_modifier(word)

    def _may_work_for(self, employer: Profile, word: str) -> bool:
        """Whether 'the bank chief' may work for an institution, whose name may tell no kind."""
        is_of_kind = self._bodies.tell_kind(employer.names)
        return not is_of_kind or self._bodies.are_called(word, employer.names, employer.told)


def _is_of_another_party(person: Profile, mention: Mention) -> bool:
    party = mention.party
    return party is not None and bool(person.parties) and party.name not in person.parties


def _capitals_before(mention: Mention) -> set[str]:
    """Give the words in capitals before the noun of a role."""
    before = (mention.role or "").partition(mention.noun or "")[0]
    return {fold(word) for word in before.split() if word[0].isupper()}


def _is_somebodys(role: str) -> bool:
    return role.partition(" ")[0] in closed_class("possessives")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(map(fold, table("roles")["posts"][name]))


@cache
def _everybodys() -> frozenset[str]:
    """Give the posts that tell nothing of somebody, for a country has holders of each."""
    return _set("functional") | (_set("of_state") - _set("introducing"))


@cache
def _biographical() -> frozenset[str]:
    """Give what somebody of whatever post may be besides: an engineer, a grandmother."""
    roles = table("roles")
    return frozenset(map(fold, (*roles["roles"]["occupations"], *roles["posts"]["biographical"])))
