"""Who speaks through a text: 'her letter', 'a statement from the Harbour Board'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.attribute.identity.wording import undetermined
from digest.attribute.mentions import Mention, parse
from digest.attribute.tokens import tokenize

if TYPE_CHECKING:
    from digest.attribute.grammar import Grammar

# 'a written statement issued by the Harbour Board', up to a comma
_ISSUED = re.compile(
    r"(?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+) "
    r"(?:(?:issued|released|signed|sent)(?: (?:on )?[a-z]+)? by|from|by) "
    r"(?P<whose>[^,]+)",
    re.IGNORECASE,
)


def body_of(mention: Mention, grammar: Grammar) -> Mention | None:
    """Give the institution of 'a foreign ministry statement'."""
    name, _, noun = undetermined(mention.text).rpartition(" ")
    if not (grammar.is_institution(name.rpartition(" ")[2]) and grammar.is_official(noun)):
        return None
    return mention._replace(kind="institution", text=name, name=name, definite=True, told=())


def issuer(mention: Mention, grammar: Grammar) -> Mention | None:
    """Give whom words name as who issued a text: 'a statement from the Harbour Board'."""
    words = mention.text.replace("’", "'")
    owned, possessive, rest = words.partition("'s ")
    match = _ISSUED.match(words)
    noun = rest.rpartition(" ")[2] if possessive else match["noun"] if match else ""
    whose = owned if possessive else match["whose"] if match else ""
    if not whose or not grammar.is_official(noun.lower()):
        return None
    found = parse(tokenize(whose, ()), whose, grammar)
    return found if found and found.kind in {"name", "institution", "role"} else None
