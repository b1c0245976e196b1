"""Python's collector of cycles, out of the way where much is made that stays.

It knows nothing of what is made; that a stage leaves no cycles behind is tested.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def paused() -> Iterator[None]:
    """Collect no cycles meanwhile; a decorator, too.

    The collector goes through all that is alive each time a quarter more of it has been
    made, and a stage that only adds to what is known gives it nothing to find: that took
    an eighth of the time of `attribute`. What no cycle holds is freed at once as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
