"""How the work and the room of comparing grow with the text: made-up news of any size.

Two worlds. `stories`: story after story, each with names and terms of its own, told by
five outlets in words drawn from the lists of synonyms, so that what overlaps with one
paragraph stays about as much however many there are. `refrain`: the same names and
terms in every story, so that the lists of who holds a word grow with the text.

Counted are pairs, not seconds: what a machine does besides decides nothing. Seconds and
bytes of any size are printed by `python -m tests.eval.scale 8000` (Linux).
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from digest.compare import compare
from digest.compare.candidates import candidates
from digest.compare.reading import Reader
from digest.fold import fold, verdict
from digest.lexicon import table
from digest.model import Article, Label, Paragraph, Person, Span, Statement
from digest.relate import is_part
from tests import made_up
from tests.eval.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.model import Overlap

    Worth = Callable[[Overlap], bool]
    Make = Callable[[], "World"]

PARAGRAPHS = 2_000
OUTLETS = 5
FACTS = 14  # of a story
TOLD = 0.7  # of its facts, that an outlet tells
SLOTS = 34  # telling words of a fact
SENTENCE = 12  # of them
SYNONYM = 0.4  # of the words, that an outlet may exchange
LEFT_OUT = 0.12
VERBATIM = 0.15  # of the paragraphs, that are copies
QUOTED = 0.6  # of the facts, that somebody says
BEGINNING = date(2031, 1, 1)
SMALL = ("the", "of", "to", "and", "in", "a", "for", "with", "on", "at", "from", "by")
SYLLABLES = [first + second for first in "bdklmnrstv" for second in "aeo"]
GROUPS = [group for groups in table("synonyms")["same"].values() for group in groups]

Slot = list[str]  # words that tell the same


class Fact(NamedTuple):
    """What a story tells; the words for it, and who says it."""

    slots: tuple[Slot, ...]
    speaker: Person | None


class Told(NamedTuple):
    """What the stages before `compare` make of the news."""

    articles: list[Article]
    paragraphs: list[Paragraph]
    people: list[Person]
    statements: list[Statement]

    @property
    def labels(self) -> list[Label]:
        """Give what each paragraph is: text."""
        return [Label(paragraph.id, "text", None) for paragraph in self.paragraphs]

    @property
    def characters(self) -> int:
        """Count the characters of all texts."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def measure() -> tuple[Figure, ...]:
    """Give how many pairs are weighed and kept for each paragraph, in either world."""
    return tuple(
        figure
        for name, world in (("stories", stories()), ("refrain", refrain()))
        for figure in _figures(name, count(news(world, PARAGRAPHS)))
    )


def _figures(name: str, counted: Counted) -> Iterator[Figure]:
    yield Figure(f"{name}-weighed-a-paragraph", counted.weighed / counted.paragraphs)
    yield Figure(f"{name}-kept-a-paragraph", counted.kept / counted.paragraphs)


class Counted(NamedTuple):
    """What comparing and folding took.

    Attributes:
        weighed: pairs of which the evidence was gathered.
        kept: pairs that `fold` or `relate` needs.
        folded: paragraphs.
    """

    paragraphs: int
    weighed: int
    kept: int
    folded: int


@dataclass(frozen=True, slots=True)
class World:
    """Where names and terms come from.

    Attributes:
        names: that every story uses; none where each makes its own.
        terms: likewise.
    """

    random: Random
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    def name(self) -> str:
        """Give a name."""
        return self.random.choice(self.names) if self.names else self._coin(3).title() + "n"

    def term(self) -> str:
        """Give a word of the matter that is in no list."""
        return self.random.choice(self.terms) if self.terms else self._coin(4) + "m"

    def _coin(self, syllables: int) -> str:
        return "".join(self.random.choices(SYLLABLES, k=syllables))

    def story(self, number: int) -> list[Fact]:
        """Make the facts of a story."""
        people = [self._person(number, n) for n in range(4)]
        names = [self.name() for _ in range(3)]
        terms = [self.term() for _ in range(30)]
        return [
            Fact(
                tuple(self._slot(names, terms) for _ in range(SLOTS)),
                self.random.choice(people) if self.random.random() < QUOTED else None,
            )
            for _ in range(FACTS)
        ]

    def _person(self, story: int, number: int) -> Person:
        name = f"{self.name()} {self.name()}"
        return Person(f"p{story}-{number}", name, "person", (name,), None, None)

    def _slot(self, names: Sequence[str], terms: Sequence[str]) -> Slot:
        kind = self.random.choices("gtnf", (55, 30, 10, 5))[0]
        if kind == "g":
            return self.random.choices(GROUPS, cum_weights=COMMON)[0]  # type: ignore[no-any-return]
        own = {"t": terms, "n": names}.get(kind) or [str(self.random.randrange(2, 900))]
        return [self.random.choice(own)]


COMMON = list(accumulate(1 / (rank + 2) for rank in range(len(GROUPS))))


