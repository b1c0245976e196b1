"""The whole site of the harbour's story, as it was last approved.

After a change that is meant, look at what `REFRESH_GOLDEN=1 pytest tests/test_golden.py`
changes below `tests/golden/` before committing it.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

from digest import pipeline
from digest.assets import assets
from digest.write import write
from tests.conftest import HARBOUR, ROOT, Project, tree

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from digest.model import Digest

GOLDEN = ROOT / "tests" / "golden" / "harbour"
REFRESH = "REFRESH_GOLDEN"


def _without_assets(files: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is the same for every story."""
    assert assets().keys() <= files.keys()
    return {path: content for path, content in files.items() if path not in assets()}


def test_the_site_is_the_approved_one(harbour: Digest) -> None:
    pages = _without_assets(pipeline.pages(harbour))
    if os.environ.get(REFRESH):
        write(GOLDEN, pages)
    approved = {path: content.decode() for path, content in tree(GOLDEN).items()}
    assert sorted(pages) == sorted(approved)
    for path, page in pages.items():
        assert page == approved[path], f"{path}: if this is meant, {REFRESH}=1 approves it"


def test_every_build_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the folder somebody stands in nor the order of a set may show on a page."""
    trees = []
    for seed, cwd in (("0", tmp_path), ("1", HARBOUR.parent), ("4242", ROOT)):
        docs = tmp_path / seed / "docs"
        sources = os.path.relpath(HARBOUR, cwd) if seed == "1" else HARBOUR
        arguments = ("build", "--sources", sources, "--docs", docs)
        done = Project(tmp_path).digest(*arguments, cwd=cwd, PYTHONHASHSEED=seed)
        assert (done.returncode, done.stderr) == (0, "")
        trees.append(_without_assets(tree(docs)))
    assert trees == [tree(GOLDEN)] * 3


def test_the_order_of_the_files_on_the_disk_does_not_matter(
    tmp_path: Path, harbour: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "harbour"
    folder.mkdir()
    for file in sorted(HARBOUR.iterdir(), reverse=True):
        shutil.copy(file, folder)
    original = type(folder).iterdir
    monkeypatch.setattr(type(folder), "iterdir", lambda self: sorted(original(self), reverse=True))
    assert pipeline.pages(pipeline.read(folder)) == pipeline.pages(harbour)
