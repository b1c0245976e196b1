"""`overrule`: one line of the editor gives words to somebody else, and says when it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import (
    MoveLine,
    Named,
    PairLine,
    PersonSetting,
    PinLine,
    SectionSetting,
    Settings,
    SpeakerLine,
)
from digest.model import Copy, Family, Placement, Section
from digest.overrule import decide, move, refold
from digest.pipeline import pages
from tests.made_up import article, understood

if TYPE_CHECKING:
    from digest.config import OverruleLine, PairOrder
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


# ---------------------------------------------------------------- folds, splits, pins, moves

HARBOUR = (
    article(
        "baltwire",
        "Marta Ilves said on Monday that 12 ferries would stay in the port of Tallinn.\n\n"
        "The quay of Tallinn was closed in March after a survey found cracks in it.",
        outlet="Baltwire",
    ),
    article(
        "courier",
        "Marta Ilves said on Monday that 12 ferries would stay in the port of Tallinn.\n\n"
        "Edda Rask wants the customs house pulled down by the end of the year.",
        outlet="Courier",
    ),
    article(
        "lantern",
        "Twelve boats, it was heard from the mayor, are not going anywhere.\n\n"
        "The quay of Tallinn was closed in March after a survey found cracks in it, "
        "and it stays closed.",
        outlet="Lantern",
    ),
)
SECTIONS = (
    SectionSetting("port", "The port", words=("ferry",)),
    SectionSetting("rest", "The rest"),
)
FERRIES = "12 ferries would stay"
BOATS = "Twelve boats, it was heard"
CUSTOMS = "the customs house pulled down"
QUAY = "after a survey found cracks"


def pair(
    order: PairOrder, *words: str, files: tuple[str, str] | None = None, number: int = 3
) -> PairLine:
    first, second = files or (None, None)
    return PairLine(number, order, Named(words[0], first), Named(words[1], second))


def decided(*lines: OverruleLine) -> Digest:
    return understood(HARBOUR, Settings("digest.yml", sections=SECTIONS, overrule=lines))


def families(digest: Digest) -> dict[str, list[tuple[str, str]]]:
    return {f.keeper: [(c.paragraph, c.why) for c in f.copies] for f in digest.families}


BOTH = ("baltwire.md", "courier.md")


def test_without_lines_the_same_words_fold_and_others_do_not() -> None:
    assert families(decided()) == {
        "baltwire:0": [("courier:0", "the same words")],
        "courier:1": [],
        "lantern:0": [],
        "lantern:1": [("baltwire:1", "the same words")],
    }


def test_a_line_folds_two_and_those_folded_into_them() -> None:
    digest = decided(pair("fold", FERRIES, BOATS, files=("baltwire.md", "lantern.md")))
    assert families(digest)["baltwire:0"] == [
        ("courier:0", "the same words"),
        ("lantern:0", "the editor folds them"),
    ]
    assert digest.notices == ()
    sections = {placed.family: placed.section for placed in digest.placements}
    assert sections["baltwire-0"] == "port"


def test_a_line_folds_what_is_folded_elsewhere_already() -> None:
    digest = decided(pair("fold", FERRIES, BOATS, files=("courier.md", "lantern.md")))
    assert families(digest)["baltwire:0"] == [
        ("courier:0", "the same words"),
        ("lantern:0", "the same as another that is folded here"),
    ]


def test_a_line_splits_two() -> None:
    digest = decided(pair("split", FERRIES, FERRIES, files=BOTH))
    assert families(digest)["baltwire:0"] == families(digest)["courier:0"] == []
    assert digest.notices == ()


def test_the_same_words_may_name_a_repeat() -> None:
    digest = decided(pair("split", FERRIES, FERRIES))
    assert families(digest)["courier:0"] == []


def test_a_pin_keeps_and_leads_its_section() -> None:
    digest = decided(PinLine(3, Named(FERRIES, "courier.md")))
    assert families(digest)["courier:0"] == [("baltwire:0", "the same words")]
    assert [f.keeper for f in digest.families if f.pinned] == ["courier:0"]
    made = pages(decided(PinLine(3, Named(CUSTOMS))))["sections/rest.md"]
    assert made.index("Put first by the editor") < made.index(CUSTOMS) < made.index(BOATS)


def test_a_pin_stands_where_it_folds_by_a_line_too() -> None:
    files = ("baltwire.md", "lantern.md")
    digest = decided(PinLine(3, Named(BOATS)), pair("fold", FERRIES, BOATS, files=files))
    assert families(digest)["lantern:0"] == [
        ("baltwire:0", "the editor folds them"),
        ("courier:0", "the same as another that is folded here"),
    ]


def test_a_move_takes_all_that_tells_the_same_along() -> None:
    digest = decided(MoveLine(3, Named(FERRIES, "courier.md"), "rest"))
    placed = {each.family: (each.section, each.rule) for each in digest.placements}
    assert placed["baltwire-0"] == ("rest", "the editor puts it here")
    assert {s.id: len(s.families) for s in digest.sections} == {"port": 0, "rest": 4}


def test_a_split_leaves_the_one_less_like_the_keeper_alone() -> None:
    lines = (
        pair("fold", FERRIES, BOATS, files=("baltwire.md", "lantern.md")),
        pair("split", FERRIES, BOATS, files=("courier.md", "lantern.md")),
    )
    digest = decided(*lines)
    assert families(digest)["baltwire:0"] == [("lantern:0", "the editor folds them")]
    assert families(digest)["courier:0"] == []


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            (
                pair("fold", FERRIES, BOATS, files=("courier.md", "lantern.md")),
                pair("split", BOATS, FERRIES, files=("lantern.md", "courier.md"), number=4),
            ),
            (
                "digest.yml:4: overrule: this line splits two paragraphs that line 3 folds; "
                "expected one of the two; this one does nothing"
            ),
        ),
        (
            (
                pair("fold", CUSTOMS, BOATS),
                pair("fold", BOATS, QUAY, files=("lantern.md", "lantern.md"), number=4),
                pair("split", CUSTOMS, QUAY, files=("courier.md", "lantern.md"), number=5),
            ),
            (
                "digest.yml:5: overrule: this line splits two paragraphs that lines 3, 4 together "
                "fold; expected one of the two; this one does nothing"
            ),
        ),
        (
            (pair("split", CUSTOMS, BOATS), pair("fold", CUSTOMS, BOATS, number=4)),
            (
                "digest.yml:4: overrule: this line folds two paragraphs that line 3 splits; "
                "expected one of the two; this one does nothing"
            ),
        ),
        (
            (pair("fold", CUSTOMS, "Twelve boots, it was heard"),),
            (
                "digest.yml:3: overrule: no paragraph has the words 'Twelve boots, it was heard' "
                "any more; did you mean 'Twelve boats, it was heard from the mayor, are not going an…' "
                "(sources/lantern.md:1)?"
            ),
        ),
        (
            (pair("fold", CUSTOMS, "Edda Rask wants"),),
            (
                "digest.yml:3: overrule: sources/courier.md:3 has the words of both; "
                "expected words of two paragraphs"
            ),
        ),
        (
            (pair("split", CUSTOMS, CUSTOMS),),
            (
                "digest.yml:3: overrule: only sources/courier.md:3 has the words "
                "'the customs house pulled down'; expected words of two paragraphs"
            ),
        ),
        (
            (PinLine(3, Named(FERRIES)),),
            (
                "digest.yml:3: overrule: 2 paragraphs have the words '12 ferries would stay': "
                "sources/baltwire.md:1, sources/courier.md:1; expected more of the text, or 'file:' "
                "with the one that is meant"
            ),
        ),
        (
            (PinLine(3, Named(FERRIES, BOTH[0])), PinLine(4, Named(FERRIES, BOTH[1]))),
            (
                "digest.yml:4: overrule: line 3 pins another paragraph that tells the same; "
                "expected one pin for both, or a line that splits them"
            ),
        ),
        (
            (
                MoveLine(3, Named(FERRIES, BOTH[0]), "rest"),
                MoveLine(4, Named(FERRIES, BOTH[1]), "port"),
            ),
            (
                "digest.yml:4: overrule: line 3 puts the same in 'rest'; "
                "expected one section for one entry"
            ),
        ),
    ],
)
def test_a_decision_that_does_nothing_is_told(
    lines: tuple[OverruleLine, ...], problem: str
) -> None:
    assert [str(notice) for notice in decided(*lines).notices] == [problem]


NAMES = [
    Named("12 ferries would stay", "baltwire.md"),
    Named("12 ferries would stay", "courier.md"),
    Named(CUSTOMS),
    Named(BOATS),
    Named(QUAY, "baltwire.md"),
    Named(QUAY, "lantern.md"),
]
ANY = st.sampled_from(NAMES)
LINES = st.one_of(
    st.builds(PairLine, st.just(1), st.sampled_from(["fold", "split"]), ANY, ANY),
    st.builds(PinLine, st.just(1), ANY),
    st.builds(MoveLine, st.just(1), ANY, st.sampled_from(["port", "rest"])),
)
APART = understood(HARBOUR, Settings("digest.yml", sections=SECTIONS))


@given(st.lists(LINES, max_size=8), st.sampled_from(["as folded", "one family", "all alone"]))
def test_whatever_the_lines_every_paragraph_has_one_fate(
    lines: list[OverruleLine], start: str
) -> None:
    settings = Settings("digest.yml", sections=SECTIONS, overrule=tuple(lines))
    shown = sorted(member for family in APART.families for member in family.members)
    before = {
        "as folded": APART.families,
        "one family": (Family("x", shown[0], tuple(Copy(p, "why", 0.5) for p in shown[1:])),),
        "all alone": tuple(Family(f"f{n}", p) for n, p in enumerate(shown)),
    }[start]
    decisions = decide(settings, HARBOUR, APART.paragraphs, APART.labels)
    after = refold(before, APART.paragraphs, decisions).families
    assert sorted(member for family in after for member in family.members) == shown
    owners = {member: family.id for family in after for member in family.members}
    assert len({family.id for family in after}) == len(after)
    assert all(owners[each.a] == owners[each.b] for each in decisions.folds)
    assert not any(owners[each.a] == owners[each.b] for each in decisions.splits)
    places = tuple(Placement(family.id, "rest", "rule") for family in after)
    grouped = (
        Section("port", "The port", "", ()),
        Section("rest", "The rest", "", tuple(family.id for family in after)),
    )
    sections, placed, _ = move(grouped, places, after, decisions)
    assert sorted(f for s in sections for f in s.families) == sorted(
        owners[f.keeper] for f in after
    )
    assert [each.family for each in placed] == [each.family for each in places]


@given(st.permutations(NAMES[:4]))
def test_the_order_of_two_names_does_not_matter(names: list[Named]) -> None:
    one, other, *_ = names
    line = PairLine(1, "fold", one, other)
    turned = PairLine(1, "fold", other, one)
    assert families(decided(line)) == families(decided(turned))
