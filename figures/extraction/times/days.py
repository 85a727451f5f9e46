"""The days that a date means, as far as its words and the day of publication tell.

Relative dates ("on Tuesday night", "two days ago") mean nothing without a day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final

# days that a date without a year may lie after publication before it is last year's
_AHEAD: Final = 31
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date told at tokens ``[first, stop)``, as its words give it.

    ``cue`` is event, as_of ("by Wednesday"), since, window ("in the past 24 hours") or spoken (the day on
    which somebody said it). Of ``year``, ``month``, ``day`` and ``weekday`` (Monday is 0) those that are
    told. ``until`` is the end of a range: year, month, day; of weekdays the last alone, a weekday. ``back``
    counts from publication, unit and amount: "last week" is ("week", -1); a window's amount is its length;
    ("then", 2) counts days from the date told before, ("then_event", -2) from that of the event told before it;
    ("then_day", 10) is the 10th of its month, ("same", -1) the period told before a year earlier, ("preceding", 3) the
    quarter before it; ("weekday", -1) is one of last week, ("last", -1) the last such month;
    of one that ends so many days or months, ("ending", 7), ("ending_months", 12).
    ``words`` are those of a date that only dateparser reads ("two years and three months ago").
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
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days a date means: first and last, and how exact the words are: day, week, month, year, range."""

    earliest: date
    latest: date
    precision: str


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(then: Days | None, days: int) -> Days | None:
    """The day so many days after ``then``, where that is a day."""
    if then is None or then.precision != "day":
        return None
    try:
        day = then.earliest + timedelta(days=days)
    except OverflowError:
        return None
    return Days(day, day, "day")


