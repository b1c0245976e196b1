"""The frozen types that cross a stage boundary, each made by one stage.

An *article* is read once; every later stage adds annotations that point at its
paragraphs by id and changes nothing that an earlier stage said. Offsets count
characters (code points) of a paragraph's text, from 0, end exclusive. Lines
count from 1, as editors show them.

What was understood has its rooms in `articles`, `origins`, `days`, `statements`,
`families` and `digest`; what stands on a page, which `compose` alone decides and
`render` only spells out, in the others. Of these, every string that came out of a
source or out of digest.yml is untrusted. This is the only door to all of them.
"""

from digest.model.articles import Article, BlockKind, Label, Paragraph, ParagraphKind, Span
from digest.model.cards import (
    Counts,
    DigestCard,
    OutletCard,
    OutletTold,
    PersonCard,
    SectionCard,
    Share,
    SourceCard,
    TimelineItem,
    UnnamedCard,
    Voice,
)
from digest.model.cited import Byline, Day, Excerpt, Link, Mark, Reprint, Tally
from digest.model.days import Certainty, Event, Moment
from digest.model.digest import Digest, Order, Overruling, Publication, Quoting
from digest.model.entries import Brief, Change, Changes, CopyView, Entry, Lead, Pointer
from digest.model.families import (
    Copy,
    Evidence,
    Family,
    Fate,
    Overlap,
    Placement,
    Relation,
    Section,
)
from digest.model.feeds import ATOM, FEED_FORMATS, JSON_FEED, RSS, Feed, FeedFormat, FeedItem
from digest.model.made import Gap, MadePage, Reason, Unknown
from digest.model.origins import Copied, Origin
from digest.model.pages import (
    DigestsPage,
    EventPage,
    FateRow,
    FrontPage,
    OutletPage,
    OutletsPage,
    Page,
    PeoplePage,
    PersonPage,
    Quote,
    SectionPage,
    SectionPart,
    SourcePage,
    SourcesPage,
    TimelinePage,
)
from digest.model.site import Site, StatementRow, Table
from digest.model.statements import (
    Candidate,
    Channel,
    Medium,
    Person,
    Refusal,
    Resolution,
    SpeakerKind,
    Statement,
    StatementKind,
)

__all__ = [
    "ATOM",
    "FEED_FORMATS",
    "JSON_FEED",
    "RSS",
    "Article",
    "BlockKind",
    "Brief",
    "Byline",
    "Candidate",
    "Certainty",
    "Change",
    "Changes",
    "Channel",
    "Copied",
    "Copy",
    "CopyView",
    "Counts",
    "Day",
    "Digest",
    "DigestCard",
    "DigestsPage",
    "Entry",
    "Event",
    "EventPage",
    "Evidence",
    "Excerpt",
    "Family",
    "Fate",
    "FateRow",
    "Feed",
    "FeedFormat",
    "FeedItem",
    "FrontPage",
    "Gap",
    "Label",
    "Lead",
    "Link",
    "MadePage",
    "Mark",
    "Medium",
    "Moment",
    "Order",
    "Origin",
    "OutletCard",
    "OutletPage",
    "OutletTold",
    "OutletsPage",
    "Overlap",
    "Overruling",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "PeoplePage",
    "Person",
    "PersonCard",
    "PersonPage",
    "Placement",
    "Pointer",
    "Publication",
    "Quote",
    "Quoting",
    "Reason",
    "Refusal",
    "Relation",
    "Reprint",
    "Resolution",
    "Section",
    "SectionCard",
    "SectionPage",
    "SectionPart",
    "Share",
    "Site",
    "SourceCard",
    "SourcePage",
    "SourcesPage",
    "Span",
    "SpeakerKind",
    "Statement",
    "StatementKind",
    "StatementRow",
    "Table",
    "Tally",
    "TimelineItem",
    "TimelinePage",
    "Unknown",
    "UnnamedCard",
    "Voice",
]
