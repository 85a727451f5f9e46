"""Numbers that tell when, and ages. Each rule gives the name of the kind, or "" for none of it."""

from __future__ import annotations

from typing import Final

from figures.extraction.numbers.surroundings import COUNTED, JOINS, Surroundings, exclusion_words
from figures.lexicon import classes as c
from figures.model import Number

_YOUNG: Final = 12  # years that are told in words
_FROM: Final = frozenset("of from between ranging range ranges ranged".split())


def dates(number: Surroundings, earlier: list[Number]) -> str:
    """12 March, March 12-14, 1, 3 and 5 May 2019, 14 NOV 89."""
    t, size = number.tokens, number.size
    if size is None or size != int(size) or not (size <= 31 or size <= 99 or 1000 <= size <= 2100):
        return ""
    if number.qualifier in ("at_least", "up_to", "less_than", "nearly"):
        return ""
    before = number.first - 1
    if number.word(before) == "." and t.glued(before):
        before -= 1
    if number.word(before) in _GLUES and number.month(before - 1) and t.glued(before):
        before -= 1  # "20/Oct/2019"
    day = 0 < size <= 31
    if 1900 <= size <= 2050 and number.word(before) == "," and number.month(before - 1):
        if len(t.words[number.first]) == 4 and number.word(number.stop) in (",", ".", ";", ")"):
            return "date"  # "in October, 1997, …"
    if day:
        k = number.stop
        if number.word(k) in _GLUES and t.glued(k):
            k += number.month(k + 1)  # "20/Oct"
        for _ in range(4):
            if number.month(k) and not (k == number.stop and k in t.breaks and t.breaks[k] == 2):
                return "date"
            if number.word(k) not in JOINS or not (k + 1 < len(t) and t.classes[k + 1] & c.NUMERAL):
                break
            k += 2
            if number.word(k) in ("st", "nd", "rd", "th"):
                k += 1
    if number.month(before) and number.has(number.first, c.NUMERAL):
        if not day:
            people = size <= 99 and number.has(number.stop, COUNTED)  # "on 22 March 71 families"
            return "date" if t.classes[number.first] & c.DIGIT and not people else ""
        if number.has(number.stop, COUNTED):
            return ""
        if number.word(before - 1) == "in" and number.has(number.stop, c.AUXILIARY | c.TRIGGER):
            return ""
        return "date"
    if earlier and _day(number, earlier[-1]) and number.begin == number.first:
        word, after = t.words[number.first], earlier[-1].stop
        after += t.words[after : after + 1] == ["of"]  # "the 23rd of October, 2023"
        between = t.words[after : number.first]
        if not between or between == [","] or between == ["/"]:
            if 1000 <= size <= 2100 and len(word) == 4:
                return "date"
        month_then_year = number.month(number.first - 1) and len(between) <= 2
        if len(between) == 2 and between[1] == "," and number.month(after):
            year = len(word) == 4 and word.isdecimal()  # not "as of 18 July, FOUR deaths"
            return "date" if year and not number.has(number.stop, COUNTED) else ""
        if month_then_year and t.classes[number.first] & c.DIGIT:
            return "date"
        year_told = (earlier[-1].value or 0) >= 1000  # "on 3 May 2021, nine were hurt"
        if day and between and all(w in JOINS for w in between) and not year_told:
            told = number.after == "of" and not number.month(number.stop + 1)
            if between == [","] and (told or not number.digits):
                return ""  # "on March 18, 22 OF the clerks died", "on March 18, TWO in Lesk died"
            ends = number.has(number.stop, c.PREPOSITION)  # "between March 18 AND 22 IN Lesk"
            after = COUNTED | c.AUXILIARY | c.TRIGGER | c.DEMONYM  # "on June 28, 16 LENIANS died"
            if ends or not number.has(number.stop, after):
                return "date"
    return ""


_PARTS: Final = frozenset(
    "beginning start end middle close outset half quarter spring summer autumn winter".split()
)
_GLUES: Final = ("/", "-")  # between a day, its month and its year


def named_year(number: Surroundings, earlier: list[Number]) -> bool:
    """Is it a year, although people follow: of a day, or of what two capitals name?"""
    return of_named_year(number) or _of_day(number, earlier)


def _of_day(number: Surroundings, earlier: list[Number]) -> bool:
    """Is it the year of a day, whatever follows: "on January 9, 2017 villagers said"? A round 2000 may count them."""
    size = number.size or 0
    if not 1900 <= size <= 2050 or size % 1000 == 0 or len(number.digits) != 4 or not earlier:
        return False
    after = earlier[-1].stop
    if not _day(number, earlier[-1]) or number.begin != number.first:
        return False
    months = [after] if number.month(after) else []
    between = number.tokens.words[after + len(months) : number.first]
    return between == ([] if months else [","])


