"""Words of a source, verbatim, and what became of each of its paragraphs.

Where words come from is said by `marks`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest import escape
from digest.escape import Markdown
from digest.render.links import linked, safe_anchor
from digest.render.words import code, count, dotted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Excerpt, FateRow, SourcePage, Span
    from digest.render.here import Here

# Of the words of ours, whatever the machine speaks.
_LANGUAGE = "en"

_KINDS = {
    "text": "text",
    "title": "title",
    "heading": "heading",
    "caption": "caption of a picture",
    "byline": "byline or dateline",
    "boilerplate": "page furniture",
}


def verbatim(
    excerpt: Excerpt,
    marked: Iterable[Span] = (),
    anchor: str | None = None,
    *,
    brief: bool = False,
) -> Markdown:
    """Give verbatim words as a block that says which paragraph of which file they are.

    Words of the spans are marked, which changes nothing of the text. The language stands
    there where it is not the site's, the direction where the words can have another.

    A brief one stands above its paragraph, which the page may have, too.

    Every published sentence of a source stands in such a block, and nothing else does:
    `digest check` relies on it. As a block of HTML it passes Python-Markdown unread.
    """
    source = f"{excerpt.mark.file}:{excerpt.mark.line}"
    language = escape.language(excerpt.language)
    attributes = [
        'class="digest-text"',
        f'id="{safe_anchor(anchor)}"' if anchor else "",
        f'data-paragraph="{escape.attribute(excerpt.paragraph)}"',
        f'data-source="{escape.attribute(source)}"',
        f'lang="{language}"' if language != _LANGUAGE else "",
        'dir="auto"' if escape.is_directional(excerpt.text) else "",
        "data-brief" if brief else "",
    ]
    opening = " ".join(filter(None, attributes))
    return Markdown(f"<p {opening}>{escape.marked(excerpt.text, marked)}</p>{_rest(excerpt)}")


def _rest(excerpt: Excerpt) -> Markdown:
    """Say how many words a paragraph goes on, with the way to them; nothing where it ends."""
    if not excerpt.rest:
        return Markdown()
    words = f"… {count(excerpt.rest, 'more word')}"
    url = escape.address(excerpt.mark.url or "")
    link = f"[{words}]({url})" if url else words
    return Markdown(f'\n\n<p class="digest-rest" data-search-exclude="1" markdown>{link}</p>')


def fate(here: Here, row: FateRow) -> Markdown:
    """Say what became of a paragraph, and where it went or by which rule it was cut."""
    line = f"Line {row.excerpt.mark.line}"
    came = Markdown(f"**{row.fate.capitalize()}**")
    if row.fate == "cut":
        return dotted(line, came, _KINDS[row.kind], row.why, code(row.rule))
    place = linked(here, row.entry) if row.entry else None
    return dotted(line, came, place, row.why)


def fates(page: SourcePage) -> Markdown:
    """Count what became of the paragraphs of an article."""
    rows = Counter(row.fate for row in page.rows)
    read = count(len(page.rows), "paragraph read", "paragraphs read")
    return dotted(read, *(f"{rows[each]} {each}" for each in ("kept", "folded", "cut")))
