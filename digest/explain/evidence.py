"""What `compare` found on two paragraphs, in sentences, and what of it kept them apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digest.explain.layout import day_of, listed
from digest.fold import ENOUGH, points, verdict
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Evidence, Overlap, Person

Row = tuple[str, str]  # what it is about, and what there is to say


def decisive(overlap: Overlap) -> tuple[Evidence, ...]:
    """Give what keeps two paragraphs apart that would fold without it; none where nothing does.

    Found by asking `fold` again with one objection after the other left out.
    """
    needed = [each for each in overlap.evidence if is_against(each)]
    if verdict(_without(overlap, needed)) is None:
        return ()
    for each in tuple(needed):
        fewer = [other for other in needed if other is not each]
        if verdict(_without(overlap, fewer)) is not None:
            needed = fewer
    return tuple(needed)


def _without(overlap: Overlap, left_out: Sequence[Evidence]) -> Overlap:
    kept = tuple(each for each in overlap.evidence if each not in left_out)
    return replace(overlap, evidence=kept)


def is_against(evidence: Evidence) -> bool:
    """Whether a piece of evidence speaks against telling two paragraphs alike."""
    if evidence.name == "days between":
        return evidence.value > 0
    return evidence.name in _AGAINST or evidence.name.startswith(("other ", "told: "))


class Wording:
    """Puts what speaks against telling two paragraphs alike into words."""

    def __init__(self, texts: Sequence[str], people: Iterable[Person]) -> None:
        """Know the words as the texts have them, and how people are called.

        Args:
            texts: of the two paragraphs.
            people: the speakers, whom evidence calls by their ids.
        """
        self._words = [word.strip(_AROUND) for text in texts for word in text.split()]
        self._names = {person.id: person.name for person in people}

    def objections(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """Give what follows 'because': `told: number` of '12 | 14' is 'one says 12, …'.

        Each is said once, however often it was found.
        """
        told: dict[str, list[str]] = {}  # the words with which a 'not' or a 'may' stands
        for each in evidence:
            kind, detail = _kind(each)
            name, _, words = detail.partition(": ") if kind in _CLASSED else ("", "", "")
            sentence = f"only one of them has a '{name}' or the like" if name else ""
            where = told.setdefault(sentence or self._objection(each), [])
            where += [word for word in words.partition(" | ")[0].split(", ") if word]
        return tuple(
            f"{sentence} with “{self._listed(', '.join(words))}”" if words else sentence
            for sentence, words in told.items()
        )

    def _objection(self, evidence: Evidence) -> str:
        kind, detail = _kind(evidence)
        one, bar, other = detail.partition(" | ")
        sentences = _OBJECTIONS.get(kind)
        if sentences is None:
            return f"they differ in {kind}{f' ({detail})' if detail else ''}"
        sentence = sentences[0] if bar else sentences[-1]
        many = "" if evidence.value == 1 else "s"
        return sentence.format(
            one=self._listed(one), other=self._listed(other), n=f"{evidence.value:.0f}", s=many
        )

    def _listed(self, part: str) -> str:
        """Give the words of one side as the texts have them: 'clos' is 'closed' there."""
        words = [self._word(each.strip()) for each in part.split(", ") if each.strip()]
        return listed(dict.fromkeys(words)) if words else ""

    def _word(self, root: str) -> str:
        first, slash, last = root.strip(_SIGNS).partition("/")
        if slash and _is_day(first):
            return day_of(date.fromisoformat(first)) if first == last else f"{first} to {last}"
        keys = [key.strip(_SIGNS) for key in root.split(" ")]
        return " ".join(self._names.get(key) or self._found(fold(key)) or key for key in keys)

    def _found(self, key: str) -> str | None:
        ways = (fold, stem, lambda word: fold(word)[: len(key)])
        return next((word for way in ways for word in self._words if way(word) == key), None)


def _kind(evidence: Evidence) -> tuple[str, str]:
    """Give what a piece of evidence is about, however it was found, and its detail."""
    name, detail = evidence.name, evidence.detail
    if name.endswith(": conflict"):
        name, _, detail = detail.partition(": ")
        return ("order", detail) if name.startswith("order of ") else (name, detail)
    short = name.removeprefix("told: ").removeprefix("other ")
    return (name, detail) if short == "speaker" else (short, detail)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def differences(overlap: Overlap) -> Iterator[Evidence]:
    """Give what both say differently, so that a reader may see it in the texts."""
    for each in overlap.evidence:
        if is_against(each) and each.name not in _PLAIN:
            yield each


def rows(overlap: Overlap, events: Mapping[str, str], quoted: str) -> Iterator[Row]:
    """Say what speaks for telling two paragraphs alike, piece by piece.

    Args:
        overlap: the two, with the evidence.
        events: the titles of events, by their ids.
        quoted: the longest stretch that both have in quotation marks.
    """
    for name, (label, low, high) in _FOR.items():
        own = overlap.find(name)
        if own:
            sentence = high if own.value >= _MOSTLY else low
            names = " and ".join(dict.fromkeys(own.detail.split(" | ")))
            if name == "same event":
                names = listed(f"“{events.get(each, each)}”" for each in own.detail.split(", "))
            yield label, sentence.format(share=f"{own.value:.0%}", what=names, n=f"{own.value:g}")
    if overlap.has("phrase"):
        yield "Quotation", f"both quote “{quoted}”."
    if overlap.has("choice"):
        if not overlap.has("nearest"):
            yield "Nearest", "one of the two articles has another paragraph that is nearer."
        yield "Articles", _beside(overlap)
    for name, label in (("same article", "Place"), ("days between", "Published")):
        own = overlap.find(name)
        if own:
            yield label, _distance(own)
    yield "All in all", f"{overlap.score:.0%} alike, words for the same counted in."
    yield "Signs", _points(overlap)


def _points(overlap: Overlap) -> str:
    """Add up the signs that one account stands in two articles, each with its points."""
    signs = points(overlap)
    added = listed([f"{_SIGNS_OF.get(name, name)} ({worth:+d})" for name, worth in signs])
    total = sum(worth for _, worth in signs)
    return f"{total} points of the {ENOUGH} that tell one account: {added or 'none'}."


def _beside(overlap: Overlap) -> str:
    """Say what else the two articles have in common, without which it may be two events'."""
    akin = overlap.find("akin")
    if akin is None:
        return "they have nothing else in common."
    return f"of their other paragraphs, the two most alike are {akin.value:.0%} alike."


