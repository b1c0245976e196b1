"""Pronouns that stand before the name they mean: 'As he opened the port, Jan Lind praised it'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import names
from digest.attribute.grammar import closed_class

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.attribute.frames import Frame
    from digest.attribute.profiles import Profile
    from digest.attribute.sentence import Sentence


def named_behind(
    s: Sentence, read: Sequence[Frame], bearers: Callable[[str], Sequence[Profile]]
) -> Sequence[Frame]:
    """Give the attributions of a sentence, those of a 'he' that opens it with the name behind.

    Only where that one speaks in the main clause, and is not known to be of the other gender.

    Args:
        s: the sentence.
        read: its attributions, in the order of their cues.
        bearers: gives whom a surname may mean.
    """
    if len(read) == 1 or s.low(0) not in closed_class("subordinate_openers"):
        return read
    first = read[0].mention
    if first.kind != "pronoun" or first.gender is None or s.low(1) != first.text.lower():
        return read
    named = next((f.mention for f in read if f.mention.kind != "pronoun"), None)
    if named is None or named.kind != "name" or named.plural or named.name is None:
        return read
    known = bearers(named.name)
    told = named.gender or names.gender(named.name)
    if told not in {first.gender, None} or any(p.is_other_gender(first.gender) for p in known):
        return read
    return [f._replace(mention=named) if f.mention is first else f for f in read]
