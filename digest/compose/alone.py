"""Whether a sentence reads well without its neighbours, and if not, why.

No parser: a few tests one after the other, each of which knows one way to lean on what
stood before. They would rather refuse a good sentence than let a bad one pass, for a
digest has many to choose from and a reader of five sees the one that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.compose.definite import COUNTRY_NAMES, dangling
from digest.compose.tokens import names, tokens
from digest.lexicon import rules, table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.compose.tokens import Token
    from digest.lexicon import Rule
    from digest.model import Digest

SHORTEST, LONGEST = 7, 45  # words

_WORDS = table("brief")["words"]
_GRAMMAR = table("grammar")["words"]
_OBJECTS = frozenset(_WORDS["objects"])
_CLAUSAL = frozenset(_WORDS["clausal"])
_BODIES = frozenset((*_WORDS["bodies"], *_WORDS["organs"]))
_BEFORE_SUBJECTS = _CLAUSAL | frozenset(_WORDS["presents"]) | frozenset(_GRAMMAR["subordinators"])
_BEFORE_NOUNS = frozenset((*_GRAMMAR["determiners"], *_GRAMMAR["prepositions"]))
_FUNCTION = frozenset(word for words in _GRAMMAR.values() for word in words)
_ONE = frozenset({"a", "an"})
_OPENING, _CLOSING, _STOPS = "“\"‘'«„(", "”\"’')»]", ".!?…"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_PLACING = frozenset({"the", "in", "at", "from", "near", "across", "to", "of"})
_FULL = 2  # words of a name in full


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader of a digest knows before the first sentence, in a form for comparing.

    Attributes:
        told: words of the digest's title, and surnames that open an article's title: so
            headlines call only those whom every reader knows.
        surnames: last words of names that have more than one, and stand alone elsewhere.
        proper: words that have a capital where no sentence begins.
    """

    told: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()


def known(digest: Digest) -> Known:
    """Gather what the reader of a digest knows."""
    sentences = [
        tokens(span.of(paragraph.text))
        for paragraph in digest.paragraphs
        for span in paragraph.sentences
    ]
    people = [person for person in digest.people if person.kind == "person"]
    forms = (form.split() for person in people for form in (person.name, *person.forms))
    return Known(
        told=frozenset(_lows(digest.title)) | _headlined(digest),
        surnames=frozenset(fold(words[-1]) for words in forms if len(words) >= _FULL)
        | _surnames(sentences),
        proper=frozenset(
            token.low
            for sentence in sentences
            for token in sentence[1:]
            if token.is_proper and not token.quoted
        ),
    )


def _headlined(digest: Digest) -> frozenset[str]:
    """Give the names of one word that open a title."""
    titles = [tokens(article.title) for article in digest.articles]
    return frozenset(title[0].low for title in titles if names(title)[:1] == [(0, 1)])


