"""`ingest`: outside files become sources that read back as exactly their text."""

from __future__ import annotations

import re
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from digest import lexicon, reader, sourcefile
from digest.errors import DigestError
from digest.ingest import add
from digest.ingest.plaintext import as_markdown, paragraphs
from digest.load import load
from digest.segment import segment
from digest.text import squeeze
from tests.conftest import VERBATIM

if TYPE_CHECKING:
    from digest.ingest import Added
    from digest.model import Article

HERE = Path(__file__).parent
HEADLINES = tomllib.loads((HERE / "cases" / "headline.toml").read_text("utf-8"))["case"]
HOSTILE = [
    text
    for texts in yaml.safe_load((HERE / "cases" / "hostile.yml").read_text("utf-8")).values()
    for text in texts
    if squeeze(text) and not re.search("[\ud800-\udfff]", text)
]
SEEDS = HERE.parents[1] / "shared" / "seeds"
PROSE = (
    "The mayors of both towns agreed on Monday to build the bridge over the river together "
    "and to share what it costs."
)


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def added(
    folder: Path, text: str | bytes, name: str = "a.txt", **options: str
) -> tuple[Added, Article]:
    """Add one file, and load what became of it."""
    into = folder / "sources"
    (one,) = add([put(folder, name, text)], into=into, **options)
    (article,) = load(into).articles
    return one, article


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in segment([article])]


def problems(files: list[Path | str], into: Path, **options: str) -> list[str]:
    before = sorted(into.rglob("*"))
    with pytest.raises(DigestError) as caught:
        add(files, into=into, **options)
    assert sorted(into.rglob("*")) == before
    return [str(problem) for problem in caught.value.problems]


# ------------------------------------------------------------------- plain text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the repository")
def test_the_seeds_come_back_line_by_line(tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    add(files, into=tmp_path)
    lines = [
        squeeze(line)
        for file in files
        for line in file.read_text("utf-8").split("\n")
        if line.strip()
    ]
    articles = sorted(load(tmp_path).articles, key=lambda article: article.id)
    assert len(lines) == 74
    assert [text for article in articles for text in texts(article)] == lines
    assert not any("\\" in article.body for article in articles)


LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(HOSTILE),
        st.lists(
            st.sampled_from(
                [
                    *"ab1.*_`[]()!<>#=-+\\:| \t",
                    "http://x",
                    "[a]: http://b",
                    "1. ",
                    "<a://b>",
                    "    ",
                ]
            ),
            max_size=12,
        ).map("".join),
    ),
    max_size=8,
)


@VERBATIM
@given(LINES)
@example(
    [
        "1. a",
        "* a",
        "# a",
        "> a",
        "    a",
        "---",
        "***",
        "===",
        "a",
        "===",
        "[a]: http://b",
        "[a]",
        "<b>&amp;</b>",
    ]
)
@example(
    [
        "<a://b`c>",
        "\\*a\\*",
        "`a` ``b",
        "_a_ __b__",
        "![a](b)",
        "\x02\x02\x02\x02a",
        "a  ",
        "2023. A year.",
    ]
)
def test_plain_text_comes_back_line_by_line(lines: list[str]) -> None:
    text = "\n\n".join(lines).replace("\r", "\n")
    wanted = [squeeze(line) for line in text.split("\n") if squeeze(line)]
    body = as_markdown(text)
    assert body is not None
    assert [(block.kind, block.text) for block in reader.read(body)] == [
        ("paragraph", line) for line in wanted
    ]


@VERBATIM
@given(LINES)
def test_text_added_loaded_and_segmented_is_the_text(lines: list[str]) -> None:
    # Something that is no furniture, for an article must have a word.
    text = "\n\n".join(["Words.", *lines]).replace("\r", "\n").replace("\0", " ")
    with tempfile.TemporaryDirectory() as folder:
        one, article = added(Path(folder), text)
        wanted = [squeeze(line) for line in text.split("\n") if squeeze(line)]
        assert texts(article) == wanted
        assert one.paragraphs == len(wanted)
        source = Path(folder, "sources", "a.md").read_text("utf-8").split("\n")
        for paragraph in segment([article]):
            assert source[paragraph.line - 1].strip()


def test_backslashes_only_where_needed() -> None:
    body = as_markdown("Plain (a) - b_c <b> 3*4 &amp; #1\n# One\n2. Two\n*a*\n- b\n<http://c>")
    assert body == (
        "Plain (a) - b_c <b> 3*4 &amp; #1\n\n\\# One\n\n2\\. Two\n\n\\*a*\n\n\\- b\n\n`<http://c>`"
    )


WRAPPED = """\
Bridge opens
By Ann Lee

The mayors of both towns agreed on Monday to build the bridge over
the river together, and to share what it costs. Nobody had expected
that so soon.

The council of Upper Town had refused twice before. It says that the
ferry is enough
"""


