"""Who says what, sentence by sentence: a cue, the words for the speaker, the content.

A *cue* is a verb or phrase that reports words or a position ('said',
'according to', 'did not rule out'). Works on tokens and word classes alone, in
the manner of Krestel, Bergler and Witte, 'Minding the Source: Automatic
Tagging of Reported Speech in Newspaper Articles' (LREC 2008), widened to
positions without a verb of speech. Whom a mention means is `identity`'s work.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from digest.attribute import (
    contents,
    cues,
    firmness,
    headlines,
    nouns,
    objects,
    passives,
    relays,
    sources,
    speakers,
)
from digest.attribute.complements import after, closes
from digest.attribute.grammar import closed_class
from digest.attribute.refusals import ignore
from digest.attribute.tokens import POSSESSIVE
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.attribute.cues import Cue
    from digest.attribute.mentions import Mention
    from digest.attribute.refusals import Reason, Refuse
    from digest.attribute.sentence import Sentence, Stretch
    from digest.attribute.speakers import Located, Shape, Source, Sourced, Subject

_NOBODY = closed_class("empty_subjects")
_SEEMS = closed_class("seems")
_INWARD = frozenset({"think", "commit"})  # classes that tell a mind rather than words
_OUTWARD = frozenset({"say", "tell"})  # classes of which somebody else may tell
_EMBEDS = closed_class("embeds")
_LONG_QUOTE = 3  # words; below it a quotation is a scare quote, not speech
_LONGEST_TEXT = 8  # tokens of 'a statement over the weekend'
_SINCE = closed_class("since_then")  # 'has not spoken out since'
_LEAST = 2  # tokens
_OPENING = 100  # characters in which a report names whose position it passes on
_LONGEST_OWNED = 5  # tokens of 'his answer to them'
_NEIGHBOURS = 8  # cues of a sentence before and behind that bear on another
_Item = TypeVar("_Item")


class Frame(NamedTuple):
    """One attribution as it stands in a sentence.

    Attributes:
        mention: what the words for the speaker tell.
        words: the words for the speaker.
        cue: the span of the cue.
        around: the stretch with speaker and cue, where a day may stand.
        content: what was said.
        direct: whether most of it stands in quotation marks.
        quotes: whether it ends with a quotation, which may go on in the next sentence.
        speaks: whether the cue is surely one of speech.
        shape: where the speaker was found.
        verb: the dictionary form of the cue.
    """

    mention: Mention
    words: str
    cue: Span
    around: Span
    content: Span
    direct: bool
    quotes: bool
    speaks: bool
    shape: Shape | Source
    verb: str


def frames(s: Sentence, refuse: Refuse = ignore) -> list[Frame]:
    """Give every attribution of a sentence, in the order of the cues."""
    taken = [*relays.find(s), *objects.find(s)] if s.begun else []
    read = _of_cues(s, taken, refuse) if s.begun else []
    verbs = {frame.cue for frame in read}  # 'The mayor's aide claims that': no noun
    read += [f for f in _sourced(s, taken) if f.shape != "owner" or f.cue not in verbs]
    introduced = _introduced(s) if s.has_mark(":") else None
    if introduced is not None and not _is_told(introduced, read):
        read.append(introduced)
    if not read:
        return _headline(s)
    return _apart(s, read, refuse) if len(read) > 1 else read


def _of_cues(s: Sentence, taken: Sequence[Sourced], refuse: Refuse) -> list[Frame]:
    """Give the attributions of the verbs that report, but for those taken by other words."""
    located: list[Located] = []
    for cue in cues.find(s, refuse):
        if taken and _is_taken(cue, taken):
            continue
        found = speakers.locate(s, cue, located)
        if found is not None:
            located.append(found)
        else:
            refuse(_span(s, cue), "no speaker")
    if len(located) > 1:
        rest = enumerate(located, 1)
        located = [each for i, each in rest if not _only_leads(each, located[i : i + 1])]
    made = [_frame(s, each, _near(located, i), refuse) for i, each in enumerate(located)]
    return [frame for frame in made if frame is not None]


def _apart(s: Sentence, read: list[Frame], refuse: Refuse) -> list[Frame]:
    """End the words of one where another speaks, and leave out what only another reports."""
    read.sort(key=attrgetter("cue"))
    whole = [_within(s, frame, _near(read, i)) for i, frame in enumerate(read)]
    whole = [frame for i, frame in enumerate(whole) if not _only_carries(s, frame, _near(whole, i))]
    own = [frame for i, frame in enumerate(whole) if _is_own(s, frame, _near(whole, i))]
    if len(own) < len(whole):
        for dropped in {frame.cue for frame in whole} - {frame.cue for frame in own}:
            refuse(dropped, "within")
    return own


def _only_carries(s: Sentence, frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether it only tells of the text that says the rest: 'issued *a statement* saying'."""
    start, end = frame.content
    for other in others:
        inside = other.shape == "inherited" and other.content.end == end > start <= other.cue.start
        first, last = s.first_from(start), s.first_from(other.cue.start)
        if inside and last - first <= _LONGEST_TEXT and _is_text(s, first, last):
            return True
    return False


