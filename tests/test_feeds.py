"""`feeds`: valid by their specifications, with ids that stay and days that sources tell."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest import pipeline
from digest.compose import compose
from digest.config import Settings
from digest.escape import plain, web_address
from digest.feeds import feeds
from digest.model import (
    ATOM,
    FEED_FORMATS,
    RSS,
    Byline,
    Excerpt,
    Feed,
    FeedItem,
    Link,
    Mark,
    Quoting,
    Site,
)
from digest.quotation import quoted
from digest.siteurl import SiteUrl
from tests.conftest import HARBOUR, ROOT, VERBATIM, Project
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Digest

HERE = SiteUrl("https://news.example/boats/")
NOWHERE = SiteUrl()
EPOCH = "1970-01-01T00:00:00Z"
NS = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE: list[str] = [
    text
    for texts in yaml.safe_load((ROOT / "tests/cases/hostile.yml").read_text("utf-8")).values()
    for text in texts
]
JSON_SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "tests/cases/jsonfeed.schema.json").read_text("utf-8"))
)


def made(digest: Digest, address: SiteUrl = HERE) -> dict[str, str]:
    return feeds(compose(digest), address)


# ------------------------------------------------------------------ the specifications

# RFC 4287, 4.1: how many of each an element has; None for no end.
ATOM_FEED: dict[str, tuple[int, int | None]] = {
    "author": (0, None), "category": (0, None), "contributor": (0, None), "generator": (0, 1),
    "icon": (0, 1), "id": (1, 1), "link": (0, None), "logo": (0, 1), "rights": (0, 1),
    "subtitle": (0, 1), "title": (1, 1), "updated": (1, 1), "entry": (0, None),
}  # fmt: skip
ATOM_ENTRY: dict[str, tuple[int, int | None]] = {
    "author": (0, None), "category": (0, None), "content": (0, 1), "contributor": (0, None),
    "id": (1, 1), "link": (0, None), "published": (0, 1), "rights": (0, 1), "source": (0, 1),
    "summary": (0, 1), "title": (1, 1), "updated": (1, 1),
}  # fmt: skip
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"https?://[!-~]+")


def counted(element: ET.Element, rules: dict[str, tuple[int, int | None]], prefix: str) -> None:
    found = Counter(child.tag.removeprefix(prefix) for child in element)
    assert found.keys() <= rules.keys()
    for name, (least, most) in rules.items():
        assert least <= found[name], name
        assert most is None or found[name] <= most, name


def assert_atom(text: str) -> ET.Element:
    root = ET.fromstring(text)  # noqa: S314 - ours
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    counted(root, ATOM_FEED, "{http://www.w3.org/2005/Atom}")
    assert root.find("a:author", NS) is not None  # for an entry may have none
    entries = root.findall("a:entry", NS)
    for entry in entries:
        counted(entry, ATOM_ENTRY, "{http://www.w3.org/2005/Atom}")
        content = entry.find("a:content", NS)
        assert content is not None
        assert content.get("type") == "html"
        assert len(content) == 0
    for each in [root, *entries]:
        assert UUID(each.findtext("a:id", "", NS)).version == 5
        links = each.findall("a:link", NS)
        alternates = [link.get("type") for link in links if link.get("rel") == "alternate"]
        assert len(alternates) == len(set(alternates))
    for link in root.iter("{http://www.w3.org/2005/Atom}link"):
        assert ADDRESS.fullmatch(link.get("href", ""))
    for author in root.iter("{http://www.w3.org/2005/Atom}author"):
        assert [child.tag for child in author] == ["{http://www.w3.org/2005/Atom}name"]
        assert author.findtext("a:name", "", NS)
    for name in ("updated", "published"):
        for moment in root.iter(f"{{http://www.w3.org/2005/Atom}}{name}"):
            assert DATE_TIME.fullmatch(moment.text or "")
    ids = [entry.findtext("a:id", "", NS) for entry in entries]
    assert len(ids) == len(set(ids))
    return root


RSS_CHANNEL: dict[str, tuple[int, int | None]] = {
    "title": (1, 1), "link": (1, 1), "description": (1, 1), "language": (0, 1),
    "lastBuildDate": (0, 1), "generator": (0, 1), "{http://www.w3.org/2005/Atom}link": (0, 1),
    "item": (0, None),
}  # fmt: skip
RSS_ITEM: dict[str, tuple[int, int | None]] = {
    "title": (1, 1), "link": (0, 1), "description": (1, 1), "category": (0, None), "guid": (1, 1),
    "pubDate": (0, 1), "{http://purl.org/dc/elements/1.1/}creator": (0, None),
}  # fmt: skip


def assert_rss(text: str) -> ET.Element:
    root = ET.fromstring(text)  # noqa: S314 - ours
    assert (root.tag, root.attrib) == ("rss", {"version": "2.0"})
    (channel,) = root
    counted(channel, RSS_CHANNEL, "")
    assert re.match("https?://|urn:uuid:", channel.findtext("link", ""))
    for item in channel.iter("item"):
        counted(item, RSS_ITEM, "")
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        assert UUID(guid.text).version == 5
    for name in ("pubDate", "lastBuildDate"):
        for moment in root.iter(name):
            assert parsedate_to_datetime(moment.text or "").utcoffset() is not None
    return channel


def assert_json(text: str) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(text)
    JSON_SCHEMA.validate(feed)
    return feed


VALID = {".atom": assert_atom, ".rss": assert_rss, ".json": assert_json}


@pytest.mark.parametrize("address", [HERE, NOWHERE, SiteUrl(HERE.base, directories=False)])
def test_every_feed_is_valid(harbour: Digest, address: SiteUrl) -> None:
    texts = made(harbour, address)
    assert len(texts) == len(FEED_FORMATS) * (1 + len(harbour.sections))
    for path, text in texts.items():
        VALID[path[path.rindex(".") :]](text)


@pytest.mark.parametrize("address", [HERE, NOWHERE])
def test_a_digest_of_nothing_has_valid_feeds(address: SiteUrl) -> None:
    for path, text in made(understood([]), address).items():
        VALID[path[path.rindex(".") :]](text)


@pytest.mark.parametrize("form", [ATOM, RSS])
def test_feedparser_reads_what_stands_there(harbour: Digest, form: Any) -> None:  # noqa: ANN401
    site = compose(harbour)
    for feed in site.feeds:
        read = feedparser.parse(feeds(site, HERE)[feed.file(form)].encode())
        assert not read.bozo, read.bozo_exception
        assert read.version == {ATOM: "atom10", RSS: "rss20"}[form]
        assert read.feed.title == feed.title
        assert read.feed.link == HERE.of(feed.page)
        assert [(e.id, e.title) for e in read.entries] == [(i.id, i.title) for i in feed.items]
        assert [e.link for e in read.entries] == [
            HERE.of(i.entry.page, i.entry.anchor) for i in feed.items
        ]


def test_the_schema_finds_faults() -> None:
    feed = assert_json(made(understood([article("a", "The quay is closed.")]))["feed.json"])
    for spoiled in (
        {k: v for k, v in feed.items() if k != "title"},
        feed | {"version": "1"},
        feed | {"home_page_url": "boats/"},
        feed | {"other": 1},
        feed | {"items": [{"id": "x"}]},
        feed | {"items": [{"content_html": "x"}]},
        feed | {"items": [feed["items"][0] | {"date_published": "2031-05-06"}]},
    ):
        assert not JSON_SCHEMA.is_valid(spoiled), spoiled


# ------------------------------------------------------------------ what stands in them


def entries(text: str) -> dict[str, str]:
    """Give the bytes of each entry of an Atom feed, by its id."""
    found = re.findall(r"  <entry.*?</entry>\n", text, re.DOTALL)
    return {re.search("<id>(.*)</id>", entry)[1]: entry for entry in found}  # type: ignore[index]


def test_each_section_has_its_entries_and_the_digest_all(harbour: Digest) -> None:
    whole, *sections = compose(harbour).feeds
    assert [len(feed.items) for feed in sections] == [len(s.families) for s in harbour.sections]
    assert {i.id for i in whole.items} == {i.id for feed in sections for i in feed.items}
    assert len({feed.id for feed in (whole, *sections)}) == 1 + len(sections)


def test_an_entry_reads_as_it_is_on_the_site(harbour: Digest) -> None:
    (item,) = (i for i in compose(harbour).feeds[0].items if len(i.cited) > 1 and i.bylines[1:] == ()
               and "fishing boats" in i.cited[1].text)  # fmt: skip
    texts = {p.id: p.text for p in harbour.paragraphs}
    assert item.title.startswith("Oswin Hale")
    content = next(
        e for e in assert_json(made(harbour)["feed.json"])["items"] if e["id"] == item.id
    )
    shown = shown_words(content["content_html"])
    for cited in item.cited:
        assert texts[cited.paragraph] in shown
        assert cited.mark.outlet in shown
    assert (
        'href="https://lantern.example/news/east-quay?id=12&amp;part=1"' in content["content_html"]
    )
    assert HERE.of(item.entry.page, item.entry.anchor) == content["url"]
    assert content["authors"] == [{"name": "Coast Radio"}, {"name": "The Saltmere Lantern"}]


def test_a_title_is_the_speaker_and_a_sentence_of_the_source(harbour: Digest) -> None:
    texts = {p.id: p.text for p in harbour.paragraphs}
    for item in compose(harbour).feeds[0].items:
        text = texts[item.cited[0].paragraph]
        name = item.bylines[0].name if item.bylines else item.cited[0].mark.outlet
        words = item.title.removeprefix(f"{name} · ").removesuffix("…")
        assert words in text
        assert name in item.title


def test_a_long_sentence_without_a_blank_is_cut_too() -> None:
    (item,) = compose(understood([article("a", "長" * 300 + "。", outlet="Mail")])).feeds[0].items
    assert item.title == f"Mail · {'長' * 99}…"


def test_no_more_than_fifty_the_newest_first() -> None:
    digest = understood(
        [
            article(
                f"n{n}",
                f"Qua{n}x zor{n}b mel{n}t rav{n}k.",
                published=date.fromordinal(741_000 + n),
            )
            for n in range(60)
        ]
    )
    days = [item.published for item in compose(digest).feeds[0].items]
    assert days == [date.fromordinal(741_000 + n) for n in range(59, 9, -1)]


# ------------------------------------------------------------------ ids that stay


def retold(project: Project, *lines: str) -> Digest:
    with (project.sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write("".join(f"\n{line}" for line in lines))
    return pipeline.read(project.sources)


def test_another_keeper_keeps_the_id(project: Project, harbour: Digest) -> None:
    pinned = retold(project, "overrule:", "  - {pin: told reporters on Monday}")
    keepers = [{f.keeper for f in digest.families} for digest in (harbour, pinned)]
    assert keepers[0] != keepers[1]
    before, after = (compose(digest).feeds[0].items for digest in (harbour, pinned))
    assert {i.id for i in before} == {i.id for i in after}
    assert {i.id: (i.published, i.updated) for i in before} == {
        i.id: (i.published, i.updated) for i in after
    }


TOLD = "The East Quay of Saltmere will stay closed until the end of August, the Harbour Board said."


def test_another_report_of_the_same_is_an_update_of_the_entry() -> None:
    first = article("m", TOLD, outlet="Mail")
    later = article("a", TOLD, outlet="Post", published=date(2031, 5, 9))
    (before,) = compose(understood([first])).feeds[0].items
    (after,) = compose(understood([later, first])).feeds[0].items
    assert len(after.cited) == 2
    assert (after.id, after.published) == (before.id, before.published)
    assert (before.updated, after.updated) == (date(2031, 5, 6), date(2031, 5, 9))


def test_a_report_without_a_day_was_there_first() -> None:
    undated = article("m", TOLD, outlet="Mail", published=None)
    dated = article("a", TOLD, outlet="Post")
    (before,) = compose(understood([undated])).feeds[0].items
    (after,) = compose(understood([dated, undated])).feeds[0].items
    assert after.id == before.id
    assert after.published == after.updated == date(2031, 5, 6)


def test_another_address_keeps_the_ids(harbour: Digest) -> None:
    ids = [re.findall("<id>.*</id>", made(harbour, at)["feed.atom"]) for at in (HERE, NOWHERE)]
    assert ids[0] == ids[1]


def test_another_title_keeps_the_ids_where_the_editor_gave_one(project: Project) -> None:
    digest = retold(project, "id: harbour-2031")
    renamed = replace(digest, title="The quay, two months on")
    ids = [[i.id for i in compose(each).feeds[0].items] for each in (digest, renamed)]
    assert ids[0] == ids[1]
    assert {*ids[0]}.isdisjoint(i.id for i in compose(pipeline.read(HARBOUR)).feeds[0].items)


def test_the_three_formats_agree_on_the_ids(harbour: Digest) -> None:
    texts = made(harbour)
    atom = [
        e.findtext("a:id", "", NS) for e in assert_atom(texts["feed.atom"]).iterfind("a:entry", NS)
    ]
    assert atom == [i.findtext("guid") for i in assert_rss(texts["feed.rss"]).iter("item")]
    assert atom == [i["id"] for i in assert_json(texts["feed.json"])["items"]]


def test_an_unrelated_report_leaves_the_other_entries_as_they_were(
    project: Project, harbour: Digest
) -> None:
    (project.sources / "2031-06-01-zoo.md").write_text(
        "---\ntitle: Zoo\noutlet: Mail\npublished: 2031-06-01\n---\n\nTwo lynxes were born at the zoo.\n"
    )
    before = made(harbour)["feed.atom"].replace("harbour/", "sources/")
    after = made(pipeline.read(project.sources))["feed.atom"]
    old, new = entries(before), entries(after)
    assert len(new) == len(old) + 1
    assert old.items() <= new.items()


# ------------------------------------------------------------------ honest days


def test_the_days_are_those_of_the_reports(harbour: Digest) -> None:
    published = {a.id: a.published for a in harbour.articles}
    article_of = {p.id: p.article for p in harbour.paragraphs}
    for item in compose(harbour).feeds[0].items:
        days = [published[article_of[cited.paragraph]] for cited in item.cited]
        known = [day for day in days if day is not None]
        assert item.published == min(known, default=None)
        assert item.updated == max(known, default=None)
    assert any(i.published != i.updated for i in compose(harbour).feeds[0].items)


def test_a_report_taken_in_later_is_an_update() -> None:
    late = replace(article("a", "The quay is closed."), retrieved=date(2031, 6, 1))
    (item,) = compose(understood([late])).feeds[0].items
    assert (item.published, item.updated) == (date(2031, 5, 6), date(2031, 6, 1))


def test_an_unknown_day_is_left_out_where_the_format_lets_us() -> None:
    texts = made(understood([article("a", "The quay is closed.", published=None)]))
    atom, rss, plain_json = (texts[f"feed{form.ending}"] for form in FEED_FORMATS)
    assert re.findall("<updated>(.*)</updated>", atom) == [EPOCH, EPOCH]
    assert "<published>" not in atom
    assert "Date>" not in rss
    assert "date_" not in plain_json


def test_a_feed_is_as_new_as_its_newest_entry(harbour: Digest) -> None:
    for feed in compose(harbour).feeds:
        days = [item.updated for item in feed.items if item.updated]
        text = feeds(Site("", (), (), (feed,)), HERE)[feed.file(ATOM)]
        wanted = f"{max(days).isoformat()}T00:00:00Z" if days else EPOCH
        assert assert_atom(text).findtext("a:updated", "", NS) == wanted


# ------------------------------------------------------------------ untrusted text


def hostile_site(text: str) -> Site:
    excerpt = Excerpt(text, text, text, Mark(text, text, None, text, 1, "sources/a.md", "p0"))
    item = FeedItem(
        id="urn:uuid:61f998de-8203-5d9a-bb13-b35fe9f5fd7b",
        title=text,
        entry=Link(text, "sections/a.md", "e1"),
        bylines=(Byline(text, text, text, None, "direct"),),
        cited=tuple(
            replace(excerpt, mark=replace(excerpt.mark, url=url))
            for url in (text, f"https://x.example/{text}")
        ),
        published=None,
        updated=date(2031, 5, 6),
    )
    whole = Feed("feed", item.id, text, text, "index.md", text, (item,))
    return Site(text, (), (), (whole,))


class Markup(HTMLParser):
    """Keeps the elements of a piece of HTML, and what a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.values: dict[str, str] = {}
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.values |= {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shown_words(html: str) -> str:
    return " ".join(Markup(html).words)


CONTROL = Markup(
    json.loads(feeds(hostile_site("Plain words"), HERE)["feed.json"])["items"][0]["content_html"]
)


def assert_harmless(text: str, texts: dict[str, str]) -> None:
    """Say that the feeds of a text show it, and nothing of it acts."""
    shown = plain(text) or "—"
    atom, channel = assert_atom(texts["feed.atom"]), assert_rss(texts["feed.rss"])
    feed = assert_json(texts["feed.json"])
    entry, item = atom.find("a:entry", NS), channel.find("item")
    assert entry is not None
    assert item is not None
    for title in (
        *(atom.findtext("a:title", "", NS), entry.findtext("a:title", "", NS)),
        *(channel.findtext("title"), item.findtext("title"), item.findtext("category")),
        *(feed["title"], feed["items"][0]["title"], feed["authors"][0]["name"]),
    ):
        assert title == shown
    contents = {entry.findtext("a:content", "", NS), item.findtext("description", "")}
    (content,) = contents | {feed["items"][0]["content_html"]}
    found = Markup(content)
    if plain(text):
        # A link to the original stands there only where its address is safe to follow.
        own, control = ([e for e in m.elements if e[0] != "a"] for m in (found, CONTROL))
        assert own == control
    assert {e for e in found.elements if e[0] == "a"} <= {("a", ("href",))}
    assert found.values["data-paragraph"] == plain(text)
    for address in re.findall('href="([^"]*)"', content):
        assert ADDRESS.fullmatch(address)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stands_as_itself(text: str) -> None:
    texts = feeds(hostile_site(text), HERE)
    assert_harmless(text, texts)
    for form in (ATOM, RSS):
        assert not feedparser.parse(texts[f"feed{form.ending}"].encode()).bozo


@VERBATIM
@given(st.text(st.characters(), min_size=1))
def test_any_text_stands_as_itself(text: str) -> None:
    assert_harmless(text, feeds(hostile_site(text), HERE))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_story_has_valid_feeds(body: str) -> None:
    for path, text in made(
        understood([article("a", body)], Settings("digest.yml", title=body))
    ).items():
        text.encode()
        VALID[path[path.rindex(".") :]](text)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://user@x.example/", "//x.example", "x"]
)
def test_an_address_that_is_not_safe_to_follow_is_no_link(url: str) -> None:
    assert web_address(url) is None
    source = replace(article("a", "The quay is closed."), url=url)
    for text in made(understood([source])).values():
        assert f'="{url}' not in text
        assert f': "{url}' not in text


