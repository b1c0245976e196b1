"""What one paragraph says, reduced to what can be compared with another's."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.compare.claims import claims, main_clauses
from digest.compare.concepts import concepts, places
from digest.compare.words import CLASSES, PERSON, Speech, day_word, inside, quotations
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from digest.compare.concepts import Concept
    from digest.model import Article, Event, Moment, Paragraph, Person, Statement

_NOTHING: frozenset[str] = frozenset()
_GUESSED = frozenset({"weekday", "weekday-short", "month", "month-of-year"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages before understood of one paragraph.

    Attributes:
        words: its telling words in order.
        sentences: for each of them, the number of its sentence.
        concepts: what they mean.
        quoted: the words inside its quotation marks.
        content: what its main speaker said, brought down to concepts; empty where nobody speaks.
        claims: the main clauses of what is told and said, brought down to concepts.
        turned: how its main clauses turn or hedge what they claim: 'not', 'may'.
        speakers: who speaks, the main speaker first.
        introduced: keys of the words that tell who speaks, and what is said of them there.
        said: the day of its main statement.
        guessed: of its days, those of which only the weekday or the month is named.
        events: those it speaks of.
        event: what its article mainly reports.
        places: places of events that it names.
        place: how many texts stand before it in its article.
    """

    paragraph: Paragraph
    published: date | None
    words: tuple[str, ...]
    sentences: tuple[int, ...]
    concepts: tuple[Concept, ...]
    quoted: tuple[str, ...]
    content: tuple[Concept, ...]
    claims: tuple[tuple[Concept, ...], ...]
    turned: frozenset[str]
    speakers: tuple[Person, ...]
    introduced: frozenset[str]
    said: Moment | None
    guessed: frozenset[str]
    events: tuple[Event, ...]
    event: str | None
    places: frozenset[str]
    place: int

    def at(self, concept: Concept) -> Sequence[int]:
        """Give where among the words one of the concepts stands."""
        return places(self.words)[concept.key]


class Reader:
    """What the stages before said, by paragraph."""

    def __init__(  # noqa: PLR0913, PLR0917 - one argument for each stage before
        self,
        articles: Iterable[Article],
        paragraphs: Sequence[Paragraph],
        moments: Iterable[Moment],
        events: Iterable[Event],
        people: Sequence[Person],
        statements: Iterable[Statement],
    ) -> None:
        """Look everything up once."""
        self._published = {article.id: article.published for article in articles}
        self._speech = Speech(people, paragraphs)
        self._people = {person.id: person for person in people}
        self._moments: dict[str, list[Moment]] = defaultdict(list)
        for moment in moments:
            self._moments[moment.paragraph].append(moment)
        self._said: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            self._said[statement.paragraph].append(statement)
        self._events: dict[str, list[Event]] = defaultdict(list)
        self._event: dict[str, str] = {}
        self._places: set[str] = set()
        for event in events:
            for name in event.paragraphs:
                self._events[name].append(event)
            self._event |= dict.fromkeys(event.articles, event.id)
            self._places |= {fold(word) for word in (event.place or "").split()}

    def reading(self, paragraph: Paragraph, place: int) -> Reading:
        """Read one paragraph, the how-manieth text of its article is given."""
        moments = self._moments[paragraph.id]
        found = list(self._speech.words(paragraph, moments))
        said = self._said[paragraph.id]
        own = [s.span for s in said if s.person == said[0].person]
        words = tuple(word for _, word in found)
        told = concepts(words)
        clauses = main_clauses(found, paragraph.text, _claiming(paragraph, said))
        return Reading(
            paragraph=paragraph,
            published=self._published[paragraph.article],
            words=words,
            sentences=tuple(_numbered(found, paragraph)),
            concepts=told,
            quoted=inside(found, quotations(paragraph.text)),
            content=concepts([w for w in inside(found, own) if not w.startswith(PERSON)]),
            claims=claims(clauses),
            turned=_set(CLASSES[word] for clause in clauses for word in clause if word in CLASSES),
            speakers=tuple(dict.fromkeys(self._people[s.person] for s in said)),
            introduced=_set(c.key for c in concepts(inside(found, _mentions(paragraph, said)))),
            said=said[0].said if said else None,
            guessed=_set(day_word(m) for m in moments if m.rule in _GUESSED),
            events=tuple(self._events[paragraph.id]),
            event=self._event.get(paragraph.article),
            places=_set(c.key[1:] for c in told if c.key[1:] in self._places),
            place=place,
        )


def _claiming(paragraph: Paragraph, said: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    """Give the spans that claim something: sentences, and what is said in them."""
    yield from ((sentence.start, sentence.end) for sentence in paragraph.sentences)
    yield from ((statement.span.start, statement.span.end) for statement in said)


def _mentions(paragraph: Paragraph, said: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    """Give where it is told who speaks, and what is said of them there."""
    for statement in said:
        start = paragraph.text.find(statement.mention)
        if start >= 0:
            yield start, start + len(statement.mention)


def _set(found: Iterable[str]) -> frozenset[str]:
    """Give a set; of empty ones, which most are, there is one."""
    return frozenset(found) or _NOTHING


def _numbered(found: Iterable[tuple[int, str]], paragraph: Paragraph) -> Iterator[int]:
    """Give the number of the sentence in which each word stands."""
    ends = [sentence.end for sentence in paragraph.sentences]
    return (bisect_right(ends, at) for at, _ in found)
