"""Who speaks through a text: 'her letter', 'a statement from the Harbour Board'."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.identity.wording import undetermined
from digest.attribute.mentions import Mention, parse
from digest.attribute.tokens import tokenize
from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.grammar import Grammar
    from digest.attribute.sentence import Sentence

_BEFORE = 3  # tokens in which 'an' may stand before the 'letter' of 'an open letter'
# 'a written statement issued by the Harbour Board', up to a comma
_ISSUED = re.compile(
    r"(?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+) "
    r"(?:(?:issued|released|signed|sent)(?: (?:on )?[a-z]+)? by|from|by) "
    r"(?P<whose>[^,]+)",
    re.IGNORECASE,
)


def texts_made(s: Sentence) -> list[str]:
    """Give the nouns for the texts that a sentence tells of first: 'said in an open letter'.

    Only those through which somebody speaks, and none that is quoted.
    """
    if _of_texts().isdisjoint(s.words):
        return []
    of_texts, through, makes = _of_texts(), _spoken_through(), _makes()
    own = [i for i, t in enumerate(s.tokens) if t.low in of_texts and not t.quoted]
    told = [s.low(i) for i in own if s.low(i) in through and _is_first_told(s, i)]
    return told + [makes[s.low(i)] for i in own if s.low(i) in makes]


def _is_first_told(s: Sentence, noun: int) -> bool:
    """Whether 'a' or 'her' stands before a noun, with at most two words between."""
    before = [s.low(at) for at in range(max(0, noun - _BEFORE), noun)]
    grammar = s.grammar
    return not (grammar.indefinite.isdisjoint(before) and grammar.possessives.isdisjoint(before))


@cache
def _spoken_through() -> frozenset[str]:
    documents = table("roles")["documents"]
    return frozenset((*documents["official"], *documents["personal"]))


@cache
def _brought() -> frozenset[str]:
    return frozenset(table("roles")["documents"]["brought"])


@cache
def _makes() -> dict[str, str]:
    return dict(table("roles")["documents"]["makes"])


def is_brought(s: Sentence) -> bool:
    """Whether a sentence tells who went to court: 'The lawsuit was brought by the union'."""
    if "by" not in s.words or _brought().isdisjoint(s.words):
        return False
    brought = [i for i, token in enumerate(s.tokens) if token.low in _brought()]
    return any(s.low(i + 1) == "by" and not s.is_quoted(i) for i in brought)


@cache
def _of_texts() -> frozenset[str]:
    """Give the words that tell of a text; most sentences have none."""
    return _spoken_through().union(_makes())


def body_of(mention: Mention, grammar: Grammar) -> Mention | None:
    """Give the institution of 'a foreign ministry statement'."""
    name, _, noun = undetermined(mention.text).rpartition(" ")
    if not (grammar.is_institution(name.rpartition(" ")[2]) and grammar.is_official(noun)):
        return None
    return mention._replace(kind="institution", text=name, name=name, definite=True, told=())


def issuer(mention: Mention, grammar: Grammar) -> Mention | None:
    """Give whom words name as who issued a text: 'a statement from the Harbour Board'."""
    words = mention.text.replace("’", "'")
    owned, possessive, rest = words.partition("'s ")
    match = _ISSUED.match(words)
    noun = rest.rpartition(" ")[2] if possessive else match["noun"] if match else ""
    whose = owned if possessive else match["whose"] if match else ""
    if not whose or not grammar.is_official(noun.lower()):
        return None
    found = parse(tokenize(whose, ()), whose, grammar)
    return found if found and found.kind in {"name", "institution", "role"} else None
