"""People told by their noun, and more of them by where they are: "900 IDPS ARE IN LESK, 300 ARE IN ORDA"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.readings import Reading
from figures.extraction.frames.wholes import Wholes
from figures.extraction.groups.chunks import AND, CLAUSE, COMMA, COUNT, PREP, VERB

_MOVED: Final = frozenset("displaced refugees sheltered".split())
_FAR: Final = 40  # chunks from those told by their noun to the last of the others


class Located(Wholes):
    """Reads the bare counts behind those told by a noun, where each is only said to be somewhere."""

    def elsewhere(self, first: Reading) -> None:
        """The others of those whom a noun tells, each joined by a comma, "and" or "while"."""
        if first.by != first.at or first.trigger.category not in _MOVED:
            return
        stop = min(len(self.chunks), first.at + _FAR)
        verb = next((k for k in range(first.at + 1, stop) if self.chunks[k].kind == VERB), 0)
        if not verb or not self.are_in(verb):
            return
        for k, chunk in self.of_kind[COUNT]:
            if not verb < k < stop - 2 or k in self.read or not self.bare(k):
                continue
            before = self.chunks[k - 1]
            while_ = before.kind == CLAUSE and self.t.words[before.first] == "while"
            joined = before.kind in (COMMA, AND) or while_
            if chunk.count is not None and joined and self.are_in(k + 1):
                self.add(k, first.by, first.span, first.trigger)

    def are_in(self, k: int) -> bool:
        """Is chunk k a form of "be" alone, with where behind it?"""
        verb, after = self.chunks[k], self.chunks[min(k + 1, len(self.chunks) - 1)]
        here = after.kind == PREP and self.t.words[after.first] in ("in", "at", "with", "on")
        return verb.kind == VERB and verb.main is None and not verb.triggers and here
