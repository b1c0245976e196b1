"""What the namings of an event agree on: its kind, its place, its days.

Two that differ in one of these are two occasions. Nothing here reads text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.situate.namings import BODY, KINDS, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.model import Article, Certainty, Moment
    from digest.situate.namings import Naming
    from digest.situate.places import Atlas

Range = tuple[date, date]

_PRECISE = timedelta(days=6)  # a longer stretch does not date an event
_RECENT = timedelta(days=10)  # reports without a day speak of something this near
_MOST = 200  # occasions of one article; a text that names more lists them, and reports none
_MAIN = 3.0  # the least that namings of a main event weigh together if place or day is unknown
_BARE = 0.5  # of its weight, for a naming without place and day


def occasions(article: Article, namings: Iterable[Naming], atlas: Atlas) -> list[Occasion]:
    """Put the namings of one article together; the main occasion first."""
    around = (article.published, article.published) if article.published else None
    found: list[Occasion] = []
    bare: list[Naming] = []
    for naming in namings:
        if naming.place is None and naming.when is None:
            bare.append(naming)
            continue
        home = next((o for o in found if o.fits(naming)), None)
        if home is None:
            if len(found) == _MOST:
                continue
            home = Occasion(naming.kind, atlas, around)
            found.append(home)
        home.take(naming)
    _join_halves(found)
    _take_bare(found, bare)
    return _heaviest_first(found)


@dataclass(slots=True)
class Occasion:
    """Namings that agree in kind, place and day.

    Attributes:
        around: the days on which the reports of it were published.
        reports: the groups of articles with one main event in which it is told.
        articles: ids of those that mainly report it.
    """

    kind: str
    atlas: Atlas
    around: Range | None
    reports: set[int] = field(default_factory=set)
    namings: list[Naming] = field(default_factory=list)
    place: str | None = None
    days: Range | None = None
    certainty: Certainty = "worked out"
    articles: list[str] = field(default_factory=list)

    def traits(self) -> Iterator[str]:
        """Give what two reports of one event have in common: its kind, where and when."""
        if self.place is not None:
            own, around = self.atlas.keys(self.place)
            for place in sorted({own, *around}):
                yield f"{self.kind} in {place}"
        for day in _days(self.days):
            yield f"{self.kind} on {day}"

    def like(self) -> Occasion:
        """Give an empty occasion for this one and what other articles tell of it."""
        return Occasion(self.kind, self.atlas, self.around)

    def fits(self, naming: Naming) -> bool:
        """Whether nothing that is known of the two differs, and something is the same."""
        days = (naming.when.first, naming.when.last) if naming.when else None
        if self.kind != naming.kind or self._differs(naming.place, days):
            return False
        placed = self.place is not None and naming.place is not None
        return placed or (is_precise(self.days) and is_precise(days))

    def is_same(self, other: Occasion) -> bool:
        """Whether the occasions of two articles are one event.

        Both need a day, or else a place and a time of publication that are the
        same: two reports of 'the fire in Springfield', a week apart.
        """
        if self.kind != other.kind or self._differs(other.place, other.days):
            return False
        if is_precise(self.days) and is_precise(other.days):
            return True
        return self.place is not None and other.place is not None and self._is_near(other)

    def lacks(self, half: Occasion) -> bool:
        """Whether another occasion, with a day and no place, may tell the day of this one."""
        if self.kind != half.kind or self.place is None or half.days is None:
            return False
        if not (self.is_definite or half.is_definite):
            return False
        return self.days is None or _within(half.days, self.days)

    def take(self, naming: Naming) -> None:
        """Add a naming and learn place and day from it."""
        self.namings.append(naming)
        if naming.place is not None:
            place = self.place or naming.place
            self.place = self.atlas.narrower(place, naming.place)
        if naming.when is not None:
            self._narrow(naming.when)

    def join(self, other: Occasion) -> None:
        """Take everything of an occasion that is the same."""
        for naming in other.namings:
            self.take(naming)
        self.around = _cover(self.around, other.around)
        self.reports |= other.reports

    def _differs(self, place: str | None, days: Range | None) -> bool:
        if self.place is not None and place is not None and not self.atlas.same(self.place, place):
            return True
        return self.days is not None and days is not None and not _overlap(self.days, days)

    def _is_near(self, other: Occasion) -> bool:
        """Whether both may speak of the same days; of no day known, what else they report tells."""
        mine, theirs = self.days or self.around, other.days or other.around
        if mine is None or theirs is None:
            return mine is theirs and not self.reports.isdisjoint(other.reports)
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
            return any(n.weight >= OPENING for n in self.namings)
        return (self.place is not None or is_precise(self.days)) and self.weight >= _MAIN

    @property
    def is_dated(self) -> bool:
        """Whether it has a place and a day, so that a mention of it is worth a page."""
        return self.place is not None and is_precise(self.days)

    @property
    def noun(self) -> str:
        """The noun that most of its namings use; the kind's first ones win a tie."""
        used: Counter[str] = Counter()
        for naming in self.namings:
            if naming.noun is not None:
                used[naming.noun] += 1
        return max(used, key=lambda noun: (used[noun], -KINDS[self.kind].index(noun)))


