"""The frozen types that cross a stage boundary, each made by one stage.

An *article* is read once; every later stage adds annotations that point at its
paragraphs by id and changes nothing that an earlier stage said. Offsets count
characters (code points) of a paragraph's text, from 0, end exclusive. Lines
count from 1, as editors show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digest.errors import Problem

BlockKind = Literal["paragraph", "heading", "quote", "item", "code", "image"]
ParagraphKind = Literal["text", "title", "heading", "caption", "byline", "boilerplate"]
StatementKind = Literal["direct", "reported"]
Fate = Literal["kept", "folded", "cut"]
Certainty = Literal["stated", "worked out"]
SpeakerKind = Literal["person", "institution", "unnamed"]
Channel = Literal["to", "on"]
Order = Literal["speaker", "fold", "split", "pin", "move"]
Gap = Literal[
    "outlet",
    "published",
    "origin",
    "unnamed",
    "side",
    "said",
    "voiceless",
    "event",
]


class Span(NamedTuple):
    """A stretch of a paragraph's text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers."""
        return text[self.start : self.end]


# --------------------------------------------------------------------- load


@dataclass(frozen=True, slots=True)
class Article:
    """One source file: what its front matter says and its text, untouched.

    Attributes:
        id: the file's path below the sources folder without its ending.
        file: the path as messages and pages show it, with `/`.
        outlet: who published it; None where nobody said.
        origin: who wrote it, where the front matter says; see `Origin` for what the text says.
        published: the day of publication; None where unknown.
        language: a BCP 47 tag such as `en`.
        body: the Markdown below the front matter.
        body_line: the line of the file on which `body` begins.
    """

    id: str
    file: str
    title: str
    outlet: str | None
    origin: str | None
    published: date | None
    url: str | None
    author: str | None
    language: str
    retrieved: date | None
    body: str
    body_line: int


# ------------------------------------------------------------------ segment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article's text as a reader sees it, without its markup.

    Attributes:
        id: `<article id>:<number>`.
        article: the article's id.
        number: its place in the article, from 0.
        line: the line of the file on which the block begins.
        text: the words, verbatim; line breaks and runs of blanks are one blank.
        block: what Markdown made of it.
        sentences: spans of `text` that cover all of it but the blanks between.
        rest: how many words stand behind `text` in the source; only where `quotation` cut it.
    """

    id: str
    article: str
    number: int
    line: int
    text: str
    block: BlockKind
    sentences: tuple[Span, ...]
    rest: int = 0


# -------------------------------------------------------------------- clean


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is, and the rule that decided; None for plain text."""

    paragraph: str
    kind: ParagraphKind
    rule: str | None


# ------------------------------------------------------------------ origins


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote an article, and as whose it counts; one for every article.

    Attributes:
        article: the article's id.
        name: who wrote it, as the editor calls them; None where nothing tells.
        outlet: who published it, as the editor calls them; None where nobody said.
        counts_as: the same for articles of one origin. The house that `name` is of; for
            a copy without a credit what its original counts as; else the house of the
            outlet, and where nobody said that either, the article itself.
        rule: what told: `front-matter`, `copy`, or a rule of `data/origins.toml`.
        paragraph: the id of the paragraph whose words told.
    """

    article: str
    name: str | None
    outlet: str | None
    counts_as: str
    rule: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """Two articles with the same text, whole or in part; each pair is judged by itself.

    Attributes:
        article: the id of the copy.
        of: the id of the article that was there first, or that the copy credits.
        taken: the part of the copy's eight-word runs that the original has; small where
            the copy goes on with text of its own.
        given: the part of the original's runs that the copy has; small where the copy
            is a piece of it.
    """

    article: str
    of: str
    taken: float
    given: float

    @property
    def share(self) -> float:
        """The part of the runs of the shorter one that the other has: at least one half."""
        return max(self.taken, self.given)

    @property
    def is_reprint(self) -> bool:
        """Whether at least half of the copy is the original's text."""
        return self.taken >= 1 / 2