def _is_text(s: Sentence, start: int, end: int) -> bool:
    """Whether words up to a participle name a text and nothing more."""
    if start == end:
        return s.mark(start - 1) == ","  # 'hit back, insisting'
    if s.has_predicate(start, end) or s.quoted_in(start, end):
        return False
    return any(s.grammar.is_document(s.low(i)) for i in range(start, end))


def _is_taken(cue: Cue, taken: Sequence[Sourced]) -> bool:
    """Whether a cue is part of words that pass on what another said."""
    return any(cue.start <= each.last and each.first <= cue.last for each in taken)


def _only_leads(at: Located, later: Sequence[Located]) -> bool:
    """Whether a cue is part of the next: 'went on to say'."""
    return bool(later) and later[0].cue.start <= at.cue.first


def _span(s: Sentence, cue: Cue) -> Span:
    return Span(s.tokens[cue.first].start, s.tokens[cue.last].end)


def _near(items: Sequence[_Item], at: int) -> Sequence[_Item]:
    """Give an item with its neighbours; what stands further off has nothing to do with it."""
    return items[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]


def _is_own(s: Sentence, frame: Frame, others: Sequence[Frame]) -> bool:
    """Leave out positions that only somebody else's words report: 'He said she wants …'.

    Words that two cues lead up to belong to the first: 'replied to Roe, writing: “…”'.
    """
    same = (other for other in others if other.content == frame.content)
    if frame.shape not in speakers.APART and any(other.cue < frame.cue for other in same):
        return False
    return (frame.speaks and frame.mention.kind != "other") or not any(
        other.content.start <= frame.cue.start and frame.cue.end <= other.content.end
        for other in others
        if other.cue != frame.cue and not _passes_on(s, other, frame)
    )


def _passes_on(s: Sentence, medium: Frame, frame: Frame) -> bool:
    """Whether a medium only adds that it reports: 'Roe called for a vote, Radio Zabor reported'."""
    start, end = medium.content
    is_report = medium.verb == "report" and end < medium.cue.start
    opens = is_report and 0 <= frame.cue.start - start < _OPENING + len(frame.words)
    is_main = frame.shape == "before" and frame.mention.kind in speakers.ABLE
    return opens and is_main and s.low(s.first_from(frame.content.start)) not in s.grammar.questions


def _frame(s: Sentence, at: Located, located: Sequence[Located], refuse: Refuse) -> Frame | None:
    content = contents.find(s, at, located)
    reason = _misfit(s, at, content)
    if content is None or reason is not None:
        refuse(_span(s, at.cue), reason or "no words")
        return None
    start, end = content
    first, last = min(at.low, at.cue.start), max(at.high, at.cue.last)
    return Frame(
        mention=at.mention,
        words=at.words,
        cue=_span(s, at.cue),
        around=_around(s, first, last, content),
        content=s.span(start, end + 1),
        direct=s.is_direct(start, end + 1),
        quotes=s.is_quoted(end),
        speaks=at.cue.verb.inverts and not at.cue.verb.weak,
        shape=at.shape,
        verb=at.cue.verb.lemma,
    )


