"""`relate`: which entries point to one another, and that none points too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Copy, Evidence, Family, Overlap
from digest.relate import is_part, relate

SPEAKER = (Evidence("same speaker", 1.0, "Marta Ilves"), Evidence("in common", 2.0))
EVENT = (Evidence("same event", 1.0, "talks"), Evidence("in common", 4.0))


@pytest.mark.parametrize(
    ("score", "evidence", "related"),
    [
        (0.4, SPEAKER, True),
        (0.2, SPEAKER, False),
        (0.4, SPEAKER[:1], False),
        (0.4, (*SPEAKER, Evidence("same article", 2)), False),
        (0.4, (*SPEAKER, Evidence("other event", 1.0)), False),
        (0.4, (Evidence("same speaker", 0.5), SPEAKER[1]), False),
        (0.45, EVENT, True),
        (0.35, EVENT, False),
        (0.9, (Evidence("in common", 9.0),), False),
    ],
)
def test_who_tells_part_of_the_same(
    score: float, evidence: tuple[Evidence, ...], related: bool
) -> None:
    assert is_part(Overlap("a:0", "b:0", score, evidence)) is related


def test_families_point_to_each_other_once_whichever_members_overlap() -> None:
    families = [Family("a", "a:0", (Copy("a:1", "why", 0.5),)), Family("b", "b:0")]
    overlaps = [
        Overlap("a:0", "a:1", 0.9, SPEAKER),
        Overlap("a:1", "b:0", 0.8, SPEAKER),
        Overlap("a:0", "b:0", 0.7, SPEAKER),
    ]
    assert [(each.family, each.others) for each in relate(overlaps, families)] == [
        ("a", ("b",)),
        ("b", ("a",)),
    ]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40))
def test_nobody_points_to_itself_nor_to_many_and_all_are_pointed_back_to(
    pairs: list[tuple[int, int]],
) -> None:
    families = [Family(str(n), f"a:{n}") for n in range(8)]
    overlaps = [Overlap(f"a:{a}", f"a:{b}", 0.9, SPEAKER) for a, b in pairs if a != b]
    found = {each.family: each.others for each in relate(overlaps, families)}
    for name, others in found.items():
        assert name not in others
        assert 1 <= len(others) <= 3
        assert all(name in found[other] for other in others)
