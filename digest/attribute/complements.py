"""What follows a cue: where the words reported behind it begin.

Where they end is decided in `endings`; whether those words or the ones in front
of the cue are meant, in `contents`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.grammar import closed_class
from digest.attribute.tokens import is_title
from digest.lexicon import table

if TYPE_CHECKING:
    from digest.attribute.sentence import Sentence
    from digest.attribute.speakers import Located

_OPEN_CLAUSES = closed_class("open_infinite")  # 'denied having known of it'
_TELLING = closed_class("that_which")
_LONGEST_ADDRESSEE = 7  # tokens
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_SHORT = 7  # tokens of a day
_FAR = 32  # tokens within which a quotation still belongs to its verb
_NEAR = 16  # tokens within which 'that' or a quotation still belongs to its verb


def after(at: Located) -> int:
    """Give the token behind a cue and its speaker."""
    return max(at.high, at.cue.last) + 1


def closes(s: Sentence, start: int) -> bool:
    """Whether a saying ends before a token, or only a day, a place or a participle adds to it."""
    if start >= len(s) or s.mark(start) or s.timed[start]:
        return True
    low = s.low(start)
    return low in s.grammar.prepositions or s.grammar.is_adverb(low)


# ---------------------------------------------------------------------- begin


def begin(s: Sentence, at: Located) -> int | None:
    """Give the token with which the words behind a cue begin; None where none are left."""
    start = after(at)
    if at.cue.verb.tells:
        start = _behind_addressee(s, start)
    elif at.cue.verb.lemma in s.grammar.asks:
        start = _behind_asked(s, start)
    found = opening(s, start) if at.cue.verb.takes_clause else None
    if found is None and s.low(at.low - 1) == "as":
        found = _main_clause(s, at, start)
    if found is not None:
        return found
    while start < len(s) and _is_aside(s, start):
        start += 1
    if at.cue.verb.kind == "commit":
        start = _infinitive(s, start)
    quoted = _introduced(s, start) if at.cue.verb.takes_clause else None
    start = _behind_link(s, start, tells=at.cue.verb.tells) if quoted is None else quoted
    return start if _has_words(s, start) or _points_back(s, at, start) else None


def _main_clause(s: Sentence, at: Located, start: int) -> int | None:
    """Give where what is said begins in 'As the mayor said after the talks, it is late'."""
    verb = at.cue.verb
    if not verb.inverts or verb.weak or at.shape != "before" or start >= len(s):
        return None
    sets = s.low(start) in s.grammar.prepositions | s.grammar.sequels or s.timed[start]
    comma = next(iter(s.commas(start, len(s))), None) if sets else None
    if comma is None or s.has_predicate(start, comma) or s.quoted_in(start, comma):
        return None
    return comma + 1 if s.has_predicate(comma + 1, len(s)) else None


def _introduced(s: Sentence, start: int) -> int | None:
    """Find the quotation behind a phrase without a verb: 'stated a day earlier, “…”'."""
    end = min(len(s), start + _FAR)
    for i in range(start, end) if s.quoted_in(start, end) else ():
        if s.is_quoted(i):
            introduces = i > start and s.mark(i - 1) in {",", ":"} and not _is_title(s, i)
            return i if introduces and not s.has_predicate(start, i) else None
        if s.low(i) in s.grammar.pronouns or s.low(i) == "that":
            return None
    return None


def _is_title(s: Sentence, start: int) -> bool:
    """Whether a quotation is the name of a text spoken of: 'in a book, “The Long Bridge”'."""
    if s.mark(start - 1) != "," or not s.grammar.is_document(s.low(start - 2)):
        return False
    end = next((i for i in range(start, start + _NEAR) if not s.is_quoted(i)), None)
    return end is not None and is_title(s.tokens[start:end])


def _is_day(s: Sentence, at: int) -> bool:
    """Whether a token tells when it was said, unlike in 'said Monday's vote' or 'the 1991 Pact'."""
    if not s.timed[at] or s.low(at) in s.grammar.possessives:
        return False  # 'said his 2016 rival'
    behind = next((i for i in range(at, min(len(s), at + _SHORT)) if not s.timed[i]), at)
    if s.low(behind) == "'s":
        return False
    return not (s.low(at) == "the" and (s.tokens[behind].is_capital or _is_noun(s, behind)))


def _is_noun(s: Sentence, at: int) -> bool:
    """Whether a noun that a year describes stands there: 'the 2016 race', not 'the day that'."""
    token, grammar = s.tokens[at], s.grammar
    if not token.is_word or token.quoted or s.bounds(at) or token.low in grammar.pronouns:
        return False
    return token.low not in grammar.prepositions and not s.opens_phrase(at)


def _infinitive(s: Sentence, start: int) -> int:
    """Give where 'to' stands behind a place: 'promised at a rally in Port Hope *to* build'."""
    if s.low(start) not in s.grammar.prepositions or s.low(start) == "to":
        return start
    for i in range(start, min(len(s), start + _NEAR)):
        if s.low(i) == "to" and s.is_infinitive(i):
            return i
        if s.is_quoted(i) or s.mark(i) or _is_predicate(s, i):
            break
    return start


