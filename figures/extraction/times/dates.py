"""Dates in a sentence: where each stands and what it is the date of.

A date is read from tokens by our own rules, because general date parsers find dates in counts ("between 20
and 30 may have died"). What days it means is told in days.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.times.compared import measured
from figures.extraction.times.counted import is_count
from figures.extraction.times.cues import cue_of
from figures.extraction.times.days import DateMention, real_date
from figures.extraction.times.periods import quarter
from figures.extraction.times.pieces import (
    OLD_YEARS,
    day_at,
    last_of_days,
    month_at,
    old_year,
    year_after,
    year_at,
)
from figures.extraction.times.relativedates import TH, relative
from figures.extraction.times.stretches import joined, stretched
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_TELLS: Final = c.MONTH | c.WEEKDAY | c.TIME
DATED: Final = _TELLS | c.DIGIT  # a sentence without any of these tells no date
_OPENS: Final = DATED | c.NUMERAL | c.ARTICLE
_COUNTED: Final = c.TIME | c.NUMERAL | c.ARTICLE  # may tell days counted from another
_YEAR_DIGITS: Final = 4  # digits of a year


def find_dates(tokens: Tokens, first: int, stop: int) -> list[DateMention]:
    """The dates told in tokens ``[first, stop)``, in the order of the text.

    >>> from figures.extraction.words.tokens import tokenize
    >>> found = tokenize("By Friday 12 had died of the blast on 3 March 2019.")
    >>> [(m.cue, m.weekday, m.year, m.month, m.day) for m in find_dates(found, 0, len(found))]
    [('as_of', 4, None, None, None), ('event', None, 2019, 3, 3)]
    """
    found: list[DateMention] = []
    free = first  # tokens before it belong to a date already
    for i in _openings(tokens, first, stop):
        mention = _read(tokens, first, i, stop) if i >= free else None
        if mention is not None:
            found.append(mention)
            free = mention.stop
    return joined(tokens, first, found) if len(found) > 1 else found


def _openings(tokens: Tokens, first: int, stop: int) -> list[int]:
    """The tokens that a date may begin at: no article without a unit of time, no "12" without that, a month or "/"."""
    words, classes = tokens.words[first : stop + 2], tokens.classes
    spans = not date_lists()["units"].keys().isdisjoint(words)
    opens = _OPENS if spans else DATED
    found = [k for k in range(first, stop) if classes[k] & opens]
    if not _RARE.isdisjoint(words):
        rare = [k for k in range(first, stop) if tokens.words[k] in _RARE]
        return sorted({*found, *rare})
    if spans or "/" in words or any(classes[k] & c.MONTH for k in found):
        return found
    if not TH.isdisjoint(words):
        return [
            k
            for k in found
            if classes[k] & _TELLS
            or not TH.isdisjoint(tokens.words[k + 1 : k + 2])
            or len(tokens.words[k]) >= _YEAR_DIGITS
        ]
    return [k for k in found if classes[k] & _TELLS or len(tokens.words[k]) >= _YEAR_DIGITS]


_RARE: Final = frozenset(("eve", "q", "same"))  # words of a date that no class of words knows


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
    elif tokens.words[i] == "q":
        mention = quarter(tokens, i, stop)
    if mention is None and (bits & _COUNTED or tokens.words[i] in _RARE):
        mention = relative(tokens, floor, i, stop)
    if mention is None or (mention.stop < stop and tokens.words[mention.stop] in _NAMED_AFTER):
        return None  # "9 October Avenue"
    if mention.cue == "window" and measured(tokens, floor, mention.first):
        return replace(mention, cue="other")  # "the highest toll in the last 25 years"
    if mention.cue:
        return mention
    cue = cue_of(tokens, floor, mention.first, mention.stop, stop)
    found = stretched(tokens, floor, replace(mention, cue=cue))
    if found.first < mention.first and found.month and found.day and not mention.day:
        found = replace(found, cue=cue_of(tokens, floor, found.first, found.stop, stop))
    return found  # "BY the first week of March"


_NAMED_AFTER: Final = frozenset(
    "avenue avenues street square bridge movement brigade hospital boulevard revolution"
    " usd dollars euros prices".split()
)


def _from_month(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "March 12, 2019", "March 12-14", "March 2019", "in March"."""
    month = month_at(tokens, i)
    if month is None:
        return None
    word = tokens.words[i]
    j = i + 1
    if j < stop and tokens.words[j] == "." and tokens.glued(j) and len(word) <= 4:
        j += 1
    day = day_at(tokens, j, stop)
    if day is not None and not is_count(tokens, day[1], stop):
        number, j = day
        until = None
        opener = tokens.words[i - 1] if i else ""
        pair = [str(number + 1)] == tokens.words[j + 1 : j + 2] and opener == "on"
        to = _TO_DAY if opener == "between" or pair else _TO_DAY - {"and"}
        if j + 1 < stop and tokens.words[j] in to and (end := day_at(tokens, j + 1, stop)):
            counts = pair and is_count(tokens, end[1], stop)
            if end[0] > number and month_at(tokens, end[1]) is None and not counts:
                until, j = end[0], end[1]
        elif opener in _LISTS and (end := last_of_days(tokens, j, stop, number)):
            if not is_count(tokens, end[1], stop):
                until, j = end
        year, j = year_after(tokens, j, stop, month, True)
        mention = DateMention(i, j, "", year=year, month=month, day=number)
        return replace(mention, until=(year, month, until)) if until else mention
    year, after = year_after(tokens, j, stop, month, False)
    if year is not None:
        return DateMention(i, after, "", year=year, month=month)
    recently = tokens.words[max(0, i - 3) : i] == ["as", "recently", "as"]
    before = "in" if recently else tokens.words[i - 1] if i else ""
    if not tokens.capital(i):
        return None
    if before == "the" and tokens.words[j : j + 1] == ["-"] and month_at(tokens, j + 1):
        return DateMention(i, i + 1, "", month=month)  # "the JANUARY-June period"
    if word in date_lists()["ordinary"] or before not in _MONTH_BEFORE:
        if before not in _MONTH_BEFORE or (
            word == "may" and j < stop and tokens.classes[j] & (c.AUXILIARY | c.VERB)
        ):
            return None
    if before == "-" and i > 1 and tokens.glued(i) and tokens.capital(i - 2):
        if not tokens.classes[i - 2] & (c.MONTH | c.DIGIT) and tokens.words[i - 2] not in _PARTS:
            return None  # "Storm Emong (Co-May)"
    if before == "last":
        return DateMention(i - 1, i + 1, "", month=month, back=("last", -1))
    return DateMention(i, i + 1, "", month=month)


