"""`table`: every statement once, in words that can be had back, and no cell that acts."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.compose import compose
from digest.escape import plain
from digest.model import Site, Table
from digest.siteurl import SiteUrl
from digest.table import COLUMNS, bare, guarded, table
from tests.conftest import ROOT, VERBATIM

if TYPE_CHECKING:
    from digest.model import Digest

HERE = SiteUrl("https://news.example/boats/")
HOSTILE: list[str] = [
    text
    for texts in yaml.safe_load((ROOT / "tests/cases/hostile.yml").read_text("utf-8")).values()
    for text in texts
]


@pytest.fixture(scope="module")
def site(harbour: Digest) -> Site:
    return compose(harbour)


def made(site: Site, site_url: SiteUrl = HERE) -> str:
    return table(site, site_url)["statements.csv"]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    read = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    found = list(read)
    assert read.fieldnames == [*COLUMNS, "digest-page: statements.csv"]
    return [{name: bare(row[name]) for name in COLUMNS} for row in found]


def test_every_statement_of_a_shown_text_has_a_row(site: Site, harbour: Digest) -> None:
    shown = {member for family in harbour.families for member in family.members}
    texts = {p.id: p.text for p in harbour.paragraphs}
    people = {p.id: p.name for p in harbour.people}
    told = [(r["paragraph"], r["speaker"], r["words"]) for r in rows(made(site))]
    assert sorted(told) == sorted(
        (s.paragraph, people[s.person], s.span.of(texts[s.paragraph]))
        for s in harbour.statements
        if s.paragraph in shown
    )


def test_a_row_tells_who_what_when_and_where(site: Site) -> None:
    (row,) = (r for r in rows(made(site)) if "fishing boats" in r["words"])
    assert row == {
        "digest": "The East Quay of Saltmere",
        "entry": row["entry"],
        "speaker": "Oswin Hale",
        "mention": "Oswin Hale, the head of the Boat Owners’ Union,",
        "role": "head of the Boat Owners’ Union",
        "side": "Fleet",
        "kind": "reported",
        "said_on": "2031-03-03",
        "medium": "",
        "words": row["words"],
        "text": f"{row['words']}, Oswin Hale, the head of the Boat Owners’ Union, told reporters on Monday.",
        "language": "en",
        "outlet": "The Saltmere Lantern",
        "title": "Boat Owners Skip Talks on the East Quay",
        "published": "2031-03-04",
        "url": "https://lantern.example/news/east-quay?id=12&part=1",
        "source": "harbour/2031-03-04-lantern.md:15",
        "paragraph": "2031-03-04-lantern:3",
        "folded_into": "2031-03-05-coast-radio:0",
    }
    assert row["entry"].startswith("https://news.example/boats/sections/fleet/#")


def test_without_an_address_an_entry_has_its_way_on_the_site(site: Site) -> None:
    ways = {row["entry"].partition("#")[0] for row in rows(made(site, SiteUrl()))}
    assert "sections/fleet/" in ways


def test_a_digest_in_a_folder_has_its_table_there(site: Site) -> None:
    (text,) = [*table(site, HERE, "quay/").values()]
    there = made(site, SiteUrl(f"{HERE.base}quay/"))
    assert text == there.replace("digest-page: ", "digest-page: quay/")


def test_the_lines_end_as_the_format_wants_it(site: Site) -> None:
    text = made(site)
    assert site.table is not None
    assert text.count("\r\n") == text.count("\n") == 1 + len(site.table.rows)


def test_a_digest_of_nothing_has_a_table_of_names() -> None:
    assert rows(made(Site("x", (), (), table=Table("statements.csv", ())))) == []


# ------------------------------------------------------------------ untrusted text

ACTS = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", " =1", "＝1", "'=1", "''=1", "'x", "x=1", ""]
)
def test_a_guarded_cell_is_no_formula_and_can_be_had_back(text: str) -> None:
    assert not ACTS.match(guarded(text))
    assert bare(guarded(text)) == text


@VERBATIM
@given(st.text(st.sampled_from("'=+-@a \t\r＝")) | st.text())
def test_whatever_is_guarded_can_be_had_back(text: str) -> None:
    assert not ACTS.match(guarded(text))
    assert bare(guarded(text)) == text


@VERBATIM
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_any_text_stands_in_its_cell(site: Site, text: str) -> None:
    assert site.table is not None
    first = site.table.rows[0]
    mark = replace(first.cited.mark, title=text, outlet=text, url=text)
    excerpt = replace(first.cited, text=text, mark=mark)
    hostile = replace(
        first,
        cited=excerpt,
        speaker=replace(first.speaker, name=text, role=text, side=text),
        statement=replace(first.statement, mention=text),
    )
    row, other = rows(made(Site(text, (), (), table=Table("statements.csv", (hostile, first)))))
    names = ("digest", "speaker", "mention", "role", "side", "text", "outlet", "title")
    assert {row[name] for name in names} == {plain(text)}
    assert other["text"] == first.cited.text
