"""Days and events: 'on Monday', 'last week', 'the summit in Minsk', and which they are.

`days` works out the days that a text names. What it reports is `events`:
`namings` finds where a text names an event, with `places` to tell where, and
`occasions` puts together what they agree on; `openings` and `reports` find which
articles report the same, named or not, with `clusters`, and `unnamed` titles
what they do not name. Who said something on a day is not decided here; see
`attribute`.
"""

from __future__ import annotations

from digest.situate.days import moments
from digest.situate.events import events

__all__ = ["events", "moments"]
