"""`explain`: what was made of a paragraph, in words that somebody who writes for a living reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.errors import DigestError
from digest.explain import explain, find
from tests.conftest import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Digest

STORY = {
    "lantern.md": """\
---
title: Ferry strike enters second week
outlet: The Lantern
published: 2031-03-05
---

The ferry will not sail before Friday, Marta Ilves told Reuters on Monday.

Harbour minister Edda Rask was not at the quay. “They asked nobody,” she said.

Jan Novak, the mayor, said that Oskar Novak had claimed that the quay was closed.

Novak said that it was not.

It said that the ferry would stop.

A quay is a quay.

Subscribe to our newsletter!
""",
    "digest.yml": """\
title: The ferry
people:
  - {name: Edda Rask, side: Harbour Pact}
""",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in STORY.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def told(sources: Path, wanted: str, other: str | None = None) -> str:
    """Give the explanation on one line, its blanks squeezed."""
    return " ".join(explain(sources, wanted, other).split())


# ---------------------------------------------------------------- which paragraph


@pytest.mark.parametrize(
    "wanted",
    [
        "2031-03-04-lantern:4",
        "2031-03-04-lantern.md:17",
        "harbour/2031-03-04-lantern.md:17",
        "tests/stories/harbour/2031-03-04-lantern.md:17",
        "./2031-03-04-lantern.md:18",
        "lantern.md:17",
        "“We will not sit down with people",
        '"we will not sit down',
        "before they asked a single one",
    ],
)
def test_a_paragraph_by_id_by_line_and_by_words(harbour: Digest, wanted: str) -> None:
    assert find(harbour, wanted).id == "2031-03-04-lantern:4"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("2031-03-04-lantrn:4", "did you mean '2031-03-04-lantern:4'"),
        ("We will not sit with people who closed", "('2031-03-04-lantern:4')?"),
        ("the boats could use the West Quay", "2 paragraphs have the words"),
        ("lantren.md:17", "no source is called 'lantren.md'"),
        ("2031-03-04-lantren.md:17", "did you mean 'harbour/2031-03-04-lantern.md'?"),
        (".md:17", "4 files are called '.md'"),
        ("2031-03-04-lantern.md:2", "the nearest one is on line 9"),
        ("2031-03-04-lantern.md:999", "has no paragraph on line 999"),
        ("", "no paragraph is called ''"),
        ("nothing of the kind \x1b[31m", "expected an id of the export, a file and a line"),
    ],
)
def test_who_cannot_be_meant_is_told_with_what_is_near(
    harbour: Digest, wanted: str, said: str
) -> None:
    with pytest.raises(DigestError) as refused:
        find(harbour, wanted)
    (problem,) = refused.value.problems
    assert said in str(problem)
    assert "\x1b" not in str(problem)


# ---------------------------------------------------------------- what is said


def test_a_statement_with_everything_that_was_understood(sources: Path) -> None:
    text = told(sources, "The ferry will not sail")
    for words in (
        "The Lantern, Wednesday 5 March 2031: Ferry strike enters second week",
        "| The ferry will not sail before Friday, Marta Ilves told Reuters on Monday.",
        "Kept It is part of the article's text and stands on the page “Background”.",
        "Speaker Marta Ilves, a person",
        "in the reporter's words: “The ferry will not sail before Friday”",
        "Found by “told”, with the words for the speaker in front of it.",
        "the text has “Marta Ilves”: a full name",
        "Side unknown",
        "Monday 3 March 2031, from “on Monday”: worked out from the day of publication.",
        "to Reuters, from “told Reuters”.",
        '- {paragraph: "The ferry will not sail before", speaker: NAME}',
    ):
        assert words in text


def test_a_side_says_where_it_comes_from(sources: Path) -> None:
    assert "Harbour Pact, as the list of people in" in told(sources, "Harbour minister")


def test_what_gave_no_statement_is_told_with_the_reason(sources: Path) -> None:
    text = told(sources, "Harbour minister")
    assert "Looked at, and not taken" in text
    assert "“asked” stands inside a quotation" in text


def test_a_pronoun_and_who_else_was_considered(sources: Path) -> None:
    assert "the text has “she”: a pronoun" in told(sources, "Harbour minister")
    text = told(sources, "Novak said that it was not")
    assert "a name that fits more than one" in text
    assert "Not meant Jan Novak (" in text or "Oskar Novak (" in text


def test_a_paragraph_without_a_statement_is_told_so(sources: Path) -> None:
    assert "nobody is heard in this paragraph" in told(sources, "A quay is")
    text = told(sources, "It said that")
    assert "nobody is heard in this paragraph" in text
    assert "“said” has words for a speaker, but nobody can tell whom they mean." in text


def test_a_cut_says_its_rule_and_asks_for_no_speaker(sources: Path) -> None:
    text = told(sources, "Subscribe")
    assert "Cut It is page furniture, so no section shows it." in text
    assert "(Rule: " in text
    assert "overrule" not in text


def test_a_fold_says_into_what_and_why() -> None:
    text = told(HARBOUR, "2031-03-05-coast-radio:2")
    assert "Folded It is part of the article's text, but harbour/2031-03-04-lantern.md:19" in text
    assert "tells the same: almost the same words." in text


def test_an_overruled_paragraph_names_the_line(sources: Path) -> None:
    with (sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write('overrule:\n  - {paragraph: "A quay is a quay", speaker: Edda Rask}\n')
        file.write("  - {paragraph: Harbour minister, speaker: null}\n")
    text = told(sources, "A quay is")
    assert "Speaker Edda Rask, a person" in text
    assert "digest.yml, line 5, says that it is Edda Rask." in text
    assert "digest.yml:6 says that nobody speaks here." in told(sources, "Harbour minister")


def test_the_line_that_it_proposes_works(sources: Path) -> None:
    text = explain(sources, "A quay is")
    line = text.splitlines()[-1].replace("NAME", "Edda Rask")
    with (sources / "digest.yml").open("a", encoding="utf-8") as file:
        file.write(f"overrule:\n{line}\n")
    assert "Speaker Edda Rask" in told(sources, "A quay is")


def test_nothing_that_a_terminal_acts_upon_comes_out(sources: Path) -> None:
    (sources / "x.md").write_text("---\ntitle: \u202eevil\n---\n\nA \u202e\u200bword.\n", "utf-8")
    assert "\u202e" not in explain(sources, "x.md:5")


# ---------------------------------------------------------------- two paragraphs

BALTWIRE = """\
---
title: Ferries stay in port
outlet: Baltwire
published: 2031-03-05
---

