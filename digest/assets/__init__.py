"""What every site gets beside its pages, the same for all: a style-sheet and a script.

Each build writes these files again, so that an upgrade of Digest upgrades the look. They lie here
as below `docs/`, and begin with the mark by which `write` knows them for ours. A site's own styles
go into a file of its own.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = frozenset({".css", ".js"})


@cache
def assets() -> Mapping[str, str]:
    """Give every such file as text, by its path below `docs/`."""
    with as_file(files(__name__)) as folder:
        found = sorted(file for file in folder.rglob("*") if file.suffix in _KINDS)
        texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in found}
    return MappingProxyType(texts)
