"""What stays the same of an entry when its keeper changes, and of a digest when it moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from digest.compose.index import Index
    from digest.model import Digest, Family

# Another one would make every entry of every feed new to its readers.
_NAMESPACE = UUID("3c7bb440-27ba-4cca-b5df-15769d7f5930")


def stable_id(family: Family, index: Index) -> str:
    """Give the id of the paragraph that told first what a family tells.

    It is the first one in the earliest published article; one without a day counts as the
    earliest, for it was there before whatever has a day and comes later. So it stays whichever
    member is shown, and when later reports join.
    """

    def age(member: str) -> tuple[date, str, int]:
        own = index.paragraphs[member]
        return index.articles[own.article].published or date.min, own.article, own.number

    return min(family.members, key=age)


def urn(digest: Digest, *names: str) -> str:
    """Give a URN for a digest, or for something in it, that no other has.

    It depends on the digest's id and these names only: neither on its address nor on the day.
    """
    place = uuid5(_NAMESPACE, digest.id or digest.title)
    for name in names:
        place = uuid5(place, name)
    return place.urn
