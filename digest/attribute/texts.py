"""Paragraphs made ready for reading: their sentences, and the names in each.

What is made of sentences and names is decided in `reader`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import chain, pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import parties
from digest.attribute.grammar import closed_class, is_joined
from digest.attribute.mentions import Mention, parse_in
from digest.attribute.names import may_open_with_given
from digest.attribute.places import Places
from digest.attribute.sentence import Sentence
from digest.attribute.tokens import (
    DASHES,
    names_in_marks,
    parted,
    quotations,
    token_of,
    tokenize,
)
from digest.attribute.verbs import is_cue_form
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.attribute.grammar import Grammar
    from digest.attribute.tokens import Token
    from digest.model import Moment, Paragraph, Span

_WORD = re.compile(r"\b[a-z]+\b")
_PROPER = re.compile(r"[A-Z](?:(?<=[a-z,] [A-Z])|(?<=\b[A-Z][a-z]\. [A-Z]))[\w-]+")
_SHORT = 4  # letters; shorter words stay small in title case
_MANY = 4  # long words, all with capitals, of a headline with a full stop
_CLOSED = (".", "!", "?", "”", '"', "’", "'", "»", ")", ":", "…")
_FULL_STOPS = frozenset({".", "!", "?", "”", '"'})
_OF = closed_class("of_places")
_AGENTS = closed_class("with_agents")
_SHORTEST_ROLE = 3  # tokens: 'the mayor,'
_LONGEST_KIND = 3  # small words between a demonym and what a company is
_FROM = frozenset({"of", "from"})
_LONGEST = 600  # tokens of a sentence; longer ones are read in pieces
_NEAR = 3  # tokens behind a country
_OUTSTANDS = 2  # times as often as the next country
_MOSTLY = 2  # times as often may another country be named
_FOREIGN = 12  # times as often may a paper name the other country of a quarrel
_DATELINE = 12  # tokens, with country, day, year and agency
_IN_OFFICE = 3  # times a mere mention
_LEAD = 2  # paragraphs: the title and the first, which tell where the news is
_IN_LEAD = 1  # times more that counts what they name
_OF_STATE = frozenset(
    word
    for key in ("of_state", "words_of_state", "bodies_of_state")
    for word in table("roles")["posts"][key]
)
_JOINING = frozenset({"'", "&"})
# Behind a name they only say what has it: 'the Harbourline shipyard', unlike 'the Narva court'.
_KINDS = frozenset(
    word for key in ("any_company", "any_club") for word in table("roles")["institutions"][key]
)
_LONGEST_POST = 4  # tokens of a post without an article
_IS = closed_class("is_was")
_IN_THE = ("in", "the")
_LASTS = 2  # sentences behind one that is about a country
_OWNS = frozenset({"'s", "'", "and"})
_IN_TITLES = frozenset({"and", "of"})  # 'Minister of Trade and Ports'
_AIMING = frozenset({"of", "for"})  # behind the noun of an institution, within its name
_OF_BODY = 2  # tokens of "Office of"
_LONGEST_NAME = 40  # tokens, with roles and an apposition


class Text(NamedTuple):
    """A paragraph made ready.

    Attributes:
        id: the paragraph's id.
        sentences: never cut inside a quotation.
        names: for every sentence the names in it, with roles and appositions.
        bodies: for every sentence the organisation that it names last.
        lands: for every sentence the country that it or one before it in the paragraph is about.
        countries: the countries that it names, each as often as it counts.
        dateline: the country of the place that it is sent from, if it tells one.
        days: what the paragraph says of days, in order.
    """

    id: str
    sentences: tuple[Sentence, ...]
    names: tuple[tuple[Mention, ...], ...]
    bodies: tuple[str | None, ...]
    lands: tuple[str | None, ...]
    countries: Sequence[str]
    days: tuple[Moment, ...]
    dateline: str | None = None

    @property
    def cities(self) -> list[str]:
        """The countries of well-known cities that it names, as often; seldom asked for."""
        return [country for s in self.sentences for country in Places.cities(s.tokens)]


class _Fitting(dict[str, bool]):
    """Whether a word that opens no sentence can be part of a name, found out when first met."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, word: str) -> bool:
        token, grammar = token_of(word), self._grammar
        fits = token.is_word and token.low not in grammar.never_names
        self[word] = fits and (grammar.in_name(token) or grammar.describes(token.low))
        return self[word]


