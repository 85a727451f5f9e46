"""Periods told beside others: quarters of a year ("Q3 2025", "last quarter"), and the same period again, of another
year or of what was told before ("the SAME PERIOD of 2024", "a year earlier", "over the same period")."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from figures.extraction.times.days import DateMention, Days
from figures.extraction.times.pieces import year_at
from figures.extraction.words.tokens import Tokens

_QUARTERS: Final = {"1": 1, "2": 4, "3": 7, "4": 10}
_FISCAL: Final = frozenset("fy fiscal financial".split())
_BEFORE_YEAR: Final = frozenset(("of", "in", "/", ","))
_SAME: Final = frozenset("same corresponding comparable equivalent".split())
_PERIODS: Final = frozenset(
    "period periods month months week weeks quarter interval timeframe stretch half time".split()
)
_LINKS: Final = frozenset("of in the during , - for".split())
_LENGTH: Final = 4  # tokens from "same" to its period: "the SAME FIRST THREE MONTHS"


def quarter(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """The quarter of a year at token i.

    >>> from figures.extraction.words.tokens import tokenize
    >>> found = quarter(tokenize("In Q3 2025"), 1, 4)
    >>> found.stop, found.year, found.month, found.until
    (4, 2025, 7, (2025, 9, None))
    """
    words = tokens.words
    if words[i] != "q" or i + 1 >= stop or not tokens.glued(i + 1) or not tokens.capital(i):
        return None
    month, j = _QUARTERS.get(words[i + 1]), i + 2
    if month is None or j < stop and words[j].isalpha() and tokens.glued(j):
        return None
    if not _FISCAL.isdisjoint(words[j : j + 3]):
        return None  # nobody here knows when such a year begins
    between = j < stop and words[j] in _BEFORE_YEAR
    year = year_at(tokens, j + between, stop)
    if year is not None:
        j += between + 1
    return DateMention(i, j, "", year=year, month=month, until=(year, month + 2, None))


def same_again(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "Over THE SAME PERIOD", "in THE SAME MONTH": the period told before, where no year tells of which."""
    words = tokens.words
    j = i + 1
    if j >= stop or words[j] not in _PERIODS or words[j] == "time":
        return None
    if j + 1 < stop and _tells_year(tokens, j + 1, stop):
        return None
    return DateMention(i, j + 1, "", back=("same", 0))


def _tells_year(tokens: Tokens, j: int, stop: int) -> bool:
    """Does a year follow, be it told or counted: "of 2024", "last year", "a year earlier", "the year before"?"""
    near = tokens.words[j : min(stop, j + _LENGTH)]
    return "year" in near or "years" in near or any(year_at(tokens, j + k, stop) for k in range(3))


def of_same(tokens: Tokens, floor: int, first: int) -> bool:
    """Is it the same period of the year at token ``first`` that is told of: "the SAME PERIOD OF 2024"?"""
    words, k = tokens.words, first - 1
    while k > floor and words[k] in _LINKS:
        k -= 1
    if k <= floor or words[k] not in _PERIODS:
        return False
    return not _SAME.isdisjoint(words[max(floor, k - _LENGTH) : k])


def of_year(told: Days, year: int) -> Days | None:
    """The same days of another year: where they run over the end of one, the year of their last.

    >>> of_year(Days(date(2024, 2, 1), date(2024, 2, 29), "month"), 2023).latest
    datetime.date(2023, 2, 28)
    """
    back = told.latest.year - year
    if not 0 < back <= _YEARS or told.earliest.year - back < 1:
        return None
    ends = (told.latest + timedelta(days=1)).day == 1
    first, last = _years_back(told.earliest, back), _years_back(told.latest, back)
    if ends:
        last = last.replace(day=monthrange(last.year, last.month)[1])
    running = told.precision == "year" and (last.month, last.day) != (12, 31)
    return Days(first, last, "range" if running else told.precision)


_YEARS: Final = 30


def _years_back(day: date, years: int) -> date:
    year = day.year - years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def months_of(days: Days) -> int:
    """How many whole months the days are; 0 where they are no such.

    >>> months_of(Days(date(2024, 4, 1), date(2024, 6, 30), "range"))
    3
    """
    if days.earliest.day != 1 or days.latest >= date.max or (days.latest + timedelta(1)).day != 1:
        return 0
    return (
        (days.latest.year - days.earliest.year) * 12 + days.latest.month - days.earliest.month + 1
    )


def preceding(told: Days, months: int) -> Days | None:
    """The month, quarter or year before ``told``, where that is one.

    >>> preceding(Days(date(2024, 1, 1), date(2024, 3, 31), "range"), 3).earliest
    datetime.date(2023, 10, 1)
    """
    if months_of(told) != months or told.earliest == date.min:
        return None
    last = told.earliest - timedelta(days=1)
    begin = last.year * 12 + last.month - months
    if begin < 12:
        return None
    return Days(date(begin // 12, begin % 12 + 1, 1), last, told.precision)
