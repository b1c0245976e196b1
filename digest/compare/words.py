"""A paragraph as the words that can be compared with another's.

Words too common to tell anything are left out. Those that are left are brought
to one form, whatever the outlet's spelling: a stem, or one of the marked forms
below, which carry what must never differ between two texts that tell the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from heapq import merge
from sys import intern
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Moment, Paragraph, Person

# What a marked form begins with; a plain stem begins with a letter.
PERSON, NAME, NUMBER, DAYS, SAYING = "@", "^", "=", "#", '"'

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|%|[^\W\d_]+(?:[-‑’'.][^\W\d_]+)*")
_HYPHEN = re.compile("[-‑]")
_PART = re.compile("[^-‑]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]|[“”\"‘])[\s“”\"‘(\[]*$")
_BE = frozenset({"is", "are", "was", "were"})
_WILL = "will"
_SMALL_WORDS = 4  # of which a saying has at least so many
_LOOK_BACK = 4  # characters in front of a word that tell whether it opens a sentence
_CACHED = 1 << 16  # words


class Speech:
    """How the articles of one digest name people, and which words they use as names."""

    def __init__(self, people: Iterable[Person], paragraphs: Iterable[Paragraph]) -> None:
        """Learn the names."""
        self._people = _forms(people)
        self._names = _names(paragraphs)

    def words(self, paragraph: Paragraph, moments: Sequence[Moment]) -> Iterator[tuple[int, str]]:
        """Give the words that tell something, with their offsets.

        A day, however it is named, is one word; so are the parts of a person's
        name together with the person's other spellings, and what somebody says
        in words that tell nothing each by itself.
        """
        yield from merge(self._telling(paragraph, moments), _sayings(paragraph.text))

    def _telling(
        self, paragraph: Paragraph, moments: Sequence[Moment]
    ) -> Iterator[tuple[int, str]]:
        ahead = sorted(moments, key=lambda moment: moment.span.start, reverse=True)
        until, last, before = 0, "", ""
        for start, text in _split(_figures(paragraph.text)):
            while ahead and ahead[-1].span.start < start + len(text):
                moment = ahead.pop()
                until = moment.span.end
                yield moment.span.start, day_word(moment)
            word = self._form(text) if start >= until else None
            if text == "to" and before in _BE and start >= until:
                word = _WILL  # 'is to remain'
            before = text
            if word is not None and not (word == last and word.startswith(PERSON)):
                yield start, intern(word)
            last = word or last

    def _form(self, word: str) -> str | None:
        low = _plain(word)
        if low in self._people and not word[0].islower():  # 'Beat' is a name, 'beat' is not
            return self._people[low]
        form = _form(low)
        if form is not None and low in self._names and form[0].isalpha():
            return NAME + low
        return form


def _figures(text: str) -> Iterator[tuple[int, str]]:
    """Give the words of a text with their offsets; '1.2 million' is one, '1200000'.

    So are 'two fifths', '40 percent'.
    """
    held: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        if held is not None:
            magnitude, _, unit = match.group().casefold().partition("-")
            percent = _percent(held.group(), magnitude)
            if percent is not None:
                yield held.start(), percent
                yield match.start(), "percent"
                held = None
                continue
            power = _MAGNITUDES.get(magnitude)
            if power is not None and text[held.end() : match.start()] in {"", " ", "-"}:
                yield held.start(), _times(held.group(), power)
                if unit:  # '12-million-euro'
                    yield match.end() - len(unit), unit
                held = None
                continue
            yield held.start(), held.group()
            held = None
        if match.group()[0].isdigit() or match.group().casefold() in _CARDINALS:
            held = match
        else:
            yield match.start(), match.group()
    if held is not None:
        yield held.start(), held.group()


def _percent(count: str, parts: str) -> str | None:
    """Give the '40' of 'two fifths'; None where no fraction is told."""
    whole, told = _FRACTIONS.get(parts), _CARDINALS.get(count.casefold())
    return None if whole is None or told is None else str(round(100 * int(told) / whole))


def _split(words: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Read 'state-funded' as 'state funded', which another outlet writes."""
    for start, word in words:
        if _HYPHEN.search(word) and not _is_one(word.casefold()):
            yield from ((start + part.start(), part.group()) for part in _PART.finditer(word))
        else:
            yield start, word


