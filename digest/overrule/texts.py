"""Which paragraph a line of `digest.yml` means: found by words of its text."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

from digest.text import cite, fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.config import Named
    from digest.model import Article, Label, Paragraph

_ALIKE = 0.6  # of the characters of two beginnings, to ask 'did you mean'
_BEGINNING = 60  # characters
_SHOWN = 3  # paragraphs named where several fit
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a line has not found its paragraph."""

    what: str
    expected: str


class Texts:
    """The paragraphs, by their words."""

    def __init__(
        self,
        articles: Iterable[Article],
        paragraphs: Iterable[Paragraph],
        labels: Iterable[Label],
    ) -> None:
        """Fold every text once."""
        self._files = {article.id: article.file for article in articles}
        self._kinds = {label.paragraph: label.kind for label in labels}
        self._folded = [(fold(paragraph.text), paragraph) for paragraph in paragraphs]

    def find(self, named: Named) -> Paragraph | Doubt:
        """Give the one text paragraph that has the words, or begins with them."""
        found = self._hits(named)
        if isinstance(found, Doubt):
            return found
        match found:
            case [paragraph]:
                return paragraph
            case _:
                return self._several(named, found)

    def find_two(self, named: Named) -> tuple[Paragraph, Paragraph] | Doubt:
        """Give the two text paragraphs that have the same words, as a repeat has."""
        found = self._hits(named)
        if isinstance(found, Doubt):
            return found
        if len(found) == _PAIR:
            return found[0], found[1]
        if len(found) == 1:
            what = f"overrule: only {self.place(found[0])} has the words {cite(named.words)}"
            return Doubt(what, "expected words of two paragraphs")
        return self._several(named, found)

    def place(self, paragraph: Paragraph) -> str:
        """Say where a paragraph stands, as an editor opens it."""
        return f"{self._files[paragraph.article]}:{paragraph.line}"

    def _hits(self, named: Named) -> list[Paragraph] | Doubt:
        """Give the text paragraphs that have the words, at least one."""
        words = fold(squeeze(named.words))
        there = [(t, p) for t, p in self._folded if self._is_in(p, named.file)]
        if not there:
            return Doubt(
                f"overrule: no article is called {cite(named.file or '')}", self._near(named)
            )
        hits = [(text, p) for text, p in there if words in text]
        spoken = [(text, p) for text, p in hits if self._kinds[p.id] == "text"]
        if len(spoken) > 1:
            spoken = [(text, p) for text, p in spoken if text.startswith(words)] or spoken
        if not spoken:
            return self._nothing(named, hits, there)
        return [paragraph for _, paragraph in spoken]

    def _is_in(self, paragraph: Paragraph, file: str | None) -> bool:
        own = self._files[paragraph.article]
        return file is None or own == file or own.endswith(f"/{file}")

    def _near(self, named: Named) -> str:
        names = {file.rpartition("/")[2] for file in self._files.values()}
        close = get_close_matches(named.file or "", sorted(names), n=1)
        return f"did you mean {cite(close[0])}?" if close else "expected the name of a source file"

    def _nothing(
        self,
        named: Named,
        hits: Sequence[tuple[str, Paragraph]],
        there: Sequence[tuple[str, Paragraph]],
    ) -> Doubt:
        if hits:
            where = self.place(hits[0][1])
            what = f"overrule: {cite(named.words)} stands only in {where}, which is cut"
            return Doubt(what, f"'digest explain {where}' says why")
        what = f"overrule: no paragraph has the words {cite(named.words)} any more"
        near = _nearest(fold(squeeze(named.words)), there)
        if near is None:
            return Doubt(what, "expected a verbatim piece of one paragraph's text")
        return Doubt(what, f"did you mean {cite(near.text)} ({self.place(near)})?")

    def _several(self, named: Named, found: Sequence[Paragraph]) -> Doubt:
        places = [self.place(paragraph) for paragraph in found]
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        what = (
            f"overrule: {len(places)} paragraphs have the words {cite(named.words)}: "
            f"{', '.join(places[:_SHOWN])}{more}"
        )
        return Doubt(what, "expected more of the text, or 'file:' with the one that is meant")


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
