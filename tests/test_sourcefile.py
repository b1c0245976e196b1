"""`sourcefile`: bytes into text, text into front matter and body, and back."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.sourcefile import FrontMatter, SourceFile, compose, day, is_address, read_text, split

if TYPE_CHECKING:
    from digest.errors import Problem


def bytes_read(path: Path, data: bytes, *, utf16: bool = False) -> tuple[str | None, list[str]]:
    path.write_bytes(data)
    problems: list[Problem] = []
    text = read_text(path, "a.md", problems, utf16=utf16)
    return text, [str(problem) for problem in problems]


def parts(text: str) -> tuple[SourceFile | None, list[str]]:
    problems: list[Problem] = []
    source = split(text, "a.md", problems)
    return source, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffé".encode(), "é"),
        (b"", ""),
    ],
)
def test_bytes_into_text(tmp_path: Path, data: bytes, text: str) -> None:
    assert bytes_read(tmp_path / "f", data) == (text, [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a\nb\n\xe9t\xe9", "a.md:3: is not UTF-8 text (byte 0xe9); save it again as UTF-8"),
        ("é".encode("utf-16"), "a.md:1: is UTF-16 text; expected UTF-8; save it again so"),
        ("é".encode("utf-32"), "a.md:1: is UTF-32 text; expected UTF-8; save it again so"),
        (b"GIF8\x00\x01", "a.md: is not a text file; expected UTF-8 text"),
        (b"x" * 2_000_001, "a.md: has 2,000,001 bytes; expected at most 2,000,000"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, problem: str) -> None:
    assert bytes_read(tmp_path / "f", data) == (None, [problem])


def test_utf16_where_it_is_welcome(tmp_path: Path) -> None:
    assert bytes_read(tmp_path / "f", "é\r\n“".encode("utf-16"), utf16=True) == ("é\n“", [])
    broken = "é".encode("utf-16") + b"\x00"
    assert bytes_read(tmp_path / "f", broken, utf16=True)[1] == [
        "a.md: is not UTF-16 text (byte 0x00); save it again as UTF-8"
    ]


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "f"
    with path.open("wb") as stream:
        stream.truncate(10**12)  # a hole; nothing of it is on the disk
    problems: list[Problem] = []
    assert read_text(path, "a.md", problems) is None
    assert str(problems[0]) == "a.md: has 1,000,000,000,000 bytes; expected at most 2,000,000"


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    problems: list[Problem] = []
    for name in ("pipe", ".", "nothing"):
        assert read_text(tmp_path / name, name, problems) is None
    assert [str(problem) for problem in problems] == [
        "pipe: is no file; expected a text file",
        ".: is a folder; expected a text file",
        "nothing: does not exist; expected a text file",
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Not by its mode: whoever is root may read any file.
    monkeypatch.setattr(Path, "open", refuse)
    (tmp_path / "f").touch()
    problems: list[Problem] = []
    assert read_text(tmp_path / "f", "a.md", problems) is None
    assert str(problems[0]) == "a.md: cannot be read (Permission denied)"


@pytest.mark.parametrize(
    ("text", "body", "body_line", "title_line"),
    [
        ("---\ntitle: a\n---\nb\n", "b\n", 4, 2),
        ("---\ntitle: a\n---\n\n\n    code\n", "    code\n", 6, 2),
        ("\n\n---\n\n\ntitle: a\n---\nb", "b", 8, 6),
        ("-----  \ntitle: a\n----\n---\nb", "---\nb", 4, 2),
        ("---\ntitle: a\n---", "", 3, 2),
    ],
)
def test_where_the_body_begins(text: str, body: str, body_line: int, title_line: int) -> None:
    source, problems = parts(text)
    assert problems == []
    assert source is not None
    assert (source.body, source.body_line, source.front_line) == (body, body_line, title_line)
    assert "\n".join(text.split("\n")[body_line - 1 :]).endswith(body)


@settings(deadline=None)
@given(
    st.builds(
        FrontMatter,
        title=st.text(),
        outlet=st.none() | st.text(),
        published=st.none() | st.dates(),
        url=st.none() | st.just("https://example.org/ü?a=b#c"),
        author=st.none() | st.text(),
        origin=st.none() | st.text(),
        language=st.sampled_from([None, "en", "pt-BR"]),
        retrieved=st.none() | st.dates(),
    ),
    st.text(),
)
@example(FrontMatter(title='a: "b"\n---\n\\ #c\x85\u2028\x07'), "---\nb")
def test_what_is_written_reads_back_exactly(front: FrontMatter, body: str) -> None:
    text = compose(front, body)
    source, problems = parts(text)
    assert problems == []
    assert source is not None
    for key in ("title", "outlet", "author", "origin"):
        said = getattr(front, key)
        assert getattr(source.front, key) == (said if said and said.strip() else None)
    for key in ("published", "url", "language", "retrieved"):
        assert getattr(source.front, key) == getattr(front, key)
    assert source.body.strip() == body.strip()
    assert text.endswith(body)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-11-14", date(2023, 11, 14)),
        ("2023-11-14T23:59:00+04:00", date(2023, 11, 14)),
        ("2023-11-14 10:00", date(2023, 11, 14)),
        *(
            (text, None)
            for text in (
                "2023-11-31",
                "20231114",
                "2023-W46-2",
                "14.11.2023",
                "2023-11-14x",
                "soon",
            )
        ),
        ("２０２３-１１-１４", None),
    ],
)
def test_days(text: str, value: date | None) -> None:
    assert day(text) == value


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://example.org", True),
        ("HTTP://example.org:8080/a?b=c#d", True),
        ("https://пример.рф/ü", True),
        *(
            (f"http{rest}", False)
            for rest in (
                "",
                "://",
                ":///a",
                "://[::1",
                "://a:99999",
                "://a b",
                "://..",
                "://a\u2028b",
            )
        ),
        *(
            (text, False)
            for text in (
                "javascript:alert(1)",
                "ftp://a.b",
                "//a.b",
                "a.b",
                'http://a"b',
                "http://a<b>",
            )
        ),
    ],
)
def test_addresses(text: str, good: bool) -> None:
    assert is_address(text) is good
