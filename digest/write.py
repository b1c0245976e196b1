"""Makes a folder hold exactly the pages it is given, and touches nothing else in it.

No list of earlier runs is kept, for it could be wrong. A page of ours names its own path in its
front matter (`digest-page: sections/background.md`); so a page of ours that somebody copied
elsewhere by hand is theirs, and is left alone. The files beside the pages do the same, each in a
way of its format that other readers pass over: an instruction to us in XML, a key `_digest` at
the top of JSON, a last name without a column in the first line of CSV, a comment at the top of a
style-sheet or script. What else stands in them is not this module's business.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING

from digest.errors import DigestError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FRONT_MATTER = re.compile(rb"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(rb"^digest-page:[ \t]*(\"?)(?P<path>.+?)\1[ \t]*\r?$", re.MULTILINE)
_INSTRUCTION = re.compile(rb"\A<\?xml [^<>]*\?>\s*<\?digest-page (?P<path>[^<>?]+)\?>")
_FIRST_KEYS = re.compile(
    rb"\A\{\s*(?:\"version\":\s*\"[^\"\\]*\",\s*)?"
    rb"\"_digest\":\s*\{\s*\"page\":\s*\"(?P<path>[^\"\\]+)\""
)
_LAST_NAME = re.compile(rb"\A[^\r\n\"]*,\"?digest-page: (?P<path>[^\r\n\"]+)\"?\r?\n")
_COMMENT = re.compile(rb"\A/\* digest-page: (?P<path>.+?) \*/")
# How a file of ours names itself, by the ending of its name.
_MARKS = {
    ".md": _KEY,
    ".atom": _INSTRUCTION,
    ".rss": _INSTRUCTION,
    ".json": _FIRST_KEYS,
    ".csv": _LAST_NAME,
    ".css": _COMMENT,
    ".js": _COMMENT,
}
_ODD = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]")
_BY_HAND = "is not a {} that Digest made", "move it away, or give it another name"


class HalfWrittenError(DigestError):
    """The disk refused when some pages were in place already; another run finishes the work."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the pages, each as its path below the folder, in order.

    Attributes:
        written: new, or different from what stood there.
        unchanged: the very same bytes stood there.
        removed: made by an earlier run and no longer made.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write(folder: Path, pages: Mapping[str, str]) -> Written:
    """Make `folder` hold exactly `pages`, by path below it, beside what others put there.

    Raises:
        DigestError: with every page that cannot be written, or the disk's complaint; nothing was
            touched.
        HalfWrittenError: the disk changed its mind half-way; every file is as it was or as it
            should be.
    """
    contents = _encoded(folder, pages)
    problems = [*_path_problems(folder, contents), *_disk_problems(folder, contents)]
    if problems:
        raise DigestError(problems)
    stale = [path for path in owned(folder) if path not in contents]
    fresh = [path for path, content in contents.items() if _differs(folder / path, content)]
    with _drafts(folder, {path: contents[path] for path in fresh}) as drafts:
        _publish(folder, stale, drafts)
    return Written(tuple(fresh), tuple(sorted(contents.keys() - fresh)), tuple(stale))


def owned(folder: Path) -> tuple[str, ...]:
    """Give the paths below `folder` of the pages that an earlier run made, in order."""
    return tuple(sorted(path for path in _files(folder) if _is_ours(folder / path, path)))


def _encoded(folder: Path, pages: Mapping[str, str]) -> dict[str, bytes]:
    contents, problems = {}, []
    for path, page in sorted(pages.items()):
        contents[path] = page.encode("utf-8", "surrogatepass")
        if _named(contents[path], path) != path.encode("utf-8", "surrogatepass"):
            what = f"the {_kind(path)} does not say 'digest-page: {path}'"
            problems.append(Problem(_shown(folder, path), None, what, "this is a fault of Digest"))
        elif (odd := re.search("[\ud800-\udfff]", page)) is not None:
            what = f"U+{ord(odd[0]):04X}, half a character, cannot be written"
            line = page.count("\n", 0, odd.start()) + 1
            problems.append(Problem(_shown(folder, path), line, what, "mend it in the source"))
    if problems:
        raise DigestError(problems)
    return contents


# ------------------------------------------------- what stands in the way


