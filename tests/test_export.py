"""`export`: the names that other programs rely on, and nothing but what the stages said."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from digest import pipeline
from digest.export import as_json, export
from digest.model import Copied, Moment, Span
from tests import made_up
from tests.conftest import HARBOUR, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digest.model import Digest

SCHEMA = json.loads((files("digest") / "export.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

# As DESIGN.md lists them, with the `event` of each article.
NAMES = {
    "": {"schema", "articles", "families", "events", "people", "sections"},
    "articles": {
        "id", "file", "title", "outlet", "origin", "copy_of", "published", "url", "event",
        "paragraphs",
    },
    "copy_of": {"article", "share"},
    "paragraphs": {
        "id", "line", "text", "kind", "fate", "rule", "family", "section", "events", "statements",
    },
    "statements": {"speaker", "mention", "side", "kind", "start", "end", "said_on", "medium", "rule"},
    "families": {"id", "keeper", "copies"},
    "copies": {"paragraph", "why", "score"},
    "events": {"id", "title", "place", "date", "articles"},
    "people": {"id", "name", "forms", "role", "side"},
    "sections": {"id", "title", "families"},
}  # fmt: skip


COPIES = ("2031-05-13-courier", "2031-03-04-lantern")


@pytest.fixture(scope="module")
def exported(harbour: Digest) -> dict[str, Any]:
    """Export the harbour's story as if two of its articles had the same text."""
    return export(replace(harbour, copied=(Copied(*COPIES, taken=0.75, given=0.25),)))


def objects(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    if isinstance(value, dict):
        yield place, value
        for key, each in value.items():
            yield from objects(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each, place)


def paragraphs(exported: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for article in exported["articles"] for each in article["paragraphs"]]


def test_an_article_has_its_origin_and_what_it_copies(exported: dict[str, Any]) -> None:
    articles = {article["id"]: article for article in exported["articles"]}
    assert {name: each["origin"] for name, each in articles.items() if each["origin"]} == {
        COPIES[0]: "Sound Press"
    }
    assert articles[COPIES[0]]["copy_of"] == [{"article": COPIES[1], "share": 0.75}]
    assert articles[COPIES[1]]["copy_of"] == []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sources", [HARBOUR, ROOT / "sources"], ids=["harbour", "repository"])
def test_the_schema_holds(sources: Path) -> None:
    VALIDATOR.validate(export(pipeline.read(sources)))


def test_the_names_are_those_of_the_design(exported: dict[str, Any]) -> None:
    found = set()
    for place, each in objects(exported):
        assert each.keys() == NAMES[place], place
        found.add(place)
    assert found == NAMES.keys()


def test_the_published_file_is_the_export_and_says_whose_it_is(harbour: Digest) -> None:
    published = json.loads(pipeline.pages(harbour)["digest.json"])
    VALIDATOR.validate(published)
    assert published == {"_digest": {"page": "digest.json"}} | export(harbour)


def test_the_schema_misses_no_key_and_lets_none_in(exported: dict[str, Any]) -> None:
    spoiled = deepcopy(exported)
    first_of_each = dict(reversed(list(objects(spoiled))))
    assert first_of_each.keys() == NAMES.keys()
    for place, each in first_of_each.items():
        each["extra"] = None
        assert not VALIDATOR.is_valid(spoiled), place
        del each["extra"]
        for key in list(each):
            value = each.pop(key)
            assert not VALIDATOR.is_valid(spoiled), (place, key)
            each[key] = value
        # Keys stand in another order now, which is nothing to a schema.
    assert VALIDATOR.is_valid(spoiled)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "picture"),
        ("fate", "lost"),
        ("fate", "cut"),  # with a family
        ("family", None),
        ("section", None),
        ("line", 0),
        ("text", ""),
        ("events", ["a", "a"]),
    ],
)
def test_the_schema_catches_a_wrong_value(
    exported: dict[str, Any], key: str, value: object
) -> None:
    spoiled = deepcopy(exported)
    kept = next(each for each in paragraphs(spoiled) if each["fate"] == "kept")
    kept[key] = value
    assert not VALIDATOR.is_valid(spoiled)


def test_every_paragraph_is_there_once_with_its_text_and_line(
    exported: dict[str, Any], harbour: Digest
) -> None:
    told = [(each["id"], each["line"], each["text"]) for each in paragraphs(exported)]
    assert told == [(each.id, each.line, each.text) for each in harbour.paragraphs]
    for article in exported["articles"]:
        lines = (HARBOUR.parent / article["file"]).read_text("utf-8").split("\n")
        for each in article["paragraphs"]:
            first_word = each["text"].split()[0].strip("“”")
            assert first_word in lines[each["line"] - 1]


