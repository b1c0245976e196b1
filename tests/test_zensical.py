"""The comparison with Zensical, which is not among what these tests install."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.zensical import compare

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<h2 id="{anchor}">A</h2><p data-source="a.md:1">The <b>quay</b> is {state}.</p>'
TAB = '<a class="md-tabs__link"> {name} </a>'


def put(site: Path, **pages: str) -> Path:
    site.mkdir()
    for name, markup in pages.items():
        (site / f"{name}.html").write_text(markup, "utf-8")
    return site


def test_it_says_what_differs(tmp_path: Path) -> None:
    closed = PAGE.format(anchor="one", state="closed")
    mkdocs = put(tmp_path / "mkdocs", index=TAB.format(name="People") + closed, a=closed, b=closed)
    zensical = put(
        tmp_path / "zensical",
        index=TAB.format(name="Persons") + closed,
        a=PAGE.format(anchor="two", state="shut"),
        c="",
    )
    found = compare(mkdocs, zensical)
    assert (found.pages, found.excerpts) == (2, 2)
    assert found.faults == (
        "b.html: only MkDocs makes this page",
        "c.html: only Zensical makes this page",
        "a.html: words of sources differ (1 excerpts, MkDocs's 1)",
        "a.html: lacks the anchors one",
    )
    assert found.notes == ("index.html: the navigation is Persons; MkDocs's is People",)
    assert compare(mkdocs, mkdocs).faults == compare(mkdocs, mkdocs).notes == ()
