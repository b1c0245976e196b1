"""The front page of a site with several digests: what each is about, and its newest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digest.compose.names import FRONT
from digest.model import DigestCard, DigestsPage, FrontPage, Link, Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import Digest, Excerpt, Publication


def overview(publication: Publication, sites: Mapping[str, Site]) -> Site:
    """Lay out the page that lists several digests, the one with the newest report first.

    Args:
        publication: the digests.
        sites: the pages of each, by the same folder.
    """
    cards = [_card(folder, publication.digests[folder], site) for folder, site in sites.items()]
    cards.sort(key=lambda card: card.counts.latest or date.min, reverse=True)
    page = DigestsPage(FRONT, publication.title, publication.about, tuple(cards))
    return Site(publication.title, (page,), (Link("All digests", FRONT),))


def _card(folder: str, digest: Digest, site: Site) -> DigestCard:
    front = next(page for page in site.pages if isinstance(page, FrontPage))
    return DigestCard(
        anchor=folder,
        link=Link(digest.title, f"{folder}/{front.path}"),
        about=digest.about,
        counts=front.counts,
        newest=_newest(folder, digest, front),
    )


def _newest(folder: str, digest: Digest, front: FrontPage) -> Excerpt | None:
    """Give the sentence that the newest development opens with, marked from outside the folder."""
    if front.lead is None:
        return None
    shown = front.lead.excerpt
    paragraph = next(p for p in digest.paragraphs if p.id == shown.paragraph)
    text = paragraph.sentences[0].of(paragraph.text) if paragraph.sentences else paragraph.text
    return replace(shown, text=text, mark=replace(shown.mark, page=f"{folder}/{shown.mark.page}"))