def _day(number: Surroundings, before: Number) -> bool:
    """Is the number before a day of a month: "March 12", "March 12th", "the 12th of March"?"""
    if before.kind != "ordinal":
        return before.kind == "date"
    words = number.tokens.words
    first = before.first - 1 - (words[before.first - 1 : before.first] == [","])
    after = before.stop + (words[before.stop : before.stop + 1] == ["of"])
    return number.month(first) or number.month(after)


def year(number: Surroundings) -> str:
    """in 2019, the 1984 war, (2003), 2008-2009."""
    t, size = number.tokens, number.size
    if len(number.digits) != 4 and number.stop - number.first != 3 or size is None:
        return ""
    if not 1000 <= size <= 2100:
        return ""
    sets = exclusion_words().sets
    before = number.before
    crimes = number.after in sets["after_crime_year"] and size >= 1900
    if crimes and before in ("the", "for", "in", "of", ""):
        return "year"
    if number.has(number.stop, COUNTED) and not of_named_year(number):
        return ""
    if not t.words[number.first].isdecimal():
        return ""
    if number.word(number.begin) == "between":
        before = "between"
    elif before == "of" and number.word(number.begin - 2) in sets["totals"]:
        return ""
    if before == "of" and number.word(number.begin - 2) in _PARTS and size >= 1900:
        return "year"  # "the deaths since the beginning OF 2023 have reached 423"
    predicate = number.has(number.stop, c.AUXILIARY | c.MODAL)
    if number.qualifier not in ("exact", "range", "about") and before not in sets["before_year"]:
        if number.word(number.begin) not in ("under", "over", "around"):
            return ""
    if before in sets["before_year"]:
        plural = number.stop < number.limit and _plural_noun(number, number.stop)
        loose = before in ("of", "to", "about", "for", "and", "by", "back", "from", "between")
        if loose and (plural or predicate or not 1800 <= size <= 2100):
            return ""
        return "year"
    if number.qualifier != "exact" or predicate or not 1700 <= size <= 2100:
        return ""
    if before in ("the", "this", "its", "his", "their", "that", "a") or before == "(":
        return "" if number.stop < number.limit and _plural_noun(number, number.stop) else "year"
    if number.after in sets["after_year"] or not before:
        return "year"
    if number.stop >= number.limit or not t.words[number.stop][0].isalpha():
        lonely = before[0].isalpha() and not number.has(number.first - 1, c.TRIGGER | c.VERB)
        return "year" if lonely and number.capitalised(number.first - 1) else ""
    named = number.capitalised(number.stop) and not number.shouted(number.stop)
    if named and not number.has(number.stop, c.DEMONYM) and size >= 1900:
        return "year"
    return "year" if number.first in t.breaks else ""


def of_named_year(number: Surroundings) -> bool:
    """Is it the year of what two capitals name: "the 2021 Humanitarian Response Plan"?"""
    if len(number.digits) != 4 or not 1900 <= (number.size or 0) <= 2100:
        return False
    at = number.stop
    named = number.capitalised(at) and number.capitalised(at + 1) and not number.shouted(at)
    return named and not number.has(at, c.DEMONYM)


def _plural_noun(number: Surroundings, i: int) -> bool:
    word = number.tokens.words[i]
    return word[-1] == "s" and len(word) > 3 and not number.capitalised(i)


def clock(number: Surroundings) -> str:
    """7 p.m., 1900 hours, at 0730, 3 in the morning."""
    t, stop, size = number.tokens, number.stop, number.size
    sets = exclusion_words().sets
    after = number.after
    if after in sets["day_halves"]:
        return "clock_time"
    start = t.words[number.first]
    clock_like = (
        len(start) == 4 and start.isdecimal() and int(start) % 100 < 60 and int(start) <= 2400
    )
    before = number.before
    told = before in ("at", "[") or start[0] == "0" and before in sets["before_time"]
    if clock_like and (told or after == "["):
        return "clock_time"
    if size is None or size > 24:
        return ""
    if "." in start and before == "at" and len(start.split(".")[-1]) == 2:
        return "clock_time" if not after[:1].isalpha() or number.has(stop, c.PREPOSITION) else ""
    if after == "in" and number.word(stop + 1) == "the":
        return "clock_time" if number.word(stop + 2) in sets["parts_of_day"] else ""
    return ""


