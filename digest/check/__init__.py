"""Proves, of the pages on the disk, that nothing is invented and nothing is lost.

In three ways that know little of each other: the pages are what the sources give now; every
excerpt, as Python-Markdown renders it, is found in the file and on the line that it names;
and every paragraph has one fate, which shows where it should. The first two go for the feeds
and the other files beside the pages, too. It mends nothing.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from digest import pipeline
from digest.check import mkdocsyml
from digest.check.changes import changes
from digest.check.files import shown_in
from digest.check.page import Pages, Shown
from digest.check.source import Source
from digest.compose import compose
from digest.compose.names import names
from digest.errors import DigestError, Problem
from digest.model import SectionPage, SourcePage
from digest.quotation import quoted
from digest.text import cite
from digest.write import owned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from digest.model import Article, Digest, Paragraph
    from digest.siteurl import SiteUrl

_ANEW = "'digest build' makes it anew"


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong.

    Attributes:
        pages: that Digest made.
        files: beside them, that Digest made: feeds, and what can be taken away.
        excerpts: on all of them, words that name a source.
        problems: in order of file and line; where there are some, the counts prove nothing.
        notices: decisions of the editor that are not in force, though the pages are true.
    """

    pages: int
    files: int
    excerpts: int
    paragraphs: int
    kept: int
    folded: int
    cut: int
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    def __str__(self) -> str:
        """Give the counts in a line."""
        fates = f"{self.kept} kept, {self.folded} folded, {self.cut} cut"
        return (
            f"{self.pages} pages and {self.files} files with {self.excerpts} excerpts, "
            "each as its source has it; "
            f"{self.paragraphs} paragraphs: {fates}"
        )


def check(
    sources: Path, docs: Path, config: Path | None = None, site_url: SiteUrl | None = None
) -> Report:
    """Check the pages in `docs` against the sources.

    Args:
        sources: the folder of articles.
        docs: the folder of pages.
        config: the `mkdocs.yml` whose Markdown extensions the site is rendered with; without
            one, those that the pages need.
        site_url: where the site is published, for the feeds; else as `config` has it.

    Raises:
        DigestError: when the sources or the settings are too broken to compare with.
    """
    publication = pipeline.read_all(sources)
    reader = Pages(config)
    wanted = pipeline.site(publication, site_url or mkdocsyml.site_url(config))
    found = _found(docs, wanted)
    shown = {
        path: reader.excerpts(text) if path.endswith(".md") else shown_in(path, text)
        for path, text in found.items()
    }
    problems = [*_differences(docs, wanted, found)]
    counts = Counter[str]()
    for folder, digest in publication.digests.items():
        fates = _fates(digest)
        counts.update(fate for each in fates.values() for fate in each)
        own = _shown_of(digest, folder, shown)
        inspection = _Inspection(sources, docs / folder, digest, own)
        problems += inspection.inventions()
        problems += inspection.losses()
        problems += inspection.misplaced(fates)
    pages = sum(path.endswith(".md") for path in found)
    return Report(
        pages=pages,
        files=len(found) - pages,
        excerpts=sum(map(len, shown.values())),
        paragraphs=sum(len(digest.paragraphs) for digest in publication.digests.values()),
        kept=counts["kept"],
        folded=counts["folded"],
        cut=counts["cut"],
        problems=DigestError(problems).problems,
        notices=publication.notices,
    )


def _shown_of(
    digest: Digest, folder: str, shown: Mapping[str, tuple[Shown, ...]]
) -> Mapping[str, tuple[Shown, ...]]:
    """Give what the pages of one digest show, by their paths below its folder.

    So is what a page above the folders shows of the digest. Words there that name no source
    at all are a difference from what the sources give, and told as one.
    """
    if not folder:
        return shown
    files = {article.file for article in digest.articles}
    own = {}
    for path, excerpts in shown.items():
        if path.startswith(f"{folder}/"):
            own[path.removeprefix(f"{folder}/")] = excerpts
        elif "/" not in path:
            own[f"../{path}"] = tuple(each for each in excerpts if each.file in files)
    return own


def _found(docs: Path, wanted: Iterable[str]) -> dict[str, str]:
    """Give the pages on the disk that should be there or say that they are ours."""
    paths = sorted({*wanted, *owned(docs)})
    files = {path: docs / path for path in paths if (docs / path).is_file()}
    # A broken byte shows as a difference, not as an error of the check.
    return {path: file.read_bytes().decode("utf-8", "replace") for path, file in files.items()}


