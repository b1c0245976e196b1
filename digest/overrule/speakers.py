"""Whose words a paragraph has, where the editor says otherwise than the text was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from digest.config import SpeakerLine
from digest.errors import Problem
from digest.model import Person, Resolution, Span, Statement
from digest.overrule.texts import Doubt, Texts
from digest.text import cite, fold, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.config import PersonSetting, Settings
    from digest.model import Article, Label, Paragraph

RULE = "editor"  # of a statement that the editor gave its speaker

_SAME_NAME = 0.85  # of the characters of two names


@dataclass(frozen=True, slots=True)
class Overruled:
    """Speakers and statements as the editor wants them, and the lines that did nothing."""

    people: tuple[Person, ...]
    statements: tuple[Statement, ...]
    notices: tuple[Problem, ...]


def overrule(  # noqa: PLR0913, PLR0917 - one argument for each stage before
    settings: Settings,
    articles: Sequence[Article],
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    people: Sequence[Person],
    statements: Sequence[Statement],
) -> Overruled:
    """Apply the lines that say who speaks, in their order.

    Args:
        settings: what the editor says.
        articles: all of them.
        paragraphs: of all articles, in order.
        labels: what each is; only plain text can be spoken.
        people: the speakers that were found.
        statements: what was found, in the order of the paragraphs.
    """
    lines = [line for line in settings.overrule if isinstance(line, SpeakerLine)]
    if not lines:
        return Overruled(tuple(people), tuple(statements), ())
    desk = _Desk(settings, articles, paragraphs, labels, people, statements)
    for line in lines:
        desk.apply(line)
    return desk.result()


class _Desk:
    """Where the lines are carried out, one after the other."""

    def __init__(  # noqa: PLR0913, PLR0917 - as `overrule`
        self,
        settings: Settings,
        articles: Sequence[Article],
        paragraphs: Sequence[Paragraph],
        labels: Sequence[Label],
        people: Sequence[Person],
        statements: Sequence[Statement],
    ) -> None:
        self._file = settings.file
        self._texts = Texts(articles, paragraphs, labels)
        self._cast = _Cast(settings.people, people)
        self._order = {paragraph.id: at for at, paragraph in enumerate(paragraphs)}
        self._said: dict[str, list[Statement]] = {}
        for statement in statements:
            self._said.setdefault(statement.paragraph, []).append(statement)
        self._notices: list[Problem] = []

    def result(self) -> Overruled:
        """Give what came of it; whoever says nothing any more is no speaker."""
        ordered = sorted(self._said, key=lambda paragraph: self._order[paragraph])
        statements = tuple(s for paragraph in ordered for s in self._said[paragraph])
        heard = {statement.person for statement in statements}
        people = tuple(person for person in self._cast.people() if person.id in heard)
        return Overruled(people, statements, tuple(self._notices))

    def apply(self, line: SpeakerLine) -> None:
        """Carry out a line, or note why it cannot be."""
        found = self._texts.find(line.paragraph)
        if isinstance(found, Doubt):
            self._note(line, found.what, found.expected)
            return
        own = self._said.get(found.id, [])
        chosen = [each for each in own if line.content is None or _says(found, each, line.content)]
        if line.content is not None and not chosen:
            what = f"overrule: no statement in that paragraph has the words {cite(line.content)}"
            self._note(line, what, f"'digest explain {found.id}' lists its statements")
            return
        if line.speaker is None:
            self._said[found.id] = [each for each in own if each not in chosen]
            return
        person = self._speaker(line, line.speaker)
        if own:
            given = {id(each): _given(each, person, line) for each in chosen}
            self._said[found.id] = [given.get(id(each), each) for each in own]
        else:
            self._said[found.id] = [_whole(found, person, line)]

    def _speaker(self, line: SpeakerLine, name: str) -> Person:
        known = self._cast.known(name)
        if known is not None:
            return known
        near = self._cast.near(name)
        if near is not None:
            what = f"overrule: {cite(name)} is new, and much like {cite(near)}"
            self._note(line, what, "did you mean that name? If not, add the new one to 'people'")
        return self._cast.add(name)

    def _note(self, line: SpeakerLine, what: str, expected: str) -> None:
        self._notices.append(Problem(self._file, line.line, what, expected))


# ---------------------------------------------------------------- speakers


class _Cast:
    """The speakers, by every form of their names."""

    def __init__(self, settings: Iterable[PersonSetting], people: Iterable[Person]) -> None:
        self._people = {person.id: person for person in people}
        self._by_form: dict[str, Person] = {}
        for person in self._people.values():
            if person.kind != "unnamed":
                self._call(person)
        self._silent = {
            fold(form): setting for setting in settings for form in (setting.name, *setting.forms)
        }

    def people(self) -> Iterable[Person]:
        """Give everybody, those whom the editor brought in last."""
        return self._people.values()

    def known(self, name: str) -> Person | None:
        """Give whom a name means: a speaker, or one of the editor's people not heard yet."""
        form = fold(name)
        if form in self._by_form:
            return self._by_form[form]
        setting = self._silent.get(form)
        return None if setting is None else self._enter(setting)

    def near(self, name: str) -> str | None:
        """Give a name that this one may be a slip of."""
        forms = {*self._by_form, *self._silent}
        close = get_close_matches(fold(name), sorted(forms), n=1, cutoff=_SAME_NAME)
        known = self.known(close[0]) if close else None
        return None if known is None else known.name

    def add(self, name: str) -> Person:
        """Enter somebody of whom only the name is known."""
        return self._call(Person(self._free(name), name, "person", (name,), None, None))

    def _enter(self, setting: PersonSetting) -> Person:
        forms = tuple(dict.fromkeys((setting.name, *setting.forms)))
        own = self._free(setting.name)
        return self._call(Person(own, setting.name, "person", forms, setting.role, setting.side))

    def _call(self, person: Person) -> Person:
        self._people[person.id] = person
        for form in (person.name, *person.forms):
            self._by_form.setdefault(fold(form), person)
        return person

    def _free(self, name: str) -> str:
        base = slug(name) or "speaker"
        number, own = 1, base
        while own in self._people:
            number += 1
            own = f"{base}-{number}"
        return own


# ---------------------------------------------------------------- statements


def _says(paragraph: Paragraph, statement: Statement, words: str) -> bool:
    return fold(squeeze(words)) in fold(statement.span.of(paragraph.text))


def _given(statement: Statement, person: Person, line: SpeakerLine) -> Statement:
    """Give a statement to somebody else; words, day and medium stay."""
    return replace(statement, person=person.id, rule=RULE, resolution=_decided(line))


def _whole(paragraph: Paragraph, person: Person, line: SpeakerLine) -> Statement:
    """Make a paragraph without a statement one of somebody's."""
    text = paragraph.text
    return Statement(
        paragraph=paragraph.id,
        person=person.id,
        mention="",
        span=Span(0, len(text)),
        kind="direct" if fold(text[:1]) == '"' else "reported",
        said=None,
        rule=RULE,
        resolution=_decided(line),
    )


def _decided(line: SpeakerLine) -> Resolution:
    return Resolution(f"line {line.line}")
