"""What is text and what is page furniture: cases as data, and what must hold of any page."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import _PLACES, clean
from digest.lexicon import rules
from digest.model import Article, Paragraph, ParagraphKind, Span
from tests.clock import takes_less_than
from tests.conftest import ROOT
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.model import BlockKind, Label

CASES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests" / "cases" / "clean.toml").read_text("utf-8")
)["case"]

SHARED = ROOT.parent / "shared"
LABELS = SHARED / "gold" / "armenia-csto.yml"

QUOTING = "“We have not been told of any such plan,” the harbour master said on Monday."
PROSE = (
    "The ministers agreed on Monday that the port would stay closed until the ferry is repaired."
)
FURNITURE = sorted({text for rule in rules("furniture") for text in rule.hit if text.strip()})


def page(
    lines: Sequence[str], blocks: Mapping[int, BlockKind] | None = None, /, **matter: str
) -> tuple[Article, tuple[Paragraph, ...]]:
    """Make an article of these lines; `matter` is its front matter."""
    opening = " ".join(lines[0].split()[:8]) + "…" if lines else "Untitled"
    article = Article(
        id=matter.get("id", "page"),
        file="sources/page.md",
        title=matter.get("title", opening),
        outlet=matter.get("outlet"),
        origin=None,
        published=None,
        url=matter.get("url"),
        author=matter.get("author"),
        language="en",
        retrieved=None,
        body="\n\n".join(lines),
        body_line=1,
    )
    paragraphs = tuple(
        Paragraph(
            id=f"{article.id}:{number}",
            article=article.id,
            number=number,
            line=2 * number + 1,
            text=text,
            block=(blocks or {}).get(number, "paragraph"),
            sentences=(Span(0, len(text)),),
        )
        for number, text in enumerate(lines)
    )
    return article, paragraphs


def labels(lines: Sequence[str], **matter: str) -> tuple[Label, ...]:
    """Clean one article of these lines."""
    article, paragraphs = page(lines, **matter)
    return clean([article], paragraphs)


# ------------------------------------------------------------------ cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    lines = case["lines"]
    blocks = {number: line[2] for number, line in enumerate(lines) if len(line) == 3}
    matter = {key: case[key] for key in ("title", "author", "outlet", "url") if key in case}
    article, paragraphs = page([line[1] for line in lines], blocks, **matter)
    found = clean([article], paragraphs)
    told = [
        [label.kind, paragraph.text] for label, paragraph in zip(found, paragraphs, strict=True)
    ]
    assert told == [line[:2] for line in lines]


@pytest.mark.skipif(not LABELS.exists(), reason="the real articles are not beside the repository")
def test_real_articles() -> None:
    articles = read_yaml(LABELS)["articles"]
    for name, article in articles.items():
        text = (SHARED / "seeds" / name).read_text("utf-8")
        lines = [line for line in text.split("\n") if line.strip()]
        expected = [(article["lines"].get(n) or {}).get("kind", "text") for n in range(len(lines))]
        titles = [line for line, kind in zip(lines, expected, strict=True) if kind == "title"]
        matter = {"title": titles[0]} if titles else {}
        assert [label.kind for label in labels(lines, **matter)] == expected, name


# ------------------------------------------------------------------ what must always hold

pages = st.lists(st.sampled_from([*FURNITURE, QUOTING, PROSE]) | st.text(max_size=80), max_size=12)


@given(st.lists(pages, max_size=3))
def test_every_paragraph_gets_one_label_in_order(stories: list[list[str]]) -> None:
    made = [page(lines, id=f"page-{number}") for number, lines in enumerate(stories)]
    paragraphs = [paragraph for _, own in made for paragraph in own]
    found = clean([article for article, _ in made], paragraphs)
    assert [label.paragraph for label in found] == [paragraph.id for paragraph in paragraphs]


@given(pages)
def test_a_label_is_a_known_kind_with_a_rule_unless_it_is_text(lines: list[str]) -> None:
    known = {rule.id: rule.extra["kind"] for rule in rules("furniture")}
    for label in labels(lines):
        assert (label.kind, label.rule) == ("text", None) or known[label.rule or ""] == label.kind


@given(pages, pages)
def test_prose_that_quotes_somebody_is_never_cut(above: list[str], below: list[str]) -> None:
    found = labels([*above, QUOTING, *below], title="Port closed")
    assert found[len(above)].kind == "text"


@given(pages, pages)
def test_an_article_is_judged_by_itself(first: list[str], second: list[str]) -> None:
    one, other = page(first, id="one"), page(second, id="other")
    together = clean([one[0], other[0]], [*other[1], *one[1]])
    assert together == (*clean([other[0]], other[1]), *clean([one[0]], one[1]))


@pytest.mark.parametrize("unit", ["a", "A ", "“", "(", "By A ", "Photo: ", ". "])
def test_no_paragraph_takes_long(unit: str) -> None:
    texts = [PROSE, (unit * 20_000)[:20_000], PROSE]
    assert takes_less_than(1, lambda: labels(texts))


# ------------------------------------------------------------------ the rules and the places


def test_every_rule_stands_in_a_known_place_and_gives_a_known_kind() -> None:
    assert {rule.extra["where"] for rule in rules("furniture")} <= set(_PLACES)
    assert {rule.extra["kind"] for rule in rules("furniture")} < set(get_args(ParagraphKind))


def test_every_place_is_used() -> None:
    assert set(_PLACES) <= {rule.extra["where"] for rule in rules("furniture")}


def test_no_example_is_longer_than_its_rule_allows() -> None:
    long = [
        (rule.id, text)
        for rule in rules("furniture")
        for text in rule.hit
        if len(text.split()) > rule.extra["most"]
    ]
    assert long == []
