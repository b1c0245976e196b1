"""Several digests on one site: a folder each, and a front page that lists them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from digest import pipeline
from digest.assets import assets
from digest.check import check
from digest.cli import main
from digest.compose import compose, overview
from digest.model import DigestsPage
from digest.write import write
from tests.conftest import HARBOUR, ROOT, Project, tree

if TYPE_CHECKING:
    from pathlib import Path

    from digest.check import Report
    from digest.model import Digest

pytestmark = pytest.mark.usefixtures("remembered")

STRIKE = """\
---
title: Ferry strike enters second week
outlet: The Lantern
published: 2031-06-02
---

The ferry crews will not return to work before Friday, their union said on Monday. Talks go on.
"""


@pytest.fixture
def several(tmp_path: Path) -> Project:
    """Give a project with two digests, the strike's the newer one; no page is made yet."""
    project = Project(tmp_path / "project")
    project.docs.mkdir(parents=True)
    project.sources.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project.folder)
    shutil.copytree(HARBOUR, project.sources / "quay")
    (project.sources / "digest.yml").write_text("title: Two *stories*\nabout: Told once.\n")
    ferries = project.sources / "ferries"
    ferries.mkdir()
    (ferries / "digest.yml").write_text("title: <b>Ferries</b>\nabout: Who stays in port.\n")
    (ferries / "strike.md").write_text(STRIKE)
    return project


def build(project: Project) -> None:
    write(project.docs, pipeline.site(pipeline.read_all(project.sources)))


def checked(project: Project) -> Report:
    return check(project.sources, project.docs, project.folder / "mkdocs.yml")


# ---------------------------------------------------------------------- the pages


def test_a_digest_has_the_pages_that_it_has_alone_in_its_folder(
    several: Project, harbour: Digest
) -> None:
    pages = pipeline.site(pipeline.read_all(several.sources))
    alone = {p: page for p, page in pipeline.pages(harbour).items() if p.endswith(".md")}
    for path, page in alone.items():
        moved = page.replace(f'digest-page: "{path}"', f'digest-page: "quay/{path}"')
        assert pages[f"quay/{path}"] == moved.replace("harbour/", "sources/quay/")
    others = {path.partition("/")[0] for path in pages.keys() - assets().keys()}
    assert others == {"index.md", "quay", "ferries"}


def test_the_front_page_lists_them_the_newest_first(several: Project) -> None:
    publication = pipeline.read_all(several.sources)
    sites = {folder: compose(digest) for folder, digest in publication.digests.items()}
    (page,) = overview(publication, sites).pages
    assert isinstance(page, DigestsPage)
    assert (page.title, page.about) == ("Two *stories*", "Told once.")
    assert [
        (card.link.text, card.link.page, card.counts.told.reports) for card in page.digests
    ] == [
        ("<b>Ferries</b>", "ferries/index.md", 1),
        ("The East Quay of Saltmere", "quay/index.md", 4),
    ]
    newest = page.digests[0].newest
    assert newest is not None
    assert newest.text == (
        "The ferry crews will not return to work before Friday, their union said on Monday."
    )
    assert (newest.mark.file, newest.mark.line) == ("sources/ferries/strike.md", 7)
    assert (newest.mark.page, newest.mark.anchor) == ("ferries/sources/strike.md", "p0")


def test_a_digest_that_tells_nothing_yet_is_listed_without_a_sentence(several: Project) -> None:
    (several.sources / "ferries" / "strike.md").write_text("---\ntitle: Soon\n---\n\n# Soon\n")
    build(several)
    assert checked(several).problems == ()
    assert "digest-text" in (several.docs / "index.md").read_text("utf-8")
    assert "sources/ferries/" not in (several.docs / "index.md").read_text("utf-8")


def test_the_navigation_has_each_digest_as_an_item(several: Project) -> None:
    front, ferries, quay = pipeline.make(pipeline.read_all(several.sources)).navigation
    assert front == {"All digests": "index.md"}
    assert ferries == {
        "&#60;b&#62;Ferries&#60;/b&#62;": [
            {"Front page": "ferries/index.md"},
            {"Sections": ["ferries/sections/background.md"]},
            "ferries/events/index.md",
            "ferries/people/index.md",
            "ferries/outlets/index.md",
            "ferries/sources/index.md",
            "ferries/how-this-was-made.md",
        ]
    }
    assert isinstance(quay, dict)
    assert [*quay] == ["The East Quay of Saltmere"]


def test_mkdocs_builds_them_strictly(several: Project) -> None:
    shutil.rmtree(several.sources / "quay")
    shutil.copytree(several.sources / "ferries", several.sources / "boats")
    (several.sources / "boats" / "digest.yml").write_text("title: Boats\n")
    done = several.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    page = (several.site / "index.html").read_text("utf-8")
    assert "<b>Ferries</b>" not in page
    assert 'href="ferries/sources/strike/#p0"' in page
    assert (several.site / "boats" / "sources" / "strike" / "index.html").is_file()


# -------------------------------------------------------------------------- check


def test_check_proves_all_of_them_at_once(several: Project, harbour: Digest) -> None:
    build(several)
    report = checked(several)
    assert report.problems == ()
    assert report.paragraphs == len(harbour.paragraphs) + 1
    assert report.pages == sum(path.endswith(".md") for path in tree(several.docs))


def test_check_finds_words_that_are_nobodys_on_any_page(several: Project) -> None:
    build(several)
    for path, old, new in (
        ("index.md", "before Friday", "before Sunday"),
        ("ferries/sections/background.md", "Talks go on", "Talks end"),
        ("quay/sources/undated-note.md", "he had not", "he had"),
    ):
        page = several.docs / path
        assert old in page.read_text("utf-8")
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    told = [str(each) for each in checked(several).problems if "is not in the source" in each.what]
    assert [line.removeprefix(several.folder.as_posix()).partition(":")[0] for line in told] == [
        "/docs/ferries/sections/background.md",
        "/docs/index.md",
        "/docs/quay/sources/undated-note.md",
    ]


# ----------------------------------------------------------------------- commands


@pytest.fixture
def here(several: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(several.folder)
    return several


def test_a_digest_removed_takes_its_pages_along(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    (here.docs / "quay" / "by-hand.md").write_text("# Mine\n")
    shutil.rmtree(here.sources / "quay")
    assert main(["build"]) == 0
    assert "removed docs/quay/index.md\n" in capsys.readouterr().out
    assert [*tree(here.docs / "quay")] == ["by-hand.md"]
    assert (main(["check"]), capsys.readouterr().err) == (0, "")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words", [["export"], ["explain", "strike.md:7"], ["add", "sources/ferries/strike.md"]]
)
def test_what_is_of_one_digest_asks_which(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(
        "sources: holds 2 digests; say which: --sources sources/ferries or --sources sources/quay\n"
    )


def test_one_digest_is_named_by_its_folder(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--sources", "sources/ferries"]) == 0
    assert '"file": "ferries/strike.md"' in capsys.readouterr().out
    assert main(["explain", "sources/ferries/strike.md:7", "--sources", "sources/ferries"]) == 0
    (here.folder / "more.txt").write_text("More of it\n\nThe crews met on Tuesday.\n")
    assert main(["add", "more.txt", "--sources", "sources/ferries"]) == 0
    assert (here.sources / "ferries" / "more.md").is_file()
    assert main(["build"]) == 0


def test_a_problem_names_the_file_with_its_folder(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (here.sources / "ferries" / "digest.yml").write_text("titel: Ferries\n")
    assert main(["build"]) == 1
    assert "sources/ferries/digest.yml:1: unknown key 'titel'" in capsys.readouterr().err
