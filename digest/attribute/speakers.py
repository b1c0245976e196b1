"""The speaker of a cue: before it, behind it, or taken over from another verb.

`subjects` finds the stretches of words, `mentions` takes them apart; what was
said is decided in `contents`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest.attribute import subjects
from digest.attribute.grammar import closed_class
from digest.attribute.mentions import Mention, parse_in
from digest.attribute.tokens import LONG_DASHES, POSSESSIVE
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.attribute.cues import Cue
    from digest.attribute.grammar import Grammar
    from digest.attribute.sentence import Sentence, Stretch

Shape = Literal["before", "after", "inherited"]
Source = Literal["source", "relayed", "object", "colon", "agent", "owner", "headline"]
# Shapes in which words beside a clause name who speaks, and no verb of theirs: 'according to Lind'.
BESIDE = frozenset({"source", "relayed"})
APART = BESIDE | {"object"}  # shapes whose words another may report as well
_SPEAKERS = frozenset({"name", "institution", "role", "place"})
ABLE = _SPEAKERS | {"pronoun"}  # kinds of mentions that speak without a verb of their own
_THINGS = frozenset({"document", "institution", "place"})
_RELATIVES = closed_class("that_which_who")
_ENDING = LONG_DASHES | {",", ".", "!", "?", "…"}  # what ends the words of somebody
_LEANS = LONG_DASHES | {",", "and", "-"}
_PLACING = closed_class("placing")  # 'answered on Baltwire saying'
_DESCRIBE = closed_class("near_to")  # 'sources close to her'
_TIMES = closed_class("when_where")
_LONGEST_RELATIVE = 12  # tokens from 'with' to its participle
_LONGEST_CLAUSE = 50  # tokens between a participle and the verb it leans on
_LONGEST_ROLE = 7  # tokens of a role that opens a sentence
_POINTS = closed_class("pointing")
_SHORT = 3  # letters of words that have an 's' and are no verb: 'is', 'its'
_NEAR = 3  # tokens up to the noun of 'two long books'
_LONGEST_SPEAKER = 60  # tokens


class Subject(NamedTuple):
    """A phrase that stands for a speaker.

    Attributes:
        low: its first token.
        words: the phrase with its appositions, relative clauses and other members of a list.
    """

    low: int
    mention: Mention
    words: str


class Topic(NamedTuple):
    """Whom a sentence is about, whether they speak or not; `start` is its offset in the text."""

    start: int
    mention: Mention


class Located(NamedTuple):
    """A cue with its speaker.

    Attributes:
        low: the first token of the words for the speaker.
        high: the last one; before `low` where they stand at another verb.
        words: the words for the speaker, which may be 'who' for the mention's name.
    """

    cue: Cue
    shape: Shape
    low: int
    high: int
    mention: Mention
    words: str


class Sourced(NamedTuple):
    """A speaker who is no subject of a cue, with what was said.

    Attributes:
        first: the first token of the words that report, such as 'according to'.
        last: their last token.
        end: the last token of the speaker's words.
        verb: the words that report, as the rule is called.
    """

    first: int
    last: int
    subject: Subject
    end: int
    content: Stretch
    verb: str
    shape: Source


def locate(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of a cue.

    Args:
        s: the sentence.
        cue: one of its cues.
        earlier: the cues before it that have a speaker.

    Returns:
        None where the sentence names none.
    """
    if cue.continuous and subjects.is_fronted(s, cue.start):
        return _of_main_clause(s, cue)
    if cue.continuous:
        return _of_participle(s, cue, earlier)
    if cue.first == 0:
        return _made(s, cue, "after", subjects.behind(s, 1))  # 'Added Lind: “No.”'
    inverted = _after(s, cue) if _ends_in_speaker(s, cue) else None
    if inverted is not None and inverted.mention.kind == "other":
        inverted = None  # 'Jan Roe, a baker, said no.'
    if inverted is not None and not cue.verb.inverts and not s.is_quoted(cue.start - 2):
        # 'Jan Roe, who leads the crew, praised the mayor.': the comma only ends an aside.
        inverted = _before(s, cue) or inverted
    return inverted or _before(s, cue) or _after(s, cue) or _coordinated(s, cue, earlier)


