"""Numbers that are no counts, each by a named rule: ages, dates, money, measures, ranks, names.

A rule looks only at the tokens close to the number. What the counted noun decides (weapons,
vehicles, troops deployed, protesters) is decided later, by the groups.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.numbers import moments, names, rates, shares
from figures.extraction.numbers.measures import measure_kind
from figures.extraction.numbers.surroundings import COUNTED, Surroundings, exclusion_words
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Number

# what the unit tables call a measure → the kind of number it makes
_MEASURES: Final = "mass area volume speed energy power pressure frequency data flow temperature"
_RARE_UNITS = dict.fromkeys(_MEASURES.split(), "measure")
_RARE_UNITS |= {"length": "distance", "money": "money", "duration": "duration"}


def kind_of(
    tokens: Tokens,
    first: int,
    stop: int,
    begin: int,
    limit: int,
    value: int | float | None,
    high: int | float | None,
    qualifier: str,
    earlier: list[Number],
) -> str:
    """ "count", or the name of the rule by which the number at tokens ``[first, stop)`` is none.

    ``begin`` is where its qualifier begins, ``limit`` the end of the tokens that may be looked at,
    ``earlier`` the numbers read before it in the same range.
    """
    words, classes = tokens.words, tokens.classes
    table = exclusion_words()
    number = Surroundings(
        tokens, first, stop, begin, limit, value if value is not None else high, qualifier
    )
    if tokens.glued(first) and (found := _glued_before(number, earlier)):
        return found
    if found := _before(number, earlier):
        return found
    if number.before == "of" and (found := _attribute(number)):
        return found
    if found := shares.ratio(number, earlier) or shares.base(number, earlier):
        return found
    if rates.difference(number, earlier):
        return "difference"
    named = number.named() or names.of_one(number) or names.of_several(number, earlier)
    if stop < limit:
        if classes[stop] & COUNTED and words[stop] not in table.units:
            street = words[stop] == "block"  # "in the 4400 block of": one block, and no building
            if not (named or street or moments.named_year(number, earlier)):
                return "count"
        if tokens.glued(stop) and (found := _glued_after(number)):
            return found
        if found := _unit(number):
            return found
    if found := moments.dates(number, earlier) or moments.list_of_ages(number, earlier):
        return found
    if named:
        return "name"
    return (
        moments.year(number)
        or moments.clock(number)
        or moments.age(number)
        or names.within_name(number)
        or names.address(number)
        or _pronoun(number)
        or "count"
    )


def _glued_before(number: Surroundings, earlier: list[Number]) -> str:
    """M23, Covid-19, $5, 3:45, 9/11, #27: something stands close before the digits."""
    t, first = number.tokens, number.first
    before = t.words[first - 1]
    sets = exclusion_words().sets
    if before in sets["currency_signs"]:
        return "money"
    signed = before == "-" and not t.glued(first - 1)
    if signed or before in ("=", "-") and first >= 2 and t.glued(first - 1):
        sign = t.words[first - 2]
        if (
            sign in sets["currency_signs"]
            or before == "="
            and (sign == "y" or sign in sets["currency_codes"])
        ):
            return "money"
    if before[0].isalpha():
        if before in sets["currency_codes"]:
            return "money"
        if before == "fy":
            return "year"
        if first >= 2 and t.classes[first - 2] & t.classes[first] & c.DIGIT:
            if t.classes[first - 1] & c.TELLING and number.has(number.stop, c.TELLING):
                return ""  # "16 deaths1 missing": the end of a line was lost
        return "name" if t.classes[first] & c.DIGIT else ""
    joined = first >= 2 and t.glued(first - 1)
    if before in (":", "/", "-") and joined and t.classes[first - 2] & c.DIGIT:
        last = earlier[-1].kind if earlier else ""
        if before == ":":
            return "clock_time" if len(number.digits) != 1 else "score"
        if before == "/" or last in ("date", "phone", "score", "name", "clock_time", "year"):
            return last if last and last != "count" else "date"
        return ""
    if before == "-" and joined and t.words[first - 2][0].isalpha() and number.hyphen(first - 1):
        prefix = t.words[first - 2]
        if prefix in ("mid", "early", "late", "pre", "post"):
            return "year"
        if prefix in ("under", "over"):
            return "age"
        if prefix == "top":
            return "rank"
        counts = len(prefix) > 1 and number.has(number.stop, COUNTED)  # not "the K-9 officers"
        if t.classes[first] & c.DIGIT and not counts:
            return "name"
    elif before == "#":
        return "name"
    if before == "+" and len(number.digits) >= 2:
        counts = number.after == "%" or number.has(number.stop, COUNTED | c.TELLING)
        if t.words[first - 2] == "(" and number.after == ")":  # "1,245 cases (+12), …"
            counts |= not number.has(number.stop + 1, c.DIGIT)
        return "" if counts else "phone"  # "138 (+58 missing)"
    return ""


