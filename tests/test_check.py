"""`check`: whatever is changed, lost or invented, it says where."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest import pipeline
from digest.check import check
from digest.check.changes import changes
from digest.check.page import Pages
from digest.check.source import Source
from digest.compose import compose
from digest.errors import DigestError
from digest.escape import plain
from digest.model import Publication
from digest.siteurl import SiteUrl
from digest.write import write
from tests.conftest import HARBOUR, ROOT, VERBATIM, Project, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.check import Report
    from digest.model import Digest

    Change = Callable[[dict[str, str]], None]

pytestmark = pytest.mark.usefixtures("remembered")

LANTERN = "sources/2031-03-04-lantern.md"
CLOSURE = "sections/closure.md"
STAYS = "boat owners stays away from Wednesday’s meeting"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the pages of the harbour's story, told from a folder named as a project's."""
    sources = tmp_path_factory.mktemp("fresh") / "sources"
    shutil.copytree(HARBOUR, sources)
    return pipeline.pages(pipeline.read(sources))


@pytest.fixture
def built(project: Project, fresh: dict[str, str]) -> Project:
    write(project.docs, fresh)
    return project


def checked(project: Project) -> Report:
    return check(project.sources, project.docs, project.folder / "mkdocs.yml")


def problems(project: Project) -> str:
    docs, lines = project.docs.as_posix(), checked(project).problems
    return "\n".join(str(line) for line in lines).replace(docs, "docs")


def edit(file: Path, old: str, new: str) -> int:
    """Change some words of a file; give their line."""
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())
    return text[: text.index(old)].count("\n") + 1


# ---------------------------------------------------------------- all is well


def test_a_fresh_build_passes_and_is_counted(built: Project, harbour: Digest) -> None:
    report = checked(built)
    assert report.problems == ()
    folded = sum(len(family.copies) for family in harbour.families)
    assert (report.kept, report.folded) == (len(harbour.families), folded)
    assert report.kept + report.folded + report.cut == report.paragraphs
    assert report.paragraphs == len(harbour.paragraphs)
    assert str(report) == (
        f"{report.pages} pages and {report.files} files with {report.excerpts} excerpts, "
        "each as its source has it; "
        f"{report.paragraphs} paragraphs: {report.kept} kept, {folded} folded, {report.cut} cut"
    )


def test_the_repositorys_own_sources_pass(tmp_path: Path) -> None:
    sources = ROOT / "sources"
    write(tmp_path, pipeline.pages(pipeline.read(sources)))
    assert check(sources, tmp_path, ROOT / "mkdocs.yml").problems == ()


def test_pages_by_hand_are_nobodys_business(built: Project) -> None:
    (built.docs / "about.md").write_text('# Mine\n\n<p data-source="x:1">Anything</p>\n')
    copy = (built.docs / "index.md").read_text("utf-8")
    (built.docs / "copy.md").write_text(copy + "and more", "utf-8")
    assert checked(built).problems == ()


def test_line_ends_of_another_system_are_no_matter(built: Project) -> None:
    for file in built.sources.glob("*.md"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(built).problems == ()


# ------------------------------------------------- as the sources give them


@pytest.mark.parametrize("part", [1 / 7, 2 / 3])
def test_any_changed_character_of_any_page_is_found_on_its_line(
    built: Project, part: float
) -> None:
    pages = pipeline.pages(pipeline.read(built.sources))
    changed = {}
    # One in every page at once: what is wrong with one page hides nothing of another.
    for path, page in pages.items():
        place = int(len(page) * part)
        char = "y" if page[place] == "x" else "x"
        (built.docs / path).write_bytes((page[:place] + char + page[place + 1 :]).encode())
        changed[path] = page[:place].count("\n") + 1, page[place]
    found = problems(built).split("\n")
    for path, (line, char) in changed.items():
        told = [each for each in found if each.startswith(f"docs/{path}:{line}: has ")]
        assert len(told) == 1, (path, line, char)
    for path, page in pages.items():
        (built.docs / path).write_bytes(page.encode())
    assert problems(built) == ""


def test_what_a_bound_of_quotation_leaves_out_is_accounted_for_and_shown_nowhere(
    built: Project, harbour: Digest
) -> None:
    settings = built.sources / "digest.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nquote: {{words: 12}}\n", "utf-8")
    write(built.docs, pipeline.pages(pipeline.read(built.sources)))
    assert problems(built) == ""
    made = plain(" ".join(file.decode("utf-8") for file in tree(built.docs).values()))
    whole = [paragraph.text.split() for paragraph in harbour.paragraphs]
    beyond = [plain(" ".join(words[-6:])) for words in whole if len(words) > 20]
    assert beyond
    assert [words for words in beyond if words in made] == []
    assert "more words" in made
    # But a word of an opening that is gone is missed.
    edit(built.docs / LANTERN, " fishing boats will", " boats will")
    assert "does not stand on the source's page" in problems(built)


