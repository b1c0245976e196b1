"""A folder of files into settings and articles, or every problem of all of them at once.

Whatever lies below the sources folder and ends in `.md` is an article, but for
hidden files and folders. Nothing here looks into the text: what its blocks are
is `segment`'s business, and what its words mean that of the stages behind it.

A folder right below it with a `digest.yml` of its own is a digest of its own. Where there is
one, nothing beside such folders is read but a `digest.yml` that names the site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from digest import sourcefile
from digest.config import Settings, read_masthead, read_settings
from digest.errors import DigestError, Problem
from digest.model import Article
from digest.text import cite, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

SETTINGS_FILE = "digest.yml"

# Names that a site has other uses for: pages of a digest, pages by hand, files of the theme.
_TAKEN = frozenset(
    "about assets events feeds images index javascripts outlets people search sections sources "
    "stylesheets tags timeline".split()
)

# What people keep texts in. Pictures and the like are nobody's article, so they need no notice.
_TEXTS = frozenset(".txt .text .markdown .mdown .html .htm .doc .docx .odt .rtf .pdf .eml".split())

# Control characters, and what Python makes of bytes in a name that are no UTF-8.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNREADABLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that the folder of one digest says.

    Attributes:
        articles: the oldest first, those without a day before all others.
        notices: files that somebody may take for articles, and that were not read.
    """

    settings: Settings
    articles: tuple[Article, ...]
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """All that a sources folder says.

    Attributes:
        masthead: the settings of the one digest, or what names a site of several.
        digests: by the folder below it that each has, in order; '' is the sources folder itself.
    """

    masthead: Settings
    digests: Mapping[str, Loaded]


def load(folder: Path) -> Loaded:
    """Read the settings and every article of one digest.

    Args:
        folder: the sources folder, or the folder of one of several digests.

    Returns:
        What it says.

    Raises:
        DigestError: for every problem of every file; or because there are several digests in it.
    """
    refuse_several(folder)
    problems: list[Problem] = []
    loaded = _Loader(folder, _name(folder), problems).load()
    if problems:
        raise DigestError(problems)
    return loaded


def load_all(folder: Path) -> LoadedSite:
    """Read every digest of a sources folder.

    Args:
        folder: the sources folder.

    Returns:
        What it says: of the one digest that it is, or of each that has a folder in it.

    Raises:
        DigestError: for every problem of every file.
    """
    inner = _digest_folders(folder)
    if not inner:
        loaded = load(folder)
        return LoadedSite(loaded.settings, {"": loaded})
    problems: list[Problem] = []
    name = _name(folder)
    masthead = _Loader(folder, name, problems).load_masthead(inner)
    digests = {each.name: _Loader(each, f"{name}/{each.name}", problems).load() for each in inner}
    problems += [] if problems else _sharing(each.settings for each in digests.values())
    if problems:
        raise DigestError(problems)
    return LoadedSite(masthead, digests)


def _sharing(all_settings: Iterable[Settings]) -> Iterator[Problem]:
    """Report digests that feed readers could not tell apart: what they call them is made of it."""
    first: dict[str, Settings] = {}
    for settings in all_settings:
        name = settings.id or settings.title
        other = first.setdefault(name, settings)
        if other is not settings:
            what = f"is called {cite(name)} like the digest of {other.file}"
            yield Problem(settings.file, None, what, "expected a title, or an id, of its own")


def refuse_several(folder: Path) -> None:
    """Say which digests a folder holds, where it is none itself.

    Raises:
        DigestError: where it holds several.
    """
    inner = _digest_folders(folder)
    if inner:
        count = f"{len(inner)} digest{'s' * (len(inner) > 1)}"
        named = " or ".join(f"--sources {path.as_posix()}" for path in inner)
        raise DigestError([Problem(_name(folder), None, f"holds {count}", f"say which: {named}")])


def _name(folder: Path) -> str:
    return folder.name or folder.resolve().name


def _digest_folders(folder: Path) -> list[Path]:
    """Give the folders right below one that are digests of their own, in order."""
    try:
        return sorted(path for path in folder.iterdir() if _is_digest_folder(path))
    except OSError:
        return []  # whoever reads the folder next says what is wrong with it


def _is_digest_folder(path: Path) -> bool:
    is_folder = path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
    return is_folder and (path / SETTINGS_FILE).exists()


