"""Counts that a text leaves behind: "killed 12, up from nine", "40 dead, previously 12", "not 40 as first reported",
"12 died, not 19"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.asides import is_dash
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.revised import COMPARING, CORRECTED, put_right, set_against
from figures.extraction.frames.thresholds import Thresholds
from figures.extraction.groups.chunks import ADVERB, COMMA, COUNT, NOUN, PREP, STOP, VERB
from figures.extraction.numbers.hedges import change_words
from figures.lexicon import classes as c

# "up from a TOLL of nine"
_COUNTS_BEFORE: Final = frozenset(
    "figure toll count estimate estimates total number tally peak high record".split()
)
_OPENS_CHANGE: Final = frozenset(", ( - a an".split())
_EARLIER: Final = frozenset("earlier previous initial original preliminary".split())
_LEFT: Final = _EARLIER | frozenset("from previously not than instead".split())
_RULING_OUT: Final = (("and", "not"), (",", "not"), ("rather", "than"), ("instead", "of"))
_MAYBE: Final = frozenset("possibly perhaps maybe".split())
_OPEN: Final = frozenset(("up_to", "more_than", "at_least"))
_FAR: Final = 16  # chunks from a count to the one that it is compared with
FIRST: Final = frozenset("first initially previously earlier originally".split())


class Updated(Thresholds):
    """Reads what was counted before, behind what is counted now."""

    def updated(self, whole: Reading) -> None:
        """ "killed 12, up from nine", "40 dead, PREVIOUSLY 12", "12 died, NOT 40 AS FIRST REPORTED": the count left
        behind; "12 died, NOT 19": the one ruled out, which a modifier tells as denied."""
        if _LEFT.isdisjoint(self.words):
            return
        stop = min(len(self.chunks), whole.at + 12)
        for k in range(whole.at + 1, stop):
            chunk = self.chunks[k]
            if chunk.kind == STOP and not is_dash(self.t, chunk):
                return
            if chunk.kind != COUNT or k in self.read:
                continue
            before = self.up_from(k) or self.said_before(k)
            if before or self.ruled_out(k, whole):
                if (told := chunk.count) is not None and told.unit is None:
                    told.unit = whole.counted.unit  # "helped 900 families, up from 600"
                self.add(k, whole.by, whole.span, whole.trigger, superseded=before)
                return

    def before_now(self) -> None:
        """ "The death toll, PREVIOUSLY 38, is now 45": the count left behind, told between a toll and its count."""
        for toll in [r for r in self.readings if r.trigger.shape == "toll"]:
            for k in range(toll.by + 2, toll.at - 1):
                counted = self.chunks[k].count
                if counted is None or k in self.read or counted.unit is not None:
                    continue
                aside = self.t.classes[counted.stop] & c.PUNCTUATION
                if aside and self.t.words[counted.first - 1] in FIRST:
                    self.add(k, toll.by, toll.span, toll.trigger, superseded=True)

    def corrected(self, whole: Reading) -> None:
        """ "Reports of 22 dead were later CORRECTED TO 17": the count that takes the place of one told before."""
        if CORRECTED.isdisjoint(self.words):
            return
        for k in range(whole.at + 1, min(len(self.chunks), whole.at + _FAR)):
            chunk = self.chunks[k]
            if chunk.kind in (STOP, COUNT) and k in self.read:
                return
            counted = chunk.count
            if counted is None or counted.counted != "number" or counted.head is not None:
                continue
            if self.t.words[counted.first - 1] != "to" or counted.of_those:
                return
            if put_right(self.t, self.chunks, whole.at, k):
                counted.unit = whole.counted.unit
                if self.add(k, whole.by, whole.span, whole.trigger) is not None:
                    whole.superseded = True
            return

    def not_but(self, whole: Reading) -> None:
        """ "There are NOT 12 dead BUT NINE": the count that stands against the one denied."""
        if "but" not in self.words or "not" not in self.words:
            return
        at = whole.at
        k = next((k for k in range(at + 1, min(at + 4, self.last)) if self.but(k)), 0)
        told = self.chunks[k + 1].count if k else None
        before = self.t.words[max(0, whole.counted.first - 2) : whole.counted.first]
        if told is None or "not" not in before or k + 1 in self.read or told.head is not None:
            return
        after = self.chunks[k + 2].kind if k + 2 < len(self.chunks) else STOP
        if told.counted == "number" and after in (STOP, COMMA, PREP):
            told.unit = whole.counted.unit
            self.add(k + 1, whole.by, whole.span, whole.trigger)

    def but(self, k: int) -> bool:
        """Is chunk k the word "but"?"""
        return self.t.words[self.chunks[k].first] == "but"

    def at_most(self, whole: Reading) -> None:
        """ "At least 300 died, POSSIBLY AS MANY AS 500", "perhaps more than 500": what they may come to."""
        k = whole.at + 1
        while k < len(self.chunks) and self.chunks[k].kind in (VERB, PREP, NOUN, ADVERB, COMMA):
            k += 1
        counted = self.chunks[k].count if k < len(self.chunks) else None
        if counted is None or k in self.read or counted.qualifier not in _OPEN:
            return
        said = self.t.words[max(0, counted.first - 1) : counted.first + 1]
        if counted.unit is None and counted.head is None and not _MAYBE.isdisjoint(said):
            counted.unit = whole.counted.unit
            reading = self.add(k, whole.by, whole.span, whole.trigger)
            if reading is not None:
                reading.restates = whole

    def compared(self, whole: Reading) -> None:
        """ "650 died in 2023, COMPARED WITH 412 in 2022", "12 deaths AGAINST nine last year": what was counted at
        another time, of the count told last before it."""
        if COMPARING.isdisjoint(self.words):
            return
        for k in range(whole.at + 1, min(len(self.chunks), whole.at + _FAR)):
            chunk = self.chunks[k]
            told = self.read.get(k)
            if chunk.kind == STOP and not is_dash(self.t, chunk):
                return
            if told and any(r.part_of is None for r in told):
                return
            counted = chunk.count
            if counted is None or told or counted.counted != "number" or counted.of_those:
                continue
            if (beside := set_against(self.t, self.chunks, k)) is None:
                return  # "three died; 460 cars were stolen, compared with 63 last year"
            if counted.unit is None and counted.head is None and counted.high != 0:
                counted.unit = whole.counted.unit
                reading = self.add(k, whole.by, whole.span, whole.trigger)
                if reading is not None:
                    reading.beside = beside
            return

    def up_from(self, k: int) -> bool:
        """ "UP FROM nine", "DOWN FROM a total of nine"."""
        if self.chunks[k - 1].kind != PREP:
            return False
        first = self.chunks[k - 1].first
        if self.t.words[first] == "of" and self.t.words[first - 1] in _COUNTS_BEFORE:
            first = next((i for i in range(first, first - 5, -1) if self.t.words[i] == "from"), 0)
        if self.t.words[first] != "from" or self.t.words[first - 1] in ("up", "down"):
            return self.t.words[first] == "from"
        # "4,870, DECREASED FROM 6,561", "a rise from 90", but "fell from 90 to 12"
        opens = self.t.words[first - 2] in _OPENS_CHANGE
        ends = self.t.words[self.chunks[k].stop : self.chunks[k].stop + 1] != ["to"]
        return opens and ends and self.t.words[first - 1] in change_words()

    def said_before(self, k: int) -> bool:
        """ "PREVIOUSLY 12", "NOT 40 AS FIRST REPORTED": is the count at chunk k said to be an earlier one?"""
        counted = self.chunks[k].count
        if counted is None or counted.counted != "number" or counted.unit not in (None, "person"):
            return False
        before = self.t.words[counted.first - 1]
        if before == "of" and counted.unit is None:  # "after AN EARLIER COUNT OF 88"
            earlier, count = self.t.words[max(0, counted.first - 3) : counted.first - 1] or ["", ""]
            return earlier in _EARLIER and count in _COUNTS_BEFORE
        if before == "previously":
            return counted.unit is None
        behind = self.t.words[counted.stop : counted.stop + 2]
        return before == "not" and behind[:1] == ["as"] and behind[1:] != [] and behind[1] in FIRST

    def ruled_out(self, k: int, whole: Reading) -> bool:
        """ "12 died, NOT 19", "RATHER THAN 19": is the count at chunk k told as what it was not?"""
        counted = self.chunks[k].count
        if counted is None or counted.counted != "number" or counted.head is not None:
            return False
        if whole.counted.counted != "number":
            return False
        if any(chunk.kind == COUNT for chunk in self.chunks[whole.at + 1 : k]):
            return False
        return tuple(self.t.words[max(0, counted.first - 2) : counted.first]) in _RULING_OUT