class Preparer:
    """Makes the paragraphs of a digest ready."""

    def __init__(self, grammar: Grammar, texts: Iterable[str]) -> None:
        """Note the words that the texts write small: such a word alone is no name."""
        self._grammar = grammar
        every, self._proper = set[str](), set[str]()
        for text in texts:
            words = text.split()
            every.update(words)
            if not _is_title_case(words):
                self._proper.update(_PROPER.findall(text))
        self._common = frozenset(_WORD.findall(" ".join(every)))
        self._fits = _Fitting(grammar)

    def is_proper(self, word: str) -> bool:
        """Whether a word in capitals is a name, not only one that opens a sentence."""
        return word in self._proper and word.lower() not in self._common

    def text(self, paragraph: Paragraph, days: Iterable[Moment], *, title: bool = False) -> Text:
        """Make one paragraph ready; `title` tells that it is one, else its end tells."""
        quotes, tokens = _read(paragraph)
        ordered = tuple(sorted(days, key=lambda day: day.span))
        spans = [day.span for day in ordered]
        headline = title or (len(paragraph.sentences) == 1 and not paragraph.text.endswith(_CLOSED))
        groups = by_sentence(tokens, paragraph.sentences, quotes)
        capitals = [
            (title or group[-1].text[-1] not in _FULL_STOPS)
            and _is_title_case([t.text for t in group])
            for group in groups
        ]
        sentences = tuple(
            Sentence(
                paragraph.text,
                self._with_small(group) if headline and in_capitals else group,
                spans,
                self._grammar,
                headline=headline,
            )
            for group, in_capitals in zip(groups, capitals, strict=True)
        )
        owners = [self._grammar.places.found(s.tokens) for s in sentences]
        return Text(
            id=paragraph.id,
            sentences=sentences,
            names=tuple(
                () if in_capitals else tuple(self._names(s))
                for s, in_capitals in zip(sentences, capitals, strict=True)
            ),
            bodies=tuple(self._grammar.places.last_body(found) for found in owners),
            lands=tuple(self._lands(sentences, owners)),
            countries=self._countries(sentences, owners),
            days=ordered,
            dateline=self._dateline(sentences[0], owners[0]) if sentences else None,
        )

    def _with_small(self, tokens: Sequence[Token]) -> list[Token]:
        """Take the capitals of a headline from words that are no names: 'Mayor Rejects Plan'."""
        first, *others = tokens
        return [first, *(t._replace(is_capital=False) if self._is_small(t) else t for t in others)]

    def _is_small(self, token: Token) -> bool:
        """Whether the texts write a word small, or it is a verb that reports, and no name."""
        if not token.is_capital:
            return False
        if token.low in self._grammar.never_names or self._grammar.is_adverb(token.low):
            return True
        if token.text in self._proper:
            return False
        return token.low in self._common or is_cue_form(token.low)

    def _dateline(self, s: Sentence, owners: Sequence[tuple[int, int, str]]) -> str | None:
        """Give the country of 'ZENDA, May 3 –' or 'PORT HOPE, Ruritania –' that opens a text."""
        first = s.tokens[0].text
        if len(first) < _SHORT or not first.isupper():
            return None
        dash = next((i for i in range(1, min(_DATELINE, len(s))) if s.tokens[i].text in DASHES), 0)
        countries = (who for at, _, who in owners if at < dash)
        return next((who for who in countries if self._grammar.places.is_country(who)), None)

    def _lands(
        self, sentences: Sequence[Sentence], owners: Sequence[Sequence[tuple[int, int, str]]]
    ) -> Iterator[str | None]:
        """Give for every sentence whose news a paragraph has come to: 'Ruritania agreed. …'."""
        land, at = None, 0
        for number, (s, found) in enumerate(zip(sentences, owners, strict=True)):
            own = self._land(s, found)
            land, at = (land, at) if own is None else (own, number)
            yield land if number - at <= _LASTS else None

    def _land(self, s: Sentence, found: Sequence[tuple[int, int, str]]) -> str | None:
        """Give the country that a sentence begins with as its subject, or with 'In Zenda'."""
        places = self._grammar.places
        if not found or not places.is_country(found[0][2]):
            return None
        at, length, who = found[0]
        behind, words = at + length, s.tokens[at : at + length]
        opens = at == 0 or (at == 1 and s.low(0) in {"in", "the"})
        opens = opens or (at == len(_IN_THE) and (s.low(0), s.low(1)) == _IN_THE)
        goes_on = behind < len(s) and (s.tokens[behind].is_capital or s.low(behind) in _OWNS)
        is_name = places.is_place(" ".join([t.low for t in words]))
        is_name = is_name and places.part(words, who) is None
        others = any(owner != who and places.is_country(owner) for _, _, owner in found)
        if others and self._dateline(s, found):
            return None  # 'ZENDA, May 3 – The Ruritanian ministry said': only sent from there
        return who if opens and is_name and not goes_on else None

    def _countries(
        self, sentences: Sequence[Sentence], owners: Sequence[Sequence[tuple[int, int, str]]]
    ) -> list[str]:
        """Give the countries named; one whose office follows more than once."""
        counted: list[str] = []
        for s, found in zip(sentences, owners, strict=True):
            for at, length, owner in found:
                if self._grammar.places.is_recognised(owner):
                    after = at + length + (s.low(at + length) == "'s")
                    counted += [owner] * (_IN_OFFICE if self._is_office(s, after) else 1)
        return counted

    def _is_office(self, s: Sentence, after: int) -> bool:
        """Whether a post or an institution of state follows a country."""
        near = takewhile(self._may_follow, (s.low(i) for i in range(after, after + _NEAR)))
        return any(low in _OF_STATE for low in near)

    def _may_follow(self, low: str) -> bool:
        """Whether a word leads on from a country to its office, and to no other's."""
        return low[:1].isalpha() and low not in self._grammar.possessives

    def _names(self, s: Sentence) -> Iterator[Mention]:
        fits = self._fitting_in(s)
        end = 0
        for start in [i for i, fit in enumerate(fits) if fit]:
            if start < end:
                continue
            at, end = start, self._fitting_end(s, fits, start)
            if True in [t.is_capital for t in s.tokens[at:end]]:
                last = self._with_apposition(s, parties.mark_end(s.tokens, end))
                at = self._with_owner(s, self._with_kind(s, at), end)
                at = self._with_role(s, at, last)
                # One word alone tells neither a full name nor a role.
                one_word = last == at + 1
                mention = self._bare(s, at) if one_word else parse_in(s, at, last - 1)
                is_named = mention is not None and mention.kind in {"name", "institution"}
                if mention is not None and is_named and not self._is_within_body(s, start, mention):
                    yield self._of_country(s, at, self._with_predicate(s, mention, last))

    def _of_country(self, s: Sentence, start: int, mention: Mention) -> Mention:
        """Add the country of "Ruritania's Jan Lind", who has no post there."""
        is_owned = start > 1 and s.low(start - 1) == "'s" and not mention.sides
        if not is_owned or mention.role or mention.kind != "name" or not mention.is_full_name:
            return mention
        places, owner = self._grammar.places, s.low(start - 2)
        country = places.owner(owner) if places.is_place(owner) else None
        is_country = country is not None and places.is_country(country)
        return mention._replace(sides=(country,)) if country and is_country else mention

    def _is_within_body(self, s: Sentence, at: int, mention: Mention) -> bool:
        """Whether words are the tail of an institution's name: 'the Office of Harbour Safety'."""
        if at < _OF_BODY or s.low(at - 1) != "of" or not s.tokens[at - _OF_BODY].is_capital:
            return False
        is_body = self._grammar.is_institution(s.low(at - _OF_BODY))
        is_person = mention.is_full_name and may_open_with_given(mention.name or "")
        return is_body and mention.kind == "name" and mention.is_full_name and not is_person

    def _fitting_end(self, s: Sentence, fits: Sequence[bool], start: int) -> int:
        """Give the end of what can be one name with its roles and titles."""
        end, limit = start + 1, min(len(fits), start + _LONGEST_NAME)
        while end < limit and (fits[end] or (s.low(end) in _IN_TITLES and self._in_title(s, end))):
            end += 1
        return end

    def _in_title(self, s: Sentence, at: int) -> bool:
        """Whether 'of' or 'and' stands within a title: 'Minister of Trade and Ports Ida Ilves'."""
        small = s.low(at)
        if at + 1 >= len(s) or not s.tokens[at + 1].is_capital:
            return False
        grammar, before, behind = self._grammar, s.low(at - 1), s.low(at + 1)
        if small == "and":
            return {before, behind} <= grammar.departments and s.tokens[at - 1].is_capital
        is_department = before in grammar.of_departments and behind in grammar.departments
        return is_department or grammar.is_title(f"{before} of {behind}")

    def _bare(self, s: Sentence, at: int) -> Mention | None:
        """Give one word in capitals that may be a body's name: "Ruritania's Harbourline"."""
        word = s.tokens[at].text
        if not self.is_proper(word) or self._tells_a_place(word.lower()):
            return None
        owner = self._grammar.places.owner(s.low(at - 2)) if s.low(at - 1) == "'s" else None
        kind = self._kind(s, at)
        return Mention(
            word,
            "name",
            name=word,
            sides=() if owner is None else (owner,),
            told=(kind,) if kind else (),
        )

    def _kind(self, s: Sentence, at: int) -> str | None:
        """Give what a bare name is called: 'the Harbourline shipyard', 'operator Harbourline'."""
        kind = s.low(at + 1)
        if s.low(at - 1) == "the" and kind in _KINDS and not s.tokens[at + 1].is_capital:
            return kind
        before = s.tokens[at - 1] if at else None
        if before is not None and before.low in self._grammar.company_nouns:
            return None if before.is_capital or before.quoted else before.low
        is_owned = s.low(at + 1) == "'s" and s.low(at + 2) in self._grammar.of_companies
        return "company" if is_owned else None

    def _tells_a_place(self, low: str) -> bool:
        """Whether a word is a demonym or a place joined to another word: 'Narva-based'."""
        places = self._grammar.places
        return is_joined(low) or (places.describes(low) and not places.is_place(low))

    def _fitting_in(self, s: Sentence) -> list[bool]:
        """Tell of every token whether it can be part of a name with its roles and titles."""
        known = self._fits
        fits = [known[token.text] for token in s.tokens]
        if True in s.timed:
            fits = [fit and not timed for fit, timed in zip(fits, s.timed, strict=True)]
        fits[0] = self._opens_name(s)
        if not _JOINING.isdisjoint(s.words):
            for at in [at for at, token in enumerate(s.tokens) if token.low in _JOINING]:
                fits[at] = _joins_name(s, at)
        return fits

    def _opens_name(self, s: Sentence) -> bool:
        """Whether the word that opens a sentence can be part of a name."""
        token, grammar = s.tokens[0], self._grammar
        if s.timed[0] or not token.is_word or token.low in grammar.never_names:
            return False
        if not grammar.describes(token.low):
            if token.low in grammar.asking or grammar.opens_clause(token.low):
                return False
            if token.low in grammar.prepositions:
                return False  # 'Despite Lind claiming it'
            if token.low.endswith("ing") and is_cue_form(token.low):
                return False  # 'Touting Ruritania's harbours, he'
            if token.low in self._common:
                return grammar.is_role(s.low(1))  # 'Race director Jan Lind'
        return self._fits[token.text]

    def _with_apposition(self, s: Sentence, end: int) -> int:
        """Give the end of ', the mayor of Port Hope' where it follows, else `end`."""
        end = _with_age(s, self._with_body(s, end))
        if s.mark(end) != ",":
            return end
        opens = s.low(end + 1) in self._grammar.determiners or self._opens_post(s, end + 1)
        opens = opens or self._is_bare_post(s, end + 1)
        works = self._grammar.works
        serves = s.low(end + 1) in works or (s.low(end + 1) == "who" and s.low(end + 2) in works)
        serves = serves or s.low(end + 1) == "whose"
        if not (opens or serves):
            return end
        close = _close(s, end + 1)
        return close if serves or self._grammar.has_role(s.tokens[end + 1 : close]) else end

    def _opens_post(self, s: Sentence, at: int) -> bool:
        """Whether "Baltwire's president" or 'chief executive of' begins there."""
        owner = at
        while owner < len(s) - 1 and s.tokens[owner].is_capital:
            owner += 1
        if owner > at and s.low(owner) == "'s":
            return True
        link = at
        while link < min(len(s), at + _LONGEST_POST) and self._tells_post(s.tokens[link]):
            link += 1
        return link > at and s.low(link) in _OF and self._grammar.is_role(s.low(link - 1))

    def _tells_post(self, token: Token) -> bool:
        """Whether a word may stand in a post: 'deputy', 'U.S.', 'assistant'."""
        return self._grammar.describes(token.low) or self._grammar.places.describes(token.low)

    def _is_bare_post(self, s: Sentence, at: int) -> bool:
        """Whether nothing but a post stands between two commas: ', transport minister,'."""
        close = _close(s, at)
        is_short = at < close <= at + _LONGEST_POST and s.mark(close) == ","
        last = s.low(close - 1)
        return (
            is_short
            and self._grammar.is_role(last)
            and self._grammar.singular(last) == last
            and all(t.is_word and not t.is_capital and not t.quoted for t in s.tokens[at:close])
        )

    def _with_predicate(self, s: Sentence, mention: Mention, end: int) -> Mention:
        """Add what a sentence says that somebody is: 'Ida Lind is the head of the port'."""
        if s.low(end) not in _IS or s.low(end + 1) not in self._grammar.articles:
            return mention
        if not mention.is_full_name or mention.noun is not None:
            return mention
        told = parse_in(s, end + 1, _close(s, end + 1) - 1)
        if told is None or told.kind != "role" or told.plural:
            return mention
        return mention._replace(
            role=told.role,
            noun=told.noun,
            sides=told.sides,
            gender=mention.gender or told.gender,
        )

    def _with_kind(self, s: Sentence, start: int) -> int:
        """Give the beginning of 'company Harbour Lines' behind 'the' or a demonym, else `start`."""
        if s.low(start - 1) not in self._grammar.company_nouns or start <= 1:
            return start
        before = s.low(start - 2)
        places = self._grammar.places
        is_one = before in self._grammar.determiners or places.describes(before)
        is_one = is_one or self._describes_kind(s, start - 2)
        return start - 1 if is_one and not s.tokens[start - 1].quoted else start

    def _describes_kind(self, s: Sentence, at: int) -> bool:
        """Whether small words stand there behind a demonym: 'Ruritanian electric motor maker'."""
        first = at
        while first > max(0, at - _LONGEST_KIND) and s.tokens[first].text.islower():
            first -= 1
        return first < at and self._grammar.places.describes(s.low(first))

    def _with_owner(self, s: Sentence, start: int, end: int) -> int:
        """Give the beginning of "Ruritania's Harbour Service", else `start`."""
        is_owned = start > 1 and s.low(start - 1) == "'s" and s.tokens[start - 2].is_capital
        is_body = end - start > 1 and self._grammar.is_institution(s.low(end - 1))
        is_place = is_owned and is_body and self._grammar.places.is_place(s.low(start - 2))
        return start - 2 if is_place else start

    def _with_role(self, s: Sentence, start: int, end: int) -> int:
        """Give the beginning of 'the mayor of Port Hope,' where it precedes, else `start`."""
        if s.mark(start - 1) != "," or start < _SHORTEST_ROLE:
            return start
        first = s.phrase_start(start - 2)
        agents = (i + 1 for i in range(start - 2, first - 1, -1) if s.low(i) in _AGENTS)
        first = next(agents, first)  # 'chaired by the mayor, Jan Lind'
        first = next((i for i in range(start - 2, first, -1) if self._opens_object(s, i)), first)
        if s.mark(end) == "," and self._is_description(s, first, start - 1):
            return first
        joints = (i + 1 for i in range(start - 2, first, -1) if s.low(i) in self._grammar.and_or)
        first = next(joints, first)
        head = next((i for i in range(first, start - 1) if s.low(i) in _OF), start - 1) - 1
        is_role = head > first and self._grammar.is_role(s.low(head))
        return first if is_role and self._grammar.singular(s.low(head)) == s.low(head) else start

    def _opens_object(self, s: Sentence, at: int) -> bool:
        """Whether a noun phrase begins behind a verb: 'Lind met his Ruritanian counterpart'."""
        is_first = s.low(at) in self._grammar.before_nouns
        return is_first and self._grammar.is_past(s.low(at - 1))

    def _is_description(self, s: Sentence, first: int, end: int) -> bool:
        """Whether an article and a few small words stand in front of a name: 'the hedge fund'."""
        tokens = s.tokens[first + 1 : end]
        if s.low(first) != "the" or not 0 < len(tokens) < _SHORTEST_ROLE + 1:
            return False
        return all(t.is_word and not t.is_capital and not t.quoted for t in tokens)

    def _with_body(self, s: Sentence, end: int) -> int:
        """Give the end of 'of the Green Shore party' where it follows, else `end`."""
        if s.low(end) not in _FROM and (s.low(end) != "for" or not s.tokens[end - 1].is_capital):
            return end
        at = end + 1 + (s.low(end + 1) in self._grammar.determiners)
        is_body = self._grammar.is_institution(s.low(end - 1)) or (
            s.low(end - 1) in self._grammar.body_nouns
        )
        while at < min(len(s), end + _LONGEST_NAME) and (
            s.tokens[at].is_capital
            or ((is_body or self._has_body(s, end, at)) and self._joins_body(s, at))
            or self._goes_on(s, at)
            or _joins_name(s, at)
            or _aims(s, at)
        ):
            at += 1
        return at if s.tokens[at - 1].is_capital else end

    def _has_body(self, s: Sentence, start: int, joint: int) -> bool:
        """Whether 'and' may go on with a name: 'of the Institute for Sea', not 'of the Bank'."""
        if s.low(joint) != "and" or may_open_with_given(s.tokens[min(joint + 1, len(s) - 1)].text):
            return False
        is_institution = self._grammar.is_institution
        return any(
            is_institution(s.low(i)) and s.low(i + 1) in _AIMING for i in range(start, joint - 1)
        )

    def _joins_body(self, s: Sentence, at: int) -> bool:
        """Whether 'and' stands within the name of a body: 'Union of Bank and Port Staff'."""
        after = s.tokens[at + 1] if at + 1 < len(s) else None
        return s.low(at) == "and" and after is not None and after.is_capital

    def _goes_on(self, s: Sentence, at: int) -> bool:
        """Whether 'of' stands within the name of a body: 'National Union of Port Staff'."""
        joins = s.low(at) == "of" and self._grammar.is_institution(s.low(at - 1))
        return joins and at + 1 < len(s) and s.tokens[at + 1].is_capital


