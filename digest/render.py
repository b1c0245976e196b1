"""Spells out pages: each page of a site as Markdown with front matter.

What stands on a page, and in which order, `compose` has decided; writing files is
`write`'s business. This module touches no disk but its own templates.

Escaping is the default: a template that prints a string prints it escaped. Only what
is marked as :class:`digest.escape.Markdown` passes as it is, and only the functions
below and those of `digest.escape` make it.
"""

from __future__ import annotations

import posixpath
import re
from calendar import monthrange
from collections import Counter
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context

from digest import escape
from digest.escape import Markdown
from digest.model import (
    EventPage,
    FrontPage,
    Link,
    PeoplePage,
    PersonPage,
    SectionPage,
    SourcePage,
    SourcesPage,
    TimelinePage,
    UnnamedCard,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jinja2.runtime import Context

    from digest.model import (
        Byline,
        CopyView,
        Day,
        Entry,
        Excerpt,
        FateRow,
        Mark,
        Medium,
        Page,
        PersonCard,
        Pointer,
        Reprint,
        Site,
        Span,
        Tally,
        TimelineItem,
    )

NavItem = str | dict[str, str] | dict[str, list["NavItem"]]

_TEMPLATES = {
    FrontPage: "front.md.j2",
    SectionPage: "section.md.j2",
    EventPage: "event.md.j2",
    PersonPage: "person.md.j2",
    SourcePage: "source.md.j2",
    TimelinePage: "timeline.md.j2",
    PeoplePage: "people.md.j2",
    SourcesPage: "sources.md.j2",
}

# In English whatever the machine speaks.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_KINDS = {
    "text": "text",
    "title": "title",
    "heading": "heading",
    "caption": "caption of a picture",
    "byline": "byline or dateline",
    "boilerplate": "page furniture",
}

_NO_DAY = "No day given"
_NO_NAME = "—"

_WORKED_OUT = (
    '<span class="digest-worked-out" title="The text does not give the full date. '
    'It follows from the day of publication.">(worked out)</span>'
)

# Where more outlets than these say it too, their number tells more than their names.
_MOST_NAMES = 3

_ANCHOR = re.compile(r"[a-z0-9][a-z0-9_.-]*", re.IGNORECASE)
_GAP = re.compile(r" *\n(?: *\n)+")


def render(site: Site) -> dict[str, str]:
    """Give every page of the site as text, by its path below `docs/`."""
    return {page.path: _page(page) for page in site.pages}


def navigation(site: Site) -> list[NavItem]:
    """Give MkDocs's `nav` for the site: pages side by side in a folder stand together.

    A title is spelled only where it is not the page's own: MkDocs finds that itself.
    """
    titles = {page.path: page.title for page in site.pages}
    items: list[NavItem] = []
    for folder, links in groupby(site.nav, _folder):
        pages: list[NavItem] = [
            link.page
            if link.text == titles.get(link.page)
            else {str(escape.html(link.text)): link.page}
            for link in links
        ]
        title = str(escape.html(posixpath.basename(folder).capitalize()))
        items += [{title: pages}] if folder else pages
    return items


def _folder(link: Link) -> str:
    folder, name = posixpath.split(link.page)
    return "" if name == "index.md" else folder


def _page(page: Page) -> str:
    template = _environment().get_template(_TEMPLATES[type(page)])
    # No text on a page has a line break of its own: the gaps are the templates'.
    return _GAP.sub("\n\n", template.render(page=page, about=_about(page))).strip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("digest"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - that is for HTML; `_printed` escapes for Markdown
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "address": _address,
        "anchor": _anchor,
        "by_report": _by_report,
        "by_year": _by_year,
        "byline": _speaker,
        "date": _date,
        "day": _day,
        "excerpt": _excerpt,
        "fate": _fate,
        "feed": _feed,
        "pointer": _pointer,
        "fates": _fates,
        "front_matter": escape.front_matter,
        "link": _link,
        "mark": _mark,
        "medium": _medium,
        "named": _named,
        "outside": _outside,
        "outlet": _outlet,
        "said": _said,
        "reprint": _reprint,
        "standing": _standing,
        "told": _told,
        "written_by": _written_by,
    }
    environment.globals = {
        "also": _also,
        "count": _count,
        "dotted": _dotted,
        "folded": _folded,
        "latest": _latest,
        "listed": _listed,
        "reported": _reported,
        "said": _said_or_done,
        "speakers": _speakers,
    }
    return environment


