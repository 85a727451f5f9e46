"""Bodies told of without their noun: "seven BODIES were recovered in Lesk, while ANOTHER THREE WERE FOUND in Orda"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.lost import Lost
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import COUNT, VERB

BODIES: Final = frozenset("body bodies corpse corpses remains skeletons cadavers".split())
_FOUND: Final = frozenset(
    "found recovered retrieved discovered pulled brought taken exhumed out up".split()
)
_JOINTS: Final = frozenset((",", ";", "and", "while"))


class Remains(Lost):
    """Reads the counts that go on with bodies."""

    def more_remains(self) -> None:
        """Every count without a noun that is told to be found as the bodies before it were."""
        if BODIES.isdisjoint(self.words) or _FOUND.isdisjoint(self.words):
            return
        before: Reading | None = None
        for k, chunk in self.of_kind[COUNT]:
            counted = chunk.count
            if counted is None:
                continue
            dead = [r for r in self.read.get(k, ()) if r.trigger.category == "killed"]
            if dead and counted.head is not None and self.t.words[counted.head] in BODIES:
                before = dead[0]
            elif counted.unit == "person" or k in self.read:
                before = None  # others are told of since
            elif before is not None and counted.unit is None and self.found(k):
                self.add(k, before.by, before.span, before.trigger)

    def found(self, k: int) -> bool:
        """Does the verb behind chunk k tell that those it counts were found?"""
        verb = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if verb is None or verb.kind != VERB or not verb.passive:
            return False
        joint = self.t.words[self.chunks[k - 1].first]
        if joint not in _JOINTS:
            return False  # "recovered ten bodies AFTER two more were pulled out"
        return self.t.words[verb.stop - 1] in _FOUND