# ------------------------------------------------------------------ situate


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or season that a text names, worked out against its publication.

    Attributes:
        span: the words in the paragraph ('last week', 'on November 23').
        first: the first day it may mean.
        last: the last day it may mean; equal to `first` for a day.
        certainty: `stated` when the text gives the full date.
        rule: the rule that read it.
    """

    paragraph: str
    span: Span
    first: date
    last: date
    certainty: Certainty
    rule: str

    @property
    def day(self) -> date | None:
        """The day; None for 'last week', which is none."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated and placed that articles report.

    Attributes:
        id: stable, made of kind, place and day.
        title: words of ours where a text names it ('Summit in Tallinn'), else the most typical
            headline of its reports, verbatim.
        kind: the event noun (`summit`).
        place: the town or country, None where unknown.
        first: its first day, None where unknown.
        last: its last day.
        certainty: whether the day was stated or worked out.
        articles: ids of the articles that mainly report it.
        paragraphs: ids of the paragraphs that speak of it.
        evidence: (paragraph id, span) of the words it was read from.
    """

    id: str
    title: str
    kind: str
    place: str | None
    first: date | None
    last: date | None
    certainty: Certainty
    articles: tuple[str, ...]
    paragraphs: tuple[str, ...]
    evidence: tuple[tuple[str, Span], ...]


# ---------------------------------------------------------------- attribute


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: a person, an institution or somebody the article leaves unnamed.

    Attributes:
        id: a slug of the name.
        name: the name shown.
        kind: a named person, an institution, or an unnamed source.
        forms: every form it was found under, the name first.
        role: the role as reported, or as the editor says.
        side: whom it speaks for; None where unknown.
        side_words: the words of a source that told the side; None where it is the
            editor's or was taken over from those whom the speaker belongs to.
    """

    id: str
    name: str
    kind: SpeakerKind
    forms: tuple[str, ...]
    role: str | None
    side: str | None
    side_words: str | None = None


class Medium(NamedTuple):
    """Where somebody said it, as the text tells: `to` Radio Delta, `on` Telegram.

    Attributes:
        name: the words of the text for it.
        span: these words with what shows that they name one ('told Radio Delta').
        channel: an outlet that was spoken to, or a platform that was spoken on.
        rule: the rule that found it.
    """

    name: str
    span: Span
    channel: Channel
    rule: str