def age(number: Surroundings) -> str:
    """Ana Ruiz, 34, said; children under five."""
    t, size, stop = number.tokens, number.size, number.stop
    if size is None or not 0 < size <= 115:
        return ""
    sets = exclusion_words().sets
    if _told_old(number) or number.before == "(" and _of_a_name(number):
        return "age"
    if number.begin != number.first:
        hedge = number.word(number.begin)
        if number.before in _ARE and _of_some(number):
            return "age" if number.has(stop, c.PUNCTUATION) else ""
        if hedge in ("under", "over", "below", "above") and number.begin == number.first - 1:
            if number.before in sets["children"]:
                return "age" if not number.has(stop, COUNTED) else ""
        return ""
    after, before = number.after, number.first - 2
    if number.before in ("both", "each") and number.digits and number.word(before) == ",":
        # "Ana Ruiz and Omar Belkin, both 31, were"
        return "age" if after in (",", ";", ".", "-", "of", "from", "and") else ""
    if number.before != ",":
        return ""
    if number.word(before) == "." and number.word(before - 1) in ("jr", "sr"):
        before -= 1 + 1 + (number.word(before - 2) == ",")  # "Luis Rey, Jr., 28, who"
    if not number.digits:  # "Ana Ruiz, three, was"
        full = number.capitalised(before) and number.capitalised(before - 1)
        placed = number.has(before - 2, c.PREPOSITION) and number.word(before - 2) != "of"
        young = full and not placed and size <= _YOUNG and after in (",", "(", ")", ".")
        return "age" if young else ""
    if _in_place(number, before):
        return ""  # "in Lesk, 14 died; in Orda, 9"
    person = number.has(before, c.PERSON)
    name = number.capitalised(before) and (
        not t.classes[before] & ~c.DEMONYM or number.capitalised(before - 1)  # "Ana Mills, 28,"
    )
    several = after in _SEVERAL and not _after_aged(number, before)
    if not person and not name or several or number.has(before, c.WEEKDAY | c.MONTH):
        return ""  # "in Lesk, 45 were killed", "by Monday, 45 had been"
    if stop >= number.limit or after in (",", ";", ".", ")", "]"):
        return "age"
    pair = t.words[stop : stop + 4]  # "the brothers, 23 and 25, were"
    if len(pair) == 4 and pair[0] == "and" and pair[1].isdecimal() and pair[2] == ",":
        told = number.has(stop + 3, c.AUXILIARY | c.RELATIVE | c.TRIGGER)
        if len(pair[1]) < 3 and (told or person and number.word(stop + 3) == "and"):
            return "age"
    if name and after == "and" and number.capitalised(stop + 1) and number.capitalised(before - 1):
        if not number.has(before - 2, c.PREPOSITION):
            return "age"  # "Ana Ruiz, 34 AND OMAR Belkin, 36"
    if number.has(before, c.PERSON_ONE):
        return "age" if number.has(stop, c.AUXILIARY | c.PREPOSITION | c.RELATIVE) else ""
    if person or after == "of" and number.has(stop + 1, c.RELATIVE | c.DETERMINER | c.ELIDED):
        return ""
    return "age" if after in ("of", "from") or number.has(stop, c.AUXILIARY | c.RELATIVE) else ""


def _in_place(number: Surroundings, i: int) -> bool:
    """Is the name that ends at token i that of the place with which a clause begins?"""
    while number.capitalised(i - 1):
        i -= 1
    if number.word(i - 1) in ("from", "in", "at") and number.has(i - 2, c.NUMERAL):
        return True  # "56 from Lesk, 27 from Orda"
    return number.word(i - 1) in ("in", "at") and number.word(i - 2) in (";", "and")


def _of_a_name(number: Surroundings) -> bool:
    """ "Identified the dead AS ASIF (25), Bilal (22) and Imran (30)": does a name stand before a bracket with the age
    alone, in a list of those who are named?"""
    if number.after != ")" or not number.digits or not number.capitalised(number.first - 2):
        return False
    words = number.tokens.words
    for k in range(number.first - 2, max(0, number.first - _LIST_OF_NAMES), -1):
        if words[k] == "as" and not _NAMING.isdisjoint(words[max(0, k - _NAMED_AS) : k]):
            return True
        if words[k] in (".", ":"):
            return False
    return False


_NAMING: Final = frozenset("identified named recognised recognized listed".split())
_NAMED_AS: Final = 6  # tokens from "identified" to "as"
_LIST_OF_NAMES: Final = 60  # tokens of such a list


def _told_old(number: Surroundings) -> bool:
    """ "As young as five", "the youngest victim was four", "12 and 14 years old"."""
    words, i = number.tokens.words, number.first
    if i > 1 and words[i - 1] == "as" and words[i - 2] in ("young", "old"):
        return True
    if number.after in JOINS and _years_behind(number):
        return True
    was = i > 0 and words[i - 1] in _ARE
    return was and not _EXTREMES.isdisjoint(words[max(0, i - _AGED) : i])