def _surnames(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Give the later words of names that also stand alone, but never as places or with 'the'."""
    later: set[str] = set()
    alone: set[str] = set()
    never: set[str] = set()
    for sentence in sentences:
        for start, end in names(sentence):
            lows = [token.low for token in sentence[start:end]]
            if len(lows) >= _FULL:
                later.update(lows[1:])
            elif start and sentence[start - 1].low in _PLACING:
                never.update(lows)
            else:
                alone.update(lows)
    return frozenset(later & alone - never)


def _lows(text: str) -> set[str]:
    return {token.low for token in tokens(text) if token.is_word}


def leaning(sentence: str, reader: Known) -> str | None:
    """Say why a sentence does not read alone: an id and the words; None where it does.

    Args:
        sentence: verbatim.
        reader: what the reader knows.
    """
    if not is_whole(sentence):
        return "fragment"
    plain = fold(sentence)
    for rule in _rules("alone"):
        if found := rule.pattern.search(plain):
            return f"{rule.id}: {found[0]}"
    read = tokens(sentence)
    return (
        _quotation(read)
        or _pronoun(read)
        or dangling(read)
        or _surname(read, reader)
        or _nameless(read, reader)
    )


def is_empty(sentence: str) -> bool:
    """Whether it reports that there is nothing to report."""
    return any(rule.pattern.search(fold(sentence)) for rule in _rules("empty"))


def needs_day(sentence: str) -> bool:
    """Whether it names a day that only the day of the report makes clear."""
    return any(rule.pattern.search(fold(sentence)) for rule in _rules("day"))


def looks_ahead(sentence: str) -> bool:
    """Whether it speaks of something that was still to come when it was written."""
    return any(rule.pattern.search(fold(sentence)) for rule in _rules("ahead"))


def without_dateline(sentence: str) -> str:
    """Give a sentence from behind its dateline on; what is left stands in the source, too."""
    found = (rule.pattern.match(sentence) for rule in _rules("dateline"))
    return next((sentence[match.end() :] for match in found if match), sentence)


@cache
def _rules(tests: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("brief") if rule.extra.get("tests", "alone") == tests)


def is_whole(sentence: str) -> bool:
    """Whether it is a sentence with its beginning, end and quotations, of a length to read."""
    if not SHORTEST <= len(sentence.split()) <= LONGEST:
        return False
    begins = sentence[0].isupper() or sentence[0].isdigit() or sentence[0] in _OPENING
    ends = sentence.rstrip(_CLOSING)[-1:] in _STOPS
    pairs = all(sentence.count(left) == sentence.count(right) for left, right in _PAIRS)
    return begins and ends and pairs and sentence.count('"') % 2 == 0


def _quotation(read: Sequence[Token]) -> str | None:
    """Refuse a quotation without anybody who says it."""
    return None if any(t.is_word and not t.quoted for t in read) else "quotation"


def _pronoun(read: Sequence[Token]) -> str | None:
    """Give the first pronoun with nobody and nothing before it that it could mean."""
    for at, token in enumerate(read):
        found = _ANTECEDENTS.get(token.low)
        if found is not None and not found(_reach(read, at)):
            return f"pronoun: {token.text}"
    return None


def _reach(read: Sequence[Token], at: int) -> Sequence[Token]:
    """Give the words that a pronoun could go back to.

    A quotation and what stands around it do not share their pronouns; and an object is
    not what its own clause is about (principle B of binding).
    """
    pronoun = read[at]
    before = [token for token in read[:at] if token.quoted == pronoun.quoted]
    if not _is_object(read, at):
        return before
    starts = [at for at, token in enumerate(before) if token.low in _CLAUSAL]
    return before[: starts[-1]] if starts else []


def _is_object(read: Sequence[Token], at: int) -> bool:
    if read[at].low == "it":
        last = read[at - 1] if at else None
        return last is not None and last.is_word and last.low not in _BEFORE_SUBJECTS
    return read[at].low in _OBJECTS and read[at - 1].low != "among"


def _has_somebody(before: Sequence[Token]) -> bool:
    """Whether there is a name that is no body's or country's, or 'a lawyer' as a subject."""
    for start, end in names(before):
        # 'In Tallinn' there is nobody.
        alone = end - start < _FULL and start and before[start - 1].low in _PLACING
        if not alone and not _is_body(before[end - 1]):
            return True
    return any(token.low in _ONE and _opens_clause(before, at) for at, token in enumerate(before))


def _is_body(last: Token) -> bool:
    return last.low in _BODIES or last.low in COUNTRY_NAMES


def _opens_clause(before: Sequence[Token], at: int) -> bool:
    return not at or not before[at - 1].is_word or before[at - 1].low in _CLAUSAL


def _has_something(before: Sequence[Token]) -> bool:
    """Whether there is a name, or a word that a determiner or preposition shows to be a noun."""
    return any(
        token.is_proper
        or (_is_long(token) and (at < 1 or _shows_noun(before[max(0, at - 2) : at])))
        for at, token in enumerate(before)
    )


def _is_long(token: Token) -> bool:
    return len(token.low) > 2 and token.low not in _FUNCTION  # noqa: PLR2004 - 'it', 'he'


def _shows_noun(last: Sequence[Token]) -> bool:
    return any(token.low in _BEFORE_NOUNS or token.owns or token.low.isdigit() for token in last)


_ANTECEDENTS = dict.fromkeys(_WORDS["pronouns"], _has_somebody) | dict.fromkeys(
    _WORDS["plural_pronouns"], _has_something
)


def _surname(read: Sequence[Token], reader: Known) -> str | None:
    """Give the first surname of somebody whom the sentence has not named in full."""
    told = set(reader.told)
    for start, end in names(read):
        run = [token for token in read[start:end] if not token.is_courtesy and token.is_proper]
        if len(run) == 1 and run[0].low in reader.surnames - told:
            return f"surname: {run[0].text}"
        told |= {token.low for token in run}
    return None


def _nameless(read: Sequence[Token], reader: Known) -> str | None:
    """Refuse a sentence without any name: nothing tells whom or what it is about."""
    named = any(token.is_proper and not _begins(read, at) for at, token in enumerate(read))
    return None if named or _opens_with_name(read, reader) else "nameless"


def _begins(read: Sequence[Token], at: int) -> bool:
    """Whether a word has its capital from the beginning of a sentence or quotation."""
    return not any(token.is_word for token in read[:at]) or not read[at - 1].is_word


def _opens_with_name(read: Sequence[Token], reader: Known) -> bool:
    first = next((token for token in read if token.is_word), None)
    return first is not None and first.low in reader.proper
