"""What holds for all of an article: its grammar, and everybody known so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.attribute.posts import Posts

if TYPE_CHECKING:
    from digest.attribute.bodies import Bodies
    from digest.attribute.grammar import Grammar
    from digest.attribute.profiles import Registry


@dataclass(frozen=True, slots=True)
class Ground:
    """What every mention of an article is read against.

    Attributes:
        registry: everybody whom any article of the digest names.
        grammar: the words and shapes of the language.
        bodies: what names of institutions tell.
        number: tells the article from others.
        home: the one country whose ministers and police it means where it names none,
            if that is clear.
        posts: what roles tell.
    """

    registry: Registry
    grammar: Grammar
    bodies: Bodies
    number: int
    home: str | None
    posts: Posts = field(init=False)

    def __post_init__(self) -> None:
        """Know posts by the same grammar."""
        object.__setattr__(self, "posts", Posts(self.grammar))

    def is_wide(self, side: str) -> bool:
        """Whether a place is wider than what anybody speaks for: 'Europe'."""
        return self.grammar.places.is_region(side)
