"""Where the words reported behind a cue end.

At the end of the sentence, unless another saying, a bracket, a dash or a turn of
the reporter's comes before it; `complements` says where they begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import complements, objects, subjects
from digest.attribute.grammar import closed_class
from digest.attribute.tokens import DASHES, LONG_DASHES
from digest.attribute.verbs import source_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.attribute.cueverb import CueVerb
    from digest.attribute.sentence import Sentence
    from digest.attribute.speakers import Located

_LONGEST_BYLINE = 5  # tokens, with its dashes
_NAMES = 2  # tokens of a name at least
_FULL_STOPS = frozenset({".", "!", "?"})
_SHORT = 7  # tokens from 'in' to the interview
_ASIDE = 12  # tokens
_INSERTED = 4  # tokens of an adjective set between commas
_LONGEST_OCCASION = 20  # tokens
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_SUBJECTS = closed_class("subjects_alone")
_DO = closed_class("do")
_OPEN = closed_class("that_which")
_SUMS_UP = closed_class("sums_up")
_WHICH = closed_class("which_whom")
_SEPARATORS = LONG_DASHES | {",", ";"}


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
    later = [other for other in others if other.cue.first > first]
    limit = _next_saying(s, start, later, at.cue.verb)
    limit = min(limit, _bracket_end(s, start, limit))
    if at.cue.continuous and subjects.is_fronted(s, at.cue.start):
        fronted = subjects.behind_participle(s, at.cue.start)
        limit = limit if fronted is None else min(limit, fronted[0] + s.is_quoted(fronted[0]))
    inner = _behind_inserted(s, start)
    joints = _joints(s, inner, limit, dependent=_is_dependent(s, at))
    closing = (i for i in joints if _closes(s, at, i))
    last = _without_bracket(s, start, _without_byline(s, next(closing, limit) - 1))
    last = max(start, _without_occasion(s, start, last))
    while last > start and s.low(last) in s.grammar.and_or and not s.is_quoted(last):
        last -= 1  # 'voiced support for the tax and, on Monday, left'
    if at.cue.verb.takes_clause:
        shorter = _without_next_verb(s, at, start, last)
        is_clause = s.low(start) == "that" or s.low(start) in s.grammar.pronouns
        is_clause = is_clause or s.has_predicate(start, shorter + 1)
        is_clause = is_clause or s.quoted_in(start, shorter + 1) > 0
        return _without_withheld(s, start, last if is_clause else shorter)
    last = _without_stage(s, start, _without_next_verb(s, at, start, last))
    return _without_day(s, start, _without_sequel(s, start, last))


def _behind_inserted(s: Sentence, start: int) -> int:
    """Step over what stands between commas behind 'that': 'that, on the whole, it works'."""
    if s.low(start) != "that" or s.mark(start + 1) != ",":
        return start + 1
    return next((comma + 1 for comma in s.commas(start + 2, len(s))), start + 2)


def quote_end(s: Sentence, start: int) -> int:
    """Give the last token of the quotation that a token stands in."""
    last = start
    while s.is_quoted(last + 1):
        last += 1
    return last


def _next_saying(s: Sentence, start: int, later: Sequence[Located], verb: CueVerb) -> int:
    """Give where another saying of the sentence takes over, or the sentence's end."""
    for each in later:
        at = _takes_over(s, start, each)
        if at is not None:
            return at
        if _is_next_clause(s, start, each, verb):
            return each.low - 1
    return len(s)


def _is_next_clause(s: Sentence, start: int, other: Located, verb: CueVerb) -> bool:
    """Whether another saying opens a clause behind a position: 'accuses A and B *says*'."""
    speaks = other.cue.verb.inverts and not other.cue.verb.weak and other.shape == "before"
    joined = s.low(other.low - 1) in s.grammar.and_but and other.low - 1 > start
    return speaks and joined and not verb.takes_clause and other.high < other.cue.start


