"""Dates in a sentence: where each stands, what it is the date of, and the days it means.

A date is read from tokens by our own rules, because general date parsers find dates in counts ("between 20
and 30 may have died"). Relative dates ("on Tuesday night", "two days ago") need the day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from figures.extraction.places import event_words
from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_TELLS = c.MONTH | c.WEEKDAY | c.TIME
_AHEAD = 31  # days that a date without a year may lie after publication before it is last year's
_YEARS = range(1900, 2101)
_SPEECH = 6  # tokens between a verb of speech and its date


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date told at tokens ``[first, stop)``, as its words give it.

    ``cue`` is event, as_of ("by Wednesday"), since, window ("in the past 24 hours"), or spoken (the day on
    which somebody said it). Of ``year``, ``month``, ``day``, ``weekday`` (Monday is 0) those that are told;
    ``until`` is the end of a range (of weekdays: only the last number, a weekday); ``back`` counts from publication: (unit, amount), amounts below zero in
    the past; "last week" is ("week", -1), "the past 24 hours" a window of ("hour", 24).
    """

    first: int
    stop: int
    cue: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: tuple[int | None, int | None, int | None] | None = None  # year, month, day
    back: tuple[str, int] | None = None
    night: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days a date means: first and last, and how exact the words are: day, week, month, year, range."""

    earliest: date
    latest: date
    precision: str


@cache
def _lists() -> dict[str, Any]:
    lists = dict(load("dates"))
    for name in ("ordinary", "parts", "spoken"):
        lists[name] = frozenset(lists[name].split())
    for name in ("as_of", "since"):
        lists[name] = sorted((tuple(phrase.split()) for phrase in lists[name]), key=len, reverse=True)
    return lists


def find_dates(tokens: Tokens, first: int, stop: int) -> list[DateMention]:
    """The dates told in tokens ``[first, stop)``, in the order of the text.

    >>> from figures.extraction.tokens import tokenize
    >>> found = tokenize("By Friday 12 had died of the blast on 3 March 2019.")
    >>> [(m.cue, m.weekday, m.year, m.month, m.day) for m in find_dates(found, 0, len(found))]
    [('as_of', 4, None, None, None), ('event', None, 2019, 3, 3)]
    """
    classes = tokens.classes
    bits = 0
    for i in range(first, stop):
        bits |= classes[i]
    if not bits & (_TELLS | c.DIGIT):
        return []
    found: list[DateMention] = []
    i = first
    while i < stop:
        mention = None
        if classes[i] & (_TELLS | c.DIGIT | c.NUMERAL | c.ARTICLE):
            mention = _read(tokens, first, i, stop)
        if mention is None:
            i += 1
        else:
            found.append(mention)
            i = mention.stop
    return _joined(tokens, first, found) if len(found) > 1 else found


def _read(tokens: Tokens, floor: int, i: int, stop: int) -> DateMention | None:
    """The date that begins at token i."""
    bits = tokens.classes[i]
    mention = None
    if bits & c.MONTH:
        mention = _from_month(tokens, i, stop)
    elif bits & c.WEEKDAY:
        mention = _from_weekday(tokens, i, stop)
    elif bits & c.DIGIT:
        mention = _from_digits(tokens, i, stop)
    if mention is None and bits & (c.TIME | c.NUMERAL | c.ARTICLE):
        mention = _relative(tokens, floor, i, stop)
    if mention is None or (mention.stop < stop and tokens.words[mention.stop] in _NAMED_AFTER):
        return None  # "9 October Avenue"
    if mention.cue:
        return mention
    cue = _cue(tokens, floor, mention.first)
    if cue == "event" and mention.stop < stop and tokens.classes[mention.stop] & c.SAID:
        speaks = mention.stop + 1 < stop and tokens.words[mention.stop + 1] not in ("dead", "missing")
        cue = "spoken" if speaks else cue  # "the army on Tuesday admitted"
    return replace(mention, cue=cue)


_NAMED_AFTER = frozenset(
    "avenue avenues street square bridge movement brigade hospital boulevard usd dollars euros prices revolution".split()
)


def _month(tokens: Tokens, i: int) -> int | None:
    if i >= len(tokens) or not tokens.classes[i] & c.MONTH:
        return None
    month = _lists()["months"].get(tokens.words[i])
    return int(month) if month else None


def _day(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """(day of a month, token after it) where token i is one: "3", "3rd"."""
    if i >= stop or not tokens.words[i].isdecimal() or len(tokens.words[i]) > 2:
        return None
    day = int(tokens.words[i])
    if not 1 <= day <= 31:
        return None
    after = i + 1
    if after < stop and tokens.glued(after) and tokens.words[after] in ("st", "nd", "rd", "th"):
        after += 1
    return day, after


def _year(tokens: Tokens, i: int, stop: int) -> int | None:
    """The year in four digits at token i."""
    if i >= stop or len(tokens.words[i]) != 4 or not tokens.words[i].isdecimal():
        return None
    year = int(tokens.words[i])
    if year not in _YEARS or (i + 1 < stop and tokens.glued(i + 1) and tokens.words[i + 1] in ("%", "km", "kg")):
        return None
    return year


def _year_after(tokens: Tokens, i: int, stop: int, month: int, day: bool) -> tuple[int | None, int]:
    """(year, token after it) where one follows a month or a day: "2019", ", 2019", "of 2019", "89"."""
    j = i
    if j < stop and tokens.words[j] == "." and tokens.glued(j) and j + 1 < stop and not tokens.capital(j + 1):
        j += 1
    for between in (",", "of"):
        if j < stop and tokens.words[j] == between and _year(tokens, j + 1, stop):
            return _year(tokens, j + 1, stop), j + 2
    year = _year(tokens, j, stop)
    if year is not None:
        return year, j + 1
    if day and j < stop and len(tokens.words[j]) == 2 and tokens.words[j].isdecimal() and int(tokens.words[j]) > 31:
        return 1900 + int(tokens.words[j]), j + 1  # "14 NOV 89"
    return None, i


def _from_month(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "March 12, 2019", "March 12-14", "March 2019", "in March"."""
    month = _month(tokens, i)
    if month is None:
        return None
    word = tokens.words[i]
    j = i + 1
    if j < stop and tokens.words[j] == "." and tokens.glued(j) and len(word) <= 4:
        j += 1
    day = _day(tokens, j, stop)
    if day is not None and not _counts(tokens, day[1], stop):
        number, j = day
        until = None
        if j + 1 < stop and tokens.words[j] in ("-", "to") and (end := _day(tokens, j + 1, stop)):
            if end[0] > number and _month(tokens, end[1]) is None:
                until, j = end[0], end[1]
        year, j = _year_after(tokens, j, stop, month, True)
        mention = DateMention(i, j, "", year=year, month=month, day=number)
        return replace(mention, until=(year, month, until)) if until else mention
    year, after = _year_after(tokens, j, stop, month, False)
    if year is not None:
        return DateMention(i, after, "", year=year, month=month)
    before = tokens.words[i - 1] if i else ""
    if not tokens.capital(i):
        return None
    if word in _lists()["ordinary"] or before not in _MONTH_BEFORE:
        if before not in _MONTH_BEFORE or (word == "may" and j < stop and tokens.classes[j] & (c.AUXILIARY | c.VERB)):
            return None
    if before == "last":
        return DateMention(i - 1, i + 1, "", month=month)
    return DateMention(i, i + 1, "", month=month)


