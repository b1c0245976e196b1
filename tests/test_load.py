"""`load`: a folder of files into articles, or every problem of all of them at once."""

from __future__ import annotations

import os
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from digest.errors import DigestError
from digest.load import load, load_all

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = tomllib.loads((Path(__file__).parent / "cases" / "load.toml").read_text("utf-8"))
GOOD = "---\ntitle: Good\n---\n\nGood words.\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Give a sources folder with one good article."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "good.md").write_text(GOOD)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def problems(folder: Path, read: Callable[[Path], object] = load) -> list[str]:
    with pytest.raises(DigestError) as caught:
        read(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_what_is_wrong_is_told(sources: Path, case: dict[str, Any]) -> None:
    for name, text in case["files"].items():
        put(sources, name, text)
    assert problems(sources) == case["problems"]


@pytest.mark.parametrize("case", CASES["several"], ids=lambda case: case["name"])
def test_what_is_wrong_in_several_digests_is_told_at_once(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    sources = tmp_path / "sources"
    files = {"ferries/digest.yml": "title: Ferries", "ferries/good.md": GOOD} | case["files"]
    for name, text in files.items():
        put(sources, name, text)
    assert problems(sources, load_all) == case["problems"]


def test_several_digests_are_read_apart_with_whole_paths(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    put(sources, "digest.yml", "title: Two stories\nabout: Told once.")
    for name in ("quay", "ferries"):
        put(sources, f"{name}/digest.yml", f"title: The {name}")
        put(sources, f"{name}/sub/a.md", GOOD)
    put(sources, ".hidden/digest.yml", "")
    site = load_all(sources)
    assert (site.masthead.title, site.masthead.about) == ("Two stories", "Told once.")
    assert [(name, d.settings.title) for name, d in site.digests.items()] == [
        ("ferries", "The ferries"),
        ("quay", "The quay"),
    ]
    (article,) = site.digests["quay"].articles
    assert (article.id, article.file) == ("sub/a", "sources/quay/sub/a.md")
    one, other = (f"--sources {sources.as_posix()}/{name}" for name in ("ferries", "quay"))
    assert problems(sources) == [f"sources: holds 2 digests; say which: {one} or {other}"]
    assert load(sources / "quay").articles[0].id == "sub/a"


def test_one_digest_is_the_whole_site(sources: Path) -> None:
    put(sources, "digest.yml", "title: One\nabout: Told once.\nsections:\n  - id: news")
    site = load_all(sources)
    assert {name: each.settings for name, each in site.digests.items()} == {"": site.masthead}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("title: a\noutlet: One", "title: a\noutlet: Two"),
        ("title: a\npublished: 2031-05-03", "title: a\npublished: 2031-05-04"),
    ],
)
def test_a_reprint_is_no_duplicate(sources: Path, one: str, other: str) -> None:
    put(sources, "a.md", f"---\n{one}\n---\nThe same words.")
    put(sources, "b.md", f"---\n{other}\n---\nThe same words.")
    assert len(load(sources).articles) == 3


def test_file_names_that_make_one_page_name(sources: Path) -> None:
    put(sources, "a b.md", "---\ntitle: a\n---\nOne.")
    put(sources, "a/b.md", "---\ntitle: b\n---\nTwo.")
    assert {article.id for article in load(sources).articles} == {"a b", "a/b", "good"}


def test_an_article_with_everything(sources: Path) -> None:
    text = (
        "---\r\ntitle: The\r\n  bridge\r\noutlet: The Lantern\r\npublished: 2031-05-03T10:00:00Z\r\n"
        "url: https://example.org/a\r\nauthor: Ann Lee\r\norigin: ' Wire '\r\nlanguage: pt-BR\r\n"
        "retrieved: 2031-05-04\r\n---\r\n\r\nFirst.\r\n\r\nLast."
    )
    (sources / "sub").mkdir()
    (sources / "sub" / "a.b.MD").write_bytes(b"\xef\xbb\xbf" + text.encode())
    article = load(sources).articles[1]
    assert article.id == "sub/a.b"
    assert article.file == "sources/sub/a.b.MD"
    assert (article.title, article.outlet, article.origin) == ("The bridge", "The Lantern", "Wire")
    assert (article.published, article.retrieved) == (date(2031, 5, 3), date(2031, 5, 4))
    assert (article.url, article.author, article.language) == (
        "https://example.org/a",
        "Ann Lee",
        "pt-BR",
    )
    assert (article.body, article.body_line) == ("First.\n\nLast.", 13)


def test_what_may_be_left_out(sources: Path) -> None:
    (article,) = load(sources).articles
    assert article.language == "en"
    assert (article.outlet, article.origin, article.published, article.url) == (
        None,
        None,
        None,
        None,
    )
    assert load(sources).settings.title == "Digest"


def test_the_oldest_comes_first_and_what_has_no_day_before_it(sources: Path) -> None:
    for name, day in (("c", "2031-01-02"), ("a", "2031-01-02"), ("b", "2030-01-01")):
        put(sources, f"{name}.md", f"---\ntitle: {name}\npublished: {day}\n---\n{name} words")
    assert [article.id for article in load(sources).articles] == ["good", "b", "a", "c"]


def test_hidden_files_and_other_files_are_passed_over(sources: Path) -> None:
    for name in (".hidden.md", ".git/a.md", "notes.txt", "sub/.x/a.md", "picture.png"):
        put(sources, name, "no article")
    (sources / "nowhere.txt").symlink_to("nothing")
    assert len(load(sources).articles) == 1


def test_lines_count_whatever_ends_them(sources: Path) -> None:
    (sources / "a.md").write_bytes(b"---\rtitle: a\routlet: [b\r---\rWords.")
    assert problems(sources)[0].startswith("sources/a.md:4: cannot be read as YAML")


def test_links_and_folders_in_disguise(sources: Path, tmp_path: Path) -> None:
    put(tmp_path, "outside/a.md", GOOD)
    (sources / "folder.md").mkdir()
    (sources / "out.md").symlink_to(tmp_path / "outside" / "a.md")
    (sources / "far").symlink_to(tmp_path / "outside")
    (sources / "loop").symlink_to(sources)
    (sources / "broken.md").symlink_to("nothing.md")
    (sources / "round.md").symlink_to("round.md")
    os.mkfifo(sources / "pipe.md")
    assert problems(sources) == [
        "sources/broken.md: is a link to nothing; expected the file itself",
        "sources/far: is a link out of sources/; expected a file inside it; copy the file there",
        "sources/folder.md: is a folder; expected a file, or a folder without '.md'",
        "sources/loop: is a link to a folder; expected the folder itself",
        "sources/out.md: is a link out of sources/; expected a file inside it; copy the file there",
        "sources/pipe.md: is no file; expected a text file",
        "sources/round.md: is a link to nothing; expected the file itself",
    ]


def test_a_link_within_the_folder_is_a_copy(sources: Path) -> None:
    (sources / "a.md").symlink_to("good.md")
    assert problems(sources) == [
        (
            "sources/good.md: is the same article as sources/a.md; keep one of them; "
            "a reprint names its own outlet or day"
        )
    ]


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\x1b[2Jb.md", b"a\nb.md"])
def test_names_that_cannot_be_shown(sources: Path, name: bytes) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(sources), name))).write_text(GOOD)  # noqa: PTH118 - bytes
    (problem,) = problems(sources)
    assert problem.endswith(": has a name that cannot be shown; rename it")
    assert problem.isprintable()


