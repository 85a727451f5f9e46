"""Counts told in the order of what they count: "the number of CASES AND DEATHS was 340 AND 12 RESPECTIVELY"."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.updated import Updated
from figures.extraction.groups.chunks import AND, COMMA, COUNT
from figures.extraction.groups.phrases import find_triggers

_FORMS: Final = frozenset("noun nouns adjective participle past_participle".split())
_BETWEEN: Final = frozenset(
    ", and & the new suspected confirmed probable number of people those".split()
)
_FAR: Final = 40  # tokens from the counts back to what they count
_SEVERAL: Final = range(2, 5)

Word = tuple[int, Trigger]


class Respective(Updated):
    """Gives each of the counts before "respectively" to the word that stands in its place among as many."""

    def in_turn(self) -> None:
        """Read the counts by turns, where the words before them, or behind them, are as many and of several
        categories."""
        at = self.t.words.index("respectively", self.chunks[0].first)
        k = next(k for k, chunk in enumerate(self.chunks) if chunk.stop > at) - 1
        while k > 0 and self.chunks[k].kind == COMMA:
            k -= 1
        behind = self.words_up_to(self.chunks[k].stop) if self.chunks[k].kind != COUNT else []
        if behind:
            first = next(j for j, chunk in enumerate(self.chunks) if chunk.stop > behind[0][0])
            k = max((j for j, _ in self.of_kind[COUNT] if j < first), default=-1)
        ats = self.ending(k)
        if len(ats) not in _SEVERAL:
            return
        told = behind or self.words_up_to(self.chunks[ats[0]].first)
        told = told if behind else told[-len(ats) :]
        if len(told) != len(ats) or len({t.category for _, t in told}) == 1:
            return
        self.readings = [r for r in self.readings if r.at not in ats]
        for at, (i, trigger) in zip(ats, told, strict=True):
            self.read.pop(at, None)
            self.tolled.discard(at)
            by = next(j for j, chunk in enumerate(self.chunks) if chunk.stop > i)
            self.add(at, by, (i, i + 1), trigger)
            self.labelled.add(at)

    def respective(self) -> None:
        """ "Lesk, Orda and Hale recorded 36, 28 AND 23 deaths RESPECTIVELY": the bare counts of a list before one that
        was read."""
        for k, _ in self.of_kind[COUNT]:
            for reading in [r for r in self.read.get(k, ()) if r.part_of is None]:
                j = k
                while j > 1 and self.chunks[j - 1].kind in (COMMA, AND):
                    told = self.chunks[j - 2].count
                    if told is None or told.head is not None or j - 2 in self.read:
                        break
                    j -= 2
                    told.unit = reading.counted.unit
                    self.add(j, reading.by, reading.span, reading.trigger)

    def ending(self, k: int) -> list[int]:
        """The counts that end at chunk k, the last of which alone may have a noun: "12 AND 30 PEOPLE"."""
        ats: list[int] = []
        while k >= 0 and self.chunks[k].kind == COUNT:
            told = self.chunks[k].count
            if told is None or told.counted != "number" or ats and told.head is not None:
                return []
            ats.insert(0, k)
            joint = k - 1
            while joint > 0 and self.chunks[joint].kind in (AND, COMMA):
                joint -= 1
            if joint == k - 1:
                break
            k = joint
        return ats

    def words_up_to(self, stop: int) -> list[Word]:
        """The words of categories before token ``stop`` that are listed beside one another, the last of the sentence's
        clause; behind the last may stand a verb and a date."""
        found: list[Word] = []
        first = max(self.chunks[0].first, stop - _FAR)
        for i in range(stop - 1, first - 1, -1):
            told = [t for _, t in find_triggers(self.t, i, i + 1).get(i, ()) if t.form in _FORMS]
            fits = next((t for t in told if self.apt(t)), None)
            if fits is not None:
                found.insert(0, (i, fits))
            elif found and self.t.words[i] not in _BETWEEN:
                break
        return found