def _before(s: Sentence, cue: Cue) -> Located | None:
    verb = cue.start
    if s.is_quoted(verb - 1) and not s.tokens[verb - 1].is_word and s.is_quoted(cue.first):
        verb -= 1  # He "expressed the hope …": the mark stands between speaker and verb.
    end = verb - 1
    while end > 0 and s.is_between(end):
        end -= 1
    if s.low(end) in _RELATIVES:
        return _of_relative(s, cue, end)
    if s.low(verb) == "to":
        return _made(s, cue, "before", subjects.prompted(s, verb))
    found = _made(s, cue, "before", subjects.before(s, verb))
    if not cue.verb.inverts or cue.verb.weak:
        return found
    opening = subjects.opening(s, verb)
    if opening is None or (found is not None and not 0 < opening[0] < found.low):
        return found  # '“No,” Jan Roe, who is a baker and a coach, said'
    return _made(s, cue, "before", opening)


def _made(s: Sentence, cue: Cue, shape: Shape, stretch: Stretch | None) -> Located | None:
    if stretch is None:
        return None
    found = phrase(s, *stretch) if shape == "after" else _before_verb(s, *stretch, cue.start)
    if found is not None and found.mention.kind == "other":
        found = _survey(s, found) or found
    if found is None or not _agrees(s, cue, found.mention):
        return None
    return Located(cue, shape, found.low, stretch[1], found.mention, found.words)


def _survey(s: Sentence, counted: Subject) -> Subject | None:
    """Give the survey that speaks for a share of people: 'In a poll, 54 percent said'."""
    end = counted.low - 2
    if s.low(0) != "in" or end < 1 or s.mark(end + 1) != ",":
        return None
    if not _counts_people(counted.mention, s.grammar):
        return None
    high = next((i - 1 for i in range(2, end + 1) if subjects.is_published(s, i)), end)
    found = _before_verb(s, 1, high, high + 1)
    if found is None or found.mention.kind != "document":
        return None
    return found._replace(words=_words(s, found.low, end))


def _before_verb(s: Sentence, low: int, high: int, verb: int) -> Subject | None:
    """Take a subject in front of its verb apart: a list stands for its first member."""
    first = subjects.list_start(s, low, high)
    mention = _first_listed(s, first, low) if first < low else parse_in(s, first, high)
    if mention is None or mention.kind == "other":
        mention = _described_text(s, first, high) or mention
    if mention is None:
        return None
    if first < low and not mention.plural:
        mention = mention._replace(plural=True)
    return Subject(first, mention, _words(s, first, subjects.described(s, high, verb)))


def _described_text(s: Sentence, low: int, high: int) -> Mention | None:
    """Give the text of which a participle tells whose it is: 'a poll *led by* Jan Roe'."""
    near = range(low + 1, min(high, low + _LONGEST_ROLE))
    at = next((i for i in near if s.grammar.is_document(s.low(i))), high)
    if at + 1 >= high or not s.grammar.is_participle(s.low(at + 1)):
        return None
    mention = parse_in(s, low, at)
    if mention is None or mention.kind != "document":
        return None
    is_signed = s.low(at + 1) in s.grammar.signed and s.low(at + 2) == "by"
    return mention._replace(text=_words(s, low, high)) if is_signed else mention


def _first_listed(s: Sentence, first: int, low: int) -> Mention | None:
    """Parse the first of a list, which may be 'the mayor, Jan Novak'."""
    one, *more = s.commas(first, low)
    mention = parse_in(s, first, one - 1)
    if mention is None or mention.kind != "role" or mention.plural or not more:
        return mention
    named = parse_in(s, first, more[0] - 1)
    return named if named is not None and named.kind == "name" else mention


def phrase(s: Sentence, low: int, high: int) -> Subject | None:
    """Take a speaker apart who stands behind the word that reports."""
    mention = parse_in(s, low, high)
    whole = _words(s, low, subjects.with_relative(s, low, high))
    return None if mention is None else Subject(low, mention, whole)


def _words(s: Sentence, low: int, high: int) -> str:
    return s.text[s.tokens[low].start : s.tokens[high].end]


def _of_relative(s: Sentence, cue: Cue, who: int) -> Located | None:
    stretch = subjects.antecedent(s, who)
    if stretch is None:
        return None
    mention = parse_in(s, *stretch)
    if s.low(who) == "that" and cue.verb.kind == "judge":
        return None  # 'a film that mocks the mayor' takes nobody's position
    fits = _SPEAKERS if s.low(who) == "who" else _THINGS
    if mention is None or mention.kind not in fits:
        return None
    return Located(cue, "before", who, who, mention, s.tokens[who].text)


def _ends_in_speaker(s: Sentence, cue: Cue) -> bool:
    """Whether nothing but a speaker follows: '…, reported the mayor of Port Hope.'."""
    if cue.verb.tells or s.mark(cue.start - 1) != "," or s.quoted_in(cue.last + 1, len(s)):
        return False
    rest = s.tokens[cue.last + 1 : cue.last + 1 + _LONGEST_SPEAKER]
    return s.grammar.auxiliaries.isdisjoint([token.low for token in rest])


