"""The lines that fold, split, pin and move, with the paragraphs that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.config import MoveLine, PairLine, PinLine
from digest.errors import Problem
from digest.model import Overruling
from digest.overrule.texts import Doubt, Texts
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.config import OverruleLine, PairOrder, Settings
    from digest.model import Article, Label, Order, Paragraph


class Pair(NamedTuple):
    """Two paragraphs that a line folds or keeps apart."""

    a: str
    b: str
    line: int


class Pin(NamedTuple):
    """A paragraph that a line pins."""

    paragraph: str
    line: int


class Move(NamedTuple):
    """A paragraph that a line puts in a section."""

    paragraph: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the editor decided on families and sections, in the order of the lines.

    Attributes:
        file: the path of `digest.yml` as messages show it.
        folds: two that tell the same. No chain of them joins a pair of `splits`.
        splits: two that do not.
        pins: which are shown, and first.
        moves: which stand in another section.
        notices: lines that do nothing.
    """

    file: str
    folds: tuple[Pair, ...] = ()
    splits: tuple[Pair, ...] = ()
    pins: tuple[Pin, ...] = ()
    moves: tuple[Move, ...] = ()
    notices: tuple[Problem, ...] = ()

    def on(self, a: str, b: str) -> Iterator[tuple[PairOrder, int]]:
        """Give the orders for two paragraphs, with their lines: ('fold', 7)."""
        orders: tuple[tuple[PairOrder, tuple[Pair, ...]], ...]
        orders = ("fold", self.folds), ("split", self.splits)
        for order, pairs in orders:
            yield from ((order, pair.line) for pair in pairs if {pair.a, pair.b} == {a, b})


def decide(
    settings: Settings,
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
) -> Decisions:
    """Find the paragraphs that the lines mean.

    Args:
        settings: what the editor says.
        articles: all of them.
        paragraphs: of all articles, in order.
        labels: what each is; only plain text folds and stands in a section.
    """
    if not any(isinstance(line, PairLine | PinLine | MoveLine) for line in settings.overrule):
        return Decisions(settings.file)
    desk = _Desk(settings.file, Texts(articles, paragraphs, labels))
    for line in settings.overrule:
        desk.take(line)
    return desk.decisions()


def in_force(lines: Iterable[OverruleLine], notices: Iterable[Problem]) -> tuple[Overruling, ...]:
    """Give the lines that do something, in their order.

    Args:
        lines: all of them.
        notices: on those that do not.
    """
    idle = {notice.line for notice in notices}
    return tuple(Overruling(each.line, _order(each)) for each in lines if each.line not in idle)


def _order(line: OverruleLine) -> Order:
    match line:
        case PairLine():
            return line.order
        case PinLine():
            return "pin"
        case MoveLine():
            return "move"
        case _:
            return "speaker"


class Groups:
    """Paragraphs that lines fold with one another, directly or by way of others."""

    def __init__(self, folds: Iterable[Pair] = ()) -> None:
        """Join what the lines fold."""
        self._groups: dict[str, frozenset[str]] = {}
        for pair in folds:
            self.join(pair.a, pair.b)

    def of(self, paragraph: str) -> frozenset[str]:
        """Give a paragraph with all those that it is folded with."""
        return self._groups.get(paragraph, frozenset({paragraph}))

    def join(self, a: str, b: str) -> None:
        """Fold two, and whatever either is folded with."""
        joined = self.of(a) | self.of(b)
        self._groups |= dict.fromkeys(joined, joined)


class _Desk:
    """Where the lines are read, one after the other."""

    def __init__(self, file: str, texts: Texts) -> None:
        self._file = file
        self._texts = texts
        self._groups = Groups()
        self._folds: list[Pair] = []
        self._splits: list[Pair] = []
        self._pins: list[Pin] = []
        self._moves: list[Move] = []
        self._notices: list[Problem] = []

    def decisions(self) -> Decisions:
        return Decisions(
            file=self._file,
            folds=tuple(self._folds),
            splits=tuple(self._splits),
            pins=tuple(self._pins),
            moves=tuple(self._moves),
            notices=tuple(self._notices),
        )

    def take(self, line: OverruleLine) -> None:
        """Note what a line decides, or why it does nothing."""
        if isinstance(line, PairLine):
            pair = self._pair(line)
            if isinstance(pair, Doubt):
                self._note(line.line, pair)
            elif line.order == "fold":
                self._fold(pair)
            else:
                self._split(pair)
        elif isinstance(line, PinLine | MoveLine):
            found = self._texts.find(line.paragraph)
            if isinstance(found, Doubt):
                self._note(line.line, found)
            elif isinstance(line, PinLine):
                self._pins.append(Pin(found.id, line.line))
            else:
                self._moves.append(Move(found.id, line.section, line.line))

    def _pair(self, line: PairLine) -> Pair | Doubt:
        if (fold(line.first.words), line.first.file) == (fold(line.second.words), line.second.file):
            both = self._texts.find_two(line.first)
            return both if isinstance(both, Doubt) else Pair(both[0].id, both[1].id, line.line)
        first, second = self._texts.find(line.first), self._texts.find(line.second)
        if isinstance(first, Doubt):
            return first
        if isinstance(second, Doubt):
            return second
        if first.id == second.id:
            what = f"overrule: {self._texts.place(first)} has the words of both"
            return Doubt(what, "expected words of two paragraphs")
        return Pair(first.id, second.id, line.line)

    def _fold(self, pair: Pair) -> None:
        joined = self._groups.of(pair.a) | self._groups.of(pair.b)
        against = [split for split in self._splits if {split.a, split.b} <= joined]
        if against:
            self._contradicts(pair, "folds", "splits", against)
            return
        self._groups.join(pair.a, pair.b)
        self._folds.append(pair)

    def _split(self, pair: Pair) -> None:
        group = self._groups.of(pair.a)
        if pair.b in group:
            against = [each for each in self._folds if {each.a, each.b} <= group]
            self._contradicts(pair, "splits", "folds", against)
            return
        self._splits.append(pair)

    def _contradicts(self, pair: Pair, does: str, other: str, against: Iterable[Pair]) -> None:
        lines = [str(each.line) for each in against]
        where = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(lines)} together"
        what = f"overrule: this line {does} two paragraphs that {where} {other[:-1]}"
        what = what if len(lines) > 1 else f"{what}s"
        self._note(pair.line, Doubt(what, "expected one of the two; this one does nothing"))

    def _note(self, line: int, doubt: Doubt) -> None:
        self._notices.append(Problem(self._file, line, doubt.what, doubt.expected))
