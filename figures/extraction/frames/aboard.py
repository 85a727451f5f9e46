"""Those on board a vessel, whom what befalls it befalls: "a boat with 45 people on board went missing"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import ADVERB, COUNT, NOUN, PREP, Chunk
from figures.extraction.words.tokens import Tokens

BOARD: Final = (["aboard"], ["onboard"], ["on", "board"])
_VESSELS: Final = frozenset(
    "boat boats dinghy dinghies vessel vessels ship ships raft rafts inflatable inflatables craft canoe canoes pirogue"
    " pirogues sailboat sailboats skiff skiffs trawler trawlers".split()
)
_STOPPED: Final = frozenset(
    "intercept intercepted intercepting intercepts interdict interdicted interdicts".split()
)
_CARRIES: Final = frozenset("with carrying transporting".split())
# what befalls all on board; who is on a boat that was "hit" may be unhurt
_SHARED: Final = frozenset(("missing", "rescued"))


def on_board(words: list[str]) -> bool:
    """Do the words tell that somebody is on board?

    >>> on_board("with 12 people on board".split()), on_board("the board met".split())
    (True, False)
    """
    return any(words[i : i + len(x)] == x for x in BOARD for i in range(len(words)))


def aboard(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Does the group at chunk j share what the verb at chunk k tells of the vessel that it is on?"""
    if not j or chunks[j].count is None or tokens.words[chunks[j].first - 1] != "with":
        return False
    first = chunks[j].stop
    behind = tokens.words[first : first + 2]
    if not any(behind[: len(x)] == x for x in BOARD):
        return False
    told = {t.category for *_, t in chunks[k].triggers}
    return bool(told) and (told <= _SHARED or _hijacked(chunks[k]))


def _hijacked(chunk: Chunk) -> bool:
    """Is it told that a vessel was hijacked, all on board with it?"""
    return any(t.words[0].startswith("hijack") for *_, t in chunk.triggers)


def aboard_object(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """Those in what the verb at chunk k says was hijacked, rescued or stopped at sea: "hijacked a bus carrying 24
    PUPILS", "rescued three boats with a total of 214 MIGRANTS on board"; one or none."""
    if k + 3 >= len(chunks) or tokens.words[chunks[k + 2].first] not in _CARRIES:
        return []
    vessel = chunks[k + 1]
    j = k + 3 + (chunks[k + 3].kind == ADVERB)  # "a total of"
    told = chunks[j].count if j < len(chunks) else None
    if told is None or told.unit != "person" or told.counted != "number":
        return []
    if vessel.kind == NOUN and _hijacked(chunks[k]):
        return [j]
    if vessel.kind not in (NOUN, COUNT) or not _brought_in(chunks[k]):
        return []
    return [j] if tokens.words[vessel.stop - 1] in _VESSELS else []


def _brought_in(chunk: Chunk) -> bool:
    """Is it told that those in a boat were rescued, or stopped at sea?"""
    return any(t.category == "rescued" or t.words[0] in _STOPPED for *_, t in chunk.triggers)


def aboard_behind(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The group behind the verb at chunk k: "a boat vanished with 80 PEOPLE ABOARD"; as a list of one, or of none."""
    j = k + 2
    here = j < len(chunks) and chunks[k + 1].kind == PREP and aboard(tokens, chunks, j, k)
    return [j] if here else []
