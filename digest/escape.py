"""Spells untrusted text so that a page shows exactly that text, and nothing of it acts.

Python-Markdown and its extensions give a meaning to nearly every ASCII punctuation
mark, and sites switch on different ones. So every mark becomes its numeric entity
unless its neighbours prove it harmless: entities mean nothing to any extension, and a
browser shows the mark. Where text may stand on a page is not this module's business;
see `render`, which escapes by default.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit

from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Span


class Markdown(str):
    """Text that is spelled for a page already: words of ours around escaped ones.

    Whatever is done to it gives a plain `str`, which counts as untrusted again. Only
    this module and `render` make it.
    """

    __slots__ = ()


# Control characters, halves of surrogate pairs and non-characters: YAML refuses them,
# and two of them are Python-Markdown's own placeholders.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_MARK = re.compile(
    r"""
    (?P<anywhere>
        ,
      | (?<=[^\W_]) - (?=[^\W_])               # eye-to-eye; never a dash, a list or a rule
      | (?<=[^\W\d_]) (?<!c) / (?=[^\W_])      # RFE/RL; not 1/2 and c/o, which turn into symbols
      | (?<=[^\W_]) (?<!www) \. (?=[^\W_])     # 2.5 and example.org; not www.example.org
      | (?<=[^\W_]) [;!?] (?=[ ])              # '!' before '[' would be a picture
      | (?<=[^\W_]) : (?=[0-9]+(?:[ ,.;]|$))   # 10:30
      | (?<=[0-9]) % (?=[ ,.;]|$)
    )
  | (?P<inside>                                # after the first word, which could begin a list
        (?<=[^\W_]|[)’”»]) \. (?=[ ’”»]|$)     # the end of a sentence; never an ellipsis
      | (?<=[^\W_]) : (?=[ ])                  # never `:smile:`, `http://` or a definition
      | (?<=[ ]) \( (?=[^\W_]) (?!(?:c|r|tm)\))
      | (?<=[^\W_]) \) (?=[ ,.;:]|$)
    )
  | [0-9] (?=st|nd|rd|th)                      # 20th: would get a raised 'th'
  | [0-9a-f] (?=[0-9a-f]{39})                  # would be taken for a commit, and linked
  | [!-/:-@\[-`{-~]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LANGUAGE = re.compile(r"[a-z]{1,8}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?")
_IN_HTML = re.compile(r'[&<>"{}]')
_NOT_IN_ATTRIBUTE = re.compile(
    r"""[\x00-\x1f"#$%&'*<=>?[\\\]^`{|}\x7f-\xa0\u2028\u2029\ud800-\udfff]"""
)
_NOT_IN_ADDRESS = re.compile(r"[^\w/.?=#%:,@-]", re.ASCII)

_DIRECTIONAL = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})
_ISOLATES = "\u2066\u2067\u2068"
_FIRST_STRONG, _POP = "\u2068", "\u2069"

_TEXTS = 1 << 12  # whose spelling is remembered: a name stands on many pages, a paragraph on a few


def plain(text: str) -> str:
    """Give the text as a page can show it: one line, without control characters."""
    return _UNSHOWABLE.sub("\ufffd", squeeze(text))


@lru_cache(_TEXTS)
def escape(text: str) -> Markdown:
    """Spell text for Markdown: for a line, a heading, a cell, the words of a link or an element."""
    shown = plain(text)
    first_word = shown.find(" ") if " " in shown else len(shown)
    return Markdown(_MARK.sub(lambda match: _spelled(match, first_word), shown))


def _spelled(match: re.Match[str], first_word: int) -> str:
    harmless = match["anywhere"] or (match["inside"] and match.start() > first_word)
    return match[0] if harmless else f"&#{ord(match[0])};"


def marked(text: str, spans: Iterable[Span]) -> Markdown:
    """Spell text as `escape` does, with the words of some spans in `<mark>`.

    Args:
        text: such as one line of a source.
        spans: of it, in order, none within another.
    """
    shown, spans = plain(text), tuple(spans)
    if not spans:
        return escape(text)
    if len(shown) != len(text):  # the spans would be off; `plain` has made a line of it first
        return escape(text)
    first_word = shown.find(" ") if " " in shown else len(shown)
    letters = [*shown]
    for match in _MARK.finditer(shown):
        letters[match.start()] = _spelled(match, first_word)
    for span in spans:
        letters[span.start] = f"<mark>{letters[span.start]}"
        letters[span.end - 1] += "</mark>"
    return Markdown("".join(letters))


@lru_cache(_TEXTS)
def isolated(text: str) -> Markdown:
    """Spell text for a line of Markdown that goes on after it.

    Text that runs from right to left, or that contains marks of direction, must not
    turn around what stands beside it.
    """
    spelled = escape(text)
    return Markdown(f"<bdi>{spelled}</bdi>") if is_directional(text) else spelled


def attribute(text: str) -> Markdown:
    """Spell text for the value of an attribute, with what could act as `%` and its bytes.

    Entities do not last there: extensions read tags and write them anew. Whoever
    reads the page gets the text with `urllib.parse.unquote`.
    """
    return Markdown(_NOT_IN_ATTRIBUTE.sub(lambda mark: quote(mark[0], errors="replace"), text))


def html(text: str) -> Markdown:
    """Spell text as HTML, for a title or a description outside of Markdown.

    MkDocs's themes print these as they stand, into elements and attributes. Braces
    could be a template to a plugin.
    """
    return Markdown(_IN_HTML.sub(_entity, _isolated_plain(plain(text))))


def front_matter(text: str) -> Markdown:
    """Spell text as a value of front matter: HTML within a quoted line of YAML."""
    return Markdown('"' + html(text).replace("\\", "\\\\") + '"')


def language(tag: str) -> str:
    """Give a language tag that HTML may carry: `und` for what is none."""
    return tag if _LANGUAGE.fullmatch(tag) else "und"


def address(url: str) -> Markdown | None:
    """Spell an outside address for the round brackets of a Markdown link; see `web_address`."""
    spelled = web_address(url)
    return None if spelled is None else Markdown(_NOT_IN_ADDRESS.sub(_entity, spelled))


def web_address(url: str) -> str | None:
    """Spell an outside address in ASCII, safe to follow.

    Returns:
        None where the address is not plainly one of the web: another scheme, a user's
        name before the host (which reads like a host), a host that is none.
    """
    try:
        parts = urlsplit(url)
        host = _host(parts)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or url != plain(url):
        return None
    rest = quote(parts._replace(scheme="", netloc="").geturl(), safe="/?#&=%+,;:@!$*'~-._")
    return f"{parts.scheme}://{host}{rest}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        return ""
    return host if parts.port is None else f"{host}:{parts.port}"


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def is_directional(text: str) -> bool:
    """Whether text has anything that does not run from left to right."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _DIRECTIONAL for c in text)


def _isolated_plain(text: str) -> str:
    # A title stands where no element can: marks of direction do what <bdi> does elsewhere.
    if not is_directional(text):
        return text
    depth = lowest = 0
    for character in text:
        depth += (character in _ISOLATES) - (character == _POP)
        lowest = min(lowest, depth)
    # As many as the text itself closes without having opened them, and one that holds.
    return _FIRST_STRONG * (1 - lowest) + text + _POP * (1 + depth - lowest)
