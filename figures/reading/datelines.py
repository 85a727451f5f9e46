"""The first lines of a report: the header line, the wire's dateline, a line that is a date.

     date 2022-03-30 Kyiv — Rescue crews …            header line: date and place
    BEIRUT, 14 NOV 89 (AFP) -- …                      wire: place, full date, agency
    FRANKLIN (Feb. 4, 2014) – …                       place, full date in brackets
    June 6, 2019 (KHARTOUM) – …               full date, place in brackets
    Published: 7 October 2023                         a line of its own among the first few
    7 October 2023, Lesk, Orda                        the same; where it was filed stays untold
    HONG KONG, March 16 - …                           place only: the day has no year
    Hale (North Orda), 3 May 2024                     place and full date on a line of their own

Nothing is cut off: the text stays as it was read, and what is found is told with its span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from figures.reading.dates import FULL_DATE, publication_date

_HEAD = 600  # code points in which a first line is looked for
_LINES = 5  # how many lines down a line that is a date may stand

_DASH = r"(?:--?|[–—])"
_PARTED = rf"(?:{_DASH}(?=\s)|—(?=[A-Z“\"]))"  # "HALE, Lenia—Nine people died"
_WORD = r"[^\W\d_][\w.'’-]{0,30}"
_NAME = rf"(?=[A-ZÀ-Þ]){_WORD}"
_JOINED = r"(?!,\ NO\ DATE\b)(?:,\ |[ ,/]|\ (?:of|de|del|la|el|al|and|the)\ )"
_PLACE = rf"(?P<place>{_WORD}(?:{_JOINED}{_WORD}){{0,6}})"
_COUNTRY = rf"(?:\ \({_WORD}(?:\ {_WORD}){{0,3}}\))?"
_DATE = rf"(?P<date>(?i:{FULL_DATE}))"
_AGENCY = r"(?:\s?\([^()\n]{1,60}\)){0,2}"
_YEARLESS = r"(?:[A-Z][A-Za-z]{2,8}\.?\s[0-9]{1,2}|[0-9]{1,2}\s[A-Z][A-Za-z]{2,8}\.?|NO DATE)"

_HEADER = re.compile(
    rf"\s*(?i:date)\s?:?\s{{1,3}}{_DATE}(?=[\s.,;—–-]|$)(?:[\s.,;]{{1,3}}{_PLACE}\s{{1,3}}{_DASH}\s)?"
)
_WIRE = re.compile(
    rf"\s*{_PLACE}{_COUNTRY}(?P<joint>,\s?|\s?\(|\s){_DATE}\)?{_AGENCY}\s{{0,2}}{_PARTED}"
)
_DATED = re.compile(rf"\s*{_DATE}\s?\({_PLACE}\)\s{{0,2}}{_DASH}(?=\s)")
_PLACED = re.compile(rf"\s*{_PLACE}(?:,?\s{_YEARLESS})?,?{_AGENCY}\s{{0,2}}{_PARTED}")
_LINE = re.compile(
    r"\s*(?:(?i:(?:first\s)?published|posted|issued|date)(?:\son)?\s?:?\s{0,3})?"
    rf"(?P<moment>{_DATE}(?:[\s,|–-]{{1,3}}(?:at\s)?[0-9]{{1,2}}:[0-9]{{2}}[^\n]{{0,16}})?)"
    rf"(?:,\ {_NAME}(?:,?\ {_NAME}){{0,5}})?\s*"
)
_TOWN = rf"(?P<place>{_WORD}(?:(?:[ /]|\ /\ |\ (?:of|de|del|la|el|al|and|the)\ ){_WORD}){{0,3}})"
_HELD = rf"(?:,\ {_WORD}(?:\ {_WORD}){{0,5}})?"
_PLACED_LINE = re.compile(
    rf"\s*{_TOWN}{_COUNTRY}{_HELD}\s?(?P<joint>,|\||{_DASH})\s(?:[A-Z][a-z]{{2,8}},?\s)?"
    rf"{_DATE}{_AGENCY}[\s.]{{0,2}}{_DASH}?\s*"
)
_NO_PLACE = frozenset(
    "a an at by for from in on since the until monday tuesday wednesday thursday friday saturday "
    "sunday mon tue wed thu fri sat sun".split()
)

_SMALL = frozenset("of de del la el al and the /".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's first lines tell about where and when it was filed, with the spans.

    ``published`` is verbatim and always a whole date; ``place`` is verbatim. Either may be None,
    not both. Spans are code points of the text; (0, 0) where there is nothing.
    """

    published: str | None
    published_span: tuple[int, int]
    place: str | None
    place_span: tuple[int, int]


def dateline(text: str) -> Dateline | None:
    """The dateline of a report, or None.

    >>> dateline(" date 2022-03-30 Lviv — Trains ran late.")
    Dateline(published='2022-03-30', published_span=(6, 16), place='Lviv', place_span=(17, 21))
    >>> dateline("BEIRUT, 14 NOV 89 (AFP) -- Shells fell.").published
    '14 NOV 89'
    >>> dateline("HONG KONG, March 16 - A ferry sank.").published is None
    True
    """
    head = text[:_HEAD]
    match = _HEADER.match(head)
    if match is not None and _is_date(match["date"]):
        return _found(match)
    match = _WIRE.match(head)
    if match is not None and _is_date(match["date"]) and _is_place(match):
        return _found(match)
    match = _DATED.match(head)
    if match is not None and _is_date(match["date"]) and match["place"].isupper():
        return _found(match)
    return _line_that_is_a_date(head) or _place_alone(head)


def _line_that_is_a_date(head: str) -> Dateline | None:
    at = lines = 0
    for line in head.splitlines(keepends=True):
        if lines == _LINES:
            break
        if line.strip():
            lines += 1
            if any(mark.isdigit() for mark in line):
                match = _LINE.fullmatch(head, at, at + len(line))
                for group in ("moment", "date") if match is not None else ():
                    if match is not None and _is_date(match[group]):
                        return _found(match, group)
                match = _PLACED_LINE.fullmatch(head, at, at + len(line))
                if match is not None and _is_date(match["date"]) and _is_town(match["place"]):
                    return _found(match)
        at += len(line)
    return None


def _place_alone(head: str) -> Dateline | None:
    """A place before a dash is a dateline only in capitals: "Help - it comes" is none."""
    match = _PLACED.match(head)
    if match is None or not _is_place(match):
        return None
    town = match["place"].partition(",")[0]
    return _found(match) if len(town) > 1 and town.isupper() else None


def _is_date(words: str) -> bool:
    return publication_date(words).on is not None


def _is_place(match: re.Match[str]) -> bool:
    place = match["place"]
    if not _NO_PLACE.isdisjoint(place.lower().replace(",", " ").split()):
        return place.isupper() and place.split()[0].lower() not in _NO_PLACE
    return place[0].isupper() and (match.groupdict().get("joint") != " " or place.isupper())


def _is_town(place: str) -> bool:
    """Is every word of it a name's: no "Blast of last week, 3 May 2024"?"""
    words = [word for word in place.split() if word not in _SMALL]
    return _NO_PLACE.isdisjoint(place.lower().split()) and all(word[0].isupper() for word in words)


def _found(match: re.Match[str], date: str = "date") -> Dateline:
    words, spans = match.groupdict(), {}
    for group in (date, "place"):
        spans[group] = match.span(group) if words.get(group) else (0, 0)
    return Dateline(words.get(date), spans[date], words.get("place"), spans["place"])
