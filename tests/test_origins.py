"""Who wrote an article, which articles are copies, and as whose each counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from digest.config import OutletSetting
from digest.origins import origins
from tests.made_up import article, cases, taken_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Copied, Origin

EDITOR = (
    OutletSetting("Baltwire", ("Balt Wire",), agency=True),
    OutletSetting("Estonska", ("Baltwire Estonian Service",), of="Baltwire"),
    OutletSetting("The Harbour Post"),
)
FIRST, THEN = date(2031, 5, 6), date(2031, 5, 7)
BODY = (
    "The crews of the ferries to Riga will stay at home until Friday, their union said on Monday.\n\n"
    "Nobody had asked a single one of them before the timetable was changed, Marta Ilves told "
    "reporters at the gate of the old harbour.\n\n"
    "The owners called the strike a mistake and said that they would sail with crews from abroad.\n\n"
    "About 4,000 people a day cross the bay by ferry, most of them on their way to work."
)
OTHER = (
    "Two bakers of the upper town have won the prize for the best rye bread of the whole country.\n\n"
    "They had learned the trade from one and the same aunt, who did not come to the ceremony.\n\n"
    "The jury tasted sixty loaves in two days and drank, as one of them put it, a lake of water."
)


def judged(
    articles: Sequence[Article], editor: Sequence[OutletSetting] = EDITOR
) -> tuple[dict[str, Origin], tuple[Copied, ...]]:
    paragraphs, labels = taken_apart(articles)
    found, copied = origins(articles, paragraphs, labels, editor)
    assert [each.article for each in found] == [each.id for each in articles]
    return {each.article: each for each in found}, copied


def counted(*articles: Article) -> int:
    return len({each.counts_as for each in judged(articles)[0].values()})


@pytest.mark.parametrize("case", cases("origins"), ids=lambda case: str(case["text"])[:40])
def test_who_wrote_it(case: dict[str, Any]) -> None:
    one = replace(
        article("one", case["text"].replace("{body}", BODY), outlet=case.get("outlet")),
        author=case.get("author"),
        origin=case.get("origin"),
    )
    found = judged([one])[0]["one"]
    assert (found.name, found.rule) == (case["written_by"], case.get("rule"))


def test_the_words_that_tell_can_be_found() -> None:
    found = judged([article("one", f"{BODY}\n\nSource: Baltwire")])[0]["one"]
    assert found.paragraph == "one:4"


def test_an_outlet_counts_as_the_house_that_the_editor_says() -> None:
    found, _ = judged(
        [
            article("post", f"TALLINN (Estonska) — {BODY}", outlet="The Harbour Post"),
            article("wire", OTHER, outlet="Balt Wire"),
        ]
    )
    assert found["post"].name == "Estonska"
    assert found["wire"].outlet == "Baltwire"
    assert {each.counts_as for each in found.values()} == {"house:baltwire"}


def test_an_editor_who_says_nothing_leaves_a_service_alone() -> None:
    one = article("one", f"By Baltwire's Estonian Service\n\n{BODY}")
    two = article("two", OTHER, outlet="Baltwire")
    found, _ = judged([one, two], ())
    assert found["one"].name == "Baltwire's Estonian Service"
    assert found["one"].counts_as != found["two"].counts_as


def test_houses_in_a_circle_end() -> None:
    circle = (OutletSetting("A Wire", of="B Wire"), OutletSetting("B Wire", of="A Wire"))
    found, _ = judged([article("one", BODY, outlet="A Wire")], circle)
    assert found["one"].counts_as.startswith("house:")


def test_a_reprint_has_the_origin_of_the_first() -> None:
    first = article("z", f"TALLINN (Baltwire) — {BODY}", outlet="Nordika", published=FIRST)
    then = article("a", BODY, outlet="The Harbour Post", published=THEN)
    found, copied = judged([then, first])
    assert [(each.article, each.of) for each in copied] == [("a", "z")]
    assert copied[0].is_reprint
    assert (found["a"].name, found["a"].rule) == ("Baltwire", "copy")
    assert counted(first, then) == 1


def test_two_prints_without_a_credit_are_one_text_of_nobody_known() -> None:
    one = article("one", BODY, outlet="Nordika", published=FIRST)
    two = article("two", BODY, outlet="The Harbour Post", published=THEN)
    found, _ = judged([one, two])
    assert [each.name for each in found.values()] == [None, None]
    assert counted(one, two) == 1
    assert counted(one, article("other", OTHER, outlet="The Harbour Post")) == 2


def test_a_credit_in_a_later_print_tells_of_the_first() -> None:
    first = article("one", BODY, outlet="Nordika", published=FIRST)
    then = article("two", f"{BODY} (Baltwire)", outlet="The Harbour Post", published=THEN)
    found, _ = judged([first, then])
    assert found["one"].name == "Baltwire"


def test_a_later_print_under_its_own_byline_tells_nothing_of_the_first() -> None:
    first = article("one", BODY, outlet="Nordika", published=FIRST)
    then = article("two", f"By Harbour Post staff\n\n{BODY}", outlet="The Harbour Post")
    then = replace(then, published=THEN)
    assert judged([first, then])[0]["one"].name is None


def test_whom_a_print_credits_was_first_whatever_the_day() -> None:
    wire = article("wire", BODY, outlet="Baltwire", published=THEN)
    post = article("post", f"{BODY} (Baltwire)", outlet="The Harbour Post", published=FIRST)
    _, copied = judged([wire, post])
    assert [(each.article, each.of) for each in copied] == [("post", "wire")]


def test_on_one_day_the_agency_was_first() -> None:
    wire = article("z", BODY, outlet="Baltwire")
    post = article("a", BODY, outlet="The Harbour Post")
    assert [each.of for each in judged([post, wire])[1]] == ["z"]


def test_who_takes_a_text_into_a_longer_one_has_written_the_rest() -> None:
    note = article("note", BODY, outlet="Baltwire", published=FIRST)
    own = f"{OTHER}\n\n{OTHER.replace('bread', 'cake').replace('o', 'oo')}\n\n{BODY}"
    long = article("long", own, outlet="The Harbour Post", published=THEN)
    found, (copied,) = judged([note, long])
    assert (copied.article, copied.share, copied.is_reprint) == ("long", 1.0, False)
    assert found["long"].counts_as == "house:harbour post"


def test_a_furniture_line_is_no_text_to_share() -> None:
    line = "Subscribe to our newsletter and get the stories of the day in your inbox each morning."
    _, copied = judged([article("a", f"{BODY}\n\n{line}"), article("b", f"{OTHER}\n\n{line}")])
    assert copied == ()


def test_the_order_of_articles_changes_nothing() -> None:
    three = [article(name, BODY, outlet=f"{name} Wire") for name in "abc"]
    found, copied = judged(three)
    again, copied_again = judged(three[::-1])
    assert (found, copied) == (again, copied_again)
    assert [(each.article, each.of) for each in copied] == [("b", "a"), ("c", "a"), ("c", "b")]
    assert counted(*three) == 1
