"""What the formats have in common: an entry as HTML, its names, and the words of a line."""

from __future__ import annotations

from html import escape as html
from typing import TYPE_CHECKING

from digest.escape import language, plain, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from digest.model import Byline, Excerpt, FeedItem

NO_NAME = "—"


def line(text: str) -> str:
    """Give a text as one line that every format can hold, and that is never empty."""
    return plain(text) or NO_NAME


def moment(day: date) -> str:
    """Give the first moment of a day, as RFC 3339 spells it."""
    return f"{day.isoformat()}T00:00:00Z"


def outlets(item: FeedItem) -> tuple[str, ...]:
    """Give the outlets that tell an entry, each once, the one whose text is shown first."""
    return tuple(dict.fromkeys(line(cited.mark.outlet) for cited in item.cited))


def original(item: FeedItem) -> str | None:
    """Give the address of the article whose text is shown; None where it has no safe one."""
    url = item.cited[0].mark.url
    return web_address(url) if url else None


def spoken(item: FeedItem) -> str | None:
    """Give the language of the text that is shown; None where the source says nothing usable."""
    tag = language(item.cited[0].language)
    primary = tag.partition("-")[0]
    return tag if len(primary) > 1 and tag != "und" else None


def common_language(items: Iterable[FeedItem]) -> str | None:
    """Give the language of all items, if it is one."""
    tags = {spoken(item) for item in items}
    return tags.pop() if len(tags) == 1 else None


def content(item: FeedItem, page: str | None) -> str:
    """Give an entry as HTML: the text, who speaks, where it stands, and who tells it, too.

    Args:
        item: the entry.
        page: its address on the site, if that is known.
    """
    first, *others = item.cited
    parts = [_quoted(first), *_speakers(item.bylines), _source(first)]
    if others:
        parts.append("<p>Also reported:</p>")
        parts += [part for other in others for part in (_quoted(other), _source(other))]
    if page is not None:
        parts.append(f'<p><a href="{html(page)}">In the digest</a></p>')
    return "".join(parts)


def _quoted(excerpt: Excerpt) -> str:
    """Give verbatim words in an element that says which lines of which file they are.

    It is the same as on a page, so that `digest check` looks it up in the same way.
    """
    source = f"{excerpt.mark.file}:{excerpt.mark.line}"
    return (
        f'<blockquote><p data-paragraph="{html(plain(excerpt.paragraph))}"'
        f' data-source="{html(plain(source))}"'
        f' lang="{language(excerpt.language)}" dir="auto">{html(plain(excerpt.text))}</p>'
        f"</blockquote>{_rest(excerpt)}"
    )


def _rest(excerpt: Excerpt) -> str:
    """Say how many words the editor's bound leaves out."""
    words = "word" if excerpt.rest == 1 else "words"
    return f"<p>… {excerpt.rest:,} more {words}</p>" if excerpt.rest else ""


def _source(excerpt: Excerpt) -> str:
    """Name the outlet, the article with the way to it, and the day of publication."""
    mark = excerpt.mark
    url = web_address(mark.url) if mark.url else None
    title = _isolated(mark.title)
    parts = [
        f"<strong>{_isolated(mark.outlet)}</strong>",
        title if url is None else f'<a href="{html(url)}">{title}</a>',
        mark.published.isoformat() if mark.published else "",
    ]
    return f"<p>{' · '.join(filter(None, parts))}</p>"


def _speakers(bylines: Iterable[Byline]) -> Iterator[str]:
    """Name each speaker, with the role and the side."""
    for byline in bylines:
        parts = (byline.name, byline.role, byline.side)
        yield f"<p>{' · '.join(_isolated(part) for part in parts if part)}</p>"


def _isolated(text: str) -> str:
    # A text that runs from right to left must not turn around what stands beside it.
    return f"<bdi>{html(line(text))}</bdi>"
