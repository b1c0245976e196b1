"""Everything that was understood of a story, as plain values for other programs.

`export.schema.json`, next to this file, documents every name; they do not change without a
new `schema` number. Nothing is decided here: this module only says what the stages said.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from digest.index import speaking_of

if TYPE_CHECKING:
    from digest.model import (
        Article,
        Copied,
        Digest,
        Event,
        Family,
        Label,
        Paragraph,
        Person,
        Section,
        Statement,
    )

SCHEMA = 1


def export(digest: Digest) -> dict[str, Any]:
    """Give the whole digest as mappings, lists, texts and numbers, always in the same order."""
    known = _Known(digest)
    return {
        "schema": SCHEMA,
        "articles": [known.article(article) for article in digest.articles],
        "families": [_family(family) for family in digest.families],
        "events": [_event(event) for event in digest.events],
        "people": [_person(person) for person in digest.people],
        "sections": [_section(section) for section in digest.sections],
    }


def as_json(digest: Digest, path: str | None = None) -> str:
    """Give the export as one JSON object, the same bytes for the same sources.

    Args:
        digest: as the stages understood it.
        path: where it is published below `docs/`, by which `write` knows the file again.
    """
    mark = {"_digest": {"page": path}} if path is not None else {}
    return json.dumps(mark | export(digest), ensure_ascii=False, indent=2) + "\n"


class _Known:
    """What the stages said, by paragraph, so that each article is put together in one pass."""

    def __init__(self, digest: Digest) -> None:
        self._labels: dict[str, Label] = {label.paragraph: label for label in digest.labels}
        self._people = {person.id: person for person in digest.people}
        self._sections = {placed.family: placed.section for placed in digest.placements}
        self._families = {member: f for f in digest.families for member in f.members}
        self._why = {copy.paragraph: copy.why for f in digest.families for copy in f.copies}
        self._main_event = {article: e.id for e in digest.events[::-1] for article in e.articles}
        self._events = defaultdict[str, list[str]](list)
        told_in = speaking_of(digest)
        for event in digest.events:
            for place in dict.fromkeys((*event.paragraphs, *told_in[event.id])):
                self._events[place].append(event.id)
        self._origins = {origin.article: origin for origin in digest.origins}
        self._originals = defaultdict[str, list[dict[str, Any]]](list)
        for copied in digest.copied:
            self._originals[copied.article].append(_original(copied))
        self._paragraphs = defaultdict[str, list["Paragraph"]](list)
        for paragraph in digest.paragraphs:
            self._paragraphs[paragraph.article].append(paragraph)
        self._statements = defaultdict[str, list["Statement"]](list)
        for statement in digest.statements:
            self._statements[statement.paragraph].append(statement)

    def article(self, article: Article) -> dict[str, Any]:
        """Give an article with all its paragraphs."""
        return {
            "id": article.id,
            "file": article.file,
            "title": article.title,
            "outlet": article.outlet,
            "origin": self._origins[article.id].name,
            "copy_of": self._originals[article.id],
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
            "event": self._main_event.get(article.id),
            "paragraphs": [self._paragraph(each) for each in self._paragraphs[article.id]],
        }

    def _paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        family = self._families.get(paragraph.id)
        fate, rule = self._fate(paragraph.id, family)
        return {
            "id": paragraph.id,
            "line": paragraph.line,
            "text": paragraph.text,
            **({"rest": paragraph.rest} if paragraph.rest else {}),
            "kind": self._labels[paragraph.id].kind,
            "fate": fate,
            "rule": rule,
            "family": family.id if family else None,
            "section": self._sections.get(family.id) if family else None,
            "events": self._events[paragraph.id],
            "statements": [self._statement(each) for each in self._statements[paragraph.id]],
        }

    def _fate(self, paragraph: str, family: Family | None) -> tuple[str, str | None]:
        if family is None:
            return "cut", self._labels[paragraph].rule
        return ("kept", None) if paragraph == family.keeper else ("folded", self._why[paragraph])

    def _statement(self, statement: Statement) -> dict[str, Any]:
        person = self._people[statement.person]
        day = statement.said.day if statement.said else None
        return {
            "speaker": person.name,
            "mention": statement.mention,
            "side": person.side,
            "kind": statement.kind,
            "start": statement.span.start,
            "end": statement.span.end,
            "said_on": day.isoformat() if day else None,
            "medium": statement.medium.name if statement.medium else None,
            "rule": statement.rule,
        }


def _original(copied: Copied) -> dict[str, Any]:
    return {"article": copied.of, "share": copied.share}


def _family(family: Family) -> dict[str, Any]:
    return {
        "id": family.id,
        "keeper": family.keeper,
        "copies": [
            {"paragraph": copy.paragraph, "why": copy.why, "score": copy.score}
            for copy in family.copies
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "place": event.place,
        "date": event.first.isoformat() if event.first else None,
        "articles": list(event.articles),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "forms": list(person.forms),
        "role": person.role,
        "side": person.side,
    }


def _section(section: Section) -> dict[str, Any]:
    return {"id": section.id, "title": section.title, "families": list(section.families)}
