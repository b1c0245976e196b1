"""The only reader of `digest/data/`: knowledge of a language, never of a story.

Every file there is TOML. A file of rules holds `[[rule]]` tables, each with an
`id`, a `why`, a regular expression `pattern` and the texts it must `hit` and
`miss`; a test runs them all. A file of words holds tables of word lists.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with a name and a reason.

    Attributes:
        id: unique in its file; recorded with every decision of the rule.
        why: what the rule is for, in words that a page may show.
        pattern: compiled with IGNORECASE unless the table says `case = true`.
        extra: every other key of the table (`kind`, `where`, …).
        hit: texts that the rule must find.
        miss: texts that it must not find.
    """

    id: str
    why: str
    pattern: re.Pattern[str]
    extra: dict[str, Any]
    hit: tuple[str, ...]
    miss: tuple[str, ...]


@cache
def table(name: str) -> dict[str, Any]:
    """Give the content of `data/<name>.toml`."""
    return tomllib.loads((files("digest") / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """Give the rules of `data/<name>.toml` in the order of the file.

    A pattern may use `{word}` for any word list of the file's `[words]` table.
    """
    content = table(name)
    lists = {key: _alternatives(value) for key, value in content.get("words", {}).items()}
    return tuple(_rule(dict(entry), lists) for entry in content["rule"])


def _rule(entry: dict[str, Any], lists: dict[str, str]) -> Rule:
    pattern = entry.pop("pattern")
    for key, alternatives in lists.items():
        pattern = pattern.replace(f"{{{key}}}", alternatives)
    flags = 0 if entry.pop("case", False) else re.IGNORECASE
    return Rule(
        id=entry.pop("id"),
        why=entry.pop("why"),
        pattern=re.compile(pattern, flags),
        hit=tuple(entry.pop("hit", ())),
        miss=tuple(entry.pop("miss", ())),
        extra=entry,
    )


def _alternatives(words: list[str]) -> str:
    # Longest first, so that 'foreign minister' wins over 'foreign'.
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
