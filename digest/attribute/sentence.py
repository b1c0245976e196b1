"""A sentence to ask: which words may stand where, in the manner of a shallow parser.

Answers questions on single words and stretches of words. What is a cue, a
speaker or a content is decided in the modules of these names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, compress
from operator import attrgetter
from typing import TYPE_CHECKING

from digest.attribute.tokens import LONG_DASHES, is_title
from digest.attribute.verbs import matches
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.attribute.cueverb import Match
    from digest.attribute.grammar import Grammar
    from digest.attribute.mentions import Mention
    from digest.attribute.tokens import Token

_STOPS = LONG_DASHES | frozenset(";:[]…") | {"..."}
_BOUNDS = _STOPS | {",", "-"}
_BRACKETS = frozenset("()[]")
_DIRECT = 0.45  # of the letters in quotation marks, as the saying may stand between them
_LONGEST_TITLE = 10  # words
_LONG_PHRASE = 60  # tokens; no speaker takes more words
_SHORT_PHRASE = 5
_NOTHING = [""] * 32  # behind a sentence, and before it: further off no rule looks
_NOWHERE: frozenset[int] = frozenset()
_start, _end = attrgetter("start"), attrgetter("end")
Stretch = tuple[int, int]  # first and last token, both included


class Sentence:
    """One sentence of a paragraph; offsets of tokens count in the paragraph's text.

    A quotation is never cut in two: a sentence goes on until it is closed.

    Attributes:
        starts: the offset of every token.
        low: gives a token in lower case by its place; empty outside the sentence.
        mark: gives a mark that stands outside quotations; empty for everything else.
        is_quoted: whether a token stands in a quotation.
        timed: for every token, whether it belongs to a day that the text names.
        words: every token in lower case, to ask whether some of a class are among them.
        matches: for every token, the cue verb that may begin there.
        begun: those cue verbs with their places, in order.
        headline: whether articles may be left out, as in 'says minister'.
        mentions: phrases taken apart so far, by their first and last token; `parse_in` keeps them.
        subjects: those found so far, by the verb that they stand before; `subjects` keeps them.
    """

    __slots__ = (
        "_commas",
        "_letters",
        "_quoted",
        "_signs",
        "_size",
        "begun",
        "grammar",
        "headline",
        "is_quoted",
        "low",
        "mark",
        "matches",
        "mentions",
        "starts",
        "subjects",
        "text",
        "timed",
        "tokens",
        "words",
    )

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        days: Sequence[Span],
        grammar: Grammar,
        *,
        headline: bool = False,
    ) -> None:
        """Take the tokens of one sentence of `text`, at least one, and the paragraph's days."""
        self.headline = headline
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.mentions: dict[Stretch, Mention | None] = {}
        self.subjects: dict[int, Stretch | None] = {}
        # Every question below comes down to these, so they are not looked up anew.
        self._size = len(tokens)
        texts, self.starts, ends, lows, quoted, are_words, _ = zip(*tokens, strict=True)
        marks = ["" if is_word else text for text, is_word in zip(texts, are_words, strict=True)]
        self.is_quoted: Callable[[int], bool] = _NOWHERE.__contains__
        self._quoted: Sequence[int] = ()
        self._letters: Sequence[int] = ()
        if True in quoted:
            marks = ["" if held else mark for mark, held in zip(marks, quoted, strict=True)]
            inside = frozenset(compress(range(self._size), quoted))
            self.is_quoted = inside.__contains__
            self._quoted = list(accumulate(quoted, initial=0))
            self._letters = _letters(self.starts, ends, quoted)
        self._signs = "".join(marks)
        self._commas = _commas(marks) if "," in self._signs else ()
        self.words = frozenset(lows)
        by_place = [*lows, *_NOTHING]
        self.low: Callable[[int], str] = by_place.__getitem__
        self.mark: Callable[[int], str] = (marks + _NOTHING).__getitem__
        self.timed = _timed(tokens, self.starts, days)
        self.begun = matches(tokens, by_place)
        self.matches: list[Match | None] = [None] * self._size
        for at, match in self.begun:
            self.matches[at] = match

    def __len__(self) -> int:
        return self._size

    def at(self, offset: int) -> int | None:
        """Give the token that begins at an offset, if one does."""
        at = bisect_left(self.starts, offset)
        return at if at < self._size and self.starts[at] == offset else None

    def first_from(self, offset: int) -> int:
        """Give the first token that begins at an offset or behind it; the size for none."""
        return bisect_left(self.starts, offset)

    def has_mark(self, sign: str) -> bool:
        """Whether a mark of one character stands anywhere outside quotations."""
        return sign in self._signs

    def first_mark(self, sign: str, start: int, end: int) -> int | None:
        """Give where a mark stands first outside quotations, from `start` to before `end`."""
        if not self.has_mark(sign):
            return None
        return next((i for i in range(start, end) if self.mark(i) == sign), None)

    def quoted_in(self, start: int, end: int) -> int:
        """Give the number of quoted tokens from `start` to before `end`."""
        return self._quoted[end] - self._quoted[start] if self._quoted else 0

    def is_direct(self, start: int, end: int) -> bool:
        """Whether most of the letters from token `start` to before `end` are quoted."""
        letters = self.tokens[end - 1].end - self.tokens[start].start
        quoted = self._letters[end] - self._letters[start] if self._letters else 0
        return quoted >= _DIRECT * letters

    def span(self, start: int, end: int) -> Span:
        """Give the offsets of the tokens from `start` to before `end`, less marks at the end."""
        last = end - 1
        while last > start and self.mark(last) in {".", ",", ";", ":"}:
            last -= 1
        return Span(self.tokens[start].start, self.tokens[last].end)

    # --------------------------------------------------------------- words

    def is_between(self, at: int) -> bool:
        """Whether a token may stand between a speaker and the verb."""
        token = self.tokens[at]
        low = token.low
        if not (
            self.timed[at]
            or (low == "since" and self.low(at - 1) in self.grammar.have)  # 'has since said'
            or (low == "more" and self.low(at - 1) == "once")  # 'once more said'
            or (not token.is_capital and self.grammar.stands_between(low))
        ):
            return False
        if token.quoted or not (token.is_word or low.startswith("'")):
            return False
        if low == "'s" and self._is_possessive(at):
            return False
        return not (token.text.isupper() and _is_shouted(self.tokens, at))

    def _is_possessive(self, at: int) -> bool:
        before = self.low(at - 1)
        is_verb = before in self.grammar.pronouns or before == "who"
        return self.tokens[at].low == "'s" and not is_verb

    def is_finite_cue(self, at: int) -> bool:
        """Whether a cue verb stands there that is no noun and no participle in -ing."""
        match = self.matches[at]
        if match is None:
            return False
        token = self.tokens[at]
        if token.is_capital or token.low.endswith("ing"):
            return False
        before = self.low(at - 1)
        if before == "'s" or before in self.grammar.determiners:
            return False
        is_bare = (
            token.low == match[1].lemma.split()[0] and token.low not in self.grammar.past_alike
        )
        if self.grammar.is_past(self.low(at + 1)) and (is_bare or self._is_plural_noun(at)):
            return False  # 'a news report said', 'rights advocates cheered'
        if token.low in self.grammar.nounlike and self._stands_as_noun(at, is_bare=is_bare):
            return False
        return not is_bare or before.endswith("s") or before in self.grammar.before_cues

    def _is_plural_noun(self, at: int) -> bool:
        """Whether a form of a cue verb names people or things: no 'what Roe claims'."""
        low = self.tokens[at].low
        behind_name = at > 1 and self.tokens[at - 1].is_capital
        return self.grammar.is_group(low) or (low in self.grammar.nounlike and not behind_name)

    def _stands_as_noun(self, at: int, *, is_bare: bool) -> bool:
        """Whether a word has the place of a noun: '…, documents of the bank show', 'a post, …'."""
        if is_bare and self.mark(at + 1) == ",":
            return True
        opens = at == 0 or self.mark(at - 1) == ","
        goes_on = self.low(at + 1) in self.grammar.nominal_prepositions
        return opens and (goes_on or (at + 1 < self._size and self.matches[at + 1] is not None))

    def has_predicate(self, start: int, end: int) -> bool:
        """Whether a finite verb stands among the tokens from `start` to before `end`."""
        grammar = self.grammar
        for token in self.tokens[start:end]:
            is_own = not (token.quoted or token.is_capital)
            if is_own and (token.low in grammar.finite or grammar.is_past(token.low)):
                return True
        return False

    def bounds(self, at: int) -> bool:
        """Whether a noun phrase cannot reach over a token."""
        token = self.tokens[at]
        low, grammar = token.low, self.grammar
        if token.quoted or token.text in _BOUNDS:
            return True
        if low in grammar.and_or:
            return not self._joins(at)
        if low == "to":
            return self.is_infinitive(at)
        if low in grammar.boundaries:
            return not token.is_capital or at == 0
        return not token.is_capital and self._is_predicate(at)

    def _is_predicate(self, at: int) -> bool:
        """Whether a clause has its verb there, or its subject in a pronoun."""
        low, grammar = self.tokens[at].low, self.grammar
        if low in grammar.pronouns:
            return True
        if low in grammar.auxiliaries and not self._is_possessive(at):
            return True
        if low == "saying":
            return True
        is_cue = self.matches[at] is not None and self.is_finite_cue(at)
        return is_cue and not self.is_reduced(at)

    def is_reduced(self, at: int) -> bool:
        """Whether a participle only describes the noun before it: 'the man accused of'."""
        if not self.grammar.is_participle(self.low(at)):
            return False
        before = self.low(at - 1)
        known = self.grammar.is_speaker(before) or self.grammar.is_document(before)
        goes_on = self.low(at + 1) in self.grammar.prepositions or (
            at + 1 < len(self.tokens) and self.timed[at + 1]
        )
        return known and before not in self.grammar.pronouns and goes_on

    def is_infinitive(self, at: int) -> bool:
        """Whether 'to' opens an infinitive rather than 'to the president'."""
        if at + 1 >= len(self.tokens):
            return True
        after = self.tokens[at + 1]
        nominal = self.grammar.before_nouns
        if after.low.endswith("s") and not after.low.endswith(("ss", "us")):
            return False  # 'close to negotiations'
        return not (after.is_capital or after.low in nominal or self.grammar.is_speaker(after.low))

    def _joins(self, at: int) -> bool:
        """Whether 'and' joins two nouns rather than two clauses."""
        if not 0 < at < len(self.tokens) - 1:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        if not before.is_word or before.quoted or after.quoted:
            return False
        grammar = self.grammar
        if before.low in grammar.departments and after.low in grammar.departments:
            return True  # 'the committee on defense and security'
        is_noun = grammar.is_speaker(before.low) or before.is_capital
        goes_on = after.is_capital or after.low == "even" or after.low in grammar.determiners
        goes_on = goes_on or grammar.is_speaker(after.low) or grammar.is_modifier(after.low)
        return (is_noun and goes_on) or self._opens_with_noun(at)

    def _opens_with_noun(self, at: int) -> bool:
        """Whether no verb stands before 'and' in its clause: 'politicians and ordinary voters'."""
        for i in range(at - 1, max(-1, at - _SHORT_PHRASE), -1):
            token = self.tokens[i]
            if token.quoted or token.text in _STOPS or token.text == ",":
                return i < at - 1
            if (
                self.grammar.is_past(token.low)
                or self.matches[i]
                or token.low in self.grammar.between
            ):
                return False
        return at < _SHORT_PHRASE

    def opens_phrase(self, at: int) -> bool:
        """Whether a noun phrase may begin with a token."""
        token, low, grammar = self.tokens[at], self.tokens[at].low, self.grammar
        if token.quoted or not token.is_word or self.timed[at]:
            return False
        return (
            token.is_capital
            or low in grammar.determiners
            or low in grammar.pronouns
            or low in grammar.quantities
            or low[0].isdigit()
            or grammar.is_speaker(low)
            or grammar.is_modifier(low)
            or grammar.is_document(low)
        )

    # ------------------------------------------------------------- stretches

    def phrase_start(self, end: int) -> int:
        """Go back to the first token of the phrase that ends with a token."""
        start = end
        first = max(0, end - _LONG_PHRASE)
        depth = int(self.tokens[end].text in ")]")
        while start > first:
            text = self.tokens[start - 1].text
            if text in _BRACKETS:
                depth += 1 if text in ")]" else -1
            if depth < 0 or (not depth and text not in _BRACKETS and self.bounds(start - 1)):
                titled = self._inner_title(start - 1)
                if titled is None:
                    break
                start = titled
                continue
            start -= 1
        return start

    def _inner_title(self, end: int) -> int | None:
        """Give where a name in marks begins within a phrase, unlike '“No,” she said'."""
        is_inner = end > 1 and self.tokens[end - 1].is_word and self.tokens[end + 1].is_word
        start = self.title_start(end) if is_inner else None
        return start if start is not None and start and self.tokens[start - 1].is_word else None

    def title_start(self, end: int) -> int | None:
        """Give the mark that opens a name which ends with a mark: 'the “Free Port” party'."""
        if not self.is_quoted(end) or self.tokens[end].is_word:
            return None
        start = end
        while start > 0 and self.is_quoted(start - 1):
            start -= 1
        words = [token for token in self.tokens[start:end] if token.is_word]
        opens = bool(words) and len(words) <= _LONGEST_TITLE and words[0].is_capital
        return start if opens and is_title(words) and words[-1].is_capital else None

    def hides_a_name(self, at: int) -> bool:
        """Whether a wish to stay unnamed begins at a token: 'anonymity', 'not to be named'."""
        if self.low(at) in self.grammar.unnamed:
            return True
        is_wish = [self.low(at + k) for k in range(3)] == ["not", "to", "be"]
        return is_wish and self.low(at + 3) in self.grammar.nameable

    def comma_before(self, at: int) -> int | None:
        """Give the nearest comma before a token in the same clause."""
        for i in range(at - 1, max(-1, at - _LONG_PHRASE), -1):
            token = self.tokens[i]
            if token.quoted or token.text in _STOPS:
                return None
            if token.text == ",":
                return i
        return None

    def marks(self, start: int, end: int) -> Sequence[int]:
        """Give the marks outside quotations from `start` to before `end`."""
        mark = self.mark
        return [at for at in range(start, end) if mark(at)]

    def commas(self, start: int, end: int) -> Sequence[int]:
        """Give the commas outside quotations and brackets from `start` to before `end`."""
        return self._commas[bisect_left(self._commas, start) : bisect_left(self._commas, end)]