def _after(s: Sentence, cue: Cue) -> Located | None:
    """Find an inverted speaker: '…,' said the mayor, a former coach, on Monday."""
    if not cue.verb.follows or cue.start != cue.first:
        return None
    last = s.tokens[cue.first - 1]
    if not (last.quoted or not last.is_word or last.low == "as"):
        return None
    told = s.quoted_in(0, cue.first) or s.has_predicate(0, cue.first)
    if cue.verb.weak and not told:
        return None  # 'The court, in a ruling, ordered the bank to pay'
    quotes = s.is_quoted(cue.first - 2) and not _has_auxiliary(s, cue.last + 1)
    if not quotes and _opens_clause(s, cue.last + 1):
        return None  # 'Novak, once a baker, said the rest would go', '“No,” says he may leave'
    made = _made(s, cue, "after", subjects.behind(s, cue.last + 1))
    if made is None or _is_no_speaker(s, made):
        return None
    return made if told or s.headline or made.mention.kind != "other" else None


def _is_no_speaker(s: Sentence, made: Located) -> bool:
    """Whether a text, a thing made or a clause stands behind an inverted verb."""
    if _is_deed(s, made):
        return True
    if made.mention.kind == "document":
        return not s.is_quoted(made.cue.first - 1)  # 'came home, wrote a report'
    # 'Jan Roe of “Long Bridges,” said leaders left because they feared'
    return made.mention.kind == "other" and _has_verb(s, made.low, made.high)


def _has_verb(s: Sentence, low: int, high: int) -> bool:
    """Whether words have a verb in front of 'who' or a comma."""
    ends = (i for i in range(low, high) if s.mark(i) == "," or s.low(i) in s.grammar.relative)
    return s.has_predicate(low, next(ends, high + 1))


def _is_deed(s: Sentence, made: Located) -> bool:
    """Whether the words behind a verb are what was made: 'came home, wrote two books and …'."""
    nouns = s.grammar.deeds.get(made.cue.verb.lemma, frozenset())
    return any(s.low(i) in nouns for i in range(made.low, min(made.high, made.low + _NEAR) + 1))


def _has_auxiliary(s: Sentence, start: int) -> bool:
    """Whether a pronoun and its verb begin at a token: 'he may', 'she has'."""
    return s.low(start) in s.grammar.pronouns and s.low(start + 1) in s.grammar.auxiliaries


def _opens_clause(s: Sentence, start: int) -> bool:
    """Whether a clause rather than a speaker begins at a token: 'he has left', 'the rest would'."""
    limit = min(len(s), start + _LONGEST_SPEAKER)
    end = next(iter(s.commas(start, limit)), limit)
    if s.low(start) in s.grammar.pronouns:
        return start + 1 < end and s.tokens[start + 1].is_word
    depends = s.grammar.depends
    ends = (i for i in range(start, end) if s.low(i) in depends and s.low(i) not in _TIMES)
    end = next(ends, end)
    return any(subjects.is_verb(s, i) or _tries(s, i) for i in range(start + 1, end))


def _tries(s: Sentence, at: int) -> bool:
    """Whether a past form leads to an infinitive there: 'Novak failed to answer'."""
    past = s.grammar.is_past(s.low(at)) and not s.tokens[at].is_capital
    return past and s.low(at + 1) == "to" and s.is_infinitive(at + 1)


def source(s: Sentence, start: int) -> tuple[int, Subject] | None:
    """Give the last token of a source that begins at a token, and the source."""
    if start >= len(s) or s.is_quoted(start):
        return None
    end = subjects.before_clause(s, start, subjects.phrase_end(s, start))
    found = phrase(s, start, end)
    if found is None or _is_mute(found.mention, s.grammar) or s.low(end) in s.grammar.prepositions:
        return None  # 'the host of “Late Hours” Jan Roe' is cut at the title
    return (subjects.with_relative(s, start, end), found)


def giver(s: Sentence, start: int) -> int:
    """Step to who gave what a source is called: 'the data provided by *the ministry*'."""
    for by in range(start + 1, min(len(s) - 1, start + _LONGEST_ROLE)):
        if s.low(by) == "by" and s.low(by - 1) in s.grammar.given_out:
            return by + 1 if s.low(by - 2) in s.grammar.gives else start
        if not s.tokens[by].is_word:
            break
    return start


def may_stand(s: Sentence, start: int) -> bool:
    """Whether a speaker may begin at a token."""
    return start < len(s) and not s.is_quoted(start) and s.opens_phrase(start)


