"""The editor's settings: what `sources/digest.yml` may say, read strictly.

Knowledge of one story lives here and nowhere else: its sections, the people
whose spellings the text alone cannot tell, the outlets that belong together.
Reading a folder of articles is not this module's business; see `load`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from digest import sourcefile, yamltree
from digest.errors import Problem
from digest.model import Quoting
from digest.text import cite, fold, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


PairOrder = Literal["fold", "split"]


@dataclass(frozen=True, slots=True)
class SectionSetting:
    """A topical section as the editor describes it.

    Attributes:
        id: a slug; the section's page is named after it.
        title: the heading shown.
        about: a sentence on what belongs here; may be empty.
        sides: a statement made for one of these sides belongs here.
        words: words or phrases (inflected freely) that put a paragraph here.
    """

    id: str
    title: str
    about: str = ""
    sides: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSetting:
    """A person of the story: the name shown, other spellings, role and side."""

    name: str
    forms: tuple[str, ...] = ()
    role: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class OutletSetting:
    """An outlet: other names of it, the house it is a service of, an agency or not."""

    name: str
    aliases: tuple[str, ...] = ()
    of: str | None = None
    agency: bool = False


class Named(NamedTuple):
    """How a line names a paragraph.

    Attributes:
        words: a verbatim piece of its text that no other paragraph has.
        file: the article's file or its end, where several have these words.
    """

    words: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One line with which the editor says whose words a paragraph has.

    Attributes:
        line: of `digest.yml`, for messages; as in the lines below.
        paragraph: which one is meant.
        content: words of the one statement that is meant; None for every one there.
        speaker: whose words they are; None for nobody's.
    """

    line: int
    paragraph: Named
    content: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class PairLine:
    """One line with which the editor folds two paragraphs, or keeps them apart."""

    line: int
    order: PairOrder
    first: Named
    second: Named


@dataclass(frozen=True, slots=True)
class PinLine:
    """One line with which the editor has a paragraph shown, and first in its section."""

    line: int
    paragraph: Named


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One line with which the editor puts a paragraph, and what tells the same, in a section."""

    line: int
    paragraph: Named
    section: str


OverruleLine = SpeakerLine | PairLine | PinLine | MoveLine


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything `digest.yml` says, with defaults for what it leaves out.

    Attributes:
        file: the path of `digest.yml` as messages show it.
        id: what feeds know the digest by, if the editor gave it a name for that.
        title: of the digest; the site's front page carries it.
        about: one or two sentences on the story.
        sections: in the order of the site; the last one is the fallback. Empty
            when the editor named none: then there is one for each side
            that is heard often, one for the other sides, and background.
        overrule: in the order of the file; a later line has the last word.
        quoting: how much of a source a public page may show; None for no bound.
    """

    file: str
    title: str = "Digest"
    about: str = ""
    sections: tuple[SectionSetting, ...] = ()
    people: tuple[PersonSetting, ...] = ()
    outlets: tuple[OutletSetting, ...] = ()
    overrule: tuple[OverruleLine, ...] = ()
    quoting: Quoting | None = None
    id: str | None = None


def read_settings(path: Path, file: str, problems: list[Problem]) -> Settings:
    """Read `digest.yml`.

    Args:
        path: where it is, if it is; the settings are all default where it is not.
        file: what messages call it.
        problems: gets everything that is wrong with it.

    Returns:
        What it says, without the parts that are wrong.
    """
    tree = _tree(path, file, problems)
    return _Reader(file, problems).settings(tree) if tree is not None else Settings(file=file)


def read_masthead(path: Path, file: str, problems: list[Problem]) -> Settings:
    """Read the `digest.yml` above several digests, which names the site and nothing else.

    Args:
        path: as for `read_settings`; so are `file` and `problems`.
        file: what messages call it.
        problems: gets everything that is wrong with it, and what belongs to one of the digests.
    """
    tree = _tree(path, file, problems)
    return _Reader(file, problems).masthead(tree) if tree is not None else Settings(file=file)


def _tree(path: Path, file: str, problems: list[Problem]) -> yamltree.Mapping | None:
    if not path.exists() and not path.is_symlink():
        return None
    text = sourcefile.read_text(path, file, problems)
    tree = yamltree.parse(text, file, problems) if text is not None else None
    if tree is None or isinstance(tree, yamltree.Mapping):
        return tree
    what = "is no settings file"
    problems.append(Problem(file, tree.line, what, "expected lines such as 'title: …'"))
    return None


