"""Stock or flow: are the people counted in a state now, or did they come into it?"""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import Chunk
from figures.extraction.words.tokens import Tokens

_STATES: Final = frozenset(
    "injured displaced refugees homeless sheltered affected hungry missing trapped detained abducted infected".split()
)
_NOW: Final = frozenset("are is remain remains remained still currently now active".split())
_IN_CARE: Final = frozenset(
    "hospital hospitals hospitalised hospitalized clinic treated intensive".split()
)
_NEW: Final = frozenset("newly new".split())
_COMING: Final = frozenset(
    "fled flee flees fleeing crossed crossing arrived arriving arrive entered entering reached streamed poured"
    " pouring streaming left escaped escaping taken took take seized went became fell made leave leaves leaving"
    " forced forcing".split()
)
_HELD: Final = frozenset("held detained kept imprisoned jailed housed sheltered hosted".split())
# Categories whose verbs without an object tell a state: "face hunger", "need aid", "shelter in schools"
_LASTING: Final = frozenset(("hungry", "affected", "sheltered"))
_MOVES: Final = frozenset("displacements arrivals departures returns evictions".split())
_BREAKS: Final = frozenset(";:")  # beyond which others are spoken of
_AROUND: Final = 5  # tokens before the count or the trigger, and after it


def stock_or_flow(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> str | None:
    """ "stock" (are so now) or "flow" (became so), for states people are in; None elsewhere.

    >>> from figures.extraction import extract
    >>> [f.stock_or_flow for f in extract("Ten people are missing and nine families fled.")]
    ['stock', 'flow']
    >>> [f.stock_or_flow for f in extract("Fifty people were injured; 34 are in hospital.")]
    [None, 'stock']
    """
    trigger, counted = reading.trigger, reading.counted
    if trigger.stock_or_flow:
        return trigger.stock_or_flow
    if trigger.category not in _STATES:
        return None
    words, by = tokens.words, chunks[reading.by]
    lo, hi = min(by.first, counted.first), max(by.stop, counted.stop)
    first = max(chunks[0].first, lo - _AROUND)
    last = min(chunks[-1].stop, hi + _AROUND)
    if trigger.category == "injured" and _IN_CARE.isdisjoint(words[first:last]):
        return None  # most
    first = max((k + 1 for k in range(first, lo) if words[k] in _BREAKS), default=first)
    last = min((k for k in range(hi, last) if words[k] in _BREAKS), default=last)
    around = frozenset(words[first:last])
    if trigger.category == "injured":
        return "stock" if around & _IN_CARE and around & _NOW else None
    inside = frozenset(words[by.first : by.stop] + words[counted.first : counted.stop])
    if inside & _NEW:
        return "flow"
    if trigger.shape == "toll":
        # "the number of DISPLACEMENTS reached 900"
        became = trigger.category == "infected" or not _MOVES.isdisjoint(words[by.first : by.stop])
        return "flow" if became else "stock"
    if "still" in around or {"remain", "remains", "remained"} & inside:
        return "stock"
    if trigger.shape in ("noun", "adjective"):
        if trigger.category == "infected":
            return "stock" if inside & _NOW else "flow"
        coming = frozenset(words[first : counted.first] + words[counted.stop : hi + 2])
        return "flow" if coming & _COMING or by.have else "stock"
    if trigger.shape == "intransitive" and trigger.category in _LASTING and not by.have:
        return "flow" if inside & _COMING or trigger.form.startswith("past") else "stock"
    if trigger.shape == "passive" and by.passive and {"are", "is"} & inside:
        return "stock" if "being" not in inside or inside & _HELD else "flow"
    return "flow"
