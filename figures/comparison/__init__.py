"""Comparison: which reports speak of one incident, what they claim, and how the claims relate.

    documents, figures → copies → accounts → links → incidents → claims → relations → tolls → findings

Every step is a pure function; the result depends on the set of documents alone, not on their order nor
on when each was added. `compare` composes them.
"""

from figures.comparison.stages import compare

__all__ = ["compare"]