def test_wrapped_lines_are_joined_where_they_are_wrapped() -> None:
    assert paragraphs(WRAPPED) == [
        "Bridge opens",
        "By Ann Lee",
        (
            "The mayors of both towns agreed on Monday to build the bridge over the river together, "
            "and to share what it costs. Nobody had expected that so soon."
        ),
        "The council of Upper Town had refused twice before. It says that the ferry is enough",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother line.\n\nA third",
        "JOIN TODAY\nand\nsome\nmore\nlabels",
        f"{PROSE}\n{PROSE}\n{PROSE}",
        f"{PROSE * 2}\nand goes on\nin small letters",
    ],
)
def test_lines_that_are_not_wrapped_stay_apart(text: str) -> None:
    assert paragraphs(text) == [line for line in text.split("\n") if line]


def test_a_text_of_signs_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.ingest.as_markdown", lambda _: None)
    file = put(tmp_path, "a.txt", "a")
    assert problems([file], tmp_path) == [
        f"{file}: is too full of signs; put it into several files, or write it as Markdown"
    ]


# ---------------------------------------------------------- what a text says of itself


@pytest.mark.parametrize("rule", lexicon.rules("head"), ids=lambda rule: rule.id)
def test_rules_hit_and_miss(rule: lexicon.Rule) -> None:
    assert rule.hit
    assert rule.miss
    assert [text for text in rule.hit if not rule.pattern.search(text)] == []
    assert [text for text in rule.miss if rule.pattern.search(text)] == []


@pytest.mark.parametrize("case", HEADLINES, ids=lambda case: case["name"])
def test_headlines(tmp_path: Path, case: dict[str, Any]) -> None:
    one, article = added(tmp_path, case["text"].replace("PROSE", PROSE))
    assert article.title == case.get("title", case.get("opening"))
    assert one.title_from == ("text" if "title" in case else "opening words")
    assert article.author == case.get("author")
    assert article.origin == case.get("origin")
    assert str(article.published or "") == case.get("published", "")
    recognised = [note.partition(" ")[0] for note in one.notes if " read in " in note]
    assert recognised == [key for key in ("author", "origin", "published") if key in case]


def test_a_long_first_word_is_cut(tmp_path: Path) -> None:
    _, article = added(tmp_path, "x" * 100)
    assert article.title == "x" * 89 + "…"


def test_notes_say_what_was_read_and_what_is_missing(tmp_path: Path) -> None:
    one, _ = added(tmp_path, f"By Ann Lee\n\n{PROSE}")
    assert one.notes == (
        "no headline found; the title is the opening words",
        "author 'Ann Lee' read in 'By Ann Lee'",
        "no outlet; --outlet says it",
        "no day of publication; --published says it",
    )
    assert (
        str(one)
        .splitlines()[0]
        .endswith(
            "a.md: 'The mayors of both towns agreed on Monday to build the brid…', 2 paragraphs"
        )
    )


# ----------------------------------------------------------- Markdown and options


def test_markdown_keeps_its_body_and_its_front_matter(tmp_path: Path) -> None:
    text = (
        "---\nurl: https://example.org\ntitle: Its own\nlanguage: de\n---\n\n\n* a\n\n# b\n\n<b>\n"
    )
    one, article = added(tmp_path, text, "a.markdown")
    assert (article.title, article.url, article.language) == (
        "Its own",
        "https://example.org",
        "de",
    )
    assert article.body.strip() == "* a\n\n# b\n\n<b>"
    assert (one.title_from, one.paragraphs, one.written.name) == ("front matter", 3, "a.md")


def test_markdown_without_front_matter_has_its_heading_for_a_title(tmp_path: Path) -> None:
    one, article = added(tmp_path, f"# Bridges\n\n{PROSE}\n", "a.md")
    assert (article.title, one.title_from) == ("Bridges", "text")


