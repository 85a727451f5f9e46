"""Who is told hurt and is dead: one person, or a few, taken to hospital in one report and dead in another.

A report that tells of nobody hurt beside its dead ("found with a gunshot wound … died there") counts them
dead. Where no report of an incident tells of both, the few whom one tells hurt are those whom the others
tell dead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from figures.extraction.tally.toll import tally
from figures.model import Document, Extraction, Figure

FEW = 5  # so many at most are taken for the same people by their number alone


def died_since(told: Iterable[tuple[Document, Sequence[Figure]]]) -> frozenset[str]:
    """The ids of the figures of an incident that count people as hurt who are dead.

    ``told``: each document with its figures of the incident.
    """
    hurt: list[tuple[int | float, list[Figure]]] = []
    dead: int | float = 0
    both = False
    gone: set[str] = set()
    for document, figures in told:
        wounded = [f for f in figures if f.category == "injured" and f.high != 0]
        killed, injured = _tolls(document, figures)
        both |= bool(killed and injured)
        dead = max(dead, killed)
        if not injured and killed:
            gone |= {f.id for f in wounded if (f.value or 0) <= killed}
        elif injured and not killed:
            hurt.append((injured, wounded))
    if not both:
        for injured, wounded in hurt:
            if injured <= min(dead, FEW):
                gone |= {f.id for f in wounded}
    return frozenset(gone)


def _tolls(document: Document, figures: Sequence[Figure]) -> tuple[int | float, int | float]:
    """How many one document tells dead and hurt, the attackers too."""
    here = tuple(
        replace(f, background=None) for f in figures if f.category in ("killed", "injured")
    )
    found = {t.category: t.best + (t.attackers or 0) for t in tally(Extraction(document, here, ()))}
    return found.get("killed", 0), found.get("injured", 0)