def _distance(evidence: Evidence) -> str:
    count, many = f"{evidence.value:.0f}", "" if evidence.value == 1 else "s"
    if evidence.name == "same article":
        return f"{count} paragraph{many} apart in one article."
    return f"{count} day{many} apart." if evidence.value else "on the same day."


_MOSTLY = 0.9
_AROUND = ".,;:!?\"'()[]“”‘’"
_SIGNS = "@^=#"  # with which `compare` marks people, names, numbers and days
_CLASSED = frozenset({"negation", "modality", "mood"})
_PLAIN = frozenset({"same article", "days between", "exchanged"})  # no contradiction by itself
_AGAINST = frozenset(
    {
        "copied: conflict",
        "quoted: conflict",
        "one speaker",
        "unfinished",
        "same article",
        "days between",
        "exchanged",
    }
)

# By what a difference is about: with both sides of it, and where only one is told.
_OBJECTIONS: dict[str, tuple[str, ...]] = {
    "number": ("one says {one}, the other {other}",),
    "figure": ("one says {one}, the other {other}, perhaps of something else",),
    "day": ("one tells of {one}, the other of {other}", "they tell what was said on other days"),
    "place": ("one has it in {one}, the other in {other}", "they tell of other places"),
    "name": ("one names {one}, the other {other}",),
    "opposite": ("one says “{one}”, the other “{other}”",),
    "order": (
        "who did it to whom is told the other way round ({one}; {other})",
        "what stands first in one stands last in the other ({one})",
    ),
    "reality": ("one tells as done or sure what the other leaves open ({one}; {other})",),
    "person": ("{one} speaks in one, and the other names {other}",),
    "other speaker": ("{one} speaks in one, {other} in the other",),
    "one speaker": ("in one of them somebody speaks, and in the other nobody",),
    "event": ("they tell of two events",),
    "unfinished": ("one ends in a colon: what it says stands in the next paragraph",),
    "same article": ("they stand {n} paragraph{s} apart in one article, which goes on there",),
    "days between": ("they were published {n} day{s} apart",),
    "exchanged": ("one has {one} where the other has {other}",),
}

# The signs of `fold.points` as a reader would call them.
_SIGNS_OF = {
    "same speaker": "the speaker",
    "no speaker": "no speaker in either",
    "named": "the one's speaker named in the other",
    "other speaker": "perhaps another speaker",
    "said alike": "what is said",
    "claim": "what is claimed",
    "same day": "the day",
    "in common": "rare words",
    "alike": "likeness",
    "exchanged": "each tells more that the other does not",
    "nearest": "nothing else as near",
    "leads": "both at the top",
    "figures": "a figure",
    "phrase": "words in quotation marks",
    "told: day": "other days",
    "told: figure": "other figures",
    "told: place": "other places",
    "told: name": "other names",
    "told: opposite": "a word that excludes one of the other's",
    "other negation": "a 'not' or the like in one only",
    "other modality": "a 'will', 'may' or the like in one only",
    "background": "such words only in what hangs on the one claim",
    "same event": "the event",
    "other event": "perhaps another event",
}
# What speaks for it: what it is about, and the sentence below and above _MOSTLY.
_FOR: dict[str, tuple[str, str, str]] = {
    "same speaker": (
        "Speaker",
        "probably one and the same: {what}.",
        "one and the same: {what}.",
    ),
    "no speaker": ("Speaker", "nobody speaks in either.", "nobody speaks in either."),
    "same day": ("Day", "both tell of one day.", "both tell of one day."),
    "same event": ("Event", "both tell of {what}.", "both tell of {what}."),
    "said alike": (
        "What is said",
        "{share} alike, by what it speaks of.",
        "{share} alike, by what it speaks of.",
    ),
    "claim": (
        "Claim",
        "two main clauses are {share} alike, by what they speak of.",
        "two main clauses are {share} alike, by what they speak of.",
    ),
    "contained": (
        "Contained",
        "{share} of what the one speaks of is in the other.",
        "all or nearly all that the one speaks of is in the other ({share}).",
    ),
    "copied": (
        "Wording",
        "{share} of the shorter text's {what} stand in the longer one, in the same order.",
        "the same words, or nearly ({share} of {what}).",
    ),
    "quoted": (
        "Quotation",
        "{share} of the shorter quotation's {what} stand in the longer one.",
        "the same quotation, or nearly ({share} of {what}).",
    ),
    "figures": (
        "Figures",
        "both have a figure that hardly any other text has.",
        "both have a figure that hardly any other text has.",
    ),
    "leads": (
        "Place",
        "both stand at the top of their articles.",
        "both stand at the top of their articles.",
    ),
    "nearest": (
        "Nearest",
        "neither article has another paragraph that is nearer to the other's.",
        "neither article has another paragraph that comes near the other's.",
    ),
}
