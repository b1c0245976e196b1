"""Which names in capitals are companies' though no word of them tells so: 'Alder Brook'.

Two words in capitals look like somebody's name. What the texts say of them tells more: 'Alder
Brook, the supplier,', "Alder Brook's shares", 'Alder Brook will close its plant. The company …'.
Whom a text gives a post, a title or a pronoun stays a person. Who is meant by what words is
decided in `identity`.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import names
from digest.attribute.grammar import closed_class
from digest.attribute.names import fold
from digest.attribute.tokens import POSSESSIVE
from digest.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from digest.attribute.grammar import Grammar
    from digest.attribute.mentions import Mention
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text

_NEAR = 2  # sentences in which 'the company' takes up what one was about
_PEOPLES = closed_class("of_persons")
_LONGEST = 8  # words that tell what something is
_ANY = frozenset({"company", "firm"})
_ITS = closed_class("its")


class _Told(NamedTuple):
    """A name where it stands: its first token, and the one behind it."""

    name: str
    start: int
    end: int


def companies(
    articles: Iterable[Sequence[Text]], grammar: Grammar
) -> Mapping[str, AbstractSet[str]]:
    """Give the names, folded, that the texts tell to be companies', with what they call each."""
    read = list(articles)
    people = _People(text for texts in read for text in texts)
    finder = _Finder(grammar, people)
    for texts in read:
        finder.read(texts)
    found = (*finder.told, *filter(finder.may_be_one, finder.likely))
    return {name: finder.told.get(name, frozenset()) for name in found}


class _People:
    """Whose names tell that they are a person's, in any text."""

    def __init__(self, texts: Iterable[Text]) -> None:
        every = [m for text in texts for own in text.names for m in own if m.kind == "name"]
        own = [m.name for m in every if m.name and _is_somebodys(m)]
        self._names = frozenset(map(fold, own))
        self._surnames = frozenset(fold(names.last_word(name)) for name in own)

    def has(self, name: str) -> bool:
        """Whether a name is somebody's, or ends as one does."""
        is_known = fold(name) in self._names or fold(names.last_word(name)) in self._surnames
        return is_known or names.may_open_with_given(name) or names.gender(name) is not None


def _is_somebodys(mention: Mention) -> bool:
    return mention.role is not None or mention.gender is not None


