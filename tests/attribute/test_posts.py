"""Roles: who may be meant, and whose they are."""

from __future__ import annotations

import pytest

from digest.attribute.mentions import Mention, parse
from digest.attribute.posts import Posts
from digest.attribute.profiles import Profile
from digest.attribute.tokens import tokenize
from tests.attribute.reading import grammar

POSTS = Posts(grammar())


def mention(text: str) -> Mention:
    found = parse(tokenize(text, ()), text, grammar())
    assert found is not None
    return found


def holder(text: str) -> Profile:
    told = mention(text)
    profile = Profile("person", 0)
    profile.learn(told, told.sides, None)
    return profile


@pytest.mark.parametrize(
    ("held", "asked", "why"),
    [
        ("Prime Minister Ida Holm", "the prime minister", None),
        ("former Prime Minister Ida Holm", "the prime minister", None),
        ("Finance Minister Jan Lepp", "the minister", None),
        ("Finance Minister Jan Lepp", "the prime minister", "role does not fit"),
        ("Deputy Finance Minister Jan Lepp", "the finance minister", "role does not fit"),
        ("Norwegian Finance Minister Jan Lepp", "the Finnish finance minister", "other side"),
        ("spokesman Jan Lepp", "the spokeswoman", "other gender"),
        ("agency director Jan Lepp", "the race director", "role does not fit"),
    ],
)
def test_who_holds_a_post(held: str, asked: str, why: str | None) -> None:
    assert POSTS.misfit(holder(held), mention(asked)) == why


@pytest.mark.parametrize(
    ("role", "organisation"),
    [
        ("the union’s president", "union"),
        ("its director", "its"),
        ("his lawyer", None),
        ("the leader of the Green Shore List", "Green Shore List"),
        ("a spokeswoman for the carrier Polar Line", "Polar Line"),
        ("Harbour Holding's chairman", "Harbour Holding"),
        ("a company spokeswoman", "company"),
        ("the mayor", None),
        ("the head of the rescue centre in Oslo", "rescue centre"),
        ("a Tallinn-based analyst", None),
    ],
)
def test_the_organisation_in_a_role(role: str, organisation: str | None) -> None:
    assert POSTS.organisation(mention(role)) == organisation


def test_the_organisation_behind_a_name() -> None:
    assert POSTS.affiliation(mention("Jan Lepp of Baltwire Research")) == "Baltwire Research"
    assert POSTS.affiliation(mention("Jan Lepp")) is None


@pytest.mark.parametrize(
    ("role", "of_state"),
    [
        ("the finance minister", True),
        ("a government official", True),
        ("the president", True),
        ("the president of the club", False),
        ("the coach", False),
    ],
)
def test_posts_of_a_state(role: str, of_state: bool) -> None:
    assert POSTS.is_of_state(mention(role)) is of_state