def _printed(value: object) -> str:
    """Decide how a template prints a value: a string that nobody vouches for, escaped."""
    if isinstance(value, Markdown):
        return value
    if isinstance(value, str):
        return escape.isolated(value)
    if isinstance(value, int):
        return str(value)
    msg = f"a template prints {value} ({type(value).__name__}): neither a text nor a number"
    raise TypeError(msg)


# ------------------------------------------------------------------ words and counts


def _named(text: str) -> str:
    """Give something to see and to click on for a text of blanks, too."""
    return escape.plain(text) or _NO_NAME


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _latest(day: date | None) -> str:
    return f"latest {_date(day)}" if day else ""


def _dotted(*parts: str | None) -> Markdown:
    """Join what there is with dots in the middle of the line."""
    return Markdown(" · ".join(filter(None, (_printed(part) for part in parts if part))))


def _listed(parts: Iterable[str]) -> Markdown:
    return Markdown(", ".join(map(_printed, parts)))


def _told(tally: Tally) -> Markdown:
    return _dotted(
        _count(tally.reports, "report"),
        _count(tally.outlets, "outlet"),
        _count(tally.origins, "origin"),
    )


def _written_by(origin: str | None) -> Markdown:
    return Markdown(f"written by {_printed(_named(origin))}" if origin else "")


def _also(entry: Entry) -> Markdown:
    own = entry.excerpt.mark.outlet
    told = dict.fromkeys(copy.excerpt.mark.outlet for copy in entry.copies)
    others = [_printed(_named(outlet)) for outlet in told if outlet != own]
    match others:
        case [] if all(_is_repeated(copy, entry) for copy in entry.copies):
            return Markdown("Repeated in the same article")
        case []:
            return Markdown(f"Told again by {_printed(_named(own))}")
        case [*rest, last] if len(others) <= _MOST_NAMES:
            names = " and ".join(filter(None, (", ".join(rest), last)))
            return Markdown(f"Also reported by {names}")
        case _:
            return Markdown(f"Also reported by {len(others)} outlets")


def _is_repeated(copy: CopyView, entry: Entry) -> bool:
    """Whether the article of the entry's text tells it once more."""
    return copy.excerpt.mark.page == entry.excerpt.mark.page


def _folded(copy: CopyView, entry: Entry) -> Markdown:
    """Say why a text is folded."""
    again = "repeated in the same article" if _is_repeated(copy, entry) else None
    return _dotted(Markdown(f"Folded: {_printed(copy.why)}"), again)


@pass_context
def _pointer(context: Context, pointer: Pointer) -> Markdown:
    """Point to another entry: who speaks there, and in which outlet or on which day."""
    link = _link(context, pointer.link)
    if pointer.outlet is not None:
        return Markdown(f"{link} in {_printed(_named(pointer.outlet))}")
    day = _date(pointer.published)
    return Markdown(f"{link} of {day}" if day else link)


def _about(page: Page) -> str:
    """Say in a line what a page is about, for search engines; empty where nothing says."""
    match page:
        case FrontPage() | SectionPage():
            return page.about
        case EventPage():
            parts = [page.place, when(page.day) if page.day else None]
        case PersonPage():
            parts = [page.role, page.side]
        case SourcePage():
            parts = [page.outlet, _date(page.published)]
        case _:
            parts = []
    return ", ".join(escape.plain(part) for part in parts if part)


# ------------------------------------------------------------------ days


