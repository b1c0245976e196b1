"""What went wrong, where, and what was expected: collected, then raised once.

A stage that reads outside material gathers every :class:`Problem` it finds and
raises one :class:`DigestError` for all of them, so that a user mends a folder
of files in one pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with something a user gave us.

    Attributes:
        file: the file (or option) it is in, as the user would type it.
        line: the line of that file, counted from 1, where one can be named.
        what: what is wrong, in the user's words.
        expected: what would have been right, or what to do now.
    """

    file: str
    line: int | None
    what: str
    expected: str = ""

    def __str__(self) -> str:
        """Give the problem as one line, `file:line: what; expected`."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        text = f"{where}: {self.what}"
        return f"{text}; {self.expected}" if self.expected else text


class DigestError(Exception):
    """Every problem of one run; the only exception that Digest means to raise.

    Attributes:
        problems: in order of file and line, without repeats.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Order the problems and keep each one once."""
        unique = dict.fromkeys(problems)
        self.problems = tuple(sorted(unique, key=lambda p: (p.file, p.line or 0)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
