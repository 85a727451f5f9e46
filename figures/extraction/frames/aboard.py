"""Those on board a vessel, whom what befalls it befalls: "a boat with 45 people on board went missing"."""

from __future__ import annotations

from figures.extraction.groups.chunks import NOUN, PREP, Chunk
from figures.extraction.words.tokens import Tokens

_ABOARD = frozenset(("aboard", "onboard"))
_CARRIES = frozenset("with carrying transporting".split())
# what befalls all on board; who is on a boat that was "hit" may be unhurt
_SHARED = frozenset(("missing", "rescued"))


def aboard(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Does the group at chunk j share what the verb at chunk k tells of the vessel that it is on?"""
    if not j or chunks[j].count is None or tokens.words[chunks[j].first - 1] != "with":
        return False
    first = chunks[j].stop
    behind = tokens.words[first : first + 2]
    if _ABOARD.isdisjoint(behind[:1]) and behind != ["on", "board"]:
        return False
    told = {t.category for *_, t in chunks[k].triggers}
    return bool(told) and (told <= _SHARED or _hijacked(chunks[k]))


def _hijacked(chunk: Chunk) -> bool:
    """Is it told that a vessel was hijacked, all on board with it?"""
    return any(t.words[0].startswith("hijack") for *_, t in chunk.triggers)


def aboard_object(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """Those in what the verb at chunk k says was hijacked: "hijacked a bus carrying 24 PUPILS"; one or none."""
    if k + 3 >= len(chunks) or chunks[k + 1].kind != NOUN or not _hijacked(chunks[k]):
        return []
    told = chunks[k + 3].count
    carries = tokens.words[chunks[k + 2].first] in _CARRIES
    return [k + 3] if carries and told is not None and told.unit == "person" else []


def aboard_behind(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The group behind the verb at chunk k: "a boat vanished with 80 PEOPLE ABOARD"; as a list of one, or of none."""
    j = k + 2
    here = j < len(chunks) and chunks[k + 1].kind == PREP and aboard(tokens, chunks, j, k)
    return [j] if here else []
