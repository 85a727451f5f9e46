"""The date that a sentence takes from those before it: of the events told there, or of when a count stood."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import eventful
from figures.extraction.once import backwards, once, once_a_text
from figures.extraction.times.afterwards import later_death
from figures.extraction.times.behind import search_for, tells_bodies
from figures.extraction.times.dates import DATED
from figures.extraction.times.days import DateMention, Days
from figures.extraction.times.itsday import which_struck
from figures.extraction.times.lead import (
    BACK,
    LEAD,
    ahead,
    history,
    lead_date,
    of_rite,
    report_period,
    within,
)
from figures.extraction.times.telling import Times
from figures.lexicon import classes as c


@once
def carried(times: Times, asked: tuple[int, bool]) -> tuple[DateMention, Days] | None:
    """The date carried over to a sentence from those before: of an event or, where asked for, of a count.

    A month or year gives way to a day within it that was told before.
    """
    index, count = asked
    found: tuple[DateMention, Days] | None = None
    for back in backwards(times, _dates_events, index, BACK - 1):
        told = _event_date(times, back, count and found is None, back >= index - 2)
        if told is None or history(times, told[1]) and not _heads(times, back, told[0]):
            continue
        if found is None:
            found = told
        elif within(told[1], found[1]):
            return told
        if found[0].cue == "as_of" or found[1].precision not in ("month", "year"):
            return found
    lead = lead_date(times, min(index, LEAD)) or (report_period(times) if found is None else None)
    if found is None or (lead is not None and within(lead[1], found[1])):
        return lead
    return found


@once
def _told(times: Times, index: int) -> tuple[DateMention, Days] | None:
    """The date of the events of a sentence, else of when its counts stood."""
    told = [
        (m, d)
        for m, d in times.mentions(index)
        if d is not None
        and m.first not in times.others
        and not (m.back is not None and m.back[0] in _WINDOWS)
        and not later_death(times.tokens, times.sentences[index].first, m.first, True)
        and not ahead(times, d)
        and not times.of_another_year(index, m)
        and not (d.precision in ("month", "year") and _aside(times, index, m))
        and not of_rite(times, d)
    ]
    if not told:
        return None
    happened = eventful(times.tokens, times.sentences[index]) or _heads(times, index, told[0][0])
    for m, d in told:
        if m.cue == "attributive" and times.tokens.words[m.first - 1] in _OF_ITS:
            return m, d  # "On Tuesday twelve bodies were found in the ruins of MONDAY'S fire"
        if m.cue == "event" and which_struck(times, times.sentences[index].first, m):
            return m, d  # "On Sunday crews dug after a quake that struck the previous day"
    for cue in ("event", "attributive", "as_of"):
        first = next((t for t in told if t[0].cue == cue), None)
        if first is not None and (happened or cue == "as_of"):
            if cue == "event" and tells_bodies(times, times.sentences[index]):
                return search_for(times, index) or first
            return first
    return None


def _aside(times: Times, index: int, mention: DateMention) -> bool:
    """ "The village is near Lesk, WHERE rebels took the girls in April": is it told of something beside the news?"""
    first = times.sentences[index].first
    commas = (k for k in range(first + 1, mention.first) if times.tokens.words[k - 1] == ",")
    return any(times.tokens.words[k] in _WHERE for k in commas)


# "in the week to 7 May 12 died": of those alone
_WINDOWS: Final = ("ending", "ending_months", "preceding", "same")
_WHERE: Final = frozenset("where which who whose whom".split())
_OF_ITS: Final = frozenset(("of", "from", "in"))


def _heads(times: Times, index: int, mention: DateMention) -> bool:
    """Is the sentence the heading of what follows it: "4 January 2004 - Lesk.", or one of several without a year?"""
    if mention.month and mention.year and times.sentences[index].first == mention.first:
        if times.tokens.words[mention.stop : mention.stop + 1] == [":"]:
            return True  # "March 2025: The rebels take Hale."
    if mention.day is None or not _heading(times, index):
        return False
    behind = mention.stop < times.sentences[index].stop
    return bool(behind and mention.year) or _headings(times) >= _SEVERAL


def _heading(times: Times, index: int) -> bool:
    """Is the sentence a day and at most a place behind it: "3 January", "8 January – Lesk"?"""
    s = times.sentences[index]
    told = times.mentions(index)
    if not told or s.classes & (c.VERB | c.AUXILIARY | c.MODAL):
        return False
    day = told[0][0]
    if day.first != s.first or day.day is None or s.stop - day.stop > _HEADING:
        return False
    return day.stop == s.stop or times.tokens.words[day.stop] in ("-", ":")


@once_a_text
def head_as_of(times: Times) -> tuple[DateMention, Days] | None:
    """ "As of 10 March 2026, 6 p.m." on a line of its own, at the head of a report: when its counts stood."""
    for index in times.dated(LEAD):
        s = times.sentences[index]
        if s.stop - s.first > _LINE or s.classes & (c.VERB | c.AUXILIARY | c.MODAL):
            continue
        for mention, days in times.mentions(index):
            if mention.cue == "as_of" and days is not None and days.precision == "day":
                if mention.first - s.first <= _OPENS:
                    return mention, days
    return None


_OPENS: Final = 3  # tokens of "as of" and a bracket


@once_a_text
def _headings(times: Times) -> int:
    """How many such headings the text has."""
    lines = (i for i, s in enumerate(times.sentences) if s.classes & c.MONTH)
    return sum(
        _heading(times, i)
        for i in lines
        if times.sentences[i].stop - times.sentences[i].first < _LINE
    )


_LINE: Final = 12  # tokens of a heading at most
_HEADING: Final = 6  # tokens of place and signs behind a heading's date
_SEVERAL: Final = 2  # headings that make a text a chronicle


def _dates_events(times: Times, index: int) -> bool:
    """May a date be carried over from a sentence?"""
    dated = times.sentences[index].classes & DATED and times.mentions(index)
    return bool(dated) and _told(times, index) is not None


def _event_date(
    times: Times, index: int, count: bool, next_to: bool = False
) -> tuple[DateMention, Days] | None:
    """The date of a sentence that tells of events, or of when a count stood (``next_to``: in any sentence)."""
    found = _told(times, index)
    if found is None or found[0].cue != "as_of":
        return found
    happened = next_to or eventful(times.tokens, times.sentences[index])
    return found if count and happened else None
