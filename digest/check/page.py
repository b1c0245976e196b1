"""What a page shows of its sources, once Python-Markdown has rendered it.

Only what stands on the disk counts here; how the page was made does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown import Markdown

from digest.check.mkdocsyml import extensions
from digest.errors import DigestError, Problem
from digest.escape import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digest.check.mkdocsyml import Settings

# MkDocs adds these to whatever mkdocs.yml says…
_ALWAYS = ("toc", "tables", "fenced_code")
# …and these it must say, for the pages need them.
_NEEDED = ("attr_list", "md_in_html")


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that a page claims to have from a source.

    Attributes:
        paragraph: the id of the paragraph.
        file: the source that is named, and the `line` in it; 0 where it is no number.
        words: what a reader sees.
        page_line: the line of the page on which they stand.
        brief: whether the page says that it has them once more, in its summary.
    """

    paragraph: str
    file: str
    line: int
    words: str
    page_line: int | None
    brief: bool = False


class Pages:
    """Reads pages as the site's own settings make Markdown read them."""

    def __init__(self, config: Path | None) -> None:
        settings: dict[str, Settings] = {name: {} for name in _ALWAYS}
        settings |= extensions(config) if config else {name: {} for name in _NEEDED}
        try:
            self._markdown = Markdown(extensions=list(settings), extension_configs=settings)
        except Exception as error:  # each extension fails in its own way
            what = f"the Markdown extensions cannot be loaded ({error})"
            raise DigestError([Problem(str(config), None, what)]) from error

    def excerpts(self, page: str) -> tuple[Shown, ...]:
        """Give every excerpt of a page, in order."""
        front, body = _split(page)
        self._markdown.reset()
        found = _Excerpts.of(self._markdown.convert(body))
        # Markdown keeps no lines. But an excerpt is a line of HTML in it, so the same
        # reader finds the same excerpts there.
        lines = [line + front for _, _, line in _Excerpts.of(body)]
        places = lines if len(lines) == len(found) else [None] * len(found)
        return tuple(
            _shown(attributes, words, place)
            for (attributes, words, _), place in zip(found, places, strict=True)
        )


def in_html(markup: str, line: int | None) -> Iterator[Shown]:
    """Give every excerpt of HTML that stands on one line of a file."""
    for attributes, words, _ in _Excerpts.of(markup):
        yield _shown(attributes, words, line)


def named(
    paragraph: str, source: str, words: str, line: int | None, *, brief: bool = False
) -> Shown:
    """Give words of which somebody says that they stand in a source, as `file:line`."""
    file, _, number = source.rpartition(":")
    known = int(number) if number.isascii() and number.isdigit() else 0
    return Shown(paragraph, file, known, plain(words), line, brief)


def _shown(attributes: dict[str, str | None], words: str, line: int | None) -> Shown:
    paragraph, source = attributes.get("data-paragraph"), attributes["data-source"]
    brief = "data-brief" in attributes
    return named(paragraph or "", source or "", words, line, brief=brief)


def _split(page: str) -> tuple[int, str]:
    """Give the number of lines of the front matter, and what stands below it."""
    lines = page.split("\n")
    end = lines.index("---", 1) + 1 if lines[0] == "---" and "---" in lines[1:] else 0
    return end, "\n".join(lines[end:])


class _Excerpts(HTMLParser):
    """Finds the elements that name a source, and the words in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str, int]] = []
        self._tag = ""
        self._depth = 0
        self._words: list[str] = []

    @classmethod
    def of(cls, markup: str) -> list[tuple[dict[str, str | None], str, int]]:
        """Give the attributes of each such element, its words, and its line."""
        parser = cls()
        parser.feed(markup)
        parser.close()
        return [(attributes, "".join(words), line) for attributes, words, line in parser.found]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._depth:
            self._depth += tag == self._tag
        elif "data-source" in attributes:
            self._tag, self._depth, self._words = tag, 1, []
            self._start = attributes, self.getpos()[0]

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == self._tag:
            self._depth -= 1
            if not self._depth:
                attributes, line = self._start
                self.found.append((attributes, "".join(self._words), line))

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._words.append(data)
