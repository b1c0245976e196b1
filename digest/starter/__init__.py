"""Begins a digest of somebody's own: `digest new`.

The files beside this one are what a new project starts with. From then on they are the editor's;
what an upgrade should renew, such as the style-sheet, is written by every build instead.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from digest.errors import DigestError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PACKAGE = "news-digest"

# Where each file of a new project comes from; git and packagers would heed the dotted names here.
_FILES = {
    ".github/workflows/pages.yml": "pages.yml",
    ".gitignore": "gitignore",
    "README.md": "README.md",
    "docs/about.md": "about.md",
    "mkdocs.yml": "mkdocs.yml",
    "sources/digest.yml": "digest.yml",
    "sources/example.md": "example.md",
}
_REQUIREMENTS = "requirements.txt"

_BESIDE = """\
# Digest is on no package index. This is its wheel, in this folder, so that the workflow finds it;
# made from a checkout by: pip wheel --no-deps --wheel-dir wheels CHECKOUT
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """How somebody else can install the Digest that is running.

    Attributes:
        requirement: the line for pip.
        wheel_of: where the wheel that it names can be made from; None where it names none.
    """

    requirement: str
    wheel_of: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A new project.

    Attributes:
        files: that were made, in order.
        installed: what its requirements name.
    """

    files: tuple[Path, ...]
    installed: Installed


def begin(folder: Path) -> Begun:
    """Make a digest that is ready to fill, whole or not at all.

    Args:
        folder: where; made where it is missing. What is in it already stays as it is.

    Raises:
        DigestError: with everything that is in the way, or the disk's complaint.
    """
    installed = _installed()
    note = _BESIDE if installed.wheel_of else ""
    texts = {path: files(__name__).joinpath(own).read_text("utf-8") for path, own in _FILES.items()}
    texts[_REQUIREMENTS] = f"{note}{installed.requirement}\n"
    problems = [problem for path in sorted(texts) for problem in _obstacles(folder, path)]
    if problems:
        raise DigestError(problems)
    return Begun(_made(folder, dict(sorted(texts.items()))), installed)


def _obstacles(folder: Path, path: str) -> Iterator[Problem]:
    file = folder / path
    blocked = next((each for each in file.parents if each.exists() and not each.is_dir()), None)
    if blocked is not None:
        yield Problem(blocked.as_posix(), None, "is a file", "a folder is needed here")
    elif os.path.lexists(file):
        yield Problem(file.as_posix(), None, "is there already", "name a folder without it")


def _made(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    made: list[Path] = []
    done = False
    file = folder
    try:
        for path, text in texts.items():
            file = folder / path
            for parent in reversed([each for each in file.parents if not each.exists()]):
                parent.mkdir()
                made.append(parent)
            with file.open("x", encoding="utf-8", newline="\n") as out:
                made.append(file)
                out.write(text)
        done = True
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise DigestError([Problem(file.as_posix(), None, what)]) from error
    finally:
        if not done:
            _undo(made)
    return tuple(folder / path for path in texts)


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # the first complaint counts
            path.rmdir() if path.is_dir() else path.unlink()


# --------------------------------------------------------- where it was installed from


def _installed() -> Installed:
    """Say how the running Digest is installed: from an index, a repository, or a folder."""
    try:
        own = distribution(PACKAGE)
    except PackageNotFoundError as error:
        expected = "expected 'pip install' of its folder, for MkDocs finds it only then"
        raise DigestError([Problem(PACKAGE, None, "is not installed", expected)]) from error
    told = own.read_text("direct_url.json")  # as the packaging standards have pip note it
    if told is None:
        return Installed(f"{PACKAGE}=={own.version}")
    return _requirement(own.version, json.loads(told))


def _requirement(version: str, origin: dict[str, Any]) -> Installed:
    """Name a package that pip took from an address: again by that, if others can reach it."""
    address = urlsplit(origin["url"])
    if address.scheme == "file":
        wheel = f"./wheels/{PACKAGE.replace('-', '_')}-{version}-py3-none-any.whl"
        return Installed(wheel, url2pathname(address.path))
    if "vcs_info" in origin:
        how = origin["vcs_info"]
        return Installed(f"{PACKAGE} @ {how['vcs']}+{origin['url']}@{how['commit_id']}")
    return Installed(f"{PACKAGE} @ {origin['url']}")
