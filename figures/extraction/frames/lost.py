"""Those of whom nobody survived: "none of the 40 aboard survived", "no survivors among the 40 on board"."""

from __future__ import annotations

from figures.extraction.frames.readings import Readings, opposite
from figures.extraction.groups.chunks import COUNT, PREP

_OF = frozenset("among of from".split())


class Lost(Readings):
    """Reads as dead those of whom none survived."""

    def all_lost(self) -> None:
        """Every "none of so many survived" of the sentence."""
        for reading in list(self.readings):
            none, trigger = reading.counted, reading.trigger
            if none.high != 0 or not trigger.negated:
                continue
            if none.whole is not None and trigger.shape == "noun":
                continue  # "none of the five survivors spoke"
            at = reading.at if none.whole is not None else self.among(reading.at)
            whole = none.whole or (self.chunks[at].count if at else None)
            if whole is None or whole.value is None or whole.value < 2 or whole.high == 0:
                continue
            self.readings.remove(reading)
            self.read[reading.at].remove(reading)
            self.add(at, reading.by, reading.span, opposite(trigger), whole=none.whole is not None)

    def among(self, k: int) -> int:
        """The group of whom there were "no survivors" at chunk k; 0 where none is told."""
        at = k + 2
        while at < min(len(self.chunks), k + 4) and self.chunks[at].kind != COUNT:
            at += 1
        if at >= len(self.chunks) or self.chunks[at].kind != COUNT or at in self.read:
            return 0
        of = self.chunks[k + 1]
        return at if of.kind == PREP and self.t.words[of.first] in _OF else 0
