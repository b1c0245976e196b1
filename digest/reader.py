"""The body of an article as Python-Markdown reads it, block by block, without its markup.

Raw HTML and entities are switched off: `<b>` and `&amp;` in an article are text.
Every line with a letter or a digit is part of exactly one block, but for those
that define a link's target (`[1]: https://…`), which no reader of Markdown sees.

What a block means (a caption, a byline, a statement) is not this module's business.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor
from markdown.util import AtomicString

from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import BlockKind


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that Markdown sets apart from the next.

    Attributes:
        line: the line of the body on which it begins, counted from 0.
        text: its words without markup; line breaks and runs of blanks are one blank.
    """

    kind: BlockKind
    line: int
    text: str


def read(body: str) -> tuple[Block, ...]:
    """Read a body of Markdown.

    A body so full of markup that Python-Markdown would take seconds over it, or
    lose itself in its nesting, is no writing of anybody's and is read as plain
    text: one paragraph between blank lines, with every sign in place.

    Args:
        body: Markdown with line feeds for line ends.

    Returns:
        The blocks in the order of the text, none of them empty.
    """
    # Python-Markdown keeps its own marks between STX and ETX.
    lines = _CONTROL.sub(" ", body).split("\n")
    if _is_bearable(lines):
        try:
            return tuple(_blocks(lines))
        except RecursionError:
            pass  # emphasis and links nest too, in ways that no line shows beforehand
    return tuple(_plain(lines))


# Not the tab: it indents, and Python-Markdown knows how far.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


# ------------------------------------------------------------------ bearable


def _is_bearable(lines: list[str]) -> bool:
    """Tell whether Python-Markdown will be done with these lines in about a second.

    It looks at the rest of a block again for every sign in it, at every character
    of the rest for every bracket, and copies a block of code for every part of it.
    """
    marks = work = code = 0
    for chunk in "\n".join(lines).split("\n\n"):
        brackets = len(_BRACKET.findall(chunk))
        here = len(_MARK.findall(chunk)) + brackets
        code = code + len(chunk) if chunk.startswith(_CODE) else 0
        marks += here + 1
        work += len(chunk) * (here + _BRACKET_WEIGHT * brackets) + code
    nested = any(_NESTING.match(line) or _INDENT.match(line) for line in lines)
    return not nested and marks <= _MOST_MARKS and work <= _MOST_WORK


_MARK = re.compile(r"[\\`*_<!#>=\n]")
_BRACKET = re.compile(r"[\[(]")
_BRACKET_WEIGHT = 25
_CODE = ("    ", "\t", " \t", "  \t", "   \t", "\n")
_MOST_MARKS = 20_000
_MOST_WORK = 50_000_000
_NESTING = re.compile(r"(?:[ \t]*(?:>|[*+-][ \t]|\d+\.[ \t])){17}")
_INDENT = re.compile(r"(?: {0,3}\t| {4}){17}")


def _plain(lines: list[str]) -> Iterator[Block]:
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end].strip():
            text = squeeze(" ".join(lines[start:end]))
            if text:
                yield Block("paragraph", start, text)
            start = end + 1


# ------------------------------------------------------------ Markdown to tree


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Give what Markdown finds and, in their places, the lines that it swallows."""
    parser = _parser()
    root = _tree(parser, lines)
    shadow = _tree(_parser(), [_shadow(line, number) for number, line in enumerate(lines)])
    trace = _Trace(lines)
    trace.follow(root, shadow)
    _read_inline(parser, root)
    found = [block for child in root for block in _walk(child, "paragraph", trace)]
    yield from sorted((*found, *trace.swallowed()), key=lambda block: block.line)


def _parser() -> Markdown:
    parser = Markdown()
    parser.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        parser.inlinePatterns.deregister(name)
    parser.inlinePatterns.register(_CodeSpan(BACKTICK_RE), "backtick", 190)
    parser.treeprocessors.deregister("prettify")
    return parser


class _CodeSpan(BacktickInlineProcessor):
    """Leaves the code in a span as it is written: nothing escaped, no blank taken away."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, Element):
            written, code = data[start:end], html.unescape(found.text or "")
            at = written.find(code)
            # Without its outer blanks the code would run into the words around it.
            before = " " if written[:at][-1:].isspace() else ""
            behind = " " if written[at + len(code) :][:1].isspace() else ""
            found.text = AtomicString(before + code + behind)
        return found, start, end


def _tree(parser: Markdown, lines: list[str]) -> Element:
    """Give the blocks as Markdown sees them, their text still with its inline markup."""
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    # One at a time: Python-Markdown takes each from the head of a list, all others moving up.
    for chunk in "\n".join(lines).split("\n\n"):
        parser.parser.parseBlocks(root, [chunk])
    for code in root.iter("code"):
        code.text = AtomicString(html.unescape(code.text or ""))
    return root


def _read_inline(parser: Markdown, root: Element) -> None:
    for child in root:
        # Alone for the same reason: the work grows with the square of what is handed over.
        block = Element("div")
        block.append(child)
        for processor in parser.treeprocessors:
            processor.run(block)


# --------------------------------------------------------------- tree to lines


