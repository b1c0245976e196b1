"""Where a text names an event: an event noun, and the place and the day beside it.

What names an event, and what only looks as if it did, stands in
`data/events.toml`. Which namings mean the same event is not decided here; see
`occasions`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.model import Span
from digest.situate.places import is_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.model import Moment, Paragraph, ParagraphKind
    from digest.situate.places import Atlas

HEAD = 3  # paragraphs at the top that tell what an article is about
TITLE, OPENING, BODY, CAPTION = 3.0, 2.0, 1.0, 0.5  # what a naming weighs, by where it stands
_BEFORE = 60  # characters in front of an event noun that may describe it
_HELD = 200  # characters between a verb of holding and the event that it holds
_FAR = 400  # characters from an event noun beyond which no place or day is the event's


@dataclass(frozen=True, slots=True)
class Naming:
    """One place in a text that names an event.

    Attributes:
        noun: None where only a verb tells of it.
        definite: 'the summit', 'this week's summit': one that readers know of.
        other: 'another summit', 'last year's summit': not the one told of so far.
        weight: how much it tells what its article is about.
    """

    paragraph: str
    kind: str
    noun: str | None
    span: Span
    place: str | None
    when: Moment | None
    definite: bool
    other: bool
    weight: float


class Reader:
    """Reads the namings of articles."""

    def __init__(
        self, atlas: Atlas, kinds: Mapping[str, ParagraphKind], days: Mapping[str, list[Moment]]
    ) -> None:
        """Take what is known of the whole digest: its places, and for each paragraph the rest."""
        self._atlas = atlas
        self._kinds = kinds
        self._days = days

    def namings(self, paragraphs: Sequence[Paragraph]) -> Iterator[Naming]:
        """Give the namings of one article, in order."""
        texts = 0
        for paragraph in paragraphs:
            kind = self._kinds[paragraph.id]
            texts += kind == "text"
            weight = {"title": TITLE, "caption": CAPTION}.get(
                kind, OPENING if texts <= HEAD else BODY
            )
            for sentence in paragraph.sentences:
                yield from self._in_sentence(paragraph, sentence, weight)

    def _in_sentence(self, paragraph: Paragraph, sentence: Span, weight: float) -> Iterator[Naming]:
        text = paragraph.text
        headline = is_headline(sentence.of(text))
        for match in _VERB.finditer(text, sentence.start, sentence.end):
            yield from self._verbal(paragraph, match, sentence)
        for match in NOUN.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, match.start() - _BEFORE) : match.start()]
            if not _is_event(match, before, headline=headline):
                continue
            around = _around(match, sentence)
            end = _clause_end(text, match.end(), around.end)
            held = _held(text[around.start : match.start()])
            place = (
                self._atlas.before(before)
                or self._atlas.behind(_near(text[match.end() : end]), headline=headline)
                or self._atlas.behind(held, headline=headline)
            )
            noun = match.group().lower()
            yield Naming(
                paragraph=paragraph.id,
                kind=KIND_OF[noun],
                noun=noun,
                span=Span(match.start(), match.end()),
                place=place,
                when=self._when(paragraph, match, end, around.start),
                definite=bool(_DEFINITE.search(before)),
                other=bool(_OTHER.search(before)),
                weight=weight,
            )

    def _verbal(
        self, paragraph: Paragraph, match: re.Match[str], sentence: Span
    ) -> Iterator[Naming]:
        """Read 'are due to meet on Thursday': a day for an event that a noun names."""
        end = _clause_end(paragraph.text, match.end(), _around(match, sentence).end)
        when = _first(self._days.get(paragraph.id, ()), match.end(), end)
        if when is not None:
            yield Naming(
                paragraph=paragraph.id,
                kind=_VERB_KINDS[match.group().lower()],
                noun=None,
                span=Span(match.start(), match.end()),
                place=None,
                when=when,
                definite=True,
                other=False,
                weight=CAPTION,
            )

    def _when(
        self, paragraph: Paragraph, noun: re.Match[str], end: int, start: int
    ) -> Moment | None:
        """Give the day that belongs to an event, between `start` and `end`.

        One in its clause; else one right before it ('Monday's vote'), or in a
        sentence with a verb of holding ('On Monday they gather for a summit').
        """
        text, days = paragraph.text, self._days.get(paragraph.id, ())
        behind = _first(days, noun.end(), end)
        if behind is not None:
            return behind
        before = bisect_left(days, noun.start(), key=_start) - 1
        if before < 0 or days[before].span.start < start:
            return None
        moment = days[before]
        gap = text[moment.span.end : noun.start()]
        held = _HOLDING.search(text, start, noun.start())
        leads = held is not None and _CLAUSE_END.search(gap) is None
        return moment if leads or _POSSESSED.fullmatch(gap) else None


def _around(noun: re.Match[str], sentence: Span) -> Span:
    """Give the part of a sentence that may describe the event: bounded, for some never end."""
    return Span(max(sentence.start, noun.start() - _FAR), min(sentence.end, noun.end() + _FAR))


def _first(days: Sequence[Moment], start: int, end: int) -> Moment | None:
    """Give the first day that begins between two offsets; days are in the text's order."""
    at = bisect_left(days, start, key=_start)
    return days[at] if at < len(days) and days[at].span.start < end else None


def _start(moment: Moment) -> int:
    return moment.span.start


def _is_event(match: re.Match[str], before: str, *, headline: bool) -> bool:
    """Whether an event noun is one here, and not a verb, a month or part of a phrase."""
    noun = match.group()
    words = before.split()
    if _is_idiom(match) or (words and words[-1].lower() in _VERB_BEFORE):
        return False
    if noun[0].isupper() and not headline and noun.lower() in _NAMED:
        return False
    if not noun.lower().endswith("ing") or headline:
        return True
    behind = match.string[match.end() : match.end() + _BEFORE].split(maxsplit=1)
    led = any(w.lower() in _GERUND_BEFORE or w.endswith(("'s", "’s")) for w in words[-3:])
    return led or (bool(behind) and behind[0].strip(",.") in _GERUND_BEHIND)


def _is_idiom(match: re.Match[str]) -> bool:
    """Whether a noun is part of a phrase that names no event: 'news conference'."""
    around = max(0, match.start() - _BEFORE), match.end() + _BEFORE
    return any(
        idiom.start() < match.end() and match.start() < idiom.end()
        for idiom in _IDIOM.finditer(match.string, *around)
    )


def _near(clause: str) -> str:
    """Give the part of a clause in which a place is the event's."""
    turn = _TURNING.search(clause)
    return clause[: turn.start()] if turn else clause


def _held(before: str) -> str:
    """Give what stands between a verb of holding and the event: 'in Oslo for a' summit."""
    near = before[-_HELD:]
    verbs = list(_HOLDING.finditer(near))
    held = near[verbs[-1].end() :] if verbs else ""
    return "" if _CLAUSE_END.search(held) else held


def _clause_end(text: str, start: int, end: int) -> int:
    """Where the words that may still describe an event end: at the next event or report."""
    stops = _CLAUSE_END.search(text, start, end), NOUN.search(text, start, end)
    return min((stop.start() for stop in stops if stop), default=end)


def _words(name: str) -> str:
    """Give a word list of `data/events.toml` as alternatives, longest first."""
    return "|".join(sorted(map(re.escape, _TABLE["words"][name]), key=len, reverse=True))


_TABLE = table("events")
KINDS: dict[str, list[str]] = {
    kind: [noun.lower() for noun in nouns] for kind, nouns in _TABLE["kinds"].items()
}
KIND_OF = {noun: kind for kind, nouns in KINDS.items() for noun in nouns}
NOUN = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(KIND_OF, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
_VERB_KINDS = {verb: kind for kind, verbs in _TABLE["verbs"].items() for verb in verbs}
_VERB = re.compile(
    r"\b(?:"
    + "|".join(_VERB_KINDS)
    + r")\b(?= (?:on|in|at|for|this|next|there|again|late|early)\b| (?:[A-Z]|$))"
)
_IDIOM = re.compile(rf"(?<!\w)(?:{_words('idioms')})(?!\w)", re.IGNORECASE)
_VERB_BEFORE = frozenset(_TABLE["words"]["verb_before"])
_GERUND_BEFORE = frozenset(_TABLE["words"]["gerund_before"])
_GERUND_BEHIND = frozenset(_TABLE["words"]["gerund_behind"])
_CLAUSE_END = re.compile(rf";|\b(?:{_words('reporting')})\b", re.IGNORECASE)
_TURNING = re.compile(rf"\b(?:{_words('turning')})\b")
_NAMED = frozenset(_TABLE["words"]["named"])
_HOLDING = re.compile(rf"\b(?:{_words('holding')})\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that|[\w-]+[’']s?)(?: [\w.’'-]+){0,4} $", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?:{_words('another')})(?: [\w.’'-]+){{0,3}} $", re.IGNORECASE)
_POSSESSED = re.compile(r"[’']s?(?: [\w-]+){0,3} | (?:\w+ )?")
