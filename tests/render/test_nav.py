"""What stands in MkDocs's navigation."""

from __future__ import annotations

from digest.model import Link, Site, TimelinePage
from digest.render import navigation
from tests import samples


def test_pages_of_a_folder_stand_together_in_the_navigation() -> None:
    assert navigation(samples.site()) == [
        "index.md",
        {"Sections": ["sections/ferry-talks.md", "sections/dockers.md", "sections/background.md"]},
        "events/index.md",
        "people/index.md",
        "sources/index.md",
        "how-this-was-made.md",
    ]


def test_a_title_of_its_own_in_the_navigation_is_escaped() -> None:
    page = TimelinePage("events/index.md", "Timeline", ())
    site = Site("", (page,), (Link("<b>When</b>", page.path),))
    assert navigation(site) == [{"&#60;b&#62;When&#60;/b&#62;": "events/index.md"}]
