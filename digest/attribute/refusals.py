"""Why a cue gave no statement: said by whoever drops it, heard only by `digest explain`.

In every other run nobody listens, which is `ignore`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from digest.model import Span

Reason = Literal[
    "quoted",  # stands within a quotation, so it is the speaker's own word
    "no verb",  # is a noun, a name or an infinitive here
    "not asserted",  # only may, would or should be said
    "passive",  # names no speaker
    "no speaker",  # nobody stands near who could say it
    "no words",  # nothing is reported
    "not firm",  # a weak cue, and neither a quotation nor 'that' behind it
    "announces",  # ends with a colon: the words follow in the next paragraph
    "within",  # is part of what somebody else says
    "nobody known",  # has words for a speaker, and nobody whom they can mean
]

# Takes the cue and why it was dropped.
Refuse = Callable[[Span, Reason], object]


def ignore(cue: Span, reason: Reason) -> None:
    """Take no notice."""
