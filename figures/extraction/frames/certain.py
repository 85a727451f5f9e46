"""How certain the cases and deaths of a count are: "2,197 deaths (2,079 CONFIRMED and 118 PROBABLE)"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.parts import Parts
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import AND, CLOSE, COMMA, COUNT, OPEN, STOP, Counted

_CERTAINTY: Final = frozenset("confirmed probable suspected possible".split())
_COUNTED: Final = frozenset(("killed", "infected"))
_REACH: Final = 12  # chunks of such a list


class Certain(Parts):
    """Reads the parts of a count that are told by how certain they are."""

    def certain(self) -> None:
        """Every count behind which a bracket or a colon tells so."""
        if len(_CERTAINTY.intersection(self.words)) < 2:
            return
        for whole in [r for r in self.readings if r.trigger.category in _COUNTED]:
            ats = self.graded_list(whole)
            counts = [x for at in ats if (x := self.chunks[at].count) is not None]
            if len(ats) < 2 or not self.fits(whole, counts):
                continue
            for at in ats:
                reading = self.reading_of(at, whole) or self.add(
                    at, whole.by, whole.span, whole.trigger
                )
                if reading is not None:
                    reading.part_of = whole

    def graded_list(self, whole: Reading) -> list[int]:
        """The chunks of the counts listed behind a whole, each with such a word; none where others stand there."""
        k = whole.at + 1
        if k >= len(self.chunks):
            return []
        if self.chunks[k].kind != OPEN and not self.colon(self.chunks[k]):
            return []
        ats: list[int] = []
        for j in range(k + 1, min(len(self.chunks), k + _REACH)):
            chunk = self.chunks[j]
            if chunk.kind in (CLOSE, STOP):
                return ats
            if chunk.kind == COUNT and chunk.count is not None:
                if not self.so_certain(j, chunk.count):
                    return []
                ats.append(j)
            elif chunk.kind not in (COMMA, AND) and self.t.words[chunk.first] not in _CERTAINTY:
                return []
        return []

    def so_certain(self, j: int, counted: Counted) -> bool:
        """Does only a word for how certain it is follow the number at chunk j?"""
        said = counted.reported[1]
        if self.t.words[said : said + 1] == [] or self.t.words[said] not in _CERTAINTY:
            return False
        if counted.head is not None and counted.head == said:
            counted.unit = counted.head = None  # "118 probable": no noun
        return counted.head is None