def day_up_to(then: Days | None, day: int, published: date | None = None) -> Days | None:
    """The last day of that number up to ``then``, where that is a day: the 30th told on 2 May is of April; or one soon
    behind it, up to ``published``: the 5th told beside 3 March. Of a text that tells no day, the last before it.

    >>> day_up_to(None, 9, date(2024, 5, 8)).earliest
    datetime.date(2024, 4, 9)
    """
    if then is None and published is not None:
        then, published = Days(published, published, "day"), None
    if then is None or then.precision != "day":
        return None
    if published is not None and then.earliest.day < day <= then.earliest.day + _SOON_AFTER:
        next_day = real_date(then.earliest.year, then.earliest.month, day)
        if next_day is not None and next_day <= published:
            return Days(next_day, next_day, "day")
    months = ((then.earliest.year * 12 + then.earliest.month - 1 - k) for k in range(3))
    found = (real_date(month // 12, month % 12 + 1, day) for month in months if month >= 12)
    told = next((d for d in found if d is not None and d <= then.earliest), None)
    return Days(told, told, "day") if told else None


_SOON_AFTER: Final = 12  # days behind one told in which another of its month is looked for


def weeks_before(then: Days | None, weeks: int = 1) -> Days | None:
    """The seven days before ``then``, or so many weeks, where that is no longer."""
    if then is None or (then.latest - then.earliest).days >= weeks * _WEEK:
        return None
    try:
        first = then.earliest - timedelta(days=weeks * _WEEK)
    except OverflowError:
        return None
    return Days(first, then.earliest - timedelta(days=1), "range")


def weekday_near(mention: DateMention, told: Days, spoken: bool, goes_on: bool) -> Days | None:
    """The day a weekday means beside a day that was told; None where it could be one before it or behind it.

    Who spoke on that day (``spoken``) tells of the one before; what happened on it goes on (``goes_on``) with the
    days behind it: "By Monday 14 had died". The same weekday is that day.

    >>> saturday = Days(date(2022, 1, 1), date(2022, 1, 1), "day")
    >>> friday = DateMention(0, 1, "event", weekday=4)
    >>> weekday_near(friday, saturday, True, False).earliest, weekday_near(friday, saturday, False, True).earliest
    (datetime.date(2021, 12, 31), datetime.date(2022, 1, 7))
    """
    if told.precision != "day" or mention.weekday is None:
        return None
    if mention.until is not None:  # "on Monday and Tuesday"
        first = weekday_near(replace(mention, until=None), told, spoken, goes_on)
        last = moved(first, ((mention.until[2] or 0) - mention.weekday) % _WEEK)
        return Days(first.earliest, last.latest, "range") if first and last else None
    if spoken:
        return resolve(mention, told.earliest)
    ahead = (mention.weekday - told.earliest.weekday()) % _WEEK
    return moved(told, ahead) if goes_on or not ahead else None


@lru_cache(maxsize=4096)
def resolve(mention: DateMention, published: date | None, year: int | None = None) -> Days | None:
    """The days that a date means, None where the text does not tell enough.

    ``year`` is the year of the date told before, for dates that give none in texts of unknown publication.

    >>> resolve(DateMention(0, 1, "event", weekday=1), date(2022, 3, 30))
    Days(earliest=datetime.date(2022, 3, 29), latest=datetime.date(2022, 3, 29), precision='day')
    """
    if mention.back is not None and mention.back[0] in ("ending", "ending_months"):
        return _leading_to(mention, published, year)
    if mention.month is not None and mention.back is not None:  # "July LAST YEAR", "LAST July"
        if published is None:
            return None
        year_of = published.year + mention.back[1]
        if mention.back[0] == "last" and mention.month < published.month:
            year_of = published.year  # "LAST March" in June: in March, another year's
        if mention.back[0] == "the_year" and mention.until and mention.until[1]:
            year_of -= mention.until[1] > published.month  # one that was over
        mention = replace(mention, year=year_of, back=None)
        days = _by_calendar(mention, published, year)
        running = days is not None and mention.until and days.earliest <= published < days.latest
        return replace(days, latest=published) if days and running else days
    if mention.words is None and mention.back is None and mention.weekday is None:
        return _by_calendar(mention, published, year)
    if (
        published is None
        or mention.back is not None
        and mention.back[0] in ("then", "then_day", "then_event", "same", "preceding")
    ):
        return None
    if mention.back is not None and mention.back[0] == "feast":
        return _feast(mention.back[1], published)
    try:
        if mention.words is not None:
            return _by_dateparser(mention.words, published)
        return (
            _weekday(mention, published)
            if mention.back is None or mention.back[0] == "weekday"
            else _counted_back(mention, published)
        )
    except OverflowError:  # published in the first days of the year 1
        return None


def _leading_to(mention: DateMention, published: date | None, year: int | None) -> Days | None:
    """So many days or months, of which the last is told: "in the week to 15 March", "in the year to June"."""
    assert mention.back is not None
    last = resolve(replace(mention, back=None), published, year)
    if last is not None and mention.back[0] == "ending_months":
        begin = _back(last.latest + timedelta(days=1), "month", mention.back[1])
        return Days(begin, last.latest, "range") if begin else None
    before = moved(last, 1 - mention.back[1])
    return Days(before.earliest, last.latest, "range") if before and last else None


def _feast(offset: int, published: date) -> Days | None:
    """A day so many days from Easter ("Easter Sunday", "Good Friday") in the week before a report; None where that
    is of another time, or another year's: "the Easter Sunday bombings of 2019"."""
    from dateutil.easter import easter

    day = easter(published.year) + timedelta(days=offset)
    return Days(day, day, "day") if 0 <= (published - day).days < 7 else None


def _weekday(mention: DateMention, published: date) -> Days:
    """The last such weekday up to the day of publication, which counts itself."""
    assert mention.weekday is not None
    day = published - timedelta(days=(published.weekday() - mention.weekday) % 7)
    if mention.back is not None:  # "Monday OF LAST WEEK"
        monday = published - timedelta(days=published.weekday() + 7)
        day = monday + timedelta(days=mention.weekday)
        if mention.until is not None and mention.until[2] is not None:
            return Days(day, max(day, monday + timedelta(days=mention.until[2])), "range")
    if mention.until is None or mention.until[2] is None:
        return Days(day, day, "day")
    end = published - timedelta(days=(published.weekday() - mention.until[2]) % 7)
    return Days(day if day <= end else day - timedelta(days=7), end, "range")


def _by_calendar(mention: DateMention, published: date | None, year: int | None) -> Days | None:
    begin = _days(mention.year, mention.month, mention.day, published, year)
    if begin is None or mention.until is None:
        return begin
    last_year, last_month, last_day = mention.until
    close = _days(last_year or begin.earliest.year, last_month, last_day, published, year)
    untold = mention.year is None and last_year is None and last_month is not None
    if close is not None and untold and mention.month is not None:
        if close.latest < begin.earliest:  # "from 20 December to 5 January"
            close = _days(begin.earliest.year + 1, last_month, last_day, published, year)
        elif published is not None and (close.earliest - published).days > _AHEAD:
            # "between January and June", told in March: of the year before
            before = begin.earliest.year - 1
            begin = _days(before, mention.month, mention.day, published, year)
            close = _days(before, last_month, last_day, published, year)
    if close is None or begin is None or close.latest < begin.earliest:
        return begin
    return Days(begin.earliest, close.latest, "range")


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
            first = real_date(year, month, day or 1)
            if first is not None and (first - published).days > _AHEAD:
                year -= 1
            if told is not None and told < year and abs(told - year) > 1:
                year = told
    assert year is not None
    first = real_date(year, month, day or 1)
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
    if mention.cue == "window" and amount > 0:
        start = _back(published, unit, amount)
        return None if start is None else Days(start, published, "range")
    start = _back(published, "year" if unit == "anniversary" else unit, -amount)
    if start is None:
        return None
    if unit == "anniversary":
        return Days(start, start, "day")
    if unit == "week" and amount >= -1:
        monday = start - timedelta(days=start.weekday())
        return Days(monday, min(monday + timedelta(days=6), published), "week")
    if unit == "day":
        return Days(start, start, "day")
    if unit in ("week", "fortnight"):
        return Days(start - timedelta(days=3), start + timedelta(days=3), "week")
    if unit == "quarter":
        first = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1)
        last = _month_end(first.replace(month=first.month + 2))
        return Days(first, min(last, published), "range")
    if unit == "month":
        if mention.day is not None:  # "the 9TH OF LAST MONTH"
            day = real_date(start.year, start.month, mention.day)
            return Days(day, day, "day") if day is not None and day <= published else None
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
        months = amount * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        index = day.year * 12 + day.month - 1 - months
        first = date(index // 12, index % 12 + 1, 1)
        return first.replace(day=min(day.day, _month_end(first).day))
    except (ValueError, OverflowError):
        return None


@cache
def _dateparser() -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser


@lru_cache(maxsize=256)
def _by_dateparser(words: str, published: date) -> Days | None:
    """What dateparser makes of a whole span of words: only its day, month or year, as exact as it says."""
    base = datetime(published.year, published.month, published.day, 12)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    read = _dateparser()(languages=["en"], settings=settings).get_date_data(words)
    if read.date_obj is None or read.date_obj.date() > published:
        return None
    day: date = read.date_obj.date()
    if read.period == "day":
        return Days(day, day, "day")
    if read.period == "month":
        return Days(day.replace(day=1), _month_end(day.replace(day=1)), "month")
    return Days(date(day.year, 1, 1), date(day.year, 12, 31), "year")
