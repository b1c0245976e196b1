"""Which institution words mean, and for whom it speaks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from digest.attribute import parties
from digest.attribute.bodies import is_initials, is_public
from digest.attribute.identity.memory import NEAR
from digest.attribute.identity.resolved import Resolved, by_name
from digest.attribute.identity.wording import without_description
from digest.attribute.mentions import THE_BODY
from digest.attribute.names import fold
from digest.attribute.profiles import Key
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from digest.attribute.identity.ground import Ground
    from digest.attribute.identity.memory import Memory
    from digest.attribute.identity.pronouns import Pronouns
    from digest.attribute.mentions import Mention
    from digest.attribute.parties import Party
    from digest.attribute.profiles import Profile


class Institutions:
    """Finds the institution that words mean, and notes what they tell of it."""

    def __init__(self, ground: Ground, memory: Memory, pronouns: Pronouns) -> None:
        """Look among those of the article, then of the digest."""
        self._ground = ground
        self._registry = ground.registry
        self._bodies = ground.bodies
        self._memory = memory
        self._pronouns = pronouns

    def resolve(self, mention: Mention, name: str) -> Resolved:
        """Give an institution; 'the ministry' is the one that was spoken of last."""
        known = self._registry.known(name)
        if known is not None and known.setting is not None:
            return Resolved(known, "editor")
        found = self._body_of_owner(mention) or (self.same(name) if mention.definite else None)
        name = without_description(name)
        profile = found or self.make(name, mention.sides)
        if mention.kind in {"institution", "place", "name"}:
            self._memory.institutions.see(profile)
            self._memory.named_in[profile.rank] = self._memory.sentence
            self.call(profile, mention)
        if found is not None:
            if self._bodies.understand(name).proper:
                found.bear(name)
            return by_name(found, "same-body")
        is_common = name.rpartition(" ")[2].islower()  # 'Labour leadership'
        is_joined = self._join(profile, name, mention.party if is_common else parties.named(name))
        if not is_joined and (mention.kind != "name" or " " in name or is_initials(name)):
            # one bare name may be anybody's
            self.place(profile, name, mention.sides)
        return by_name(profile, "institution")

    def _join(self, profile: Profile, name: str, party: Party | None) -> bool:
        """Say whether an institution is of a party, or the party itself, and note it."""
        home = self._ground.home
        if party is None or not (home is None or self._ground.politics.tells(party)):
            return False
        profile.join(party, name)
        return True

    def call(self, profile: Profile, mention: Mention) -> None:
        """Note by which words an institution is called, and from where it is said to be."""
        told = self._bodies.told(mention.name or "")
        if told:
            self._registry.call(profile, sorted(told))
        if not (mention.told or mention.sides):
            return
        is_called = mention.kind == "name" or mention.name not in {mention.text, *mention.told}
        is_introduced = mention.told and is_called and (mention.name or "").istitle()
        if is_introduced and not profile.sides:
            profile.is_own_side = True  # 'the campaign group Clean Bays'
        elif not self._bodies.understand(mention.name or "").proper:
            return
        self._registry.call(profile, [t for t in mention.told if self._bodies.is_kind(t)])
        is_country = self._ground.grammar.places.is_country
        profile.origins.update(side for side in mention.sides if is_country(side))

    def _body_of_owner(self, mention: Mention) -> Profile | None:
        """Give what 'her university' means: the institution that its owner works for."""
        pronoun, _, rest = mention.text.partition(" ")
        owner = self._pronouns.owner(pronoun) if rest else None
        employer = owner.employer if owner is not None else None
        fits = employer is not None and self._is_called(employer, fold(rest))
        return employer if fits else None

    def shorten(self, mention: Mention, short: str | None) -> None:
        """Note by which letters a text calls an institution: 'the Northern Harbour Board (NHB)'."""
        if short is not None and mention.kind == "institution":
            profile = self.resolve(mention, mention.name or mention.text).profile
            self._registry.shorten(profile, short)

    def make(self, name: str, sides: Sequence[str] = ()) -> Profile:
        """Give the institution of a name, made where nobody named it before."""
        return self._registry.institution(self._key(name, sides), name)

    def _key(self, name: str, sides: Sequence[str]) -> Key:
        body = self._bodies.understand(name)
        told = next(filter(self._ground.grammar.places.is_country, sides), None)
        owner = body.owner or ((told or self._of_land()) if body.state else None)
        return Key(owner, body.words, None if owner or body.proper else self._ground.number)

    def _of_land(self) -> str | None:
        """Give the country of a ministry that names none: whose news it is, else the home."""
        return self._memory.land or self._ground.home

    def place(self, profile: Profile, name: str, sides: Sequence[str] = ()) -> None:
        """Note for whom an institution speaks: its country, its party, its owner, or itself."""
        if self._join(profile, name, parties.named(name)):
            return
        body = self._bodies.understand(name)
        holds, possessive, _ = name.replace("’", "'").partition("'s ")
        is_owned = possessive != "" and holds.rpartition(" ")[2][0].isupper()  # "Tass's Oslo desk"
        told = (s for s in sides if s != THE_BODY and not (is_owned or self._ground.is_wide(s)))
        owner = body.owner or next(told, None) or (self._of_land() if body.state else None)
        if self._bodies.is_joint(body.words):
            opposition = self._ground.opposition(owner or self._of_land())
            if opposition is not None:
                profile.oppose(opposition, name)
        holder = self._holder(name)
        if holder is not None and holder is not profile:
            profile.employer = holder
        elif any(map(self._bodies.is_own_kind, profile.told)) and not self._is_public(
            profile, sides
        ):
            profile.sides.clear()  # 'The trade group, the Ruritanian Boats Council,'
            profile.is_own_side = True
        elif owner is not None and not body.own and not (body.owner is None and " & " in name):
            profile.sides[owner] += 1
        elif body.state and " in " in name:
            return  # 'Police in Narva' are of a country that goes unsaid
        elif body.proper or body.own or " & " in name or self._bodies.is_society(name):
            profile.is_own_side = True

    @staticmethod
    def _is_public(profile: Profile, sides: Sequence[str]) -> bool:
        """Whether it is called an agency of a country: "Ruritania's harbour agency Portwatch"."""
        return bool(sides or profile.sides) and any(map(is_public, profile.told))

    def _holder(self, name: str) -> Profile | None:
        """Give the person whose office it is: "Lind's office", 'the office of Mayor Jan Lind'."""
        plain = name.replace("’", "'")
        pronoun, _, rest = plain.partition(" ")
        if rest in self._ground.posts.offices and pronoun.lower() in {"his", "her"}:
            return self._pronouns.person(pronoun)
        before, possessive, _ = plain.partition("'s ")
        what, _, behind = plain.partition(" of ")
        is_office = behind != "" and fold(what).endswith("office")
        holder = before if possessive else behind if is_office else ""
        bearers = self._registry.bearers(holder) if holder else ()
        return bearers[0] if len(bearers) == 1 else None

    def same(self, name: str) -> Profile | None:
        """Give what a short name means: 'the ministry', 'Baltwire' for 'Baltwire Bank'."""
        body = self._bodies.understand(name)
        if body.owner is not None and not body.proper:
            of = self._only_of_state if body.state else self._body_of
            return of(body.owner, body.words)
        if body.owner is not None:
            return None
        if body.proper:
            longer = self._registry.longer(body.words) or self._registry.shortened(name)
            longer = longer or self._registry.fuller(body.words)
            return longer[0] if len(longer) == 1 else None
        if self._bodies.is_joint(body.words) or self._bodies.stands_alone(body.words):
            return self._of_the_words(body.words)  # more than what was just told of, or another
        near = [p for p in self._memory.institutions if not body.state or self._is_of_land(p)]
        found = [p for p in near if self._is_named(p, body.words)]
        alike = found or [p for p in self._memory.institutions if self._is_called(p, body.words)]
        known = self._in_focus(alike)
        if known is None or not self._is_proper(known):
            known = self._employing(body.words) or known
        known = known or self._called_elsewhere(name, body.words)
        return known or self._holding(body.words) or self._just_told(body.words)

    def _of_the_words(self, words: str) -> Profile | None:
        """Give the last one of just these words, but for whose it is.

        "Ruritania's opposition … the opposition", 'the House of Deputies … the House'.
        """
        understand = self._bodies.understand
        own = ((p, understand(name).words) for p in self._memory.institutions for name in p.names)
        return next((p for p, known in own if known.partition(" of ")[0] == words), None)

    def _is_of_land(self, profile: Profile) -> bool:
        """Whether an institution may be of the country whose news the paragraph has come to."""
        land = self._memory.land
        return land is None or not profile.sides or land in profile.sides

    def _employing(self, words: str) -> Profile | None:
        """Give what 'the union' means behind its leader: whom the last to speak works for.

        'Jan Lind leads the Netmakers. … The union wants more.'
        """
        since = self._memory.sentence - NEAR
        near = (p for p in self._memory.speakers if self._memory.is_about_since(p, since))
        employers = (p.employer for p in near if p.employer is not None)
        fits = (p for p in employers if p.kind == "institution" and self._may_be(p, words))
        return next(fits, None)

    def _just_told(self, words: str) -> Profile | None:
        """Give what the last sentence was about where its name tells no kind: 'the union'."""
        last = self._memory.sentence - 1
        near = (p for p in self._memory.institutions if self._memory.is_about_since(p, last))
        fits = [p for p in near if self._may_be(p, words)]
        return fits[0] if len(fits) == 1 else None

    def _may_be(self, profile: Profile, words: str) -> bool:
        """Whether what was just told of, or whom a speaker works for, may be called by a noun."""
        if profile.sides or not self._is_proper(profile):
            return False
        if self._bodies.tell_kind(profile.names) or any(map(self._bodies.is_kind, profile.told)):
            return self._is_called(profile, words)
        return words in self._ground.grammar.company_nouns or words in _party_nouns()

    def _is_proper(self, profile: Profile) -> bool:
        """Whether an institution has a name of its own."""
        return any(self._bodies.understand(name).proper for name in profile.names)

    def _in_focus(self, found: Sequence[Profile]) -> Profile | None:
        """Give the one whom the last sentence is about, else the one named last."""
        last = self._memory.sentence - 1
        about = (p for p in found if self._memory.is_about_since(p, last))
        return next(about, None) or next(iter(found), None)

    def _holding(self, words: str) -> Profile | None:
        """Give the only one here whose name holds a word: 'Upland League Association'."""
        if not self._bodies.is_kind(words):
            return None
        names = (
            (p, self._bodies.understand(n).words)
            for p in self._memory.institutions
            for n in p.names
        )
        found = {p.rank: p for p, name in names if f" {words} " in f" {name} " and words != name}
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_named(self, profile: Profile, words: str) -> bool:
        """Whether an institution was called by these words, or its name ends in them."""
        if words in profile.told:
            return True
        understand, ends = self._bodies.understand, self._bodies.ends
        return any(ends(words, understand(name).words) for name in profile.names)

    def _is_called(self, profile: Profile, words: str) -> bool:
        """Whether 'the group' may mean an institution, by its names or what it was called."""
        return self._bodies.are_called(words, profile.names, profile.told)

    def _called_elsewhere(self, name: str, words: str) -> Profile | None:
        """Give the only institution of all articles that was called so, or whose name ends so."""
        called = self._registry.called(fold(name))
        if not called and self._bodies.is_kind(words):
            ending = self._registry.ending(words)
            called = [p for p in ending if self.is_seat(p, frozenset({words}))]
        return called[0] if len(called) == 1 and called[0].kind == "institution" else None

    def _body_of(self, owner: str, words: str) -> Profile | None:
        """Give what 'the Ruritanian lender' means: the one so called that is from there.

        Or the one told of last, of which the last sentence was, if nothing told from where it is.
        """
        called = [p for p in self._memory.institutions if self._is_called(p, words)]
        fits = [p for p in called if owner in p.origins] or [
            p for p in called[:1] if self._may_be_new(p, owner)
        ]
        return fits[0] if len(fits) == 1 else None

    def _only_of_state(self, owner: str, words: str) -> Profile | None:
        """Give what 'the Ruritanian ministry' means: the only one of that country told of."""
        if " " in words:
            return None
        names = (
            (p, self._bodies.understand(name))
            for p in self._memory.institutions
            for name in p.names
        )
        fits = {p.rank: p for p, b in names if b.owner == owner and b.words.endswith(f" {words}")}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _may_be_new(self, profile: Profile, owner: str) -> bool:
        """Whether an origin may be told first of a company just spoken of."""
        last = self._memory.sentence - 1
        is_free = profile.own_side in {owner, profile.name} and not profile.origins
        is_one = not any(p.is_bare for p in self._memory.named_since(last))
        is_near = self._memory.is_about_since(profile, last) and is_one
        return is_near and is_free and self._is_proper(profile)

    def is_seat(self, profile: Profile, nouns: AbstractSet[str]) -> bool:
        """Whether an institution with a name of its own is of a kind: a court, a club."""
        named = (name for name in profile.names if name[:1].isupper())  # no 'court of Jan Lind'
        bodies = [self._bodies.understand(name) for name in named]
        if profile.sides or not any(body.proper for body in bodies):
            return False
        is_called = any(words.rpartition(" ")[2] in nouns for words in profile.told)
        return is_called or any(self._bodies.is_of_kind(body.words, nouns) for body in bodies)


@cache
def _party_nouns() -> frozenset[str]:
    return frozenset(table("roles")["posts"]["party_nouns"])
