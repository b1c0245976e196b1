"""What pages open with: the lead of the front page, and sentences in brief.

Which sentences read alone `alone` decides, and `weight` which matter; here they are
chosen so that a few of them tell different things, of different people.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.compose.alone import (
    is_empty,
    is_whole,
    known,
    leaning,
    looks_ahead,
    needs_day,
    without_dateline,
)
from digest.compose.weight import Weight, repeats, words
from digest.model import Brief, Lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.compose.written import Written
    from digest.index import Index
    from digest.model import Byline, Digest, Entry, Excerpt, Link, Paragraph, Span

_BRIEF, _BRIEF_OF_SECTION = 5, 3  # sentences
_FEW = 4  # entries of a section that share a sentence of its own, and two there must be
_STALE = 0.2  # what is left of the weight of what was still to come, long before the newest
_LEANS = 0.25  # what is left of the weight of a lead that does not read alone
_HEARD = 0.5  # of one whose section, speaker or article was heard before, for each time
_AFTER = 2  # sentences below a headline
_SHORTEST, _LONGEST = 4, 16  # words of a title that makes a headline
_ABOUT = 0.4  # of a title's words that the lead must have, too


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of an entry that reads alone."""

    entry: Entry
    excerpt: Excerpt
    span: Span
    weight: float


