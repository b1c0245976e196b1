"""Names of outlets: which are one, whose service one is, and which words can be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.lexicon import table
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.config import OutletSetting


class Houses:
    """The outlets of a digest, as the editor says they are."""

    def __init__(self, outlets: Sequence[OutletSetting], named: Iterable[str]) -> None:
        """Take down every name.

        Args:
            outlets: what the editor says; this comes before what is known of agencies.
            named: the outlets and origins that front matter names.
        """
        self._names: dict[str, str] = {}
        self._of = {_key(each.name): each.of for each in outlets if each.of}
        self._agencies = {_key(each.name) for each in outlets if each.agency}
        for each in outlets:
            self._note(each.name, (each.name, *each.aliases))
        for name, forms in _WORDS["agencies"].items():
            self._agencies.add(_key(self._note(name, (name, *forms))))
        for name in sorted(named):
            self._note(name, (name,))

    def _note(self, name: str, forms: Iterable[str]) -> str:
        """Let all forms mean what one of them means already, else `name`."""
        keys = [_key(form) for form in forms]
        known = next((self._names[key] for key in keys if key in self._names), name)
        for key in keys:
            self._names.setdefault(key, known)
        return known

    def called(self, name: str) -> str:
        """Give the name that the editor has for an outlet, else the name as it is."""
        return self._names.get(_key(name), name)

    def house(self, name: str) -> str:
        """Give what an outlet counts as: the house that it is a service of, or itself."""
        key, seen = _key(self.called(name)), set[str]()
        while key in self._of and key not in seen:
            seen.add(key)
            key = _key(self.called(self._of[key]))
        return key

    def is_agency(self, name: str) -> bool:
        """Whether its texts are there for others to print."""
        return _key(self.called(name)) in self._agencies

    def is_known(self, name: str) -> bool:
        """Whether words name a known outlet, or a service of one ('Baltwire's Polish Desk')."""
        words = fold(name).split()
        starts = (_key(" ".join(words[:end])) for end in range(1, len(words)))
        is_service = bool(words) and words[-1] in _SERVICES
        return _key(name) in self._names or (
            is_service and any(start in self._names for start in starts)
        )

    def is_outlet(self, name: str) -> bool:
        """Whether words name an outlet: a known one, or by their look."""
        return self.is_known(name) or bool(_LOOKS.search(name))


def _key(name: str) -> str:
    """Give the form in which names are compared."""
    return _AROUND.sub("", _POSSESSIVE.sub("", fold(name))).strip()


_WORDS = table("origins")["names"]
_SERVICES = frozenset(map(fold, _WORDS["services"]))
_AROUND = re.compile(rf"^the |(?: (?:{'|'.join(_WORDS['kinds'])}))+$")
_POSSESSIVE = re.compile(r"'s?(?= |$)")
# 'Harbour News', 'Baltwire', 'baltwire.example'
_LOOKS = re.compile(
    rf"\b(?:{'|'.join(_WORDS['nouns'])})\b|[^\W\d_]{{2}}(?:{'|'.join(_WORDS['endings'])})\b"
    r"|\w\.[a-z]{2,7}$"
)
