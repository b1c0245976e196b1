"""Builds a site with MkDocs as a user's project does, less the plugin that makes the pages."""

from __future__ import annotations

import shutil
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import markdown.extensions
import pymdownx
import pymdownx.blocks
import yaml
from material.extensions.emoji import to_svg, twemoji  # type: ignore[import-untyped]

from digest.assets import assets
from digest.render import render
from tests.conftest import ROOT, Project

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Site


def build(site: Site, folder: Path, **changes: Any) -> Path:  # noqa: ANN401 - any setting
    """Write the site's pages, build them strictly, and give the folder of the built site."""
    docs = folder / "docs"
    for path, text in ({**assets()} | render(site)).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, "utf-8")
    # Its tags are MkDocs's to read, so it is inherited instead of read here.
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    settings = {"INHERIT": "base.yml", "plugins": ["search"]} | changes
    (folder / "mkdocs.yml").write_text(yaml.dump(settings), "utf-8")
    project = Project(folder)
    # Not with --quiet, which lets warnings pass that --strict would stop at.
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    return project.site


def every_extension() -> dict[str, dict[str, Any]]:
    """Give every extension of Python-Markdown and pymdownx, with all that acts switched on."""
    names = [
        module.name
        for package in (markdown.extensions, pymdownx, pymdownx.blocks)
        for module in iter_modules(package.__path__, package.__name__ + ".")
        if hasattr(import_module(module.name), "makeExtension")
    ]
    shorthands = (
        "repo_url_shortener",
        "repo_url_shorthand",
        "social_url_shortener",
        "social_url_shorthand",
    )
    options: dict[str, dict[str, Any]] = {
        "markdown.extensions.smarty": {"smart_angled_quotes": True},
        "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
        "pymdownx.escapeall": {"hardbreak": True, "nbsp": True},
        "pymdownx.magiclink": {"provider": "github", "user": "user", "repo": "repo"}
        | dict.fromkeys(shorthands, True),
        "pymdownx.snippets": {"base_path": [str(ROOT)], "check_paths": True},
    }
    return {name: options.get(name, {}) for name in names}
