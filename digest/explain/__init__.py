"""Says in plain words what was made of one paragraph, or of two, and why: `digest explain`.

For whoever answers for the pages, not for programmers: every rule is put as a
sentence, with the words of the text that it went by, and so is what was looked
at and not taken. Nothing is decided here. (`digest export` has it all as data.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest import pipeline
from digest.explain.find import find, refused
from digest.explain.pair import Comparison
from digest.explain.single import Explanation
from digest.load import load

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["explain", "find"]


def explain(sources: Path, wanted: str, other: str | None = None) -> str:
    """Say what was made of a paragraph, or why two of them fold or stay apart.

    Args:
        sources: the folder of articles.
        wanted: its id in the export, `FILE:LINE`, or words of its text.
        other: the second paragraph, in the same way.

    Raises:
        DigestError: where no paragraph is meant or more than one, with those that are near; or
            with every problem of the sources.
    """
    loaded = load(sources)
    digest = pipeline.understand(loaded.settings, loaded.articles)
    paragraph = find(digest, wanted)
    if other is None:
        return "\n".join(Explanation(loaded.settings, digest, paragraph).lines()) + "\n"
    second = find(digest, other)
    if second.id == paragraph.id:
        raise refused(f"both are one paragraph, '{second.id}'", "expected two")
    return "\n".join(Comparison(loaded.settings, digest, paragraph, second).lines()) + "\n"
