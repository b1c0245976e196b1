"""Who a mention means: one speaker across an article and across outlets.

A full name is the same person in other spellings (`names`); a surname means the
one person of the article, or else of the digest, who bears it; a pronoun or a
role means somebody the article named before. Two people who share a surname
stay two: a surname alone that fits both means neither. Nobody is joined to an
unnamed source but by the article itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from digest.attribute import names
from digest.attribute.grammar import closed_class
from digest.attribute.mentions import THE_BODY, Mention, parse
from digest.attribute.names import fold
from digest.attribute.posts import Posts, is_joined
from digest.attribute.profiles import Key, has_part, has_surname
from digest.attribute.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from digest.attribute.bodies import Bodies
    from digest.attribute.grammar import Grammar
    from digest.attribute.profiles import Profile, Registry
    from digest.attribute.texts import Text

_TEXTS = frozenset({"document", "other"})  # what 'says' without being somebody
# 'a written statement issued by the Harbour Board', up to a comma
_ISSUED = re.compile(
    r"(?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+) (?:(?:issued|released|signed|sent) by|from|by) "
    r"(?P<whose>[^,]+)",
    re.IGNORECASE,
)
_ELLIPSES = frozenset({"another", "one", "a second", "a third"})  # of the people just told of
_RECENT = 8  # speakers remembered for pronouns and roles
_FAR = 60  # names looked through for one that fits
_NEAR = 2  # sentences in which somebody may be called by a trait
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
            `role-elsewhere` (only another article names who holds the post),
            `same-body` ('the ministry' spoken of before), `unnamed` (the
            article names nobody), `ambiguous` (a name that fits two),
            `continued` (a quotation goes on), `named-later`, `same-words` (a
            headline repeats what they say in the text).
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
    leads: bool
    sentence: int


class Scene:
    """What a reader of one article remembers: names and the latest speakers.

    Attributes:
        same: rank of an unnamed speaker → rank of whom the article names as it.
    """

    def __init__(
        self,
        registry: Registry,
        grammar: Grammar,
        bodies: Bodies,
        number: int = 0,
        home: str | None = None,
    ) -> None:
        """Begin an article.

        `number` tells it from others; `home` is the one country whose ministers
        and police it means where it names none, if that is clear.
        """
        self.same: dict[int, int] = {}
        self._body: str | None = None
        self._registry = registry
        self._grammar = grammar
        self._number = number
        self._home = home
        self._posts = Posts(grammar)
        self._bodies = bodies
        self._speakers = Recency(_RECENT)
        self._named = Recency(_FAR)
        self._institutions = Recency(_FAR)
        self._unnamed: dict[str, Profile] = {}
        self._announced: list[_Announced] = []
        self._told = 0  # statements so far
        self._sentence = 0
        self._bystander: tuple[Profile, int] | None = None  # spoken of, not named, and where
        self._just_met: int | None = None  # rank of whom this sentence speaks of for the first time
        self._spoken_of: dict[int, int] = {}  # rank → sentence in which it was the subject
        self._named_in: dict[int, int] = {}  # rank → sentence that names it
        self._joined: set[int] = set()  # ranks of speakers who spoke last together with others

    def read(self, text: Text) -> None:
        """Take in the names of a whole paragraph."""
        for body, mentions in zip(text.bodies, text.names, strict=True):
            self.enter(body)
            for mention in mentions:
                self.introduce(mention)

    def enter(self, body: str | None) -> None:
        """Go on to a sentence that names this organisation last, or none."""
        self._body = body or self._body
        self._sentence += 1
        self._just_met = None

    def introduce(self, mention: Mention, *, aside: bool = False) -> None:
        """Take in a name with its role wherever it stands, speaker or not.

        One named `aside`, in the words of another, is not who the sentence is about.
        """
        if mention.kind == "institution":
            self._institution(mention, undetermined(mention.name or mention.text))
        elif mention.is_full_name:
            self._note(self._name(mention.name or "", mention).profile, mention, aside=aside)
        elif mention.kind == "name" and any(map(self._bodies.is_kind, mention.told)):
            self._institution(mention, mention.name or "")  # 'the Harbourline shipyard'
        elif mention.name == mention.text or (mention.kind == "name" and not mention.role):
            known = self._registry.body(Key(None, fold(mention.name or "")))
            if known is not None and known.is_own_side:
                self._institutions.see(known)
                self._call(known, mention)
        elif mention.kind == "name" and mention.role:
            bearers = self._bearers(mention.name or "", mention)
            if len(bearers) == 1:  # a surname alone, as in a headline, makes nobody known
                self._named.see(bearers[0])
                self._note(bearers[0], mention, aside=aside)

    def _note(self, profile: Profile, mention: Mention, *, aside: bool) -> None:
        self._learn(profile, mention)
        if not aside:
            self._named_in[profile.rank] = self._sentence

    def _call(self, profile: Profile, mention: Mention) -> None:
        """Note by which words an institution is called, and from where it is said to be."""
        is_called = mention.kind == "name" or mention.name not in {mention.text, *mention.told}
        is_introduced = mention.told and is_called and (mention.name or "").istitle()
        if is_introduced and not profile.sides:
            profile.is_own_side = True  # 'the campaign group Clean Bays'
        elif not self._bodies.understand(mention.name or "").proper:
            return
        self._registry.call(profile, [t for t in mention.told if self._bodies.is_kind(t)])
        is_country = self._grammar.places.is_country
        profile.origins.update(side for side in mention.sides if is_country(side))

    def speak_of(self, topic: Mention | None) -> Profile | None:
        """Take in whom a sentence is about and give them; a pronoun that follows may mean them."""
        if topic is None:
            return None
        if topic.kind == "pronoun":
            known = self._pronoun(topic)
            return known.profile if known is not None else None
        topic = self._without_self(topic)
        if fold(topic.text) in _ELLIPSES:
            self._bystander = self._nobody(topic), self._sentence
            return None
        return None if topic.kind in _TEXTS else self._speak_of_anybody(topic)

    def _speak_of_anybody(self, topic: Mention) -> Profile | None:
        """Take in a person or an institution of whom a sentence is; give them if named."""
        before = len(self._named)
        found = self._role(topic) if topic.kind == "role" else self._resolve(topic)
        if found is None:
            return None
        if found.profile.kind == "unnamed":
            is_new = topic.kind == "role" and (topic.plural or not topic.definite)
            self._bystander = (found.profile, self._sentence) if is_new else None
            return None
        if len(self._named) > before:
            self._just_met = found.profile.rank
        self._see(found.profile)
        return found.profile

    def pass_by(self, topic: Mention | None, speaking: Sequence[Mention]) -> None:
        """Take in whom a sentence is about in which others speak, or a pronoun for them."""
        is_nobody = topic is not None and topic.kind == "role" and not topic.definite
        is_person = [mention.kind in {"name", "role", "pronoun"} for mention in speaking]
        if is_nobody or not any(is_person) or any(m.kind == "pronoun" for m in speaking):
            self.speak_of(topic)

    def _without_self(self, mention: Mention) -> Mention:
        """Give the name of 'Novak herself'; what is no name as it is."""
        name, _, last = mention.text.rpartition(" ")
        is_self = mention.kind in _TEXTS and last in self._grammar.selves - {"itself"}
        gender = {"himself": "m", "herself": "f"}.get(last)
        return replace(mention, kind="name", name=name, gender=gender) if is_self else mention

    def speaker(self, mention: Mention) -> Resolved | None:
        """Give the speaker that a mention means; None where nobody can tell."""
        before = len(self._named)
        mention = self._without_self(mention)
        found = self._resolve(mention)
        if found is None:
            return None
        if mention.kind != "pronoun":
            self._learn(found.profile, mention)
        if mention.kind not in _TEXTS:
            self._see(found.profile)
            is_joined_by_others = mention.plural or _names_another(mention)
            change = self._joined.add if is_joined_by_others else self._joined.discard
            change(found.profile.rank)
        elif mention.kind == "other" and not mention.definite and found.profile.kind == "unnamed":
            self._bystander = found.profile, self._sentence  # 'A quality controller', to be 'she'
        is_new = len(self._named) > before or found.profile.rank == self._just_met
        self._identify(found.profile, mention, is_new=is_new)
        self._told += 1
        return found

    def _see(self, profile: Profile) -> None:
        self._speakers.see(profile)
        self._spoken_of[profile.rank] = self._sentence

    def _resolve(self, mention: Mention) -> Resolved | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "name":
            return self._name(mention.name or "", mention)
        if mention.kind == "role":
            return self._role(mention)
        called = self._so_called(mention)
        if called is not None:
            return Resolved(called, "role")
        if mention.kind in _TEXTS:
            return self._author(mention) or Resolved(self._nobody(mention), "unnamed")
        return self._institution(mention, undetermined(mention.name or mention.text))

    def _author(self, mention: Mention) -> Resolved | None:
        """Give who speaks through 'her letter' or 'a foreign ministry statement'."""
        first, _, rest = mention.text.partition(" ")
        owner = self._person_of(first, mention) if self._grammar.is_document(rest) else None
        if owner is not None:
            return Resolved(owner, "pronoun")
        name, _, noun = undetermined(mention.text).rpartition(" ")
        is_body = self._grammar.is_institution(name.rpartition(" ")[2])
        if not (is_body and self._grammar.is_official(noun)):
            return self._issuer(mention)
        issuer = replace(mention, kind="institution", text=name, name=name, definite=True, told=())
        return self._institution(issuer, name)

    def _issuer(self, mention: Mention) -> Resolved | None:
        """Give whom an article names as who issued a text: 'a statement from the Harbour Board'."""
        words = mention.text.replace("’", "'")
        owned, possessive, rest = words.partition("'s ")
        match = _ISSUED.match(words)
        noun = rest.rpartition(" ")[2] if possessive else match["noun"] if match else ""
        whose = owned if possessive else match["whose"] if match else ""
        if not whose or not self._grammar.is_official(noun.lower()):
            return None
        issuer = parse(tokenize(whose, ()), whose, self._grammar)
        if issuer is None or issuer.kind not in {"name", "institution", "role"}:
            return None
        found = self._resolve(issuer)
        return None if found is None or found.profile.kind == "unnamed" else found

    def _so_called(self, mention: Mention) -> Profile | None:
        """Give the one person whom the article calls by such words: 'the crane operator'.

        Words that no lexicon knows for a person's count only as they were used;
        one that may be an institution's, only with the words before it.
        """
        words = fold(undetermined(mention.text))
        if not mention.definite or mention.plural or words not in mention.told:
            return None
        if mention.kind == "institution" and " " not in words:
            return None
        here = [p for p in self._named if words in p.told]
        found = here or [p for p in self._registry.called(words) if " " in words]
        return found[0] if len(found) == 1 and found[0].kind == "person" else None

    # --------------------------------------------------------------- names

    def _name(self, name: str, mention: Mention) -> Resolved:
        if names.is_full(name) and not self._is_company(name):
            profile = self._registry.person(name)
            self._named.see(profile)
            return _by_name(profile, "full-name")
        return self._surname(name, mention)

    def _is_company(self, name: str) -> bool:
        """Whether a name in capitals is that of an institution named before."""
        return self._registry.has_institution(Key(None, self._bodies.understand(name).words))

    def _surname(self, name: str, mention: Mention) -> Resolved:
        """Give the person whom one name means: here, or in the whole digest.

        Where it fits two, and neither role nor title tells them apart, it is
        somebody of whom only the surname is known.
        """
        bearers = self._bearers(name, mention)
        fits = bearers if len(bearers) == 1 else [p for p in bearers if self._agrees(p, mention)]
        if len(fits) == 1:
            fits[0].names[name] += 1
            self._named.see(fits[0])
            return _by_name(fits[0], "surname", _but(bearers, fits[0], "title does not fit"))
        if bearers:
            others = tuple((each, "bears the name too") for each in bearers)
            return Resolved(self._nobody(mention), "ambiguous", others)
        if self._registry.longer(fold(name)) or not (mention.role or mention.gender):
            return self._institution(mention, name)
        if any(has_surname(p, name) for p in self._registry.bearers(name)):
            return Resolved(self._nobody(mention), "unnamed")  # 'Mrs Lind', not Jan Lind
        profile = self._registry.person(name)
        self._named.see(profile)
        return _by_name(profile, "surname")

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
        is_other = _is_other_gender(profile, mention.gender)
        return not is_other and self._posts.unheld(profile, mention) is None

    def _bearers(self, name: str, mention: Mention) -> list[Profile]:
        """Give whom a name may mean; a post that only another of the name holds decides."""
        bearers = self._all_bearers(name, mention)
        return self._holders_named(name, mention, bearers) or bearers

    def _all_bearers(self, name: str, mention: Mention) -> list[Profile]:
        """Give whom a name may mean: first by surname, here and then anywhere, or by another part.

        Somebody known to be of the other gender is none of them.
        """
        own = list(self._named)
        ways: tuple[Callable[[], Iterable[Profile]], ...] = (
            lambda: (p for p in own if has_surname(p, name)),
            lambda: (p for p in own if has_part(p, names.last_word(name))),
            lambda: self._registry.bearers(name),
            lambda: self._registry.part_bearers(names.last_word(name)) if mention.role else (),
        )
        for way in ways:
            found = [p for p in way() if not _is_other_gender(p, mention.gender)]
            if found:
                return found
        return []

    def _agrees(self, profile: Profile, mention: Mention) -> bool:
        """Whether a title or role singles somebody out among those of one surname."""
        if mention.gender and profile.gender:
            return mention.gender == profile.gender
        return mention.noun is not None and self._posts.unheld(profile, mention) is None

    # ---------------------------------------------------- pronouns and roles

    def _pronoun(self, mention: Mention) -> Resolved | None:
        word = mention.text.partition(" ")[0].lower()
        if word == "it":
            return _first(chain(self._speakers, self._institutions), _no_institution)
        bystander = self._unnamed_topic(mention)
        if bystander is not None:
            return Resolved(bystander, "pronoun")
        if word == "they":
            no_group = partial(_no_group, joined=self._joined)
            return _first(self._speakers, no_group) or _first(self._speakers, _one_person)
        return None if mention.gender is None else self._person(mention.gender)

    def _person(self, gender: str) -> Resolved | None:
        """Give whom 'he' or 'she' means among those named."""
        misfit = partial(_no_such_person, gender=gender)
        found = self._just_named(gender) or _first(self._speakers, misfit)
        found = self._nearer(found, gender) or found
        if found is not None and found.profile.gender is not None:
            return found
        sure = next((p for p in self._named if p.gender == gender), None)
        is_about = found is not None and self._spoken_of.get(found.profile.rank) == self._sentence
        if sure is not None and (found is None or (self._is_just_named(sure) and not is_about)):
            return Resolved(sure, "pronoun")
        return self._learnt(found or _first(self._named, misfit), gender)

    def _unnamed_topic(self, mention: Mention) -> Profile | None:
        """Give the nurse of 'A nurse has seen him. “He was polite,” she said'.

        Not where that sentence, or this one, names somebody whom the pronoun fits as well.
        """
        profile, at = self._bystander or (None, 0)
        if profile is None or at < self._sentence - 1 or profile.plural or not mention.gender:
            return None
        near = (p for p in self._named if self._named_in.get(p.rank, 0) >= at)
        if any(not _is_other_gender(p, mention.gender) for p in near):
            return None
        return None if _is_other_gender(profile, mention.gender) else profile

    def _is_just_named(self, profile: Profile) -> bool:
        return self._named_in.get(profile.rank, 0) >= self._sentence - 1

    def _just_named(self, gender: str) -> Resolved | None:
        """Give the one of that gender whom the last sentence names, where its subject is nobody.

        'The clerk turned out to be Ida Lind. She said …'
        """
        last = self._sentence - 1
        if any(at >= last for at in self._spoken_of.values()):
            return None
        recent = [p for p in self._named if self._named_in.get(p.rank, 0) >= last]
        fits = [p for p in recent if p.gender == gender]
        return Resolved(fits[0], "pronoun") if len(fits) == 1 else None

    def _nearer(self, found: Resolved | None, gender: str) -> Resolved | None:
        """Give the only person whom the last sentence names, if nobody surer spoke in it.

        'Mayor Ida Lind puts it higher. She …' is no older speaker of unknown gender.
        """
        last = self._sentence - 1
        if found is None or found.profile.gender or found.profile.kind != "person":
            return None
        if self._spoken_of.get(found.profile.rank, 0) >= last:
            return None
        near = [p for p in self._named if self._named_in.get(p.rank, 0) >= last]
        fits = len(near) == 1 and not _is_other_gender(near[0], gender)
        others = ((found.profile, "spoken of before"),)
        return Resolved(near[0], "pronoun", others) if fits else None

    def _learnt(self, found: Resolved | None, gender: str) -> Resolved | None:
        """Note the gender of the only one whom a pronoun can mean."""
        if found is None:
            return None
        rivals = [p for p in self._named if p.gender is None]
        if rivals == [found.profile]:
            found.profile.genders[gender] += 1
        return found

    def _role(self, mention: Mention) -> Resolved:
        """A role without a name: somebody named before who fits it, or an unnamed speaker."""
        others: dict[int, tuple[Profile, str]] = {}
        if mention.definite and not mention.plural:
            for person in chain(self._speakers, self._named):
                misfit = self._posts.misfit(person, mention) or self._stale(person, mention)
                if misfit is None:
                    return Resolved(person, "role", tuple(others.values()))
                others[person.rank] = (person, misfit)
            holder = self._holder_elsewhere(mention)
            if holder is not None:
                return Resolved(holder, "role-elsewhere", tuple(others.values()))
            tells = self._posts.is_trait(mention) or self._is_unclaimed(mention)
            latest = self._latest_person(mention) if tells else None
            latest = latest or self._widely_called(mention)
            if latest is not None:
                return Resolved(latest, "role", tuple(others.values()))
        return Resolved(self._nobody(mention), "unnamed", tuple(others.values()))

    def _widely_called(self, mention: Mention) -> Profile | None:
        """Give the only one here whose post a wider word tells: 'the officer' for a colonel.

        Only soon after the name, and where no unnamed officer was spoken of.
        """
        if any(fold(name).endswith(mention.noun or "") for name in self._unnamed):
            return None
        fits = [p for p in self._named if self._posts.is_wider(p, mention)]
        if len(fits) != 1:
            return None
        rank = fits[0].rank
        seen = max(self._spoken_of.get(rank, 0), self._named_in.get(rank, 0))
        return fits[0] if seen >= self._sentence - _NEAR else None

    def _latest_person(self, mention: Mention) -> Profile | None:
        """Give the one person just spoken of, of whom a trait may tell something new.

        'Jan Lind resigned. The Ruritanian, a former judge, said …'
        """
        near = [at for at in self._spoken_of.values() if at >= self._sentence - _NEAR]
        if not near:
            return None
        latest = [rank for rank, at in self._spoken_of.items() if at == max(near)]
        person = self._registry.profiles[latest[0]]
        if len(latest) > 1 or person.kind != "person" or _is_other_gender(person, mention.gender):
            return None
        return person if self._posts.may_have(person, mention) else None

    def _stale(self, person: Profile, mention: Mention) -> str | None:
        """Give why 'the Zenda executive' is nobody of unknown side who was named long before."""
        if not mention.sides or mention.sides == (THE_BODY,) or person.side is not None:
            return None
        seen = max(self._spoken_of.get(person.rank, 0), self._named_in.get(person.rank, 0))
        last = max(seen + 1, self._sentence - 1)
        others = any(self._named_in.get(p.rank, 0) >= last for p in self._named)
        return "somebody else is nearer" if others else None

    def _is_unclaimed(self, mention: Mention) -> bool:
        """Whether a role may be the first that is told of somebody: nobody else has it here."""
        if not self._posts.may_introduce(mention):
            return False
        return not any(mention.noun in person.nouns for person in self._named)

    def _holder_elsewhere(self, mention: Mention) -> Profile | None:
        """Give the only one in all articles who holds a post that is told in full.

        'The transport minister' may be named in another article only; 'the
        minister' alone singles nobody out.
        """
        is_head = self._home is not None and self._posts.is_head(mention)
        if mention.noun is None or not (is_head or self._posts.is_specific(mention)):
            return None
        holders = [
            p
            for p in self._registry.holders(mention.noun)
            if self._posts.misfit(p, mention) is None and self._stale(p, mention) is None
        ]
        if is_head and not mention.sides:
            holders = [p for p in holders if p.side == self._home]
        if len(holders) != 1:
            return None
        sides = holders[0].sides
        strange = self._home is not None and sides and self._home not in sides
        return None if strange and not mention.sides else holders[0]

    def _nobody(self, mention: Mention) -> Profile:
        """Give somebody of whom only these words are known, in this article alone."""
        text = self._relation(mention) or undetermined(mention.text)
        known = self._unnamed.get(fold(text))
        if known is None:
            known = self._unnamed[fold(text)] = self._registry.nobody(text)
            known.plural = mention.plural or " and " in text
        return known

    def _relation(self, mention: Mention) -> str | None:
        """Give "Jan Lind's lawyer" for 'his lawyer', where only one can be meant."""
        pronoun, _, rest = mention.text.partition(" ")
        gender = {"his": "m", "her": "f"}.get(pronoun.lower())
        if gender is None or mention.kind != "role" or not rest:
            return None
        owner = self._pronoun(replace(mention, kind="pronoun", text=pronoun, gender=gender))
        is_sure = owner is not None and owner.profile.kind == "person"
        words = rest.partition(",")[0]
        return f"{owner.profile.name}'s {words}" if owner is not None and is_sure else None

    # -------------------------------------------------------- institutions

    def _institution(self, mention: Mention, name: str) -> Resolved:
        """Give an institution; 'the ministry' is the one that was spoken of last."""
        known = self._registry.known(name)
        if known is not None and known.setting is not None:
            return Resolved(known, "editor")
        found = self._body_of_owner(mention) or (
            self._same_body(name) if mention.definite else None
        )
        name = without_description(name)
        profile = found or self._registry.institution(self._key(name), name)
        if mention.kind in {"institution", "place", "name"}:
            self._institutions.see(profile)
            self._call(profile, mention)
        if found is not None:
            if self._bodies.understand(name).proper:
                found.names[name] += 1
            return _by_name(found, "same-body")
        if mention.kind != "name" or " " in name:  # one bare name may be anybody's
            self._place(profile, name, mention.sides)
        return _by_name(profile, "institution")

    def _body_of_owner(self, mention: Mention) -> Profile | None:
        """Give what 'her university' means: the institution that its owner works for."""
        pronoun, _, rest = mention.text.partition(" ")
        gender = {"his": "m", "her": "f"}.get(pronoun.lower())
        if gender is None or not rest:
            return None
        owner = self._pronoun(replace(mention, kind="pronoun", text=pronoun, gender=gender))
        employer = owner.profile.employer if owner is not None else None
        fits = employer is not None and self._is_called(employer, fold(rest))
        return employer if fits else None

    def _key(self, name: str) -> Key:
        body = self._bodies.understand(name)
        owner = body.owner or (self._home if body.state else None)
        return Key(owner, body.words, None if owner or body.proper else self._number)

    def _place(self, profile: Profile, name: str, sides: Sequence[str] = ()) -> None:
        """Note for whom an institution speaks: its country, its owner, or itself."""
        body = self._bodies.understand(name)
        told = (side for side in sides if side != THE_BODY and not self._is_wide(side))
        owner = body.owner or next(told, None) or (self._home if body.state else None)
        holder = self._holder(name)
        if holder is not None and holder is not profile:
            profile.employer = holder
        elif owner is not None and not body.own and not (body.owner is None and " & " in name):
            profile.sides[owner] += 1
        elif body.proper or body.own or " & " in name or self._bodies.is_society(name):
            profile.is_own_side = True

    def _holder(self, name: str) -> Profile | None:
        """Give the person whose office it is: "Lind's office", 'the office of Mayor Jan Lind'."""
        plain = name.replace("’", "'")
        pronoun, _, rest = plain.partition(" ")
        if rest in self._posts.offices and pronoun.lower() in {"his", "her"}:
            return self._person_of(pronoun, Mention(pronoun, "pronoun"))
        before, possessive, _ = plain.partition("'s ")
        what, _, behind = plain.partition(" of ")
        is_office = behind != "" and fold(what).endswith("office")
        holder = before if possessive else behind if is_office else ""
        bearers = self._registry.bearers(holder) if holder else ()
        return bearers[0] if len(bearers) == 1 else None

    def _is_wide(self, side: str) -> bool:
        return self._grammar.places.is_region(side)

    def _same_body(self, name: str) -> Profile | None:
        """Give what a short name means: 'the ministry', 'Baltwire' for 'Baltwire Bank'."""
        body = self._bodies.understand(name)
        if body.owner is not None:
            return None if body.proper or body.state else self._body_of(body.owner, body.words)
        if body.proper:
            longer = self._registry.longer(body.words) or self._registry.shortened(name)
            longer = longer or self._registry.fuller(body.words)
            return longer[0] if len(longer) == 1 else None
        found = (p for p in self._institutions if self._is_named(p, body.words))
        alike = (p for p in self._institutions if self._is_called(p, body.words))
        return next(found, None) or next(alike, None) or self._called_elsewhere(name, body.words)

    def _is_named(self, profile: Profile, words: str) -> bool:
        """Whether an institution was called by these words, or its name ends in them."""
        names = (self._bodies.understand(name).words for name in profile.names)
        return words in profile.told or any(self._bodies.ends(words, name) for name in names)

    def _is_called(self, profile: Profile, words: str) -> bool:
        """Whether 'the group' may mean an institution, by its names or what it was called."""
        names = (self._bodies.understand(name).words for name in profile.names)
        return any(self._bodies.fits(words, name, profile.told) for name in names)

    def _called_elsewhere(self, name: str, words: str) -> Profile | None:
        """Give the only institution of all articles that was called so, or whose name ends so."""
        called = self._registry.called(fold(name))
        if not called and self._bodies.is_kind(words):
            ending = self._registry.ending(words)
            called = [p for p in ending if self._is_seat(p, frozenset({words}))]
        return called[0] if len(called) == 1 and called[0].kind == "institution" else None

    def _body_of(self, owner: str, words: str) -> Profile | None:
        """Give what 'the Ruritanian lender' means: the one so called that is from there."""
        fits = [p for p in self._institutions if owner in p.origins and self._is_called(p, words)]
        return fits[0] if len(fits) == 1 else None

    # ------------------------------------------------------------ learning

    def _learn(self, profile: Profile, mention: Mention) -> None:
        """Take in a role, a side, a gender from one more mention."""
        if profile.kind == "institution":
            return
        employer = self._employer(profile, mention)
        if employer is not None and profile.employer is None:
            profile.employer = employer
        is_origin = mention.kind == "role" and self._posts.is_origin(mention)
        sides = () if is_origin and profile.sides else self._sides(mention)
        if employer is not None and employer.own_side and not self._is_of_state(mention):
            sides = ()  # 'the club's Ruritanian coach' speaks for the club
            for side in mention.sides:
                profile.sides.pop(side, None)
        body = self._body if employer is None else None
        profile.learn(mention, sides, body)
        if profile.kind == "person" and mention.kind == "name":
            self._registry.call(profile, mention.told)
        if self._home and employer is None and not sides and self._is_of_state(mention):
            profile.home = profile.home or self._home
        self._learn_party(profile, mention)

    def _learn_party(self, profile: Profile, mention: Mention) -> None:
        """Take in a party: a side at home; abroad its mark tells only the country."""
        party = mention.party
        if party is None or not self._posts.is_political(mention):
            return
        if self._home in party.countries:
            if not self._posts.is_head(mention):
                profile.join(party.name, mention.role or mention.text)
        elif party.marked:
            profile.sides[party.countries[0]] += 1
            profile.is_of_country = True

    def _sides(self, mention: Mention) -> tuple[str, ...]:
        """Give the countries and bodies that a mention says somebody speaks for."""
        if self._posts.is_private(mention):
            return ()
        sides = tuple(side for side in mention.sides if not self._is_wide(side))
        own = self._posts.country(mention) if not sides else None
        return sides if own is None else (own,)

    def _spoken_for(self, mention: Mention) -> Profile | None:
        """Give the institution that was spoken of last, for whom 'a spokesman' speaks."""
        if mention.sides or not self._posts.is_voice(mention):
            return None
        latest = max(self._spoken_of, key=self._spoken_of.__getitem__, default=None)
        if latest is None or self._spoken_of[latest] < self._sentence - _NEAR:
            return None
        profile = self._registry.profiles[latest]
        return profile if profile.kind == "institution" else None

    def _is_of_state(self, mention: Mention) -> bool:
        """Whether somebody holds a post of a state, or works for an institution of one."""
        serves = self._bodies.understand(mention.serves) if mention.serves else None
        return self._posts.is_of_state(mention) or (serves is not None and serves.state)

    def _employer(self, profile: Profile, mention: Mention) -> Profile | None:
        """Give the institution or the person for whom somebody's role says they work."""
        if self._posts.is_relative(mention):
            return None
        phrase = self._posts.organisation(mention)
        if phrase in {"its", "it"}:  # 'its leader, Jan Lind of the Harbour List'
            phrase = self._posts.affiliation(mention) or mention.serves or phrase
        if phrase is None:
            phrase = mention.serves or self._posts.affiliation(mention)
            phrase = phrase or self._posts.body_of(mention)
        served = self._served(mention)
        if phrase is None or served is not None:
            return served or self._spoken_for(mention) or self._seat(mention)
        if phrase in {"its", "it"} and mention.sides:
            return None
        if phrase in {"its", "it"}:
            return next(
                (p for p in chain(self._speakers, self._institutions) if p.kind == "institution"),
                None,
            )
        return self._employer_called(phrase, profile, mention)

    def _served(self, mention: Mention) -> Profile | None:
        """Give whom 'her deputy' speaks for: the one person whom 'her' means."""
        owner, _, rest = (mention.role or "").partition(" ")
        _, of, whose = (mention.role or "").partition(" of ")
        if of and whose.partition(" ")[2] in self._posts.offices:
            return self._person_of(whose.partition(" ")[0], mention)  # 'a member of his staff'
        is_servant = rest != "" and self._posts.is_servant(mention)
        return self._person_of(owner, mention) if is_servant else None

    def _person_of(self, pronoun: str, mention: Mention) -> Profile | None:
        """Give the person whom 'his' or 'her' means before a noun."""
        gender = {"his": "m", "her": "f"}.get(pronoun.lower())
        if gender is None:
            return None
        owner = self._pronoun(replace(mention, kind="pronoun", text=pronoun, gender=gender))
        return owner.profile if owner is not None and owner.profile.kind == "person" else None

    def _seat(self, mention: Mention) -> Profile | None:
        """Give where the holder of a post must hold it: a judge at the only court spoken of."""
        nouns = self._posts.seats(mention)
        if not nouns or mention.sides:
            return None
        found = [p for p in self._institutions if self._is_seat(p, nouns)]
        return found[0] if len(found) == 1 else None

    def _is_seat(self, profile: Profile, nouns: AbstractSet[str]) -> bool:
        """Whether an institution with a name of its own is of a kind: a court, a club."""
        bodies = [self._bodies.understand(name) for name in profile.names]
        if profile.sides or not any(body.proper for body in bodies):
            return False
        is_called = any(words.rpartition(" ")[2] in nouns for words in profile.told)
        return is_called or any(self._bodies.is_of_kind(body.words, nouns) for body in bodies)

    def _employer_called(self, phrase: str, profile: Profile, mention: Mention) -> Profile | None:
        """Give the employer of that name: a person of the article or an institution."""
        phrase = without_description(phrase)
        body = self._bodies.understand(phrase)
        if body.owner is not None and not body.own:
            return None
        known = (p for p in self._registry.bearers(phrase) if p is not profile)
        bearers = [p for p in known if p.roles or p.gender or p.setting]
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        found = self._same_body(phrase)
        # A word that only opens a sentence has capitals, too: 'Race director Jan Lind'.
        opens = " " not in phrase and mention.text.startswith(f"{phrase} ")
        opens = opens and not self._bodies.is_proper(phrase)
        if found is not None and body.proper and not found.sides and not opens:
            found.is_own_side = True  # it employs people: no name of somebody
        is_named = body.proper or body.own or self._bodies.is_society(phrase)
        if found is not None or opens or not is_named or self._is_no_body(phrase, mention):
            return found
        if names.opens_with_given(phrase):
            return None  # 'a friend of Ida Lind' makes no institution of her
        made = self._registry.institution(self._key(phrase), phrase)
        self._place(made, phrase)
        return made

    def _is_no_body(self, phrase: str, mention: Mention) -> bool:
        """Whether words for whose a post is mean a person or a place: "Narva's police chief"."""
        first, _, rest = phrase.partition(" ")
        is_person = rest != "" and self._grammar.is_title(first.lower())
        return is_person or (not rest and self._posts.is_of_state(mention))

    # ------------------------------------------------------------- unnamed

    def _identify(self, speaker: Profile, mention: Mention, *, is_new: bool) -> None:
        """Join 'a senior diplomat' to the diplomat whom the article names next.

        Only where the named one is new to the article, comes within the next
        statements, and fits the role and all that was said with it.
        """
        if speaker.kind == "unnamed" and not speaker.plural:
            is_first = self._told == 0
            self._announced.append(_Announced(speaker, mention, 0, is_first, self._sentence))
            return
        left = []
        for each in self._announced:
            if speaker.kind == "person" and is_new and self._introduces(speaker, mention, each):
                self.same[each.profile.rank] = speaker.rank
                self._learn(speaker, each.mention)
            elif each.sentence == self._sentence:
                left.append(each)  # '…, a diplomat said, raising fears'
            elif each.age + 1 < _SOON:
                left.append(replace(each, age=each.age + 1))
        self._announced = left

    def _introduces(self, speaker: Profile, mention: Mention, announced: _Announced) -> bool:
        """Whether a name with its role can be the one that an unnamed role announced."""
        unnamed = announced.mention
        if unnamed.kind != "role" or _is_other_gender(speaker, unnamed.gender):
            return False
        if mention.noun is None:
            # A bare name behind 'The secretary general …', or behind 'A baker …' that opens
            # the article: nobody is named without a word of who they are.
            if self._posts.holds_any(speaker):
                is_held = self._posts.unheld(speaker, unnamed) is None
                return unnamed.definite and (is_held or self._posts.is_barely(speaker, unnamed))
            is_bare = mention.text == mention.name and speaker.employer is None
            follows = announced.age == 0 and (unnamed.definite or announced.leads)
            return is_bare and follows
        if not self._may_be(unnamed, mention, speaker):
            return False
        if unnamed.bodies:
            own = (*mention.bodies, *speaker.bodies)
            return any(a in b or b in a for a in unnamed.bodies for b in own)
        told = set(mention.sides) - {THE_BODY}
        return not unnamed.sides or not told or unnamed.sides[0] in told

    def _may_be(self, unnamed: Mention, mention: Mention, speaker: Profile) -> bool:
        """Whether a loose role stands for a closer one; nobody calls a minister 'an official'."""
        is_head = self._posts.is_head(mention) and unnamed.noun != mention.noun
        if is_head and not unnamed.definite:
            return False
        return self._grammar.covers(unnamed.noun, {mention.noun or "", *speaker.nouns})


def _names_another(mention: Mention) -> bool:
    """Whether words for a speaker go on with somebody else: 'Jan Lind and Ida Roe'."""
    _, name, rest = mention.text.partition(mention.name or "\0")
    return name != "" and rest.startswith(" and ")


def undetermined(text: str) -> str:
    """Take the article off a phrase, and 'itself'."""
    first, _, rest = text.partition(" ")
    bare = rest if rest and first.lower() in closed_class("articles") else text
    return bare.removesuffix(" itself")


def without_description(name: str) -> str:
    """Take what only describes off a name: 'opposition Harbour List', 'Narva-based Polar Line'."""
    words = name.split()
    start = next((i for i, w in enumerate(words) if w[0].isupper() and not is_joined(w)), 0)
    rest = words[start:]
    small = closed_class("in_names")
    is_name = len(rest) > 1 and all(w[0].isupper() or w in small for w in rest)
    return " ".join(rest) if is_name and not small & set(words[:start]) else name


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


def _is_other_gender(profile: Profile, gender: str | None) -> bool:
    return gender is not None and profile.gender not in {gender, None}
