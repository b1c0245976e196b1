"""What was made of one paragraph, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import refusals
from digest.config import SpeakerLine
from digest.explain.layout import block, date, day_of, first_words, listed, quote, row, safe
from digest.index import index
from digest.lexicon import rules
from digest.model import Day
from digest.overrule import RULE
from digest.text import fold, squeeze
from digest.yamltree import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.config import Settings
    from digest.index import Index
    from digest.model import (
        Digest,
        Medium,
        Moment,
        Paragraph,
        Person,
        Resolution,
        Statement,
    )


class Explanation:
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
        day = day_of(article.published) if article.published else ""
        by = ", ".join(filter(None, (article.outlet or "Unknown outlet", day or "day unknown")))
        yield safe(f"{by}: {article.title}")
        yield ""
        yield from block(self._paragraph.text, "  | ", "  | ")
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
            yield from row(
                "Cut", f"It is {kind}, so no section shows it.{rule} (Rule: {label.rule})"
            )
            yield ""
            return
        placed = next(p for p in self._digest.placements if p.family == family.id)
        section = self._index.section_of[family.id].title
        if family.keeper == self._paragraph.id:
            pin = " The editor pins it." if family.pinned else ""
            yield from row("Kept", f"It is {kind} and stands on the page “{section}”.{pin}")
        else:
            copy = next(c for c in family.copies if c.paragraph == self._paragraph.id)
            keeper = self._place(family.keeper)
            yield from row("Folded", f"It is {kind}, but {keeper} tells the same: {copy.why}.")
            yield from row("", f"It can be read there, on the page “{section}”.")
        yield from row("Section", f"“{section}”, because: {placed.rule}.")
        yield from row("Family", self._family(family.id))
        yield ""

    def _family(self, name: str) -> str:
        family = self._index.families[name]
        others = [member for member in family.members if member != self._paragraph.id]
        if not others:
            return f"{name}: alone, nothing else tells the same."
        return f"{name}: with {listed(self._place(member) for member in others)}."

    def _place(self, name: str) -> str:
        paragraph = self._index.paragraphs[name]
        return f"{self._index.articles[paragraph.article].file}:{paragraph.line}"

    # ------------------------------------------------------------ its statements

    def _statements(self) -> Iterator[str]:
        if not self._said:
            yield "Who says what: nobody is heard in this paragraph"
            yield from row("", self._why_nobody())
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
        yield from row("Speaker", f"{person.name}, {_SPEAKERS[person.kind]}")
        yield from row(
            "Words", f"{_KIND_OF_WORDS[statement.kind]}: {quote(statement.span.of(text))}"
        )
        yield from row("Found by", self._rule(statement))
        yield from row("Identified", self._identified(statement))
        yield from row("Not meant", self._others(statement.resolution))
        yield from row("Side", self._side(person))
        yield from row("Said on", self._day(statement.said))
        yield from row("Said where", self._medium(statement.medium))

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
            day = f"the article is of {day_of(published)}" if published else ""
            return f"not told beside these words{'; ' if day else ''}{day}."
        words = said.span.of(self._index.paragraphs[said.paragraph].text)
        day = date(Day(said.first, said.last, said.certainty))
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
                yield from row(f"“{words}”", _REASONS.get(why, why))
            yield ""

    def _remedy(self) -> Iterator[str]:
        if self._index.labels[self._paragraph.id].kind != "text":
            return
        yield "If it should fold with another, or should not: 'digest explain THIS OTHER' says why."
        yield f"If the speaker is wrong, say so in {self._settings.file} (null for nobody):"
        yield "  overrule:"
        words = quoted(first_words(self._paragraph, self._digest))
        yield f"    - {{paragraph: {words}, speaker: NAME}}"


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
    "relayed": "{cue}; who is quoted speaks, not who quotes.",
    "object": "{cue}, of which the words in front of the comma before it are the object.",
    "agent": "{cue}, a passive; who speaks stands behind the 'by'.",
    "owner": "{cue}, a noun that reports; whose it is says who speaks.",
    "headline": "the form of a headline or a transcript: a name, a colon and the words.",
    "colon": "a colon between the speaker and a quotation.",
    "continued": "a quotation without a verb of speech, which goes on with who spoke last.",
    "turn": "the form of an interview: whom the label in front of a colon names speaks on.",
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
    "same-words": "a speaker of the headline, who says the same in the text.",
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
