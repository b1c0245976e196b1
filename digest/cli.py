"""The command line: reads what was typed, calls the stages, and says what happened.

Nothing is understood or decided here. Whatever is wrong with a source, a setting or a folder
arrives as a `DigestError` and leaves as one line a problem on stderr, with exit code 1.
"""

from __future__ import annotations

import argparse
import io
import os
import shlex
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from digest import ingest, pipeline, starter
from digest.check import check
from digest.check.mkdocsyml import site_url
from digest.errors import DigestError, Problem
from digest.explain import explain
from digest.export import as_json
from digest.load import refuse_several
from digest.write import HalfWrittenError, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    _Run = Callable[[argparse.Namespace], int]
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name

# As a shell reports a command that a signal ended: 128 and the signal's number.
INTERRUPTED = 130
PIPE_CLOSED = 141

_EXAMPLES = """\
examples:
  digest new ferries                  a digest of your own, in the folder ferries/
  digest build                        sources/ becomes pages in docs/
  digest check                        prove that the pages say what the sources say
  digest add story.txt --outlet "The Lantern" --published 2031-05-03
  digest explain story.md:12          what was made of the paragraph there, and why
  digest export --output digest.json  everything that was understood, as JSON

Of several digests on one site, '--sources sources/FOLDER' names one.
"""

_NEW_EXAMPLES = """\
Nothing in the folder is overwritten: if one of the files is there already, none is made.

examples:
  digest new ferries
  digest new .
"""

_EXPLAIN_EXAMPLES = """\
PARAGRAPH is the file and a line of the paragraph, its id in the export, or words of its text
that no other paragraph has. Of two, both texts are shown with their differences, all that was
found on them, and what decided.

examples:
  digest explain story.md:12
  digest explain "The ferry crews will not return"
  digest explain story.md:12 report.md:7
"""

_ADD_EXAMPLES = """\
The text may be plain or Markdown, one paragraph a line or a block. Title, byline and dateline
are recognised; nothing of the text is thrown away, and no file is overwritten.

examples:
  digest add story.txt
  digest add story.txt --title "Ferries stay in port" --outlet "The Lantern"
  digest add *.txt --published 2031-05-03 --sources sources/ferries
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever LANG says. A file name need not be text, hence the backslashes.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code


def _run(argv: Sequence[str] | None) -> int:
    arguments = _parser().parse_args(argv)
    command: _Run = arguments.command
    try:
        return command(arguments)
    except HalfWrittenError as error:
        return _report(error.problems, "the pages are half written; run it again")
    except DigestError as error:
        return _report(error.problems, arguments.refusal)


def _report(problems: Sequence[Problem], outcome: str) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{_count(len(problems), 'problem')}; {outcome}", file=sys.stderr)
    return 1


# ------------------------------------------------------------------ commands


def _new(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder
    begun = starter.begin(folder)
    for file in begun.files:
        print(f"made {file}")
    print("Next:")
    for step in _first_steps(folder, begun.installed.wheel_of):
        print(f"  {step}")
    return 0


def _first_steps(folder: Path, wheel_of: str | None) -> Iterator[str]:
    """Give what to type in a new project."""
    if folder.resolve() != Path.cwd():
        yield f"cd {shlex.quote(str(folder))}"
    if wheel_of is not None:
        # So that pip finds it in this folder, wherever the folder goes.
        yield f"pip wheel --no-deps --wheel-dir wheels {shlex.quote(wheel_of)}"
    yield "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt"
    yield ".venv/bin/mkdocs serve"
    yield "and what README.md says there"


def _build(arguments: argparse.Namespace) -> int:
    published_at = site_url(_beside(arguments.docs), arguments.site_url)
    publication = pipeline.read_all(arguments.sources)
    result = write(arguments.docs, pipeline.site(publication, published_at))
    for path in result.written:
        print(f"wrote {arguments.docs / path}")
    for path in result.removed:
        print(f"removed {arguments.docs / path}")
    print(
        f"{_count(len(result.written), 'file')} written, "
        f"{len(result.unchanged)} unchanged, {len(result.removed)} removed"
    )
    for notice in publication.notices:
        print(f"warning: {notice}", file=sys.stderr)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    config = arguments.config or _beside(arguments.docs)
    published_at = site_url(config, arguments.site_url)
    report = check(arguments.sources, arguments.docs, config, published_at)
    if report.problems:
        return _report((*report.notices, *report.problems), "'digest build' makes the pages anew")
    if report.notices:
        return _report(report.notices, "the pages are true, but what you decided is not on them")
    print(report)
    return 0


def _beside(docs: Path) -> Path | None:
    """Give the site's mkdocs.yml where it usually is."""
    config = docs.parent / "mkdocs.yml"
    return config if config.is_file() else None


