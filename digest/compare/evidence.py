"""All that speaks for and against telling two paragraphs alike."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from digest.compare.align import align, differences
from digest.compare.claims import common_claim
from digest.compare.concepts import COMMON, root
from digest.compare.conflicts import conflicts
from digest.compare.little import told_beside
from digest.compare.match import match
from digest.compare.words import (
    CLASSES,
    DAYS,
    NAME,
    NUMBER,
    PERSON,
    VAGUE,
    day_word,
    days_of,
    plain_words,
)
from digest.lexicon import table
from digest.model import Evidence, Overlap
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.compare.concepts import Concept
    from digest.compare.match import Match, Rarity
    from digest.compare.reading import Reading
    from digest.model import Event, Moment, Person

_COPIED = 0.4  # of the one text in the other, from which they are laid side by side
_ALIKE = 1 << 12  # pieces of evidence that are remembered
_NAMES = 1 << 12  # names of which the words are remembered
_NEWS = 2  # days between publications of the news of one day
_ROUND = frozenset({7, 365, 366})  # days by which a weekday or a month is misread
_LEAD = 2  # paragraphs of an article that tell what it reports
_QUOTED = 4  # words that a quotation worth comparing has at least
_SAME_WORDS = 0.6  # of what two are reported to say, to be almost the same
_CLASSED = ("negation: ", "modality: ")
_HANGING = frozenset(table("comparison")["words"]["hanging"])
_DOCUMENTS = frozenset(noun.split()[-1] for noun in table("roles")["documents"]["nouns"])
_WHOSE = frozenset(table("grammar")["words"]["possessives"])
_OFFICES = frozenset(table("roles")["posts"]["offices"])


class Held:
    """Two paragraphs held against each other, of which it is known what both speak of."""

    def __init__(self, a: Reading, b: Reading, found: Match, rarity: Rarity) -> None:
        """Gather what speaks for telling them alike; what both are, in short."""
        self._a, self._b, self._found = a, b, found
        self._signs = tuple(_signs(a, b, found, rarity))
        self._copied = tuple(_copied(a, b) if max(found.shares) >= _COPIED else ())

    def signs(self, choice: Iterable[Evidence] = ()) -> Overlap:
        """Give the evidence without the objections, each of which can only keep two apart."""
        return self._overlap(*self._signs, *self._copied, *choice)

    def all(self, choice: Iterable[Evidence] = ()) -> Overlap:
        """Give all the evidence; looking for objections takes the most time."""
        objections = _objections(self._a, self._b, self._found)
        evidence = (*self._signs, *objections, *self._copied, *choice)
        return self._overlap(*map(_one_of, evidence))

    def _overlap(self, *evidence: Evidence) -> Overlap:
        first, second = sorted((self._a.paragraph.id, self._b.paragraph.id))
        return Overlap(first, second, self._found.score, evidence)


def _signs(a: Reading, b: Reading, found: Match, rarity: Rarity) -> Iterator[Evidence]:
    """Say what the two have in common, who speaks, of what, and when."""
    yield Evidence("contained", max(found.shares))
    yield from _shared(a, b, found, rarity)
    yield from _spoken(a, b, rarity)
    yield from _told(a, b)
    yield from _figures(found, rarity)
    yield from _phrase(a, b)
    yield from _claimed(a, b, rarity)


def _objections(a: Reading, b: Reading, found: Match) -> Iterator[Evidence]:
    """Say what the two tell differently that must not differ."""
    yield from _worded(a, b, found)
    yield from (Evidence(f"told: {kind}", 1.0, how) for kind, how in conflicts(a, b, found))


@lru_cache(_ALIKE)
def _one_of(evidence: Evidence) -> Evidence:
    """Give the one object for evidence that many pairs have, of those that are kept."""
    return evidence


def _shared(a: Reading, b: Reading, found: Match, rarity: Rarity) -> Iterator[Evidence]:
    """Say how much both tell, who speaks left out, and whether each has words of its own."""
    yield _in_common("in common", a, b, found, rarity)
    beside = _introducing(a, b)
    both = _telling((mine for mine, _ in found.pairs), beside)
    matter = [key for key in both if key[0] not in (NAME, PERSON)]
    if matter:
        yield Evidence("matter", len(matter), ", ".join(matter))
    left, right = _telling(found.left, beside), _telling(found.right, beside)
    if left and right:
        yield Evidence(
            "exchanged", min(len(left), len(right)), f"{', '.join(left)} | {', '.join(right)}"
        )
    if len(left) != len(right):
        yield Evidence("added", abs(len(left) - len(right)))


def _telling(found: Iterable[Concept], beside: frozenset[str]) -> list[str]:
    """Give the keys of what is not said in any text, nor in introducing who speaks."""
    return [
        concept.key for concept in found if concept.key not in beside and concept.key not in COMMON
    ]


def _introducing(a: Reading, b: Reading) -> frozenset[str]:
    """Give the words that tell who speaks, and what is said of them where they are named.

    'Jan Roe, a baker from Velmouth,' and 'the mayor's brother' are told by each in its own way.
    """
    speakers = (PERSON + person.id for person in (*a.speakers, *b.speakers))
    return a.introduced | b.introduced | frozenset(speakers)


def _in_common(name: str, a: Reading, b: Reading, found: Match, rarity: Rarity) -> Evidence:
    """Weigh what was found in both, without the words that tell who speaks."""
    describing = _describing(a.speakers) | _describing(b.speakers)
    common = [mine for mine, _ in found.pairs if mine.key not in describing]
    return Evidence(name, rarity.words(common), ", ".join(mine.key for mine in common))


def _figures(found: Match, rarity: Rarity) -> Iterator[Evidence]:
    """Say which figures both tell that hardly any other text does."""
    same = [mine.key for mine, theirs in found.pairs if mine.key == theirs.key]
    rare = [key for key in same if rarity.is_rare(key) and key not in VAGUE]
    figures = [key for key in rare if key.startswith(NUMBER)]
    if figures:
        yield Evidence("figures", len(figures), ", ".join(figures))


def _phrase(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say which words in a row both put into quotation marks."""
    shared = set(pairwise(a.quoted)) & set(pairwise(b.quoted))
    if shared:
        yield Evidence("phrase", len(shared), ", ".join(sorted(" ".join(two) for two in shared)))


