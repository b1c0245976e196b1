"""Who said what, against the project's own labelled stories in `attribution/`.

A story is one file: three articles by different outlets, every paragraph with
the statements that a reader finds in it. `dev` may be looked at while rules are
written; `held` was written by somebody who had not seen them, and is only measured. A file has

    story, subject
    articles: outlet, title, published, title_statements, paragraphs
    paragraphs: text, statements
    statements: speaker (the resolved name), mention, side, kind, content,
                said_on and medium where the text tells

An article's title is its first line, as scrapers leave it. Every story is a
digest of its own, without a `digest.yml`: nothing but the text tells who is who.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.eval.figure import Figure, Miss
from tests.eval.labels import LabelsError
from tests.eval.names import FULL, WORD, fold, head_noun, is_named, person, same_side, same_speaker
from tests.eval.product import export, write_article
from tests.yamlfile import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Any

    from tests.eval.export import Article, Export, Paragraph, Statement

OVERLAP = 0.5  # of the shorter content; labels give the longest piece of an interrupted one
TITLE = -1  # a title's number among the paragraphs
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Said:
    """A labelled statement; `said_on` as ISO text, None where the text does not tell."""

    speaker: str
    side: str | None
    content: str
    said_on: str | None
    medium: str | None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled paragraph, or with number -1 a title."""

    article: str
    number: int
    text: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """One article of a story."""

    stem: str
    outlet: str
    published: date
    title: Labelled
    paragraphs: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A labelled paragraph beside the exported one; None where the export lost it."""

    label: Labelled
    paragraph: Paragraph | None


class Pairing(NamedTuple):
    """A labelled statement and the one exported of it, if any."""

    where: Held
    label: Said
    got: Statement | None


def read_story(file: Path) -> tuple[ToldArticle, ...]:
    """Read the articles of one labelled story.

    Raises:
        LabelsError: a key is missing, or words are not in the paragraph they label.
    """
    raw = read_yaml(file)
    try:
        return tuple(
            told(f"{file.stem}-{number}", each) for number, each in enumerate(raw["articles"])
        )
    except KeyError as error:
        raise LabelsError(f"{file.name}: no {error}") from error


def measure(stories: Sequence[Path], folder: Path) -> tuple[Figure, ...]:
    """Run the product on every story and give the figures of all of them together."""
    held: list[Held] = []
    for file in stories:
        articles = read_story(file)
        for article in articles:
            write(article, folder / file.stem)
        held += place(articles, export(folder / file.stem)[0])
    return figures(held)


def place(articles: Sequence[ToldArticle], exported: Export) -> list[Held]:
    """Find every labelled paragraph and title in the export."""
    by_stem = exported.by_stem()
    return [
        Held(label, _find(label, by_stem.get(article.stem)))
        for article in articles
        for label in (article.title, *article.paragraphs)
    ]


def figures(held: Sequence[Held]) -> tuple[Figure, ...]:
    """Give the figures: titles have one of their own, all others are of the text."""
    titles = [each for each in held if each.label.number == TITLE]
    headlines = _count(
        "headlines",
        [pair for each in titles for pair in pairings(each)],
        lambda p: (_is_by(p.label, p.got), p.label.speaker, _who(p.got)),
    )
    return *text_figures([each for each in held if each.label.number != TITLE]), headlines


def text_figures(texts: Sequence[Held]) -> tuple[Figure, ...]:
    """Give the figures of paragraphs of text."""
    pairs = [pair for each in texts for pair in pairings(each)]
    return (
        *found(texts, pairs),
        _count("names", pairs, lambda p: (_is_by(p.label, p.got), p.label.speaker, _who(p.got))),
        name_accuracy(pairs),
        main_speakers(texts),
        _count(
            "sides",
            [pair for pair in pairs if pair.label.side],
            lambda p: (
                p.got is not None and same_side(p.label.side or "", p.got.side),
                p.label.side or "",
                str(p.got.side) if p.got else NOBODY,
            ),
        ),
        silent(texts),
        wrong_named(texts),
        _count(
            "said-on",
            [pair for pair in pairs if pair.label.said_on],
            lambda p: (
                p.got is not None and p.got.said_on == p.label.said_on,
                p.label.said_on or "",
                str(p.got.said_on) if p.got else NOBODY,
            ),
        ),
        wrong_days(pairs),
        _count(
            "media",
            [pair for pair in pairs if pair.label.medium],
            lambda p: (
                p.got is not None and same_speaker(p.label.medium or "", p.got.medium or ""),
                p.label.medium or "",
                str(p.got.medium) if p.got else NOBODY,
            ),
        ),
    )


def pairings(held: Held) -> list[Pairing]:
    """Pair the labelled statements of a paragraph with the exported ones, each once.

    Two may pair where their words overlap by half of the shorter; those with
    the right speaker first, then those that overlap most. A quotation that goes
    on for sentences is one statement to some readers and several to others: a
    label left over shares the statement that covers it, if that is paired with
    other words of the same speaker.
    """
    offered = list(held.paragraph.statements) if held.paragraph else []
    ranked = sorted(
        (
            (not _is_by(label, got), -share, i, j)
            for i, label in enumerate(held.label.said)
            for j, got in enumerate(offered)
            if (share := _overlap(held.label.text, label.content, got)) >= OVERLAP
        ),
    )
    partner: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in partner and j not in partner.values():
            partner[i] = j
    partner |= _shared(held.label, partner, ranked)
    return [
        Pairing(held, label, offered[partner[i]] if i in partner else None)
        for i, label in enumerate(held.label.said)
    ]


def _shared(
    labelled: Labelled, partner: Mapping[int, int], ranked: Sequence[tuple[bool, float, int, int]]
) -> dict[int, int]:
    """Give the labels left over the statement of another label by the same speaker."""
    speakers = {(j, labelled.said[i].speaker) for i, j in partner.items()}
    return {
        i: j
        for _, _, i, j in reversed(ranked)  # the best comes last, and stays
        if i not in partner and (j, labelled.said[i].speaker) in speakers
    }


def found(held: Sequence[Held], pairs: Sequence[Pairing]) -> tuple[Figure, ...]:
    """Statements found by their words, whoever is named: precision and recall."""
    offered = sum(len(each.paragraph.statements) for each in held if each.paragraph)
    hits = sum(pair.got is not None for pair in pairs)
    right = len({id(pair.got) for pair in pairs if pair.got is not None})
    lost = tuple(
        _miss(pair.where, pair.label.content, pair.label.speaker, "not found")
        for pair in pairs
        if pair.got is None
    )
    return (
        Figure("statement-precision", _share(right, offered)),
        Figure("statement-recall", _share(hits, len(pairs)), misses=lost),
    )


def name_accuracy(pairs: Sequence[Pairing]) -> Figure:
    """The share of the statements found that are credited to the right speaker."""
    told = [pair for pair in pairs if pair.got is not None]
    right = sum(_is_by(pair.label, pair.got) for pair in told)
    return Figure("name-accuracy", _share(right, len(told)))


def main_speakers(held: Sequence[Held]) -> Figure:
    """Paragraphs that report somebody whose main statement is by one of those they report."""
    reporting = [each for each in held if each.label.said]

    def check(each: Held) -> tuple[bool, str, str]:
        main = each.paragraph.main if each.paragraph else None
        right = any(_is_by(label, main) for label in each.label.said)
        return right, each.label.said[0].speaker, _who(main)

    return _count_held("speakers", reporting, check)


def silent(held: Sequence[Held]) -> Figure:
    """Paragraphs that report nobody and were given no statement."""

    def check(each: Held) -> tuple[bool, str, str]:
        main = each.paragraph.main if each.paragraph else None
        return main is None, NOBODY, _who(main)

    return _count_held("silent", [each for each in held if not each.label.said], check)


def wrong_named(held: Sequence[Held]) -> Figure:
    """Statements credited to a person by full name of whom the paragraph reports none."""
    wrong = [
        _miss(each, got.speaker or "", ", ".join(s.speaker for s in each.label.said), "credited")
        for each in held
        for got in (each.paragraph.statements if each.paragraph else ())
        if is_named(got.speaker or "") and not any(_is_by(s, got) for s in each.label.said)
    ]
    return Figure("wrong-named", len(wrong), misses=tuple(wrong))


def wrong_days(pairs: Sequence[Pairing]) -> Figure:
    """Statements with a day that the text does not tell, or another; worse than none."""
    wrong = [
        _miss(pair.where, pair.label.content, str(pair.label.said_on), pair.got.said_on)
        for pair in pairs
        if pair.got is not None
        and pair.got.said_on is not None
        and pair.got.said_on != pair.label.said_on
    ]
    return Figure("wrong-days", len(wrong), misses=tuple(wrong))


def told(stem: str, raw: Mapping[str, Any]) -> ToldArticle:
    """Read one article of a labelled story.

    Raises:
        KeyError: one of its keys is missing.
        LabelsError: words are not in the paragraph they label.
    """
    title = {"text": raw["title"], "statements": raw["title_statements"]}
    return ToldArticle(
        stem=stem,
        outlet=raw["outlet"],
        published=raw["published"],
        title=_labelled(stem, TITLE, title),
        paragraphs=tuple(
            _labelled(stem, number, each) for number, each in enumerate(raw["paragraphs"])
        ),
    )


def _labelled(stem: str, number: int, raw: dict[str, Any]) -> Labelled:
    text = " ".join(raw["text"].split())
    said = tuple(_said(each) for each in raw["statements"])
    for each in said:
        if each.content not in text:
            raise LabelsError(f"{stem}:{number}: not in the paragraph: {each.content}")
    return Labelled(stem, number, text, said)


def _said(raw: dict[str, Any]) -> Said:
    day = raw.get("said_on")
    content = " ".join(raw["content"].split())
    return Said(
        speaker=raw["speaker"],
        side=raw["side"],
        content=content,
        said_on=str(day) if day else None,
        medium=raw.get("medium"),
        mention=raw.get("mention"),
    )


def write(article: ToldArticle, folder: Path) -> None:
    matter: dict[str, str | date] = {
        "title": article.title.text,
        "outlet": article.outlet,
        "published": article.published,
        "language": "en",
    }
    body = "\n\n".join(label.text for label in (article.title, *article.paragraphs))
    write_article(folder / f"{article.stem}.md", matter, body)


def _find(label: Labelled, article: Article | None) -> Paragraph | None:
    paragraphs = article.paragraphs if article else ()
    return next((p for p in paragraphs if " ".join(p.text.split()) == label.text), None)


def _overlap(text: str, content: str, got: Statement) -> float:
    start = text.find(content)
    shared = min(start + len(content), got.end) - max(start, got.start)
    return shared / max(1, min(len(content), got.end - got.start))


def _is_by(label: Said, got: Statement | None) -> bool:
    if got is None:
        return False
    return _is_described_alike(label, got) or any(
        same_speaker(label.speaker, name) or _is_longer(label.speaker, name) for name in _names(got)
    )


def _is_described_alike(label: Said, got: Statement) -> bool:
    """Tell whether both leave a speaker unnamed whom the text calls by the same words.

    'An adviser to Lind' is the label's 'adviser to the minister': what it is an adviser
    of may be said in either's words, as long as it is an adviser.
    """
    if person(label.speaker) or person(got.speaker or "") or not label.mention or not got.mention:
        return False
    mine, theirs = label.mention.casefold(), got.mention.casefold()
    if not (mine.startswith(theirs) or theirs.startswith(mine)):
        return False
    return head_noun(label.speaker) == head_noun(got.speaker or "")


def _is_longer(one: str, other: str) -> bool:
    """Tell whether one name is the other and more: 'Spain's Maritime Rescue service'.

    One word alone is not enough: a surname may be another's.
    """
    few, many = sorted(({fold(w) for w in WORD.findall(each)} for each in (one, other)), key=len)
    return len(few) >= FULL and few <= many


def _names(got: Statement) -> list[str]:
    """Give the names to try: the words in the text count unless a person is named."""
    names = [got.speaker] if is_named(got.speaker or "") else [got.speaker, got.mention]
    return [name for name in names if name]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _who(got: Statement | None) -> str:
    return " / ".join(_names(got)) or NOBODY if got else NOBODY


def _miss(held: Held, text: str, expected: str, got: str) -> Miss:
    return Miss(f"{held.label.article}:{held.label.number}", text, expected, got)


def _count(
    name: str, pairs: Sequence[Pairing], check: Callable[[Pairing], tuple[bool, str, str]]
) -> Figure:
    checked = [(pair, check(pair)) for pair in pairs]
    misses = tuple(
        _miss(pair.where, pair.label.content, expected, got)
        for pair, (right, expected, got) in checked
        if not right
    )
    return Figure(name, len(checked) - len(misses), len(checked), misses)


def _count_held(
    name: str, held: Sequence[Held], check: Callable[[Held], tuple[bool, str, str]]
) -> Figure:
    checked = [(each, check(each)) for each in held]
    misses = tuple(
        _miss(each, each.label.text, expected, got)
        for each, (right, expected, got) in checked
        if not right
    )
    return Figure(name, len(checked) - len(misses), len(checked), misses)


def stories(folder: Path) -> list[Path]:
    """Give the story files of a folder, in order."""
    return sorted(folder.glob("*.yaml"))