def _before(number: Surroundings, earlier: list[Number]) -> str:
    """aged 12, top 10, magnitude 7.8, $ 5: the word before decides."""
    sets, t = exclusion_words().sets, number.tokens
    before = number.before
    if not before:
        return _list_number(number)
    if moments.between_ages(number) or moments.of_age(number):
        return "age"
    if number.digits and f"{before} {number.digits}" in sets["services"]:
        return "name"
    if rates.average(number, earlier):
        return "average"
    if rates.rate(number):
        return "rate"
    if rates.coded(number):
        return "coding"
    if rates.one_of_the_worst(number):
        return "description"
    if before == "of" and number.word(number.begin - 2) in sets["parents"]:
        return "" if number.has(number.stop, COUNTED) else "parent_of"
    if before in sets["currency_signs"]:
        return "money"
    stop = number.begin - 1  # "Rs. 500"
    if before == "." and number.word(stop - 1) in sets["currency_codes"] and t.glued(stop):
        return "money"
    if before in sets["rank"] and number.begin == number.first:
        told = before == "number" and (
            number.has(number.stop, COUNTED)
            or number.word(number.begin - 2) in ("this", "that", "total", "which", "a")
        )
        return "" if told else "rank"
    if before == "magnitude":
        return "magnitude"
    if before in sets["calls"] and number.begin == number.first and number.digits:
        return "phone" if number.digits in ("911", "999", "112") or len(number.digits) > 4 else ""
    if (
        before in sets["sampled"]
        or before == "with"
        and number.word(number.begin - 2) in sets["surveys"]
    ):
        return "sample"
    if before == "than" and number.word(number.begin - 2) in ("older", "younger"):
        return "age"
    if number.word(number.stop + 1) in ("older", "younger") and number.word(number.stop) in (
        "or",
        "and",
    ):
        return "age"  # "were 14 OR YOUNGER"
    if number.first in t.breaks:
        return _list_number(number)
    return "list_number" if _in_list(number) else ""


def _list_number(number: Surroundings) -> str:
    """ "1. Shelter", "2) Food" at the beginning of a line."""
    return "list_number" if number.digits and _numbers_item(number.tokens, number.first) else ""


def _numbers_item(t: Tokens, i: int) -> bool:
    """Is token i a small number with a mark close behind it, which text follows: "1. Shelter"?"""
    stop = i + 1
    if len(t.words[i]) > 2 or stop >= len(t) or t.words[stop] not in ".)":
        return False
    return (
        t.glued(stop) and stop + 1 < len(t) and not t.glued(stop + 1) and stop + 1 not in t.breaks
    )


