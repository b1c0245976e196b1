"""The part of `digest export` that the gate reads, as frozen types.

Follows the names that the export promises other programs, and reads nothing
else of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Raw = dict[str, Any]


class ExportError(ValueError):
    """The export lacks something that its schema promises."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something reported of somebody; offsets count characters of the paragraph's text."""

    speaker: str | None
    mention: str | None
    side: str | None
    start: int
    end: int
    said_on: str | None = None
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and what became of it; the main statement stands first."""

    id: str
    text: str
    kind: str
    fate: str
    family: str | None
    section: str | None
    statements: tuple[Statement, ...]

    @property
    def main(self) -> Statement | None:
        """The statement that the paragraph is mainly about."""
        return self.statements[0] if self.statements else None


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `event` is the id of the event that it mainly reports."""

    id: str
    file: str
    event: str | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def stem(self) -> str:
        """The source file's name without folder and ending."""
        return PurePath(self.file).stem


@dataclass(frozen=True, slots=True)
class Family:
    """Paragraph ids that tell a reader the same thing."""

    id: str
    keeper: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event; `date` as ISO text."""

    id: str
    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Export:
    """All of an export that the gate looks at.

    Attributes:
        sections: family id → id of the section that lists it.
    """

    articles: tuple[Article, ...]
    families: tuple[Family, ...]
    events: tuple[Event, ...]
    sections: Mapping[str, str]

    def by_stem(self) -> dict[str, Article]:
        """Give the articles by the stem of their file."""
        return {article.stem: article for article in self.articles}

    def by_id(self) -> dict[str, Paragraph]:
        """Give every paragraph by its id."""
        return {p.id: p for article in self.articles for p in article.paragraphs}


def read_export(raw: Raw) -> Export:
    """Turn the JSON object of `digest export` into types.

    Args:
        raw: the decoded object.

    Returns:
        The export.

    Raises:
        ExportError: a promised name is missing; the message says which.
    """
    try:
        return Export(
            articles=tuple(_article(item) for item in raw["articles"]),
            families=tuple(_family(item) for item in raw["families"]),
            events=tuple(_event(item) for item in raw["events"]),
            sections={name: item["id"] for item in raw["sections"] for name in item["families"]},
        )
    except KeyError as error:
        raise ExportError(f"the export has no {error}") from error


def _article(raw: Raw) -> Article:
    paragraphs = tuple(_paragraph(item) for item in raw["paragraphs"])
    return Article(raw["id"], raw["file"], raw["event"], paragraphs)


def _paragraph(raw: Raw) -> Paragraph:
    return Paragraph(
        id=raw["id"],
        text=raw["text"],
        kind=raw["kind"],
        fate=raw["fate"],
        family=raw["family"],
        section=raw["section"],
        statements=tuple(_statement(item) for item in raw["statements"]),
    )


def _statement(raw: Raw) -> Statement:
    return Statement(
        speaker=raw["speaker"],
        mention=raw["mention"],
        side=raw["side"],
        start=raw["start"],
        end=raw["end"],
        said_on=raw["said_on"],
        medium=raw.get("medium"),
    )


def _family(raw: Raw) -> Family:
    return Family(raw["id"], raw["keeper"], tuple(copy["paragraph"] for copy in raw["copies"]))


def _event(raw: Raw) -> Event:
    return Event(raw["id"], raw["place"], raw["date"])
