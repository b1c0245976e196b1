"""Plain text into Markdown that reads back as exactly its paragraphs.

Which of them are furniture, and what the text says of itself, is not asked here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from digest import reader
from digest.text import squeeze


def as_markdown(text: str) -> str | None:
    """Write a plain text as Markdown, with no more backslashes than it takes.

    Args:
        text: with line feeds for line ends.

    Returns:
        Markdown of which `reader` makes one paragraph for each of the text; None
        where that cannot be done, for which a text must be made of signs.
    """
    texts = paragraphs(text)
    efforts = [0] * len(texts)
    for _ in _WRITERS:
        written = (_WRITERS[effort](words) for effort, words in zip(efforts, texts, strict=True))
        body = "\n\n".join(written)
        misread = _misread(body, texts)
        if not misread:
            return body
        for place in misread:
            efforts[place] = min(efforts[place] + 1, len(_WRITERS) - 1)
    return None


def _misread(body: str, texts: list[str]) -> set[int]:
    """Give the places of the paragraphs that a reader would see otherwise, or not at all."""
    seen: dict[int, list[tuple[str, str]]] = {}
    for block in reader.read(body):
        seen.setdefault(block.line, []).append((block.kind, block.text))
    return {
        place
        for place, words in enumerate(texts)
        if seen.get(2 * place) != [("paragraph", squeeze(words))]
    }


# ----------------------------------------------------------------- backslashes


def _escape_start(words: str) -> str:
    return _START.sub(r"\g<0>\\", words, count=1)


def _escape_all(words: str) -> str:
    return _escape_start(_INLINE.sub(r"\\\g<0>", words))


def _escape_addresses(words: str) -> str:
    # No backslash helps '<http://…>'; a span of code reads the same.
    parts = _ADDRESS.split(words)
    parts[::2] = map(_escape_all, parts[::2])
    parts[1::2] = map(_code_span, parts[1::2])
    return "".join(parts)


def _code_span(words: str) -> str:
    longest = max(map(len, re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence}{words}{fence}"


# From the Markdown that looks most like the text to that which escapes most.
_WRITERS = (str, _escape_start, _escape_all, _escape_addresses)
# The place at which a backslash keeps a line from being a heading, a list, a rule…
_START = re.compile(r"^(?=[#>*+_\[-])|^\d+(?=\.)")
_INLINE = re.compile(r"[\\`*_\[\]]")
_ADDRESS = re.compile(r"((?:<[A-Za-z][A-Za-z0-9+.-]*://[^<>]*>)+)")


# ------------------------------------------------------------------ paragraphs


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a plain text: its lines, or its blocks where lines are wrapped."""
    groups = [
        [_EDGES.sub("", line) for line in block.split("\n") if squeeze(line)]
        for block in _BLANK_LINE.split(text)
    ]
    width = _wrap_width(groups)
    found = []
    for lines in groups:
        found += [" ".join(lines)] if lines and _is_wrapped(lines, width) else lines
    return found


def _wrap_width(groups: list[list[str]]) -> int:
    """Give the width at which a text's lines are wrapped; 0 where each is a paragraph.

    Wrapped lines are alike in width, and most break off within a sentence.
    """
    breaks = [pair for lines in groups for pair in pairwise(lines)]
    width = max((len(line) for pair in breaks for line in pair), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(len(line) >= _FULL * width for line, _ in breaks)
    within = sum(not _STOPS.search(line) and after[0].islower() for line, after in breaks)
    return width if min(full, within) > len(breaks) / 2 else 0


def _is_wrapped(lines: list[str], width: int) -> bool:
    return bool(width) and all(len(line) >= _FULL * width for line in lines[:-1])


_BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+")
# What `squeeze` takes for blank; four of them at the head of a line would make it code.
_EDGES = re.compile(r"\A[\s\x00-\x1f\x7f-\x9f]+|[\s\x00-\x1f\x7f-\x9f]+\Z")
_STOPS = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_NARROWEST = 40
_WIDEST = 100
_FULL = 0.6
