"""What the files beside the pages show of the sources: feeds, the export, the table.

They say which paragraph of which file their words are, each in its own way. As with pages, only
what stands on the disk counts. A file that is broken shows nothing here; that it is not what the
sources give is found by comparing.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from digest.check.page import Shown, in_html, named
from digest.table import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The elements that hold an entry's HTML, in Atom and in RSS.
_CONTENTS = frozenset({"content", "description"})
_CONTENT_LINE = re.compile(r'^\s*"content_html":')
_TEXT_LINE = re.compile(r'^\s*"text":')


def shown_in(path: str, text: str) -> tuple[Shown, ...]:
    """Give the words of sources that a file has, in order; the ending of its name tells how."""
    try:
        return tuple(_READERS[PurePosixPath(path).suffix](text))
    except (expat.ExpatError, ValueError, csv.Error, LookupError, TypeError, AttributeError):
        return ()


# -------------------------------------------------------------------- feeds


def _in_xml(text: str) -> Iterator[Shown]:
    for line, content in _Contents.of(text):
        yield from in_html(content, line)


class _Contents:
    """Finds the HTML of the entries of a feed, each with its line."""

    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []
        self._words: list[str] | None = None
        self._line = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    @classmethod
    def of(cls, text: str) -> list[tuple[int, str]]:
        """Give the line of each, and the HTML."""
        reader = cls()
        reader._parser.Parse(text.encode(), True)  # noqa: FBT003 - expat's own way to say: all of it
        return reader._found

    def _start(self, tag: str, _: dict[str, str]) -> None:
        if tag in _CONTENTS:
            self._words, self._line = [], self._parser.CurrentLineNumber

    def _data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def _end(self, tag: str) -> None:
        if tag in _CONTENTS and self._words is not None:
            self._found.append((self._line, "".join(self._words)))
            self._words = None


# --------------------------------------------------------------------- JSON


def _in_json(text: str) -> Iterator[Shown]:
    content = json.loads(text)
    return _in_export(content, text) if "articles" in content else _in_json_feed(content, text)


def _in_json_feed(feed: dict[str, Any], text: str) -> Iterator[Shown]:
    contents = [item["content_html"] for item in feed["items"]]
    for content, line in zip(contents, _lines(_CONTENT_LINE, text, len(contents)), strict=True):
        yield from in_html(content, line)


def _in_export(export: dict[str, Any], text: str) -> Iterator[Shown]:
    own = [(a["file"], paragraph) for a in export["articles"] for paragraph in a["paragraphs"]]
    lines = _lines(_TEXT_LINE, text, len(own))
    for (file, paragraph), line in zip(own, lines, strict=True):
        yield named(paragraph["id"], f"{file}:{paragraph['line']}", paragraph["text"], line)


def _lines(pattern: re.Pattern[str], text: str, count: int) -> list[int | None]:
    """Give the lines of the values that a pattern finds, if they are as many as there should be.

    A reader of JSON keeps no lines; but we write every value on one of its own.
    """
    found = [number for number, line in enumerate(text.split("\n"), 1) if pattern.match(line)]
    return [*found] if len(found) == count else [None] * count


# ---------------------------------------------------------------------- CSV


def _in_csv(text: str) -> Iterator[Shown]:
    """Give the text of each row, and the words of the statement in it, if they are shown."""
    rows = csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True)
    for row in rows:
        paragraph, source = bare(row["paragraph"]), bare(row["source"])
        for words in filter(None, (row["text"], row["words"])):
            yield named(paragraph, source, bare(words), rows.line_num)


_READERS: dict[str, Callable[[str], Iterator[Shown]]] = {
    ".atom": _in_xml,
    ".rss": _in_xml,
    ".json": _in_json,
    ".csv": _in_csv,
}
