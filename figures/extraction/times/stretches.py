"""Stretches of time: by two dates ("from April to June"), or by one and a part or a length of it ("the first quarter
of 2023", "the week to 15 March")."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.times.days import DateMention
from figures.extraction.times.relativedates import amount
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_YEARS_BACK: Final = (("year", 0), ("year", -1), ("the_year", 0))  # this year, last year, the year
_MONTHS: Final = {"half": 6, "quarter": 3}
_PLACES: Final = {
    "first": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "last": -1,
    "final": -1,
    "latter": -1,
}
# tokens before a part of a year in which "since" tells that more than it is counted
_SINCE: Final = 4
_OF: Final = ("of", "in")
_TO: Final = frozenset("to ending ended".split())


def part_of_year(tokens: Tokens, floor: int, first: int) -> tuple[int, int, int] | None:
    """What stands before a year at token ``first`` as a part of it: where it begins, its first month and its last.

    >>> from figures.extraction.words.tokens import tokenize
    >>> part_of_year(tokenize("in the last quarter of 2023"), 0, 5)
    (2, 10, 12)
    >>> part_of_year(tokenize("in the first seven months of 2023"), 0, 6)
    (2, 1, 7)
    """
    words = tokens.words
    k = first - 2 if first - 1 > floor and words[first - 1] in _OF else first - 1
    if k - 1 < floor or "since" in words[max(floor, k - _SINCE) : k]:
        return None
    if words[k] in _MONTHS and words[k - 1] in _PLACES:
        months = _MONTHS[words[k]]
        place = _PLACES[words[k - 1]]
        begin = (place if place >= 0 else 12 // months - 1) * months + 1
        return (k - 1, begin, begin + months - 1) if begin < 12 else None
    if words[k] != "months" or k - 2 < floor or words[k - 2] not in ("first", "last"):
        return None
    count = amount(tokens, k - 1)
    if count is None or not 1 <= count < 12:
        return None
    return (k - 2, 1, count) if words[k - 2] == "first" else (k - 2, 13 - count, 12)


def stretched(tokens: Tokens, floor: int, date: DateMention) -> DateMention:
    """The date, or the stretch of time that it tells of with the words before it."""
    if date.month is None and (date.year or date.back in _YEARS_BACK) and date.until is None:
        return in_part(tokens, floor, date)
    if date.month and date.day is None and date.until is None and date.back is None:
        date = _in_month(tokens, floor, date)
    if (date.month or date.weekday is not None) and date.until is None and date.back is None:
        return leading_to(tokens, floor, date)
    return date


def in_part(tokens: Tokens, floor: int, year: DateMention) -> DateMention:
    """The date of a year, or of the part of it that stands before it: "THE FIRST HALF OF this year"."""
    if decade := _decade(tokens, year):
        return decade
    part = part_of_year(tokens, floor, year.first)
    if part is None:
        return replace(year, back=("year", 0)) if year.back == ("the_year", 0) else year
    begin, first, last = part
    # "the FIRST half of this year" outdoes nothing
    cue = "event" if year.cue == "other" else year.cue
    return replace(year, first=begin, cue=cue, month=first, until=(year.year, last, None))


def _in_month(tokens: Tokens, floor: int, month: DateMention) -> DateMention:
    """The date of a month, or of the part of it that stands before it: "THE FIRST WEEK OF March", "THE SECOND HALF OF
    July 2023"."""
    words, k = tokens.words, month.first - 2
    if k <= floor or words[k + 1] != "of" or words[k] not in _DAYS or not month.month:
        return month
    place, length = _PLACES.get(words[k - 1]), _DAYS[words[k]]
    if place is None or not _SPANS.isdisjoint(words[max(floor, k - _SINCE) : k]):
        return month
    end = _LONG_MONTHS[month.month - 1]
    begin = place * length + 1 if place >= 0 else end - length + 1
    if begin >= end:
        return month
    close = end if words[k] == "half" and place else min(begin + length - 1, end)
    return replace(month, first=k - 1, day=begin, until=(month.year, month.month, close))


_SPANS: Final = frozenset(("since", "between", "from"))
_DAYS: Final = {"week": 7, "half": 15}
# days that each has for certain
_LONG_MONTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _decade(tokens: Tokens, year: DateMention) -> DateMention | None:
    """ "In the wars of the 1990S", "by the 1980S", but no count stands "by the 1980s BAND"."""
    s = year.stop
    if year.year is None or year.year % 10 or tokens.words[s : s + 1] != ["s"]:
        return None
    if not tokens.glued(s):
        return None
    if year.cue == "since":
        return replace(year, stop=s + 1)
    noun = s + 1 < len(tokens) and not tokens.classes[s + 1] & _BEHIND
    cue = "other" if noun and year.cue == "as_of" else year.cue
    return replace(year, stop=s + 1, cue=cue, until=(year.year + 9, None, None))


