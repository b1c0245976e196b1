"""The words of a mention without what only points or describes."""

from __future__ import annotations

from functools import lru_cache

from digest.attribute.grammar import closed_class, is_joined
from digest.attribute.tokens import without_marks

_NAMES = 4_000  # that are kept without what describes them


def undetermined(text: str) -> str:
    """Take the article off a phrase, the marks around a name, and 'itself'."""
    plain = without_marks(text)
    first, _, rest = plain.partition(" ")
    bare = rest if rest and first.lower() in closed_class("articles") else plain
    return bare.removesuffix(" itself")


@lru_cache(maxsize=_NAMES)
def without_description(name: str) -> str:
    """Take what only describes off a name: 'opposition Harbour List', 'Narva-based Polar Line'."""
    words = name.split()
    kinds = closed_class("kinds_in_capitals")
    own = (w[0].isupper() and not is_joined(w) and w not in kinds for w in words)
    start = next((i for i, is_own in enumerate(own) if is_own), 0)
    rest = words[start:]
    small = closed_class("in_names")
    alone = is_joined(words[start - 1]) or words[start - 1] in kinds
    is_name = (len(rest) > 1 or alone) and all(w[0].isupper() or w in small for w in rest)
    return " ".join(rest) if is_name and not small & set(words[:start]) else name
