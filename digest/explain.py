"""Says in plain words what was made of one paragraph, and why: `digest explain`.

For whoever answers for the pages, not for programmers: every rule is put as a
sentence, with the words of the text that it went by, and so is what was looked
at and not taken. Nothing is decided here. (`digest export` has it all as data.)
"""

from __future__ import annotations

import textwrap
from difflib import get_close_matches
from typing import TYPE_CHECKING

from digest import pipeline
from digest.attribute import refusals
from digest.compose.index import index
from digest.config import SpeakerLine
from digest.errors import DigestError, Problem
from digest.lexicon import rules
from digest.load import load
from digest.model import Day
from digest.overrule import RULE
from digest.render import when
from digest.text import cite, fold, squeeze
from digest.yamltree import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from digest.compose.index import Index
    from digest.config import Settings
    from digest.model import (
        Article,
        Digest,
        Medium,
        Moment,
        Paragraph,
        Person,
        Resolution,
        Statement,
    )

_WIDTH = 92  # characters of a line
_LABEL = 14  # of them for what a line is about
_SOURCE = ".md"  # how the name of a source file ends
_SHOWN = 4  # paragraphs named where several fit
_FEW_WORDS = 6  # that a line of digest.yml quotes at least
_BEGINNING = 60  # characters by which beginnings are compared
_ALIKE = 0.55  # of them, to ask 'did you mean'


def explain(sources: Path, wanted: str) -> str:
    """Say what was made of a paragraph.

    Args:
        sources: the folder of articles.
        wanted: its id in the export, `FILE:LINE`, or words of its text.

    Raises:
        DigestError: where no paragraph is meant or more than one, with those that are near; or
            with every problem of the sources.
    """
    loaded = load(sources)
    digest = pipeline.understand(loaded.settings, loaded.articles)
    paragraph = find(digest, wanted)
    return "\n".join(_Explanation(loaded.settings, digest, paragraph).lines()) + "\n"


# ---------------------------------------------------------------- which paragraph


def find(digest: Digest, wanted: str) -> Paragraph:
    """Give the paragraph that somebody means.

    Raises:
        DigestError: where there is none, or more than one.
    """
    own = next((p for p in digest.paragraphs if p.id == wanted), None)
    return own or _at_line(digest, wanted) or _with_words(digest, wanted)


def _at_line(digest: Digest, wanted: str) -> Paragraph | None:
    """Give the paragraph at `FILE:LINE`; None where that is no file and a line."""
    typed, _, line = wanted.rpartition(":")
    if not typed or not (line.isascii() and line.isdigit()):
        return None
    article = _article(digest, typed)
    if article is None:
        return None
    number, own = int(line), [p for p in digest.paragraphs if p.article == article.id]
    last = article.body_line + article.body.count("\n")
    above = [p for p in own if p.line <= number <= last]
    if not above:
        near = min(own, key=lambda p: abs(p.line - number), default=None)
        expected = f"the nearest one is on line {near.line}" if near else "it has no paragraphs"
        raise _refused(f"{article.file} has no paragraph on line {number}", expected)
    return above[-1]


def _article(digest: Digest, typed: str) -> Article | None:
    """Give the article of a file name, of which the end is enough; None for no such file."""
    name = typed.replace("\\", "/").removeprefix("./")
    whole = [a for a in digest.articles if f"/{name}".endswith(f"/{a.file}")]
    found = whole or [a for a in digest.articles if a.file.endswith(name)]
    if len(found) > 1:
        files = _listed(a.file for a in found[:_SHOWN])
        raise _refused(f"{len(found)} files are called {cite(typed)}", f"expected one of {files}")
    if not found and name.endswith(_SOURCE):
        known = {a.file.rpartition("/")[2]: a.file for a in digest.articles}
        close = get_close_matches(name.rpartition("/")[2], known, n=1)
        expected = f"did you mean {cite(known[close[0]])}?" if close else "expected a source file"
        raise _refused(f"no source is called {cite(typed)}", expected)
    return found[0] if found else None


def _with_words(digest: Digest, wanted: str) -> Paragraph:
    words = fold(squeeze(wanted))
    texts = [(fold(p.text), p) for p in digest.paragraphs]
    hits = [(text, p) for text, p in texts if words and words in text]
    if len(hits) > 1:
        hits = [(text, p) for text, p in hits if text.startswith(words)] or hits
    if len(hits) == 1:
        return hits[0][1]
    if hits:
        places = _listed(f"'{p.id}'" for _, p in hits[:_SHOWN])
        what = f"{len(hits)} paragraphs have the words {cite(wanted)}"
        raise _refused(what, f"expected more of the text, or one of them by its id: {places}")
    raise _refused(
        f"no paragraph is called {cite(wanted)} or has these words", _near(digest, wanted)
    )


