"""Spells the statements of a digest as a table (CSV, RFC 4180).

The file begins with a mark of byte order, for without it Excel takes UTF-8 for something else;
Python reads it as `utf-8-sig`. A spreadsheet would take a cell that begins with `=` or one of
its like for a formula, and run it. Such a cell gets one apostrophe in front. The words
stay verbatim, for the rule can be turned around (see `bare`): take one apostrophe off a cell
that begins with apostrophes and then such a sign.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from digest.escape import plain, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Site, StatementRow
    from digest.siteurl import SiteUrl

COLUMNS = (
    "digest",
    "entry",
    "speaker",
    "mention",
    "role",
    "side",
    "kind",
    "said_on",
    "medium",
    "words",
    "text",
    "language",
    "outlet",
    "title",
    "published",
    "url",
    "source",
    "paragraph",
    "folded_into",
)

_BYTE_ORDER_MARK = "\ufeff"
# The four signs in both widths, and the blanks that some programs take for them; other blanks
# before them do not stop every spreadsheet.
_FORMULA = r"\s*[=+\-@＝＋－＠\t\r]"
_RISKY = re.compile(rf"'*{_FORMULA}")
_GUARDED = re.compile(rf"'+{_FORMULA}")


def table(site: Site, site_url: SiteUrl, folder: str = "") -> dict[str, str]:
    """Give the table of a site as text, by its path below `docs/`; nothing where it has none.

    Args:
        site: with a row for each statement of its digest.
        site_url: where it is published.
        folder: where all its pages stand, such as `ferries/`.
    """
    if site.table is None:
        return {}
    path = folder + site.table.path
    cells = (_cells(site.title, row, _way(row, site_url, folder)) for row in site.table.rows)
    return {path: _BYTE_ORDER_MARK + _lines(path, cells)}


def _lines(path: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Give a line of column names, then a line for each statement.

    The last name is no column's: it tells whose file it is, as the front matter of a page does.
    """
    out = io.StringIO()
    lines = csv.writer(out)  # commas, quotes doubled, lines that end as RFC 4180 wants it
    lines.writerow((*COLUMNS, f"digest-page: {path}"))
    lines.writerows((*map(guarded, row), "") for row in rows)
    return out.getvalue()


def _way(row: StatementRow, site_url: SiteUrl, folder: str) -> str:
    """Give the address of an entry; from the top of the site where its own is not known."""
    place = folder + row.entry.page, row.entry.anchor
    return site_url.of(*place) or site_url.below(*place)


def guarded(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def bare(cell: str) -> str:
    """Give the text that `guarded` made a cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _cells(digest: str, row: StatementRow, entry: str) -> tuple[str, ...]:
    said, excerpt, mark = row.statement, row.cited, row.cited.mark
    cells = (
        digest,
        entry,
        row.speaker.name,
        said.mention,
        row.speaker.role,
        row.speaker.side,
        said.kind,
        row.day and row.day.isoformat(),
        said.medium and said.medium.name,
        said.span.of(excerpt.text),
        excerpt.text,
        excerpt.language,
        mark.outlet,
        mark.title,
        mark.published and mark.published.isoformat(),
        mark.url and web_address(mark.url),
        f"{mark.file}:{mark.line}",
        excerpt.paragraph,
        row.keeper,
    )
    return tuple(plain(cell or "") for cell in cells)
