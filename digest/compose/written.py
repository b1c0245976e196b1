"""Who wrote what: how many reports, outlets and origins tell something, and who copies whom."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from digest.lexicon import rules
from digest.model import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.model import Copied, Digest, Origin


class Written:
    """What the origins and copies of a digest say of its articles."""

    def __init__(self, digest: Digest) -> None:
        self._origins = {origin.article: origin for origin in digest.origins}
        self._earlier = defaultdict[str, list["Copied"]](list)
        self._later = defaultdict[str, list["Copied"]](list)
        for copied in digest.copied:
            self._earlier[copied.article].append(copied)
            self._later[copied.of].append(copied)

    def tally(self, articles: Iterable[str]) -> Tally:
        """Count some articles, their outlets and who wrote them, each once."""
        known = [self._origins[article] for article in dict.fromkeys(articles)]
        return Tally(
            reports=len(known),
            outlets=len({each.outlet for each in known if each.outlet is not None}),
            origins=len({each.counts_as for each in known}),
        )

    def origin(self, article: str) -> Origin:
        """Give who wrote an article."""
        return self._origins[article]

    def how_known(self, article: str) -> str:
        """Say in plain words what tells who wrote it; empty where nothing does."""
        rule = self._origins[article].rule
        return _reasons().get(rule, "") if rule is not None else ""

    def originals(self, article: str) -> Sequence[Copied]:
        """Give what an article reprints, but for what is a reprint itself of one of them."""
        earlier = self._earlier[article]
        names = {each.of for each in earlier}
        return [e for e in earlier if not any(o.of in names for o in self._earlier[e.of])]

    def reprints(self, article: str) -> Sequence[Copied]:
        """Give the articles that have its text."""
        return self._later[article]


@cache
def _reasons() -> Mapping[str, str]:
    said = {rule.id: rule.why for rule in rules("origins")}
    return said | {
        "front-matter": "as its source file says",
        "copy": "an article with the same text says so",
    }
