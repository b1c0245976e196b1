"""What follows a cue: where the words reported behind it begin and where they end.

Whether those words or the ones in front of the cue are meant is decided in
`contents`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.verbs import source_phrase
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.attribute.sentence import Sentence
    from digest.attribute.speakers import Located

_LONGEST_ADDRESSEE = 7  # tokens
_NEAR = 16  # tokens within which 'that' or a quotation still belongs to its verb
_DASHES = frozenset({"-", "—", "–"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_HAVE = frozenset({"has", "have", "had"})
_LONGEST_OCCASION = 20  # tokens
_SHORT = 7  # tokens of an aside
_SEPARATORS = frozenset({",", ";", "—", "–"})
_JOINT = frozenset({"and", "but"})


def after(at: Located) -> int:
    """Give the token behind a cue and its speaker."""
    return max(at.high, at.cue.last) + 1


# ---------------------------------------------------------------------- begin


def begin(s: Sentence, at: Located) -> int | None:
    """Give the token with which the words behind a cue begin; None where none are left."""
    start = after(at)
    if at.cue.verb.tells:
        start = _behind_addressee(s, start)
    elif at.cue.verb.lemma in s.grammar.asks:
        start = _behind_asked(s, start)
    found = opening(s, start) if at.cue.verb.takes_clause else None
    if found is not None:
        return found
    while start < len(s) and (s.timed[start] or s.mark(start) in {",", ":"} or _is_aside(s, start)):
        start += 1
    quoted = _introduced(s, start) if at.cue.verb.takes_clause else None
    start = _behind_link(s, start) if quoted is None else quoted
    return start if _has_words(s, start) else None


def _introduced(s: Sentence, start: int) -> int | None:
    """Find the quotation behind a phrase without a verb: 'stated a day earlier, “…”'."""
    for i in range(start, min(len(s), start + _NEAR)):
        if s.is_quoted(i):
            introduces = i > start and s.mark(i - 1) in {",", ":"}
            return i if introduces and not s.has_predicate(start, i) else None
        if s.low(i) in s.grammar.pronouns or s.low(i) == "that":
            return None
    return None


def _behind_asked(s: Sentence, start: int) -> int:
    """Step over whom somebody asked where the question follows: 'asked the mayor whether'."""
    for i in range(start, min(len(s), start + _LONGEST_ADDRESSEE)):
        if s.low(i) in s.grammar.questions:
            return i
        if not s.tokens[i].is_word or s.bounds(i):
            break
    return start


def _behind_link(s: Sentence, start: int) -> int:
    """Step over what only links a verb to its content: 'spoke *about* the flood'."""
    low = s.low(start)
    links = low in s.grammar.links or (low == "to" and not s.is_infinitive(start))
    if links and not s.is_quoted(start):
        return start + 1
    speaks = low == "to" and s.low(start + 1) in s.grammar.speech_acts
    clausal = s.low(start + 2) == "that" or s.low(start + 2) in s.grammar.pronouns
    return start + 2 if speaks and clausal else start


def _has_words(s: Sentence, start: int) -> bool:
    return any(t.is_word and t.low != "that" for t in s.tokens[start : start + _NEAR])


def _is_aside(s: Sentence, at: int) -> bool:
    return s.low(at) in s.grammar.interjected and not s.is_quoted(at)


def may_begin(s: Sentence, at: Located, start: int) -> bool:
    """Whether a content can begin with a token: not with a verb or a place."""
    low = s.low(start)
    if s.is_quoted(start):
        return True
    if low in s.grammar.auxiliaries and low not in {"to", "'s"}:
        return False
    if at.cue.verb.takes_clause and at.cue.first == at.cue.last:
        return low not in s.grammar.adverbial or s.has_predicate(start, len(s))
    return low not in s.grammar.setting


def opening(s: Sentence, start: int) -> int | None:
    """Find the 'that', the colon or the quotation that opens a content, near the verb.

    Only days, places and the like may stand between: 'said in Geneva on Monday that'.
    """
    if not _leads_on(s, start):
        return None
    for i in range(start, min(len(s), start + _NEAR)):
        if s.is_quoted(i):
            return i if i > start and s.mark(i - 1) in {",", ":"} else None
        if s.low(i) == "that":
            return i if _has_words(s, i) else None
        if s.mark(i) == ":" and i + 1 < len(s):
            return i + 1
        if _stops(s, i, start):
            return None
    return None


def _leads_on(s: Sentence, at: int) -> bool:
    """Whether a place, a day or the content itself can begin at a token."""
    if at >= len(s):
        return False
    low = s.low(at)
    if low in s.grammar.prepositions or low == "that" or s.is_quoted(at):
        return True
    return s.timed[at] or s.mark(at) in {",", ":"} or s.is_between(at)


def _stops(s: Sentence, at: int, start: int) -> bool:
    """Whether a token shows that no 'that' will come."""
    if s.mark(at) == "," and at > start:
        return not (_leads_on(s, at + 1) or (at + 1 < len(s) and s.tokens[at + 1].is_capital))
    return s.mark(at) == ";" or s.low(at) in s.grammar.pronouns or _is_predicate(s, at)


def _is_predicate(s: Sentence, at: int) -> bool:
    """Whether a clause without 'that' has its verb there."""
    low, match = s.low(at), s.matches[at]
    if low in s.grammar.auxiliaries and low != "'s":
        return True
    return match is not None and match[1].inverts and not match[1].weak and s.is_finite_cue(at)


@cache
def _addressees() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(n.lower().split()) for n in table("cues")["addressees"]["nouns"])


def _behind_addressee(s: Sentence, start: int) -> int:
    """Step over whom somebody told: 'told reporters', 'told the Port Hope daily'."""
    if start >= len(s) or s.is_quoted(start):
        return start
    words = tuple(s.low(i) for i in range(start, start + _LONGEST_ADDRESSEE))
    known = (n for n in range(_LONGEST_ADDRESSEE, 0, -1) if words[:n] in _addressees())
    length = next(known, 0)
    if length:
        return start + length
    end = start
    for i in range(start, min(len(s), start + _LONGEST_ADDRESSEE)):
        if not _in_addressee(s, i, start):
            break
        if s.tokens[i].is_capital or s.grammar.is_speaker(s.low(i)):
            end = i + 1
    return end


def _in_addressee(s: Sentence, at: int, start: int) -> bool:
    low = s.low(at)
    if not s.tokens[at].is_word or s.bounds(at) or s.timed[at] or low in s.grammar.prepositions:
        return False
    return at == start or low not in s.grammar.determiners


# ------------------------------------------------------------------------ end


def end(s: Sentence, at: Located, start: int, others: Sequence[Located]) -> int:
    """Give the last token of a content that begins at a token.

    Args:
        s: the sentence.
        at: the cue that reports the content.
        start: the content's first token.
        others: every located cue of the sentence, in order.
    """
    if s.is_quoted(start) and not at.cue.verb.takes_clause:
        return quote_end(s, start)
    first = max(at.cue.first, start)
    limit = _next_saying(s, start, [other for other in others if other.cue.first > first])
    limit = min(limit, _bracket_end(s, start, limit))
    closing = (i for i in _joints(s, start + 1, limit) if _closes(s, at, i))
    last = _without_occasion(s, start, next(closing, limit) - 1)
    return last if at.cue.verb.takes_clause else _without_day(s, start, _without_sequel(s, start, last))


def quote_end(s: Sentence, start: int) -> int:
    """Give the last token of the quotation that a token stands in."""
    last = start
    while s.is_quoted(last + 1):
        last += 1
    return last


def _next_saying(s: Sentence, start: int, later: Sequence[Located]) -> int:
    """Give where another saying of the sentence takes over, or the sentence's end."""
    return next((at for each in later if (at := _takes_over(s, start, each)) is not None), len(s))