def _path_problems(folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    names = dict.fromkeys(paths)
    for path in names:
        if not _is_inside(path):
            what = f"the page path {path!r} does not lead to a page below the folder"
            yield Problem(str(folder), None, what)
            continue
        for name in _lineage(path):
            if (other := seen.setdefault(name.casefold(), name)) != name:
                what = f"differs from {other!r} in upper and lower case only"
                yield Problem(_shown(folder, name), None, what, "some disks hold one of them only")
        for parent in _lineage(path)[:-1]:
            if parent in names:
                what = f"is a page, and a folder for the page {path!r}"
                yield Problem(_shown(folder, parent), None, what)


def _is_inside(path: str) -> bool:
    # Names that begin with a dot are no pages: MkDocs does not look at them.
    return (
        _ODD.search(path) is None
        and PurePosixPath(path).suffix in _MARKS
        and not any(part == "" or part.startswith(".") for part in path.split("/"))
    )


def _lineage(path: str) -> list[str]:
    """Give `a`, `a/b` and `a/b/c.md` for `a/b/c.md`."""
    parts = path.split("/")
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _disk_problems(folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    if folder.exists() and not folder.is_dir():
        yield Problem(str(folder), None, "is a file", "a folder for the pages is needed here")
        return
    others = {
        name.casefold(): name
        for path in _files(folder)
        if not _is_ours(folder / path, path)
        for name in _lineage(path)
    }
    for path in filter(_is_inside, paths):
        yield from _obstacles(folder, path)
        twin = others.get(re.sub(r"/index\.md$", ".md", path).casefold(), path)
        if twin.count("/") != path.count("/"):
            what = f"has the address of the page {path!r}"
            yield Problem(_shown(folder, twin), None, what, _BY_HAND[1])
        other = others.get(path.casefold(), path)
        if other != path:
            what = f"differs from the {_kind(path)} {path!r} in upper and lower case only"
            yield Problem(_shown(folder, other), None, what, _BY_HAND[1])


def _obstacles(folder: Path, path: str) -> Iterator[Problem]:
    for name in _lineage(path):
        try:
            mode = (folder / name).lstat().st_mode
        except FileNotFoundError:
            return
        except OSError as error:
            yield _complaint(folder / name, error)
            return
        what = _obstacle(folder, name, mode, last=name == path)
        if what is not None:
            yield Problem(_shown(folder, name), None, what, _BY_HAND[1])
            return


def _obstacle(folder: Path, name: str, mode: int, *, last: bool) -> str | None:
    if S_ISLNK(mode):
        return f"is a link; Digest would write {f'a {_kind(name)}' if last else 'pages'} through it"
    if not last:
        return None if S_ISDIR(mode) else "is a file where a folder for pages is needed"
    if S_ISDIR(mode):
        return f"is a folder where a {_kind(name)} is needed"
    if not S_ISREG(mode) or not _is_ours(folder / name, name):
        return _BY_HAND[0].format(_kind(name))
    return None


# ------------------------------------------------------- what is ours


def _files(folder: Path) -> Iterator[str]:
    """Give the path below `folder` of every file that may be ours; neither links nor pipes."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = PurePosixPath(Path(parent).relative_to(folder).as_posix())
        for name in sorted(files):
            file = Path(parent, name)
            if file.suffix in _MARKS and file.is_file() and not file.is_symlink():
                yield str(base / name)


def _is_ours(file: Path, path: str) -> bool:
    try:
        return _named(file.read_bytes(), path) == os.fsencode(path)
    except OSError:
        return False


def _named(content: bytes, path: str) -> bytes | None:
    """Give the path that a file says it has; its real one tells the format."""
    # A reader of YAML, XML or JSON would be no safer: whatever it cannot read, we did not write.
    mark = _MARKS.get(PurePosixPath(path).suffix)
    if mark is _KEY:
        head = _FRONT_MATTER.match(content)
        content = head[1] if head else b""
    found = mark.search(content) if mark is not None else None
    return found["path"] if found else None


def _kind(path: str) -> str:
    return "page" if path.endswith(".md") else "file"


# --------------------------------------------------- what changes the disk


def _differs(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() != content
    except FileNotFoundError:
        return True
    except OSError as error:
        raise DigestError([_complaint(file, error)]) from error


@contextmanager
def _drafts(folder: Path, contents: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """Put every page's bytes on the disk under a passing name, so that a full disk shows here."""
    drafts: dict[str, Path] = {}
    made: list[Path] = []
    try:
        for path, content in contents.items():
            file = folder / path
            drafts[path] = _draft_of(file)
            try:
                made += _make_folders(file.parent)
                with drafts[path].open("xb") as out:
                    out.write(content)
            except OSError as error:
                raise DigestError([_complaint(file, error)]) from error
        yield drafts
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()
        for new in reversed(made):
            with suppress(OSError):  # …it holds pages now
                new.rmdir()


def _draft_of(file: Path) -> Path:
    # Next to its goal, for a rename works within one disk only; with a dot, so that a running
    # `mkdocs serve` takes it for no page; not by `mkstemp`, whose files nobody else may read.
    return file.parent / f".digest-{secrets.token_hex(8)}.tmp"


def _make_folders(folder: Path) -> list[Path]:
    missing = [new for new in (folder, *folder.parents) if not new.exists()]
    for new in reversed(missing):
        new.mkdir(exist_ok=True)
    return missing[::-1]


def _publish(folder: Path, stale: Iterable[str], drafts: Mapping[str, Path]) -> None:
    file = folder
    try:
        for path in stale:
            file = folder / path
            file.unlink()
            _remove_empty(file.parents[: path.count("/")])
        for path, draft in drafts.items():
            file = folder / path
            draft.replace(file)
    except OSError as error:
        raise HalfWrittenError([_complaint(file, error)]) from error


def _remove_empty(parents: Iterable[Path]) -> None:
    for parent in parents:
        if any(parent.iterdir()):
            return
        parent.rmdir()


def _shown(folder: Path, path: str) -> str:
    return (folder / path).as_posix()


def _complaint(file: Path, error: OSError) -> Problem:
    return Problem(file.as_posix(), None, f"cannot be written ({error.strerror or error})")
