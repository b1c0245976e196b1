"""What many tests of a module ask for again, kept from the first time.

What is kept depends on nothing but what it is made of; that a second build gives the same is
shown where nothing is remembered.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown

from digest import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def remembering() -> Iterator[None]:
    """Understand the same sources, and render the same page for the check, only once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "understand", cache(pipeline.understand))
        patch.setattr("digest.check.page.Markdown", _remembering_markdown())
        yield


def _remembering_markdown() -> type[Markdown]:
    rendered: dict[tuple[str, str], str] = {}

    class Remembering(Markdown):
        def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Markdown has them
            super().__init__(**options)
            self._options = repr(options)

        def convert(self, source: str) -> str:
            key = self._options, source
            if key not in rendered:
                rendered[key] = super().convert(source)
            return rendered[key]

    return Remembering