def _read(paragraph: Paragraph) -> tuple[tuple[Span, ...], list[Token]]:
    """Give the quotations and the tokens of a paragraph, without the marks around mere names."""
    quotes = quotations(paragraph.text)
    named = names_in_marks(paragraph.text, quotes) if quotes else ()
    if not named:
        return quotes, _tokens(paragraph, quotes)
    quotes = tuple(quote for quote in quotes if quote not in named)
    tokens = _tokens(paragraph, quotes)
    for span in named:
        tokens = _unmarked(tokens, span)
    return quotes, tokens


def _unmarked(tokens: Sequence[Token], name: Span) -> list[Token]:
    """Take the marks around a name from the tokens; its own words have them, or none has."""
    low = bisect_left(tokens, name.start, key=attrgetter("start"))
    high = bisect_left(tokens, name.end - 1, key=attrgetter("start"))
    inside = list(tokens[low + 1 : high])
    if inside[-1].is_word:  # not in '“Harbour Voice,”'
        inside[0] = inside[0]._replace(start=name.start)
        inside[-1] = inside[-1]._replace(end=name.end)
    return [*tokens[:low], *inside, *tokens[high + 1 :]]


def _tokens(paragraph: Paragraph, quotes: tuple[Span, ...]) -> list[Token]:
    """Give the words of a paragraph, none of them across the end of a sentence."""
    text = paragraph.text
    tokens = tokenize(text, quotes)
    ends = [s.end for s in paragraph.sentences[:-1] if not text[s.end].isspace()]
    return parted(tokens, ends) if ends else tokens


