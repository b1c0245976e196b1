"""What makes an institution the same under other words.

'The Ruritanian Foreign Ministry', "Ruritania's foreign ministry" and 'the Foreign
Ministry in Zenda' are one; 'the Foreign Ministry' alone is one of whatever
country. A capital or a country that speaks ('Zenda said') stands for its
government and stays a speaker of its own, with the country as its side: it may
as well be a city or a team, and no reader would look for it under a ministry.
"""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute.grammar import closed_class, is_joined
from digest.attribute.names import fold
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from digest.attribute.grammar import Grammar


_NAMES = 20_000  # that are kept understood
_SMALL = closed_class("small_in_names")  # within a name in capitals
_SHORTEST, _LONGEST = 2, 6  # letters of an acronym
_NONE: Mapping[str, AbstractSet[str]] = MappingProxyType({})


class Body(NamedTuple):
    """The name of an institution, understood.

    Attributes:
        owner: the country or body it belongs to; None where the name tells none.
        words: its name in lower case without the owner, in the usual words.
        proper: whether the name is its own, not one that others have too.
        state: whether it is an institution that only states have.
        own: whether it speaks for itself whatever country it is of: a union, a bank.
    """

    owner: str | None
    words: str
    proper: bool
    state: bool
    own: bool = False


class Bodies:
    """Understands names of institutions.

    Attributes:
        understand: takes the name of an institution apart, each once.
    """

    def __init__(
        self,
        grammar: Grammar,
        is_proper: Callable[[str], bool] = lambda _: False,
        companies: Mapping[str, AbstractSet[str]] = _NONE,
    ) -> None:
        """Ask `grammar` for classes of words.

        `is_proper` tells a name from a word that only opens a sentence; `companies` are the
        names, folded, that the texts tell to be companies', with what they call each.
        """
        self.is_proper = is_proper
        self._companies = companies
        self._grammar = grammar
        self.understand: Callable[[str], Body] = lru_cache(_NAMES)(self._understood)

    def _understood(self, name: str) -> Body:
        owner, words = self._grammar.places.split(name.replace("’", "'"))
        if owner is None:
            owner, words = self._of_district(name, words)
        if owner is not None and not words:
            return Body(owner, fold(name).removeprefix("the "), proper=True, state=False)
        words = _same().get(words, words)
        capital = any(word[0].isupper() for word in name.split()[1:]) or name[:1].isupper()
        proper = capital and not all(map(self._is_common, words.split()))
        is_state = _is_state(words.partition(" in ")[0])  # 'Police in Narva'
        last = words.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2]
        capital = all(w[0].isupper() for w in name.split() if w.lower() not in _SMALL)
        is_own = capital and not is_state and " " in words and last in _kind("of_nobody")
        is_own = is_own or (owner is not None and capital and last in papers())
        is_own = is_own and words != fold(owner or "")  # 'the European Union' is a side itself
        return Body(owner, words, proper, is_state, is_own)

    def is_company(self, name: str) -> bool:
        """Whether the texts tell a name like somebody's to be a company's."""
        return fold(name) in self._companies

    def told(self, name: str) -> AbstractSet[str]:
        """Give what the texts call such a company: 'newspaper'."""
        return self._companies.get(fold(name), frozenset())

    def _of_district(self, name: str, words: str) -> tuple[str | None, str]:
        """Part 'Narva County Sheriff's Office' into the county and what it has of the kind."""
        every = name.removeprefix("the ").split()
        for at in range(1, len(every) - 1):
            rest = " ".join(every[at + 1 :]).lower()
            if every[at].lower() in self._grammar.districts and _is_state(rest):
                return " ".join(every[: at + 1]), rest
        return None, words

    def _is_common(self, word: str) -> bool:
        parts = word.split("-")
        return is_joined(word) or self._is_shared(word) or all(map(self._is_shared, parts))

    def _is_shared(self, word: str) -> bool:
        plain = word.removesuffix("'s").removesuffix("'")
        grammar = self._grammar
        return (
            word in _shared()
            or grammar.is_institution(plain)
            or grammar.is_modifier(plain)
            or grammar.is_role(plain)
            or grammar.is_group(plain)
            or plain in grammar.body_nouns
        )

    def fits(self, noun: str, known: str, told: Iterable[str] = ()) -> bool:
        """Whether 'the group' may mean an institution of this name, or one called this before."""
        if self.ends(noun, known) or self._is_wider(noun, known):
            return True
        head = known.partition(" of ")[0].partition(" for ")[0]
        if head != known:
            return self.fits(noun, head, told)
        return self._is_kind(noun, known.rpartition(" ")[2], told)

    def are_called(self, noun: str, names: Iterable[str], told: Iterable[str]) -> bool:
        """Whether 'the group' may mean what has these names, or was called this before."""
        known = list(names)
        if any(self.fits(noun, self.understand(name).words, told) for name in known):
            return True
        may_be_initials = noun in _kind("any_initials") and not any(told)
        return may_be_initials and all(map(is_initials, known))

    def tell_kind(self, names: Iterable[str]) -> bool:
        """Whether one of the names tells what kind of institution it is of."""
        return any(self.is_kind(self.understand(name).words) for name in names)

    def is_kind(self, words: str) -> bool:
        """Whether words tell what kind of institution something is: 'hedge fund', no 'rival'."""
        head = words.rpartition(" ")[2]
        return self._grammar.is_institution(head) or head in _alike()

    @staticmethod
    def is_own_kind(words: str) -> bool:
        """Whether what an institution is called speaks for itself: 'trade group', 'charity'."""
        return words.rpartition(" ")[2] in _kind("called") and not words.startswith("state")

    def is_of_kind(self, words: str, nouns: AbstractSet[str]) -> bool:
        """Whether a name tells that it is such an institution: 'narva court', 'fk narva'."""
        head = words.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2]
        is_club = words.partition(" ")[0] in _club_starts()
        return head in nouns or ("club" in nouns and is_club)

    def is_society(self, name: str) -> bool:
        """Whether small words name one society among others: "players' union"."""
        plain = name.replace("’", "'")
        owner, possessive, noun = plain.rpartition("' ")
        is_many = possessive != "" and owner.endswith("s")
        return is_many and noun in _kind("of_nobody")

    @staticmethod
    def is_joint(words: str) -> bool:
        """Whether a word means several parties together, whatever is told of one: 'opposition'."""
        return not _kind("joint").isdisjoint(words.split())

    @staticmethod
    def stands_alone(noun: str) -> bool:
        """Whether a noun alone is no name's that ends in it: 'the House' is no 'White House'."""
        return noun in _kind("whole")

    @staticmethod
    def ends(noun: str, known: str) -> bool:
        """Whether a name ends in a noun, or has it before 'of': 'National Bank of Ruritania'."""
        head = known.partition(" of ")[0].partition(" for ")[0]
        return any(f" {each}".endswith(f" {noun}") for each in (known, head))

    @staticmethod
    def _is_wider(noun: str, known: str) -> bool:
        """Whether a noun may mean a name that ends as none of its own kind does."""
        return any(f" {known}".endswith(f" {end}") for end in _wider().get(noun, ()))

    def _is_kind(self, noun: str, last: str, told: Iterable[str]) -> bool:
        """Whether a noun is another word for what a name ends in or for what it was called."""
        *modifiers, head = [word for word in noun.split() if not is_joined(word)] or [noun]
        called = [words.split() for words in told]
        if any(words[-1] == head and set(modifiers) <= set(words) for words in called):
            return True
        if modifiers and head not in _kind("epithets"):
            return False
        alike = _alike().get(head, frozenset())
        if last in alike or any(words[-1] in alike for words in called):
            return True
        for kind in ("any_company", "any_club"):
            if head in _kind(kind) and not called:
                return self._grammar.ends_company(last) or not self._is_shared(last)
        return False


