"""`write`: the folder holds exactly the pages, and what others put there stays as it is."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.write import HalfWrittenError, owned, write

if TYPE_CHECKING:
    from collections.abc import Iterable


def page(path: str, text: str = "Text.") -> str:
    return f'---\ntitle: "A: page"\ndigest-page: "{path}"\n---\n\n{text}\n'


def pages(*paths: str, text: str = "Text.") -> dict[str, str]:
    return {path: page(path, text) for path in paths}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def refused(folder: Path, wanted: dict[str, str]) -> str:
    before = tree(folder)
    with pytest.raises(DigestError) as caught:
        write(folder, wanted)
    assert tree(folder) == before
    return str(caught.value)


def test_new_pages_are_written_and_their_folders_made(tmp_path: Path) -> None:
    docs = tmp_path / "new" / "docs"
    made = pages("index.md", "a/b/c.md", text="Ünïcode 🎉\r\nand \x0b odd")
    assert write(docs, made).written == ("a/b/c.md", "index.md")
    assert tree(docs) == {path: text.encode() for path, text in made.items()}


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    made = pages("index.md", "a/b.md")
    write(tmp_path, made)
    for file in tmp_path.rglob("*.md"):
        os.utime(file, (1, 1))
    again = write(tmp_path, made)
    assert (again.written, again.unchanged, again.removed) == ((), ("a/b.md", "index.md"), ())
    assert {file.stat().st_mtime for file in tmp_path.rglob("*.md")} == {1}


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    write(tmp_path, pages("a.md", "b.md"))
    result = write(tmp_path, {**pages("a.md"), **pages("b.md", text="New.")})
    assert (result.written, result.unchanged) == (("b.md",), ("a.md",))


def test_a_page_no_longer_made_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, pages("index.md", "a/b/c.md", "d/e.md"))
    (tmp_path / "d" / "picture.png").write_bytes(b"png")
    result = write(tmp_path, pages("index.md"))
    assert result.removed == ("a/b/c.md", "d/e.md")
    assert sorted(tree(tmp_path)) == ["d/picture.png", "index.md"]
    assert not (tmp_path / "a").exists()


def test_folders_that_were_empty_before_stay(tmp_path: Path) -> None:
    (tmp_path / "kept" / "empty").mkdir(parents=True)
    write(tmp_path, pages("index.md", "kept/a.md"))
    write(tmp_path, pages("index.md"))
    assert (tmp_path / "kept" / "empty").is_dir()


@pytest.mark.parametrize(
    "text",
    [
        "# By hand\n",
        "",
        "---\ntitle: By hand\n---\n",
        "---\ndigest-page: other.md\n---\n",  # ours, but copied here by hand
        "---\ntitle: x\n---\n---\ndigest-page: about.md\n---\n",
        "\n---\ndigest-page: about.md\n---\n",
        "---\ndigest-page: about.md\n",  # never closed: no front matter
        "---\nx: |\n  digest-page: about.md\n---\n",
    ],
)
def test_a_page_made_by_hand_is_never_touched(tmp_path: Path, text: str) -> None:
    (tmp_path / "about.md").write_text(text)
    assert "about.md: is not a page that Digest made" in refused(tmp_path, pages("about.md"))
    write(tmp_path, pages("index.md"))
    assert (tmp_path / "about.md").read_text() == text


def test_a_page_copied_by_hand_stays_when_its_original_goes(tmp_path: Path) -> None:
    write(tmp_path, pages("index.md", "a.md"))
    (tmp_path / "copy.md").write_bytes((tmp_path / "a.md").read_bytes())
    write(tmp_path, pages("index.md"))
    assert sorted(tree(tmp_path)) == ["copy.md", "index.md"]
    assert owned(tmp_path) == ("index.md",)


def test_a_page_of_ours_with_other_line_ends_is_still_ours(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(page("a.md").replace("\n", "\r\n").encode())
    assert write(tmp_path, pages("a.md")).written == ("a.md",)


def test_every_obstacle_is_named_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "hand.md").write_text("by hand")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "file").write_text("a file")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link.md").symlink_to(tmp_path / "elsewhere" / "x.md")
    (tmp_path / "Upper.md").write_text("by hand")
    (tmp_path / "Notes").mkdir()
    (tmp_path / "Notes" / "mine.md").write_text("by hand")
    os.mkfifo(tmp_path / "pipe.md")
    wanted = ["good.md", "hand.md", "folder.md", "file/a.md", "linked/a.md", "link.md", "upper.md"]
    message = refused(tmp_path, pages(*wanted, "notes/mine.md", "pipe.md"))
    assert "hand.md: is not a page that Digest made" in message
    assert "folder.md: is a folder where a page is needed" in message
    assert "file: is a file where a folder for pages is needed" in message
    assert "linked: is a link; Digest would write pages through it" in message
    assert "link.md: is a link; Digest would write a page through it" in message
    assert "Upper.md: differs from the page 'upper.md' in upper and lower case only" in message
    assert "mine.md: differs from the page 'notes/mine.md'" in message
    assert "pipe.md: is not a page that Digest made" in message
    assert "good.md" not in message


@pytest.mark.parametrize(
    "path",
    [
        "../out.md", "a/../../out.md", "a/../b.md", "/etc/out.md", "", ".", "a//b.md", "./a.md",
        "a\\b.md", "C:out.md", "a\nb.md", "a\0.md", ".hidden.md", ".git/a.md", "a.txt", "a/", "a",
    ],
)  # fmt: skip
def test_a_page_stays_below_the_folder(tmp_path: Path, path: str) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    message = refused(docs, pages(path))
    assert "does not lead to a page below the folder" in message or "fault of Digest" in message
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "paths", [("a.md", "A.md"), ("a/x.md", "A/y.md"), ("straße.md", "strasse.md")]
)
def test_names_that_some_disks_hold_to_be_one(tmp_path: Path, paths: tuple[str, ...]) -> None:
    assert "in upper and lower case only" in refused(tmp_path, pages(*paths))


def test_a_page_by_hand_with_the_address_of_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "Ferries.md").write_text("# Mine\n")
    told = refused(tmp_path, pages("ferries/index.md", "quay/index.md"))
    assert "Ferries.md: has the address of the page 'ferries/index.md'; move it away" in told


def test_a_page_cannot_be_a_folder_too(tmp_path: Path) -> None:
    assert "a folder for the page 'a.md/b.md'" in refused(tmp_path, pages("a.md", "a.md/b.md"))


def test_the_folder_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file")
    with pytest.raises(DigestError, match="docs: is a file"):
        write(tmp_path / "docs", pages("index.md"))


def test_a_style_sheet_says_so_at_its_top(tmp_path: Path) -> None:
    sheet = {"look/a.css": "/* digest-page: look/a.css */\nh1 { color: red }\n"}
    assert write(tmp_path, sheet).written == ("look/a.css",)
    assert write(tmp_path, {}).removed == ("look/a.css",)
    (tmp_path / "a.css").write_text("/* mine */")
    told = refused(tmp_path, {"a.css": "/* digest-page: a.css */"})
    assert "a.css: is not a " in told
    assert "that Digest made; move it away" in told


def test_a_page_must_name_itself(tmp_path: Path) -> None:
    assert "does not say 'digest-page: a.md'" in refused(tmp_path, {"a.md": page("b.md")})
    assert "does not say 'digest-page: a.md'" in refused(tmp_path, {"a.md": "# No key\n"})


def test_half_a_character_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "a.md:6: U+D83D" in refused(tmp_path, {"a.md": page("a.md", "x \ud83d y")})


def test_a_linked_docs_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "real")
    write(tmp_path / "docs", pages("a.md"))
    assert owned(tmp_path / "docs") == ("a.md",)


def test_what_a_link_leads_to_is_not_ours(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, pages("a.md"))
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "linked").symlink_to(outside)
    write(docs, pages("index.md"))
    assert owned(outside) == ("a.md",)


# What Digest puts beside the pages, each as it names itself.
FILES = {
    "feed.atom": '<?xml version="1.0" encoding="utf-8"?>\n<?digest-page {}?>\n<feed/>\n',
    "s/a.rss": '<?xml version="1.0" encoding="utf-8"?>\n<?digest-page {}?>\n<rss/>\n',
    "feed.json": '{{\n  "version": "https://x/1.1",\n  "_digest": {{\n    "page": "{}"\n  }}\n}}\n',
    "digest.json": '{{\n  "_digest": {{\n    "page": "{}"\n  }},\n  "schema": 1\n}}\n',
    "statements.csv": "\ufeffa,b,digest-page: {}\r\n1,2,\r\n",
    "a folder, \u00fc & more/statements.csv": '\ufeffa,b,"digest-page: {}"\r\n1,2,\r\n',
    "a folder, \u00fc & more/feed.atom": '<?xml version="1.0"?>\n<?digest-page {}?>\n<feed/>\n',
}


def files() -> dict[str, str]:
    return {path: text.format(path) for path, text in FILES.items()}


def test_files_beside_the_pages_come_stay_and_go(tmp_path: Path) -> None:
    made = pages("index.md") | files()
    assert write(tmp_path, made).written == tuple(sorted(made))
    assert owned(tmp_path) == write(tmp_path, made).unchanged == tuple(sorted(made))
    assert tree(tmp_path) == {path: text.encode() for path, text in made.items()}
    assert write(tmp_path, pages("index.md")).removed == tuple(sorted(FILES))
    assert sorted(tree(tmp_path)) == ["index.md"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_ours_copied_by_hand_is_theirs(tmp_path: Path, path: str) -> None:
    copy = tmp_path / "copy" / Path(path).name
    copy.parent.mkdir()
    copy.write_bytes(files()[path].encode())
    write(tmp_path, pages("index.md"))
    assert copy.read_bytes() == files()[path].encode()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("feed.atom", "<feed/>"),
        ("feed.atom", "<?xml version='1.0'?>\n<feed><?digest-page feed.atom?></feed>"),
        ("feed.atom", "<?xml version='1.0'?>\n<!-- <?digest-page feed.atom?> --><feed/>"),
        ("feed.json", "{}"),
        ("feed.json", '{"items": [], "_digest": {"page": "feed.json"}}'),
        ("feed.json", '{"title": "\\"_digest\\": {\\"page\\": \\"feed.json\\""}'),
        ("statements.csv", "speaker,words\r\ndigest-page: statements.csv,\r\n"),
        ("statements.csv", '"a\n,digest-page: statements.csv",b\r\n'),
        ("statements.csv", ""),
    ],
)
def test_a_file_made_by_hand_is_never_touched(tmp_path: Path, path: str, text: str) -> None:
    (tmp_path / path).write_text(text, newline="")
    assert f"{path}: is not a file that Digest made" in refused(tmp_path, files())
    write(tmp_path, pages("index.md"))
    assert (tmp_path / path).read_bytes() == text.encode()


def test_a_file_must_name_itself(tmp_path: Path) -> None:
    told = "the file does not say 'digest-page: other.csv'"
    assert told in refused(tmp_path, {"other.csv": files()["statements.csv"]})


def fail_on(monkeypatch: pytest.MonkeyPatch, method: str, *, after: int) -> None:
    original = getattr(Path, method)
    calls = iter(range(10_000))

    def failing(self: Path, *args: object, **kwargs: object) -> object:
        writes = method != "open" or "xb" in args
        if writes and next(calls) >= after:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Path, method, failing)


@pytest.mark.parametrize("method", ["open", "mkdir"])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    write(tmp_path, pages("a.md", "old.md"))
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        fail_on(patch, method, after=1)
        with pytest.raises(
            DigestError, match=r"cannot be written .No space left on device"
        ) as caught:
            write(tmp_path, pages("a.md", "x/b.md", "y/c.md", text="New."))
    assert not isinstance(caught.value, HalfWrittenError)
    assert tree(tmp_path) == before
    assert sorted(child.name for child in tmp_path.iterdir()) == ["a.md", "old.md"]


def test_a_disk_that_fails_half_way_leaves_whole_files_and_no_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = pages("a.md", "b.md"), pages("a.md", "b.md", text="New.")
    write(tmp_path, old)
    with monkeypatch.context() as patch:
        fail_on(patch, "replace", after=1)
        with pytest.raises(HalfWrittenError, match=r"b\.md: cannot be written"):
            write(tmp_path, new)
    assert tree(tmp_path) == {"a.md": new["a.md"].encode(), "b.md": old["b.md"].encode()}
    assert write(tmp_path, new).written == ("b.md",)


def test_others_may_read_a_page(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write(tmp_path, pages("a.md"))
    finally:
        os.umask(mask)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


names = st.text("abcdé-", min_size=1, max_size=3)
paths = st.lists(names, min_size=1, max_size=3).map("/".join).map(lambda path: f"{path}.md")
sets = st.dictionaries(paths, st.text(max_size=20))


@given(first=sets, second=sets, by_hand=st.sets(names))
def test_any_two_runs_end_with_exactly_the_second(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, str],
    second: dict[str, str],
    by_hand: Iterable[str],
) -> None:
    folder = tmp_path_factory.mktemp("docs")
    mine = {f"by-hand/{name}.md": b"mine" for name in by_hand}
    for path, content in mine.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    write(folder, {path: page(path, text) for path, text in first.items()})
    wanted = {path: page(path, text) for path, text in second.items()}
    write(folder, wanted)
    assert tree(folder) == mine | {path: text.encode() for path, text in wanted.items()}
