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
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context

from digest import draw, escape
from digest.draw import Dot
from digest.escape import Markdown
from digest.model import (
    Day,
    DigestsPage,
    EventPage,
    FrontPage,
    Link,
    MadePage,
    OutletPage,
    OutletsPage,
    PeoplePage,
    PersonPage,
    SectionPage,
    SourcePage,
    SourcesPage,
    TimelinePage,
    UnnamedCard,
)
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jinja2.runtime import Context

    from digest.model import (
        Brief,
        Byline,
        Change,
        Changes,
        CopyView,
        Counts,
        Entry,
        Excerpt,
        FateRow,
        Gap,
        Mark,
        Medium,
        Order,
        OutletTold,
        Overruling,
        Page,
        PersonCard,
        Pointer,
        Quoting,
        Reason,
        Reprint,
        SectionPart,
        Share,
        Site,
        Span,
        Tally,
        TimelineItem,
        Unknown,
        Voice,
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
    OutletPage: "outlet.md.j2",
    OutletsPage: "outlets.md.j2",
    MadePage: "made.md.j2",
    DigestsPage: "digests.md.j2",
}

# Of the words of ours, whatever the machine speaks.
_LANGUAGE = "en"
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

_GAPS: dict[Gap, str] = {
    "outlet": "Reports that do not say who published them",
    "published": "Reports without a day of publication",
    "origin": "Reports that credit nobody, and count as their outlet's own",
    "unnamed": "Speakers whom the reports leave unnamed",
    "side": "Speakers of whom nothing tells for whom they speak",
    "said": "Statements of which nothing tells the day",
    "voiceless": "Paragraphs in which nobody is quoted",
    "event": "Events of which nothing tells the day",
}

_ORDERS: dict[Order, str] = {
    "speaker": "on who speaks",
    "fold": "on what is folded",
    "split": "on what stays apart",
    "pin": "on what is shown, and first",
    "move": "on the section of an entry",
}

# Of anything, that makes a picture.
_FEWEST = 3

_NO_DAY = "No day given"
_NO_NAME = "—"

_WORKED_OUT = '<i title="It follows from the day of publication">(worked out)</i>'

_WAYS = 1 << 12  # from a folder to a page that are remembered: an entry has ten, each stands often

# Where more outlets than these say it too, their number tells more than their names.
_MOST_NAMES = 3

_ANCHOR = re.compile(r"[a-z0-9][a-z0-9_.-]*", re.IGNORECASE)
_GAP = re.compile(r" *\n(?: *\n)+")


def render(site: Site, folder: str = "") -> dict[str, str]:
    """Give every page of the site as text, by its path below `docs/`.

    Args:
        site: the pages; the ways between them do not change with the folder.
        folder: where they all stand, such as `ferries/`.
    """
    return {folder + page.path: _page(page, folder + page.path) for page in site.pages}


def navigation(site: Site, folder: str = "") -> list[NavItem]:
    """Give MkDocs's `nav` for the site: pages side by side in a folder stand together.

    A title is spelled only where it is not the page's own: MkDocs finds that itself. A site
    with a folder of its own is one item.
    """
    titles = {page.path: page.title for page in site.pages}
    items: list[NavItem] = []
    for shared, links in groupby(site.nav, _folder):
        pages: list[NavItem] = [
            folder + link.page
            if link.text == titles.get(link.page)
            else {str(escape.html(link.text)): folder + link.page}
            for link in links
        ]
        title = str(escape.html(posixpath.basename(shared).capitalize()))
        items += [{title: pages}] if shared else pages
    return [{str(escape.html(site.title)): items}] if folder else items


def _folder(link: Link) -> str:
    folder, name = posixpath.split(link.page)
    return "" if name == "index.md" else folder


class _Card(NamedTuple):
    """What a source mark opens: its id on the page, and which article it tells of."""

    id: str
    mark: Mark


class _Cards:
    """The articles that the marks of one page name, each once, as they are named."""

    def __init__(self) -> None:
        self._ids: dict[str, _Card] = {}

    def of(self, mark: Mark) -> _Card:
        """Give the card of a mark's article."""
        return self._ids.setdefault(mark.page, _Card(f"s{len(self._ids) + 1}", mark))

    def __iter__(self) -> Iterator[_Card]:
        return iter(self._ids.values())


