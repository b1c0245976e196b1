"""A file that somebody gave us, as text: its bytes, its front matter and its body.

The one place that knows how a source file is written, for `load`, which reads
them, and `ingest`, which makes them. Which files there are, and what must stand
in them, is not its business; nor is the Markdown of the body, see `reader`.
"""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from frontmatter.default_handlers import YAMLHandler

from digest import yamltree
from digest.errors import Problem
from digest.text import cite

if TYPE_CHECKING:
    from pathlib import Path

# An article has some thousand characters; a file of this size is a mistake.
LARGEST = 2_000_000

DAY_EXPECTED = "expected a day such as 2023-11-23"
ADDRESS_EXPECTED = "expected an address that begins with http:// or https://"
FRONT_MATTER_EXPECTED = "expected '---', then lines such as 'title: …', then '---'"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a source file says of itself, as it was written; None where it says nothing.

    The fields are the known keys, in the order in which they are written.
    """

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    origin: str | None = None
    language: str | None = None
    retrieved: date | None = None


KEYS = tuple(field.name for field in fields(FrontMatter))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source file taken apart.

    Attributes:
        front_line: the line of the title, or the one to name when it is missing.
        body: everything below the front matter.
        body_line: the line of the file on which `body` begins.
    """

    front: FrontMatter
    front_line: int
    body: str
    body_line: int


# ------------------------------------------------------------- bytes to text


def read_text(path: Path, file: str, problems: list[Problem], *, utf16: bool = False) -> str | None:
    """Read a whole text file of bearable size.

    Args:
        path: where it is.
        file: what messages call it.
        problems: gets the reason when it cannot be read.
        utf16: whether UTF-16 that says so in its first bytes is welcome too.

    Returns:
        The text with line feeds for line ends, or None.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would keep us waiting for ever
            what = "is a folder" if stat.S_ISDIR(found.st_mode) else "is no file"
            problems.append(Problem(file, None, what, "expected a text file"))
            return None
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        problems.append(Problem(file, None, "does not exist", "expected a text file"))
        return None
    except OSError as error:
        problems.append(Problem(file, None, f"cannot be read ({error.strerror})"))
        return None
    if len(data) > LARGEST:
        size = max(found.st_size, len(data))
        expected = f"expected at most {LARGEST:,}"
        problems.append(Problem(file, None, f"has {size:,} bytes", expected))
        return None
    return _decode(data, file, problems, utf16=utf16)


def _decode(data: bytes, file: str, problems: list[Problem], *, utf16: bool) -> str | None:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked == "UTF-32" or (marked and not utf16):
        problems.append(Problem(file, 1, f"is {marked} text", "expected UTF-8; save it again so"))
        return None
    name = marked or "UTF-8"
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if marked else data.count(b"\n", 0, error.start) + 1
        what = f"is not {name} text (byte 0x{data[error.start]:02x})"
        problems.append(Problem(file, line, what, "save it again as UTF-8"))
        return None
    if "\0" in text:
        problems.append(Problem(file, None, "is not a text file", "expected UTF-8 text"))
        return None
    return _LINE_END.sub("\n", text)


# In this order: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_LINE_END = re.compile(r"\r\n?")


# ------------------------------------------------- text to front matter, body

# frontmatter finds where front matter begins and ends; its values are read by `yamltree`.
_FORMAT = YAMLHandler()


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins as front matter does."""
    return _FORMAT.detect(text.lstrip())


def split(text: str, file: str, problems: list[Problem]) -> SourceFile | None:
    """Take a source file apart, front matter and body.

    Args:
        text: the whole file.
        file: what messages call it.
        problems: gets everything that is wrong with the front matter.

    Returns:
        Its parts, with None for every value that is wrong; or None where there
        is no front matter to be read at all.
    """
    start = len(text) - len(text.lstrip())
    line = text.count("\n", 0, start) + 1
    if not _FORMAT.detect(text[start:]):
        problems.append(Problem(file, 1, "has no front matter", FRONT_MATTER_EXPECTED))
        return None
    try:
        matter, body = _FORMAT.split(text[start:])
    except ValueError:  # so says frontmatter when it finds one '---' only
        what = "opens a front matter and never closes it"
        problems.append(Problem(file, line, what, "expected a line '---' after it"))
        return None
    # frontmatter takes blank lines after the opening '---' for a part of that line…
    line = text.count("\n", 0, text.index(matter, start + len("---"))) + 1
    found = _fields(matter, file, line, problems)
    if found is None:
        return None
    # …and the line feed after the closing '---' for a part of the body.
    body = body.removeprefix("\n")
    return SourceFile(
        front=_front_matter(found),
        front_line=found.line_of("title"),
        body=body,
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
    )


def _fields(matter: str, file: str, line: int, problems: list[Problem]) -> yamltree.Fields | None:
    before = len(problems)
    tree = yamltree.parse(matter, file, problems, first_line=line)
    if tree is None and len(problems) > before:
        return None
    if tree is not None and not isinstance(tree, yamltree.Mapping):
        what = "has front matter without keys"
        problems.append(Problem(file, tree.line, what, FRONT_MATTER_EXPECTED))
        return None
    mapping = tree or yamltree.Mapping((), line)
    return yamltree.Fields(mapping, KEYS, file, problems)


def _front_matter(found: yamltree.Fields) -> FrontMatter:
    return FrontMatter(
        title=found.text("title"),
        outlet=found.text("outlet"),
        published=_day_of(found, "published"),
        url=_address_of(found),
        author=found.text("author"),
        origin=found.text("origin"),
        language=_language_of(found),
        retrieved=_day_of(found, "retrieved"),
    )


def _day_of(found: yamltree.Fields, key: str) -> date | None:
    text = found.text(key)
    value = day(text) if text else None
    if text and not value:
        found.report(found.line_of(key), f"{key} is {cite(text)}", DAY_EXPECTED)
    return value


def _address_of(found: yamltree.Fields) -> str | None:
    text = found.text("url")
    if text and not is_address(text):
        found.report(found.line_of("url"), f"url is {cite(text)}", ADDRESS_EXPECTED)
        return None
    return text


def _language_of(found: yamltree.Fields) -> str | None:
    text = found.text("language")
    if text and not _LANGUAGE.fullmatch(text):
        expected = "expected a language tag such as en or pt-BR"
        found.report(found.line_of("language"), f"language is {cite(text)}", expected)
        return None
    return text


# -------------------------------------------------------------------- values


def day(text: str) -> date | None:
    """Read a day, written `2023-11-23` or as a full ISO date-time, which keeps its day."""
    if not _DAY.match(text):
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def is_address(text: str) -> bool:
    """Tell whether a text is a web address, http or https, with a host."""
    if not _ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port  # a broken port shows only when asked for
    except ValueError:
        return False
    return any(map(str.isalnum, host or ""))


# Python takes '20231123' and '2023-W47-4' for dates too.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}($|[T ])")
# No blank, control character or sign that an address must write with '%'.
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\"<>\\^`{|}]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


# ------------------------------------------------------------------- writing


def compose(front: FrontMatter, body: str) -> str:
    """Write a source file that `split` reads back exactly."""
    values = ((key, getattr(front, key)) for key in KEYS)
    lines = [f"{key}: {_written(value)}\n" for key, value in values if value is not None]
    return "".join(("---\n", *lines, "---\n\n", body))


def _written(value: str | date) -> str:
    return yamltree.quoted(value) if isinstance(value, str) else value.isoformat()
