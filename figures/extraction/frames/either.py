"""Fates of which only one is anybody's: "killed or captured 40", "were injured, abducted or killed"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.frames.governing import Governing
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import AND, COMMA, VERB, Chunk
from figures.extraction.words.tokens import Tokens

# what befalls a person, of which one excludes another
_FATES: Final = frozenset(
    "killed injured detained abducted missing rescued freed casualties".split()
)


class Either(Governing):
    """Asks of verbs whether "or" joins them to others, so that how many befell each is not told."""

    def either(self, chunk: Chunk) -> bool:
        """ "Killed or captured 40": how many were killed is not told."""
        told: dict[int, set[str]] = {}
        for s, _, trigger in chunk.triggers:
            if self.fitting(trigger):
                told.setdefault(s, set()).add(trigger.category)
        firsts = sorted(told)
        return any(
            self.t.words[b - 1] == "or" and told[a] <= _FATES >= told[b] and not told[a] & told[b]
            for a, b in pairwise(firsts)
        )

    def one_of_list(self, k: int) -> bool:
        """ "Killed, injured or kidnapped": a list of fates, one of them anybody's, that ends in "or"."""
        told: list[set[str]] = []
        joint = ""
        i = k
        while i > 1 and self.chunks[i - 1].kind == COMMA and self.chunks[i - 2].kind == VERB:
            i -= 2
        while i < len(self.chunks) and self.chunks[i].kind == VERB and self.chunks[i].triggers:
            told.append({t.category for *_, t in self.chunks[i].triggers if self.fitting(t)})
            words = self.t.words[self.chunks[i].first : self.chunks[i].stop]
            joint = "or" if "or" in words else joint
            i += 1
            while i < len(self.chunks) and self.chunks[i].kind in (COMMA, AND):
                joint = "or" if self.t.words[self.chunks[i].first] == "or" else joint
                i += 1
        fates = [x & _FATES for x in told]
        apart = any(not a & b for a, b in pairwise(fates))
        return len(told) > 1 and joint == "or" and all(fates) and apart


def none_of_them(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> bool:
    """ "Two were shot, but NEITHER DIED": does the verb of a reading tell what befell none of those before it?"""
    first = chunks[reading.by].first
    return reading.by > reading.at and tokens.words[first - 1] == "neither"