def _date(day: date | None) -> str:
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when(day: Day, *, weekday: bool = False) -> str:
    """Give a day, or several, in words; a single day with its weekday if wanted."""
    first, last = day.first, day.last
    if first == last:
        return f"{_WEEKDAYS[first.weekday()]} {_date(first)}" if weekday else _date(first)
    if _is_months(day):
        return _months(first, last)
    if first.year != last.year:
        return f"{_date(first)} – {_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_date(last)}"
    return f"{first.day}–{_date(last)}"


def _is_months(day: Day) -> bool:
    return day.first.day == 1 and day.last.day == monthrange(day.last.year, day.last.month)[1]


def _months(first: date, last: date) -> str:
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{_MONTHS[first.month - 1]} {first.year} – {end}"
    if (first.month, last.month) == (1, 12):
        return str(last.year)
    return end if first.month == last.month else f"{_MONTHS[first.month - 1]}–{end}"


def _day(day: Day | None, *, weekday: bool = False) -> Markdown:
    """Give a day with a note where no text states it in full; empty without a day."""
    if day is None:
        return Markdown()
    note = f" {_WORKED_OUT}" if day.certainty == "worked out" else ""
    return Markdown(when(day, weekday=weekday) + note)


def _said(day: Day | None) -> Markdown:
    """Give the day that something was said, apart from the day that it was reported."""
    if day is None:
        return Markdown()
    lead = "said in" if _is_months(day) else "said"
    return Markdown(f"{lead} {_day(day, weekday=True)}")


def _said_or_done(entry: Entry, day: Day | None) -> Markdown:
    return _said(day) if entry.bylines else _day(day)


def _reported(entry: Entry) -> str:
    """Give the day of publication, where nothing tells when something was said."""
    return f"reported {_date(entry.excerpt.mark.published) or 'on an unknown day'}"


def _medium(medium: Medium | None) -> Markdown:
    """Say where somebody said it: 'told Radio Delta', 'on Telegram'."""
    if medium is None:
        return Markdown()
    lead = "told" if medium.channel == "to" else "on"
    return Markdown(f"{lead} {_printed(_named(medium.name))}")


class _Group(NamedTuple):
    """What stands under one heading of a page."""

    anchor: Markdown
    title: str
    members: list[Entry] | list[TimelineItem]


def _by_report(entries: Iterable[Entry]) -> Iterator[_Group]:
    """Put neighbours reported on one day under one heading, in the order given."""
    taken = Counter[str]()
    for (anchor, title), members in groupby(entries, _heading):
        taken[anchor] += 1
        # The order is `compose`'s: a day may come again.
        unique = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        yield _Group(Markdown(unique), title, [*members])


def _heading(entry: Entry) -> tuple[str, str]:
    """Give the heading that an entry stands under in its section: the anchor and the words."""
    day = entry.excerpt.mark.published
    if entry.pinned:
        return "pinned", "Put first by the editor"
    if day is None:
        return "reported", "Reported on an unknown day"
    return f"reported-{day.isoformat()}", f"Reported {_date(day)}"


def _by_year(items: Iterable[TimelineItem]) -> Iterator[_Group]:
    years: dict[str, list[TimelineItem]] = {}
    for item in items:
        years.setdefault(str(item.day.first.year) if item.day else _NO_DAY, []).append(item)
    for year, members in years.items():
        yield _Group(Markdown(f"year-{year}" if year != _NO_DAY else "no-day"), year, members)


# ------------------------------------------------------------------ links


@pass_context
def _address(context: Context, target: Link | Mark) -> Markdown:
    """Give the way from the page being made to a place of the site."""
    here: str = context["page"].path
    way = quote(posixpath.relpath(target.page, posixpath.dirname(here) or "."), safe="/._-")
    return Markdown(f"{way}#{_anchor(target.anchor)}" if target.anchor else way)


def _anchor(anchor: str) -> Markdown:
    """Pass an anchor on; we made it, so one that could end its attribute is our mistake."""
    if not _ANCHOR.fullmatch(anchor):
        msg = f"not an anchor: {anchor!r}"
        raise ValueError(msg)
    return Markdown(anchor)