def stories(seed: int = 5) -> World:
    """Give a world in which every story has names and terms of its own."""
    return World(Random(seed))  # noqa: S311 - made-up text, no secret


def refrain(names: int = 300, seed: int = 5) -> World:
    """Give a world in which all stories share their names and terms."""
    own = stories(seed)
    return World(
        own.random,
        tuple(own.name() for _ in range(names)),
        tuple(own.term() for _ in range(5 * names)),
    )


def news(world: World, least: int) -> Told:
    """Tell stories until there are so many paragraphs."""
    told = Told([], [], [], [])
    number = 0
    while len(told.paragraphs) < least:
        _tell(world, number, told)
        number += 1
    return told


def _tell(world: World, number: int, told: Told) -> None:
    facts = world.story(number)
    told.people.extend(dict.fromkeys(fact.speaker for fact in facts if fact.speaker))
    for outlet in range(OUTLETS):
        published = BEGINNING + timedelta(days=number // 2 + outlet // 3)
        name, teller = f"s{number}-{outlet}", f"Outlet {outlet}"
        article = made_up.article(name, "", published=published, outlet=teller)
        told.articles.append(article)
        chosen = [fact for fact in facts if world.random.random() < TOLD]
        world.random.shuffle(chosen)
        for place, fact in enumerate(chosen):
            _write(world, article.id, place, fact, told)


def _write(world: World, article: str, place: int, fact: Fact, told: Told) -> None:
    name = f"{article}:{place}"
    before = f"{fact.speaker.name} said that " if fact.speaker else ""
    sentences = list(_sentences(world, fact, before))
    text = " ".join(sentences)
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    spans = tuple(Span(end - 1 - len(s), end - 1) for s, end in zip(sentences, ends, strict=True))
    told.paragraphs.append(Paragraph(name, article, place, 1, text, "paragraph", spans))
    if fact.speaker:
        said = Span(len(before), spans[0].end - 1)
        words = fact.speaker.name
        told.statements.append(
            Statement(name, fact.speaker.id, words, said, "reported", None, "made-up")
        )


def _sentences(world: World, fact: Fact, before: str) -> Iterator[str]:
    """Put the words of a fact into sentences; a copy has the same words each time."""
    random = world.random if world.random.random() > VERBATIM else Random(1)  # noqa: S311
    for start in range(0, SLOTS, SENTENCE):
        words: list[str] = []
        for slot in fact.slots[start : start + SENTENCE]:
            if random.random() > LEFT_OUT:
                word = random.choice(slot) if random.random() < SYNONYM else slot[0]
                words += (random.choice(SMALL), word)
        sentence = " ".join(words)
        yield f"{before}{sentence}." if before else f"{sentence[:1].upper()}{sentence[1:]}."
        before = ""


def proposed(told: Told) -> int:
    """Count the pairs that the indexes propose, without looking at any."""
    reader = Reader(told.articles, told.paragraphs, (), (), told.people, told.statements)
    fullest = sorted(told.paragraphs, key=lambda each: -len(each.text))
    readings = [reader.reading(paragraph, paragraph.number) for paragraph in fullest]
    topics = [[concept.key for concept in reading.concepts] for reading in readings]
    return sum(1 for _ in candidates(topics, [reading.words for reading in readings]))


def overlaps(told: Told, worth: Worth = lambda _: True) -> tuple[Overlap, ...]:
    """Compare the news."""
    return compare(
        told.articles, told.paragraphs, told.labels, (), (), told.people, told.statements, worth
    )


def count(told: Told) -> Counted:
    """Compare and fold the news as `pipeline` does, and count."""
    weighed = 0

    def needed(overlap: Overlap) -> bool:
        nonlocal weighed
        weighed += 1
        return verdict(overlap) is not None or is_part(overlap)

    kept = overlaps(told, needed)
    families = fold(told.paragraphs, told.labels, kept)
    folded = sum(len(family.copies) for family in families)
    return Counted(len(told.paragraphs), weighed, len(kept), folded)


def room(size: int) -> str:
    """Say what comparing and folding a number of paragraphs takes of time and memory."""
    told = news(stories(), size)
    gc.collect()
    before, start = _memory("VmRSS"), time.process_time()
    counted = count(told)
    seconds, most = time.process_time() - start, _memory("VmHWM")
    taken = (most - before) / told.characters
    return (
        f"{counted.paragraphs} paragraphs, {told.characters} characters: {seconds:.0f} s of one "
        f"processor, {taken:.1f} bytes a character, {counted.weighed / counted.paragraphs:.1f} "
        f"pairs weighed and {counted.kept / counted.paragraphs:.1f} kept a paragraph"
    )


def _memory(name: str) -> int:
    """Give what the kernel tells of this process, in bytes: `VmRSS` now, `VmHWM` at most."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    return int(told[name].split()[0]) * 1024


if __name__ == "__main__":
    print(room(int(sys.argv[1])))
