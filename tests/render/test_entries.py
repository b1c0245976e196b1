"""What stands around the text of an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digest import escape
from digest.model import CopyView, Excerpt, Link, Pointer, Span
from tests import samples
from tests.render.shown import section


@pytest.mark.parametrize(
    ("outlets", "summary"),
    [
        (["A"], "Told again by A"),
        (["B"], "Also reported by B"),
        (["B", "A", "B", "C"], "Also reported by B and C"),
        (["B", "C", "D"], "Also reported by B, C and D"),
        (["B", "C", "D", "E"], "Also reported by 4 outlets"),
    ],
)
def test_copies_are_summed_up_by_outlet(outlets: list[str], summary: str) -> None:
    def told_by(outlet: str) -> Excerpt:
        mark = replace(samples.REGRET.mark, outlet=outlet, page=f"sources/{outlet}.md")
        return replace(samples.REGRET, mark=mark)

    copies = tuple(CopyView(told_by(outlet), "why") for outlet in outlets)
    own = replace(told_by("A"), mark=replace(told_by("A").mark, page="sources/own.md"))
    entry = replace(samples.ENTRY_REGRET, excerpt=own, copies=copies)
    assert f"<summary>{summary}</summary>" in section(entry)


def test_a_repeat_in_the_same_article_is_told_so() -> None:
    copy = CopyView(samples.REGRET, "almost the same words")
    text = section(replace(samples.ENTRY_REGRET, excerpt=samples.REGRET, copies=(copy,)))
    assert "<summary>Repeated in the same article</summary>" in text
    assert "Folded: almost the same words · repeated in the same article</p>" in text


def test_what_a_folded_text_adds_is_marked() -> None:
    words = samples.REGRET.text.split(" ", 1)[0]
    copy = CopyView(samples.REGRET, "why", (Span(0, len(words)),))
    text = section(replace(samples.ENTRY_REGRET, copies=(copy,)))
    assert f"<mark>{escape.escape(words)}</mark>" in text
    assert "words are not in the text above" in text
    assert "<mark>" not in section(replace(samples.ENTRY_REGRET, copies=(replace(copy, added=()),)))


def test_see_also_names_speaker_and_outlet_or_the_day() -> None:
    there = Link("Marta Ilves", samples.TALKS.page, "there")
    own = Link("Courier", samples.TALKS.page, "own")
    pointers = (
        Pointer(there, "Baltwire", date(2031, 5, 4)),
        Pointer(own, None, date(2031, 5, 4)),
        Pointer(own, None, None),
    )
    text = section(replace(samples.ENTRY_REGRET, see_also=pointers))
    (line,) = (line for line in text.splitlines() if "See also" in line)
    page = samples.TALKS.page.rpartition("/")[2]
    assert f"[Marta Ilves]({page}#there) in Baltwire, [Courier]({page}#own) of 4 May 2031, " in line
    assert line.endswith(f", [Courier]({page}#own)</p>")
