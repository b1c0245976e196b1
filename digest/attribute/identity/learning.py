"""What a mention tells of somebody: the role, the side, whom they work for."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.attribute import names, parties
from digest.attribute.bodies import is_initials
from digest.attribute.identity.memory import NEAR
from digest.attribute.identity.wording import without_description

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.attribute.identity.ground import Ground
    from digest.attribute.identity.institutions import Institutions
    from digest.attribute.identity.memory import Memory
    from digest.attribute.identity.pronouns import Pronouns
    from digest.attribute.mentions import Mention
    from digest.attribute.parties import Party
    from digest.attribute.profiles import Profile
    from digest.attribute.sentence import Sentence


class Learning:
    """Takes in what mentions tell of people."""

    def __init__(
        self, ground: Ground, memory: Memory, pronouns: Pronouns, institutions: Institutions
    ) -> None:
        """Learn by the same grammar, and find employers where others find institutions."""
        self._ground = ground
        self._registry = ground.registry
        self._posts = ground.posts
        self._bodies = ground.bodies
        self._memory = memory
        self._pronouns = pronouns
        self._institutions = institutions

    def learn(self, profile: Profile, mention: Mention) -> None:
        """Take in a role, a side, a gender from one more mention."""
        if profile.kind == "institution":
            return
        mention = self._at_home(mention)
        employer = self._employer(profile, mention)
        if employer is not None and profile.employer is None:
            profile.employer = employer
        is_origin = mention.kind == "role" and self._posts.is_origin(mention)
        sides = () if is_origin and profile.sides else self._sides(mention, profile)
        if employer is not None and _is_sent(mention):
            sides = ()  # 'its representative in Ruritania'
        if employer is not None and employer.own_side and self._is_apart(mention, employer):
            sides = ()  # 'the club's Ruritanian coach' speaks for the club
            for side in mention.sides:
                profile.sides.pop(side, None)
        body = self._memory.body if employer is None else None
        profile.learn(mention, sides, body)
        self._registry.hold(profile, mention)
        if profile.kind == "person" and mention.kind == "name":
            self._registry.call(profile, mention.told)
        is_homeless = not profile.home and employer is None and not sides
        if is_homeless and self._ground.home and self._is_at_home(mention):
            profile.home = self._ground.home
        self._learn_party(profile, mention)
        if self._bodies.is_joint((mention.role or "").lower()):
            self._learn_opposition(profile, mention)

    def _at_home(self, mention: Mention) -> Mention:
        """Give 'Senator Jan Lind of Georgia' the country of which that is a state."""
        side = next(iter(mention.sides), None)
        country = self._ground.grammar.places.namesake(side) if side is not None else None
        if side is None or country is None:
            return mention
        is_of_party = mention.party is not None and country in mention.party.countries
        is_told = is_of_party or self._posts.is_of_namesake(mention, side)
        is_part = self._ground.grammar.is_of_part(mention.role or "")  # 'the governor of Georgia'
        if is_part or country != self._ground.home or not is_told:
            return mention
        return mention._replace(sides=(country,), local=(country,))

    def _is_at_home(self, mention: Mention) -> bool:
        """Whether somebody holds a post of the article's country, and is no holder's sister."""
        is_private = self._posts.is_lawyer(mention) or self._posts.is_relative(mention)
        return not is_private and self._is_of_state(mention)

    def _learn_party(self, profile: Profile, mention: Mention) -> None:
        """Take in a party: a side where parties are told; elsewhere its mark tells the country."""
        party = mention.party
        if party is None or not self._posts.is_political(mention):
            return
        if self._ground.politics.tells(party) or self._tells_alone(party):
            if not self._posts.is_head(mention):
                profile.join(party, mention.role or mention.text)
        elif party.marked:
            profile.sides[party.countries[0]] += 1

    def learn_list(self, s: Sentence, mentions: Iterable[Mention]) -> None:
        """Take in the party of members that a sentence lists: 'Republicans, including Jan Lind'."""
        found = parties.listed(s.words, s.tokens)
        if found is None or not self._ground.politics.tells(found[1]):
            return
        begin, party = found
        end = s.tokens[begin].start
        for mention in mentions:
            start = s.text.find(mention.text, end)
            if start < 0 or not _goes_on(s.text[end:start]):
                continue
            end = start + len(mention.text)
            person = self._registry.known(mention.name or "")
            if person is not None and self._posts.is_political(mention):
                person.join(party, mention.text)

    def _learn_opposition(self, profile: Profile, mention: Mention) -> None:
        """Take in that somebody is of the opposition in the country told, or that of the news."""
        is_country = self._ground.grammar.places.is_country
        told = next(filter(is_country, mention.sides), None)
        opposition = self._ground.opposition(told or self._memory.land or self._ground.home)
        if opposition is not None and not self._posts.is_past(mention):
            profile.oppose(opposition, mention.role or mention.text)

    def _tells_alone(self, party: Party) -> bool:
        """Whether a party is told where the article has no home: words that mean no other."""
        return self._ground.home is None and (party.marked or len(party.countries) == 1)

    def _sides(self, mention: Mention, profile: Profile) -> tuple[str, ...]:
        """Give the countries and bodies that a mention says somebody speaks for.

        The country whose news the paragraph has come to only where no words told one.
        """
        if self._posts.is_private(mention):
            return ()
        land = self._memory.land
        if land is not None and self._is_its(mention):
            return (land,)
        sides = tuple([side for side in mention.sides if not self._ground.is_wide(side)])
        if sides:
            return sides
        own = self._posts.country(mention, self._ground.home) or self._city(mention)
        if own is None and land and not profile.sides and self._may_be_of_land(mention):
            own = land
        return () if own is None else (own,)

    def _may_be_of_land(self, mention: Mention) -> bool:
        """Whether words tell a post of a state that goes unsaid: 'the minister, Jan Lind'."""
        return self._is_of_state(mention) and not self._is_anybody(mention)

    def _is_anybody(self, mention: Mention) -> bool:
        """Whether words name no person and no body: 'a diplomat', not 'a ministry source'."""
        is_body = self._ground.grammar.is_institution
        return not mention.definite and not any(map(is_body, mention.text.lower().split()))

    def _is_its(self, mention: Mention) -> bool:
        """Whether somebody holds a post of the state just told of: 'Its ambassador in Zenda'."""
        is_of_state = self._posts.is_of_state(mention) or self._posts.is_head(mention)
        return self._posts.organisation(mention) == "its" and is_of_state

    def _city(self, mention: Mention) -> str | None:
        """Give the city of a mayor, but no word that only opens a sentence: 'Chirpy Mayor'."""
        city = self._posts.city(mention)
        opens = city is not None and " " not in city and mention.text.startswith(f"{city} ")
        return None if opens and not self._bodies.is_proper(city or "") else city

    def _spoken_for(self, mention: Mention) -> Profile | None:
        """Give the institution that was spoken of last, for whom 'a spokesman' speaks."""
        if mention.sides or not self._posts.is_voice(mention):
            return None
        latest = max(self._memory.spoken_of, key=self._memory.spoken_of.__getitem__, default=None)
        if latest is None or self._memory.spoken_of[latest] < self._memory.sentence - NEAR:
            return None
        profile = self._registry.profiles[latest]
        return profile if profile.kind == "institution" else None

    def _is_apart(self, mention: Mention, employer: Profile) -> bool:
        """Whether somebody speaks for an employer alone: a club's coach, a lawmaker of a list."""
        is_party = any(self._is_of_party(mention, name) for name in employer.names)
        return is_party or not self._is_of_state(mention)

    def _is_of_party(self, mention: Mention, name: str) -> bool:
        party = self._posts.named_party(mention, mention.serves or name)
        return party is not None or self._posts.is_of_party(mention, name)

    def _is_of_state(self, mention: Mention) -> bool:
        """Whether somebody holds a post of a state, or works for an institution of one."""
        serves = self._bodies.understand(mention.serves) if mention.serves else None
        return self._posts.is_of_state(mention) or (serves is not None and serves.state)

    def _employer(self, profile: Profile, mention: Mention) -> Profile | None:
        """Give the institution or the person for whom somebody's role says they work."""
        if _is_bare(mention) or self._posts.is_relative(mention) or self._posts.is_beside(mention):
            return None
        phrase = self._posts.organisation(mention)
        if phrase in {"its", "it"}:  # 'its leader, Jan Lind of the Harbour List'
            phrase = self._posts.affiliation(mention) or mention.serves or phrase
        if phrase is None or (phrase.islower() and " " not in phrase):  # 'opposition lawmaker'
            phrase = mention.serves or self._posts.affiliation(mention) or phrase
            phrase = phrase or self._posts.body_of(mention)
        served = self._served(mention)
        if phrase is None or served is not None:
            return served or self._spoken_for(mention) or self._seat(mention) or self._led(mention)
        if phrase in {"its", "it"}:
            return self._owner(mention)
        employer = self._employer_called(phrase, profile, mention)
        if employer is not None and phrase == self._posts.city(mention):
            return employer if phrase in employer.names else None  # no 'Narva Bar Association'
        return employer

    def _owner(self, mention: Mention) -> Profile | None:
        """Give whom 'its' means with somebody's post: the institution spoken of last."""
        if mention.sides and not _is_sent(mention):
            return None
        if self._memory.land is not None and self._is_its(mention):
            return None  # of the country just told of
        known = chain(self._memory.speakers, self._memory.institutions)
        return next((p for p in known if p.kind == "institution"), None)

    def _served(self, mention: Mention) -> Profile | None:
        """Give whom 'her deputy' speaks for: the one person whom 'her' means."""
        owner, _, rest = (mention.role or "").partition(" ")
        _, of, whose = (mention.role or "").partition(" of ")
        if of and whose.partition(" ")[2] in self._posts.offices:
            return self._pronouns.person(whose.partition(" ")[0])  # 'a member of his staff'
        is_servant = rest != "" and self._posts.is_servant(mention)
        is_servant = is_servant and not self._posts.is_past(mention)  # 'her former aide'
        return self._pronouns.person(owner) if is_servant else None

    def _seat(self, mention: Mention) -> Profile | None:
        """Give where the holder of a post must hold it: a judge at the only court spoken of."""
        nouns = self._posts.seats(mention)
        if not nouns or mention.sides:
            return None
        found = [p for p in self._memory.institutions if self._institutions.is_seat(p, nouns)]
        return found[0] if len(found) == 1 else None

    def _led(self, mention: Mention) -> Profile | None:
        """Give whom 'Chief executive Jan Lind' leads: the only company just named."""
        if mention.sides or not self._posts.is_of_a_company(mention):
            return None
        last = self._memory.sentence - 1
        known = (p for p in self._memory.institutions if self._memory.is_named_since(p, last))
        near = [p for p in known if not p.sides]
        return near[0] if len(near) == 1 and near[0].is_own_side else None

    def _employer_called(self, phrase: str, profile: Profile, mention: Mention) -> Profile | None:
        """Give the employer of that name: a person of the article or an institution."""
        party = self._posts.named_party(mention, phrase)
        if party is not None:
            return self._party(party)
        phrase = without_description(phrase)
        body = self._bodies.understand(phrase)
        if body.owner is not None and not body.own:
            return None
        known = (p for p in self._registry.bearers(phrase) if p is not profile)
        bearers = [p for p in known if p.roles or p.gender or p.setting]
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        found = self._institutions.same(phrase)
        # A word that only opens a sentence has capitals, too: 'Race director Jan Lind'.
        opens = " " not in phrase and mention.text.startswith(f"{phrase} ")
        opens = opens and not self._bodies.is_proper(phrase)
        opens = opens and not is_initials(phrase.replace("/", ""))  # 'NHB spokesman'
        opens = opens and not self._posts.is_of_company(mention, phrase)
        if found is not None and body.proper and not found.sides and not opens:
            found.is_own_side = True  # it employs people: no name of somebody
        is_named = body.proper or body.own or self._bodies.is_society(phrase)
        if found is not None or opens or not is_named or self._is_no_body(phrase, mention):
            return found
        if names.opens_with_given(phrase) or (body.state and mention.sides):
            return None  # 'a friend of Ida Lind'; 'of the press desk of Norway's ministry'
        made = self._institutions.make(phrase)
        self._institutions.place(made, phrase)
        return made

    def _party(self, name: str) -> Profile:
        """Give the party of a name, which speaks for itself."""
        found = self._institutions.same(name) or self._institutions.make(name)
        found.is_own_side = True
        return found

    def _is_no_body(self, phrase: str, mention: Mention) -> bool:
        """Whether words for whose a post is mean a person, a ward or a town: "Narva's judge"."""
        first, _, rest = phrase.partition(" ")
        is_person = rest != "" and self._ground.grammar.is_title(first.lower())
        is_person = is_person or self._posts.is_voting(phrase)
        if self._posts.is_of_party(mention, phrase):
            return False
        return is_person or (not rest and self._posts.is_of_state(mention))


def _goes_on(gap: str) -> bool:
    """Whether a list goes on from one name to the next: 'A, B and C', 'A, who left; B; and C'."""
    bare = gap.rpartition(")")[2]
    return ";" in gap or bare.replace(",", " ").strip() in {"", "and", "or"}


def _is_sent(mention: Mention) -> bool:
    """Whether the country named with somebody is where they work: 'its envoy to Ruritania'."""
    role = mention.role or ""
    return role.lower().startswith("its ") and (" in " in role or " to " in role)


def _is_bare(mention: Mention) -> bool:
    """Whether it is somebody's name and no word besides, which tells of no employer."""
    is_name = mention.kind == "name" and mention.text == mention.name
    return is_name and not (mention.role or mention.noun or mention.serves or mention.bodies)