def _feed(page: FrontPage | SectionPage) -> str:
    """Give the way from a page to its feeds, without the ending that tells the format."""
    stem, _ = posixpath.splitext(page.follow[0].page)
    return posixpath.relpath(stem, posixpath.dirname(page.path) or ".")


@pass_context
def _link(context: Context, link: Link) -> Markdown:
    return Markdown(f"[{_printed(_named(link.text))}]({_address(context, link)})")


@pass_context
def _speakers(context: Context, entry: Entry) -> Markdown:
    """Name who speaks, each linked to their page; the outlet where nobody does."""
    names = [_speaker(context, byline) for byline in entry.bylines]
    return _listed(names or [_named(entry.excerpt.mark.outlet)])


@pass_context
def _speaker(context: Context, byline: Byline) -> str:
    name = _named(byline.name)
    return name if byline.page is None else _link(context, Link(name, byline.page))


@pass_context
def _outlet(context: Context, mark: Mark) -> Markdown:
    """Say where words come from as shortly as can be: the outlet, and the way there."""
    return _link(context, Link(mark.outlet, mark.page, mark.anchor))


@pass_context
def _mark(context: Context, mark: Mark) -> Markdown:
    """Say where words come from: the outlet, the article, its day, and the way there."""
    title = f"[{_printed(_named(mark.title))}]({_address(context, mark)})"
    outlet = f"**{_printed(_named(mark.outlet))}**"
    line = _dotted(Markdown(outlet), Markdown(title), _date(mark.published))
    return Markdown(f'<small class="digest-mark">{line}</small>')


@pass_context
def _reprint(context: Context, other: Reprint) -> Markdown:
    """Name an article with the same text: its title, the way there, and the outlet."""
    return Markdown(f"{_link(context, other.link)} ({_printed(_named(other.outlet))})")


def _outside(url: str) -> Markdown:
    """Give an address of the web with a link where it is safe to follow, else as text."""
    shown = escape.isolated(url)
    address = escape.address(url)
    return shown if address is None else Markdown(f"[{shown}]({address})")


# ------------------------------------------------------------------ words of a source


def _excerpt(excerpt: Excerpt, marked: Iterable[Span] = ()) -> Markdown:
    """Give verbatim words as a block that says which paragraph of which file they are.

    Words of the spans are marked, which changes nothing of the text.

    Every published sentence of a source stands in such a block, and nothing else does:
    `digest check` relies on it. As a block of HTML it passes Python-Markdown unread.
    """
    source = f"{excerpt.mark.file}:{excerpt.mark.line}"
    return Markdown(
        f'<p class="digest-text" data-paragraph="{escape.attribute(excerpt.paragraph)}"'
        f' data-source="{escape.attribute(source)}"'
        f' lang="{escape.language(excerpt.language)}" dir="auto">'
        f"{escape.marked(excerpt.text, marked)}</p>"
    )


def _side(side: str | None) -> Markdown:
    return Markdown(f'<span class="digest-side">{_printed(side)}</span>' if side else "")


def _standing(speaker: Byline | PersonCard | PersonPage | UnnamedCard) -> Markdown:
    """Say in what role and for which side somebody speaks."""
    role = None if isinstance(speaker, UnnamedCard) else speaker.role
    return _dotted(role, _side(speaker.side))


@pass_context
def _fate(context: Context, row: FateRow) -> Markdown:
    """Say what became of a paragraph, and where it went or by which rule it was cut."""
    line = f"Line {row.excerpt.mark.line}"
    fate = Markdown(f"**{row.fate.capitalize()}**")
    if row.fate == "cut":
        rule = Markdown(f"<code>{_printed(row.rule)}</code>") if row.rule else None
        return _dotted(line, fate, _KINDS[row.kind], row.why, rule)
    place = _link(context, row.entry) if row.entry else None
    return _dotted(line, fate, place, row.why)


def _fates(page: SourcePage) -> Markdown:
    fates = Counter(row.fate for row in page.rows)
    read = _count(len(page.rows), "paragraph read", "paragraphs read")
    return _dotted(read, *(f"{fates[fate]} {fate}" for fate in ("kept", "folded", "cut")))
