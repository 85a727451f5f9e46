"""All of those told before in the sentence: "a plane with 60 people aboard crashed, killing ALL ON BOARD", "injuring
ALL OF THEM"."""

from __future__ import annotations

from figures.extraction.groups.chunks import Chunk
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
    return _company(chunks, k)


def all_before(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The same before the verb at chunk k ("six people were in it; ALL ABOARD perished"); a list of one, or of none."""
    end = chunks[k].first
    for there in _THERE:
        first = end - len(there) - 1
        if first >= chunks[0].first and tokens.words[first + 1 : end] == there:
            at = _company(chunks, k) if tokens.words[first] in _EVERYONE else None
            return [] if at is None else [at]
    return []


def _company(chunks: list[Chunk], k: int) -> int | None:
    """The nearest group of several people before chunk k, where they are no attackers."""
    for i in range(k - 1, -1, -1):
        told = chunks[i].count
        if told is None or told.high == 0 or told.value == 1:
            continue
        return None if "attacker" in told.groups else i
    return None
