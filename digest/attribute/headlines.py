"""Headlines: 'Kremlin: no talks before spring', 'No talks before spring - minister'.

Also the lines of a transcript, 'NOVAK: We will …'. A headline with a verb is
read like any sentence.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import speakers
from digest.attribute.mentions import is_country
from digest.attribute.speakers import Sourced
from digest.attribute.tokens import DASHES
from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Subject

_LONGEST = 7  # tokens of a speaker
_LEAST = 2  # tokens of what was said


class Labelled(NamedTuple):
    """A line with a label in front of its first colon.

    Attributes:
        subject: whom the label names.
        colon: the token of the colon.
    """

    subject: Subject
    colon: int


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("nouns")["headlines"]["labels"])


def find(s: Sentence) -> Sourced | None:
    """Give what a headline reports of somebody whom a colon or a dash sets apart."""
    return _before_colon(s) or _behind_quotation(s) or _at_end(s)


def transcript(s: Sentence) -> Sourced | None:
    """Give what a line of a transcript reports: a name in front of a colon, then the words."""
    found = _before_colon(s)
    if found is None or found.subject.mention.kind != "name":
        return None
    return found if s.tokens[found.content[0]].is_capital else None


def labelled(s: Sentence) -> Labelled | None:
    """Give whom a line names in front of a colon, whatever follows: 'Lind: Why?'."""
    colon = s.first_mark(":", 1, min(len(s), _LONGEST + 1))
    if colon is None or colon + 1 == len(s):
        return None
    subject = _named(s, 0, colon)
    return None if subject is None else Labelled(subject, colon)


def _before_colon(s: Sentence) -> Sourced | None:
    """Find 'Kremlin: no talks before spring'."""
    colon = s.first_mark(":", 1, min(len(s), _LONGEST + 1))
    if colon is None or len(s) - colon <= _LEAST or s.mark(len(s) - 1) == "?":
        return None
    return _made(s, 0, colon, (colon + 1, _last(s)), colon)


def _behind_quotation(s: Sentence) -> Sourced | None:
    """Find '‘We were lied to’: engineer tells inquiry'."""
    if not s.is_quoted(0):
        return None
    mark = next((i for i in range(1, len(s)) if not s.is_quoted(i)), None)
    if mark is None or s.mark(mark) not in {":", *DASHES}:
        return None
    end = mark + 1
    while end < min(len(s), mark + _LONGEST) and _in_speaker(s, end):
        end += 1
    return _made(s, mark + 1, end, (0, mark - 1), mark)


def _at_end(s: Sentence) -> Sourced | None:
    """Find 'No talks before spring: minister' and '… - Kremlin'."""
    end = _last(s) + 1
    limit = max(_LEAST, end - _LONGEST)
    mark = next((i for i in range(end - 2, limit - 1, -1) if _parts(s, i)), None)
    if mark is None:
        return None
    start = next((i + 1 for i in range(mark - 1, 0, -1) if s.mark(i) == ";"), 0)
    return _made(s, mark + 1, end, (start, mark - 1), mark)


def _parts(s: Sentence, at: int) -> bool:
    """Whether a colon or a dash between blanks stands there."""
    token = s.tokens[at]
    if s.mark(at) == ":":
        return True
    return s.mark(at) in DASHES and s.text[token.start - 1 : token.start].isspace()


def _last(s: Sentence) -> int:
    return len(s) - 1 - (s.mark(len(s) - 1) == ".")


def _in_speaker(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    if s.is_finite_cue(at):
        return False
    known = s.grammar.describes(token.low) or s.grammar.is_speaker(token.low)
    return s.grammar.in_name(token) or known or token.low in {"'s", "'", "of", "the"}


def _made(s: Sentence, start: int, end: int, content: Stretch, mark: int) -> Sourced | None:
    subject = _named(s, start, end)
    if subject is None:
        return None
    return Sourced(mark, mark, subject, end - 1, content, "headline", "headline")


def _named(s: Sentence, start: int, end: int) -> Subject | None:
    """Give whom a stretch names as a speaker, and nothing besides."""
    if end <= start or not all(_in_speaker(s, i) for i in range(start, end)):
        return None
    subject = speakers.phrase(s, start, end - 1)
    return subject if subject is not None and _speaks(subject) else None


def _speaks(subject: Subject) -> bool:
    """Whether a phrase can be a speaker without a verb: no label, no country that is a topic."""
    mention = subject.mention
    if mention.kind not in speakers.ABLE or mention.kind == "pronoun":
        return False
    if mention.text.lower() in _labels():
        return False
    return mention.kind != "place" or not is_country(mention)