class _Loader:
    """Reads one folder and gathers what is wrong in it."""

    def __init__(self, folder: Path, name: str, problems: list[Problem]) -> None:
        self.problems = problems
        self._folder = folder
        self._name = name
        self._digests: Sequence[Path] = ()
        self._notices: list[Problem] = []

    def load(self) -> Loaded:
        if not self._folder.is_dir():
            what = "is no folder" if self._folder.exists() else "does not exist"
            self._report(self._folder, what, "expected a folder of articles")
            return Loaded(Settings(file=SETTINGS_FILE), ())
        settings_path = self._folder / SETTINGS_FILE
        settings = read_settings(settings_path, self._shown(settings_path), self.problems)
        before = len(self.problems)
        paths = sorted(self._article_paths(self._folder))
        if not paths and len(self.problems) == before:
            expected = "expected Markdown files (*.md); 'digest add FILE' makes one of a text"
            self._report(self._folder, "has no articles", expected)
        articles = [found for found in map(self._article, paths) if found is not None]
        self._refuse_repeated(articles)
        notices = sorted(self._notices, key=lambda notice: notice.file)
        return Loaded(settings, tuple(sorted(articles, key=_age)), tuple(notices))

    def load_masthead(self, digests: Sequence[Path]) -> Settings:
        """Read what stands above several digests, and report what should not stand there."""
        self._digests = digests
        names = ", ".join(path.name for path in digests)
        for path in digests:
            self._refuse_name(path)
        for path in sorted(self._article_paths(self._folder)):
            self._report(path, "belongs to no digest", f"move it into the folder of one: {names}")
        settings_path = self._folder / SETTINGS_FILE
        return read_masthead(settings_path, self._shown(settings_path), self.problems)

    def _refuse_name(self, path: Path) -> None:
        if path.name in _TAKEN:
            what = f"{cite(path.name)} is no name for a digest, for the site has pages of that name"
            self._report(path, what, "rename the folder")
        elif slug(path.name) != path.name:
            what = f"{cite(path.name)} is no name for a digest, for its addresses begin with it"
            such = slug(path.name) or "ferries"
            self._report(path, what, f"expected small letters, digits and hyphens, such as {such}")

    # ------------------------------------------------------------- which files

    def _article_paths(self, folder: Path) -> Iterator[Path]:
        """Give every article below a folder, and report what only looks like one."""
        for path in self._entries(folder):
            is_article = path.suffix.lower() == ".md"
            if path.name.startswith("."):
                continue
            if path.is_symlink() and (is_article or path.is_dir()):
                if self._stays_inside(path):
                    yield path
            elif path in self._digests:
                continue
            elif path.is_dir() and is_article:
                self._report(path, "is a folder", "expected a file, or a folder without '.md'")
            elif path.is_dir():
                yield from self._articles_of_subfolder(path)
            elif is_article:
                yield path
            else:
                self._pass_over(path)

    def _pass_over(self, path: Path) -> None:
        """Say of a file that is no article what somebody may have meant by it."""
        if path.name == "digest.yaml":
            self._report(path, "is not read", f"rename it to {SETTINGS_FILE}")
        elif path.suffix.lower() in _TEXTS:
            expected = "expected Markdown (*.md); 'digest add FILE' makes one of a text"
            self._notices.append(Problem(self._shown(path), None, "is not read", expected))

    def _articles_of_subfolder(self, folder: Path) -> Iterator[Path]:
        settings = folder / SETTINGS_FILE
        if settings.exists():
            what = "is the settings of a digest within a digest"
            self._report(settings, what, "remove it, or move the folder right below the sources")
        else:
            yield from self._article_paths(folder)

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return list(folder.iterdir())
        except OSError as error:
            self._report(folder, f"cannot be read ({error.strerror})", "")
            return []

    def _stays_inside(self, link: Path) -> bool:
        """Tell whether a link leads to a file of the folder, and report where it does not."""
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):  # a loop of links is a RuntimeError before Python 3.13
            self._report(link, "is a link to nothing", "expected the file itself")
            return False
        if not target.is_relative_to(self._folder.resolve()):
            what = f"is a link out of {self._name}/"
            self._report(link, what, "expected a file inside it; copy the file there")
            return False
        if target.is_dir():
            self._report(link, "is a link to a folder", "expected the folder itself")
            return False
        return True

    # ---------------------------------------------------------------- one file

    def _article(self, path: Path) -> Article | None:
        file = self._shown(path)
        if _UNREADABLE in file:
            self._report(path, "has a name that cannot be shown", "rename it")
            return None
        text = sourcefile.read_text(path, file, self.problems)
        source = sourcefile.split(text, file, self.problems) if text is not None else None
        if source is None:
            return None
        front = source.front
        title = squeeze(front.title or "")
        if not title:
            what = "has no title"
            self.problems.append(Problem(file, source.front_line, what, "expected title: …"))
        if not any(map(str.isalnum, source.body)):
            what = "has no text"
            expected = "expected the article below the front matter"
            self.problems.append(Problem(file, source.body_line, what, expected))
        return Article(
            id=path.relative_to(self._folder).with_suffix("").as_posix(),
            file=file,
            title=title,
            outlet=_words(front.outlet),
            origin=_words(front.origin),
            published=front.published,
            url=front.url,
            author=_words(front.author),
            language=front.language or "en",
            retrieved=front.retrieved,
            body=source.body,
            body_line=source.body_line,
        )

    # ---------------------------------------------------------------- all files

    def _refuse_repeated(self, articles: Iterable[Article]) -> None:
        """Report every article that lies there twice.

        The same text by another outlet, or of another day, is a reprint: that is news
        of its own, and folding it is a later stage's work.
        """
        first: dict[tuple[str, str | None, date | None], Article] = {}
        for article in articles:
            same = first.setdefault(
                (squeeze(article.body), article.outlet, article.published), article
            )
            if same is not article and article.body.strip():
                what = f"is the same article as {same.file}"
                expected = "keep one of them; a reprint names its own outlet or day"
                self.problems.append(Problem(article.file, None, what, expected))

    def _report(self, path: Path, what: str, expected: str) -> None:
        self.problems.append(Problem(self._shown(path), None, what, expected))

    def _shown(self, path: Path) -> str:
        """Give a path as messages and pages show it: from the folder of sources on."""
        shown = PurePath(self._name, path.relative_to(self._folder)).as_posix()
        return _UNSHOWABLE.sub(_UNREADABLE, shown)


def _age(article: Article) -> tuple[date, str]:
    return (article.published or date.min, article.id)


def _words(text: str | None) -> str | None:
    return squeeze(text or "") or None
