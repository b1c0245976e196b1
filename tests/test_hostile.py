"""Whatever a text contains, a page shows exactly that text, and nothing of it acts.

Each hostile text lands in every place that a page has for a text. The page built from
it must be the page built from plain words, with the one text in place of the other:
the same elements, the same attributes, the same text everywhere else.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import html5lib
import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest import escape
from digest.differ import only_in
from digest.model import (
    Brief,
    Byline,
    Change,
    Changes,
    CopyView,
    Counts,
    Day,
    Entry,
    EventPage,
    Excerpt,
    FateRow,
    FrontPage,
    Lead,
    Link,
    MadePage,
    Mark,
    Medium,
    OutletCard,
    OutletPage,
    OutletsPage,
    OutletTold,
    PeoplePage,
    PersonCard,
    PersonPage,
    Pointer,
    Quote,
    Reason,
    Reprint,
    SectionCard,
    SectionPage,
    Share,
    Site,
    SourceCard,
    SourcePage,
    SourcesPage,
    Span,
    Tally,
    TimelineItem,
    TimelinePage,
    Unknown,
    UnnamedCard,
    Voice,
)
from digest.render import navigation, render
from tests.building import build, every_extension
from tests.conftest import ROOT, VERBATIM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from digest.model import Page

CASES: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "hostile.yml").read_text("utf-8")
)
TEXTS = [text for texts in CASES.values() for text in texts]
SHOWN = [text for text in TEXTS if escape.plain(text)]
CONTROL = TEXTS[0]

DAY = Day(date(2031, 5, 3), date(2031, 5, 3), "stated")
EXTENSIONS = every_extension()
CONVERTER = markdown.Markdown(extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)


# ------------------------------------------------------------------ every place for a text


def _excerpt(text: str) -> Excerpt:
    return Excerpt(text, text, text, Mark(text, text, DAY.first, text, 1, "index.md", ""))


def _medium(text: str) -> Medium:
    return Medium(text, Span(0, 1), "to", "rule")


def _entry(text: str, number: int, section: str) -> Entry:
    return Entry(
        anchor=f"e{number}",
        section=Link(text, section, f"e{number}"),
        excerpt=_excerpt(text),
        bylines=(Byline(text, text, text, "index.md", "direct", _medium(text)),),
        day=DAY,
        copies=(CopyView(_excerpt(text), text, (Span(0, len(text)),)),),
        outlets=(Link(text, "index.md"), Link(f"{text} too", "index.md")),
        events=(Link(text, "index.md"),),
        told=Tally(2, 2, 1),
        see_also=(Pointer(Link(text, "index.md"), text, None),),
    )


def _two_and_none(text: str, number: int, section: str) -> tuple[Entry, Entry]:
    """Give an entry of two speakers, and one of none with a copy by another outlet."""
    two, none = _entry(text, 2 * number, section), _entry(text, 2 * number + 1, section)
    nameless = replace(two.bylines[0], page=None)
    elsewhere = replace(two.excerpt, mark=replace(two.excerpt.mark, outlet=f"{text} too"))
    return (
        replace(two, bylines=(*two.bylines, nameless), day=None, copies=(), events=()),
        replace(none, bylines=(), copies=(CopyView(elsewhere, text),)),
    )


def _rows(text: str, number: int) -> tuple[FateRow, ...]:
    kept = FateRow(f"p{3 * number}", _excerpt(text), "text", "kept", "", "", Link(text, "index.md"))
    return (
        replace(kept, anchor=f"p{3 * number + 1}", fate="folded", rule=text, why=text),
        replace(kept, anchor=f"p{3 * number + 2}", fate="cut", rule=text, why=text, entry=None),
    )


def _lead(text: str) -> Lead:
    entry = _entry(text, 0, "together/section.md")
    said = (_excerpt(text), _excerpt(text))
    return Lead(entry.section, text, said, entry.bylines, DAY, (Link(text, "index.md"),), None)


def _front(path: str, text: str) -> FrontPage:
    counts = Counts(Tally(1, 1, 1), 1, 1, 0, 0, DAY.first, DAY.first)
    ways = Link(text, "index.md"), Link(text, "index.md")
    return FrontPage(path, text, text, counts, _lead(text), (), None, (), (), *ways)


def _section(path: str, text: str) -> SectionPage:
    return SectionPage(path, text, text, ())


def _event(path: str, text: str) -> EventPage:
    said = _excerpt(text)
    entries = (_entry(text, 0, "together/section.md"),) if escape.plain(text) else ()
    return EventPage(path, text, text, DAY, (said,), (said.mark,), entries)


def _person(path: str, text: str) -> PersonPage:
    said_by = _excerpt(text).mark
    return PersonPage(path, text, "person", (text, f"{text} of old"), text, text, (), said_by)


def _outlet(path: str, text: str) -> OutletPage:
    return OutletPage(path, text, 2, 1, ((text, 1),), 1, ((Link(text, "index.md"), 1),), ())


def _source(path: str, text: str) -> SourcePage:
    event = Link(text, "index.md")
    day = DAY.first
    both = (Reprint(event, text, whole=True),), (Reprint(event, text, whole=False),)
    return SourcePage(
        path, text, text, text, text, day, day, None, text, text, event, (), text, *both
    )


TITLED: dict[str, Callable[[str, str], Page]] = {
    "FrontPage": _front,
    "SectionPage": _section,
    "EventPage": _event,
    "PersonPage": _person,
    "OutletPage": _outlet,
    "SourcePage": _source,
}


def _together(texts: list[str]) -> tuple[Page, ...]:
    """Give the pages on which many texts stand side by side."""
    here = "together/section.md"
    index = [Link(text, "index.md") for text in texts]
    sections = tuple(
        SectionCard(link, link.text, 1, 1, DAY.first, _entry(link.text, 0, here).bylines[0])
        for link in index
    )
    events = tuple(TimelineItem(link, f"At {link.text}", DAY, 1, 1) for link in index)
    people = tuple(PersonCard(link, link.text, link.text, 1) for link in index)
    sources = tuple(
        SourceCard(
            *(link, link.text, DAY.first, 1, 1, 1, link.text),
            (Reprint(link, link.text, whole=True),),
        )
        for link in index
    )
    outlets = tuple(OutletCard(link, 1, 1, 1, DAY.first) for link in index)
    ones = tuple(_entry(text, 2 * number, here) for number, text in enumerate(texts))
    others = tuple(
        e for number, text in enumerate(texts) for e in _two_and_none(text, number, here)
    )
    rows = tuple(row for number, text in enumerate(texts) for row in _rows(text, number))
    brief = tuple(Brief(e.excerpt, e.bylines[0], DAY, e.section) for e in ones)
    changed = tuple(Change(e.section, e.section.text, is_new=True) for e in ones)
    counts = Counts(Tally(1, 1, 1), 3, 1, 1, 1, DAY.first, DAY.first)
    # On the speaker's own page an entry leaves out who speaks.
    own = replace(ones[0].bylines[0], page="together/person.md")
    quotes = (Quote(replace(ones[0], bylines=(own,)), None, _medium(CONTROL)),)
    unnamed = tuple(
        UnnamedCard(link.text, link.text, _excerpt(link.text).mark, (link,)) for link in index
    )
    source = _source("together/source.md", CONTROL)
    return (
        FrontPage(
            *("index.md", CONTROL, CONTROL, counts, _lead(CONTROL), brief),
            *(Changes(DAY.first, len(ones), 0, changed), sections, events),
        ),
        SectionPage(here, CONTROL, CONTROL, others, brief=brief),
        EventPage("together/event.md", CONTROL, None, None, (), (), ones),
        PersonPage("together/person.md", CONTROL, "person", (), None, None, quotes),
        replace(source, rows=rows),
        TimelinePage(
            "together/events.md", CONTROL, tuple(replace(each, place=None) for each in events)
        ),
        PeoplePage("together/people.md", CONTROL, people, people, unnamed, unnamed),
        OutletsPage("together/outlets.md", CONTROL, outlets),
        SourcesPage("together/sources.md", CONTROL, sources),
        *_drawn(texts),
        _made(texts),
    )


def _drawn(texts: list[str]) -> tuple[Page, ...]:
    """Give the pages with drawings."""
    days = [date(2031, 5, 1 + number % 28) for number in range(len(texts))]
    index = [Link(text, "index.md") for text in texts]
    voices = tuple(Voice(link, 2, (DAY,), (date(2031, 6, 1),)) for link in index)
    outlets = tuple(OutletTold(link.text, (Share(link, 1, 1),)) for link in index)
    events = tuple(
        TimelineItem(link, link.text, Day(day, day, "stated"), 1, 1)
        for link, day in zip(index, days, strict=True)
    )
    return (
        TimelinePage("together/drawn-events.md", CONTROL, events),
        PeoplePage("together/drawn-people.md", CONTROL, (), voices=voices),
        SourcesPage("together/drawn-sources.md", CONTROL, (), outlets),
    )


def _made(texts: list[str]) -> MadePage:
    index = Link(CONTROL, "index.md")
    return MadePage(
        path="together/made.md",
        title=CONTROL,
        counts=Counts(Tally(1, 1, 1), 3, 1, 1, 1, DAY.first, DAY.first),
        sources=index,
        people=index,
        timeline=index,
        statements=1,
        speakers=1,
        events=1,
        folded=tuple(Reason(text, "", 1, _excerpt(text).mark) for text in texts),
        cut=tuple(Reason(text, text, 1, _excerpt(text).mark) for text in texts),
        unknown=tuple(Unknown("outlet", 1, 1, (Link(text, "index.md"),)) for text in texts),
        worked_out=tuple(TimelineItem(Link(text, "index.md"), text, DAY, 1, 1) for text in texts),
    )


def _site(shift: int) -> Site:
    """Give a site with a page under each text, of one kind or another, and the pages of many."""
    makers = [*TITLED.values()]
    titled = [
        makers[(number + shift) % len(makers)](f"titled/{number}.md", text)
        for number, text in enumerate(TEXTS)
    ]
    controls = [make(f"control/{kind}.md", CONTROL) for kind, make in TITLED.items()]
    nav = [Link(CONTROL, "index.md"), *(Link(page.title, page.path) for page in titled)]
    return Site(CONTROL, (*_together(SHOWN), *controls, *titled), tuple(nav))


# ------------------------------------------------------------------ what a browser makes of it

Token = tuple[str, ...]

ISOLATES = re.compile("[\u2066-\u2069]")


def _tree(markup: str) -> Element:
    tree: Element = html5lib.parse(markup, namespaceHTMLElements=False)
    return tree


def _raw_tokens(element: Element) -> Iterator[Token]:
    """Give elements with their attributes, and texts, in order."""
    # The one keeps a direction in, the other shows what is new; they change nothing else.
    seen = element.tag not in {"bdi", "mark"}
    if seen:
        attributes = [(k, v) for k, v in sorted(element.attrib.items()) if k != "dir"]
        yield "<", str(element.tag), *(f'{k}="{v}"' for k, v in attributes)
    yield ("text", element.text or "")
    for child in element:
        yield from _raw_tokens(child)
        yield ("text", child.tail or "")
    if seen:
        yield ">", str(element.tag)


def _tokens(element: Element) -> list[Token]:
    """Give the same with neighbouring texts as one, squeezed, and without empty ones."""
    tokens: list[Token] = []
    for token in _raw_tokens(element):
        if token[0] == "text" and tokens and tokens[-1][0] == "text":
            tokens[-1] = ("text", tokens[-1][1] + token[1])
        else:
            tokens.append(token)
    return [token for token in map(_squeezed, tokens) if token != ("text", "")]


def _squeezed(token: Token) -> Token:
    return tuple(map(_squeezed_part, token))


@cache  # tags and attributes come again and again
def _squeezed_part(part: str) -> str:
    # Anchors are numbered; marks of isolation stand around titles that need them.
    squeezed = ISOLATES.sub("", " ".join(part.split()))
    return re.sub(r'([#"][ep]|"link e)\d+(?=[" ])', r"\1", squeezed)


def _with(text: str, tokens: list[Token]) -> list[Token]:
    """Give what the control's tokens would be with another text in its place."""
    swaps = {
        f'data-paragraph="{CONTROL}': f'data-paragraph="{escape.attribute(text)}',
        f'data-source="{CONTROL}': f'data-source="{escape.attribute(text)}',
        CONTROL: escape.plain(text),
        f'lang="{escape.language(CONTROL)}"': f'lang="{escape.language(text)}"',
    }
    pattern = re.compile("|".join(map(re.escape, swaps)))
    swapped = (
        _squeezed(tuple(pattern.sub(lambda found: swaps[found[0]], part) for part in token))
        for token in tokens
    )
    return [token for token in swapped if token != ("text", "")]  # a mark of isolation alone


