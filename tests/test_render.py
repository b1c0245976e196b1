"""Pages as text: what is spelled how, and that a template cannot forget to escape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
import yaml
from jinja2 import UndefinedError, nodes

from digest import escape
from digest.escape import Markdown
from digest.model import (
    CopyView,
    Day,
    Entry,
    Excerpt,
    Link,
    Pointer,
    Quoting,
    SectionPage,
    Site,
    Span,
    TimelinePage,
)
from digest.render import navigation, render, when
from digest.render.environment import environment
from digest.render.words import printed
from tests import samples
from tests.building import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

SITE = samples.site()
PAGES = render(SITE)
GOLDEN = ROOT / "tests" / "cases" / "pages"
TEMPLATES = sorted(file.name for file in files("digest").joinpath("templates").iterdir())


# ------------------------------------------------------------------ the pages


@pytest.mark.parametrize("path", PAGES)
def test_pages_stand_as_they_were_read(path: str) -> None:
    """After a change that is meant: `python -m tests.samples`, then read the difference."""
    assert PAGES[path] == (GOLDEN / path).read_text("utf-8")


def test_no_page_is_kept_that_is_not_made() -> None:
    assert {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.md")} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_front_matter_says_what_mkdocs_and_write_need(path: str) -> None:
    front = yaml.safe_load(PAGES[path].split("---\n")[1])
    assert front["title"]
    assert front["digest-page"] == path
    is_source = path.startswith("sources/") and path != "sources/index.md"
    is_found = not is_source and path != "how-this-was-made.md"
    assert front.get("search") == (None if is_found else {"exclude": True})


def test_the_site_builds_strictly(tmp_path: Path) -> None:
    """Every link leads to a page, and every anchor is there: MkDocs looks."""
    site = build(SITE, tmp_path, nav=navigation(SITE))
    assert (site / "index.html").exists()


def test_a_page_reads_the_same_twice() -> None:
    assert render(SITE) == PAGES


# ------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("index.md", "[The ferry talks](sections/ferry-talks.md)"),
        ("sections/ferry-talks.md", "[Oswin Hale](../people/oswin-hale.md)"),
        ("people/index.md", "[Oswin Hale](oswin-hale.md)"),
        ("events/index.md", "](strike-orrin-bay-2031-06-12.md)"),
        ("people/oswin-hale.md", "](../sources/2031-05-04-courier.md#p3)"),
    ],
)
def test_links_are_relative_to_their_page(path: str, link: str) -> None:
    assert link in PAGES[path]


def test_an_anchor_that_could_end_its_attribute_is_refused() -> None:
    entry = replace(samples.ENTRY_REGRET, anchor='x" onclick="y')
    page = SectionPage(samples.TALKS.page, "", "", (entry,))
    with pytest.raises(ValueError, match="not an anchor"):
        render(Site("", (page,), ()))


def test_pages_of_a_folder_stand_together_in_the_navigation() -> None:
    assert navigation(SITE) == [
        "index.md",
        {"Sections": ["sections/ferry-talks.md", "sections/dockers.md", "sections/background.md"]},
        "events/index.md",
        "people/index.md",
        "sources/index.md",
        "how-this-was-made.md",
    ]


def test_a_title_of_its_own_in_the_navigation_is_escaped() -> None:
    page = TimelinePage("events/index.md", "Timeline", ())
    site = Site("", (page,), (Link("<b>When</b>", page.path),))
    assert navigation(site) == [{"&#60;b&#62;When&#60;/b&#62;": "events/index.md"}]


# ------------------------------------------------------------------ words of ours


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2023-11-23", "2023-11-23", "23 November 2023"),
        ("2024-11-27", "2024-11-28", "27–28 November 2024"),
        ("2024-11-30", "2024-12-01", "30 November – 1 December 2024"),
        ("2024-12-31", "2025-01-01", "31 December 2024 – 1 January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-03-01", "2024-05-31", "March–May 2024"),
        ("2024-12-01", "2025-02-28", "December 2024 – February 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_days(first: str, last: str, shown: str) -> None:
    day = Day(date.fromisoformat(first), date.fromisoformat(last), "stated")
    assert when(day) == shown


@pytest.mark.parametrize(
    ("outlets", "summary"),
    [
        (["A"], "Told again by A"),
        (["B"], "Also reported by B"),
        (["B", "A", "B", "C"], "Also reported by B and C"),
        (["B", "C", "D"], "Also reported by B, C and D"),
        (["B", "C", "D", "E"], "Also reported by 4 outlets"),
    ],
)
def test_copies_are_summed_up_by_outlet(outlets: list[str], summary: str) -> None:
    def told_by(outlet: str) -> Excerpt:
        mark = replace(samples.REGRET.mark, outlet=outlet, page=f"sources/{outlet}.md")
        return replace(samples.REGRET, mark=mark)

    copies = tuple(CopyView(told_by(outlet), "why") for outlet in outlets)
    own = replace(told_by("A"), mark=replace(told_by("A").mark, page="sources/own.md"))
    entry = replace(samples.ENTRY_REGRET, excerpt=own, copies=copies)
    page = SectionPage(samples.TALKS.page, "", "", (entry,))
    assert f"<summary>{summary}</summary>" in render(Site("", (page,), ()))[page.path]


def _section(*entries: Entry) -> str:
    page = SectionPage(samples.TALKS.page, "", "", entries)
    return render(Site("", (page,), ()))[page.path]


def test_a_repeat_in_the_same_article_is_told_so() -> None:
    copy = CopyView(samples.REGRET, "almost the same words")
    text = _section(replace(samples.ENTRY_REGRET, excerpt=samples.REGRET, copies=(copy,)))
    assert "<summary>Repeated in the same article</summary>" in text
    assert "Folded: almost the same words · repeated in the same article</p>" in text


def test_what_a_folded_text_adds_is_marked() -> None:
    words = samples.REGRET.text.split(" ", 1)[0]
    copy = CopyView(samples.REGRET, "why", (Span(0, len(words)),))
    text = _section(replace(samples.ENTRY_REGRET, copies=(copy,)))
    assert f"<mark>{escape.escape(words)}</mark>" in text
    assert "words are not in the text above" in text
    assert "<mark>" not in _section(
        replace(samples.ENTRY_REGRET, copies=(replace(copy, added=()),))
    )


def test_what_the_editor_pins_stands_first_under_its_own_heading() -> None:
    pinned = replace(samples.ENTRY_REGRET, pinned=True)
    text = _section(pinned, replace(samples.ENTRY_REGRET, anchor="other"))
    first, second = (line for line in text.splitlines() if line.startswith("## "))
    assert first == "## Put first by the editor { #pinned }"
    assert second.startswith("## Reported ")


def test_see_also_names_speaker_and_outlet_or_the_day() -> None:
    there = Link("Marta Ilves", samples.TALKS.page, "there")
    own = Link("Courier", samples.TALKS.page, "own")
    pointers = (
        Pointer(there, "Baltwire", date(2031, 5, 4)),
        Pointer(own, None, date(2031, 5, 4)),
        Pointer(own, None, None),
    )
    text = _section(replace(samples.ENTRY_REGRET, see_also=pointers))
    (line,) = (line for line in text.splitlines() if "See also" in line)
    page = samples.TALKS.page.rpartition("/")[2]
    assert f"[Marta Ilves]({page}#there) in Baltwire, [Courier]({page}#own) of 4 May 2031, " in line
    assert line.endswith(f", [Courier]({page}#own)</p>")


# ------------------------------------------------------------------ drawings


def _timeline(*days: Day | None) -> str:
    items = tuple(replace(samples.STRIKE_ITEM, day=day) for day in days)
    page = TimelinePage("events/index.md", "Timeline", items)
    return render(Site("", (page,), ()))[page.path]


def test_three_days_are_drawn_and_fewer_are_not() -> None:
    first, second, third = (Day(date(2031, m, 1), date(2031, m, 1), "stated") for m in (5, 6, 7))
    assert 'role="img"' in _timeline(first, second, third)
    assert 'role="img"' not in _timeline(first, second, None)
    assert 'role="img"' not in _timeline(first, first, first)


def test_a_day_that_was_worked_out_is_drawn_as_a_ring_and_said_so() -> None:
    stated = Day(date(2031, 5, 1), date(2031, 5, 1), "stated")
    worked_out = Day(date(2031, 6, 1), date(2031, 6, 1), "worked out")
    rail = _timeline(stated, worked_out).split('<div class="digest-rail"')[1]
    first, second = rail.split("\n- ")[1:]
    assert "digest-dot" in first
    assert "digest-ring" not in first
    assert "worked out" not in first
    assert "digest-ring" in second
    assert "digest-dot" not in second
    assert "(worked out)" in second


def test_what_is_drawn_of_a_speaker_stands_there_in_words() -> None:
    page = PAGES["people/index.md"]
    words = "4 May 2031; 12 June 2031; reported 12 June 2031; 1 without a day"
    assert f"- [Oswin Hale](oswin-hale.md): {words}" in page
    assert page.index("<title>4 statements: 4 May 2031; 12 June") < page.index("in words")


@pytest.mark.parametrize(
    ("quoting", "words"),
    [
        (Quoting(40, None), "than 40 words of a paragraph."),
        (Quoting(None, 0.25), "than 25% of its words."),
        (Quoting(1, 0.5), "than 1 word of a paragraph and 50% of its words."),
    ],
)
def test_a_bound_on_what_is_shown_is_told(quoting: Quoting, words: str) -> None:
    page = replace(samples.made(), quoting=quoting)
    told = render(Site("", (page,), ()))[page.path]
    assert words in told
    assert "all of its text" not in told
    assert "all of its text" in PAGES[page.path]


# ------------------------------------------------------------------ escaping by default


def _template(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


def test_a_template_escapes_what_it_prints() -> None:
    assert _template("{{ text }}", text="*a*") == "&#42;a&#42;"


@pytest.mark.parametrize(
    "expression", ["mark ~ text", "text ~ mark", "mark + text", "mark | upper", "[mark] | join('')"]
)
def test_what_is_made_of_marked_text_is_not_marked(expression: str) -> None:
    shown = _template(f"{{{{ {expression} }}}}", mark=Markdown("<b>"), text="<i>")
    assert "<" not in shown


def test_marked_text_passes() -> None:
    assert _template("{{ text }}", text=Markdown("**a**")) == "**a**"


def test_what_is_missing_is_not_printed_as_nothing() -> None:
    with pytest.raises(UndefinedError):
        _template("{{ nothing }}")


@pytest.mark.parametrize("value", [None, ["a"], date(2031, 5, 3), b"a"])
def test_only_texts_and_numbers_are_printed(value: object) -> None:
    with pytest.raises(TypeError, match="neither a text nor a number"):
        printed(value)


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_no_way_around_escaping(name: str) -> None:
    source = files("digest").joinpath("templates", name).read_text("utf-8")
    tree = environment().parse(source)
    # A macro, a call block and a filtered block hand text over that Jinja marks itself.
    forbidden = (nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock)
    assert not [*tree.find_all(forbidden), *tree.find_all(nodes.ScopedEvalContextModifier)]
    assert not [f for f in tree.find_all(nodes.Filter) if f.name in {"safe", "escape", "e"}]
