from __future__ import annotations

from tests.eval.copies import WAYS, Share, figures, judge, of_rows

WORDS = [f"word{number}" for number in range(300)]
ONE, TWO = " ".join(WORDS[:60]) + ".", " ".join(WORDS[60:90]) + "."
OTHER = [" ".join(WORDS[100:160]) + "."]


def test_copies_are_found_and_others_are_none() -> None:
    rows = [{"sentences": [ONE, TWO]}, {"sentences": [TWO]}, {"sentences": OTHER}]
    (found,) = judge(of_rows(rows))
    assert found == Share(frozenset(("article-0000", "article-0001")), 1.0, found=True)


def test_a_miss_and_a_pair_too_many_are_counted() -> None:
    names = frozenset("ab")
    missed, wrong = Share(names, 0.6, found=False), Share(names, 0.4, found=True)
    copies, no_copies = figures([missed, wrong, Share(names, 0.5, found=True)])
    assert (copies.shown, no_copies.shown) == ("1 of 2", "1")
    assert [miss.got for miss in (*copies.misses, *no_copies.misses)] == ["no copies", "copies"]


def test_every_way_leaves_something() -> None:
    for way in WAYS.values():
        for number in range(12):
            assert any(text.strip() for text in way([ONE, TWO], OTHER, number))
