"""What two texts say differently of the same thing, so that both cannot be one account.

Looks at the part that the two have in common only (`match`): what the fuller
text adds is no conflict. A negation or a 'may' counts where it governs a
concept of both; opposites where neither has its counterpart on the other side;
names, but for those of who speaks, where each text has one that the other lacks.
What differs where hardly anything else does is looked for in `little`. Judges nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, product, takewhile
from typing import TYPE_CHECKING

from digest.compare.concepts import (
    COMMON,
    denied,
    has_rivals,
    may_predicate,
    rivals,
    root,
    roots,
)
from digest.compare.little import differences_alone
from digest.compare.naming import begin_alike, frames, full_names, listed, speaking
from digest.compare.words import (
    CLASSES,
    HEDGES,
    MEASURES,
    NAME,
    NUMBER,
    PERSON,
    QUALITIES,
    SMALL,
    TURNING,
    TURNS,
    VAGUE,
    WHERE,
)
from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.compare.concepts import Concept
    from digest.compare.match import Match
    from digest.compare.reading import Reading

_GOVERNED = {"not": 3, "if": 3}  # words behind a word of the class that it may turn
_GOVERNED_ELSE = 2
_PURPOSE = "for"  # what is behind it is given as a fact, whatever stands in front
_OPEN = "to"  # an infinitive leaves open whether and when it comes true
_KINDS = {"not": "negation", "may": "modality"}
_COUNTERPARTS = {"not": roots(TURNS), "may": roots(HEDGES)}
_MEASURES = roots(MEASURES)
_QUALITIES = roots(QUALITIES)
_TURNING = frozenset(word for pair in TURNING for word in pair)
_ROLES = table("roles")
_BODIES = frozenset(
    fold(noun) for noun in (*_ROLES["institutions"]["nouns"], *_ROLES["roles"]["person"])
)
_NOTHING: frozenset[str] = frozenset()
_TEXTS = 1 << 12  # texts of which it is remembered what stands behind their words
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MENTIONS = 4  # of one word that are held against the other text's
_REACH = 12  # words around it in which names are looked for
_AROUND = 8  # words around one in which it says what it is about
_BESIDE = 4  # words between a name and the verb it belongs to


def conflicts(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Name what conflicts and how, such as ('modality', 'may: close')."""
    yield from _numbers(a, b, found)
    yield from _places(a, b)
    yield from _names(a, b, found)
    yield from _turned(a, b, found)
    yield from _opposites(a, b, found)
    yield from _denied(found)
    yield from _prepositions(a, b, found)
    yield from _order(a, b, found)
    yield from differences_alone(a, b, found)


