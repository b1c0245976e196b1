"""Which political party words tell: '(R-Ohio)', 'a Labour lawmaker', 'House Republicans'.

The parties are data (`parties.toml`). Whether a party is a speaker's side is
decided in `identity` and `profiles`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute.names import fold
from digest.attribute.tokens import LONG_DASHES, POSSESSIVE
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from digest.attribute.tokens import Token

_MARK = re.compile(r"([A-Z])\.?(?:-[A-Z].*)?")
_BEHIND_LETTER = frozenset({"", ".", "-"})  # what may follow the letter of a mark
_BEFORE_MARK = frozenset({"(", ","})
_MARKS = LONG_DASHES | {",", "(", "-"}
_NEAR = 4  # tokens
_LONGEST_MARK = 6  # tokens: '(R., N.H.)'


class Party(NamedTuple):
    """A political party.

    Attributes:
        name: the name shown.
        countries: where the words for it mean it.
        marked: whether a mark of its own country told it: 'R-Ohio'.
        contends: whether it tells more than its country, as of two parties that share all seats.
    """

    name: str
    countries: tuple[str, ...]
    marked: bool = False
    contends: bool = False


class Politics(NamedTuple):
    """Whose politics an article tells of.

    Attributes:
        home: the one country whose ministers and police it means where it names none,
            if that is clear.
        contests: the countries whose parties it names as such.
    """

    home: str | None = None
    contests: frozenset[str] = frozenset()

    def tells(self, party: Party) -> bool:
        """Whether a party is a side there."""
        is_at_home = self.home in party.countries
        return is_at_home or not self.contests.isdisjoint(party.countries)


def is_mark(text: str) -> bool:
    """Whether a word only tells party and state: 'R-Ohio'."""
    return "-" in text and _of_mark(text) is not None


def seats(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Give the marks of party and seat among the words behind a name: 'r-ariz.', 'd'."""
    short = [t for t in tokens if t.text[1:2] in _BEHIND_LETTER]
    return tuple(t.low for t in short if _MARK.fullmatch(t.text) and is_seat(t.low))


def is_seat(low: str) -> bool:
    """Whether a word in lower case is such a mark, of a party or of none: 'i-maine'."""
    letter, _, place = low.partition("-")
    return letter in _letters() and (bool(place) or letter == low)


def may_be_for(seat: str, noun: str, place: str) -> bool:
    """Whether 'r-ariz.' may be the mark of 'the Arizona Republican', letter for letter."""
    letter, _, short = seat.partition("-")
    letters = iter(place)
    return letter == noun[:1] and (not place or all(c in letters for c in short if c.isalpha()))


@cache
def members(name: str) -> frozenset[str]:
    """Give the words in lower case for those of a party: 'democratic', 'democrat'."""
    phrases = (entry["words"] for entry in table("parties")["party"] if entry["name"] == name)
    return frozenset(
        word for phrase in chain.from_iterable(phrases) for word in fold(phrase).split()
    )


def mark_end(tokens: Sequence[Token], start: int) -> int:
    """Give the end of '(R-Ohio)' or ', R-Ohio' where one begins at a token, else `start`."""
    if start + 1 >= len(tokens) or tokens[start].text not in _BEFORE_MARK:
        return start
    if _of_mark(tokens[start + 1].text) is None:
        return start
    if tokens[start].text == ",":
        return start + 2 if is_mark(tokens[start + 1].text) else start
    limit = min(len(tokens), start + _LONGEST_MARK)
    return next((i + 1 for i in range(start + 2, limit) if tokens[i].text == ")"), start)


def _of_mark(text: str) -> Party | None:
    found = _MARK.fullmatch(text)
    return _by_mark().get(found[1]) if found is not None else None


def marked(tokens: Sequence[Token]) -> Party | None:
    """Give the party that a mark tells behind a name: '(R-Ohio)', ', R-Ohio'."""
    if _BEFORE_MARK.isdisjoint([token.text for token in tokens]):
        return None
    for before, token in pairwise(tokens):
        if before.text == "(" or (before.text == "," and is_mark(token.text)):
            party = _of_mark(token.text)
            if party is not None:
                return party
    return None


def worded(tokens: Sequence[Token]) -> Party | None:
    """Give the party that words for its members tell: 'Labour lawmaker', 'House Republicans'."""
    words = [token.text for token in tokens]
    opens = _openers()
    if opens.isdisjoint(words):
        return None
    for at, token in enumerate(tokens):
        if token.text in opens and token.is_capital and not token.quoted:
            party, end = _at(words, at)
            if party is not None and _may_tell(tokens, at, end):
                return None if _are_of_both(words) else party
    return None


def _are_of_both(words: Sequence[str]) -> bool:
    """Whether words mean people of two parties: 'Republicans and Democrats'."""
    return len({_sides()[word].name for word in words if word in _sides()}) > 1


