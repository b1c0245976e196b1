"""Every rule of every rule file finds what it must, misses what it must, and never dawdles."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING

import pytest

from digest import lexicon
from tests.clock import takes_less_than
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.lexicon import Rule

FILES = [
    path.stem
    for path in sorted((ROOT / "digest" / "data").glob("*.toml"))
    if "rule" in tomllib.loads(path.read_text("utf-8"))
]
RULES = [
    pytest.param(rule, id=f"{file}-{rule.id}") for file in FILES for rule in lexicon.rules(file)
]

LONG = 20_000  # characters
SOON = 0.05  # seconds of the processor
# What makes patterns slow: near misses, repeated.
UNITS = ["a", "A ", "1 ", " ", ". ", ", ", "(", ") ", "“", '"', "'", "‘", "[", "- ", "—", "/", "| "]
UNITS += ["said ", "on May 3, 2021 ", "By A ", "Photo: ", "é", "x" * 30 + " "]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_must(rule: Rule) -> None:
    assert [text for text in rule.hit if not rule.pattern.search(text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_misses_what_it_must(rule: Rule) -> None:
    assert [text for text in rule.miss if rule.pattern.search(text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_why_and_gives_examples(rule: Rule) -> None:
    assert rule.why.strip()
    assert rule.hit


@pytest.mark.parametrize("file", FILES)
def test_ids_are_unique(file: str) -> None:
    ids = [rule.id for rule in lexicon.rules(file)]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("rule", RULES)
def test_no_text_makes_a_rule_slow(rule: Rule) -> None:
    slow = [
        text[:40]
        for text in _adversaries(rule)
        if not takes_less_than(SOON, partial(rule.pattern.search, text))
    ]
    assert slow == []


def _adversaries(rule: Rule) -> Iterator[str]:
    for unit in [*UNITS, *(f"{text} " for text in rule.hit if text)]:
        yield (unit * (LONG // len(unit) + 1))[:LONG] + "\n!"
