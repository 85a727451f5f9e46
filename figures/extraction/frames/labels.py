"""Labelled counts, as tables and bulletins have them: "Houses destroyed: 146", "Killed - 12; injured - 33",
"| Deaths | 187 total |", "Killed (1,200), injured (33)", "Killed = 12"."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.asides import is_dash
from figures.extraction.frames.governing import LOST
from figures.extraction.frames.noun_frames import NounFrames
from figures.extraction.frames.objects import own_clause
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.lexicon import classes as c

_IN_LABEL: Final = frozenset((NOUN, TRIGGER, VERB, ADVERB, PREP, AND, OPEN, CLOSE))
_FORMS: Final = frozenset(("adjective", "noun", "nouns", "participle", "past_participle"))
_KINDS: Final = frozenset("total overall direct indirect confirmed reported estimated".split())
_IN_TOTAL: Final = frozenset({("in", "total"), ("in", "all")})
_MARKS: Final = frozenset(":=")
_TAGS: Final = frozenset(
    "tags tag tagged topics topic categories category keywords related archives".split()
)
_PARTICIPLES: Final = frozenset("found hit lost sent".split())
_LISTED: Final = frozenset(("person", "building"))
_ANYBODY: Final = frozenset(("person", "elided"))
_NOTES: Final = 10  # a smaller number in brackets alone may be a note's mark
CASES: Final = frozenset("suspected confirmed probable male female males females".split())
_HARMED: Final = frozenset("killed injured missing".split())
_HAVE_A_FATE: Final = frozenset("abducted detained casualties".split())
_LONGEST: Final = 8  # chunks of a label
_UNITS: Final = ((c.PERSON, "person"), (c.HOUSEHOLD, "household"), (c.BUILDING, "building"))


Found = tuple[int, tuple[int, int], Trigger]


class Labels(NounFrames):
    """Reads a bare count by the label before it."""

    def label(self, j: int) -> None:
        """The count at chunk j, where all that stands before it up to a joint is a label with a category's word."""
        count = self.chunks[j].count
        if count is None or count.adding or j in self.read:
            return
        kind = self.kind_of_count(j)
        more = kind or count.unit in _LISTED and not own_clause(self.t, self.chunks, j)
        listed = self.chunks[j - 1].kind in (COMMA, AND) and self.behind_label(j - 2)
        if count.unit is not None and not (kind or self.with_noun(j) or more and listed):
            return
        if more and listed:
            before = self.read[j - 2][0]  # "Deaths: 3 direct, 2 indirect", "Dead: 2 guards, A COOK"
            self.labels(j, before.by, before.span, before.trigger)  # "Razed: 9 homes, 4 HUTS"
            return
        bracketed = self.bracketed_count(j)
        behind = j + 1 + bracketed
        if behind < len(self.chunks) and self.tells_how(behind):
            behind += 1  # "Deaths: 7 CONFIRMED, 3 missing"
        after = self.chunks[behind].kind if behind < len(self.chunks) else STOP
        slash = after == AND and self.t.words[self.chunks[behind].first] == "/"
        if (slash or after in (NOUN, TRIGGER, VERB)) and self.next_label(behind + slash):
            after = STOP
        joined = after in (COMMA, AND, STOP, OPEN)
        if joined and self.in_series(j) and (named := self.named_in(j - 1, j)) is not None:
            self.labels(j, *named)
            return
        told_of = after in (PREP, ADVERB) and self.parted(j - 1)
        # "Killed: 12 PEOPLE in Hale"
        told_of = told_of and (count.unit is None or self.with_noun(j))
        noun = kind or count.unit is not None
        if after not in (STOP, COMMA, OPEN, CLOSE) and not (
            (noun or bracketed) and after == AND or told_of
        ):
            if tuple(self.t.words[count.stop : count.stop + 2]) not in _IN_TOTAL:
                return
        marked = bracketed or self.parted(j - 1)
        stop = j - 1 if marked else j
        first = stop
        while first > 0 and stop - first < _LONGEST and self.in_label(first - 1):
            first -= 1
        if first == stop or first and not (marked and self.joint(first - 1)):
            return
        if not marked and not (after in (STOP, OPEN) and self.fragment(first, stop)):
            return
        if any(
            ch.kind == VERB and self.predicate(i)
            for i, ch in enumerate(self.chunks[:stop])
            if i >= first
        ):
            return
        found = self.named_in(first, stop)
        if found is None and count.unit == "building":
            found = self.of_units(first, stop, {"building"})  # "Destroyed: 12 HOUSES"
        if found is not None and not (bracketed and self.maybe_a_tag(j, found[2])):
            if count.unit is None:
                units = self.units(first, stop)
                if units == {"household"} or marked and found[2].counts and units == {"building"}:
                    count.unit = next(iter(units))  # "FAMILIES displaced: 900", "SCHOOLS hit: 12"
            self.labels(j, *found)
            if after == OPEN:
                self.kinds_within(behind)
            if told_of:
                self.under_label(j, found)

    def behind_label(self, j: int) -> bool:
        """Was the count at chunk j read by a label, or by the word before a colon: "Dead: TWO GUARDS, a cook"?"""
        colon = j > 0 and j in self.read and self.t.words[self.chunks[j - 1].first] == ":"
        return j in self.labelled or colon

    def with_noun(self, j: int) -> bool:
        """Does a mark part a label from a count with its noun: "Fatalities: 12 PEOPLE", "Lost: 40 HUTS"?"""
        count = self.chunks[j].count
        counted = count is not None and count.counted == "number" and not count.of_those
        return counted and self.parted(j - 1)

    def bracketed_count(self, j: int) -> bool:
        """Does the count at chunk j stand in brackets of its own: "Killed (1,200)"?"""
        if j > 1 and self.chunks[j - 2].count is not None:
            return False  # "Ana Ruiz (79)"
        around = self.chunks[j - 1 : j + 2 : 2] if j > 1 else []
        opens = self.t.words[self.chunks[0].first]
        return [chunk.kind for chunk in around] == [OPEN, CLOSE] and opens not in _TAGS

    def maybe_a_tag(self, j: int, trigger: Trigger) -> bool:
        """May a number in brackets count the pages under a tag ("Kidnapping (34)"), or be a year or a note's mark?"""
        count = self.chunks[j].count
        if count is None or count.value is None:
            return True
        if trigger.form in ("noun", "nouns") and not self.bracket_pairs:
            return True
        year = len(self.t.words[count.reported[0]]) == 4 and 1800 <= count.value <= 2100
        alone = self.chunks[j - 2].first == self.chunks[0].first and j + 2 >= len(self.chunks)
        return year or alone and count.value < _NOTES

    @cached_property
    def bracket_pairs(self) -> bool:
        """Do nothing but labels of the dead, the hurt or the missing with a number in brackets each make up the
        sentence: "Fatalities (12), injuries (33)"?"""
        kinds: set[str] = set()
        k, end = 0, len(self.chunks)
        while k + 3 < end and [x.kind for x in self.chunks[k + 1 : k + 4]] == [OPEN, COUNT, CLOSE]:
            kinds.update(t.category for *_, t in self.chunks[k].triggers)
            if _HARMED.isdisjoint(t.category for *_, t in self.chunks[k].triggers):
                return False
            k += 4
            while k < end and self.chunks[k].kind in (COMMA, AND, STOP):
                k += 1
        return k >= end and len(kinds & _HARMED) > 1

    def next_label(self, k: int) -> bool:
        """Does another label with its count begin at chunk k, with nothing before it: "Dead: 12 HURT: 30"?"""
        stop = min(k + _LONGEST, len(self.chunks) - 1)
        while k < stop and self.in_label(k):
            k += 1
        return k < stop and self.parted(k) and self.chunks[k + 1].kind == COUNT

    def in_label(self, k: int) -> bool:
        """May chunk k stand in a label: "Deaths SO far: 12"?"""
        kind, first = self.chunks[k].kind, self.chunks[k].first
        so_far = kind == CLAUSE and self.t.words[first : first + 2] == ["so", "far"]
        return kind in _IN_LABEL or so_far or self.to_date(k)

    def to_date(self, k: int) -> bool:
        """Is chunk k no verb but the time up to now: "Deaths TO DATE: 12"?"""
        first = self.chunks[k].first
        return self.t.words[first : first + 2] == ["to", "date"]

    def under_label(self, j: int, found: Found) -> None:
        """The counts that follow under the label of chunk j: "Injuries: 71 to guards, AND 27 TO clerks"."""
        for i in range(j + 1, len(self.chunks)):
            chunk, before = self.chunks[i], self.chunks[i - 1]
            if chunk.kind == VERB and chunk.finite or chunk.kind == TRIGGER:
                return
            listed = before.kind in (AND, COMMA) or self.t.words[before.first] == ";"
            if chunk.kind == COUNT and chunk.count is not None and listed:
                if chunk.count.unit is None and not own_clause(self.t, self.chunks, i):
                    self.labels(i, *found)

    def in_series(self, j: int) -> bool:
        """Is the count at chunk j one of a series that makes up the sentence from its start: "Dead 12, hurt 33 and
        missing three"?"""
        k, pairs = j, 0
        while k > 0:
            word = self.chunks[k - 1]
            one = word.triggers and word.stop - word.first == 1
            if self.chunks[k].kind != COUNT or not one:
                return False
            total = k == 2 and self.t.words[self.chunks[0].first] == "total"
            if k == 1 or total or self.chunks[k - 2].kind == STOP:
                return pairs > 0 or self.chunks[min(j + 3, len(self.chunks) - 1)].kind == COUNT
            if self.chunks[k - 2].kind not in (COMMA, AND):
                return False
            k, pairs = k - 3, pairs + 1
            if self.chunks[k].kind == CLOSE:  # "Total cases 1,245 (+12), deaths 45"
                k = next((i - 1 for i in range(k, -1, -1) if self.chunks[i].kind == OPEN), 0)
        return False

    def labels(self, j: int, by: int, span: tuple[int, int], trigger: Trigger) -> None:
        """Read the count at chunk j by a label's word."""
        count = self.chunks[j].count
        assert count is not None
        if self.kind_of_count(j):
            count.head = count.unit = None
        if self.add(j, by, span, trigger) is not None:
            self.labelled.add(j)

    def kind_of_count(self, j: int) -> bool:
        """Does one word behind the number tell what kind of count it is, and no noun: "187 total", "3 direct"?"""
        count = self.chunks[j].count
        assert count is not None
        return (
            count.head == count.stop - 1 == count.reported[1] and self.t.words[count.head] in _KINDS
        )

    def tells_how(self, k: int) -> bool:
        """Is chunk k one word that tells what kind of count the one before it is, and no verb of anybody?"""
        chunk = self.chunks[k]
        return chunk.stop - chunk.first == 1 and self.t.words[chunk.first] in _KINDS

    def parted(self, k: int) -> bool:
        """A colon, a dash or the bar of a table's row of two cells between label and count."""
        if k < 1 or self.chunks[k].kind != STOP:
            return False
        word = self.t.words[self.chunks[k].first]
        return (
            word in _MARKS or word == "|" and self.pair_of_cells or is_dash(self.t, self.chunks[k])
        )

    @cached_property
    def pair_of_cells(self) -> bool:
        """Is the sentence a row of two cells: "| Deaths | 187 total |"?"""
        words = self.t.words[self.chunks[0].first : self.chunks[-1].stop]
        cells = [[*cell] for bar, cell in groupby(words, key="|".__eq__) if not bar]
        return len(cells) == 2

    def joint(self, k: int) -> bool:
        """What one label may follow: the comma or "and" after another count, a semicolon, a bullet."""
        kind = self.chunks[k].kind
        if kind == COUNT:
            return k in self.labelled
        return kind == STOP or kind in (COMMA, AND) and self.chunks[k - 1].kind in (COUNT, CLOSE)

    def predicate(self, k: int) -> bool:
        """Does a verb group say something, rather than name what is counted ("destroyed", "housing")?"""
        chunk = self.chunks[k]
        if self.to_date(k) or chunk.passive and not chunk.have and self.bare_passive(chunk):
            return False
        if chunk.passive or chunk.have or chunk.modal or chunk.negated or chunk.to:
            return True
        if chunk.main is None:
            return True
        word = self.t.words[chunk.main]
        return not (chunk.triggers or word.endswith("ed") or word in _PARTICIPLES)

    def kinds_within(self, k: int) -> None:
        """Take for people the counts of a bracket told by their kind alone: "Deaths: 12 (8 DIRECT, 4 INDIRECT)"."""
        for j in range(k + 1, min(k + _LONGEST, len(self.chunks))):
            told = self.chunks[j].count
            if self.chunks[j].kind == CLOSE:
                return
            if told is None:
                continue
            before = self.chunks[j].first - 1
            colon = self.t.words[before] == ":"
            before -= colon
            if self.kind_of_count(j):
                told.head, told.unit = None, "person"
            elif told.unit is None and (
                self.t.words[before] in CASES or colon and self.t.classes[before] & c.PERSON
            ):
                told.unit = "person"  # "(SUSPECTED 8, CONFIRMED 4)"

    def bare_passive(self, chunk: Chunk) -> bool:
        """ "People BEING helped: 900", "People TO BE helped: 900": a passive that names what is counted."""
        words = self.t.words[chunk.first : chunk.first + 2]
        return bool(chunk.triggers) and (words[0] == "being" or words == ["to", "be"])

    def fragment(self, first: int, stop: int) -> bool:
        """Without a mark, a label has a word for a total, its noun before the category's word, or that word alone."""
        words = self.t.words[self.chunks[first].first : self.chunks[stop - 1].stop]
        if not first and stop == 1 == len(words) and self.chunks[2:3]:
            nouns = any(t.form == "nouns" for *_, t in self.chunks[0].triggers)
            # "Deaths 1,739 (…)"
            return nouns and self.chunks[2].kind == OPEN and not self.year(stop)
        return "total" in words or any(self.unit_of(i) == "building" for i in range(first, stop))

    def year(self, j: int) -> bool:
        """May the count at chunk j be a year: "Deaths 2019 (per month)"?"""
        count = self.chunks[j].count
        first = self.chunks[j].first if count is None else count.reported[0]
        return len(self.t.words[first]) == 4 and self.t.words[first].isdecimal()

    def unit_of(self, k: int) -> str | None:
        """The unit of a noun in chunk k."""
        for i in range(self.chunks[k].stop - 1, self.chunks[k].first - 1, -1):
            for bits, unit in _UNITS:
                if self.t.classes[i] & bits:
                    return unit
        return None

    def units(self, first: int, stop: int) -> set[str]:
        """The units of the nouns of chunks ``[first, stop)``, no verb's phrase: "Served OUTSIDE CENTRES: 900"."""
        long = [any(e > s + 1 for s, e, _ in x.triggers) for x in self.chunks[first:stop]]
        nouns = (
            k for k in range(first, stop) if self.chunks[k].kind != VERB or not long[k - first]
        )
        return {unit for k in nouns if (unit := self.unit_of(k))}

    def fate(self, k: int, stop: int) -> Found | None:
        """What a participle right behind the label's noun tells of them: "Hostages RELEASED in deals: 141"."""
        noun, after = self.chunks[k], self.chunks[k + 1] if k + 1 < stop else None
        held = any(t.category in _HAVE_A_FATE for *_, t in noun.triggers)
        if after is None or not held or after.kind not in (VERB, TRIGGER):
            return None
        told = (x for x in after.triggers if x[2].form in ("participle", "past_participle"))
        found = next(told, None)
        return (k + 1, found[:2], found[2]) if found is not None else None

    def named_in(self, first: int, stop: int) -> Found | None:
        """The category's word of a label, of a category that counts the label's noun."""
        units = self.units(first, stop)
        found = self.of_units(first, stop, units)
        if found is None and not units and self.houses_before(first):
            return self.of_units(first, stop, {"building"})  # "Houses razed: 4; DAMAGED: 12"
        return found

    def houses_before(self, k: int) -> bool:
        """Did a label before chunk k count buildings?"""
        told = (r for at in self.labelled if at < k for r in self.read[at])
        return any(r.trigger.category.startswith("buildings") for r in told)

    def of_units(self, first: int, stop: int, units: set[str]) -> Found | None:
        """The category's word of chunks ``[first, stop)``, of a category that counts one of these units, or persons
        where there are none."""
        for k in range(first, stop):
            for s, e, trigger in self.chunks[k].triggers:
                if trigger.form not in _FORMS or trigger.shape == "measure":
                    continue
                if trigger.shape == "verb_noun" and LOST.isdisjoint(self.t.words[e : e + 2]):
                    continue  # "Lives LOST: 12"
                if trigger.counts and not units and trigger.counts.isdisjoint(_ANYBODY):
                    continue  # "IDP arrivals: 900": no "IDP families"
                counts = set(categories()[trigger.category].units)
                if units & counts or not units and "person" in counts:
                    if self.fitting(trigger):
                        return self.fate(k, stop) or (k, (s, e), trigger)
        return None
