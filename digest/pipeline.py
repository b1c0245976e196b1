"""The stages in order: from a folder of sources to the pages of a site."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.assets import assets
from digest.attribute import Outlets, attribute
from digest.clean import clean
from digest.compare import compare
from digest.compose import EXPORT, compose, overview
from digest.export import as_json
from digest.feeds import feeds
from digest.fold import fold, verdict
from digest.group import group
from digest.load import load, load_all
from digest.model import Digest, Publication
from digest.origins import origins
from digest.overrule import apart, decide, in_force, move, overrule, refold
from digest.quotation import quoted
from digest.relate import is_part, relate
from digest.render import navigation, render
from digest.segment import segment
from digest.siteurl import SiteUrl
from digest.situate import events, moments
from digest.table import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from digest.config import Settings
    from digest.errors import Problem
    from digest.load import Loaded
    from digest.model import Article, Origin, Overlap, Site
    from digest.render import NavItem

_UNKNOWN = SiteUrl()


def read(sources: Path) -> Digest:
    """Read the folder of one digest and understand it.

    Args:
        sources: the folder with the articles and, if there is one, `digest.yml`.

    Raises:
        DigestError: with every problem of every file; or because there are several digests in it.
    """
    loaded = load(sources)
    return _understood(loaded)


def read_all(sources: Path) -> Publication:
    """Read a folder of sources and understand each digest that it holds, apart from the others.

    Raises:
        DigestError: with every problem of every file.
    """
    loaded = load_all(sources)
    digests = {name: _understood(each) for name, each in loaded.digests.items()}
    return Publication(loaded.masthead.title, loaded.masthead.about, digests)


def _understood(loaded: Loaded) -> Digest:
    digest = understand(loaded.settings, loaded.articles)
    return replace(digest, notices=(*loaded.notices, *digest.notices))


def understand(settings: Settings, articles: Sequence[Article]) -> Digest:
    """Run every stage up to the sections; leaves nothing out.

    Args:
        settings: what the editor says.
        articles: as `load` gives them.
    """
    paragraphs = segment(articles)
    labels = clean(articles, paragraphs)
    wrote, copied = origins(articles, paragraphs, labels, settings.outlets)
    days = moments(articles, paragraphs)
    told = events(articles, paragraphs, labels, days)
    outlets = _outlets(settings, articles, wrote)
    people, statements = attribute(paragraphs, labels, days, settings.people, outlets)
    last = overrule(settings, articles, paragraphs, labels, people, statements)
    overlaps = compare(
        articles, paragraphs, labels, days, told, last.people, last.statements, _is_needed
    )
    decided = decide(settings, articles, paragraphs, labels)
    folded = refold(fold(paragraphs, labels, apart(overlaps, decided)), paragraphs, decided)
    families = folded.families
    grouped = group(settings.sections, paragraphs, families, last.people, last.statements)
    sections, placements, unmoved = move(*grouped, families, decided)
    notices = _by_line(last.notices, decided.notices, folded.notices, unmoved)
    return Digest(
        title=settings.title,
        about=settings.about,
        articles=tuple(articles),
        paragraphs=paragraphs,
        labels=labels,
        origins=wrote,
        copied=copied,
        moments=days,
        events=told,
        people=last.people,
        statements=last.statements,
        families=families,
        placements=placements,
        sections=sections,
        relations=relate(overlaps, families),
        notices=notices,
        overruled=in_force(settings.overrule, notices),
        id=settings.id or settings.title,
        quoting=settings.quoting,
    )


def _is_needed(overlap: Overlap) -> bool:
    """Whether two paragraphs may fold, or point to each other."""
    return verdict(overlap) is not None or is_part(overlap)


def _by_line(*notices: Sequence[Problem]) -> tuple[Problem, ...]:
    """Put what several steps say of lines of digest.yml in the order of the lines."""
    return tuple(sorted(chain(*notices), key=lambda notice: notice.line or 0))


def _outlets(settings: Settings, articles: Sequence[Article], wrote: Iterable[Origin]) -> Outlets:
    """Give every name of an outlet or agency that somebody tells, and whose each article is."""
    named = {name for article in articles for name in (article.outlet, article.origin) if name}
    credited = {origin.name for origin in wrote if origin.name}
    names = named.union(credited, *((each.name, *each.aliases) for each in settings.outlets))
    return Outlets(names, {each.id: each.outlet for each in articles if each.outlet})


# ------------------------------------------------------------------ pages


def pages(digest: Digest, site_url: SiteUrl = _UNKNOWN) -> dict[str, str]:
    """Give every file of the site of one digest, by its path below `docs/`."""
    return site(Publication(digest.title, digest.about, {"": digest}), site_url)


class Made(NamedTuple):
    """All that Digest makes for a site.

    Attributes:
        files: by their paths below `docs/`.
        navigation: MkDocs's `nav`; each of several digests is an item with its own.
    """

    files: dict[str, str]
    navigation: list[NavItem]


def site(publication: Publication, site_url: SiteUrl = _UNKNOWN) -> dict[str, str]:
    """Give every file of a site; see `make`."""
    return make(publication, site_url).files


def make(publication: Publication, site_url: SiteUrl = _UNKNOWN) -> Made:
    """Make a site.

    Args:
        publication: all that was understood.
        site_url: where the site is published, for the ways from a feed to a page.
    """
    shown = _shown(publication)
    sites = _sites(shown).items()
    files = dict(assets())
    for folder, laid_out in sites:
        files |= render(laid_out, folder)
        files |= feeds(laid_out, site_url, folder) | table(laid_out, site_url, folder)
    for name, digest in shown.digests.items():
        path = f"{name}/{EXPORT}" if name else EXPORT
        files[path] = as_json(digest, path)
    return Made(files, [item for folder, own in sites for item in navigation(own, folder)])


def _shown(publication: Publication) -> Publication:
    """Give the digests as the public may see them."""
    digests = {folder: quoted(digest) for folder, digest in publication.digests.items()}
    return replace(publication, digests=digests)


def _sites(publication: Publication) -> dict[str, Site]:
    """Give the pages of each digest, and first those above them, by the folder they stand in."""
    sites = {folder: compose(digest) for folder, digest in publication.digests.items()}
    if "" in sites:
        return sites
    below = {f"{folder}/": laid_out for folder, laid_out in sites.items()}
    return {"": overview(publication, sites)} | below
