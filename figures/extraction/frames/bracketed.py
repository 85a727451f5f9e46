"""Parts that stand in brackets right behind their whole: "655 people (519 men, 108 women and 28 children)"."""

from __future__ import annotations

from figures.extraction.frames.parts import Parts
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import ADVERB, AND, CLOSE, COMMA, COUNT, NOUN, OPEN


class Bracketed(Parts):
    """Reads the counts of a bracket behind a reading."""

    def bracketed(self, whole: Reading) -> None:
        """ "655 people (519 men, 108 women and 28 children)": a bracket right behind the whole holds its parts."""
        k = whole.at + 1
        # "five KILLED (two women)"
        k += k == whole.by or k + 1 == whole.by and self.chunks[k].main is None
        if k >= len(self.chunks) or self.chunks[k].kind != OPEN:
            return
        if self.on_top(k):
            for at in range(k + 2, min(k + 5, len(self.chunks))):
                if self.chunks[at].kind != COUNT:
                    break
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
            elif chunk.kind not in (COMMA, AND, ADVERB, NOUN) and self.t.words[chunk.first] != ";":
                return
        counts = [x for j in ats if (x := self.chunks[j].count) is not None and j not in self.read]
        if counts and len(counts) == len(ats) and self.fits(whole, counts):
            self.add_parts(ats, whole)
