"""Those of whom nobody survived: "none of the 40 aboard survived", "no survivors among the 40 on board", "a
boat with 40 aboard sank; there were no survivors"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.located import Located
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.turned import opposite
from figures.extraction.groups.chunks import AND, COMMA, COUNT, PREP

_ABOARD: Final = frozenset(("aboard", "onboard"))
_WITH: Final = frozenset("with carrying carried".split())
_OPENS: Final = frozenset((";", "and", ","))
_THERE: Final = (("there", "were"), ("there", "are"))
_OF: Final = frozenset("among of from".split())


class Lost(Located):
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
            if not at and (those := self.on_board(reading)):
                self.forget(reading)
                self.add_all(those, reading.by, reading.span, opposite(trigger))
                continue
            if whole is None or whole.value is None or whole.value < 2 or whole.high == 0:
                continue
            self.forget(reading)
            self.add(at, reading.by, reading.span, opposite(trigger), whole=none.whole is not None)
            for more in self.joined_to(at):
                self.add(more, reading.by, reading.span, opposite(trigger))

    def joined_to(self, at: int) -> list[int]:
        """The groups behind the one at chunk ``at``: "none of the six crew OR 22 PASSENGERS survived"."""
        ats: list[int] = []
        k = at + 1
        while k + 1 < len(self.chunks) and self.chunks[k].kind in (AND, COMMA):
            told = self.chunks[k + 1].count
            if told is None or told.counted != "number" or k + 1 in self.read:
                break
            ats.append(k + 1)
            k += 2
        return ats

    def forget(self, none: Reading) -> None:
        self.readings.remove(none)
        self.read[none.at].remove(none)
        if not self.read[none.at]:
            del self.read[none.at]

    def on_board(self, none: Reading) -> list[int]:
        """Those told before: "a plane with 40 PEOPLE ABOARD crashed; there were no survivors", "…, leaving none", "…;
        none survived"."""
        start, words = self.chunks[none.at].first, self.t.words
        opens = words[start - 1] in _OPENS and none.trigger.shape == "intransitive"
        if not opens and words[start - 1] != "leaving":
            if tuple(words[start - 2 : start]) not in _THERE:
                return []
        for i in range(none.at - 1, 0, -1):
            if (told := self.chunks[i].count) is None:
                continue
            two = i > 2 and self.chunks[i - 1].kind == AND and self.chunks[i - 2].count is not None
            those = [i - 2, i] if two else [i]  # "12 passengers and two crew"
            first, after = self.chunks[those[0]].first, self.chunks[i].stop
            people = told.unit in (None, "person") and told.counted == "number"
            if not people or (told.low or 0) < 2 or any(x in self.read for x in those):
                return []
            aboard = words[after] in _ABOARD or words[after : after + 2] == ["on", "board"]
            return those if aboard or words[first - 1] in _WITH and told.unit == "person" else []
        return []

    def among(self, k: int) -> int:
        """The group of whom there were "no survivors" at chunk k; 0 where none is told."""
        at = k + 2
        while at < min(len(self.chunks), k + 4) and self.chunks[at].kind != COUNT:
            at += 1
        if at >= len(self.chunks) or self.chunks[at].kind != COUNT or at in self.read:
            return 0
        of = self.chunks[k + 1]
        return at if of.kind == PREP and self.t.words[of.first] in _OF else 0
