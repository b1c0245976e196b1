"""Posts: whether a role may mean somebody who holds one, and whom a holder speaks for.

Knows words of roles; which of several people is meant is decided in `identity`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, dropwhile, takewhile
from typing import TYPE_CHECKING

from digest.attribute import parties
from digest.attribute.bodies import papers
from digest.attribute.grammar import closed_class, is_joined, short_titles
from digest.attribute.mentions import AGED, SOMEBODY, THE_BODY
from digest.attribute.names import fold
from digest.attribute.tokens import tokenize
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.attribute.grammar import Grammar
    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile

_ADJECTIVES = ("ing", "ous", "ful", "less")
_ROLES = 4_000  # that are kept understood
_LINKS = closed_class("linking_posts")
_ENDS = closed_class("ends_of_posts")


class Posts:
    """What the lexicon knows of posts; `grammar` has the classes of words."""

    def __init__(self, grammar: Grammar) -> None:
        """Ask `grammar` for classes of words."""
        self.grammar = grammar
        self._words: Callable[[str], frozenset[str]] = lru_cache(_ROLES)(self._telling_words)
        self._named: Callable[[str, str | None], str | None] = lru_cache(_ROLES)(self._named_in)

    def misfit(self, profile: Profile, mention: Mention) -> str | None:
        """Give why a role cannot mean somebody; None where role, side and gender agree."""
        if profile.kind != "person":
            return "no named person"
        if profile.is_other_gender(mention.gender):
            return "other gender"
        if self.is_party(mention):
            return None if _is_of_party(profile, mention) else "another party or seat"
        if mention.noun is not None and mention.noun in profile.nouns:
            # 'its minister' of a country that is known is nobody's else.
            other = None if mention.sides else _other_owner(profile, mention)
            return self.unheld(profile, mention) or other
        return self._misfit_by_another_word(profile, mention)

    def _misfit_by_another_word(self, profile: Profile, mention: Mention) -> str | None:
        """Give why a role is no other word for one of somebody's, as 'top diplomat' may be."""
        if profile.nouns & _holders_of(mention) and not (
            {side for side in mention.sides if side != THE_BODY} - {profile.side}
        ):
            return None
        if self.is_other_word(profile, mention):
            return self._other_side(profile, mention)
        if mention.noun not in self.grammar.loose_roles:
            return "role does not fit"
        sides = [side for side in mention.sides if side != THE_BODY]
        fits = sides[0] == profile.side if sides else self._works_there(profile, mention)
        return None if fits else "other side"

    @staticmethod
    def _other_side(profile: Profile, mention: Mention) -> str | None:
        sides = {side for side in mention.sides if side != THE_BODY}
        return "other side" if sides and profile.sides and not sides & set(profile.sides) else None

    @staticmethod
    def _works_there(profile: Profile, mention: Mention) -> bool:
        """Whether 'the union leader' works for a union, as somebody does."""
        words = _content(mention.role or "") - {mention.noun or ""} - _set("fillers")
        names = profile.employer.names if profile.employer is not None else ()
        return bool(words) and any(words <= _content(name) for name in names)

    def is_wider(self, profile: Profile, mention: Mention) -> bool:
        """Whether a role is a wider word for somebody's post: 'the officer' for a colonel."""
        if profile.kind != "person" or mention.noun is None or mention.sides:
            return False
        if profile.is_other_gender(mention.gender):
            return False
        if mention.party and profile.parties and mention.party.name not in profile.parties:
            return False
        words = self._words(mention.role or mention.text) - {mention.noun} - _set("parties")
        counts = self.grammar.quantities  # 'the four-term congressman'
        strange = {w for w in words - counts if not self._is_loose(w, profile)}
        is_head = profile.nouns & _set("heads")
        return not strange and not is_head and self.grammar.covers(mention.noun, profile.nouns)

    def is_kindred(self, profile: Profile, mention: Mention) -> bool:
        """Whether a role may be said of somebody for a like post: 'the coach' for a manager."""
        if profile.kind != "person" or profile.nouns.isdisjoint(_alike(mention.noun or "")):
            return False
        if _owner(mention.role or "") or profile.is_other_gender(mention.gender):
            return False
        if self._other_side(profile, mention) or self._is_held_beside(profile, mention):
            return False
        return not self.unknown_words(profile, mention)

    def unknown_words(self, profile: Profile, mention: Mention) -> set[str]:
        """Give the words of a role that nobody told of somebody and that may single one out."""
        role = (mention.role or mention.text).partition(" from ")[0]
        words = self._words(role) - self._known(profile) - {mention.noun}
        return {word for word in words if not self._is_loose(word, profile)}

    def is_same(self, one: Profile, other: Profile) -> bool:
        """Whether two people hold a post of the same name, wherever: two foreign ministers."""
        return bool(self._bare_posts(one) & self._bare_posts(other))

    def _bare_posts(self, profile: Profile) -> set[frozenset[str]]:
        """Give the words of somebody's posts without places and what singles nobody out."""
        places = self.grammar.places
        bare = (self._words(role) - _fillers() for role in profile.roles)
        return {
            frozenset(word for word in words if places.owner(word) is None) for words in bare
        } - {frozenset()}

    @staticmethod
    def is_bare(mention: Mention) -> bool:
        """Whether a role is a noun alone: 'the minister'."""
        return _content(mention.role or "") == {mention.noun}

    def is_situation(self, mention: Mention) -> bool:
        """Whether a bare role is one that anybody may get into: 'the witness'."""
        return self.is_bare(mention) and mention.noun in _set("heard") | _set("situations")

    @staticmethod
    def is_heard(mention: Mention) -> bool:
        """Whether a situation is one that somebody speaks in: a witness's, unlike a convict's."""
        return mention.noun in _set("heard")

    @staticmethod
    def is_unknown(profile: Profile) -> bool:
        """Whether nobody told what post a person has."""
        loose = _set("relative") | _set("anybody") | {SOMEBODY}
        return profile.kind == "person" and not profile.nouns - loose

    def may_be_anybodys(self, mention: Mention) -> bool:
        """Whether a bare role is none that a story has besides those it names: no 'judge'."""
        others = _set("besides") | _set("voices") | _set("relative")
        return self.is_bare(mention) and mention.noun not in others

    @staticmethod
    def may_be_in(profile: Profile, mention: Mention) -> bool:
        """Whether somebody may be in a situation: no judge is the witness of a trial."""
        is_other = profile.is_other_gender(mention.gender)
        is_free = not profile.nouns & (_set("impartial") | _set("voices") | _set("at_court"))
        return profile.kind == "person" and not is_other and is_free

    def is_party(self, mention: Mention) -> bool:
        """Whether words tell a politician's party and seat alone: 'the Ohio Republican'."""
        if mention.kind != "role" or mention.noun not in _set("parties"):
            return False
        words = self._words(mention.role or "") - {mention.noun} - _fillers()
        known = (self.grammar.places.owner(word) is not None for word in words)
        return all(known) or (len(words) == 1 and _is_of_a_place(mention.role or ""))

    def is_origin(self, mention: Mention) -> bool:
        """Whether words tell an age or an origin and no office: 'the Ruritanian diplomat'."""
        words = [word.lower() for word in (mention.role or "").split()]
        if any(word.endswith(AGED) for word in words):
            return True
        told = {word for word in words if self.grammar.places.is_national(word)}
        is_nobodys = mention.noun in _set("unranked")
        return bool(told) and is_nobodys and not set(words) - told - _fillers() - {mention.noun}

    @property
    def offices(self) -> frozenset[str]:
        """Nouns for those who work for one person: 'office' in 'her office'."""
        return _set("offices")

    def is_servant(self, mention: Mention) -> bool:
        """Whether a role is held for another: 'her deputy', unlike 'her husband'."""
        return mention.noun in _set("servants") or mention.noun in _set("voices")

    @staticmethod
    def is_past(mention: Mention) -> bool:
        """Whether a role was held once: 'former spokesman'."""
        return not _set("past_posts").isdisjoint(_content(mention.role or ""))

    @staticmethod
    def is_relative(mention: Mention) -> bool:
        """Whether a role tells whose relative somebody is: "Jan Lind's sister" works for nobody."""
        return mention.noun in _set("relative")

    def is_lawyer(self, mention: Mention) -> bool:
        """Whether an attorney is anybody's: 'a Narva attorney', no 'district attorney'."""
        if mention.noun not in _set("attorneys") or mention.sides:
            return False
        public = _set("words_of_state") | self.grammar.districts
        return not (_content(mention.role or "") - {mention.noun}) & public

    @staticmethod
    def is_somebodys(mention: Mention) -> bool:
        """Whether a relative is told with whose: 'his sister', "Jan Lind's mother"."""
        role = (mention.role or "").replace("’", "'")
        return mention.noun in _set("relative") and (_owner(role) is not None or "'s " in role)

    @staticmethod
    def is_rival(mention: Mention) -> bool:
        """Whether a role tells only against or after whom somebody stands: 'his main rival'."""
        return mention.noun in _set("rivals")

    @staticmethod
    def alike(noun: str | None) -> frozenset[str]:
        """Give the nouns by which the holder of a post may be called as well."""
        return _alike(noun or "")

    def seats(self, mention: Mention) -> frozenset[str]:
        """Give the kinds of institutions at which a post is held: courts for 'judge'."""
        held_at = _seats().get(mention.noun or "", frozenset())
        if not held_at or mention.kind not in {"name", "role"}:
            return frozenset()
        return frozenset() if self.is_past(mention) else held_at

    def is_voice(self, mention: Mention) -> bool:
        """Whether somebody speaks for others, and is not said for whom: 'a spokesman'."""
        if mention.role is None:
            return False
        if mention.noun in _set("voices") and _content(mention.role) - _fillers() == {mention.noun}:
            return True
        return fold(mention.role).removeprefix("the ") in _set("of_bodies")

    def _is_held_beside(self, profile: Profile, mention: Mention) -> bool:
        """Whether a noun tells only whose somebody is: 'minister' of 'the minister's lawyer'."""
        if mention.noun in profile.nouns:
            return False
        return any(mention.noun in self._words(role) for role in profile.roles)

    @staticmethod
    def may_be_of(profile: Profile, mention: Mention) -> bool:
        """Whether somebody may be of a party, by the post and by what '(R-Ariz.)' told."""
        by_seat = _by_seat(profile, mention)
        if by_seat is not None:
            return by_seat
        others = profile.nouns & _set("parties") - {mention.noun}
        roles = (fold(role) for role in profile.roles)
        is_elected = any(post in role for role in roles for post in _set("of_parts"))
        return (is_elected or bool(profile.nouns & _set("politicians"))) and not others

    def is_other_word(self, profile: Profile, mention: Mention) -> bool:
        """Whether a role is another word for a post of somebody's: 'top Ruritanian diplomat'."""
        words = _post_words(mention.role or "")
        role = " ".join(w for w in words if not self.grammar.places.is_national(w))
        posts = _same_posts().get(role, frozenset())
        held = (f" {fold(each)}" for each in profile.roles if not _content(each) & _set("ranks"))
        return any(each.endswith(f" {post}") for each in held for post in posts)

    def unheld(self, profile: Profile, mention: Mention) -> str | None:
        """Give why somebody does not hold a post of that name; None where they do."""
        sides = [side for side in mention.sides if side != THE_BODY]
        known_sides = set(profile.sides) or {profile.home} - {None}
        if sides and known_sides and sides[0] not in known_sides:
            return "other side"
        asked = self._words(mention.role or mention.text)
        held = [self._words(role) for role in (*profile.roles, *profile.deeds)]
        if not any(mention.noun in words and not _outranks(words, asked) for words in held):
            return "role does not fit"
        known = self._known(profile)
        noun = mention.noun or ""
        known |= _seats().get(noun, frozenset()) | _usual(noun)  # 'the court's presiding judge'
        party = mention.party.name if mention.party is not None else None
        if party is not None and party in (profile.parties or {party}):
            known |= parties.members(party)  # 'the Democratic governor'
        strange = {word for word in asked - known if not self._is_loose(word, profile)}
        return "role does not fit" if strange else None

    def _known(self, profile: Profile) -> frozenset[str]:
        """Give the words of somebody's posts and of whom they work for."""
        names = profile.employer.names if profile.employer is not None else ()
        told = (*profile.roles, *profile.deeds, *profile.bodies, *names)
        return frozenset().union(*(self._words(words) for words in told))

    @staticmethod
    def is_barely(profile: Profile, mention: Mention) -> bool:
        """Whether all that is known of somebody is the noun of a post: 'Governor Jan Lind'."""
        noun = mention.noun
        return profile.nouns == {noun} and all(_content(r) == {noun} for r in profile.roles)

    def _is_loose(self, word: str, profile: Profile) -> bool:
        """Whether a word singles nobody out: 'former', 'Ruritanian', 'the club's'."""
        if word in _fillers() or self.grammar.places.owner(word) is not None:
            return True
        if self.grammar.is_participle(word) or word.endswith(_ADJECTIVES):
            return True  # 'the embattled', 'the presiding', 'the furious'
        return word in _any_company() and profile.employer is not None

    def _telling_words(self, role: str) -> frozenset[str]:
        """Give the words of a role that tell, but for places: 'senator' of 'New Upland senator'."""
        tokens = tokenize(role, ())
        found = self.grammar.places.found(tokens)
        places = {i for at, length, _ in found if length > 1 for i in range(at, at + length)}
        rest = " ".join(t.text for i, t in enumerate(tokens) if i not in places)
        return _content(rest if places else role)

    def _is_known(self, low: str) -> bool:
        """Whether a word in capitals names no organisation: 'Senior', 'Ruritanian', 'Prime'."""
        grammar = self.grammar
        return (
            grammar.describes(low)
            or grammar.places.describes(low)
            or grammar.is_title(low)
            or low in _set("words_of_state")
            or is_joined(low)
        )

    # --------------------------------------------------------------- whose

    def organisation(self, mention: Mention) -> str | None:
        """Give the words for the organisation in a role: "the union's president", 'head of X'.

        'company' in 'a company spokeswoman', 'its' in 'its director'; None
        where the role names none.
        """
        return self._named(mention.role or "", mention.noun)

    def _named_in(self, role: str, noun: str | None) -> str | None:
        words = role.replace("’", "'").removeprefix("of ").split()
        if any(mark in role for mark in '“”"') or noun in _set("kin"):
            return None  # a nickname, or somebody's sister
        if not words or words[0].lower() in self.grammar.possessives:
            return "its" if words and words[0].lower() == "its" else None
        owner = next((i for i, word in enumerate(words) if word.endswith(("'s", "s'"))), None)
        if owner is not None and words[owner].lower() in _set("of_home"):
            return None
        link = _telling_link(words)
        is_first = all(word.lower() not in self.grammar.prepositions for word in words[:owner])
        if owner is not None and is_first and owner < min(link, len(words) - 1):
            return " ".join(words[: owner + 1]).removesuffix("'s").removesuffix("'")
        if link < len(words):
            return self._behind_link(words, link)
        return self._before_post(words, noun)

    def _behind_link(self, words: list[str], link: int) -> str | None:
        """Give the organisation that 'of' or 'at' leads to."""
        behind = self._without_task(words[link + 1 :])
        tail = self._owner_of_body(behind) or _with_town(_proper_tail(behind), words)
        return None if self._is_portfolio(tail or "") else tail

    def _without_task(self, words: list[str]) -> list[str]:
        """Take off what a body is for: 'the agency *overseeing the Upland Line*'."""
        lows = [word.lower() for word in words]
        tasks = (i for i in range(1, len(words)) if words[i].endswith("ing") and words[i].islower())
        is_body = self.grammar.is_institution
        bodies = self.grammar.body_nouns
        found = next((i for i in tasks if is_body(lows[i - 1]) or lows[i - 1] in bodies), None)
        return words[:found]

    def _owner_of_body(self, words: list[str]) -> str | None:
        """Give 'Baltwire' of 'Baltwire's Upland Service'; no place, which employs nobody."""
        rest = list(dropwhile(lambda word: word.lower() in self.grammar.articles, words))
        owner = rest[0].removesuffix("'s") if len(rest) > 1 else ""
        if not owner[:1].isupper() or owner == rest[0] or not rest[1][0].isupper():
            return None
        is_body = self.grammar.is_institution(rest[-1].lower())
        return owner if is_body and not self.grammar.places.describes(owner.lower()) else None

    def _is_portfolio(self, tail: str) -> bool:
        """Whether words only tell what a minister is of: 'Trade and Ports'."""
        known = self.grammar.departments | self.grammar.and_or
        return tail[:1].isupper() and all(word.lower() in known for word in tail.split())

    def _before_post(self, words: list[str], noun: str | None) -> str | None:
        """Give 'Baltwire' of 'Baltwire chief executive', 'company' of 'company spokesman'."""
        if noun in _set("departmental") or noun in _set("awarded"):
            return None  # 'State Harbours Minister', 'Northern Prize winner'
        lows = [word.lower() for word in words]
        end = self._post_start(words, lows.index(noun) if noun in lows else len(words) - 1)
        start = self._name_start(words, end)
        name = self._without_region(words[start:end])
        while start == 0 and len(name) > 1 and self._is_shouted(name[0]):
            name = name[1:]  # 'FURIOUS Harbourline boss' as a tabloid opens
        if name and not all(self._is_known(word.lower()) for word in name):
            return None if self._is_local(name, noun) else " ".join(name)
        return lows[end - 1] if end and self.grammar.is_institution(lows[end - 1]) else None

    def _is_shouted(self, word: str) -> bool:
        low = word.lower()
        return word.isupper() and (low.endswith(_ADJECTIVES) or self.grammar.is_participle(low))

    def _without_region(self, name: list[str]) -> list[str]:
        """Give 'Baltwire' of 'Baltwire Africa', behind which 'correspondent' follows."""
        owner = self.grammar.places.owner(name[-1].lower()) if len(name) > 1 else None
        return name[:-1] if owner is not None and self.grammar.places.is_region(owner) else name

    def _post_start(self, words: list[str], noun: int) -> int:
        """Give where a post of several words begins that ends in a noun: 'minority leader'."""
        lows = [word.lower() for word in words]
        is_role = self.grammar.is_role
        longest = range(max(0, noun - 3), noun)
        start = next((i for i in longest if is_role(" ".join(lows[i : noun + 1]))), noun)
        while start and words[start - 1][0].islower() and self.grammar.is_modifier(lows[start - 1]):
            start -= 1
        return start

    def _name_start(self, words: list[str], end: int) -> int:
        """Give where the capitals begin that end before a post, without places and ranks."""
        start = end
        while start and words[start - 1][0].isupper():
            start -= 1
        while start < end and not self._is_one_name(words[start:end]):
            step = self._place_length(words[start:end]) or self._is_rank(words[start].lower())
            if not step:
                break
            start += step
        return start

    def _is_one_name(self, words: list[str]) -> bool:
        """Whether a place and a common noun are one name: 'Port Hope City', 'Narva Times'."""
        length = self._place_length(words)
        last = words[-1].lower()
        is_kind = last in self.grammar.districts or last in papers()
        return 0 < length == len(words) - 1 and is_kind

    def _place_length(self, words: list[str]) -> int:
        """Give how many words take the place that a name begins with: 2 of 'Port Hope Governor'."""
        is_place = self.grammar.places.is_place
        lengths = range(len(words), 0, -1)
        return next((n for n in lengths if is_place(" ".join(words[:n]).lower())), 0)

    def _is_rank(self, low: str) -> bool:
        """Whether a word in capitals before a name of an organisation is none of it: 'Senior'."""
        if self.grammar.is_institution(low):
            return False
        return self._is_known(low) and not self.grammar.is_role(low)

    def _is_local(self, name: list[str], noun: str | None) -> bool:
        """Whether a word before a post may as well be the place: 'a Narva solicitor'."""
        return len(name) == 1 and noun in _set("of_places")

    def body_of(self, mention: Mention) -> str | None:
        """Give the organisation named with somebody, who is more than the winner of its prize."""
        bodies = (body for body in mention.bodies if not self._is_portfolio(body))
        return None if mention.noun in _set("awarded") else next(bodies, None)

    def affiliation(self, mention: Mention) -> str | None:
        """Give the organisation behind a name: 'Jan Lind of Baltwire Research'."""
        if mention.kind != "name" or mention.name is None:
            return None
        _, named, rest = mention.text.partition(mention.name)
        words = rest.split()
        is_party = words[:1] == ["from"] and words[-1].lower() in _set("party_nouns")
        if not named or not words or not (is_party or words[0].lower() in _LINKS):
            return None
        tail = _proper_tail(words[1:])
        return tail if tail is not None and tail[0].isupper() else None

    @staticmethod
    def is_voting(phrase: str) -> bool:
        """Whether words name a part of a town, which elects people and employs none."""
        return phrase.rpartition(" ")[2].lower() in _set("voting")

    def is_of_party(self, mention: Mention, name: str) -> bool:
        """Whether words make a name a party's, but of none that rules: 'the Narva list'."""
        words = f"{mention.text} {mention.role or ''}".replace("’", "'").lower().split()
        own = name.lower().split()
        starts = range(len(words) - len(own))
        behind = (words[i + len(own)] for i in starts if words[i : i + len(own)] == own)
        return any(w in _set("party_nouns") for w in behind) and "ruling" not in words

    @staticmethod
    def named_party(mention: Mention, name: str) -> str | None:
        """Give the name of a party that words call so: 'of the ruling Narva Way'."""
        first, _, last = name.rpartition(" ")
        is_name = first != "" and all(word[0].isupper() for word in first.split())
        if is_name and last in _set("party_nouns"):
            return first  # 'whose Ida Lund movement won'
        kind, _, rest = name.partition(" ")
        if kind in _set("party_kinds"):
            return rest if rest[:1].isupper() else None
        told = (f"{kind} {name}" in (mention.role or "") for kind in _set("party_kinds"))
        return name if name[:1].isupper() and any(told) else None

    def is_of_company(self, mention: Mention, name: str) -> bool:
        """Whether a word that opens a sentence is a company's name: 'Harbourline CEO Jan Lind'."""
        post = fold((mention.role or "").removeprefix(name)).strip()
        low = name.lower()
        is_common = low in _set("before_chiefs") or self._is_known(low)
        is_common = is_common or self.grammar.is_institution(low) or low.endswith(_ADJECTIVES)
        is_common = is_common or self.grammar.is_participle(low) or low.endswith("-based")
        return post in _set("company_chiefs") and not is_common

    @staticmethod
    def is_of_a_company(mention: Mention) -> bool:
        """Whether somebody is named with a company's post, which goes unsaid: 'CEO Jan Lind'."""
        return mention.kind == "name" and fold(mention.role or "") in _set("company_chiefs")

    def city(self, mention: Mention) -> str | None:
        """Give the city of a mayor: 'Narva' of 'the mayor of Narva', 'Mayor Jan Lind of Narva'."""
        if mention.noun not in self.grammar.of_cities:
            return None
        told = self.organisation(mention) or self.affiliation(mention)
        return told if told is not None and told[0].isupper() else None

    def is_specific(self, mention: Mention) -> bool:
        """Whether a role tells more than a noun: 'the transport minister', 'the union's head'."""
        if mention.noun in _set("private") or mention.noun in self.grammar.loose_roles:
            return False
        words = _content(mention.role or mention.text)
        return len(words - _fillers() - _set("of_state")) + (mention.noun in words) > 1 or (
            mention.noun in _set("of_state") and len(words - _fillers()) > 1
        )

    def is_of_state(self, mention: Mention) -> bool:
        """Whether a post is one of a state, so that it tells a side if the country is clear."""
        return _is_of_state(mention.noun, mention.role or mention.text, plural=mention.plural)

    def country(self, mention: Mention, home: str | None) -> str | None:
        """Give the only country that has a post under this whole name: 'Secretary of State'.

        Of posts that others have, too, the best known where `home` is not another's.
        """
        if mention.role is None:
            return None
        post = _whole_post(mention.role)
        best = _of_countries("of_country_at_home").get(post)
        return _of_countries("of_country").get(post) or (best if home in {None, best} else None)

    @staticmethod
    def is_of_namesake(mention: Mention, country: str) -> bool:
        """Whether words tell a politician by the very name of a country, as of a state's."""
        words = f"{mention.role or ''} {mention.text}".replace("’", "'").replace("'s", "").split()
        is_elected = mention.noun in _set("politicians") - {"leader"}
        return is_elected and country in (word.strip(",") for word in words)

    def is_head(self, mention: Mention) -> bool:
        """Whether a post is the first of a state: a minister's, not a deputy's."""
        words = _content(mention.role or "")
        return mention.noun in _set("heads") and not words & _set("ranks")

    @staticmethod
    def holds_any(profile: Profile) -> bool:
        """Whether somebody is known to have a role now: 'a baker', not only 'a former baker'."""
        known = (not _content(role) & _set("past_posts") for role in profile.roles)
        return bool(profile.nouns - _set("relative")) and any(known)

    def is_political(self, mention: Mention) -> bool:
        """Whether a party named with somebody may be theirs: no judge's, nobody's sister's."""
        if mention.noun in {"counterpart", "colleague", *_set("rivals")}:
            return True  # 'his Democratic counterpart'
        return not any(mention.noun in _set(kind) for kind in ("private", "relative", "impartial"))

    def is_beside(self, mention: Mention) -> bool:
        """Whether somebody is served by an organisation, or against it: 'Harbourline users'."""
        return self.grammar.singular(mention.noun or "") in _set("beside")

    def is_private(self, mention: Mention) -> bool:
        """Whether the role is nobody's office: where such people are from is no side."""
        return mention.noun in _set("private")