def named(name: str) -> Party | None:
    """Give the party of which a name is the short one: 'Labour', 'GOP'."""
    return _by_word().get(name)


def _at(words: Sequence[str], at: int) -> tuple[Party | None, int]:
    for end in (at + 2, at + 1):
        party = _by_word().get(" ".join(words[at:end]))
        if party is not None and end <= len(words):
            return party, end
    return None, at


def _may_tell(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether words for a party tell whose side a speaker is on, and are no part of a name."""
    behind = tokens[end] if end < len(tokens) else None
    if behind is not None and (behind.text in _words("not_before") or behind.low in POSSESSIVE):
        return False
    return not at or tokens[at - 1].text not in _words("not_behind")


@cache
def _by_word() -> dict[str, Party]:
    return {word: _party(entry) for entry in table("parties")["party"] for word in entry["words"]}


def fielded(sentences: Iterable[tuple[AbstractSet[str], Sequence[Token]]]) -> frozenset[str]:
    """Give the countries whose marked parties sentences name as such: 'House Democrats'.

    Args:
        sentences: the words of each in lower case, and its tokens.
    """
    told = (tokens for words, tokens in sentences if not words.isdisjoint(_lows()))
    return frozenset(
        country
        for tokens in told
        for at, token in enumerate(tokens)
        if token.text in _sides() and _is_whole(tokens, at)
        for country in _sides()[token.text].countries
    )


def listed(words: AbstractSet[str], tokens: Sequence[Token]) -> tuple[int, Party] | None:
    """Give where members of a party are listed: 'Republicans, including …', 'one Democrat: …'.

    Args:
        words: of a sentence in lower case.
        tokens: of the sentence.

    Returns:
        The token that the first name must begin with, and the party.
    """
    if words.isdisjoint(_members()):
        return None
    for at, token in enumerate(tokens[:-1]):
        if token.text in _words("listing"):
            begin = at + 1 + (token.text == "such")
            party = _group_before(tokens, at)
        elif token.text == ":":
            begin, party = at + 1, _one_before(tokens, at)
        else:
            continue
        if party is not None and begin < len(tokens) and tokens[begin].is_capital:
            return begin, party
    return None


def _group_before(tokens: Sequence[Token], at: int) -> Party | None:
    """Give the party whose members stand right before a list of names: 'Democrats, such as'.

    Or the only one named before some of them: 'Democrats were silent, though a few, such as'.
    """
    before = [i for i in range(at) if tokens[i].text not in _MARKS]
    if before and tokens[before[-1]].low in _words("some"):
        named = {_sides()[t.text] for t in tokens[:at] if t.text in _sides()}
        return next(iter(named)) if len(named) == 1 else None
    is_group = bool(before) and _is_whole(tokens, before[-1])
    return _sides().get(tokens[before[-1]].text) if is_group else None


def _one_before(tokens: Sequence[Token], at: int) -> Party | None:
    """Give the party of the one whom a sentence is about: 'One of the Democrats who left:'."""
    for i in range(1, at):
        party = _by_word().get(tokens[i].text)
        counts = {token.low for token in tokens[max(0, i - _NEAR) : i]}
        if party is not None and party.contends and not counts.isdisjoint(_words("counts")):
            return party
    return None


@cache
def _members() -> frozenset[str]:
    entries = (entry for entry in table("parties")["party"] if entry.get("marks"))
    return frozenset(fold(word) for entry in entries for word in entry["words"])


def _is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for a party is no part of another's name: 'Upland Democrats'."""
    is_free = at == 0 or not tokens[at - 1].is_capital
    is_free = is_free or tokens[at - 1].text in _words("houses")
    return is_free and _may_tell(tokens, at, at + 1)


@cache
def _lows() -> frozenset[str]:
    return frozenset(map(fold, _sides()))


@cache
def _sides() -> dict[str, Party]:
    """Give the parties that have marks by the words for all of one: 'Democrats', 'GOP'."""
    return {
        word: _party(entry)
        for entry in table("parties")["party"]
        for word in entry["words"]
        if entry.get("marks") and (word.endswith("s") or word.isupper())
    }


@cache
def _openers() -> frozenset[str]:
    return frozenset(words.partition(" ")[0] for words in _by_word())


@cache
def _letters() -> frozenset[str]:
    marks = (*_by_mark(), *table("parties")["unaligned"]["marks"])
    return frozenset(mark.lower() for mark in marks)


@cache
def _by_mark() -> dict[str, Party]:
    entries = table("parties")["party"]
    return {
        mark: _party(entry)._replace(marked=True)
        for entry in entries
        for mark in entry.get("marks", ())
    }


def _party(entry: dict[str, str | list[str]]) -> Party:
    return Party(str(entry["name"]), tuple(entry["of"]), contends="marks" in entry)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("parties")["words"][name])
