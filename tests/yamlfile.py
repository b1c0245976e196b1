"""Reads the large files of cases and labels, with libyaml where PyYAML has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(file: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """Give what a YAML file says, as `yaml.safe_load` does, but never half a character.

    That is what libyaml refuses (`"\\ud800"`), so hostile texts are read without it.
    """
    return yaml.load(file.read_text("utf-8"), _LOADER)  # noqa: S506 - both of them are safe