def _page(page: Page, path: str) -> str:
    template = _environment().get_template(_TEMPLATES[type(page)])
    text = template.render(page=page, path=path, about=_about(page), cited=_Cards())
    # No text on a page has a line break of its own: the gaps are the templates'.
    return _GAP.sub("\n\n", text).strip() + "\n"


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
        "alike": _alike,
        "anchor": _anchor,
        "by_place": _by_place,
        "by_report": _by_report,
        "by_year": _by_year,
        "change": _change,
        "changed": _changed,
        "cite": _cite,
        "date": _date,
        "day": _day,
        "excerpt": _excerpt,
        "fate": _fate,
        "feed": _feed,
        "pointer": _pointer,
        "fates": _fates,
        "front_matter": escape.front_matter,
        "heading": _title,
        "link": _link,
        "mark": _mark,
        "medium": _medium,
        "named": _named,
        "outside": _outside,
        "outlet": _outlet,
        "parts": _parts,
        "permalink": _permalink,
        "publisher": _publisher,
        "outlet_and_lines": _outlet_and_lines,
        "outlets": _outlets,
        "read_on": _read_on,
        "reported_on": _reported_on,
        "said": _said,
        "reprint": _reprint,
        "speaker": _speaker,
        "standing": _standing,
        "tags": _tags,
        "title": _article,
        "told": _told,
        "written_by": _written_by,
        "bar": _bar,
        "bound": _bound,
        "code": _code,
        "example": _example,
        "gap": _gap,
        "order": _order,
        "period": _period,
        "overview": _overview,
        "scale": _scale,
        "share": _share,
        "strip": _strip,
        "symbol": _symbol,
        "voice": _voice,
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
        "sign": _sign,
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


def _outlets(tally: Tally | None) -> str:
    """Say how many outlets tell something; nothing where it is one, for that one is named."""
    return f"{tally.outlets} outlets" if tally is not None and tally.outlets > 1 else ""


def _changed(changes: Changes) -> Markdown:
    """Count what the newest reports brought: new entries, and earlier ones told again."""
    parts = []
    if changes.new:
        parts.append(_count(changes.new, "new entry", "new entries"))
    if changes.confirmed:
        parts.append(f"{_count(changes.confirmed, 'entry', 'entries')} told again")
    found = ", ".join(parts) or "nothing that was not told before"
    more = changes.new + changes.confirmed > len(changes.shown) > 0
    return Markdown(f"{found}, among them" if more else found)


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
        case FrontPage() | SectionPage() | DigestsPage():
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


def _reported_on(mark: Mark) -> str:
    """Give the day of publication with its weekday, for a sentence may say only 'on Friday'."""
    day = mark.published
    return f"reported {when(Day(day, day, 'stated'), weekday=True)}" if day else ""


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
    day = entry.reported
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


def _by_place(items: Iterable[TimelineItem]) -> Iterator[_Group]:
    places: dict[str, list[TimelineItem]] = {}
    for item in items:
        if item.place:
            places.setdefault(item.place, []).append(item)
    for place in sorted(places, key=fold):
        yield _Group(Markdown("places"), place, places[place])


# ------------------------------------------------------------------ links


@pass_context
def _address(context: Context, target: Link | Mark) -> Markdown:
    """Give the way from the page being made to a place of the site."""
    way = _way(posixpath.dirname(context["page"].path), target.page)
    return Markdown(f"{way}#{_anchor(target.anchor)}" if target.anchor else way)


@lru_cache(_WAYS)
def _way(folder: str, page: str) -> str:
    """Give the way from a folder of the site to a page."""
    return quote(posixpath.relpath(page, folder or "."), safe="/._-")


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
def _alike(context: Context, others: Iterable[tuple[Link, int]]) -> Markdown:
    """Name the outlets that tell the same, with the number of entries that they share."""
    return _listed(Markdown(f"{_link(context, link)} ({count:,})") for link, count in others)


@pass_context
def _outlet(context: Context, mark: Mark) -> Markdown:
    """Say where words come from as shortly as can be: the outlet, and the way there."""
    return _link(context, Link(mark.outlet, mark.page, mark.anchor))


@pass_context
def _cite(context: Context, mark: Mark) -> Markdown:
    """Say where words come from: the outlet, linked to the very line, and the day.

    Hovering over the link shows the source's card where a browser knows `interestfor`; the
    button shows it everywhere, by mouse, touch and keyboard, and Escape closes it.
    """
    card: str = context["cited"].of(mark).id
    line = _dotted(
        Markdown(f"{_outlet(context, mark)}{{ interestfor={card} }}"), _date(mark.published)
    )
    return Markdown(f'{line} <button popovertarget="{card}">article</button>')


@pass_context
def _article(context: Context, mark: Mark) -> Markdown:
    """Give an article's title with the way to its page."""
    return _link(context, Link(mark.title, mark.page))


