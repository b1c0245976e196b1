"""Where a statement was made, as its own sentence tells: 'told Radio Delta', 'on Telegram'.

The rules are data (`media.toml`, which also says what is no medium). Only the
words that report are searched, never the words reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from digest.attribute.tokens import quotations
from digest.lexicon import rules, table
from digest.model import Medium, Span
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.lexicon import Rule
    from digest.model import Channel, Paragraph, Statement

_REACH = 300  # characters in front of a cue and behind it; no reporting clause is longer
# The name of a programme in quotation marks, which is nobody's words.
_TITLE = re.compile(
    r"""["“‘][A-Z][\w’'&.-]{0,20}(?: (?:[A-Z&][\w’'.-]{0,20}|[a-z]{2,4})){0,5},?["”’]"""
)
_INITIALS = 3  # letters; two are anybody's
_NOBODYS: Mapping[str, str] = MappingProxyType({})
_HIDDEN = "\x00"  # stands for a character of the words reported


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of the table with its flags."""

    id: str
    pattern: re.Pattern[str]
    channel: Channel
    name: str | None
    known: bool
    own: bool
    cue: bool
    signs: tuple[str, ...]


@cache
def agencies() -> frozenset[str]:
    """Give the names of agencies that do not say what they are: 'Reuters'."""
    return frozenset(table("media")["words"]["agency"])


@cache
def unnamed() -> frozenset[str]:
    """Give the last words for outlets without a name: 'local media'."""
    return frozenset(table("media")["words"]["many"])


class Media:
    """Finds the media of statements.

    A statement whose sentence tells a medium only with another of the same
    speaker ('told Radio Delta that …, adding that …') was made there, too, and so
    was what the speaker goes on to say in the sentences behind it.
    """

    def __init__(self, outlets: Iterable[str], of_articles: Mapping[str, str] = _NOBODYS) -> None:
        """Take what is known of outlets.

        Args:
            outlets: every name of one that the digest knows.
            of_articles: the outlet of every article that tells it, by the article's id.
        """
        self._outlets = {_plain(name) for name in outlets}
        self._short = {name.rpartition(" ")[2] for name in self._outlets if " " in name} & _lasts()
        self._of_articles = of_articles

    def found(self, paragraph: Paragraph, statements: Sequence[Statement]) -> Iterator[Statement]:
        """Give the statements of a paragraph, each with its medium."""
        scope = _Scope(paragraph, statements, self._of_articles.get(paragraph.article))
        media = [self._of(scope, each) for each in statements]
        told: dict[tuple[str, int], Medium] = {}
        for each, medium in zip(statements, media, strict=True):
            if medium is not None:
                told.setdefault((each.person, scope.sentence(each)), medium)
        media = [
            medium or told.get((each.person, scope.sentence(each)))
            for each, medium in zip(statements, media, strict=True)
        ]
        for before, at in pairwise(scope.in_order()) if any(media) else ():
            if media[at] is None and scope.goes_on(statements[before], statements[at]):
                media[at] = media[before]
        for each, medium in zip(statements, media, strict=True):
            yield each if medium == each.medium else replace(each, medium=medium)

    def _of(self, scope: _Scope, statement: Statement) -> Medium | None:
        cue = statement.cue
        if cue is None:
            return None
        near = (self._medium(*each, scope.outlet) for each in scope.matches(cue))
        return min(filter(None, near), key=lambda m: _distance(m.span, cue), default=None)

    def _medium(
        self, rule: _Rule, match: re.Match[str], start: int, outlet: str | None
    ) -> Medium | None:
        """Give the medium that a rule found in a stretch which begins at `start`.

        Args:
            rule: the rule.
            match: what it found.
            start: where the text begins in which it was found.
            outlet: that of the article, where it is told.
        """
        name = rule.name or match["name"]
        end = start + match.end()
        if rule.own:
            found = outlet
        elif rule.known:
            words = name.rstrip(".")  # of the sentence
            found = self._known(words) or self._shortened(match, words, outlet)
            end += len(found or "") - len(name)
        else:
            found = name
        span = Span(start + match.start(), end)
        return Medium(found, span, rule.channel, rule.id) if found else None

    def _known(self, words: str) -> str | None:
        """Give the known outlet that some words in capitals begin with: 'Baltwire on Monday'."""
        return next((name for name in _openings(words) if _plain(name) in self._outlets), None)

    def _shortened(self, match: re.Match[str], words: str, outlet: str | None) -> str | None:
        """Give 'Courier' of 'told the Courier', where the digest knows a 'Zenda Courier'.

        An article may call its own outlet by any of its last words, or by its initials.
        """
        first = words.partition(" ")[0]
        if not _is_definite(match):
            return first if outlet and first == _initials(outlet) else None
        if fold(first) in self._short:
            return first
        if outlet is None:
            return None
        return next((name for name in _openings(words) if _is_short_for(name, outlet)), None)


def _openings(words: str) -> Iterator[str]:
    """Give the first words of some, all of them first."""
    parts = words.split(" ")
    return (" ".join(parts[:end]) for end in range(len(parts), 0, -1))


def _is_definite(match: re.Match[str]) -> bool:
    """Whether 'the' stands before a name."""
    return match.string[: match.start("name")].lower().endswith("the ")


def _is_short_for(name: str, outlet: str) -> bool:
    """Whether a name is the last words of an outlet's: 'the Lantern' of 'The Zenda Lantern'."""
    head = re.split(r" (?:of|in|for|\()", _plain(outlet))[0]
    return f" {head}".endswith(f" {fold(name)}")


