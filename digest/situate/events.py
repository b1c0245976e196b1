"""Which events the articles report: an event noun with a place or a day beside it.

A *naming* is one place in a text that names an event, an *occasion* is what
the namings of one article agree on, and an event is what the occasions of
several articles agree on. Two that differ in kind, place or day are two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.model import Event, Span
from digest.situate.places import Atlas, is_headline
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Article, Certainty, Label, Moment, Paragraph, ParagraphKind

Range = tuple[date, date]

_PRECISE = timedelta(days=6)  # a longer stretch does not date an event
_RECENT = timedelta(days=10)  # reports without a day speak of something this near
_HEAD = 3  # paragraphs at the top that tell what an article is about
_BEFORE = 60  # characters in front of an event noun that may describe it
_HELD = 200  # characters between a verb of holding and the event that it holds
_TITLE, _OPENING, _BODY, _CAPTION = 3.0, 2.0, 1.0, 0.5  # what a naming weighs, by where it stands
_MAIN = 3.0  # the least that namings of a main event weigh together if place or day is unknown
_BARE = 0.5  # of its weight, for a naming without place and day


def events(
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
) -> tuple[Event, ...]:
    """Find the events that the articles report, with place and day.

    Args:
        articles: with their days of publication, where known.
        paragraphs: of all articles, in order.
        labels: what each is; boilerplate and bylines are not read, captions
            and titles are, since they often name the event best.
        moments: the days that the paragraphs name.

    Returns:
        Events in the order of their days, the undated ones last: those that an
        article mainly reports, and others that have a day and a place. Each
        article is in `articles` of one event at the most.
    """
    kinds = {label.paragraph: label.kind for label in labels}
    read = [p for p in paragraphs if kinds[p.id] not in {"boilerplate", "byline"}]
    days: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        days[moment.paragraph].append(moment)
    reader = _Reader(Atlas(p.text for p in read), kinds, days)
    own: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in read:
        own[paragraph.article].append(paragraph)
    told = [(a, reader.occasions(a, own[a.id])) for a in articles]
    return reader.merged(told)


@dataclass(frozen=True, slots=True)
class _Naming:
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


@dataclass(slots=True)
class _Occasion:
    """Namings that agree in kind, place and day.

    Attributes:
        around: the days on which the reports of it were published.
        articles: ids of those that mainly report it.
    """

    kind: str
    atlas: Atlas
    around: Range | None
    namings: list[_Naming] = field(default_factory=list)
    place: str | None = None
    days: Range | None = None
    certainty: Certainty = "worked out"
    articles: list[str] = field(default_factory=list)

    def fits(self, naming: _Naming) -> bool:
        """Whether nothing that is known of the two differs, and something is the same."""
        days = (naming.when.first, naming.when.last) if naming.when else None
        if self.kind != naming.kind or self._differs(naming.place, days):
            return False
        placed = self.place is not None and naming.place is not None
        return placed or (_is_precise(self.days) and _is_precise(days))

    def is_same(self, other: _Occasion) -> bool:
        """Whether the occasions of two articles are one event.

        Both need a day, or else a place and a time of publication that are the
        same: two reports of 'the fire in Springfield', a week apart.
        """
        if self.kind != other.kind or self._differs(other.place, other.days):
            return False
        if _is_precise(self.days) and _is_precise(other.days):
            return True
        return self.place is not None and other.place is not None and self._is_near(other)

    def lacks(self, half: _Occasion) -> bool:
        """Whether another occasion, with a day and no place, may tell the day of this one."""
        if self.kind != half.kind or self.place is None or half.days is None:
            return False
        if not (self.is_definite or half.is_definite):
            return False
        return self.days is None or _within(half.days, self.days)

    def take(self, naming: _Naming) -> None:
        """Add a naming and learn place and day from it."""
        self.namings.append(naming)
        if naming.place is not None:
            place = self.place or naming.place
            self.place = self.atlas.narrower(place, naming.place)
        if naming.when is not None:
            self._narrow(naming.when)

    def join(self, other: _Occasion) -> None:
        """Take everything of an occasion that is the same."""
        for naming in other.namings:
            self.take(naming)
        self.around = _cover(self.around, other.around)

    def _differs(self, place: str | None, days: Range | None) -> bool:
        if self.place is not None and place is not None and not self.atlas.same(self.place, place):
            return True
        return self.days is not None and days is not None and not _overlap(self.days, days)

    def _is_near(self, other: _Occasion) -> bool:
        """Whether both may speak of the same days, as far as anybody can tell."""
        mine, theirs = self.days or self.around, other.days or other.around
        if mine is None or theirs is None:
            return mine is theirs
        return mine[0] - theirs[1] <= _RECENT and theirs[0] - mine[1] <= _RECENT

    def _narrow(self, when: Moment) -> None:
        if self.days is None:
            self.days, self.certainty = (when.first, when.last), when.certainty
            return
        days = max(when.first, self.days[0]), min(when.last, self.days[1])
        if days[0] > days[1]:
            return
        if when.certainty == "stated" and days == (when.first, when.last):
            self.certainty = "stated"
        self.days = days

    @property
    def is_definite(self) -> bool:
        """Whether the reports speak of it as one that readers know of."""
        return any(naming.definite for naming in self.namings)

    @property
    def weight(self) -> float:
        """How much of the reports speaks of it."""
        return sum(naming.weight for naming in self.namings)

    @property
    def is_main(self) -> bool:
        """Whether it can be what an article reports: told at its head, with place or day."""
        if self.is_dated:
            return any(n.weight >= _OPENING for n in self.namings)
        return (self.place is not None or _is_precise(self.days)) and self.weight >= _MAIN

    @property
    def is_dated(self) -> bool:
        """Whether it has a place and a day, so that a mention of it is worth a page."""
        return self.place is not None and _is_precise(self.days)

    @property
    def noun(self) -> str:
        """The noun that most of its namings use; the kind's first ones win a tie."""
        used: Counter[str] = Counter()
        for naming in self.namings:
            if naming.noun is not None:
                used[naming.noun] += 1
        return max(used, key=lambda noun: (used[noun], -_KINDS[self.kind].index(noun)))


