from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.eval import product
from tests.eval.labels import lines_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_source_file_has_its_matter_and_its_text(tmp_path: Path) -> None:
    file = tmp_path / "elm" / "one.md"
    product.write_article(
        file, {"title": "Elm: a bridge", "outlet": "", "published": date(2031, 5, 2)}, "One\n\nTwo"
    )
    text = file.read_text(encoding="utf-8")
    matter = yaml.safe_load(text.split("---\n")[1])
    assert matter == {"title": "Elm: a bridge", "published": date(2031, 5, 2)}
    assert lines_of(text) == ["One", "Two"]


def test_an_export_that_is_no_json_is_the_products_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(product, "_run", lambda *_: "Exported 5 articles.")
    with pytest.raises(product.ProductError, match="no JSON"):
        product.export(product.ROOT)


def test_unknown_outlets_and_days_are_not_made_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(product, "_run", lambda *arguments: ran.append(arguments))
    product.add(tmp_path / "one.txt", tmp_path, None, None)
    product.add(tmp_path / "two.txt", tmp_path, "Elm Echo", date(2031, 5, 2))
    assert ran == [
        ("add", f"{tmp_path}/one.txt", "--into", str(tmp_path)),
        (
            *("add", f"{tmp_path}/two.txt", "--into", str(tmp_path)),
            *("--outlet", "Elm Echo", "--published", "2031-05-02"),
        ),
    ]
