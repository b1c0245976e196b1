"""The stages in order: from a folder of sources to the pages of a site."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.attribute import Outlets, attribute
from digest.clean import clean
from digest.compare import compare
from digest.compose import compose
from digest.fold import fold
from digest.group import group
from digest.load import load
from digest.model import Digest
from digest.origins import origins
from digest.overrule import apart, decide, move, overrule, refold
from digest.relate import relate
from digest.render import render
from digest.segment import segment
from digest.situate import events, moments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from digest.config import Settings
    from digest.errors import Problem
    from digest.model import Article


def read(sources: Path) -> Digest:
    """Read a folder of sources and understand it.

    Args:
        sources: the folder with the articles and, if there is one, `digest.yml`.

    Raises:
        DigestError: with every problem of every file.
    """
    loaded = load(sources)
    return understand(loaded.settings, loaded.articles)


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
    outlets = _outlets(settings, articles)
    people, statements = attribute(paragraphs, labels, days, settings.people, outlets)
    last = overrule(settings, articles, paragraphs, labels, people, statements)
    overlaps = compare(articles, paragraphs, labels, days, told, last.people, last.statements)
    decided = decide(settings, articles, paragraphs, labels)
    folded = refold(fold(paragraphs, labels, apart(overlaps, decided)), paragraphs, decided)
    families = folded.families
    grouped = group(settings.sections, paragraphs, families, last.people, last.statements)
    sections, placements, unmoved = move(*grouped, families, decided)
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
        notices=_by_line(last.notices, decided.notices, folded.notices, unmoved),
    )


def _by_line(*notices: Sequence[Problem]) -> tuple[Problem, ...]:
    """Put what several steps say of lines of digest.yml in the order of the lines."""
    return tuple(sorted(chain(*notices), key=lambda notice: notice.line or 0))


def _outlets(settings: Settings, articles: Sequence[Article]) -> Outlets:
    """Give every name of an outlet that the editor or an article tells, and whose each is."""
    named = {name for article in articles for name in (article.outlet, article.origin) if name}
    names = named.union(*((each.name, *each.aliases) for each in settings.outlets))
    return Outlets(names, {each.id: each.outlet for each in articles if each.outlet})


def pages(digest: Digest) -> dict[str, str]:
    """Give every page of the site as Markdown, by its path below `docs/`."""
    return render(compose(digest))
