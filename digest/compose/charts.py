"""What is drawn: who was quoted when, and which outlet told what of which section."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.model import (
    Link,
    OutletTold,
    PeoplePage,
    PersonPage,
    Share,
    SourcesPage,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.compose.names import Names
    from digest.index import Index
    from digest.model import Digest, Family, Page, Section

_SPEAKERS = 10
_FEWEST = 3  # of anything that makes a picture


def charted(digest: Digest, index: Index, names: Names, pages: Iterable[Page]) -> list[Page]:
    """Put what is drawn on its page; what that is the other pages tell."""
    heard = {page.path: _voice(page) for page in pages if isinstance(page, PersonPage)}
    most = _most_quoted(heard.values())
    told = _outlets(digest, index, names)

    def drawn(page: Page) -> Page:
        match page:
            case PersonPage():
                own = heard[page.path]
                return replace(page, voice=own if _is_enough([own]) else None)
            case PeoplePage():
                return replace(page, voices=most)
            case SourcesPage():
                return replace(page, outlets=told)
            case _:
                return page

    return [drawn(page) for page in pages]


def _most_quoted(heard: Iterable[Voice]) -> tuple[Voice, ...]:
    """Give those who are quoted most; nobody where that makes no picture."""
    most = sorted(heard, key=lambda voice: -voice.statements)[:_SPEAKERS]
    return tuple(most) if len(most) > 1 and _is_enough(most) else ()


def _is_enough(voices: Iterable[Voice]) -> bool:
    days = [day for voice in voices for day in voice.days]
    return len(days) >= _FEWEST and len({*days}) > 1


def _voice(page: PersonPage) -> Voice:
    said = (quote.said for quote in page.quotes if quote.said)
    rest = (quote.entry.excerpt.mark.published for quote in page.quotes if not quote.said)
    return Voice(
        link=Link(page.title, page.path),
        statements=len(page.quotes),
        said=tuple(sorted(said, key=lambda day: (day.last, day.first, day.certainty))),
        reported=tuple(sorted(day for day in rest if day)),
    )


def _outlets(digest: Digest, index: Index, names: Names) -> tuple[OutletTold, ...]:
    """Give what each outlet told, alone and together with others.

    Returns:
        Who told most first; empty where there are too few entries, or one outlet only.
    """
    outlet_of = {origin.article: origin.outlet for origin in digest.origins}
    told = defaultdict[str | None, Counter[tuple[str, bool]]](Counter)
    for family in digest.families:
        tellers = _tellers(family, index, outlet_of)
        section = index.section_of[family.id].id
        for outlet in tellers:
            told[outlet][section, len(tellers) == 1] += 1
    if len(told) == 1 or len(digest.families) < _FEWEST:
        return ()
    most = sorted(told, key=lambda name: (-told[name].total(), name or ""))
    return tuple(_told(name, told[name], digest.sections, names) for name in most)


def _tellers(
    family: Family, index: Index, outlet_of: Mapping[str, str | None]
) -> dict[str | None, None]:
    articles = (index.paragraphs[member].article for member in family.members)
    return dict.fromkeys(outlet_of[article] for article in articles)


def _told(
    name: str | None,
    told: Mapping[tuple[str, bool], int],
    sections: Iterable[Section],
    names: Names,
) -> OutletTold:
    shares = (
        Share(
            Link(section.title, names.sections[section.id]),
            told[section.id, True],
            told[section.id, False],
        )
        for section in sections
    )
    return OutletTold(name, tuple(share for share in shares if share.alone or share.together))
