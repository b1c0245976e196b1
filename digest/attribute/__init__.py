"""Who says what: statements and their speakers, direct and reported.

`tokens` splits, `grammar`, `verbs`, `stances` and `places` know words, `mentions`
takes phrases apart; `cues`, `speakers` and `contents` find their part of a
`sentence`, `nouns`, `passives`, `sources`, `relays`, `objects` and `headlines` what stands
otherwise; `firmness` doubts the weak ones and `frames` joins them; `names` compares
spellings, `posts` roles, `bodies` institutions, `companies` names that are one's and
`parties` parties, `lands` finds countries that only the texts know, `profiles` keep what is
known of a speaker, `identity` decides who is meant, `repeats` whose words a headline has,
`turns` who speaks in an interview, `cataphora` whom a pronoun means in its own sentence,
`reader` goes through the articles, `saying` and `occasions` date and `media` places what was
said. The package drops nothing and judges no truth: a statement is what an article reports
of somebody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from digest.attribute.frames import frames
from digest.attribute.grammar import Grammar
from digest.attribute.identity import Resolved
from digest.attribute.media import Media
from digest.attribute.places import Places
from digest.attribute.profiles import commonest
from digest.attribute.reader import Found, Reader
from digest.attribute.texts import Preparer
from digest.collector import paused
from digest.model import Candidate, Person, Refusal, Resolution, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.attribute.profiles import Registry
    from digest.attribute.refusals import Reason
    from digest.config import PersonSetting
    from digest.model import Label, Moment, Paragraph, Span

__all__ = ["Outlets", "attribute", "refusals"]


_OTHERS = 5  # candidates kept for `digest explain`; the likeliest come first


@dataclass(frozen=True, slots=True)
class Outlets:
    """What is known of outlets.

    Attributes:
        names: every name of one that a digest knows.
        of_articles: the outlet of every article that tells it, by the article's id.
    """

    names: Iterable[str] = ()
    of_articles: Mapping[str, str] = field(default_factory=dict)


_NO_OUTLETS = Outlets()


@paused()
def attribute(
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    moments: Sequence[Moment],
    people: Sequence[PersonSetting],
    outlets: Outlets = _NO_OUTLETS,
) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    """Find every statement in text paragraphs and titles, and who makes it.

    Args:
        paragraphs: of all articles, in order.
        labels: what each is; plain text and titles are searched for statements, but
            every kind may introduce a name.
        moments: the days that the paragraphs name.
        people: the editor's people of the story.
        outlets: the outlets that somebody may have told it, and those of the articles.

    Returns:
        The speakers, and the statements: in the order of the paragraphs, the
        main statement of a paragraph first.
    """
    reader = Reader(paragraphs, labels, moments, people, outlets.of_articles)
    found = [_identified(item, reader) for item in list(reader.statements())]
    _share_sides(reader.registry)
    persons = dict(reader.registry.people({item.speaker for item in found}))
    statements = [_statement(item, persons) for item in found]
    return tuple(persons.values()), tuple(_with_media(paragraphs, statements, outlets))


def _with_media(
    paragraphs: Iterable[Paragraph], statements: Iterable[Statement], outlets: Outlets
) -> Iterator[Statement]:
    media = Media(outlets.names, outlets.of_articles)
    known = {paragraph.id: paragraph for paragraph in paragraphs}
    for paragraph, own in groupby(statements, lambda statement: statement.paragraph):
        yield from media.found(known[paragraph], list(own))


def _identified(item: Found, reader: Reader) -> Found:
    """Give an unnamed speaker the name that the article gave later."""
    rank = reader.same.get(item.speaker)
    if rank is None:
        return item
    return item._replace(
        speaker=rank, resolved=Resolved(reader.registry.profiles[rank], "named-later")
    )


def _statement(item: Found, persons: Mapping[int, Person]) -> Statement:
    return Statement(
        paragraph=item.paragraph,
        person=persons[item.speaker].id,
        mention=item.words,
        span=item.content,
        kind="direct" if item.direct else "reported",
        said=item.said,
        rule=item.rule,
        cue=item.cue if item.cue.end > item.cue.start else None,
        resolution=_resolution(item),
    )


def _resolution(item: Found) -> Resolution:
    others = item.resolved.considered[:_OTHERS]
    named = tuple(Candidate(profile.name, why) for profile, why in others)
    return Resolution(item.resolved.why, tuple(dict.fromkeys(named)))


def refusals(
    paragraph: Paragraph,
    paragraphs: Sequence[Paragraph],
    moments: Iterable[Moment],
    statements: Iterable[Statement],
) -> tuple[Refusal, ...]:
    """Look at a paragraph again for the cues that gave no statement, and say why.

    Args:
        paragraph: one of the `paragraphs`.
        paragraphs: of all articles: what is a name depends on all of them.
        moments: the days that the paragraphs name.
        statements: what `attribute` found.
    """
    own = [s.cue for s in statements if s.paragraph == paragraph.id and s.cue is not None]
    heard: dict[Span, Reason] = {}
    texts = [each.text for each in paragraphs]
    days = [day for day in moments if day.paragraph == paragraph.id]
    for sentence in Preparer(Grammar(Places(texts)), texts).text(paragraph, days).sentences:
        for frame in frames(sentence, heard.setdefault):
            heard.setdefault(frame.cue, "nobody known")
    # A verb may be refused by one rule and stand in what another found: 'was quoted as saying'.
    left = (cue for cue in sorted(heard) if not any(_holds(found, cue) for found in own))
    return tuple(Refusal(cue, heard[cue]) for cue in left)


def _holds(found: Span, cue: Span) -> bool:
    return found.start <= cue.start and cue.end <= found.end


def _share_sides(registry: Registry) -> None:
    """Give members of one organisation the side that others of it speak for.

    Not of whose employer that is told: foreign ministries are many.
    """
    known: dict[str, str] = {}
    for profile in registry.profiles:
        for body in sorted(profile.bodies) if profile.sides else ():
            known.setdefault(body, commonest(profile.sides))
    for profile in registry.profiles:
        shared = next((known[b] for b in sorted(profile.bodies) if b in known), None)
        is_told = profile.sides or (profile.employer is not None and profile.employer.sides)
        if shared is not None and not is_told:
            profile.sides[shared] += 1