def _is_one(low: str) -> bool:
    """Whether a hyphen joins what means something as a whole: 'thirty-four', 'D-Calif.'."""
    return low in _CARDINALS or _form(low) in RIVALS or bool(_PARTY.match(low))


def _matched(text: str) -> Iterator[tuple[int, str]]:
    return _split((match.start(), match.group()) for match in _WORD.finditer(text))


def _times(figure: str, power: int) -> str:
    plain = _CARDINALS.get(figure.casefold(), figure.replace(",", ""))
    try:
        return str(int(Decimal(plain).scaleb(power)))
    except InvalidOperation:  # '3:40'
        return figure


def day_word(moment: Moment) -> str:
    """Give the marked form of a day or of a stretch of days."""
    return f"{DAYS}{moment.first}/{moment.last}"


def days_of(word: str) -> tuple[date, date]:
    """Give the first and the last day of a marked day."""
    first, _, last = word.removeprefix(DAYS).partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def plain_words(text: str) -> tuple[str, ...]:
    """Give the telling words of a text that stands in no article, names read as words."""
    forms = (_form(_plain(word)) for _, word in _matched(text))
    return tuple(form for form in forms if form is not None)


def is_telling(low: str) -> bool:
    """Whether a word is none of those too common to tell anything."""
    return low not in _STOP


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of what stands in double quotation marks; an open one runs on.

    What an editor put between in brackets, '[the senators]', is left out.
    """
    for match in _QUOTED.finditer(text):
        start = match.start(1)
        for inserted in _INSERTED.finditer(text, *match.span(1)):
            yield start, inserted.start()
            start = inserted.end()
        yield start, match.end(1)


def inside(found: Iterable[tuple[int, str]], spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Give the words whose offsets lie within spans."""
    bounds = list(spans)
    return tuple(w for at, w in found if any(start <= at < end for start, end in bounds))


def _sayings(text: str) -> Iterator[tuple[int, str]]:
    """Give what is quoted in small words only, with its offset: '“Tell me who you are”'."""
    for start, end in quotations(text):
        for part in _UTTERANCE.finditer(text, start, end):
            lows = [_plain(word) for _, word in _matched(part.group())]
            if len(lows) >= _SMALL_WORDS and not any(map(_form, lows)):
                yield part.start(), intern(SAYING + "-".join(lows))


@lru_cache(_CACHED)
def _plain(word: str) -> str:
    low = fold(word).removesuffix("'s").removesuffix("'")
    # 'Ill.' is a state, 'ill' is not.
    return _SHORT.get(_PARTY.sub("", low), low) if word[0].isupper() else low


@lru_cache(_CACHED)
def _form(low: str) -> str | None:
    """Give the form of a word that is no name; None for one that tells nothing."""
    if low[0].isdigit():
        return NUMBER + low.replace(",", "").replace(":", ".").rstrip(".")
    if low in _AMOUNTS:
        return NUMBER + _AMOUNTS[low]
    if low in CLASSES or low in SMALL:
        return low
    if low.endswith("n't"):
        return "not"
    if low in _STOP:
        return None
    form = _ALIKE.get(low) or stem(_spelled(low))
    # 'plane' must not become 'plan', nor 'willing' 'will', which turn what is told.
    return low if form in CLASSES or form in SMALL else form


def _spelled(low: str) -> str:
    """Give the verb for its past, and one spelling for the British and the American one."""
    low = _LEMMAS.get(low, low)
    for pattern, ending in _SPELLINGS:
        low = pattern.sub(ending, low)
    return low


def _forms(people: Iterable[Person]) -> Mapping[str, str]:
    """Map every word of a person's names to that person, so that spellings compare equal."""
    owners: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if person.kind == "person":
            for form in person.forms:
                for _, word in _matched(form):
                    if word[0].isupper():
                        owners[_plain(word)].add(person.id)
    return {word: PERSON + next(iter(ids)) for word, ids in owners.items() if len(ids) == 1}


