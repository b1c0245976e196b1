"""The figures of a labelled story: kinds, sections, speakers, sides, folds, events.

Each takes the placed lines (`align`) or the labels and the export, and gives a
`Figure`. A line that no paragraph holds is wrong in every figure that it counts
in. All figures were set up for this project; what each counts, its docstring
says.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tests.eval.figure import Figure, Miss
from tests.eval.labels import FURNITURE
from tests.eval.names import is_named, same_side, same_speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.eval.align import Placed
    from tests.eval.export import Event, Export, Paragraph, Statement
    from tests.eval.labels import EventLabel, Labels, LineId, Pair

NOWHERE = "no such paragraph"
NOBODY = "nobody"


class Check(NamedTuple):
    """One line held against its label."""

    right: bool
    expected: str
    got: str


def figures(labels: Labels, placed: Sequence[Placed], export: Export) -> tuple[Figure, ...]:
    """Measure all figures of a labelled story.

    Args:
        labels: what readers say.
        placed: the labelled lines with their paragraphs.
        export: what the product says.
    """
    return (
        kinds(placed),
        furniture(placed),
        paragraphs(placed),
        sections(placed, export),
        speakers(placed),
        sides(placed),
        silent(placed),
        wrong_named(placed),
        same_folded(labels, placed),
        apart_folded(labels, placed),
        wrong_folds(labels, placed, export),
        events(labels, export),
        main_events(labels, export),
        event_articles(labels, export),
    )


def kinds(placed: Iterable[Placed]) -> Figure:
    """Lines whose kind is exactly the label's, of all lines."""

    def check(line: Placed, paragraph: Paragraph) -> Check:
        return Check(paragraph.kind == line.label.kind, line.label.kind, paragraph.kind)

    return _count("kinds", placed, check)


def furniture(placed: Iterable[Placed]) -> Figure:
    """Titles, captions, bylines and boilerplate that are off the pages (fate cut)."""
    lines = [line for line in placed if line.label.kind in FURNITURE]
    return _count("furniture", lines, lambda _, p: Check(p.fate == "cut", "cut", p.fate))


def paragraphs(placed: Iterable[Placed]) -> Figure:
    """Lines of text that are on the pages (fate kept or folded)."""
    lines = [line for line in placed if line.label.kind == "text"]
    return _count("paragraphs", lines, lambda _, p: Check(p.fate != "cut", "on a page", p.fate))


def sections(placed: Iterable[Placed], export: Export) -> Figure:
    """Lines with a section label that stand in one of the sections it defends.

    A folded paragraph stands where its family does.
    """

    def check(line: Placed, paragraph: Paragraph) -> Check:
        got = _section(paragraph, export)
        return Check(got in line.label.sections, _any_of(line.label.sections), str(got))

    return _count("sections", [line for line in placed if line.label.sections], check)


def speakers(placed: Iterable[Placed]) -> Figure:
    """Lines that report somebody whose main statement is by one of the label's speakers."""

    def check(line: Placed, paragraph: Paragraph) -> Check:
        wanted = line.label.speakers or ()
        got = paragraph.main
        return Check(got is not None and _by(wanted, got), _any_of(wanted), _who(got))

    return _count("speakers", [line for line in placed if line.label.speakers], check)


def sides(placed: Iterable[Placed]) -> Figure:
    """Lines with a `country` label whose main statement is on that side.

    The side counts whether or not the speaker is right.
    """

    def check(line: Placed, paragraph: Paragraph) -> Check:
        wanted = line.label.country or ""
        got = paragraph.main.side if paragraph.main else None
        return Check(same_side(wanted, got), wanted, str(got))

    return _count("sides", [line for line in placed if line.label.country], check)


def silent(placed: Iterable[Placed]) -> Figure:
    """Lines that report nobody and were given no speaker, of all that report nobody."""

    def check(_: Placed, paragraph: Paragraph) -> Check:
        said = next((each for each in paragraph.statements if each.speaker), None)
        return Check(said is None, NOBODY, _who(said))

    return _count("silent", [line for line in placed if line.label.speakers == ()], check)


def wrong_named(placed: Iterable[Placed]) -> Figure:
    """Main statements that credit a person by full name whom the label does not list.

    Lines that report nobody count too. A name is a person's when it has two
    words or more and none of an institution (`names.is_named`).
    """
    wrong = [line for line in placed if line.label.speakers is not None and _is_wrong_named(line)]
    misses = tuple(
        _miss(line, _any_of(line.label.speakers or ()), _who(_main(line))) for line in wrong
    )
    return Figure("wrong-named", len(wrong), misses=misses)


def same_folded(labels: Labels, placed: Sequence[Placed]) -> Figure:
    """Pairs that tell the same and are in one family."""
    lines = _by_line(placed)
    left = [pair for pair in labels.same if not _in_one_family(pair, lines)]
    misses = tuple(_pair_miss(pair, lines, "one family", "two") for pair in left)
    return Figure("same-folded", len(labels.same) - len(left), len(labels.same), misses)


def apart_folded(labels: Labels, placed: Sequence[Placed]) -> Figure:
    """Look-alike pairs about different events that are in one family: must be none."""
    lines = _by_line(placed)
    wrong = [pair for pair in labels.apart if _in_one_family(pair, lines)]
    misses = tuple(_pair_miss(pair, lines, "apart", "one family") for pair in wrong)
    return Figure("apart-folded", len(wrong), misses=misses)


