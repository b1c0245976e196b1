"""Names in sentences, and the country an article is at home in."""

from __future__ import annotations

import pytest

from digest.attribute.texts import Preparer, Text, homes
from tests.attribute.reading import article, grammar


def prepared(text: str) -> list[Text]:
    _, paragraphs = article(text)
    preparer = Preparer(grammar(text), [p.text for p in paragraphs])
    return [preparer.text(p, ()) for p in paragraphs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Jan Lind, head of the union.", [("name", "Jan Lind")]),
        ("The Netmakers' Union struck.", [("institution", "Netmakers' Union")]),
        ("As Ida Holm came, it rained.", [("name", "Ida Holm")]),
        ("Shares in Harbour Holding fell.", [("institution", "Harbour Holding")]),
        ("It was read by Samir al-Karim.", [("name", "Samir al-Karim")]),
    ],
)
def test_names(text: str, found: list[tuple[str, str]]) -> None:
    (ready,) = prepared(text)
    assert [(m.kind, m.name) for names in ready.names for m in names] == found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The Norwegian prime minister came. Norway won."], ["Norway"]),
        (["OSLO - It rained."], ["Norway"]),
        (["Norway won."], ["Norway"]),
        (["Norway beat Finland."], [None]),
        (["Sukhumi slept."], [None]),
        (["It rained in Batumi."], ["Georgia"]),
        (["It rained in Batumi. Norway slept."], ["Norway"]),
        (["The Kremlin waits. Sukhumi slept."], ["Russia"]),
        (["Norway slept. Iranian tiles, its trade minister said, will come."], [None]),
        (["The Norwegian army met the Finnish army."], [None]),
        (["The Norwegian army came.", "It rained.", "Oslo slept."], ["Norway"] * 3),
        (["The Norwegian army came.", "Oslo slept.", "The Finnish army came."], ["Norway", "Norway", None]),
    ],
)  # fmt: skip
def test_homes(texts: list[str], expected: list[str | None]) -> None:
    assert homes([prepared(text) for text in texts], [None] * len(texts)) == expected


def test_a_paper_named_after_a_place_means_the_ministers_of_its_country() -> None:
    text = prepared("The foreign minister rejected the demand of Norway, a friend of Finland.")
    assert homes([text], ["Finland"]) == ["Finland"]
    assert homes([text], ["Sweden"]) == [None]
