"""Who wrote an article, and which articles have the same text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote an article, and as whose it counts; one for every article.

    Attributes:
        article: the article's id.
        name: who wrote it, as the editor calls them; None where nothing tells.
        outlet: who published it, as the editor calls them; None where nobody said.
        counts_as: the same for articles of one origin. The house that `name` is of; for
            a copy without a credit what its original counts as; else the house of the
            outlet, and where nobody said that either, the article itself.
        rule: what told: `front-matter`, `copy`, or a rule of `data/origins.toml`.
        paragraph: the id of the paragraph whose words told.
    """

    article: str
    name: str | None
    outlet: str | None
    counts_as: str
    rule: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """Two articles with the same text, whole or in part; each pair is judged by itself.

    Attributes:
        article: the id of the copy.
        of: the id of the article that was there first, or that the copy credits.
        taken: the part of the copy's eight-word runs that the original has; small where
            the copy goes on with text of its own.
        given: the part of the original's runs that the copy has; small where the copy
            is a piece of it.
    """

    article: str
    of: str
    taken: float
    given: float

    @property
    def share(self) -> float:
        """The part of the runs of the shorter one that the other has: at least one half."""
        return max(self.taken, self.given)

    @property
    def is_reprint(self) -> bool:
        """Whether at least half of the copy is the original's text."""
        return self.taken >= 1 / 2