def is_initials(name: str) -> bool:
    """Whether a name is made of first letters, as no person's is: 'NHC'."""
    return _SHORTEST <= len(name) <= _LONGEST and name.isupper() and name.isalpha()


def is_public(words: str) -> bool:
    """Whether words of a country call what is its state's: 'harbour agency', no 'news agency'."""
    *kind, noun = words.split()
    return noun in _kind("public_kinds") and _kind("private_kinds").isdisjoint(kind)


def _is_state(words: str) -> bool:
    head, of, what = words.partition(" of ")
    if f" {words}".endswith(_endings_of_state()) or (of and _is_department(head, what)):
        return True
    posts = table("roles")["posts"]
    first, _, rest = words.partition(" ")
    return first in posts["public"] and rest.rpartition(" ")[2] in posts["public_bodies"]


def _is_department(head: str, what: str) -> bool:
    """Whether a name is a ministry's of what it sees to: 'department of trade and ports'."""
    posts = table("roles")["posts"]
    known = {*(word.lower() for word in posts["departments"]), "and"}
    return head in posts["offices_of_state"] and set(what.split()) <= known


@cache
def _endings_of_state() -> tuple[str, ...]:
    return tuple(f" {word}" for word in table("roles")["posts"]["bodies_of_state"])


@cache
def _same() -> dict[str, str]:
    return dict(table("roles")["institutions"]["same"])


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Give for every noun of a kind of institution the others of that kind."""
    alike: dict[str, frozenset[str]] = {}
    for nouns in table("roles")["institutions"]["alike"]:
        for noun in nouns:
            alike[noun] = alike.get(noun, frozenset()) | frozenset(nouns)
    return alike


@cache
def _wider() -> dict[str, frozenset[str]]:
    """Give for a noun the ends of names that it may mean, though not the other way."""
    return {e["noun"]: frozenset(e["ends"]) for e in table("roles")["institutions"]["wider"]}


@cache
def _shared() -> frozenset[str]:
    return frozenset(table("roles")["institutions"]["shared"])


@cache
def _club_starts() -> frozenset[str]:
    return frozenset(start.lower() for start in table("roles")["institutions"]["club_starts"])


@cache
def papers() -> frozenset[str]:
    """Give words that make a paper of the name of a place: 'Narva Times'."""
    return frozenset(fold(word) for word in table("media")["words"]["paper"])


@cache
def _kind(name: str) -> frozenset[str]:
    return frozenset(table("roles")["institutions"][name])