def test_it_says_what_stands_there_and_what_should(built: Project) -> None:
    page = "sources/2031-03-05-coast-radio.md"
    line = edit(built.docs / page, "Wednesday’s meeting", "Thursday’s meeting")
    edit(built.docs / page, "Every paragraph", "Some paragraphs")
    found = problems(built)
    assert (
        f"docs/{page}:{line}: has …'t owners stays away from Thursday’s meeting in Sal'…" in found
    )
    assert "the sources give …'t owners stays away from Wednesday’s meeting in Sa'" in found
    assert "has '## Some paragraphs { #paragraphs }', the sources give '## Every" in found


def test_a_missing_page_and_one_too_many(built: Project) -> None:
    (built.docs / CLOSURE).unlink()
    extra = built.docs / "sections" / "old.md"
    extra.write_text("---\ndigest-page: sections/old.md\n---\n")
    found = problems(built)
    assert f"docs/{CLOSURE}: is missing; 'digest build' makes it anew" in found
    assert "docs/sections/old.md: says that Digest made it, but the sources give no" in found


def test_a_page_that_says_no_longer_that_it_is_ours(built: Project) -> None:
    edit(built.docs / CLOSURE, "digest-page:", "page:")
    assert f"docs/{CLOSURE}:4: has 'page:" in problems(built)


def test_a_source_changed_since_the_build(built: Project) -> None:
    edit(built.sources / "2031-03-04-lantern.md", "14 cracked", "15 cracked")
    found = problems(built)
    assert f"docs/{LANTERN}:" in found
    assert "17 after a survey found 14 cracked piles. It said' is not in the source" in found


def test_a_source_come_or_gone_since_the_build(built: Project) -> None:
    (built.sources / "undated-note.md").rename(built.sources / "note.md")
    found = problems(built)
    assert "docs/sources/undated-note.md: says that Digest made it" in found
    assert "docs/sources/note.md: is missing" in found
    assert "is said to come from a file that is no source" in found


def test_broken_bytes_on_a_page(built: Project) -> None:
    file = built.docs / LANTERN
    file.write_bytes(file.read_bytes().replace("’".encode(), b"\xe2\x80", 1))
    assert f"docs/{LANTERN}:" in problems(built)


def test_broken_sources_and_settings_are_problems_of_their_own(built: Project) -> None:
    (built.folder / "mkdocs.yml").write_text("a: [")
    with pytest.raises(DigestError, match=r"mkdocs\.yml: is not YAML"):
        checked(built)
    (built.folder / "mkdocs.yml").write_text("markdown_extensions: [no.such.extension]")
    with pytest.raises(DigestError, match=r"mkdocs\.yml: the Markdown extensions cannot be loaded"):
        checked(built)
    (built.folder / "mkdocs.yml").unlink()
    with pytest.raises(DigestError, match=r"mkdocs\.yml: cannot be read"):
        checked(built)
    edit(built.sources / "undated-note.md", "title:", "tilte:")
    with pytest.raises(DigestError, match="tilte"):
        checked(built)


