"""The command line: what a user types, what it says, and the code it ends with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from digest import cli, pipeline
from digest.cli import main
from digest.errors import DigestError, Problem
from digest.overrule import FOLDED
from digest.write import HalfWrittenError
from tests.conftest import ENVIRONMENT, ROOT, Project, tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("remembered")

STORY = """\
Ferries Stay in Port

By Nora Quill

VELMOUTH, May 3 - No ferry left the harbour on Tuesday, the port said.

“We wait,” said Oswin Hale.
"""


@pytest.fixture
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Stand in a project's folder."""
    monkeypatch.chdir(project.folder)
    return project


# ----------------------------------------------------------------------- build


def test_build_says_what_it_did(here: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    said = capsys.readouterr().out
    assert "wrote docs/sections/closure.md\n" in said
    pages = said.count("wrote ")
    assert said.endswith(f"{pages} files written, 0 unchanged, 0 removed\n")

    assert main(["build"]) == 0
    assert capsys.readouterr().out == f"0 files written, {pages} unchanged, 0 removed\n"

    (here.sources / "undated-note.md").unlink()
    assert main(["build"]) == 0
    assert "removed docs/sources/undated-note.md\n" in capsys.readouterr().out


def test_the_address_of_the_site_is_typed_or_read_or_told_by_the_environment(
    here: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def base() -> str:
        assert main(["build"]) == main(["check"]) == 0
        feed = json.loads((here.docs / "feed.json").read_text("utf-8"))
        return str(feed.get("home_page_url"))

    assert base() == "None"
    monkeypatch.setenv("SITE_URL", "https://env.example/boats")
    assert base() == "https://env.example/boats/"  # mkdocs.yml names the variable
    (here.folder / "mkdocs.yml").write_text(
        "INHERIT: base.yml\nmarkdown_extensions: [attr_list, md_in_html]\n"
    )
    (here.folder / "base.yml").write_text(
        "site_url: https://file.example\nuse_directory_urls: false\n"
    )
    assert base() == "https://file.example/"
    assert "https://file.example/sections/fleet.html#" in (here.docs / "feed.rss").read_text(
        "utf-8"
    )
    (here.folder / "mkdocs.yml").unlink()
    assert base() == "https://env.example/boats/"

    assert main(["build", "--site-url", "https://typed.example"]) == 0
    assert main(["check", "--site-url", "https://typed.example"]) == 0
    assert "<link>https://typed.example/</link>" in (here.docs / "feed.rss").read_text("utf-8")
    assert main(["check"]) == 1
    capsys.readouterr()
    assert main(["build", "--site-url", "typed.example"]) == 1
    said = capsys.readouterr().err
    assert "--site-url: site_url is 'typed.example'; expected an address such as https://" in said
    assert said.endswith("1 problem; nothing was written\n")


def test_a_line_that_overrules_nothing_warns_and_fails_the_check(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with (here.sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write("\noverrule:\n  - {paragraph: no such words, speaker: Oswin Hale}\n")
    assert main(["build"]) == 0
    told = capsys.readouterr().err
    assert told.startswith("warning: sources/digest.yml:")
    assert "no paragraph has the words 'no such words' any more" in told
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "no paragraph has the words 'no such words' any more" in said
    assert said.endswith("1 problem; the pages are true, but what you decided is not on them\n")


def test_one_line_gives_a_paragraph_to_somebody_else(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with (here.sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write("\noverrule:\n  - {paragraph: not a museum, speaker: Oswin Hale}\n")
    assert main(["build"]) == 0
    page = (here.docs / "people" / "oswin-hale.md").read_text("utf-8")
    assert "The quay is a workplace, not a museum" in page
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""


def test_a_line_that_folds_is_on_the_pages_and_in_the_export(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with (here.sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write('\noverrule:\n  - {fold: [not a museum, "a survey found 14 cracked piles"]}\n')
    assert main(["build"]) == 0
    folded = [p for p in (here.docs / "sections").iterdir() if FOLDED in p.read_text("utf-8")]
    assert len(folded) == 1
    assert main(["check"]) == 0
    assert main(["export"]) == 0
    said = capsys.readouterr()
    assert f'"why": "{FOLDED}"' in said.out
    assert said.err == ""


# ------------------------------------------------------------------------- new


def test_new_says_what_it_made_and_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "ferries"]) == 0
    said = capsys.readouterr().out
    assert "made ferries/sources/digest.yml\n" in said
    assert "\nNext:\n  cd ferries\n" in said
    assert "\n  .venv/bin/mkdocs serve\n" in said
    before = tree(tmp_path)
    monkeypatch.chdir(tmp_path / "ferries")
    assert main(["new", "."]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "sources/digest.yml: is there already; name a folder without it\n" in told.err
    assert told.err.endswith("8 problems; nothing was written\n")
    assert tree(tmp_path) == before


# --------------------------------------------------------------------- explain


@pytest.mark.usefixtures("here")
def test_explain_says_what_was_made_of_a_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "lantern.md:15"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("sources/2031-03-04-lantern.md:15   (2031-03-04-lantern:3)\n")
    assert "Oswin Hale, a person" in said.out


@pytest.mark.usefixtures("here")
def test_explain_of_two_says_what_decided(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "lantern.md:19", "coast-radio.md:11"]) == 0
    said = capsys.readouterr().out
    assert "What became of them\n" in said
    assert "almost the same words" in said
    with pytest.raises(SystemExit):
        main(["explain", "one", "two", "three"])


@pytest.mark.usefixtures("here")
def test_explain_of_nothing_says_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "2031-03-04-lantern:300"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    first, last = said.err.splitlines()
    assert "did you mean '2031-03-04-lantern:3" in first
    assert last == "1 problem; nothing to explain"


# ------------------------------------------------------------------ everywhere


def test_build_from_elsewhere_gives_the_same_pages(here: Project, tmp_path: Path) -> None:
    assert main(["build"]) == 0
    other = tmp_path / "elsewhere" / "pages"
    assert main(["build", "--sources", str(here.sources), "--docs", str(other)]) == 0
    assert tree(other) == tree(here.docs)


def test_every_problem_is_a_line_and_nothing_is_written(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    before = tree(here.docs)
    (here.sources / "a.md").write_text("no front matter")
    (here.sources / "b.md").write_bytes(b"---\ntitle: \xff\n---\n\nText.\n")
    capsys.readouterr()
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    first, second, last = said.err.splitlines()
    assert first.startswith("sources/a.md:1: has no front matter; expected")
    assert second.startswith("sources/b.md:2: is not UTF-8 text")
    assert last == "2 problems; nothing was written"
    assert tree(here.docs) == before


def test_a_page_by_hand_in_the_way(here: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (here.docs / "index.md").write_text("# Mine\n")
    assert main(["build"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs/index.md: is not a page that Digest made; move it away, or give it another name",
        "1 problem; nothing was written",
    ]


@pytest.mark.usefixtures("here")
def test_half_a_build_is_called_that(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> None:
        raise HalfWrittenError([Problem("docs/index.md", None, "cannot be written (disk full)")])

    monkeypatch.setattr(cli, "write", failing)
    assert main(["build"]) == 1
    assert "1 problem; the pages are half written; run it again" in capsys.readouterr().err


# ----------------------------------------------------------------------- check


def test_check(here: Project, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "excerpts, each as its source has it; " in capsys.readouterr().out

    page = here.docs / "sources" / "2031-03-05-coast-radio.md"
    page.write_text(page.read_text("utf-8").replace("Osvin", "Oswin"), "utf-8")
    assert main(["check", "--config", "mkdocs.yml"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "docs/sources/2031-03-05-coast-radio.md:" in said.err
    assert said.err.endswith("problems; 'digest build' makes the pages anew\n")

    assert main(["check", "--config", "other.yml"]) == 1
    assert "other.yml: cannot be read" in capsys.readouterr().err


def test_check_needs_no_mkdocs_yml(here: Project, tmp_path: Path) -> None:
    folders = ["--sources", str(here.sources), "--docs", str(tmp_path / "alone" / "docs")]
    assert main(["build", *folders]) == 0
    assert main(["check", *folders]) == 0


# ------------------------------------------------------------------------- add


def test_add_says_what_it_wrote_and_what_comes_next(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (here.folder / "story.txt").write_text(STORY)
    assert main(["add", "story.txt", "--outlet", "The Lantern"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("story.txt → sources/story.md: 'Ferries Stay in Port'")
    assert "Nora Quill" in said
    assert said.splitlines()[-1].startswith("Next: ")
    assert 'outlet: "The Lantern"' in (here.sources / "story.md").read_text("utf-8")
    assert main(["build"]) == 0


def test_add_passes_every_option_on(here: Project) -> None:
    (here.folder / "story.txt").write_text(STORY)
    options = {
        "--title": "Another title", "--outlet": "The Lantern", "--published": "2031-05-03",
        "--url": "https://lantern.example/a", "--author": "N. N.", "--into": "new/sources",
    }  # fmt: skip
    words = [word for option in options.items() for word in option]
    assert main(["add", "story.txt", *words]) == 0
    written = (here.folder / "new" / "sources" / "story.md").read_text("utf-8")
    for value in list(options.values())[:-1]:
        assert value in written


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: does not exist"),
        (["digest.yml", "--published", "soon"], "--published: is 'soon'"),
        (["https://lantern.example//a"], "https://lantern.example//a: is a web address"),
        (["docs"], "docs: is a folder"),
    ],
)
def test_add_refuses(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", *words]) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.splitlines()[-1].endswith("; nothing was written")
    assert told.out == ""


def test_add_overwrites_nothing(here: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (here.folder / "undated-note.txt").write_text(STORY)
    before = tree(here.sources)
    assert main(["add", "undated-note.txt"]) == 1
    assert "would overwrite sources/undated-note.md" in capsys.readouterr().err
    assert tree(here.sources) == before


# ---------------------------------------------------------------------- export


def test_export_prints_or_writes_the_same(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["schema"] == 1
    assert main(["export", "--sources", str(here.sources), "--output", "all.json"]) == 0
    assert capsys.readouterr().out == ""
    assert (here.folder / "all.json").read_text("utf-8") == printed
    assert main(["export", "--output", "no/such/folder.json"]) == 1
    assert "no/such/folder.json: cannot be written" in capsys.readouterr().err


# --------------------------------------------------------------- help and usage


def test_help_lists_the_commands_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for command in ("new", "build", "check", "add", "explain", "export"):
        assert f"\n    {command} " in said
        assert f"\n  digest {command}" in said
    assert "fetch" not in said


@pytest.mark.parametrize("command", ["new", "build", "check", "add", "explain", "export"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: digest {command}")


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    version = [
        line
        for line in (ROOT / "pyproject.toml").read_text().splitlines()
        if line.startswith("version")
    ]
    assert capsys.readouterr().out.split()[1] in version[0]


@pytest.mark.parametrize(
    "words",
    [
        *(
            [],
            ["biuld"],
            ["add"],
            ["new"],
            ["new", "a", "b"],
            ["build", "--nope"],
            ["build", "extra"],
        ),
        # An empty name is a shell's variable that nobody set, and not the folder one stands in.
        *(["new", ""], ["add", ""], ["build", "--docs", ""], ["export", "--output="]),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: digest" in capsys.readouterr().err


# --------------------------------------------------- terminals, pipes, interrupts


def test_umlauts_in_a_plain_c_locale(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.folder / "story.txt").write_text(STORY.replace("Ferries", "Fähren 🎉"), "utf-8")
    for name in ("LC_ALL", "LANG"):
        monkeypatch.setitem(ENVIRONMENT, name, "C")
    for name in ("PYTHONUTF8", "PYTHONCOERCECLOCALE"):
        monkeypatch.setitem(ENVIRONMENT, name, "0")
    done = project.digest("add", "story.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "'Fähren 🎉 Stay in Port'" in done.stdout
    done = project.digest("export")
    assert "Boat Owners’ Union" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_name_that_is_no_text(project: Project) -> None:
    name = os.fsdecode(b"bad-\xff.txt")
    done = project.digest("add", name)
    assert done.returncode == 1
    assert "bad-\\udcff.txt: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_who_leaves_early(project: Project) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "digest", "export"],
        cwd=project.folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stderr:
        complaint = stderr.read()
    assert process.wait(timeout=60) == cli.PIPE_CLOSED
    assert complaint == b""


@pytest.mark.usefixtures("here")
def test_an_interrupt_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(pipeline, "read_all", interrupted)
    # What a shell runs in the background ignores an interrupt, and hands that down.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert main(["build"]) == cli.INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("here")
def test_only_what_digest_means_to_raise_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "read_all", broken)
    with pytest.raises(ZeroDivisionError):
        main(["build"])


def test_problems_are_told_once_and_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = Problem("a.md", 2, "is wrong"), Problem("b.md", None, "is wrong", "mend it")

    def broken(_: object) -> None:
        raise DigestError([second, first, second])

    monkeypatch.setattr(pipeline, "read_all", broken)
    assert main(["build"]) == 1
    assert (
        capsys.readouterr().err
        == "a.md:2: is wrong\nb.md: is wrong; mend it\n2 problems; nothing was written\n"
    )


# ------------------------------------------------------- from nothing to a site


def test_hostile_and_broken_files_from_add_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is added is either refused with a message, or builds and passes the check."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
        code = main(["add", name])
        said = capsys.readouterr().err
        assert (code, bool(said)) == ((1, True) if name.startswith("broken") else (0, False)), name
    assert main(["build"]) == 0
    assert (main(["check"]), capsys.readouterr().err) == (0, "")


HOSTILE = {
    "script.txt": b"<script>alert(1)</script>\n\nText with <img src=x onerror=alert(1)> in it.\n",
    "markdown.md": b"# A *title* {: onclick=x }\n\n> Quoted [link](javascript:alert(1)) &amp; <b>b</b>\n\n"
    b"- item\n- ![x](http://evil.example/x.png)\n\n```\ncode\n```\n\n[^1]: note\n\n{{ config }}\n",
    "front.md": b"---\ntitle: '<b>Bold</b> {{ x }} & more'\noutlet: 'A | B'\n---\n\n# Other title\n\nText.\n",
    "template.txt": b"{% include 'x' %} {{ 7 * 7 }} {# no #}\n\n--8<-- \"/etc/passwd\"\n",
    "yaml.txt": b'title: "x\nkey: [unclosed\n\n---\n\n!!python/object:x {}\n',
    "directions.txt": "A title \u202eevil\u202c\n\n\u2067Text\u2069 and \u200b zero \u00ad width.\n".encode(),
    "dos.txt": b"A title\r\n\r\nFirst.\r\n\r\nSecond line.\r\n",
    "utf16.txt": "A title\n\nSome wide text — with a dash.\n".encode("utf-16"),
    "long.txt": b"A title\n\n" + b"word " * 5_000 + b"\n",
    "one.txt": b"x",
    "nested.txt": b"A title\n\n" + b"> " * 500 + b"deep\n",
    "brackets.txt": b"A title\n\n" + b"[" * 5_000 + b"\n",
    "excerpt.txt": b'A title\n\n<p data-source="sources/x.md:1" data-paragraph="x:0">False words.</p>\n',
    "comment.md": b"A title\n\n<!-- hidden words -->\n\n[1]: https://x.example 'a title'\n\nText [1].\n",
    "broken-empty.txt": b"",
    "broken-blank.txt": b" \n\n\t\n",
    "broken-binary.txt": b"\x00\x01\x02\xff" * 100,
    "broken-latin.txt": "Überschrift\n\nText.\n".encode("latin-1"),
    "broken-huge.txt": b"word word word\n" * 200_000,
    "broken-page.txt": b"<!doctype html>\n<html><body>Text</body></html>\n",
    "broken-front.md": b"---\ntitle: [\n---\n\nText.\n",
    "broken-key.md": b"---\ntitel: x\n---\n\nText.\n",
}
