"""Parts that stand in brackets right behind their whole: "655 people (519 men, 108 women and 28 children)"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.labels import CASES, Labels
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
)
from figures.lexicon import classes as c

_WHERE: Final = frozenset("in at from near".split())
_SHARE: Final = frozenset("or - / , %".split())  # "(900 people OR 40%)"
_AT_MOST: Final = 400  # chunks of a bracket
_BETWEEN: Final = frozenset((PREP, NOUN, AND, ADVERB, TRIGGER))
_FAR: Final = 8  # chunks from a noun to its count in brackets


class Bracketed(Labels):
    """Reads the counts of a bracket behind a reading."""

    def bracketed(self, whole: Reading) -> None:
        """ "655 people (519 men, 108 women and 28 children)": a bracket right behind the whole holds its parts."""
        k = whole.at + 1
        # "five KILLED (two women)"
        k += k == whole.by or k + 1 == whole.by and self.chunks[k].main is None
        if [x.kind for x in self.chunks[k : k + 3]] == [PREP, NOUN, OPEN]:
            self.scattered(whole, k + 2)  # "3 deaths IN ORDA (one in Hale and two in Lesk)"
            return
        if k >= len(self.chunks) or self.chunks[k].kind != OPEN:
            return
        if self.scattered(whole, k):
            return
        if self.on_top(k):
            for at in range(k + 2, min(k + 5, len(self.chunks))):
                if self.chunks[at].kind != COUNT or at in self.read:
                    break  # "138 (+ 58 MISSING)"
                self.add(at, whole.by, whole.span, whole.trigger)
            return
        units: tuple[str | None, ...] = (whole.counted.unit or "person",)
        if k > whole.at + 1 and whole.counted.unit is None:
            units = ("person", None)
        ats: list[int] = []
        for j in range(k + 1, len(self.chunks)):
            chunk = self.chunks[j]
            if chunk.kind == CLOSE:
                break
            if chunk.kind == COUNT and chunk.count and chunk.count.unit in units:
                ats.append(j)
            elif chunk.kind == RELATIVE and ats:
                if self.counts_before_close(j):
                    return
                break  # "(six men and three women WHOSE NAMES ARE NOT KNOWN)"
            elif chunk.kind not in (COMMA, AND, ADVERB, NOUN) and not self.parts_kinds(j):
                return
        counts = [x for j in ats if (x := self.chunks[j].count) is not None and j not in self.read]
        if counts and len(counts) == len(ats) and self.fits(whole, counts):
            self.add_parts(ats, whole)

    def counts_before_close(self, k: int) -> bool:
        """Does anything count somebody from chunk k on up to the end of its bracket?"""
        for chunk in self.chunks[k:]:
            if chunk.kind == CLOSE:
                return False
            if chunk.kind == COUNT:
                return True
        return True

    def parts_kinds(self, j: int) -> bool:
        """Does chunk j part the kinds of a bracket, or name one: "(suspected: 100; CONFIRMED: 20)"?"""
        word = self.t.words[self.chunks[j].first]
        if word != ":":
            return word == ";" or word in CASES and self.chunks[j].stop == self.chunks[j].first + 1
        last = self.chunks[j].first - 1
        return self.t.words[last] in CASES or bool(self.t.classes[last] & c.PERSON)

    def scattered(self, whole: Reading, k: int) -> bool:
        """ "8 (ONE IN HALE; TWO IN LESK; and five in Orda)": does the bracket at chunk k share it out by place?"""
        ats: list[int] = []
        j = k + 1
        for _ in range(_AT_MOST):
            if j + 2 >= len(self.chunks) or self.chunks[j].kind != COUNT:
                return False
            told = self.chunks[j].count
            if told is None or told.head is not None or told.counted != "number":
                return False
            if self.t.words[self.chunks[j + 1].first] not in _WHERE:
                return False
            ats.append(j)
            j += 2
            while j < len(self.chunks) and self.chunks[j].kind in (NOUN, COMMA, AND, STOP):
                j += 1
            if j < len(self.chunks) and self.chunks[j].kind == CLOSE:
                break
        counts = [x for at in ats if (x := self.chunks[at].count) is not None]
        if len(ats) < 2 or not self.fits(whole, counts):
            return False
        for told in counts:
            told.unit = whole.counted.unit  # "900 families (450 IN HALE and 450 in Lesk)"
        for at in ats:
            reading = self.reading_of(at, whole) or self.add(
                at, whole.by, whole.span, whole.trigger
            )
            if reading is not None:
                reading.part_of = whole
        return True

    def behind_plurals(self) -> None:
        """ "IDPs in camps (900 PEOPLE OR 40%)": how many those are whom a noun names without a count."""
        for k, chunk in self.of_kind[TRIGGER]:
            found = next((x for x in chunk.triggers if x[2].form == "nouns"), None)
            if found is None:
                continue
            j = k + 1
            while j < min(len(self.chunks), k + _FAR) and self.chunks[j].kind in _BETWEEN:
                j += 1
            if j + 2 >= len(self.chunks) or self.chunks[j].kind != OPEN or j + 1 in self.read:
                continue
            told, after = self.chunks[j + 1].count, self.chunks[j + 2]
            if told is None or told.counted != "number" or told.of_those:
                continue
            if told.unit not in ("person", "household"):
                continue
            if after.kind == CLOSE or self.t.words[after.first] in _SHARE:
                self.add(j + 1, k, found[:2], found[2])