class _Reader:
    """Reads the namings of articles and puts them together."""

    def __init__(
        self, atlas: Atlas, kinds: Mapping[str, ParagraphKind], days: Mapping[str, list[Moment]]
    ) -> None:
        self._atlas = atlas
        self._kinds = kinds
        self._days = days

    # ------------------------------------------------------- one article

    def occasions(self, article: Article, paragraphs: Sequence[Paragraph]) -> list[_Occasion]:
        """Put the namings of one article together; the main occasion first."""
        around = (article.published, article.published) if article.published else None
        found: list[_Occasion] = []
        bare: list[_Naming] = []
        for naming in self._namings(paragraphs):
            if naming.place is None and naming.when is None:
                bare.append(naming)
                continue
            home = next((o for o in found if o.fits(naming)), None)
            if home is None:
                home = _Occasion(naming.kind, self._atlas, around)
                found.append(home)
            home.take(naming)
        _join_halves(found)
        _take_bare(found, bare)
        return _heaviest_first(found)

    def _namings(self, paragraphs: Sequence[Paragraph]) -> Iterator[_Naming]:
        texts = 0
        for paragraph in paragraphs:
            kind = self._kinds[paragraph.id]
            texts += kind == "text"
            weight = {"title": _TITLE, "caption": _CAPTION}.get(
                kind, _OPENING if texts <= _HEAD else _BODY
            )
            for sentence in paragraph.sentences:
                yield from self._in_sentence(paragraph, sentence, weight)

    def _in_sentence(
        self, paragraph: Paragraph, sentence: Span, weight: float
    ) -> Iterator[_Naming]:
        text = paragraph.text
        headline = is_headline(sentence.of(text))
        for match in _VERB.finditer(text, sentence.start, sentence.end):
            yield from self._verbal(paragraph, match, sentence)
        for match in _NOUN.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, match.start() - _BEFORE) : match.start()]
            if not _is_event(match, before, headline=headline):
                continue
            end = _clause_end(text, match.end(), sentence.end)
            held = _held(text[sentence.start : match.start()])
            place = (
                self._atlas.before(before)
                or self._atlas.behind(_near(text[match.end() : end]), headline=headline)
                or self._atlas.behind(held, headline=headline)
            )
            noun = match.group().lower()
            yield _Naming(
                paragraph=paragraph.id,
                kind=_KIND_OF[noun],
                noun=noun,
                span=Span(match.start(), match.end()),
                place=place,
                when=self._when(paragraph, match, end, sentence),
                definite=bool(_DEFINITE.search(before)),
                other=bool(_OTHER.search(before)),
                weight=weight,
            )

    def _verbal(
        self, paragraph: Paragraph, match: re.Match[str], sentence: Span
    ) -> Iterator[_Naming]:
        """Read 'are due to meet on Thursday': a day for an event that a noun names."""
        end = _clause_end(paragraph.text, match.end(), sentence.end)
        days = self._days.get(paragraph.id, ())
        when = next((m for m in days if match.end() <= m.span.start < end), None)
        if when is not None:
            yield _Naming(
                paragraph=paragraph.id,
                kind=_VERB_KINDS[match.group().lower()],
                noun=None,
                span=Span(match.start(), match.end()),
                place=None,
                when=when,
                definite=True,
                other=False,
                weight=_CAPTION,
            )

    def _when(
        self, paragraph: Paragraph, noun: re.Match[str], end: int, sentence: Span
    ) -> Moment | None:
        """Give the day that belongs to an event.

        One in its clause; else one right before it ('Monday's vote'), or in a
        sentence with a verb of holding ('On Monday they gather for a summit').
        """
        text = paragraph.text
        days = self._days.get(paragraph.id, ())
        behind = [m for m in days if noun.end() <= m.span.start < end]
        if behind:
            return behind[0]
        for moment in reversed(days):
            if sentence.start <= moment.span.start and moment.span.end <= noun.start():
                gap = text[moment.span.end : noun.start()]
                held = _HOLDING.search(text, sentence.start, noun.start())
                leads = held is not None and _CLAUSE_END.search(gap) is None
                return moment if leads or _POSSESSED.fullmatch(gap) else None
        return None

    # ------------------------------------------------------ all articles

    def merged(self, told: Iterable[tuple[Article, list[_Occasion]]]) -> tuple[Event, ...]:
        """Put the occasions of all articles together, and name the main one of each."""
        groups: dict[str, list[_Occasion]] = defaultdict(list)
        for article, occasions in told:
            main = next((o for o in occasions if o.is_main), None)
            for occasion in occasions:
                own = groups[occasion.kind]
                home = next((group for group in own if group.is_same(occasion)), None)
                if home is None:
                    home = _Occasion(occasion.kind, self._atlas, occasion.around)
                    own.append(home)
                home.join(occasion)
                if occasion is main:
                    home.articles.append(article.id)
        every = (group for own in groups.values() for group in own)
        made = [_event(group) for group in every if group.articles or group.is_dated]
        made.sort(key=lambda event: (event.first or date.max, event.id))
        return tuple(_numbered(made))


