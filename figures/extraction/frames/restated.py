"""Families and people told beside each other before the word that tells of both: "the office lists 90 FAMILIES OR 450
people affected"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.ellipsis import Ellipsis
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import AND

_JOINTS: Final = frozenset(("or", "/"))


class Restated(Ellipsis):
    """Reads the families told right before the people who are they."""

    def families_before(self, again: Reading) -> None:
        """The families of which a reading tells in persons, where its word was laid on the persons alone."""
        k = again.at - 2
        if again.counted.unit != "person" or again.by < again.at or again.restates is not None:
            return
        if k < 0 or self.chunks[k + 1].kind != AND:
            return
        if self.t.words[self.chunks[k + 1].first] not in _JOINTS or k in self.read:
            return
        families = self.chunks[k].count
        if families is None or families.unit != "household":
            return
        if self.add(k, again.by, again.span, again.trigger) is not None:
            again.restates = self.read[k][-1]
