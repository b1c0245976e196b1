"""What many tests of a module ask for again, kept from the first time.

What is kept depends on nothing but what it is made of; that a second build gives the same is
shown where nothing is remembered.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown

from digest import pipeline
from digest.check import files, mkdocsyml, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from digest.model import Publication
    from digest.pipeline import Made
    from digest.siteurl import SiteUrl


@contextmanager
def remembering() -> Iterator[None]:
    """Understand the same sources, make their site, and read the same page, only once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "understand", cache(pipeline.understand))
        patch.setattr(pipeline, "make", _remembering_make())
        patch.setattr(page, "Markdown", _remembering_markdown())
        patch.setattr(page._Excerpts, "of", cache(page._Excerpts.of))
        patch.setattr("digest.check.shown_in", cache(files.shown_in))
        patch.setattr(mkdocsyml, "_content", _remembering_settings())
        yield


def _remembering_make() -> Callable[..., Made]:
    original = pipeline.make
    made: dict[tuple[object, ...], Made] = {}

    def make(publication: Publication, *site_url: SiteUrl) -> Made:
        key = publication.title, publication.about, *publication.digests.items(), *site_url
        if key not in made:
            made[key] = original(publication, *site_url)
        return deepcopy(made[key])  # some tests change what they are given

    return make


def _remembering_settings() -> Callable[[Path], dict[str, Any]]:
    original = mkdocsyml._content
    read: dict[tuple[object, ...], dict[str, Any]] = {}

    def content(config: Path) -> dict[str, Any]:
        if not config.is_file() or b"INHERIT" in (text := config.read_bytes()):
            return original(config)
        key = text, *sorted(os.environ.items())  # they may name variables
        if key not in read:
            read[key] = original(config)
        return deepcopy(read[key])

    return content


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