class Shelf:
    """Occasions where those that may be the same as another are found at once."""

    def __init__(self, atlas: Atlas) -> None:
        """Begin empty."""
        self._atlas = atlas
        self._numbers: dict[int, int] = {}
        self._places: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self._around: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self._days: dict[tuple[str, date], dict[int, None]] = defaultdict(dict)
        self._placeless: dict[tuple[str, date], dict[int, None]] = defaultdict(dict)
        self.occasions: list[Occasion] = []

    def put(self, occasion: Occasion) -> None:
        """Add an occasion, or what was learned of one that stands here."""
        number = self._numbers.setdefault(id(occasion), len(self.occasions))
        if number == len(self.occasions):
            self.occasions.append(occasion)
        kind = occasion.kind
        if occasion.place is not None:
            own, around = self._atlas.keys(occasion.place)
            self._places[kind, own][number] = None
            for place in around:
                self._around[kind, place][number] = None
        for day in _days(occasion.days):
            (self._days if occasion.place else self._placeless)[kind, day][number] = None

    def near(self, occasion: Occasion) -> list[Occasion]:
        """Give those that share a place or a day with another, in the order they were put."""
        kind, found = occasion.kind, dict[int, None]()
        if occasion.place is not None:
            own, around = self._atlas.keys(occasion.place)
            found |= self._around.get((kind, own), {})
            for place in (own, *around):
                found |= self._places.get((kind, place), {})
        for day in _days(occasion.days):
            found |= self._placeless.get((kind, day), {})
            found |= self._days.get((kind, day), {}) if occasion.place is None else {}
        return [self.occasions[number] for number in sorted(found)]


def _days(days: Range | None) -> Iterator[date]:
    """Give each day of a range that is short enough to date an event."""
    if days is not None and is_precise(days):
        for step in range((days[1] - days[0]).days + 1):
            yield days[0] + timedelta(days=step)


def _join_halves(occasions: list[Occasion]) -> None:
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


def _take_bare(occasions: Sequence[Occasion], bare: Iterable[Naming]) -> None:
    """Give 'the summit', without place and day, to the heaviest occasion of its kind."""
    homes: dict[str, Occasion] = {}
    for occasion in _heaviest_first(occasions):
        homes.setdefault(occasion.kind, occasion)
    for naming in bare:
        if naming.kind in homes and not naming.other and (naming.definite or naming.weight > BODY):
            homes[naming.kind].take(replace(naming, weight=naming.weight * _BARE))


def _heaviest_first(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Put those first that the reports speak of most."""
    return sorted(occasions, key=lambda occasion: -occasion.weight)


def is_precise(days: Range | None) -> bool:
    """Whether a range of days is short enough to date an event."""
    return days is not None and days[1] - days[0] <= _PRECISE


def _overlap(a: Range, b: Range) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cover(a: Range | None, b: Range | None) -> Range | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])
