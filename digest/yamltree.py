"""YAML as plain values that know their line; the strict half of YAML and no more.

Settings and front matter are written by hand and come from strangers: every
scalar stays the string that was written (`no` is not False, `2023-11-14` is not
a date), and whatever could surprise a reader or blow up (anchors, aliases, tags,
several documents, deep nesting, a key given twice) is a problem with its line.

What the keys mean is not this module's business; see `config` and `sourcefile`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import yaml

from digest.errors import Problem
from digest.text import cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# PyYAML takes some seconds for a megabyte, and nobody writes that much by hand.
LONGEST = 200_000
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written, without its quotation marks."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in the order of the file, each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node = Scalar | Sequence | Mapping


def parse(text: str, file: str, problems: list[Problem], *, first_line: int = 1) -> Node | None:
    """Read one YAML document.

    Args:
        text: the document, with line feeds for line ends.
        file: what messages call the file.
        problems: gets everything that is wrong with it.
        first_line: the line of the file on which `text` begins.

    Returns:
        The document's value; None for an empty document, or when it is too
        broken to look further into it.
    """
    if len(text) > LONGEST:
        problems.append(
            Problem(file, first_line, f"has {len(text):,} characters of YAML", _LONGEST_EXPECTED)
        )
        return None
    reader = _Reader(text, file, problems, first_line)
    try:
        return reader.document()
    except _RefusedError as refused:
        problems.append(refused.problem)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The latter two are PyYAML's own slips: "\\UFFFFFFFF" goes straight to chr().
        problems.append(reader.syntax_problem(error))
    return None


def quoted(text: str) -> str:
    """Write a string as a YAML scalar on one line that `parse` reads back exactly."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    # Not only control characters: YAML folds U+0085, U+2028 and U+2029 as line breaks.
    return char if char.isprintable() else f"\\U{ord(char):08x}"


_LONGEST_EXPECTED = f"expected at most {LONGEST:,}"


# YAML's "\\ud800" is no character, and no file could be written with it.
_SURROGATE = re.compile("[\ud800-\udfff]")