def _claimed(a: Reading, b: Reading, rarity: Rarity) -> Iterator[Evidence]:
    """Say how much of what the one claims the other claims, too."""
    beside = _describing(a.speakers) | _describing(b.speakers) | _introducing(a, b)
    both = common_claim(a, b, beside, rarity)
    if both is not None:
        yield Evidence("claim", both.score, ", ".join(mine.key for mine, _ in both.pairs))


def _spoken(a: Reading, b: Reading, rarity: Rarity) -> Iterator[Evidence]:
    """Say whether one and the same speaks, on the same day, and of the same."""
    if not a.speakers and not b.speakers:
        yield Evidence("no speaker", 1.0)
        return
    if not a.speakers or not b.speakers:
        yield Evidence("one speaker", 1.0)
    said = match(a.content or a.concepts, b.content or b.concepts, rarity)
    if a.speakers and b.speakers and not _tells_through_a_text(a, b):
        yield _speaker(a, b, said.score)
    yield from _named_there(a, b)
    yield Evidence("said alike", said.score)
    yield _in_common("said in common", a, b, said, rarity)
    if a.said is not None and b.said is not None:
        yield Evidence("same day" if _are_of_one_day(a, b, a.said, b.said) else "other day", 1.0)
    elif _days(a) & _days(b):
        yield Evidence("same day", 1.0)


def _are_of_one_day(a: Reading, b: Reading, left: Moment, right: Moment) -> bool:
    """Whether two days are one, or may be but for the week that was worked out for them."""
    same = left.first <= right.last and right.first <= left.last
    return same or _may_be_misread(a, b, {day_word(left)}, {day_word(right)})


def _speaker(a: Reading, b: Reading, said_alike: float) -> Evidence:
    """Hold the speakers against each other: first the main ones, then all of them.

    Of two who say almost the same, and one without a name, one may have been misread.
    """
    left, right = a.speakers[0], b.speakers[0]
    if left.id == right.id:
        return Evidence("same speaker", 1.0 if left.kind == "person" else 0.8, left.name)
    names = f"{left.name} | {right.name}"
    if _is_short_for(left, right) or _is_short_for(right, left):
        return Evidence("same speaker", 0.9, names)
    if any(x.id == y.id or _may_be_one(x, y) for x in a.speakers for y in b.speakers):
        return Evidence("same speaker", 0.5, names)
    if _are_two(a, b):
        return Evidence("other speaker", 1.0, names)
    if "unnamed" in {left.kind, right.kind} and said_alike >= _SAME_WORDS:
        return Evidence("other speaker", 0.3, names)
    person = (left.kind == "person") != (right.kind == "person")
    return Evidence("other speaker", 0.5 if person else 0.7, names)


