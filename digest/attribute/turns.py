"""Turns of an interview: 'Ida Lind: We will stay.', 'The Courier: Until when?'.

A label in front of a colon tells who speaks the whole paragraph and those behind
it, up to the next label. One such line alone is read by `headlines`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import headlines
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.attribute.headlines import Labelled
    from digest.attribute.mentions import Mention
    from digest.attribute.texts import Text

_LEAST = 2  # who ask and answer
_QUOTES = ('"', "“", "‘", "«")


class Turn(NamedTuple):
    """A paragraph that one speaks in an interview.

    Attributes:
        mention: whose turn it is, as the first label of the same name has it.
        words: the label.
        cue: the colon; empty where the paragraph only goes on.
        content: what is said.
    """

    mention: Mention
    words: str
    cue: Span
    content: Span


def turns(texts: Sequence[Text]) -> dict[str, Turn]:
    """Give whose turn it is in each paragraph of an interview, by the paragraph's id.

    Args:
        texts: the paragraphs of an article, in order, without its titles and captions.

    Returns:
        Nothing where the labels do not ask and answer: in a list of results every label
        is another's.
    """
    labels = [(at, label) for at, text in enumerate(texts) if (label := _label(text)) is not None]
    if not _is_interview(texts, labels):
        return {}
    ends = [at for at, _ in labels[1:]]
    fullest: dict[str, Mention] = {}
    found: dict[str, Turn] = {}
    for (at, label), end in zip(labels, [*ends, labels[-1][0] + 1], strict=True):
        mention = fullest.setdefault(_short(label), label.subject.mention)
        opened = _opened(texts[at], label, mention)
        found[texts[at].id] = opened
        found |= _going_on(texts[at:end], opened)
    return found


def _label(text: Text) -> Labelled | None:
    first = text.sentences[0] if text.sentences else None
    return headlines.labelled(first) if first is not None and first.has_mark(":") else None


def _is_interview(texts: Sequence[Text], labels: Sequence[tuple[int, Labelled]]) -> bool:
    """Whether two or more take turns: one comes back, or the first one asks."""
    counted = Counter(_short(label) for _, label in labels)
    if len(counted) < _LEAST:
        return False
    asks, answers = labels[0][0], labels[1][0]
    is_asked = answers == asks + 1 and _asks(texts[asks])
    return is_asked or max(counted.values()) > 1


def _short(label: Labelled) -> str:
    """Give what stays of a label when it comes again: 'Ida Lind:', 'Lind:'."""
    return label.subject.mention.text.split()[-1].casefold()


def _asks(text: Text) -> bool:
    return text.sentences[-1].tokens[-1].text == "?"


def _opened(text: Text, label: Labelled, mention: Mention) -> Turn:
    sign, first = text.sentences[0].tokens[label.colon : label.colon + 2]
    return Turn(
        mention, label.subject.words, Span(sign.start, sign.end), Span(first.start, _end(text))
    )


def _going_on(texts: Sequence[Text], opened: Turn) -> Iterator[tuple[str, Turn]]:
    """Give the paragraphs behind a labelled one that go on with an answer.

    A question ends a turn; words in quotation marks among those without are a picked-out line.
    """
    if _asks(texts[0]):
        return
    for text in texts[1:]:
        start = text.sentences[0].tokens[0].start if text.sentences else 0
        if text.sentences and not text.sentences[0].text.startswith(_QUOTES, start):
            yield (
                text.id,
                opened._replace(cue=Span(start, start), content=Span(start, _end(text))),
            )


def _end(text: Text) -> int:
    return text.sentences[-1].tokens[-1].end
