"""What was said: the stretch of a sentence that a cue and its speaker report.

Decides between the words in front of a cue and those behind it, which
`complements` and `endings` delimit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import complements, endings, speakers
from digest.attribute.grammar import closed_class
from digest.attribute.tokens import DASHES, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Located

_LONGEST_DATELINE = 8  # tokens
_HELD = closed_class("be_have")  # 'claimed to have won'
_LONGEST_SETTING = 8  # tokens of a day and a place
_LEAST = 2  # tokens of a content that stands before its cue


def find(s: Sentence, at: Located, others: Sequence[Located]) -> Stretch | None:
    """Find what a located cue reports.

    Args:
        s: the sentence.
        at: a cue with its speaker.
        others: every located cue of the sentence, in order.

    Returns:
        The first and the last token; None where nothing is reported.
    """
    if at.cue.verb.gives:
        return _position(s, at), endings.end(s, at, at.cue.last, others)
    if _is_fronted(s, at):
        return 0, at.low - 1 - (s.mark(at.low - 1) == ",")
    start = None if speakers.ends_with(s, complements.after(at)) else complements.begin(s, at)
    behind = None if start is None else (start, endings.end(s, at, start, others))
    before = _before(s, at, others)
    if before is not None and not _may_close(s, at, before):
        before = None
    if before is None:
        return behind if behind and complements.may_begin(s, at, behind[0]) else None
    if behind is None:
        return before if _is_said(s, before) or _is_report(at, before) else None
    if s.is_quoted(before[1]):
        return _quoted(s, at, before, behind, others)
    return _clause(s, at, before, behind, others)


def _is_fronted(s: Sentence, at: Located) -> bool:
    """Whether a question not answered comes first: 'Why it sank he did not say.'."""
    is_denied = at.shape == "before" and at.cue.negated and at.cue.verb.inverts
    if not is_denied or s.low(0) not in s.grammar.questions or at.low < _LEAST:
        return False
    return speakers.ends_with(s, complements.after(at))


def _may_close(s: Sentence, at: Located, before: Stretch) -> bool:
    """Whether what stands in front of a verb that is none of speech may be its content.

    Not where the verb has a complement of its own: 'To win the vote, the mayor vowed to resign'.
    """
    after = complements.after(at)
    acts = s.low(after) == "to" and s.is_infinitive(after)
    if at.cue.verb.inverts:
        return not acts or s.low(after + 1) not in _HELD or s.is_quoted(before[1])
    if s.low(after) == "that" or acts:
        return False
    return s.is_quoted(before[1]) or complements.closes(s, after)


def _position(s: Sentence, at: Located) -> int:
    """Give where a position that has a name begins: 'voiced *hope* that', 'made a claim *that*'."""
    start, behind = at.cue.first + 1, at.cue.last + 1
    named = s.low(start) in s.grammar.determiners and s.low(behind) == "that"
    return behind if named else start


def _clause(
    s: Sentence, at: Located, before: Stretch, behind: Stretch, others: Sequence[Located]
) -> Stretch | None:
    """Decide between a clause in front of the cue and the words behind it."""
    if _is_inside(s, at, others) and not s.is_quoted(behind[0]):
        # 'The plan, she said, is dead.' is one content with the saying inside.
        return before[0], behind[1]
    if s.is_quoted(behind[0]) and _tells(s, before) and not _has_saying(before, others):
        if _continues(s, complements.after(at), behind[0]):
            return before[0], behind[1]
        if s.mark(behind[0] - 1) == ":":
            return before  # 'It was over, she said: “We lost.”' says two things.
    may_follow = complements.may_begin(s, at, behind[0])
    if (_ends_the_saying(s, at, behind) or not may_follow) and _is_said(s, before):
        return before
    return behind if may_follow else None


def _tells(s: Sentence, before: Stretch) -> bool:
    """Whether words in front of a saying are a clause of their own."""
    return _is_said(s, before) and s.has_predicate(before[0], before[1] + 1)


def _has_saying(before: Stretch, others: Sequence[Located]) -> bool:
    """Whether another cue stands in words in front of a saying."""
    return any(before[0] <= other.cue.first <= before[1] for other in others)


def _continues(s: Sentence, after: int, quote: int) -> bool:
    """Whether a quotation goes on with the clause: 'It was over, she said, “and nobody came.”'.

    Args:
        s: the sentence.
        after: the token behind the saying.
        quote: the one that the quotation begins with.
    """
    word = quote + (not s.tokens[quote].is_word)
    is_small = word < len(s) and s.tokens[word].is_word and not s.tokens[word].is_capital
    return is_small and s.mark(quote - 1) == "," and not s.has_predicate(after, quote)


def _quoted(
    s: Sentence, at: Located, before: Stretch, behind: Stretch, others: Sequence[Located]
) -> Stretch:
    """Decide where a quotation ends in front of the cue."""
    after = complements.after(at)
    mixed = not s.is_quoted(before[0])
    follows = complements.may_begin(s, at, behind[0]) and not _is_place(s, at, after)
    if mixed and follows and is_lead_in(s, *before):
        return behind  # 'On “Good Morning,” she admitted that …'
    resumed = _resumed(s, after, [other for other in others if other.cue.first > at.cue.last])
    if resumed is not None:
        return _longer(s, before, (resumed, endings.quote_end(s, resumed)))
    if _goes_on(s, _behind_day(s, after), behind):
        return before[0], behind[1]
    if mixed and _is_inside(s, at, others) and not s.low(after + 1).endswith("ing"):
        return before[0], behind[1]
    return before


def _longer(s: Sentence, one: Stretch, other: Stretch) -> Stretch:
    """Join two quotations; where more stands between than in them, give the longer.

    '“It is late,” said Ida Lind, who has led the port for half of her life, “and dark.”'
    """
    said, resumed = s.span(one[0], one[1] + 1), s.span(other[0], other[1] + 1)
    lengths = said.end - said.start, resumed.end - resumed.start
    if resumed.start - said.end <= sum(lengths):
        return one[0], other[1]
    return one if lengths[0] >= lengths[1] else other


def _goes_on(s: Sentence, comma: int, behind: Stretch) -> bool:
    """Whether the reporter ends the quoted clause: '“The plan,” she said, would fail.'."""
    low, grammar = s.low(comma + 1), s.grammar
    if s.mark(comma) != "," or not comma < behind[1]:
        return False
    if low == "to" and s.is_infinitive(comma + 1):
        return True
    return low in grammar.modals or low in grammar.be


def _resumed(s: Sentence, after: int, later: Sequence[Located]) -> int | None:
    """Give where a quotation goes on behind 'she said', without another saying between."""
    limit = later[0].cue.first if later else len(s)
    if limit < after:
        return None  # '…,' said Jan Roe, who thinks it “too late”.
    opens = (i for i in range(after, limit) if s.is_quoted(i) and s.mark(i - 1) == ",")
    return next(opens, after if s.is_quoted(after) and not _is_name(s, after) else None)


def _is_name(s: Sentence, start: int) -> bool:
    """Whether a quotation is the name of a programme: 'told “Good Day Zabor”'."""
    return is_title(s.tokens[start : endings.quote_end(s, start) + 1])


def _is_inside(s: Sentence, at: Located, others: Sequence[Located]) -> bool:
    """Whether the saying stands between commas, and no other saying follows it."""
    after = _behind_day(s, complements.after(at))
    behind = s.low(after + 1)
    if s.mark(after) != "," or (behind in s.grammar.relative and behind != "that"):
        return False
    # 'His men, she said, denied it': the other's subject stands in front of this saying.
    later = [other for other in others if not other.low < at.low <= other.high]
    return all(after + 1 not in {other.cue.start, other.low} for other in later)


def _behind_day(s: Sentence, start: int) -> int:
    """Give the token behind a day that belongs to the saying: 'she said on Monday, is'."""
    at = start + (s.low(start) in s.grammar.prepositions)
    if not (at < len(s) and s.timed[at]):
        return start
    while at < len(s) and s.timed[at]:
        at += 1
    return at


def _ends_the_saying(s: Sentence, at: Located, behind: Stretch) -> bool:
    """Whether what follows a saying only adds to it: '…, she said in Geneva.'."""
    after = complements.after(at)
    return (s.mark(after) == "," and not s.is_quoted(behind[0])) or _is_place(s, at, after)


def _is_place(s: Sentence, at: Located, after: int) -> bool:
    """Whether only a day or a place stands behind the saying."""
    low = s.low(after)
    sets = low in s.grammar.prepositions or low in s.grammar.ends_times or s.timed[after]
    return sets and not (at.cue.verb.takes_clause and complements.opening(s, after) is not None)


# --------------------------------------------------------------------- before


def _before(s: Sentence, at: Located, others: Sequence[Located]) -> Stretch | None:
    """Give what stands in front of 'X said', closed by a comma or a quotation mark."""
    if at.shape == "inherited" or not at.cue.verb.follows:
        return None
    end = min(at.low, at.cue.start) - 1
    closes_quote = s.is_quoted(end) and not s.tokens[end].is_word
    if not (closes_quote or s.mark(end) in {",", "?", "!"}):
        return None
    start = _floor(s, at, others)
    while start < end and s.low(start) in s.grammar.and_but and s.is_quoted(start + 1):
        start += 1
    end -= s.mark(end) == ","
    is_inserted = s.mark(end + 1) == "," and _is_inside(s, at, others)
    return (start, end) if end - start + 1 >= _LEAST or is_inserted else None


def _floor(s: Sentence, at: Located, others: Sequence[Located]) -> int:
    """Give the token behind whatever an earlier speaker said in the same sentence."""
    first = min(at.low, at.cue.start)
    floor = 0
    for other in others:
        quotes = s.is_quoted(other.low - 1) and other.shape != "inherited"
        if quotes and other.cue.first < at.cue.first:
            floor = complements.after(other)
    semicolons = (i + 1 for i in range(first - 1, floor, -1) if s.mark(i) == ";")
    floor = max(next(semicolons, floor), _behind_dateline(s, first), _bracket(s, floor, first))
    colons = (i + 1 for i in range(floor, first) if s.mark(i) == ":" and s.is_quoted(i + 1))
    floor = next(colons, floor)  # 'For example: “…,” he said'
    while floor < first and s.mark(floor) in {",", ".", ";"}:
        floor += 1
    return floor


def _bracket(s: Sentence, start: int, end: int) -> int:
    """Give the token behind the last bracket that opens and does not close; else the start."""
    opened = start
    for i in range(start, end) if s.has_mark("(") or s.has_mark("[") else ():
        if s.mark(i) in {"(", "["}:
            opened = i + 1
        elif s.mark(i) in {")", "]"}:
            opened = start
    return opened


def _behind_dateline(s: Sentence, limit: int) -> int:
    """Give the token behind 'PORT HOPE, Ruritania —'; 0 where a sentence has none."""
    for i in range(1, min(limit, _LONGEST_DATELINE)):
        if s.mark(i) in DASHES:
            return i + 1 if s.tokens[0].text.isupper() else 0
        if not (s.tokens[i].is_capital or s.mark(i)):
            return 0
    return 0


def _is_said(s: Sentence, before: Stretch) -> bool:
    """Whether words in front of a cue are a clause rather than a day or a place."""
    start, end = _behind_joint(s, before[0]), before[1]
    return s.is_quoted(end) or not is_lead_in(s, start, end) or _has_clause(s, start, end)


def _is_report(at: Located, before: Stretch) -> bool:
    """Whether words too long for a day or a place stand before 'the agency reports.'."""
    return at.cue.verb.lemma == "report" and before[1] - before[0] >= _LONGEST_SETTING


def _behind_joint(s: Sentence, start: int) -> int:
    """Step over 'But' or 'And', with which a content may begin."""
    return start + (s.low(start) in s.grammar.and_but and start + 1 < len(s))


def _has_clause(s: Sentence, start: int, end: int) -> bool:
    """Whether a clause with a verb follows the opening adverbial: 'In all, he has lost'."""
    commas = s.commas(start, end)
    opens = [start, *(comma + 1 for comma in commas)]
    closes = [*commas, end + 1]
    if s.low(start) not in s.grammar.prepositions or s.low(start) == "to":
        opens, closes = opens[1:], closes[1:]
    return any(_is_clause(s, *each) for each in zip(opens, closes, strict=True))


def _is_clause(s: Sentence, start: int, end: int) -> bool:
    """Whether words up to a comma have a verb of their own: not 'where she was', 'told by Roe'."""
    depends = (i for i in range(start, end) if s.low(i) in s.grammar.depends)
    stop = next(depends, end)
    verbs = (i for i in range(start, stop) if s.has_predicate(i, i + 1))
    return any(s.low(i + 1) != "by" for i in verbs)


def is_lead_in(s: Sentence, start: int, end: int) -> bool:
    """Whether words only set the scene, as in 'On Monday, she said'."""
    start = _behind_joint(s, start)
    if s.is_quoted(start):
        return False
    low, grammar = s.low(start), s.grammar
    if low == "what" or _points(s, start):
        return False
    if low == "there" and s.low(start + 1) in grammar.be:
        return False  # 'There was no way out, said the mayor.'
    if low in grammar.prepositions or low in grammar.openers or low in grammar.interjected:
        return True
    if low in grammar.subordinators or low.endswith("ing"):
        return True
    return end == start or all(s.timed[start : end + 1])


def _points(s: Sentence, at: int) -> bool:
    """Whether 'that' stands for a thing, as in 'That is a wall, she said', not 'That said, she'."""
    behind = s.low(at + 1)
    return s.low(at) == "that" and behind in s.grammar.auxiliaries and behind != "being"
