"""All of those told before in the sentence: "a plane with 60 people aboard crashed, killing ALL ON BOARD", "injuring
ALL OF THEM"."""

from __future__ import annotations

from figures.extraction.groups.chunks import STOP, Chunk
from figures.extraction.words.tokens import Tokens

_EVERYONE = frozenset("all everyone everybody".split())
_THERE = (["on", "board"], ["aboard"], ["onboard"], ["inside"], ["of", "them"])


def all_told(tokens: Tokens, chunks: list[Chunk], k: int) -> int | None:
    """The chunk of those for whom "all of them" or "everyone on board" stands behind the verb at chunk k, or None."""
    first = chunks[k].stop
    if first >= chunks[-1].stop or tokens.words[first] not in _EVERYONE:
        return None
    if not any(tokens.words[first + 1 : first + 1 + len(x)] == x for x in _THERE):
        return None
    for i in range(k - 1, -1, -1):
        if chunks[i].kind == STOP:
            return None
        told = chunks[i].count
        if told is None or told.high == 0 or told.value == 1:
            continue
        return None if "attacker" in told.groups else i
    return None
