"""A small made-up story, and a project around it like the one in this repository."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
import warnings
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import Digest

# HYPOTHESIS_PROFILE=thorough looks ten times as long.
settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
# That text is shown as it is, whatever it contains, is the promise of all this: no fewer than these.
VERBATIM = settings(max_examples=max(50, settings().max_examples))

# What takes longest begins first, so that no processor idles at the end: groups are handed out whole.
LONGEST = (
    "browser",
    "test_hostile.py all_on",
    "test_hostile.py ours",
    "test_plugin.py",
    "eval/test_pace.py",
    "eval/test_scale.py",
    "test_check.py",
    "test_cli.py",
    "test_starter.py",
    "test_compare.py",
    "attribute/test_attribute.py",
    "test_lexicon.py",
    "test_golden.py",
    "test_feeds.py",
    "test_fold.py",
    "compose/test_made.py",
    "test_compose_addresses.py",
    "test_hostile.py",
    "test_several.py",
)

ROOT = Path(__file__).parents[1]
SITE = re.compile(r"\[(all_on|ours)\b")  # the fixtures that build the two sites of test_hostile.py
HARBOUR = ROOT / "tests" / "stories" / "harbour"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranks = {name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(group(item.nodeid), len(ranks)))


def pytest_collection_finish() -> None:
    """Let the collector of garbage look seldom, and never again at the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Hand tests to the processes in groups; marks for that are lost on pytest 9.2."""
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = group
    return scheduler


def group(nodeid: str) -> str:
    """Give what a test shares with others: a browser, a site that takes long to build, a file."""
    file, _, test = nodeid.removeprefix("tests/").partition("::")
    if file.startswith("browser/"):
        return "browser"
    site = SITE.search(test)
    return f"{file} {site[1]}" if site else file


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
        return self.run("digest", *arguments, cwd=cwd, **environment)

    def mkdocs(
        self, *arguments: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Do what the `mkdocs` command does, in this process, which has read all that it needs."""
        words = [*map(str, arguments)]
        out, err = StringIO(), StringIO()
        with chdir(cwd or self.folder), redirect_stdout(out), redirect_stderr(err):
            code = _mkdocs(words)
        return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())

    def run(
        self, module: str, *arguments: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in a process of its own, as a user does."""
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=cwd or self.folder,
            env=ENVIRONMENT | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def _mkdocs(words: list[str]) -> int:
    """Run MkDocs's command line; give the code it ends with."""
    from mkdocs.__main__ import ColorFormatter, cli  # noqa: PLC0415 - most tests need none of it
    from mkdocs.commands import build  # noqa: PLC0415

    ColorFormatter.text_wrapper.width = 0  # however wide the terminal is in which the tests run
    with warnings.catch_warnings(), pytest.raises(SystemExit) as ended:
        cli.main(words, prog_name="mkdocs")
    build.log.filters.clear()  # it says nothing twice, and would not for the next one either
    return int(ended.value.code or 0)


# The address of a real site, where one is published, is none of the tests'.
os.environ.pop("SITE_URL", None)

# Material announces MkDocs 2 above every command.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
ENVIRONMENT = {**os.environ}
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


@pytest.fixture(scope="module")
def remembered() -> Iterator[None]:
    """Let a module in which many tests tell one story understand it once."""
    from tests.remembering import remembering  # noqa: PLC0415 - as below

    with remembering():
        yield


@pytest.fixture(scope="session")
def harbour() -> Digest:
    """Give the harbour's story as the stages understand it."""
    from digest import pipeline  # noqa: PLC0415 - a broken stage fails only what needs it

    return pipeline.read(HARBOUR)
