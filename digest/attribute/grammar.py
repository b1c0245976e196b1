"""Word classes: what the lexicon knows of function words, roles and institutions.

Cue verbs are in `verbs`, countries and organisations in `places`; only
`digest.lexicon` reads the files.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from digest.attribute.names import is_prefixed
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.attribute.mentions import Mention
    from digest.attribute.places import Places
    from digest.attribute.tokens import Token

_WORDS = 20_000  # of which the answer to a question is remembered


class Grammar:
    """Word classes as sets of words in lower case; see data/*.toml for their meaning.

    Attributes:
        is_role: whether a word names a person by what they do: 'spokeswoman', 'ministers'.
        is_group: whether a word names people in the plural ('officials').
        is_title: whether a word stands before a name ('Sen.').
        is_institution: whether a word names an institution ('ministry').
        is_speaker: whether a common noun can name somebody who speaks.
        is_adverb: whether a word looks like an adverb: 'angrily', but not 'family'.
        is_past: whether a word looks like a verb in the past.
        is_participle: whether a form of a verb can be passive ('was accused').
        describes: whether a word says what somebody is: a role or what stands before one.
        stands_between: whether a word may stand between a speaker and the verb: 'has', 'angrily'.
        is_document: whether a word names a text that can 'say' something.
        phrases: some taken apart lately, by their words; `mentions` keeps them.
    """

    def __init__(self, places: Places) -> None:
        """Read the lexicon; `places` are those of the lexicon and of the texts at hand."""
        self.places = places
        words = {name: frozenset(entries) for name, entries in table("grammar")["words"].items()}
        self.determiners = words["determiners"]
        self.indefinite = words["indefinite"]
        self.possessives = words["possessives"]
        self.pronouns = words["subject_pronouns"]
        self.plural_pronouns = words["plural_pronouns"]
        self.relative = words["relative"]
        self.conjunctions = words["conjunctions"]
        self.conditional = words["conditional"]
        self.prepositions = words["prepositions"]
        self.adverbial = self.prepositions - words["of_content"]
        self.nominal_prepositions = words["nominal_prepositions"]
        self.negations = words["negations"]
        self.interjected = words["interjected"]
        self.openers = words["openers"]
        self.asking = words["asking"]
        self.leading = words["leading"]
        self.particles = words["name_particles"]
        self.be = words["be"]
        self.modals = words["modals"]
        self.body_nouns = words["body_nouns"]
        self.ends_fields = tuple(words["ends_fields"])
        self.posts_of_bodies = words["posts_of_bodies"]
        self.loose_roles = words["loose_roles"]
        self.nounlike = words["nounlike"]
        self.quantities = words["quantities"]
        self.ends_times = words["ends_times"]
        self.spans_of_time = words["spans_of_time"]
        self.ends_phrase = words["ends_phrase"]
        self.never_names = words["never_names"]
        self.subordinators = words["subordinators"]
        self.boundaries = self.subordinators | self.relative | self.conjunctions | {"than"}
        self.auxiliaries = _lows(table("cues")["adverbs"]["auxiliaries"]) | self.be | self.modals
        self.between = (
            _lows(table("cues")["adverbs"]["between"]) | self.auxiliaries | self.negations
        ) - self.prepositions
        self.finite = self.be | (self.auxiliaries - {"to", "'s"})
        self.before_cues = self.between | self.pronouns
        self.before_nouns = self.determiners | self.possessives
        self.ends_subjects = self.auxiliaries | self.pronouns
        self.depends = self.subordinators | self.relative
        self.leans = self.prepositions | self.determiners
        self.never_objects = self.prepositions | self.boundaries | self.auxiliaries
        self._read_forms(words)
        self._read_parts(words)
        self._read_contents(words)
        self._read_complements(words)
        self._read_roles(table("roles"))
        self._forget()
        self._wider = {low: frozenset(words) for low, words in table("grammar")["wider"].items()}

    def _forget(self) -> None:
        """Begin to remember what words and phrases were found to be."""
        self.phrases: dict[tuple[object, ...], Mention | None] = {}
        self.is_adverb = _remembered(self._is_adverb)
        self.is_past = _remembered(self._is_past)
        self.is_participle = _remembered(self._is_participle)
        self.describes = _remembered(self._describes)
        self.stands_between = _remembered(self._stands_between)

    def _read_forms(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the forms of verbs that endings do not tell."""
        self.past_alike = words["past_alike"]
        self.undoing = words["undoing"]
        self.irregular_past = words["irregular_past"]
        self.participles = words["irregular_participles"]

    def _read_parts(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the parts of closed classes that rules ask for."""
        self.articles = words["articles"]
        self.opens_subjects = self.articles | self.pronouns
        self.selves = words["selves"]
        self.have = words["have"]
        self.be_or_have = self.be | self.have
        self.and_or = words["and_or"]
        self.and_but = words["and_but"]
        self.who_which = words["who_which"]
        self.nouns_in_ly = words["nouns_in_ly"] | words["names_in_ly"]

    def _read_contents(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the words that tell where what was said begins and ends."""
        self.setting = words["setting"]
        self.joints = words["joints"]
        self.ends_position = words["ends_position"]
        self.turns = words["turns"]
        self.sequels = words["sequels"]
        self.occasions = words["occasions"]
        self.staging = words["staging"]
        self.asks = words["asks"]
        self.asked_after = words["asked_after"]
        self.links = words["links"]
        self.includes = words["includes"]

    def _read_complements(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the words that tell whether and what a cue reports."""
        self.before_gerunds = words["before_gerunds"]
        self.silences = words["silences"]
        self.unspoken = words["unspoken"]
        self.needs_speech = words["needs_speech"]
        self.speech_acts = words["speech_acts"]
        self.put_on = words["put_on"]
        self.withholds = words["withholds"]
        self.elaborating = words["elaborating"]
        self.prompts = words["prompts"]
        self.overheard = words["overheard"]
        self.outcomes = words["outcomes"]
        self.lacked = words["lacked"]
        self.referred = words["referred"]
        self.leads_to_speech = words["leads_to_speech"]
        self.questions = words["questions"]
        self.of_matter = words["of_matter"]
        self.object_pronouns = words["object_pronouns"]
        self.particles_of_place = words["particles_of_place"]
        self.adjective_endings = tuple(sorted(words["adjective_endings"]))
        self.nobody = words["nobody"]
        self.mute = words["mute"]
        self.moves_people = words["moves_people"]
        self.wishes = words["wishes"]
        self.unnamed = words["unnamed"]
        self.nameable = words["nameable"]
        self.hiding = self.unnamed | self.nameable
        self.asked = words["asked"]
        self.transitive = words["transitive"]
        self.persuades = words["persuades"]
        self.means = words["means"]
        self.adds = words["adds"]
        self.supposes = words["supposes"]
        self.guessed = words["guessed"]
        self.raised = words["raised"]
        self.issued = words["issued"]
        self.given_out = words["given_out"]
        self.gives = words["gives"]
        self.numbers = words["numbers"]
        self.several = words["several"]
        self.attributive = words["attributive"]
        self.after_subjects = _by_last(table("grammar")["phrases"]["after_subjects"])
        self.ranked = words["ranked"]
        self.becomes = words["becomes"]
        self.joined = words["joined"]
        self.so_often = words["so_often"]
        self.signed = words["signed"]
        self.deeds = {verb: frozenset(nouns) for verb, nouns in table("grammar")["deeds"].items()}

    def _read_roles(self, roles: Mapping[str, Any]) -> None:
        known = _roles(roles)
        self._singulars = {_plural(word, roles): word for word in known}
        self._roles = known | self._singulars.keys() | {f"ex-{word}" for word in known}
        self.is_role = _member(self._roles)
        self._modifiers = _lows(roles["modifiers"]["before_role"])
        institutions = _last_words(roles["institutions"]["nouns"])
        self.is_institution = _member(institutions)
        self.company_nouns = _lows(roles["institutions"]["called"])
        self.of_companies = _lows(roles["institutions"]["of_companies"])
        self.works = _lows(roles["posts"]["works"])
        self.of_departments = _lows(roles["posts"]["departmental"])
        self.departments = _lows(roles["posts"]["departments"])
        self.districts = _lows(roles["posts"]["districts"])
        self.party_nouns = _lows(roles["posts"]["party_nouns"])
        self.party_kinds = _lows(roles["posts"]["party_kinds"])
        self.of_cities = _lows(roles["posts"]["of_cities"])
        self.styles = frozenset(roles["titles"]["styles"])
        self._of_whole = _lows(roles["posts"]["of_whole"])
        self._of_parts = _any_of(roles["posts"]["of_parts"])
        self.doers: Mapping[str, str] = roles["posts"]["doers"]
        self._company_ends = _lows(roles["institutions"]["name_ends"])
        own = roles["institutions"]
        self.company_starts = frozenset((*own["club_starts"], *own["name_starts"]))
        self.is_document = _member(_lows(roles["documents"]["nouns"]))
        self._official = _lows(roles["documents"]["official"])
        groups = _last_words(roles["groups"]["nouns"]) | self._singulars.keys()
        self.is_group = _member(groups)
        self.is_speaker = _member(self._roles | groups | institutions)
        titles = _lows(roles["titles"]["before"])
        self.is_title = _member(titles | {title.rstrip(".") for title in titles})
        genders, given = roles["genders"], roles["given_names"]
        male, female = roles["titles"]["honorific_male"], roles["titles"]["honorific_female"]
        self._genders = _Genders(
            ("he", *genders["male"], *male), ("she", *genders["female"], *female)
        )
        self._given_names = _Genders(given["male"], given["female"])

    # ------------------------------------------------------------- classes

    def is_official(self, low: str) -> bool:
        """Whether an institution speaks through such a text itself: 'statement', no 'report'."""
        return low in self._official

    def is_modifier(self, low: str) -> bool:
        """Whether a word stands before a role ('senior') or is a demonym."""
        return low in self._modifiers or self.places.owner(low) is not None

    def is_of_part(self, role: str) -> bool:
        """Whether a post is one of a state or a province: "Ohio's attorney general", 'Gov.'."""
        words = [self.spelt_out(word) for word in role.lower().split()]
        has_body = any(map(self.is_institution, words)) and not self._of_whole & set(words)
        return has_body or bool(self._of_parts.search(" ".join(words)))

    def _describes(self, low: str) -> bool:
        return self.is_role(low) or self.is_modifier(low)

    def in_name(self, token: Token) -> bool:
        """Whether a word can be part of a name: in capitals, 'van', 'al-Karim'."""
        return token.is_capital or token.low in self.particles or is_prefixed(token.text)

    def opens_clause(self, low: str) -> bool:
        """Whether a word that opens a sentence in capitals is a function word: 'As', 'Under'."""
        return low in self.subordinators or low in self.prepositions or low in self.openers

    def ends_company(self, low: str) -> bool:
        """Whether a last word in capitals makes a company or society of a name ('Holding')."""
        return low in self._company_ends

    def is_institution_name(self, name: str) -> bool:
        """Whether a full name is an institution's: 'Harbour Board', but not 'Margaret Court'."""
        first, *others = name.casefold().split()
        is_given = self._given_names.has(first)
        return bool(others) and not is_given and self.is_institution(others[-1])

    def _is_adverb(self, low: str) -> bool:
        return low.endswith("ly") and low not in self.nouns_in_ly

    def _stands_between(self, low: str) -> bool:
        return low in self.between or low.endswith("n't") or self._is_adverb(low)

    def _is_past(self, low: str) -> bool:
        if "-" in low:
            return False  # 'a jam-packed day'
        if low in self.irregular_past:
            return True
        is_adjective = low.startswith("un") and not low.startswith("under")
        is_adjective = is_adjective and low not in self.undoing
        return low.endswith("ed") and not is_adjective and not self.is_role(low)

    def _is_participle(self, low: str) -> bool:
        return low.endswith("ed") or low in self.participles

    def singular(self, low: str) -> str:
        """Give the singular of a role."""
        return self._singulars.get(low, low).removeprefix("ex-")

    @staticmethod
    def spelt_out(low: str) -> str:
        """Give the post that a short title stands for: 'senator' for 'sen.'."""
        return short_titles().get(low, low)

    def covers(self, wide: str | None, narrow: Iterable[str]) -> bool:
        """Whether a loose role ('official') may stand for a closer one ('minister')."""
        return wide is not None and any(n == wide or n in self._wider.get(wide, ()) for n in narrow)

    def has_role(self, tokens: Sequence[Token]) -> bool:
        """Whether a role is among the tokens."""
        return not self._roles.isdisjoint([t.low for t in tokens])

    def gender(self, tokens: Sequence[Token]) -> str | None:
        """Give `m` or `f` where a pronoun, a role or an honorific tells."""
        for token in tokens:
            told = self._genders[token.low]
            if told is not None:
                return told
        return None


class _Genders(dict[str, str | None]):
    """The gender that each word tells, `m` or `f`, found out when first asked for."""

    def __init__(self, male: Iterable[str], female: Iterable[str]) -> None:
        """Take the words for men and those for women."""
        super().__init__()
        self._words = {"m": _lows(male), "f": _lows(female)}

    def __missing__(self, low: str) -> str | None:
        of = [g for g, words in self._words.items() if low in words or low.rstrip(".") in words]
        self[low] = of[0] if len(of) == 1 else None
        return self[low]

    def has(self, low: str) -> bool:
        """Whether a word is one of either."""
        return any(low in words for words in self._words.values())


@cache
def closed_class(name: str) -> frozenset[str]:
    """Give a class of function words of `grammar.toml`, for those who have no grammar at hand."""
    return frozenset(table("grammar")["words"][name])


def is_joined(word: str) -> bool:
    """Whether a word only tells where something is or whose: 'Narva-based', 'state-run'."""
    return "-" in word and word.partition("-")[2].lower() in _joined()


@cache
def _joined() -> frozenset[str]:
    return _lows(table("roles")["posts"]["joined"])


@cache
def short_titles() -> dict[str, str]:
    """Give the posts that short titles before a name stand for."""
    short: dict[str, str] = table("roles")["titles"]["short"]
    return short | {title.rstrip("."): post for title, post in short.items()}


def _member(words: frozenset[str]) -> Callable[[str], bool]:
    """Give what tells whether a word is one of these; asked for nearly every word of a text."""
    return words.__contains__


def _remembered(is_so: Callable[[str], bool]) -> Callable[[str], bool]:
    """Give a question on words that is answered once for each."""
    return lru_cache(_WORDS)(is_so)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def _lows(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _by_last(phrases: Iterable[str]) -> Mapping[str, Sequence[Sequence[str]]]:
    """Give phrases in words by their last one, the longer ones first."""
    split = sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True)
    return {words[-1]: [p for p in split if p[-1] == words[-1]] for words in split}


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the heads of phrases; that of 'secretary of state' stands among them by itself."""
    return frozenset(p.lower().split()[-1] for p in phrases if " of " not in p)


def _roles(roles: Mapping[str, Any]) -> frozenset[str]:
    # The last word decides: 'press secretary' is found by 'secretary'.
    whole = _lows(roles["roles"]["person"]) | _lows(roles["roles"]["occupations"])
    return whole | _last_words(whole)


def _plural(word: str, roles: Mapping[str, Any]) -> str:
    irregular = roles["roles"]["plurals"].get(word) or roles["roles"]["plurals"].get(word.upper())
    if irregular is not None:
        return str(irregular).lower()
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
