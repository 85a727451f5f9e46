"""When a count stood: ISO dates and times as text, compared no more finely than both tell."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime

from figures.model import Document, Figure

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def said_at(document: Document) -> str | None:
    """When a document was published: to the minute where told, else the day, else None."""
    if document.published_at and "T" in document.published_at:
        return document.published_at
    return document.published_on or document.published_at


def clock(figure: Figure, document: Document) -> str | None:
    """When a figure's count stood: ``as_of`` where the text tells it, else when it was said."""
    return figure.as_of or said_at(document)


def order(left: str | None, right: str | None) -> int | None:
    """-1, 1: left is the earlier, the later; 0: one day, no telling; None: one has no date.

    >>> order("2022-03-29", "2022-03-30T09:34:00+03:00"), order("2022-03-30", "2022-03-30T09:34")
    (-1, 0)
    >>> order("2022-03-30T08:00", "2022-03-30T09:34"), order(None, "2022-03-30")
    (-1, None)
    """
    if not left or not right:
        return None
    shared = min(len(left), len(right), 10)
    one, other = left[:shared], right[:shared]
    if one == other and "T" in left and "T" in right:
        a, b = _instant(left), _instant(right)
        if a and b and (a.tzinfo is None) == (b.tzinfo is None):
            return (a > b) - (a < b)
        one, other = left[:16], right[:16]
    return (one > other) - (one < other)


def earliest(clocks: Iterable[str | None]) -> str | None:
    """The earliest of several clocks; None where none is told.

    >>> earliest(["2022-03-30", None, "2022-03-29T10:00"])
    '2022-03-29T10:00'
    """
    return min((c for c in clocks if c), key=lambda c: (c[:10], "T" in c, c), default=None)


def days_between(left: str | None, right: str | None) -> int | None:
    """Whole days from left to right, or None where one is not a full date."""
    one, other = _day(left), _day(right)
    return None if one is None or other is None else (other - one).days


def in_words(clock: str) -> str:
    """A clock as one would write it: "29 March 2022", "30 March 2022, 09:34".

    >>> in_words("2022-03-30T09:34:00+03:00")
    '30 March 2022, 09:34'
    """
    day = _day(clock)
    if day is None:
        return clock
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{words}, {clock[11:16]}" if clock[10:11] == "T" else words


def window_in_words(first: str, last: str) -> str:
    """A span of days as one would write it, each month and year once.

    >>> window_in_words("2022-03-29", "2022-03-29"), window_in_words("2022-03-06", "2022-03-07")
    ('29 March 2022', '6 to 7 March 2022')
    >>> window_in_words("2021-12-30", "2022-01-02"), window_in_words("2021-08-31", "2021-09-02")
    ('30 December 2021 to 2 January 2022', '31 August to 2 September 2021')
    >>> window_in_words("2022-03-01", "2022-03-31"), window_in_words("2019-01-01", "2019-12-31")
    ('March 2022', '2019')
    """
    one, other = _day(first), _day(last)
    if one is None or other is None or one == other:
        return " to ".join(dict.fromkeys((in_words(first), in_words(last))))
    months = 12 * (other.year - one.year) + other.month - one.month
    if one.day == 1 and other.day == monthrange(other.year, other.month)[1]:
        if not months:
            return f"{_MONTHS[one.month - 1]} {one.year}"
        if (one.month, months) == (1, 11):
            return str(one.year)
    begun = in_words(first[:10]).split()
    kept = 1 if not months else 2 if one.year == other.year else 3
    return f"{' '.join(begun[:kept])} to {in_words(last[:10])}"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
