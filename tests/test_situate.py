"""Which day is meant, and which event is reported."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.lexicon import rules, table
from digest.model import Label, Moment, Paragraph, Span
from digest.situate import events, moments
from tests.made_up import TUESDAY, article, cases, taken_apart

if TYPE_CHECKING:
    from digest.lexicon import Rule

DAYS = [
    pytest.param(group["published"], case, id=case["text"][:60])
    for group in cases("moments")
    for case in group["cases"]
]
EVENTS = cases("events")


def found(text: str, published: date | None) -> list[tuple[str, date, date, str]]:
    source = article("one", text, published=published)
    paragraphs = (Paragraph("one:0", "one", 0, 1, text, "paragraph", (Span(0, len(text)),)),)
    return [(m.span.of(text), m.first, m.last, m.certainty) for m in moments([source], paragraphs)]


@pytest.mark.parametrize(("published", "case"), DAYS)
def test_days(published: date | None, case: dict[str, Any]) -> None:
    wanted = [
        (str(words[0]), words[1], words[2], words[3] if len(words) > 3 else "worked out")
        for words in case["finds"]
    ]
    assert found(case["text"], published) == wanted


@pytest.mark.parametrize("rule", rules("moments"), ids=lambda rule: rule.id)
def test_a_rule_finds_nothing_without_its_signs(rule: Rule) -> None:
    signs = [re.compile(table("moments")["signs"][name]) for name in rule.extra["signs"]]
    assert signs
    for text in rule.hit:
        found = rule.pattern.search(text)
        assert found is not None
        assert all(sign.search(found.group()) for sign in signs)


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case["about"])
def test_events(case: dict[str, Any]) -> None:
    articles = [
        article(
            f"n{number}",
            told["text"],
            published=told.get("published", TUESDAY),
            title=told.get("title", "A title that tells nothing"),
        )
        for number, told in enumerate(case["articles"])
    ]
    paragraphs, _ = taken_apart(articles)
    labels = [_label(p, case["articles"][int(p.article[1:])]) for p in paragraphs]
    made = events(articles, paragraphs, labels, moments(articles, paragraphs))
    wanted = [(title, str(when), numbers) for title, when, numbers in case["events"]]
    assert [_said(event) for event in made] == wanted


def _label(paragraph: Paragraph, told: dict[str, Any]) -> Label:
    kind = told.get("kinds", {}).get(paragraph.number, "text")
    return Label(paragraph.id, kind, None)


def _said(event: Any) -> tuple[object, ...]:  # noqa: ANN401 - an Event
    days = (event.first, event.last) if event.first != event.last else (event.first,)
    when = " to ".join(day.isoformat() for day in days if day is not None)
    return event.title, when, [int(name[1:]) for name in event.articles]


def test_an_event_knows_its_paragraphs_and_its_evidence() -> None:
    text = "The summit in Vienna takes place on May 8.\n\nIt rained.\n\nThe summit was long."
    articles = [article("one", text)]
    paragraphs, _ = taken_apart(articles)
    labels = [Label(p.id, "text", None) for p in paragraphs]
    (event,) = events(articles, paragraphs, labels, moments(articles, paragraphs))
    assert event.paragraphs == ("one:0", "one:2")
    texts = {p.id: p.text for p in paragraphs}
    assert [span.of(texts[name]) for name, span in event.evidence] == ["on May 8"]
    assert (event.id, event.kind, event.place) == ("summit-vienna-2031-05-08", "summit", "Vienna")


def test_events_that_look_alike_have_ids_of_their_own() -> None:
    text = "A fire in {} killed three people. The fire in {} began in a barn. The fire spread."
    articles = [
        article(f"n{n}", text.replace("{}", place), published=date(2031, month, 4))
        for n, (place, month) in enumerate([("Askvale", 1), ("Askvale", 6), ("Askvale", 11)])
    ]
    paragraphs, _ = taken_apart(articles)
    labels = [Label(p.id, "text", None) for p in paragraphs]
    made = events(articles, paragraphs, labels, ())
    assert [event.id for event in made] == ["fire-askvale", "fire-askvale-2", "fire-askvale-3"]


# ------------------------------------------------------------------ properties

WORDS = st.sampled_from(
    "on in since by the last next this early late May March 3 31 2031 2030 - to Monday Tues. "
    "Sunday Times week weekend month year winter ago two yesterday today will said , . ’s 5 and "
    "between January of 29 February 1 0 99 day the same day 2031-02-30 9999".split()
)
DATES = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.just(date(1, 1, 1))


@given(st.lists(WORDS, max_size=30).map(" ".join), DATES | st.just(date(9999, 12, 31)))
def test_days_never_overlap_and_never_fail(text: str, published: date | None) -> None:
    source = article("one", text, published=published)
    paragraphs = (Paragraph("one:0", "one", 0, 1, text, "paragraph", ()),)
    spans: list[Moment] = list(moments([source], paragraphs))
    assert all(m.first <= m.last and m.span.of(text).strip() for m in spans)
    ends = [0, *(m.span.end for m in spans)]
    assert all(end <= m.span.start for end, m in zip(ends, spans, strict=False))


@given(st.text(max_size=200))
def test_any_text_can_be_situated(text: str) -> None:
    source = article("one", text)
    paragraphs = (Paragraph("one:0", "one", 0, 1, text, "paragraph", (Span(0, len(text)),)),)
    days = moments([source], paragraphs)
    events([source], paragraphs, [Label("one:0", "text", None)], days)