def test_what_is_shown_belongs_to_one_family_and_what_is_cut_to_none(
    exported: dict[str, Any],
) -> None:
    members: dict[str, tuple[str, str | None]] = {}
    for family in exported["families"]:
        for copy in family["copies"]:
            assert copy["paragraph"] not in members
            members[copy["paragraph"]] = family["id"], copy["why"]
        assert family["keeper"] not in members
        members[family["keeper"]] = family["id"], None
    sections = {f: section["id"] for section in exported["sections"] for f in section["families"]}
    for each in paragraphs(exported):
        family, why = members.get(each["id"], (None, each["rule"]))
        assert (each["family"], each["rule"]) == (family, why)
        assert each["section"] == (None if family is None else sections[family])
        fate = "cut" if family is None else "kept" if why is None else "folded"
        assert each["fate"] == fate
        assert (each["kind"] == "text") == (family is not None)
    fates = {each["fate"] for each in paragraphs(exported)}
    assert fates == {"kept", "folded", "cut"}


def test_statements_carry_the_resolved_name_and_the_words_of_the_text(
    exported: dict[str, Any], harbour: Digest
) -> None:
    told = [
        (each["id"], statement)
        for each in paragraphs(exported)
        for statement in each["statements"]
        if statement["speaker"] == "Oswin Hale"
    ]
    mentions = {statement["mention"] for _, statement in told}
    assert "Osvin Hale" in " ".join(mentions)
    assert {statement["side"] for _, statement in told} == {"Fleet"}
    texts = {each.id: each.text for each in harbour.paragraphs}
    for paragraph, statement in told:
        assert texts[paragraph][statement["start"] : statement["end"]].strip()


def test_the_main_statement_of_a_paragraph_comes_first(
    exported: dict[str, Any], harbour: Digest
) -> None:
    names = {person.id: person.name for person in harbour.people}
    told = [
        (each["id"], s["start"], s["speaker"])
        for each in paragraphs(exported)
        for s in each["statements"]
    ]
    said = [(s.paragraph, s.span.start, names[s.person]) for s in harbour.statements]
    assert sorted(told, key=lambda each: each[0]) == sorted(said, key=lambda each: each[0])


def test_a_stretch_of_days_is_no_day(harbour: Digest) -> None:
    statement = harbour.statements[0]
    day, next_day = date(2031, 3, 3), date(2031, 3, 4)
    for last, said_on in ((day, "2031-03-03"), (next_day, None)):
        moment = Moment(statement.paragraph, Span(0, 1), day, last, "stated", "a rule")
        changed = replace(harbour, statements=(replace(statement, said=moment),))
        (told,) = [s for each in paragraphs(export(changed)) for s in each["statements"]]
        assert told["said_on"] == said_on


def test_an_article_names_the_event_it_mainly_reports(exported: dict[str, Any]) -> None:
    events = {each["id"]: each for each in exported["events"]}
    told = {each["id"]: each["event"] for each in exported["articles"]}
    assert told["undated-note"] is None
    assert events[told["2031-03-04-lantern"]]["place"] == "Saltmere"
    for article, event in told.items():
        assert event is None or article in events[event]["articles"]


def test_the_json_is_readable_and_always_the_same(harbour: Digest) -> None:
    text = as_json(harbour)
    assert text == as_json(pipeline.read(HARBOUR))
    assert "Boat Owners’ Union" in text
    assert text.endswith("}\n")
    assert json.loads(text) == export(harbour)


def test_the_openings_of_what_only_headlines_name_speak_of_it() -> None:
    told = (
        "The old bell of the market fell from its tower into the harbour at {}.\n\nNobody was hurt."
    )
    digest = made_up.understood(
        [
            made_up.article(
                "a", told.format("dawn"), title="Bell of the market falls into the harbour"
            ),
            made_up.article("b", told.format("sunrise"), title="Market bell falls into harbour"),
        ]
    )
    exported = export(digest)
    (event,) = (each["id"] for each in exported["events"])
    spoken = {p["id"]: p["events"] for each in exported["articles"] for p in each["paragraphs"]}
    assert spoken == {"a:0": [event], "a:1": [], "b:0": [event], "b:1": []}
