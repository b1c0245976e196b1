"""The speaker of a cue: before it, behind it, or taken over from another verb.

`subjects` finds the stretches of words, `mentions` takes them apart; what was
said is decided in `contents`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digest.attribute import subjects
from digest.attribute.mentions import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.attribute.cues import Cue
    from digest.attribute.grammar import Grammar
    from digest.attribute.mentions import Mention
    from digest.attribute.sentence import Sentence, Stretch

Shape = Literal["before", "after", "inherited"]
_SPEAKERS = frozenset({"name", "institution", "role", "place"})
_TEXTS = frozenset({"document", "institution"})
_RELATIVES = frozenset({"who", "which", "that"})
_LEANS = frozenset({",", "and", "—", "–", "-"})
_HAVE = frozenset({"has", "have", "had"})
_LONGEST_CLAUSE = 50  # tokens between a participle and the verb it leans on
_LONGEST_SPEAKER = 60  # tokens


@dataclass(frozen=True, slots=True)
class Located:
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


def locate(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of a cue.

    Args:
        s: the sentence.
        cue: one of its cues.
        earlier: the cues before it that have a speaker.

    Returns:
        None where the sentence names none.
    """
    if cue.continuous:
        return _of_participle(s, cue, earlier)
    inverted = _after(s, cue) if _ends_in_speaker(s, cue) else None
    if inverted is not None and inverted.mention.kind == "other":
        inverted = None  # 'Jan Roe, a baker, said no.'
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
    return _made(s, cue, "before", subjects.before(s, verb))


def _made(s: Sentence, cue: Cue, shape: Shape, stretch: Stretch | None) -> Located | None:
    if stretch is None:
        return None
    low, high = stretch
    mention = parse(s.tokens[low : high + 1], s.text, s.grammar)
    if mention is None or not _agrees(s, cue, mention):
        return None
    return Located(cue, shape, low, high, mention, mention.text)


def _of_relative(s: Sentence, cue: Cue, who: int) -> Located | None:
    stretch = subjects.antecedent(s, who)
    if stretch is None:
        return None
    mention = parse(s.tokens[stretch[0] : stretch[1] + 1], s.text, s.grammar)
    fits = _SPEAKERS if s.low(who) == "who" else _TEXTS
    if mention is None or mention.kind not in fits:
        return None
    return Located(cue, "before", who, who, mention, s.tokens[who].text)


def _ends_in_speaker(s: Sentence, cue: Cue) -> bool:
    """Whether nothing but a speaker follows: '…, reported the mayor of Port Hope.'."""
    if cue.verb.tells or s.mark(cue.start - 1) != "," or s.quoted_in(cue.last + 1, len(s)):
        return False
    rest = s.tokens[cue.last + 1 : cue.last + 1 + _LONGEST_SPEAKER]
    return all(token.low not in s.grammar.auxiliaries for token in rest)


def _after(s: Sentence, cue: Cue) -> Located | None:
    """Find an inverted speaker: '…,' said the mayor, a former coach, on Monday."""
    if not cue.verb.inverts or cue.start != cue.first:
        return None
    last = s.tokens[cue.first - 1]
    if not (last.quoted or not last.is_word or last.low == "as"):
        return None
    made = _made(s, cue, "after", subjects.behind(s, cue.last + 1))
    return made if made is not None and made.mention.kind != "document" else None


def source(s: Sentence, start: int) -> tuple[int, Mention] | None:
    """Give the last token and the mention of a source that begins at a token."""
    if start >= len(s) or s.is_quoted(start):
        return None
    end = subjects.phrase_end(s, start)
    mention = parse(s.tokens[start : end + 1], s.text, s.grammar)
    return None if mention is None else (end, mention)


# ----------------------------------------------------------------- taken over


