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
        newest=_newest(folder, front),
    )


def _newest(folder: str, front: FrontPage) -> Excerpt | None:
    """Give the first sentence of the lead, marked from outside the folder."""
    shown = front.lead.sentences[0] if front.lead and front.lead.sentences else None
    if shown is None:
        return None
    return replace(shown, mark=replace(shown.mark, page=f"{folder}/{shown.mark.page}"))