_MONTH_BEFORE = frozenset("in since last of early late mid - until by from during and between to through this".split())


def _counts(tokens: Tokens, i: int, stop: int) -> bool:
    """Is the number before token i a count ("In March 12 people died")?"""
    return i < stop and bool(tokens.classes[i] & (c.PERSON | c.BUILDING | c.HOUSEHOLD | c.AUXILIARY | c.TRIGGER))


def _from_weekday(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "Tuesday night", "Sat. morning", "Monday, January 28, 2019"."""
    word = tokens.words[i]
    before = tokens.words[i - 1] if i else ""
    if not tokens.capital(i) or (word in _lists()["ordinary"] and before not in ("on", ",", "(", "last", "by")):
        return None
    j = i + 1
    if j < stop and tokens.words[j] == "." and tokens.glued(j) and len(word) <= 5:
        j += 1
    comma = j + 1 if j < stop and tokens.words[j] == "," else j
    if comma < stop and tokens.classes[comma] & (c.MONTH | c.DIGIT):
        full = _from_month(tokens, comma, stop) or _from_digits(tokens, comma, stop)
        if full is not None and full.day is not None:
            return replace(full, first=i)
    night = j < stop and tokens.words[j] in ("night", "evening")
    if j < stop and tokens.words[j] in _lists()["parts"]:
        j += 1
    return DateMention(i, j, "", weekday=_lists()["weekdays"][word], night=night)


def _from_digits(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "12 March 2019", "12-14 March", "14 NOV 89", "2019-03-12", "28.02.2020", "in 2019"."""
    words = tokens.words
    day = _day(tokens, i, stop)
    if day is not None:
        number, j = day
        until = None
        if j + 1 < stop and words[j] in ("-", "to", "and") and (end := _day(tokens, j + 1, stop)):
            if _month(tokens, end[1]) is not None and end[0] > number:
                until, j = end[0], end[1]
        if j < stop and words[j] == "of" and _month(tokens, j + 1):
            j += 1
        month = _month(tokens, j) if j < stop else None
        if month is not None and not (words[j] == "may" and j + 1 < stop and tokens.classes[j + 1] & c.AUXILIARY):
            if words[j] in _lists()["ordinary"] and not tokens.capital(j):
                return None
            year, after = _year_after(tokens, j + 1, stop, month, True)
            mention = DateMention(i, after, "", year=year, month=month, day=number)
            return replace(mention, until=(year, month, until)) if until else mention
    year = _year(tokens, i, stop)
    if year is not None:
        if i + 4 < stop + 1 and words[i + 1 : i + 2] == ["-"] and words[i + 3 : i + 4] == ["-"]:
            return _iso(tokens, i, stop, year)
        return _year_alone(tokens, i, stop, year)
    pieces = words[i].split(".")
    if len(pieces) == 3 and len(pieces[2]) == 4 and all(p.isdecimal() for p in pieces):
        return _whole(i, i + 1, int(pieces[2]), int(pieces[1]), int(pieces[0]))
    return None


def _iso(tokens: Tokens, i: int, stop: int, year: int) -> DateMention | None:
    month, day = tokens.words[i + 2], tokens.words[i + 4] if i + 4 < stop else ""
    if not (month.isdecimal() and day.isdecimal() and len(month) == 2 and len(day) == 2):
        return None
    return _whole(i, i + 5, year, int(month), int(day))


def _whole(first: int, stop: int, year: int, month: int, day: int) -> DateMention | None:
    return DateMention(first, stop, "", year=year, month=month, day=day) if _real(year, month, day) else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_YEAR_BEFORE = frozenset("in since of during early late mid until by from before after and between to the through for ( ,".split())


def _year_alone(tokens: Tokens, i: int, stop: int, year: int) -> DateMention | None:
    """ "in 2019", "since 2015", "the 2011 war", "(2003)", "2008-2009"."""
    words = tokens.words
    before = words[i - 1] if i else ""
    j = i + 1
    if _counts(tokens, j, stop) and before not in ("in", "since"):
        return None
    until = None
    if j + 1 < stop and words[j] in ("-", "/") and (end := words[j + 1]).isdecimal() and len(end) in (2, 4):
        last = int(end) if len(end) == 4 else year // 100 * 100 + int(end)
        if year < last < year + 20:
            until, j = (last, None, None), j + 2
    if before not in _YEAR_BEFORE and not (before == "-" and i > 1 and words[i - 2] == "mid"):
        return None
    if before in ("for", "the", ",") and (j >= stop or not words[j].isalpha()) and before != ",":
        return None
    if before == "," and not (i > 1 and tokens.classes[i - 2] & c.MONTH):
        return None
    return DateMention(i, j, "", year=year, until=until)


def _relative(tokens: Tokens, floor: int, i: int, stop: int) -> DateMention | None:
    """ "yesterday", "overnight", "last week", "this morning", "two days ago", "the past 24 hours"."""
    words, lists = tokens.words, _lists()
    word = words[i]
    before = words[i - 1] if i > floor else ""
    if word in lists["near"]:
        j = i + 1
        if j < stop and words[j] in lists["parts"] and words[j] not in ("early", "late", "earlier"):
            j += 1
        return DateMention(i, j, "", back=("day", lists["near"][word]))
    if word == "overnight":
        return DateMention(i, i + 1, "", back=("night", 0))
    if word in ("night", "evening", "morning", "afternoon"):
        if before == "last" and word == "night":
            return DateMention(i - 1, i + 1, "", back=("day", -1))
        return DateMention(i - 1, i + 1, "", back=("day", 0)) if before == "this" else None
    if word == "weekend":
        if before in ("the", "this", "last", "past"):
            return DateMention(i - 1, i + 1, "", back=("weekend", -1))
        return None
    unit = lists["units"].get(word)
    if unit is not None:
        return _span_of(tokens, floor, i, stop, unit, before)
    amount = _amount(tokens, i)
    if amount is not None:
        j = i + 1
        if j < stop and words[j] == "of":
            j += 1
        unit = lists["units"].get(words[j]) if j < stop else None
        if unit is not None and j + 1 < stop and words[j + 1] in ("ago", "earlier") and unit != "hour":
            if words[j + 1] == "earlier":
                return None
            first = i - 1 if before in ("a", "about", "some") and word not in ("a", "an") else i
            return DateMention(first, j + 2, "", back=(unit, -amount))
        if unit == "hour" and words[j + 1 : j + 2] == ["ago"]:
            return DateMention(i, j + 2, "", back=("day", -((amount + 12) // 24)))
    return None


def _span_of(
    tokens: Tokens, floor: int, i: int, stop: int, unit: str, before: str
) -> DateMention | None:
    """A span of time whose unit stands at token i: "last week", "this year", "the past 24 hours"."""
    words = tokens.words
    if before == "last" and (i < 2 or words[i - 2] not in ("the", "these")):
        return DateMention(i - 1, i + 1, "", back=(unit, -1)) if unit in ("week", "month", "year") else None
    if before == "this" and unit in ("week", "month", "year"):
        return DateMention(i - 1, i + 1, "", back=(unit, 0))
    if before in _PAST and unit:
        return DateMention(i - 1, i + 1, "window", back=(unit, 1))
    k = i - 1
    amount = _amount(tokens, k) if k > floor else None
    if amount is not None and words[k - 1] == "-" and k > floor + 1:
        k -= 1
    if amount is not None and k - 1 >= floor and words[k - 1] in _PAST:
        return DateMention(k - 1, i + 1, "window", back=(unit, amount))
    return None


_PAST = frozenset(("past", "last", "previous", "preceding"))


def _amount(tokens: Tokens, i: int) -> int | None:
    word = tokens.words[i]
    if word.isdecimal() and len(word) <= 3:
        return int(word)
    found = _lists()["numbers"].get(word)
    return int(found) if found is not None else None


def _cue(tokens: Tokens, floor: int, i: int) -> str:
    """What the words before token i say that it is the date of."""
    words, lists = tokens.words, _lists()
    p = i
    while p > floor and (words[p - 1] in lists["parts"] or words[p - 1] in ("the", "on", "-", "mid", "at", "morning", "of")):
        if words[p - 1] == "of" and words[p - 2 : p - 1] == ["as"] or words[p - 1] == "on" and words[p - 2 : p - 1] == ["as"]:
            break
        p -= 1
    for name in ("as_of", "since"):
        for phrase in lists[name]:
            size = len(phrase)
            if p - size >= floor and tuple(words[p - size : p]) == phrase:
                return "event" if phrase == ("after",) else name
    return "spoken" if _spoken(tokens, floor, p) else "event"


def _spoken(tokens: Tokens, floor: int, p: int) -> bool:
    """Do the words before token p tell that somebody spoke then ("told Reuters on Tuesday")?"""
    words, classes = tokens.words, tokens.classes
    for k in range(p - 1, max(floor, p - _SPEECH) - 1, -1):
        word = words[k]
        if word in _lists()["spoken"] or classes[k] & c.SAID:
            passive = k > floor and classes[k - 1] & c.AUXILIARY
            return not passive
        if classes[k] & (c.TRIGGER | c.NUMERAL | c.VERB) or word in event_words() or word in (",", ";", "that"):
            return False
    return False


_TO = (["to"], ["-"], ["until"], ["till"], ["through"], ["through", "to"])


def _joined(tokens: Tokens, floor: int, found: list[DateMention]) -> list[DateMention]:
    """ "Between 8 March and 2 May 2020", "from April to June": two dates that are one span."""
    words = tokens.words
    out = [found[0]]
    for mention in found[1:]:
        before = out[-1]
        gap = words[before.stop : mention.first]
        opener = words[before.first - 1] if before.first > floor else ""
        ranged = gap in _TO or (gap == ["and"] and opener == "between")
        plain = before.back is None and before.weekday is None and before.until is None
        if ranged and before.weekday is not None and mention.weekday is not None:
            end = (None, None, mention.weekday)
            out[-1] = replace(before, stop=mention.stop, cue="event", until=end)
            continue
        if ranged and plain and mention.month is not None and before.month is not None and mention.until is None:
            year = before.year if before.year is not None else mention.year
            if before.year is None and mention.year and before.month > mention.month:
                year = mention.year - 1
            out[-1] = replace(
                before, stop=mention.stop, cue="event", year=year, until=(mention.year, mention.month, mention.day)
            )
        elif ranged and plain and mention.year and before.year and mention.month is None and before.month is None:
            out[-1] = replace(before, stop=mention.stop, cue="event", until=(mention.year, None, None))
        else:
            out.append(mention)
    return out


@lru_cache(maxsize=4096)
def resolve(mention: DateMention, published: date | None, year: int | None = None) -> Days | None:
    """The days that a date means, None where the text does not tell enough.

    ``year`` is the year of the date told before, for dates that give none in texts of unknown publication.

    >>> resolve(DateMention(0, 1, "event", weekday=1), date(2022, 3, 30))
    Days(earliest=datetime.date(2022, 3, 29), latest=datetime.date(2022, 3, 29), precision='day')
    """
    if mention.back is not None:
        return None if published is None else _counted_back(mention, published)
    if mention.weekday is not None:
        if published is None:
            return None
        day = published - timedelta(days=(published.weekday() - mention.weekday) % 7)
        if mention.until is not None and mention.until[2] is not None:
            end = published - timedelta(days=(published.weekday() - mention.until[2]) % 7)
            if end < day:
                day -= timedelta(days=7)
            return Days(day, end, "range")
        return Days(day, day, "day")
    start = _days(mention.year, mention.month, mention.day, published, year)
    if start is None or mention.until is None:
        return start
    last_year, last_month, last_day = mention.until
    end = _days(last_year or start.earliest.year, last_month, last_day, published, year)
    if end is None or end.latest < start.earliest:
        return start
    return Days(start.earliest, end.latest, "range")


def _days(
    year: int | None, month: int | None, day: int | None, published: date | None, told: int | None
) -> Days | None:
    if month is None:
        return None if year is None else Days(date(year, 1, 1), date(year, 12, 31), "year")
    if year is None:
        if told is None and published is None:
            return None
        if published is None:
            year = told
        else:
            year = published.year
            first = _real(year, month, day or 1)
            if first is not None and (first - published).days > _AHEAD:
                year -= 1
            if told is not None and told < year and abs(told - year) > 1:
                year = told
    assert year is not None
    first = _real(year, month, day or 1)
    if first is None:
        return None
    if day is not None:
        return Days(first, first, "day")
    return Days(first, _month_end(first), "month")


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 else day
    return following - timedelta(days=1)


def _counted_back(mention: DateMention, published: date) -> Days | None:
    assert mention.back is not None
    unit, amount = mention.back
    if amount > 0 and mention.cue != "window":
        return None  # tomorrow: nothing has happened yet
    if unit == "night":
        return Days(published - timedelta(days=1), published, "range")
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        return Days(saturday, min(saturday + timedelta(days=1), published), "range")
    if mention.cue == "window":
        start = _back(published, unit, amount)
        return None if start is None else Days(start, published, "range")
    start = _back(published, unit, -amount)
    if start is None:
        return None
    if unit == "week" and amount >= -1:
        monday = start - timedelta(days=start.weekday())
        return Days(monday, min(monday + timedelta(days=6), published), "week")
    if unit == "day":
        return Days(start, start, "day")
    if unit == "week":
        return Days(start - timedelta(days=3), start + timedelta(days=3), "week")
    if unit == "month":
        first = start.replace(day=1)
        return Days(first, min(_month_end(first), published), "month")
    if unit in ("year", "decade"):
        return Days(date(start.year, 1, 1), min(date(start.year, 12, 31), published), "year")
    return None


def _back(day: date, unit: str, amount: int) -> date | None:
    """The day so many units before."""
    try:
        if unit == "hour":
            return day - timedelta(days=max(1, (amount + 12) // 24))
        if unit in ("day", "week", "fortnight"):
            return day - timedelta(days=amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
        months = amount * {"month": 1, "year": 12, "decade": 120}[unit]
        index = day.year * 12 + day.month - 1 - months
        first = date(index // 12, index % 12 + 1, 1)
        return first.replace(day=min(day.day, _month_end(first).day))
    except (ValueError, OverflowError):
        return None