_PARTS: Final = frozenset("mid early late end".split())
_MONTH_BEFORE: Final = frozenset(
    "in since last of early late mid - until by from during and between to through this".split()
)


def _from_weekday(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "Tuesday night", "Sat. morning", "Monday, January 28, 2019"."""
    word = tokens.words[i]
    before = tokens.words[i - 1] if i else ""
    if not tokens.capital(i) or (
        word in date_lists()["ordinary"] and before not in ("on", ",", "(", "last", "by")
    ):
        return None
    if before in date_lists()["infamous"] and tokens.capital(i - 1):
        return None  # "Bloody Sunday"
    j = i + 1
    if j < stop and tokens.words[j] == "." and tokens.glued(j) and len(word) <= 5:
        j += 1
    comma = j + 1 if j < stop and tokens.words[j] == "," else j
    if comma < stop and tokens.classes[comma] & (c.MONTH | c.DIGIT):
        full = _from_month(tokens, comma, stop) or _from_digits(tokens, comma, stop)
        if full is not None and full.day is not None:
            return replace(full, first=i)
    if j < stop and tokens.words[j] in date_lists()["parts"]:
        j += 1
    day = date_lists()["weekdays"][word]
    if i and (feast := date_lists()["feasts"].get(f"{before} {word}")) is not None:
        return DateMention(i, j, "", weekday=day, back=("feast", feast))
    return DateMention(i, j, "", weekday=day)


# before days listed: "ON 2, 4 and 7 March"
_LISTS: Final = frozenset(("on", "of", "during", "between"))
# from one day to another: "12 TO 14 March"
_TO_DAY: Final = frozenset(("-", "to", "and", "through"))


def _from_digits(tokens: Tokens, i: int, stop: int) -> DateMention | None:
    """ "12 March 2019", "12-14 March", "14 NOV 89", "2019-03-12", "28.02.2020", "in 2019"."""
    words = tokens.words
    day = day_at(tokens, i, stop)
    if day is not None:
        number, j = day
        until = None
        if j + 1 < stop and words[j] in _TO_DAY and (end := day_at(tokens, j + 1, stop)):
            if month_at(tokens, end[1]) is not None and end[0] > number:
                until, j = end[0], end[1]
        elif i and words[i - 1] in _LISTS and (end := last_of_days(tokens, j, stop, number)):
            if month_at(tokens, end[1]) is not None:
                until, j = end
        if j < stop and words[j] == "of" and month_at(tokens, j + 1):
            j += 1
        elif (
            j + 1 < stop and words[j] in ("/", "-") and tokens.glued(j) and month_at(tokens, j + 1)
        ):
            j += 1  # "20/Oct/2019", "20-Oct"
        month = month_at(tokens, j) if j < stop else None
        if month is not None and not (
            words[j] == "may" and j + 1 < stop and tokens.classes[j + 1] & c.AUXILIARY
        ):
            if words[j] in date_lists()["ordinary"] and not tokens.capital(j):
                return None
            k = j + 1
            if words[j - 1] in ("/", "-") and k < stop and words[k] == words[j - 1]:
                k += tokens.glued(k)
            year, after = year_after(tokens, k, stop, month, True)
            mention = DateMention(
                i, after if year else j + 1, "", year=year, month=month, day=number
            )
            return replace(mention, until=(year, month, until)) if until else mention
    year = year_at(tokens, i, stop) or old_year(tokens, i, stop)
    if (
        year is None
        and i + 1 < stop
        and (tokens.classes[i + 1] & c.MONTH or _heads(tokens, i, stop))
    ):
        year = year_at(tokens, i, stop, OLD_YEARS)  # "1832 July", "1853: …"
    if year is not None:
        if i + 4 < stop + 1 and words[i + 1 : i + 2] == ["-"] and words[i + 3 : i + 4] == ["-"]:
            return _iso(tokens, i, stop, year)
        return _year_first(tokens, i, stop, year) or _year_alone(tokens, i, stop, year)
    if (
        i + 4 < stop
        and words[i + 1] == words[i + 3] == "/"
        and all(map(tokens.glued, range(i + 1, i + 5)))
    ):
        return _slashed(tokens, i)
    pieces = words[i].split(".")
    if len(pieces) == 3 and len(pieces[2]) == 4 and all(p.isdecimal() for p in pieces):
        return _whole(i, i + 1, int(pieces[2]), int(pieces[1]), int(pieces[0]))
    return None


def _year_first(tokens: Tokens, i: int, stop: int, year: int) -> DateMention | None:
    """ "1972, December 22", "2004 January 4", "1832 July"."""
    comma = tokens.words[i + 1 : i + 2] == [","]
    j = i + 1 + comma
    if j < stop and tokens.words[j] == "q" and (part := quarter(tokens, j, stop)):
        return replace(part, first=i, year=year, until=(year, (part.month or 0) + 2, None))
    month = month_at(tokens, j) if j < stop and tokens.capital(j) else None
    if month is None or tokens.words[j] in date_lists()["ordinary"] and comma:
        return None
    day = day_at(tokens, j + 1, stop)
    if day is not None and not is_count(tokens, day[1], stop):
        return DateMention(i, day[1], "", year=year, month=month, day=day[0])
    return None if comma else DateMention(i, j + 1, "", year=year, month=month)


def _iso(tokens: Tokens, i: int, stop: int, year: int) -> DateMention | None:
    month, day = tokens.words[i + 2], tokens.words[i + 4] if i + 4 < stop else ""
    if not (month.isdecimal() and day.isdecimal() and len(month) == 2 and len(day) == 2):
        return None
    return _whole(i, i + 5, year, int(month), int(day))


def _slashed(tokens: Tokens, i: int) -> DateMention | None:
    """ "28/02/2020", "2/28/20"; None where day and month could be either."""
    parts = [tokens.words[k] for k in (i, i + 2, i + 4)]
    if not all(p.isdecimal() for p in parts) or len(parts[2]) not in (2, 4):
        return None
    one, two, year = map(int, parts)
    if len(parts[2]) == 2:
        year += 2000 if year < 50 else 1900
    if one <= 12 and two <= 12 and one != two:
        return None
    day, month = (one, two) if one > 12 or one == two else (two, one)
    return _whole(i, i + 5, year, month, day)


def _whole(first: int, stop: int, year: int, month: int, day: int) -> DateMention | None:
    return (
        DateMention(first, stop, "", year=year, month=month, day=day)
        if real_date(year, month, day)
        else None
    )


def _names_event(tokens: Tokens, i: int, stop: int) -> bool:
    """ "In A 2022 ASSAULT", "Lesk's 2022 train crash", but "a 2022 report on attacks": does the year name an event?"""
    nouns, after = event_nouns()[0], tokens.words[i + 1 : min(stop, i + 3)]
    if not i or tokens.words[i - 1] not in ("a", "an", "'s") or not after:
        return bool(i) and tokens.words[i - 1] == "the" and after[:1] != [] and after[0] in nouns
    return after[0] in nouns or after[-1] in nouns and not tokens.classes[i + 1] & _NO_NAME


_HEADING: Final = 4  # tokens from a year to the colon behind the place in a line of a list
_NO_NAME: Final = c.PREPOSITION | c.PUNCTUATION | c.AUXILIARY | c.VERB | c.CONJUNCTION
_YEAR_BEFORE: Final = frozenset(
    "in since of during spring summer autumn winter early late mid until by from before after and between to the"
    " through throughout for ( ,".split()
)


_BULLETS: Final = frozenset("- * • ·".split())


def _heads(tokens: Tokens, i: int, stop: int, past: int = 0) -> bool:
    """Does what stands at token i, and so many tokens ``past`` it, head a line of a list: "1853: …", "1853 Lesk: fever
    killed 90"?"""
    words, j = tokens.words, i + 1 + past
    before = words[i - 1] if i else "."
    if before in _BULLETS and not tokens.glued(i):
        i -= 1  # "– 1853: fever killed 90"
    if before != "." and "\n" not in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]:
        return False
    if j >= stop:
        return past == 0  # a year on a line of its own
    if words[j] in (":", "-"):
        return not tokens.glued(j + 1)
    return ":" in words[j + 1 : min(stop, j + _HEADING)] and tokens.capital(j)