def wrong_folds(labels: Labels, placed: Sequence[Placed], export: Export) -> Figure:
    """Copies folded into a keeper although no label allows that pair.

    Each copy is held against its keeper only, never against another copy. A
    copy or keeper that no label is about is not judged.
    """
    allowed = labels.same | labels.may
    lines = _by_line(placed)
    ids = {line.paragraph.id: line.label.id for line in reversed(placed) if line.paragraph}
    pairs = [
        frozenset({ids[family.keeper], ids[copy]})
        for family in export.families
        for copy in family.copies
        if {family.keeper, copy} <= ids.keys()
    ]
    wrong = [pair for pair in pairs if pair not in allowed]
    misses = tuple(_pair_miss(pair, lines, "apart", "folded") for pair in wrong)
    return Figure("wrong-folds", len(wrong), misses=misses)


def events(labels: Labels, export: Export) -> Figure:
    """Labelled events that the export has, with that place and that day."""
    lost = [event for event in labels.events if not _found(event, export)]
    has = ", ".join(f"{event.place} {event.date}" for event in export.events)
    misses = tuple(Miss("event", "", _named(event), has or "no event") for event in lost)
    return Figure("events", len(labels.events) - len(lost), len(labels.events), misses)


def main_events(labels: Labels, export: Export) -> Figure:
    """Articles whose main event is the labelled one, by place and day.

    An event that the export has twice counts once: as the one that most of its
    articles name.
    """
    wrong = [
        Miss(key, "", _named(event), _main_event(key, export) or "no event")
        for event in labels.events
        for key in event.articles
        if _main_event(key, export) != _chosen(event, export) or not _found(event, export)
    ]
    of = sum(len(event.articles) for event in labels.events)
    return Figure("main-events", of - len(wrong), of, tuple(wrong))


def event_articles(labels: Labels, export: Export) -> Figure:
    """Labelled events that exactly the labelled articles have as their main event."""
    lost = [event for event in labels.events if _reporters(event, export) != _stems(event)]
    misses = tuple(
        Miss(
            _named(event),
            "",
            _any_of(sorted(_stems(event))),
            _any_of(sorted(_reporters(event, export))),
        )
        for event in lost
    )
    return Figure("event-articles", len(labels.events) - len(lost), len(labels.events), misses)


def _count(
    name: str, lines: Iterable[Placed], check: Callable[[Placed, Paragraph], Check]
) -> Figure:
    checked = [(line, _check(line, check)) for line in lines]
    misses = tuple(_miss(line, c.expected, c.got) for line, c in checked if not c.right)
    return Figure(name, len(checked) - len(misses), len(checked), misses)


def _check(line: Placed, check: Callable[[Placed, Paragraph], Check]) -> Check:
    if line.paragraph is None:
        return Check(right=False, expected=line.label.kind, got=NOWHERE)
    return check(line, line.paragraph)


def _miss(line: Placed, expected: str, got: str) -> Miss:
    return Miss(str(line.label.id), line.text, expected, got)


def _section(paragraph: Paragraph, export: Export) -> str | None:
    if paragraph.fate == "folded" and paragraph.family is not None:
        return export.sections.get(paragraph.family)
    return paragraph.section


def _main(line: Placed) -> Statement | None:
    return line.paragraph.main if line.paragraph else None


def _by(wanted: Iterable[str], statement: Statement) -> bool:
    return any(same_speaker(label, name) for label in wanted for name in _names(statement))


def _names(statement: Statement) -> list[str]:
    """Give the names to try: the words in the text count unless a person is named."""
    named = statement.speaker is not None and is_named(statement.speaker)
    names = [statement.speaker] if named else [statement.speaker, statement.mention]
    return [name for name in names if name]


def _who(statement: Statement | None) -> str:
    return " / ".join(_names(statement)) or NOBODY if statement else NOBODY


def _any_of(names: Iterable[str]) -> str:
    return " | ".join(names) or NOBODY


def _is_wrong_named(line: Placed) -> bool:
    main = _main(line)
    if main is None or main.speaker is None or not is_named(main.speaker):
        return False
    return not _by(line.label.speakers or (), main)


def _by_line(placed: Iterable[Placed]) -> dict[LineId, Placed]:
    return {line.label.id: line for line in placed}


def _in_one_family(pair: Pair, lines: dict[LineId, Placed]) -> bool:
    held = [lines[line].paragraph for line in pair]
    families = [paragraph.family if paragraph else None for paragraph in held]
    return None not in families and len(set(families)) == 1


def _pair_miss(pair: Pair, lines: dict[LineId, Placed], expected: str, got: str) -> Miss:
    ids = sorted(pair)
    text = " ~ ".join(lines[line].text[:38] for line in ids)
    return Miss(" ".join(map(str, ids)), text, expected, got)


def _found(event: EventLabel, export: Export) -> list[Event]:
    return [
        each
        for each in export.events
        if (each.place or "").casefold() == event.place.casefold()
        and each.date == event.date.isoformat()
    ]


def _named(event: EventLabel) -> str:
    return f"{event.place} {event.date}"


def _main_event(key: str, export: Export) -> str | None:
    article = export.by_stem().get(PurePath(key).stem)
    return article.event if article else None


def _chosen(event: EventLabel, export: Export) -> str | None:
    """Give the id of the exported event that most of the labelled articles name."""
    mains = [_main_event(key, export) for key in event.articles]
    ids = [each.id for each in _found(event, export)]
    return max(ids, key=mains.count, default=None)


def _reporters(event: EventLabel, export: Export) -> set[str]:
    chosen = _chosen(event, export)
    return {article.stem for article in export.articles if chosen and article.event == chosen}


def _stems(event: EventLabel) -> set[str]:
    return {PurePath(key).stem for key in event.articles}