@lru_cache(_ROLES)
def _is_of_state(noun: str | None, role: str, *, plural: bool) -> bool:
    if noun in _set("of_state") or noun in _set("of_parts_or_houses"):
        return True
    whole = fold(role).replace("’", "'")
    if not _set("of_home").isdisjoint(whole.split()):
        return True  # "the country's security council"
    words = [word.removesuffix("'s") for word in whole.split()]
    if noun == "president" and set(words) <= {"president", "vice", *_set("past_posts")}:
        return True
    if plural and _content(whole) <= _set("officials"):
        return True
    return not _set("words_of_state").isdisjoint(words)


@lru_cache(_ROLES)
def _whole_post(role: str) -> str:
    """Give 'secretary of state' of 'the former Deputy Secretary of State for ports'."""
    words = fold(role).partition(" to ")[0].partition(" for ")[0].split()
    loose = _set("past_posts") | _set("ranks") | closed_class("articles") | {"then"}
    return " ".join(dropwhile(loose.__contains__, words))


def _is_of_a_place(role: str) -> bool:
    """Whether a party's name has one word in capitals before it: 'Onslow Republican'."""
    words = role.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words[-2:])


def _is_of_party(profile: Profile, mention: Mention) -> bool:
    """Whether somebody is known to be 'the Arizona Republican', by '(R-Ariz.)' or by a role."""
    by_seat = _by_seat(profile, mention)
    if by_seat is not None:
        return by_seat
    asked = _content(mention.role or "")
    return any(asked <= _content(role) for role in profile.roles)