def _join_halves(occasions: list[_Occasion]) -> None:
    """Join 'the summit in X' with 'the meeting on Thursday' where nothing else fits either.

    A day that only a verb tells of, and that fits no event, is dropped.
    """
    for half in [o for o in occasions if o.place is None]:
        homes = [o for o in occasions if o.lacks(half)]
        halves = [o for o in occasions if o.place is None and o.kind == half.kind]
        if len(homes) == 1 and len(halves) == 1:
            homes[0].join(half)
            occasions.remove(half)
    occasions[:] = [o for o in occasions if any(n.noun for n in o.namings)]


def _take_bare(occasions: Sequence[_Occasion], bare: Iterable[_Naming]) -> None:
    """Give 'the summit', without place and day, to the heaviest occasion of its kind."""
    homes: dict[str, _Occasion] = {}
    for occasion in _heaviest_first(occasions):
        homes.setdefault(occasion.kind, occasion)
    for naming in bare:
        if naming.kind in homes and not naming.other and (naming.definite or naming.weight > _BODY):
            homes[naming.kind].take(replace(naming, weight=naming.weight * _BARE))


def _heaviest_first(occasions: Iterable[_Occasion]) -> list[_Occasion]:
    return sorted(occasions, key=lambda occasion: -occasion.weight)


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
    stops = _CLAUSE_END.search(text, start, end), _NOUN.search(text, start, end)
    return min((stop.start() for stop in stops if stop), default=end)


def _event(occasion: _Occasion) -> Event:
    noun, place = occasion.noun, occasion.place
    days = occasion.days if _is_precise(occasion.days) else None
    parts = (slug(noun), slug(place or ""), days[0].isoformat() if days else "")
    return Event(
        id="-".join(part for part in parts if part),
        title=f"{_capital(noun)} in {place}" if place else _capital(noun),
        kind=occasion.kind,
        place=place,
        first=days[0] if days else None,
        last=days[1] if days else None,
        certainty=occasion.certainty,
        articles=tuple(occasion.articles),
        paragraphs=tuple(dict.fromkeys(n.paragraph for n in occasion.namings)),
        evidence=tuple(
            (n.paragraph, n.when.span if n.when else n.span)
            for n in occasion.namings
            if n.when or n.place
        ),
    )


def _capital(noun: str) -> str:
    return noun[0].upper() + noun[1:]


def _numbered(made: Iterable[Event]) -> Iterator[Event]:
    """Give look-alikes ids of their own."""
    seen: Counter[str] = Counter()
    for event in made:
        seen[event.id] += 1
        count = seen[event.id]
        yield event if count == 1 else replace(event, id=f"{event.id}-{count}")


def _is_precise(days: Range | None) -> bool:
    return days is not None and days[1] - days[0] <= _PRECISE


def _overlap(a: Range, b: Range) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cover(a: Range | None, b: Range | None) -> Range | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _words(name: str) -> str:
    """Give a word list of `data/events.toml` as alternatives, longest first."""
    return "|".join(sorted(map(re.escape, _TABLE["words"][name]), key=len, reverse=True))


_TABLE = table("events")
_KINDS: dict[str, list[str]] = {
    kind: [noun.lower() for noun in nouns] for kind, nouns in _TABLE["kinds"].items()
}
_KIND_OF = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns}
_NOUN = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(_KIND_OF, key=len, reverse=True)) + r")(?![\w-])",
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
