"""Counts of those whose fates are told together: "33 dead or missing" tells how many of neither, "609 killed, wounded
and missing" how many casualties."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.readings import Readings
from figures.extraction.groups.chunks import ADVERB, AND, COMMA, NOUN, OPEN, PREP, TRIGGER, VERB

_DEAD: Final = frozenset("dead killed died deaths fatalities drowned perished".split())
_AND: Final = frozenset("and or /".split())
_MISSING: Final = frozenset("missing disappeared disappearances vanished".split())
_BETWEEN: Final = frozenset(
    "went gone forcibly since have has had been are were is was still also reported listed remain remained".split()
)
_WOUNDED: Final = frozenset("wounded injured hurt".split())
_CAPTURED: Final = frozenset(("captured",))
_FATES: Final = {
    **dict.fromkeys(_DEAD, "killed"),
    **dict.fromkeys(_WOUNDED, "injured"),
    **dict.fromkeys(_MISSING, "missing"),
    **dict.fromkeys(_CAPTURED, "detained"),
}
_JOINTS: Final = frozenset((",", "and", "or", "/"))
_LOSING: Final = frozenset("lose loses losing lost".split())
_LINKS: Final = frozenset((VERB, NOUN, PREP, ADVERB, COMMA, TRIGGER, OPEN))
_FAR: Final = 4  # chunks from a count to the fates told of it
_REACH: Final = 5  # tokens between the words of one pair


@cache
def _casualties() -> Trigger:
    """What a count of the killed and the wounded together tells."""
    triggers = categories()["casualties"].triggers
    return next(t for t in triggers if t.words == ("killed", "and", "wounded"))


class Inseparable(Readings):
    """Takes back what was read from such a count, or reads it as casualties."""

    def together(self) -> None:
        """ "609 KILLED, WOUNDED AND MISSING", "lost 690 soldiers, KILLED OR WOUNDED": casualties; of those "killed or
        captured" nobody knows what they are."""
        if _DEAD.isdisjoint(self.words):
            return
        i, stop = self.chunks[0].first, self.chunks[-1].stop
        while i < stop:
            if self.t.words[i] not in _FATES:
                i += 1
                continue
            end, told = self.fates(i, stop)
            if len(told) > 2 or told == {"killed", "injured"} or told == {"killed", "detained"}:
                self.of_all(i, end, told)
            i = max(end, i + 1)

    def fates(self, i: int, stop: int) -> tuple[int, set[str]]:
        """The end of a list of fates that begins at token i, and which: "killed, wounded or missing"."""
        words, first, end = self.t.words, i, i
        told: set[str] = set()
        joined = False
        while i < stop:
            if words[i] in _FATES:
                if told and not joined:
                    break
                told.add(_FATES[words[i]])
                i = end = i + 1
                joined = False
            elif told and words[i] in _JOINTS:
                i, joined = i + 1, True
            else:
                break
        # "killed, wounded 12"
        others = len(told) > 1 and self.numeral(end) and words[first - 1] != "in"
        return end, set() if others else told

    def of_all(self, first: int, stop: int, told: set[str]) -> None:
        """Read the count of those whose fates tokens ``[first, stop)`` tell as casualties, and as nothing else."""
        here = [r for r in self.readings if r.span[0] < stop and first < r.span[1]]
        k = next((k for k, x in enumerate(self.chunks) if x.first <= first < x.stop), 0)
        at = here[0].at if here else self.count_near(k, stop)
        if at < 0:
            return
        both = (at, at - 2) if at > 1 and self.chunks[at - 1].kind == AND else (at,)
        found = [r for i in both for r in self.read.get(i, ())]
        lost = [r for r in found if self.t.words[r.span[0]] in _LOSING]
        if told == {"killed", "injured"} and not lost:
            return  # the category's own words tell it
        ats = {at, *(r.at for r in lost)}
        for r in [*here, *lost]:
            if r in self.readings:
                self.readings.remove(r)
                self.read[r.at].remove(r)
        for i in sorted(ats) if "injured" in told else ():
            self.add(i, k, (first, stop), _casualties())

    def count_near(self, k: int, stop: int) -> int:
        """The chunk of those of whom the fates at chunk k are told, which end at token ``stop``; -1 where none is."""
        after = next((i for i, x in enumerate(self.chunks) if x.first == stop), 0)
        if k and self.t.words[self.chunks[k].first - 1] == "in" and after:
            if self.chunks[after].count is not None:
                return after  # "lost IN killed, wounded and missing 609 MEN"
        for i in range(k - 1, max(-1, k - 1 - _FAR), -1):
            if self.chunks[i].count is not None:
                return i
            if self.chunks[i].kind not in _LINKS:
                return -1
        return -1

    def separate(self) -> None:
        """Drop the readings of counts that two categories share."""
        if _MISSING.isdisjoint(self.words):
            return
        first, stop = self.chunks[0].first, self.chunks[-1].stop
        pairs = [pair for i in range(first, stop) if (pair := self.pair(i, stop))]
        if pairs:
            self.readings = [
                r
                for r in self.readings
                if r.trigger.category not in ("killed", "missing")
                or not any(a < r.span[1] and r.span[0] < b for a, b in pairs)
            ]

    def pair(self, i: int, stop: int) -> tuple[int, int] | None:
        """The tokens of "dead or missing", "missing and dead", "killed or went missing" that begin at i."""
        words = self.t.words
        if words[i] not in _DEAD and words[i] not in _MISSING:
            return None
        k = i + 1
        if k >= stop or words[k] not in _AND:
            return None
        k += 1
        while k < min(stop, i + _REACH) and words[k] in _BETWEEN:
            k += 1
        if k >= stop:
            return None
        other = words[k] in _MISSING if words[i] in _DEAD else words[k] in _DEAD
        counts = k + 1 < stop and (self.numeral(k + 1) or words[k + 1] in ("was", "were"))
        # "among the dead or missing were two clerks"
        among = words[max(0, i - 2) : i] == [
            "among",
            "the",
        ]
        return (i - 1, k + 1) if other and (among or not counts) else None

    def numeral(self, k: int) -> bool:
        """Does a count begin at token k ("killed and missing 12")?"""
        return any(ch.first == k and ch.count is not None for ch in self.chunks)