def _by_seat(profile: Profile, mention: Mention) -> bool | None:
    """Say by the marks behind a name, '(R-Ariz.)', who may be 'the Arizona Republican'."""
    marks = [told for told in profile.told if parties.is_seat(told)]
    noun = mention.noun or ""
    place = fold(mention.role or "").removesuffix(noun).strip()
    return any(parties.may_be_for(mark, noun, place) for mark in marks) if marks else None


def _other_owner(profile: Profile, mention: Mention) -> str | None:
    """Give why 'her lawyer' is not whom an article calls 'his lawyer'."""
    owner = _owner(mention.role or "")
    owners = {_owner(role) for role in profile.roles}
    return "somebody else's" if owner and owners and owner not in owners else None


def _owner(role: str) -> str | None:
    first = role.partition(" ")[0].lower()
    return first if first in closed_class("possessives") else None


def _holders_of(mention: Mention) -> frozenset[str]:
    """Give the posts of which a role is another word: 'head of state'."""
    role = " ".join(_post_words(mention.role or mention.noun or ""))
    return _same_posts().get(role, frozenset())


@lru_cache(_ROLES)
def _post_words(role: str) -> Sequence[str]:
    """Give the words of a role in lower case, without 'outgoing' or "the bloc's" before them."""
    words = role.replace("’", "'").lower().split()
    loose = _fillers() - _set("in_posts")
    start = next(
        (i for i, w in enumerate(words) if w not in loose and not w.endswith("'s")), len(words)
    )
    return words[start:]