def _in_list(number: Surroundings) -> bool:
    """ "What they need: 1. Food 2. Shelter 3. Water": does the number go on with a list that a colon opens?"""
    t, i = number.tokens, number.first
    if not number.digits or not _numbers_item(t, i):
        return False  # nearly all
    for n in range(int(number.digits) - 1, 0, -1):
        near = range(i - 1, max(0, i - _ITEM), -1)
        i = next((k for k in near if t.words[k] == str(n) and _numbers_item(t, k)), 0)
        if not i:
            return False
    return t.words[i] == "1" and i > 0 and (t.words[i - 1] == ":" or i in t.breaks)


_ITEM: Final = 40  # tokens of an item of a list within a line


def _glued_after(number: Surroundings) -> str:
    """3:45, 9/11, 2019-03-15, 3-1, the 1990s: what stands close after the number decides."""
    t, stop, size = number.tokens, number.stop, number.size
    after, following = t.words[stop], number.word(stop + 1)
    close = bool(following) and t.glued(stop + 1)
    if after in (":", "/", "-") and close and t.classes[stop + 1] & c.DIGIT:
        chain = (
            number.word(stop + 2) == after and t.glued(stop + 2) and number.has(stop + 3, c.DIGIT)
        )
        if after == ":":
            return "clock_time" if len(following) >= 2 else "score"
        if after == "/":
            return _slash(size, following, chain)
        if chain:
            return "date" if _dated(number.digits, number.word(stop + 3)) else "phone"
        letters = number.word(stop + 2) == "-" and t.glued(stop + 2) and t.glued(stop + 3)
        if len(number.digits) == 3 and (following[0] == "0" or letters):
            return "phone"
        if number.digits and following.isdecimal():
            return _dashed(number, following)
        return ""
    if after in ("'s", "s") or after == "'" and following == "s":
        if size is not None and number.tokens.classes[number.first] & c.DIGIT:
            if 1000 <= size <= 2100:
                return "year"
            return "age" if size < 100 and size % 10 == 0 else "name" if after == "s" else ""
        return "pronoun" if t.words[number.first] == "one" else ""
    if after[0].isalpha() and t.classes[number.first] & c.DIGIT:
        table = exclusion_words()
        if after in table.sets["day_halves"]:
            return "clock_time"
        if after in table.units:
            return table.units[after]
        return "name"
    if after == "°":
        return "measure"
    return ""


def _slash(size: int | float | None, following: str, chain: bool) -> str:
    if chain:
        return "date"
    if (size, following) in ((9, "11"), (26, "11"), (7, "7")):
        return "date"
    if (size, following) == (24, "7"):
        return "name"
    if size is not None and following.isdecimal() and size < int(following[:9]) <= 16:
        return "fraction"
    return "date" if size is not None and 1000 <= size <= 2100 else "name"


def _dated(start: str, end: str) -> bool:
    """Do the ends of "2019-03-15" or "15-03-2019" look like a date?"""
    return any(len(x) == 4 and x.isdecimal() and 1000 <= int(x) <= 2100 for x in (start, end))


def _dashed(number: Surroundings, following: str) -> str:
    """3-1, 2019-20, 1-2: two numbers with a hyphen between that make no range."""
    size, other = int(number.digits), int(following[:9])
    if 1900 <= size <= 2100 and len(following) in (2, 4):
        return "year"
    if size >= other:
        return "score" if size < 1000 else "name"
    near = range(max(0, number.begin - 6), number.begin)
    scores = exclusion_words().sets["scores"]
    return "score" if any(number.tokens.words[k] in scores for k in near) else ""


