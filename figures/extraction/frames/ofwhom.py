"""Shares of the count before: "40 died, OF WHOM 12 WERE CHILDREN", "900 cases were told of, OF WHICH 30 were fatal"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.degrees import DEGREES
from figures.extraction.frames.members import Members
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    OPEN,
    RELATIVE,
    STOP,
    VERB,
    Chunk,
    Counted,
)
from figures.lexicon import load_words

_ENDING: Final = frozenset((AND, CLOSE, COMMA, STOP))
_HOW_BADLY: Final = DEGREES | load_words("modifiers", "degrees")


class OfWhom(Members):
    """Reads the counts of a relative clause with "of whom" or "of which"."""

    def of_whom(self) -> None:
        """ "Forty died, OF WHOM 12 WERE CHILDREN and nine women": shares of the count right before."""
        for k, chunk in self.of_kind[RELATIVE]:
            if k < 2 or self.t.words[chunk.first] not in ("whom", "which"):
                continue
            if self.t.words[self.chunks[k - 1].first] != "of":
                continue
            told = [r for r in self.readings if r.at < k and r.absent is None]
            whole = max(told, key=lambda r: (r.at, r.part_of is None), default=None)
            if whole is not None and whole.at == whole.by and self.told_alone(whole.at, k - 1):
                pass  # "900 cases were reported, of which 12 were …"
            elif whole is None or any(
                x.kind == COUNT
                or x.kind == VERB
                and x.finite
                and x.main != self.chunks[whole.by].main
                for x in self.unbracketed(whole.at + 1, k - 1)
            ):
                continue
            for at in self.so_badly(k + 1) or self.shares_from(k + 1) or self.placed_from(k + 1):
                counted = self.chunks[at].count
                if at in self.read or counted is None:
                    break
                if not self.fits(whole, [counted]):
                    if (other := self.joined_before(whole, counted)) is None:
                        break
                    whole = other
                reading = self.add(at, whole.by, whole.span, whole.trigger)
                if reading is not None:
                    reading.part_of = whole
                    self.of_kind_told(at)

    def so_badly(self, j: int) -> list[int]:
        """The count at chunk j, where nothing but how badly stands behind it: "of which 12 TOTALLY"."""
        kinds = [x.kind for x in self.chunks[j : j + 3]]
        if kinds[:2] != [COUNT, ADVERB] or kinds[-1] not in _ENDING:
            return []
        how = self.t.words[self.chunks[j + 1].first : self.chunks[j + 1].stop]
        return [j] if len(how) == 1 and how[0] in _HOW_BADLY else []

    def joined_before(self, last: Reading, some: Counted) -> Reading | None:
        """ "1,190 CASES and 38 deaths had been counted, of which 560 were …": the count joined to the last, where only
        that can hold so many."""
        if last.at < 2 or self.chunks[last.at - 1].kind != AND:
            return None
        found = self.read.get(last.at - 2, ())
        return next((r for r in found if r.part_of is None and self.fits(r, [some])), None)

    def unbracketed(self, first: int, stop: int) -> list[Chunk]:
        """The chunks ``[first, stop)`` but those in brackets: "900 cases (840 CONFIRMED) were seen, of which"."""
        found: list[Chunk] = []
        depth = 0
        for chunk in self.chunks[first:stop]:
            depth += (chunk.kind == OPEN) - (chunk.kind == CLOSE)
            if not depth and chunk.kind != CLOSE:
                found.append(chunk)
        return found

    def told_alone(self, first: int, stop: int) -> bool:
        """Does one verb alone, that tells of the count at chunk ``first``, stand between it and chunk ``stop``?"""
        between = self.unbracketed(first + 1, stop)
        verbs = [x for x in between if x.kind == VERB]
        return len(verbs) == 1 and verbs[0].passive and all(x.kind != COUNT for x in between)
