"""Whether a source file says certain words, and where: asked of the file itself.

Written a second time and simply, on purpose. The stages read a file block by block, with
lines and sentences; here a file is searched for words, so that a mistake of theirs shows.
"""

from __future__ import annotations

import html
import re
from bisect import bisect
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor
from markdown.util import AtomicString

from digest.escape import plain
from digest.text import cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset({"blockquote", "div", "hr", "li", "ol", "p", "pre", "ul", *_HEADINGS})

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # not the tab, which indents
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"^\W*\d+\.\s")  # of a list
_BEFORE_WORDS = re.compile(r"^[\W_]+")
_TARGET = re.compile(r"(?<=\])\([^()]*\)")
_HIDING = re.compile(r"!\[|\]\[|\]:")  # a picture, and links whose targets stand elsewhere
_WITHIN_WORDS = str.maketrans("", "", "*_`\\[]<>")  # markup that may stand in the middle of one

# For each sign Python-Markdown looks at the rest of its block, and for a bracket at each character
# of it. Nobody writes as much markup by hand as would take it more than some seconds.
_SIGN = re.compile(r"[\\`*_<!#>=]")
_BRACKET = re.compile(r"[\[(]")
_BRACKET_WEIGHT = 25
_MOST_WORK = 200_000_000

_AROUND = 25  # characters cited on either side of the place where words depart from the source


class Source:
    """A source file, as text with line feeds for line ends, that can be asked for words."""

    def __init__(self, text: str) -> None:
        self._lines = [_CONTROL.sub(" ", line) for line in text.split("\n")]
        self._first = _body_line(self._lines)

    def missing(self, words: str) -> str | None:
        """Say where words depart from what the file says; None where it says them."""
        core = _core(words)
        if any(core in text for text in self._texts()):
            return None
        return f"{cite(self._departure(core))} is not in the source"

    def misplaced(self, words: str, line: int) -> str | None:
        """Say why words that the file has are not a paragraph that begins on `line`, or None."""
        core = _core(words)
        if self._begins(core, line):
            return None
        if not any(_opens(text, core) for text in self._texts()):
            return f"{cite(words)} is not the beginning of a paragraph of the source"
        places = [f"on line {place}" for place in self._body_lines if self._begins(core, place)]
        if line in self._body_lines and (not places or self._is_hidden(core, line)):
            return None
        where = " or ".join(places) or "elsewhere"
        return f"{cite(words)} does not stand on line {line} of the source but {where}"

    def unseen(self, shown: str) -> Iterator[tuple[int | None, str]]:
        """Give each block of the text that `shown` leaves out, and its line where it is known.

        Args:
            shown: everything that the source's page shows of it, in order.
        """
        written = list(_missing(self._chunks, shown))
        # Markup is not shown. Where there is some, what Markdown makes of it decides.
        if not written or not self._rendered:
            yield from written
            return
        for _, block in _missing([(0, block) for block in self._rendered], shown):
            opening = block[:_AROUND]
            yield next((line for line, chunk in written if opening in chunk), None), block

    def _begins(self, core: str, line: int) -> bool:
        """Tell whether the words begin on a line."""
        written = self._written(line)
        if _opens(written, core):
            return True
        if not written or not any(_opens(text, core) for text in self._rendered):
            return False
        # Code has blank lines in it, so a paragraph need not end at the next one.
        return _follows(_words(core), _words(" ".join(self._lines[line - 1 :])))

    def _is_hidden(self, core: str, line: int) -> bool:
        """Tell whether signs alone, which stand in many places, or markup forbid to be exact."""
        return not _words(core) or _HIDING.search(self._written(line)) is not None

    def _departure(self, core: str) -> str:
        """Give the words around the place from which the source has others."""
        texts = list(self._texts())
        lengths = range(len(core) + 1)
        known = bisect(lengths, 0, key=lambda n: not any(core[:n] in text for text in texts))
        return core[max(known - 1 - _AROUND, 0) : known - 1 + _AROUND]

    def _written(self, line: int) -> str:
        """Give the raw words from a line to the next blank one; none above or below the text."""
        if line not in self._body_lines:
            return ""
        ends = (n for n in range(line - 1, len(self._lines)) if not self._lines[n].strip())
        return plain(" ".join(self._lines[line - 1 : next(ends, None)]))

    @property
    def _body_lines(self) -> range:
        return range(self._first, len(self._lines) + 1)

    @cached_property
    def _chunks(self) -> list[tuple[int, str]]:
        """Give the raw text between blank lines, each stretch with its first line."""
        is_blank = [True, *(not line.strip() for line in self._lines)]
        is_blank[self._first - 1] = True
        starts = [n for n in self._body_lines if is_blank[n - 1] and not is_blank[n]]
        return [(start, self._written(start)) for start in starts]

    @cached_property
    def _rendered(self) -> list[str]:
        """Give the text of each block that Markdown makes; none where it would take too long."""
        if sum(_work(chunk) for _, chunk in self._chunks) > _MOST_WORK:
            return []
        try:
            blocks = _Words.of(_markdown().convert("\n".join(self._lines[self._first - 1 :])))
        except RecursionError:
            return []
        return [text for block in blocks if (text := plain(block))]

    def _texts(self) -> Iterator[str]:
        """Give every text that words may stand in; rendering comes last, for it takes long."""
        for _, chunk in self._chunks:
            yield chunk
        yield from self._rendered