@pass_context
def _publisher(context: Context, mark: Mark) -> str:
    """Give an outlet with the way to its page, if it has one."""
    if mark.outlet_page is None:
        return _named(mark.outlet)
    return _link(context, Link(mark.outlet, mark.outlet_page))


@pass_context
def _tags(context: Context, entry: Entry) -> Markdown:
    """Give the way to the events that an entry speaks of, and to the outlets that share it."""
    here: str = context["page"].path
    # Of a single outlet the mark says it all.
    outlets = entry.outlets if len(entry.outlets) > 1 else ()
    links = [link for link in (*entry.events, *outlets) if link.page != here]
    return Markdown(" ".join(_link(context, link) for link in links))


def _permalink(entry: Entry) -> Markdown:
    """Give the way to an entry itself, called after its heading."""
    anchor = _anchor(entry.anchor)
    day, _ = _heading(entry)
    return Markdown(f'[¶](#{anchor}){{ aria-labelledby="link {anchor} {day}" }}')


@pass_context
def _parts(context: Context, page: SectionPage) -> Markdown:
    """Give the way to every other page of a section, with the number of entries there."""
    named = [
        f"{_link(context, Link(_part(part), part.path)) if part != page.part else _part(part)}"
        f" ({part.entries:,})"
        for part in page.parts
    ]
    return Markdown(f"{named[0]} · Earlier: {', '.join(named[1:])}")


def _part(part: SectionPart) -> str:
    """Call a part of a section by its month."""
    if part.is_newest:
        return "Newest"
    month = _months(part.month, part.month) if part.month else _NO_DAY
    return month if part.number == 1 else f"{month}, part {part.number}"


def _title(page: Page) -> str:
    """Give the heading of a page; an older part of a section says which it is."""
    if isinstance(page, SectionPage) and page.part and not page.part.is_newest:
        return f"{page.title}: {_part(page.part)}"
    return page.title


@pass_context
def _outlet_and_lines(context: Context, excerpts: Iterable[Excerpt]) -> Markdown:
    """Say where sentences of one article come from: the outlet, and the line of each other one."""
    first, *others = dict.fromkeys(excerpt.mark for excerpt in excerpts)
    lines = [Link(f"line {mark.line}", mark.page, mark.anchor) for mark in others]
    return _dotted(_outlet(context, first), *(_link(context, line) for line in lines))


@pass_context
def _read_on(context: Context, brief: Brief) -> Markdown:
    """Point to the whole entry: by its section, or from the section's own page as such."""
    entry = brief.entry
    here = entry.page == context["page"].path
    return _link(context, Link("the whole entry", entry.page, entry.anchor) if here else entry)


@pass_context
def _change(context: Context, change: Change) -> Markdown:
    """Name a changed entry: who speaks there, in which section, and whether it is new."""
    link = _link(context, Link(change.who, change.entry.page, change.entry.anchor))
    again = None if change.is_new else "told again"
    return _dotted(link, change.entry.text, again)


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