_BEHIND: Final = c.PUNCTUATION | c.PREPOSITION | c.NUMERAL | c.QUALIFIER | c.CONJUNCTION


def leading_to(tokens: Tokens, floor: int, day: DateMention) -> DateMention:
    """The date of a day or month, or of the time up to it: "in the TWO WEEKS TO 15 March", "in the YEAR TO June", "in
    the WEEK LEADING UP TO Sunday"."""
    words, k = tokens.words, day.first - 1
    if k > floor and words[k] in ("on", "the"):
        k -= 1
    if k - 1 <= floor or words[k] not in _TO:
        return day
    if words[k - 2 : k] == ["leading", "up"]:
        k -= 2
    unit = date_lists()["units"].get(words[k - 1])
    if unit == "hour" and (day.day or day.weekday is not None):
        hours = amount(tokens, k - 2)  # "in the 24 HOURS TO Tuesday evening"
        if hours is None or hours < 12:
            return day
        return replace(day, first=k - 2, cue="event", back=("ending", 1 + (hours + 23) // 24))
    if unit not in _LENGTHS or not (day.day or day.weekday is not None or unit in _LONG):
        return day
    count = amount(tokens, k - 2) or 1
    if words[k - 1].endswith("s") != (count > 1):
        return day  # "12 days to 3 May" tells of no one week
    return replace(
        day,
        first=k - 1 - (count > 1),
        cue="event",
        back=("ending_months" if unit in _LONG else "ending", count * _LENGTHS[unit]),
    )


# in days, or in months
_LENGTHS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 1, "quarter": 3, "year": 12}
_LONG: Final = ("month", "quarter", "year")
_LAST_WEEK: Final = ("week", -1)
_EDGES: Final = frozenset("end beginning middle start close".split())
_UNTIL: Final = (["to"], ["-"], ["until"], ["till"], ["through"], ["through", "to"])


def joined(tokens: Tokens, floor: int, found: list[DateMention]) -> list[DateMention]:
    """ "Between 8 March and 2 May 2020", "from April to June": two dates that are one span."""
    words = tokens.words
    out = [found[0]]
    for mention in found[1:]:
        before = out[-1]
        gap = _gap(tokens, floor, before, mention)
        if gap[:1] in (["..."], ["…"], ["."]):
            gap = gap[1:]  # "From 24 February … to 26 December"
        if gap[-1:] == ["of"] and not _EDGES.isdisjoint(gap[-2:-1]):
            gap = gap[:-3] if gap[-3:-2] == ["the"] else gap[:-2]  # "to THE END OF July"
        if not _EDGES.isdisjoint(gap[-2:-1]) and gap[-1:] == ["-"]:
            gap = gap[:-2]  # "and END-September"
        opener = words[before.first - 1] if before.first > floor else ""
        if gap[1:] in (["early"], ["late"], ["early", "on"], ["late", "on"]):
            gap = gap[:1]  # "between Monday night and EARLY Tuesday"
        if gap == ["and"] and opener in _DURING and _next_month(before, mention):
            whole = (mention.year, mention.month, None)
            out[-1] = replace(before, stop=mention.stop, cue="event", until=whole)
            continue
        if gap == ["into"] and mention.weekday is not None and mention.cue != "event":
            mention = replace(mention, cue="event")
        ranged = gap in _UNTIL or gap == ["into"] or (gap == ["and"] and opener == "between")
        plain = before.back is None and before.weekday is None and before.until is None
        both = gap == ["and"] and opener == "on" and _one_of_two(words, before, mention)
        if both and mention.until is None and mention.back is None and before.cue == "event":
            out[-1] = replace(before, stop=mention.stop, until=(None, None, mention.weekday))
            continue  # "killed 21 on MONDAY AND TUESDAY"
        if gap in _AND and before.cue == "event" and plain and _next_day(before, mention):
            year = before.year if before.year is not None else _year_before(before, mention)
            day = (mention.year, mention.month, mention.day)
            out[-1] = replace(before, stop=mention.stop, year=year, until=day)
            continue  # "killed nine on 28 FEBRUARY AND 1 MARCH"
        if gap == ["and"] and len(out) > 1 and _listed(words, floor, out[-2], before, mention):
            out.pop()  # "on MONDAY, TUESDAY AND WEDNESDAY"
            out[-1] = replace(out[-1], stop=mention.stop, until=(None, None, mention.weekday))
            continue
        if ranged and before.weekday is not None and mention.weekday is not None:
            end = (None, None, mention.weekday)
            out[-1] = replace(before, stop=mention.stop, cue="event", until=end)
            continue
        if before.weekday is not None and before.back is None and mention.back == _LAST_WEEK:
            alone = before.until is None or before.until[1] is None
            if gap in ([], ["of"], [","]) and alone:  # "on Monday OF LAST WEEK"
                out[-1] = replace(before, stop=mention.stop, back=("weekday", -1))
                if len(out) > 1 and _one_of_two(words, out[-2], out[-1]):
                    last = out.pop()  # "on MONDAY AND TUESDAY of last week"
                    pair = (None, None, last.weekday)
                    out[-1] = replace(out[-1], stop=last.stop, until=pair, back=last.back)
                continue
        if gap in ([","], [",", "on"], ["on"]) and _years_ago(before) and _yearless(mention):
            out[-1] = replace(mention, first=before.first, back=before.back)
            continue  # "FOUR YEARS AGO, on 24 February"
        if gap in ([], [","]) and _years_ago(mention) and _yearless(before):
            out[-1] = replace(before, stop=mention.stop, back=mention.back)
            continue  # "on 24 February FOUR YEARS AGO"
        if mention.back in _YEARS_BACK and before.month is not None and before.year is None:
            if gap in ([], ["of"], ["in"], ["period"]) and (
                before.until is None or before.until[0] is None
            ):
                out[-1] = replace(before, stop=mention.stop, back=mention.back)
                continue
        if (
            ranged
            and plain
            and mention.month is not None
            and before.month is not None
            and mention.until is None
        ):
            out[-1] = replace(
                before,
                stop=mention.stop,
                cue="event",
                year=before.year if before.year is not None else _year_before(before, mention),
                until=(mention.year, mention.month, mention.day),
            )
        elif (
            ranged and plain and mention.year and before.year and not (before.day or mention.until)
        ):
            ends = (mention.year, mention.month, mention.day)  # "from 1941 TO APRIL 2014"
            out[-1] = replace(before, stop=mention.stop, cue="event", until=ends)
        else:
            if gap in _LISTED and plain and before.day and before.year is None and mention.day:
                out[-1] = replace(before, year=_year_before(before, mention))
            out.append(mention)
    return out


def _one_of_two(words: list[str], one: DateMention, other: DateMention) -> bool:
    """ "On MONDAY AND TUESDAY": are they two weekdays, one behind the other?"""
    plain = one.weekday is not None and one.back is None and one.until is None
    return plain and words[one.stop : other.first] in _AND


def _listed(
    words: list[str], floor: int, first: DateMention, one: DateMention, last: DateMention
) -> bool:
    """ "On MONDAY, TUESDAY AND WEDNESDAY": are the three plain weekdays in a row?"""
    plain = all(
        d.weekday is not None and d.back is None and d.until is None and d.month is None
        for d in (first, one, last)
    )
    opens = first.first > floor and words[first.first - 1] == "on" and first.cue == "event"
    return plain and opens and words[first.stop : one.first] == [","]


_AND: Final = (["and"], ["to"], ["and", "on"], ["and", "early"], ["and", "early", "on"])


def _years_ago(date: DateMention) -> bool:
    return date.back is not None and date.back[0] == "year" and date.back[1] < -1


def _yearless(date: DateMention) -> bool:
    return bool(date.month) and date.year is None and date.back is None and date.until is None


def _gap(tokens: Tokens, floor: int, before: DateMention, mention: DateMention) -> list[str]:
    """The words between two dates, but for what is told of the first: "From 4 a.m. on 24 February, WHEN THE WAR BEGAN,
    until midnight on 26 May"."""
    words = tokens.words
    gap = words[before.stop : mention.first]
    if gap[:2] != [",", "when"] or gap.count(",") != 2 or len(gap) > _ASIDE:
        return gap
    opening = words[max(floor, before.first - _OPENING) : before.first]
    if "from" not in opening and "between" not in opening:
        return gap
    return [word for word in gap[gap.index(",", 1) + 1 :] if word not in _CLOCK]


def _next_day(before: DateMention, mention: DateMention) -> bool:
    """ "On 30 APRIL AND 1 MAY": is the second the day after the first, which ends its month?"""
    if not before.month or not before.day or mention.day != 1 or mention.until or mention.back:
        return False
    ends = before.day >= _LONG_MONTHS[before.month - 1]
    return ends and mention.month == before.month % 12 + 1


def _next_month(before: DateMention, mention: DateMention) -> bool:
    """ "In JANUARY AND FEBRUARY": two months that are one span."""
    plain = before.back is None and before.day is None and before.year is None and not before.until
    return plain and mention.day is None and mention.month == (before.month or 99) + 1


_DURING: Final = ("in", "during")
_ASIDE: Final = 16  # tokens of what is told between the ends of a span
_OPENING: Final = 6  # tokens from "from" to the day: "from 4 a.m. on"
_CLOCK: Final = frozenset("on midnight noon".split())
_LISTED: Final = (["and"], [","], [",", "and"], ["or"])


def _year_before(before: DateMention, mention: DateMention) -> int | None:
    """The year of a day that another follows, in the year that it tells or at the turn of it: "on 30 DECEMBER and 2
    January 2013"."""
    if mention.year and before.month and mention.month and before.month > mention.month:
        return mention.year - 1
    return mention.year
