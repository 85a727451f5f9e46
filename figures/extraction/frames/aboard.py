"""Those on board a vessel, whom what befalls it befalls: "a boat with 45 people on board went missing"."""

from __future__ import annotations

from figures.extraction.groups.chunks import PREP, Chunk
from figures.extraction.words.tokens import Tokens

_ABOARD = frozenset(("aboard", "onboard"))
# what befalls all on board; who is on a boat that was "hit" may be unhurt
_SHARED = frozenset(("missing", "rescued"))


def aboard(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Does the group at chunk j share what the verb at chunk k tells of the vessel that it is on?"""
    if not j or chunks[j].count is None or tokens.words[chunks[j].first - 1] != "with":
        return False
    first = chunks[j].stop
    if tokens.words[first] not in _ABOARD and tokens.words[first : first + 2] != ["on", "board"]:
        return False
    told = {t.category for *_, t in chunks[k].triggers}
    return bool(told) and told <= _SHARED


def aboard_behind(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The group behind the verb at chunk k: "a boat vanished with 80 PEOPLE ABOARD"; as a list of one, or of none."""
    j = k + 2
    here = j < len(chunks) and chunks[k + 1].kind == PREP and aboard(tokens, chunks, j, k)
    return [j] if here else []
