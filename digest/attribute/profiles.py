"""All that the texts tell of their speakers, and who bears which name.

Whom words without a full name mean in an article is decided in `identity`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import names
from digest.attribute.grammar import closed_class
from digest.attribute.mentions import THE_BODY
from digest.attribute.names import (
    consonants,
    core,
    fold,
    last_word,
    same_person,
    same_surname,
    surname_sound,
)
from digest.model import Person
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.attribute.mentions import Mention
    from digest.attribute.parties import Party
    from digest.config import PersonSetting
    from digest.model import SpeakerKind

# How much the first and the second side named with a speaker count: an office tells more of
# a side than where somebody is from.
_OFFICE, _ORIGIN = (6, 2), (2, 1)
_NAMESAKES = 50  # of one surname, enough for any digest and few enough for any text

Counts = defaultdict[str, int]
_no_counts = partial(Counts, int)  # in a tenth of the time of a Counter


class Key(NamedTuple):
    """What makes an institution the same under other words.

    Attributes:
        owner: the country or body that it belongs to; None where unknown.
        words: its name in lower case without that.
        article: the number of the one article that the key holds for, where
            the name alone would fit institutions of any country; else None.
    """

    owner: str | None
    words: str
    article: int | None = None


@dataclass(slots=True)
class Profile:
    """All that the texts tell of one speaker; grows while they are read.

    Attributes:
        rank: its number among all profiles.
        nouns: the last words of its roles, for 'the minister'.
        deeds: posts that follow from what somebody does: 'chair of inquiry' of who chairs it.
        told: other words by which it was called: 'crane operator', 'hedge fund'.
        origins: the countries that an institution was said to be from.
        sides: whom it speaks for, with how much tells so.
        employer: the institution or the person that it speaks for by its role.
        home: its side where nothing better is known.
        is_own_side: whether an institution without a country speaks for itself.
        plural: whether it is several people.
        setting: what the editor says of it.
        side_words: the first words that told each side.
        parties: political parties that it was said to be of, where they mean a side.
        oppositions: those of countries that it was said to be of, whatever the party.
        lands: the countries of these parties and oppositions, within which they tell more.
        lasts: the surnames that its names end in.
        sounds: of these surnames.
        parts: whatever else of its names is no surname, folded.
    """

    kind: SpeakerKind
    rank: int
    names: Counts = field(default_factory=_no_counts)
    roles: Counts = field(default_factory=_no_counts)
    nouns: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    sides: Counts = field(default_factory=_no_counts)
    bodies: set[str] = field(default_factory=set)
    genders: Counts = field(default_factory=_no_counts)
    employer: Profile | None = None
    home: str | None = None
    is_own_side: bool = False
    plural: bool = False
    setting: PersonSetting | None = None
    side_words: dict[str, str] = field(default_factory=dict)
    parties: Counts = field(default_factory=_no_counts)
    oppositions: Counts = field(default_factory=_no_counts)
    lands: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    sounds: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name shown: the editor's, or the fullest form.

        Of forms as full, the commonest, then the one met first; and that with
        its accents.
        """
        if self.setting is not None:
            return self.setting.name
        if len(self.names) == 1:
            return next(iter(self.names))
        best = max(self.names, key=self._fullness)
        plain = names.unspelled(best)
        alike = [name for name in self.names if names.unspelled(name) == plain]
        return max(alike, key=_accents) if alike else best

    def _fullness(self, name: str) -> tuple[bool, bool, int, int, bool, int]:
        # 'Ruritanian Foreign Ministry' tells more than 'Foreign Ministry in Zenda'.
        placed = self.kind == "institution" and (" in " in name or " of " in name)
        placed = placed and not self.is_own_side
        full = len(core(name)), len(name.split())
        long = not (self.kind == "person" and names.has_short_given(name))
        return not name.isupper(), not placed, *full, long, self.names[name]

    @property
    def known_names(self) -> Iterator[str]:
        """Every name it goes by."""
        if self.setting is not None:
            yield self.setting.name
            yield from self.setting.forms
        yield from self.names

    @property
    def is_somebody(self) -> bool:
        """Whether it is one person, named or not."""
        return self.kind != "institution" and not self.plural

    @property
    def is_bare(self) -> bool:
        """Whether only a name is known that may as well be an institution's."""
        return not (self.roles or self.gender or self.setting)

    def is_other_gender(self, gender: str | None) -> bool:
        """Whether somebody is known not to be of a gender; of `None` anybody may be."""
        return gender is not None and self.gender not in {gender, None}

    @property
    def gender(self) -> str | None:
        """The gender that the words for the speaker tell, or else its name."""
        if self.genders:
            return commonest(self.genders)
        if self.kind != "person":
            return None
        return next((told for name in self.names if (told := names.gender(name))), None)

    @property
    def side(self) -> str | None:
        """The side: the editor's, or the one told most often, or the employer's."""
        if self.setting is not None and self.setting.side:
            return self.setting.side
        if self.sides:
            return commonest(self.sides)
        return self._employers_side or self.own_side

    @property
    def _employers_side(self) -> str | None:
        return self.employer.within(self.employer.own_side) if self.employer is not None else None

    def within(self, side: str | None) -> str | None:
        """Give its party where a side is only the country of that party, else the side."""
        is_editors = self.setting is not None and self.setting.side
        told = self.parties or self.oppositions
        is_within = told and not is_editors and (not self.sides or side in self.lands)
        return commonest(told) if is_within else side

    @property
    def shown_side(self) -> str | None:
        """The side, or the party of whom no editor, employer, part or other country tells one."""
        employer = self.employer
        if employer is None or self._employers_side in {None, *self.lands}:
            return self.within(self.side)
        return employer.within(self.side) if self.side in employer.lands else self.side

    @property
    def own_side(self) -> str | None:
        """The side apart from any employer's."""
        if self.setting is not None and self.setting.side:
            return self.setting.side
        if self.sides:
            return commonest(self.sides)
        return self.name.replace("’", "'") if self.is_own_side else self.home

    def bear(self, name: str) -> None:
        """Take in that it was called by a name once more."""
        if name not in self.names:
            self._go_by(name)
        self.names[name] += 1

    def _go_by(self, name: str) -> None:
        self.lasts.add(last_word(name))
        self.sounds.add(surname_sound(name))
        self.parts |= names.other_parts(name)

    def list_as(self, setting: PersonSetting) -> None:
        """Take in what the editor says of it."""
        self.setting = setting
        for name in (setting.name, *setting.forms):
            self._go_by(name)

    def learn(self, mention: Mention, sides: Sequence[str], body: str | None) -> None:
        """Take in a role, a side, a gender from one more mention.

        Args:
            mention: the words for the speaker.
            sides: those of its sides that it speaks for.
            body: the organisation that was spoken of last.
        """
        if mention.role:
            self.roles[mention.role] += 1
        if mention.noun:
            self.nouns.add(mention.noun)
        if mention.does and mention.serves:
            self.nouns.add(mention.does)
            self.deeds.add(f"{mention.does} of {mention.serves}")
        if sides:
            self._speak_for(mention, sides, body)
        self.bodies.update(mention.bodies)
        if mention.gender:
            self.genders[mention.gender] += 1

    def _speak_for(self, mention: Mention, sides: Sequence[str], body: str | None) -> None:
        weights = _OFFICE if mention.role else _ORIGIN
        for weight, side in zip(weights, sides, strict=False):
            known = _meant_by(mention, body) if side == THE_BODY else side
            if known is not None:
                self.sides[known] += weight
                self.side_words.setdefault(known, mention.role or mention.text)

    def join(self, party: Party, words: str) -> None:
        """Take in a political party that words told."""
        self.parties[party.name] += 1
        if party.contends:
            self.lands.update(party.countries)
        self.side_words.setdefault(party.name, words)

    def oppose(self, opposition: Party, words: str) -> None:
        """Take in that words told it to be of the opposition in a country."""
        self.oppositions[opposition.name] += 1
        self.lands.update(opposition.countries)
        self.side_words.setdefault(opposition.name, words)

    def as_person(self, identity: str) -> Person:
        """Give it as the model's person with the given id."""
        own = (self.name, *(self.setting.forms if self.setting else ()), *sorted(self.names))
        return Person(
            id=identity,
            name=self.name,
            kind=self.kind,
            forms=tuple(dict.fromkeys(own)),
            role=self._role(),
            side=self.shown_side,
            side_words=self._side_words(),
        )

    def _side_words(self) -> str | None:
        """Give the words that told the side, unless the editor says it."""
        is_editors = self.setting is not None and self.setting.side is not None
        return None if is_editors else self.side_words.get(self.shown_side or "")

    def _role(self) -> str | None:
        if self.setting is not None and self.setting.role:
            return self.setting.role
        role = max(self.roles, key=lambda r: (self.roles[r], len(r), r), default=None)
        return None if role is None else _free(role)