Marta Ilves said on Monday that 12 ferries would stay in the port of Tallinn.

The quay of Tallinn was closed in March after a survey found 7 cracks in its wall.

Nobody from the Harbour Pact was there.

Edda Rask will open the customs house to the public in summer.

“We will sail to the islands in spring,” Oswin Hale said. “And nobody waits.”
"""
COURIER = """\
---
title: The mayor speaks
outlet: Courier
published: 2031-03-06
---

Marta Ilves said on Monday that 14 ferries would stay in the port of Tallinn.

The quay of Tallinn was closed in March after a survey found 7 cracks in its wall.

Jan Novak has bread for sale.

Edda Rask will not open the customs house to the public in summer.

Read more

Oswin Hale said that “nobody waits” and “We will sail to the Islands in spring”.
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    (tmp_path / "baltwire.md").write_text(BALTWIRE, "utf-8")
    (tmp_path / "courier.md").write_text(COURIER, "utf-8")
    return tmp_path


def decides(folder: Path, line: str) -> None:
    with (folder / "digest.yml").open("a", encoding="utf-8") as file:
        file.write(f"overrule:\n  - {line}\n")


def test_two_texts_stand_beside_each_other_with_their_differences(pairs: Path) -> None:
    lines = explain(pairs, "baltwire.md:7", "courier.md:7").splitlines()
    assert lines[0].split() == ["baltwire.md:7", "courier.md:7"]
    assert lines[1].split("   ")[0].strip() == "Baltwire, Wednesday 5 March 2031"
    (line,) = (line for line in lines if "[-12-]" in line)
    assert "{+14+}" in line
    assert "[- -] stands only in the first, {+ +} only in the second." in lines
    assert max(map(len, lines[:-1])) <= 92


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("baltwire.md:7", "courier.md:7", "They stand apart, because one says 12, the other 14."),
        (
            "baltwire.md:13",
            "courier.md:13",
            "They stand apart, because only one of them has a 'not' or the like",
        ),
        ("baltwire.md:11", "courier.md:11", "because too little links them to be held"),
        ("baltwire.md:11", "courier.md:15", "courier.md:15 is cut; only what is shown can fold."),
        ("baltwire.md:15", "courier.md:17", "both quote “We will sail to the islands in spring”."),
        ("baltwire.md:9", "courier.md:9", "No word stands in only one of them."),
        ("baltwire.md:9", "courier.md:9", "no other text of theirs is fuller."),
        ("baltwire.md:9", "courier.md:9", "is folded into"),
        ("baltwire.md:9", "courier.md:9", "Both have the names and numbers Tallinn, March, 7."),
        ("baltwire.md:7", "courier.md:7", "Speaker one and the same: Marta Ilves."),
        ("baltwire.md:7", "courier.md:7", "Published 1 day apart."),
        ("baltwire.md:7", "courier.md:7", "Differs one says 12, the other 14."),
    ],
)
def test_what_decided_is_told_in_words(pairs: Path, first: str, second: str, said: str) -> None:
    assert said in told(pairs, first, second)


