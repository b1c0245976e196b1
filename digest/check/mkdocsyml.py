"""What the site's mkdocs.yml says, read without doing what its tags say: they may run code."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import yaml

from digest.errors import DigestError, Problem
from digest.siteurl import SiteUrl

if TYPE_CHECKING:
    from pathlib import Path

Settings = dict[str, Any]


def site_url(config: Path | None, typed: str | None = None) -> SiteUrl:
    """Give where the site is published.

    Args:
        config: the `mkdocs.yml`, which may name variables of the environment; without one, the
            variable SITE_URL counts, which the `mkdocs.yml` of this project names.
        typed: the address, if somebody typed it.

    Raises:
        DigestError: when the file cannot be read, or the address is none.
    """
    content = _content(config) if config else {"site_url": os.environ.get("SITE_URL")}
    url = content.get("site_url") or "" if typed is None else typed
    directories = content.get("use_directory_urls", True) is not False
    found = SiteUrl.at(url, directories=directories) if isinstance(url, str) else None
    if found is None:
        read = config.as_posix() if config else "SITE_URL"
        file = read if typed is None else "--site-url"
        expected = "expected an address such as https://news.example/boats/"
        raise DigestError([Problem(file, None, f"site_url is {url!r}", expected)])
    return found


def extensions(config: Path) -> dict[str, Settings]:
    """Give the names of the Markdown extensions, each with its settings.

    Raises:
        DigestError: when it cannot be read.
    """
    listed = _content(config).get("markdown_extensions")
    settings: dict[str, Settings] = {}
    for entry in listed if isinstance(listed, list) else [listed]:
        if isinstance(entry, dict):
            settings |= {name: _obeyed(given) for name, given in entry.items()}
        elif isinstance(entry, str):
            settings[entry] = {}
    return settings


def _content(config: Path) -> dict[str, Any]:
    try:
        content = yaml.load(config.read_bytes(), _Loader)  # noqa: S506 - a kind of SafeLoader
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise DigestError([Problem(config.as_posix(), None, what)]) from error
    except (yaml.YAMLError, ValueError) as error:
        raise DigestError([Problem(config.as_posix(), None, "is not YAML")]) from error
    if not isinstance(content, dict):
        return {}
    parent = content.get("INHERIT")
    return _content(config.parent / parent) | content if isinstance(parent, str) else content


def _obeyed(given: object) -> Settings:
    """Leave out settings with a tag: their values would be Python objects."""
    if not isinstance(given, dict):
        return {}
    return {key: value for key, value in given.items() if not isinstance(value, _Tagged)}


class _Loader(yaml.SafeLoader):
    """Knows MkDocs's own tag for a variable of the environment, and obeys no other."""


class _Tagged:
    """A value whose tag nobody obeyed."""


def _variable(loader: _Loader, node: yaml.Node) -> object:
    """Give the first variable that is set, or else the default, the last of several values."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    if not isinstance(node, yaml.SequenceNode):
        return _Tagged()
    *names, last = loader.construct_sequence(node) or [None]
    names, default = (names, last) if names else ([last], None)
    return next((os.environ[n] for n in names if isinstance(n, str) and n in os.environ), default)


_Loader.add_multi_constructor("", lambda *_: _Tagged())
_Loader.add_constructor("!ENV", _variable)
