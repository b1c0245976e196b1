"""The plugin under MkDocs itself: a build, and a server whose pages follow the sources."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from digest import pipeline
from digest.model import FEED_FORMATS
from digest.plugin import DigestPlugin
from digest.write import write
from tests.conftest import ENVIRONMENT, ROOT, Project, tree
from tests.serving import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from digest.model import Digest

LANTERN = "2031-03-04-lantern.md"
LANTERN_PAGE = "sources/2031-03-04-lantern/"
OLD, NEW = "14 cracked piles", "15 cracked piles"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def settings(project: Project, **changes: object) -> None:
    """Change settings of the project's mkdocs.yml, whose tags only MkDocs can read."""
    file = project.folder / "mkdocs.yml"
    base = project.folder / "base.yml"
    if not base.exists():
        file.rename(base)
        file.write_text("INHERIT: base.yml")
    file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text("utf-8")) | changes), "utf-8")


# Prints what a theme is given and no more, so that a build takes no second.
THEME = """\
<title>{{ page.title }}</title>
{% for item in nav recursive %}<nav>{{ item.title }}</nav>
{{ loop(item.children) if item.children }}{% endfor %}
{{ page.content }}
"""


@pytest.fixture
def plain(project: Project) -> Project:
    """Give the project with a theme that has nothing but pages and navigation."""
    theme = project.folder / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(THEME)
    settings(project, theme={"name": None, "custom_dir": "theme"}, plugins=["digest"])
    return project


def navigation(project: Project) -> list[str]:
    return re.findall("<nav>(.*)</nav>", (project.site / "index.html").read_text("utf-8"))


# ------------------------------------------------------------------ mkdocs build


def test_a_strict_build_makes_pages_and_site(project: Project) -> None:
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert (project.docs / "index.md").is_file()
    assert OLD in (project.site / LANTERN_PAGE / "index.html").read_text("utf-8")


def test_feed_readers_find_the_feeds_of_a_page(project: Project) -> None:
    settings(project, site_url="https://news.example/boats")
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    for folder, feed in (("", "feed"), ("sections/fleet", "fleet")):
        page = (project.site / folder / "index.html").read_text("utf-8")
        head = page[: page.index("</head>")]
        ways = re.findall('<link rel="alternate feed" type="(.*?)" title=".*?" href="(.*?)">', head)
        assert [kind for kind, _ in ways] == [form.media_type for form in FEED_FORMATS]
        for form, (_, way) in zip(FEED_FORMATS, ways, strict=True):
            file = (project.site / folder / way).resolve()
            assert file.name == feed + form.ending
            assert file.read_bytes() == (project.docs / file.relative_to(project.site)).read_bytes()
            # …and a reader without one finds it at the foot of the page.
            assert f'<a href="{way}">{form.name}</a>' in page
    atom = (project.site / "sections" / "fleet.atom").read_text("utf-8")
    assert (
        'rel="self" type="application/atom+xml" href="https://news.example/boats/sections/' in atom
    )
    assert 'rel="alternate' not in (project.site / "people" / "index.html").read_text("utf-8")


