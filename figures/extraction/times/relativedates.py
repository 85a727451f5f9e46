"""Dates counted from the day of publication: "yesterday", "two days ago", "the past 24 hours"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.events import event_words
from figures.extraction.times.compared import set_beside
from figures.extraction.times.days import DateMention
from figures.extraction.times.periods import of_same, same_again
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def relative(tokens: Tokens, floor: int, i: int, stop: int) -> DateMention | None:
    """ "yesterday", "overnight", "last week", "this morning", "two days ago", "the past 24 hours"."""
    words, lists = tokens.words, date_lists()
    word = words[i]
    if word == "eve":
        return _feast(tokens, floor, i)
    if word == "same":
        return same_again(tokens, i, stop)
    if not tokens.classes[i] & c.TIME and lists["units"].keys().isdisjoint(words[i : i + 3]):
        return _day_of_it(tokens, floor, i, stop)  # most numbers and articles
    before = words[i - 1] if i > floor else ""
    if word in lists["near"]:
        j = i + 1
        if j < stop and words[j] in lists["parts"] and words[j] not in ("early", "late", "earlier"):
            j += 1
        return DateMention(i, j, "", back=("day", lists["near"][word]))
    if word == "minute" and before == "last" and _NEWS.intersection(words[i + 1 : i + 2]):
        return DateMention(i - 1, i + 1, "event", back=("day", 0))  # "a last-minute report"
    if word == "overnight":
        if not lists["rides"].isdisjoint(words[i + 1 : i + 2]):
            return None  # "from the front of the overnight bus"
        return DateMention(i, i + 1, "", back=("night", 0))
    if word in ("night", "evening", "morning", "afternoon"):
        if before == "last" and word == "night":
            return DateMention(i - 1, i + 1, "", back=("day", -1))
        if before == "this":
            return DateMention(i - 1, i + 1, "", back=("day", 0))
        return _after_that(tokens, floor, i, stop)
    if word == "day" and (feast := _feast(tokens, floor, i)):
        return feast
    if (after := _after_that(tokens, floor, i, stop)) is not None:
        return after
    if word == "weekend":
        if before in ("the", "this", "last", "past"):
            return DateMention(i - 1, i + 1, "", back=("weekend", -1))
        event = i + 1 < stop and words[i + 1] in event_words()
        return DateMention(i, i + 1, "event", back=("weekend", -1)) if event else None
    unit = lists["units"].get(word)
    if unit is not None:
        return _span_of(tokens, floor, i, stop, unit, before)
    count = amount(tokens, i)
    if count is not None:
        j = i + 1
        if j < stop and words[j] == "of":
            j += 1
        unit = lists["units"].get(words[j]) if j < stop else None
        if (
            unit is not None
            and j + 1 < stop
            and words[j + 1] in ("ago", "earlier")
            and unit != "hour"
        ):
            if words[j + 1] == "earlier":
                compared = of_same(tokens, floor, i) or set_beside(tokens, floor, i)
                year = count == 1 and unit == "year" and compared
                return DateMention(i, j + 2, "", back=("same", -1)) if year else None
            first = i - 1 if before in ("a", "about", "some") and word not in ("a", "an") else i
            first -= 2 * (before == "-")  # "twenty-one years ago"
            return _to_a_day(tokens, DateMention(first, j + 2, "", back=(unit, -count)), stop)
        if unit is not None and (end := _compound(tokens, j + 1, stop)):
            return DateMention(i, end, "", words=tokens.quote(i, end).lower())
        if unit == "hour" and words[j + 1 : j + 2] == ["ago"]:
            return DateMention(i, j + 2, "", back=("day", -((count + 12) // 24)))
    return None


def _to_a_day(tokens: Tokens, ago: DateMention, stop: int) -> DateMention:
    """ "Ten years ago TODAY", "ten years ago THIS WEEK": so long ago to the day, or about then."""
    words, k = tokens.words, ago.stop
    if k < stop and words[k] == "today" and ago.back and ago.back[0] == "year":
        return replace(ago, stop=k + 1, back=("anniversary", ago.back[1]))
    if k + 1 < stop and words[k] == "this" and words[k + 1] in date_lists()["units"]:
        return replace(ago, stop=k + 2)
    return ago


_NEWS: Final = frozenset("report news bulletin dispatch communique".split())


def _after_that(tokens: Tokens, floor: int, i: int, stop: int) -> DateMention | None:
    """Days counted from the date told before: "that day", "the next day", "two days later", "a day earlier"."""
    words = tokens.words
    if words[i] in _DAYTIMES and i > floor and words[i - 1] == "the":
        if words[i + 1 : i + 3] == ["before", "yesterday"] and i + 2 < stop:
            return DateMention(i - 1, i + 3, "", back=("day", -2))
        step = {"before": -1, "after": 1}.get(words[i + 1]) if i + 1 < stop else None
        if step and (i + 2 >= stop or tokens.classes[i + 2] & c.PUNCTUATION):
            return DateMention(i - 1, i + 2, "", back=("then", step))  # "killed THE DAY BEFORE."
    if words[i] in _DAYTIMES and i - 2 >= floor and words[i - 2] in ("the", "that"):
        steps = {"same": 0, "next": 1, "following": 1, "previous": -1}.get(words[i - 1])
        if steps is not None and words[i + 1 : i + 2] != ["'s"]:
            return DateMention(i - 1, i + 1, "", back=("then", steps))
    if words[i] == "day" and i > floor and words[i - 1] == "that":
        stands = i + 1 >= stop or not tokens.classes[i + 1] & (c.AUXILIARY | c.VERB | c.MODAL)
        return DateMention(i - 1, i + 1, "", back=("then", 0)) if stands else None
    if i + 2 < stop and words[i + 1] in ("day", "days") and words[i + 2] == "after":
        came = i - 1 - (words[i - 1] in _JUST)
        count = amount(tokens, i) if came >= floor and words[came] in _COMES else None
        if count is None or words[i] in _FEW:
            return None
        return DateMention(i, i + 3, "rival", back=("then_event", -count))  # of what came first
    if i + 2 < stop and words[i + 1] in ("day", "days") and words[i + 2] in ("later", "earlier"):
        count = amount(tokens, i)
        if count is not None and words[i] not in _FEW:
            sign = 1 if words[i + 2] == "later" else -1
            return DateMention(i, i + 3, "", back=("then", sign * count))
    return None


_COMES: Final = frozenset("came comes come happened occurred".split())
_JUST: Final = frozenset("just only barely".split())
_FEW: Final = frozenset("few couple several".split())
_DAYTIMES: Final = frozenset("day night evening morning afternoon".split())


def _feast(tokens: Tokens, floor: int, i: int) -> DateMention | None:
    """ "On CHRISTMAS DAY", "on NEW YEAR'S DAY": a day of the year that has a name."""
    words = tokens.words
    for name, (month, day) in _FEASTS.items():
        first = i + 1 - len(name)
        if first >= floor and tuple(words[first : i + 1]) == name:
            if name[-1] == "eve" and words[i + 1 : i + 2] and not tokens.classes[i + 1] & _NO_NOUN:
                return None  # "filled with NEW YEAR'S EVE guests"
            return DateMention(first, i + 1, "", month=month, day=day)
    return None


_FEASTS: Final = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "years", "eve"): (12, 31),
    ("new", "year", "eve"): (12, 31),
}


def _day_of_it(tokens: Tokens, floor: int, i: int, stop: int) -> DateMention | None:
    """ "On 11 May …, on the evening of THE 10TH": a day of the month told before, but not "on the 10th floor"."""
    words = tokens.words
    if i + 1 >= stop or words[i + 1] not in TH or i - 2 < floor or words[i - 1] != "the":
        return None
    if words[i - 2] not in _ON or not tokens.glued(i + 1) or not words[i].isdecimal():
        return None
    day = int(words[i])
    behind = words[i + 2 : min(stop, i + 5)]
    if day > 31 or behind[:1] == ["and"] and i + 4 < stop and words[i + 4] in TH:
        return None  # "on the 4th and 5th floors"
    if behind[:1] == ["of"]:
        months = {"this": 0, "last": -1}.get(behind[1]) if behind[2:] == ["month"] else None
        return (
            None
            if months is None
            else DateMention(i - 1, i + 5, "", day=day, back=("month", months))
        )
    ends = i + 2 >= stop or bool(tokens.classes[i + 2] & _BEHIND)
    return DateMention(i - 1, i + 2, "", back=("then_day", day)) if ends else None


TH: Final = frozenset(("st", "nd", "rd", "th"))
_ON: Final = frozenset("on of by since until from".split())
_BEHIND: Final = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY
_NO_NOUN: Final = _BEHIND | c.VERB | c.TRIGGER | c.ARTICLE | c.NUMERAL | c.TIME | c.SUBORDINATOR


def _compound(tokens: Tokens, i: int, stop: int) -> int:
    """Where "and three months ago" ends, behind "two years"; 0 where it does not stand there."""
    words = tokens.words
    j = i + (i < stop and words[i] in ("and", ","))
    if j + 2 >= stop or amount(tokens, j) is None:
        return 0
    return j + 3 if words[j + 1] in date_lists()["units"] and words[j + 2] == "ago" else 0


def _span_of(
    tokens: Tokens, floor: int, i: int, stop: int, unit: str, before: str
) -> DateMention | None:
    """A span of time whose unit stands at token i: "last week", "this year", "the past 24 hours"."""
    words = tokens.words
    if unit == "quarter" and words[i + 1 : i + 2] == ["of"]:
        return None  # "the LAST QUARTER of 2023", "a quarter of the dead"
    if before == "last" and (i < 2 or words[i - 2] not in ("the", "these")):
        return DateMention(i - 1, i + 1, "", back=(unit, -1)) if unit in _CALENDAR else None
    if before == "this" and unit in _CALENDAR:
        return DateMention(i - 1, i + 1, "", back=(unit, 0))
    if unit in _CALENDAR and before == "the" and words[max(floor, i - 3) : i - 1] in _OPENING:
        return DateMention(i - 1, i + 1, "", back=(unit, 0))  # "since the START OF THE year"
    if unit == "year" and before == "the" and words[i - 2 : i - 1] == ["of"] and i - 3 >= floor:
        if words[i - 3] in _PARTS_OF:
            # "the first HALF OF THE year"
            return DateMention(i - 1, i + 1, "", back=("the_year", 0))
    if before in _PAST and unit and words[i + 1 : i + 2] == ["of"]:
        if i + 2 < stop and tokens.classes[i + 2] & c.MONTH:
            return None  # "in the LAST WEEK of February"
    if before in _BEFORE and unit in _MONTHS:
        return DateMention(i - 1, i + 1, "", back=("preceding", _MONTHS[unit]))
    if before in _PAST and unit:
        return DateMention(i - 1, i + 1, "window", back=(unit, 1))
    if before == "the" and words[i + 1 : i + 2] == ["before"]:
        ends = i + 2 >= stop or tokens.classes[i + 2] & c.PUNCTUATION
        if ends and unit in _MONTHS:
            return DateMention(i - 1, i + 2, "", back=("preceding", _MONTHS[unit]))
        if ends and unit == "week":
            return DateMention(i - 1, i + 2, "window", back=("week", 1))
    k = i - 1
    count = amount(tokens, k) if k > floor else None
    if count is not None and words[k - 1] == "-" and k > floor + 1:
        k -= 1
    if words[i + 1 : i + 2] == ["of"] and (words[i + 2 : i + 3] or [""])[0][:2] in ("19", "20"):
        return None  # "the LAST THREE MONTHS of 2023"
    if count is not None and k - 1 >= floor and words[k - 1] in _PAST:
        return DateMention(k - 1, i + 1, "window", back=(unit, count))
    return None


_CALENDAR: Final = ("year", "month", "week", "quarter")
_PARTS_OF: Final = frozenset("half quarter months".split())
_OPENING: Final = (["start", "of"], ["beginning", "of"])
_PAST: Final = frozenset(("past", "last", "previous", "preceding"))
_BEFORE: Final = frozenset(("previous", "preceding"))
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


def amount(tokens: Tokens, i: int) -> int | None:
    """The small number at token i, in digits or letters: "3", "three"."""
    word, numbers = tokens.words[i], date_lists()["numbers"]
    if word.isdecimal() and len(word) <= 3:
        return int(word)
    found = numbers.get(word)
    if found is None:
        return None
    tens = numbers.get(tokens.words[i - 2], 0) if i > 1 and tokens.words[i - 1] == "-" else 0
    return int(found) + int(tens) * (tens >= 20)  # "twenty-one"
