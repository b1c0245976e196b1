"""What holds for all of an article: its grammar, and everybody known so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.attribute.bodies import Bodies
    from digest.attribute.grammar import Grammar
    from digest.attribute.posts import Posts
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
        posts: what roles tell, in any article.
    """

    registry: Registry
    grammar: Grammar
    bodies: Bodies
    number: int
    home: str | None
    posts: Posts

    def is_wide(self, side: str) -> bool:
        """Whether a place is wider than what anybody speaks for: 'Europe'."""
        return self.grammar.places.is_region(side)
