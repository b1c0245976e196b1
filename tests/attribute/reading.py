"""Reads texts as the pipeline does up to attribution, without files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digest.attribute import attribute
from digest.attribute.grammar import Grammar
from digest.attribute.places import Places
from digest.attribute.sentence import Sentence
from digest.attribute.tokens import quotations, tokenize
from digest.model import Article, Label, Paragraph
from digest.segment import sentences
from digest.situate import moments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.config import PersonSetting
    from digest.model import ParagraphKind, Person, Statement

PUBLISHED = date(2031, 3, 5)


@dataclass(frozen=True)
class Reading:
    """What was found in some texts."""

    paragraphs: tuple[Paragraph, ...]
    people: Mapping[str, Person]
    statements: tuple[Statement, ...]

    def content(self, statement: Statement) -> str:
        return statement.span.of(self.text(statement))

    def text(self, statement: Statement) -> str:
        return next(p.text for p in self.paragraphs if p.id == statement.paragraph)

    def speaker(self, statement: Statement) -> Person:
        return self.people[statement.person]

    @property
    def speakers(self) -> list[str]:
        return [self.speaker(statement).name for statement in self.statements]


def article(text: str, name: str = "a") -> tuple[Article, list[Paragraph]]:
    """Make an article of a text whose paragraphs have a blank line between them."""
    whole = Article(
        id=name, file=f"{name}.md", title="", outlet=None, origin=None, published=PUBLISHED, url=None,
        author=None, language="en", retrieved=None, body=text, body_line=1,
    )  # fmt: skip
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    return whole, [
        Paragraph(f"{name}:{i}", name, i, i + 1, block, "paragraph", sentences(block))
        for i, block in enumerate(blocks)
    ]


def read(
    *texts: str,
    people: Sequence[PersonSetting] = (),
    kinds: Mapping[str, ParagraphKind] | None = None,
) -> Reading:
    """Read articles; `kinds` are the paragraphs that are no plain text, by id."""
    made = [article(text, chr(ord("a") + i)) for i, text in enumerate(texts)]
    articles = [whole for whole, _ in made]
    paragraphs = [paragraph for _, own in made for paragraph in own]
    labels = [Label(p.id, (kinds or {}).get(p.id, "text"), None) for p in paragraphs]
    persons, statements = attribute(paragraphs, labels, moments(articles, paragraphs), people)
    return Reading(tuple(paragraphs), {p.id: p for p in persons}, statements)


def grammar(*texts: str) -> Grammar:
    return Grammar(Places(texts))


def sentence(text: str) -> Sentence:
    """Make a text one sentence."""
    return Sentence(text, tokenize(text, quotations(text)), [], grammar(text))