def test_the_order_of_two_does_not_change_what_is_said(pairs: Path) -> None:
    assert "because one says 12, the other 14." in told(pairs, "courier.md:7", "baltwire.md:7")


def test_one_paragraph_twice_is_refused(pairs: Path) -> None:
    with pytest.raises(DigestError) as refused:
        explain(pairs, "baltwire.md:7", "baltwire:0")
    (problem,) = refused.value.problems
    assert str(problem) == "digest explain: both are one paragraph, 'baltwire:0'; expected two"


def test_the_editors_line_is_named(pairs: Path) -> None:
    decides(pairs, '{split: ["The quay of Tallinn", "The quay of Tallinn"]}')
    text = told(pairs, "baltwire.md:9", "courier.md:9")
    assert "They stand apart, because the editor keeps them apart." in text
    assert "digest.yml:2 keeps them apart." in text
    assert "If that is wrong, take line 2 out of " in text


@pytest.mark.parametrize(
    ("first", "second", "before", "after"),
    [
        ("baltwire.md:7", "courier.md:7", "Apart", "the editor folds them."),
        ("baltwire.md:9", "courier.md:9", "Folded", "the editor keeps them apart."),
        ("baltwire.md:11", "courier.md:11", "Apart", "the editor folds them."),
    ],
)
def test_the_line_that_two_propose_works(
    pairs: Path, first: str, second: str, before: str, after: str
) -> None:
    text = explain(pairs, first, second)
    assert f"  {before} " in text
    decides(pairs, text.splitlines()[-1].strip().removeprefix("- "))
    assert after in told(pairs, first, second)


def test_a_difference_is_told_once(pairs: Path) -> None:
    said = told(pairs, "baltwire.md:13", "courier.md:13")
    assert (
        said.count("only one of them has a 'not' or the like") == 2
    )  # what decided, and what differs


def test_a_pin_is_told(pairs: Path) -> None:
    decides(pairs, '{pin: "The quay of Tallinn", file: courier.md}')
    text = told(pairs, "baltwire.md:9", "courier.md:9")
    assert "courier.md:9, because the editor pins it." in text
    assert "digest.yml:2 pins" in text