def _slice(page: str, start: str, end: str) -> Element:
    # No text can bring these marks along: they contain '<', and its '<' are entities.
    first = page.index(start)
    return _tree(page[first : page.index(end, first)])


def _article(page: str) -> Element:
    return _slice(page, '<article class="md-content__inner', "</main>")


def _head(page: str) -> Element:
    # A page's neighbours in the navigation are the page's own.
    page = re.sub('<link rel="(?:prev|next)"[^<>]*>', "", page)
    return _slice(page, "<!doctype html>", '<link rel="icon"')


def _header(page: str) -> Element:
    return _slice(page, '<div class="md-header__title"', "<form")


# ------------------------------------------------------------------ the tests


class Built:
    """A built site, and the pages it was built from."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.folder = folder

    def page(self, path: str) -> str:
        """Give a page's HTML."""
        path = path.removesuffix(".md").removesuffix("index")
        return (self.folder / path / "index.html").read_text("utf-8")

    def titled(self) -> Iterator[tuple[str, str, str]]:
        """Give each text with the page under it, and the page of that kind to compare with."""
        for page in self.site.pages:
            if page.path.startswith("titled/"):
                control = self.page(f"control/{type(page).__name__}.md")
                text = TEXTS[int(page.path.removeprefix("titled/").removesuffix(".md"))]
                yield text, self.page(page.path), control