def _near(digest: Digest, wanted: str) -> str:
    """Say which paragraphs somebody may have meant: by id, by file, or by how they begin."""
    ids = get_close_matches(wanted, [p.id for p in digest.paragraphs], n=_SHOWN, cutoff=0.8)
    if ids:
        return f"did you mean {_listed(map(cite, ids), 'or')}?"
    begun = {fold(p.text)[:_BEGINNING]: p for p in reversed(digest.paragraphs)}
    words = fold(squeeze(wanted))[:_BEGINNING]
    starts = {start[: len(words)]: p for start, p in begun.items()}
    close = get_close_matches(words, starts, n=1, cutoff=_ALIKE)
    if close:
        own = starts[close[0]]
        return f"did you mean {cite(own.text)} ('{own.id}')?"
    return (
        "expected an id of the export, a file and a line such as story.md:12, or words of the text"
    )


def _refused(what: str, expected: str) -> DigestError:
    return DigestError([Problem("digest explain", None, what, expected)])


# ---------------------------------------------------------------- what to say


class _Explanation:
    """All there is to say of one paragraph, line by line."""

    def __init__(self, settings: Settings, digest: Digest, paragraph: Paragraph) -> None:
        self._settings = settings
        self._digest = digest
        self._paragraph = paragraph
        self._index: Index = index(digest)
        self._said = [s for s in digest.statements if s.paragraph == paragraph.id]

    def lines(self) -> Iterator[str]:
        """Give the paragraph, its fate, its statements, and what gave none."""
        yield from self._head()
        yield from self._fate()
        yield from self._statements()
        yield from self._refusals()
        yield from self._remedy()

    def _head(self) -> Iterator[str]:
        article = self._index.articles[self._paragraph.article]
        yield f"{article.file}:{self._paragraph.line}   ({self._paragraph.id})"
        day = (
            _date(Day(article.published, article.published, "stated")) if article.published else ""
        )
        by = ", ".join(filter(None, (article.outlet or "Unknown outlet", day or "day unknown")))
        yield _safe(f"{by}: {article.title}")
        yield ""
        yield from _block(self._paragraph.text, "  | ", "  | ")
        yield ""

    # ------------------------------------------------------------ its fate

    def _fate(self) -> Iterator[str]:
        yield "What became of it"
        label = self._index.labels[self._paragraph.id]
        kind = _KINDS[label.kind]
        family = self._index.family_of.get(self._paragraph.id)
        if family is None:
            why = next((r.why for r in rules("furniture") if r.id == label.rule), "")
            rule = f" {why}" if why else ""
            yield from _row(
                "Cut", f"It is {kind}, so no section shows it.{rule} (Rule: {label.rule})"
            )
            yield ""
            return
        placed = next(p for p in self._digest.placements if p.family == family.id)
        section = self._index.section_of[family.id].title
        if family.keeper == self._paragraph.id:
            yield from _row("Kept", f"It is {kind} and stands on the page “{section}”.")
        else:
            copy = next(c for c in family.copies if c.paragraph == self._paragraph.id)
            keeper = self._place(family.keeper)
            yield from _row("Folded", f"It is {kind}, but {keeper} tells the same: {copy.why}.")
            yield from _row("", f"It can be read there, on the page “{section}”.")
        yield from _row("Section", f"“{section}”, because: {placed.rule}.")
        yield from _row("Family", self._family(family.id))
        yield ""

    def _family(self, name: str) -> str:
        family = self._index.families[name]
        others = [member for member in family.members if member != self._paragraph.id]
        if not others:
            return f"{name}: alone, nothing else tells the same."
        return f"{name}: with {_listed(self._place(member) for member in others)}."

    def _place(self, name: str) -> str:
        paragraph = self._index.paragraphs[name]
        return f"{self._index.articles[paragraph.article].file}:{paragraph.line}"

    # ------------------------------------------------------------ its statements

    def _statements(self) -> Iterator[str]:
        if not self._said:
            yield "Who says what: nobody is heard in this paragraph"
            yield from _row("", self._why_nobody())
            yield ""
        for number, statement in enumerate(self._said, 1):
            which = f" ({number} of {len(self._said)})" if len(self._said) > 1 else ""
            yield f"Who says what{which}"
            yield from self._statement(statement)
            yield ""

    def _why_nobody(self) -> str:
        kind = self._index.labels[self._paragraph.id].kind
        if kind not in {"text", "title"}:
            return f"It is {_KINDS[kind]}, which is not searched for statements."
        spoken = (line for line in self._settings.overrule if isinstance(line, SpeakerLine))
        line = next((line for line in spoken if self._is_meant(line.paragraph.words)), None)
        if line is not None and line.speaker is None:
            return f"{self._settings.file}:{line.line} says that nobody speaks here."
        return "Nothing in it was taken for what anybody said, thinks or will do."

    def _is_meant(self, words: str) -> bool:
        return fold(squeeze(words)) in fold(self._paragraph.text)

    def _statement(self, statement: Statement) -> Iterator[str]:
        person = self._index.people[statement.person]
        text = self._paragraph.text
        yield from _row("Speaker", f"{person.name}, {_SPEAKERS[person.kind]}")
        yield from _row(
            "Words", f"{_KIND_OF_WORDS[statement.kind]}: {_quote(statement.span.of(text))}"
        )
        yield from _row("Found by", self._rule(statement))
        yield from _row("Identified", self._identified(statement))
        yield from _row("Not meant", self._others(statement.resolution))
        yield from _row("Side", self._side(person))
        yield from _row("Said on", self._day(statement.said))
        yield from _row("Said where", self._medium(statement.medium))

    def _rule(self, statement: Statement) -> str:
        shape, _, verb = statement.rule.partition(":")
        text = self._paragraph.text
        cue = statement.cue.of(text) if statement.cue else verb
        sentence = _SHAPES.get(shape, f"the rule {statement.rule!r}.")
        return sentence.format(cue=f"“{cue}”")

    def _identified(self, statement: Statement) -> str:
        name = self._index.people[statement.person].name
        way = statement.resolution.way if statement.resolution else ""
        if way.startswith("line "):
            return f"{self._settings.file}, {way}, says that it is {name}."
        told = _WAYS.get(way, f"{way.replace('-', ' ')}.")
        return f"the text has “{statement.mention}”: {told}" if statement.mention else told

    def _others(self, resolution: Resolution | None) -> str:
        others = resolution.others if resolution else ()
        told = (f"{each.name} ({_WHY_NOT.get(each.why_not, each.why_not)})" for each in others)
        return "; ".join(dict.fromkeys(told))

    def _side(self, person: Person) -> str:
        if person.side is None:
            return "unknown: nothing read so far tells for whom this speaker speaks."
        if person.side_words is not None:
            return f"{person.side}, learned from the words “{person.side_words}”."
        if any(fold(p.name) == fold(person.name) and p.side for p in self._settings.people):
            return f"{person.side}, as the list of people in {self._settings.file} says."
        return f"{person.side}, taken over from those whom this speaker belongs to."

    def _day(self, said: Moment | None) -> str:
        published = self._index.articles[self._paragraph.article].published
        if said is None:
            day = (
                f"the article is of {_date(Day(published, published, 'stated'))}"
                if published
                else ""
            )
            return f"not told beside these words{'; ' if day else ''}{day}."
        words = said.span.of(self._index.paragraphs[said.paragraph].text)
        day = _date(Day(said.first, said.last, said.certainty))
        how = "the text gives the full date" if said.certainty == "stated" else _WORKED_OUT
        return f"{day}, from “{words}”: {how}."

    def _medium(self, medium: Medium | None) -> str:
        if medium is None:
            return "not told: no outlet or platform is named beside these words."
        words = medium.span.of(self._paragraph.text)
        return f"{medium.channel} {medium.name}, from “{words}”."

    # ------------------------------------------------------------ what gave none

    def _refusals(self) -> Iterator[str]:
        if self._index.labels[self._paragraph.id].kind != "text":
            return
        digest = self._digest
        dropped = refusals(self._paragraph, digest.paragraphs, digest.moments, digest.statements)
        told = [(each.span.of(self._paragraph.text), each.reason) for each in dropped]
        # That a part of a name looks like a verb is of no interest to anybody.
        told = [(words, why) for words, why in told if why != "no verb" or words[0].islower()]
        if told:
            yield "Looked at, and not taken for anybody's statement"
            for words, why in told:
                yield from _row(f"“{words}”", _REASONS.get(why, why))
            yield ""

    def _remedy(self) -> Iterator[str]:
        if self._index.labels[self._paragraph.id].kind != "text":
            return
        yield f"If the speaker is wrong, say so in {self._settings.file} (null for nobody):"
        yield "  overrule:"
        yield f"    - {{paragraph: {quoted(self._unique())}, speaker: NAME}}"

    def _unique(self) -> str:
        """Give the fewest first words that only this paragraph begins with."""
        texts = [p.text for p in self._digest.paragraphs if p.id != self._paragraph.id]
        words = self._paragraph.text.split(" ")
        for count in range(min(_FEW_WORDS, len(words)), len(words)):
            start = " ".join(words[:count])
            if not any(fold(start) in fold(text) for text in texts):
                return start
        return self._paragraph.text


