"""Where a site is published: turns paths below `docs/` into addresses of the web."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

from digest.escape import web_address


@dataclass(frozen=True, slots=True)
class SiteUrl:
    """The address of a site, as far as it is known; MkDocs calls it `site_url`.

    Attributes:
        base: such as `https://news.example/boats/`; empty where nobody said.
        directories: whether the page of `a/b.md` is `a/b/`, as MkDocs has it by default, or
            `a/b.html`.
    """

    base: str = ""
    directories: bool = True

    @classmethod
    def at(cls, url: str, *, directories: bool = True) -> SiteUrl | None:
        """Give the address that somebody typed; None where it is none of the web's.

        Args:
            url: may be empty, for a site whose address is not known.
            directories: see above.
        """
        if not url:
            return cls("", directories)
        base = web_address(url)
        if base is None or "?" in base or "#" in base:
            return None
        return cls(base if base.endswith("/") else f"{base}/", directories)

    def of(self, path: str, anchor: str = "") -> str | None:
        """Give the address of a page or file; None where the site's own is not known."""
        return self.base + self.below(path, anchor) if self.base else None

    def below(self, path: str, anchor: str = "") -> str:
        """Give the same as a way from the top of the site, which is always known."""
        way = quote(self._published(path))
        return f"{way}#{quote(anchor)}" if anchor else way

    def _published(self, path: str) -> str:
        stem, ending = posixpath.splitext(path)
        if ending != ".md":
            return path
        folder, name = posixpath.split(stem)
        if name != "index":
            return f"{stem}/" if self.directories else f"{stem}.html"
        return f"{folder}/" if folder else ""
