"""Strategies for texts that look enough like news to reach every rule."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = """
    said says say told tells saying adding accused believes refused to comment declined called asked
    he she it they who which that and but or while as if by of in on at with for not has was will
    the a his other former senior minister spokeswoman officials ministry report committee striker
    Jan Novak Maja Lind Dr. Mr. Mrs. U.S. Moscow Norwegian NTO Kremlin Monday May 2031 60 45,000
    according citing claim plan red quickly However Meanwhile didn’t mayor’s she’s Novaks’
""".split()
_MARKS = [*",.;:?!—–-()[]“”‘’\"'«»„", "''", "``", "…", "\n", "\u00a0", "́", "中"]

TEXTS = st.lists(
    st.sampled_from(_WORDS) | st.sampled_from(_MARKS) | st.text(max_size=5), max_size=60
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))
