"""Cycles are left alone for a while, and the stages that ask for it leave hardly any behind."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from digest.attribute import attribute
from digest.collector import paused
from digest.compose import compose
from tests.made_up import article, taken_apart, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.model import Article

FEW, MANY = 10, 60  # articles


@paused()
def _fails_while_paused() -> None:
    assert not gc.isenabled()
    int("no number")


@pytest.mark.parametrize("was_on", [True, False])
def test_collector_is_as_it_was(*, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with pytest.raises(ValueError, match="no number"):
            _fails_while_paused()
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()


def _articles(count: int) -> list[Article]:
    # All alike: what a run remembers of words grows with the words, and goes with the run.
    text = "Mayor Ida Lind said on Monday that the bridge was late.\n\n“It is old,” she said."
    return [article(f"a{number}", text) for number in range(count)]


def _attributed(articles: Sequence[Article]) -> Callable[[], object]:
    paragraphs, labels = taken_apart(articles)
    return lambda: attribute(paragraphs, labels, (), ())


def _composed(articles: Sequence[Article]) -> Callable[[], object]:
    digest = understood(articles)
    return lambda: compose(digest)


def _left(run: Callable[[], object]) -> int:
    """Give how many objects cycles still hold behind a second run."""
    run()
    gc.collect()
    with paused():
        run()
        return gc.collect()


@pytest.mark.parametrize("prepared", [_attributed, _composed])
def test_cycles_do_not_grow_with_the_text(
    prepared: Callable[[Sequence[Article]], Callable[[], object]],
) -> None:
    few, many = (_left(prepared(_articles(count))) for count in (FEW, MANY))
    assert many - few < MANY - FEW  # not one object an article
