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

as may the lines under a count with a label, in the box of an article:

    Deaths: at least 340
    247 in Lesk, 80 in Orda
    13 in Hale and Benn
"""

from __future__ import annotations

from typing import Final

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

_BULLETS: Final = frozenset("- * •".split())
_WHERE: Final = frozenset(("in", "at", "from"))
_PARTING: Final = frozenset(":-")
_LONGEST: Final = 16  # tokens of the line before the list
_LABEL: Final = 4  # tokens of a label and its colon
_NAME: Final = 5  # tokens of a place's name
_BY: Final = frozenset("by per each every".split())
_RATES: Final = frozenset("rate rates ratio % percent percentage share average mean per".split())


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
        self.left: int | float = 0  # of the whole, of whom no line has told yet
        self.labelled = False  # does a label and a count head it: "Deaths: 34"?

    def under(self, sentence: Sentence, readings: list[Reading]) -> None:
        """Take a line that ends in a colon, or is a label and a count, for the head of a list of its parts."""
        self.end()
        words = self.t.words
        self.labelled = words[sentence.stop - 1] != ":"
        if self.labelled and ":" not in words[sentence.first + 1 : sentence.first + _LABEL]:
            return
        found = [r for r in readings if r.part_of is None and r.counted.value is not None]
        if len(found) == 1 and self.line(sentence):
            if self.labelled and self.placed(found[0].counted.stop, sentence.stop):
                return  # "Deaths: 12 IN LESK", and the next line's 4 in Orda are others
            self.whole = found[0]
            self.trigger = self.whole.trigger
            self.left = self.whole.counted.value or 0

    def placed(self, first: int, stop: int) -> bool:
        """Is a place of its own told of the count that ends at token ``first``?"""
        words = self.t.words
        for k in range(first, stop - 1):
            the = words[k + 1] == "the" and k + 2 < stop
            if words[k] in _WHERE and self.t.capital(k + 1 + the):
                return True
        return False

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
        at = -1 if self.labelled else self.counted(chunks, self.trigger)
        if at < 0:  # no "Missing: 7" is a part of the dead
            return self.parts(numbers, chunks, self.trigger)
        counted = chunks[at].count
        if counted is None or not self.fits(counted):
            self.end()
            return None
        whole = any(self.t.words[i] in TOTAL for i in range(sentence.first, counted.first))
        counted.adding = bool(self.told) and not whole
        reading = Reading(counted, at, at, self.trigger, counted.reported)
        if self.whole is not None:
            reading.part_of, counted.adding = self.whole, False
            counted.unit = counted.unit or self.whole.counted.unit
            self.take(reading)
            return numbers, chunks, [reading]
        if not whole:
            self.take(reading)
            return numbers, chunks, [reading]
        for part in self.told:
            part.part_of, part.counted.adding = reading, False
        self.told = []
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
        return self.whole is None or (counted.value or counted.low or 0) <= self.left

    def take(self, reading: Reading) -> None:
        """Let a reading be one of those of the list."""
        self.told.append(reading)
        self.left -= reading.counted.value or reading.counted.low or 0

    def parts(self, numbers: list[Number], chunks: list[Chunk], trigger: Trigger) -> Columns | None:
        """What a line tells whose counts stand before their places: "- 247 in Lesk", "80 in Orda, 13 in Hale"."""
        found: list[Reading] = []
        at = 1 if chunks and self.t.words[chunks[0].first] in _BULLETS else 0
        while (after := self.counted_first(chunks, at, trigger)) > at:
            counted = chunks[at].count
            if counted is None or not self.fits(counted):
                break
            counted.adding = bool(self.told) and self.whole is None
            if self.whole is not None:
                counted.unit = counted.unit or self.whole.counted.unit
            reading = Reading(counted, at, at, trigger, counted.reported, part_of=self.whole)
            self.take(reading)
            found.append(reading)
            at = after
        if found:
            return numbers, chunks, found
        self.end()
        return None

    def counted_first(self, chunks: list[Chunk], at: int, trigger: Trigger) -> int:
        """The chunk behind a count and the place it is of, or a comma after them; -1 where nothing like it stands at
        ``at``."""
        told = chunks[at].count if at + 2 < len(chunks) else None
        if told is None or told.counted != "number":
            return -1
        units = categories()[trigger.category].units
        if told.unit is not None and told.unit not in units:
            return -1
        where = at + 1 + any(t.category == trigger.category for *_, t in chunks[at + 1].triggers)
        if self.t.words[chunks[where].first] not in _WHERE:
            return -1
        stop = self.place(chunks, where + 1)
        if stop < 0 or stop < len(chunks) and chunks[stop].kind not in (OPEN, STOP, COMMA, COUNT):
            return -1
        return stop + (stop < len(chunks) and chunks[stop].kind == COMMA)

    def place(self, chunks: list[Chunk], at: int) -> int:
        """The chunk behind the name of a place, or of two ("Lesk and Orda"); -1 where none stands at ``at``."""
        words = self.t.words
        first = chunks[at].first + (words[chunks[at].first] == "the") if at < len(chunks) else 0
        while at < len(chunks) and self.t.capital(first):
            name, *rest = chunks[at : at + 3]
            if name.kind != NOUN or name.stop - first > _NAME:
                break
            if len(rest) < 2 or words[rest[0].first] not in ("of", "and") or rest[1].kind != NOUN:
                return at + 1
            at += 2
            first = chunks[at].first + (words[chunks[at].first] == "the")
        return -1

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