def _of_participle(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of ', adding that': the one of the clause it leans on."""
    at = cue.start - 1
    if s.tokens[at].is_capital and not s.is_quoted(at):
        return _made(s, cue, "before", (_name_start(s, at), at))  # 'with Jan Novak saying'
    low, grammar = s.low(at), s.grammar
    leans = low in _LEANS | grammar.before_gerunds or s.is_quoted(at) or grammar.is_document(low)
    if leans and earlier and earlier[-1].shape == "after":
        return _taken_over(cue, earlier[-1].mention, earlier[-1].words)
    mention = governing_subject(s, cue.start) if leans else None
    return None if mention is None else _taken_over(cue, mention, mention.text)


def _name_start(s: Sentence, end: int) -> int:
    start = end
    while start > 0 and (s.tokens[start - 1].is_capital or s.grammar.describes(s.low(start - 1))):
        start -= 1
    return start


def _coordinated(s: Sentence, cue: Cue, earlier: Sequence[Located]) -> Located | None:
    """Find the speaker of 'and said': the one of the verb before it."""
    joint = s.low(cue.start - 1)
    form = s.low(cue.first)
    if joint not in {"and", "but", ","} or form in s.grammar.nounlike:
        return None
    if joint == "," and form in s.grammar.asked:
        return None  # 'The mayor, asked about the bridge, left.'
    if earlier:
        like = next((e for e in reversed(earlier) if _parallel(s, e.cue, cue)), earlier[-1])
        fits = _agrees(s, cue, like.mention)
        return _taken_over(cue, like.mention, like.words) if fits else None
    mention = governing_subject(s, cue.start, main=False) if joint != "," else None
    if mention is None or not _agrees(s, cue, mention):
        return None
    return _taken_over(cue, mention, mention.text)


def _parallel(s: Sentence, one: Cue, other: Cue) -> bool:
    """Whether two verbs have the same auxiliary or none: 'has said … and has urged'."""
    bare = one.start == one.first and other.start == other.first
    return bare or s.low(one.start) == s.low(other.start)


def _taken_over(cue: Cue, mention: Mention, words: str) -> Located:
    return Located(cue, "inherited", cue.start, cue.start - 1, mention, words)


def governing_subject(s: Sentence, limit: int, *, main: bool = True) -> Mention | None:
    """Parse the subject of the nearest clause before a token.

    With `main`, clauses that depend on another ('after …', 'who …', 'he said
    …') are stepped over.
    """
    for at in range(limit - 1, max(0, limit - _LONGEST_CLAUSE), -1):
        stretch = subjects.before(s, at) if _is_finite(s, at) else None
        if stretch is None or (main and _depends(s, stretch[0])):
            continue
        mention = parse(s.tokens[stretch[0] : stretch[1] + 1], s.text, s.grammar)
        if mention is not None and (mention.kind in _SPEAKERS or mention.kind == "pronoun"):
            return mention
    return None


def topic(s: Sentence) -> Mention | None:
    """Parse the subject of the first clause of a sentence, or whose it is.

    The 'he' of the next sentence means that person, whether they spoke or not.
    """
    for at in range(1, min(len(s), _LONGEST_SPEAKER)):
        stretch = subjects.before(s, at) if _is_finite(s, at) else None
        if stretch is None:
            continue
        low, high = stretch
        mention = parse(s.tokens[low : high + 1], s.text, s.grammar)
        owner = next((i for i in range(low + 1, high) if s.low(i) == "'s"), None)
        if owner is None or (mention is not None and mention.kind == "name"):
            return mention
        return parse(s.tokens[low:owner], s.text, s.grammar)
    return None


def _is_finite(s: Sentence, at: int) -> bool:
    token, low = s.tokens[at], s.low(at)
    if token.quoted or token.is_capital or not token.is_word:
        return False
    return s.grammar.is_past(low) or low in s.grammar.be or low in _HAVE or s.is_finite_cue(at)


def _depends(s: Sentence, start: int) -> bool:
    """Whether a clause hangs on another, by a conjunction or as what somebody said."""
    if s.low(start - 1) in s.grammar.subordinators | s.grammar.relative:
        return True
    return start > 0 and s.tokens[start - 1].is_word and s.is_finite_cue(start - 1)


# ------------------------------------------------------------------ agreement


def _agrees(s: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether a phrase can be the subject of a verb form, which may be a noun in truth."""
    if mention.kind == "other" and not _may_be_anybody(cue, mention, s.grammar):
        return False
    if mention.text.partition(" ")[0].lower() in s.grammar.nobody:
        return False
    if mention.kind == "role" and not _is_determined(mention, s.grammar):
        return False
    if cue.start < cue.first:
        return True
    form = s.low(cue.first)
    if form in s.grammar.nounlike and not _opens_object(s, cue.last + 1):
        return False
    is_bare = form == cue.verb.lemma.split()[0] and form not in s.grammar.past_alike
    return not is_bare or _is_plural(mention, s.grammar)


def _may_be_anybody(cue: Cue, mention: Mention, grammar: Grammar) -> bool:
    """Whether words that name no known kind of speaker may still be one: 'those surveyed said'."""
    return (cue.verb.inverts and not cue.verb.weak) or _counts_people(mention, grammar)


def _is_plural(mention: Mention, grammar: Grammar) -> bool:
    words = mention.text.lower()
    if mention.plural or words in grammar.plural_pronouns or words.endswith("s"):
        return True
    return _counts_people(mention, grammar)


def _counts_people(mention: Mention, grammar: Grammar) -> bool:
    """Whether a phrase is a number of people: 'most', '54 percent of voters'."""
    words = mention.text.lower().split()
    pairs = zip(words, (*words[1:], "of"), strict=True)
    return any(word in grammar.quantities and follows == "of" for word, follows in pairs)


def _is_determined(mention: Mention, grammar: Grammar) -> bool:
    """Whether a role stands as English wants it: 'a spokesman', 'officials', no bare 'leader'."""
    words = mention.text.replace("’", "'").split()
    first, last = words[0].lower(), words[-1].lower()
    opening = grammar.determiners | grammar.possessives | grammar.quantities
    if mention.plural or grammar.is_group(last) or first in opening or "'s" in mention.text:
        return True
    return words[0][0].isupper() or any(word.endswith("'s") for word in words)


def _opens_object(s: Sentence, at: int) -> bool:
    """Whether an object or a clause may begin there: 'claims the', 'claims that', 'claims: “'."""
    if at >= len(s):
        return False
    return s.opens_phrase(at) or s.low(at) in {"that", "to", ":"} or s.is_quoted(at)