def _with_age(s: Sentence, end: int) -> int:
    """Give the comma behind an age: 'Jan Lind, 52, a driver'."""
    is_age = s.mark(end) == "," and s.low(end + 1).isdigit() and s.mark(end + 2) == ","
    return end + 2 if is_age else end


def _close(s: Sentence, start: int) -> int:
    """Give the mark that ends a description which begins at a token."""
    limit = min(len(s), start + _LONGEST_NAME)
    return next((i for i in range(start, limit) if s.tokens[i].text in ",.;"), limit)


def _aims(s: Sentence, at: int) -> bool:
    """Whether 'for the' stands within a name there: 'Rally for the Harbour'."""
    start = at - (s.low(at) == "the")
    after = start + 1 + (s.low(start + 1) == "the")
    joins = s.low(start) == "for" and s.tokens[start - 1].is_capital and after < len(s)
    return joins and s.tokens[after].is_capital and not s.timed[after]


def _joins_name(s: Sentence, at: int) -> bool:
    """Whether a mark stands within a name: 'the Netmakers' Union', 'Lind & Lund'."""
    joins = s.low(at) in _JOINING and 0 < at < len(s) - 1
    return joins and s.tokens[at - 1].is_capital and s.tokens[at + 1].is_capital


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether capitals say nothing of names here, as in a Headline Set Like This.

    Where a full stop ends it, only with as many long words as few sentences have.
    """
    longer = 0
    for word in words:
        if len(word) > _SHORT and word[0].isalnum():
            if longer and not word[0].isupper():
                return False
            longer += 1
    return bool(words) and (longer >= _MANY or words[-1][-1] not in _FULL_STOPS)


def by_sentence(
    tokens: list[Token], sentences: Sequence[Span], quotes: Sequence[Span]
) -> list[list[Token]]:
    """Part tokens by sentences, but never inside a quotation unless it is endless."""
    start = attrgetter("start")
    ends = [sentence.end for sentence in sentences[:-1]]
    behind = dict.fromkeys(bisect_left(tokens, end, key=start) for end in ends)
    cuts = (at for at in behind if at < len(tokens) and not _is_inside(tokens[at].start, quotes))
    bounds = pairwise((0, *cuts, len(tokens)))
    pieces = ((at, end) for start, end in bounds for at in range(start, end, _LONGEST))
    return [tokens[at : min(end, at + _LONGEST)] for at, end in pieces]


def _is_inside(offset: int, quotes: Sequence[Span]) -> bool:
    """Whether a quotation has begun before an offset and goes on behind it."""
    at = bisect_right(quotes, offset, key=attrgetter("end"))
    return at < len(quotes) and quotes[at].start < offset


def homes(articles: Sequence[Sequence[Text]], papers: Sequence[str | None]) -> list[str | None]:
    """Give for every article the country whose ministers it means where it names none.

    That is the country of the place that it is sent from or that its paper is named after
    (`papers`), if it says anything of it; else the country that it speaks of far more
    than of any other, its offices counting most. Where none stands out, it is the
    country of the whole story, if the article names it at all; where article and story
    disagree, none. Cities tell it only where no country is named.
    """
    counted = [_counted([t.countries for t in texts]) for texts in articles]
    common = _common(counted)
    sent = [next((t.dateline for t in texts if t.dateline), None) for texts in articles]
    every = zip(counted, sent, papers, articles, strict=True)
    return [
        _sent_home(own, place)
        or _paper_home(own, paper)
        or _home(own, common)
        or (None if own else _outstanding(_counted([t.cities for t in texts])))
        for own, place, paper, texts in every
    ]


def politics(
    articles: Sequence[Sequence[Text]], papers: Sequence[str | None]
) -> list[parties.Politics]:
    """Give for every article whose politics it tells of: its home's, and whose parties it names.

    Only of parties that have marks, which else tell of an article abroad no more than a country,
    and of a country that it names: Norway has Democrats, too.
    """
    return list(map(parties.Politics, homes(articles, papers), map(_contests, articles)))


def _contests(texts: Sequence[Text]) -> frozenset[str]:
    told = parties.fielded((s.words, s.tokens) for text in texts for s in text.sentences)
    return (
        told.intersection(chain.from_iterable(text.countries for text in texts)) if told else told
    )


def _counted(texts: Sequence[Sequence[str]]) -> Counter[str]:
    """Count the countries that an article names, most of all where it begins."""
    return Counter(chain.from_iterable((*[*texts[:_LEAD]] * _IN_LEAD, *texts)))


def _paper_home(counted: Counter[str], paper: str | None) -> str | None:
    """Give the country of a paper, if the article does not speak of another far more."""
    is_told = paper is not None and counted[paper] > 0
    return paper if is_told and _FOREIGN * counted[paper or ""] >= max(counted.values()) else None


def _sent_home(counted: Counter[str], dateline: str | None) -> str | None:
    """Give the country that an article was sent from, if it is mostly about it."""
    most = max(counted.values(), default=0)
    return dateline if dateline and _MOSTLY * counted[dateline] >= most else None


def _home(counted: Counter[str], common: str | None) -> str | None:
    own = _outstanding(counted)
    if own is None:
        most = max(counted.values(), default=0)
        is_most = common is not None and list(counted.values()).count(most) == 1
        is_most = is_most and counted[common or ""] == most
        return common if is_most or not counted else None
    return own if common in {own, None} else None


def _common(counted: Sequence[Counter[str]]) -> str | None:
    """Give the country that most articles name, or else that outweighs all others."""
    whole = sum(counted, Counter())
    articles = Counter(country for own in counted for country in own)
    first, second = [*articles.most_common(2), ("", 0), ("", 0)][:2]
    is_alone = first[1] > second[1] and whole[first[0]] >= _IN_OFFICE
    return first[0] if is_alone else _outstanding(whole)


def _outstanding(counted: Counter[str]) -> str | None:
    first, second = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    enough = _IN_OFFICE if second[1] else _IN_LEAD + 1  # the only one, and named in the lead
    return first[0] if first[1] >= max(enough, _OUTSTANDS * second[1]) else None
