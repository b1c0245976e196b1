"""Builds this repository's site with MkDocs and with Zensical, and says what differs.

    python -m tests.zensical .venv/zensical/bin/zensical     (or: make zensical)

Zensical is to follow MkDocs; it reads the same `mkdocs.yml` and `docs/`, but runs no plugin of
ours. So the pages must be there as files, and the navigation is what it makes of the folders. Ends
with 1 where a page or a word of a source is missing, or is there that MkDocs does not have.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.conftest import ENVIRONMENT, ROOT, Project

if TYPE_CHECKING:
    from collections.abc import Iterator


class Comparison(NamedTuple):
    """What was found.

    Attributes:
        pages: how many both have.
        excerpts: how many words of sources stand on them.
        faults: a line for each page that differs.
        notes: what differs and harms nobody.
    """

    pages: int
    excerpts: int
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def compare(mkdocs: Path, zensical: Path) -> Comparison:
    """Hold the site that Zensical made against that of MkDocs."""
    ours, theirs = _pages(mkdocs), _pages(zensical)
    both = sorted(ours.keys() & theirs.keys())
    faults = [f"{path}: only MkDocs makes this page" for path in sorted(ours.keys() - theirs)]
    faults += [f"{path}: only Zensical makes this page" for path in sorted(theirs.keys() - ours)]
    for path in both:
        faults += _differences(path, ours[path], theirs[path])
    excerpts = sum(len(ours[path].excerpts) for path in both)
    return Comparison(len(both), excerpts, tuple(faults), _way(ours, theirs))


def _way(ours: dict[str, _Page], theirs: dict[str, _Page]) -> tuple[str, ...]:
    """Say how the navigation of the front page differs; not whether it should."""
    front = "index.html"
    if front not in ours or front not in theirs or ours[front].way == theirs[front].way:
        return ()
    has = f"the navigation is {_listed(theirs[front].way)}"
    return (f"{front}: {has}; MkDocs's is {_listed(ours[front].way)}",)


def _differences(path: str, ours: _Page, theirs: _Page) -> Iterator[str]:
    if ours.excerpts != theirs.excerpts:
        count = f"{len(theirs.excerpts)} excerpts, MkDocs's {len(ours.excerpts)}"
        yield f"{path}: words of sources differ ({count})"
    missing = sorted(ours.anchors - theirs.anchors)
    if missing:
        yield f"{path}: lacks the anchors {', '.join(missing[:5])}"


def _listed(names: list[str]) -> str:
    return " | ".join(names) or "nothing"


def _pages(site: Path) -> dict[str, _Page]:
    return {
        file.relative_to(site).as_posix(): _Page.of(file.read_text("utf-8"))
        for file in site.rglob("*.html")
    }


class _Page(HTMLParser):
    """What counts on a page: the words of sources, the anchors, the navigation."""

    def __init__(self) -> None:
        super().__init__()
        self.excerpts: list[tuple[str, str]] = []
        self.anchors: set[str] = set()
        self.way: list[str] = []
        self._source: str | None = None
        self._in_way = False

    @classmethod
    def of(cls, markup: str) -> _Page:
        """Read a page."""
        page = cls()
        page.feed(markup)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("id") or ""
        if name and not name.startswith("__"):  # the theme's own
            self.anchors.add(name)
        if given.get("data-source"):
            self._source = given["data-source"]
            self.excerpts.append((self._source or "", ""))
        self._in_way = tag == "a" and "md-tabs__link" in (given.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._source = None
        self._in_way = False

    def handle_data(self, data: str) -> None:
        if self._source is not None:
            source, words = self.excerpts[-1]
            self.excerpts[-1] = source, words + data
        if self._in_way and data.strip():
            self.way.append(data.strip())


def build(zensical: str, folder: Path) -> Comparison:
    """Build this repository's site twice in a folder of its own."""
    project = Project(folder / "project")
    for name in ("sources", "docs"):
        shutil.copytree(ROOT / name, project.folder / name)
    shutil.copy(ROOT / "mkdocs.yml", project.folder)
    done = project.run("mkdocs", "build", "--strict", "--site-dir", folder / "mkdocs")
    if done.returncode:
        sys.exit(done.stderr)
    command = [zensical, "build", "--strict"]
    # None of this interpreter's packages: it has its own, of other versions.
    alone = {name: value for name, value in ENVIRONMENT.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=project.folder, env=alone, check=True, timeout=300)
    return compare(folder / "mkdocs", project.site)


def main(zensical: str) -> int:
    """Build, compare, and say so."""
    with tempfile.TemporaryDirectory() as folder:
        found = build(str(Path(zensical).absolute()), Path(folder))
    for line in (*found.faults, *found.notes):
        print(line)  # noqa: T201 - it reports
    print(f"{found.pages} pages with {found.excerpts} excerpts in both")  # noqa: T201
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
