"""When a document was published: the words of a date, read no more precisely than they are.

Nearly every date is one of a few plain shapes, read here without any library:

    2022-03-30            2022-03-30T09:15:00+03:00      20220330
    14 NOV 89             30 March 2022                  16-MAR-1987 04:58:17.32
    October 7, 2023       Wednesday, September 4, 2019   Wed, 30 Mar 2022 06:15:00 GMT
    30/03/2022            09:34, 30 March 2022

What no shape covers ("30 mars 2022") goes to dateparser, imported only then and told to take a
whole date or nothing. A date that two readers would read differently ("03/04/2022"), a month or a
year alone, and a relative day ("yesterday") stay unread: the words are kept, the columns are null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_A_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))}|sept|{'|'.join(_MONTH)})\b\.?"
_A_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)}|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?"
_A_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_AN_ORDINAL = rf"{_A_DAY}(?:st|nd|rd|th)?"

#: Dates whose words tell day, month and year, whatever else stands around them.
_DAY_FIRST = (
    rf"{_AN_ORDINAL}(?:\s+of)?[\s./-]{{0,2}}{_A_MONTH}[\s.,/-]{{1,2}}(?:[0-9]{{4}}|'?[0-9]{{2}})"
)
_MONTH_FIRST = rf"{_A_MONTH}[\s-]?{_AN_ORDINAL}(?:,\s?|\s)[0-9]{{4}}"
_ISO = r"[0-9]{4}(?P<mark>[-/.])(?:1[0-2]|0?[1-9])(?P=mark)(?:3[01]|[12][0-9]|0?[1-9])"
_ISO_TIME = (
    r"T[0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)

#: A date written out in running text: day, month and year, with an optional weekday before it.
FULL_DATE = rf"(?:{_A_WEEKDAY},?\s+)?(?:{_ISO}(?:{_ISO_TIME})?|{_DAY_FIRST}|{_MONTH_FIRST})"

_FLAGS = re.IGNORECASE | re.ASCII
_SHAPES = tuple(
    re.compile(shape, _FLAGS)
    for shape in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
        r"(?P<year>(?:1[89]|2[01])[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?P<day>{_A_DAY})(?:st|nd|rd|th)?(?:\s+of)?[\s./-]{{0,2}}(?P<name>{_A_MONTH})"
        r"[\s.,/-]{1,2}(?P<year>[0-9]{4}|'?[0-9]{2})(?![0-9:])",
        rf"(?P<name>{_A_MONTH})[\s-]?(?P<day>{_A_DAY})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<year>[0-9]{{4}})",
        r"(?P<first>[0-9]{1,2})(?P<mark>[-/.])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
    )
)
_BEFORE = re.compile(
    rf"(?:(?:first\s+)?(?:published|posted|dated?|issued)\b(?:\s+(?:on|at))?\s*:?\s*)?(?:{_A_WEEKDAY},?\s+)?",
    _FLAGS,
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]{1,9}))?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?P<zone>(?:UTC|GMT)?\s?[+-][0-9]{1,2}(?::?[0-9]{2})?|[A-Z]{1,4})\b)?",
    _FLAGS,
)
_BASIC_TIME = re.compile(
    r"T(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?(?P<part>)(?P<half>)"
    r"(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?",
    _FLAGS,
)
_BETWEEN = re.compile(r"(?:\s*T|\s*,?\s*(?:at\b)?\s*|\s+[-–—|]\s+)", _FLAGS)

#: Zone names that mean one offset (RFC 5322); all others have none, so no instant is told.
_ZONES = {"z": 0, "ut": 0, "utc": 0, "gmt": 0} | {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_EARLIEST, _LATEST = 1800, 2199
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """What the words of a date tell. ``at``: ISO 8601 with offset; ``on``: ISO calendar date."""

    at: str | None = None
    on: str | None = None


_UNREAD = PublicationDate()


def publication_date(words: str) -> PublicationDate:
    """The instant and the local calendar day that ``words`` tell, each None where they do not.

    ``at`` needs a day, a time and an offset: nothing is filled in. Never raises.

    >>> publication_date("14 NOV 89")
    PublicationDate(at=None, on='1989-11-14')
    >>> publication_date("2022-03-30T09:15+03:00")
    PublicationDate(at='2022-03-30T09:15:00+03:00', on='2022-03-30')
    >>> publication_date("03/04/2022")  # the 3rd of April, or of March?
    PublicationDate(at=None, on=None)
    """
    words = " ".join(words[: _LONGEST + 1].split())
    return _read(words) if len(words) <= _LONGEST else _UNREAD


@lru_cache(maxsize=4096)
def _read(words: str) -> PublicationDate:
    before = _BEFORE.match(words)
    start = before.end() if before else 0
    found = _date_at(words, start)
    if found is not None:
        day, end = found
        if end == len(words):
            return PublicationDate(on=day.isoformat())
        clock = _BASIC_TIME.fullmatch(words, end)
        between = _BETWEEN.match(words, end)
        if clock is None and between is not None:
            clock = _TIME.fullmatch(words, between.end())
        if clock is not None:
            return _at(day, clock)
    else:
        clock = _TIME.match(words, start)
        if clock is not None:
            between = _BETWEEN.match(words, clock.end())
            start = between.end() if between else clock.end()
            weekday = _BEFORE.match(words, start)
            found = _date_at(words, weekday.end() if weekday else start)
            if found is not None and found[1] == len(words):
                return _at(found[0], clock)
    return _by_dateparser(words)


def _date_at(words: str, start: int) -> tuple[date, int] | None:
    """The date that begins at ``start`` and where its words end."""
    for shape in _SHAPES:
        match = shape.match(words, start)
        if match is not None:
            day = _day(match)
            if day is not None:
                return day, match.end()
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"].lstrip("'"))
    if len(parts["year"].lstrip("'")) == 2:
        year += 1900 if year >= 69 else 2000
    if parts.get("name"):
        month, day = _MONTH[parts["name"][:3].lower()], int(parts["day"])
    elif parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None  # day or month first? Nobody can tell
        day, month = (second, first) if second > 12 else (first, second)
    else:
        month, day = int(parts["month"]), int(parts["day"])
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, clock: re.Match[str]) -> PublicationDate:
    """The instant of a day and a clock time; the day alone where time or offset cannot be known."""
    on = PublicationDate(on=day.isoformat())
    offset = _offset(clock["zone"])
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return on
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    if offset is None:
        return on
    micro = int((clock["part"] or "0")[:6].ljust(6, "0"))
    try:
        moment = time(hour, int(clock["minute"]), int(clock["second"] or 0), micro)
        at = datetime.combine(day, moment, tzinfo=timezone(offset))
        at.astimezone(UTC)  # refuses what lies beyond the calendar
    except (ValueError, OverflowError):
        return on
    return PublicationDate(at=at.isoformat(), on=on.on)


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    zone = zone.lower().replace(" ", "").replace(":", "")
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    sign = re.fullmatch(r"(?:utc|gmt)?([+-])([0-9]{1,2})([0-9]{2})?", zone)
    if sign is None:
        return None
    hours, minutes = int(sign[2]), int(sign[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    return timedelta(hours=hours, minutes=minutes) * (-1 if sign[1] == "-" else 1)


def _by_dateparser(words: str) -> PublicationDate:
    """Dates in other languages and rarer shapes; only where exactly one day and year stand there."""
    # one year, one day and perhaps a clock time: anything else is a range, a list or no date
    numerals = re.findall(r"[0-9]+", re.sub(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?", " ", words))
    years = [n for n in numerals if len(n) == 4]
    days = [n for n in numerals if len(n) <= 2 and 1 <= int(n) <= 31]
    if len(years) != 1 or len(days) != 1 or len(numerals) != 2:
        if not re.fullmatch(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", words):
            return _UNREAD
    if not any(letter.isalpha() for letter in words):
        return _UNREAD
    import dateparser

    try:
        found = dateparser.parse(
            words,
            settings={
                "PARSERS": ["absolute-time"],
                "REQUIRE_PARTS": ["day", "month", "year"],
                "RELATIVE_BASE": datetime(2000, 1, 1),
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except Exception:  # whatever a parser of many languages makes of a stranger's words
        return _UNREAD
    if found is None or str(found.year) not in [*years, "".join(numerals[:1])]:
        return _UNREAD
    if not _EARLIEST <= found.year <= _LATEST:
        return _UNREAD
    return PublicationDate(on=found.date().isoformat())