def _takes_over(s: Sentence, start: int, other: Located) -> int | None:
    """Give where another saying ends a content that begins at a token, if it does."""
    inherited = other.shape == "inherited"
    if inherited and not _is_of_speaker(other.cue.verb):
        return None  # In 'said she was glad but feared the worst' the fear is hers.
    if inherited and (_is_bare(s, other) or _is_modifier(s, other)):
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


def _is_of_speaker(verb: CueVerb) -> bool:
    """Whether a second verb is the speaker's: 'said it was late and denied it', 'and vowed to'."""
    return verb.inverts or verb.kind == "judge" or (verb.kind == "commit" and verb.closes)


def _is_bare(s: Sentence, other: Located) -> bool:
    """Whether a cue has no ending and no auxiliary, as behind 'would'."""
    cue = other.cue
    form = s.low(cue.first)
    is_base = form == cue.verb.lemma.split()[0] and form not in s.grammar.past_alike
    return is_base and cue.start == cue.first and not cue.verb.gives


def _is_modifier(s: Sentence, other: Located) -> bool:
    """Whether a weak verb in the past only tells of a noun: 'and continued risks'."""
    cue, behind = other.cue, other.cue.last + 1
    if not cue.verb.weak or not cue.verb.inverts or cue.start < cue.first:
        return False
    is_word = behind < len(s) and s.tokens[behind].is_word and not s.is_quoted(behind)
    is_plain = s.low(behind) not in s.grammar.never_objects and not s.opens_phrase(behind)
    return is_word and is_plain and s.low(behind) not in {"that", "to"}


def _is_last_word(s: Sentence, other: Located) -> bool:
    """Whether a saying closes the sentence: '…, the mayor said on Monday.'."""
    behind = complements.after(other)
    low = s.low(behind)
    if not low or s.mark(behind):
        return True
    return low in s.grammar.prepositions or s.timed[behind]


def _bracket_end(s: Sentence, start: int, limit: int) -> int:
    """Give the bracket that closes around a content, opened before it; else the limit."""
    depth = 0
    if not (s.has_mark(")") or s.has_mark("]")):
        return limit
    for i in range(start, limit):
        mark = s.mark(i)
        if mark in _CLOSING and depth == 0:
            return i
        depth += (mark in _OPENING) - (mark in _CLOSING)
    return limit


def _joints(s: Sentence, start: int, end: int, *, dependent: bool) -> Iterator[int]:
    """Give the places where a content may end: commas, semicolons, a dash without another.

    A comma that closes a quotation ('… “late,” but') stands before its mark; the
    place is then the token behind the mark, which in a `dependent` clause may be any:
    'While she calls it “late,” he …'.
    """
    commas = frozenset(s.commas(start, end))
    marks = s.marks(start, end)
    dashes = [i for i in marks if _is_dash(s, i)]
    single = dashes[-1] if len(dashes) % 2 else None
    aside = start
    for i in range(start, end) if s.quoted_in(max(0, start - 1), end) else marks:
        if not (s.mark(i) or s.is_quoted(i - 1)):
            continue
        if i in commas and s.low(i + 1) == "or":  # 'the river, or stream, has risen'
            aside = next((comma + 1 for comma in s.commas(i + 1, i + _ASIDE)), i + 1)
        if i < aside:
            continue
        is_mark = i in commas or i == single or s.mark(i) == ";"
        if is_mark or (s.is_quoted(i - 1) and _ends_at(s, i, dependent=dependent)):
            yield i


def _ends_at(s: Sentence, at: int, *, dependent: bool) -> bool:
    """Whether a content may end with the quotation in front of a token."""
    return _turns(s, at) or (dependent and _closes_quoted(s, at - 1))


def _turns(s: Sentence, at: int) -> bool:
    """Whether a sentence turns to something else behind a quotation: '… “late,” but she'."""
    if not _closes_quoted(s, at - 1):
        return False
    if s.low(at) in _SUMS_UP and _is_apposition(s, at):
        return True  # '… “late,” part of a quarrel'
    return s.low(at) in s.grammar.joints and not complements.leads_on(s, at + 1)


