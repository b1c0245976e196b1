"""Occasions at which much is said on one day: a trial, a rally, a session.

'The banker went on trial on Tuesday' tells the day of all that he and others tell
the judges. What kinds there are, and what tells that somebody spoke there, is data
(`saying.toml`); a kind that an article dates twice dates nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.attribute.saying import subject_day
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from digest.attribute.frames import Frame
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text
    from digest.model import Moment

_NEAR = 6  # tokens behind a cue in which its audience stands: 'told the High Court in Zenda'
_ENDS = frozenset({",", ":", ";"})
_Runs = dict[str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of occasion; see saying.toml."""

    id: str
    signs: _Runs
    audience: frozenset[str]
    within: _Runs
    parts: frozenset[str]


class Occasions:
    """The dated occasions of one article, as far as it was read."""

    def __init__(self) -> None:
        """Begin an article."""
        self._days: dict[str, list[Moment]] = defaultdict(list)

    def note(self, text: Text, s: Sentence) -> None:
        """Take in a sentence that may date an occasion."""
        kinds = _signed(s) if text.days else []
        day = subject_day(text, s) if kinds else None
        if day is not None and day.first == day.last:
            for kind in kinds:
                self._days[kind.id].append(day)

    def day(self, s: Sentence, frame: Frame, nouns: AbstractSet[str]) -> Moment | None:
        """Give the day of a saying that belongs to an occasion dated before.

        Args:
            s: the sentence.
            frame: an attribution in it.
            nouns: what its speaker is: 'judge'.
        """
        for kind in _kinds() if self._days and is_past(s, frame) else ():
            days = self._days.get(kind.id, [])
            if len({each.first for each in days}) == 1 and (
                _has_run(s, kind.within)
                or _addresses(s, frame, kind.audience)
                or (nouns & kind.parts and not _addresses_somebody(s, frame))
            ):
                return days[0]
        return None


def is_past(s: Sentence, frame: Frame) -> bool:
    """Whether a cue tells one deed in the past: 'said', neither 'says' nor 'has said'.

    A participle tells what went with another deed: 'left, saying'.
    """
    at = _at(s, frame.cue.start)
    if not s.grammar.is_past(s.low(at)):
        return frame.shape == "inherited" and s.low(at).endswith("ing")
    before = at - 1
    while before >= 0 and s.is_between(before):
        if s.low(before) in s.grammar.have or s.low(before) in s.grammar.modals:
            return False
        before -= 1
    return True


def _addresses(s: Sentence, frame: Frame, audience: frozenset[str]) -> bool:
    """Whether such listeners stand behind a cue: 'told the judges', not 'said the judges'."""
    start = _at(s, frame.cue.end)
    return frame.shape != "after" and any(low in audience for low in _behind(s, start))


def _addresses_somebody(s: Sentence, frame: Frame) -> bool:
    """Whether a cue names listeners: 'told reporters', 'told Radio Delta'."""
    return s.low(_at(s, frame.cue.start)) == "told"


def _behind(s: Sentence, start: int) -> Iterator[str]:
    for at in range(start, min(len(s), start + _NEAR)):
        if s.is_quoted(at) or s.mark(at) in _ENDS or s.low(at) in s.grammar.depends:
            return
        yield s.low(at)


def _at(s: Sentence, offset: int) -> int:
    return s.first_from(offset)


def _signed(s: Sentence) -> list[_Kind]:
    """Give the kinds of occasions of which a sentence has a sign."""
    if _first_words().isdisjoint(s.words):
        return []
    return [kind for kind in _kinds() if _has_run(s, kind.signs)]


def _has_run(s: Sentence, runs: _Runs) -> bool:
    if s.words.isdisjoint(runs):
        return False
    lows = [token.low for token in s.tokens if not token.quoted]
    return any(
        lows[at : at + len(run)] == run
        for at, low in enumerate(lows)
        if low in runs
        for run in runs[low]
    )


def _runs(phrases: Iterable[str]) -> _Runs:
    """Give runs of words by their first."""
    runs: dict[str, list[list[str]]] = defaultdict(list)
    for words in phrases:
        runs[words.partition(" ")[0]].append(words.split())
    return dict(runs)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(first for kind in _kinds() for first in kind.signs)


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            id=entry["id"],
            signs=_runs(entry["signs"]),
            audience=frozenset(entry["audience"]),
            within=_runs(entry["within"]),
            parts=frozenset(entry["parts"]),
        )
        for entry in table("saying")["occasion"]
    )