def test_the_same_story_gives_the_same_bytes(harbour: Digest) -> None:
    assert made(harbour) == made(pipeline.read(HARBOUR))


def test_a_digest_in_a_folder_has_its_feeds_and_their_ways_there(harbour: Digest) -> None:
    site = compose(harbour)
    below = feeds(site, HERE, "the quay/")
    for path, text in feeds(site, SiteUrl(f"{HERE.base}the%20quay/")).items():
        moved = text.replace(f"?digest-page {path}?", f"?digest-page the quay/{path}?")
        moved = moved.replace(f'"page": "{path}"', f'"page": "the quay/{path}"')
        assert below[f"the quay/{path}"] == moved


def test_what_a_public_page_may_not_show_is_in_no_file(harbour: Digest) -> None:
    bounded = replace(harbour, quoting=Quoting(words=12))
    left = {paragraph.id: len(paragraph.text) for paragraph in quoted(bounded).paragraphs}
    rests = [paragraph.text[left[paragraph.id] :] for paragraph in harbour.paragraphs]
    bounds, whole = (pipeline.pages(digest, HERE) for digest in (bounded, harbour))

    def beyond(text: str) -> list[str]:
        shown = plain(text.replace('""', '"').replace('\\"', '"'))
        return [rest for rest in rests if len(rest.split()) > 3 and rest in shown]

    for path in ("feed.atom", "feed.rss", "feed.json", "digest.json", "statements.csv"):
        assert beyond(whole[path])
        assert beyond(bounds[path]) == [], path
    assert_json(bounds["feed.json"])
