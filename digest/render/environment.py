"""The environment of the templates: how they print, and by which names they call the other rooms.

The only room that knows Jinja; spells nothing itself. What is new to a template gets its name here.
"""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context

from digest import escape
from digest.render import (
    days,
    drawings,
    entries,
    groups,
    links,
    made,
    marks,
    pages,
    sources,
    speakers,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from digest.render.here import Here

_Given = ParamSpec("_Given")
_Spelled = TypeVar("_Spelled")


def _on_page(
    spell: Callable[Concatenate[Here, _Given], _Spelled],
) -> Callable[Concatenate[Context, _Given], _Spelled]:
    """Let a template call what needs to know the page being made, without naming that page."""

    @pass_context
    @wraps(spell)
    def spelled(context: Context, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Spelled:
        return spell(context["here"], *args, **kwargs)

    return spelled


# What stands behind `|` in a template, room by room.
_FILTERS: dict[str, Callable[..., object]] = {
    "front_matter": escape.front_matter,
    # words
    "changed": words.changed,
    "code": words.code,
    "named": words.named,
    "outlets": words.outlets,
    "told": words.told,
    "written_by": words.written_by,
    # days
    "date": days.format_date,
    "day": days.dated,
    "reported_on": days.reported_on,
    "said": days.said,
    # groups
    "by_place": groups.by_place,
    "by_report": groups.by_report,
    "by_year": groups.by_year,
    # links
    "address": _on_page(links.address),
    "anchor": links.safe_anchor,
    "feed": links.feed,
    "link": _on_page(links.linked),
    "outside": links.outside,
    # marks
    "alike": _on_page(marks.alike),
    "cite": _on_page(marks.cite),
    "mark": _on_page(marks.in_full),
    "outlet": _on_page(marks.outlet),
    "outlet_and_lines": _on_page(marks.outlet_and_lines),
    "publisher": _on_page(marks.publisher),
    "reprint": _on_page(marks.reprint),
    "title": _on_page(marks.article),
    # speakers
    "medium": speakers.said_where,
    "speaker": _on_page(speakers.speaker),
    "standing": speakers.standing,
    # entries
    "change": _on_page(entries.changed_entry),
    "permalink": entries.permalink,
    "pointer": _on_page(entries.see_also),
    "read_on": _on_page(entries.read_on),
    "tags": _on_page(entries.tags),
    # pages
    "heading": pages.heading,
    "parts": _on_page(pages.parts),
    # sources
    "excerpt": sources.verbatim,
    "fate": _on_page(sources.fate),
    "fates": sources.fates,
    # drawings
    "bar": drawings.bar,
    "overview": drawings.overview,
    "scale": drawings.scale,
    "share": drawings.in_numbers,
    "strip": drawings.strip,
    "symbol": drawings.symbol,
    "voice": drawings.in_words,
    # made
    "bound": made.bound,
    "example": _on_page(made.example),
    "gap": _on_page(made.gap),
    "order": made.overrulings,
    "period": made.period,
}

# What a template calls by its name, for no one value stands before it.
_FUNCTIONS: dict[str, Callable[..., object]] = {
    "also": entries.also,
    "count": words.count,
    "dotted": words.dotted,
    "folded": entries.folded,
    "latest": days.latest,
    "listed": words.listed,
    "reported": entries.reported,
    "said": entries.said_or_done,
    "sign": drawings.sign,
    "speakers": _on_page(speakers.who),
}


@cache
def environment() -> Environment:
    """Give the one environment, with all templates of the package."""
    jinja = Environment(
        loader=PackageLoader("digest"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - that is for HTML; `printed` escapes for Markdown
        finalize=words.printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= _FILTERS
    jinja.globals = dict(_FUNCTIONS)
    return jinja
