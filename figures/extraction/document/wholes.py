"""The counts told before, or soon after, of which one may be a part, or on top of which it may come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from figures.extraction.document.shares import graded, size
from figures.extraction.document.told import Told
from figures.extraction.words.tokens import Tokens

MOST_NEAR: Final = 50  # figures looked at, so that a text of many thousands stays quick
AFTER: Final = 2  # sentences on in which a part finds its whole
_NEAR: Final = 8  # sentences back in which "of them" finds its whole


def all_wholes(earlier: list[Told]) -> Iterator[Told]:
    """The counts told before that are no parts, nor left behind, the nearest first."""
    near = reversed(earlier[-MOST_NEAR:])
    return (e for e in near if e.part_of is None and e.status != "superseded")


def happened(t: Told, earlier: list[Told]) -> Iterator[Told]:
    """Those of them on top of which others come: none that is feared, or may be, for another sentence, and no attacker
    who died by his own hand."""
    for e in all_wholes(earlier):
        if e.reading.trigger.shape == "suicide":
            continue
        if e.status != "feared" and (e.index == t.index or e.status != "hypothetical"):
            yield e


def wholes(t: Told, earlier: list[Told]) -> Iterator[Told]:
    return (e for e in all_wholes(earlier) if t.index - e.index <= _NEAR)


def whole_after(told: list[Told], n: int, beside: bool = False) -> str | None:
    """The id of the next count of the category where it is larger and soon told, or ``beside``, in the sentence."""
    t = told[n]
    whole = next((e for e in told[n + 1 : n + MOST_NEAR] if e.category == t.category), None)
    if whole is None or size(whole) <= size(t) or whole.counted.adding:
        return None
    if whole.reading.span == t.reading.span:
        return None  # "nine of the missing are patients and 24 are staff"
    return whole.id if 1 - beside <= whole.index - t.index <= AFTER else None


def is_rest(tokens: Tokens, earlier: list[Told], t: Told) -> bool:
    """ "Four were hurt. One of the victims died. THREE OTHERS are in hospital": with the part just told, the whole;
    "eight had moderate injuries and 17 MORE MINOR INJURIES": how badly others of it were hurt."""
    part = earlier[-1]
    whole = next((e for e in all_wholes(earlier) if e.id == part.part_of), None)
    if whole is None or t.counted.counted != "number":
        return False
    both, total = size(part) + size(t), size(whole)
    if both == total or _listed_on(tokens, whole, part, earlier, t):
        return True
    hurt = t.category == "injured" and part.index == t.index and both < total
    return hurt and graded(tokens, part) and graded(tokens, t, adding=True)


def _listed_on(tokens: Tokens, whole: Told, part: Told, earlier: list[Told], t: Told) -> bool:
    """ "Of those hurt, 152 were hit in Lesk. THIRTY-TWO OTHERS fell": more of the whole with which the sentence before
    opens, where that holds them too?"""
    if tokens.words[part.sentence.first] != "of" or t.index - part.index != 1:
        return False
    told = sum(size(e) for e in earlier[-MOST_NEAR:] if e.part_of == whole.id)
    return told + size(t) <= size(whole)
