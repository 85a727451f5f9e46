"""How far houses were ruined or people hurt, told by a word alone: "622 houses fully destroyed and 1,626 PARTIALLY",
"six houses got FULLY and 25 partially damaged", "three were SERIOUSLY and nine slightly hurt"."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import Trigger, trigger_table
from figures.extraction.frames.breakdown import Breakdown
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    STOP,
    VERB,
)
from figures.lexicon import load_words

_WHOLLY: Final = frozenset("fully completely totally entirely".split())
_PARTLY: Final = frozenset("partially partly".split())
WOUNDS: Final = frozenset("injuries wounds burns".split())
_HURT: Final = (
    load_words("modifiers", "degrees")
    | load_words("modifiers", "lightly")
    | {"minor", "slight", "light"}
)
DEGREES: Final = _WHOLLY | _PARTLY | {word for word in _HURT if word.endswith("ly")}
_ENDS: Final = frozenset((AND, COMMA, STOP, CLOSE))
_ALONG: Final = frozenset(("with", "as"))  # the last words of "along with", "as well as"
_UNITS: Final = frozenset((None, "building", "household", "person"))
_GRADED: Final = ("buildings", "injured")
_NEAR: Final = 8  # chunks between two such counts


@cache
def _graded(trigger: Trigger, word: str) -> Trigger:
    """What a trigger's verb tells with such a word: "PARTIALLY destroyed" is damaged."""
    same = [
        t
        for t in trigger_table().get(trigger.words[0], ())
        if t.words == trigger.words and t.shape == trigger.shape and t.category.startswith(_GRADED)
    ]
    told = [t for t in same if word in t.adverb] or [t for t in same if not t.adverb]
    return told[0] if told else trigger


class Degrees(Breakdown):
    """Reads the counts of houses and of the hurt behind which only such a word stands."""

    def by_degree(self) -> None:
        """Every such count, by the verb told of the houses or the hurt next to it."""
        for k, chunk in self.of_kind[COUNT]:
            told = chunk.count
            if told is None or told.counted != "number" or told.unit not in _UNITS:
                continue
            word = self.degree(k)
            if not word or (beside := self.graded_beside(k)) is None:
                continue
            if k in self.read:
                for r in self.read[k]:  # "53 were COMPLETELY and 150 partially destroyed"
                    if r.span == beside.span:
                        r.trigger = _graded(r.trigger, word)
                continue
            new = self.add(k, beside.by, beside.span, _graded(beside.trigger, word))
            if new is not None and beside.part_of is not None:
                new.part_of = beside.part_of

    def within_bracket(self) -> None:
        """ "1,600 houses were damaged (1,200 HOUSES FULLY DESTROYED and 400 in part)": so many of those."""
        for whole in [r for r in self.readings if r.trigger.category == "buildings_damaged"]:
            k = max(whole.at, whole.by) + 1
            if k >= len(self.chunks) or self.chunks[k].kind != OPEN:
                continue
            near = range(k, len(self.chunks))
            end = next((i for i in near if self.chunks[i].kind == CLOSE), 0)
            inside = [r for r in self.readings if k < r.at < end and r.part_of is None]
            houses = all(r.trigger.category.startswith("buildings") for r in inside)
            if houses and inside and self.fits(whole, [r.counted for r in inside]):
                for r in inside:
                    r.part_of = whole

    def alongside(self) -> None:
        """ "300 houses damaged, ALONG WITH six bridges, 12 schools and a clinic": more buildings behind the verb."""
        for r in [r for r in self.readings if r.trigger.category.startswith("buildings")]:
            k = max(r.at, r.by) + 1
            k += k < len(self.chunks) and self.chunks[k].kind == COMMA
            if k >= len(self.chunks) or self.chunks[k].kind != AND:
                continue
            if self.t.words[self.chunks[k].stop - 1] not in _ALONG:
                continue
            ats: list[int] = []
            while k + 1 < len(self.chunks) and self.chunks[k].kind in (AND, COMMA):
                told = self.chunks[k + 1].count
                if told is not None and told.unit == "building":
                    ats.append(k + 1)
                k += 2 if ats[-1:] == [k + 1] else 1
            if k < len(self.chunks) and self.chunks[k].kind == VERB:
                continue  # "…, along with six bridges, 12 schools WERE shut"
            for at in ats:
                if at not in self.read:
                    self.add(at, r.by, r.span, r.trigger)

    def degree(self, k: int) -> str:
        """The word for how far, where nothing else but a verb's auxiliary stands behind the count at chunk k."""
        words, j = self.t.words, k + 1
        if self.led_by_degree(k):  # "damaged (FULLY - 34, PARTIALLY 210)"
            return words[self.chunks[k - 1 - (self.chunks[k - 1].kind == STOP)].stop - 1]
        bare = j < len(self.chunks) and self.chunks[j].kind == VERB and self.chunks[j].main is None
        if bare and words[self.chunks[j].stop - 1] not in DEGREES:
            j += 1  # "53 WERE, so far, …"
        if j + 1 >= len(self.chunks):
            return ""
        said, after = self.chunks[j], self.chunks[j + 1]
        last = words[said.stop - 1]
        return (
            last if said.kind in (ADVERB, VERB) and last in DEGREES and after.kind in _ENDS else ""
        )

    def led_by_degree(self, k: int) -> bool:
        """Does such a word open an item before the count at chunk k: "(TOTALLY 812; PARTIALLY - 3,700)"?"""
        at = k - 1 - (k > 1 and self.chunks[k - 1].kind == STOP)
        if at < 1 or self.t.words[self.chunks[at].stop - 1] not in DEGREES:
            return False
        bare = self.chunks[at].stop - self.chunks[at].first == 1
        return bare and (at < k - 1 or self.chunks[at - 1].kind in (OPEN, COMMA, STOP, AND))

    def graded_beside(self, k: int) -> Reading | None:
        """The reading of houses or of the hurt next to the count at chunk k, with a word for how far."""
        near = [
            r
            for r in self.readings
            if r.at != k and abs(r.at - k) <= _NEAR and r.trigger.category.startswith(_GRADED)
        ]
        if not self.led_by_degree(k):
            words = self.t.words
            near = [r for r in near if not DEGREES.isdisjoint(words[r.counted.stop : r.span[1]])]
        return min(near, key=lambda r: abs(r.at - k), default=None)

    def by_wounds(self) -> None:
        """ "Five suffered SERIOUS and nine minor injuries", "five suffered serious injuries and nine MINOR ONES"."""
        words = self.t.words
        for r in [r for r in self.readings if words[r.span[1] - 1] in WOUNDS]:
            k = r.by if r.by > r.at else r.at - 2
            if k < 1 or k + 3 >= len(self.chunks) or self.chunks[k + 1].kind not in (AND, COMMA):
                continue
            said, then, after = self.chunks[k], self.chunks[k + 2], self.chunks[k + 3]
            if r.by > r.at and then.count is not None and words[then.stop - 1] in _HURT:
                if after.kind in _ENDS or after.kind == NOUN and words[after.stop - 1] == "ones":
                    then.count.unit = then.count.head = None  # no "minor" is counted
                    self.add(k + 2, r.by, r.span, r.trigger)
            elif r.by == r.at and words[said.stop - 1] in _HURT and said.kind == NOUN and k > 1:
                first = k - 2
                if self.chunks[first].count is not None and self.chunks[k - 1].kind == VERB:
                    self.add(first, r.by, r.span, r.trigger)