def _excerpt(
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
        f'id="{_anchor(anchor)}"' if anchor else "",
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
    words = f"… {_count(excerpt.rest, 'more word')}"
    url = escape.address(excerpt.mark.url or "")
    link = f"[{words}]({url})" if url else words
    return Markdown(f'\n\n<p class="digest-rest" data-search-exclude="1" markdown>{link}</p>')


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
        return _dotted(line, fate, _KINDS[row.kind], row.why, _code(row.rule))
    place = _link(context, row.entry) if row.entry else None
    return _dotted(line, fate, place, row.why)


def _fates(page: SourcePage) -> Markdown:
    fates = Counter(row.fate for row in page.rows)
    read = _count(len(page.rows), "paragraph read", "paragraphs read")
    return _dotted(read, *(f"{fates[fate]} {fate}" for fate in ("kept", "folded", "cut")))


# ------------------------------------------------------------------ drawings


def _drawing(svg: str) -> Markdown:
    """Give a drawing as a block of HTML, which Python-Markdown passes unread."""
    return Markdown(f'<div class="digest-drawing" data-search-exclude>{svg}</div>')


def _sign(number: int, stated: int) -> Markdown:
    """Give the sign for some things of one day, to stand within a line."""
    return Markdown(f'<span class="digest-sign">{draw.symbol(number, stated)}</span>')


def _symbol(item: TimelineItem) -> Markdown:
    """Give an event's sign: the larger, the more reports."""
    return _sign(max(item.articles, 1), _stated(item.day) * max(item.articles, 1))


def _stated(day: Day | None) -> int:
    return int(day is not None and day.certainty == "stated")


def _overview(items: Iterable[TimelineItem]) -> Markdown:
    """Draw the events on a line of days, true to scale; empty where there is little to see."""
    dated = [(item.day, item) for item in items if item.day]
    axis = draw.span(day.first for day, _ in dated)
    if axis is None or len(dated) < _FEWEST:
        return Markdown()
    own = []
    for day, item in dated:
        number = max(item.articles, 1)
        label = f"{_noted(day)}: {_named(item.link.text)}"
        own.append(Dot(day.first, number, _stated(day) * number, label))
    title = f"{len(own)} events from {_date(axis.first)} to {_date(axis.last)}, listed below"
    return _drawing(draw.dots(axis, own, title))


def _noted(day: Day) -> str:
    return f"{when(day)} (worked out)" if day.certainty == "worked out" else when(day)


def _strip(voice: Voice, beside: Iterable[Voice] = ()) -> Markdown:
    """Draw when somebody was quoted.

    Args:
        voice: the speaker.
        beside: all those whose strips stand beside this one, on the same line of days.
    """
    axis = _line([voice, *beside])
    title = f"{_count(voice.statements, 'statement')}: {_voice(voice)}"
    return _drawing(draw.strip(axis, _quoted(voice), title)) if axis else Markdown()


def _scale(voices: Iterable[Voice]) -> Markdown:
    axis = _line(voices)
    return _drawing(draw.scale(axis)) if axis else Markdown()


def _line(voices: Iterable[Voice]) -> draw.Axis | None:
    return draw.span(day for voice in voices for day in voice.days)


def _quoted(voice: Voice) -> list[Dot]:
    """Give a dot for each day of statements, with words for it, the first day first."""
    dots = [
        Dot(day.last, number, _stated(day) * number, _times(_noted(day), number))
        for day, number in Counter(voice.said).items()
    ]
    dots += [
        Dot(day, number, 0, _times(f"reported {_date(day)}", number))
        for day, number in Counter(voice.reported).items()
    ]
    return sorted(dots, key=lambda dot: dot.day)


def _times(words: str, number: int) -> str:
    return words if number == 1 else f"{words}, {number} times"


def _voice(voice: Voice) -> str:
    """Say in words what the strip shows."""
    parts = [dot.label for dot in _quoted(voice)]
    undated = voice.statements - len(voice.days)
    return "; ".join([*parts, f"{undated} without a day"] if undated else parts)


def _bar(share: Share, outlets: Iterable[OutletTold]) -> Markdown:
    """Draw what an outlet told of a section, on one scale for all outlets."""
    most = max(each.alone + each.together for outlet in outlets for each in outlet.shares)
    return Markdown(draw.bar(share.alone, share.together, most))


def _share(share: Share) -> str:
    parts = [f"{share.alone} alone"] if share.alone else []
    return ", ".join([*parts, f"{share.together} shared"] if share.together else parts)


# ------------------------------------------------------------------ how it was made


def _period(counts: Counts) -> str:
    """Say from when to when the reports were published; empty where none has a day."""
    if counts.first is None or counts.latest is None:
        return ""
    return when(Day(counts.first, counts.latest, "stated"))


def _bound(quoting: Quoting) -> str:
    """Say how much of a report is shown."""
    parts = [] if quoting.words is None else [f"{_count(quoting.words, 'word')} of a paragraph"]
    parts += [] if quoting.share is None else [f"{quoting.share:.0%} of its words"]
    return " and ".join(parts)


@pass_context
def _example(context: Context, reason: Reason) -> Markdown:
    mark = reason.example
    words = f"line {mark.line} of {mark.file}"
    return Markdown(f"such as {_link(context, Link(words, mark.page, mark.anchor))}")


def _code(rule: str) -> Markdown:
    return Markdown(f"<code>{_printed(rule)}</code>" if rule else "")


@pass_context
def _gap(context: Context, unknown: Unknown) -> Markdown:
    """Say in how many cases something is unknown, with a few of them."""
    examples = _listed(_link(context, link) for link in unknown.examples)
    few = "see" if unknown.count == len(unknown.examples) else "such as"
    such = Markdown(f"{few} {examples}") if unknown.examples else None
    number = Markdown(f"**{unknown.count:,} of {unknown.of:,}**")
    return _dotted(Markdown(f"{_GAPS[unknown.gap]}: {number}"), such)


def _order(lines: Iterable[Overruling]) -> Iterator[Markdown]:
    """Say what the lines do that do the same."""
    orders: dict[Order, list[int]] = {}
    for each in lines:
        orders.setdefault(each.order, []).append(each.line)
    for order, own in orders.items():
        numbers = ", ".join(map(str, own))
        yield Markdown(f"{_count(len(own), 'line')} {_ORDERS[order]}: {numbers}")
