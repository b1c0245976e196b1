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
    from digest.address import Address
    from digest.model import StatementRow, Table

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


def table(statements: Table, address: Address) -> str:
    """Give the file: a line of column names, then a line for each statement.

    The last name is no column's: it tells whose file it is, as the front matter of a page does.
    """
    out = io.StringIO()
    rows = csv.writer(out)  # commas, quotes doubled, lines that end as RFC 4180 wants it
    rows.writerow((*COLUMNS, f"digest-page: {statements.path}"))
    for row in statements.rows:
        rows.writerow((*map(guarded, _cells(statements, row, address)), ""))
    return _BYTE_ORDER_MARK + out.getvalue()


def guarded(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def bare(cell: str) -> str:
    """Give the text that `guarded` made a cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _cells(statements: Table, row: StatementRow, address: Address) -> tuple[str, ...]:
    said, excerpt, mark = row.statement, row.cited.excerpt, row.cited.excerpt.mark
    way = row.entry.page, row.entry.anchor
    cells = (
        statements.digest,
        address.of(*way) or address.below(*way),
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
        row.cited.url and web_address(row.cited.url),
        f"{mark.file}:{mark.line}",
        excerpt.paragraph,
        row.keeper,
    )
    return tuple(plain(cell or "") for cell in cells)