def _differences(
    docs: Path, wanted: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[Problem]:
    for path in sorted(wanted.keys() | found.keys()):
        file = (docs / path).as_posix()
        if path not in found:
            yield Problem(file, None, "is missing", _ANEW)
        elif path not in wanted:
            what = "says that Digest made it, but the sources give no such page"
            yield Problem(file, None, what, _ANEW)
        else:
            for line, what in changes(found[path], wanted[path]):
                yield Problem(file, line, what, _ANEW)


def _fates(digest: Digest) -> dict[str, list[str]]:
    """Give what became of each paragraph: one thing, if all is well."""
    fates: dict[str, list[str]] = {paragraph.id: [] for paragraph in digest.paragraphs}
    for family in digest.families:
        fates.setdefault(family.keeper, []).append("kept")
        for copy in family.copies:
            fates.setdefault(copy.paragraph, []).append("folded")
    for label in digest.labels:
        if label.kind != "text":
            fates.setdefault(label.paragraph, []).append("cut")
    return fates


class _Inspection:
    """What the pages show, held against the files and against each paragraph's fate."""

    def __init__(
        self, sources: Path, docs: Path, digest: Digest, shown: Mapping[str, tuple[Shown, ...]]
    ) -> None:
        self._docs = docs
        self._digest = digest
        self._shown = shown
        self._files = {article.id: article.file for article in digest.articles}
        public = quoted(digest)
        laid_out = compose(public).pages
        sections = [page for page in laid_out if isinstance(page, SectionPage)]
        self._section_pages = {page.path for page in sections}
        self._laid_out = {e.excerpt.paragraph: page.path for page in sections for e in page.entries}
        self._own_pages = {
            page.file: page.path for page in laid_out if isinstance(page, SourcePage)
        }
        self._rows = {
            row.paragraph: row for page in self._own_pages.values() for row in shown.get(page, ())
        }
        self._sources = {a.file: Source(_text(sources, a)) for a in digest.articles}
        # What a bound of quotation keeps off the pages is accounted for by what stands there of it.
        self._beyond = {
            whole.id: whole.text.removeprefix(shown.text)
            for whole, shown in zip(digest.paragraphs, public.paragraphs, strict=True)
        }

    def inventions(self) -> Iterator[Problem]:
        """Find words on a page that are not where it says they come from."""
        own = set(self._own_pages.values())
        for path, excerpts in self._shown.items():
            for excerpt in excerpts:
                what = self._missing(excerpt)
                if what is None:
                    what = self._misplaced(excerpt) if path in own else self._unlike(excerpt)
                if what is not None:
                    where = f"see {excerpt.file}:{excerpt.line}"
                    yield Problem(self._on_disk(path), excerpt.page_line, what, where)

    def _missing(self, excerpt: Shown) -> str | None:
        source = self._sources.get(excerpt.file)
        if source is None:
            return f"{cite(excerpt.words)} is said to come from a file that is no source"
        return source.missing(excerpt.words)

    def _misplaced(self, row: Shown) -> str | None:
        """Hold a row of a source's page against the file."""
        return self._sources[row.file].misplaced(row.words, row.line)

    def _unlike(self, excerpt: Shown) -> str | None:
        """Hold an excerpt of any other page against the row of its paragraph, if that is right."""
        row = self._rows.get(excerpt.paragraph)
        if row is None or self._missing(row):
            return None
        if (row.file, row.line) != (excerpt.file, excerpt.line):
            where = f"on line {row.line} of {row.file}"
            return f"{cite(excerpt.words)} does not stand there but {where}"
        if excerpt.words not in row.words:
            return f"{cite(excerpt.words)} stands in another paragraph"
        return None

    def losses(self) -> Iterator[Problem]:
        """Find words of a file that its page does not show."""
        for file, page in self._own_pages.items():
            rows = self._shown.get(page, ())
            shown = " ".join(row.words + self._beyond.get(row.paragraph, "") for row in rows)
            for line, text in self._sources[file].unseen(shown):
                what = f"{cite(text)} does not stand on the source's page"
                yield Problem(file, line, what, f"expected on {self._on_disk(page)}")

    def misplaced(self, fates: Mapping[str, list[str]]) -> Iterator[Problem]:
        """Find paragraphs without exactly one fate, and those shown elsewhere than it says."""
        places = defaultdict[str, Counter[str]](Counter)
        for path, excerpts in self._shown.items():
            for excerpt in excerpts:
                places[excerpt.paragraph][path] += not excerpt.brief
        homes = self._homes()
        for paragraph in self._digest.paragraphs:
            home = homes.get(paragraph.id)
            yield from self._fate(paragraph, fates[paragraph.id])
            yield from self._place(paragraph, places[paragraph.id], home)

    def _fate(self, paragraph: Paragraph, fate: list[str]) -> Iterator[Problem]:
        if len(fate) != 1:
            what = f"this paragraph is {' and '.join(fate) or 'neither kept, folded nor cut'}"
            expected = "expected one of them; this is a fault of Digest"
            yield Problem(self._files[paragraph.article], paragraph.line, what, expected)

    def _homes(self) -> dict[str, str]:
        """Give the section page of each paragraph that is shown.

        Which of a section's pages that is, the layout says; which section, the digest.
        """
        placed = {each.family: each.section for each in self._digest.placements}
        own_pages = names(self._digest).sections
        return {
            member: self._laid_out.get(family.keeper, own_pages[placed[family.id]])
            for family in self._digest.families
            for member in family.members
        }

    def _place(
        self, paragraph: Paragraph, places: Mapping[str, int], home: str | None
    ) -> Iterator[Problem]:
        file = self._files[paragraph.article]
        expected = {self._own_pages[file], *([home] if home else ())}
        watched = {*self._own_pages.values(), *self._section_pages}
        for page in sorted(watched & places.keys() | expected):
            count, right = places.get(page, 0), int(page in expected)
            if count != right:
                what = f"this paragraph stands {_times(count)} on {self._on_disk(page)}"
                yield Problem(file, paragraph.line, what, f"expected {_times(right)}")

    def _on_disk(self, path: str) -> str:
        return posixpath.normpath((self._docs / path).as_posix())


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once"}.get(number, f"{number} times")


def _text(sources: Path, article: Article) -> str:
    # The first part of `file` is the name of the folder.
    file = sources.joinpath(*PurePosixPath(article.file).parts[1:])
    text = file.read_bytes().decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")
