"""`siteurl`: where a page stands on the web, and what is no address."""

from __future__ import annotations

import pytest

from digest.siteurl import SiteUrl


@pytest.mark.parametrize(
    ("path", "directories", "expected"),
    [
        ("index.md", True, ""),
        ("index.md", False, ""),
        ("sections/quay.md", True, "sections/quay/"),
        ("sections/quay.md", False, "sections/quay.html"),
        ("people/index.md", True, "people/"),
        ("boats/index.md", True, "boats/"),
        ("feed.atom", True, "feed.atom"),
        ("a b, ü/feed.json", True, "a%20b%2C%20%C3%BC/feed.json"),
    ],
)
def test_a_path_is_an_address(path: str, directories: bool, expected: str) -> None:
    assert (
        SiteUrl("https://x.example/y/", directories).of(path) == f"https://x.example/y/{expected}"
    )
    assert SiteUrl("", directories).below(path) == expected
    assert SiteUrl("", directories).of(path) is None


def test_an_anchor_stands_behind() -> None:
    assert SiteUrl("https://x.example/").of("a.md", "b-1") == "https://x.example/a/#b-1"


@pytest.mark.parametrize(
    "url", ["https://x.example", "https://x.example/", "http://127.0.0.1:8000/a"]
)
def test_an_address_ends_with_a_slash(url: str) -> None:
    address = SiteUrl.at(url)
    assert address is not None
    assert address.base == url.rstrip("/") + "/"


def test_an_address_is_spelled_so_that_it_cannot_act() -> None:
    spelled = "https://x.example/%22%3E%3Cscript%3E/"
    assert SiteUrl.at('https://x.example/"><script>') == SiteUrl(spelled)
    assert SiteUrl.at("https://zug.example/bühne") == SiteUrl("https://zug.example/b%C3%BChne/")


def test_nothing_is_an_address_that_nobody_knows() -> None:
    assert SiteUrl.at("") == SiteUrl()


@pytest.mark.parametrize(
    "url",
    ["x.example", "ftp://x.example/", "javascript:alert(1)", "https:///x", "/boats/", "https://[", "https://x.example/?a=b", "https://x.example/#a", "https://me@x.example/", "https://x.example/a\nb"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    assert SiteUrl.at(url) is None
