"""What the front page opens with: the newest development, and sentences in brief."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.model import Brief
from digest.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.compose.index import Index
    from digest.model import Byline, Entry

_BRIEF = 5  # sentences
_SHORTEST, _LONGEST = 8, 45  # words of a sentence in brief
_REPEAT = 0.6  # of a sentence's words that an earlier text has, too: a repeat
_LETTERS = 4  # of a word that counts for that


def lead(entries: Iterable[Entry], index: Index) -> Entry | None:
    """Give the newest development: what the newest article opens with.

    Of several articles of one day, the one whose opening most others tell, too.
    """
    openings: dict[str, tuple[int, Entry]] = {}
    for entry in entries:
        for paragraph in _members(entry):
            own = index.paragraphs[paragraph]
            if own.article not in openings or own.number < openings[own.article][0]:
                openings[own.article] = own.number, entry

    def newness(article: str) -> tuple[date, int, str]:
        published = index.articles[article].published or date.min
        return published, len(openings[article][1].copies), article

    newest = max(openings, key=newness, default=None)
    return openings[newest][1] if newest is not None else None


def brief(ordered: Sequence[Entry], first: Entry | None, index: Index) -> tuple[Brief, ...]:
    """Choose sentences that read well alone, and tell different things.

    Sections that are not yet heard come first, then speakers that are not,
    then what most outlets tell, then the newest.

    Args:
        ordered: the entries of the digest, the newest first.
        first: the lead, whose text is not to be repeated.
        index: the digest.

    Returns:
        The chosen ones, in the order of `ordered`.
    """
    texts = [_words(first.excerpt.text)] if first is not None else []
    sections: Counter[str] = Counter()
    speakers: Counter[str] = Counter()
    chosen: dict[int, Brief] = {}
    pool = {at: entry for at, entry in enumerate(ordered) if entry is not first}
    while pool and len(chosen) < _BRIEF:
        at = min(pool, key=lambda at: (*_heard(pool[at], sections, speakers), at))
        entry = pool.pop(at)
        sentence = opening(entry, index)
        if sentence is None or any(_repeats(_words(sentence), text) for text in texts):
            continue
        texts.append(_words(sentence))
        sections[entry.section.page] += 1
        speakers.update(byline.name for byline in entry.bylines[:1])
        speaker = _speaker(entry, sentence, index)
        chosen[at] = Brief(
            excerpt=replace(entry.excerpt, text=sentence),
            byline=speaker,
            day=entry.day if speaker is not None else None,
            entry=entry.section,
        )
    return tuple(chosen[at] for at in sorted(chosen))


def _speaker(entry: Entry, sentence: str, index: Index) -> Byline | None:
    """Give who is heard in an entry's first sentence; the paragraph may go on with others."""
    statements = index.said_in[entry.excerpt.paragraph]
    people = dict.fromkeys(statement.person for statement in statements)
    bylines = dict(zip(people, entry.bylines, strict=True))
    heard = (s for s in statements if s.span.start < len(sentence))
    return next((bylines[statement.person] for statement in heard), None)


def _heard(entry: Entry, sections: Counter[str], speakers: Counter[str]) -> tuple[int, int, int]:
    """Say how often its section and speaker were heard, and how few outlets tell it."""
    said = sum(speakers[byline.name] for byline in entry.bylines[:1])
    return sections[entry.section.page], said, -len(outlets(entry))


def outlets(entry: Entry) -> set[str]:
    """Give the outlets that tell an entry."""
    return {entry.excerpt.mark.outlet, *(c.excerpt.mark.outlet for c in entry.copies)}


def opening(entry: Entry, index: Index) -> str | None:
    """Give the first sentence of an entry if it can stand alone.

    It must be whole, neither a fragment nor a page long, lean on nothing before
    it, and speak of nobody as 'he' whom it has not named.
    """
    paragraph = index.paragraphs[entry.excerpt.paragraph]
    if not paragraph.sentences:
        return None
    sentence = paragraph.sentences[0].of(paragraph.text)
    words = fold(sentence).split()
    if not _SHORTEST <= len(words) <= _LONGEST or not _is_whole(sentence):
        return None
    if words[0].strip("\"'([") in _LEANING:
        return None
    pronoun = next((at for at, word in enumerate(words) if word.strip(_MARKS) in _PRONOUNS), None)
    if pronoun is not None and not _names_somebody(sentence.split()[:pronoun]):
        return None
    return sentence


def _is_whole(sentence: str) -> bool:
    begins = sentence[0].isupper() or sentence[0].isdigit() or sentence[0] in _OPENING
    ends = sentence.rstrip(_CLOSING)[-1:] in _STOPS
    pairs = all(sentence.count(left) == sentence.count(right) for left, right in _PAIRS)
    return begins and ends and pairs and sentence.count('"') % 2 == 0


def _names_somebody(words: Sequence[str]) -> bool:
    """Whether some words, quotations aside, hold a name or a noun that opens the sentence."""
    told = _QUOTED.sub(" ", " ".join(words)).split()
    first = told[0].casefold().strip(_MARKS) if told else ""
    return any(word[0].isupper() for word in told[1:]) or bool(first and first not in _OPENERS)


def _members(entry: Entry) -> tuple[str, ...]:
    return (entry.excerpt.paragraph, *(copy.excerpt.paragraph for copy in entry.copies))


def _words(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text) if len(word) >= _LETTERS}


def _repeats(words: set[str], told: set[str]) -> bool:
    return len(words & told) >= _REPEAT * len(words)


_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_TABLE = table("brief")["words"]
_LEANING = frozenset(_TABLE["leaning"])
_PRONOUNS = frozenset(_TABLE["pronouns"])
_OPENERS = frozenset(_TABLE["openers"])
_MARKS = ".,;:!?\"'()[]“”‘’"
_OPENING, _CLOSING, _STOPS = "“\"‘'«„(", "”\"’')»]", ".!?…"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
