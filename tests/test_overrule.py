"""`overrule`: one line of the editor gives words to somebody else, and says when it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.config import Named, PersonSetting, Settings, SpeakerLine
from digest.pipeline import pages
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.model import Digest

STORY = (
    article(
        "sources/lantern",
        "Marta Ilves said that the ferry would stop in May, and Jan Novak denied that it would.\n\n"
        "The quay was built in 1904, and nobody has mended it in all the years since then.\n\n"
        "PHOTO: A ferry at the quay. (Archive)",
    ),
    article(
        "courier", "The mayor said that the “harbour” was open.\n\nThe quay was built in 1904."
    ),
)
PEOPLE = (PersonSetting("Edda Rask", ("E. Rask",), "harbour master", "Harbour Pact"),)


def line(
    paragraph: str,
    speaker: str | None,
    *,
    file: str | None = None,
    content: str | None = None,
    number: int = 7,
) -> SpeakerLine:
    return SpeakerLine(number, Named(paragraph, file), content, speaker)


def told(*lines: SpeakerLine) -> Digest:
    return understood(STORY, Settings("digest.yml", people=PEOPLE, overrule=lines))


def said(digest: Digest, paragraph: str) -> list[tuple[str, str]]:
    names = {person.id: person.name for person in digest.people}
    own = (s for s in digest.statements if s.paragraph == paragraph)
    return [(names[s.person], s.rule) for s in own]


def test_a_line_gives_every_statement_of_a_paragraph_to_somebody() -> None:
    digest = told(line("the ferry would stop in May", "Edda Rask"))
    assert said(digest, "sources/lantern:0") == [("Edda Rask", "editor")] * 2
    assert digest.notices == ()
    (rask,) = (p for p in digest.people if p.name == "Edda Rask")
    assert (rask.role, rask.side, rask.forms) == (
        "harbour master",
        "Harbour Pact",
        ("Edda Rask", "E. Rask"),
    )


def test_content_selects_one_statement() -> None:
    digest = told(line("Jan Novak denied", "E. Rask", content="would stop in May"))
    assert min(said(digest, "sources/lantern:0")) == ("Edda Rask", "editor")
    assert len({name for name, _ in said(digest, "sources/lantern:0")}) == 2


def test_words_and_day_of_a_statement_stay() -> None:
    before = [s.span for s in told().statements]
    after = [s.span for s in told(line("the ferry would stop in May", "Edda Rask")).statements]
    assert before == after


def test_null_is_nobody_and_who_says_nothing_is_no_speaker() -> None:
    digest = told(line("the ferry would stop in May", None))
    assert said(digest, "sources/lantern:0") == []
    assert "Marta Ilves" not in {person.name for person in digest.people}
    (people,) = (page for path, page in pages(digest).items() if path == "people/index.md")
    assert "Marta Ilves" not in people


def test_a_paragraph_without_a_statement_becomes_one() -> None:
    digest = told(line("nobody has mended it", "Oskar Lind"))
    assert said(digest, "sources/lantern:1") == [("Oskar Lind", "editor")]
    (statement,) = (s for s in digest.statements if s.paragraph == "sources/lantern:1")
    (paragraph,) = (p for p in digest.paragraphs if p.id == "sources/lantern:1")
    assert statement.span.of(paragraph.text) == paragraph.text


def test_quotation_marks_and_blanks_may_be_typed_in_another_way() -> None:
    digest = told(line('that  the "harbour" was', "Edda Rask"))
    assert said(digest, "courier:0") == [("Edda Rask", "editor")]


def test_a_known_speaker_is_found_by_any_form() -> None:
    digest = told(line("The mayor said", "marta ilves"))
    assert said(digest, "courier:0") == [("Marta Ilves", "editor")]


def test_a_later_line_has_the_last_word() -> None:
    digest = told(line("The mayor said", "Marta Ilves"), line("The mayor said", "Oskar Lind"))
    assert said(digest, "courier:0") == [("Oskar Lind", "editor")]


def test_a_file_tells_two_paragraphs_apart() -> None:
    words = "The quay was built in 1904"
    digest = told(line(words, "Edda Rask", file="courier.md"))
    assert said(digest, "courier:1") == [("Edda Rask", "editor")]
    assert said(digest, "sources/lantern:1") == []


def test_the_beginning_of_one_paragraph_counts_before_the_middle_of_others() -> None:
    story = [article("a", "The ferry stopped at noon.\n\nAt one, the ferry stopped again.")]
    lines = (line("the ferry stopped", "Edda Rask"),)
    digest = understood(story, Settings("digest.yml", people=PEOPLE, overrule=lines))
    assert said(digest, "a:0") == [("Edda Rask", "editor")]


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        (
            line("the ferry will never stop", "Edda Rask"),
            (
                "digest.yml:7: overrule: no paragraph has the words 'the ferry will never stop' any "
                "more; expected a verbatim piece of one paragraph's text"
            ),
        ),
        (
            line("The quay was build in 1904, and nobody", None),
            (
                "digest.yml:7: overrule: no paragraph has the words 'The quay was build in 1904, and "
                "nobody' any more; did you mean 'The quay was built in 1904, and nobody has mended it "
                "in all…' (sources/sources/lantern.md:3)?"
            ),
        ),
        (
            line("The quay was built in 1904", "Edda Rask"),
            (
                "digest.yml:7: overrule: 2 paragraphs have the words 'The quay was built in 1904': "
                "sources/sources/lantern.md:3, sources/courier.md:3; expected more of the text, or "
                "'file:' with the one that is meant"
            ),
        ),
        (
            line("A ferry at the quay. (Archive)", "Edda Rask"),
            (
                "digest.yml:7: overrule: 'A ferry at the quay. (Archive)' stands only in "
                "sources/sources/lantern.md:5, which is cut; "
                "'digest explain sources/sources/lantern.md:5' says why"
            ),
        ),
        (
            line("The mayor said", "Edda Rask", content="no such words"),
            (
                "digest.yml:7: overrule: no statement in that paragraph has the words "
                "'no such words'; 'digest explain courier:0' lists its statements"
            ),
        ),
        (
            line("The mayor said", "Edda Rask", file="curier.md"),
            (
                "digest.yml:7: overrule: no article is called 'curier.md'; did you mean 'courier.md'?"
            ),
        ),
        (
            line("The mayor said", "Marta Ilvs"),
            (
                "digest.yml:7: overrule: 'Marta Ilvs' is new, and much like 'Marta Ilves'; "
                "did you mean that name? If not, add the new one to 'people'"
            ),
        ),
    ],
)
def test_a_line_that_does_nothing_is_told(setting: SpeakerLine, problem: str) -> None:
    assert [str(notice) for notice in told(setting).notices] == [problem]


def test_without_lines_nothing_changes() -> None:
    assert told() == understood(STORY, Settings("digest.yml", people=PEOPLE))
