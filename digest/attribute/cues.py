"""Cues: the verbs of a sentence that report words or a position of somebody.

A form in the lexicon is a cue only where it is a verb, is asserted, and is the
reporter's own word, not a quoted one. Who speaks is decided in `speakers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import subjects
from digest.attribute.grammar import closed_class
from digest.attribute.refusals import ignore
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from digest.attribute.cueverb import CueVerb
    from digest.attribute.refusals import Reason, Refuse
    from digest.attribute.sentence import Sentence

_NOT_BEFORE_VERB = closed_class("never_before_verbs")
_MOST_LEADERS = 2  # 'seemed to be quick to say'
_SINGLE = closed_class("single")  # numbers with a verb in the singular
_LONGEST_MEDIUM = 5  # tokens of 'to his Telegram channel'
_LONGEST_OBJECT = 6  # tokens up to the person in 'its veteran ambassador'
_NEAR = 10  # tokens up to a quotation
_FINITE = closed_class("auxiliary_forms")
_HELD = closed_class("be_have")  # behind a participle and 'to'
_NO_GROUP: frozenset[str] = frozenset()  # words in front of a verb that stands alone
_GUESSING = closed_class("guessing")
_SINCE_PASSIVE = frozenset({"judge", "see"})  # classes whose verbs want an object


class Cue(NamedTuple):
    """A verb that reports, with its auxiliaries.

    Attributes:
        start: the first token of the verb group ('has repeatedly said').
        first: the first token of the cue verb.
        last: its last token.
        negated: whether the group says that it was not so.
        continuous: whether the verb is a participle that leans on another clause.
    """

    start: int
    first: int
    last: int
    verb: CueVerb
    negated: bool
    continuous: bool


def find(sentence: Sentence, refuse: Refuse = ignore) -> Iterator[Cue]:
    """Give the cues of a sentence in order."""
    free = 0
    for at, match in sentence.begun:
        if at < free:
            continue
        cue = _cue(sentence, at, *match)
        if isinstance(cue, Cue):
            yield cue
            free = cue.last + 1
        else:
            tokens = sentence.tokens
            refuse(Span(tokens[at].start, tokens[match[0]].end), cue)


def _cue(s: Sentence, at: int, last: int, verb: CueVerb) -> Cue | Reason:
    if s.is_quoted(at) and _is_masked(s, at):
        return "quoted"
    start = _group_start(s, at)
    start -= start == at and subjects.prompted(s, at - 1) is not None
    is_verb = _is_verb(s, start, at) if at else subjects.opens_saying(s)
    if not (is_verb or _is_fronted(s, at)):
        return "no verb"
    group = {s.low(i) for i in range(start, at)} if start < at else _NO_GROUP
    negated = _is_negated(s, group) if group else False
    continuous = s.low(at).endswith("ing") and not group & s.grammar.be
    cue = Cue(start, at, last, verb, negated, continuous)
    if _is_noun(s, cue, group):
        return "no verb"
    if not _is_asserted(s, cue, group) or _moves_somebody(s, cue):
        return "not asserted"
    if _hides_a_name(s, cue):
        return "no words"
    return cue if _is_active(s, cue, group) else "passive"


def _is_negated(s: Sentence, group: AbstractSet[str]) -> bool:
    return any(low in s.grammar.negations or low.endswith("n't") for low in group)


def _is_noun(s: Sentence, cue: Cue, group: AbstractSet[str]) -> bool:
    """Whether an auxiliary asks for a participle and gets none: 'has doubts', 'were reports'.

    Nor is a bare form in front of a verb one: 'one tweet said'.
    """
    form, lemma = s.low(cue.first), cue.verb.lemma.split()[0]
    nominal = form.endswith("s") and form != lemma
    are_people = s.grammar.is_group(form) and s.grammar.is_past(s.low(cue.last + 1))
    if nominal and (are_people or group & s.grammar.auxiliaries):
        return True  # 'Tenants' advocates opposed'
    if nominal and _is_counted(s, cue.first):
        return True  # 'threw several jabs at Roe', 'the six EU states that'
    if form == "ranking" and s.grammar.is_speaker(s.low(cue.last + 1)):
        return True  # 'the ranking member of the panel'
    if form == "state" and s.grammar.places.is_place(s.low(cue.first - 1)):
        return True  # 'Texas state officials'
    if form != lemma or form in s.grammar.past_alike:
        return False
    before, behind = s.low(cue.first - 1), s.low(cue.last + 1)
    return before in _FINITE or (before not in s.grammar.pronouns and s.grammar.is_past(behind))


def _is_counted(s: Sentence, at: int) -> bool:
    """Whether a number stands before a noun, perhaps with letters for a name between them."""
    numbers = s.grammar.numbers - _SINGLE
    is_named = s.tokens[at - 1].text.isupper() and s.low(at - 2) in numbers
    return s.low(at - 1) in s.grammar.several or s.low(at - 1) in numbers or is_named


def _group_start(s: Sentence, at: int) -> int:
    """Give the first token of a verb group: 'has', 'was quick to', 'continued to'."""
    start = _behind_adverbs(s, at)
    for _ in range(_MOST_LEADERS):
        leader = _leader(s, start)
        if leader is None:
            break
        start = _behind_adverbs(s, leader - (s.low(leader) == "on"))
    return start


def _leader(s: Sentence, start: int) -> int | None:
    """Give the word that leads to a verb behind 'to': 'went on to', 'was careful not to'."""
    if s.low(start - 1) != "to":
        return None
    leader = _behind_adverbs(s, start - 1) - 1
    if s.low(leader) in s.grammar.leads_to_speech:
        return leader
    if "took" in s.words:
        return _took(s, leader)
    return _became(s, leader) if "the" in s.words else None


def _took(s: Sentence, last: int) -> int | None:
    """Give 'took' of 'took to Telegram to say', where a name ends with a token."""
    near = range(last, max(1, last - _LONGEST_MEDIUM), -1)
    start = next((i for i in near if s.low(i) == "to" and s.low(i - 1) == "took"), None)
    return None if start is None or start == last else start - 1


def _became(s: Sentence, last: int) -> int | None:
    """Give 'was' of 'was the first senator to call for', whose subject is who calls."""
    for at in range(last, max(1, last - _LONGEST_OBJECT), -1):
        if s.low(at) in s.grammar.ranked and s.low(at - 1) == "the":
            is_verb = s.low(at - 2) in s.grammar.be or s.low(at - 2) in s.grammar.becomes
            return at - 2 if is_verb else None
        if not s.tokens[at].is_word:
            return None
    return None


def _behind_adverbs(s: Sentence, at: int) -> int:
    while at > 0 and s.is_between(at - 1):
        at -= 1
    return at


def _is_masked(s: Sentence, at: int) -> bool:
    """Whether a token inside a quotation speaks for the quoted only.

    A quotation that begins with the verb ('He "expressed the hope that …"')
    continues the reporter's sentence.
    """
    token = s.tokens[at]
    opens = at > 1 and not s.tokens[at - 1].is_word and not s.is_quoted(at - 2)
    before = s.low(at - 2)
    if token.low.endswith("ing") and (before in s.grammar.prepositions or before in s.grammar.be):
        return True  # 'accused him of “promising the moon”', 'said he is “telling tales”'
    return not (opens and not token.is_capital and s.tokens[at - 2].is_word)


def _is_verb(s: Sentence, start: int, at: int) -> bool:
    if s.tokens[at].is_capital and not s.tokens[at].quoted:
        return False
    before = s.low(at - 1)
    if before == "to":
        return start < at
    if before in s.grammar.possessives or _opens_noun(s, at - 1) or _is_attribute(s, at):
        return False
    if before == "'s":
        return start < at  # 'he's said', not 'the mayor's claim'
    if s.low(at).endswith("ing") and _takes_gerund(s, at - 1):
        return True
    return before not in s.grammar.prepositions or s.is_between(at - 1)


def _is_attribute(s: Sentence, at: int) -> bool:
    """Whether a participle stands between a number and a noun: 'the two alleged thieves'."""
    if s.low(at) not in s.grammar.attributive or s.low(at - 1) not in s.grammar.numbers:
        return False
    is_noun = at + 1 < len(s) and s.tokens[at + 1].is_word and not s.opens_phrase(at + 1)
    return is_noun and s.low(at + 1) not in s.grammar.never_objects


def _opens_noun(s: Sentence, at: int) -> bool:
    """Whether a determiner stands at a token, perhaps before an adverb: 'the newly announced'."""
    at -= s.grammar.is_adverb(s.low(at))
    return s.low(at) in _NOT_BEFORE_VERB


def _takes_gerund(s: Sentence, at: int) -> bool:
    """Whether a word stands before a participle that tells of saying: 'by', 'joined Roe in'."""
    low = s.low(at)
    return low in s.grammar.before_gerunds or (
        low == "in" and not s.grammar.joined.isdisjoint(s.words)
    )


def _is_fronted(s: Sentence, at: int) -> bool:
    """Whether a participle opens a sentence and its subject follows: 'Saying no, she left'."""
    may_be = s.low(at).endswith("ing") and subjects.is_fronted(s, at)
    return may_be and subjects.behind_participle(s, at) is not None


def _is_asserted(s: Sentence, cue: Cue, group: AbstractSet[str]) -> bool:
    """Leave out what only may be said, but not what somebody would not say."""
    if cue.negated and cue.verb.lemma in s.grammar.silences:
        return False
    if cue.negated and cue.verb.lemma in s.grammar.unspoken and not group & s.grammar.modals:
        return False
    if cue.verb.lemma in s.grammar.needs_speech and not _refuses_words(s, cue.last + 1):
        return False
    if not group or cue.negated:
        return not (cue.verb.lemma in s.grammar.guessed and group & _GUESSING)
    if cue.verb.inverts and (s.low(cue.last + 1) == "only" or "only" in group):
        return True  # 'would say only that'
    return not (group & s.grammar.modals) - {"to"}


def _moves_somebody(s: Sentence, cue: Cue) -> bool:
    """Whether somebody lost a post or was called home: 'dismissed the coach', not 'as a liar'."""
    if cue.verb.lemma not in s.grammar.moves_people:
        return False
    start = cue.last + 1
    for i in range(start, min(len(s), start + _LONGEST_OBJECT)):
        if s.grammar.is_role(s.low(i)):
            return s.low(i + 1) not in {"'s", "as"}
        if s.bounds(i) or not s.tokens[i].is_word:
            break
    return False


def _hides_a_name(s: Sentence, cue: Cue) -> bool:
    """Whether somebody only speaks unnamed: 'insisted on anonymity', 'asked not to be named'."""
    if cue.verb.lemma not in s.grammar.wishes:
        return False
    for i in range(cue.last + 1, min(len(s), cue.last + 1 + _LONGEST_OBJECT)):
        if s.hides_a_name(i):
            return True
        if s.bounds(i):
            return False
    return False


def _refuses_words(s: Sentence, at: int) -> bool:
    """Whether who refuses or declines does so in words: 'refused, however, to comment'."""
    while s.low(at) in s.grammar.interjected or s.mark(at) == ",":
        at += 1
    if s.low(at) != "to":
        return False
    drawn = s.low(at + 1) == "be" and s.low(at + 2) in s.grammar.put_on
    return drawn or s.low(at + 1) in s.grammar.speech_acts


def _is_active(s: Sentence, cue: Cue, group: AbstractSet[str]) -> bool:
    """Leave out passives, which name no speaker: 'was accused', 'the man accused of'."""
    form = s.low(cue.first)
    if not s.grammar.is_participle(form):
        return True
    if _has_be(s, cue, group):
        return False
    after = s.low(cue.last + 1)
    by = subjects.behind_time(s, cue.last + 1)
    by += s.low(by + 1) == "by" and (s.low(by) in s.grammar.so_often or s.is_between(by))
    if s.low(by) == "by":
        return s.low(by + 1) in s.grammar.means
    if not group and (_tells_of_noun(s, cue, after) or _is_asked(s, cue)):
        return False
    if s.low(cue.first - 1) == "those":
        return False  # 'those surveyed'
    lacks = after in s.grammar.prepositions and not group and _wants_object(s, cue)
    return not lacks or _says_that(s, cue.last + 1) or _leads_to_quotation(s, cue)


def _wants_object(s: Sentence, cue: Cue) -> bool:
    """Whether a verb without its object is a passive: 'the list *posted* on the wall'."""
    transitive = cue.verb.kind in _SINCE_PASSIVE or cue.verb.lemma in s.grammar.transitive
    return transitive and cue.first == cue.last


def _is_asked(s: Sentence, cue: Cue) -> bool:
    """Whether who was asked answers: 'Jan Roe, a baker, asked if it was late, said no'."""
    if s.low(cue.first) not in s.grammar.asked or s.mark(cue.first - 1) != ",":
        return False
    commas = s.commas(cue.last + 1, len(s) - 1)
    return any(s.matches[comma + 1] and s.is_finite_cue(comma + 1) for comma in commas)


def _says_that(s: Sentence, at: int) -> bool:
    """Whether only a day stands between a verb and 'that': 'disclosed on Thursday that'."""
    at += s.low(at) in s.grammar.prepositions
    start = at
    while at < len(s) and s.timed[at]:
        at += 1
    is_clause = not s.grammar.is_past(s.low(at + 1))  # not 'articles published in May that told'
    return at > start and s.low(at) == "that" and is_clause


def _leads_to_quotation(s: Sentence, cue: Cue) -> bool:
    """Whether a verb of speech leads to a quotation: 'complained in a letter, “…”'."""
    end = min(len(s) - 1, cue.last + _NEAR)
    marks = (i for i in range(cue.last + 1, end) if s.mark(i) in {",", ":"})
    at = next(marks, None)
    return at is not None and s.is_quoted(at + 1) and not s.has_predicate(cue.last + 1, at)


def _has_be(s: Sentence, cue: Cue, group: AbstractSet[str]) -> bool:
    """Whether a form of 'be' stands in front, perhaps outside the quotation: 'was “written'."""
    if s.is_quoted(cue.first) and s.low(cue.first - 2) in s.grammar.be:
        return True
    return bool(group & s.grammar.be) and "'s" not in group


def _tells_of_noun(s: Sentence, cue: Cue, after: str) -> bool:
    """Whether a bare participle tells of the noun before it: 'two men reported to be sailors'."""
    if after == "only" and s.low(cue.last + 2) == "as":
        return True  # 'a man identified only as Jan'
    held = cue.last + 1 + (after == "to")
    if s.low(held - 1) == "to" and s.low(held) in _HELD:
        return cue.verb.lemma.removesuffix(" to") in s.grammar.raised
    # 'Jan Roe resigned, convinced that'
    return after == "that" and cue.verb.lemma in s.grammar.persuades