def _behind_asked(s: Sentence, start: int) -> int:
    """Step over whom somebody asked where the question follows: 'asked the mayor whether'."""
    for i in range(start, min(len(s), start + _LONGEST_ADDRESSEE)):
        if s.low(i) in s.grammar.asked_after:
            return i
        if not s.tokens[i].is_word or s.bounds(i):
            break
    return start


def _behind_link(s: Sentence, start: int, *, tells: bool) -> int:
    """Step over what only links a verb to its content: 'spoke *about* the flood'."""
    low = s.low(start)
    if low == "against" and tells:
        return start + 1  # 'warned the port against haste'
    links = low in s.grammar.links or (low == "to" and not s.is_infinitive(start))
    if links and not s.is_quoted(start):
        return start + 1
    speaks = low == "to" and s.low(start + 1) in s.grammar.speech_acts
    clausal = s.low(start + 2) == "that" or s.low(start + 2) in s.grammar.pronouns
    return start + 2 if speaks and clausal else start


def _has_words(s: Sentence, start: int) -> bool:
    return any(t.is_word and t.low != "that" for t in s.tokens[start : start + _NEAR])


def _points_back(s: Sentence, at: Located, start: int) -> bool:
    """Whether a position is on what was told before: 'rejected that'."""
    ends = start == len(s) - 1 or s.mark(start + 1) in {".", ",", ";"}
    return at.cue.verb.kind == "judge" and s.low(start) == "that" and ends


def _is_aside(s: Sentence, at: int) -> bool:
    """Whether a token between a verb and its content belongs to neither."""
    if _is_day(s, at) or s.mark(at) in {",", ":"}:
        return True
    return s.low(at) in s.grammar.interjected and not s.is_quoted(at)


def may_begin(s: Sentence, at: Located, start: int) -> bool:
    """Whether a content can begin with a token: not with a verb or a place."""
    low = s.low(start)
    if s.is_quoted(start):
        return True
    if s.mark(start) == ";":
        return False
    if low in s.grammar.and_or:
        return False
    if low in s.grammar.auxiliaries and low not in _OPEN_CLAUSES:
        return _is_in_relative(s, at)
    if at.cue.verb.takes_clause and at.cue.first == at.cue.last:
        adverbial = low in s.grammar.adverbial and not _is_amount(s, start)
        return not adverbial or s.has_predicate(start, len(s))
    return low not in s.grammar.setting or _calls_so(s, start)


def _is_in_relative(s: Sentence, at: Located) -> bool:
    """Whether what is said tells of a noun: 'an order that *he said* would help the poor'."""
    speaks = at.cue.verb.inverts and not at.cue.verb.weak and at.shape == "before"
    return speaks and s.low(at.low - 1) in _TELLING and at.low > 1


def _calls_so(s: Sentence, start: int) -> bool:
    """Whether a word for something stands in front of it: 'rejected as “absurd” the claim'."""
    end = start + 2
    while s.is_quoted(start + 1) and s.is_quoted(end):
        end += 1
    is_word = s.low(start) == "as" and s.low(start + 1) not in s.grammar.before_nouns
    return is_word and end < len(s) and s.opens_phrase(end)


def opening(s: Sentence, start: int) -> int | None:
    """Find the 'that', the colon or the quotation that opens a content, near the verb.

    Only days, places and the like may stand between: 'said in Geneva on Monday that'.
    """
    if not leads_on(s, start):
        return None
    for i in range(start, min(len(s), start + _NEAR)):
        if s.is_quoted(i) and _is_programme(s, i, start):
            continue  # 'said on “Harbour & Friends” that'
        if s.is_quoted(i):
            introduced = i > start and s.mark(i - 1) in {",", ":"} and not _is_title(s, i)
            return i if introduced else None
        if s.low(i) == "that":
            opens = _has_words(s, i) and not _is_relative(s, i, start)
            return i if opens and _is_heard(s, i, start) else None
        if s.mark(i) == ":" and i + 1 < len(s):
            return i + 1
        if _stops(s, i, start):
            return None
    return None


def _is_heard(s: Sentence, at: int, start: int) -> bool:
    """Whether 'that' may stand behind 'to': 'in a note to the judge that', not 'to claims that'."""
    if all(s.low(i) != "to" for i in range(start, at)):
        return True
    before = at - 1
    return s.tokens[before].is_capital or s.timed[before] or s.grammar.is_speaker(s.low(before))


def _is_relative(s: Sentence, at: int, start: int) -> bool:
    """Whether 'that' is the subject of what tells of a noun: 'said after talks that had failed'."""
    if at == start or s.timed[at - 1] or not s.tokens[at - 1].is_word:
        return False
    low, grammar = s.low(at + 1), s.grammar
    is_auxiliary = low in grammar.auxiliaries and low not in grammar.negations
    return is_auxiliary or grammar.is_past(low)