class _RefusedError(Exception):
    """A feature of YAML that is not taken here; ends the reading of the document."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Builds the tree from PyYAML's events.

    From events and not from `yaml.compose`, which follows aliases and descends
    as deep as the file says before anybody can object.
    """

    def __init__(self, text: str, file: str, problems: list[Problem], first_line: int) -> None:
        self._text = text
        self._file = file
        self._problems = problems
        self._first_line = first_line
        self._breaks = [place for place, char in enumerate(text) if char == "\n"]
        self._events = self._read_events()
        self._place = 0  # how far PyYAML came, in characters

    def document(self) -> Node | None:
        root = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refused(event, "begins a second YAML document", "one document")
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def syntax_problem(self, error: Exception) -> Problem:
        if isinstance(error, yaml.reader.ReaderError):
            what = f"has a character that YAML does not allow (U+{int(error.character):04X})"
            return Problem(self._file, self._line(int(error.position)), what, "remove it")
        marked = error if isinstance(error, yaml.MarkedYAMLError) else None
        reason = (marked and marked.problem) or "it is broken"
        place = marked and marked.problem_mark
        line = self._line(place.index) if place else self._line(self._place)
        expected = "a value with ': ', ' #', '\\' or a quotation mark in it needs quotes around it"
        return Problem(self._file, line, f"cannot be read as YAML: {reason}", expected)

    def _read_events(self) -> Iterator[yaml.Event]:
        loader = yaml.SafeLoader(self._text)
        try:
            while loader.check_event():
                yield loader.get_event()  # type: ignore[no-untyped-call]
        finally:
            self._place = loader.index

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        self._refuse_surprises(event, depth)
        line = self._line_of(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(child, depth + 1) for child in self._children())
            return Sequence(items, line)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(depth + 1)), line)
        text = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if _SURROGATE.search(text):
            raise self._refused(event, "has half a character (a surrogate)", "whole characters")
        return Scalar(text, line)

    def _children(self) -> Iterator[yaml.NodeEvent]:
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                return  # the end of this list or mapping
            yield event

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in self._children():
            key = self._node(event, depth)
            value = self._node(self._next_node(), depth)
            if not isinstance(key, Scalar):
                self._report(key.line, "has a list or a mapping for a key", "expected a word")
            elif key.text in seen:
                what = f"gives {cite(key.text)} again"
                self._report(key.line, what, f"it stands on line {seen[key.text]} already")
            else:
                seen[key.text] = key.line
                yield key, value

    def _next_node(self) -> yaml.NodeEvent:
        event = next(self._events)
        assert isinstance(event, yaml.NodeEvent)  # noqa: S101 - a key always has a value event
        return event

    def _refuse_surprises(self, event: yaml.NodeEvent, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(event, f"has an alias (*{event.anchor})", "the value itself")
        if event.anchor:
            raise self._refused(event, f"has an anchor (&{event.anchor})", "the value alone")
        if isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) and event.tag:
            what = f"has a tag ({cite(event.tag)})"
            raise self._refused(event, what, "the value alone; quote it if it begins with '!'")
        if depth > DEEPEST:
            what = f"is nested more than {DEEPEST} levels deep"
            raise self._refused(event, what, "a plain list of keys and values")

    def _refused(self, event: yaml.Event, what: str, expected: str) -> _RefusedError:
        line = self._line_of(event)
        return _RefusedError(Problem(self._file, line, what, f"expected {expected}"))

    def _report(self, line: int, what: str, expected: str) -> None:
        self._problems.append(Problem(self._file, line, what, expected))

    def _line_of(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._line(mark.index if mark else self._place)

    def _line(self, index: int) -> int:
        # PyYAML's own line numbers also count U+0085, U+2028 and U+2029, as no editor does.
        return self._first_line + bisect_left(self._breaks, index)


class Fields:
    """A mapping read key by key, strictly.

    Every method gives the value of a key, or the stated default together with a
    problem where the value is of another shape than expected.
    """

    def __init__(
        self, mapping: Mapping, known: Iterable[str], file: str, problems: list[Problem]
    ) -> None:
        """Keep what is known and report every other key."""
        self.line = mapping.line
        self._file = file
        self._problems = problems
        self._values: dict[str, tuple[Scalar, Node]] = {}
        names = tuple(known)
        for key, value in mapping.entries:
            if key.text in names:
                self._values[key.text] = (key, value)
            else:
                self.report(key.line, f"unknown key {cite(key.text)}", suggest(key.text, names))

    @property
    def given(self) -> frozenset[str]:
        """The known keys that are there."""
        return frozenset(self._values)

    def report(self, line: int, what: str, expected: str) -> None:
        """Add a problem of this file."""
        self._problems.append(Problem(self._file, line, what, expected))

    def line_of(self, key: str) -> int:
        """Give the line of a key, or of the mapping where the key is missing."""
        return self._values[key][0].line if key in self._values else self.line

    def is_blank(self, key: str) -> bool:
        """Tell whether a key is there and nothing behind it."""
        return key in self._values and self._value(key) is None

    def text(self, key: str) -> str | None:
        """Give the text of a key; None where it is missing or blank."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, Scalar):
            return value.text if value.text.strip() else None
        self.report(value.line, f"{key} is {_shape(value)}", "expected a text")
        return None

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """Give the items of a list of texts; none where the key is missing."""
        items = self._items(key, "expected a list of texts, such as [one, two]")
        for item in items:
            if not isinstance(item, Scalar) or not item.text.strip():
                self.report(item.line, f"{key} has {_shape(item)} in it", "expected a text")
        return tuple(item for item in items if isinstance(item, Scalar) and item.text.strip())

    def text_or_texts(self, key: str) -> tuple[Scalar, ...]:
        """Give a text, or the items of a list of texts; none where the key is missing."""
        value = self._value(key)
        return (value,) if isinstance(value, Scalar) else self.texts(key)

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        """Give the items of a list of mappings; none where the key is missing."""
        items = self._items(key, "expected a list, each item beginning with '- '")
        for item in items:
            if not isinstance(item, Mapping):
                what = f"{key} has {_shape(item)} in it"
                self.report(item.line, what, "expected keys and values, such as '- id: …'")
        return tuple(item for item in items if isinstance(item, Mapping))

    def mapping(self, key: str) -> Mapping | None:
        """Give the keys and values below a key; None where it is missing or blank."""
        value = self._value(key)
        if value is None or isinstance(value, Mapping):
            return value
        self.report(value.line, f"{key} is {_shape(value)}", "expected keys and values below it")
        return None

    def number(self, key: str, least: float, most: float) -> float | None:
        """Give a number within bounds; None where the key is missing or blank."""
        value = self._value(key)
        if value is None:
            return None
        found = _number(value.text) if isinstance(value, Scalar) else None
        if found is not None and least <= found <= most:
            return found
        shown = cite(value.text) if isinstance(value, Scalar) else _shape(value)
        self.report(value.line, f"{key} is {shown}", f"expected a number from {least} to {most}")
        return None

    def flag(self, key: str) -> bool:
        """Give a yes or no; no where the key is missing."""
        value = self._value(key)
        word = value.text.lower() if isinstance(value, Scalar) else None
        if value is not None and word not in _FLAGS:
            found = cite(value.text) if isinstance(value, Scalar) else _shape(value)
            self.report(value.line, f"{key} is {found}", "expected yes or no")
        return _FLAGS.get(word or "", False)

    def _items(self, key: str, expected: str) -> tuple[Node, ...]:
        value = self._value(key)
        if value is None:
            return ()
        if isinstance(value, Sequence):
            return value.items
        self.report(value.line, f"{key} is {_shape(value)}", expected)
        return ()

    def _value(self, key: str) -> Node | None:
        """Give a key's value; a key with nothing behind it counts as left out."""
        value = self._values[key][1] if key in self._values else None
        return None if isinstance(value, Scalar) and not value.text.strip() else value


_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text.strip()) else None


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return "a text" if node.text.strip() else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def suggest(word: str, known: Iterable[str]) -> str:
    """Say what somebody may have meant by a word that is not known, or what there is."""
    names = tuple(known)
    close = get_close_matches(word.lower(), names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"expected one of: {', '.join(names)}"