def test_tags_in_mkdocs_yml_are_not_obeyed(built: Project) -> None:
    (built.folder / "mkdocs.yml").write_text(
        "site_url: !ENV [URL, '']\n"
        "hooks: !!python/object/apply:os.abort []\n"
        "markdown_extensions:\n"
        "  attr_list:\n"
        "  md_in_html:\n"
        "  toc: {permalink: true, slugify: !!python/object/apply:os.abort []}\n"
    )
    assert checked(built).problems == ()


@pytest.mark.parametrize(
    ("stands", "should", "said"),
    [
        ("a\nb\nc", "a\nb\nc", []),
        ("a\nX\nc", "a\nb\nc", [(2, "has 'X', the sources give 'b'")]),
        ("a\nc", "a\nb\nc", [(2, "lacks 'b'")]),
        ("a\nb\nc\nd", "a\nb\nd", [(3, "has 'c', which the sources do not give")]),
        ("a\r\nb", "a\nb", [(1, r"has 'a\r', the sources give 'a'")]),
        ("a", "a\n", [(2, "lacks ''")]),
        ("", "a", [(1, "has '', the sources give 'a'")]),
        ("X\nb\nY", "a\nb\nc", [(1, "has 'X', the sources give 'a'"), (3, "has 'Y', the sources give 'c'")]),
        ("x\n" * 9000, "y\n" * 9000, [(1, "has 'x', the sources give 'y'")]),
    ],
)  # fmt: skip
def test_changes(stands: str, should: str, said: list[tuple[int, str]]) -> None:
    assert list(changes(stands, should)) == said


# ----------------------- nothing invented, nothing lost: whoever made the pages


def remade(project: Project, monkeypatch: pytest.MonkeyPatch, change: Change) -> str:
    """Check pages that the pipeline itself made wrong."""
    pages = pipeline.pages(pipeline.read(project.sources))
    change(pages)
    write(project.docs, pages)
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "site", lambda *_: pages)
        return problems(project)


def swap(path: str, old: str, new: str) -> Change:
    def change(pages: dict[str, str]) -> None:
        assert old in pages[path]
        pages[path] = pages[path].replace(old, new)

    return change


@pytest.mark.parametrize("folder", ["sections/", "sources/", "people/", "index"])
def test_invented_words(project: Project, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    told: list[str] = []

    def invent(pages: dict[str, str]) -> None:
        path, excerpt = next(
            (path, line)
            for path in sorted(pages)
            if path.startswith(folder) and path.endswith(".md")
            for line in pages[path].split("\n")
            if "data-source" in line
        )
        pages[path] = pages[path].replace(excerpt, excerpt.replace("</p>", " Really?</p>"))
        told.append(path)

    found = remade(project, monkeypatch, invent)
    assert f"docs/{told[0]}:" in found
    assert " Really?' is not in the source; see sources/" in found


@pytest.mark.parametrize(
    "path",
    ["feed.atom", "sections/fleet.rss", "sections/fleet.json", "digest.json", "statements.csv"],
)
def test_invented_words_in_a_file_beside_the_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    lines: list[int] = []

    def invent(pages: dict[str, str]) -> None:
        at = pages[path].index(STAYS[:20])
        lines.append(pages[path].count("\n", 0, at) + 1)
        pages[path] = pages[path].replace(STAYS[:20], f"never {STAYS[:20]}")

    found = remade(project, monkeypatch, invent)
    assert f"docs/{path}:{lines[0]}: " in found
    assert f"never {STAYS[:16]}" in found
    assert "is not in the source; see sources/2031-03-05-coast-radio.md:7" in found


@pytest.mark.parametrize(("path", "old", "new"), [
    ("feed.atom", "coast-radio.md:7", "coast-radio.md:9"),
    ("digest.json", '"line": 7', '"line": 9'),
    ("statements.csv", "coast-radio.md:7", "coast-radio.md:9"),
])  # fmt: skip
def test_a_wrong_line_in_a_file_beside_the_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
) -> None:
    found = remade(project, monkeypatch, swap(path, old, new))
    assert f"docs/{path}:" in found
    assert "does not stand there but on line 7 of sources/2031-03-05-coast-radio.md" in found