def _takes_over(s: Sentence, start: int, other: Located) -> int | None:
    """Give where another saying ends a content that begins at a token, if it does."""
    inherited = other.shape == "inherited"
    if inherited and not (other.cue.verb.inverts or other.cue.verb.kind == "judge"):
        return None  # In 'said she was glad but feared the worst' the fear is hers.
    if inherited and _is_bare(s, other):
        return None  # 'said she would help and call for help'
    at = min(other.low, other.cue.start) - 1
    joined = s.low(at) in s.grammar.joints
    at -= joined
    separated = s.mark(at) in _SEPARATORS or _closes_quoted(s, at)
    if at < start or not (separated or (inherited and joined)):
        return None
    if inherited or joined or s.mark(at) == ";" or _is_last_word(s, other):
        return at if s.mark(at) in _SEPARATORS else at + 1
    return None


def _is_bare(s: Sentence, other: Located) -> bool:
    """Whether a cue has no ending and no auxiliary, as behind 'would'."""
    cue = other.cue
    form = s.low(cue.first)
    is_base = form == cue.verb.lemma.split()[0] and form not in s.grammar.past_alike
    return is_base and cue.start == cue.first and not cue.verb.gives


def _is_last_word(s: Sentence, other: Located) -> bool:
    """Whether a saying closes the sentence: '…, the mayor said on Monday.'."""
    behind = after(other)
    low = s.low(behind)
    if not low or s.mark(behind):
        return True
    return low in s.grammar.prepositions or s.timed[behind]


def _bracket_end(s: Sentence, start: int, limit: int) -> int:
    """Give the bracket that closes around a content, opened before it; else the limit."""
    depth = 0
    for i in range(start, limit):
        mark = s.mark(i)
        if mark in _CLOSING and depth == 0:
            return i
        depth += (mark in _OPENING) - (mark in _CLOSING)
    return limit


