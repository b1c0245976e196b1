"""The words that report: cue verbs in all their forms, and phrases that name a source.

Which of them is a cue in a sentence is decided in `cues`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import stances
from digest.attribute.cueverb import CueVerb
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.attribute.cueverb import Match
    from digest.attribute.sentence import Sentence
    from digest.attribute.tokens import Token

_Forms = tuple[tuple[tuple[str, ...], CueVerb], ...]
_LONGEST = 5  # tokens of a phrase such as 'voiced its very grave concern'


@cache
def _words() -> dict[str, CueVerb]:
    """Give the verb of every form that is one word."""
    return {form[0]: verb for form, verb in _forms() if len(form) == 1}


def is_cue_form(low: str) -> bool:
    """Whether a word in lower case is a form of a verb that reports."""
    return low in _words()


@cache
def _phrases() -> dict[tuple[str, str], _Forms]:
    """Give the forms of several words by their first two, the longest first."""
    index: dict[tuple[str, str], list[tuple[tuple[str, ...], CueVerb]]] = defaultdict(list)
    for form, verb in _forms():
        if len(form) > 1:
            index[form[0], form[1]].append((form, verb))
    return {key: tuple(sorted(forms, key=lambda f: -len(f[0]))) for key, forms in index.items()}


@cache
def _forms() -> _Forms:
    """Give every form of every cue verb; where two share one the first of the file has it."""
    found: dict[tuple[str, ...], CueVerb] = {}
    closing = frozenset(table("cues")["closing"]["verbs"])
    for entry in table("cues")["verb"]:
        lemma, weak, firm = (
            entry["lemma"],
            bool(entry.get("weak")),
            frozenset(entry.get("firm", ())),
        )
        verb = CueVerb(lemma, entry["class"], weak, firm=firm, closes=lemma in closing)
        for form in entry["forms"]:
            found.setdefault(tuple(form.lower().split()), verb)
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class _Giver:
    """A verb that gives a position with a noun: 'voiced concern'.

    Attributes:
        lemma: the dictionary form.
        nouns: the nouns it gives.
        of_what: what has to stand behind the noun; nothing where this is empty.
        of_known: the same behind a noun known already: 'made his remarks *about* the port'.
    """

    lemma: str
    nouns: frozenset[str]
    of_what: frozenset[str]
    of_known: frozenset[str]


@cache
def _known() -> frozenset[str]:
    """Give the words in front of a noun that was spoken of before: 'his', 'the'."""
    return frozenset(table("cues")["nouns"]["known"])


@cache
def _participles() -> frozenset[str]:
    return frozenset(table("grammar")["words"]["irregular_participles"])


@cache
def _givers() -> dict[str, _Giver]:
    """Give the verb for every form of a verb that gives a position: 'voiced', 'issued'."""
    nouns = table("cues")["nouns"]
    found: dict[str, _Giver] = {}
    for entry in nouns["givers"]:
        lemma, needy = entry["lemma"], entry.get("of_what", False)
        if needy or not entry.get("weak"):
            given = nouns[entry.get("nouns", "carriers")]
            of_what = frozenset(nouns["of_what"])
            of_known = of_what if entry.get("of_known") else frozenset()
            giver = _Giver(lemma, frozenset(given), of_what if needy else frozenset(), of_known)
            found |= dict.fromkeys((form for form in entry["forms"] if " " not in form), giver)
    return found


@cache
def _stoppers() -> frozenset[str]:
    words = table("grammar")["words"]
    return frozenset((*words["prepositions"], *words["modals"], *words["be"]))


@cache
def _sources() -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """Give the phrases that name a source by their first two words, in the order of the file."""
    phrases = [tuple(p.split()) for p in table("cues")["prepositions"]["with_source"]]
    pairs = {(p[0], p[1]) for p in phrases}
    return {pair: tuple(p for p in phrases if p[:2] == pair) for pair in pairs}


@cache
def _source_firsts() -> frozenset[str]:
    return frozenset(first for first, _ in _sources())


@cache
def source_signs() -> frozenset[str]:
    """Give the longest word of each phrase: no sentence without one has such a phrase."""
    return frozenset(max(p, key=len) for phrases in _sources().values() for p in phrases)


def matches(tokens: Sequence[Token], lows: Sequence[str]) -> list[tuple[int, Match]]:
    """Give the longest cue that may begin at each token, with the token, in order.

    Args:
        tokens: those of a sentence.
        lows: the same in lower case, and behind them empty words.
    """
    known = _beginnings()
    places = compress(range(len(tokens)), map(known.__contains__, lows))
    found = [(at, _match(tokens, lows, at, known[lows[at]])) for at in places]
    return [(at, match) for at, match in found if match is not None]


class _Beginning(NamedTuple):
    """What a cue may be that begins with a word.

    Attributes:
        single: the verb of which the word is a form.
        phrases: the forms of several words, by the second.
        giver: the verb that gives a position.
        links: whether it links a stance: 'is'.
    """

    single: CueVerb | None
    phrases: dict[str, _Forms]
    giver: _Giver | None
    links: bool


@cache
def _beginnings() -> dict[str, _Beginning]:
    """Give what a cue may be by the words that one may begin with."""
    phrases: dict[str, dict[str, _Forms]] = defaultdict(dict)
    for (first, second), forms in _phrases().items():
        phrases[first][second] = forms
    words, givers, links = _words(), _givers(), stances.links()
    return {
        low: _Beginning(words.get(low), phrases.get(low, {}), givers.get(low), low in links)
        for low in (*words, *phrases, *givers, *links)
    }


def _match(
    tokens: Sequence[Token], lows: Sequence[str], at: int, begins: _Beginning
) -> Match | None:
    match = None if begins.single is None else (at, begins.single)
    if begins.phrases:
        longer = _longer(lows, at, begins.phrases)
        if lows[at + 1] in _opening_days():
            longer = _around_day(lows, at, begins.phrases) or longer
        match = longer or match
    if begins.giver is not None:
        match = _given(tokens, lows, at, begins.giver) or match
    if begins.links:
        match = stances.find(tokens, lows, at) or match
    return match


def _longer(lows: Sequence[str], at: int, phrases: dict[str, _Forms]) -> Match | None:
    """Give the phrase of several words that stands at a token, perhaps with an adverb in it."""
    following = lows[at + 1]
    if following in phrases:
        return _phrase(lows, at, phrases[following])
    if following.endswith("ly") and lows[at + 2] in phrases:
        return _phrase(lows, at, phrases[lows[at + 2]], inside=1)
    return None


def _around_day(lows: Sequence[str], at: int, phrases: dict[str, _Forms]) -> Match | None:
    """Give the phrase of several words with a day in it: 'called on Tuesday for a boycott'."""
    length = _day(lows, at + 1)
    following = lows[at + 1 + length]
    if not length or following not in phrases:
        return None
    return _phrase(lows, at, phrases[following], inside=length)


def _day(lows: Sequence[str], at: int) -> int:
    """Give the number of tokens of the day that a token may open: 'late on Tuesday'; 0 for none."""
    start = at
    while lows[start] in _days("leads"):
        start += 1
    low, behind = lows[start], lows[start + 1]
    if low in _days("determiners") and behind in _days("spans"):
        return start + 2 - at
    if low in _days("near"):
        return start + 1 - at
    if low in _weekdays():
        return start + 1 + (behind in _days("times")) - at
    return 0


@cache
def _opening_days() -> frozenset[str]:
    """Give the words with which a day begins; most words are none of them."""
    return _weekdays().union(*map(_days, ("leads", "determiners", "near")))


@cache
def _days(kind: str) -> frozenset[str]:
    return frozenset(table("cues")["days"][kind])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(day.lower() for day in table("moments")["words"]["weekday"])


def _phrase(lows: Sequence[str], at: int, forms: _Forms, *, inside: int = 0) -> Match | None:
    """Give the first phrase that stands at a token, with `inside` adverbs behind its first word."""
    start = at + inside
    for words, verb in forms:
        if _stands(lows, start, words):
            return start + len(words) - 1, verb
    return None


def _given(tokens: Sequence[Token], lows: Sequence[str], at: int, giver: _Giver) -> Match | None:
    """Find 'voiced grave concern': a verb that gives, a noun that carries a position."""
    if giver.lemma == "have" and (lows[at + 1] in _participles() or lows[at + 1] in _givers()):
        return None  # 'has brought the issue of', which is no position of its own
    for last in range(at + 1, min(len(tokens), at + _LONGEST)):
        low = lows[last]
        if low in giver.nouns:
            wanted = giver.of_what or (giver.of_known if lows[at + 1] in _known() else None)
            if wanted and lows[last + 1] not in wanted:
                return None
            return last, CueVerb(f"{giver.lemma} {low}", "judge", weak=False, gives=True)
        if not tokens[last].is_word or low in _stoppers():
            return None
    return None


def source_phrase(s: Sentence, at: int) -> int:
    """Give the number of tokens of 'according to' or its like at a token, or 0."""
    for words in _sources().get((s.low(at), s.low(at + 1)), ()):
        if all(s.low(at + i) == word for i, word in enumerate(words)):
            return len(words)
    return 0


def source_phrases(s: Sentence) -> Iterator[tuple[int, int]]:
    """Give where each phrase like 'according to' begins, and its number of tokens."""
    if source_signs().isdisjoint(s.words):
        return
    firsts = _source_firsts()
    for at in [i for i, token in enumerate(s.tokens) if token.low in firsts]:
        length = source_phrase(s, at)
        if length:
            yield at, length


def _stands(lows: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    """Whether all but the first of some words stand behind a token."""
    return tuple(lows[at + 1 : at + len(words)]) == words[1:]