class Front:
    """Chooses what the pages of one digest open with."""

    def __init__(self, digest: Digest, index: Index, written: Written) -> None:
        self._index = index
        self._known = known(digest)
        self._weight = Weight(index, written)
        self._bests: dict[Link, _Sentence | None] = {}

    # ---------------------------------------------------------------- lead

    def lead(self, entries: Iterable[Entry]) -> Lead | None:
        """Give the news to open with: of what articles open with, the weightiest.

        Returns:
            Headline, sentences and speakers; None where no article has any text.
        """
        openings = [
            (self._lead_weight(entry, excerpt), entry, excerpt)
            for entry in entries
            for excerpt in _texts(entry)
            if self._weight.place_of(excerpt.paragraph) == 0
        ]
        if not openings:
            return None
        _, entry, excerpt = min(openings, key=lambda each: (-each[0], each[2].paragraph))
        title = self._headline(excerpt)
        count = _AFTER if title is not None else _AFTER + 1
        return Lead(
            entry=entry.section,
            headline=title,
            sentences=tuple(self._running(excerpt, count)),
            bylines=entry.bylines,
            day=entry.day,
            events=entry.events,
            told=entry.told,
        )

    def _lead_weight(self, entry: Entry, excerpt: Excerpt) -> float:
        first = next((text for _, text in self._sentences(excerpt)), excerpt.text)
        alone = self._why_not(excerpt, first) is None
        weight = self._weight.of(entry, first, excerpt.paragraph) * self._weight.newness(entry)
        return weight * (1 if alone else _LEANS)

    def _headline(self, excerpt: Excerpt) -> str | None:
        """Give the article's title where it is one, and tells the same as the paragraph."""
        title = excerpt.mark.title
        if not _SHORTEST <= len(title.split()) <= _LONGEST:
            return None
        own = words(title)
        return title if len(own & words(excerpt.text)) >= _ABOUT * len(own) else None

    def _running(self, excerpt: Excerpt, count: int) -> Iterator[Excerpt]:
        """Give the first sentences from a paragraph on, as they follow each other in its article.

        What is no whole sentence is left out; behind it only one that reads alone goes on.
        """
        gap, shown = False, set[str]()
        for paragraph, span in self._sentences_from(excerpt.paragraph):
            text = span.of(paragraph.text)
            first = paragraph.id == excerpt.paragraph and span.start == 0
            if text in shown:
                continue
            if not first and (not is_whole(text) or (gap and leaning(text, self._known))):
                gap = True
                continue
            shown.add(text)
            yield self._cut(excerpt, paragraph, without_dateline(text))
            count -= 1
            if not count:
                return

    def _sentences_from(self, first: str) -> Iterator[tuple[Paragraph, Span]]:
        start = self._index.paragraphs[first]
        for paragraph in self._index.own[start.article][start.number :]:
            if paragraph.id in self._index.family_of:
                yield from ((paragraph, span) for span in paragraph.sentences)

    def _cut(self, excerpt: Excerpt, paragraph: Paragraph, text: str) -> Excerpt:
        """Give one sentence of a paragraph of the same article."""
        mark = replace(excerpt.mark, line=paragraph.line, anchor=f"p{paragraph.number}")
        return replace(excerpt, paragraph=paragraph.id, text=text, mark=mark, rest=0)

    # --------------------------------------------------------------- brief

    def brief(self, ordered: Sequence[Entry], lead: Lead | None) -> tuple[Brief, ...]:
        """Choose sentences for the front page, that repeat nothing of the lead.

        Args:
            ordered: the entries of the digest, the newest first.
            lead: what stands above them.
        """
        if lead is None:
            return ()
        told = [words(each.text) for each in lead.sentences] + [words(lead.headline or "")]
        rest = [entry for entry in ordered if entry.section != lead.entry]
        heard = Counter({lead.entry.page, *(byline.name for byline in lead.bylines)})
        return self._choose(rest, _BRIEF, [each for each in told if each], heard)

    def brief_of_section(self, ordered: Sequence[Entry]) -> tuple[Brief, ...]:
        """Choose sentences for the top of a section; none where it is short enough to read.

        Args:
            ordered: the entries of the section, the newest first.
        """
        most = min(_BRIEF_OF_SECTION, len(ordered) // _FEW)
        chosen = self._choose(ordered, most, [], Counter()) if most > 1 else ()
        return chosen if len(chosen) > 1 else ()

    def _choose(
        self, ordered: Sequence[Entry], most: int, told: list[set[str]], heard: Counter[str]
    ) -> tuple[Brief, ...]:
        """Take the weightiest sentence again and again, less what was heard; in the given order."""
        place = {entry.section: at for at, entry in enumerate(ordered)}
        matters = (entry for entry in ordered if self._weight.matters(entry))
        pool = [best for entry in matters if (best := self._best(entry)) is not None]
        chosen: list[_Sentence] = []
        while pool and len(chosen) < most:
            best = max(pool, key=lambda each: (self._left(each, heard), -place[each.entry.section]))
            pool.remove(best)
            own = words(best.excerpt.text)
            if not any(repeats(own, each) for each in told):
                told.append(own)
                heard.update(self._sources(best))
                chosen.append(best)
        chosen.sort(key=lambda each: place[each.entry.section])
        return tuple(self._brief(each) for each in chosen)

    def _left(self, sentence: _Sentence, heard: Counter[str]) -> float:
        return sentence.weight * _HEARD ** sum(heard[each] for each in self._sources(sentence))

    def _sources(self, sentence: _Sentence) -> set[str]:
        """Name what a choice should not come back to: section, speaker, article."""
        entry = sentence.entry
        speaker = self._speaker(sentence)
        return {entry.section.page, sentence.excerpt.mark.page, speaker.name if speaker else ""} - {
            ""
        }

    def _best(self, entry: Entry) -> _Sentence | None:
        """Give the weightiest sentence of an entry; asked for the front page and its section."""
        if entry.section not in self._bests:
            self._bests[entry.section] = self._weightiest(entry)
        return self._bests[entry.section]

    def _weightiest(self, entry: Entry) -> _Sentence | None:
        """Give the weightiest sentence of an entry: of each text the first that reads alone."""
        alone = [first for each in _texts(entry) if (first := self._alone(entry, each)) is not None]
        return max(alone, key=lambda each: each.weight, default=None)

    def _alone(self, entry: Entry, excerpt: Excerpt) -> _Sentence | None:
        for span, text in self._sentences(excerpt):
            if self._why_not(excerpt, text) is None:
                weight = self._weight.of(entry, text, excerpt.paragraph)
                old = looks_ahead(text) and self._weight.is_old(entry)
                cut = replace(excerpt, text=text, rest=0)
                return _Sentence(entry, cut, span, weight * (_STALE if old else 1))
        return None

    def _sentences(self, excerpt: Excerpt) -> Iterator[tuple[Span, str]]:
        paragraph = self._index.paragraphs[excerpt.paragraph]
        for span in paragraph.sentences:
            yield span, without_dateline(span.of(paragraph.text))

    def _why_not(self, excerpt: Excerpt, sentence: str) -> str | None:
        """Say why a sentence cannot stand alone on a page; None where it can."""
        if is_empty(sentence):
            return "empty"
        if excerpt.mark.published is None and needs_day(sentence):
            return "day"
        return leaning(sentence, self._known)

    def _brief(self, sentence: _Sentence) -> Brief:
        entry = sentence.entry
        speaker = self._speaker(sentence)
        return Brief(
            excerpt=sentence.excerpt,
            byline=speaker,
            day=entry.day if speaker is not None else None,
            entry=entry.section,
            told=entry.told,
        )

    def _speaker(self, sentence: _Sentence) -> Byline | None:
        """Give who is heard in a sentence; its paragraph may go on with others."""
        kept = self._index.said_in[sentence.entry.excerpt.paragraph]
        people = dict.fromkeys(statement.person for statement in kept)
        bylines = dict(zip(people, sentence.entry.bylines, strict=True))
        start, end = sentence.span
        told = self._index.said_in[sentence.excerpt.paragraph]
        heard = (s.person for s in told if s.span.start < end and start < s.span.end)
        return next((bylines[person] for person in heard if person in bylines), None)


def _texts(entry: Entry) -> tuple[Excerpt, ...]:
    """Give every text of an entry, the shown one first."""
    return (entry.excerpt, *(copy.excerpt for copy in entry.copies))