def _initials(outlet: str) -> str | None:
    """Give the initials by which an outlet of several words may be called: 'RWS'."""
    capitals = "".join(word[0] for word in outlet.removeprefix("The ").split() if word[0].isupper())
    return capitals if len(capitals) >= _INITIALS else None


@cache
def _lasts() -> frozenset[str]:
    """Give the last words of papers by which they are called: 'the Courier'."""
    words = table("media")["words"]
    return frozenset(fold(word) for key in ("noun", "last") for word in words[key])


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(rule, rule.extra) for rule in rules("media"))


@cache
def _rules_of_cues() -> tuple[_Rule, ...]:
    """Give the rules of the verb itself, which need no sign in the words around it."""
    return tuple(rule for rule in _rules() if rule.cue)


@cache
def _signs() -> tuple[str, ...]:
    """Give every sign once."""
    return tuple(dict.fromkeys(s for rule in _rules() if not rule.cue for s in rule.signs))


def _signs_in(words: str, signs: Iterable[str]) -> set[str]:
    return {sign for sign in signs if sign in words}


def _told() -> Sequence[str]:
    """Give the verbs that have a medium for their object: 'told Baltwire'."""
    told: Sequence[str] = table("media")["words"]["told"]
    return told


def _rule(rule: Rule, extra: dict[str, Any]) -> _Rule:
    cue = extra.get("cue", False)
    return _Rule(
        id=rule.id,
        pattern=rule.pattern,
        channel=extra["channel"],
        name=extra.get("name"),
        known=extra.get("known", False),
        own=extra.get("own", False),
        cue=cue,
        signs=tuple(_told() if cue else extra.get("signs", ("",))),  # every text has the empty one
    )


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


class _Scope:
    """A paragraph with its statements: which of its words belong to which cue."""

    def __init__(
        self, paragraph: Paragraph, statements: Sequence[Statement], outlet: str | None
    ) -> None:
        self.outlet = outlet
        self._text = paragraph.text
        self._starts = [sentence.start for sentence in paragraph.sentences]
        self._ends = [sentence.end for sentence in paragraph.sentences]
        self._cues = sorted({s.cue for s in statements if s.cue is not None})
        self._statements = statements
        self._shown: str | None = None

    def sentence(self, statement: Statement) -> int:
        """Give the number of the sentence in which a statement is reported; negative for none."""
        cue = statement.cue
        return -1 - statement.span.start if cue is None else bisect_right(self._ends, cue.start)

    def in_order(self) -> list[int]:
        """Give the numbers of the statements in the order of the text."""
        return sorted(range(len(self._statements)), key=lambda at: _place(self._statements[at]))

    def goes_on(self, before: Statement, then: Statement) -> bool:
        """Whether the speaker of a statement goes on with another, on no other occasion."""
        if before.person != then.person or before.said != then.said:
            return False
        return then.cue is None or _elsewhere().isdisjoint(
            self.reporting(then.cue).of(self._hidden()).lower().split()
        )

    def reporting(self, cue: Span) -> Span:
        """Give the stretch that belongs to a cue: its sentence, as far as the cues of others."""
        start, end = max(0, cue.start - _REACH), min(len(self._text), cue.end + _REACH)
        at = bisect_right(self._ends, cue.start)
        if at < len(self._ends) and self._starts[at] <= cue.start:
            start, end = max(start, self._starts[at]), min(end, self._ends[at])
        number = bisect_left(self._cues, cue)
        if number > 0:
            start = max(start, self._cues[number - 1].end)
        if number + 1 < len(self._cues):
            end = min(end, self._cues[number + 1].start)
        return Span(start, max(start, end))

    def matches(self, cue: Span) -> Iterator[tuple[_Rule, re.Match[str], int]]:
        """Give what the rules find around a cue, and where the text that they read begins."""
        where = self.reporting(cue)
        signs = _signs_in(where.of(self._text), _signs())
        words = where.of(self._hidden()) if signs else ""
        signs = _signs_in(words, signs)
        for rule in _rules() if signs else _rules_of_cues():
            if rule.cue:
                if self._text.startswith(rule.signs, cue.start):
                    found = rule.pattern.match(self._text, cue.start)
                    if found is not None:
                        yield rule, found, 0
            elif not signs.isdisjoint(rule.signs):
                for found in rule.pattern.finditer(words):
                    yield rule, found, where.start

    def _hidden(self) -> str:
        """Give the text with the words hidden that are reported, made when first asked for."""
        if self._shown is None:
            self._shown = _hidden(self._text, self._statements)
        return self._shown


def _hidden(text: str, statements: Iterable[Statement]) -> str:
    """Give a text with the words hidden that somebody is reported to say."""
    shown = list(text)
    contents = (s.span for s in statements if s.cue is None or not _holds(s.span, s.cue))
    # In '“So,” she told us, “it is.”' the saying stands within what was said.
    quoted = (q for q in quotations(text) if not _TITLE.fullmatch(q.of(text)))
    for start, end in (*contents, *quoted):
        shown[start:end] = _HIDDEN * (end - start)
    return "".join(shown)


def _holds(content: Span, cue: Span) -> bool:
    return content.start <= cue.start < content.end


def _place(statement: Statement) -> int:
    return statement.span.start if statement.cue is None else statement.cue.start


@cache
def _elsewhere() -> frozenset[str]:
    """Give the words of another occasion or another audience: 'told', 'rally'."""
    return frozenset(table("media")["words"]["elsewhere"])


def _distance(one: Span, cue: Span) -> int:
    return max(one.start - cue.end, cue.start - one.end, 0)
