"""A small made-up story, and a project around it like the one in this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from digest.model import Digest

# HYPOTHESIS_PROFILE=thorough looks ten times as long.
settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# What takes longest begins first, so that no processor idles at the end: files are handed out whole.
LONGEST = (
    "test_hostile.py",
    "test_plugin.py",
    "test_site.py",
    "test_every_reader.py",
    "test_check.py",
    "test_entries.py",
    "test_cli.py",
    "test_lexicon.py",
    "test_drawings.py",
    "test_attribute.py",
    "test_feeds.py",
    "test_pace.py",
    "test_several.py",
    "test_golden.py",
    "test_compare.py",
)

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "tests" / "stories" / "harbour"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranks = {name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.name, len(ranks)))


@dataclass(frozen=True)
class Project:
    """A folder with an mkdocs.yml, sources and docs, and the commands somebody types there."""

    folder: Path

    @property
    def sources(self) -> Path:
        return self.folder / "sources"

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def digest(
        self, *arguments: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the `digest` command."""
        return self._run("digest", *arguments, cwd=cwd, **environment)

    def mkdocs(
        self, *arguments: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the `mkdocs` command."""
        return self._run("mkdocs", *arguments, cwd=cwd, **environment)

    def _run(
        self, module: str, *arguments: str | Path, cwd: Path | None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=cwd or self.folder,
            env=ENVIRONMENT | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


# The address of a real site, where one is published, is none of the tests'.
os.environ.pop("SITE_URL", None)

# Material announces MkDocs 2 above every command.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
# Dozens of commands are run: compiling the package for each of them anew takes a third of it.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project of its own that tells the harbour's story; no page is made yet."""
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copytree(HARBOUR, folder / "sources")
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Project(folder)


@pytest.fixture(scope="session")
def harbour() -> Digest:
    """Give the harbour's story as the stages understand it."""
    from digest import pipeline  # noqa: PLC0415 - a broken stage fails only what needs it

    return pipeline.read(HARBOUR)
