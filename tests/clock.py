"""Measures how long something takes, so that what else a machine does decides nothing.

A busy machine only ever adds time. So a limit is broken only where every one of
several attempts breaks it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from digest.collector import paused

if TYPE_CHECKING:
    from collections.abc import Callable

ATTEMPTS = 6


def seconds(run: Callable[[], object]) -> float:
    """Give the seconds of this process that one run takes, without collecting garbage."""
    with paused():
        start = time.process_time()
        run()
        return time.process_time() - start


def takes_less_than(limit: float, run: Callable[[], object]) -> bool:
    """Whether something takes less than so many seconds in the best of some attempts."""
    return any(seconds(run) < limit for _ in range(ATTEMPTS))


def grows_less_than(
    factor: float, small: Callable[[], object], large: Callable[[], object]
) -> bool:
    """Whether the large case takes less than `factor` times the small one.

    Compares the best attempts of both; they alternate, so that a machine that
    slows down or warms up does so for both.
    """
    best_small = best_large = float("inf")
    for _ in range(ATTEMPTS):
        best_small = min(best_small, seconds(small))
        best_large = min(best_large, seconds(large))
        if best_large < factor * best_small:
            return True
    return False