def _body_line(lines: list[str]) -> int:
    """Give the line on which the text begins, below the front matter."""
    fences = [number for number, line in enumerate(lines, 1) if line.rstrip() == "---"]
    return fences[1] + 1 if len(fences) > 1 else 1


def _work(block: str) -> int:
    """Say how long a block of Markdown takes to render, in no unit."""
    weight = len(_SIGN.findall(block)) + _BRACKET_WEIGHT * len(_BRACKET.findall(block))
    return len(block) * weight


def _core(words: str) -> str:
    """Take off what stands before the first letter or digit, unless there is none."""
    return _BEFORE_WORDS.sub("", words) or words


def _words(text: str) -> list[str]:
    """Give the words of a text, leaving aside what Markdown hides."""
    return _WORD.findall(_TARGET.sub("", text).translate(_WITHIN_WORDS))


def _opens(text: str, core: str) -> bool:
    return any(_core(each).startswith(core) for each in (text, _NUMBER.sub("", text)))


def _follows(words: list[str], others: list[str]) -> bool:
    """Tell whether the words are the others, but for numbers of lists and hidden ones."""
    if not words or words[0] not in others:
        return False
    start = others.index(words[0])
    rest = iter(others[start:])
    return all(map(str.isdigit, others[:start])) and all(word in rest for word in words)


def _missing(blocks: Iterable[tuple[int, str]], shown: str) -> Iterator[tuple[int, str]]:
    """Give the blocks that do not follow one another in what is shown, blanks aside."""
    shown, end = _without_blanks(shown), 0
    for line, block in blocks:
        words = _without_blanks(block)
        start = shown.find(words, end)
        if start < 0:
            yield line, block
        else:
            end = start + len(words)


def _without_blanks(text: str) -> str:
    return "".join(text.split())


# ---------------------------------------------------------------- rendering


def _markdown() -> Markdown:
    """Give a Markdown to which HTML and entities are text, as they are in an article."""
    markdown = Markdown()
    markdown.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        markdown.inlinePatterns.deregister(name)
    markdown.inlinePatterns.register(_CodeSpan(BACKTICK_RE), "backtick", 190)
    # Its own serializer would leave '&amp;' as it is, and the article's five signs be one.
    markdown.serializer = _serialized
    return markdown


class _CodeSpan(BacktickInlineProcessor):
    """Takes code as it is written, with the blanks that keep it apart from its neighbours."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, ET.Element) and found.text:
            code = html.unescape(found.text)
            before, _, behind = data[start:end].partition(code)
            blanks = " " * before[-1:].isspace(), " " * behind[:1].isspace()
            found.text = AtomicString(code.join(blanks))
        return found, start, end


def _serialized(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode")


class _Words(HTMLParser):
    """Takes the markup off, and keeps the blocks apart."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[list[str]] = [[]]
        self._preformatted = 0

    @classmethod
    def of(cls, markup: str) -> list[str]:
        """Give the text of each block, in order."""
        parser = cls()
        parser.feed(markup)
        parser.close()
        return ["".join(words) for words in parser._blocks]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._preformatted += tag == "pre"
        if tag in _BLOCKS:
            self._blocks.append([])
        elif tag == "br":
            self._blocks[-1].append("\n")
        elif tag == "img":
            self._blocks[-1].append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self._preformatted -= tag == "pre"
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        # Python-Markdown spells a block of code for HTML before anybody asks it to.
        self._blocks[-1].append(html.unescape(data) if self._preformatted else data)