def _misfit(s: Sentence, at: Located, content: Stretch | None) -> Reason | None:
    """Give why what a cue leads up to is no attribution; None where it is one."""
    if content is None or _is_next_clause(s, at, content) or _is_no_saying(s, at, content):
        return "no words"
    if _is_deed(s, at, content) or _is_only_when(s, *content) or _only_seems(s, at):
        return "no words"
    if not _is_firm(s, at, content) or _is_embedded(s, at) or _only_adds(s, at, content):
        return "not firm"
    return "announces" if _announces(s, content) else None


def _only_seems(s: Sentence, at: Located) -> bool:
    """Whether 'it', which was told before, seems to say something: 'it appears to suggest that'."""
    is_it = at.mention.text.lower() in _NOBODY
    return is_it and any(s.low(i) in _SEEMS for i in range(at.cue.start, at.cue.first))


def _is_only_when(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but 'since' is left of a content: 'has not spoken out since'."""
    return s.low(start) in _SINCE and not any(
        s.tokens[i].is_word for i in range(start + 1, end + 1)
    )


def _is_next_clause(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether the main clause follows: 'As the talks concluded on Monday, it rained.'."""
    start = content[0]
    before = s.low(at.low - 1)
    if before == "that" or before not in s.grammar.depends or start <= at.cue.last:
        return False
    speaks = at.cue.verb.inverts and not at.cue.verb.weak
    # 'As Roe said, it rained', and as she told the station on Monday.
    is_aside = before == "as" and (speaks or start - 1 == after(at))
    is_aside = is_aside and at.mention.kind in speakers.ABLE
    follows = s.mark(start - 1) == "," and s.low(start) != "that"  # 'after Roe said, again, that'
    return not is_aside and follows and not s.is_quoted(start)


def _is_no_saying(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether what is nobody's words does something else: 'the storm claimed 20 lives'."""
    start, end = content
    if at.mention.kind != "other" or at.shape != "before" or start < at.cue.first:
        return False
    if speakers.is_number(s, at.mention):
        return False
    told = s.low(start) in {"that", "to"} or s.quoted_in(start, end + 1)
    return not told and not firmness.is_clause(s, at, start)


def _is_embedded(s: Sentence, at: Located) -> bool:
    """Whether a position stands in a clause that tells of it: 'how he planned', 'said he wants'."""
    kind, before = at.cue.verb.kind, s.low(at.low - 1)
    if before in _EMBEDS and (kind in _INWARD or (kind == "see" and before == "how")):
        return True
    return kind not in _OUTWARD and _is_told_by(s, at.low - 1 - (before == "that"))


def _only_adds(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether something is added or stated rather than words: 'added a bus lane'."""
    start, end = content
    if at.cue.verb.lemma not in s.grammar.adds or start < at.cue.last:
        return False
    if s.low(start) in {"that", "there"} or s.quoted_in(start, end + 1):
        return False
    return not firmness.is_clause(s, at, start)


def _is_deed(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether the object makes a deed of a verb: 'declared an emergency', 'claimed 20 lives'."""
    nouns = s.grammar.deeds.get(at.cue.verb.lemma, frozenset())
    start, end = content
    if not nouns or start < at.cue.last:
        return False
    head = start
    while head < end and not _ends_object(s, head + 1):
        head += 1
    is_amount = s.low(start) in s.grammar.indefinite  # 'claimed an estimated 20 lives'
    is_clause = s.has_predicate(start + 1 + is_amount, head)  # 'claimed the storm took lives'
    return s.low(head) in nouns and not (is_clause or s.is_quoted(head))


def _ends_object(s: Sentence, at: int) -> bool:
    """Whether the head of an object stands right before a token."""
    if s.low(at) in s.grammar.prepositions or s.low(at) in s.grammar.and_or:
        return True
    return s.timed[at] or not s.tokens[at].is_word or s.bounds(at)


def _is_told_by(s: Sentence, at: int) -> bool:
    """Whether a verb of speech stands at a token, whether or not its speaker is known."""
    match = s.matches[at] if at > 0 else None
    if match is None or not match[1].inverts or match[1].weak or s.is_quoted(at):
        return False
    is_passive = s.low(at - 1) in s.grammar.be  # 'it is stated that she hopes'
    return s.is_finite_cue(at) and not is_passive


def _announces(s: Sentence, content: Stretch) -> bool:
    """Whether the words themselves only follow in the next paragraph: 'wrote a reply:'."""
    start, end = content
    ends = end >= len(s) - _LEAST and s.mark(len(s) - 1) == ":"
    return ends and not s.is_quoted(start) and s.low(start) != "that"


def _around(s: Sentence, first: int, last: int, content: Stretch) -> Span:
    """Give speaker and cue with the days next to them: 'On Monday, he said last week in May'."""
    start, end = content
    opening = first
    while opening > 0 and not start <= opening - 1 <= end and first - opening < _NEIGHBOURS:
        opening -= 1
    while last + 1 < len(s) and not start <= last + 1 <= end:
        last += 1
    while last + 1 < len(s) and (s.timed[last + 1] or s.mark(last + 1) == ","):
        last += 1
    if start == last + 1:
        last = _behind_day(s, end) or last
    return Span(s.tokens[opening].start, s.tokens[last].end)


def _behind_day(s: Sentence, end: int) -> int:
    """Give the last token of a day right behind a content: 'praised the crew on Monday'; else 0."""
    at = end + 1 + (s.low(end + 1) in s.grammar.prepositions)
    if not (at < len(s) and s.timed[at]):
        return 0
    while at + 1 < len(s) and s.timed[at + 1]:
        at += 1
    return at


def _is_firm(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether a cue reports for certain: strong by itself, or with a quotation or 'that'."""
    verb = at.cue.verb
    if not verb.weak or at.shape == "after" or firmness.is_firm(s, at):
        return True
    start, end = content
    if end < at.low and _ends_saying(s, at):
        return True  # 'The port is shut, the ministry reported.'
    follows = start > at.cue.last or s.is_quoted(start)
    if follows and s.quoted_in(start, end + 1) > (0 if verb.kind == "see" else _LONG_QUOTE):
        return True
    is_simple = at.cue.start == at.cue.first and not at.cue.continuous
    if is_simple and start < at.low and end > at.cue.last:
        return True  # 'The bridge, he calculated, would hold.'
    if s.low(start) == "that":
        return _opens_clause(s, at, content)
    return _denies(s, at, start)


def _denies(s: Sentence, at: Located, start: int) -> bool:
    """Whether somebody does not say something: 'did not reveal the sum', not 'did not show up'."""
    verb = at.cue.verb
    is_denied = verb.takes_clause and at.cue.negated and verb.kind != "think"
    return is_denied and s.low(start) not in s.grammar.particles_of_place


def _opens_clause(s: Sentence, at: Located, content: Stretch) -> bool:
    """Whether 'that' behind a weak verb opens a clause, unlike in 'has heard that before'."""
    start, end = content
    if s.low(start + 1) in s.grammar.adverbial and end - start < _LONG_QUOTE:
        return False
    return at.cue.verb.takes_clause or s.has_predicate(start + 1, end + 1)


def _ends_saying(s: Sentence, at: Located) -> bool:
    """Whether a weak verb follows what it reports: 'The port is shut, the ministry reported.'."""
    verb, behind = at.cue.verb, after(at)
    if verb.closes:
        return closes(s, behind)
    return verb.kind == "say" and speakers.ends_with(s, behind)


# ------------------------------------------------------------ 'according to'


def _sourced(s: Sentence, taken: Sequence[Sourced]) -> list[Frame]:
    found = [*sources.find(s), *passives.find(s), *nouns.find(s)]
    if taken:
        firsts = {each.first for each in taken}
        found = [each for each in found if each.first not in firsts]
        found += taken
    return [_of_source(s, each) for each in found]


def _of_source(s: Sentence, each: Sourced) -> Frame:
    start, end = each.content
    first, last = s.tokens[each.first], s.tokens[each.last]
    return Frame(
        mention=each.subject.mention,
        words=each.subject.words,
        cue=Span(first.start, last.end),
        around=Span(first.start, max(last.end, s.tokens[each.end].end)),
        content=s.span(start, end + 1),
        direct=s.is_direct(start, end + 1),
        quotes=s.is_quoted(end),
        speaks=each.shape in speakers.APART,
        shape=each.shape,
        verb=each.verb,
    )


# ------------------------------------------------------------------- colon


def _headline(s: Sentence) -> list[Frame]:
    found = headlines.find(s) if s.headline else headlines.transcript(s)
    return [] if found is None else [_of_source(s, found)]


def _introduced(s: Sentence) -> Frame | None:
    """Find 'The mayor was blunt: “We will win.”', a quotation without a verb of speech."""
    if not s.quoted_in(0, len(s)):
        return None
    colon = s.first_mark(":", 1, len(s) - 1)
    if colon is None or not s.is_quoted(colon + 1):
        return None
    subject = _owner(s, colon) or speakers.governing_subject(s, colon)
    if subject is None:
        return None
    return Frame(
        mention=subject.mention,
        words=subject.words,
        cue=Span(s.tokens[colon].start, s.tokens[colon].end),
        around=Span(s.tokens[0].start, s.tokens[colon].end),
        content=s.span(colon + 1, len(s)),
        direct=s.is_direct(colon + 1, len(s)),
        quotes=s.is_quoted(len(s) - 1),
        speaks=True,
        shape="colon",
        verb="colon",
    )


def _is_told(frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether another cue reports the same words."""
    start, end = frame.content
    return any(other.content.start < end and start < other.content.end for other in others)


def announced(s: Sentence) -> Mention | None:
    """Give whose words follow a sentence that ends with a colon: 'The mayor wrote this:'."""
    if s.mark(len(s) - 1) != ":":
        return None
    subject = _owner(s, len(s) - 1) or speakers.governing_subject(s, len(s) - 1)
    if subject is None or subject.mention.text.lower() in _NOBODY:
        return None  # 'It gets worse:'
    return subject.mention


def _owner(s: Sentence, colon: int) -> Subject | None:
    """Give whose words they are in 'The mayor’s answer: …' and 'His answer: …'."""
    if s.low(0) in speakers.owners() and colon <= _LONGEST_OWNED:
        return speakers.possessor(s, 0, 0)
    end = next((i for i in range(1, min(colon, _NEIGHBOURS)) if s.low(i) in POSSESSIVE), None)
    start = 0 if end is None else s.phrase_start(end - 1)
    if end is None or s.has_predicate(0, start):
        return None  # 'Novak responded to the mayor's claims:'
    return speakers.owner(s, start, end)


def _within(s: Sentence, frame: Frame, others: Sequence[Frame]) -> Frame:
    """End a content where a later speaker of the whole ends his: 'A expects B, C said'."""
    start, end = frame.content
    for other in others:
        first, last = other.content
        if other.shape == "object" and start < first < end and frame.cue < other.cue:
            end = len(s.text[:first].rstrip(" ,"))
            return frame._replace(content=Span(start, end))  # 'said it was safe, a claim …'
        if last < end and first <= frame.cue.start and start < last <= other.cue.start:
            return frame._replace(content=Span(start, last))
    return frame
