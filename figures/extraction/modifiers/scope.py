"""Scope: what a count runs over: one incident, a running total (with the words that open it), or a window.

Only words in the clause of the count tell it ("the war, in its third year, … a blast killed 12" is one incident),
and of "since" only one that belongs to the verb or noun that counts ("the mine, closed since May, buried six").
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Final

from figures.extraction.events import event_nouns, event_words
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.modifiers import calendar
from figures.extraction.modifiers.several import SeveralClause
from figures.extraction.modifiers.since import INCIDENT, OVER, PAST, WORDS, YEAR, Scope
from figures.extraction.times.compared import set_beside
from figures.extraction.times.dates import find_dates
from figures.extraction.times.days import DateMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

# Categories whose counts run on unless the text says otherwise: people are in these states through a whole
# crisis, and reports count them so.
_RUNNING: Final = frozenset({"refugees", "hungry", "infected", "assisted", "returned"})
_AS_OF: Final = _RUNNING | {"displaced", "affected", "sheltered"}
# Categories whose counts are of one incident unless words say otherwise.
_PLAIN: Final = frozenset(
    "killed injured casualties missing trapped rescued evacuated homeless detained abducted freed assaulted"
    " buildings_destroyed buildings_damaged".split()
)
_UNTIL: Final = frozenset("to until till through -".split())  # "FROM 1 January TO 30 June"
# tokens of a date past its clause ("between March and May"), or before it ("from 4 a.m. on")
_END: Final = 5
_COUNTED: Final = frozenset("recorded documented registered counted logged verified".split())
_REPORTED: Final = frozenset("over during reported recorded registered notified".split())
_WEEK: Final = 6  # days from the first of a week to its last
_SPAN_WORDS: Final = frozenset(("between", "from", "to", "ending", "ended", "and"))
_TIMES: Final = frozenset(
    "since during throughout between hours week weeks months reporting alone first half quarter date far year all"
    " whole have has had saw already day days this month same".split()
)
_LISTED: Final = frozenset((COMMA, AND, COUNT, VERB, ADVERB, TRIGGER))
_ENDS: Final = frozenset("end beginning middle start close".split())
_STRETCHES: Final = frozenset("stretch span".split())
_LONG: Final = frozenset("hour day week month year".split())
_DAYS: Final = "24 36 48 72".split()  # hours
# "in the week ending 24 February", "New deaths (24h): 2"
_WINDOWS: Final = {
    **dict.fromkeys(_LONG, ("ending", "ended", "leading")),
    **dict.fromkeys(_DAYS, ("h", "hr", "hrs")),
    "reporting": ("period", "week", "month"),
}
_WEEKS: Final = frozenset(("week", "weeks"))
# "in the week to 15 March"
_NAMED_WINDOWS: Final = frozenset((("month", "of"), ("week", "to"), ("month", "to")))
_LAST: Final = frozenset(("last", "final", "latter"))  # half, quarter
_FEW: Final = frozenset(("few", "couple"))
_LATER: Final = (["after"], ["before"], ["later"], ["earlier"], ["ago"])
_OPENING: Final = frozenset("in over within".split())
_HARMED: Final = frozenset("killed injured casualties abducted detained".split())
# tokens from "in" to the unit of a time that opens a sentence: "in just three days,"
_OPENED: Final = 4
_ONLY: Final = frozenset("just only under barely".split())
_OPENS: Final = OVER | {",", "just", "only"}  # "in JUST the last week"
_THEN: Final = frozenset(["", "in", "across", "at", "and", "alone"])  # behind such a stretch
_SEASONS: Final = frozenset("summer winter spring autumn season month".split())


def scope_of(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> Scope:
    """(scope, words that open a cumulative count, tokens that told it).

    >>> from figures.extraction import extract
    >>> f = extract("Since 24 February, 1,200 people have been killed.")[0]
    >>> f.scope, f.since
    ('cumulative', 'Since 24 February')
    """
    first, stop = chunks[0].first, chunks[-1].stop
    said = tokens.said(first, stop)
    found = INCIDENT
    plain = reading.trigger.category in _PLAIN
    if not plain or not _signs().isdisjoint(said) or _ends(said):
        found = _Clause(tokens, chunks, reading).scope()
    if plain and found == INCIDENT and calendar.may_be_of(tokens, first, stop):
        return calendar.of_month_or_year(tokens, chunks, reading) or INCIDENT
    return found


def _ends(words: frozenset[str]) -> bool:
    """May the words tell a window by its ends: "FROM 1 January TO 30 June", "in JANUARY AND February"?"""
    if "from" in words and not _UNTIL.isdisjoint(words) or "period" in words and "-" in words:
        return True
    return "and" in words and not _months().isdisjoint(words)


@cache
def _months() -> frozenset[str]:
    return frozenset(load("dates")["months"])


@cache
def _signs() -> frozenset[str]:
    """Words without which a sentence of a plain category tells of one incident."""
    lists = ("totals", "crises", "kept", "disease", "apart", "crimes", "violent", "mishaps")
    return PAST.union(_TIMES, _STRETCHES, *map(WORDS.__getitem__, lists))


class _Clause(SeveralClause):
    """The clause of one reading, looked through for what its count runs over."""

    def scope(self) -> Scope:
        if self.of_several_events() or self.opened_by_since():
            if (found := self.kept_since()) is not None:
                return found
        if "since" in self.said:
            found = self.since()
            if found is not None:
                return found
        for tells in (
            self.window,
            self.dates,
            self.of_a_year_seen,
            self.total,
            self.crisis,
            self.several,
        ):
            found = tells()
            if found is not None:
                return found
        return self.usual()

    def of_several_events(self) -> bool:
        """Does the clause tell what events came to that were counted: "has counted 12 raids THAT KILLED nine"?"""
        k = self.begin - 1
        while k > 0 and self.chunks[k].kind in _LISTED:
            k -= 1  # "… were killed, 12 HURT and nine seized"
        if k < 1 or self.words[self.chunks[k].first] not in ("which", "that"):
            return False
        for i in range(k - 1, 0, -1):
            told, verb = self.chunks[i].count, self.chunks[i - 1]
            if told is not None and told.value != 1:
                head = self.chunks[i].stop if told.head is None else told.head
                return self.words[head] in event_nouns()[1] and verb.have and verb.finite
        return False

    # -- windows --------------------------------------------------------------------------------

    def window(self) -> Scope | None:
        t, words = self.t, self.words
        for i in chain(range(self.first, self.stop - 1), range(self.behind, self.far - 1)):
            word = words[i]
            near = words[max(self.first, i - 6) : i] if word in PAST else []
            if near[-3:-1] == ["than", "in"]:
                continue  # "eight less THAN IN THE previous week"
            if word in PAST and WORDS["superlatives"].isdisjoint(near):
                the = i - 1 if words[i - 1] in ("the", "this", "these") else i
                over = the == self.first or words[the - 1] in _OPENS
                for k in range(i + 1, min(self.far, i + 4)):
                    if t.classes[k] & c.TIME and words[k] not in ("night", "evening", "hour"):
                        if words[k + 1 : k + 2] == ["'s"] or self.part_at(k):
                            break  # "in LAST WEEK'S raid", "in the LAST WEEK OF May"
                        bare = the == i and (i == self.first or words[i - 1] not in OVER)
                        cases = self.reading.trigger.category == "infected"
                        if bare and not (cases or self.has("everywhere") or self.of_violence()):
                            break
                        if over or bare:
                            return "period", None, (i, k + 1)
                    if not t.classes[k] & (c.NUMERAL | c.QUALIFIER) and words[k] not in _FEW:
                        break
            elif (
                word in OVER and t.classes[i + 1] & c.NUMERAL and words[i + 2 : i + 3] == ["hours"]
            ):
                if words[i + 1] in _DAYS or words[i + 1] == "twenty-four":
                    return "period", None, (i, i + 3)
            elif word in ("one", "single") and words[i + 1] in ("week", "month"):
                if words[i - 1] in ("just", "in", "a") and i > self.first:
                    if words[i + 2 : i + 3] not in _LATER:
                        return "period", None, (i, i + 2)  # "in just one week"
            elif word in _OPENING and self.behind_all(i) and (stop := self.some_days(i + 1)):
                return "period", None, (i, stop)
            elif (
                words[i + 1] in _WINDOWS.get(word, ())
                or word == "same"
                and words[i + 1] == "period"
                and self.of_the_same(i)
                or word == "this"
                and words[i + 1] in _SEASONS
                and words[i + 2 : i + 3] != ["'s"]
                and self.in_season(i)
                or word == "during"
                and t.classes[i + 1] & c.MONTH
                and self.befell(i, i + 2)
                or word == "throughout"
                and self.year_at(i + 1)
                or word == "in"
                and self.counted_over(i + 1)
                or words[i + 1] in _WEEKS
                and self.numbered_week(i)
            ):
                return "period", None, (i, i + 2)
            elif word in ("whole", "all") and words[i + 1] == "of" and self.year_at(i + 2):
                return "period", None, (i, i + 3)  # "for the whole of 2018"
            elif (word, words[i + 1]) in _NAMED_WINDOWS and self.dated(i + 2):
                return "period", None, (i, i + 3)  # "during the month of November"
            elif words[i + 1] == "alone" and t.classes[i] & (c.MONTH | c.DIGIT | c.TIME):
                return "period", None, (i, i + 2)
            elif word in ("first", "last") and t.classes[i + 1] & c.NUMERAL:
                if words[i + 3 : i + 4] == ["of"] and t.classes[i + 2] & c.TIME:
                    return "period", None, (i, i + 4)  # "in the first seven months of the year"
            elif word in ("half", "quarter") and words[i + 1] == "of" and i > self.first:
                year = self.dated(i + 2) or words[i + 3 : i + 4] == ["year"]
                if year and (t.classes[i - 1] & c.ORDINAL or words[i - 1] in _LAST):
                    return "period", None, (i - 1, i + 3)
        return None

    def behind_all(self, i: int) -> bool:
        """Does token i stand behind several and what befell them, and behind no event ("the third raid IN A WEEK")?"""
        reading = self.reading
        harmed = reading.trigger.category in _HARMED and reading.counted.value != 1
        if i == self.chunks[0].first and harmed:
            return True  # "IN JUST THREE DAYS, 45 people were killed"
        if self.words[i] != "in":
            return False
        told = max(reading.counted.stop, self.chunks[reading.by].stop) <= i
        return told and reading.counted.value != 1 and self.words[i - 1] not in event_nouns()[0]

    def of_the_same(self, i: int) -> bool:
        """Is the count of "the same period" at token i, and not one that is set beside what was then?"""
        first, beside = self.reading.counted.first, set_beside(self.t, self.first, i)
        if first > i:
            return not (beside and "," in self.words[i:first])
        return beside <= first

    def part_at(self, k: int) -> bool:
        """Is a time at token k one of a month: "the last WEEK OF MAY"?"""
        month = self.words[k + 1 : k + 2] == ["of"] and k + 2 < self.far
        return bool(month and self.t.classes[k + 2] & c.MONTH) and not self.befell(k, k + 3)

    def some_days(self, i: int) -> int:
        """The end of "a week", "two days" at token i, which close the clause or stand before where that was; else 0."""
        i += self.words[i] in _ONLY
        amount = self.t.classes[i] & c.NUMERAL or self.words[i] in ("a", "one")
        if not amount or i + 1 >= self.stop or self.words[i + 1] not in ("days", "week", "weeks"):
            return 0
        after = self.words[i + 2] if i + 2 < self.stop else ""
        opens = after == "," and i - self.chunks[0].first < _OPENED
        return i + 2 if after in _THEN or opens else 0

    def in_season(self, i: int) -> bool:
        """ "Nine HAVE DROWNED this summer", "the NUMBER of drownings this summer"; not "in a fire this week"."""
        if self.reading.trigger.shape == "toll":
            return "number" in self.said
        return self.chunks[self.reading.by].have and self.befell(i, i + 2)

    def counted_over(self, i: int) -> bool:
        """ "The mission RECORDED 112 deaths in JANUARY 2024": several, counted over the month or year at token i."""
        if not (self.t.classes[i] & c.MONTH or self.year_at(i)) or self.reading.counted.value == 1:
            return False
        if _COUNTED.isdisjoint(self.said) or set_beside(self.t, self.first, i):
            return False
        events = event_words() & self.said - frozenset(self.words[slice(*self.reading.span)])
        return all(
            self.t.classes[k] & c.TRIGGER
            for k in range(self.first, self.stop)
            if self.words[k] in events
        )

    def befell(self, i: int, k: int) -> bool:
        """ "112 civilians WERE KILLED during May": several, by no event that is told beside tokens i to k."""
        shape, number = self.reading.trigger.shape, self.reading.counted.value
        return (
            number != 1
            and not (k < self.stop and self.t.capital(k))  # "during May Day rallies"
            and shape in ("passive", "intransitive")
            and event_words().isdisjoint(
                self.words[k] for k in range(self.first, i) if not self.t.classes[k] & c.TRIGGER
            )
        )

    def dates(self) -> Scope | None:
        """ "Between 1 and 7 May, 40 cases were reported", "12 died from January to June", "in the week to 7 May"."""
        opens = self.words[self.chunks[0].first] in _SPAN_WORDS
        said = self.said.union(self.words[self.behind : self.far])
        if _SPAN_WORDS.isdisjoint(said) and not opens and "-" not in said:
            return None
        kept, several = self.has("kept") or "newly" in self.said, self.reading.counted.value != 1
        first = self.chunks[0].first if opens else self.first
        dates = find_dates(self.t, first, min(self.chunks[-1].stop, self.far + _END))
        for date in [d for d in dates if d.first >= self.first] or dates:
            if date.back is not None and date.back[0].startswith("ending"):
                return "period", None, (date.first, date.stop)
            if date.until is None or date.first > self.far or self.stop < date.first < self.behind:
                continue
            if not self.spans(date):
                continue
            years, months = zip((date.year, date.month), date.until, strict=False)
            apart = months[0] != months[1] or None not in years and years[0] != years[1]
            long = (date.until[2] or 0) - (date.day or 0) >= _WEEK and not self.has("crises")
            befell = long and self.befell(date.first, date.stop)
            if several and apart or kept and date.month or befell:
                return "period", None, (date.first - 1, date.stop)
        return None

    def spans(self, date: DateMention) -> bool:
        """Is a span of days told by its ends: "BETWEEN 1 and 7 May", "FROM 4 a.m. on 1 May until noon on 7 June"?"""
        before = self.words[max(self.chunks[0].first, date.first - _END) : date.first]
        if before[-2:] in (["in", "the"], ["during", "the"]):
            # "in the JANUARY-JUNE PERIOD"
            return date.day is None and self.words[date.stop : date.stop + 1] == ["period"]
        if before[-1:] in (["in"], ["during"]):
            return date.day is None and date.month is not None
        if before[-1:] in (["between"], ["from"]) or before[:1] == ["from"] and before[-1] == "on":
            return True
        days = date.day is not None and date.until is not None and date.until[2] is not None
        return days and not _REPORTED.isdisjoint(before[-1:])  # "cases REPORTED 21-27 May"

    def year_at(self, i: int) -> bool:
        return i < self.far and YEAR.fullmatch(self.words[i]) is not None

    def usual(self) -> Scope:
        """What the category's counts run over where no words tell it."""
        category, trigger = self.reading.trigger.category, self.reading.trigger
        if category in ("assisted", "returned") and (month := self.of_a_month()) is not None:
            return "period", None, month
        if category == "infected" or category == "killed" and self.of_a_disease():
            once = self.of_a_day() or self.of_a_poison()
            return INCIDENT if once else ("cumulative", None, None)
        if category in _RUNNING and self.reading.counted.counted == "number":
            return "cumulative", None, None
        state = trigger.shape in ("noun", "adjective") or self.reading.at == self.reading.by
        if category == "displaced" and state:
            return "cumulative", None, None  # how many are in that state, not what one event did
        if category == "affected" and "need" in trigger.words:
            return "cumulative", None, None
        if category in _AS_OF and "as" in self.said and "of" in self.said:
            for i in range(self.first, self.stop - 1):
                if self.words[i : i + 2] == ["as", "of"]:
                    return "cumulative", None, (i, i + 2)
        return INCIDENT
