"""Noun phrases that stand for a speaker, taken apart into name, role and affiliation.

Knows the shape of a phrase, not who is meant; see `identity` for that.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest.attribute import names, parties
from digest.attribute.bodies import is_public
from digest.attribute.grammar import closed_class, is_joined
from digest.attribute.tokens import LONG_DASHES, POSSESSIVE, without_marks
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from digest.attribute.grammar import Grammar
    from digest.attribute.parties import Party
    from digest.attribute.sentence import Sentence
    from digest.attribute.tokens import Token

MentionKind = Literal["name", "role", "institution", "place", "pronoun", "document", "other"]

# A side that is named by 'the organisation' alone: whichever was spoken of last.
THE_BODY = "@body"
# The noun of 'the Ruritanian' and 'the 58-year-old', which name no post.
SOMEBODY = "@somebody"
AGED = "-year-old"
_SEPARATORS = LONG_DASHES | {",", ";"}
_PARTING = _SEPARATORS | frozenset("()[]")
_MEETING = closed_class("meeting")
_AT_TIMES = closed_class("at_times")
_AT = closed_class("fields")
_BEHIND = closed_class("behind_posts")
_WITHIN = closed_class("within_posts")
_LINKING = closed_class("linking")  # within the name of an institution
_LONGEST_PLACE = 6  # tokens of 'In the Ruritanian capital Zenda,'
_FULL = 2  # words of a full name
_LONG_POST = 3  # words of 'secretary of state'
_GIVING = closed_class("giving_names")
_PHRASES = 20_000  # taken apart that are kept: those of some ten thousand paragraphs
_WHO = closed_class("who_whom_whose")
_NAMING = closed_class("naming")
_kind_of_token = itemgetter(slice(3, None))  # all of a token but its text and offsets


class Mention(NamedTuple):
    """The words for a speaker and what they tell.

    Attributes:
        text: the words without appositions.
        kind: what the head of the phrase is.
        name: a personal name or the name of an institution.
        role: what the person is, as written ('Kremlin spokesman').
        noun: the last word of the role, in lower case and singular.
        sides: countries and bodies named with it, the most telling first.
        bodies: other organisations named with it.
        serves: what somebody leads or works for, as a clause tells: 'who runs Harbour Lines'.
        does: the noun for who does what a clause tells: 'chair' of 'who chairs the inquiry'.
        gender: `m` or `f` where the words tell.
        told: other common words that it and its appositions call somebody or something:
            'crane operator', 'hedge fund'.
        definite: false after 'a' or 'some'.
        plural: more than one speaker.
        party: the political party that the words tell.
        veiled: whether its sentence says that the speaker stays unnamed.
        local: countries among the sides of which only a part is named: 'Ohio'.
    """

    text: str
    kind: MentionKind
    name: str | None = None
    role: str | None = None
    noun: str | None = None
    sides: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    serves: str | None = None
    gender: str | None = None
    definite: bool = True
    plural: bool = False
    told: tuple[str, ...] = ()
    party: Party | None = None
    local: tuple[str, ...] = ()
    veiled: bool = False
    does: str | None = None

    @property
    def is_full_name(self) -> bool:
        """Whether it gives a person's given name and surname."""
        return self.kind == "name" and self.name is not None and len(self.name.split()) >= _FULL


_UNKNOWN = Mention("", "other")


def is_country(mention: Mention) -> bool:
    """Whether a place is named for what happens there, unlike 'Kremlin' for whom it houses."""
    return mention.kind == "place" and mention.name in mention.sides


def parse(tokens: Sequence[Token], text: str, grammar: Grammar) -> Mention | None:
    """Take a noun phrase apart.

    Args:
        tokens: the phrase with its appositions.
        text: the paragraph that their offsets count in.
        grammar: the word classes.

    Returns:
        None where the phrase cannot stand for a speaker.
    """
    parser = _Parser(text, grammar)
    pieces = [piece for part in _parts(tokens) if (piece := parser.piece(part)) is not None]
    if not pieces:
        return None
    made = _join(pieces, grammar.company_nouns, grammar.styles)
    if made.plural and made.sides and any(map(is_country, pieces[1:])):
        made = made._replace(sides=())  # 'the envoys of Norway, Ruritania and Poland'
    told = made.told
    if len(pieces) > 1:
        told = tuple(dict.fromkeys(words for piece in pieces for words in piece.told))
    if made.kind == "name":
        told += parties.seats(tokens)
    party = parties.marked(tokens) or next((p.party for p in pieces if p.party), None)
    local = tuple([side for side in made.sides if grammar.places.is_local(tokens, side)])
    held = _sides_held(made, tokens, local, grammar) if local else made.sides
    local = local if held == made.sides else ()
    if (told, party, local, held) == (made.told, made.party, made.local, made.sides):
        return made  # as most are
    return made._replace(told=told, party=party, local=local, sides=held)


def _sides_held(
    made: Mention, tokens: Sequence[Token], local: Sequence[str], grammar: Grammar
) -> tuple[str, ...]:
    """Give the sides of a post: a state's in the place of the country of which it is a part.

    A mayor has none of the two: 'Narva, Ohio, Mayor Jan Lind' speaks for Narva.
    """
    parts = {side: grammar.places.part(tokens, side) for side in local}
    if made.noun in grammar.of_cities:
        return tuple(side for side in made.sides if parts.get(side) is None)
    if not grammar.is_of_part(made.role or ""):
        return made.sides
    return tuple(parts.get(side) or side for side in made.sides)


