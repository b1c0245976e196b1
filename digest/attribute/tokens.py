"""Words and marks of a text with their offsets, and its quotations.

Nothing here knows what a word does in a sentence; see `grammar` for that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from digest.lexicon import rules, table
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(
    r"""
      '{2,3}|``                                   # double quotation marks of typewriters
    | (?:[^\W\d_]\.){2,}(?:-[^\W\d_]{2,})?         # U.S., J.K., U.S.-based
    | [^\W\d_]+(?i:n[’']t)\b                      # didn't
    | [’'](?i:s|re|ve|ll|d|m)\b                   # possessives and contractions
    | (?i:[ODLN]|al|el)[’'][^\W\d_]{2,}           # O'Neill
    | -{2,3}                                      # dashes of typewriters
    | [^\W_]+(?:[-‑.&/][^\W_]+|,\d{3}\b)*         # words, numbers, hyphenated words
    | \S
    """,
    re.VERBOSE,
)
# The name of a site, which is written small: 'baltwire.com'.
_SITE = re.compile(rf"[a-z0-9-]{{2,}}\.(?:{'|'.join(table('media')['words']['site'])})")
_INITIAL = re.compile(r"[^\W\d_]")
_PARTY = re.compile(r"[A-Z]-[A-Z][a-z]*(?:\.[A-Z])*")  # 'R-Ky.', 'D-N.Y.'
_SHORTENED = frozenset(
    word.lower() for key in ("before_names", "either") for word in table("sentences")["en"][key]
)
LONG_DASHES = frozenset({"—", "–", "--"})  # of print and of typewriters; none joins two words
DASHES = LONG_DASHES | {"-", "---"}
ENDS = LONG_DASHES | frozenset(".;:?!")  # end a clause, as a comma may not
_PARTICLE = 4  # letters up to which a word of a title may be small
_MARKS = str.maketrans("", "", '“”"„«»')  # around a name
_WORDS = 40_000  # that are kept known: few words make up most of a text
_LONG = 30  # letters; longer pieces of a text hardly come again
_ELIDED = frozenset(table("grammar")["words"]["elided"])


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        low: the text in lower case, apostrophes straight.
        quoted: whether it stands inside a quotation; its marks do too.
        is_word: whether it begins with a letter or a digit.
        is_capital: whether it begins with a capital letter.
    """

    text: str
    start: int
    end: int
    low: str
    quoted: bool
    is_word: bool
    is_capital: bool


def tokenize(text: str, quotes: tuple[Span, ...]) -> list[Token]:
    """Split a text into tokens, in order, that cover all but its blanks.

    The full stop of a title or an initial ('Sen.', 'J.') belongs to the word.

    Args:
        text: any text.
        quotes: its quotations, in order.
    """
    tokens: list[Token] = []
    make = tuple.__new__  # what Token(…) comes to, at half the time: nothing else is made so often
    ahead = iter((*quotes, Span(len(text), len(text))))
    opens, closes = next(ahead)
    begins = 0
    for chunk in text.split(" "):  # no token has a blank in it
        for word, at, behind, low, _, is_word, is_capital in _CHUNKS[chunk]:
            start = begins + at
            while start >= closes:
                opens, closes = next(ahead)
            token = (word, start, begins + behind, low, opens <= start, is_word, is_capital)
            tokens.append(make(Token, token))
        begins += len(chunk) + 1
    return tokens


class _Chunks(dict[str, "Sequence[Token]"]):
    """The tokens of pieces of text, such as 'said,', with their places in each."""

    def __missing__(self, text: str) -> Sequence[Token]:
        found = (token_of(text),) if text.isalnum() else _split(text)
        if len(self) >= _WORDS:
            self.clear()
        if len(text) < _LONG:
            self[text] = found
        return found


_CHUNKS = _Chunks()


def _split(text: str) -> Sequence[Token]:
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.findall(text):
        start = text.index(found, end)  # right there, behind blanks
        end = start + len(found)
        if found == "." and tokens and tokens[-1].end == start and _takes_stop(tokens[-1], text):
            last = tokens.pop()
            tokens.append(_moved(last.text + ".", last.start))
        else:
            tokens.append(_moved(found, start))
    return tokens


@lru_cache(maxsize=_WORDS)
def token_of(word: str) -> Token:
    """Give a word or a mark as the token that it is at the beginning of a text."""
    low = word.lower().replace("’", "'")
    low = word if low == word else low
    is_word = word[0].isalnum()
    is_capital = word[0].isupper() or ("." in word and _SITE.fullmatch(word) is not None)
    return Token(word, 0, len(word), low, quoted=False, is_word=is_word, is_capital=is_capital)


def _moved(word: str, at: int, *, quoted: bool = False) -> Token:
    """Give a word or a mark as the token that it is at some place."""
    text, _, size, low, _, is_word, is_capital = token_of(word)
    return Token(text, at, at + size, low, quoted, is_word, is_capital)


def parted(tokens: Sequence[Token], ends: Sequence[int]) -> list[Token]:
    """Part the tokens in which a sentence ends: 'late', '.' and 'The' of 'late.The'.

    Args:
        tokens: those of a text, in order.
        ends: where its sentences end, in order.
    """
    found: list[Token] = []
    for token in tokens:
        inside = ends[bisect_right(ends, token.start) : bisect_left(ends, token.end)]
        found += _parts(token, inside) if inside else (token,)
    return found


def _parts(token: Token, ends: Sequence[int]) -> Iterator[Token]:
    for start, end in pairwise((token.start, *ends, token.end)):
        at = start
        for found in _TOKEN.findall(token.text[start - token.start : end - token.start]):
            yield _moved(found, at, quoted=token.quoted)
            at += len(found)


def _takes_stop(token: Token, text: str) -> bool:
    goes_on = text[token.end + 1 : token.end + 2] in {",", ")"}
    if goes_on and _PARTY.fullmatch(token.text):
        return True
    if token.is_capital and token.low in _SHORTENED:
        return True
    return token.is_capital and token.text != "I" and _INITIAL.fullmatch(token.text) is not None


# ------------------------------------------------------------------ quotations

_MARK = re.compile(r"'''|''|'|``|\"|“|”|„|«|»|‘|’")  # literals alone are found quickest
_OPENING = ('"', "“", "„", "«", "‘", "``")  # one of these opens any quotation,
_LONE = re.compile(r"'(?<![^\W_]')")  # or else a straight mark that ends no word
_KINDS = {"“": "curly", "”": "curly", "„": "curly", "«": "angled", "»": "angled"}
_KINDS |= dict.fromkeys(('"', "''", "'''", "``"), "straight")
_DOUBLE = frozenset({"curly", "straight"})
POSSESSIVE = frozenset({"'s", "'"})
_BEFORE_OPENING = "([{—–-:,"
_FAR = 40  # marks of its kind to look through for the one that closes
_LONGEST_SINGLE = 600  # characters
_WORD = re.compile(r"\w+")


class _Mark(NamedTuple):
    """A sign that may open or close a quotation, or be an apostrophe."""

    sign: str
    start: int
    end: int
    kind: str
    opens: bool
    closes: bool
    doubtful: bool = False


def quotations(text: str) -> tuple[Span, ...]:
    """Give the outermost quotations of a paragraph, marks included, in order.

    Understands “ ”, « », „ “, straight and doubled single marks, and single
    quotation marks that are no apostrophes. One that is never closed runs to
    the end of the paragraph, as newspapers print a quotation that the next
    paragraph continues.
    """
    if not any(map(text.__contains__, _OPENING)) and _LONE.search(text) is None:
        return ()
    marks = [_mark(text, match) for match in _MARK.finditer(text)]
    found: list[Span] = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        closing = _end(marks, at) if opening.opens else None
        if closing is not None:
            found.append(Span(opening.start, marks[closing].end))
            at = closing
        elif opening.opens and opening.kind != "single":
            found.append(Span(opening.start, len(text)))
            break
        at += 1
    return tuple(found)


def is_title(words: Iterable[Token]) -> bool:
    """Whether all but the small ones of some words have capitals: 'The Long Bridge'."""
    return all(t.is_capital for t in words if t.is_word and len(t.text) > _PARTICLE)


def without_marks(words: str) -> str:
    """Give words without the quotation marks around a name among them: 'the Free Port party'."""
    return words if words.isalnum() else words.translate(_MARKS)


def names_in_marks(text: str, quotes: tuple[Span, ...]) -> frozenset[Span]:
    """Give the quotations that are nobody's words, but a name: 'the daily "Harbour Voice"'."""
    found = (m for rule in rules("quoted") for m in rule.pattern.finditer(text))
    return frozenset(Span(*m.span("name")) for m in found) & frozenset(quotes)


def _mark(text: str, match: re.Match[str]) -> _Mark:
    sign, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    kind = _KINDS.get(sign, "single")
    if kind == "single":
        word = _WORD.match(text, end)
        opens = word is not None and not _is_elided(word[0], sign)
        closes = sign != "‘" and not before.isspace() and not after.isalnum()
        # The apostrophe of a plural, 'the workers’ rights', looks like a closing mark.
        doubtful = closes and before == "s" and text[end + 1 : end + 2].islower()
        opens = opens and sign != "’" and not before.isalnum()
        return _Mark(sign, start, end, kind, opens, closes, doubtful)
    if kind == "straight":
        opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        opens = opens or (before in '.?!"' and after.isupper())  # 'It rained."We go," he said.'
        closes = not before.isspace() or after.isspace()
        return _Mark(sign, start, end, kind, opens or start == 0, closes)
    if sign == "“" and after.isspace() and not before.isspace():
        return _Mark(sign, start, end, kind, opens=False, closes=True)  # printed the wrong way
    return _Mark(sign, start, end, kind, sign in "“„«", sign in "”»")


def _is_elided(word: str, sign: str) -> bool:
    """Whether the sign stands for letters left out, as in 'em and '90s."""
    return word.lower() in _ELIDED or (sign == "'" and word[0].isdigit())


def _end(marks: list[_Mark], at: int) -> int | None:
    """Give the mark that ends the quotation that opens at a mark.

    Where the next mark is a straight one that only closes, nothing but this quotation can
    end there: '“Yes," she said. "No,” he said.'
    """
    mixed = _mixed(marks, at)
    if mixed is not None and marks[mixed].kind == "straight" != marks[at].kind:
        return mixed
    return _closing(marks, at) or mixed


def _mixed(marks: list[_Mark], at: int) -> int | None:
    """Give the next double mark if it closes, though it is of the other kind: '"Yes,” she said'."""
    if marks[at].kind not in _DOUBLE:
        return None
    ahead = range(at + 1, min(len(marks), at + _FAR))
    close = next((i for i in ahead if marks[i].kind in _DOUBLE), None)
    return close if close is not None and marks[close].closes and not marks[close].opens else None


def _closing(marks: list[_Mark], at: int) -> int | None:
    """Give the mark that closes the quotation that opens at a mark.

    Quotations of the same kind may stand inside; where they do not come out
    even, the first closing mark is taken.
    """
    opening = marks[at]
    first = None
    depth = seen = 0
    for i in range(at + 1, len(marks)):
        mark = marks[i]
        if mark.kind != opening.kind:
            continue
        seen += 1
        if seen > _FAR or (mark.kind == "single" and mark.start - opening.start > _LONGEST_SINGLE):
            break
        if mark.closes or (mark.sign == "“" and opening.sign == "„"):
            first = i if first is None else first
            if depth == 0 and not mark.doubtful:
                return i
            depth -= not mark.doubtful
        elif mark.opens:
            depth += 1
    return first