# The titles of all pages on each of them would take as long as the rest of the page; the front
# page's are looked at.
NAVIGATION_ON_THE_FRONT_PAGE = """
from mkdocs.structure.nav import Navigation

def on_page_context(context, *, page, nav, **_):
    if not page.is_homepage:
        context["nav"] = Navigation([nav.homepage], [nav.homepage])
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site as the repository is set up."""
    folder, site = tmp_path_factory.mktemp("ours"), _site(shift=0)
    (folder / "hooks.py").write_text(NAVIGATION_ON_THE_FRONT_PAGE, "utf-8")
    nav, apart = navigation(site), "/together/*\n/control/*"
    return Built(site, build(site, folder, nav=nav, not_in_nav=apart, hooks=["hooks.py"]))


@pytest.fixture(scope="module")
def all_on(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site with everything switched on."""
    folder, site = tmp_path_factory.mktemp("all_on"), _site(shift=2)
    extensions = [{name: options} for name, options in EXTENSIONS.items()]
    nav, apart = ["index.md"], "*.md"
    return Built(
        site, build(site, folder, nav=nav, not_in_nav=apart, markdown_extensions=extensions)
    )


@pytest.fixture(params=["ours", "all_on"])
def built(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("part", [_head, _header, _article])
def test_a_page_under_a_text_is_the_page_of_plain_words(
    built: Built, part: Callable[[str], Element]
) -> None:
    controls: dict[str, list[Token]] = {}
    for text, page, control in built.titled():
        if control not in controls:
            controls[control] = _tokens(part(control))
        if escape.plain(text):
            assert _tokens(part(page)) == _with(text, controls[control])


def test_a_page_under_blanks_has_a_title_to_click_on(built: Built) -> None:
    for text, page, _ in built.titled():
        if not escape.plain(text):
            (heading,) = _article(page).iter("h1")
            assert "".join(heading.itertext()).rstrip("¶") == "—"


TOGETHER = {
    "together/section.md": ("article", "digest-entry", 2),
    "together/event.md": ("article", "digest-entry", 1),
    "together/source.md": ("div", "digest-row", 2),
    "together/events.md": ("li", "", 1),
    "together/people.md": ("li", "", 1),
    "together/sources.md": ("li", "", 1),
    "together/outlets.md": ("li", "", 1),
    "together/drawn-people.md": ("li", "", 1),
    "together/drawn-sources.md": ("li", "", 2),
    "together/made.md": ("li", "", 1),
    "index.md": ("li", "", 1),
}


LISTS = {
    "index.md": 4,
    "together/people.md": 4,
    "together/drawn-people.md": 2,  # what is drawn stands below it in words
    "together/made.md": 4,
}


@pytest.mark.parametrize("path", TOGETHER)
def test_texts_stand_side_by_side(built: Built, path: str) -> None:
    tag, name, each = TOGETHER[path]
    found = [
        _tokens(element)
        for element in _article(built.page(path)).iter(tag)
        if element.get("class", "").startswith(name)
    ]
    lists = LISTS.get(path, 1)
    assert len(found) == lists * each * len(SHOWN)
    for start in range(0, len(found), each * len(SHOWN)):
        controls = found[start : start + each]
        for number, text in enumerate(SHOWN):
            first = start + number * each
            assert found[first : first + each] == [_with(text, control) for control in controls]


def test_a_drawing_shows_the_texts_as_words_only(built: Built) -> None:
    (drawing,) = (
        element
        for element in _article(built.page("together/drawn-events.md")).iter()
        if element.get("class") == "digest-drawing"
    )
    groups = [element for element in drawing.iter() if str(element.tag).endswith("}g")]
    assert len(groups) == len(SHOWN)
    for group, text in zip(groups, SHOWN, strict=True):
        title, dot = group
        assert " ".join("".join(title.itertext()).split()).endswith(f" 2031: {escape.plain(text)}")
        assert (len(title), len(dot), dot.text) == (0, 0, None)
        assert {*dot.keys()} == {"class", "cx", "cy", "r"}


@pytest.mark.parametrize("built", ["ours"], indirect=True)
def test_the_navigation_shows_the_titles(built: Built) -> None:
    page = built.page("index.md")
    tree = _slice(page, '<div class="md-sidebar md-sidebar--primary"', '<div class="md-content"')
    links = [link for link in tree.iter("a") if link.get("href", "").startswith("titled/")]
    shown = [ISOLATES.sub("", " ".join("".join(link.itertext()).split())) for link in links]
    assert shown == [ISOLATES.sub("", escape.plain(text) or "—") for text in TEXTS]


def test_the_search_index_has_no_live_markup(built: Built) -> None:
    index = json.loads((built.folder / "search" / "search_index.json").read_text("utf-8"))
    titles = {}
    for entry in index["docs"]:
        tree = _tree(entry["title"] + entry["text"])
        found = {(element.tag, *element.attrib) for element in tree.iter()}
        assert found <= {(tag,) for tag in ("html", "head", "body", "p", "ul", "li")}
        if "#" not in entry["location"]:  # a page's own title, not that of a heading on it
            titles[entry["location"]] = "".join(_tree(entry["title"]).itertext())
    for number, text in enumerate(TEXTS):
        if title := titles.get(f"titled/{number}/"):
            assert title == " ".join((escape.plain(text) or "—").split())


def test_an_address_is_shown_and_linked_only_to_the_web() -> None:
    urls = [*SHOWN, "https://example.org/a b", "http://[::1]/", "HTTP://x/"]
    pages = (replace(_source(f"{n}.md", CONTROL), url=url) for n, url in enumerate(urls))
    rendered = "".join(render(Site("", tuple(pages), ())).values())
    # Side by side on one page, for to begin one takes as long as to read it.
    lines = [line for line in rendered.split("\n") if line.startswith("- **Address** ")]
    items = _tree(CONVERTER.reset().convert("\n".join(lines))).iter("li")
    for url, item in zip(urls, items, strict=True):
        links = [link.attrib for link in item.iter("a")]
        assert "".join(item.itertext()) == f"Address {escape.plain(url)}"
        assert [*links] == [{"href": link["href"]} for link in links][:1]
        assert all(re.match(r"https?://[a-z0-9.-]+(/|$)", link["href"]) for link in links)


@pytest.mark.parametrize(
    ("url", "spelled"),
    [
        (
            "https://example.org/a?b=c&copy;=d+e#f",
            "https://example.org/a?b=c&#38;copy&#59;=d&#43;e#f",
        ),
        ("HTTP://Ä.example/ü(1)*[]", "http://xn--4ca.example/%C3%BC%281%29&#42;%5B%5D"),
        ("http://example.org:8080/%20", "http://example.org:8080/%20"),
        ("javascript:alert(1)", None),
        ("//example.org/", None),
        ("https://user:secret@example.org/", None),
        ("https://example.org\\@evil.example/", None),
        ("http://[::1]/", None),
        ("http://[::1/", None),
        ("http://a..b/", None),
        ("http://example.org:99999/", None),
        ("http:///path", None),
        ("https://example.org/\u0001", None),
        (" https://example.org/", None),
    ],
)
def test_addresses(url: str, spelled: str | None) -> None:
    assert escape.address(url) == spelled


def test_ordinary_text_grows_little() -> None:
    told = [file.read_text("utf-8") for file in (ROOT / "sources").glob("*.md")]
    lines = [escape.plain(line) for text in told for line in text.split("---\n")[2].splitlines()]
    assert sum(len(escape.escape(line)) for line in lines) < 1.02 * sum(map(len, lines))


MARKS = st.text("".join(map(chr, range(32, 127))) + "\n\t ’“”é—")
JOINED = st.lists(st.sampled_from(TEXTS), max_size=4).map("".join)


def _everywhere(text: str) -> list[Token]:
    """Give what a browser makes of the text in each construct that templates use."""
    spelled, isolated = escape.escape(text), escape.isolated(text)
    source = f"""# {isolated} {{ #page }}

{spelled}

- {isolated}
- **{isolated}** [{isolated}](index.md) <small>{isolated}: {isolated}</small>

<div markdown>

### [{isolated}](index.md), {isolated} {{ #e1 }}

<p data-source="{escape.attribute(text)}">{escape.marked(text, only_in(text, ""))}</p>

<details markdown>
<summary>{isolated}</summary>

{spelled}

</details>
</div>
"""
    return _tokens(_tree(CONVERTER.reset().convert(source)))


PLAIN = _everywhere(CONTROL)


@VERBATIM
@given(st.one_of(st.text(), MARKS, JOINED).map(escape.plain).filter(bool), st.data())
def test_what_is_marked_is_what_was_to_be_marked(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    source = f'<div markdown>\n\n<p class="x">{escape.marked(text, spans)}</p>\n\n</div>\n'
    tree = _tree(CONVERTER.reset().convert(source))
    (paragraph,) = tree.iter("p")
    assert "".join(paragraph.itertext()) == text
    assert ["".join(mark.itertext()) for mark in paragraph.iter("mark")] == [
        span.of(text) for span in spans
    ]


@given(st.one_of(st.text(), MARKS, JOINED).filter(escape.plain))
@example("\u2066")
@settings(max_examples=100, deadline=None)
def test_any_text_shows_as_itself(text: str) -> None:
    assert _everywhere(text) == _with(text, PLAIN)


@VERBATIM
@given(st.one_of(st.text(), MARKS, JOINED))
def test_any_text_stands_in_front_matter(text: str) -> None:
    front = yaml.safe_load(f"title: {escape.front_matter(text)}")
    assert not set(front["title"]) & set('<>"{}')
    assert ISOLATES.sub("", html.unescape(front["title"])) == ISOLATES.sub("", escape.plain(text))
