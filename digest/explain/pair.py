"""Why two paragraphs fold or stay apart: both texts, the evidence, and what decided."""

from __future__ import annotations

import textwrap
from itertools import product, zip_longest
from typing import TYPE_CHECKING

from digest.compare import compare, compare_two
from digest.compare.words import quotations
from digest.differ import longest_shared, only_in, shared_words
from digest.explain.evidence import Wording, decisive, differences, rows
from digest.explain.layout import WIDTH, day_of, first_words, listed, row, safe
from digest.fold import verdict
from digest.index import index
from digest.overrule import decide
from digest.text import fold
from digest.yamltree import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.config import Settings
    from digest.model import Digest, Overlap, Paragraph, Statement

_GAP = 3  # blanks between the two columns
_COLUMN = (WIDTH - 2 - _GAP) // 2
_TOO_LITTLE = "what they have in common is too little to tell that they say the same"
_NAMED = 12  # names and numbers listed that both texts have


class Comparison:
    """All there is to say of two paragraphs, line by line."""

    def __init__(
        self, settings: Settings, digest: Digest, first: Paragraph, second: Paragraph
    ) -> None:
        """Look up what became of the two, and hold them against each other."""
        self._settings = settings
        self._digest = digest
        self._two = first, second
        self._index = index(digest)
        self._wording = Wording([first.text, second.text], digest.people)
        self._decided = decide(settings, digest.articles, digest.paragraphs, digest.labels)
        self._orders = tuple(self._decided.on(first.id, second.id))
        self._overlap, self._noticed = self._held()

    def _held(self) -> tuple[Overlap | None, bool]:
        """Give the evidence, and whether the pair was looked at when the pages were made."""
        digest, names = self._digest, {paragraph.id for paragraph in self._two}
        if any(self._index.labels[name].kind != "text" for name in names):
            return None, False
        stages = (
            digest.articles,
            digest.paragraphs,
            digest.labels,
            digest.moments,
            digest.events,
            digest.people,
            digest.statements,
        )
        found = compare(*stages, lambda overlap: {overlap.a, overlap.b} == names)
        if found:
            return found[0], True
        return compare_two(*stages, (self._two[0].id, self._two[1].id)), False

    def lines(self) -> Iterator[str]:
        """Give both texts, what became of them and why, and the line that changes it."""
        yield from self._texts()
        yield from self._outcome()
        if self._overlap is not None:
            yield from self._evidence()
            yield from self._remedy()

    # ------------------------------------------------------------ the texts

    def _texts(self) -> Iterator[str]:
        """Put both texts beside each other, with the words marked that only one has."""
        one, other = self._two
        files = (self._place(paragraph).rpartition("/")[2] for paragraph in self._two)
        yield from _columns(*files)
        yield from _columns(self._source(one), self._source(other))
        yield ""
        left = _marked(one.text, other.text, "[-", "-]")
        right = _marked(other.text, one.text, "{+", "+}")
        yield from _columns(left, right)
        yield ""
        if (left, right) == (one.text, other.text):
            yield "No word stands in only one of them."
        else:
            yield "[- -] stands only in the first, {+ +} only in the second."
        yield ""

    def _source(self, paragraph: Paragraph) -> str:
        article = self._index.articles[paragraph.article]
        day = day_of(article.published) if article.published else "day unknown"
        return f"{article.outlet or 'Unknown outlet'}, {day}"

    def _place(self, paragraph: Paragraph) -> str:
        return f"{self._index.articles[paragraph.article].file}:{paragraph.line}"

    # ------------------------------------------------------------ what became of them

    def _outcome(self) -> Iterator[str]:
        yield "What became of them"
        if self._overlap is None:
            yield from row("Not compared", self._cut())
        elif self._is_one_family():
            yield from self._together()
        else:
            yield from row("Apart", f"They stand apart, because {self._reason()}.")
        yield from self._editor()
        yield ""

    def _cut(self) -> str:
        cut = [p for p in self._two if self._index.labels[p.id].kind != "text"]
        which = listed(self._place(paragraph) for paragraph in cut)
        return f"{which} {'are' if len(cut) > 1 else 'is'} cut; only what is shown can fold."

    def _is_one_family(self) -> bool:
        one, other = (self._index.family_of[paragraph.id].id for paragraph in self._two)
        return one == other

    def _together(self) -> Iterator[str]:
        family = self._index.family_of[self._two[0].id]
        whys = {copy.paragraph: copy.why for copy in family.copies}
        keeper = self._index.paragraphs[family.keeper]
        for paragraph in self._two:
            if paragraph.id != family.keeper:
                words = f"{self._place(paragraph)} is folded into {self._place(keeper)}"
                yield from row("Folded", f"{words}: {whys[paragraph.id]}.")
        if keeper not in self._two:
            yield from row("", "Each was held against that one, not against the other.")
        yield from row("Shown", f"{self._place(keeper)}, because {self._why_kept()}.")

    def _why_kept(self) -> str:
        family = self._index.family_of[self._two[0].id]
        if family.pinned:
            return "the editor pins it"
        length = {name: len(self._index.paragraphs[name].text) for name in family.members}
        if length[family.keeper] == max(length.values()):
            return "no other text of theirs is fuller"
        return "it is about as full as the fullest, and more of the others repeat it"

    def _reason(self) -> str:
        """Give what follows 'they stand apart, because'."""
        if any(order == "split" for order, _ in self._orders):
            return "the editor keeps them apart"
        overlap = self._overlap
        if overlap is None or not self._noticed:
            return (
                "too little links them to be held against each other at all: they share no "
                "run of words, and hardly a word that is rare in these sources"
            )
        if verdict(overlap) is not None:
            return f"though they tell the same ({verdict(overlap)}), {self._elsewhere()}"
        against = self._wording.objections(decisive(overlap))
        return listed(against) if against else _TOO_LITTLE

    def _elsewhere(self) -> str:
        """Say where those are folded that tell the same and yet stand apart."""
        told = []
        for paragraph in self._two:
            family = self._index.family_of[paragraph.id]
            if family.keeper != paragraph.id:
                keeper = self._place(self._index.paragraphs[family.keeper])
                told.append(f"{self._place(paragraph)} is folded into {keeper}")
        if not told:
            return "other lines of the editor keep them apart"
        return f"{listed(told)}, which does not tell the same as the other, or not as closely"

    def _editor(self) -> Iterator[str]:
        """Name the lines of the editor that decide on these two."""
        file = self._settings.file
        for order, line in self._orders:
            does = "folds them" if order == "fold" else "keeps them apart"
            yield from row("By the editor", f"{file}:{line} {does}.")
        names = {paragraph.id for paragraph in self._two}
        for pin in self._decided.pins:
            if pin.paragraph in names:
                place = self._place(self._index.paragraphs[pin.paragraph])
                yield from row("By the editor", f"{file}:{pin.line} pins {place}.")

    # ------------------------------------------------------------ the evidence

    def _evidence(self) -> Iterator[str]:
        overlap = self._overlap
        assert overlap is not None  # noqa: S101 - `lines` asks only then
        yield "What was found on them"
        for paragraph in self._two:
            yield from row("Speaks", f"{self._place(paragraph)}: {self._speaks(paragraph)}.")
        yield from row("Both have", self._in_common())
        titles = {event.id: event.title for event in self._digest.events}
        for label, sentence in rows(overlap, titles, self._quotation()):
            yield from row(label, sentence)
        for each in self._wording.objections(differences(overlap)):
            yield from row("Differs", f"{each}.")
        yield ""

    def _quotation(self) -> str:
        """Give the longest stretch that both have in quotation marks, as the first has it."""
        one, other = (
            [paragraph.text[start:end] for start, end in quotations(paragraph.text)]
            for paragraph in self._two
        )
        return max((longest_shared(*each) for each in product(one, other)), key=len, default="")

    def _speaks(self, paragraph: Paragraph) -> str:
        said = self._index.said_in.get(paragraph.id, [])
        if not said:
            return "nobody"
        return listed(dict.fromkeys(self._spoken(statement) for statement in said))

    def _spoken(self, statement: Statement) -> str:
        name = self._index.people[statement.person].name
        if statement.said is None:
            return name
        words = statement.said.span.of(self._index.paragraphs[statement.said.paragraph].text)
        return f"{name} (“{words}”)"

    def _in_common(self) -> str:
        """Name the numbers and names that both texts have."""
        one, other = (paragraph.text for paragraph in self._two)
        inside = {word for s in self._two[0].sentences for word in s.of(one).split()[1:]}
        shared = [w for w in shared_words(one, other) if w[0].isdigit() or _is_name(w, inside)]
        more = f" and {len(shared) - _NAMED} more" if len(shared) > _NAMED else ""
        names = ", ".join(shared[:_NAMED])
        return f"the names and numbers {names}{more}." if shared else ""

    # ------------------------------------------------------------ what to do

    def _remedy(self) -> Iterator[str]:
        if self._orders:
            lines = listed(f"line {line}" for _, line in self._orders)
            yield f"If that is wrong, take {lines} out of {self._settings.file}."
            return
        order = "split" if self._is_one_family() else "fold"
        does = "keep them apart" if order == "split" else "fold them"
        yield f"If that is wrong, one line in {self._settings.file} will {does}:"
        yield "  overrule:"
        words = [first_words(paragraph, self._digest) for paragraph in self._two]
        yield f"    - {{{order}: [{', '.join(map(quoted, words))}]{self._files(words)}}}"

    def _files(self, words: list[str]) -> str:
        """Give the files, where words alone do not tell which paragraph is meant."""
        texts = [fold(p.text) for p in self._digest.paragraphs]
        if all(sum(fold(each) in text for text in texts) == 1 for each in words):
            return ""
        files = (quoted(self._index.articles[p.article].file) for p in self._two)
        return f", file: [{', '.join(files)}]"


def _is_name(word: str, inside: set[str]) -> bool:
    """Whether a word has a capital in the middle of a sentence."""
    return word[0].isupper() and any(word in each for each in inside)


def _marked(text: str, other: str, opening: str, closing: str) -> str:
    """Put marks around the words that the other text does not have."""
    parts, at = [], 0
    for span in only_in(text, other):
        parts += [text[at : span.start], opening, span.of(text), closing]
        at = span.end
    return "".join([*parts, text[at:]])


def _columns(left: str, right: str) -> Iterator[str]:
    """Put two texts beside each other."""
    wrapped = (textwrap.wrap(safe(text), _COLUMN, break_on_hyphens=False) for text in (left, right))
    for one, other in zip_longest(*wrapped, fillvalue=""):
        yield f"  {one:<{_COLUMN}}{' ' * _GAP}{other}".rstrip()
