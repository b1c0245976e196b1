"""Pronouns whose own sentence tells whom they mean.

'As he opened the port, Jan Lind praised it'; 'When sailors met, they called for peace'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute import names, speakers
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


def several_ahead(s: Sentence, read: Sequence[Frame]) -> Sequence[Frame]:
    """Give the attributions of a sentence, those of 'they' with the several it is about.

    Only where nobody else speaks in it: 'When Zenda and Narva met, they called for peace'.

    Args:
        s: the sentence.
        read: its attributions.
    """
    if any(frame.mention.text.partition(" ")[0].lower() != "they" for frame in read):
        return read
    found = speakers.topic(s)
    if found is None or found.mention.kind not in speakers.ABLE - {"pronoun"}:
        return read
    if found.start >= read[0].cue.start or not speakers.is_plural(s, found.mention):
        return read
    return [frame._replace(mention=found.mention) for frame in read]
