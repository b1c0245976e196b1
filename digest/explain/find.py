"""Which paragraph somebody means who types an id, a file and a line, or words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from digest.errors import DigestError, Problem
from digest.explain.layout import listed
from digest.text import cite, fold, squeeze

if TYPE_CHECKING:
    from digest.model import Article, Digest, Paragraph

_SOURCE = ".md"  # how the name of a source file ends
_SHOWN = 4  # paragraphs named where several fit
_BEGINNING = 60  # characters by which beginnings are compared
_ALIKE = 0.55  # of them, to ask 'did you mean'


def find(digest: Digest, wanted: str) -> Paragraph:
    """Give the paragraph that somebody means.

    Raises:
        DigestError: where there is none, or more than one.
    """
    own = next((p for p in digest.paragraphs if p.id == wanted), None)
    return own or _at_line(digest, wanted) or _with_words(digest, wanted)


def _at_line(digest: Digest, wanted: str) -> Paragraph | None:
    """Give the paragraph at `FILE:LINE`; None where that is no file and a line."""
    typed, _, line = wanted.rpartition(":")
    if not typed or not (line.isascii() and line.isdigit()):
        return None
    article = _article(digest, typed)
    if article is None:
        return None
    number, own = int(line), [p for p in digest.paragraphs if p.article == article.id]
    last = article.body_line + article.body.count("\n")
    above = [p for p in own if p.line <= number <= last]
    if not above:
        near = min(own, key=lambda p: abs(p.line - number), default=None)
        expected = f"the nearest one is on line {near.line}" if near else "it has no paragraphs"
        raise refused(f"{article.file} has no paragraph on line {number}", expected)
    return above[-1]


def _article(digest: Digest, typed: str) -> Article | None:
    """Give the article of a file name, of which the end is enough; None for no such file."""
    name = typed.replace("\\", "/").removeprefix("./")
    whole = [a for a in digest.articles if f"/{name}".endswith(f"/{a.file}")]
    found = whole or [a for a in digest.articles if a.file.endswith(name)]
    if len(found) > 1:
        files = listed(a.file for a in found[:_SHOWN])
        raise refused(f"{len(found)} files are called {cite(typed)}", f"expected one of {files}")
    if not found and name.endswith(_SOURCE):
        known = {a.file.rpartition("/")[2]: a.file for a in digest.articles}
        close = get_close_matches(name.rpartition("/")[2], known, n=1)
        expected = f"did you mean {cite(known[close[0]])}?" if close else "expected a source file"
        raise refused(f"no source is called {cite(typed)}", expected)
    return found[0] if found else None


def _with_words(digest: Digest, wanted: str) -> Paragraph:
    words = fold(squeeze(wanted))
    texts = [(fold(p.text), p) for p in digest.paragraphs]
    hits = [(text, p) for text, p in texts if words and words in text]
    if len(hits) > 1:
        hits = [(text, p) for text, p in hits if text.startswith(words)] or hits
    if len(hits) == 1:
        return hits[0][1]
    if hits:
        places = listed(f"'{p.id}'" for _, p in hits[:_SHOWN])
        what = f"{len(hits)} paragraphs have the words {cite(wanted)}"
        raise refused(what, f"expected more of the text, or one of them by its id: {places}")
    raise refused(
        f"no paragraph is called {cite(wanted)} or has these words", _near(digest, wanted)
    )


def _near(digest: Digest, wanted: str) -> str:
    """Say which paragraphs somebody may have meant: by id, by file, or by how they begin."""
    ids = get_close_matches(wanted, [p.id for p in digest.paragraphs], n=_SHOWN, cutoff=0.8)
    if ids:
        return f"did you mean {listed(map(cite, ids), 'or')}?"
    begun = {fold(p.text)[:_BEGINNING]: p for p in reversed(digest.paragraphs)}
    words = fold(squeeze(wanted))[:_BEGINNING]
    starts = {start[: len(words)]: p for start, p in begun.items()}
    close = get_close_matches(words, starts, n=1, cutoff=_ALIKE)
    if close:
        own = starts[close[0]]
        return f"did you mean {cite(own.text)} ('{own.id}')?"
    return (
        "expected an id of the export, a file and a line such as story.md:12, or words of the text"
    )


def refused(what: str, expected: str) -> DigestError:
    """Say that no paragraph can be explained, and what would be one."""
    return DigestError([Problem("digest explain", None, what, expected)])
