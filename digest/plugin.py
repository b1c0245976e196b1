"""The MkDocs door: builds the digest before MkDocs looks for pages, and once more a change.

It only wires. The pages are real files below `docs_dir`, so that any other generator finds
them, too; what stands on them and how they get there is said in `pipeline` and `write`.
"""

from __future__ import annotations

import logging
import posixpath
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import InclusionLevel, file_sort_key
from mkdocs.utils import CountHandler, get_relative_url, nest_paths

from digest import pipeline
from digest.check import mkdocsyml
from digest.errors import DigestError
from digest.model import FEED_FORMATS
from digest.siteurl import SiteUrl
from digest.write import owned, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from digest.render import NavItem

log = get_plugin_logger(__name__)


class DigestConfig(Config):
    """What `mkdocs.yml` may say under `digest:`."""

    sources = config_options.Dir(default="sources", exists=False)


class DigestPlugin(BasePlugin[DigestConfig]):
    """Keeps the digest's pages in `docs_dir` as the sources want them.

    MkDocs keeps one instance for all builds of a `mkdocs serve`, because there is an
    `on_startup`; so the last good navigation is remembered.
    """

    def __init__(self) -> None:
        self._is_serving = False
        self._server: LiveReloadServer | None = None
        self._watched: str | None = None
        self._pages: frozenset[str] = frozenset()
        self._nav: list[NavItem] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether somebody is watching: then an error does not end it all."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages, before MkDocs looks what there is."""
        docs = _short(config.docs_dir)
        with self._unwatched(config.docs_dir):
            try:
                self._build(_short(self.config.sources), docs, self._site_url(config))
            except DigestError as error:
                self._refuse(error, docs)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Keep leaf pages out of the navigation, and fill it if the editor wrote none."""
        leaves = self._pages.difference(_pages_of(self._nav))
        for file in files:
            if file.src_uri in leaves and file.inclusion.is_in_nav():
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if config.nav is None and self._nav:
            pages = sorted(files.documentation_pages(), key=file_sort_key)
            by_hand = [page.src_uri for page in pages if page.inclusion.is_in_nav()]
            config.nav = [
                *self._nav,
                *nest_paths(path for path in by_hand if path not in self._pages),
            ]
        return files

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Tell feed readers where the feeds of a page are; the page says how they are called."""
        feed = page.meta.get("digest-feed")
        if not isinstance(feed, str) or page.file.src_uri not in self._pages:
            return output
        folder = posixpath.dirname(page.file.src_uri)
        stem = posixpath.normpath(posixpath.join(folder, feed))
        # Not 'alternate' alone: Material takes that for the page in another language, and asks for
        # a sitemap beside it.
        links = "".join(
            f'<link rel="alternate feed" type="{form.media_type}" title="{form.name}"'
            f' href="{get_relative_url(quote(stem + form.ending), page.url)}">\n'
            for form in FEED_FORMATS
        )
        return output.replace("</head>", f"{links}</head>", 1)

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        """Have MkDocs watch the sources as it watches `docs_dir`."""
        self._is_serving = True
        self._server = server
        self._watch_sources()
        return server

    def _site_url(self, config: MkDocsConfig) -> SiteUrl:
        """Give where the site is published: while serving, MkDocs has its own address there."""
        if self._is_serving and config.config_file_path:
            return mkdocsyml.site_url(Path(config.config_file_path))
        own = SiteUrl.at(config.site_url or "", directories=config.use_directory_urls)
        return own or SiteUrl(directories=config.use_directory_urls)

    def _build(self, sources: Path, docs: Path, site_url: SiteUrl) -> None:
        publication = pipeline.read_all(sources)
        made = pipeline.make(publication, site_url)
        written = write(docs, made.files)
        self._pages = frozenset(made.files)
        self._nav = made.navigation
        log.info(
            "%d files written, %d unchanged, %d removed",
            *map(len, (written.written, written.unchanged, written.removed)),
        )
        for notice in publication.notices:
            log.warning("%s", notice)

    def _refuse(self, error: DigestError, docs: Path) -> None:
        count = len(error.problems)
        problems = f"{count} problem{'' if count == 1 else 's'} in the sources of the digest:"
        message = "\n".join((problems, *(f"  {problem}" for problem in error.problems)))
        if not (self._is_serving and owned(docs)):
            raise PluginError(message) from error
        _do_not_count(log.logger.name)
        log.error("%s\nThe pages of the last good build stay until this is mended.", message)

    # MkDocs watches `docs_dir`. What we write there while a build begins would be a change
    # to it, and cause a second build. So it looks away, and looks again when we are done: a
    # new watch starts from what is there. Nobody else's change is lost meanwhile, for this
    # build has not read the folder yet.
    @contextmanager
    def _unwatched(self, docs: str) -> Iterator[None]:
        if self._server is None:
            yield
            return
        self._watch_sources()
        self._server.unwatch(docs)
        try:
            yield
        finally:
            self._server.watch(docs)

    def _watch_sources(self) -> None:
        """Watch the sources from now on, wherever `mkdocs.yml` now says they are."""
        assert self._server is not None  # noqa: S101 - both callers have one
        if self._watched is not None:
            self._server.unwatch(self._watched)
        self._watched = self.config.sources if Path(self.config.sources).is_dir() else None
        if self._watched is not None:
            self._server.watch(self._watched)


def _do_not_count(name: str) -> None:
    """Keep what a logger says out of what `strict` counts, for the build that is running.

    A strict build that fails while serving leaves the browser waiting, instead of with the
    last good pages.
    """
    for handler in logging.getLogger("mkdocs").handlers:
        if isinstance(handler, CountHandler):
            handler.addFilter(lambda record: record.name != name)


def _pages_of(nav: Iterable[NavItem]) -> Iterator[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from _pages_of([value] if isinstance(value, str) else value)


def _short(path: str) -> Path:
    """Give the path as somebody in this folder would type it."""
    here = Path.cwd()
    return Path(path).relative_to(here) if Path(path).is_relative_to(here) else Path(path)