def _joints(s: Sentence, start: int, end: int) -> Iterator[int]:
    """Give the places where a content may end: commas, semicolons, dashes.

    A comma that closes a quotation ('… “late,” but') stands before its mark; the
    place is then the token behind the mark.
    """
    commas = frozenset(s.commas(start, end))
    dashes = [i for i in range(start, end) if _is_dash(s, i)]
    aside = start
    for i in range(start, end):
        quotes = _closes_quoted(s, i - 1) and s.low(i) in s.grammar.joints and not _leads_on(s, i + 1)
        if i in commas and s.low(i + 1) == "or":  # 'the river, or stream, has risen'
            aside = next((comma + 1 for comma in s.commas(i + 1, i + _SHORT)), i + 1)
        if i < aside:
            continue
        if i in commas or s.mark(i) == ";" or quotes:
            yield i
        elif dashes and i == dashes[-1] and _is_single(s, dashes):
            yield i


def _closes_quoted(s: Sentence, at: int) -> bool:
    """Whether a token is the mark that closes a quotation behind a comma: '“late,”'."""
    return s.is_quoted(at) and not s.is_quoted(at + 1) and s.low(at - 1) == ","


def _is_dash(s: Sentence, at: int) -> bool:
    return s.mark(at) in _DASHES and (s.text[s.tokens[at].start - 1 : s.tokens[at].start].isspace())


def _is_single(s: Sentence, dashes: Sequence[int]) -> bool:
    """Whether the last of some dashes opens what goes on to the end."""
    return len(dashes) % 2 == 1


def _closes(s: Sentence, at: Located, joint: int) -> bool:
    """Whether a comma, a semicolon or a dash ends the content."""
    behind = joint + (not s.tokens[joint].is_word)
    if behind >= len(s):
        return False
    low = s.low(behind)
    if _is_dash(s, joint):
        return not at.cue.verb.takes_clause or low not in s.grammar.subordinators
    if s.mark(joint) != "," or source_phrase(s.tokens, behind):
        return True
    if _is_dependent(s, at) or (at.cue.continuous and _goes_on(s, behind)):
        return True
    if low in _JOINT and _goes_on(s, behind + 1):
        return True
    if at.cue.verb.takes_clause:
        return low in s.grammar.turns or (low == "which" and _is_final(s, behind))
    if low in s.grammar.includes:
        return False
    return low in s.grammar.ends_position or low.endswith("ing") or s.is_quoted(behind)


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a clause goes on with another verb: ', and has urged'."""
    return s.grammar.is_past(s.low(at)) or s.low(at) in s.grammar.be | _HAVE


def _is_final(s: Sentence, start: int) -> bool:
    """Whether a relative clause that begins at a token lasts to the end of the sentence."""
    return not s.commas(start, len(s))


def _is_dependent(s: Sentence, at: Located) -> bool:
    """Whether a cue stands in a clause that a comma ends: 'As he urged calm, …'."""
    if at.shape != "before":
        return False
    if s.low(at.low) in {"who", "which"}:
        return s.mark(at.low - 1) == ","
    before = at.low - 2
    opens = before < 0 or s.mark(before) or s.low(before) in s.grammar.joints
    return bool(opens) and s.low(at.low - 1) in s.grammar.subordinators


def _without_sequel(s: Sentence, start: int, last: int) -> int:
    """Leave out what a position came after: 'called for calm after the vote'."""
    sequels = (i for i in range(start + 2, last) if s.low(i) in s.grammar.sequels)
    return next((i - 1 for i in sequels if not s.is_quoted(i)), last)


def _without_day(s: Sentence, start: int, last: int) -> int:
    """Leave out the day at the end of a position: 'praised the plan on Monday'."""
    end = last
    while end > start and s.timed[end]:
        end -= 1
    if end == last:
        return last
    return end - (s.low(end) in s.grammar.prepositions) if end > start + 1 else last


def _without_occasion(s: Sentence, start: int, last: int) -> int:
    """Leave out where it was said, at the end: 'praised the plan in an interview with'."""
    for i in range(last, max(start + 1, last - _LONGEST_OCCASION), -1):
        if s.is_quoted(i) or s.bounds(i) and s.mark(i) != "-":
            return last
        if s.low(i) in s.grammar.occasions:
            opening = next((k for k in range(i - 1, i - _SHORT, -1) if _sets(s, k)), None)
            return last if opening is None or opening <= start + 1 else opening - 1
    return last


def _sets(s: Sentence, at: int) -> bool:
    """Whether an occasion may begin with a token: 'in a', 'during his'."""
    return s.low(at) in s.grammar.setting and s.low(at + 1) in s.grammar.determiners
