"""`mkdocs serve` that looks five times as often as usual whether something changed.

What follows from a change is the same; whoever waits for it waits shorter.
"""

from __future__ import annotations

from functools import partial
from unittest.mock import patch

from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

LOOKS = 0.1  # seconds from one look to the next

if __name__ == "__main__":
    eager = partial(LiveReloadServer, polling_interval=LOOKS)
    with patch("mkdocs.commands.serve.LiveReloadServer", eager):
        cli(prog_name="mkdocs")
