"""What the editor decided otherwise: lines of `digest.yml` in the place of what was understood.

A line finds its paragraph by words of the text, so it holds through rebuilds and
through edits elsewhere. One that finds none, or more than one, does nothing and
is told as a notice: the pages are still true without it, so `digest build` makes
them, but an editor's decision is not in force, so `digest check` fails.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

from digest.errors import Problem
from digest.model import Person, Resolution, Span, Statement
from digest.text import cite, fold, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.config import OverruleSetting, PersonSetting, Settings
    from digest.model import Article, Label, Paragraph

RULE = "editor"  # of a statement that the editor gave its speaker

_ALIKE = 0.6  # of the characters of two beginnings, to ask 'did you mean'
_SAME_NAME = 0.85  # of the characters of two names
_BEGINNING = 60  # characters
_SHOWN = 3  # paragraphs named where several fit


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
    """Apply the lines of `overrule`, in their order.

    Args:
        settings: what the editor says.
        articles: all of them.
        paragraphs: of all articles, in order.
        labels: what each is; only plain text can be spoken.
        people: the speakers that were found.
        statements: what was found, in the order of the paragraphs.
    """
    if not settings.overrule:
        return Overruled(tuple(people), tuple(statements), ())
    desk = _Desk(settings, articles, paragraphs, labels, people, statements)
    for line in settings.overrule:
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
        self._texts = _Texts(articles, paragraphs, labels)
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

    def apply(self, line: OverruleSetting) -> None:
        """Carry out a line, or note why it cannot be."""
        found = self._texts.find(line)
        if isinstance(found, _Doubt):
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

    def _speaker(self, line: OverruleSetting, name: str) -> Person:
        known = self._cast.known(name)
        if known is not None:
            return known
        near = self._cast.near(name)
        if near is not None:
            what = f"overrule: {cite(name)} is new, and much like {cite(near)}"
            self._note(line, what, "did you mean that name? If not, add the new one to 'people'")
        return self._cast.add(name)

    def _note(self, line: OverruleSetting, what: str, expected: str) -> None:
        self._notices.append(Problem(self._file, line.line, what, expected))


# ---------------------------------------------------------------- paragraphs


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Why a line has not found its paragraph."""

    what: str
    expected: str


class _Texts:
    """The paragraphs, by their words."""

    def __init__(
        self,
        articles: Iterable[Article],
        paragraphs: Iterable[Paragraph],
        labels: Iterable[Label],
    ) -> None:
        self._files = {article.id: article.file for article in articles}
        self._kinds = {label.paragraph: label.kind for label in labels}
        self._folded = [(fold(paragraph.text), paragraph) for paragraph in paragraphs]

    def find(self, line: OverruleSetting) -> Paragraph | _Doubt:
        """Give the one text paragraph that has the words, or begins with them."""
        words = fold(squeeze(line.paragraph))
        there = [(t, p) for t, p in self._folded if self._is_in(p, line.file)]
        if not there:
            return _Doubt(
                f"overrule: no article is called {cite(line.file or '')}", self._near(line)
            )
        hits = [(text, p) for text, p in there if words in text]
        spoken = [(text, p) for text, p in hits if self._kinds[p.id] == "text"]
        if len(spoken) > 1:
            spoken = [(text, p) for text, p in spoken if text.startswith(words)] or spoken
        match spoken:
            case [(_, paragraph)]:
                return paragraph
            case []:
                return self._nothing(line, hits, there)
            case _:
                return self._several(line, [paragraph for _, paragraph in spoken])

    def _is_in(self, paragraph: Paragraph, file: str | None) -> bool:
        own = self._files[paragraph.article]
        return file is None or own == file or own.endswith(f"/{file}")

    def _near(self, line: OverruleSetting) -> str:
        names = {file.rpartition("/")[2] for file in self._files.values()}
        close = get_close_matches(line.file or "", sorted(names), n=1)
        return f"did you mean {cite(close[0])}?" if close else "expected the name of a source file"

    def _nothing(
        self,
        line: OverruleSetting,
        hits: Sequence[tuple[str, Paragraph]],
        there: Sequence[tuple[str, Paragraph]],
    ) -> _Doubt:
        if hits:
            where = self._place(hits[0][1])
            what = f"overrule: {cite(line.paragraph)} stands only in {where}, which is cut"
            return _Doubt(what, f"'digest explain {where}' says why")
        what = f"overrule: no paragraph has the words {cite(line.paragraph)} any more"
        near = _nearest(fold(squeeze(line.paragraph)), there)
        if near is None:
            return _Doubt(what, "expected a verbatim piece of one paragraph's text")
        return _Doubt(what, f"did you mean {cite(near.text)} ({self._place(near)})?")

    def _several(self, line: OverruleSetting, found: Sequence[Paragraph]) -> _Doubt:
        places = [self._place(paragraph) for paragraph in found]
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        what = (
            f"overrule: {len(places)} paragraphs have the words {cite(line.paragraph)}: "
            f"{', '.join(places[:_SHOWN])}{more}"
        )
        return _Doubt(what, "expected more of the text, or 'file:' with the one that is meant")

    def _place(self, paragraph: Paragraph) -> str:
        return f"{self._files[paragraph.article]}:{paragraph.line}"


def _nearest(words: str, texts: Iterable[tuple[str, Paragraph]]) -> Paragraph | None:
    """Give the paragraph whose beginning is most like some words, if any is."""
    best: tuple[float, Paragraph] | None = None
    matcher = SequenceMatcher(b=words[:_BEGINNING], autojunk=False)
    for text, paragraph in texts:
        matcher.set_seq1(text[: len(words[:_BEGINNING])])
        if matcher.quick_ratio() < _ALIKE:
            continue
        ratio = matcher.ratio()
        if ratio >= _ALIKE and (best is None or ratio > best[0]):
            best = ratio, paragraph
    return None if best is None else best[1]


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


def _given(statement: Statement, person: Person, line: OverruleSetting) -> Statement:
    """Give a statement to somebody else; words, day and medium stay."""
    return replace(statement, person=person.id, rule=RULE, resolution=_decided(line))


def _whole(paragraph: Paragraph, person: Person, line: OverruleSetting) -> Statement:
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


def _decided(line: OverruleSetting) -> Resolution:
    return Resolution(f"line {line.line}")
