"""Words beside a clause that name whose it is: 'according to Novak', 'in her view'.

What was said is the clause around them, or the side of it that is not empty.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from digest.attribute import speakers
from digest.attribute.grammar import closed_class
from digest.attribute.speakers import Sourced
from digest.attribute.verbs import source_phrases, source_signs
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.attribute.mentions import Mention
    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Subject

_OPENS = closed_class("that_which_who")  # a clause that goes on behind the source
_LONGEST_BRACKET = 60  # tokens on either side of a source
_LONGEST_OWNER = 8  # tokens from 'in' to 'view'


def find(s: Sentence) -> Iterator[Sourced]:
    """Give what a sentence tells as somebody's by words that are no verb."""
    if not _signs().isdisjoint(s.words):
        yield from _according(s)
        yield from _in_view(s)


@cache
def _signs() -> frozenset[str]:
    """Give the words without which no sentence names a source; most have none."""
    return source_signs() | _viewing()


def _according(s: Sentence) -> Iterator[Sourced]:
    """Find 'according to Novak'."""
    for at, length in source_phrases(s):
        if s.is_quoted(at):
            continue
        start = speakers.giver(s, at + length)
        found = _named(s, start, opens=at <= 1, inside=s.low(at - 1) in s.grammar.who_which)
        if found is not None and _is_sent_from(s, start, found[1].mention):
            continue  # 'In a statement from Zenda, the ministry said'
        content = _rest(s, at, found[0]) if found is not None else None
        if found is not None and content is not None:
            end, subject = found
            yield Sourced(at, at + length - 1, subject, end, content, "according to", "source")


def _is_sent_from(s: Sentence, at: int, mention: Mention) -> bool:
    """Whether words tell where a text comes from, unlike 'a statement from the Kremlin'."""
    return s.low(at - 1) == "from" and mention.kind == "place" and s.low(at) != "the"


def _named(s: Sentence, start: int, *, opens: bool, inside: bool) -> tuple[int, Subject] | None:
    """Give the last token and the mention of a source, without the clause that follows it.

    'According to Baltwire, the mayor has left' has no apposition; behind 'which' a verb follows.
    """
    found = speakers.source(s, start)
    if found is not None and inside:
        return _before_verb(s, start, found)
    if found is None or not opens:
        return found
    comma = next(iter(s.commas(start, found[0] + 1)), None)
    if comma is None or not s.has_predicate(comma + 1, found[0] + 1):
        return found
    subject = speakers.phrase(s, start, comma - 1)
    return None if subject is None else (comma - 1, subject)


def _before_verb(s: Sentence, start: int, found: tuple[int, Subject]) -> tuple[int, Subject] | None:
    """End a source in front of the verb: 'a law which according to Novak will fail'."""
    verbs = (i for i in range(start + 1, found[0] + 1) if s.low(i) in s.grammar.finite)
    verb = next(verbs, None)
    subject = None if verb is None else speakers.phrase(s, start, verb - 1)
    return found if verb is None or subject is None else (verb - 1, subject)


def _rest(s: Sentence, first: int, last: int) -> Stretch | None:
    """Give the sentence around a phrase that names the source, or the side that is not empty."""
    links = s.grammar.interjected | s.grammar.openers
    start, end = 2 * (s.low(0) in links and s.mark(1) == ","), len(s) - 1
    bracket = _bracket_around(s, first)
    if bracket is not None:
        start, end = bracket[0] + 1, bracket[1] - 1
    while end > last and not s.tokens[end].is_word:
        end -= 1
    behind = last + 1
    while behind <= end and s.mark(behind) in {",", ":"}:
        behind += 1
    if behind > end:
        return (start, first - 1) if first > start + 1 else None
    if first <= 1 or s.low(first - 1) in _OPENS or _resumes(s, first):
        return behind, len(s) - 1
    return (start, first - 1) if first > len(s) - behind else (start, len(s) - 1)


def _bracket_around(s: Sentence, at: int) -> Stretch | None:
    """Give the bracket that a token stands in: '(the fire was small, according to Novak)'."""
    reach = range(at - 1, max(-1, at - _LONGEST_BRACKET), -1)
    opening = next((i for i in reach if s.mark(i) in {"(", ")"}), at)
    closing = s.first_mark(")", at, min(len(s), at + _LONGEST_BRACKET))
    return (opening, closing) if s.mark(opening) == "(" and closing is not None else None


def _resumes(s: Sentence, first: int) -> bool:
    """Whether only what follows is the source's: '…, because, according to Novak, …'."""
    return s.mark(first - 1) == "," and s.low(first - 2) in s.grammar.boundaries


# ------------------------------------------------------------------- in a view


def _in_view(s: Sentence) -> Iterator[Sourced]:
    """Find 'in her view' and 'by Novak’s own account'."""
    if _viewing().isdisjoint(s.words):
        return
    for at in range(2, len(s)):
        openings = _views().get(s.low(at))
        if openings is None or s.is_quoted(at):
            continue
        mark = at - 1 - (s.low(at - 1) == "own")
        first = _opening(s, mark, openings)
        subject = None if first is None else speakers.possessor(s, first + 1, mark)
        content = None if first is None else _rest(s, first, at)
        if first is not None and subject is not None and content is not None:
            yield Sourced(first, at, subject, at, content, "in the view of", "source")


def _opening(s: Sentence, mark: int, openings: frozenset[str]) -> int | None:
    """Give the 'in' or 'by' in front of whose view it is, which ends with a token."""
    for at in range(mark - 1, max(-1, mark - _LONGEST_OWNER), -1):
        if s.low(at) in openings and not s.is_quoted(at):
            return at
        if not s.tokens[at].is_word:
            return None
    return None


@cache
def _viewing() -> frozenset[str]:
    return frozenset(_views())


@cache
def _views() -> Mapping[str, frozenset[str]]:
    """Give for each noun that tells whose view it is what opens it: 'in' or 'by'."""
    views: Mapping[str, list[str]] = table("nouns")["views"]
    nouns = dict.fromkeys(chain.from_iterable(views.values()))
    return {noun: frozenset(word for word in views if noun in views[word]) for noun in nouns}