def test_options_win(tmp_path: Path) -> None:
    text = f"---\ntitle: a\nauthor: b\npublished: 2030-01-01\n---\nBy Bob Roe\n\n{PROSE}"
    options = {
        "title": 'A "title": of\nours # and --- more',
        "outlet": "The Lantern",
        "published": "2031-05-03",
        "url": "https://example.org/a?b=c",
        "author": "Ann Lee",
    }
    one, article = added(tmp_path, text, "a.md", **options)
    assert (article.title, one.title_from) == (squeeze(options["title"]), "option")
    assert (article.outlet, article.author) == ("The Lantern", "Ann Lee")
    assert (article.published, article.url) == (date(2031, 5, 3), options["url"])
    assert one.notes == ()


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_come_back(title: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, article = added(Path(folder), "Words.", title=title, author=title)
        assert (article.title, article.author) == (squeeze(title), squeeze(title))


@pytest.mark.parametrize(
    "data", ["\ufeffWörter.".encode(), "Wörter.".encode("utf-16"), b"W\xc3\xb6rter.\r\n"]
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    _, article = added(tmp_path, data)
    assert article.body == "Wörter.\n"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("000_2edee8d74421b712.txt", "000_2edee8d74421b712.md"),
        ("My Story (1).txt", "my-story-1.md"),
        (".hidden.txt", "hidden.md"),
        ("история.txt", "article.md"),
        ("a.b.md", "a.b.md"),
        ("noending", "noending.md"),
    ],
)
def test_names_of_sources(tmp_path: Path, name: str, written: str) -> None:
    (one,) = add([put(tmp_path, name, "Words.")], into=tmp_path / "new" / "sources")
    assert one.written == tmp_path / "new" / "sources" / written
    assert one.written.is_file()


# --------------------------------------------------------------- what is refused


def test_everything_wrong_at_once_and_nothing_written(tmp_path: Path) -> None:
    into = tmp_path / "sources"
    into.mkdir()
    put(into, "there.md", "Theirs.")
    files: list[Path | str] = [
        put(tmp_path, "good.txt", "Words."),
        put(tmp_path, "there.txt", "Words."),
        put(tmp_path, "GOOD.md", "Words."),
        put(tmp_path, "empty.txt", " \n---\n"),
        put(tmp_path, "binary.txt", b"GIF8\x00"),
        put(tmp_path, "latin.txt", b"a\ncaf\xe9"),
        put(tmp_path, "page.txt", "<!DOCTYPE html><p>Words."),
        put(tmp_path, "front.md", "---\ntitel: x\n---\nWords."),
        put(tmp_path, "open.md", "---\ntitle: x\n\nWords."),
        put(tmp_path, "targets.md", "[a]: http://b\n"),
        put(tmp_path, "large.txt", b"x" * 2_000_001),
        tmp_path / "missing.txt",
        tmp_path,
        "https://example.org/story",
    ]
    told = problems(files, into, published="3 May", title=" ", url="example.org", author="a\udcffb")
    assert sorted(told) == sorted(
        [
            "--author: is not UTF-8 text; expected UTF-8",
            "--published: is '3 May'; expected a day such as 2023-11-23",
            "--title: is empty; expected some words",
            "--title: is given for 14 files; add such files one by one",
            "--url: is 'example.org'; expected an address that begins with http:// or https://",
            "--url: is given for 14 files; add such files one by one",
            f"{tmp_path}: is a folder; expected a text file",
            f"{tmp_path}/GOOD.md: would be written to {into}/GOOD.md, as {tmp_path}/good.txt would; rename one of them",
            f"{tmp_path}/binary.txt: is not a text file; expected UTF-8 text",
            f"{tmp_path}/empty.txt: has no text; expected an article",
            f"{tmp_path}/front.md:2: unknown key 'titel'; did you mean 'title'?",
            f"{tmp_path}/large.txt: has 2,000,001 bytes; expected at most 2,000,000",
            f"{tmp_path}/latin.txt:2: is not UTF-8 text (byte 0xe9); save it again as UTF-8",
            f"{tmp_path}/missing.txt: does not exist; expected a text file",
            f"{tmp_path}/open.md:1: opens a front matter and never closes it; expected a line '---' after it",
            f"{tmp_path}/page.txt: is a web page with its code; save the page as text and add that",
            f"{tmp_path}/targets.md: has no text; expected an article",
            f"{tmp_path}/there.txt: would overwrite {into}/there.md; remove that, or rename the file",
            "https://example.org/story: is a web address, and fetching is not part of this version; save the page as text and add the file",
        ]
    )


def test_no_file_and_no_folder(tmp_path: Path) -> None:
    assert problems([], tmp_path) == ["FILE: is missing; expected the name of a text file"]
    file = put(tmp_path, "a.txt", "Words.")
    assert problems([file], file) == [f"{file}: is no folder; expected a folder to write to"]


def test_a_text_that_grows_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sourcefile, "LARGEST", 200)
    file = put(tmp_path, "a.txt", "Words of some length. " * 9)
    (told,) = problems([file], tmp_path / "sources")
    assert told == f"{file}: would make a source of more than 200 bytes; expected one article"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[Path | str] = [put(tmp_path, "a.txt", "Words."), put(tmp_path, "b.txt", "More.")]
    into = tmp_path / "sources"
    into.mkdir()
    opened = Path.open

    def full(path: Path, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as Path.open
        if path.name == "b.md":
            raise OSError(28, "No space left on device", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", full)
    assert problems(files, into) == [f"{into}/b.md: cannot be written (No space left on device)"]