def _is_programme(s: Sentence, at: int, start: int) -> bool:
    """Whether a token stands in the name of a programme on which something was said."""
    begin = next((i + 1 for i in range(at, start, -1) if not s.is_quoted(i)), start)
    end = next((i for i in range(at, min(len(s), at + _NEAR)) if not s.is_quoted(i)), len(s))
    is_name = s.mark(begin - 1) != "," and is_title(s.tokens[begin:end])
    return is_name and s.low(start) == "on"


def leads_on(s: Sentence, at: int) -> bool:
    """Whether a place, a day or the content itself can begin at a token."""
    if at >= len(s):
        return False
    low = s.low(at)
    if _is_amount(s, at) or s.low(at + 1)[:1].isdigit():
        return low == "that" or s.is_quoted(at)  # 'released roughly 20 pages that'
    if low in s.grammar.prepositions or low == "that" or s.is_quoted(at):
        return True
    return s.timed[at] or s.mark(at) in {",", ":"} or s.is_between(at) or _is_score(s, at)


def _is_score(s: Sentence, at: int) -> bool:
    """Whether a token counts votes: 'ruled 6-3 that'."""
    return _SCORE.fullmatch(s.low(at)) is not None


def _is_amount(s: Sentence, at: int) -> bool:
    """Whether a phrase tells how much rather than where: 'at least 20'."""
    return s.low(at) == "at" and s.low(at + 1) in {"least", "most"}


def _stops(s: Sentence, at: int, start: int) -> bool:
    """Whether a token shows that no 'that' will come."""
    if s.mark(at) == "," and at > start:
        issued = s.low(at + 1) in s.grammar.issued  # 'in a memo, seen by the Courier, that'
        goes_on = issued or (at + 1 < len(s) and s.tokens[at + 1].is_capital)
        return not (leads_on(s, at + 1) or goes_on)
    if s.low(at) == "to":
        return s.is_infinitive(at)  # unlike in 'said in a letter to the board that'
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


@cache
def _heads() -> frozenset[str]:
    return frozenset(words[-1] for words in _addressees())


def _behind_addressee(s: Sentence, start: int) -> int:
    """Step over whom somebody told: 'told reporters', 'told the Port Hope daily'."""
    if start >= len(s) or s.is_quoted(start):
        return start
    clause = _clause_behind(s, start)
    if clause is not None:
        return clause
    words = tuple(s.low(i) for i in range(start, start + _LONGEST_ADDRESSEE))
    if words[0] in s.grammar.possessives:
        words = ("the", *words[1:])
    known = (n for n in range(_LONGEST_ADDRESSEE, 0, -1) if words[:n] in _addressees())
    length = next(known, 0)
    if length:
        return _behind_outlet(s, start + length)
    end = start
    for i in range(start, min(len(s), start + _LONGEST_ADDRESSEE)):
        if not _in_addressee(s, i, start):
            break
        is_reader = s.grammar.is_speaker(s.low(i)) or s.low(i) in _heads() or _is_number(s, i)
        if is_reader or s.tokens[i].is_capital or s.low(i - 1) == "'s":
            end = i + 1
    return start if s.low(end) in s.grammar.modals - {"to"} else end  # 'warned the mayor would go'


def _clause_behind(s: Sentence, start: int) -> int | None:
    """Give where 'that' stands behind whom somebody told: 'told one of the bakers *that*'."""
    for i in range(start + 1, min(len(s), start + _NEAR)):
        if s.low(i) == "that":
            behind = s.low(i + 1)
            opens = behind in s.grammar.pronouns or behind in s.grammar.before_nouns
            opens = opens or (i + 1 < len(s) and s.tokens[i + 1].is_capital)
            return i if opens and not s.has_predicate(start, i) else None
        if not s.tokens[i].is_word or s.is_quoted(i) or s.grammar.is_document(s.low(i)):
            return None
        if s.low(i) in s.grammar.determiners and s.low(i - 1) not in s.grammar.prepositions:
            return None  # 'told the mayor the fair that she runs is late'
    return None


def _is_number(s: Sentence, at: int) -> bool:
    """Whether a number ends a name: 'told *Harbour 1* that'."""
    is_named = s.tokens[at - 1].is_capital and s.low(at).isdigit()
    return is_named and s.low(at + 1) in {"that", ""}


def _behind_outlet(s: Sentence, start: int) -> int:
    """Step over the name behind what it is: 'told the agency Baltwire', no 'told reporters Jan'."""
    if not s.grammar.is_institution(s.low(start - 1)):
        return start
    end = start
    while end < len(s) and s.tokens[end].is_capital and not (s.is_quoted(end) or s.timed[end]):
        end += 1
    ends = s.mark(end) or s.is_quoted(end) or s.low(end) in {"", "that"}
    return end if ends or (end < len(s) and s.timed[end]) else start


def _in_addressee(s: Sentence, at: int, start: int) -> bool:
    low = s.low(at)
    if low == "'s" and at > start:
        return True  # 'told the bank's website'
    if not s.tokens[at].is_word or s.bounds(at) or s.timed[at] or low in s.grammar.prepositions:
        return False
    return at == start or low not in s.grammar.determiners
