"""Whether 'the alliance' means something that the sentence itself has introduced.

A phrase with 'the' stands alone where it names something ('the Tallinn board'), is told
by what follows ('the captain of the ferry'), is the only one of its kind ('the police'),
or takes up something from before it in the sentence. The order is that of cost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.lexicon import table
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.compose.tokens import Token

_BRIEF = table("brief")["words"]
_GRAMMAR = table("grammar")["words"]
_KNOWN = frozenset(
    word for kind in ("unique", "calendar", "ranked", "kinds") for word in _BRIEF[kind]
)
_RELATIONAL = frozenset(_BRIEF["relational"])
_UNITS = frozenset(_BRIEF["units"])
_OFFICES = frozenset(_BRIEF["offices"])
_COUNTRIES = frozenset(_BRIEF["countries"])
_SETTLEMENTS = frozenset(_BRIEF["settlements"])
_BODIES = frozenset(_BRIEF["bodies"])
_CLAUSAL = frozenset(_BRIEF["clausal"])
_TELLING = frozenset(_BRIEF["telling"])
_PREPOSITIONS = frozenset(_GRAMMAR["prepositions"])
_RELATIVE = frozenset(_GRAMMAR["relative"])
_BREAKS = frozenset(
    word
    for kind in (
        *("prepositions", "relative", "conjunctions", "subordinators", "determiners"),
        *("be", "modals", "negations", "subject_pronouns"),
    )
    for word in _GRAMMAR[kind]
) | {"has", "have", "had", "does", "do", "did", *_BRIEF["presents"]}
_PAST = frozenset((*_GRAMMAR["irregular_past"], *_GRAMMAR["irregular_participles"]))
_LOOSE = frozenset(_GRAMMAR["loose_roles"])
_PEOPLED = re.compile(r"(?:ian|ean|ese)$")  # endings of words for somebody of a place
_LONGEST = 6  # words of a phrase with 'the'
_SHORT = 2  # words of one that a preposition goes on with
_NEAR = 4  # words in which what tells a phrase names something
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())


class _Phrase(NamedTuple):
    """The words behind 'the', as places in a sentence: first, one behind the last."""

    sentence: Sequence[Token]
    start: int
    end: int

    @property
    def words(self) -> Sequence[Token]:
        return self.sentence[self.start : self.end]

    @property
    def before(self) -> Sequence[Token]:
        return self.sentence[: self.start - 1]

    @property
    def after(self) -> Sequence[Token]:
        return self.sentence[self.end :]


def dangling(sentence: Sequence[Token]) -> str | None:
    """Give the first phrase with 'the' that leans on another sentence; None without one."""
    for phrase in _phrases(sentence):
        if not any(test(phrase) for test in _TESTS):
            return "the " + " ".join(token.text for token in phrase.words)
    return None


def _phrases(sentence: Sequence[Token]) -> Iterator[_Phrase]:
    for at, token in enumerate(sentence):
        # 'The Hague' inside a sentence is a name.
        if token.low == "the" and (at == 0 or token.text == "the" or sentence[at - 1].text in '"“'):
            start = at + 1 + (sentence[at + 1 : at + 2] != () and sentence[at + 1].low in _NUMBERS)
            yield _Phrase(sentence, start, _end(sentence, start))


def _end(sentence: Sequence[Token], start: int) -> int:
    """Give the place behind the last word of a phrase, before a mark, a verb or a link."""
    for at in range(start, min(len(sentence), start + _LONGEST)):
        token = sentence[at]
        if not token.is_word or token.low in _BREAKS:
            return at
        if at > start and not token.is_proper and _ends_phrase(token.low):
            return at
    return min(len(sentence), start + _LONGEST)


def _ends_phrase(low: str) -> bool:
    """Whether it is a verb or an adverb, which no noun follows."""
    return low in _PAST or low.endswith(("ed", "ly"))


def _names(phrase: _Phrase) -> bool:
    """Whether it has a name: 'the Tallinn board', but not 'the Finn' or 'the Finnish team'."""
    proper = [token for token in phrase.words if token.is_proper]
    if not proper:
        return False
    if len(phrase.words) == 1:
        low = proper[0].low
        return low not in _INHABITANTS and not _PEOPLED.search(low)
    vague = phrase.words[-1].low in _BODIES | _LOOSE and len(proper) == 1
    return not (vague and proper[0].low in COUNTRY_NAMES)


_INHABITANTS = frozenset(
    fold(word)
    for kind in ("country", "region", "state")
    for entry in table("places")[kind]
    for word in entry.get("people", ())
    if not word.endswith("s")
)


def _is_known(phrase: _Phrase) -> bool:
    """Whether there is but one, or it is told by its rank."""
    lows = [token.low for token in phrase.words]
    if _OFFICES.intersection(lows[1:]):
        return True
    return any(low in _KNOWN and not _is_counted(lows[at + 1 :]) for at, low in enumerate(lows))


def _is_counted(lows: Sequence[str]) -> bool:
    """Whether a number follows: 'the first two' are of some that were told before."""
    return bool(lows) and (lows[0].isdigit() or lows[0] in _NUMBERS)


def _is_told(phrase: _Phrase) -> bool:
    """Whether what follows tells which one: 'of a ferry', 'who led the board'."""
    if not phrase.after:
        return False
    link, rest = phrase.after[0], phrase.after[1 : 1 + _NEAR]
    if link.low in _PREPOSITIONS and phrase.words and phrase.words[-1].low in _RELATIONAL:
        return True
    if link.low == "of":
        # 'Accused the company of hiding it' says nothing of the company.
        return bool(rest) and not _is_measure(rest) and not rest[0].low.endswith("ing")
    if link.low in _RELATIVE and link.low != "which":
        return not any(token.low in _TELLING for token in phrase.before[-1:])
    # 'The jersey passes to Tallinn': no phrase, but a verb and where to.
    if link.low in _PREPOSITIONS and len(phrase.words) <= (1 if link.low == "to" else _SHORT):
        return any(token.is_proper for token in _until_mark(rest))
    return False


def _is_measure(words: Sequence[Token]) -> bool:
    """Whether it is so and so much of something: '62 euros', but not '16 hospitals' or '2029'."""
    return words[0].text[0].isdigit() and any(token.low in _UNITS for token in words[1:2])


def _until_mark(sentence: Sequence[Token]) -> Iterator[Token]:
    for token in sentence:
        if not token.is_word:
            return
        yield token


def _is_apposed(phrase: _Phrase) -> bool:
    """Whether a name stands beside it: 'the chairwoman, Marta Ilves', or the other way round."""
    if any(token.owns for token in phrase.words):
        return False
    before, after = phrase.before, phrase.after
    named = len(before) > 1 and before[-1].text == "," and before[-2].is_proper
    named = named and not (after and after[0].is_word)
    # Behind what tells of which: 'the head of the board, Marta Ilves'.
    names = [t.text == "," or t.is_proper for t in after[:3]] == [True] * 3
    return named or names


def _is_taken_up(phrase: _Phrase) -> bool:
    """Whether the sentence has spoken of it before, by the same word or by its name."""
    if not phrase.words:
        return False
    head = phrase.words[-1].low
    before = phrase.before
    if stem(head) in {stem(token.low) for token in before if token.is_word}:
        return True
    places = [token for token in before if token.is_proper]
    if head in _COUNTRIES:
        return any(token.low in COUNTRY_NAMES for token in places)
    if head in _SETTLEMENTS:
        return _is_placed(before)
    clausal = bool(before) and (before[-1].low in _CLAUSAL or before[-1].text == ",")
    return head in _BODIES and len(phrase.words) == 1 and clausal and bool(places)


COUNTRY_NAMES = frozenset(
    fold(word)
    for entry in table("places")["country"]
    for form in (entry["name"], *entry["adjectives"])
    for word in form.split()
)


def _is_placed(sentence: Sequence[Token]) -> bool:
    """Whether a preposition stands before a name."""
    return any(
        sentence[at - 1].low in _PREPOSITIONS and token.is_proper
        for at, token in enumerate(sentence)
        if at
    )


_TESTS = (_names, _is_known, _is_told, _is_apposed, _is_taken_up)