@pytest.mark.parametrize(
    "broken", ["", "{}", "[]", "<feed>", '{"items": [{}]}', "a,b\r\n1,2\r\n", "\0"]
)
def test_a_broken_file_beside_the_pages_is_a_difference(built: Project, broken: str) -> None:
    paths = ["feed.atom", "feed.rss", "feed.json", "digest.json", "statements.csv"]
    for path in paths:
        (built.docs / path).write_text(broken)
    found = problems(built)
    assert all(f"docs/{path}:1: " in found for path in paths)


def test_the_feeds_are_held_against_the_address_of_the_site(built: Project) -> None:
    digest, config = pipeline.read(built.sources), built.folder / "mkdocs.yml"
    address = SiteUrl("https://news.example/boats/")
    write(built.docs, pipeline.pages(digest, address))
    assert check(built.sources, built.docs, config, address).problems == ()
    assert "https://news.example/boats/" in problems(built)


def test_markup_of_an_article_that_takes_effect(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "sources/2031-03-05-coast-radio.md"
    found = remade(project, monkeypatch, swap(path, "&#60;shrug&#62;", "<shrug>"))
    assert "the offer 12 berths & a .' is not in the source" in found


def test_words_that_stand_on_another_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = remade(project, monkeypatch, elsewhere("coast-radio.md:7", "coast-radio.md:9"))
    assert "does not stand there but on line 7 of sources/2031-03-05-coast-radio.md" in found
    found = remade(project, monkeypatch, swap(LANTERN, "lantern.md:26", "lantern.md:25"))
    assert "berths for 31 boats; the West Quay has 12.' does not stand on line 25 of the" in found


def test_words_of_another_source(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    found = remade(project, monkeypatch, elsewhere("2031-03-05-coast-radio.md:7", "other.md:7"))
    assert f"{STAYS[:30]}" in found
    assert "is said to come from a file that is no source" in found


def test_a_source_without_a_line(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    found = remade(project, monkeypatch, elsewhere("coast-radio.md:7", "coast-radio.md"))
    assert "is said to come from a file that is no source" in found


def test_words_of_another_paragraph(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(pages: dict[str, str]) -> None:
        path = home(pages, STAYS)
        excerpt = row(pages[path], STAYS)
        words = excerpt[excerpt.index(">") + 1 : excerpt.index("</p>")]
        other = "“Free of charge is easy to say when there is no room,” Hale replied"
        pages[path] = pages[path].replace(excerpt, excerpt.replace(words, other))

    assert "Hale…' stands in another paragraph" in remade(project, monkeypatch, change)


def home(pages: dict[str, str], words: str) -> str:
    """Give the section page that shows these words."""
    return next(path for path, page in pages.items() if path[:9] == "sections/" and words in page)


def elsewhere(old: str, new: str) -> Change:
    """Change what the section page says about the paragraph that stays away."""

    def change(pages: dict[str, str]) -> None:
        path = home(pages, STAYS)
        excerpt = row(pages[path], STAYS)
        assert old in excerpt
        pages[path] = pages[path].replace(excerpt, excerpt.replace(old, new))

    return change


def row(page: str, words: str) -> str:
    """Give the excerpt's line of a page that has these words."""
    return next(line for line in page.split("\n") if words in line and "data-source" in line)


def test_a_paragraph_lost_from_its_sources_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(pages: dict[str, str]) -> None:
        pages[LANTERN] = pages[LANTERN].replace(row(pages[LANTERN], "workplace"), "")

    found = remade(project, monkeypatch, lose)
    assert "sources/2031-03-04-lantern.md:" in found
    assert "workplace, not a museum.' does not stand on the source's page" in found
    assert f"stands nowhere on docs/{LANTERN}; expected once" in found


def test_half_a_paragraph_lost(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    found = remade(project, monkeypatch, swap(LANTERN, " and last until the autumn", ""))
    assert "lantern.md:19: 'The Harbour Board closed" in found


def test_a_paragraph_shown_twice_or_in_the_wrong_section(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def twice(pages: dict[str, str]) -> None:
        right = home(pages, STAYS)
        wrong = next(path for path in pages if path[:9] == "sections/" and path != right)
        excerpt = row(pages[right], STAYS)
        pages[right] += f"\n{excerpt}\n"
        pages[wrong] += f"\n{excerpt}\n"
        told.extend((right, wrong))

    found = remade(project, monkeypatch, twice)
    where = "sources/2031-03-05-coast-radio.md:7: this paragraph stands"
    assert f"{where} 2 times on docs/{told[0]}; expected once" in found
    assert f"{where} once on docs/{told[1]}; expected nowhere" in found


def test_a_cut_paragraph_in_a_section(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(pages: dict[str, str]) -> None:
        pages[CLOSURE] += "\n" + row(pages[LANTERN], "Subscribe to our newsletter") + "\n"

    found = remade(project, monkeypatch, add)
    assert f"this paragraph stands once on docs/{CLOSURE}; expected nowhere" in found


def test_a_folded_text_that_is_not_shown(
    project: Project, monkeypatch: pytest.MonkeyPatch, harbour: Digest
) -> None:
    folded = next(copy.paragraph for family in harbour.families for copy in family.copies)
    told: list[str] = []

    def hide(pages: dict[str, str]) -> None:
        path = home(pages, f'data-paragraph="{folded}"')
        pages[path] = pages[path].replace(row(pages[path], folded), "")
        told.append(path)

    found = remade(project, monkeypatch, hide)
    assert f"this paragraph stands nowhere on docs/{told[0]}; expected once" in found


def test_two_fates_and_none(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = pipeline.read(built.sources)
    others = [family for family in digest.families if not family.copies]
    first = next(family for family in digest.families if family.copies)
    twice = replace(others[0], copies=first.copies)
    texts = {label.paragraph for label in digest.labels if label.kind == "text"}
    cut = next(label for label in digest.labels if label.paragraph not in texts)
    broken = replace(
        digest,
        families=(first, twice, *others[1:]),
        labels=tuple(label for label in digest.labels if label is not cut),
    )
    pages, laid_out = pipeline.pages(digest), compose(digest)
    only = Publication(broken.title, broken.about, {"": broken})
    monkeypatch.setattr(pipeline, "site", lambda *_: pages)
    monkeypatch.setattr(pipeline, "read_all", lambda _: only)
    monkeypatch.setattr("digest.check.compose", lambda _: laid_out)
    found = problems(built)
    assert "this paragraph is folded and folded; expected one of them" in found
    assert "this paragraph is neither kept, folded nor cut" in found


# -------------------------------------------------------- what a source says

BODY = """\
---
title: A title
---

First paragraph, *with* emphasis and a [link](https://x.example/a_b_c).

# A heading
> “Quoted words,” somebody
> said &amp; <b>left</b>.

1. One item
2. Another `code & <more>` item

- ![a picture](x.png) of it

Last one has \\*stars\\*
in two lines<br>here.

    code with

    a blank line
"""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (5, "First paragraph, with emphasis and a link."),
        (7, "A heading"),
        (8, "“Quoted words,” somebody said &amp; <b>left</b>."),
        (11, "One item"),
        (12, "Another code & <more> item"),
        (14, "a picture of it"),
        (16, "Last one has *stars* in two lines<br>here."),
        (19, "code with a blank line"),
    ],
)
def test_a_source_says_its_words(line: int, words: str) -> None:
    source = Source(BODY)
    assert source.missing(words) is None
    assert source.missing(words[3:-3]) is None
    assert source.misplaced(words, line) is None


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("First paragraph, without emphasis", "'First paragraph, without emphasis'"),
        ("Last one has stars in two", "'Last one has stars in two'"),
        ("title: A title", "'title: A title'"),  # front matter is no text
        ("a link. A heading", "'a link. A heading'"),  # never across two blocks
        ("“Quoted words,” somebody said & left.", "'d words,” somebody said & left.'"),
    ],
)
def test_a_source_does_not_say_it(words: str, complaint: str) -> None:
    assert Source(BODY).missing(words) == f"{complaint} is not in the source"


@pytest.mark.parametrize(
    ("line", "words", "complaint"),
    [
        (5, "with emphasis", "is not the beginning of a paragraph"),
        (7, "First paragraph, with emphasis and a link.", "not stand on line 7 of the source but on line 5"),
        (11, "Another code & <more> item", "does not stand on line 11 of the source but on line 12"),
        (99, "One item", "does not stand on line 99 of the source but on line 11"),
        (0, "One item", "does not stand on line 0 of the source but on line 11"),
    ],
)  # fmt: skip
def test_a_source_says_it_elsewhere(line: int, words: str, complaint: str) -> None:
    assert complaint in str(Source(BODY).misplaced(words, line))


def test_a_line_off_is_named() -> None:
    found = Source(BODY).misplaced("A heading", 5)
    assert found == "'A heading' does not stand on line 5 of the source but on line 7"


def test_what_a_page_leaves_out() -> None:
    text = "---\ntitle: x\n---\n\nOne.\n\nTwo.\n\nOne.\n"
    assert list(Source(text).unseen("One. Two. One.")) == []
    assert list(Source(text).unseen("One. Two.")) == [(9, "One.")]
    assert list(Source(text).unseen("Two. One.")) == [(7, "Two."), (9, "One.")]
    everything = (
        "First paragraph, with emphasis and a link. A heading “Quoted words,” somebody said &amp; "
        "<b>left</b>. One item Another code & <more> item a picture of it "
        "Last one has *stars* in two lines<br>here. code with a blank line"
    )
    assert list(Source(BODY).unseen(everything)) == []
    assert list(Source(BODY).unseen(everything.replace("Another ", ""))) == [
        (None, "Another code & <more> item")
    ]


def test_too_much_markup_is_not_waited_for() -> None:
    text = "---\ntitle: x\n---\n\n" + "[" * 200_000
    assert Source(text).missing("[" * 10) is None
    assert Source(text).missing("other") == "'other' is not in the source"


def test_nesting_without_end_is_not_followed() -> None:
    text = "---\ntitle: x\n---\n\n" + "> " * 3000 + "deep\n"
    assert Source(text).misplaced("deep", 5) is None


# ---------------------------------------------------------- what a page shows


def test_excerpts_are_read_as_rendered(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("markdown_extensions: [attr_list, md_in_html]")
    page = (
        "---\ntitle: x\n---\n\n# Heading\n\n"
        '<div markdown>\n\n<p data-paragraph="a:0" data-source="sources/a.md:7">Some &#42;words&#42;\n'
        "<em>and</em> <p>more</p></p>\n\n</div>\n\n"
        "A paragraph of its own.\n{ data-source=x:y }\n"
    )
    first, second = Pages(config).excerpts(page)
    assert (first.paragraph, first.file, first.line) == ("a:0", "sources/a.md", 7)
    assert (first.words, first.page_line) == ("Some *words* and more", None)
    assert (second.file, second.line, second.words) == ("x", 0, "A paragraph of its own.")


# -------------------------------------------------------------- any text at all

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=120)
marked = st.lists(
    st.sampled_from(
        ["word ", "said ", "*", "_", "`", "[a](b)", "> ", "# ", "- ", "1. ", "\n", "\n\n", "    ",
         "<b>", "&amp;", "\\", "![x](y)", "“Quote,” ", "<https://x.example/>", "---\n", "===\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(VERBATIM, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.one_of(texts, marked), title=texts)
def test_the_promises_hold_for_any_text(
    tmp_path_factory: pytest.TempPathFactory, body: str, title: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "sources").mkdir()
    safe = "".join(c for c in title if c.isprintable()).replace("'", "''")
    text = f"---\ntitle: 'A {safe}'\n---\n\nA first word.\n\n{body}\n"
    (folder / "sources" / "a.md").write_bytes(text.encode())
    write(folder / "docs", pipeline.pages(pipeline.read(folder / "sources")))
    report = check(folder / "sources", folder / "docs", ROOT / "mkdocs.yml")
    assert report.problems == ()