def _outranks(held: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether one is a 'deputy minister' where a 'minister' is asked for, or the other way."""
    return not asked & _set("in_between") and bool((held ^ asked) & _set("ranks"))


def _proper_tail(words: list[str]) -> str | None:
    """Give 'Polar Line' of 'the carrier Polar Line in Zenda', and 'ministry' of 'the ministry'."""
    rest = words[1:] if words and words[0].lower() in closed_class("articles") else words
    stop = next((i for i, word in enumerate(rest) if word.lower() in _ENDS), len(rest))
    rest = rest[:stop]
    if len(rest) > 1 and rest[0].replace("’", "'").endswith("'s"):
        if rest[0][0].islower():
            return rest[0][:-2]  # "the ministry's Harbour Inspectorate"
        rest = rest[1:]  # "Europe's Harbour Watch"
    capitals = [i for i, word in enumerate(rest) if word[0].isupper()]
    if not capitals:
        return " ".join(rest) or None
    # 'the Ruritanian club FK Narva': what stands before 'club' is no part of the name.
    gaps = (i for i in range(capitals[-1], capitals[0], -1) if _is_gap(rest[i]))
    start = next((at + 1 for at in gaps), capitals[0])
    return " ".join(rest[start : capitals[-1] + 1]).replace("’", "'").removesuffix("'s")


def _with_town(tail: str | None, words: list[str]) -> str | None:
    """Give 'Narva hospital' for 'Narva' where that follows, for a town employs nobody."""
    if tail is None or " " in tail or tail not in words:
        return tail
    behind = list(takewhile(str.islower, words[words.index(tail) + 1 :]))
    kinds = [i for i, word in enumerate(behind) if word in _set("of_towns")]
    return " ".join((tail, *behind[: kinds[0] + 1])) if kinds[:1] in ([0], [1]) else tail


def _telling_link(words: list[str]) -> int:
    """Give where 'of' or 'at' leads to whom somebody works for; the end where none does.

    That is the first, but for one that leads to a name: 'chief of surgery at Harbour Hospital'.
    """
    links = [i for i, w in enumerate(words) if i and w.lower() in _LINKS]
    named = (i for i in links if (_proper_tail(words[i + 1 :]) or "")[:1].isupper())
    return next(chain(named, links), len(words))


def _is_gap(word: str) -> bool:
    return word[0].islower() and word not in closed_class("in_names")


@lru_cache(maxsize=20_000)
def _content(role: str) -> frozenset[str]:
    """Give the words of a role that tell, in lower case and singular."""
    plain = fold(role).replace("’", "'").replace("-", " ").replace(",", " ")
    bare = (word.removesuffix("'s").strip("'.\"") for word in plain.split())
    words = (short_titles().get(word, word) for word in bare)
    return frozenset(word for word in words if word and word not in _articles())


@cache
def _set(name: str) -> frozenset[str]:
    roles = table("roles")
    more = roles["roles"]["occupations"] if name == "private" else ()
    return frozenset(fold(word) for word in (*roles["posts"][name], *more))


@cache
def _same_posts() -> dict[str, frozenset[str]]:
    return {
        noun.lower(): frozenset(known) for noun, known in table("roles")["posts"]["same"].items()
    }


@cache
def _usual(noun: str) -> frozenset[str]:
    """Give the words that single nobody out among the holders of a post."""
    return frozenset(table("roles")["posts"]["usual"].get(noun, ()))


@cache
def _alike(noun: str) -> frozenset[str]:
    """Give the nouns by which the holder of a post may be called as well."""
    posts = table("roles")["posts"]
    found = set(chain.from_iterable(line for line in posts["alike"] if noun in line))
    for kind in posts["kinds"]:
        if noun in kind["general"]:
            found.update(kind["general"], kind["special"])
        elif noun in kind["special"]:
            found.update(kind["general"])
    return frozenset(found) - {noun}


@cache
def _of_countries(kind: str) -> dict[str, str]:
    return dict(table("roles")["posts"][kind])


@cache
def _seats() -> dict[str, frozenset[str]]:
    """Give for every post the nouns of the institutions at which it is held."""
    return {
        noun: frozenset(entry["kinds"])
        for entry in table("roles")["posts"]["seat"]
        for noun in entry["nouns"]
    }


@cache
def _fillers() -> frozenset[str]:
    return _set("fillers")


@cache
def _articles() -> frozenset[str]:
    return closed_class("articles") | {"of", "for", "and", "in", "at"}


@cache
def _any_company() -> frozenset[str]:
    data = table("roles")["institutions"]
    return frozenset((*data["any_company"], *data["any_club"]))
