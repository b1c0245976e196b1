"""Articles into paragraphs and sentences that know their line.

A paragraph is a block of the article's Markdown, a sentence a span of its text.
What either of them is (furniture, a statement, a repeat) later stages find out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from digest import lexicon, reader
from digest.model import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import Article


def segment(articles: Iterable[Article]) -> tuple[Paragraph, ...]:
    """Take articles apart.

    Args:
        articles: as `load` gives them.

    Returns:
        Every block of every article in order, furniture and all.
    """
    return tuple(paragraph for article in articles for paragraph in _paragraphs(article))


def _paragraphs(article: Article) -> Iterator[Paragraph]:
    for number, block in enumerate(reader.read(article.body)):
        yield Paragraph(
            id=f"{article.id}:{number}",
            article=article.id,
            number=number,
            line=article.body_line + block.line,
            text=block.text,
            block=block.kind,
            sentences=sentences(block.text, article.language),
        )


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Find the sentences of a paragraph.

    In doubt two sentences stay one: a sentence too long is still true, half of
    one may say the opposite.

    Args:
        text: without line breaks, every run of blanks one blank.
        language: a BCP 47 tag; what is known of its abbreviations helps.

    Returns:
        Spans that cover all of the text but the blanks between them.
    """
    words = _words(language.partition("-")[0].lower())
    cuts = [0]
    marks = counted = 0  # straight quotation marks, and up to where they are
    for stop in _STOP.finditer(text):
        if stop["glued"]:
            marks += text.count('"', counted, stop.start())
            counted = stop.start()
            if _ends_glued(text, cuts[-1], stop, words):
                is_next = stop["straight"] != "" and marks % 2 == 0  # the mark opens a quotation
                cuts.append(stop.start("straight") if is_next else stop.end())
        elif stop.end() < len(text) and _ends(text, cuts[-1], stop, words):
            cuts.append(stop.end())
    bounds = pairwise((*cuts, len(text)))
    return tuple(_trimmed(text, start, end) for start, end in bounds if text[start:end].strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


# ------------------------------------------------------------------ the words


@dataclass(frozen=True, slots=True)
class _Words:
    """What `data/sentences.toml` knows of a language."""

    before_names: frozenset[str]
    amid: frozenset[str]
    before_numbers: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    domains: frozenset[str]
    saying: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lists = lexicon.table("sentences").get(language, {})
    return _Words(**{name: frozenset(lists.get(name, ())) for name in _Words.__slots__})


# ------------------------------------------------------------------ the rules

# Signs that may end a sentence, with the quotation marks, brackets and note numbers that
# belong to it. Scripts that put no blank between sentences need none here.
_STOP = re.compile(
    r"""(?P<mark>[.!?…։؟۔।‼⁇⁈⁉]+) (?P<closers>[\])}"'”’»›“]*(?:\[\d{1,3}\])*) (?=\s|$)
      | (?P<wide>[。！？]+[」』）”’]*)
      | (?<=[^\W_A-Z]{2}) (?P<glued>[.?!]) [”»]? (?P<straight>"?) (?=[“"]?[A-Z])""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[./@:\\]")
_OPENING = "\"'“”„‘‚«»‹›([{¿¡—–- "
_QUOTES = re.compile(r"[\"'”’»›“]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD = re.compile(r"[\w’'-]+")
_DESCRIBED = re.compile(
    r"""(?:[^\W\d_][\w’'.-]{0,30}\ ){0,4}[^\W\d_][\w’'.-]{0,30},  # a name
        (?:[^,.!?“”"]|\.(?=,)){1,90},\ (?P<verb>\w{1,20})\b""",  # 'R-Ky.,'
    re.VERBOSE,
)
_LONG = 4  # letters; no ending of an address has so many that `domains` does not know
_FAR = 200  # characters after a stop that can tell what it is
_NAMES = 4  # a speaker has this many words at most before the verb


def _ends(text: str, start: int, stop: re.Match[str], words: _Words) -> bool:
    """Tell whether the sentence that begins at `start` ends with this stop."""
    if stop["wide"]:
        return True
    following = text[stop.end() : stop.end() + _FAR].lstrip(_OPENING)
    if following[:1].islower():
        return False
    if stop["mark"] == ".":
        word = max(text.rfind(" ", start, stop.start()) + 1, start)
        before = text[word : stop.start()].lstrip(_OPENING)
        counts = before.isdecimal() and word - start <= 1  # '1. First things first.'
        return not counts and _full_stop_ends(before, following, words)
    if _QUOTES.search(stop["closers"]):
        return not _goes_on_saying(following, words)
    return True


def _ends_glued(text: str, start: int, stop: re.Match[str], words: _Words) -> bool:
    """Tell whether a sentence ends with a stop behind which scraping lost the blank.

    'It rained.The game was off': a short word behind a name must be one that opens sentences,
    for both may be an address or a title ('News.Az').
    """
    word = max(text.rfind(" ", start, stop.start()) + 1, start)
    before = text[word : stop.start()].lstrip(_OPENING)
    following = text[stop.end() : stop.end() + _FAR].lstrip(_OPENING)
    opener = _DOTTED.match(following) or _WORD.match(following)  # 'U.S. envoys'
    if opener is None or opener[0].lower() in words.domains or _ADDRESS.search(before):
        return False
    if before in words.before_names or before in words.amid or before in words.either:
        return False
    may_be_name = len(opener[0]) < _LONG and (before[:1].isupper() or len(opener[0]) == 1)
    return opener[0] in words.openers if may_be_name else True


def _full_stop_ends(before: str, following: str, words: _Words) -> bool:
    """Tell whether the full stop between these two words ends a sentence."""
    if before in words.before_names or before in words.amid:
        return False
    if before in words.before_numbers and following[:1].isdecimal():
        return False
    is_initial = len(before) == 1 and before.isupper() and before != "I"
    if before in words.either or is_initial or _DOTTED.fullmatch(before):
        opener = _WORD.match(following)
        # Of one letter it may be the next initial.
        return opener is not None and len(opener[0]) > 1 and opener[0] in words.openers
    return True


def _goes_on_saying(following: str, words: _Words) -> bool:
    """Tell whether a speaker and a verb of saying follow: (“Why?”) Jan Novak asked."""
    described = _DESCRIBED.match(following)  # “Why?” Jan Novak, a teacher, asked.
    if described is not None:
        return described["verb"] in words.saying
    parts = _WORD.findall(following)[: _NAMES + 1]
    verb = next((place for place, part in enumerate(parts) if part in words.saying), None)
    return verb is not None and all(part[:1].isupper() for part in parts[:verb])
