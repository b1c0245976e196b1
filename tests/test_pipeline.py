"""The stages together: every text paragraph in one family, every family in one section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from digest import pipeline
from digest.assets import assets
from digest.config import Settings
from tests.conftest import HARBOUR
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Digest


def members(digest: Digest) -> list[str]:
    return [member for family in digest.families for member in family.members]


def test_the_harbour_story(harbour: Digest) -> None:
    assert [(e.title, e.first and e.first.isoformat()) for e in harbour.events] == [
        ("Meeting in Saltmere", "2031-03-05"),
        ("Meeting in Dunwick", "2031-05-12"),
    ]
    assert [event.certainty for event in harbour.events] == ["worked out", "worked out"]
    reporting = [name for event in harbour.events for name in event.articles]
    assert sorted(reporting) == [
        "2031-03-04-lantern",
        "2031-03-05-coast-radio",
        "2031-05-13-courier",
    ]


def test_nothing_of_another_cost_or_year_is_folded(harbour: Digest) -> None:
    """2.4 million crowns in March are not the 2.9 million of May."""
    texts = {paragraph.id: paragraph.text for paragraph in harbour.paragraphs}
    for family in harbour.families:
        costs = {cost for m in family.members for cost in ("2.4", "2.9") if cost in texts[m]}
        assert len(costs) <= 1


def test_a_folder_is_read_as_its_articles_are_understood(harbour: Digest) -> None:
    assert pipeline.read(HARBOUR) == harbour
    pages = pipeline.pages(harbour)
    assert "index.md" in pages
    beside = {path for path in pages if not path.endswith(".md")}
    assert beside >= {
        "feed.atom",
        "feed.rss",
        "feed.json",
        "digest.json",
        "statements.csv",
        *assets(),
    }


def test_an_agency_that_only_a_dateline_names_is_known_as_an_outlet() -> None:
    told = "Marta Ilves, who chairs the union, told Korva that no crew will return on Friday."
    for place, known in (("VELMOUTH (Korva)", ["Korva"]), ("VELMOUTH", [])):
        text = f"{place} - The ferries stay in port.\n\n{told}"
        said = understood([article("a", text, outlet="The Lantern")]).statements
        assert [s.medium.name for s in said if s.medium is not None] == known


def test_no_article_at_all() -> None:
    digest = pipeline.understand(Settings(file="digest.yml"), [])
    assert (digest.families, digest.events, members(digest)) == ((), (), [])
    assert "index.md" in pipeline.pages(digest)


@given(st.lists(st.text(max_size=200), max_size=3))
def test_any_text_goes_all_the_way(bodies: list[str]) -> None:
    digest = understood([article(f"n{number}", body) for number, body in enumerate(bodies)])
    shown = [label.paragraph for label in digest.labels if label.kind == "text"]
    assert sorted(members(digest)) == sorted(shown)
    placed = [name for section in digest.sections for name in section.families]
    assert sorted(placed) == sorted(family.id for family in digest.families)
    assert len({family.id for family in digest.families}) == len(digest.families)
    pipeline.pages(digest)
