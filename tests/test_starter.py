"""`digest new`: from an empty folder to published pages, as somebody does it who has only Digest."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from digest import starter
from digest.assets import assets
from digest.errors import DigestError
from digest.starter import Installed, begin
from tests.conftest import ENVIRONMENT, ROOT, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

# Nobody's own settings of git, and an identity for whatever it is asked to commit.
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "user.name",
    "GIT_CONFIG_VALUE_0": "A test",
    "GIT_CONFIG_KEY_1": "user.email",
    "GIT_CONFIG_VALUE_1": "test@digest.example",
}


def run(folder: Path, *words: str | Path) -> str:
    """Run a command as it is installed, and give what it printed."""
    command, *arguments = map(str, words)
    installed = Path(sys.executable).with_name(command)
    done = subprocess.run(
        [installed if installed.exists() else command, *arguments],
        cwd=folder,
        env=ENVIRONMENT | GIT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new project under git, as nobody has touched it yet, with its site built."""
    folder = tmp_path_factory.mktemp("new") / "my ferries"
    said = run(folder.parent, "digest", "new", folder.name)
    assert "\n  cd 'my ferries'\n" in said
    run(folder, "git", "init", "--quiet", "--initial-branch=main")
    run(folder, "git", "add", ".")
    run(folder, "git", "commit", "--quiet", "--message", "Begin")
    run(folder, "mkdocs", "build", "--strict")
    return folder


def test_it_builds_strictly_and_passes_the_check(begun: Path) -> None:
    assert "each as its source has it" in run(begun, "digest", "check")
    page = (begun / "site" / "sources" / "example" / "index.html").read_text("utf-8")
    assert "Example: ferry strike enters second week" in page


def test_git_ignores_what_a_build_makes(begun: Path) -> None:
    assert run(begun, "git", "status", "--porcelain") == ""


def test_its_pages_can_be_published_on_a_branch(begun: Path, tmp_path: Path) -> None:
    run(tmp_path, "git", "init", "--quiet", "--bare", "host.git")
    run(begun, "git", "remote", "add", "origin", tmp_path / "host.git")
    run(begun, "mkdocs", "gh-deploy", "--strict")
    published = run(tmp_path / "host.git", "git", "ls-tree", "-r", "--name-only", "gh-pages")
    files = set(published.splitlines())
    assert files == {*tree(begun / "site"), ".nojekyll"}
    assert {"index.html", "404.html", "sources/example/index.html", *assets()} <= files


# --------------------------------------------------------------------- what it makes


def test_it_starts_as_this_repository_does() -> None:
    """Copies, for a package cannot reach beyond its folder: copy them again after a change."""
    for path in ("mkdocs.yml", "docs/about.md"):
        own = ROOT / "digest" / "starter" / starter._FILES[path]
        assert own.read_text("utf-8") == (ROOT / path).read_text("utf-8"), f"cp {path} {own}"


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            {"url": "file:///home/me/digest%20main", "dir_info": {"editable": True}},
            Installed("./wheels/news_digest-1.2-py3-none-any.whl", "/home/me/digest main"),
        ),
        (
            {"url": "file:///tmp/news_digest-1.2-py3-none-any.whl", "archive_info": {}},
            Installed(
                "./wheels/news_digest-1.2-py3-none-any.whl",
                "/tmp/news_digest-1.2-py3-none-any.whl",  # noqa: S108 - only a name
            ),
        ),
        (
            {
                "url": "https://host.example/digest.git",
                "vcs_info": {"vcs": "git", "commit_id": "1f2e", "requested_revision": "main"},
            },
            Installed("news-digest @ git+https://host.example/digest.git@1f2e"),
        ),
        (
            {"url": "https://host.example/news_digest-1.2.tar.gz", "archive_info": {}},
            Installed("news-digest @ https://host.example/news_digest-1.2.tar.gz"),
        ),
    ],
)
def test_it_requires_digest_from_where_others_can_have_it(
    origin: dict[str, Any], expected: Installed
) -> None:
    assert starter._requirement("1.2", origin) == expected


def test_the_wheel_has_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", tmp_path], cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("digest/")}
    own = {path.relative_to(ROOT).as_posix() for path in _own_files(ROOT / "digest")}
    assert packed == own
    assert "digest/starter/pages.yml" in packed


def _own_files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name != "__pycache__":
            yield from _own_files(path) if path.is_dir() else [path]


# ------------------------------------------------------------------ what it refuses


@pytest.mark.parametrize("path", ["README.md", ".gitignore", "sources/digest.yml", "docs", "here"])
def test_it_touches_nothing_that_is_there(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "here"
    (tmp_path / path if path == "here" else folder / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path if path == "here" else folder / path).write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(DigestError) as caught:
        begin(folder)
    assert f"here{'' if path == 'here' else '/' + path}: is " in str(caught.value)
    assert tree(tmp_path) == before


def test_it_goes_into_a_folder_with_other_things(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("mine")
    begun = begin(tmp_path)
    assert {*begun.files, tmp_path / "LICENSE"} == {tmp_path / path for path in tree(tmp_path)}


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = type(tmp_path).open

    def full(self: Path, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as `open` has it
        if self.name == "requirements.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(self, *arguments, **options)

    monkeypatch.setattr(type(tmp_path), "open", full)
    with pytest.raises(DigestError, match=r"requirements\.txt: cannot be written \(No space"):
        begin(tmp_path / "deep" / "down")
    assert [*tmp_path.iterdir()] == []
