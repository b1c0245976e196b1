"""Ordinary tools beside the product's figures."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from tests.eval import peers
from tests.eval.pairs import Judged

PAIRS = [
    Judged("same", folded=True, shown=True, a="The quay was closed today", b="The quay was closed"),
    Judged("different", folded=False, shown=True, a="The quay was closed", b="Rain fell on us all"),
    Judged("part", folded=False, shown=True, a="The quay", b="The quay and the ferry"),
]


def test_the_best_threshold_keeps_the_precision() -> None:
    assert peers.best_recall([0.9, 0.8, 0.7], [True, True, False]) == 1.0
    assert peers.best_recall([0.9, 0.8, 0.7], [True, False, True]) == 0.5
    assert peers.best_recall([0.9, 0.9], [True, False]) == 0.0
    assert peers.best_recall([], []) == 0.0


def test_without_the_libraries_there_is_nothing_to_compare_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers, "LIBRARIES", ("no_such_library",))
    assert peers.figures(PAIRS) == ()
    assert "no no_such_library" in capsys.readouterr().out


@pytest.mark.skipif(
    any(find_spec(name) is None for name in peers.LIBRARIES), reason="not installed"
)
def test_a_repeat_scores_above_another_text() -> None:
    for scores in (peers.tf_idf(PAIRS[:2]), peers.minhash(PAIRS[:2])):
        assert scores[0] > scores[1]
    assert [figure.value for figure in peers.figures(PAIRS)] == [1.0, 1.0]
