"""The frozen type of a verb that reports; `verbs` and `stances` find it in a text."""

from __future__ import annotations

from dataclasses import dataclass

_CLAUSE = frozenset({"say", "tell", "think"})

Match = tuple[int, "CueVerb"]  # the last token of a cue and its verb


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that reports.

    Attributes:
        lemma: the dictionary form.
        kind: `say`, `tell`, `think`, `judge`, `commit` or `see`; cues.toml explains them.
        weak: an attribution only with a quotation or 'that' behind it.
        gives: whether it ends with a noun that names the position: 'voiced concern'.
        firm: what behind a weak one makes it an attribution as well; see `firmness`.
        closes: whether it may follow what it reports without being a verb of speech:
            '“We will win,” vowed the mayor', 'Rates will rise, analysts believe'.
    """

    lemma: str
    kind: str
    weak: bool
    gives: bool = False
    firm: frozenset[str] = frozenset()
    closes: bool = False

    @property
    def takes_clause(self) -> bool:
        """Whether its content may stand before it or behind 'that'."""
        return self.kind in _CLAUSE

    @property
    def tells(self) -> bool:
        """Whether somebody addressed may stand behind it."""
        return self.kind == "tell"

    @property
    def inverts(self) -> bool:
        """Whether the speaker may follow it: '…,' said the mayor."""
        return self.kind in {"say", "tell"}

    @property
    def follows(self) -> bool:
        """Whether what it reports may stand before it."""
        return self.inverts or self.closes
