"""What makes the difference between two texts that differ in little else.

Where two texts tell the same but for a word or two, a name, a 'not', a 'may' or a rise for a
fall is the news, wherever it stands, for texts in other words need not put it beside the same
word. Where each has more of its own, it may be about that, and says nothing. Judges nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.compare.concepts import COMMON, is_ordinary, may_predicate, root, roots
from digest.compare.naming import begin_alike, frames, full_names, listed, speaking
from digest.compare.reality import opposed
from digest.compare.trend import against
from digest.compare.words import ALONE, CLASSES, DAYS, LIMITS, NAME, SCALES, TURNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.compare.concepts import Concept
    from digest.compare.match import Match
    from digest.compare.reading import Reading

_FEW = 3  # words of its own that the text with fewer of them may have
_ONE = 1  # of them, where the texts are less alike
_LIKE = 0.5  # of likeness, from which three are few
_ADDED = 2  # words that the other text may have more
_COUNTERPARTS = roots(TURNS)
_BY = "by"  # of a passive


def differences_alone(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Name what differs, of what kind and how, such as ('negation', 'not')."""
    left, right = _own(found.left, a, b), _own(found.right, a, b)
    fewer, more = sorted((len(left), len(right)))
    like = found.score >= _LIKE
    if fewer <= _FEW:
        yield from _voices(a, b)
    if fewer <= _FEW and like:
        yield from _whole(a, b)
    if more <= _ONE:
        yield from _swapped(a, b, found)
    if more - fewer > _ADDED:
        return
    if fewer <= _FEW:
        yield from _names(left, right)
        yield from _ranks(left, right)
    if fewer <= (_FEW if like else _ONE) and _is_negated(a, b, found):
        yield "negation", "not"


def _own(left_over: Sequence[Concept], a: Reading, b: Reading) -> list[Concept]:
    """Give what nothing matches, without who speaks and what stands in any text."""
    beside = speaking(a) | speaking(b) | frames(a, b)
    own = (concept for concept in left_over if concept.key not in COMMON)
    return [concept for concept in own if concept.key not in beside]


def _voices(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """Who speaks in one text conflicts with who is named in the other, where nobody is heard.

    As a rule that is somebody whose words nobody recognised.
    """
    if bool(a.speakers) == bool(b.speakers):
        return
    heard, other = (a, b) if a.speakers else (b, a)
    speakers = speaking(heard)
    if heard.speakers[0].kind != "person" or speakers.intersection(other.words):
        return
    named = full_names(other).difference(heard.words)
    if named:
        yield "person", f"{listed(speakers)} | {listed(named)}"


def _whole(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """What has come about here may be to come there, and a rise here a fall there."""
    reality = opposed(a.paragraph.text, b.paragraph.text)
    if reality:
        yield "reality", reality
    trend = against(a.words, b.words)
    if trend:
        yield "opposite", trend


def _names(left: Sequence[Concept], right: Sequence[Concept]) -> Iterator[tuple[str, str]]:
    """Each text has a name that the other lacks."""
    mine, theirs = (
        {c.key for c in own if c.key.startswith(NAME) and not is_ordinary(c.key[1:])}
        for own in (left, right)
    )
    if mine and theirs and not begin_alike(mine, theirs):
        yield "name", f"{listed(mine)} | {listed(theirs)}"


def _ranks(left: Sequence[Concept], right: Sequence[Concept]) -> Iterator[tuple[str, str]]:
    """'A third' conflicts with 'a quarter', and 'dozens' with 'hundreds'."""
    mine, theirs = ({concept.key for concept in own} for own in (left, right))
    for scale in SCALES:
        if mine & scale and theirs & scale:
            yield "number", f"{listed(mine & scale)} | {listed(theirs & scale)}"


def _swapped(a: Reading, b: Reading, found: Match) -> Iterator[tuple[str, str]]:
    """Where nothing else differs, who or what stands before a verb and behind it must not change.

    'The crown gained against the mark' and 'The mark gained against the crown'.
    """
    shared = {mine.key for mine, theirs in found.pairs if mine.key == theirs.key}
    for mine, theirs in found.pairs:
        if mine.key != theirs.key or not may_predicate(mine) or _BY in (*a.words, *b.words):
            continue
        before, behind = _next_to(a, mine, shared)
        other_before, other_behind = _next_to(b, theirs, shared)
        if before and behind and (before, behind) == (other_behind, other_before):
            yield "order", f"{before} {mine.key} {behind}"


def _next_to(reading: Reading, concept: Concept, shared: set[str]) -> tuple[str, str]:
    """Give the shared concepts next to one, before and behind it; empty where there is none."""
    at = reading.at(concept)[0]
    keys = [root(word) for word in reading.words]
    before = (key for key in reversed(keys[:at]) if key in shared)
    behind = (key for key in keys[at + 1 :] if key in shared)
    return next(before, ""), next(behind, "")


def told_beside(a: Reading, b: Reading, found: Match) -> tuple[list[str], list[str]]:
    """Give the words of either text in those sentences that have anything in common with the other.

    A sentence of its own negates nothing of what both tell.
    """
    mine = frozenset(one.key for one, _ in found.pairs)
    theirs = frozenset(other.key for _, other in found.pairs)
    return _words_beside(a, mine), _words_beside(b, theirs)


def _words_beside(reading: Reading, shared: frozenset[str]) -> list[str]:
    sentences = {
        reading.sentences[at]
        for concept in reading.concepts
        if concept.key in shared
        for at in reading.at(concept)
    }
    told = zip(reading.words, reading.sentences, strict=True)
    return [word for word, sentence in told if sentence in sentences]


def _is_negated(a: Reading, b: Reading, found: Match) -> bool:
    """Whether only one of two texts negates what both tell of."""
    mine, theirs = told_beside(a, b, found)
    return _only_here(mine, a, b) or _only_here(theirs, b, a)


def _only_here(words: Sequence[str], here: Reading, there: Reading) -> bool:
    """Whether one text negates something and the other nothing, in whatever words."""
    turned, other = ({CLASSES.get(word) for word in each} for each in (words, there.words))
    if "not" not in turned or "not" in other or _is_turned_back(words):
        return False
    mine, theirs = ({root(word) for word in each.words} for each in (here, there))
    return not (theirs - mine) & _COUNTERPARTS


def _is_turned_back(words: Sequence[str]) -> bool:
    """Whether what is negated is itself a limit: 'cannot decide alone', 'not since 2011'."""
    turning = (at for at, word in enumerate(words) if CLASSES.get(word) == "not")
    return any(
        ALONE.intersection(words[at + 1 : at + 3])
        or any(word in LIMITS or word[0] == DAYS for word in words[at + 1 : at + 2])
        for at in turning
    )