@lru_cache(_ALIKE)
def _describing(speakers: tuple[Person, ...]) -> frozenset[str]:
    """Give the words that tell who speaks: 'House', 'Speaker' and 'California' of a Speaker."""
    told = (f"{person.name} {person.role or ''} {person.side or ''}" for person in speakers)
    words = {word for each in told for word in each.split()}
    return frozenset(
        (
            *(PERSON + person.id for person in speakers),
            *(NAME + fold(word) for word in words),
            *(root(form) for word in words for form in plain_words(word)),
        )
    )


def _tells_through_a_text(a: Reading, b: Reading) -> bool:
    """Whether a text is heard here and somebody there, who may have written it.

    'The letter said' and 'the scholars wrote' may be one account, and nothing tells it.
    """
    left, right = a.speakers[0], b.speakers[0]
    if left.id == right.id or _may_be_one(left, right):
        return False
    return _is_a_text(left) != _is_a_text(right)


def _is_a_text(speaker: Person) -> bool:
    """Whether what 'says' is a letter, a report or the like: 'the letter to the board'."""
    return speaker.kind == "unnamed" and _head(speaker.name) in _DOCUMENTS


@lru_cache(_NAMES)
def _head(name: str) -> str:
    """Give the noun that a description is about, in front of what hangs on it."""
    words = fold(name).split()
    ends = (at for at, word in enumerate(words) if at and word in _HANGING)
    return words[next(ends, len(words)) - 1]


def _wrote(person: Person, text: Person) -> bool:
    """Whether a text is called somebody's own: 'Tarrow's letter to the council'."""
    if person.kind != "person" or not _is_a_text(text):
        return False
    owned = _parts(text.name)
    owners = {word.removesuffix("s").removesuffix("'") for word in owned if "'" in word}
    return _parts(person.name)[-1] in owners