class Registry:
    """Every speaker of the digest, by name."""

    def __init__(
        self,
        settings: Iterable[PersonSetting],
        is_institution: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Begin with the people, and institutions, that the editor named."""
        self.profiles: list[Profile] = []
        self._people: list[Profile] = []
        self._holders: dict[str, dict[int, Profile]] = defaultdict(dict)
        self._by_name: dict[str, Profile] = {}
        self._surnames: dict[str, list[Profile]] = defaultdict(list)
        self._parts: dict[str, list[Profile]] = defaultdict(list)
        self._tails: dict[str, Profile] = {}
        self._bodies: dict[Key, Profile] = {}
        self._anywhere: dict[str, Profile] = {}
        self._initials: dict[str, list[Profile]] = defaultdict(list)
        self._initialled: set[tuple[Key, str]] = set()
        self._endings: dict[str, list[Profile]] = defaultdict(list)
        self._openings: dict[str, list[Profile]] = defaultdict(list)
        self._called: dict[str, list[Profile]] = defaultdict(list)
        self._editors_bodies: dict[str, Profile] = {}
        for setting in settings:
            is_body = is_institution(setting.name)
            profile = self._new("institution" if is_body else "person", setting.name)
            profile.list_as(setting)
            if is_body:
                forms = (setting.name, *setting.forms)
                self._editors_bodies |= {fold(_bare(form)): profile for form in forms}
                continue
            for form in setting.forms:
                self._by_name.setdefault(fold(form), profile)
                self._index(form, profile)

    def _new(self, kind: SpeakerKind, name: str) -> Profile:
        profile = Profile(kind, rank=len(self.profiles))
        self.profiles.append(profile)
        if kind == "person":
            self._people.append(profile)
            self._by_name[fold(name)] = profile
            self._index(name, profile)
        return profile

    # -------------------------------------------------------------- people

    def _index(self, name: str, profile: Profile) -> None:
        """File somebody under the surname and under every other word of the name."""
        words = core(name)
        _file(self._surnames[surname_sound(name)], profile)
        for part in {*words[:1], *names.surname_parts(name)} if len(words) > 1 else ():
            _file(self._parts[consonants(part)], profile)
        for tail in names.long_surnames(name):
            self._tails.setdefault(fold(tail), profile)

    def known(self, name: str) -> Profile | None:
        """Give the person already known by exactly this name, such as one of the editor's."""
        return self._by_name.get(fold(name))

    def person(self, name: str) -> Profile:
        """Give the person of a full name, a new one if nobody bears it."""
        known = self._by_name.get(fold(name)) or self._of_tail(name)
        if known is None:
            alike = [p for p in self._like(name) if _bears(p, name)]
            known = alike[0] if len(alike) == 1 else self._new("person", name)
            self._by_name[fold(name)] = known
            self._index(name, known)
        known.bear(name)
        return known

    def _of_tail(self, name: str) -> Profile | None:
        """Give whose name of three or more words ends so: 'Lo Bianco', 'van der Berg'."""
        return self._tails.get(fold(name))

    def _like(self, name: str) -> Iterator[Profile]:
        """Give everybody whose name may be this one in another spelling, fuller or shorter."""
        keys = dict.fromkeys(consonants(word) for word in core(name))
        found = (
            p for key in keys for p in (*self._surnames.get(key, ()), *self._parts.get(key, ()))
        )
        return islice({p.rank: p for p in found}.values(), _NAMESAKES)

    def bearers(self, surname: str) -> list[Profile]:
        """Give everybody of that surname."""
        near = self._surnames.get(surname_sound(surname))
        return of_surname(near, surname) if near else []

    def part_bearers(self, word: str) -> list[Profile]:
        """Give everybody of whose name it is another word: one of two surnames, the given name."""
        return [p for p in self._parts.get(consonants(word), ()) if has_part(p, word)]

    def holders(self, noun: str) -> list[Profile]:
        """Give the people of the digest whose roles end in a noun."""
        held = self._holders.get(noun, {})
        return [held[rank] for rank in sorted(held)]

    def hold(self, profile: Profile, mention: Mention) -> None:
        """Note the post that words tell of a person."""
        if profile.kind == "person" and mention.noun:
            self._holders[mention.noun][profile.rank] = profile

    # -------------------------------------------------------- institutions

    def institution(self, key: Key, name: str) -> Profile:
        """Give the institution of that country or body, and of that name."""
        profile = self._bodies.get(key)
        if profile is None:
            known = self._editors_bodies.get(fold(_bare(name)))
            profile = self._bodies[key] = known or self._new("institution", name)
            if key.owner is None and key.article is None:
                self._anywhere[key.words] = profile
            if key.words:
                self._openings[key.words.partition(" ")[0]].append(profile)
                _file(self._endings[key.words.rpartition(" ")[2]], profile)
        profile.bear(name)
        if (key, name) not in self._initialled:
            self._initialled.add((key, name))
            for letters in filter(None, (names.initials(name), _initials_at_home(key))):
                _file(self._initials[letters], profile)
        return profile

    def body(self, words: str) -> Profile | None:
        """Give the institution of a name that is of no country and means one in any article."""
        return self._anywhere.get(words)

    def longer(self, words: str) -> list[Profile]:
        """Give the institutions whose names go on where this one ends: 'Baltwire Holding'."""
        near = self._openings.get(words.partition(" ")[0], ()) if words else ()
        opening = f"{words} "
        return [p for p in near[:_NAMESAKES] if any(_goes_on(n, opening) for n in p.names)]

    def fuller(self, words: str) -> list[Profile]:
        """Give the institutions whose names end in another: 'Northern Harbour Board'."""
        near = self._endings.get(words.rpartition(" ")[2], ()) if " " in words else ()
        ending = f" {words}"
        return [p for p in near if any(fold(n).endswith(ending) for n in p.names)]

    def ending(self, words: str) -> list[Profile]:
        """Give the institutions whose names end in some words: 'union'."""
        near = self._endings.get(words.rpartition(" ")[2], ())
        ending = f" {words}"
        return [p for p in near if any(fold(n).endswith(ending) for n in p.names)]

    def shorten(self, profile: Profile, acronym: str) -> None:
        """Note letters for an institution, be they its initials or not."""
        _file(self._initials[acronym], profile)

    def shortened(self, acronym: str) -> list[Profile]:
        """Give the institutions of which some letters are the initials: 'NHB'."""
        return self._initials.get(acronym, []) if acronym.isupper() else []

    # -------------------------------------------------------------- others

    def call(self, profile: Profile, told: Iterable[str]) -> None:
        """Note words by which somebody or something was called."""
        for words in told:
            if words not in profile.told:
                profile.told.add(words)
                _file(self._called[fold(words)], profile)

    def called(self, words: str) -> list[Profile]:
        """Give all that were called by these words, in lower case: 'crane operator'."""
        return self._called.get(words, [])

    def nobody(self, text: str) -> Profile:
        """Give a new speaker whom an article leaves unnamed."""
        profile = self._new("unnamed", text)
        profile.bear(text)
        return profile

    def people(self, used: Iterable[int]) -> Iterator[tuple[int, Person]]:
        """Give the profiles of these ranks as persons of the model, with ids that differ."""
        taken: Counter[str] = Counter()
        for rank in sorted(used):
            base = slug(self.profiles[rank].name) or "speaker"
            taken[base] += 1
            identity = base if taken[base] == 1 else f"{base}-{taken[base]}"
            yield rank, self.profiles[rank].as_person(identity)


def _accents(name: str) -> int:
    return 0 if name.isascii() else sum(not letter.isascii() for letter in name)


def commonest(counted: Counts) -> str:
    """Give what was counted most often; of several, what was met first."""
    return max(counted, key=counted.__getitem__)


def _initials_at_home(key: Key) -> str | None:
    """Give 'NHS' of "Ruritania's National Harbour Service", which goes without the country."""
    words = [word for word in key.words.split() if word not in closed_class("in_names")]
    return names.initials(" ".join(words).title()) if key.owner is not None else None


def _free(role: str) -> str:
    """Give a role without 'its' or 'her' before it: away from the text they mean nobody."""
    first, _, rest = role.partition(" ")
    return rest if rest and first.casefold() in closed_class("possessives") else role


def _bare(name: str) -> str:
    """Give a name without the article that opens it."""
    return name[4:] if name[:4].casefold() == "the " else name


def _file(drawer: list[Profile], profile: Profile) -> None:
    if len(drawer) < _NAMESAKES and profile.rank not in [each.rank for each in drawer]:
        drawer.append(profile)


def _goes_on(name: str, opening: str) -> bool:
    return fold(name).removeprefix("the ").startswith(opening)


def _bears(profile: Profile, name: str) -> bool:
    """Whether a full name may be the profile's."""
    return any(names.is_full(known) and same_person(known, name) for known in profile.known_names)


def has_surname(profile: Profile, surname: str) -> bool:
    """Whether the name of somebody ends in a surname."""
    return bool(of_surname((profile,), surname))


def of_surname(profiles: Iterable[Profile], surname: str) -> list[Profile]:
    """Give those whose names end in a surname."""
    last, sound = last_word(surname), surname_sound(surname)
    return [p for p in profiles if sound in p.sounds and _ends_in(p, last)]


def _meant_by(mention: Mention, body: str | None) -> str | None:
    """Give the organisation that 'the bloc' means; one that is no party is not 'the party'."""
    words = fold((mention.role or mention.text).replace("’", "'").replace("'s", "")).split()
    called = closed_class("called_so") & set(words)
    return body if body is None or called <= set(fold(body).split()) else None


def _ends_in(profile: Profile, last: str) -> bool:
    if last in profile.lasts:
        return True
    return any(same_surname(each, last) for each in profile.lasts)


def has_part(profile: Profile, word: str) -> bool:
    """Whether a word is another part of somebody's name: the given name, one of two surnames."""
    return fold(word) in profile.parts
