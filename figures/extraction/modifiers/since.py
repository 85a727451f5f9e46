"""Since: the clause of a count, and the words that open a running total: "since May", "so far this year".

Only a "since" that belongs to the verb or noun that counts does ("the mine, closed since May, buried six").
"""

from __future__ import annotations

import re
from typing import Final

from figures.extraction.frames.readings import Reading
from figures.extraction.frames.turned import NEGATED
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
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
from figures.extraction.modifiers.reach import clause_of
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing, word_lists
from figures.lexicon import classes as c

Scope = tuple[str, str | None, tuple[int, int] | None]  # scope, since, the tokens that tell it

INCIDENT: Final[Scope] = ("incident", None, None)
PAST: Final = frozenset("past last previous preceding".split())
YEAR: Final = re.compile(r"(?:19|20)\d\d")
OVER: Final = frozenset("in over during within for throughout through across".split())
_OF_DISEASES: Final = frozenset("epi epidemiological epidemiologic surveillance".split())  # weeks
_LONGEST_SINCE: Final = 12  # tokens
_TALLIES: Final = frozenset("toll total tally number count figure".split())
_PARTS: Final = frozenset("mid early late".split())
_AT_ONCE: Final = frozenset(("rescued", "trapped", "missing"))
_STATES: Final = frozenset("missing trapped abducted injured".split())
_HELD: Final = frozenset(("held", "hold"))
_NOUNS: Final = frozenset(("toll", "noun", "noun_of", "adjective"))


WORDS: Final = word_lists("modifiers")  # key → the words of a list of modifiers.yaml