def _shadow(line: str, number: int) -> str:
    """Write a line so that each letter and digit of it tells its number.

    Which blocks Markdown finds depends on blanks, ASCII punctuation and where
    digits stand, never on which letter or digit it is. So the shadow of a body
    has the same tree, and its texts say what lines they come from.
    """
    digit = chr(_ZEROS[number % len(_ZEROS)])
    return _SIGN.sub(chr(_FIRST_SIGN + number), _DIGIT.sub(digit, line))


_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[A-Za-z]|[^\x00-\x7f\s\d]")
# The zeros of sixteen scripts.
_ZEROS = (
    *(0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66),
    *(0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040),
)
# Here begin 42,720 Chinese characters, more than a bearable body has lines.
_FIRST_SIGN = 0x20000


class _Origin(NamedTuple):
    """Where a text of the tree begins, and how it reads in the source."""

    line: int
    source: str


class _Trace:
    """Knows for each text of a tree the line it comes from, and which lines came to nothing."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._seen: set[int] = set()
        self._next = 0  # the first line after the last one seen
        self._origins: dict[tuple[Element, str], _Origin] = {}

    def follow(self, element: Element, shadow: Element) -> None:
        """Note the origin of every text below an element, in the order of the text."""
        self._note(element, "text", element.text, shadow.text)
        for child, mirror in zip(element, shadow, strict=True):
            self.follow(child, mirror)
            self._note(child, "tail", child.tail, mirror.tail)

    def origin(self, element: Element, part: Literal["text", "tail"]) -> _Origin | None:
        """Give the origin of an element's text or of the text behind it."""
        return self._origins.get((element, part))

    def swallowed(self) -> Iterator[Block]:
        """Give the lines with words that stand in no block, though nobody's link needs them."""
        for number, line in enumerate(self._lines):
            if number not in self._seen and _has_words(line) and not _DEFINITION.match(line):
                yield Block("paragraph", number, squeeze(line))

    def _note(self, element: Element, part: str, text: str | None, shadow: str | None) -> None:
        if not text or not shadow or not text.strip():
            return
        head = len(text) - len(text.lstrip("\n"))
        numbers = [self._number(line) for line in shadow[head:].split("\n")]
        known = next(
            ((at, number) for at, number in enumerate(numbers) if number is not None), None
        )
        first = known[1] - known[0] if known else self._find(text[head:].split("\n")[0])
        # A line of signs alone tells no number; it stands among its neighbours.
        self._seen.update(
            first + at if number is None else number for at, number in enumerate(numbers)
        )
        self._origins[element, part] = _Origin(max(first, 0), text)

    def _number(self, shadow: str) -> int | None:
        """Read a line's number from its shadow; None where it has no letter or digit."""
        number = None
        if sign := _SIGN.search(shadow):
            number = ord(sign[0]) - _FIRST_SIGN
        elif digit := _DIGIT.search(shadow):
            # One in sixteen lines has it; it is the nearest one, for Markdown keeps the order.
            rest = _ZEROS.index(ord(digit[0]))
            number = self._next + (rest - self._next) % len(_ZEROS)
        if number is not None:
            self._next = number + 1
        return number

    def _find(self, words: str) -> int:
        """Look for the line of a text without letter and digit; its shadow tells nothing."""
        signs = "".join(words.split())
        for number in range(self._next, len(self._lines)):
            if signs in "".join(self._lines[number].split()):
                self._next = number + 1
                return number
        return self._next


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


# Of a link's target, and not '[Editor]: corrected', which Markdown would swallow as well.
_DEFINITION = re.compile(r"[\s>*+-]*\[[^\[\]]*\]:\s*(?:<|[./#]|\w+:|\S+/)")


# --------------------------------------------------------------- tree to words


def _walk(element: Element, kind: BlockKind, trace: _Trace) -> Iterator[Block]:
    """Give the blocks of an element, which `kind` stands around."""
    kind = _KINDS.get(element.tag, kind)
    run = _Run(kind, trace.origin(element, "text"), element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield from run.block()
            yield from _walk(child, kind, trace)
            run = _Run(kind, trace.origin(child, "tail"), child.tail)
        else:
            run.add(child, trace.origin(child, "text"))
    yield from run.block()


_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("ul", "ol", "li"), "item"),
    "blockquote": "quote",
    "pre": "code",
}
_BLOCKS = {"p", "hr", *_KINDS}


class _Run:
    """The words between two elements that stand for blocks, as they are gathered."""

    def __init__(self, kind: BlockKind, origin: _Origin | None, text: str | None) -> None:
        self._kind = kind
        self._origin = origin
        self._words = [text or ""]
        self._words_but_images = [text or ""]
        self._has_image = False

    def add(self, element: Element, origin: _Origin | None) -> None:
        """Add an inline element and the text behind it."""
        self._origin = self._origin or origin
        for line_break in element.iter("br"):
            line_break.text = "\n"
        self._words_but_images += [*element.itertext(), element.tail or ""]
        for image in element.iter("img"):
            image.text = image.get("alt")
            self._has_image = True
        self._words += [*element.itertext(), element.tail or ""]

    def block(self) -> Iterator[Block]:
        """Give the block, if there is anything to read in it."""
        if self._origin is None:
            return
        text = squeeze("".join(self._words))
        is_image = self._has_image and not squeeze("".join(self._words_but_images))
        if not text and _has_words(self._origin.source):
            text = squeeze(self._origin.source)  # an image without words: then its own
        if text:
            yield Block("image" if is_image else self._kind, self._origin.line, text)
