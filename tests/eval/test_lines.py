from __future__ import annotations

from tests.eval.export import read_export
from tests.eval.lines import by_scraper, figures, judge
from tests.eval.made import Raw, article, cut, paragraph

BODY = "The bridge at Elm is safe, engineers found."
ROW = {
    "tool": "reader",
    "url": "https://www.example.org/elm",
    "lines": [
        {"label": 0, "text": "Sign up"},
        {"label": 1, "text": BODY},
        {"label": -1, "text": "Perhaps"},
        {"label": 1, "text": "It stands."},
        {"label": 0, "text": "Read next"},
    ],
}


def measured(*paragraphs: Raw) -> dict[str, float]:
    export = {"articles": [article("page", list(paragraphs))]}
    lines = judge(
        {"page": ROW}, read_export(export | {"families": [], "events": [], "sections": []})
    )
    return {each.name: each.value for each in figures(lines)}


def test_right_cuts_are_perfect_and_undecided_lines_free() -> None:
    found = measured(
        cut("0", "Sign up", "boilerplate"),
        paragraph("1", BODY),
        cut("2", "Perhaps", "boilerplate"),
        paragraph("3", "It stands.", fate="folded"),
        cut("4", "Read next", "boilerplate"),
    )
    assert found == {
        "furniture-precision": 1.0,
        "furniture-recall": 1.0,
        "furniture-f1": 1.0,
        "body-cut": 0.0,
    }


def test_cut_body_and_kept_furniture_count_against_it() -> None:
    found = measured(
        paragraph("0", "Sign up"),
        cut("1", BODY, "boilerplate"),
        paragraph("3", "It stands."),
        cut("4", "Read next", "boilerplate"),
    )
    assert found["furniture-f1"] == 0.5
    assert found["body-cut"] == 0.5


def test_a_line_that_is_nowhere_is_wrong_either_way() -> None:
    found = measured(cut("0", "Sign up", "boilerplate"), paragraph("3", "It stands."))
    assert found["furniture-recall"] == 0.5
    assert found["body-cut"] == 0.5


def test_every_scrapers_pages_are_a_digest_of_their_own() -> None:
    rows = [ROW, ROW | {"tool": "other"}, ROW]
    assert {tool: len(pages) for tool, pages in by_scraper(rows).items()} == {
        "reader": 2,
        "other": 1,
    }
