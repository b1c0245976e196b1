"""Who a mention means: one speaker across an article and across outlets.

A full name is the same person in other spellings (`names`); a surname means the
one person of the article, or else of the digest, who bears it; a pronoun or a
role means somebody the article named before. Two people who share a surname
stay two: a surname alone that fits both means neither. Nobody is joined to an
unnamed source but by the article itself.

`scene` reads an article sentence by sentence and asks the other rooms: `pronouns`,
`roles`, `surnames` and `institutions` find who is meant, `issuers` who speaks through
a document, `announced` whom the article names later, `learning` what a mention tells
of somebody, `describing` whether words may tell something new of them. What they
remember of the article is in `memory`, what holds for all of it in `ground`, and what
they answer in `resolved`.
"""

from digest.attribute.identity.resolved import Resolved
from digest.attribute.identity.scene import Scene, leave_room

__all__ = ["Resolved", "Scene", "leave_room"]
