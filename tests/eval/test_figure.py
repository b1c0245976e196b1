from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eval import __main__ as gate
from tests.eval.figure import Figure, Floor, FloorsError, broken, read_floors
from tests.eval.product import ProductError
from tests.eval.sets import SETS, DataSet

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_are_shown_as_counts_and_rates() -> None:
    assert Figure("sections", 47, 55).shown == "47 of 55"
    assert Figure("f1", 0.6129).shown == "0.613"
    assert Figure("wrong-folds", 2).shown == "2"


@pytest.mark.parametrize(
    ("figure", "floor", "keeps"),
    [
        (Figure("x", 47, 55), Floor(47), True),
        (Figure("x", 46, 55), Floor(47), False),
        (Figure("x", 19, 19), Floor("all"), True),
        (Figure("x", 18, 19), Floor("all"), False),
        (Figure("x", 0.61), Floor(0.62), False),
        (Figure("x", 1), Floor(1, most=True), True),
        (Figure("x", 1), Floor(0, most=True), False),
    ],
)
def test_floors(figure: Figure, floor: Floor, keeps: bool) -> None:
    assert floor.keeps(figure) is keeps


def test_a_floor_that_nothing_measures_is_broken() -> None:
    assert broken([Figure("kinds", 1, 1)], {"kidns": Floor(1)}) == ["kidns: not measured, floor 1"]


def test_a_floor_of_words_must_be_all() -> None:
    with pytest.raises(FloorsError, match="most"):
        Floor("most").keeps(Figure("x", 1, 1))


def test_floors_know_only_min_and_max(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text("[seeds.least]\nkinds = 1\n", encoding="utf-8")
    with pytest.raises(FloorsError, match="least"):
        read_floors(file)


def test_every_set_with_floors_exists() -> None:
    assert read_floors(gate.FLOORS).keys() <= {each.name for each in SETS}


def gate_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *figures: Figure) -> int:
    floors = tmp_path / "floors.toml"
    floors.write_text("[toy.min]\nkinds = 3\n[toy.max]\nwrong-folds = 0\n", encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "SETS", (DataSet("toy", (), lambda _: figures),))
    return gate.main([])


def test_the_gate_opens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert gate_on(monkeypatch, tmp_path, Figure("kinds", 3, 4), Figure("wrong-folds", 0)) == 0


def test_the_gate_closes_and_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate_on(monkeypatch, tmp_path, Figure("kinds", 2, 4), Figure("wrong-folds", 1)) == 1
    printed = capsys.readouterr().out
    assert "toy: kinds: 2 of 4, floor 3" in printed
    assert "toy: wrong-folds: 1, floor at most 0" in printed


def test_a_product_that_fails_closes_the_gate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> tuple[Figure, ...]:
        raise ProductError("no such command")

    monkeypatch.setattr(gate, "SETS", (DataSet("toy", (), fail),))
    assert gate.main([]) == 1
    assert "toy: no such command" in capsys.readouterr().out


def test_a_set_whose_texts_are_away_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "SETS", (DataSet("toy", (tmp_path / "away",), lambda _: ()),))
    assert gate.main([]) == 0
    assert "skipped: no" in capsys.readouterr().out
