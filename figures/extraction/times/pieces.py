"""The pieces of a date: a month, the day of one, a year."""

from __future__ import annotations

from typing import Final

from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_YEARS: Final = range(1900, 2101)
OLD_YEARS: Final = range(1000, 2101)  # of a day and a month: "11 October 1711"


def month_at(tokens: Tokens, i: int) -> int | None:
    """The number of the month that token i names."""
    if i >= len(tokens.words) or not tokens.classes[i] & c.MONTH:
        return None
    month = date_lists()["months"].get(tokens.words[i])
    return int(month) if month else None


def day_at(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """(day of a month, token after it) where token i is one: "3", "3rd"."""
    if i >= stop or not tokens.words[i].isdecimal() or len(tokens.words[i]) > 2:
        return None
    day = int(tokens.words[i])
    if not 1 <= day <= 31:
        return None
    after = i + 1
    if after < stop and tokens.words[after] in ("st", "nd", "rd", "th") and tokens.glued(after):
        after += 1
    return day, after


def year_at(tokens: Tokens, i: int, stop: int, years: range = _YEARS) -> int | None:
    """The year in four digits at token i."""
    if i >= stop or len(tokens.words[i]) != 4 or not tokens.words[i].isdecimal():
        return None
    year = int(tokens.words[i])
    if year not in years or (
        i + 1 < stop and tokens.glued(i + 1) and tokens.words[i + 1] in ("%", "km", "kg")
    ):
        return None
    return year


def old_year(tokens: Tokens, i: int, stop: int) -> int | None:
    """The year of an event of long ago: "THE 1556 QUAKE"."""
    singular = load_words("incidents", "events")
    after = tokens.words[i + 1 : min(stop, i + 2)]
    told = i > 0 and tokens.words[i - 1] in ("the", "a", "an") and not singular.isdisjoint(after)
    return year_at(tokens, i, stop, OLD_YEARS) if told else None


def year_after(tokens: Tokens, i: int, stop: int, month: int, day: bool) -> tuple[int | None, int]:
    """(year, token after it) where one follows a month or a day: "2019", ", 2019", "of 2019", "89"."""
    j = i
    if (
        j < stop
        and tokens.words[j] == "."
        and tokens.glued(j)
        and j + 1 < stop
        and not tokens.capital(j + 1)
    ):
        j += 1
    years = OLD_YEARS if day else _YEARS
    for between in (",", "of"):
        if j < stop and tokens.words[j] == between and year_at(tokens, j + 1, stop):
            return year_at(tokens, j + 1, stop), j + 2
    year = year_at(tokens, j, stop, years)
    if year is not None:
        return year, j + 1
    if (
        day
        and j < stop
        and len(tokens.words[j]) == 2
        and tokens.words[j].isdecimal()
        and int(tokens.words[j]) > 31
        and _ends(tokens, j + 1, stop)
    ):
        return 1900 + int(tokens.words[j]), j + 1  # "14 NOV 89"
    return None, i


def _ends(tokens: Tokens, i: int, stop: int) -> bool:
    """Does a date end before token i: "14 NOV 89 (XYZ)", but not "on 22 March 71 FAMILIES"?"""
    ends = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION
    return i >= stop or bool(tokens.classes[i] & ends) or not tokens.words[i].isalpha()


def last_of_days(tokens: Tokens, i: int, stop: int, day: int) -> tuple[int, int] | None:
    """The last of the days listed behind one that ends before token i, and the token after it.

    >>> from figures.extraction.words.tokens import tokenize
    >>> last_of_days(tokenize("on 2, 4 and 7 March"), 2, 7, 2)
    (7, 6)
    """
    while i + 1 < stop and tokens.words[i] in (",", "and"):
        ends = tokens.words[i] == "and"
        found = day_at(tokens, i + 1 + (tokens.words[i : i + 2] == [",", "and"]), stop)
        if found is None or found[0] <= day:
            return None
        day, i = found
        if ends or tokens.words[i - 2] == "and":
            return found
    return None
