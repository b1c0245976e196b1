"""Runs the product as a user does: `python -m digest …` in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.eval.export import Export, read_export

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 1800  # seconds that one command may take
TAIL = 2000  # characters of a failed command's last words that are shown


class ProductError(RuntimeError):
    """A command of the product failed."""


def export(sources: Path) -> tuple[Export, float]:
    """Export a folder of sources.

    Args:
        sources: the folder with the articles.

    Returns:
        The export, and the seconds that the command took, start of Python included.

    Raises:
        ProductError: the command failed or printed no JSON.
    """
    started = time.perf_counter()
    printed = _run("export", "--sources", str(sources))
    seconds = time.perf_counter() - started
    try:
        return read_export(json.loads(printed)), seconds
    except json.JSONDecodeError as error:
        raise ProductError(f"`digest export` printed no JSON: {error}") from error


def add(file: Path, into: Path, outlet: str | None, published: date | None) -> None:
    """Import one plain-text article with `digest add`.

    Args:
        file: the text.
        into: the folder of sources that receives `<stem>.md`.
        outlet: who published it; None leaves the option out.
        published: the day of publication; None leaves the option out.
    """
    options = ["--into", str(into)]
    options += ["--outlet", outlet] if outlet else []
    options += ["--published", published.isoformat()] if published else []
    _run("add", str(file), *options)


def write_article(file: Path, matter: Mapping[str, str | date], body: str) -> None:
    """Write one source file by hand.

    Args:
        file: where.
        matter: the front matter; empty values are left out.
        body: the text, paragraphs separated by blank lines.
    """
    kept = {key: value for key, value in matter.items() if value}
    head = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")


def _run(*arguments: str) -> str:
    command = [sys.executable, "-m", "digest", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise ProductError(f"`digest {arguments[0]}` took over {PATIENCE} seconds") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-TAIL:]
        raise ProductError(f"`digest {arguments[0]}` ended with {done.returncode}: {said}")
    return done.stdout
