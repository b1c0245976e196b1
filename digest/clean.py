"""Names what every paragraph is: text, or a piece of the page around it.

The knowledge is data: `data/furniture.toml` holds the rules in the order in
which they are tried, each with a reason that a page may show. A pattern sees
one line only; where that line stands it cannot see. That is this module's
part: a rule names a place, and each place is a small function in `_PLACES`.

Nothing is removed or changed here; `compose` leaves out what is not text, and
says so. Where the evidence is thin a line stays text: a leftover label is a
blemish, a lost paragraph is lost news. So a line that quotes somebody is never
furniture, however it looks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from digest.lexicon import Rule, rules
from digest.model import Label
from digest.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digest.model import Article, Paragraph

_PROSE = 12
"""Words that make a sentence a paragraph of the story."""

_SOLID = 20
"""Words that make a sentence too long for a headline or the summary of a link."""

_RUN_ON = 40
"""Words that make a paragraph of the story even without a full stop."""

_LINK = 4
"""Words of a headline or link; a shorter line may be a label or a crosshead."""

_SHORT_CAPTION = 14
"""Words of a caption that nothing but its credit gives away."""

_WIDE = 16
"""Letters to a word, so that `most` bounds a text without blanks too."""

_ROOM = 240
"""Letters that a rule may always look at, however few words it allows."""

_DEEP = 16
"""Paragraphs among which a story begins; a page without one there has no head."""

_FEW = 2
"""Summaries, dates or lines that may stand above a story."""

_LAST = 4
"""Sentences at the end of a page that may be notes."""

_NEAR = 7
"""Paragraphs in which the same picture is told twice."""

_RUN = 5
"""Paragraphs in which the next kickers of a list of teasers stand."""

_ALIKE = 0.85
"""How alike two forms of one headline are."""

_TOP = frozenset({"title", "byline", "caption"})
"""Kinds that stand above a story, and show that a line above them does so as well."""

_OVER_QUOTES = frozenset({"title", "heading", "picture"})
"""Places that are proof enough, even where somebody is quoted."""

_CLOSERS = r"""[\s"'’”»)\]]{0,4}$"""
_ENDED = re.compile(r"[.!?…։。！？:]" + _CLOSERS)
_FULL_STOP = re.compile(r"[.…։。:]" + _CLOSERS + r"""|[!?][\s"'’”»)\]]{1,4}$""")
_QUOTED = re.compile(
    r"""[“"«„](?:[^“”"«»„\s]+\s+){3}[^“”"«»„]*[”"»“]|‘[^‘]{15,400}?[,.?!]’"""
    r"""|(?<!\w)'[^']{15,}[,.?!]'"""
)
_IDEOGRAM = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[a-z0-9]+")
_NAME = re.compile(r"^(?:[A-Z][\w.'’-]{0,30} ){1,3}[A-Z][\w.'’-]{0,30}$")
_YEAR_LAST = re.compile(r"^\W*(?:\w+\W+){1,4}\d{4}\W*$")
_SAYS = re.compile(r"^.{1,40}\s(?:says|said|wrote|writes|commented)\s?:?$")
_OUTLET = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def clean(articles: Sequence[Article], paragraphs: Sequence[Paragraph]) -> tuple[Label, ...]:
    """Name what each paragraph is.

    Args:
        articles: every article that a paragraph belongs to.
        paragraphs: of all articles, those of one article in its order.

    Returns:
        One label for each paragraph, in the same order.
    """
    own: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        own[paragraph.article].append(paragraph)
    pages = (_Page(article, own[article.id]) for article in articles)
    labels = {label.paragraph: label for page in pages for label in _judge(page)}
    return tuple(labels[paragraph.id] for paragraph in paragraphs)


def _judge(page: _Page) -> list[Label]:
    for rule in rules("furniture"):
        place = _PLACES[rule.extra["where"]]
        # From the top down, so that a list of links grows line by line.
        for index in range(len(page.lines)):
            if page.fits(index, rule) and place(page, index):
                page.mark(index, rule)
    return [
        Label(paragraph.id, rule.extra["kind"] if rule else "text", rule.id if rule else None)
        for paragraph, rule in zip(page.paragraphs, page.marks, strict=True)
    ]


# ------------------------------------------------------------------ a page and its lines


@dataclass(frozen=True, slots=True)
class _Line:
    """What can be said of one paragraph without looking at the others.

    Attributes:
        folded: the text in the form for comparing.
        words: how many it has.
        sentence: it ends as a sentence does, and as few headlines do.
        prose: it is long enough to be a paragraph of the story.
        solid: it is too long to be a headline or the summary of a link.
        quoting: it quotes somebody, which page furniture does not.
    """

    text: str
    folded: str
    words: int
    sentence: bool
    prose: bool
    solid: bool
    quoting: bool


def _line(text: str) -> _Line:
    words = max(len(text.split()), len(_IDEOGRAM.findall(text)) // 2)
    ended = _ENDED.search(text, max(0, len(text) - 6)) is not None
    return _Line(
        text=text,
        folded=squeeze(fold(text)),
        words=words,
        sentence=_FULL_STOP.search(text, max(0, len(text) - 6)) is not None,
        prose=(ended and words >= _PROSE) or words >= _RUN_ON,
        solid=(ended and words >= _SOLID) or words >= _RUN_ON,
        quoting=ended and _QUOTED.search(text) is not None,
    )


class _Page:
    """An article while it is judged: its lines, and the rule found for each so far."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph]) -> None:
        self.article = article
        self.paragraphs = paragraphs
        self.lines = [_line(paragraph.text) for paragraph in paragraphs]
        self.marks: list[Rule | None] = [None] * len(paragraphs)
        self._story: tuple[int, int] | None = None

    def fits(self, index: int, rule: Rule) -> bool:
        """Tell whether the rule may speak of a paragraph, and finds what it seeks."""
        if self.marks[index] is not None:
            return False
        line, most = self.lines[index], rule.extra["most"]
        return (
            line.words <= most
            and len(line.text) <= max(_ROOM, _WIDE * most)
            and not (line.quoting and rule.extra["where"] not in _OVER_QUOTES)
            and rule.pattern.search(line.text) is not None
        )

    def mark(self, index: int, rule: Rule) -> None:
        """Settle what a paragraph is."""
        self.marks[index] = rule
        self._story = None

    def kind(self, index: int) -> str | None:
        """Give the kind found for a paragraph so far; None beyond both ends too."""
        rule = self.marks[index] if 0 <= index < len(self.marks) else None
        return None if rule is None else str(rule.extra["kind"])

    def has(self, index: int, key: str) -> bool:
        """Tell whether the rule found for a paragraph has a key, such as `credit`."""
        rule = self.marks[index] if 0 <= index < len(self.marks) else None
        return rule is not None and bool(rule.extra.get(key))

    def plain(self, index: int) -> bool:
        """Tell whether Markdown made nothing special of a paragraph."""
        return self.paragraphs[index].block == "paragraph"

    def free(self) -> list[int]:
        """Give the paragraphs that are text so far."""
        return [index for index, mark in enumerate(self.marks) if mark is None]

    def story(self) -> tuple[int, int]:
        """Give the first paragraph of the story and its last sentence.

        A page without a story has nothing above it or below it.
        """
        if self._story is None:
            free = self.free()
            first = next((i for i in free if self.lines[i].prose), 0)
            ends = [i for i in free if self.lines[i].sentence or self.lines[i].prose]
            self._story = (first if first < _DEEP else 0, ends[-1] if ends else len(self.lines))
        return self._story


# ------------------------------------------------------------------ places: the line itself


def _anywhere(_page: _Page, _index: int) -> bool:
    return True


def _heading(page: _Page, index: int) -> bool:
    return page.paragraphs[index].block == "heading"


def _picture(page: _Page, index: int) -> bool:
    return page.paragraphs[index].block == "image"


def _title(page: _Page, index: int) -> bool:
    line, title = page.lines[index], page.article.title.strip()
    # Where the whole article is one paragraph, that paragraph is the news.
    if line.solid or len(page.free()) < _FEW:
        return False
    if line.folded == squeeze(fold(title)):
        return True
    # With an ellipsis it is the beginning of an article that has no headline.
    if title.endswith(("…", "...")) or index > page.story()[0]:
        return False
    return _alike(_headline(line.text), _headline(title))


def _headline(title: str) -> str:
    # 'Talks fail | Harbour Daily' is what a browser's tab says.
    title = squeeze(title)
    bare = _OUTLET.sub("", title)
    return squeeze(fold(bare if len(bare.split()) >= _LINK else title))


def _alike(a: str, b: str) -> bool:
    return (
        min(len(a), len(b)) > _ALIKE * max(len(a), len(b))
        and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE
    )


def _author(page: _Page, index: int) -> bool:
    return _names(page.lines[index].folded.removeprefix("by "), page.article.author)


def _outlet(page: _Page, index: int) -> bool:
    return _names(page.lines[index].folded, page.article.outlet)


def _names(line: str, name: str | None) -> bool:
    return name is not None and line == squeeze(fold(name))


# ------------------------------------------------------------------ places: above the story


def _head(page: _Page, index: int) -> bool:
    return index < page.story()[0]


def _opening(page: _Page, index: int) -> bool:
    """Above the story, or its first paragraph where more follow."""
    first = page.story()[0]
    more = any(page.lines[i].prose for i in page.free() if i > index)
    return index < first or (index == first and more)


def _named(page: _Page, index: int) -> bool:
    """Named by the article's address, or the top one of what stands above the story."""
    if any(page.kind(i) == "title" for i in range(index)):
        return False
    if _in_address(page, index):
        return True
    if not (_head(page, index) and page.plain(index)):
        return False
    below = range(index + 1, page.story()[0])
    return page.lines[index].words >= _LINK and any(page.kind(i) in _TOP for i in below)


def _in_address(page: _Page, index: int) -> bool:
    if page.article.url is None or not _opening(page, index):
        return False
    slug = max(page.article.url.lower().split("/"), key=lambda part: part.count("-"))
    named = [word for word in _WORD.findall(slug) if not word.isdigit()]
    words = set(_WORD.findall(page.lines[index].folded.replace("'", "")))
    told = sum(word in words for word in named)
    return len(named) >= _LINK and told >= _ALIKE * max(len(named), len(words) / 2)


def _alone(page: _Page, index: int) -> bool:
    """One of very few lines above the story."""
    return index < page.story()[0] <= _FEW and page.plain(index)


def _below_title(page: _Page, index: int) -> bool:
    return _head(page, index) and page.plain(index) and page.kind(index - 1) == "title"


def _under_title(page: _Page, index: int) -> bool:
    """Among the few lines between a title that is known and the story."""
    first = page.story()[0]
    above = [i for i in range(index) if page.has(i, "known")]
    return bool(above) and page.plain(index) and index < first <= above[-1] + _NEAR


def _above_top(page: _Page, index: int) -> bool:
    return _head(page, index) and page.kind(index + 1) in _TOP


def _enclosed(page: _Page, index: int) -> bool:
    return _head(page, index) and None not in {page.kind(index - 1), page.kind(index + 1)}


def _summary(page: _Page, index: int) -> bool:
    """Below a headline of some kind, above a byline or date that stands above the story."""
    below = range(index + 1, index + 2 + _FEW)
    line = next((i for i in below if page.kind(i) == "byline"), None)
    topped = index > 0 and (page.kind(index - 1) is not None or not page.lines[index - 1].sentence)
    return topped and line is not None and _above_story(page, line)


def _above_story(page: _Page, index: int) -> bool:
    """High on the page, with a summary above at most and the story below."""
    prose = [i for i in page.free() if page.lines[i].prose]
    above = sum(i < index for i in prose)
    return index < _DEEP and above <= _FEW < len(prose) - above


def _credited(page: _Page, index: int) -> bool:
    """Right above a picture credit, or right below one that stands above the story."""
    line = page.lines[index]
    if page.has(index + 1, "credit"):
        return line.words <= _SHORT_CAPTION or not line.sentence
    return page.has(index - 1, "credit") and _head(page, index)


def _twice(page: _Page, index: int) -> bool:
    """The line above once more; or a line above the story, or with a credit, told again."""
    text = page.lines[index].folded
    if index and text == page.lines[index - 1].folded:
        return True
    near = range(max(0, index - _NEAR), min(len(page.lines), index + _NEAR))
    again = any(i != index and page.lines[i].folded.startswith(text) for i in near)
    early = _opening(page, index) and not page.lines[index].sentence
    return again and (early or page.has(index + 1, "credit"))


# ------------------------------------------------------------------ places: dates and names


def _dated(page: _Page, index: int) -> bool:
    """Where a date is no part of the story: at an edge, or below a name."""
    above = page.lines[index - 1].text if index else ""
    if _NAME.search(above) or _SAYS.search(above):
        return True
    # In a chronology every entry has a date above it.
    dates = sum(_YEAR_LAST.search(line.text) is not None for line in page.lines)
    return dates <= _FEW and (_edge(page, index) or _above_story(page, index))


def _above_date(page: _Page, index: int) -> bool:
    below = page.marks[index + 1] if index + 1 < len(page.marks) else None
    return below is not None and below.extra["where"] == "dated"


# ------------------------------------------------------------------ places: below the story


def _tail(page: _Page, index: int) -> bool:
    first, last = page.story()
    return index > first and index >= last


def _edge(page: _Page, index: int) -> bool:
    return _head(page, index) or _tail(page, index)


def _closing(page: _Page, index: int) -> bool:
    """Among the last sentences, or below them."""
    rest = sum(page.lines[i].sentence for i in page.free() if i >= index)
    return index > page.story()[0] and rest <= _LAST


def _margin(page: _Page, index: int) -> bool:
    return _head(page, index) or _closing(page, index)


def _end(page: _Page, index: int) -> bool:
    """Below the last sentence, with single words below it at most."""
    below = [i for i in page.free() if i > index]
    return _tail(page, index) and all(page.lines[i].words == 1 for i in below)


def _note(page: _Page, index: int) -> bool:
    """Right below the title of a note on the writer or publisher, or further down in it."""
    above = page.marks[index - 1] if index else None
    return above is not None and (above.id == "about" or above.extra["where"] == "note")


def _listing(page: _Page, index: int) -> bool:
    """Below the title of a list of links, or below other lines of that list."""
    line = page.lines[index]
    if line.prose or _heading(page, index):
        return False
    above = index - 1
    while page.kind(above) == "boilerplate" and not page.has(above, "opens"):
        above -= 1
    return page.has(above, "opens") and (line.words >= _LINK or _tail(page, index))


def _below_end(page: _Page, index: int) -> bool:
    """Below the last long paragraph and a line that stands below stories."""
    long = [i for i in page.free() if page.lines[i].solid]
    end = long[-1] if long else -1
    return index > end and any(page.has(i, "ends") for i in range(end + 1, index))


def _teaser(page: _Page, index: int) -> bool:
    """In a run of kickers in capitals, each with a headline below it."""
    kickers = [i for i in range(index - _RUN - 1, index + _RUN + 1) if _is_kicker(page, i)]
    return len(kickers) > _FEW and (index in kickers or index - 1 in kickers)


def _is_kicker(page: _Page, index: int) -> bool:
    if not 0 <= index < len(page.lines) - 1:
        return False
    line, below = page.lines[index], page.lines[index + 1]
    short = line.words <= _LINK < below.words
    return short and line.text.isupper() and not (below.text.isupper() or below.sentence)


def _thread(page: _Page, index: int) -> bool:
    """At or below 'Name says:' above a date, where that is said more than once."""
    above = next((m for m in reversed(page.marks[:index]) if m is None or _in_thread(m)), None)
    if above is not None:
        return True
    rest = range(index, len(page.lines))
    return _is_comment(page, index) and sum(_is_comment(page, i) for i in rest) >= _FEW


def _in_thread(rule: Rule) -> bool:
    return bool(rule.extra["where"] == "thread")


def _is_comment(page: _Page, index: int) -> bool:
    says = _SAYS.search(page.lines[index].text) is not None
    return says and page.kind(index + 1) == "byline"


_PLACES: Mapping[str, Callable[[_Page, int], bool]] = {
    "any": _anywhere,
    "heading": _heading,
    "picture": _picture,
    "title": _title,
    "author": _author,
    "outlet": _outlet,
    "head": _head,
    "opening": _opening,
    "named": _named,
    "alone": _alone,
    "below title": _below_title,
    "under title": _under_title,
    "above top": _above_top,
    "enclosed": _enclosed,
    "summary": _summary,
    "credited": _credited,
    "twice": _twice,
    "dated": _dated,
    "above date": _above_date,
    "tail": _tail,
    "edge": _edge,
    "closing": _closing,
    "margin": _margin,
    "end": _end,
    "note": _note,
    "listing": _listing,
    "below end": _below_end,
    "teaser": _teaser,
    "thread": _thread,
}
