"""Reads a labels file: what readers say that every line of some articles is.

The format is that of `gold/armenia-csto-own.yml`, which explains itself in its
head. Everything is read as text (YAML's base schema), so that `no` stays a word
and `1:30` does not become a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

FURNITURE = frozenset({"title", "caption", "byline", "boilerplate"})
KINDS = FURNITURE | {"text", "heading"}
LINE_KEYS = frozenset({"kind", "section", "speaker", "country"})
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


class LabelsError(ValueError):
    """A labels file says something that cannot be meant."""


class LineId(NamedTuple):
    """A line by its article's key and its number from 0."""

    article: str
    number: int

    def __str__(self) -> str:
        return f"{PurePath(self.article).stem}:{self.number}"


Pair = frozenset[LineId]


@dataclass(frozen=True, slots=True)
class LineLabel:
    """What a reader says of one line.

    Attributes:
        kind: title, caption, byline, boilerplate, heading or text.
        sections: the ids of every defensible section, the best first.
        speakers: who is reported, the main one first; empty where nobody is,
            None where the label does not say (page furniture).
        country: the side of the main speaker; None where nobody speaks.
    """

    id: LineId
    kind: str
    sections: tuple[str, ...]
    speakers: tuple[str, ...] | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ArticleLabels:
    """What a reader says of one article; `outlet` is None where it is unknown."""

    key: str
    outlet: str | None
    published: date | None
    lines: tuple[LineLabel, ...]


@dataclass(frozen=True, slots=True)
class EventLabel:
    """An event and the keys of the articles that mainly report it."""

    place: str
    date: date
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """One labels file.

    Attributes:
        same: pairs that must be folded into one.
        may: pairs that may be folded or left.
        apart: the pairs that look most alike and must never be folded.
    """

    articles: tuple[ArticleLabels, ...]
    same: frozenset[Pair]
    may: frozenset[Pair]
    apart: frozenset[Pair]
    events: tuple[EventLabel, ...]


def read_labels(path: Path) -> Labels:
    """Read one labels file.

    Args:
        path: a YAML file with `articles`, `overlap` and `events`.

    Returns:
        The labels, every reference resolved to an article's key.

    Raises:
        LabelsError: a key or kind is unknown, or a reference leads nowhere.
    """
    text = path.read_text(encoding="utf-8")
    # The base loader makes nothing but text, lists and mappings.
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    articles = tuple(_article(key, value) for key, value in raw["articles"].items())
    ids = {line.id for article in articles for line in article.lines}
    overlap = raw.get("overlap", {})
    same, may, apart = (_pairs(overlap.get(name, ()), ids) for name in ("same", "may", "apart"))
    keys = [article.key for article in articles]
    events = tuple(_event(value, keys) for value in raw.get("events", ()))
    return Labels(articles, same, may, apart, events)


def lines_of(text: str) -> list[str]:
    """Give the non-blank lines of an article's text, front matter left out.

    Args:
        text: a source file as it lies on the disk.

    Returns:
        The lines in order; a label's number counts them from 0.
    """
    body = FRONT_MATTER.sub("", text.removeprefix("\ufeff"))
    return [line for line in body.splitlines() if line.strip()]


def check_lines(article: ArticleLabels, lines: Sequence[str]) -> None:
    """Make sure that an article's labels are about this text.

    Args:
        article: the labels; every line has one.
        lines: the article's non-blank lines.

    Raises:
        LabelsError: there are more or fewer lines than labels.
    """
    numbers = [line.id.number for line in article.lines]
    if numbers != list(range(len(lines))):
        raise LabelsError(f"{article.key}: {len(lines)} lines of text, {len(numbers)} labels")


def _article(key: str, raw: Mapping[str, Any]) -> ArticleLabels:
    outlet = raw.get("outlet")
    published = raw.get("published")
    return ArticleLabels(
        key=key,
        outlet=None if outlet in {None, "unknown"} else outlet,
        published=date.fromisoformat(published) if published else None,
        lines=tuple(_line(LineId(key, int(n)), line) for n, line in raw["lines"].items()),
    )


def _line(line: LineId, raw: Mapping[str, Any]) -> LineLabel:
    if unknown := raw.keys() - LINE_KEYS:
        raise LabelsError(f"{line}: unknown {sorted(unknown)}, expected {sorted(LINE_KEYS)}")
    kind = raw.get("kind", "text")
    if kind not in KINDS:
        raise LabelsError(f"{line}: kind '{kind}', expected one of {sorted(KINDS)}")
    speakers = tuple(raw["speaker"]) if "speaker" in raw else None
    return LineLabel(line, kind, tuple(raw.get("section", ())), speakers, raw.get("country"))


def _pairs(raw: Iterable[Sequence[str]], ids: set[LineId]) -> frozenset[Pair]:
    keys = sorted({line.article for line in ids})
    pairs = frozenset(frozenset(_reference(name, keys) for name in pair) for pair in raw)
    if lost := {line for pair in pairs for line in pair} - ids:
        raise LabelsError(f"overlap names lines without a label: {sorted(map(str, lost))}")
    return pairs


def _reference(name: str, keys: Sequence[str]) -> LineId:
    article, _, number = name.rpartition(":")
    return LineId(_key(article, keys), int(number))


def _key(name: str, keys: Sequence[str]) -> str:
    """Resolve `004` or a file's stem to the one article it stands for."""
    exact = [key for key in keys if name in {key, PurePath(key).stem}]
    found = exact or [key for key in keys if key.startswith(name)]
    if len(found) != 1:
        raise LabelsError(f"'{name}' names {len(found)} articles, expected one")
    return found[0]


def _event(raw: Mapping[str, Any], keys: Sequence[str]) -> EventLabel:
    articles = tuple(_key(name, keys) for name in raw["articles"])
    return EventLabel(raw["place"], date.fromisoformat(raw["date"]), articles)