def _year_alone(tokens: Tokens, i: int, stop: int, year: int) -> DateMention | None:
    """ "in 2019", "since 2015", "the 2011 war", "(2003)", "2008-2009", and what heads a line of a list: "2001: …"."""
    words = tokens.words
    before = words[i - 1] if i else ""
    j = i + 1
    if _heads(tokens, i, stop):
        return DateMention(i, j, "", year=year)
    if words[j : j + 1] in (["to"], ["-"]) and _heads(tokens, i, stop, past=2):
        end_year = year_at(tokens, j + 1, stop)
        if end_year is not None and end_year > year:
            return DateMention(i, j + 2, "", year=year, until=(end_year, None, None))
    opens = before in ("", ".", "year") and words[j : j + 1] in (["saw"], ["brought"])
    if opens or _names_event(tokens, i, stop):
        return DateMention(i, j, "", year=year)  # "2018 SAW 750 deaths"
    if is_count(tokens, j, stop) and before not in ("in", "since"):
        return None
    until = None
    if (
        j + 1 < stop
        and words[j] in ("-", "/")
        and (end := words[j + 1]).isdecimal()
        and len(end) in (2, 4)
    ):
        last = int(end) if len(end) == 4 else year // 100 * 100 + int(end)
        if year < last < year + 20:
            until, j = (last, None, None), j + 2
    elif words[j : j + 2] == ["and", str(year + 1)] and j + 1 < stop and before in ("in", "during"):
        until, j = (year + 1, None, None), j + 2  # "in 2014 AND 2015"
    # "worse than 2014, when 90 died"
    than = before in ("than", "with", "was") and words[j : j + 2] == [
        ",",
        "when",
    ]
    if before not in _YEAR_BEFORE and not (before == "-" and i > 1 and words[i - 2] == "mid"):
        return DateMention(i, j, "", year=year) if than else None
    if before in ("for", "the", ",") and (j >= stop or not words[j].isalpha()) and before != ",":
        return None
    if before == "," and not (i > 1 and tokens.classes[i - 2] & c.MONTH):
        return None
    return DateMention(i, j, "", year=year, until=until)
