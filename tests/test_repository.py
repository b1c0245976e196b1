"""The repository's own files know everything that Digest makes."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from digest import pipeline
from digest.write import write
from tests.conftest import ROOT, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pipeline.pages(pipeline.read(ROOT / "sources"))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="an unpacked archive has no history")
def test_git_ignores_what_is_made(pages: dict[str, str]) -> None:
    made = "".join(f"docs/{path}\n" for path in pages)
    done = subprocess.run(
        ["git", "check-ignore", "--stdin"],
        input=made,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == made


def test_make_clean_removes_what_is_made_and_nothing_else(
    tmp_path: Path, pages: dict[str, str]
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for folder in ("docs", "digest", "tests"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs" / "about.md").write_text("By hand.")
    write(tmp_path / "docs", pages)
    subprocess.run(["make", "clean"], cwd=tmp_path, capture_output=True, check=True)
    assert sorted(tree(tmp_path)) == ["Makefile", "docs/about.md"]
