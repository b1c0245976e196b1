"""Who says what, where it was said, and how both were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from digest.model.articles import Span
    from digest.model.days import Moment


StatementKind = Literal["direct", "reported"]
SpeakerKind = Literal["person", "institution", "unnamed"]
Channel = Literal["to", "on"]


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: a person, an institution or somebody the article leaves unnamed.

    Attributes:
        id: a slug of the name.
        name: the name shown.
        kind: a named person, an institution, or an unnamed source.
        forms: every form it was found under, the name first.
        role: the role as reported, or as the editor says.
        side: whom it speaks for; None where unknown.
        side_words: the words of a source that told the side; None where it is the
            editor's or was taken over from those whom the speaker belongs to.
    """

    id: str
    name: str
    kind: SpeakerKind
    forms: tuple[str, ...]
    role: str | None
    side: str | None
    side_words: str | None = None


class Medium(NamedTuple):
    """Where somebody said it, as the text tells: `to` Radio Delta, `on` Telegram.

    Attributes:
        name: the words of the text for it; of 'this newspaper' the article's outlet.
        span: these words with what shows that they name one ('told Radio Delta').
        channel: an outlet that was spoken to, or a platform that was spoken on.
        rule: the rule that found it.
    """

    name: str
    span: Span
    channel: Channel
    rule: str


class Candidate(NamedTuple):
    """Somebody else whom words for a speaker could have meant, and why they do not."""

    name: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """How it was decided whom the words for a speaker mean.

    Attributes:
        way: a stable id, such as `surname`; `attribute.identity` lists them.
        others: who else was considered, the likeliest first.
    """

    way: str
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that could have reported somebody's, and why they were not taken for it.

    Attributes:
        span: the cue verb in the paragraph's text.
        reason: a stable id; `explain` has the words for it.
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or a position that a paragraph reports of somebody.

    Attributes:
        paragraph: the paragraph's id.
        person: the speaker's id.
        mention: the words for the speaker in the text ('the spokeswoman'), with what is
            said of them there ('Jan Roe, a baker,').
        span: what was said, in the paragraph's text.
        kind: direct where quotation marks stand around it.
        said: the day it was said, None where unknown.
        rule: the rule that found it; `editor` where digest.yml says so.
        cue: the words that report it; None where there are none.
        medium: where it was said, None where the text does not tell.
        resolution: how the speaker was identified.
    """

    paragraph: str
    person: str
    mention: str
    span: Span
    kind: StatementKind
    said: Moment | None
    rule: str
    cue: Span | None = None
    medium: Medium | None = None
    resolution: Resolution | None = None