def _closes_quoted(s: Sentence, at: int) -> bool:
    """Whether a token is the mark that closes a quotation behind a comma: '“late,”'."""
    return s.is_quoted(at) and not s.is_quoted(at + 1) and s.low(at - 1) == ","


def _is_dash(s: Sentence, at: int) -> bool:
    if s.mark(at) not in DASHES:
        return False
    start = s.tokens[at].start
    return s.text[start - 1 : start].isspace()


def _closes(s: Sentence, at: Located, joint: int) -> bool:
    """Whether a comma, a semicolon, a dash or a turn ends the content."""
    behind = joint + (not s.tokens[joint].is_word)
    if behind >= len(s):
        return False
    if _is_dash(s, joint):
        return _explains(s, at, behind)
    is_comma = s.mark(joint) == "," and not source_phrase(s, behind)
    if not is_comma or _is_dependent(s, at) or objects.recalls(s, behind):
        return True
    joined = s.low(behind) in s.grammar.and_but
    if (joined and _goes_on(s, behind + 1)) or _ends_relative(s, at, behind):
        return True
    if not at.cue.verb.takes_clause and _opens_clause(s, behind + joined):
        return True
    return _ends_clause(s, at, behind) if at.cue.verb.takes_clause else _ends_position(s, behind)


def _ends_relative(s: Sentence, at: Located, behind: int) -> bool:
    """Whether the main verb follows what 'who' said: 'Jan Roe, who backed the plan, said'."""
    if s.low(at.low) in s.grammar.relative:
        return _goes_on(s, behind) or s.is_finite_cue(behind)
    if s.low(at.low - 1) not in _OPEN or s.low(at.cue.last + 1) not in s.grammar.finite:
        return False
    # 'The bar that she said was shut, is open', 'It was for a law that she said would help, that'
    return _goes_on(s, behind) or s.low(behind) == "that"


def _explains(s: Sentence, at: Located, start: int) -> bool:
    """Whether a clause or a noun stands behind a dash, of the reporter's own."""
    low, grammar = s.low(start), s.grammar
    if s.opens_phrase(start) or _goes_on(s, start) or low in grammar.conjunctions:
        return True
    return not at.cue.verb.takes_clause and low in grammar.subordinators


def _ends_clause(s: Sentence, at: Located, start: int) -> bool:
    """Whether what follows a comma is no part of a reported clause."""
    if at.cue.continuous and _goes_on(s, start) and not _lacks_verb(s, at, start):
        return True  # 'The mayor, suggesting it was late, left.'
    low, behind = s.low(start), s.low(start + 1)
    if low == "as":
        return behind in s.grammar.have or behind in _DO  # 'as have others'
    is_relative = low == "which" or (low in s.grammar.prepositions and behind in _WHICH)
    turns = low in s.grammar.turns and not _is_short(s, start)
    return turns or (is_relative and not s.commas(start, len(s)))


def _lacks_verb(s: Sentence, at: Located, start: int) -> bool:
    """Whether a subject told so far has its verb to come: 'saying the plan, backed by her, is'."""
    told = range(at.cue.last + 1, start)
    verbs = [i for i in told if s.has_predicate(i, i + 1)]
    if not verbs:
        is_open = s.grammar.is_participle(s.low(start))
        return is_open and bool(s.commas(start, len(s)))
    return all(s.mark(i - 1) == "," and s.grammar.is_participle(s.low(i)) for i in verbs)


def _is_short(s: Sentence, start: int) -> bool:
    """Whether a comma soon ends what begins there: 'a crucial, although brief, opportunity'."""
    comma = next(iter(s.commas(start, start + _INSERTED)), None)
    return comma is not None and not s.has_predicate(start + 1, comma)