def _numbers(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Numbers conflict where each text has one that the other lacks; 'both' is no number.

    A year is no rival of an amount: 'until 2035' and 'for three years'. Nor need '40
    crowns' and '44 ships' be told of one thing; they are named apart ('figure').
    """
    left, right = _figures(found.left), _figures(found.right)
    years, others = {n for n in left if _is_year(n)}, {n for n in right if _is_year(n)}
    if (years and others) or (set(left) - years and set(right) - others):
        kind = "number" if _count_alike(a, b, found) else "figure"
        yield kind, f"{', '.join(left)} | {', '.join(right)}"


def _count_alike(a: Reading, b: Reading, found: Match) -> bool:
    """Whether figures of both texts count the same, or nothing tells what one counts."""
    for mine, theirs in product(_numbered(found.left), _numbered(found.right)):
        left, right = _heads(a, mine), _heads(b, theirs)
        if not left or not right or left & right:
            return True
        if _share(_concepts_of(a, left), _concepts_of(b, right)):
            return True
    return False


def _is_year(figure: str) -> bool:
    return bool(_YEAR.fullmatch(figure))


def _figures(concepts: Sequence[Concept]) -> list[str]:
    return sorted(c.key.removeprefix(NUMBER) for c in _numbered(concepts))


def _numbered(concepts: Sequence[Concept]) -> list[Concept]:
    return [c for c in concepts if c.key.startswith(NUMBER) and c.key not in VAGUE]


def _places(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """Places conflict where each text has one that the other names in no way, nor its country."""
    left = {c.key for c in _located(a) if not _share({c}, _named(b))}
    right = {c.key for c in _located(b) if not _share({c}, _named(a))}
    if left and right:
        yield "place", f"{listed(left)} | {listed(right)}"


def _names(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Full names conflict where each text has one and they have none in common."""
    shared = {mine.key for mine, _ in found.pairs}
    beside = speaking(a) | speaking(b) | frames(a, b)
    left, right = full_names(a) - beside, full_names(b) - beside
    if left and right and not shared & (left | right) and not begin_alike(left, right):
        yield "name", f"{listed(left)} | {listed(right)}"


def _located(reading: Reading) -> set[Concept]:
    """Give the names that stand behind 'in', 'from' and the like."""
    behind = {at + 1 for at, word in enumerate(reading.words) if word in WHERE}
    return {
        c
        for c in _named(reading)
        if c.key.removeprefix(NAME) not in _BODIES and behind.intersection(reading.at(c))
    }


def _named(reading: Reading) -> set[Concept]:
    return {c for c in reading.concepts if c.key.startswith(NAME)}


def _share(left: set[Concept], right: set[Concept]) -> bool:
    return any(x.key == y.key or x.senses & y.senses for x, y in product(left, right))


def _turned(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Negations and modalities conflict where they govern the same concept in one text only.

    'Not closed' and 'kept open' agree: what turns or hedges in other words counts too.
    """
    for mine, theirs in found.pairs:
        if not may_predicate(mine):
            continue
        left, right = _governors(a, mine), _governors(b, theirs)
        if all("not" in each for each in (*left, *right)):
            continue  # 'may not' is 'cannot', and nothing else matters then
        for name in sorted(set(CLASSES.values())):
            one = _only_one(name, left, right) and not _says_so(name, b, theirs)
            other = _only_one(name, right, left) and not _says_so(name, a, mine)
            if one or other:
                yield _KINDS.get(name, "mood"), f"{name}: {mine.key} | {theirs.key}"


def _only_one(name: str, here: list[set[str]], there: list[set[str]]) -> bool:
    """Whether every mention here is governed so and none there is, nor left open there."""
    if not all(name in each for each in here):
        return False
    return not any({name, _OPEN} & each for each in there)


def _says_so(name: str, reading: Reading, concept: Concept) -> bool:
    """Whether a text turns or hedges a concept's sentence in other words."""
    sentences = {reading.sentences[at] for at in reading.at(concept)}
    around = {
        root(word)
        for word, sentence in zip(reading.words, reading.sentences, strict=True)
        if sentence in sentences
    }
    return bool(around & _COUNTERPARTS.get(name, frozenset()))


def _governors(reading: Reading, concept: Concept) -> list[set[str]]:
    """Give, for every mention of a concept, the classes of the words that govern it."""
    found = []
    for at in reading.at(concept):
        governors: set[str] = set()
        for back in range(1, max(_GOVERNED.values()) + 1):
            if at < back or reading.sentences[at - back] != reading.sentences[at]:
                break
            word = reading.words[at - back]
            if word == _PURPOSE:  # 'no excuse for waiting' tells that somebody waited
                break
            name = CLASSES.get(word, word)
            if back <= _GOVERNED.get(name, _GOVERNED_ELSE):
                governors.add(name)
        found.append(governors)
    return found


def _opposites(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Opposites conflict where neither word has its counterpart in the other text.

    Unless one of them is negated: 'not allowed' is 'barred'. Nor do they where they
    say how two different things are.
    """
    senses = {sense for one, other in found.pairs for sense in one.senses | other.senses}
    left, right = filter(has_rivals, found.left), filter(has_rivals, found.right)
    for mine, theirs in product(left, right):
        if not rivals(mine, theirs) or {mine.key, theirs.key} <= _MEASURES:
            continue
        if {mine.key, theirs.key} & _QUALITIES and _of_two_things(a, mine, b, theirs):
            continue
        if not _have_context(a, mine, b, theirs, found):
            continue
        turned = _is_negated(a, mine) != _is_negated(b, theirs)
        if not turned and not (mine.senses | theirs.senses) & senses:
            yield "opposite", f"{mine.key} | {theirs.key}"


def _denied(found: Match) -> Iterator[tuple[str, str]]:
    """'Paid' conflicts with 'unpaid', if neither text says it as the other does."""
    left, right = ({concept.key for concept in own} for own in (found.left, found.right))
    yield from (("opposite", f"{k} | {denied(k)}") for k in sorted(left) if denied(k) in right)
    yield from (("opposite", f"{denied(k)} | {k}") for k in sorted(right) if denied(k) in left)


def _have_context(a: Reading, mine: Concept, b: Reading, theirs: Concept, found: Match) -> bool:
    """Whether anything but names that both texts have stands near either of two words."""
    left, right = _around(a, mine), _around(b, theirs)
    return any(
        one.key[0] not in (NAME, PERSON)
        and left.intersection(a.at(one))
        and right.intersection(b.at(other))
        for one, other in found.pairs
        if one.key not in COMMON
    )


def _around(reading: Reading, concept: Concept) -> set[int]:
    """Give the places of a concept and of the words near it in its sentence."""
    words = range(len(reading.words))
    return {
        at
        for here in reading.at(concept)
        for at in words[max(0, here - _AROUND) : here + _AROUND + 1]
        if reading.sentences[at] == reading.sentences[here]
    }


def _of_two_things(a: Reading, mine: Concept, b: Reading, theirs: Concept) -> bool:
    """Whether something stands behind each of two words, and never the same."""
    left, right = _heads(a, mine), _heads(b, theirs)
    if not left or not right or left & right:
        return False
    return not _share(_concepts_of(a, left), _concepts_of(b, right))


def _heads(reading: Reading, concept: Concept) -> set[str]:
    """Give the roots of what stands right behind a word, wherever it is mentioned."""
    words, sentences = reading.words, reading.sentences
    behind = {at + 1 for at in reading.at(concept)} - {len(words)}
    within = (at for at in behind if sentences[at] == sentences[at - 1])
    return {root(words[at]) for at in within if words[at] not in SMALL}


def _concepts_of(reading: Reading, keys: set[str]) -> set[Concept]:
    return {concept for concept in reading.concepts if concept.key in keys}


def _is_negated(reading: Reading, concept: Concept) -> bool:
    return any("not" in governors for governors in _governors(reading, concept))


def _prepositions(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """'To Velmouth' conflicts with 'from Velmouth', and where both name it with 'to Brennick'."""
    shared = {mine.key for mine, theirs in found.pairs if mine.key == theirs.key}
    names = {key for key in shared if _is_name(key)}
    here, there = _behind(a.words), _behind(b.words)
    for word, rival in TURNING:
        left, right = here.get(word, _NOTHING), there.get(word, _NOTHING)
        for name in sorted((left & there.get(rival, _NOTHING) - right) & shared):
            yield "opposite", f"{word} {name} | {rival} {name}"
        if left & names and right & names and not left & right:
            yield "opposite", f"{word} {listed(left & names)} | {word} {listed(right & names)}"


@lru_cache(_TEXTS)
def _behind(words: tuple[str, ...]) -> Mapping[str, set[str]]:
    """Give the roots that stand right behind each word that may turn a name around."""
    found: dict[str, set[str]] = {}
    for word, after in pairwise(words):
        if word in _TURNING:
            found.setdefault(word, set()).add(root(after))
    return found


def _order(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """'Velmouth beat Brennick' and 'Brennick beat Velmouth' conflict; a passive turns them."""
    speakers = {PERSON + person.id for person in (*a.speakers, *b.speakers)}
    for mine, theirs in found.pairs:
        if _is_name(mine.key) or mine.key.startswith(NUMBER):
            continue
        for x, y in product(a.at(mine)[:_MENTIONS], b.at(theirs)[:_MENTIONS]):
            before, behind = _beside(a.words, x)
            if not before or not behind:
                continue
            left, right = _beside(b.words, y)
            if _is_passive(a.words, x) != _is_passive(b.words, y):
                left, right = right, left
            if speakers & (before | behind):  # 'Velmouth coach Ines Tarrow' and 'Tarrow, the coach'
                continue
            if before & right and behind & left and not (before & left or behind & right):
                yield "order", f"{listed(before)} {mine.key} {listed(behind)}"


def _beside(words: Sequence[str], at: int) -> tuple[set[str], set[str]]:
    """Give the names next to a word, those before it and those behind it."""
    return _nearest(words[max(0, at - _REACH) : at][::-1]), _nearest(words[at + 1 : at + _REACH])


def _nearest(words: Sequence[str]) -> set[str]:
    """Give the first run of names, if it begins within a few words."""
    start = next((n for n, word in enumerate(words[:_BESIDE]) if _is_name(word)), None)
    return set() if start is None else set(takewhile(_is_name, words[start:]))


def _is_name(word: str) -> bool:
    return word[0] in (NAME, PERSON)


def _is_passive(words: Sequence[str], at: int) -> bool:
    """Whether the names behind a word are who did it: 'beaten by Velmouth'."""
    behind = words[at + 1 : at + 2 + _BESIDE]
    start = next((n for n, word in enumerate(behind) if _is_name(word)), 0)
    return start > 0 and behind[start - 1] == "by"
