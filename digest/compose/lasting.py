"""Names that last: of a digest when it moves, of an entry when another text of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from digest.model import Digest

# Another one would make every entry of every feed new to its readers.
_NAMESPACE = UUID("3c7bb440-27ba-4cca-b5df-15769d7f5930")


def urn(digest: Digest, *names: str) -> str:
    """Give a URN for a digest, or for something in it, that no other has.

    It depends on the digest's id and these names only: neither on its address nor on the day.
    """
    place = uuid5(_NAMESPACE, digest.id or digest.title)
    for name in names:
        place = uuid5(place, name)
    return place.urn
