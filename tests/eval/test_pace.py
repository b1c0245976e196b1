from __future__ import annotations

from typing import TYPE_CHECKING

from tests.clock import grows_less_than
from tests.eval import pace, said
from tests.eval.sets import STORIES

if TYPE_CHECKING:
    from pathlib import Path

FEW = 300  # paragraphs
GROWTH = 3  # times the seconds for twice the articles: two is linear, four quadratic


def test_twice_the_articles_take_about_twice_the_time(tmp_path: Path) -> None:
    stories = said.stories(STORIES / "dev")
    few, small = pace.reading(stories, tmp_path, FEW)
    many, large = pace.reading(stories, tmp_path, 2 * few)
    assert many == 2 * few
    assert grows_less_than(GROWTH, small, large)
