"""Families into the editor's sections, each placement with its reason.

A statement belongs to the side it is made for, unless what it says is what
another section is about; a paragraph without a speaker, or whose side no section
names, goes by its words; what nothing claims goes to the last section. Without
sections of an editor there is one for each side that is heard often, one for the
other sides, and background.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.config import SectionSetting
from digest.lexicon import table
from digest.model import Placement, Section
from digest.text import fold, slug, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.model import Family, Paragraph, Person, Statement

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_CLAUSE = re.compile(r"[,;:]")
_OFTEN = 3  # families, from which a side has a section of its own
_MOST = 8  # sides with a section of their own
_BACKGROUND = SectionSetting(id="background", title="Background")
_VOICES = "voices"


def group(
    settings: Sequence[SectionSetting],
    paragraphs: Sequence[Paragraph],
    families: Sequence[Family],
    people: Sequence[Person],
    statements: Sequence[Statement],
) -> tuple[tuple[Section, ...], tuple[Placement, ...]]:
    """Place every family in exactly one section.

    Args:
        settings: the editor's sections in the order of the site; empty for none.
        paragraphs: of all articles.
        families: what to place; the keeper's text and statements decide.
        people: the speakers, with their sides.
        statements: the main one of a paragraph first.

    Returns:
        The sections in the order of the site, empty ones too, and a placement
        for each family in its order.
    """
    sides = {person.id: person.side for person in people}
    main: dict[str, Statement] = {}
    for statement in statements:
        main.setdefault(statement.paragraph, statement)
    if not settings:
        speaking = (sides[main[f.keeper].person] for f in families if f.keeper in main)
        settings = _by_side(side for side in speaking if side is not None)
    texts = {paragraph.id: paragraph.text for paragraph in paragraphs}
    claims = [_Claim(setting) for setting in settings]
    placements = []
    for family in families:
        said = main.get(family.keeper)
        side = sides[said.person] if said is not None else None
        section, rule = _place(texts[family.keeper], said, side, claims)
        placements.append(Placement(family.id, section, rule))
    return tuple(_sections(settings, placements)), tuple(placements)


def _by_side(sides: Iterable[str]) -> tuple[SectionSetting, ...]:
    """Make one section a side, the most heard first, one of the sides heard little, and background.

    Everybody would find a page of one or two entries a side, and a tab for each, tiresome.
    """
    heard = Counter(sides)
    ordered = sorted(heard, key=lambda side: (-heard[side], side))
    often = [side for side in ordered if heard[side] >= _OFTEN][:_MOST]
    rest = ordered[len(often) :]
    own = ordered if len(rest) == 1 else often
    taken = {_BACKGROUND.id, _VOICES}
    made = []
    for number, side in enumerate(own, 1):
        name = slug(side) or f"side-{number}"
        name = name if name not in taken else f"{name}-{number}"
        taken.add(name)
        made.append(SectionSetting(id=name, title=side, sides=(side,)))
    if len(rest) > 1:
        title = "Other voices" if often else "Voices"
        made.append(SectionSetting(id=_VOICES, title=title, sides=tuple(rest)))
    return (*made, _BACKGROUND)


def _sections(
    settings: Sequence[SectionSetting], placements: Iterable[Placement]
) -> Iterator[Section]:
    members: dict[str, list[str]] = defaultdict(list)
    for placement in placements:
        members[placement.section].append(placement.family)
    for setting in settings:
        yield Section(setting.id, setting.title, setting.about, tuple(members[setting.id]))


class _Claim:
    """What an editor's section takes."""

    def __init__(self, setting: SectionSetting) -> None:
        self.section = setting.id
        self._sides = {fold(side) for side in setting.sides}
        self._phrases = [_stems(phrase) for phrase in setting.words]

    def takes(self, side: str) -> bool:
        """Whether what is said for a side belongs here."""
        return fold(side) in self._sides

    def mentions(self, text: str) -> bool:
        """Whether the section's words stand anywhere in a text."""
        return bool(self._phrases) and next(self._hits(_stems(text)), None) is not None

    def is_about(self, content: str) -> bool:
        """Whether a content says the section's words itself, in its main clause.

        'Its decision to skip the talks was unwise' speaks of a decision, so words
        behind 'to', an article or a possessive do not count; 'nobody had warned us
        that they would skip the talks' speaks of a warning.
        """
        if not self._phrases:
            return False
        words = _main_clause(_stems(_CLAUSE.split(content, maxsplit=1)[0]))
        return any(at == 0 or words[at - 1] not in _GOVERNED for at in self._hits(words))

    def _hits(self, words: list[str]) -> Iterator[int]:
        for wanted in self._phrases:
            for at in range(len(words) - len(wanted) + 1):
                if wanted and words[at : at + len(wanted)] == wanted:
                    yield at


def _place(
    text: str, said: Statement | None, side: str | None, claims: Sequence[_Claim]
) -> tuple[str, str]:
    """Choose the section of one text, and say by which rule."""
    for claim in claims:
        if said is not None and claim.is_about(said.span.of(text)):
            return claim.section, "what is said is what the section is about"
        if side is not None and claim.takes(side):
            return claim.section, f"said for {side}"
        if side is None and claim.mentions(text):
            return claim.section, "the section's words, and no side speaking"
    # No section is for this side: then words that stand anywhere are better than the last section.
    for claim in claims:
        if claim.mentions(text):
            return claim.section, f"the section's words, and no section for {side}"
    return claims[-1].section, "no other section claims it"


def _main_clause(words: list[str]) -> list[str]:
    """Give the words up to the first 'that' or 'when' that does not open them."""
    turns = (at for at, word in enumerate(words) if at and word in _SUBORDINATING)
    return words[: next(turns, len(words))]


def _stems(text: str) -> list[str]:
    """Give a text's words as stems; 'won't' gives 'not', so that a phrase can ask for it."""
    return [_stem(fold(word).removesuffix("'s")) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _stem(low: str) -> str:
    return "not" if low.endswith("n't") else _IRREGULAR.get(low) or stem(low)


_TABLE = table("irregular")
_GOVERNED = frozenset(_TABLE["words"]["governed"])
_IRREGULAR = {form: stem(lemma) for lemma, forms in _TABLE["forms"].items() for form in forms}
_SUBORDINATING = frozenset(map(_stem, _TABLE["words"]["subordinating"]))
