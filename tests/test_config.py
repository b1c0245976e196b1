"""`config`: what `digest.yml` may say, with a problem and its line for everything else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from digest.config import (
    MoveLine,
    Named,
    OutletSetting,
    PairLine,
    PersonSetting,
    PinLine,
    SectionSetting,
    Settings,
    SpeakerLine,
    read_settings,
)
from digest.model import Quoting

if TYPE_CHECKING:
    from digest.errors import Problem

CASES = tomllib.loads((Path(__file__).parent / "cases" / "settings.toml").read_text("utf-8"))

FULL = """\
title: Two  towns
about: >-
  A bridge,
  and who pays.
sections:
  - id: who-pays
  - id: talks
    title: The talks
    about: Day by day.
    sides: [Upper Town, Lower Town]
    words: [treaty, "river, the"]
people:
  - name: Ann Lee
    forms: [A. Lee, A. Lee, Ann Lee]
    role: mayor
    side: Upper Town
  - name: No
outlets:
  - name: The Lantern
    aliases: [Lantern]
    of: Lantern House
    agency: Yes
overrule:
  - {paragraph: "The  quay", speaker: Ann Lee}
  - paragraph: closed
    file: lantern.md
    content: "no: never"
    speaker: null
  - {fold: [The quay, "The  bridge"]}
  - {split: [The quay, The quay], file: [a.md, b.md]}
  - {fold: [one, two], file: a.md}
  - {pin: The quay, file: a.md}
  - {move: The quay, section: talks}
quote: {words: 60, share: 0.3}
"""


def read(path: Path, text: str | None = None) -> tuple[Settings, list[str]]:
    if text is not None:
        path.write_text(text, "utf-8")
    problems: list[Problem] = []
    settings = read_settings(path, "s/digest.yml", problems)
    return settings, [str(problem) for problem in problems]


def test_everything_that_may_be_said(tmp_path: Path) -> None:
    settings, problems = read(tmp_path / "digest.yml", FULL)
    assert problems == []
    assert settings == Settings(
        file="s/digest.yml",
        title="Two towns",
        about="A bridge, and who pays.",
        sections=(
            SectionSetting("who-pays", "Who pays"),
            SectionSetting(
                "talks",
                "The talks",
                "Day by day.",
                ("Upper Town", "Lower Town"),
                ("treaty", "river, the"),
            ),
        ),
        people=(
            PersonSetting("Ann Lee", ("A. Lee", "Ann Lee"), "mayor", "Upper Town"),
            PersonSetting("No"),
        ),
        outlets=(OutletSetting("The Lantern", ("Lantern",), "Lantern House", agency=True),),
        overrule=(
            SpeakerLine(24, Named("The quay"), None, "Ann Lee"),
            SpeakerLine(25, Named("closed", "lantern.md"), "no: never", None),
            PairLine(29, "fold", Named("The quay"), Named("The bridge")),
            PairLine(30, "split", Named("The quay", "a.md"), Named("The quay", "b.md")),
            PairLine(31, "fold", Named("one", "a.md"), Named("two", "a.md")),
            PinLine(32, Named("The quay", "a.md")),
            MoveLine(33, Named("The quay"), "talks"),
        ),
        quoting=Quoting(words=60, share=0.3),
    )


@pytest.mark.parametrize("text", [None, "", "# nothing yet\n"])
def test_without_a_word_all_is_default(tmp_path: Path, text: str | None) -> None:
    assert read(tmp_path / "digest.yml", text) == (Settings("s/digest.yml"), [])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_what_is_wrong_is_told(tmp_path: Path, case: dict[str, Any]) -> None:
    _, problems = read(tmp_path / "digest.yml", case["yaml"])
    assert sorted(problems) == sorted(f"s/digest.yml:{problem}" for problem in case["problems"])


def test_unreadable_settings_are_told(tmp_path: Path) -> None:
    (tmp_path / "digest.yml").mkdir()
    assert read(tmp_path / "digest.yml")[1] == ["s/digest.yml: is a folder; expected a text file"]
    (tmp_path / "link.yml").symlink_to("nowhere")
    assert read(tmp_path / "link.yml")[1] == ["s/digest.yml: does not exist; expected a text file"]


def test_the_settings_of_this_repository_are_good() -> None:
    settings, problems = read(Path(__file__).parents[1] / "sources" / "digest.yml")
    assert problems == []
    assert settings.sections