class Candidate(NamedTuple):
    """Somebody else whom words for a speaker could have meant, and why they do not."""

    name: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """How it was decided whom the words for a speaker mean.

    Attributes:
        way: a stable id, such as `surname`; `attribute.identity` lists them.
        others: who else was considered, the likeliest first.
    """

    way: str
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that could have reported somebody's, and why they were not taken for it.

    Attributes:
        span: the cue verb in the paragraph's text.
        reason: a stable id; `explain` has the words for it.
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or a position that a paragraph reports of somebody.

    Attributes:
        paragraph: the paragraph's id.
        person: the speaker's id.
        mention: the words for the speaker in the text ('the spokeswoman'), with what is
            said of them there ('Jan Roe, a baker,').
        span: what was said, in the paragraph's text.
        kind: direct where quotation marks stand around it.
        said: the day it was said, None where unknown.
        rule: the rule that found it; `editor` where digest.yml says so.
        cue: the words that report it; None where there are none.
        medium: where it was said, None where the text does not tell.
        resolution: how the speaker was identified.
    """

    paragraph: str
    person: str
    mention: str
    span: Span
    kind: StatementKind
    said: Moment | None
    rule: str
    cue: Span | None = None
    medium: Medium | None = None
    resolution: Resolution | None = None


# ----------------------------------------------------------- compare, fold


class Evidence(NamedTuple):
    """One reason for or against telling two paragraphs alike."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two paragraphs that may tell the same, and all that speaks for or against it."""

    a: str
    b: str
    score: float
    evidence: tuple[Evidence, ...]

    def find(self, name: str) -> Evidence | None:
        """Give the first piece of evidence of a name, or None where there is none."""
        return next((each for each in self.evidence if each.name == name), None)

    def has(self, *names: str) -> bool:
        """Whether there is a piece of evidence of any of the names."""
        return any(each.name in names for each in self.evidence)

    def value(self, name: str) -> float:
        """Give how strong the first piece of evidence of a name is, 0 where there is none."""
        found = self.find(name)
        return found.value if found else 0.0

    def detail(self, name: str) -> str:
        """Give what the first piece of evidence of a name says more, '' where there is none."""
        found = self.find(name)
        return found.detail if found else ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph folded into a keeper, and why."""

    paragraph: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Family:
    """Paragraphs that tell a reader the same thing; alone where nothing folds.

    Attributes:
        id: stable, made from the keeper's id.
        keeper: the paragraph that is shown.
        copies: the others, each judged against the keeper.
        pinned: whether the editor chose the keeper, and wants it first in its section.
    """

    id: str
    keeper: str
    copies: tuple[Copy, ...] = ()
    pinned: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        """Every paragraph of the family, the keeper first."""
        return (self.keeper, *(copy.paragraph for copy in self.copies))


# ------------------------------------------------------------------- relate


@dataclass(frozen=True, slots=True)
class Relation:
    """Families that tell another part of the news of one, the most alike first."""

    family: str
    others: tuple[str, ...]


# -------------------------------------------------------------------- group


@dataclass(frozen=True, slots=True)
class Placement:
    """The section of a family, and the rule that chose it."""

    family: str
    section: str
    rule: str


@dataclass(frozen=True, slots=True)
class Section:
    """A topical group of families.

    Attributes:
        families: their ids, in no promised order; `compose` arranges them.
    """

    id: str
    title: str
    about: str
    families: tuple[str, ...]


# ---------------------------------------------------------------- quotation


class Quoting(NamedTuple):
    """How much of a source the editor lets a public page show; None for all of it.

    Attributes:
        words: of one paragraph.
        share: of the words of one article, above 0 and at most 1.
    """

    words: int | None = None
    share: float | None = None


# ----------------------------------------------------------------- pipeline


class Overruling(NamedTuple):
    """A line of digest.yml that decides otherwise than the texts were understood."""

    line: int
    order: Order


@dataclass(frozen=True, slots=True)
class Digest:
    """All that was understood of one story, before anything is left out.

    Attributes:
        id: what tells this digest from every other, whatever its title and address become.
        notices: what the editor should look at, though the pages can be made: lines of
            digest.yml that no longer do anything.
        overruled: the lines of digest.yml that are in force.
        quoting: how much of a source may be shown; None where the editor sets no bound.
    """

    title: str
    about: str
    articles: tuple[Article, ...]
    paragraphs: tuple[Paragraph, ...]
    labels: tuple[Label, ...]
    origins: tuple[Origin, ...]
    copied: tuple[Copied, ...]
    moments: tuple[Moment, ...]
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    statements: tuple[Statement, ...]
    families: tuple[Family, ...]
    placements: tuple[Placement, ...]
    sections: tuple[Section, ...]
    notices: tuple[Problem, ...] = ()
    relations: tuple[Relation, ...] = ()
    overruled: tuple[Overruling, ...] = ()
    quoting: Quoting | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that was understood of one sources folder: what a site is made of.

    Attributes:
        title: of the site; that of the digest where there is one only.
        digests: by the folder of the site that each has, in order; '' is the whole site.
    """

    title: str
    about: str
    digests: Mapping[str, Digest]

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What the editor should look at, in every digest."""
        return tuple(notice for digest in self.digests.values() for notice in digest.notices)


# ------------------------------------------------------------------ compose
# What stands on a page. `compose` decides it all; `render` only spells it out.
# Every string below that came out of a source or out of digest.yml is untrusted.


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place of the site.

    Attributes:
        text: what the link says.
        page: the page's path below `docs/`, such as `people/jane-doe.md`.
        anchor: an id on that page, or empty.
    """

    text: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day on a page: shown as '23 November 2023', with a note if worked out."""

    first: date
    last: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Mark:
    """Where words come from.

    Attributes:
        outlet: as shown; 'Unknown outlet' where nobody said.
        title: the article's title.
        published: the day of publication.
        file: the source file and `line` the line in it.
        page: the source's page, `anchor` the paragraph's place on it.
        url: where the article stands on the web.
        outlet_page: the outlet's page; None where nobody said which it is.
    """

    outlet: str
    title: str
    published: date | None
    file: str
    line: int
    page: str
    anchor: str
    url: str | None = None
    outlet_page: str | None = None


class Tally(NamedTuple):
    """How many reports tell something, how many outlets published them and who wrote them.

    Attributes:
        outlets: different ones; a report that does not say its outlet adds none.
        origins: a reprint counts as what it reprints; what nobody is known to have
            written counts as its outlet's own.
    """

    reports: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article with the text of another.

    Attributes:
        whole: whether that is at least half of the later one's text.
    """

    link: Link
    outlet: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Verbatim words of a source.

    Attributes:
        paragraph: the paragraph's id.
        text: its text, or whole sentences of it.
        language: of the words, as a BCP 47 tag.
        rest: how many words the paragraph goes on that are not to be shown.
    """

    paragraph: str
    text: str
    language: str
    mark: Mark
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Byline:
    """Who speaks in an entry: the name, the role as reported, the side, the page.

    Attributes:
        page: None where a speaker has none: somebody whom the article leaves unnamed.
        medium: where it was said; None where the text does not tell.
    """

    name: str
    role: str | None
    side: str | None
    page: str | None
    kind: StatementKind
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class CopyView:
    """A folded text, readable in place, with the reason in plain words.

    Attributes:
        added: the words that the keeper does not have.
        anchor: its own id within the entry; empty where the entry is called after it.
    """

    excerpt: Excerpt
    why: str
    added: tuple[Span, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """The way to an entry that tells another part of the same news.

    Attributes:
        link: by who speaks there, or by the outlet where nobody does.
        outlet: who reports it; None where unknown, or where the link says it.
        published: the day of publication.
    """

    link: Link
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One family as a reader meets it.

    Attributes:
        anchor: its id on its section's page.
        section: where it stands (the link's anchor is the entry's).
        excerpt: the keeper's text.
        bylines: who speaks, the main speaker first; empty where nobody does.
        day: the day it was said or happened; None where unknown.
        copies: the folded texts.
        events: the events it speaks of.
        told: how many tell it; None where nobody counted.
        see_also: entries that tell another part of the same news.
        pinned: whether the editor wants it first in its section.
        first: the id of the paragraph that the entry is called after, the first published.
        reported: the first day that it was reported; None where unknown.
        own_anchor: the id of the keeper's text within the entry; empty where the entry is
            called after it.
        outlets: the pages of those that tell it.
    """

    anchor: str
    section: Link
    excerpt: Excerpt
    bylines: tuple[Byline, ...]
    day: Day | None
    copies: tuple[CopyView, ...]
    events: tuple[Link, ...]
    told: Tally | None = None
    see_also: tuple[Pointer, ...] = ()
    pinned: bool = False
    first: str = ""
    reported: date | None = None
    own_anchor: str = ""
    outlets: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A sentence for the top of a page, and the entry that it is from.

    Attributes:
        byline: who speaks in the sentence.
        day: the day it was said; None where unknown.
        told: how many tell the entry; None where nobody counted.
    """

    excerpt: Excerpt
    byline: Byline | None
    day: Day | None
    entry: Link
    told: Tally | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The news that the front page opens with.

    Attributes:
        entry: where it stands, under the title of its section.
        headline: the article's title; None where the first sentence is the headline.
        sentences: as they follow each other in one article.
        day: the day it was said or happened; None where unknown.
    """

    entry: Link
    headline: str | None
    sentences: tuple[Excerpt, ...]
    bylines: tuple[Byline, ...]
    day: Day | None
    events: tuple[Link, ...]
    told: Tally | None


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the newest reports.

    Attributes:
        who: who speaks in it, or the outlet where nobody does.
        is_new: whether no earlier report tells it.
    """

    entry: Link
    who: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What the newest reports brought.

    Attributes:
        since: the latest day of the reports before them.
        new: entries that no earlier report tells.
        confirmed: entries of earlier reports that a new one tells, too.
        shown: some of both.
    """

    since: date
    new: int
    confirmed: int
    shown: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SectionCard:
    """A section on the front page: how much stands in it and how new it is.

    Attributes:
        speaker: who was heard last, of those with a page.
    """

    link: Link
    about: str
    entries: int
    articles: int
    latest: date | None
    speaker: Byline | None = None


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """An event on the timeline."""

    link: Link
    place: str | None
    day: Day | None
    articles: int
    entries: int


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A speaker in the list of speakers."""

    link: Link
    role: str | None
    side: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class UnnamedCard:
    """Somebody whom an article leaves unnamed: no page, but the way to what was said.

    Attributes:
        name: the article's words ('a senior diplomat').
        mark: the article that has them.
        entries: where the statements stand.
    """

    name: str
    side: str | None
    mark: Mark
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """When a speaker was quoted.

    Attributes:
        statements: how many there are, folded ones once.
        said: the day of each of which it is known, in order.
        reported: the days of the reports of the others, where those are known, in order.
    """

    link: Link
    statements: int
    said: tuple[Day, ...]
    reported: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Where its dots stand: the last day of each."""
        return (*(day.last for day in self.said), *self.reported)


