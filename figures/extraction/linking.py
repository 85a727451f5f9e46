"""Parts and additions: inside a sentence from the frames, across sentences from "of them", "another"."""

from __future__ import annotations

from figures.extraction.modifiers.status import status_of
from figures.extraction.told import Told, evidence_of
from figures.extraction.words.tokens import Tokens

_MOST_NEAR = 50  # figures looked at, so that a text of many thousands stays quick
_OTHERS = frozenset(("other", "others"))
_NEAR = 3  # sentences back in which "of them" finds its whole


def link(tokens: Tokens, told: list[Told]) -> None:
    """Parts and additions: inside a sentence from the frames, across sentences from "of them", "another"."""
    by_reading = {id(t.reading): t for t in told}
    before: dict[tuple[str, bool], list[Told]] = {}  # of one category and incident, in order
    for n, t in enumerate(told):
        key = (t.category, t.background is None)
        earlier = before.setdefault(key, [])
        if n and told[n - 1].counted.high != 0:
            last = told[n - 1]
            before.setdefault((last.category, last.background is None), []).append(last)
        status = status_of(tokens, t.chunks, t.reading)
        if t.reading.absent == "unknown":
            t.status = "not_known"
        elif t.reading.absent is None and status is not None and t.counted.high != 0:
            t.status = status[0]
            t.evidence.append(
                evidence_of(tokens, "status", status[1], status[2], status[3], status[0])
            )
        same = t.reading.restates
        if same is not None and id(same) in by_reading:
            t.restates = by_reading[id(same)].id
        whole = t.reading.part_of
        if whole is not None and id(whole) in by_reading:
            t.part_of = by_reading[id(whole)].id
        if t.part_of is not None:
            continue
        if t.counted.of_those:
            near = (e for e in reversed(earlier[-_MOST_NEAR:]) if t.index - e.index <= _NEAR)
            fits = (e.id for e in near if e.part_of is None and _size(e) >= _size(t))
            t.part_of = next(fits, None)
        elif t.counted.adding and not (n and _elided(told[n - 1], t)):
            if earlier:
                wholes = (e.id for e in reversed(earlier[-_MOST_NEAR:]) if e.part_of is None)
                t.adds_to = next(wholes, earlier[-1].id)
            elif not _OTHERS.intersection(tokens.words[t.counted.first : t.counted.stop]):
                # "three more deaths, … the toll is now 600": the total may come after
                later = [e for e in told[n + 1 : n + _MOST_NEAR] if e.category == t.category]
                t.adds_to = next((e.id for e in later if _size(e) > _size(t)), None)


def _elided(before: Told, told: Told) -> bool:
    """ "Killed 12 and injured 20 more": more than those of the other category, no addition."""
    joined = before.index == told.index and before.category != told.category
    return joined and not before.counted.adding


def _size(told: Told) -> int | float:
    return told.counted.value or told.counted.low or 0