def _unit(number: Surroundings) -> str:
    """12 days, 34-day, five more years, 12 per cent, two-man: the unit after the number."""
    t, stop, size = number.tokens, number.stop, number.size
    table = exclusion_words()
    k = stop
    hyphen = number.after == "-" and number.hyphen(k)
    if hyphen or number.after == "of" and number.word(stop - 1)[-1:] == "s":
        k += 1  # "hundreds of miles"
    word = number.word(k)
    for _ in range(2):
        between = word in table.sets["between_number_and_unit"]
        united = (between or number.has(k, c.DEMONYM)) and number.word(k + 1) in table.units
        if united or between and k + 2 < number.limit:
            k += 1
            word = number.word(k)
        if united or not between:
            break
    kind = table.units.get(word, "")
    if (
        not kind
        and k < number.limit
        and len(word) > 2
        and not t.classes[k]
        and t.words[k].isalpha()
    ):
        if not number.capitalised(k) or number.shouted(k):
            kind = _RARE_UNITS.get(measure_kind(t, k) or "", "")
    if word == "per" and number.word(k + 1) == "cent":
        return "percentage"
    if len(word) == 1 and word.isalpha() and not (k == stop and t.glued(k)):
        kind = ""  # "5 m" apart from its number is too little to go by
    if kind == "duration":
        later = k + 1 + number.hyphen(k + 1)
        if number.word(later) == "old" or t.words[later : later + 2] == ["of", "age"]:
            return "age"
        if (
            word in ("hours", "hrs")
            and len(number.digits) == 4
            and size is not None
            and size <= 2400
        ):
            return "clock_time"
        if word in ("day", "night") and size != 1 and not hyphen and number.has(k + 1, c.PERSON):
            return ""  # "12 day labourers", "two night guards"
        if word in ("second", "min", "minute") and number.capitalised(k) and not number.shouted(k):
            return ""
    if kind == "storeys" and (
        word in ("level", "levels", "story", "stories") and not hyphen or (size or 0) > 200
    ):
        return ""
    if kind:
        return kind
    if word == "magnitude":
        return "magnitude"
    if word in ("fold",):
        return "multiple"
    near = t.words[stop : stop + 6]
    if "richter" in near or "magnitude" in near[:5] and "." in t.words[number.first]:
        return "magnitude"
    if word == "block" and size is not None and size >= 100:
        return "address"
    if word == "call" and number.digits in ("911", "999", "112"):
        return "phone"
    if hyphen and word[0].isalpha() and word not in ("plus", "odd"):
        return "" if t.classes[k] & c.NUMERAL or of_crew(t, k) else "compound"
    return ""


_STRONG: Final = frozenset("man member person strong woman".split())
_CREWS: Final = frozenset(
    "crew family household team group party delegation patrol gang expedition".split()
)


def of_crew(tokens: Tokens, k: int) -> bool:
    """ "A nine-MAN CREW", "a 14-STRONG PARTY": do a hyphen's word and a body of people stand from token k on?

    >>> from figures.extraction import extract
    >>> [(f.category, f.value) for f in extract("The tug's nine-man crew is missing.")]
    [('missing', 9)]
    """
    return (
        tokens.words[k] in _STRONG
        and tokens.words[k + 1 : k + 2] != []
        and tokens.words[k + 1] in _CREWS
    )


def _attribute(number: Surroundings) -> str:
    """ "A population of 30,000", "with a capacity of about 500": how large something is."""
    return exclusion_words().attributes.get(number.word(number.begin - 2), "")


def _pronoun(number: Surroundings) -> str:
    """ "One another", "this one", "one by one"."""
    words = number.tokens.words
    if words[number.first] != "one" or number.stop != number.first + 1:
        return ""
    sets = exclusion_words().sets
    after, before = number.after, number.word(number.first - 1)
    if after in sets["pronoun_after"]:
        return "pronoun"
    if before in sets["pronoun_before"] and (
        not after
        or number.has(number.stop, c.AUXILIARY | c.MODAL | c.VERB | c.PREPOSITION | c.PUNCTUATION)
        and after != "of"
    ):
        return "pronoun"
    if before == "this" and not number.has(number.stop, COUNTED):
        return "pronoun"  # "this one spared the town"
    if before == "every" and after == "of":
        return "pronoun"  # "EVERY ONE of the 12 died"
    if before == "by" and number.word(number.first - 2) == "one":
        return "pronoun"
    return "pronoun" if before == "the" and number.has(number.stop, c.RELATIVE) else ""
