"""The words of a mention without what only points or describes."""

from __future__ import annotations

from digest.attribute.grammar import closed_class, is_joined


def undetermined(text: str) -> str:
    """Take the article off a phrase, and 'itself'."""
    first, _, rest = text.partition(" ")
    bare = rest if rest and first.lower() in closed_class("articles") else text
    return bare.removesuffix(" itself")


def without_description(name: str) -> str:
    """Take what only describes off a name: 'opposition Harbour List', 'Narva-based Polar Line'."""
    words = name.split()
    start = next((i for i, w in enumerate(words) if w[0].isupper() and not is_joined(w)), 0)
    rest = words[start:]
    small = closed_class("in_names")
    is_name = (len(rest) > 1 or is_joined(words[start - 1])) and all(
        w[0].isupper() or w in small for w in rest
    )
    return " ".join(rest) if is_name and not small & set(words[:start]) else name