class Clause:
    """The clause of one reading, looked through for what its count runs over."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk], reading: Reading) -> None:
        self.t, self.chunks, self.reading = tokens, chunks, reading
        lo, hi = sorted((reading.at, reading.by))
        self.begin, self.end = clause_of(tokens, chunks, lo, hi)
        for j in range(self.begin, self.end - 1):
            if self.parts_at(j):
                if j > hi:
                    self.end = j
                    break
                self.begin = j + 1 if j < reading.at else self.begin
        self.first, self.stop = chunks[self.begin].first, chunks[self.end - 1].stop
        self.words = tokens.words
        self.said = tokens.said(self.first, self.stop)
        # what goes on behind a bracket that ends the clause: "900 casualties (300 dead, 600 hurt) FROM MAY TO JULY"
        self.behind, self.far = self.past_bracket()

    def past_bracket(self) -> tuple[int, int]:
        """The tokens ``[first, stop)`` behind the bracket that ends the clause, where a preposition goes on."""
        k = self.end
        if (
            k - 1 not in (self.reading.at, self.reading.by)
            or k >= len(self.chunks)
            or self.chunks[k].kind != OPEN
        ):
            return self.stop, self.stop
        while k + 1 < len(self.chunks) and self.chunks[k].kind != CLOSE:
            k += 1
        if k + 1 >= len(self.chunks) or self.chunks[k + 1].kind != PREP:
            return self.stop, self.stop
        _, end = clause_of(self.t, self.chunks, k + 1, k + 1)
        return self.chunks[k + 1].first, self.chunks[end - 1].stop

    def parts_at(self, j: int) -> bool:
        """Does the comma or the "with" at chunk j part counts of other windows: "…, bringing the total to", "…, 12 of
        them", "900 since May WITH 12 in the past week"?"""
        if self.chunks[j].kind != COMMA:
            return self.t.words[self.chunks[j].first] == "with" and self.windowed(j + 1)
        after = self.chunks[j + 1]
        if after.count is not None:
            return after.kind == COUNT and after.count.of_those
        word = self.t.words[after.first]
        if word in ("up", "down"):
            # "…, up from 900 last year"
            return self.t.words[after.first + 1 : after.first + 2] == ["from"]
        if word == "compared":
            return True  # "88 cases this year, compared with 31 over the same period last year"
        if word == "with" and j > self.reading.at:
            return self.windowed(j + 2)
        return word in bringing()

    def windowed(self, k: int) -> bool:
        """ "734 people, with 211 NEW CASES IN THE PAST WEEK": is the count at chunk k of a window of its own?"""
        if k >= len(self.chunks) or self.chunks[k].count is None:
            return False
        stop = next(
            (j for j in range(k, len(self.chunks)) if self.chunks[j].kind in (COMMA, STOP)), k
        )
        return not PAST.isdisjoint(self.t.words[self.chunks[k].first : self.chunks[stop].first])

    def has(self, name: str) -> bool:
        return not WORDS[name].isdisjoint(self.said)

    def since(self) -> Scope | None:
        """ "Since 24 February, 1,200 people have been killed"."""
        for k in range(self.begin, self.end):
            for i in range(self.chunks[k].first, self.chunks[k].stop):
                if self.words[i] == "since" and self.attached(k, i):
                    if (found := self.run_since(i)) is not None:
                        return INCIDENT if self.so_since(i) else found
        return None

    def run_since(self, i: int) -> Scope | None:
        """What runs from what the "since" at token i tells: of one incident, where that was one: "since the quake"."""
        stop = self.since_stop(i)
        if stop <= i + 1:
            return None
        joined = 3 * (self.words[stop : stop + 1] == ["and"])  # "a snow AND ICE avalanche"
        told = frozenset(self.words[i : stop + joined])
        if WORDS["sudden"] & told or WORDS["falls"] & told and not WORDS["orders"] & told:
            return INCIDENT
        return "cumulative", self.t.quote(i, stop), (i, stop)

    def so_since(self, i: int) -> bool:
        """Does the "since" at token i, behind the word that tells it, say from when on those counted have been in a
        state: "have been MISSING SINCE Monday", "HELD hostage SINCE May", but "have GONE missing since May"?"""
        trigger = self.reading.trigger
        if i < self.reading.span[0] or trigger.category not in _STATES:
            return False
        held = trigger.category == "trapped" or trigger.words[0] in _HELD
        return held or trigger.shape == "adjective" or trigger.form == NEGATED  # "NOT SEEN since"

    def opened_by_since(self) -> bool:
        """ "SINCE May 40 HAVE died, while 12 HAVE been hurt": does the sentence open with what both run from?"""
        opening = self.words[self.chunks[0].first : self.chunks[0].first + 2]
        first = self.chunks[self.begin]
        if self.begin and self.results(first) and self.chunks[self.begin - 1].kind == COMMA:
            # "900 HAVE been hurt SINCE May, RESULTING in"
            opening = self.words[self.chunks[0].first : self.first]
        if not self.begin or "since" not in opening:
            return False
        if self.results(first):  # "…, rains have gone on, RESULTING IN 40 deaths"
            return any(x.have for x in self.chunks[: self.begin])
        led = self.chunks[self.begin : self.reading.at]
        if self.chunks[self.begin - 1].kind == OPEN and any(x.kind == CLOSE for x in led):
            # "Since May the Lesk Office (LO) HAS counted 12 deaths"
            return any(x.have for x in led)
        return self.chunks[self.reading.by].have or self.goes_on() or self.lasting()

    def goes_on(self) -> bool:
        """Is it told behind the count, or before it where only a participle stands here: "SINCE May 40 HAVE died, 90
        WOUNDED, and 12 bodies HAVE been found"?"""
        verb, after = self.chunks[self.reading.by], self.chunks[self.reading.at + 1 : self.end]
        if after and after[0].have:
            return True
        bare = verb.kind == VERB and verb.first == verb.main
        return bare and any(x.have for x in self.chunks[: self.begin])

    def results(self, first: Chunk) -> bool:
        return first.kind == VERB and not first.finite

    def lasting(self) -> bool:
        """Does "since" open the sentence with what lasts: "SINCE THE CEASEFIRE, …, 16 were killed"?"""
        opening = self.words[self.chunks[0].first : self.chunks[0].first + _LONGEST_SINCE]
        opening = opening[: opening.index(",")] if "," in opening else opening
        told = frozenset(opening)
        return WORDS["sudden"].isdisjoint(told) and not (
            told.isdisjoint(WORDS["orders"]) and told.isdisjoint(WORDS["crises"])
        )

    def kept_since(self) -> Scope | None:
        """Since when these events have been counted."""
        for i in range(self.chunks[0].first, self.first):
            if self.words[i] == "since" and (found := self.run_since(i)) is not None:
                return found
        return None

    def attached(self, k: int, i: int) -> bool:
        """Does the "since" in chunk k belong to what counts here?"""
        if self.words[i - 1 : i] in (["have"], ["has"], ["had"], ["ever"]):
            return False
        counted = self.reading.counted
        if i < counted.first and not PAST.isdisjoint(self.words[counted.stop : counted.stop + 4]):
            return False  # "61 since dawn and 184 IN THE PAST 24 hours"
        before = frozenset(self.words[max(self.first, i - 8) : i])
        if WORDS["superlatives"] & before or WORDS["changes"] & before:
            return False  # "an increase of 300 since the last report"
        if "such" in before or any(self.t.classes[n] & c.ORDINAL for n in range(i - 4, i)):
            return False  # "the THIRD SUCH attack since May"
        for j in range(k - 1, self.begin - 1, -1):
            chunk = self.chunks[j]
            if chunk.kind in (COMMA, STOP):
                # the head of a segment: at the beginning of a clause, or after the count is told
                return j + 1 == k and j >= max(self.reading.at, self.reading.by)
            if j in (self.reading.at, self.reading.by):
                return True
            if chunk.kind == VERB and self.chunks[j - 1].kind == PREP:
                continue  # "by ATTACKS since May"
            if chunk.kind in (TRIGGER, NOUN) and self.words[chunk.stop - 1] in _TALLIES:
                return True  # "raising the toll since 7 October to 35,000"
            going = chunk.main is not None and self.words[chunk.main].endswith("ing")
            if (chunk.to or going) and self.chunks[self.reading.by].have:
                continue  # "have died trying to cross the sea since 2014"
            if chunk.kind in (COUNT, TRIGGER) or chunk.kind == VERB and chunk.main is not None:
                lo, by = min(self.reading.at, self.reading.by), self.reading.by
                # told before, or joined to what was: "has infected 90 since May and killed two"
                told = lo < k or lo == by and self.chunks[by - 1].kind == AND
                between = {x.kind for x in self.chunks[by + 1 : j]}
                joined = AND in between <= {AND, COUNT, ADVERB, COMMA}  # "and 57 hurt since May"
                noun = chunk.kind != VERB or self.reading.trigger.shape in _NOUNS
                return told and (joined or noun)
        return True

    def since_stop(self, i: int) -> int:
        """The end of the words that "since" opens; i + 1 where they tell a reason, not a time."""
        t, k = self.t, i + 1
        if t.words[i + 2 : i + 3] == ["-"] and t.glued(i + 2) and t.words[k] not in _PARTS:
            return k  # "since then-mayor Lopez was away"
        limit = min(self.stop, i + _LONGEST_SINCE)
        verb: int | None = None
        while k < limit:
            word, bits = t.words[k], t.classes[k]
            if word == "-" and t.words[k - 1] in _PARTS:
                k += 1  # "since mid-April"
                continue
            if bits & c.PUNCTUATION and not (k + 1 < limit and self.within_date(k)):
                # "since the "truce" began": a word told as another's
                marked = word == '"' and (t.words[k - 1] == "the" or '"' in t.words[i:k])
                if word not in ("'", "'s") and not marked:
                    break
            if word in ("have", "has") and t.classes[k - 1] & (c.WEEKDAY | c.TIME):
                break  # "since Wednesday HAVE killed 57"
            over = bits & (c.AUXILIARY | c.VERB) or word in ("the", "now")
            over = over and t.classes[k - 1] & (c.MONTH | c.DIGIT)
            over = over or bits & c.QUALIFIER and YEAR.fullmatch(t.words[k - 1]) is not None
            # "since last YEAR 900 have"
            over = over or bits & c.NUMERAL and t.words[k - 1] == "year"
            over = over or word == "to" and t.classes[k + 1] & c.NUMERAL  # "since May TO 500"
            if over or word == "and" or bits & c.RELATIVE and word != "that":
                break  # "the toll since … 7 October HAS reached"
            if bits & c.MONTH and t.classes[k - 1] & c.DIGIT:
                bits = c.MONTH  # "on 7 May"
            if bits & (c.AUXILIARY | c.MODAL | c.VERB | c.SAID) or word in WORDS["beginnings"]:
                if verb is None and k > i + 1:
                    verb = k
            elif bits & c.PREPOSITION and word != "of" and verb is None and not self.dated(k + 1):
                break
            k += 1
        return k if verb is None or self.temporal(verb, k) else i + 1

    def within_date(self, k: int) -> bool:
        """Does the mark at token k stand within a date: "since May 12, 2021", no "since May 2021, 900 have died"?"""
        t = self.t
        if t.words[k] not in (",", "-", ".") or not t.classes[k - 1] & t.classes[k + 1] & c.DIGIT:
            return False
        return t.words[k] != "," or len(t.words[k - 1]) < 3 and len(t.words[k + 1]) == 4

    def dated(self, k: int) -> bool:
        return k < self.far and bool(
            self.t.classes[k] & (c.DIGIT | c.MONTH | c.WEEKDAY | c.TIME) or self.words[k] in PAST
        )

    def temporal(self, verb: int, stop: int) -> bool:
        """Does a clause after "since" tell a time? One of beginning does, and any before a perfect."""
        if WORDS["beginnings"] & frozenset(self.words[verb:stop]):
            return True
        opens = "since" in self.words[self.chunks[0].first : self.chunks[0].first + 2]
        return self.chunks[self.reading.by].have or opens and bool(self.begin) and self.goes_on()

    # -- running totals -------------------------------------------------------------------------

    def at_once(self) -> bool:
        """Is it of one event, of which "to date" tells as "so far" does: "58 miners have been RESCUED to date"?"""
        return self.reading.trigger.category in _AT_ONCE or self.has("sudden")

    def total(self) -> Scope | None:
        t, words = self.t, self.words
        for i in range(self.first, self.stop):
            word = words[i]
            if word in WORDS["totals"] and not self.of_event(i):
                return "cumulative", None, (i, i + 1)
            follow = words[i + 1] if i + 1 < self.stop else ""
            if word == "to" and follow == "date" and not self.at_once():
                after = t.classes[i + 2] if i + 2 < self.stop else c.PUNCTUATION
                if after & (
                    c.PUNCTUATION | c.NUMERAL | c.QUALIFIER | c.PREPOSITION | c.CONJUNCTION
                ):
                    return "cumulative", None, (i, i + 2)
            elif word == "so" and follow == "far":
                this_year = words[i + 2 : i + 4] == ["this", "year"] or self.year(i + 2)
                if this_year or self.has("crises"):
                    return "cumulative", None, (i, i + 2)
            elif word == "already" and (
                self.year(i + 1) or words[i + 1 : i + 3] == ["this", "year"]
            ):
                return "cumulative", None, (i, i + 3)
            elif (
                word == "this"
                and follow == "year"
                and self.whole_year(i)
                or word == "in"
                and follow == "all"
                and self.chunks[self.reading.by].have
                and words[self.chunks[self.reading.by].first] != "had"
            ):
                return "cumulative", None, (i, i + 2)
        return None

    def of_event(self, i: int) -> bool:
        """Is it something else that is annual or cumulative: "at the ANNUAL fair", "a CUMULATIVE reward", but no
        "annual toll"?"""
        after = self.words[i + 1 : i + 2]
        of_counts = after and self.t.classes[i + 1] & (
            c.TRIGGER | c.PHRASE | c.NUMERAL | c.QUALIFIER
        )
        if self.words[i] == "cumulative":
            grades = WORDS["kept"] | WORDS["disease"]
            of_counts = of_counts or after and after[0] in grades
        return (
            self.words[i] in ("annual", "yearly", "cumulative")
            and bool(after)
            and not (of_counts or after[0] in WORDS["numbers"] or after[0] == "average")
        )

    def year(self, i: int) -> bool:
        """ "So far in 2017", "already in 2017"."""
        return self.words[i : i + 1] == ["in"] and bool(
            YEAR.fullmatch(" ".join(self.words[i + 1 : i + 2]))
        )

    def whole_year(self, i: int) -> bool:
        """ "This year", no "third this year", "earlier this year", "in May this year"."""
        before = self.t.classes[i - 1] if i > self.first else 0
        if self.words[i + 2 : i + 3] == ["'s"]:
            return False  # "at this year's carnival"
        if before & c.TIME:
            return False  # "in a single day this year"
        near = range(max(self.first, i - 6), i)
        if any(self.t.classes[k] & c.ORDINAL for k in near) or WORDS["superlatives"] & frozenset(
            self.words[k] for k in near
        ):
            return False  # "the third such accident this year", "the worst raid this year"
        return not before & (c.ORDINAL | c.MONTH | c.ADVERB | c.DETERMINER) and self.words[i - 1] not in (
            "earlier", "early", "later", "of",
        )  # fmt: skip

    def of_a_month(self) -> tuple[int, int] | None:
        """ "Assisted 54,000 people IN MARCH": the tokens of a month as which the clause tells the time."""
        for i in range(self.first, self.stop - 1):
            if self.words[i] in ("in", "during") and self.t.classes[i + 1] & c.MONTH:
                return i, i + 2
        return None

    def of_a_year(self) -> bool:
        """Does the clause name a year, and no month or day of it: "2,700 died in traffic accidents IN 2016"?"""
        if any(self.t.classes[k] & (c.MONTH | c.WEEKDAY) for k in range(self.first, self.stop)):
            return False
        return any(self.year(i) for i in range(self.first, self.stop))

    def numbered_week(self, i: int) -> bool:
        """ "In WEEK 12", "in epidemiological WEEKS 10 to 12": is the number behind token i + 1 no count's?"""
        week = i + 2
        if self.words[i] not in OVER and self.words[i] not in _OF_DISEASES:
            return False
        numbered = week < len(self.t) and self.t.classes[week] & c.DIGIT
        return bool(numbered) and not self.counts_at(week)

    def counts_at(self, i: int) -> bool:
        """Does token i tell a count that has its noun: "in week 12 PEOPLE died"?"""
        return any(
            x.count is not None and x.count.head is not None and x.first <= i < x.stop
            for x in self.chunks
        )
