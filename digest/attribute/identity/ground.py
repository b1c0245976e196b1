"""What holds for all of an article: its grammar, and everybody known so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.attribute.parties import Party

if TYPE_CHECKING:
    from digest.attribute.bodies import Bodies
    from digest.attribute.grammar import Grammar
    from digest.attribute.parties import Politics
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
        posts: what roles tell, in any article.
        politics: whose politics it tells of.
    """

    registry: Registry
    grammar: Grammar
    bodies: Bodies
    number: int
    posts: Posts
    politics: Politics

    @property
    def home(self) -> str | None:
        """The one country whose offices the article means where it names none, if clear."""
        return self.politics.home

    def opposition(self, country: str | None) -> Party | None:
        """Give the opposition of a country, a side of its own there: 'Ruritanian opposition'."""
        adjective = self.grammar.places.adjective(country) if country is not None else None
        if country is None or adjective is None:
            return None
        return Party(f"{adjective} opposition", (country,), contends=True)

    def is_wide(self, side: str) -> bool:
        """Whether a place is wider than what anybody speaks for: 'Europe'."""
        return self.grammar.places.is_region(side)
