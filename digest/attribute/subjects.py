"""Where a subject stands: the stretch of words that a verb has before or behind it.

Knows nothing of cues; `mentions` takes a stretch apart, `speakers` chooses one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from digest.attribute.grammar import closed_class
from digest.attribute.parties import named
from digest.attribute.tokens import DASHES, ENDS, LONG_DASHES
from digest.attribute.verbs import source_phrase

if TYPE_CHECKING:
    from digest.attribute.sentence import Sentence, Stretch

_PARTICIPLES = closed_class("having_being")  # 'Having said so, she left.'
_ASIDE = closed_class("as_than")
_BRACKETS = frozenset(")]'’")
_ENDS = ENDS | frozenset("[]…")
_PARTS = LONG_DASHES | {";", ":"}
_INVERTED_PRONOUNS = closed_class("he_she")
_LONGEST_ASIDE = 60  # tokens between dashes
_LONGEST_ITEM = 3  # tokens of what a minister is of: 'health', 'human rights'
_WHO = closed_class("who_whose_which")
_FROM = closed_class("coming_from")
_COMPARED = closed_class("compared")
_COUNTED = 3  # tokens from before 'more than' to the number
_COUNTS_FROM = closed_class("counts_from")
_COUNTED_ON = 6  # tokens of 'Just a few days after'
_FRONTS = closed_class("fronts")
_SUCH = closed_class("such")
_LONGEST_BARE = 4  # tokens up to the noun of 'acting political director'
_LONGEST_OCCASION = 7  # tokens
_LONGEST_OPENING = 8  # tokens of a name with its role
_LONGEST_RELATIVE = 12  # tokens
_LONGEST_BEHIND = 60  # tokens
_FULL = 2  # tokens of a full name
_SHORTEST_NAMED = 2  # tokens of 'Novak,'
_MOST_ASIDES = 6


# --------------------------------------------------------------------- before


def before(s: Sentence, verb: int) -> Stretch | None:
    """Find the subject in front of a verb group, with its appositions.

    Args:
        s: the sentence.
        verb: the first token of the verb group.

    Returns:
        The first and the last token; None where no subject stands there.
    """
    if verb not in s.subjects:
        s.subjects[verb] = _before(s, verb)
    return s.subjects[verb]


def _before(s: Sentence, verb: int) -> Stretch | None:
    end = _behind_asides(s, verb - 1)
    if end is None or not _may_end(s, end):
        return None
    if end > 0 and s.is_reduced(end):
        end -= 1  # 'A report published on Monday said'
    last = _before_purpose(s, end, verb) if "to" in s.words else end
    start = _start(s, last, verb)
    return None if start is None else (start, _with_appositions(s, end, verb))


def _before_purpose(s: Sentence, end: int, verb: int) -> int:
    """Step back from 'to' and its object to who is or was to do it: 'envoys sent to end the war'.

    Only in front of a verb that must be the main one ('said', 'have warned'), and not where
    the infinitive tells of words itself: 'hoped to hear what she said'.
    """
    to = s.phrase_start(end) - 1
    if to < 1 or s.low(to) != "to" or s.matches[to + 1] is not None or not _is_main(s, verb):
        return end
    if not _opens_object(s, to + 2):
        return end  # 'questions posed to focus groups'
    last = to - 1
    first = s.phrase_start(last)
    if not s.opens_phrase(first) or s.low(first) in s.grammar.pronouns:
        return end
    verbs = [at for at in range(first + 1, to) if _is_past_form(s, at)]
    if any(not _is_reduced_there(s, at) for at in verbs):
        return end
    last = verbs[0] - 1 if verbs else last
    return last if _names_speaker(s, first, last) else end


def _opens_object(s: Sentence, at: int) -> bool:
    low, grammar = s.low(at), s.grammar
    opens = low in grammar.before_nouns or low in grammar.object_pronouns
    return opens or low in grammar.prepositions or (at < len(s) and s.tokens[at].is_capital)


def _is_main(s: Sentence, verb: int) -> bool:
    """Whether a verb group cannot be a participle that only tells of the noun before it."""
    low = s.low(verb)
    if low in s.grammar.have or not s.grammar.is_participle(low):
        return True
    match = s.matches[verb]
    if match is None or match[1].weak or not match[1].inverts:
        return False
    return s.low(match[0] + 1) not in {"to", "by"}


def _is_past_form(s: Sentence, at: int) -> bool:
    return not s.tokens[at].is_capital and (
        s.low(at) in s.grammar.finite
        or s.grammar.is_past(s.low(at))
        or s.low(at) in s.grammar.past_alike
    )


def _is_reduced_there(s: Sentence, at: int) -> bool:
    """Whether a participle tells of the noun before it: 'envoys sent to', 'led by', 'set up to'."""
    behind = s.low(at + 1)
    leads = behind in s.grammar.prepositions or behind in s.grammar.particles_of_place
    may_be = s.grammar.is_participle(s.low(at)) or s.low(at) in s.grammar.past_alike
    return may_be and leads


def _names_speaker(s: Sentence, first: int, last: int) -> bool:
    """Whether a phrase has a word for people, a body or a text in it."""
    grammar = s.grammar
    words = (s.low(at) for at in range(first, last + 1))
    return any(grammar.is_speaker(low) or grammar.is_document(low) for low in words)


def is_fronted(s: Sentence, at: int) -> bool:
    """Whether a participle may open a sentence: 'Saying it was late, he left', 'After saying'."""
    if at == 0 or (at == 1 and s.low(0) in _FRONTS):
        return True
    return 1 < at < _COUNTED_ON and s.low(at - 1) in _COUNTS_FROM and _counts_on(s, at - 1)


def _counts_on(s: Sentence, at: int) -> bool:
    """Whether a sentence opens with a time counted from something: 'Two days *after* saying'."""
    words = s.tokens[:at]
    return all(token.is_word for token in words) and words[-1].low in s.grammar.spans_of_time


def behind_participle(s: Sentence, at: int) -> tuple[int, Stretch] | None:
    """Find whom a participle that opens a sentence is about: 'Saying it was late, *he* left'.

    Returns:
        The comma that ends the participle's words, and the subject of the main clause.
    """
    for comma in range(at + 2, min(len(s) - 2, at + _LONGEST_BEHIND)):
        if not (s.mark(comma) == "," or (_closes_with_comma(s, comma))):
            continue
        if s.is_quoted(comma + 1) or not s.opens_phrase(comma + 1):
            continue
        for verb in range(comma + 2, min(len(s), comma + _LONGEST_RELATIVE)):
            stretch = before(s, verb) if _is_past_form(s, verb) else None
            if stretch is not None and stretch[0] == comma + 1:
                return comma, stretch
    return None


def _closes_with_comma(s: Sentence, at: int) -> bool:
    return s.is_quoted(at) and s.low(at - 1) == "," and not s.is_quoted(at + 1)


def _may_end(s: Sentence, end: int) -> bool:
    token = s.tokens[end]
    if token.quoted or token.low in _PARTICIPLES or token.low in s.grammar.and_or:
        return False
    if token.low in s.grammar.pronouns or token.text in _BRACKETS:
        return True
    return token.is_word and not s.bounds(end)


def _behind_asides(s: Sentence, end: int) -> int | None:
    """Step back from ', a doctor,' and ', on Monday,' to the end of what they belong to."""
    for step in range(_MOST_ASIDES):
        while end >= 0 and s.is_between(end):
            end -= 1
        end -= _length_of_phrase(s, end)
        if end < 0:
            return None
        if s.mark(end) in DASHES:
            dash = _dash_before(s, end)
            if dash is None:
                return None
            end = dash - 1
            continue
        is_comma = s.mark(end) == ","
        if is_comma and s.mark(end - 1) == ")":
            end -= 1  # 'Roe (D-Tallinn), said'
            continue
        if s.is_quoted(end):
            opening = _aside_with_quotation(s, end) if s.low(end - 1) == "," else None
            opening = opening or _before_title(s, end)
            if opening is None:
                return end
            end = opening - 1
            continue
        opening = _aside_opening(s, end) if is_comma else _aside_before(s, end) if step else None
        if opening is None:
            return None if is_comma else end
        end = opening - 1
    return end


def _length_of_phrase(s: Sentence, end: int) -> int:
    """Give how many tokens 'in turn' has where it ends at a token; 0 for another word."""
    for phrase in s.grammar.after_subjects.get(s.low(end), ()):
        length = len(phrase)
        if all(s.low(end + 1 - length + i) == word for i, word in enumerate(phrase)):
            return length
    return 0


def _aside_opening(s: Sentence, end: int) -> int | None:
    """Give the comma that opens an aside, also ', the minister of health, trade, and ports,'."""
    opening = s.comma_before(end)
    if opening is None or s.low(opening + 1) not in s.grammar.and_or:
        return opening
    at = opening
    while (before := s.comma_before(at)) is not None:
        item = s.tokens[before + 1 : at]
        if len(item) > _LONGEST_ITEM or item[0].low in s.grammar.determiners:
            return before if s.grammar.has_role(item) else opening
        if True in [token.is_capital for token in item]:
            return opening
        at = before
    return opening


def _aside_with_quotation(s: Sentence, end: int) -> int | None:
    """Give the comma of ', who called it “late,”', which ends with a closing mark."""
    for at in range(end - 1, max(0, end - _LONGEST_ASIDE), -1):
        if s.low(at) in _WHO and not s.is_quoted(at):
            return at - 1 if s.mark(at - 1) == "," else None
    return None


def _before_title(s: Sentence, end: int) -> int | None:
    """Give where the words for a name in marks begin: 'the author *of “The Long Bridge,”* said'."""
    start = s.title_start(end)
    if start is None:
        return None
    first = start - (s.mark(start - 1) == ",")
    while first > 1 and s.low(first - 1) in s.grammar.leans:
        first -= 1
    before = s.phrase_start(first - 1) if first > 0 else 0
    is_called = s.grammar.is_speaker(s.low(first - 1)) or s.low(first - 2) in s.grammar.leans
    is_noun = first > 0 and (first < start or is_called)
    return first if is_noun and not s.has_predicate(before, first) else None


def _dash_before(s: Sentence, end: int) -> int | None:
    """Give the dash that opens an aside which ends with a dash: 'Novak – once a baker – said'."""
    while s.mark(end - 1) in DASHES:
        end -= 1
    for at in range(end - 1, max(0, end - _LONGEST_ASIDE), -1):
        if s.mark(at) in DASHES:
            return at - (s.mark(at - 1) in DASHES)  # '--'
        if s.mark(at) in _ENDS and s.mark(at) != ";":
            return None
    return None


def _aside_before(s: Sentence, end: int) -> int | None:
    """Give the comma before last words that are no subject: ', 60', ', a doctor', ', D-Tallinn'."""
    comma = s.comma_before(end)
    if comma is None or comma < 1:
        return None
    first = s.tokens[comma + 1]
    if (first.text.isdigit() or _is_party(s, comma + 1)) and comma + 1 == end:
        return comma
    is_role = first.low in {"a", "an"} or (not first.is_capital and s.grammar.is_speaker(first.low))
    if is_role and (_ends_name(s, comma) or _ends_party(s, comma)):
        return comma
    if _opens_party(s, comma + 1):
        return comma
    return comma if _is_known_role(s, comma + 1, end) and _opens_with_name(s, comma) else None


def _ends_party(s: Sentence, end: int) -> bool:
    """Whether ', Green of Narva' ends before a token."""
    comma = s.comma_before(end)
    return comma is not None and _opens_party(s, comma + 1)


def _opens_party(s: Sentence, at: int) -> bool:
    """Whether a member of a party from a place begins at a token: 'Green of Narva'."""
    return s.low(at + 1) == "of" and named(s.tokens[at].text) is not None


def _is_party(s: Sentence, at: int) -> bool:
    """Whether a token tells party and place: 'D-Tallinn'."""
    return s.tokens[at].is_capital and s.tokens[at].text[1:2] == "-"


def _is_known_role(s: Sentence, start: int, end: int) -> bool:
    """Whether words tell who somebody is: 'the younger sister of Ann Doe', 'his lawyer'."""
    if s.low(start) != "the" and s.low(start) not in s.grammar.possessives:
        return False
    return any(s.grammar.is_role(s.low(i)) for i in range(start + 1, end + 1))


def _opens_with_name(s: Sentence, end: int) -> bool:
    """Whether nothing but a name, perhaps with a role, opens the clause that ends there."""
    start = end
    while start > 0 and (s.tokens[start - 1].is_capital or s.grammar.describes(s.low(start - 1))):
        start -= 1
    named = start < end and s.tokens[end - 1].is_capital and not s.is_quoted(end - 1)
    if not named or s.low(start) in s.grammar.prepositions or leads(s, start):
        return False  # 'In Narva, the mayor', 'However, the mayor'
    return start == 0 or bool(s.mark(start - 1)) or s.low(start - 1) in s.grammar.depends


def _ends_name(s: Sentence, end: int) -> bool:
    """Whether a name that opens its clause ends before a token, not a place 'in Port Hope'."""
    start = end
    while start > 0 and s.tokens[start - 1].is_capital and not s.is_quoted(start - 1):
        start -= 1
    return start < end and s.low(start - 1) not in s.grammar.leans


def opening(s: Sentence, verb: int) -> Stretch | None:
    """Find who opens a clause and is told of up to its verb: '“No,” Ida Lind, a baker, …, said'.

    Asks only that every piece between the commas has no verb, or 'who' or 'which' in front
    of it; `before` looks from the verb back, and loses its way in long ones.

    Args:
        s: the sentence.
        verb: the first token of a verb group that must be the main one.
    """
    end = verb - 1
    while end > 0 and s.is_between(end):
        end -= 1
    quoted = next((i + 1 for i in range(end - 1, 0, -1) if _closes_with_comma(s, i)), None)
    if not (s.mark(end) == "," or _closes_with_comma(s, end)):
        return None if quoted is None else _listed(s, quoted, end)
    for start in (behind_leading(s),) if quoted is None else (quoted, behind_leading(s)):
        comma = next(iter(s.commas(start, end)), None)
        if comma is not None and _opens_with(s, start, comma) and _only_tells(s, comma, end):
            return start, comma - 1
    return None


def _listed(s: Sentence, start: int, end: int) -> Stretch | None:
    """Give the first of several: '“No,” Ida Lind (Liberal) and Jan Roe (Labour) *said*'."""
    joint = next((i for i in range(start, end) if s.low(i) == "and"), None)
    if joint is None or s.has_predicate(start, end) or any(s.commas(start, end)):
        return None
    bracket = next((i for i in range(start, joint) if s.mark(i) == "("), joint)
    return (start, bracket - 1) if bracket < joint and _opens_with(s, start, bracket) else None


def behind_leading(s: Sentence) -> int:
    """Give the first token that only leads up to nothing: *she* in 'But then she said'."""
    return next((at for at in range(len(s)) if not leads(s, at) and s.low(at) != "even"), 0)


def _opens_with(s: Sentence, start: int, comma: int) -> bool:
    """Whether a name or a role and nothing else stands up to a comma."""
    if not start < comma <= start + _LONGEST_OPENING or s.is_quoted(start) or s.timed[start]:
        return False
    low, grammar = s.low(start), s.grammar
    if low in grammar.prepositions or low in grammar.pronouns or low in grammar.depends:
        return False
    if low.endswith("ing"):
        return False  # 'Speaking on Monday, Ida Lind, a baker, said'
    is_name = s.tokens[start].is_capital and s.tokens[comma - 1].is_capital
    named = is_name or grammar.is_speaker(s.low(comma - 1))
    return named and s.opens_phrase(start) and not s.has_predicate(start, comma)


def _only_tells(s: Sentence, comma: int, end: int) -> bool:
    """Whether the pieces between two commas only tell who or where somebody is."""
    if any(s.mark(i) in _PARTS for i in range(comma, end)):
        return False
    commas = [*s.commas(comma, end), end]
    return all(_tells(s, one + 1, other) for one, other in pairwise(commas))


def _tells(s: Sentence, start: int, end: int) -> bool:
    low = s.low(start)
    if low in s.grammar.who_which or s.low(start + 1) in s.grammar.who_which:
        return True
    if low in s.grammar.joints or low in s.grammar.depends or low in s.grammar.pronouns:
        return False
    return not s.has_predicate(start, end)


def prompted(s: Sentence, to: int) -> Stretch | None:
    """Find whom something made speak: 'prompting *the mayor* to retort that'.

    Args:
        s: the sentence.
        to: the token in front of the infinitive.
    """
    if s.low(to) != "to":
        return None
    for at in range(to - 2, max(-1, to - _LONGEST_RELATIVE), -1):
        if s.low(at) in s.grammar.prompts:
            return (at + 1, to - 1) if s.opens_phrase(at + 1) else None
        if s.bounds(at):
            return None
    return None


def _with_appositions(s: Sentence, end: int, verb: int) -> int:
    """Give the last token of the subject with its appositions, but not with other asides."""
    comma = s.comma_before(verb - 1) if s.mark(end + 1) == "," else None
    if comma is None or comma < end or not s.opens_phrase(end + 2):
        return end
    first = s.low(end + 2)
    is_aside = first in s.grammar.prepositions or first.endswith(("ing", "ly")) or first.isdigit()
    return end if is_aside else verb - 2


def _start(s: Sentence, end: int, verb: int) -> int | None:
    """Give the first token of the subject that ends before a verb; None for no subject."""
    start = s.phrase_start(end)
    bound = s.low(start - 1)
    told = _told_with_who(s, start, end) if "who" in s.words else None
    if told is not None:
        return _head_of_relative(s, told)
    ends = bound in s.grammar.ends_subjects and bound not in s.grammar.boundaries
    if ends and not _is_behind_question(s, start):
        # The phrase is the object of another verb: 'to sway voters in swing states'.
        return _head_of_relative(s, start)
    if not s.grammar.ends_times.isdisjoint(s.words):
        times = (at for at in range(end, start, -1) if s.low(at) in s.grammar.ends_times)
        start = next(times, start)  # 'Two days later the court'
    while start <= end and (s.timed[start] or leads(s, start)):
        start += 1
    if start > end or not _is_free(s, start, bound, verb):
        return None
    if s.low(start) in s.grammar.pronouns and s.has_predicate(start + 1, end + 1):
        return None  # 'She dodged all questions' is no 'questions' of hers.
    if _leads_in(s, start):
        return _behind_adverbial(s, start, end)
    return None if _is_object(s, start, end) else start


def _is_behind_question(s: Sentence, start: int) -> bool:
    """Whether 'she' follows the question whose object is 'it': 'Who saw it she did not say.'."""
    asks = s.low(0) in s.grammar.questions and s.low(start - 1) == "it"
    return asks and s.low(start) in s.grammar.pronouns


def _told_with_who(s: Sentence, start: int, end: int) -> int | None:
    """Give from where to look back for 'who' where a phrase is part of its clause."""
    if _is_of_deed(s, start):
        return end
    is_clause = _follows_who(s, start - 1) and s.has_predicate(start, end + 1)
    return start if is_clause else None  # 'the man who once dug the hole'


def _is_of_deed(s: Sentence, start: int) -> bool:
    """Whether a phrase goes with what 'who' did: 'men who saw *the plan*', 'were told *of it*'."""
    verb = start - 1
    if verb <= 1 or not _is_past_form(s, verb):
        return False
    is_passive, match = s.low(verb - 1) in s.grammar.be, s.matches[verb]
    if match is not None and match[1].inverts and not (match[1].weak or is_passive):
        return False  # 'men who said the mayor left'
    return _follows_who(s, verb - 1 - is_passive)


def _follows_who(s: Sentence, at: int) -> bool:
    """Whether 'who' stands at a token, perhaps with an adverb behind it."""
    while at > 0 and (s.is_between(at) or s.low(at) == "once"):
        at -= 1
    return s.low(at) == "who"


def _is_free(s: Sentence, start: int, bound: str, verb: int) -> bool:
    """Whether the word before a phrase lets it be the subject of an assertion."""
    if bound in s.grammar.conditional or (bound == "as" and s.low(start) == "one"):
        return False  # 'as one reads a telegram' tells of nobody
    led = start > 1 and s.tokens[start - 2].is_word and s.low(start - 2) != "even"
    if bound in _ASIDE and s.low(start - 2) in _COMPARED and _counts(s, start):
        return start < _COUNTED or s.bounds(start - _COUNTED)  # 'More than 40 sailors said'
    if bound in _ASIDE and led:  # 'just as she said', but 'even as she said'
        return bound == "as" and _tells_when(s, verb)
    return bound not in s.grammar.relative or s.opens_phrase(start)


def _counts(s: Sentence, at: int) -> bool:
    """Whether a number begins there: '40', 'nine', 'a dozen'."""
    at += s.low(at) in s.grammar.indefinite
    low, grammar = s.low(at), s.grammar
    return low[:1].isdigit() or low in grammar.quantities or low in grammar.numbers


def _tells_when(s: Sentence, verb: int) -> bool:
    """Whether 'as' means 'while' by what its verb has behind it: 'as she called for a vote'."""
    while verb < len(s) and s.matches[verb] is None and s.is_between(verb):
        verb += 1
    match = s.matches[verb] if verb < len(s) else None
    if match is None or match[0] + 1 >= len(s):
        return False
    behind = match[0] + 1
    if match[1].inverts:
        return s.low(behind_time(s, behind)) == "that"
    if not s.tokens[behind].is_word or s.timed[behind]:
        return False
    low = s.low(behind)
    return low not in s.grammar.never_objects and low not in s.grammar.object_pronouns


def behind_time(s: Sentence, at: int) -> int:
    """Step over a day and its preposition: 'said *on Friday* that', 'declared *last week* by'."""
    start = at
    at += s.low(at) in s.grammar.prepositions
    if not (at < len(s) and s.timed[at]):
        return start
    return _behind_day(s, at) + 1


def _leads_in(s: Sentence, start: int) -> bool:
    """Whether a phrase begins with a preposition, not as in 'over 20 people', 'outside experts'."""
    low, behind = s.low(start), s.low(start + 1)
    if low not in s.grammar.prepositions or low in s.grammar.quantities:
        return False
    return low != "outside" or not (s.grammar.is_group(behind) or s.grammar.is_modifier(behind))


def _head_of_relative(s: Sentence, end: int) -> int | None:
    """Give where 'people who have battled other threats' begins; None without 'who'."""
    for at in range(end - 1, max(0, end - _LONGEST_RELATIVE), -1):
        if s.is_quoted(at) or not (s.tokens[at].is_word or s.low(at) == "'s"):
            return None
        if s.low(at) == "who":
            if s.low(end - 1) in s.grammar.be and _is_far(s, at, end - 1):
                return None  # 'The man who lives there was happy'
            start = s.phrase_start(at - 1)
            return start if s.opens_phrase(start) else None
    return None


def _is_far(s: Sentence, who: int, be: int) -> bool:
    """Whether more than adverbs and auxiliaries stands between 'who' and a form of 'be'."""
    return any(not s.is_between(at) for at in range(who + 1, be))


def leads(s: Sentence, at: int) -> bool:
    """Whether a word only leads up to the subject, as in 'But then he said'."""
    low = s.low(at)
    opens = at == 0 and s.grammar.is_adverb(low) and not s.grammar.is_modifier(low)
    return opens or low in s.grammar.leading or low in s.grammar.interjected


def _behind_adverbial(s: Sentence, start: int, end: int) -> int | None:
    """Give where the subject begins in 'In a statement the ministry'."""
    places = range(end, start, -1)
    leans = s.grammar.leans
    return next((i for i in places if _opens_noun(s, i) and s.low(i - 1) not in leans), None)


def _opens_noun(s: Sentence, at: int) -> bool:
    token, last = s.tokens[at], s.tokens[at - 1]
    if token.low in s.grammar.determiners or token.low in s.grammar.pronouns:
        return True
    modified = last.is_capital or s.grammar.is_modifier(last.low)
    return token.is_capital and not modified and last.low not in s.grammar.particles


def _is_object(s: Sentence, start: int, end: int) -> bool:
    """Whether a relative clause without 'that' ends there: 'the scene she described'."""
    if start == end:
        return False
    opens = s.grammar.opens_subjects
    return any(s.low(at) in opens and _opens_another(s, at) for at in range(start + 1, end + 1))


def _opens_another(s: Sentence, at: int) -> bool:
    """Whether 'she' or 'the' begins a subject of its own there: not 'the' behind 'of'."""
    before = s.low(at - 1)
    if not s.tokens[at - 1].is_word or before == "'s" or before in s.grammar.and_or:
        return False
    return s.low(at) in s.grammar.pronouns or not _takes_noun(s, at - 1)


def _takes_noun(s: Sentence, at: int) -> bool:
    """Whether a noun depends on the word before it: 'of the port', 'running the port'."""
    return s.low(at) in s.grammar.prepositions or s.low(at).endswith("ing")


def antecedent(s: Sentence, who: int) -> Stretch | None:
    """Find the phrase that 'who' or 'which' at a token speaks of."""
    end = who - 1
    while end > 0 and (s.mark(end) == "," or s.mark(end) in DASHES):
        end -= 1
    if end > 1 and _is_party(s, end) and s.mark(end - 1) == ",":
        end -= 2  # 'Jan Roe, D-Tallinn, who'
    if end < 0 or s.is_quoted(end) or not s.tokens[end].is_word:
        return None
    start = s.phrase_start(end)
    while start < end and (s.timed[start] or leads(s, start)):
        start += 1
    if _is_verb_of(s, start):
        start = min(start + 1, end)
    first = start - (s.low(start - 1) in s.grammar.have)  # 'has *held* a crew of bakers who'
    verbs = (at for at in range(end - 1, first, -1) if is_verb(s, at))
    # 'the port joined *a list of ports* that'
    start = next((at for at in verbs if not _describes_noun(s, at)), start - 1) + 1
    start += source_phrase(s, start)  # 'according to the chief, who'
    if s.low(start) in s.grammar.prepositions:
        start = min(start + 1, end)
    return _name_described(s, _behind_matter(s, start, end)), end


def _behind_matter(s: Sentence, start: int, end: int) -> int:
    """Step over what comes from whom is spoken of: 'The vote drew ire from *bakers*, who'."""
    link = next((i for i in range(end - 1, start, -1) if s.low(i) in _FROM), start)
    is_matter = link > start and not _names_speaker(s, start, link - 1)
    return link + 1 if is_matter and not s.tokens[start].is_capital else start


def _describes_noun(s: Sentence, at: int) -> bool:
    """Whether a participle belongs to the noun behind it: 'the newly elected bakers'."""
    low, grammar = s.low(at - 1), s.grammar
    if low in grammar.leans or low in grammar.quantities or low in grammar.possessives:
        return True
    return low == "'s" or grammar.is_adverb(low) or grammar.is_modifier(low)


def _is_verb_of(s: Sentence, start: int) -> bool:
    """Whether a phrase begins with the verb whose object it is: 'to meet a man'."""
    is_verb = s.low(start - 1) == "to" or s.low(start).endswith("ing")
    return is_verb and s.low(start + 1) in s.grammar.determiners


def _name_described(s: Sentence, start: int) -> int:
    """Give where the name begins that 'a lawyer' describes in 'Jan Novak, a lawyer who'."""
    if (
        s.mark(start - 1) != ","
        or s.low(start) not in s.grammar.articles
        or start < _SHORTEST_NAMED
    ):
        return start
    first = s.phrase_start(start - 2)
    if s.has_predicate(first, start - 1):  # 'He read the letter of Jan Novak, a lawyer who'
        first = start - 2
        while first > 0 and s.tokens[first].is_capital and s.tokens[first - 1].is_capital:
            first -= 1
        return first if start - 1 - first >= _FULL else start
    named = s.tokens[start - 2].is_capital and s.tokens[first].is_capital
    return first if named and s.low(first) not in s.grammar.prepositions else start


# ----------------------------------------------------------------------- list


def list_start(s: Sentence, start: int, end: int) -> int:
    """Give where the list begins whose last members a subject is, else `start`.

    Args:
        s: the sentence.
        start: the first token of the subject: 'Ilves and Saar', or 'others' behind ', and'.
        end: its last one.
    """
    joint = start - 1 if s.low(start - 1) in s.grammar.and_or else start
    comma = joint - 1
    if s.mark(comma) != ",":
        return start
    own = next(iter(s.commas(start, end)), end)  # 'Novak, who is old and tired,' is no list
    is_last = joint < start or any(s.low(i) in s.grammar.and_or for i in range(start + 1, own))
    if not is_last:
        return start
    first = named = start
    while s.mark(comma) == ",":
        first = s.phrase_start(comma - 1) if comma > 0 else comma
        if first >= comma or not _may_be_listed(s, first, comma):
            return min(start, named)
        named = first
        comma = first - 1
    led = s.low(comma) in s.grammar.prepositions or s.low(comma) in s.grammar.subordinators
    return start if led else first


def _may_be_listed(s: Sentence, start: int, comma: int) -> bool:
    """Whether the words in front of a comma are a speaker, not a day, a place or a clause."""
    last = s.tokens[comma - 1]
    if s.timed[start] or leads(s, start) or not s.opens_phrase(start):
        return False
    if start == 0 and s.low(0).endswith("ing") and s.low(1) in s.grammar.prepositions:
        return False  # 'Writing in May, Novak and Ilves said'
    if s.low(comma + 1) in s.grammar.and_or and s.low(comma + 2) in s.grammar.pronouns:
        return False  # 'I am a painter, and I say'
    if s.low(start) in s.grammar.prepositions or s.has_predicate(start, comma):
        return False
    named = last.is_capital or s.tokens[start].is_capital
    return named or any(s.grammar.is_speaker(s.low(i)) for i in range(start, comma))


# ---------------------------------------------------------------- description


def described(s: Sentence, high: int, verb: int) -> int:
    """Give the last token of a subject with all that is said of it in front of its verb.

    ', a doctor who lives there,' belongs to it with the comma that closes it;
    ', on Monday,' and ', speaking in Port Hope,' do not.

    Args:
        s: the sentence.
        high: the last token of the subject.
        verb: the first token of the verb group.
    """
    limit = verb
    while limit - 1 > high and s.is_between(limit - 1):
        limit -= 1
    if s.mark(high + 1) in DASHES:
        return limit - 1 if s.mark(limit - 1) in DASHES else high
    if s.mark(high + 1) != "," and s.low(high + 1) not in _WHO:
        return limit - 1 if s.mark(high + 1) == "(" else high
    return _behind_pieces(s, high, limit)


def _behind_pieces(s: Sentence, high: int, limit: int) -> int:
    """Step over the pieces between commas that describe a subject, up to the first other one."""
    commas = [*s.commas(high + 1, limit)]
    if s.mark(limit - 1) != "," and s.low(high + 1) not in _WHO:
        return high
    for comma in commas:
        if comma + 1 < limit and _sets_apart(s, comma + 1):
            return comma if comma > high + 1 else high
    return limit - 1


def _sets_apart(s: Sentence, at: int) -> bool:
    """Whether words behind a comma tell of the saying or the deed, not of who it is."""
    low = s.low(at)
    if low in _WHO or low in _SUCH or low.isdigit() or _is_bare_role(s, at):
        return False
    grammar = s.grammar
    if low in grammar.prepositions or low in grammar.subordinators or low in grammar.leading:
        return True
    return low.endswith(("ing", "ly")) or s.timed[at]


def _is_bare_role(s: Sentence, start: int) -> bool:
    """Whether words tell who somebody is without an article: ', acting head of the port,'."""
    for at in range(start, min(len(s), start + _LONGEST_BARE)):
        low = s.low(at)
        if not s.tokens[at].is_word or s.timed[at] or s.grammar.is_adverb(low):
            return False
        if s.grammar.is_role(low):
            return True
        if low in s.grammar.prepositions or low in s.grammar.before_nouns:
            return False
        if low.endswith("ing") and low != "acting":
            return False
    return False


def with_relative(s: Sentence, start: int, high: int) -> int:
    """Give the last token of an inverted subject with the 'who …' and the comma that close it."""
    who = high + 1 + (s.mark(high + 1) == ",")
    describes = s.low(who) in _WHO or (who == high + 1 and is_published(s, who))
    last = _relative_end(s, who, high) if describes else high
    last = _behind_day(s, last) if s.grammar.is_participle(s.low(last)) else last
    described = last > high or any(True for _ in s.commas(start, high))
    return last + (described and s.mark(last + 1) == ",")


def _behind_day(s: Sentence, last: int) -> int:
    """Step over a day that belongs to a participle: 'figures her office published Friday'."""
    while last + 1 < len(s) and s.timed[last + 1]:
        last += 1
    return last


def _relative_end(s: Sentence, who: int, high: int) -> int:
    limit = min(len(s), high + _LONGEST_BEHIND)
    at = who
    while at + 1 < limit and not _ends_relative(s, at + 1):
        at += 1
    return at


def _ends_relative(s: Sentence, at: int) -> bool:
    if s.is_quoted(at) or s.mark(at) in ENDS:
        return True
    return s.mark(at) == "," and at + 1 < len(s) and _sets_apart(s, at + 1)


# --------------------------------------------------------------------- behind


def behind(s: Sentence, start: int) -> Stretch | None:
    """Find the subject of an inverted verb: 'said the mayor, a former coach, on Monday'.

    Args:
        s: the sentence.
        start: the token behind the verb.

    Returns:
        The first and the last token; None where no subject begins there.
    """
    return (start, phrase_end(s, start)) if _opens(s, start) else None


def _opens(s: Sentence, at: int) -> bool:
    """Whether a speaker may begin at a token, perhaps with an adjective: 'said rival Jan'."""
    if at >= len(s):
        return False
    token = s.tokens[at]
    if token.low in s.grammar.pronouns:
        return token.low in _INVERTED_PRONOUNS
    if s.opens_phrase(at):
        return True
    if not token.is_word or token.quoted or s.bounds(at) or s.is_between(at):
        return False
    is_plain = token.low not in s.grammar.prepositions
    return is_plain and at + 1 < len(s) and s.opens_phrase(at + 1)


def opens_saying(s: Sentence) -> bool:
    """Whether a verb in the past opens a sentence and a name follows: 'Added Lind: “No.”'."""
    if not s.grammar.is_past(s.low(0)) or len(s) < _FULL or not s.tokens[1].is_capital:
        return False
    mark = next((i for i in range(1, min(len(s) - 1, _LONGEST_OPENING)) if s.mark(i)), 0)
    named = all(s.tokens[i].is_capital for i in range(1, mark))
    return named and s.mark(mark) in {":", ","} and s.is_quoted(mark + 1)


def phrase_end(s: Sentence, start: int) -> int:
    """Give the last token of the phrase that begins at a token, with its appositions."""
    at = start
    limit = min(len(s), start + _LONGEST_BEHIND)
    limit = next((i for i in range(start, limit) if _closes_bracket(s, start, i)), limit)
    while at + 1 < limit and not _ends_phrase(s, at + 1):
        if s.tokens[at + 1].text != ",":
            at += 1
            continue
        end = _apposition_end(s, at + 2, limit)
        if end is None:
            break
        at = end
    return at


def is_occasion(s: Sentence, at: int) -> bool:
    """Whether a phrase that begins there names an occasion: 'a town hall', 'his page'."""
    near = range(at, min(len(s), at + _LONGEST_OCCASION))
    end = next((i for i in near if s.low(i) in s.grammar.prepositions or s.bounds(i)), near.stop)
    return any(s.low(i) in s.grammar.occasions for i in range(at, end))


def _closes_bracket(s: Sentence, start: int, at: int) -> bool:
    """Whether a bracket closes there that opens in front of a phrase: '(late, said Novak)'."""
    return s.mark(at) == ")" and not any(s.mark(i) == "(" for i in range(start, at))


def _ends_phrase(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    if token.quoted or s.timed[at] or token.text in _ENDS or token.low in s.grammar.ends_phrase:
        return True
    if token.low == "in" and s.low(at + 1) in s.grammar.indefinite and is_occasion(s, at + 2):
        return True  # 'said Roe and Doe in a joint letter'
    if token.text == "-" and s.text[token.start - 1].isspace():
        return True  # 'according to a poll - still like it'
    return is_published(s, at)


def before_clause(s: Sentence, start: int, end: int) -> int:
    """End a phrase in front of a clause: 'according to Novak, the port is shut', no apposition."""
    commas = s.commas(start, end + 1)
    if not commas:
        return end
    verb = next((at for at in range(commas[0] + 2, end + 1) if is_verb(s, at)), None)
    return end if verb is None else max(comma for comma in commas if comma < verb) - 1


def is_verb(s: Sentence, at: int) -> bool:
    """Whether a clause has its verb there, not a participle as in 'a firm based in Tallinn'."""
    low = s.low(at)
    if s.is_quoted(at) or s.tokens[at].is_capital:
        return False
    if low in s.grammar.auxiliaries:
        return low not in {"to", "'s"}
    past = s.grammar.is_past(low) or low in s.grammar.past_alike
    return past and s.low(at + 1) not in s.grammar.prepositions


def is_published(s: Sentence, at: int) -> bool:
    """Whether a participle describes a text: 'a study published in May'."""
    return s.grammar.is_document(s.low(at - 1)) and s.grammar.is_participle(s.low(at))


def _apposition_end(s: Sentence, start: int, limit: int) -> int | None:
    if start >= limit or s.low(start) in s.grammar.pronouns:
        return None
    if not (s.opens_phrase(start) or _is_bare_role(s, start)):
        return None
    at = start
    while at + 1 < limit:
        token = s.tokens[at + 1]
        if token.quoted or token.text in ",.;:" or token.low in s.grammar.who_which:
            break
        at += 1
    return at
