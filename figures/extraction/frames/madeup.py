"""What a count is made up of in other categories: "88 cases, including three deaths", "970 casualties: 340 dead"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.degrees import Degrees
from figures.extraction.frames.parts import REACH
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import CLOSE, COMMA, OPEN, STOP

_MADE_UP: Final = frozenset(("casualties", "infected"))
_FATES: Final = frozenset("killed injured missing detained".split())


class MadeUp(Degrees):
    """Makes counts of other categories the parts of a whole."""

    def included(self) -> None:
        """ "88 cases, including three deaths": a part that is told in another category."""
        for reading in self.readings:
            k = reading.at - 1
            word = self.t.words[self.chunks[k].first]
            if reading.part_of or k < 1 or word not in ("including", "with"):
                continue
            before = [r for r in self.readings if r.at < k and r.absent is None and not r.part_of]
            before = [r for r in before if not self.bracket_closed(r.at, k)]
            # "15 more cases, including five deaths", but no part of "12 hurt and three more killed"
            before = [r for r in before if not r.counted.adding or r.trigger.category == "infected"]
            whole = max(before, key=lambda r: r.at, default=None)
            if word == "with" and whole is not None:
                # "four were hurt with TWO CLERKS sustaining burns"
                told = reading.counted
                if (
                    told.adding
                    or told.head is None
                    or any(x.kind == STOP for x in self.chunks[whole.at : k])
                    or "followed" in self.words  # "35 deaths, FOLLOWED by Orda with 21 deaths"
                    or whole.trigger.category != reading.trigger.category
                ):
                    continue
            if whole is not None and self.fits(whole, [reading.counted]):
                reading.part_of = whole

    def made_up(self) -> None:
        """ "970 casualties: 340 killed and 630 hurt": the dead, the hurt and others who together are the casualties, or
        are said to be some of them."""
        for whole in self.readings:
            if whole.trigger.category in _MADE_UP:
                self.in_brackets(whole)
            if whole.trigger.category != "casualties" or whole.counted.value is None:
                continue
            behind = (r for r in self.readings if r.at > whole.at and r.part_of is None)
            after = sorted(behind, key=lambda r: r.at)[: len(_FATES)]
            if not after or after[0].at - whole.at > REACH:
                continue
            said = self.t.words[self.chunks[after[0].at - 1].first] == "including"
            for n in range(len(after), 1, -1):
                if self.makes_up(whole.counted.value, after[:n], said):
                    for reading in after[:n]:
                        reading.part_of = whole
                    break

    def in_brackets(self, whole: Reading) -> None:
        """ "88 casualties (12 DEAD)", "88 cases (TWO DEATHS)": of one fate alone, in a bracket right behind it."""
        if [x.kind for x in self.chunks[whole.at + 1 : whole.at + 2]] != [OPEN]:
            return
        rest = range(whole.at + 2, len(self.chunks))
        close = next((k for k in rest if self.chunks[k].kind == CLOSE), 0)
        inside = [r for r in self.readings if whole.at < r.at < close]
        if len(inside) == 1 and inside[0].part_of is None and inside[0].counted.high != 0:
            if inside[0].trigger.category in _FATES and self.fits(whole, [inside[0].counted]):
                inside[0].part_of = whole

    def makes_up(self, whole: int | float, told: list[Reading], said: bool) -> bool:
        """Do these tell of different fates, of as many people as the whole (where ``said``, at most so many)?"""
        kinds = [r.trigger.category for r in told]
        counts = [r.counted.value for r in told if r.counted.value is not None]
        if len(set(kinds)) < len(kinds) or not _FATES.issuperset(kinds) or "killed" not in kinds:
            return False
        if len(counts) < len(told):
            return False
        some = said and "detained" not in kinds  # "…, including 12 dead, and 13 were arrested"
        return sum(counts) == whole or some and sum(counts) < whole

    def bracket_closed(self, at: int, k: int) -> bool:
        """Does the bracket in which chunk ``at`` stands close before chunk k?"""
        return self.chunks[k - 1 - (self.chunks[k - 1].kind == COMMA)].kind == CLOSE and all(
            x.kind != OPEN for x in self.chunks[at:k]
        )