def _named_there(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say whether one text names the other's speaker, though nobody is heard to speak there."""
    if a.speakers and b.speakers:
        return
    speaking, other = (a, b) if a.speakers else (b, a)
    speaker = speaking.speakers[0]
    if PERSON + speaker.id in other.words:
        yield Evidence("named", 1.0, speaker.name)


def _are_two(a: Reading, b: Reading) -> bool:
    """Whether two speakers who share no name can be nobody but two.

    A name against a description may be one, and so may two descriptions; and where
    a text names the other's speaker, who 'he' is may have been misread.
    """
    left, right = a.speakers[0], b.speakers[0]
    if left.kind != right.kind or left.kind == "unnamed":
        return False
    return PERSON + left.id not in b.words and PERSON + right.id not in a.words


def _days(reading: Reading) -> set[str]:
    """Give the days that a paragraph names, without weeks, months and years."""
    return {w for w in reading.words if w.startswith(DAYS) and len(set(days_of(w))) == 1}


def _is_short_for(a: Person, b: Person) -> bool:
    """Whether one name is the surname, or part of the name, of a named person: 'Tarrow'."""
    part, whole = _parts(a.name), _parts(b.name)
    named = b.kind == "person" and len(whole) > 1 and bool(part)
    return named and part[-1] == whole[-1] and set(part) <= set(whole)


def _may_be_one(a: Person, b: Person) -> bool:
    """Whether two articles may name one speaker so differently, or not at all."""
    first, last = _parts(a.name), _parts(b.name)
    if not first or not last:
        return False
    if "person" in {a.kind, b.kind} and first[-1] == last[-1]:
        return set(first) <= set(last) or set(last) <= set(first) or first[0][0] == last[0][0]
    if a.kind == b.kind == "person":
        return False
    if _wrote(a, b) or _wrote(b, a) or _are_somebodys(first, last):
        return True
    if "person" in {a.kind, b.kind}:
        return a.side is not None and a.side == b.side and "unnamed" in {a.kind, b.kind}
    return bool(_named(a.name) & _named(b.name))


def _are_somebodys(first: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether both are the people of one whom a pronoun tells: 'his office' and 'his staff'."""
    is_one = first[0] == last[0] and first[0] in _WHOSE
    return is_one and first[-1] in _OFFICES and last[-1] in _OFFICES


@lru_cache(_NAMES)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _named(name: str) -> set[str]:
    """Give the roots of an institution's or a nameless speaker's words."""
    return {root(word) for word in plain_words(name)}


def _told(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say whether both tell of the same event, in the same days."""
    shared = {event.id for event in a.events} & {event.id for event in b.events}
    if shared:
        yield Evidence("same event", 1.0, ", ".join(sorted(shared)))
    elif a.events and b.events:
        one = any(_may_be_one_event(x, y) for x in a.events for y in b.events)
        one = one or (a.event is not None and a.event == b.event and _is_vague(a) and _is_vague(b))
        yield Evidence("other event", 0.5 if one else 1.0)
    elif a.event is not None and b.event is not None and a.event != b.event:
        yield Evidence("other event", 0.5)
    if a.published is not None and b.published is not None:
        yield Evidence("days between", abs((a.published - b.published).days))
    if max(a.place, b.place) < _LEAD:
        yield Evidence("leads", 1.0)
    if a.paragraph.article == b.paragraph.article:
        yield Evidence("same article", abs(a.paragraph.number - b.paragraph.number))


def _is_vague(reading: Reading) -> bool:
    """Whether a text names no place and no day; it is about what its article reports, then."""
    return not reading.places and not any(word.startswith(DAYS) for word in reading.words)


def _may_be_one_event(a: Event, b: Event) -> bool:
    """Whether neither the places nor the days of two events keep them apart."""
    if a.place is not None and b.place is not None and a.place != b.place:
        return False
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return a.kind == b.kind
    return a.first <= b.last and b.first <= a.last


def _worded(a: Reading, b: Reading, found: Match) -> Iterator[Evidence]:
    """Say what the whole texts differ in that must not differ, and whether one goes on.

    A 'not' or a 'will' in a sentence that is about nothing in the other text stands `aside`: it
    turns nothing there. In a clause that only hangs on another it is `background`.
    """
    told = list(differences(a.words, b.words))
    turned = {each for each in told if each.startswith(_CLASSED)}
    if turned and turned.isdisjoint(differences(*told_beside(a, b, found))):
        yield Evidence("aside", 1.0)
    beside = {each.partition(": ")[0] for each in turned} - set(_claimed_otherwise(a, b))
    if beside:
        yield Evidence("background", len(beside), ", ".join(sorted(beside)))
    for difference in told:
        name, _, detail = difference.partition(": ")
        if name != "day":
            yield Evidence(f"other {name}", 1.0, detail)
        elif not _only_guessed(a, b, detail):
            yield Evidence("told: day", 1.0, detail)
    if any(reading.paragraph.text.endswith(":") for reading in (a, b)):
        yield Evidence("unfinished", 1.0)
    if a.places and b.places and not a.places & b.places:
        yield Evidence("other place", 1.0)


def _claimed_otherwise(a: Reading, b: Reading) -> Iterator[str]:
    """Say whether a main clause of one is negated, or hedged, as nothing is in the other."""
    for here, there in ((a, b), (b, a)):
        alone = here.turned.difference(CLASSES.get(word) for word in there.words)
        yield from ("negation" if name == "not" else "modality" for name in alone)


def _only_guessed(a: Reading, b: Reading, detail: str) -> bool:
    """Whether the days of two texts differ in nothing but what was worked out for them."""
    left, right = ({DAYS + day for day in side.split(", ")} for side in detail.split(" | "))
    return _may_be_misread(a, b, left, right)


def _may_be_misread(a: Reading, b: Reading, left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether days of two texts are one, but for the week or the year that was worked out.

    'On Saturday' may be read as the last one here and as the next one there.
    """
    if a.published is None or b.published is None or abs((a.published - b.published).days) > _NEWS:
        return False
    apart = {
        abs((days_of(x)[0] - days_of(y)[0]).days)
        for x, y in product(left, right)
        if x in a.guessed | b.guessed and y in a.guessed | b.guessed
    }
    return bool(apart & _ROUND)


def _copied(a: Reading, b: Reading) -> Iterator[Evidence]:
    """Say what the texts, and their quotations, share word for word."""
    speakers = frozenset(PERSON + person.id for r in (a, b) for person in r.speakers)
    for name, one, other in (("copied", a.words, b.words), ("quoted", a.quoted, b.quoted)):
        if name == "quoted" and min(len(one), len(other)) < _QUOTED:
            continue
        found = align(one, other, speakers)
        if found is None:
            continue
        yield Evidence(name, round(found.shared / max(found.words, 1), 4), f"{found.words} words")
        yield Evidence(f"{name}: reworded", found.reworded)
        for conflict in found.conflicts:
            yield Evidence(f"{name}: conflict", 1.0, conflict)
