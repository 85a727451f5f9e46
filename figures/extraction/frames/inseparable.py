"""Counts of the dead and the missing together: "33 dead or missing" tells how many of neither."""

from __future__ import annotations

from figures.extraction.frames.readings import Readings

_DEAD = frozenset("dead killed died deaths fatalities drowned perished".split())
_AND = frozenset("and or /".split())
_MISSING = frozenset("missing disappeared disappearances vanished".split())
_BETWEEN = frozenset(
    "went gone forcibly since have has had been are were is was still also reported listed remain remained".split()
)
_REACH = 5  # tokens between the words of one pair


class Inseparable(Readings):
    """Takes back what was read from such a count."""

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
        among = words[max(0, i - 2) : i] == [
            "among",
            "the",
        ]  # "among the dead or missing were two clerks"
        return (i - 1, k + 1) if other and (among or not counts) else None

    def numeral(self, k: int) -> bool:
        """Does a count begin at token k ("killed and missing 12")?"""
        return any(ch.first == k and ch.count is not None for ch in self.chunks)