def _years_behind(number: Surroundings) -> bool:
    """ "They were 12, 14 AND 16 YEARS OLD": do more numbers stand between this one and "years old"?"""
    words, classes = number.tokens.words, number.tokens.classes
    i = number.stop
    while i < min(number.limit, number.stop + _AGES) and (
        words[i] in JOINS or classes[i] & c.NUMERAL
    ):
        i += 1
    return bool(classes[i - 1] & c.NUMERAL) and words[i : i + 2] == ["years", "old"]


_AGES: Final = 8  # tokens of a list of ages behind the first


_OF_WHOM: Final = (["of", "which"], ["of", "whom"])
_PER_CENT: Final = frozenset(("%", "percent", "cent"))


def _of_some(number: Surroundings) -> bool:
    """ "Two-thirds of the dead were over 60", "71% of them are under 18": not how many, but how old they were."""
    words, end = number.tokens.words, number.begin - 1
    for k in range(end, max(0, end - _AGED), -1):
        if words[k] in _PER_CENT or words[k : k + 2] in _OF_WHOM:
            return True
        if words[k] == "of" and (words[k - 1] in _SOME or number.tokens.classes[k - 1] & _NUMBER):
            return True
    return False


def _after_aged(number: Surroundings, i: int) -> bool:
    """ "Ana Ruiz, 66 and OMAR BEG, 64 were": is the name that ends at token i joined to another and an age?"""
    while number.capitalised(i):
        i -= 1
    return number.word(i) == "and" and number.word(i - 1).isdecimal() and number.word(i - 2) == ","


_SEVERAL: Final = frozenset(("were", "are", "have"))
_ARE: Final = frozenset("was were is are".split())
_SOME: Final = frozenset(
    "most many some all half thirds third quarter quarters cent percent none majority".split()
)
_NUMBER: Final = c.NUMERAL | c.ORDINAL
_EXTREMES: Final = frozenset("youngest oldest eldest".split())
_AGED: Final = 7  # tokens before an age in which those are told who are of it


def between_ages(number: Surroundings) -> bool:
    """ "Aged 12", "an age of 12", "aged from five to 70", "ranging in age from 12 to 40"."""
    words, i = number.tokens.words, number.begin - 1
    while i > 0 and words[i] in _FROM:
        i -= 1
    return i >= 0 and words[i] in exclusion_words().sets["age_words"]


def of_age(number: Surroundings) -> bool:
    """ "A boy OF 12", "two men OF 40 and 52"; not "the boys of 12 families"."""
    if number.before != "of" or number.begin != number.first or not 0 < (number.size or 0) <= 115:
        return False
    if number.word(number.begin - 2) not in exclusion_words().sets["aged"]:
        return False
    stop, after = number.stop, number.after
    if number.has(stop, c.TRIGGER) and after.endswith("s"):
        return False  # "a toll among children of three FATALITIES"
    return stop >= number.limit or number.has(stop, _AFTER_AGE) and after not in ("-", "/")


_AFTER_AGE: Final = (
    c.PUNCTUATION | c.AUXILIARY | c.CONJUNCTION | c.RELATIVE | c.PREPOSITION | c.TRIGGER
)


def list_of_ages(number: Surroundings, earlier: list[Number]) -> str:
    """aged 12 and 14; three men, 22, 25 and 30."""
    if not earlier or earlier[-1].kind != "age" or number.begin != number.first:
        return ""
    t = number.tokens
    between = t.words[earlier[-1].stop : number.first]
    if not between or not all(word in JOINS for word in between) or (number.size or 0) > 115:
        return ""
    told = number.has(number.stop, c.TRIGGER) and not number.has(number.stop, c.PREPOSITION)
    if told and number.digits and _as_many_ages(number, earlier):
        return "age"  # "left two boys aged six and 10 INJURED"
    if told or number.has(number.stop, COUNTED | c.NUMERAL | c.ELIDED):
        return ""
    if number.after == "of" and number.has(number.stop + 1, c.DETERMINER | c.PRONOUN):
        return ""  # "Omar Belkin, 35, and 12 OF HIS passengers"
    if "," in between and number.has(number.stop, c.AUXILIARY):
        return ""  # "three under the age of five, and 12 are missing"
    after = number.after
    return "age" if not after or not after[0].isalpha() or number.digits else ""


def _as_many_ages(number: Surroundings, earlier: list[Number]) -> bool:
    """Is this one of as many ages, behind "aged" or "of", as people were counted right before?"""
    ages = 0
    while ages < len(earlier) and earlier[-1 - ages].kind == "age":
        ages += 1
    if ages == len(earlier):
        return False
    counted, first = earlier[-1 - ages], earlier[-ages]
    aged = number.tokens.words[first.first - 1] in ("aged", "of")
    return aged and counted.kind == "count" and counted.value == ages + 1
