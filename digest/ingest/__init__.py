"""Outside files into source files: what `digest add` does, without its command line.

`plaintext` makes Markdown of a plain text, `headline` finds out what a text says
of itself, and this module writes it down. Nothing is taken out of the text: what
is furniture in it, the build finds and records.

Fetching pages from the web is not its business yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from digest import reader, sourcefile
from digest.errors import DigestError, Problem
from digest.ingest.headline import recognise
from digest.ingest.plaintext import as_markdown
from digest.sourcefile import FrontMatter
from digest.text import cite, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.ingest.headline import Found, Recognised

__all__ = ["Added", "TitleFrom", "add"]

TitleFrom = Literal["option", "front matter", "text", "opening words"]


@dataclass(frozen=True, slots=True)
class Added:
    """One file that was made into a source.

    Attributes:
        source: the file as the user named it.
        written: the source file made of it.
        title_from: where the title was found.
        paragraphs: how many the source file has.
        notes: what was recognised in the text and what is missing.
    """

    source: str
    written: Path
    title: str
    title_from: TitleFrom
    paragraphs: int
    notes: tuple[str, ...]

    def __str__(self) -> str:
        """Say what was written, and on a line each what to know about it."""
        written = (
            f"{self.source} → {self.written}: {cite(self.title)}, {self.paragraphs} paragraphs"
        )
        return "\n  ".join((written, *self.notes))


def add(  # noqa: PLR0913 - the options of one command
    files: Sequence[str | Path],
    *,
    into: Path,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    author: str | None = None,
) -> tuple[Added, ...]:
    """Make source files of texts, of all of them or of none.

    What the options say wins over what a file says of itself, and that over what
    is recognised in its text.

    Args:
        files: plain texts, and Markdown by the ending `.md` or `.markdown`.
        into: the folder to write them to; made where it is missing.
        title: of the one file.
        outlet: of every file.
        published: of every file, as an ISO day.
        url: of the one file.
        author: of every file.

    Returns:
        What was written, in the order of the files.

    Raises:
        DigestError: for everything that is wrong; then nothing was written.
    """
    problems: list[Problem] = []
    texts = {"title": title, "outlet": outlet, "url": url, "author": author}
    options = _Options(problems).read(texts, published, len(files))
    plans = [plan for file in files if (plan := _plan(str(file), options, into, problems))]
    _refuse_overwriting(plans, into, problems)
    if problems:
        raise DigestError(problems)
    _write(plans, into)
    return tuple(plan.added for plan in plans)


# ------------------------------------------------------------------ the options


class _Options:
    """Reads the options into what they say of every file."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems

    def read(self, texts: dict[str, str | None], published: str | None, files: int) -> FrontMatter:
        if not files:
            self._report("FILE", "is missing", "expected the name of a text file")
        for name, text in texts.items():
            if text is not None:
                self._check(name, text, files)
        day = sourcefile.day(published) if published is not None else None
        if published is not None and day is None:
            self._report("--published", f"is {cite(published)}", sourcefile.DAY_EXPECTED)
        return FrontMatter(
            title=texts["title"],
            outlet=texts["outlet"],
            published=day,
            url=texts["url"],
            author=texts["author"],
        )

    def _check(self, name: str, text: str, files: int) -> None:
        option = f"--{name}"
        if not squeeze(text):
            self._report(option, "is empty", "expected some words")
        elif _HALF_CHARACTER.search(text):
            self._report(option, "is not UTF-8 text", "expected UTF-8")
        elif name == "url" and not sourcefile.is_address(text):
            self._report(option, f"is {cite(text)}", sourcefile.ADDRESS_EXPECTED)
        if files > 1 and name in ("title", "url"):
            self._report(option, f"is given for {files} files", "add such files one by one")

    def _report(self, option: str, what: str, expected: str) -> None:
        self._problems.append(Problem(option, None, what, expected))


# How Python passes on what is no UTF-8 on a command line.
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


# --------------------------------------------------------------------- one file


@dataclass(frozen=True, slots=True)
class _Plan:
    """A source file about to be written."""

    added: Added
    content: str


