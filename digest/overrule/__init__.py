"""What the editor decided otherwise: lines of `digest.yml` in the place of what was understood.

A line finds its paragraph by words of the text, so it holds through rebuilds and
through edits elsewhere. One that finds none, or more than one, or contradicts
another, does nothing and is told as a notice: the pages are still true without
it, so `digest build` makes them, but an editor's decision is not in force, so
`digest check` fails.

`speakers` carries out the lines that say who speaks, before anything is compared;
`decisions` reads those that fold, split, pin and move, `families` and `places`
carry them out; `texts` finds the paragraphs.
"""

from digest.overrule.decisions import Decisions, decide, in_force
from digest.overrule.families import FOLDED, Refolded, apart, refold
from digest.overrule.places import MOVED, move
from digest.overrule.speakers import RULE, Overruled, overrule

__all__ = [
    "FOLDED",
    "MOVED",
    "RULE",
    "Decisions",
    "Overruled",
    "Refolded",
    "apart",
    "decide",
    "in_force",
    "move",
    "overrule",
    "refold",
]