# ---------------------------------------------------------------- in which words


def _row(label: str, text: str) -> Iterator[str]:
    """Give a line with its label, wrapped; nothing where there is nothing to say."""
    if text:
        indent = "  " + " " * _LABEL
        lead = f"  {_safe(label):<{_LABEL}}"
        yield from _block(text, lead if len(lead) <= len(indent) else f"{lead} ", indent)


def _block(text: str, first: str, indent: str) -> list[str]:
    return textwrap.wrap(
        _safe(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def _quote(words: str) -> str:
    """Put quotation marks around words that have none of their own."""
    return words if fold(words[:1]) in _MARKS else f"“{words}”"


def _safe(text: str) -> str:
    """Give a text without anything that a terminal would act upon."""
    return "".join(c if c.isprintable() else c.encode("unicode-escape").decode() for c in text)


def _listed(parts: Iterable[str], joint: str = "and") -> str:
    *rest, last = parts
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def _date(day: Day) -> str:
    return when(day, weekday=True)


_MARKS = frozenset("\"'")
_KINDS = {
    "text": "part of the article's text",
    "title": "the headline",
    "heading": "a heading",
    "caption": "the caption of a picture",
    "byline": "a byline or dateline",
    "boilerplate": "page furniture",
}
_SPEAKERS = {
    "person": "a person",
    "institution": "an institution, or a place that stands for one",
    "unnamed": "whom the article does not name in full",
}
_KIND_OF_WORDS = {"direct": "in quotation marks", "reported": "in the reporter's words"}
_WORKED_OUT = "worked out from the day of publication"

# By the first part of a statement's rule.
_SHAPES = {
    "before": "{cue}, with the words for the speaker in front of it.",
    "after": "{cue}, with the words for the speaker behind it.",
    "inherited": "{cue}, which has no speaker of its own and takes the one of the verb before it.",
    "source": "{cue}, behind which the source is named.",
    "agent": "{cue}, a passive; who speaks stands behind the 'by'.",
    "owner": "{cue}, a noun that reports; whose it is says who speaks.",
    "headline": "the form of a headline or a transcript: a name, a colon and the words.",
    "colon": "a colon between the speaker and a quotation.",
    "continued": "a quotation without a verb of speech, which goes on with who spoke last.",
    RULE: "nothing in the text: it is the editor's decision.",
}

# By the way of a resolution.
_WAYS = {
    "editor": "a name from the list of people in digest.yml.",
    "full-name": "a full name, which means the same person in every article.",
    "surname": "a surname that fits one person known so far.",
    "pronoun": "a pronoun, which means the speaker named last whom it fits.",
    "role": "a role that somebody named before holds.",
    "role-elsewhere": "a role; only another article names who holds it.",
    "institution": "the name of an institution.",
    "same-body": "the institution of that kind that was spoken of last.",
    "unnamed": "no name, and nobody named before it fits.",
    "ambiguous": "a name that fits more than one, so it is taken for none of them.",
    "continued": "whoever was quoted last goes on speaking.",
    "named-later": "somebody unnamed at first, whom the article names soon after.",
}
_WHY_NOT = {
    "other gender": "he or she does not fit",
    "other side": "speaks for another side",
    "role does not fit": "holds no such role",
    "title does not fit": "of that name too, but the title does not fit",
    "bears the surname too": "bears that name too",
    "no named person": "is not a named person",
    "no institution": "is not an institution",
    "an institution": "is an institution",
    "one person": "is one person",
    "several people": "is several people",
}
# By the reason of a refusal; `digest.attribute.refusals` explains them.
_REASONS: dict[str, str] = {
    "quoted": "stands inside a quotation, so it is the quoted person's word, not the reporter's.",
    "no verb": "is no verb that somebody does here: a noun, part of a name, or behind a 'to'.",
    "not asserted": "is only what may, would or should be said; nobody is reported to say it.",
    "passive": "is a passive ('was told'), which does not name who speaks.",
    "no speaker": "has no words beside it that can stand for a speaker.",
    "no words": "has a possible speaker, but no words that he or she would be saying.",
    "not firm": "may mean many things; a quotation or a 'that' behind it would make it speech.",
    "announces": "only announces words, which follow in the next paragraph.",
    "within": "is part of what somebody else is reported to say.",
    "nobody known": "has words for a speaker, but nobody can tell whom they mean.",
}