def _add(arguments: argparse.Namespace) -> int:
    refuse_several(arguments.sources)
    added = ingest.add(
        arguments.files,
        into=arguments.sources,
        title=arguments.title,
        outlet=arguments.outlet,
        published=arguments.published,
        url=arguments.url,
        author=arguments.author,
    )
    for each in added:
        print(each)
    print(f"Next: read {'it' if len(added) == 1 else 'them'} through, then 'digest build'.")
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    sys.stdout.write(explain(arguments.sources, arguments.paragraph, arguments.other))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    text = as_json(pipeline.read(arguments.sources))
    if arguments.output is None:
        sys.stdout.write(text)
        return 0
    try:
        arguments.output.write_bytes(text.encode())
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise DigestError([Problem(str(arguments.output), None, what)]) from error
    return 0


# -------------------------------------------------------------------- parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="digest",
        description="Publishes a story that several outlets told as one site: "
        "nothing invented, nothing lost, nothing counted twice.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"digest {_version()}")
    parser.set_defaults(refusal="nothing was written")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_new(commands)
    _add_build(commands)
    _add_check(commands)
    _add_add(commands)
    _add_explain(commands)
    _add_export(commands)
    return parser


def _command(
    commands: _Commands, name: str, run: _Run, text: str, examples: str | None = None
) -> argparse.ArgumentParser:
    """Add a command that `run` runs; `text` says what it does."""
    command = commands.add_parser(
        name,
        help=text,
        description=text,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(command=run)
    return command


def _add_new(commands: _Commands) -> None:
    text = "begin a digest of your own"
    command = _command(commands, "new", _new, text, _NEW_EXAMPLES)
    command.add_argument("folder", metavar="DIR", type=_path, help="where; made if it is missing")


def _add_build(commands: _Commands) -> None:
    command = _command(commands, "build", _build, "make the pages in docs/ out of sources/")
    _sources_option(command)
    _docs_option(command)
    _site_url_option(command)


def _add_check(commands: _Commands) -> None:
    text = "prove that nothing on the pages is invented and nothing lost"
    command = _command(commands, "check", _check, text)
    _sources_option(command)
    _docs_option(command)
    command.add_argument(
        "--config",
        type=_path,
        metavar="FILE",
        help="the site's mkdocs.yml, for its Markdown extensions (default: next to that folder)",
    )
    _site_url_option(command)
    command.set_defaults(refusal="nothing was checked")


def _add_add(commands: _Commands) -> None:
    text = "make sources out of plain-text or Markdown files"
    command = _command(commands, "add", _add, text, _ADD_EXAMPLES)
    command.add_argument("files", nargs="+", type=_name, metavar="FILE")
    command.add_argument("--title", help="the headline (default: found in the text)")
    command.add_argument("--outlet", help="who published it")
    command.add_argument("--published", metavar="DATE", help="the day of publication, 2023-11-23")
    command.add_argument("--url", help="its address, http or https")
    command.add_argument("--author", help="who wrote it")
    _sources_option(command, "--into")


def _add_explain(commands: _Commands) -> None:
    text = "say what was made of a paragraph, or why two fold or stay apart"
    command = _command(commands, "explain", _explain, text, _EXPLAIN_EXAMPLES)
    command.add_argument("paragraph", metavar="PARAGRAPH")
    command.add_argument(
        "other", metavar="PARAGRAPH", nargs="?", help="another one, to hold beside the first"
    )
    _sources_option(command)
    command.set_defaults(refusal="nothing to explain")


def _add_export(commands: _Commands) -> None:
    text = "print everything that was understood as one JSON object"
    command = _command(commands, "export", _export, text)
    _sources_option(command)
    command.add_argument(
        "--output", type=_path, metavar="FILE", help="write it there instead of printing it"
    )


def _sources_option(command: argparse.ArgumentParser, *names: str) -> None:
    command.add_argument(
        "--sources",
        *names,
        type=_path,
        default=Path("sources"),
        metavar="DIR",
        help="the articles and digest.yml (default: sources)",
    )


def _docs_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--docs",
        type=_path,
        default=Path("docs"),
        metavar="DIR",
        help="where the pages are (default: docs)",
    )


def _site_url_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--site-url",
        metavar="URL",
        help="where the site is published, for the links in its feeds "
        "(default: as mkdocs.yml has it, or else the variable SITE_URL)",
    )


def _path(typed: str) -> Path:
    return Path(_name(typed))


def _name(typed: str) -> str:
    """Pass on the name of a file or folder; an empty one is a slip, and not this folder."""
    if not typed:
        raise argparse.ArgumentTypeError("the name is empty")
    return typed


def _version() -> str:
    try:
        return version("news-digest")
    except PackageNotFoundError:
        return "(not installed)"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