def parse_in(s: Sentence, first: int, last: int) -> Mention | None:
    """Take a noun phrase of a sentence apart, once however many ask for it.

    Args:
        s: the sentence.
        first: the token that the phrase begins with.
        last: the one that it ends with.
    """
    stretch = first, last
    if stretch in s.mentions:
        return s.mentions[stretch]
    made = _parse_once(s.tokens[first : last + 1], s.text, s.grammar)
    made = s.mentions[stretch] = None if made is None else _placed(s, made)
    return made


def _placed(s: Sentence, mention: Mention) -> Mention:
    """Give an institution the country at the head of the sentence: 'In Zenda, the cabinet'."""
    if mention.kind != "institution" or mention.sides or s.low(0) != "in":
        return mention
    comma = next((i for i in range(1, min(_LONGEST_PLACE, len(s))) if s.mark(i) == ","), 1)
    places = s.grammar.places
    owners = (who for _, _, who in places.found(s.tokens[1:comma]) if places.is_country(who))
    owner = next(owners, None)
    return mention if owner is None else mention._replace(sides=(owner,))


def _parse_once(tokens: Sequence[Token], text: str, grammar: Grammar) -> Mention | None:
    """Take a phrase apart, once while the same words come again and again: 'he', 'the mayor'."""
    if not tokens:
        return None
    known = grammar.phrases
    # All but the offsets, which tell only which words of the text a mention has.
    words = (text[tokens[0].start : tokens[-1].end], *map(_kind_of_token, tokens))
    made = known.get(words, _UNKNOWN)
    if made is _UNKNOWN:
        if len(known) >= _PHRASES:
            known.clear()
        made = known[words] = parse(tokens, text, grammar)
    return made


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Split at commas and dashes, and leave out marks of parties and what stands in brackets."""
    kept = [t for t in tokens if not ("-" in t.text and parties.is_mark(t.text))]
    return [kept] if _PARTING.isdisjoint([t.text for t in kept]) else list(_parted(kept))


def _parted(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    depth = 0
    for token in tokens:
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and token.text in _SEPARATORS:
            if part:
                yield part
            part = []
        elif depth == 0:
            part.append(token)
    if part:
        yield part


def _join(pieces: list[Mention], kinds: AbstractSet[str], styles: AbstractSet[str]) -> Mention:
    """Make one mention of a phrase and its appositions: the name of one, the role of another."""
    first = pieces[0]
    if len(pieces) == 1:
        return _alone(first) if first.kind == "name" else first
    named = next((p for p in pieces if p.kind == "name"), None)
    if first.kind == "institution" and not _is_in_capitals(first.name or ""):
        bare = [p for p in pieces[1:2] if p.kind == "name" and p.text == p.name and not p.role]
        is_company = (first.name or "").rpartition(" ")[2] in kinds
        if bare and (is_company or " " in bare[0].text):  # 'The fund, Harbour Partners,'
            return first._replace(text=bare[0].text, name=bare[0].name)
        # 'The ferry's operator, Harbour Lines': the name of the one, not the words for it.
        own = (p for p in pieces[1:] if p.kind == "institution" and _is_in_capitals(p.name or ""))
        return next((p._replace(text=first.text) for p in own), first)
    if first.plural and named is None:  # 'The owners, a company called Harbour Lines,'
        owning = (p for p in pieces[1:2] if p.kind == "institution")
        return next((p._replace(text=first.text) for p in owning), first)
    if named is None or first.kind in {"pronoun", "institution", "document", "place"}:
        return first
    roles = [p for p in pieces if p.role]
    # 'Dr. Jan Lind, chief of surgery': what somebody is called tells less than a post.
    telling = [p for p in roles if p.role not in styles]
    role = next(iter((*telling, *roles)), named)
    return named._replace(
        text=first.text,
        role=role.role,
        noun=role.noun,
        # 'Jan Lepp, a Spaniard,' tells where he is from, not for whom he speaks.
        sides=tuple(
            dict.fromkeys(
                side
                for p in _present(pieces)
                if p is named or p.role or p.serves
                for side in p.sides
            )
        ),
        bodies=tuple(dict.fromkeys(body for p in pieces for body in p.bodies)),
        serves=next((p.serves for p in pieces if p.serves), None) or _behind_name(named),
        does=next((p.does for p in pieces if p.does), None),
        gender=next((p.gender for p in pieces if p.gender), None),
        definite=True,
    )


def _present(pieces: Sequence[Mention]) -> Sequence[Mention]:
    """Give the pieces without posts once held, where one is held: 'a former Ruritanian general'."""
    held = [p for p in pieces if p.role or p.serves]
    past = [p for p in held if (p.role or "").partition(" ")[0].lower() in _past_posts()]
    return [p for p in pieces if p not in past] if len(past) < len(held) else pieces


def _alone(named: Mention) -> Mention:
    """Give a name that has no apposition as the whole phrase."""
    bodies = tuple(dict.fromkeys(named.bodies))
    serves = named.serves or _behind_name(named)
    if named.definite and (bodies, serves) == (named.bodies, named.serves):
        return named  # as most are
    return named._replace(bodies=bodies, serves=serves, definite=True)


def _behind_name(named: Mention) -> str | None:
    """Give 'Harbour List' of 'its leader, Jan Lind of the Harbour List'."""
    words = named.text.partition(f"{named.name} ")[2].split()
    if words[:1] not in (["of"], ["at"], ["for"]):
        return None
    rest = words[2:] if words[1:2] == ["the"] else words[1:]
    return " ".join(rest) if rest and _is_in_capitals(" ".join(rest)) else None


def _is_in_capitals(name: str) -> bool:
    """Whether a name has capitals but for its small words: 'Board of Port and Sea'."""
    return name[:1].isupper() and all(w[0].isupper() for w in name.split() if w not in _WITHIN)


class _Parser:
    """Takes one comma-free piece of a phrase apart."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar

    def piece(self, every: list[Token]) -> Mention | None:
        """Give the mention of one piece, its determiner told and left aside."""
        grammar = self.grammar
        every = [t for t in every if t.is_word or t.low in POSSESSIVE]
        if True not in [t.is_word for t in every]:
            return None
        if every[-1].low == "each" and len(every) > 1:
            every = every[:-1]  # 'the two envoys each'
        if every[0].low in grammar.relative or self._opens_service(every):
            return self._given_name(every) or self._service(every)
        # 'a geologist who works at the institute': only the noun tells what somebody is.
        end = _first(every, _WHO)
        told, clause = every[:end], every[end:]
        if clause and self._works_at(clause[1:3]):
            told += clause[2:]  # '… at the institute'
        whole = self._first_conjunct(told)
        others = self._bodies(told[len(whole) :])
        tokens = whole
        while (
            len(tokens) > 1 and tokens[0].low in grammar.determiners and not _owns(tokens, grammar)
        ):
            tokens = tokens[1:]
        if tokens[-1].low in grammar.selves and grammar.has_role(tokens[-2:-1]):
            tokens = tokens[:-1]  # 'the mayor herself'
        determined = len(tokens) < len(whole)
        made = self._simple(tokens, determined=determined)
        given = self._given_name(clause) if clause else None
        if given is not None:  # 'One of the women, who gave her name as Ida'
            return given._replace(text=self._words(every), role=made.role if made else None)
        if made is None:
            return None
        if made.kind == "other" and clause and tokens[-1].low != "one":
            # 'a grower who came late'
            made = made._replace(kind="role", role=self._words(tokens), noun=tokens[-1].low)
        return Mention(
            text=self._words(every),
            kind=made.kind,
            name=made.name,
            role=made.role,
            noun=made.noun,
            sides=made.sides,
            bodies=(*made.bodies, *others),
            serves=self._served(clause) if clause else None,
            gender=made.gender,
            definite=whole[0].low not in grammar.indefinite,
            plural=made.plural and [t.low for t in whole[:2]] != ["one", "of"],
            told=self._told(tokens) if made.kind != "pronoun" and not made.plural else (),
            party=self._party(made, told, clause),
            does=self._does(clause) if clause else None,
        )

    def _opens_service(self, every: list[Token]) -> bool:
        """Whether words tell whom somebody serves: 'leading the list', not 'leading bakers'."""
        grammar = self.grammar
        if every[0].low not in grammar.works:
            return False
        is_adjective = grammar.is_modifier(every[0].low) and len(every) > 1
        return not (is_adjective and grammar.is_group(every[1].low))

    def _party(self, made: Mention, told: list[Token], clause: list[Token]) -> Party | None:
        """Give the party of whom words tell more than a name: 'who leads the Labour minority'."""
        worded = parties.worded(told) if made.kind != "name" or made.role else None
        return parties.worded(clause) if clause and not worded and self._does(clause) else worded

    def _works_at(self, tokens: list[Token]) -> bool:
        """Whether a clause goes on with where somebody works: 'works at', unlike 'leads the'."""
        grammar = self.grammar
        lows = [t.low for t in tokens]
        is_whole = len(lows) > 1 and lows[0] in grammar.works
        return is_whole and lows[1] in grammar.nominal_prepositions

    def _told(self, tokens: list[Token]) -> tuple[str, ...]:
        """Give 'crane operator' of 'crane operator Jan Lind' and of 'crane operator in Narva'."""
        if _all_capital(tokens):
            return ()
        _, rest = self._split_owner(tokens)
        head = self._split_complement(rest)[0] if rest else []
        describes = self.grammar.places.describes
        never = self.grammar.selves
        words = [t for t in head if t.low not in never and not describes(t.low)]
        words = [t for t in words if not is_joined(t.low)]  # 'a Narva-based group'
        end = next((i for i, t in enumerate(words) if t.is_capital), len(words))
        run = [t.low for t in words[:end]]
        while run and run[-1] in _NAMING:
            run.pop()
        if not run or self.grammar.singular(run[-1]) != run[-1]:
            return ()
        is_many = run[-1].endswith("s") and not run[-1].endswith("ss")
        return () if is_many else (" ".join(run),)

    def _service(self, clause: list[Token]) -> Mention | None:
        """Give a mention of 'who runs Harbour Lines' alone, which tells only whom they serve."""
        served = self._served(clause)
        if served is None:
            return None
        sides = self.grammar.places.sides(clause)
        does = self._does(clause)
        party = parties.worded(clause) if does else None
        return Mention(
            self._words(clause), "other", serves=served, sides=sides, does=does, party=party
        )

    def _given_name(self, clause: list[Token]) -> Mention | None:
        """Give the name that ends 'who gave her name only as Mrs Ida'."""
        lows = [t.low for t in clause]
        if "as" not in lows or not _GIVING & set(lows[1:]):
            return None
        rest = clause[lows.index("as") + 1 :]
        made = self._simple(rest, determined=False) if rest else None
        return made if made is not None and made.kind == "name" else None

    def _does(self, clause: list[Token]) -> str | None:
        """Give 'chair' of 'who chairs the inquiry'."""
        verb = next((t.low for t in clause[:2] if t.low in self.grammar.doers), None)
        return None if verb is None else self.grammar.doers[verb]

    def _served(self, clause: list[Token]) -> str | None:
        """Give 'Harbour Lines' of 'who runs Harbour Lines', 'whose Harbour Lines company is'."""
        grammar = self.grammar
        start = 0 if clause and clause[0].low in grammar.works else 1
        rest = clause[start + 1 :]
        if clause and clause[0].low == "whose":
            ends = (i for i, t in enumerate(clause) if i and self._is_body(t.low))
            end = next(ends, 0)
            name = self._capitals(clause[1 : end + 1])
            is_party = name is not None and clause[end].low in grammar.party_nouns
            return f"{name} {clause[end].low}" if is_party else name
        if not rest or clause[start].low not in grammar.works:
            return None
        kinds = (i + 1 for i, t in enumerate(rest[:-1]) if t.low in grammar.company_nouns)
        behind = next((i for i in kinds if rest[i].is_capital), 0)
        if behind:  # 'who ran the drill in Narva for the firm Harbour Lines'
            return self._capitals(rest[behind:])
        while len(rest) > 1 and (rest[0].low in grammar.determiners or rest[0].low in _AT):
            rest = rest[1:]
        stop = next((i for i, t in enumerate(rest) if t.low in _BEHIND), len(rest))
        inside = next((i for i, t in enumerate(rest) if t.low == "in"), len(rest))
        return self._capitals(rest[:inside]) or (self._words(rest[:stop]) if stop else None)

    def _capitals(self, tokens: list[Token]) -> str | None:
        """Give the first run in capitals, with 'of' and 'and' within it, that is no place."""
        never = self.grammar.determiners  # 'the No. 3 position'
        fits = (i for i, t in enumerate(tokens) if t.is_capital and t.low not in never)
        start = next(fits, len(tokens))
        end = start
        for i, token in enumerate(tokens[start:], start):
            if token.is_capital:
                end = i + 1
            elif token.low not in _WITHIN:
                break
        mark = next((i for i in range(start, end) if tokens[i].low in POSSESSIVE), end)
        if start < mark < end and all(self._is_origin(t) for t in tokens[mark + 1 : end]):
            end = mark  # "Harbourline's European office"
        words = self._words(tokens[start:end]) if end > start else None
        if words is None or self.grammar.places.is_place(words.lower()):
            return None
        kind = tokens[start - 1].low if start else ""
        return f"{kind} {words}" if kind in self.grammar.party_kinds else words

    def _is_origin(self, token: Token) -> bool:
        return self.grammar.places.describes(token.low)

    def _is_body(self, low: str) -> bool:
        grammar = self.grammar
        is_noun = grammar.is_institution(low) or low in grammar.body_nouns
        return is_noun or grammar.ends_company(low)

    def _first_conjunct(self, tokens: list[Token]) -> list[Token]:
        """Keep what stands before 'and' unless that joins parts of one name or office."""
        joints = self.grammar.and_or
        for i in range(1, len(tokens) - 1):
            if tokens[i].low not in joints:
                continue
            names = tokens[i - 1].is_capital and tokens[i + 1].is_capital
            if names and self._goes_on_with_post(tokens, i):
                continue
            if self._joins_departments(tokens, i) or (names and self._is_in_body(tokens, i)):
                continue
            if not names or self._is_whole(tokens[:i]) or self._are_two(tokens, i):
                return tokens[:i]
        return tokens

    def _is_in_body(self, tokens: Sequence[Token], joint: int) -> bool:
        """Whether 'and' stands in an institution's name: 'the Office of Port and Sea'.

        Its noun stands before what is joined, or at the end: 'the Port and Sea Committee'.
        """
        first = last = joint
        while first and (tokens[first - 1].is_capital or tokens[first - 1].low in _LINKING):
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].is_capital:
            last += 1
        before, behind = tokens[first:joint], tokens[joint + 1 : last + 1]
        bodies = (i + 1 for i, t in enumerate(behind) if i and self._is_body(t.low))
        behind = behind[: next(bodies, len(behind))]  # '… Committee', less 'chair Jan Lind'
        if not before or not behind:
            return False
        if self._names_somebody(before) or self._names_somebody(behind):
            return False
        if self.grammar.places.is_place(before[-1].low):
            return False
        heads = (i for i, t in enumerate(before[:-1]) if self._is_body(t.low))
        opens = any(before[i + 1].low in _LINKING for i in heads)
        is_whole = self._is_body(before[-1].low) and not opens
        at_end = len(behind) > 1 and self._is_body(behind[-1].low)
        is_field = len(behind) == 1 or behind[-1].low.endswith(self.grammar.ends_fields)
        is_name = not is_whole and (at_end or (opens and is_field))
        return is_name and not self._is_known_across(tokens, joint)

    def _is_known_across(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token stands in a name that everybody knows, and that may go on behind."""
        return any(start < at < start + n for start, n, _ in self.grammar.places.found(tokens))

    def _goes_on_with_post(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a post follows the known name a token is in: 'Ways and Means Committee chair'."""
        found = self.grammar.places.found(tokens)
        end = next((start + n for start, n, _ in found if start < at < start + n), len(tokens))
        return end < len(tokens) and self.grammar.is_role(tokens[end].low)

    def _names_somebody(self, tokens: Sequence[Token]) -> bool:
        """Whether words in capitals hold a post or a title, or open like a name or a place."""
        grammar = self.grammar
        if any(grammar.is_role(t.low) or grammar.is_title(t.low) for t in tokens):
            return True
        is_place = grammar.places.is_place(" ".join([t.low for t in tokens]))
        return is_place or names.may_open_with_given(self._words(tokens))

    def _are_two(self, tokens: list[Token], joint: int) -> bool:
        """Whether 'and' joins two persons: 'Jan Roe and Ann Doe', not 'the Port and Sea Bank'."""
        one, other = tokens[:joint], tokens[joint + 1 :]
        owned = max((i for i, t in enumerate(one[:-1]) if t.low == "'s"), default=-1)
        one = one[owned + 1 :]  # "Ruritania's Jan Roe and President Ann Doe"
        is_person = self._is_name(one) and not self._is_institution_name(other)
        is_person = is_person and not self._is_department(one, other)
        return is_person and (len(one) >= _FULL) == (len(other) >= _FULL)

    def _joins_departments(self, tokens: list[Token], joint: int) -> bool:
        """Whether 'and' stands within what a minister is of: 'Minister of Trade and Ports'."""
        return {tokens[joint - 1].low, tokens[joint + 1].low} <= self.grammar.departments

    def _is_department(self, one: list[Token], other: list[Token]) -> bool:
        """Whether 'and' joins a department: 'Ruritanian Trade and Ports Minister Jan Lind'."""
        posts = self.grammar.of_departments
        is_post = any(t.low in posts for t in other[1:3])
        return is_post and self.grammar.is_modifier(one[0].low)

    def _is_whole(self, tokens: list[Token]) -> bool:
        """Whether the tokens are a speaker already, such as 'President Doe'."""
        low = tokens[-1].low
        return self.grammar.has_role(tokens) or self.grammar.places.is_place(low)

    def _simple(self, tokens: list[Token], *, determined: bool) -> Mention | None:
        if tokens[0].low in self.grammar.pronouns:
            return self._made(tokens[:1], "pronoun")
        owner, tokens = self._split_owner(tokens)
        if not tokens:  # 'according to her', as 'according to him'
            return self._made(owner, "other") if owner[0].low == "her" else None
        head, complement = self._split_complement(tokens)
        return self._phrase(owner, head, complement, determined=determined)

    def _phrase(
        self, owner: list[Token], head: list[Token], complement: list[Token], *, determined: bool
    ) -> Mention | None:
        """Give the mention of a noun phrase in its parts: whose, what, and what is behind."""
        tokens = [*head, *complement]
        is_titled = determined and self._is_institution_name(head)
        named = None if owner or complement else self._known(head)
        named = named or self._body_called(owner, head, tokens)
        if named is None and not is_titled:
            named = self._named(owner, head, complement)
        if named is None and determined and not owner and self._is_somebody(head):
            named = self._made(tokens, "role")._replace(noun=SOMEBODY, sides=())
        if named is not None:
            return named
        if not owner and 1 < len(head) == self._known_name(head):
            return self._made(head, "institution", context=head)
        whole = [*owner, *tokens]
        kind = self._common_kind(head)
        if kind is None and determined and not owner and _is_named_of(head, complement):
            kind = "institution"
        if kind is None:
            return self._proper(owner, head, whole, determined=determined)
        # 'mediators helping Ruritania settle it' are not of Ruritania
        helps = kind == "role" and complement and complement[0].low.endswith("ing")
        context = [*owner, *head] if helps else whole
        return self._made(whole, kind, role=whole if kind == "role" else (), context=context)

    def _known(self, head: list[Token]) -> Mention | None:
        """Give a country or a body that everybody knows by several words: 'United Nations'."""
        if len(head) == 1 or not head[0].is_capital or self._is_institution_name(head):
            return None
        places, name = self.grammar.places, " ".join([t.low for t in head])
        if places.is_place(name):
            return self._made(head, "place", context=head)
        is_body = places.body(name) is not None
        return self._made(head, "institution", context=head) if is_body else None

    def _body_called(
        self, owner: list[Token], head: list[Token], tokens: list[Token]
    ) -> Mention | None:
        called = self._called(head)
        if called is None:
            return None
        kind = " ".join([t.low for t in head[: len(head) - len(called)]])
        # "Ruritania's harbour agency Portwatch" is of that country.
        made = self._made(called, "institution", context=owner if is_public(kind) else ())
        return made._replace(text=self._words(tokens))

    def _called(self, head: list[Token]) -> list[Token] | None:
        """Give the name of 'company called Harbour Lines', 'campaign group Clean Bays'."""
        if not head[-1].is_capital:
            return None
        last = len(head) - 1
        while last and head[last].is_capital:
            last -= 1
        start = last + 1
        noun = last - (head[last].low in _NAMING)
        if start >= len(head) or noun < 0:
            return None
        name = head[start:]
        if head[noun].low not in self.grammar.company_nouns or head[noun].is_capital:
            return None
        is_title = self.grammar.is_title(name[0].low) or any(
            self.grammar.is_role(t.low) and self.grammar.singular(t.low) == t.low for t in name
        )
        return None if is_title else name

    def _is_somebody(self, head: list[Token]) -> bool:
        """Whether a phrase tells only the age or the origin: '58-year-old', 'Ruritanian'."""
        rest = [t.low for t in head if not t.low.endswith(AGED)]
        is_aged = len(rest) < len(head)
        if not rest or self.grammar.places.is_national(" ".join(rest)):
            return True
        # 'the 27-year-old Vietnamese', but 'the Vietnamese' are a people
        return is_aged and len(rest) == 1 and self.grammar.places.describes(rest[0])

    def _common_kind(self, head: list[Token]) -> MentionKind | None:
        """Tell what a phrase is by the last word of its head; None for a proper name."""
        grammar, last = self.grammar, head[-1].low
        if self._is_institution_name(head):
            return "institution"
        if grammar.is_institution(last) and not grammar.is_role(last):
            return "institution"
        if grammar.is_role(last) or grammar.is_group(last):
            return "role"
        if any(t.low.endswith(AGED) for t in head):
            return "role"  # 'a 61-year-old grower'
        return "document" if grammar.is_document(last) else None

    def _is_institution_name(self, head: list[Token]) -> bool:
        """Whether a phrase in capitals ends like an institution: 'State Department'."""
        last = head[-1].low
        grammar = self.grammar
        is_body = (
            grammar.is_institution(last)
            or last in grammar.body_nouns
            or grammar.ends_company(last)
            or (len(head) > 1 and head[0].text in grammar.company_starts)
        )
        return is_body and _all_capital(head)

    # --------------------------------------------------------------- names

    def _named(
        self, owner: list[Token], head: list[Token], complement: list[Token]
    ) -> Mention | None:
        """Find a personal name behind a role or title: 'spokesman Jan Novak'."""
        # 'Deputy Secretary of State Jan Lind' is nobody called Secretary.
        is_post = (
            bool(complement) and complement[0].low == "of" and self.grammar.has_role(head[-1:])
        ) and not self._is_surname(head)
        at = None if is_post else self._name_after_role(head)
        if at is not None:
            role = [*owner, *head[:at]]
            return self._made(head[at:], "name", role=role, context=[*role, *complement])
        if not complement:
            return None
        at = (
            self._name_after_place(head[-1].low, complement)
            if self.grammar.has_role(head)
            else None
        )
        if at is None:
            at = self._name_after_office(head, complement)
        if at is None:
            at = self._name_after_department(head, complement)
        if at is None:
            at = self._name_after_post(complement)
        if at is None and self.grammar.has_role(head):
            at = self._name_after_body(complement) or self._name_after_noun(complement)
        if at is not None:
            role = [*head, *complement[:at]]
            return self._made(complement[at:], "name", role=role, context=role)
        return None

    def _is_surname(self, head: list[Token]) -> bool:
        """Whether the post that ends a phrase is a surname: 'Senator Jan King of Narva'."""
        if len(head) < _FULL or not _all_capital(head[-_FULL:]):
            return False
        is_led = len(head) == _FULL or self._is_common(head[-_FULL - 1].low)
        return is_led and names.may_open_with_given(head[-2].text)

    def _name_after_office(self, head: list[Token], complement: list[Token]) -> int | None:
        """Find where a name begins behind a post with 'of' in it: 'chief of staff Jan Novak'."""
        post, name = [head[-1], *complement[:2]], complement[2:]
        is_post = self.grammar.is_role(" ".join([t.low for t in post]))
        return 2 if is_post and name and self._is_person(name) else None

    def _name_after_post(self, complement: list[Token]) -> int | None:
        """Find where a name begins in 'of Narva vice-chancellor Jan Novak'."""
        small = (i for i, t in enumerate(complement) if not t.is_capital)
        last = max(small, default=0)
        if not last or not self._leads_to_name(complement[last].low):
            return None
        name = complement[last + 1 :]
        return last + 1 if len(name) >= _FULL and self._is_name(name) else None

    def _name_after_body(self, complement: list[Token]) -> int | None:
        """Find where a name begins in 'of the Harbour Committee Jan Novak'."""
        bodies = (i for i, t in enumerate(complement) if t.is_capital and self._is_body(t.low))
        name = max(bodies, default=-1) + 1
        rest = complement[name:]
        is_known = name > 0 and len(rest) >= _FULL and names.may_open_with_given(rest[0].text)
        return name if is_known and self._is_person(rest) else None

    def _name_after_noun(self, complement: list[Token]) -> int | None:
        """Find where a name begins in 'of the port faction Jan Novak', 'on Foreign Relations …'.

        Only behind a noun: 'the lawyer of Jan Novak' has no name of its own.
        """
        small = max(
            (i for i, t in enumerate(complement) if not t.is_capital or t.quoted), default=-1
        )
        start = small + 1
        while start < len(complement) and complement[start].low in self.grammar.departments:
            start += 1
        before, name = complement[start - 1].low, complement[start:]
        if before in self.grammar.leans or before in self.grammar.and_or or before in POSSESSIVE:
            return None
        is_known = len(name) >= _FULL and names.may_open_with_given(name[0].text)
        return start if is_known and self._is_person(name) else None

    def _leads_to_name(self, low: str) -> bool:
        """Whether a name may follow a noun: 'of Narva rector', "of the port's fire department"."""
        return self.grammar.is_role(low) or low in self.grammar.departments

    def _name_after_department(self, head: list[Token], complement: list[Token]) -> int | None:
        """Find where a name begins in 'of Defense Jan Novak', 'of the House Jan Novak'."""
        if len(complement) < _FULL or complement[0].low != "of" or not self._has_post_at_end(head):
            return None
        known, small = self.grammar.departments, self.grammar.and_or | self.grammar.articles
        end = self._body_end(complement)
        while end < len(complement) and complement[end].low in known | small:
            end += 1
        name = complement[end:]
        last = complement[end - 1]
        is_behind = last.is_capital and (last.low in known or self._body_end(complement) > 1)
        return end if is_behind and name and self._is_person(name) else None

    def _body_end(self, complement: list[Token]) -> int:
        """Give the end of 'of the European Commission', a known name; else that of 'of'."""
        first = 1 + (complement[1].low == "the")
        found = self.grammar.places.found(complement)
        return next((at + n for at, n, _ in found if at == first and n > 1), 1)

    def _is_person(self, name: list[Token]) -> bool:
        """Whether words in capitals are a name, and none that an institution has."""
        common = any(self._is_common(t.low) or self._is_body(t.low) for t in name)
        return not common and self._is_name(name)

    def _has_post_at_end(self, head: list[Token]) -> bool:
        return self.grammar.has_role(head[-1:]) or self.grammar.is_title(head[-1].low)

    def _name_after_role(self, head: list[Token]) -> int | None:
        grammar = self.grammar
        for at in range(len(head) - 1, 0, -1):
            before = head[at - 1].low
            if before.endswith(AGED):
                return self._name_after_origin(head, at)
            if grammar.is_role(before) or grammar.is_title(before):
                is_party = parties.named(self._words(head[at:])) is not None  # 'moderate Democrat'
                return at if self._is_name(head[at:]) and not is_party else None
        return None

    def _name_after_origin(self, head: list[Token], start: int) -> int | None:
        """Find where a name begins in '58-year-old Ruritanian Jan Novak'; an origin is none."""
        describes = self.grammar.places.describes
        at = next((i for i in range(start, len(head)) if not describes(head[i].low)), None)
        return at if at is not None and self._is_name(head[at:]) else None

    def _name_after_place(self, last: str, complement: list[Token]) -> int | None:
        """Find where a name begins in 'of Ruritania Jan Novak': behind a country, all capitals."""
        is_place = self.grammar.places.is_place
        for i in range(1, len(complement) - 1):
            rest = complement[i + 1 :]
            in_title = i == 1 and self.grammar.is_title(f"{last} of {complement[1].low}")
            is_end = in_title or is_place(complement[i].low)
            if is_end and self._is_person(rest) and not is_place(rest[0].low):
                return i + 1
        return None

    def _is_name(self, tokens: list[Token]) -> bool:
        grammar = self.grammar
        last = tokens[-1].low
        if len(tokens) > 1 and last.endswith("s") and grammar.places.is_national(last[:-1]):
            return False  # 'young Norwegians' are a people
        for token in tokens:
            if token.low in grammar.never_names or not grammar.in_name(token):
                return False
        return True

    def _proper(
        self, owner: list[Token], head: list[Token], whole: list[Token], *, determined: bool
    ) -> Mention | None:
        is_place = self.grammar.places.is_place
        if not owner and is_place(" ".join([t.low for t in head])):
            return self._made(head, "place", context=head)
        is_led = len(head) > _FULL and is_place(head[0].low) and not is_place(head[1].low)
        if is_led and not determined:
            head = head[1:]  # 'Ruritania Jan Novak', the tail of 'Prime Minister of …'
        if len(head) > 1 and is_joined(head[0].low):
            head = head[1:]  # 'Zenda-listed Polar Line'
        head = head[self._name_after_body(head) or 0 :]  # 'Office Jan Novak', behind 'of the'
        if self._is_name(head):
            kind: MentionKind = "institution" if determined and not owner else "name"
            return self._made(head, kind, context=owner or head if kind == "institution" else owner)
        return None if owner else self._made(whole, "other", context=head)

    # --------------------------------------------------------------- parts

    def _split_owner(self, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
        """Split 'the ministry’s spokesman' at its last possessive before the head."""
        for i in range(len(tokens) - 1, 0, -1):
            if tokens[i].low not in POSSESSIVE:
                continue
            is_mark = tokens[i].low == "'s" or tokens[i - 1].low.endswith("s")
            before = tokens[:i]
            is_inside = self._has_post(before) or self._is_behind(tokens, i)
            if is_mark and not is_inside and not self._is_somebody_of(before):
                return tokens[: i + 1], tokens[i + 1 :]
        if tokens[0].low in self.grammar.possessives:
            return tokens[:1], tokens[1:]
        return [], tokens

    def _sides(self, context: Sequence[Token]) -> tuple[str, ...]:
        """Give the sides that words tell of somebody."""
        sides = self.grammar.places.sides(context)
        own = _before_those_who_meet(context) if sides else context
        return sides if own is context else self.grammar.places.sides(own)

    def _has_post(self, tokens: list[Token]) -> bool:
        """Whether a post stands before a possessive: 'the head of the Netmakers' Union'."""
        is_role = self.grammar.is_role
        if is_role(" ".join([t.low for t in tokens[-_LONG_POST:]])):
            return False  # "the secretary of state's campaign"
        links = (i for i in range(1, len(tokens)) if tokens[i].low in {"of", "for", "to"})
        return any(is_role(tokens[i - 1].low) for i in links)

    def _is_somebody_of(self, tokens: list[Token]) -> bool:
        """Whether a full name stands before a possessive: 'Jan Lind of the Netmakers' Union'."""
        at = next((i for i, t in enumerate(tokens) if t.low == "of"), 0)
        name = tokens[:at]
        return at == _FULL and _all_capital(name) and self._is_person(name)

    def _is_behind(self, tokens: list[Token], mark: int) -> bool:
        """Whether a possessive stands in what describes a noun: 'a clerk at Lind's firm'."""
        at = (i for i in range(1, mark) if tokens[i].low in {"at", "in", "from"})
        return any(not tokens[i - 1].is_capital for i in at)

    def _split_complement(self, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
        if _all_capital(tokens):
            return tokens, []
        links = self.grammar.nominal_prepositions
        begins = self.grammar.places.opening(tokens) if tokens[0].is_capital else 1
        for i in range(begins, len(tokens)):
            token = tokens[i]
            if not token.is_capital and (token.low in links or self._describes(tokens, i)):
                return tokens[:i], tokens[i:]
        return tokens, []

    def _describes(self, tokens: list[Token], at: int) -> bool:
        """Whether a participle says what a speaker does: 'the envoy mediating between them'."""
        noun = tokens[at - 1]
        is_plural = at == 1 and self.grammar.singular(noun.low) != noun.low  # opens a sentence
        is_common = is_plural or not noun.is_capital
        is_speaker = is_common and self.grammar.is_speaker(noun.low)
        if not is_speaker or at + 1 >= len(tokens):
            return False
        behind = tokens[at + 1].low in self.grammar.nominal_prepositions
        is_passive = behind and self.grammar.is_participle(tokens[at].low)
        return is_passive or tokens[at].low.endswith("ing")

    def _known_name(self, tokens: list[Token]) -> int:
        """Give how many words a known name takes that opens a phrase: 'League of Upland Ports'."""
        if not tokens[0].is_capital or _all_capital(tokens):
            return 1
        return self.grammar.places.opening(tokens)

    # -------------------------------------------------------------- making

    def _made(
        self,
        tokens: list[Token],
        kind: MentionKind,
        *,
        role: Sequence[Token] = (),
        context: Sequence[Token] = (),
    ) -> Mention:
        words = self._words(tokens)
        if kind == "name" and " & " in words:
            kind, role = "institution", ()  # 'Lind & Lund' is nobody's name
        role = _without_possessive(role)
        noun = self._noun(role)
        sides = self._sides(context) if context else ()
        if role and not sides and (self._names_the_body(context) or self._is_of_body(role)):
            sides = (THE_BODY,)
        return Mention(
            text=words,
            kind=kind,
            name=without_marks(words) if kind in {"name", "institution", "place"} else None,
            role=self._words(role) if role else None,
            noun=noun,
            sides=sides,
            bodies=self._bodies(context),
            gender=self._gender(role, tokens, kind),
            plural=kind == "role"
            and noun is not None
            and (self.grammar.is_group(noun) or self._is_another_form(role, noun)),
        )

    @staticmethod
    def _is_another_form(role: list[Token], noun: str) -> bool:
        """Whether the noun of a role stands in it as many: 'officials'."""
        return all(token.low.removeprefix("ex-") != noun for token in role)

    def _gender(self, role: list[Token], tokens: list[Token], kind: MentionKind) -> str | None:
        told = self.grammar.gender([*role, *tokens] if kind != "name" else role)
        is_full = kind == "name" and len(tokens) >= _FULL
        return told or (names.gender_of_given(tokens[0].text, tokens[-1].text) if is_full else None)

    def _words(self, tokens: Sequence[Token]) -> str:
        return self.text[tokens[0].start : tokens[-1].end]

    def _noun(self, role: list[Token]) -> str | None:
        if not role:
            return None
        grammar = self.grammar
        for token in reversed(self._split_complement(role)[0]):
            noun = grammar.spelt_out(token.low)
            if grammar.is_role(noun) or grammar.is_group(noun):
                return grammar.singular(noun)
        return None

    def _names_the_body(self, context: Sequence[Token]) -> bool:
        """Whether 'the organisation' stands there without a name of its own."""
        return any(
            t.low in self.grammar.body_nouns
            and (i == 0 or context[i - 1].low in {"the", "of", "for"})
            for i, t in enumerate(context)
        )

    def _is_of_body(self, role: Sequence[Token]) -> bool:
        """Whether only an organisation has such a post: 'secretary-general'."""
        words = "-".join(t.low for t in role)
        return any(post in words for post in self.grammar.posts_of_bodies)

    def _bodies(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Give names in capitals among the tokens that are no places: parties, firms."""
        if len(tokens) < _FULL or sum([token.is_capital for token in tokens]) < _FULL:
            return ()
        found = self.grammar.places.found(tokens)
        taken = {i for at, length, _ in found for i in range(at, at + length)}
        taken |= self.grammar.places.in_cities(tokens)
        runs: list[list[Token]] = [[]]
        for i, token in enumerate(tokens):
            goes_on = bool(runs[-1])
            is_end = goes_on and self.grammar.is_institution(token.low)
            is_name = token.is_capital and (is_end or not self._is_common(token.low))
            joins = goes_on and token.low in self.grammar.and_or and self._is_in_body(tokens, i)
            if i not in taken and (is_name or joins):
                runs[-1].append(token)
            else:
                runs.append([])
        return tuple(self._words(run) for run in runs if len(run) >= _FULL)

    def _is_common(self, low: str) -> bool:
        grammar = self.grammar
        return grammar.is_role(low) or grammar.is_title(low) or grammar.is_institution(low)


@cache
def _past_posts() -> frozenset[str]:
    return frozenset(table("roles")["posts"]["past_posts"])


def _before_those_who_meet(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out who meets where somebody is: 'envoys at the talks *of Ruritania and Norvania*'."""
    end = _first(tokens, _occasions())
    is_there = any(token.low in _AT_TIMES for token in tokens[:end])
    behind = tokens[end + 1] if is_there and end + 1 < len(tokens) else None
    meets = behind is not None and behind.low in _MEETING
    if behind is None or not meets or behind.start > tokens[end].end + 1:
        return tokens
    return tokens[: end + 1]


@cache
def _occasions() -> frozenset[str]:
    return frozenset(table("events")["kinds"]["summit"])


def _first(tokens: Sequence[Token], words: AbstractSet[str]) -> int:
    """Give where one of some words stands first, or else the end."""
    for at, token in enumerate(tokens):
        if token.low in words:
            return at
    return len(tokens)


def _all_capital(tokens: Sequence[Token]) -> bool:
    """Whether every word begins with a capital letter."""
    return False not in [token.is_capital for token in tokens]


def _is_named_of(head: list[Token], complement: list[Token]) -> bool:
    """Whether a name goes on behind 'of': 'Conference of Upland Ports'."""
    behind = complement[1:]
    is_one = len(head) == 1 and head[0].is_capital and len(behind) >= _FULL
    return is_one and complement[0].low == "of" and _all_capital(behind)


def _owns(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether the first word says whose: 'his spokesman'."""
    return tokens[0].low in grammar.possessives


def _without_possessive(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and kept[-1].low in POSSESSIVE:
        kept.pop()
    return kept
