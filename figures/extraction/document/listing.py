"""Lists of places under a line that tells what is counted:

    Deaths by county:
    Lesk: 14
    Orda – 9
    Total: 23

A line that calls itself the total holds the others; places whose total is not told are counted together. Where the
line before counts those of all places, the lines are its parts, and the count may stand first:

    At least 340 people were displaced, as follows:
    - 247 in Lesk
    - 93 in Orda
"""

from __future__ import annotations

from figures.categories import Trigger, categories
from figures.extraction.document.tables import PLACES, TOTAL, Columns
from figures.extraction.frames.framer import Framer
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.topic import Topic
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import (
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    STOP,
    TRIGGER,
    Chunk,
    Counted,
)
from figures.extraction.groups.phrases import recalled, words_and_pairs
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Number

_BULLETS = frozenset("- * •".split())
_WHERE = frozenset(("in", "at", "from"))
_PARTING = frozenset(":-")
_LONGEST = 16  # tokens of the line before the list
_NAME = 5  # tokens of a place's name
_BY = frozenset("by per each every".split())
_RATES = frozenset("rate rates ratio % percent percentage share average mean per".split())


class Lists:
    """Reads the lists of one text, in its order, one line after the other."""

    def __init__(self, tokens: Tokens) -> None:
        self.t = tokens
        self.end()

    def end(self) -> None:
        """The list is over."""
        self.trigger: Trigger | None = None
        self.told: list[Reading] = []
        self.whole: Reading | None = None

    def under(self, sentence: Sentence, readings: list[Reading]) -> None:
        """Take a line that ends in a colon and counts people in one category for the head of a list of its parts."""
        self.end()
        found = [r for r in readings if r.part_of is None and r.counted.value is not None]
        if len(found) == 1 and self.line(sentence):
            self.whole = found[0]
            self.trigger = self.whole.trigger

    def head(self, sentence: Sentence) -> None:
        """Take a line that counts nobody for the head of a list, where it tells what is counted in which places."""
        self.end()
        if (
            not sentence.classes & c.TELLING
            or sentence.stop - sentence.first > _LONGEST
            or not self.line(sentence)
        ):
            return
        words = self.t.words[sentence.first : sentence.stop]
        places = any(map(self.each_place, words, ["", *words]))
        rate = any(w in _RATES and not self.by_place(words, i) for i, w in enumerate(words))
        if (
            not places
            or rate
            or words[-1] != ":"
            and self.t.classes[sentence.stop - 1] & c.PUNCTUATION
        ):
            return
        chunks = chunk(self.t, sentence.first, sentence.stop, [])
        found = Framer(self.t, chunks, Topic()).named_in(0, len(chunks))
        if found is None:
            return
        trigger = found[2]
        if trigger.needs and trigger.needs.isdisjoint(
            words_and_pairs(self.t, sentence.first, sentence.stop)
        ):
            if not recalled(self.t, sentence.first, trigger):
                return
        self.trigger = trigger

    def each_place(self, word: str, before: str) -> bool:
        """Does a word tell of several places: "by COUNTY", "in three COUNTIES"?"""
        if word.endswith("s"):
            return word[:-1] in PLACES or word[:-3] + "y" in PLACES
        return word in PLACES and before in _BY

    def by_place(self, words: list[str], i: int) -> bool:
        """Is "per" said of places: "deaths PER COUNTY"?"""
        return words[i] == "per" and words[i + 1 : i + 2] != [] and words[i + 1] in PLACES

    def line(self, sentence: Sentence) -> bool:
        """Does a sentence begin a line, and the next another?"""
        starts = sentence.first == 0 or sentence.first in self.t.breaks
        return starts and (sentence.stop in self.t.breaks or sentence.stop == len(self.t.words))

    def row(self, sentence: Sentence) -> Columns | None:
        """What a line of the list tells, with its numbers and chunks; None where it is none.

        >>> from figures.extraction import extract
        >>> text = "Deaths by county:\\nLesk: 14\\nOrda: 9\\nTotal: 23"
        >>> [(f.category, f.value, f.part_of is not None) for f in extract(text)]
        [('killed', 14, True), ('killed', 9, True), ('killed', 23, False)]
        """
        if self.trigger is None:
            return None
        numbers, chunks = self.parsed(sentence)
        at = self.counted(chunks, self.trigger)
        at = self.counted_first(chunks, self.trigger) if at < 0 else at
        counted = chunks[at].count if at >= 0 else None
        if counted is None or not self.fits(counted):
            self.end()
            return None
        whole = any(self.t.words[i] in TOTAL for i in range(sentence.first, counted.first))
        counted.adding = bool(self.told) and not whole
        reading = Reading(counted, at, at, self.trigger, counted.reported)
        if self.whole is not None:
            reading.part_of, counted.adding = self.whole, False
            counted.unit = counted.unit or self.whole.counted.unit
            self.told.append(reading)
            return numbers, chunks, [reading]
        for part in self.told if whole else ():
            part.part_of, part.counted.adding = reading, False
        self.told = [] if whole else [*self.told, reading]
        return numbers, chunks, [reading]

    def parsed(self, sentence: Sentence) -> tuple[list[Number], list[Chunk]]:
        numbers: list[Number] = []
        if sentence.stop - sentence.first <= _LONGEST and self.line(sentence):
            if sentence.classes & c.NUMERAL:
                numbers = read_numbers(self.t, sentence.first, sentence.stop)
        counts = [n for n in numbers if n.kind == "count"]
        chunks = chunk(self.t, sentence.first, sentence.stop, numbers) if counts else []
        return numbers, chunks

    def fits(self, counted: Counted) -> bool:
        """Can those counted be some of the whole told before the list, besides those told already?"""
        if self.whole is None:
            return True
        whole, told = self.whole.counted.value or 0, counted.value or counted.low or 0
        return told + sum(r.counted.value or r.counted.low or 0 for r in self.told) <= whole

    def counted_first(self, chunks: list[Chunk], trigger: Trigger) -> int:
        """The chunk of the count in a line of a count and where that was: "- 247 in Lesk"; -1 where it is none."""
        at = 1 if chunks and self.t.words[chunks[0].first] in _BULLETS else 0
        told = chunks[at].count if at + 2 < len(chunks) else None
        if told is None or told.counted != "number":
            return -1
        same = any(t.category == trigger.category for *_, t in chunks[at + 1].triggers)
        where, name, *rest = [*chunks[at + 1 + same :], chunks[at], chunks[at]]
        if self.t.words[where.first] not in _WHERE or name.kind != NOUN:
            return -1
        if not self.t.capital(name.first) or name.stop - name.first > _NAME:
            return -1
        rest = rest[:-2]
        units = categories()[trigger.category].units
        closed = not rest or rest[0].kind in (OPEN, STOP, COMMA)
        return at if closed and told.unit in (None, *units) else -1

    def counted(self, chunks: list[Chunk], trigger: Trigger) -> int:
        """The chunk of the count in a line of a name, a mark and a count; -1 where it is no such line."""
        ats = [k for k, x in enumerate(chunks) if x.kind == COUNT]
        at = ats[0] if len(ats) == 1 else 0
        if not at or not self.ended(chunks[at + 1 :], trigger):
            return -1
        told = chunks[at].count
        first = 1 if self.t.words[chunks[0].first] in _BULLETS else 0
        parted = chunks[at - 1].kind == STOP and self.t.words[chunks[at - 1].first] in _PARTING
        name = chunks[first : at - parted]
        if not parted or not name or any(x.kind not in (NOUN, TRIGGER) for x in name):
            return -1
        if name[-1].stop - name[0].first > _NAME or not self.t.capital(name[0].first):
            return -1
        unit = told.unit if told is not None else None
        return at if unit is None or unit in categories()[trigger.category].units else -1

    def ended(self, rest: list[Chunk], trigger: Trigger) -> bool:
        """Does nothing follow a count but its category's word ("14 DEAD"), or its share in brackets ("140 (12%)")?"""
        if rest and any(t.category == trigger.category for *_, t in rest[0].triggers):
            rest = rest[1:]
        return not rest or rest[0].kind == OPEN and rest[-1].kind == CLOSE