def _names(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Find the words that the articles write with a capital, and never without.

    One that opens a sentence tells nothing, unless it is known for a country's.
    """
    capital: set[str] = set()
    small: set[str] = set()
    for paragraph in paragraphs:
        text = paragraph.text
        for start, word in _matched(text):
            if word[0].islower():
                small.add(_plain(word))
            elif word[0].isupper() and (_plain(word) in _COUNTRIES or not _opens(text, start)):
                capital.add(_plain(word))
    return frozenset(capital - small)


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence."""
    return bool(_SENTENCE_START.search(text[max(0, start - _LOOK_BACK) : start]))


def _of_countries() -> Iterator[str]:
    """Give the words for a country and its people that are one word."""
    for country in table("places")["country"]:
        yield from (country["name"], *country["adjectives"], *country["people"])
        yield from country["capitals"]


# A straight mark opens a quotation only behind a blank or the like, or it closes one.
_QUOTED = re.compile(r"(?:“|(?<![^\s(\[—–-])\")([^“”\"]+)(?:[”\"]|$)")
_UTTERANCE = re.compile(r"[^.!?…;]+")
_INSERTED = re.compile(r"\[[^][]*\]")
_TABLE = table("comparison")
_COUNTRIES = frozenset(fold(word) for word in _of_countries() if " " not in word)
_PARTIES = table("parties")
_MARKS = [
    mark for each in (*_PARTIES["party"], _PARTIES["unaligned"]) for mark in each.get("marks", ())
]
# 'R-Minn.' and 'D-Calif.' say a party and a state.
_PARTY = re.compile(rf"^(?:{'|'.join(map(re.escape, map(fold, _MARKS)))})-(?=\w)")
_SHORT: dict[str, str] = _TABLE["short"]["words"]
_STOP = frozenset(_TABLE["words"]["stop"])
_UNITS = {word: n for n, word in enumerate(_TABLE["words"]["numbers"], 2)}
_TENS = {word: 10 * n for n, word in enumerate(_TABLE["words"]["tens"], 3)} | {"twenty": 20}
_CARDINALS: dict[str, str] = {
    **{word: str(n) for word, n in (_UNITS | _TENS).items()},
    **{
        f"{ten}-{unit}": str(tens + n)
        for ten, tens in _TENS.items()
        for unit, n in ({"one": 1} | _UNITS).items()
        if n < 10  # noqa: PLR2004 - a digit
    },
    **_TABLE["words"]["figures"],
}
_FRACTIONS: dict[str, int] = _TABLE["words"]["fractions"]
_MAGNITUDES: dict[str, int] = _TABLE["words"]["magnitudes"]
_AMOUNTS: dict[str, str] = {word: word for word in _TABLE["words"]["amounts"]} | _CARDINALS
VAGUE = frozenset(NUMBER + _AMOUNTS[word] for word in _TABLE["words"]["vague"])
SCALES = [
    frozenset(NUMBER + _AMOUNTS[word] for word in scale) for scale in _TABLE["words"]["scales"]
]
TURNING: Sequence[tuple[str, str]] = [(a, b) for a, b in _TABLE["exclusive"]["turning"]]
TURNS = frozenset(_TABLE["words"]["turns"])
HEDGES = frozenset(_TABLE["words"]["hedges"])
QUALITIES = frozenset(_TABLE["exclusive"]["qualities"])
MEASURES = frozenset(_TABLE["exclusive"]["measures"])
WHERE = frozenset(_TABLE["words"]["where"])
CLASSES: Mapping[str, str] = {
    **{word: name for name, words in _TABLE["modalities"].items() for word in words},
    **dict.fromkeys(_TABLE["words"]["negations"], "not"),
}
_SPELLINGS = [(re.compile(old), new) for old, new in _TABLE["spelling"]["endings"]]
_LEMMAS: dict[str, str] = {
    form: lemma for lemma, forms in table("irregular")["forms"].items() for form in forms
}
SMALL = frozenset(word for group in _TABLE["exclusive"]["small"] for word in group)
_ALIKE: dict[str, str] = {
    word: stem(group[0]) for group in _TABLE["alike"]["words"] for word in group
}

LIMITS, ALONE = (
    frozenset(form for word in _TABLE["words"][name] if (form := _form(word)))
    for name in ("limits", "alone")
)


def _rivals(groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """Map each word's form to the forms of the words that it excludes."""
    rivals: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        forms = {form for word in group if (form := _form(word)) is not None}
        for form in forms:
            rivals[form] |= forms - {form}
    return {form: frozenset(others) for form, others in rivals.items()}


RIVALS = _rivals(_TABLE["exclusive"]["small"] + _TABLE["exclusive"]["large"])