def test_a_preview_does_not_put_its_own_address_into_the_feeds(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_url: https://news.example/boats/\n")
    plugin = DigestPlugin()
    config = MkDocsConfig(str(file))
    config.load_dict({"site_url": "http://127.0.0.1:8000/", "use_directory_urls": True})
    plugin.on_startup(command="build", dirty=False)
    assert plugin._site_url(config).base == "http://127.0.0.1:8000/"
    plugin.on_startup(command="serve", dirty=False)
    assert plugin._site_url(config).base == "https://news.example/boats/"


def test_it_builds_from_any_folder(plain: Project, tmp_path: Path, harbour: Digest) -> None:
    done = plain.mkdocs("build", "--strict", "-f", plain.folder / "mkdocs.yml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for path, page in pipeline.pages(harbour).items():
        # The folder of the story has another name, and the pages name it.
        made = (plain.docs / path).read_bytes().decode()
        assert made == page.replace("harbour/", "sources/")


def test_the_sources_may_be_elsewhere(plain: Project) -> None:
    plain.sources.rename(plain.folder / "articles")
    settings(plain, plugins=["search", {"digest": {"sources": "articles"}}])
    done = plain.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr


def test_a_broken_source_aborts_with_every_problem_and_keeps_the_pages(plain: Project) -> None:
    plain.mkdocs("build")
    before = tree(plain.docs)
    edit(plain.sources / LANTERN, "outlet:", "outled:")
    edit(plain.sources / "2031-05-13-courier.md", "2031-05-13", "2031-05-32")
    done = plain.mkdocs("build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "2 problems in the sources of the digest" in done.stderr
    assert f"sources/{LANTERN}:3: unknown key 'outled'; did you mean 'outlet'?" in done.stderr
    assert "sources/2031-05-13-courier.md:5: published is '2031-05-32'" in done.stderr
    assert tree(plain.docs) == before


def test_a_page_made_by_hand_aborts_the_build(plain: Project) -> None:
    (plain.docs / "index.md").write_text("# Mine\n")
    done = plain.mkdocs("build")
    assert done.returncode == 1
    assert "docs/index.md: is not a page that Digest made" in done.stderr
    assert (plain.docs / "index.md").read_text() == "# Mine\n"


def test_missing_sources_abort_the_build(plain: Project) -> None:
    settings(plain, plugins=["search", {"digest": {"sources": "nowhere"}}])
    done = plain.mkdocs("build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "nowhere" in done.stderr


# --------------------------------------------------------------------- navigation


def test_the_navigation_is_the_editors_sections_and_then_what_was_written_by_hand(
    plain: Project,
) -> None:
    (plain.docs / "about.md").write_text("# About *this* site\n")
    (plain.docs / "notes").mkdir()
    (plain.docs / "notes" / "first.md").write_text("# A first note\n")
    done = plain.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert navigation(plain) == [
        "Front page",
        "Sections",
        *("The closure", "What the Harbour Board says", "What the fishermen say", "Background"),
        *("Timeline", "People", "Outlets", "Sources"),
        "How this was made",
        "About this site",
        "Notes",
        "A first note",
    ]


def test_leaf_pages_stay_out_whatever_mkdocs_yml_forgets(plain: Project) -> None:
    settings(plain, not_in_nav="")
    done = plain.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "Oswin Hale" not in navigation(plain)


def test_an_editors_own_navigation_stays_as_it_is(plain: Project) -> None:
    nav = [{"Home": "index.md"}, {"Somebody": "people/oswin-hale.md"}]
    settings(plain, nav=nav, validation={"nav": {"omitted_files": "ignore"}})
    done = plain.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert navigation(plain) == ["Home", "Somebody"]


HOSTILE = "<script>alert(1)</script> & *stars* {{ config }} `code` [x](javascript:1) :smile:"


def test_hostile_titles_show_as_they_are_in_the_navigation(project: Project) -> None:
    edit(project.sources / "digest.yml", "title: The closure", f"title: '{HOSTILE}'")
    edit(
        project.sources / "digest.yml",
        "title: The East Quay of Saltmere",
        f"title: '{HOSTILE} 2'",
    )
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    page = (project.site / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    labels = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', page, re.DOTALL)
    escaped = HOSTILE.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    escaped = escaped.replace("{", "&#123;").replace("}", "&#125;")
    assert escaped in labels
    assert f"{escaped} 2" in labels


# -------------------------------------------------------------------- mkdocs serve


CALM = 0.2 + 4 * LOOKS  # MkDocs itself waits a tenth of a second for more changes


class Server:
    """A running `mkdocs serve`, its pages and what it prints."""

    def __init__(self, port: int, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self._log = log

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    @property
    def builds(self) -> int:
        return self.log.count("Building documentation...")

    @property
    def is_calm(self) -> bool:
        """Whether every build that began has ended; MkDocs says that in three ways."""
        ends = ("Serving on", "Reloading browsers", "An error happened during the rebuild")
        return sum(map(self.log.count, ends)) >= self.builds

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 - ours
                text: str = answer.read().decode("utf-8")
                return text
        except urllib.error.HTTPError as error:
            with error:
                return f"HTTP {error.code}"
        except OSError:
            return ""

    def wait(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + 30
        while not (condition() and self.is_calm):
            assert time.monotonic() < end, self.log
            time.sleep(0.05)

    def stays_calm(self, builds: int) -> None:
        """Wait longer than several looks of MkDocs take, and see that it builds no more."""
        time.sleep(CALM)
        assert self.builds == builds, self.log


@contextmanager
def serving(project: Project, *arguments: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project.folder / "serve.log"
    command = [sys.executable, "-m", "tests.serving", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, *arguments],
            cwd=project.folder,
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(port, log)
    try:
        server.wait(lambda: "Serving on" in server.log)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


@pytest.mark.serve
def test_one_change_is_one_rebuild(plain: Project) -> None:
    with serving(plain) as server:
        assert OLD in server.page(LANTERN_PAGE)
        assert server.builds == 1

        edit(plain.sources / LANTERN, OLD, NEW)
        server.wait(lambda: NEW in server.page(LANTERN_PAGE))
        server.stays_calm(2)

        new = plain.sources / "2031-06-01-new.md"
        new.write_text("---\ntitle: New\n---\n\nA new pile was seen on Monday.\n")
        server.wait(lambda: "new pile" in server.page("sources/2031-06-01-new/"))
        server.stays_calm(3)

        edit(plain.sources / "digest.yml", "title: The closure", "title: The closed quay")
        server.wait(lambda: "The closed quay" in server.page(""))
        new.unlink()
        server.wait(lambda: server.page("sources/2031-06-01-new/") == "HTTP 404")
        assert not (plain.docs / "sources" / new.name).exists()
        server.stays_calm(5)


@pytest.mark.serve
def test_a_save_that_changes_nothing_quick_edits_and_a_page_by_hand(plain: Project) -> None:
    with serving(plain) as server:
        pages = {path: (plain.docs / path).stat().st_mtime_ns for path in tree(plain.docs)}
        edit(plain.sources / "digest.yml", "# A made-up story", "# An invented story")
        server.wait(lambda: server.builds == 2)
        server.stays_calm(2)
        now = {path: (plain.docs / path).stat().st_mtime_ns for path in tree(plain.docs)}
        assert now == pages

        for pile in range(15, 25):
            edit(plain.sources / LANTERN, f"{pile - 1} cracked piles", f"{pile} cracked piles")
            time.sleep(0.01)
        server.wait(lambda: "24 cracked piles" in server.page(LANTERN_PAGE))
        builds = server.builds
        assert builds <= 4, server.log

        (plain.docs / "about.md").write_text("# About\n\nBy hand.\n")
        server.wait(lambda: "By hand." in server.page("about/"))
        assert "<nav>About</nav>" in server.page("")
        server.stays_calm(builds + 1)


@pytest.mark.serve
def test_while_a_source_is_broken_the_last_good_pages_stay(plain: Project) -> None:
    # Strictly, so that no warning of MkDocs goes unnoticed, and the error ends nothing.
    write(plain.docs, pipeline.pages(pipeline.read(plain.sources)))
    edit(plain.sources / LANTERN, "outlet:", "outled:")
    with serving(plain, "--strict") as server:
        assert f"sources/{LANTERN}:3: unknown key 'outled'" in server.log
        assert "The pages of the last good build stay until this is mended." in server.log
        assert OLD in server.page(LANTERN_PAGE)

        edit(plain.sources / LANTERN, "outled:", "outlet:")
        edit(plain.sources / LANTERN, OLD, NEW)
        server.wait(lambda: NEW in server.page(LANTERN_PAGE))
        server.stays_calm(2)

        edit(plain.sources / LANTERN, NEW, "16 cracked piles")
        edit(plain.sources / LANTERN, "2031-03-04", "2031-03-32")
        server.wait(lambda: "published is '2031-03-32'" in server.log)
        assert NEW in server.page(LANTERN_PAGE)
        assert "<nav>The closure</nav>" in server.page("")
        assert "Traceback" not in server.log

        edit(plain.sources / LANTERN, "2031-03-32", "2031-03-04")
        server.wait(lambda: "16 cracked piles" in server.page(LANTERN_PAGE))
        server.stays_calm(4)


@pytest.mark.serve
def test_serving_ends_at_once_if_there_is_nothing_to_show(plain: Project) -> None:
    edit(plain.sources / LANTERN, "outlet:", "outled:")
    done = plain.run("mkdocs", "serve", "-a", "127.0.0.1:0")
    assert done.returncode == 1
    assert "unknown key 'outled'" in done.stderr
    assert "Traceback" not in done.stderr
