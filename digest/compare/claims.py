"""What a text claims: the main clause of each sentence, and of what each speaker says.

News tells its news in main clauses; what hangs on them ('who', 'after', 'in order to', an
apposition) is background that another account of the same leaves out or tells otherwise. Found
by the words that open such a piece, without parsing: a piece that begins with none of them
belongs to the main clause. Judges nothing.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from digest.compare.concepts import COMMON, concepts, roots
from digest.compare.match import match
from digest.compare.words import NAME, NUMBER, PERSON, inside
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from digest.compare.concepts import Concept
    from digest.compare.match import Concepts, Match, Rarity
    from digest.compare.reading import Reading

_LEAST = 3  # concepts that make a claim
_MOST = 6  # claims of a paragraph that are held against another's
_WORTH = 1.0  # rare words' worth that two claims have in common


def main_clauses(
    found: Sequence[tuple[int, str]], text: str, spans: Iterable[tuple[int, int]]
) -> list[tuple[str, ...]]:
    """Give the words of the main clause of each span.

    Args:
        found: the telling words of the text with their offsets.
        text: of a paragraph.
        spans: of its sentences and of what is said in them.
    """
    return [inside(found, _main(text, start, end)) for start, end in spans]


def claims(clauses: Iterable[Sequence[str]]) -> tuple[Concepts, ...]:
    """Give main clauses as what they speak of; the first few that say enough."""
    telling = (clause for clause in map(concepts, clauses) if len(clause) >= _LEAST)
    return tuple(islice(dict.fromkeys(telling), _MOST))


def _main(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the pieces of a span that belong to its main clause, which opens it."""
    dateline = _DATELINE.match(text, start, end)
    first = dateline.end() if dateline else start
    cuts = [first, *(cut.start() for cut in _CUT.finditer(text, first + 1, end)), end]
    pieces = pairwise(cuts)
    return [piece for piece in pieces if piece[0] == first or not _BACKGROUND.match(text, *piece)]


def common_claim(a: Reading, b: Reading, beside: Collection[str], rarity: Rarity) -> Match | None:
    """Give the two claims that are most alike; None where nothing is claimed alike.

    Args:
        a: a paragraph.
        b: another one.
        beside: keys of what tells who speaks, which is no part of a claim.
        rarity: of the concepts.
    """
    held = (_held(mine, theirs, beside, rarity) for mine in a.claims for theirs in b.claims)
    return max(filter(None, held), key=lambda both: both.score, default=None)


def _held(
    mine: Concepts, theirs: Concepts, beside: Collection[str], rarity: Rarity
) -> Match | None:
    left, right = (tuple(c for c in claim if c.key not in beside) for claim in (mine, theirs))
    if min(len(left), len(right)) < _LEAST:
        return None
    both = match(left, right, rarity)
    common = [one for one, _ in both.pairs]
    is_one = rarity.words(common) >= _WORTH and any(map(_may_happen, common))
    return both if is_one else None


def _may_happen(concept: Concept) -> bool:
    """Whether a concept may be what happens, and not only who or what it happens to."""
    is_marked = concept.key[0] in (NAME, PERSON, NUMBER)
    return not is_marked and concept.key not in COMMON and concept.key not in _WHO


_TABLE = table("comparison")["claims"]
_ROLES = table("roles")
_WHO = roots((*_ROLES["roles"]["person"], *_ROLES["institutions"]["nouns"]))
_WORDS = "|".join(re.escape(word) for word in _TABLE["subordinating"])
# 'VELMOUTH — ', before anything is told.
_DATELINE = re.compile(r"[^.;:–—―“”\"]{1,40}?\s?(?:[–—―]|--)\s?")
_CUT = re.compile(rf"[,;:()–—―]|\s(?:{_WORDS})\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    rf"[(–—―]|[,;:)]?\s*(?:(?:{_WORDS}|{'|'.join(_TABLE['apposing'])})\b|[^\W\d_]+ing\b)",
    re.IGNORECASE,
)