_KEYS = ("id", "title", "about", "sections", "people", "outlets", "overrule", "quote")
_MASTHEAD_KEYS = ("title", "about")
_SECTION_KEYS = ("id", "title", "about", "sides", "words")
_PERSON_KEYS = ("name", "forms", "role", "side")
_OUTLET_KEYS = ("name", "aliases", "of", "agency")
# What a line of `overrule` may order, and the keys that belong to it.
_OVERRULE_KEYS = {
    "speaker": ("paragraph", "file", "content", "speaker"),
    "fold": ("fold", "file"),
    "split": ("split", "file"),
    "pin": ("pin", "file"),
    "move": ("move", "section", "file"),
}
_OVERRULE_WORDS = tuple(dict.fromkeys(key for keys in _OVERRULE_KEYS.values() for key in keys))
_QUOTE_KEYS = ("words", "share")
_FEWEST_WORDS = 10  # fewer tell no reader what a paragraph is about
_MOST_WORDS = 10_000
_LEAST_SHARE = 0.05
_PAIR = 2
_NO_SECTIONS = "expected it under 'sections:', which names none"
_NOBODY = frozenset({"null", "~"})  # as YAML spells nothing

_Setting = TypeVar("_Setting")


class _Reader:
    """Reads the parts of one settings file and keeps what is wrong with them."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self._file = file
        self._problems = problems

    def settings(self, tree: yamltree.Mapping) -> Settings:
        fields = self._fields(tree, _KEYS)
        sections = self._sections(fields.mappings("sections"))
        lines = _Lines([section.id for section in sections])
        return Settings(
            file=self._file,
            title=_title(fields, Settings(self._file).title),
            about=_words(fields, "about") or "",
            sections=sections,
            people=self._people(fields.mappings("people")),
            outlets=self._outlets(fields.mappings("outlets")),
            overrule=_kept(
                lines.line(self._fields(item, _OVERRULE_WORDS))
                for item in fields.mappings("overrule")
            ),
            id=_words(fields, "id"),
            quoting=self._quoting(fields),
        )

    def masthead(self, tree: yamltree.Mapping) -> Settings:
        fields = self._fields(tree, _KEYS)
        for key in sorted(fields.given.difference(_MASTHEAD_KEYS), key=fields.line_of):
            what = f"{key} says nothing above several digests"
            fields.report(fields.line_of(key), what, "expected it in the digest.yml of one of them")
        return Settings(
            file=self._file,
            title=_title(fields, Settings(self._file).title),
            about=_words(fields, "about") or "",
        )

    def _quoting(self, fields: yamltree.Fields) -> Quoting | None:
        tree = fields.mapping("quote")
        if tree is None:
            return None
        own = self._fields(tree, _QUOTE_KEYS)
        words = own.number("words", _FEWEST_WORDS, _MOST_WORDS)
        return Quoting(None if words is None else int(words), own.number("share", _LEAST_SHARE, 1))

    def _sections(self, items: Iterable[yamltree.Mapping]) -> tuple[SectionSetting, ...]:
        owners = _Owners("sections")
        return _kept(self._section(self._fields(item, _SECTION_KEYS), owners) for item in items)

    def _section(self, fields: yamltree.Fields, owners: _Owners) -> SectionSetting | None:
        name = _required(fields, "id", "a section", "a short name such as foreign-policy")
        if name is None:
            return None
        if slug(name) != name:
            expected = f"expected small letters, digits and hyphens, such as {slug(name) or 'news'}"
            fields.report(fields.line_of("id"), f"section id {cite(name)}", expected)
            return None
        owners.claim(fields, name, fields.line_of("id"))
        return SectionSetting(
            id=name,
            title=_title(fields, name.replace("-", " ").capitalize()),
            about=_words(fields, "about") or "",
            sides=_list(fields, "sides"),
            words=_list(fields, "words"),
        )

    def _people(self, items: Iterable[yamltree.Mapping]) -> tuple[PersonSetting, ...]:
        owners = _Owners("people")
        return _kept(self._person(self._fields(item, _PERSON_KEYS), owners) for item in items)

    def _person(self, fields: yamltree.Fields, owners: _Owners) -> PersonSetting | None:
        name = _required(fields, "name", "a person", "the name to show")
        if name is None:
            return None
        owners.claim(fields, name, fields.line_of("name"))
        for form in fields.texts("forms"):
            owners.claim(fields, squeeze(form.text), form.line)
        return PersonSetting(
            name=name,
            forms=_list(fields, "forms"),
            role=_words(fields, "role"),
            side=_words(fields, "side"),
        )

    def _outlets(self, items: Iterable[yamltree.Mapping]) -> tuple[OutletSetting, ...]:
        owners = _Owners("outlets")
        return _kept(self._outlet(self._fields(item, _OUTLET_KEYS), owners) for item in items)

    def _outlet(self, fields: yamltree.Fields, owners: _Owners) -> OutletSetting | None:
        name = _required(fields, "name", "an outlet", "the name to show")
        if name is None:
            return None
        owners.claim(fields, name, fields.line_of("name"))
        for alias in fields.texts("aliases"):
            owners.claim(fields, squeeze(alias.text), alias.line)
        return OutletSetting(
            name=name,
            aliases=_list(fields, "aliases"),
            of=_words(fields, "of"),
            agency=fields.flag("agency"),
        )

    def _fields(self, mapping: yamltree.Mapping, keys: tuple[str, ...]) -> yamltree.Fields:
        return yamltree.Fields(mapping, keys, self._file, self._problems)


class _Lines:
    """Reads the lines of `overrule`."""

    def __init__(self, sections: list[str]) -> None:
        self._sections = sections

    def line(self, fields: yamltree.Fields) -> OverruleLine | None:
        """Read one line, which gives one order; None where it is wrong."""
        orders = [name for name in _OVERRULE_KEYS if name in fields.given]
        if len(orders) > 1:
            what = f"an overrule with {' and '.join(orders)}"
            fields.report(fields.line, what, "expected one order a line")
            return None
        if not orders and "paragraph" not in fields.given:
            expected = f"expected one of: {', '.join(_OVERRULE_KEYS)}"
            fields.report(fields.line, "an overrule without an order", expected)
            return None
        order = orders[0] if orders else "speaker"
        for key in sorted(fields.given - {*_OVERRULE_KEYS[order]}):
            expected = f"expected only {', '.join(_OVERRULE_KEYS[order])}"
            fields.report(fields.line_of(key), f"{key} says nothing beside {order}", expected)
        match order:
            case "fold" | "split":
                return self._pair(fields, order)
            case "pin":
                paragraph = self._named(fields, "pin")
                return PinLine(fields.line, paragraph) if paragraph else None
            case "move":
                return self._move(fields)
            case _:
                return self._speaker(fields)

    def _speaker(self, fields: yamltree.Fields) -> SpeakerLine | None:
        paragraph = self._named(fields, "paragraph")
        speaker = _required(fields, "speaker", "an overrule", "a name, or null for nobody")
        if paragraph is None or speaker is None:
            return None
        return SpeakerLine(
            line=fields.line,
            paragraph=paragraph,
            content=_words(fields, "content"),
            speaker=None if speaker in _NOBODY else speaker,
        )

    def _pair(self, fields: yamltree.Fields, order: PairOrder) -> PairLine | None:
        words = _list(fields, order, once=False)
        if len(words) != _PAIR:
            expected = f'expected two: {order}: ["words of one", "words of the other"]'
            what = f"{order} names {len(words) or 'no'} paragraph{'s' * (len(words) != 1)}"
            fields.report(fields.line_of(order), what, expected)
            return None
        files = [squeeze(item.text) for item in fields.text_or_texts("file")]
        if len(files) > _PAIR:
            fields.report(fields.line_of("file"), f"{len(files)} files", "expected one or two")
            return None
        first, second = (files * _PAIR)[:_PAIR] if files else (None, None)
        return PairLine(fields.line, order, Named(words[0], first), Named(words[1], second))

    def _move(self, fields: yamltree.Fields) -> MoveLine | None:
        paragraph = self._named(fields, "move")
        section = _required(fields, "section", "a move", "the id of a section")
        if paragraph is None or section is None:
            return None
        if section not in self._sections:
            expected = yamltree.suggest(section, self._sections) if self._sections else _NO_SECTIONS
            fields.report(fields.line_of("section"), f"unknown section {cite(section)}", expected)
            return None
        return MoveLine(fields.line, paragraph, section)

    def _named(self, fields: yamltree.Fields, key: str) -> Named | None:
        words = _required(fields, key, "an overrule", "some words of its text")
        return None if words is None else Named(words, _words(fields, "file"))


class _Owners:
    """Knows which section, person or outlet a name belongs to, so that none has two."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._owners: dict[str, tuple[yamltree.Fields, int]] = {}

    def claim(self, owner: yamltree.Fields, name: str, line: int) -> None:
        """Note that a name is an owner's; a problem if it is another's already."""
        first, first_line = self._owners.setdefault(fold(name), (owner, line))
        if first is not owner:
            what = f"{cite(name)} belongs to two {self._kind}"
            owner.report(line, what, f"expected one; the other has it on line {first_line}")


def _kept(settings: Iterable[_Setting | None]) -> tuple[_Setting, ...]:
    return tuple(setting for setting in settings if setting is not None)


def _title(fields: yamltree.Fields, default: str) -> str:
    if fields.is_blank("title"):
        expected = "expected some words, or no 'title:' at all"
        fields.report(fields.line_of("title"), "title is empty", expected)
    return _words(fields, "title") or default


def _words(fields: yamltree.Fields, key: str) -> str | None:
    return squeeze(fields.text(key) or "") or None


def _required(fields: yamltree.Fields, key: str, whose: str, what: str) -> str | None:
    value = _words(fields, key)
    if value is None:
        fields.report(fields.line_of(key), f"{whose} without {key}", f"expected {key}: {what}")
    return value


def _list(fields: yamltree.Fields, key: str, *, once: bool = True) -> tuple[str, ...]:
    items = [squeeze(item.text) for item in fields.texts(key)]
    return tuple(dict.fromkeys(items) if once else items)