def _plan(file: str, options: FrontMatter, into: Path, problems: list[Problem]) -> _Plan | None:
    """Work out what a file becomes; None, and a problem, where it cannot become anything."""
    before = len(problems)
    given, body = _read(file, problems)
    blocks = reader.read(body)
    if len(problems) > before:
        return None
    if not any(char.isalnum() for block in blocks for char in block.text):
        problems.append(Problem(file, None, "has no text", "expected an article"))
        return None
    found = recognise(blocks)
    front, title_from = _front_matter(options, given, found)
    content = sourcefile.compose(front, body)
    if len(content.encode("utf-8")) > sourcefile.LARGEST:
        what = f"would make a source of more than {sourcefile.LARGEST:,} bytes"
        problems.append(Problem(file, None, what, "expected one article"))
        return None
    added = Added(
        source=file,
        written=into / f"{_stem(Path(file).stem)}.md",
        title=front.title or "",
        title_from=title_from,
        paragraphs=len(blocks),
        notes=tuple(_notes(front, found, title_from)),
    )
    return _Plan(added, content)


def _read(file: str, problems: list[Problem]) -> tuple[FrontMatter, str]:
    """Give what a file says of itself, and its text as Markdown; blank, and a problem, at worst."""
    nothing = FrontMatter(), ""
    if _WEB.match(file):
        what = "is a web address, and fetching is not part of this version"
        problems.append(Problem(file, None, what, "save the page as text and add the file"))
        return nothing
    text = sourcefile.read_text(Path(file), file, problems, utf16=True)
    if text is None:
        return nothing
    if _PAGE.match(text):
        what = "is a web page with its code"
        problems.append(Problem(file, None, what, "save the page as text and add that"))
        return nothing
    is_markdown = Path(file).suffix.lower() in (".md", ".markdown")
    if is_markdown and sourcefile.has_front_matter(text):
        source = sourcefile.split(text, file, problems)
        return (source.front, _ended(source.body)) if source else nothing
    body = text if is_markdown else as_markdown(text)
    if body is None:
        expected = "put it into several files, or write it as Markdown"
        problems.append(Problem(file, None, "is too full of signs", expected))
        return nothing
    return FrontMatter(), _ended(body)


def _ended(body: str) -> str:
    return body.strip("\n") + "\n"


def _front_matter(
    options: FrontMatter, given: FrontMatter, found: Recognised
) -> tuple[FrontMatter, TitleFrom]:
    title_from: TitleFrom = "text" if found.has_headline else "opening words"
    if options.title or given.title:
        title_from = "option" if options.title else "front matter"
    day = sourcefile.day(_value(found.published) or "")
    front = replace(
        given,
        title=options.title or given.title or found.title,
        outlet=options.outlet or given.outlet,
        published=options.published or given.published or day,
        url=options.url or given.url,
        author=options.author or given.author or _value(found.author),
        origin=given.origin or _value(found.origin),
    )
    return front, title_from


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _notes(front: FrontMatter, found: Recognised, title_from: TitleFrom) -> Iterator[str]:
    """Give what a user should know of what the front matter says, and of what it lacks."""
    if title_from == "opening words":
        yield "no headline found; the title is the opening words"
    for key in ("author", "origin", "published"):
        read: Found | None = getattr(found, key)
        if read and str(getattr(front, key)) == read.value:
            yield f"{key} {cite(read.value)} read in {cite(read.line)}"
    if not front.outlet:
        yield "no outlet; --outlet says it"
    if not front.published:
        yield "no day of publication; --published says it"


def _stem(stem: str) -> str:
    return stem if _STEM.fullmatch(stem) else slug(stem) or "article"


_WEB = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_STEM = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


# --------------------------------------------------------------------- the disk


def _refuse_overwriting(plans: list[_Plan], into: Path, problems: list[Problem]) -> None:
    if into.exists() and not into.is_dir():
        problems.append(Problem(str(into), None, "is no folder", "expected a folder to write to"))
    sources: dict[str, str] = {}
    for plan in plans:
        source, target = plan.added.source, plan.added.written
        # Some disks take 'A.md' and 'a.md' for one file.
        name = target.name.casefold()
        if name in sources:
            what = f"would be written to {target}, as {sources[name]} would"
            problems.append(Problem(source, None, what, "rename one of them"))
        elif target.exists() or target.is_symlink():
            what = f"would overwrite {target}"
            problems.append(Problem(source, None, what, "remove that, or rename the file"))
        sources.setdefault(name, source)


def _write(plans: list[_Plan], into: Path) -> None:
    """Write every file, or none where one of them fails."""
    written: list[Path] = []
    try:
        into.mkdir(parents=True, exist_ok=True)
        for plan in plans:
            target = plan.added.written
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                written.append(target)
                stream.write(plan.content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        what = f"cannot be written ({error.strerror})"
        raise DigestError([Problem(str(error.filename or into), None, what)]) from error