class Share(NamedTuple):
    """What an outlet told of a section: entries that it alone has, and those of others, too."""

    section: Link
    alone: int
    together: int


@dataclass(frozen=True, slots=True)
class OutletTold:
    """What an outlet told, in the order of the sections; none that it told nothing of.

    Attributes:
        name: None for the reports that do not say who published them.
    """

    name: str | None
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why paragraphs were folded or cut.

    Attributes:
        why: in plain words.
        rule: the id of the rule of a cut; empty for a fold.
        count: how many paragraphs.
        example: where one of them stands.
    """

    why: str
    rule: str
    count: int
    example: Mark


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the sources do not always tell.

    Attributes:
        gap: what.
        count: in how many cases they do not.
        of: of how many.
        examples: where that shows, a few of them.
    """

    gap: Gap
    count: int
    of: int
    examples: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in the list of sources.

    Attributes:
        origin: who wrote it, where that is not the outlet.
        originals: the articles whose text it has.
    """

    link: Link
    outlet: str
    published: date | None
    kept: int
    folded: int
    cut: int
    origin: str | None = None
    originals: tuple[Reprint, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What was read and what became of it."""

    told: Tally
    paragraphs: int
    kept: int
    folded: int
    cut: int
    first: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page: what it is about, the lead, in brief, what is new, sections, timeline.

    Attributes:
        changes: None where nothing was there before.
        sections: those that are shown at once; the others stand in `smaller`.
        timeline: the last events.
        more: the way to all events, where these are not all.
        made: the way to the page that tells how the digest was made, if there is one.
        follow: its feeds.
        take: the files of the whole digest.
    """

    path: str
    title: str
    about: str
    counts: Counts
    lead: Lead | None
    brief: tuple[Brief, ...]
    changes: Changes | None
    sections: tuple[SectionCard, ...]
    timeline: tuple[TimelineItem, ...]
    more: Link | None = None
    made: Link | None = None
    smaller: tuple[SectionCard, ...] = ()
    follow: tuple[Link, ...] = ()
    take: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One of several pages of a section.

    Attributes:
        month: the first day of it; None for the newest entries and for those without a day.
        number: of several pages of one month.
        entries: how many stand there.
        is_newest: whether it is the section's own page.
    """

    path: str
    month: date | None
    number: int
    entries: int
    is_newest: bool


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section: sentences in brief, and its entries, newest first.

    Attributes:
        part: which part of the section it is.
        parts: every part, the newest first; empty where one page holds all.
        brief: on the section's own page only.
        follow: its feeds.
        take: the files of the whole digest.
    """

    path: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    part: SectionPart | None = None
    parts: tuple[SectionPart, ...] = ()
    brief: tuple[Brief, ...] = ()
    follow: tuple[Link, ...] = ()
    take: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: when and where, who reports it, the entries that speak of it."""

    path: str
    title: str
    place: str | None
    day: Day | None
    evidence: tuple[Excerpt, ...]
    sources: tuple[Mark, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement on a person's page, folded ones once.

    Attributes:
        said: the day it was said; None where no report tells it.
        medium: where it was said.
    """

    entry: Entry
    said: Day | None
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A speaker: forms, role, side, every statement, newest first.

    Attributes:
        role_from: who reports the role; None where it is the editor's word.
        voice: when the speaker was quoted; None where that is too little to show.
    """

    path: str
    title: str
    kind: SpeakerKind
    forms: tuple[str, ...]
    role: str | None
    side: str | None
    quotes: tuple[Quote, ...]
    role_from: Mark | None = None
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class FateRow:
    """One paragraph on its source's page, and what became of it.

    Attributes:
        anchor: its id on the source's page.
        rule: for a cut: the rule's id; for a fold: why; else empty.
        why: the rule in plain words.
        entry: where it is shown; None for a cut.
    """

    anchor: str
    excerpt: Excerpt
    kind: ParagraphKind
    fate: Fate
    rule: str
    why: str
    entry: Link | None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: its front matter and every paragraph's fate, in order.

    Attributes:
        origin_why: what tells who wrote it.
        originals: the articles whose text it has.
        reprints: the articles that have its text.
    """

    path: str
    title: str
    outlet: str
    origin: str | None
    author: str | None
    published: date | None
    retrieved: date | None
    url: str | None
    file: str
    language: str
    event: Link | None
    rows: tuple[FateRow, ...]
    origin_why: str = ""
    originals: tuple[Reprint, ...] = ()
    reprints: tuple[Reprint, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestCard:
    """One of several digests on the front page of their site.

    Attributes:
        newest: the first sentence of its newest development.
    """

    anchor: str
    link: Link
    about: str
    counts: Counts
    newest: Excerpt | None


@dataclass(frozen=True, slots=True)
class DigestsPage:
    """The front page of a site with several digests."""

    path: str
    title: str
    about: str
    digests: tuple[DigestCard, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Every event, newest first."""

    path: str
    title: str
    items: tuple[TimelineItem, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Every speaker, the most quoted first.

    Attributes:
        people: persons.
        institutions: ministries, parties, companies, and places that stand for a government.
        unnamed: whom the articles leave unnamed.
        texts: reports, decisions and the like that are quoted, without a page of their own.
        voices: when those were quoted who are quoted most; empty where that is too little to show.
    """

    path: str
    title: str
    people: tuple[PersonCard, ...]
    institutions: tuple[PersonCard, ...] = ()
    unnamed: tuple[UnnamedCard, ...] = ()
    texts: tuple[UnnamedCard, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every source, newest first.

    Attributes:
        outlets: what each outlet told; empty where that is too little to show.
    """

    path: str
    title: str
    sources: tuple[SourceCard, ...]
    outlets: tuple[OutletTold, ...] = ()


@dataclass(frozen=True, slots=True)
class MadePage:
    """How the digest was made: what was read, what became of it, what nobody knows.

    Attributes:
        counts: what was read and what became of it.
        sources: the way to every report; `people` and `timeline` in the same way.
        statements: in the paragraphs that are shown.
        speakers: who make them.
        events: all that were found.
        folded: why paragraphs were folded, the commonest reason first.
        cut: by which rules paragraphs were cut, the commonest first.
        unknown: what the sources do not tell.
        worked_out: the events whose day no text states in full.
        overruled: the lines of digest.yml that are in force.
        idle: how many lines of digest.yml are not.
        quoting: how much of a source is shown; None where the editor sets no bound.
    """

    path: str
    title: str
    counts: Counts
    sources: Link
    people: Link
    timeline: Link
    statements: int
    speakers: int
    events: int
    folded: tuple[Reason, ...]
    cut: tuple[Reason, ...]
    unknown: tuple[Unknown, ...]
    worked_out: tuple[TimelineItem, ...]
    overruled: tuple[Overruling, ...] = ()
    idle: int = 0
    quoting: Quoting | None = None


@dataclass(frozen=True, slots=True)
class OutletCard:
    """An outlet in the list of outlets.

    Attributes:
        entries: that it tells, and `alone` those that no other outlet does.
    """

    link: Link
    reports: int
    entries: int
    alone: int
    latest: date | None


@dataclass(frozen=True, slots=True)
class OutletPage:
    """An outlet: what it reported, who wrote that, and who else tells the same.

    Attributes:
        entries: how many it tells, and `alone` how many of them no other outlet does.
        origins: who wrote its reports, with their number, the most first.
        unknown: the reports of which nothing tells who wrote them.
        others: the outlets that tell the same, with the number of entries.
        reports: its articles, the newest first.
    """

    path: str
    title: str
    entries: int
    alone: int
    origins: tuple[tuple[str, int], ...]
    unknown: int
    others: tuple[tuple[Link, int], ...]
    reports: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """Every outlet, those with the most reports first."""

    path: str
    title: str
    outlets: tuple[OutletCard, ...]


Page = (
    FrontPage
    | SectionPage
    | EventPage
    | PersonPage
    | SourcePage
    | TimelinePage
    | PeoplePage
    | SourcesPage
    | OutletPage
    | OutletsPage
    | MadePage
    | DigestsPage
)


class FeedFormat(NamedTuple):
    """A format of feeds, as readers and browsers know it."""

    name: str
    ending: str
    media_type: str


ATOM = FeedFormat("Atom", ".atom", "application/atom+xml")
RSS = FeedFormat("RSS", ".rss", "application/rss+xml")
JSON_FEED = FeedFormat("JSON Feed", ".json", "application/feed+json")
FEED_FORMATS = (ATOM, RSS, JSON_FEED)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of the digest as a reader of feeds meets it.

    Attributes:
        id: a URN that stays when the keeper changes, or the site moves.
        title: who speaks, and how that begins.
        entry: where it stands on the site; the text is the section's title.
        bylines: who speaks, the main speaker first.
        cited: the keeper's text, then the folded ones.
        published: the day of its first report; None where no report tells its day.
        updated: the last day on which a report of it came out or was taken in.
    """

    id: str
    title: str
    entry: Link
    bylines: tuple[Byline, ...]
    cited: tuple[Excerpt, ...]
    published: date | None
    updated: date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest entries of a digest, or of a section of it.

    Attributes:
        path: where its files stand below `docs/`, without the ending of their format.
        id: a URN that stays when the site moves.
        page: the page that it follows.
        author: who made the feed: the digest, by its title.
    """

    path: str
    id: str
    title: str
    about: str
    page: str
    author: str
    items: tuple[FeedItem, ...]

    @property
    def updated(self) -> date | None:
        """The newest day of an item; None where none has one."""
        return max((item.updated for item in self.items if item.updated), default=None)

    def file(self, form: FeedFormat) -> str:
        """Give the path of its file of a format."""
        return self.path + form.ending


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement in the table of all, folded ones, too.

    Attributes:
        entry: where it stands on the site.
        day: the day it was said; None where it is not one day.
        keeper: the id of the paragraph that it is folded into; None where it is shown itself.
    """

    statement: Statement
    speaker: Person
    entry: Link
    day: date | None
    cited: Excerpt
    keeper: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Every statement of a digest, in the order of the sources.

    Attributes:
        path: of its file below `docs/`.
    """

    path: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Every page of a digest; `nav` lists those in the navigation, in order.

    Attributes:
        feeds: of the digest, and of each section.
        table: of the statements.
    """

    title: str
    pages: tuple[Page, ...]
    nav: tuple[Link, ...]
    feeds: tuple[Feed, ...] = ()
    table: Table | None = None