def test_broken_bytes_and_size(sources: Path) -> None:
    (sources / "a.md").write_bytes("---\ntitle: é\n---\né".encode("utf-16"))
    (sources / "b.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    (sources / "c.md").write_bytes(GOOD.encode() + b"x" * 20_000_000)
    assert problems(sources) == [
        "sources/a.md:1: is UTF-16 text; expected UTF-8; save it again so",
        "sources/b.md:2: is not UTF-8 text (byte 0xe9); save it again as UTF-8",
        "sources/c.md: has 20,000,033 bytes; expected at most 2,000,000",
    ]


def test_no_folder_and_nothing_in_it(tmp_path: Path) -> None:
    assert problems(tmp_path / "sources") == [
        "sources: does not exist; expected a folder of articles"
    ]
    (tmp_path / "sources").touch()
    assert problems(tmp_path / "sources") == [
        "sources: is no folder; expected a folder of articles"
    ]
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == [
        "empty: has no articles; expected Markdown files (*.md); 'digest add FILE' makes one of a text"
    ]


def test_the_folder_one_stands_in_has_its_name(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sources)
    assert load(Path()).articles[0].file == "sources/good.md"


def test_a_folder_that_may_not_be_listed(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert problems(sources) == ["sources: cannot be read (Permission denied)"]


def test_texts_that_are_not_read_are_told(sources: Path) -> None:
    (sources / "a.md").write_text("---\ntitle: A\n---\nA text.\n")
    for name in ("b.txt", "sub/c.DOCX", "d.png"):
        (sources / name).parent.mkdir(exist_ok=True)
        (sources / name).write_text("A text.")
    expected = "expected Markdown (*.md); 'digest add FILE' makes one of a text"
    assert [str(notice) for notice in load(sources).notices] == [
        f"sources/b.txt: is not read; {expected}",
        f"sources/sub/c.DOCX: is not read; {expected}",
    ]


def test_two_digests_need_two_names(sources: Path) -> None:
    (sources / "good.md").unlink()
    for name, settings in (("one", "title: Bridge"), ("two", "title: Bridge"), ("three", "")):
        put(sources, f"{name}/digest.yml", settings)
        put(sources, f"{name}/a.md", GOOD)
    with pytest.raises(DigestError) as caught:
        load_all(sources)
    (problem,) = caught.value.problems
    assert str(problem) == (
        "sources/two/digest.yml: is called 'Bridge' like the digest of sources/one/digest.yml;"
        " expected a title, or an id, of its own"
    )
    put(sources, "two/digest.yml", "title: Bridge\nid: the-other-bridge")
    assert [*load_all(sources).digests] == ["one", "three", "two"]
