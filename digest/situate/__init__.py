"""Days and events: 'on Monday', 'last week', 'the summit in Minsk', and which they are.

`days` works out the days that a text names, `events` what it reports, with
`places` to tell where. Who said something on a day is not decided here; see
`attribute`.
"""

from __future__ import annotations

from digest.situate.days import moments
from digest.situate.events import events

__all__ = ["events", "moments"]
