"""What a count without a noun counts: that of the count before it, where the sentence goes on with more of those
("damaged 880 homes and placed ANOTHER 967 at risk") or tells some of them ("OF THE 345 HOUSEHOLDS, 210 are hosted")."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.groups.chunks import AND, COMMA, Chunk, Counted
from figures.extraction.words.tokens import Tokens

_REACH: Final = 12  # chunks back to the count whose noun is left out
_WHERE: Final = frozenset("in to at from with".split())
_OPENING: Final = 5  # chunks in which a sentence opens with those of whom it tells some


def noun_left_out(
    tokens: Tokens, chunks: list[Chunk], at: int, counted: Counted, trigger: Trigger
) -> str | None:
    """The unit of the count at chunk ``at``, which has no noun of its own, where the count before tells it.

    >>> from figures.extraction import extract
    >>> [f.unit for f in extract("The storm damaged 880 homes and left another 60 without power.")]
    ['building', 'building']
    >>> [f.unit for f in extract("Of the 345 households, 210 are hosted by relatives.")]
    ['household']
    >>> [f.unit for f in extract("Some 900 families fled to Lesk, 400 to Hale and 120 to Orda.")]
    ['household', 'household', 'household']
    """
    units = categories()[trigger.category].units
    if counted.adding and "dwelling" in units and trigger.shape == "adjective":
        return "building" if _before(chunks, at) == "building" else None
    if "household" not in units:
        return None
    if tokens.words[chunks[0].first] == "of":
        first = next((x.count for x in chunks[:_OPENING] if x.count is not None), None)
        return "household" if first is not None and first.unit == "household" else None
    more = counted.adding or _elsewhere(tokens, chunks, at)
    return "household" if more and _before(chunks, at) == "household" else None


def _elsewhere(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """Is a count joined to the one before it, and told by nothing but where they are: "900 families fled to Lesk, 400
    TO HALE"?"""
    told = chunks[at].count
    if told is None or told.head is not None or at < 2 or chunks[at - 1].kind not in (AND, COMMA):
        return False
    return chunks[at].stop < len(tokens.words) and tokens.words[chunks[at].stop] in _WHERE


def _before(chunks: list[Chunk], at: int) -> str | None:
    """What the last people or homes counted before chunk ``at`` are; None where a comma may part them from others."""
    for k in range(at - 1, max(-1, at - _REACH), -1):
        told = chunks[k].count
        if told is not None and told.unit in ("person", "household", "building"):
            return told.unit
    return None
