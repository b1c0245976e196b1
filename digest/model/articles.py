"""Articles as they were read: their paragraphs, and the words in these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date


BlockKind = Literal["paragraph", "heading", "quote", "item", "code", "image"]
ParagraphKind = Literal["text", "title", "heading", "caption", "byline", "boilerplate"]


class Span(NamedTuple):
    """A stretch of a paragraph's text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One source file: what its front matter says and its text, untouched.

    Attributes:
        id: the file's path below the sources folder without its ending.
        file: the path as messages and pages show it, with `/`.
        outlet: who published it; None where nobody said.
        origin: who wrote it, where the front matter says; see `Origin` for what the text says.
        published: the day of publication; None where unknown.
        language: a BCP 47 tag such as `en`.
        body: the Markdown below the front matter.
        body_line: the line of the file on which `body` begins.
    """

    id: str
    file: str
    title: str
    outlet: str | None
    origin: str | None
    published: date | None
    url: str | None
    author: str | None
    language: str
    retrieved: date | None
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article's text as a reader sees it, without its markup.

    Attributes:
        id: `<article id>:<number>`.
        article: the article's id.
        number: its place in the article, from 0.
        line: the line of the file on which the block begins.
        text: the words, verbatim; line breaks and runs of blanks are one blank.
        block: what Markdown made of it.
        sentences: spans of `text` that cover all of it but the blanks between.
        rest: how many words stand behind `text` in the source; only where `quotation` cut it.
    """

    id: str
    article: str
    number: int
    line: int
    text: str
    block: BlockKind
    sentences: tuple[Span, ...]
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is, and the rule that decided; None for plain text."""

    paragraph: str
    kind: ParagraphKind
    rule: str | None
