from __future__ import annotations

from tests.eval.align import align_lines


def test_equal_texts_pair_in_order_whatever_their_blanks() -> None:
    lines = ["A flag.", "A flag.", "Ships\u00a0leave  at noon."]
    assert align_lines(lines, ["A flag.", "A flag.", "Ships leave at noon."]) == [0, 1, 2]


def test_markup_does_not_count() -> None:
    lines = ["> He is *not* in [Elm](https://example.org/elm).", "## Next", r"\[sic\]"]
    assert align_lines(lines, ["He is not in Elm.", "Next", "[sic]"]) == [0, 1, 2]


def test_a_missing_line_is_none_and_moves_nothing() -> None:
    assert align_lines(["one", "two", "three"], ["one", "three"]) == [0, None, 1]


def test_joined_lines_share_a_paragraph() -> None:
    lines = ["Port Elm", "No ship leaves.", "It rains."]
    assert align_lines(lines, ["Port Elm No ship leaves.", "It rains."]) == [0, 0, 1]


def test_a_cut_line_goes_to_its_larger_part() -> None:
    parts = ["He spoke.", "Then he told the harbour master to leave."]
    assert align_lines([" ".join(parts)], parts) == [1]


def test_a_short_line_is_not_found_inside_another_lines_paragraph() -> None:
    lines = ["Elm", "Elm stands still"]
    assert align_lines(lines, ["Elm stands still"]) == [None, 0]


def test_a_line_is_not_found_behind_its_follower() -> None:
    assert align_lines(["two", "one"], ["one", "two and three"]) == [None, 0]