def _ends_position(s: Sentence, start: int) -> bool:
    """Whether what follows a comma is no part of a position without a clause."""
    low = s.low(start)
    if low in s.grammar.includes:
        return False
    if low in s.grammar.indefinite and _is_apposition(s, start):
        return True
    return low in s.grammar.ends_position or low.endswith("ing") or s.is_quoted(start)


def _is_apposition(s: Sentence, start: int) -> bool:
    """Whether 'a' behind the last comma tells what that was, and is no part of a list."""
    if any(s.commas(start, len(s))):
        return False
    joints = (i for i in range(start, len(s)) if s.low(i) in s.grammar.and_or)
    return all(s.low(i + 1) not in s.grammar.before_nouns for i in joints)


def _opens_clause(s: Sentence, start: int) -> bool:
    """Whether a clause with a subject of its own stands behind a comma: ', the mayor has left'."""
    if not s.opens_phrase(start) or s.is_quoted(start):
        return False
    end = next(iter(s.commas(start, len(s))), len(s))
    return s.has_predicate(start + 1, end)


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a clause goes on with another verb: ', and has urged'."""
    low = s.low(at)
    return low in s.grammar.be or low in s.grammar.have or s.grammar.is_past(low)


def _is_dependent(s: Sentence, at: Located) -> bool:
    """Whether a cue stands in a clause that a comma ends: 'As he urged calm, …'."""
    if at.shape != "before" or s.mark(at.cue.last + 1) == ",":
        return False  # 'As the mayor said, the bridge is shut, …'
    if s.low(at.low) in s.grammar.who_which:
        return s.mark(at.low - 1) == ","
    if s.low(at.low - 1) in s.grammar.who_which:
        return s.mark(at.low - 2) == ","  # 'The man, who police say was drunk, left.'
    before = at.low - 2
    before -= s.low(before) == "even"
    opens = before < 0 or s.mark(before) or s.low(before) in s.grammar.joints
    return bool(opens) and s.low(at.low - 1) in s.grammar.subordinators


def _without_next_verb(s: Sentence, at: Located, start: int, last: int) -> int:
    """Leave out what the speaker did besides: 'praised the plan and left for Port Hope'."""
    form = s.low(at.cue.first)
    continuous = form.endswith("ing")
    joints = (
        i for i in range(start + 1, last) if s.low(i) in s.grammar.and_but and not s.is_quoted(i)
    )
    if not continuous and not s.grammar.is_past(form):
        # 'backs the plan and has left'
        return next((i - 1 for i in joints if s.low(i + 1) in s.grammar.have), last)
    return next((i - 1 for i in joints if _is_verb(s, i + 1, continuous=continuous)), last)


def _is_verb(s: Sentence, at: int, *, continuous: bool) -> bool:
    """Whether a participle or a verb in the past has an object or a place behind it."""
    low, grammar = s.low(at), s.grammar
    if low in _SUBJECTS or low in grammar.be_or_have:
        return True
    if not (low.endswith("ing") if continuous else grammar.is_past(low)):
        return False
    behind = s.low(at + 1)
    opens_object = behind in grammar.before_nouns or behind in grammar.object_pronouns
    return opens_object or behind in grammar.prepositions or behind in grammar.selves


def _without_withheld(s: Sentence, start: int, last: int) -> int:
    """Leave out what the speaker kept back: 'said it was late but gave no reason'."""
    if "no" not in s.words and "without" not in s.words:
        return last
    withheld = (i for i in range(start + 1, last) if _withholds(s, i) and not s.is_quoted(i))
    return next((i - 1 - (s.mark(i - 1) == ",") for i in withheld), last)


def _withholds(s: Sentence, at: int) -> bool:
    """Whether it goes on with 'but gave no reason' or 'without elaborating' at a token."""
    if s.low(at) == "without":
        return s.low(at + 1) in s.grammar.elaborating
    joined = s.low(at) in s.grammar.and_but
    return joined and s.low(at + 1) in s.grammar.withholds and s.low(at + 2) == "no"


def _without_sequel(s: Sentence, start: int, last: int) -> int:
    """Leave out what a position came after: 'called for calm after the vote'."""
    if s.grammar.sequels.isdisjoint(s.words) and "by" not in s.words:
        return last
    sequels = (i for i in range(start + 1, last) if _is_sequel(s, i))
    return next((i - 1 for i in sequels if not s.is_quoted(i)), last)


def _is_sequel(s: Sentence, at: int) -> bool:
    """Whether it goes on with when or how: 'after the vote', 'taunted her by sending a bill'."""
    return s.low(at) in s.grammar.sequels or (s.low(at) == "by" and s.low(at + 1).endswith("ing"))


def _without_day(s: Sentence, start: int, last: int) -> int:
    """Leave out the day at the end of a position: 'praised the plan on Monday'."""
    day = last
    while day > start and s.mark(day):
        day -= 1
    end = day
    while end > start and s.timed[end]:
        end -= 1
    if end == day:
        return last
    end -= s.low(end) in s.grammar.prepositions
    return max(end, start)


def _without_occasion(s: Sentence, start: int, last: int) -> int:
    """Leave out where it was said, at the end: 'praised the plan in an interview with'."""
    if s.grammar.occasions.isdisjoint(s.words):
        return last
    for i in range(last, max(start + 1, last - _LONGEST_OCCASION), -1):
        if s.is_quoted(i) or s.bounds(i):
            return last
        if s.low(i) in s.grammar.occasions:
            opening = next((k for k in range(i - 1, i - _SHORT, -1) if _sets(s, k)), None)
            return last if opening is None or opening <= start else opening - 1
    return last


def _without_byline(s: Sentence, last: int) -> int:
    """Leave out who signs a text: 'said it was late.—Ida Lind'."""
    if last < len(s) - 1 or last < _LONGEST_BYLINE:
        return last
    dash = next((i for i in range(last - 1, last - _LONGEST_BYLINE, -1) if s.mark(i) in DASHES), 0)
    if (
        not dash
        or dash > last - _NAMES
        or not all(s.tokens[i].is_capital for i in range(dash + 1, last + 1))
    ):
        return last
    while s.mark(dash - 1) in DASHES:
        dash -= 1
    ended = s.mark(dash - 1) in _FULL_STOPS or s.is_quoted(dash - 1)
    return dash - 1 - (s.mark(dash - 1) == ".") if ended else last


def _without_bracket(s: Sentence, start: int, last: int) -> int:
    """Leave out a remark of the reporter's own: 'said it had cost millions (it has not)'."""
    closing = last - (s.mark(last) == ".")
    if s.mark(closing) not in _CLOSING or s.is_quoted(closing):
        return last
    opening = next((i for i in range(closing - 1, start, -1) if s.mark(i) in _OPENING), start)
    is_clause = opening > start and s.has_predicate(opening + 1, closing)
    return opening - 1 if is_clause else last


def _without_stage(s: Sentence, start: int, last: int) -> int:
    """Leave out where a position was taken: 'praised the plan *at a rally in Port Hope*'."""
    if s.grammar.occasions.isdisjoint(s.words):
        return last
    goes_on = any(s.low(i) == "to" and s.is_infinitive(i) for i in range(start + 1, last))
    if goes_on or s.low(start) == "to":
        return last  # 'urged them in a letter to go'
    for i in range(start + 1, last):
        if s.is_quoted(i) or (s.low(i) == "on" and "page" not in s.words):
            continue  # 'spoke of it on the debate' is no place, unlike 'on his page'
        if s.low(i) in s.grammar.staging and subjects.is_occasion(s, i + 1):
            return i - 1
    return last


def _sets(s: Sentence, at: int) -> bool:
    """Whether an occasion may begin with a token: 'in a', 'during his'."""
    return s.low(at) in s.grammar.setting and s.low(at + 1) in s.grammar.determiners
