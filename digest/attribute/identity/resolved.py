"""Whom a mention was found to mean, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.attribute.profiles import Profile


class Resolved(NamedTuple):
    """Whom a mention means, and how that was decided.

    Attributes:
        why: a short stable id of the way: `editor` (a name of digest.yml),
            `full-name`, `surname`, `pronoun`, `role`, `institution`,
            `role-elsewhere` (only another article names who holds the post),
            `same-body` ('the ministry' spoken of before), `unnamed` (the
            article names nobody), `ambiguous` (a name that fits two),
            `continued` (a quotation goes on), `named-later`, `same-words` (a
            headline repeats what they say in the text).
        considered: others that were looked at, each with why it is not meant.
    """

    profile: Profile
    why: str
    considered: tuple[tuple[Profile, str], ...] = ()


def by_name(
    profile: Profile, why: str, considered: tuple[tuple[Profile, str], ...] = ()
) -> Resolved:
    """Give somebody called by name; the editor who listed them decided first."""
    return Resolved(profile, "editor" if profile.setting is not None else why, considered)


def but(all_: Iterable[Profile], one: Profile, why: str) -> tuple[tuple[Profile, str], ...]:
    """Give the others, each with the same reason against it."""
    return tuple((each, why) for each in all_ if each is not one)