def _letters(starts: Sequence[int], ends: Sequence[int], quoted: Sequence[bool]) -> list[int]:
    """Count the quoted letters before each token."""
    parts = zip(starts, ends, quoted, strict=True)
    return list(accumulate([end - start if q else 0 for start, end, q in parts], initial=0))


def _commas(marks: Sequence[str]) -> list[int]:
    """Give the places of the commas outside brackets."""
    if _BRACKETS.isdisjoint(marks):
        return [at for at, mark in enumerate(marks) if mark == ","]
    return list(_outside_brackets(marks))


def _outside_brackets(marks: Sequence[str]) -> Iterator[int]:
    depth = 0
    for at, mark in enumerate(marks):
        if mark == "," and not depth:
            yield at
        elif mark in _BRACKETS:
            depth = max(0, depth + (mark in "([") - (mark in ")]"))


def _is_shouted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a name in capitals: 'BALT TODAY reported'."""
    return at > 0 and tokens[at].text.isupper() and tokens[at - 1].text.isupper()


@lru_cache(maxsize=100)
def _never(size: int) -> Sequence[bool]:
    """Give for so many tokens that no day covers any."""
    return (False,) * size


def _timed(tokens: Sequence[Token], starts: Sequence[int], days: Sequence[Span]) -> Sequence[bool]:
    """Tell for every token whether a day covers it; the days come in order."""
    if not days:
        return _never(len(tokens))
    first = bisect_right(days, starts[0], key=_end)
    last = bisect_left(days, tokens[-1].end, key=_start)
    if first >= last:
        return _never(len(tokens))
    timed = [False] * len(tokens)
    for day in days[first:last]:
        for at in range(bisect_left(starts, day.start), bisect_left(starts, day.end)):
            timed[at] = not _is_shouted(tokens, at)
    return timed