class _Finder:
    """Goes through articles and notes what speaks for a company, and what for a person.

    Attributes:
        told: names of which only a company's are told so, with the nouns for what it is.
        likely: names that may be one's.
        unlikely: names that a pronoun or an age makes somebody's.
    """

    def __init__(self, grammar: Grammar, people: _People) -> None:
        self.told: dict[str, set[str]] = {}
        self.likely, self.unlikely = set[str](), set[str]()
        self._grammar = grammar
        self._people = people
        self._alone = set[str]()  # words in capitals that speak alone, as surnames do

    def may_be_one(self, name: str) -> bool:
        """Whether nothing makes a name somebody's, such as what may be the surname alone."""
        return name not in self.unlikely and names.last_word(name) not in self._alone

    def read(self, texts: Sequence[Text]) -> None:
        """Read one article."""
        about: list[tuple[int, str]] = []  # in which sentence which name was the subject
        has_rival = False
        parts = (part for text in texts for part in zip(text.sentences, text.names, strict=True))
        for at, (s, mentions) in enumerate(parts):
            about = [each for each in about if each[0] >= at - _NEAR]
            near = {name for _, name in about}
            has_rival = has_rival or any(map(self._may_be_one, mentions))
            self._take_up(s, set() if has_rival else near)
            if about and about[-1][0] == at - 1 and s.low(0) in _PEOPLES:
                self.unlikely |= near
            self._alone.update(map(fold, _speaking_alone(s)))
            told = list(self._candidates(s, mentions))
            for each in told:
                self._weigh(s, each)
            about += [(at, each.name) for each in told if each.start <= 1]

    def _candidates(self, s: Sentence, mentions: Iterable[Mention]) -> Iterator[_Told]:
        for mention in mentions:
            name = mention.name or ""
            if not mention.is_full_name or mention.role or not _is_plain(name):
                continue
            if self._people.has(name):
                continue
            at = _place(s, name.split())
            if at is None or s.is_quoted(at):
                continue
            yield _Told(fold(name), at, at + len(name.split()))

    def _weigh(self, s: Sentence, told: _Told) -> None:
        """Note what the words around a name tell of it."""
        grammar = self._grammar
        kind = self._apposition(s, told.end)
        if kind in _kinds() and not grammar.is_role(kind):
            self.told.setdefault(told.name, set()).add(kind)
        is_owner = s.low(told.end) == "'s" and s.low(told.end + 1) in grammar.of_companies
        is_behind = s.low(told.start - 1) in {"in", "of"}
        if is_owner or (is_behind and s.low(told.start - 2) in grammar.of_companies):
            self.told.setdefault(told.name, set())
        if _is_age(s, told.end) or s.low(told.end + 1) == "who":
            self.unlikely.add(told.name)
        if s.mark(told.end) == "," and s.low(told.end + 1) == "which":
            self.likely.add(told.name)
        if told.start > 1:
            return
        pronoun = next((at for at in range(told.end, len(s)) if self._points(s, at)), None)
        if pronoun is None or s.mark(told.end) == "," or s.is_quoted(pronoun):
            return
        if s.low(pronoun) in _PEOPLES:
            self.unlikely.add(told.name)
        elif self._is_its_own(s, told.end, pronoun):
            self.likely.add(told.name)

    def _apposition(self, s: Sentence, comma: int) -> str:
        """Give 'maker' of 'Alder Brook, one of Upland's largest makers of crates,'."""
        at = comma + 1
        is_one = s.low(at) == "one" and s.low(at + 1) == "of"
        if s.mark(comma) != "," or not (is_one or s.low(at) in self._grammar.articles):
            return ""
        at = first = at + 1 + is_one
        links = self._grammar.nominal_prepositions | self._grammar.relative
        end = min(len(s), first + _LONGEST)
        while at < end and s.mark(at) in {"", *POSSESSIVE} and s.low(at) not in links:
            at += 1
        return s.low(at - 1).removesuffix("s") if is_one else s.low(at - 1)

    @staticmethod
    def _points(s: Sentence, at: int) -> bool:
        return s.low(at) in _PEOPLES or s.low(at) in _ITS

    def _is_its_own(self, s: Sentence, start: int, pronoun: int) -> bool:
        """Whether nothing stands between that 'its' may mean besides: 'will close its plant'."""
        between = range(start, pronoun)
        return not any(
            s.tokens[i].is_capital or s.low(i) in self._grammar.articles for i in between
        )

    def _may_be_one(self, mention: Mention) -> bool:
        """Whether an institution may be called a company: 'Harbour Bank', no 'Harbour Ministry'."""
        name = mention.name or ""
        if mention.kind != "institution":
            is_word = mention.kind == "name" and name == mention.text and " " not in name
            return is_word and not self._grammar.places.is_place(fold(name))
        last = _head(name.partition(" of ")[0]).lower()
        return last in _companies() or not self._grammar.is_institution(last)

    def _take_up(self, s: Sentence, near: set[str]) -> None:
        """Note the one name that 'the company' may mean where no other is known."""
        if len(near) == 1 and self._tells_a_company(s):
            self.likely |= near

    def _tells_a_company(self, s: Sentence) -> bool:
        """Whether 'the company' stands there, and is not called by its name."""
        return any(
            s.low(i) == "the" and s.low(i + 1) in _ANY and not s.tokens[i + 2].is_capital
            for i in range(len(s) - 2)
        )


def _speaking_alone(s: Sentence) -> Iterator[str]:
    """Give words in capitals beside a verb of speech: 'Roe said', 'said Roe'."""
    tokens, size = s.tokens, len(s)
    for at, (last, _) in s.begun:
        for i, beyond in ((at - 1, at - 2), (last + 1, last + 2)):
            is_word = 0 <= i < size and tokens[i].is_capital
            if is_word and not (0 <= beyond < size and tokens[beyond].is_capital):
                yield tokens[i].text


def _is_age(s: Sentence, end: int) -> bool:
    return s.mark(end) == "," and s.low(end + 1).isdigit() and s.mark(end + 2) == ","


def _is_plain(name: str) -> bool:
    """Whether every word has a capital and letters alone."""
    return all(w[0].isupper() and w.replace("-", "").isalpha() for w in name.split())


def _place(s: Sentence, words: Sequence[str]) -> int | None:
    """Give where a name stands first in a sentence."""
    first = (i for i, token in enumerate(s.tokens) if token.text == words[0])
    return next(
        (i for i in first if [t.text for t in s.tokens[i : i + len(words)]] == list(words)), None
    )


def _head(words: str) -> str:
    return words.rpartition(" ")[2]


@cache
def _companies() -> frozenset[str]:
    """Give the nouns for a company that nobody is called by."""
    institutions = table("roles")["institutions"]
    return frozenset(institutions["any_company"]) - frozenset(institutions["also_people"])


@cache
def _kinds() -> frozenset[str]:
    """Give the nouns for companies, parties, papers, and whatever else has a name of its own."""
    institutions = table("roles")["institutions"]
    alike = chain.from_iterable(institutions["alike"])
    return _companies() | (frozenset(alike) - frozenset(institutions["also_people"]))