def pronoun(s: Sentence, at: int, subject: str) -> Subject:
    """Give the speaker of a possessive pronoun: whom the subject 'he' means for 'his'."""
    told = {"he": "m", "she": "f"}.get(subject)
    return Subject(at, Mention(subject, "pronoun", gender=told), s.tokens[at].text)


def owner(s: Sentence, start: int, mark: int) -> Subject | None:
    """Give whose something is: the phrase from a token to before the possessive mark."""
    mention = parse_in(s, start, mark - 1)
    return None if mention is None else Subject(start, mention, _words(s, start, mark))


def possessor(s: Sentence, start: int, mark: int) -> Subject | None:
    """Give whose something is by the words up to a possessive: 'his', "Novak's"."""
    if start < mark:
        return owner(s, start, mark) if s.low(mark) in POSSESSIVE else None
    subject = owners().get(s.low(mark))
    return None if subject is None else pronoun(s, mark, subject)


@cache
def owners() -> Mapping[str, str]:
    """Give the subject for every possessive pronoun: 'he' for 'his'."""
    return dict(table("nouns")["owners"])


# ----------------------------------------------------------------- taken over


def _of_participle(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of ', adding that': the one of the clause it leans on."""
    at = cue.start - 1
    accompanied = _accompanied(s, at)
    if accompanied is not None:
        return _made(s, cue, "before", (accompanied, at))
    named = _name_start(s, at) if s.tokens[at].is_capital and not s.is_quoted(at) else None
    if named is not None and {s.low(named - 1), s.low(named)} & s.grammar.determiners:
        return None  # 'a Ruritanian warning'
    if named is not None and subjects.leads(s, named):
        return None  # 'Also thanking the crew was Jan Novak.'
    if named is not None and s.low(named - 1) not in _PLACING and not _is_addressed(s, named):
        return _made(s, cue, "before", (named, at))  # 'caught Jan Novak saying'
    leans = named is not None or _leans(s, at) or _is_overheard(s, at)
    # 'Left after announcing her retirement' tells what was done before, not what was said.
    leans = leans and (s.low(at) != "after" or _has_clause(s, cue.last + 1, len(s)))
    is_text = s.grammar.is_document(s.low(at))  # 'issued a statement saying'
    if leans and earlier and (earlier[-1].shape == "after" or (is_text and _is_near(earlier, at))):
        return _taken_over(cue, earlier[-1].mention, earlier[-1].words)
    found = governing_subject(s, cue.start) if leans else None
    is_told = found is not None and not _is_empty(s, found)
    return _taken_over(cue, found.mention, found.words) if found and is_told else None


def _is_empty(s: Sentence, found: Subject) -> bool:
    """Whether 'it' stands for nothing: 'It should be noted that two signed a text criticising'."""
    verb = found.low + 1
    verb += s.low(verb) in s.grammar.modals
    is_passive = s.low(verb) in s.grammar.be and s.grammar.is_participle(s.low(verb + 1))
    return s.low(found.low) == "it" and is_passive


def _of_main_clause(s: Sentence, cue: Cue) -> Located | None:
    """Find the speaker of a participle that opens a sentence: 'Saying it was late, *he* left'."""
    behind = s.low(cue.last + 1)
    if cue.verb.takes_clause and behind in s.grammar.prepositions:
        return None  # 'Writing in the Courier, she said'
    if behind in _POINTS and s.mark(cue.last + 2) == ",":
        return None  # 'Saying this, she left'
    if cue.verb.lemma in s.grammar.supposes:
        return None  # 'Assuming it rains, Novak will stay'
    found = subjects.behind_participle(s, cue.start)
    if found is None or not _has_clause(s, cue.last + 1, found[0]):
        return None
    subject = _before_verb(s, *found[1], found[1][1] + 1)
    if subject is None or subject.mention.kind not in ABLE:
        return None
    return _taken_over(cue, subject.mention, subject.words)


def _is_addressed(s: Sentence, named: int) -> bool:
    """Whether a text went to a name: 'sent a letter to members of the Harbour Board urging'."""
    near = range(named - 1, max(0, named - _LONGEST_ROLE), -1)
    to = next((i for i in near if s.low(i) == "to" or s.bounds(i)), 0)
    return s.low(to) == "to" and s.grammar.is_document(s.low(to - 1))


def _has_clause(s: Sentence, start: int, end: int) -> bool:
    """Whether words have a verb or a quotation among them."""
    return s.has_predicate(start, end) or s.quoted_in(start, end) > 0


def _is_near(earlier: Sequence[Located], at: int) -> bool:
    return at - earlier[-1].cue.last <= _NEAR


def _leans(s: Sentence, at: int) -> bool:
    """Whether a participle behind a token hangs on the clause before it."""
    low, grammar = s.low(at), s.grammar
    leans = low in _LEANS or low in grammar.before_gerunds or low == "in"
    return leans or s.is_quoted(at) or grammar.is_document(low)


def _is_overheard(s: Sentence, at: int) -> bool:
    """Whether somebody was heard or filmed as they spoke: 'was heard on the pier joking'."""
    near = range(at, max(0, at - _LONGEST_RELATIVE), -1)
    heard = next((i for i in near if s.low(i) in s.grammar.overheard or s.mark(i)), 0)
    is_passive = s.low(heard - 1) in s.grammar.be and s.low(heard - 2) not in s.grammar.modals
    return is_passive and s.low(heard) in s.grammar.overheard


def _accompanied(s: Sentence, end: int) -> int | None:
    """Give where the speaker begins in ', with the minister saying'."""
    for at in range(end - 1, max(0, end - _LONGEST_RELATIVE), -1):
        if s.low(at) == "with":
            return at + 1 if s.mark(at - 1) == "," and s.opens_phrase(at + 1) else None
        if s.is_quoted(at) or not s.tokens[at].is_word:
            return None
    return None


def _name_start(s: Sentence, end: int) -> int:
    start = end
    while start > 0 and (s.tokens[start - 1].is_capital or s.grammar.describes(s.low(start - 1))):
        start -= 1
    opens = start == 0 < end and s.low(0) in s.grammar.prepositions
    return start + opens  # 'Despite Novak claiming that'


def _coordinated(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of 'and said': the one of the verb before it."""
    joint = s.low(cue.start - 1)
    form = s.low(cue.first)
    if joint not in {"and", "but", ","} or form in s.grammar.nounlike:
        return None
    if joint == "," and form in s.grammar.asked:
        return None  # 'The mayor, asked about the bridge, left.'
    if joint == "," and earlier and earlier[-1].shape == "after":
        return None  # '“No,” said Jan Roe, asked about it.'
    if earlier:
        return _of_earlier(s, cue, earlier)
    found = governing_subject(s, cue.start, main=False) if joint != "," else None
    if found is None and joint == "and":
        found = _of_present(s, cue.start)
    if found is None or not _agrees(s, cue, found.mention):
        return None
    return _taken_over(cue, found.mention, found.words)


def _of_present(s: Sentence, limit: int) -> Subject | None:
    """Give whose name opens a sentence in front of a present: 'Ida Lind runs a mill and says'."""
    verb = next((at for at in range(1, min(limit, _LONGEST_ROLE)) if _is_present(s, at)), None)
    stretch = None if verb is None else subjects.before(s, verb)
    if verb is None or stretch is None or not s.tokens[stretch[0]].is_capital:
        return None
    opens = stretch[0] == subjects.behind_leading(s)
    return _before_verb(s, *stretch, verb) if opens and not s.marks(verb, limit) else None


def _of_earlier(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Let whoever speaks in the verb before speak here, unless these are words of theirs."""
    fit = [e for e in earlier if _parallel(s, e.cue, cue) and not _changes_tense(s, e.cue, cue)]
    like = _outer(s, (fit or earlier)[-1], cue, earlier)
    is_told = _changes_tense(s, like.cue, cue) or _is_of_words(s, cue, like.cue)
    fits = not is_told and _agrees(s, cue, like.mention)
    return _taken_over(cue, like.mention, like.words) if fits else None


def _parallel(s: Sentence, one: Cue, other: Cue) -> bool:
    """Whether two verbs have the same auxiliary or none: 'has said … and has urged'."""
    bare = one.start == one.first and other.start == other.first
    return bare or s.low(one.start) == s.low(other.start)


def _changes_tense(s: Sentence, saying: Cue, cue: Cue) -> bool:
    """Whether a verb has another tense than the saying, and so is of its words.

    'said that the law is fair and respects the treaty', 'says rebels rose and sided with it'.
    """
    if not saying.verb.takes_clause or saying.start < saying.first or cue.start < cue.first:
        return False
    one, other = s.low(saying.first), s.low(cue.first)
    is_past = s.grammar.is_past(one), s.grammar.is_past(other)
    is_present = _is_third(one, saying), _is_third(other, cue)
    return (is_past[0] and is_present[1]) or (is_present[0] and is_past[1])


def _is_third(form: str, cue: Cue) -> bool:
    return form.endswith("s") and form != cue.verb.lemma.split()[0]


def _outer(s: Sentence, inner: Located, cue: Cue, earlier: Sequence[Located]) -> Located:
    """Give who says that another meant to do something, where a saying goes on with 'and'.

    'Roe confirmed that the court planned to sit and said that she was innocent.'
    """
    if inner.cue.verb.kind != "commit" or not cue.verb.inverts or s.low(inner.low - 1) != "that":
        return inner
    before = [each for each in earlier if each.cue.first < inner.low - 1]
    told = before and before[-1].cue.verb.inverts and _parallel(s, before[-1].cue, cue)
    return before[-1] if told else inner


def _is_of_words(s: Sentence, cue: Cue, saying: Cue) -> bool:
    """Whether a position is one of the words said: 'said he would pay but would not resign'."""
    if not saying.verb.takes_clause or s.low(cue.start) not in s.grammar.modals:
        return False
    refuses = cue.verb.lemma.split()[0] in s.grammar.speech_acts
    said = range(saying.last + 1, cue.start)
    return not refuses and any(s.low(i) == s.low(cue.start) for i in said)


def _taken_over(cue: Cue, mention: Mention, words: str) -> Located:
    return Located(cue, "inherited", cue.start, cue.start - 1, mention, words)


def governing_subject(s: Sentence, limit: int, *, main: bool = True) -> Subject | None:
    """Give the subject of the nearest clause before a token.

    With `main`, clauses that depend on another ('after …', 'who …', 'he said
    …') are stepped over.
    """
    for at in range(limit - 1, max(0, limit - _LONGEST_CLAUSE), -1):
        stretch = subjects.before(s, at) if _is_finite(s, at) else None
        if stretch is None or (main and _depends(s, stretch[0])):
            continue
        found = _before_verb(s, *stretch, at)
        if found is not None and (found.mention.kind in ABLE or _is_text(s, found.mention)):
            return found
    return None


def _is_text(s: Sentence, mention: Mention) -> bool:
    """Whether words name a text that speaks: 'The letter took him to task, saying that'."""
    return mention.kind == "document" and not _is_mute(mention, s.grammar)


def topic(s: Sentence) -> Topic | None:
    """Give the subject of the first clause of a sentence, or whose it is.

    The 'he' of the next sentence means that person, whether they spoke or not.
    """
    described: Stretch | None = None
    for at in range(1, min(len(s), _LONGEST_SPEAKER)):
        if not _is_finite(s, at):
            continue
        stretch = subjects.before(s, at)
        described = described or _described_by(s, at, stretch)
        if stretch is not None:
            is_inside = described is not None and stretch[0] > described[1]
            return _topic_of(s, described if described and is_inside else stretch)
    return None if described is None else _topic_of(s, described)


def _described_by(s: Sentence, verb: int, subject: Stretch | None) -> Stretch | None:
    """Give the subject that a clause with 'who' describes: 'Jan Lind, who was ill, left'.

    Whatever that clause names, and the next verb seems to follow, is within it. The clause
    may have a subject of its own: 'The Harbour List, which many had thought proud, left'.
    """
    who = verb - 1 if subject is None else subject[0] - 1
    while who > 0 and s.is_between(who):
        who -= 1
    is_aside = s.low(who) in _RELATIVES and s.mark(who - 1) == ","
    found = subjects.antecedent(s, who) if is_aside or s.low(who) == "who" else None
    if found is None or s.is_quoted(found[0]):
        return None
    opens = found[0] == 0 or s.mark(found[0] - 1) == "," or s.low(found[0] - 1) in s.grammar.and_or
    return found if opens else None


def _topic_of(s: Sentence, stretch: Stretch) -> Topic | None:
    """Give somebody whom a subject names, or whose it is."""
    low, high = stretch
    if high == low + 1 and s.mark(high + 1) == "," and s.grammar.is_modifier(s.low(high)):
        return None  # 'by the Harbour Office, an independent, elected board'
    mention = parse_in(s, low, high)
    owner = next((i for i in range(low + 1, high) if s.low(i) == "'s"), None)
    if owner is not None and (
        mention is None or mention.kind not in {"name", "role", "institution"}
    ):
        mention = parse_in(s, low, owner - 1)
    return None if mention is None else Topic(s.tokens[low].start, mention)


def opening_name(s: Sentence, names: Sequence[Mention]) -> Topic | None:
    """Give the person whose name opens a sentence, or its part behind 'Speaking on Monday,'.

    What verb follows matters not: 'Jan Lind, of Port Hope, all but confirmed it.'
    """
    for mention in names:
        start = s.text.find(mention.text, s.tokens[0].start)
        at = s.first_from(start) if start >= 0 else len(s)
        if at >= len(s) or s.tokens[at].start != start or s.is_quoted(at):
            continue
        before = at - 1
        while before >= 0 and s.is_quoted(before):
            before -= 1
        opens = at == 0 or s.mark(at - 1) == "," or (before < at - 1 and s.mark(at - 2) == ",")
        return Topic(start, mention) if opens and mention.kind == "name" else None
    return None


def opening_role(s: Sentence) -> Topic | None:
    """Give who opens a sentence by a role before a verb in the present: 'The coach denies it'."""
    if s.low(0) not in s.grammar.articles:
        return None
    for at in range(1, min(len(s) - 1, _LONGEST_ROLE)):
        if s.is_quoted(at) or not s.tokens[at].is_word:
            return None
        if s.grammar.is_role(s.low(at)) and _is_present(s, at + 1):
            mention = parse_in(s, 0, at)
            is_role = mention is not None and mention.kind == "role"
            return Topic(s.tokens[0].start, mention) if mention and is_role else None
    return None


def _is_present(s: Sentence, at: int) -> bool:
    """Whether a word has the ending of a verb of the third person and names nobody."""
    low = s.low(at)
    is_word = s.tokens[at].is_word and not s.tokens[at].is_capital and not s.is_quoted(at)
    return is_word and low.endswith("s") and len(low) > _SHORT and not s.grammar.is_role(low)


def is_joined(s: Sentence, found: Topic) -> bool:
    """Whether somebody else is named in the same breath: 'Jan Lind and Ida Roe left'."""
    end = found.start + len(found.mention.text)
    return s.low(s.first_from(end)) in s.grammar.and_or


def _is_finite(s: Sentence, at: int) -> bool:
    low, grammar = s.low(at), s.grammar
    is_sure = low in grammar.be_or_have or grammar.is_past(low)
    if not is_sure and s.matches[at] is None:
        return False
    token = s.tokens[at]
    if token.quoted or token.is_capital or not token.is_word:
        return False
    is_object = s.low(at - 1) in grammar.irregular_past  # 'kept rates where they were'
    return is_sure or (s.is_finite_cue(at) and not is_object)


def _depends(s: Sentence, start: int) -> bool:
    """Whether a clause hangs on another, by a conjunction or as what somebody said."""
    if s.low(start - 1) in s.grammar.depends:
        return True
    return start > 0 and s.tokens[start - 1].is_word and s.is_finite_cue(start - 1)


# ------------------------------------------------------------------ agreement


def _agrees(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether a phrase can be the subject of a verb form, which may be a noun in truth."""
    if mention.kind == "other" and not _may_be_anybody(cue, mention, s.grammar):
        return False
    if _is_nobody(mention, s.grammar) or _is_mute(mention, s.grammar):
        return False
    if mention.kind == "role" and not (s.headline or _is_determined(mention, s.grammar)):
        return False
    if cue.start < cue.first:
        return not _is_anyone(s, cue, mention)
    form = s.low(cue.first)
    if form in s.grammar.nounlike and not _is_verb_here(s, cue, mention):
        return False
    is_bare = form == cue.verb.lemma.split()[0] and form not in s.grammar.past_alike
    return not is_bare or _is_plural(mention, s.grammar)


def _is_anyone(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether 'one' means anybody: 'One cannot call it a success', but 'One said it was late'."""
    low = s.low(cue.start)
    return (low in s.grammar.modals or low == "cannot") and mention.text.lower() == "one"


def _is_nobody(mention: Mention, grammar: Grammar) -> bool:
    """Whether a phrase is nobody, or cut off: 'in ways nobody', 'the open roads while'."""
    words = mention.text.lower().split()
    first, last = words[0], words[-1]
    return first in grammar.nobody or last in grammar.nobody or last in grammar.subordinators


def _is_sure_verb(s: Sentence, cue: Cue) -> bool:
    """Whether a word that is a noun as well is a verb here, by what stands around it."""
    before = s.low(cue.first - 1)
    counted = before in s.grammar.quantities or before in s.grammar.determiners
    if (counted and before not in s.grammar.plural_pronouns) or before.endswith("ing"):
        return False  # 'the two states that', 'early voting states'
    if s.tokens[cue.first - 1].text.islower() and _only_describes(s, before):
        return False  # 'the top names that'
    past = not s.tokens[cue.first - 1].is_capital and s.grammar.is_past(before)
    return not past and _opens_object(s, cue.last + 1)


def _only_describes(s: Sentence, low: str) -> bool:
    return s.grammar.is_modifier(low) and not s.grammar.is_speaker(low)


def _is_verb_here(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether a word that is a noun as well reports here, by what stands before or behind it."""
    if mention.plural and _is_third(s.low(cue.first), cue):
        return False  # 'officials from the more rural states that'
    return _is_sure_verb(s, cue) or _closes(s, cue, mention) or _is_behind_words(s, cue, mention)


def _is_behind_words(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether only the speaker stands between a quotation and the verb: '“No!” he demands'."""
    start = s.tokens[cue.first - 1].end - len(mention.text)
    at = s.at(start)
    if at is None or s.is_quoted(at) or not s.text.startswith(mention.text, start):
        return False
    return s.is_quoted(at - 1) and not s.tokens[at - 1].is_word and s.low(at - 2) in _ENDING


def _closes(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether a name and the verb close a sentence: '…, the Harbour Times reports.'."""
    comma = s.comma_before(cue.first)
    is_known = mention.kind in {"name", "institution"}
    if comma is None or not is_known or s.low(comma + 1) in s.grammar.and_or:
        return False
    is_told = s.has_predicate(0, comma) or (comma > _NEAR and mention.kind == "institution")
    return cue.verb.follows and ends_with(s, cue.last + 1) and is_told


def ends_with(s: Sentence, start: int) -> bool:
    """Whether nothing but days, adverbs and marks stand from a token on: 'said drily.'."""
    for i in range(start, len(s)):
        low = s.low(i)
        is_when = s.timed[i] or s.grammar.is_adverb(low) or low in s.grammar.ends_times
        if s.tokens[i].is_word and not is_when:
            return False
    return not s.quoted_in(min(start, len(s)), len(s))


def _is_mute(mention: Mention, grammar: Grammar) -> bool:
    """Whether words name a text that nobody in particular speaks through: 'the law says'."""
    if mention.kind not in {"document", "other"}:
        return False
    words = mention.text.lower().split()
    links = grammar.prepositions
    stops = (i for i, word in enumerate(words) if i and word in links and word != "of")
    return words[next(stops, 0) - 1] in grammar.mute


def _may_be_anybody(cue: Cue, mention: Mention, grammar: Grammar) -> bool:
    """Whether words that name no known kind of speaker may still be one: 'those surveyed said'."""
    return (cue.verb.inverts and not cue.verb.weak) or _counts_people(mention, grammar)


def is_plural(s: Sentence, mention: Mention) -> bool:
    """Whether words stand for more than one speaker."""
    return _is_plural(mention, s.grammar)


def is_number(s: Sentence, mention: Mention) -> bool:
    """Whether a speaker is a number of people."""
    return _counts_people(mention, s.grammar)


def _is_plural(mention: Mention, grammar: Grammar) -> bool:
    words = mention.text.lower()
    several = " and " in words or words in grammar.plural_pronouns
    several = several or (words.endswith("s") and grammar.prepositions.isdisjoint(words.split()))
    several = several or mention.plural or _has_many(words, grammar)
    return several or _counts_people(mention, grammar)


def _has_many(words: str, grammar: Grammar) -> bool:
    """Whether the head of a phrase is many: 'sources close to the campaign', 'groups in Baku'."""
    listed = words.split()
    ends = (i for i, word in enumerate(listed) if word in grammar.prepositions or word in _DESCRIBE)
    head = listed[next(ends, 0) - 1]
    return grammar.is_group(head) or (head.endswith("s") and not head.endswith("ss"))


def _counts_people(mention: Mention, grammar: Grammar) -> bool:
    """Whether a phrase is a number of people: 'most in the party', '54 percent of voters'."""
    words = mention.text.lower().split()
    pairs = zip(words, (*words[1:], "of"), strict=True)
    return any(a in grammar.quantities and b in grammar.prepositions for a, b in pairs)


def _is_determined(mention: Mention, grammar: Grammar) -> bool:
    """Whether a role stands as English wants it: 'a spokesman', 'officials', no bare 'leader'."""
    if mention.plural or "'s" in mention.text:
        return True
    words = mention.text.replace("’", "'").split()
    first, last = words[0].lower(), words[-1].lower()
    if first in grammar.before_nouns or first in grammar.quantities or grammar.is_group(last):
        return True
    return words[0][0].isupper() or any(word.endswith("'s") for word in words)


def _opens_object(s: Sentence, at: int) -> bool:
    """Whether an object or a clause may begin there: 'claims the', 'claims that', 'claims: “'."""
    if at >= len(s):
        return False
    if s.mark(at) == "," and s.is_quoted(at + 1):
        return True  # 'The mayor replies, “No.”'
    return s.opens_phrase(at) or s.low(at) in {"that", "to", ":"} or s.is_quoted(at)
