"""Numbers with what the words around them assert: bounds, hedges, ranges ("no fewer than 12").

A number's ``kind`` says what it can count: "count", or the name of the rule that says why it counts
neither people nor things (see exclusions.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.numbers import digits, hedges
from figures.extraction.numbers.allbut import all_but
from figures.extraction.numbers.below import signed
from figures.extraction.numbers.both import both_counts
from figures.extraction.numbers.cardinals import Cardinal, cardinal, number_words
from figures.extraction.numbers.exclusions import kind_of
from figures.extraction.numbers.shares import taken, told
from figures.extraction.numbers.surroundings import COUNTED
from figures.extraction.words.tokens import Tokens, tokenize
from figures.lexicon import classes as c
from figures.model import Number

# more than have ever lived at one time, with room for livestock
IMPLAUSIBLE: Final = 20_000_000_000
_NO_COUNT_AFTER_NO: Final = frozenset(
    "longer more fewer less doubt comment matter idea way sign signs word further".split()
)
_EVERYONE: Final = frozenset(("all", "everyone", "everybody"))
_BUT: Final = frozenset(("but", "except", "bar"))
_EM_DASHES: Final = frozenset("—―")
_DAYS: Final = 31
_YEARS: Final = 1900, 2100
_IN_A_YEAR: Final = frozenset(("since", "in", "year"))
# "the toll ROSE 12 to 40"
_BY: Final = frozenset("by rose climbed jumped fell dropped increased".split())
NUMBERED: Final = c.NUMERAL | c.NEGATION  # a sentence without these has no number
_AMOUNTS: Final = frozenset(("money", "percentage", "measure", "distance"))
# `figures numbers` prints cardinals, decimals, percentages, amounts and measures
_NOT_PRINTED: Final = frozenset(
    (
        "ordinal", "date", "year", "clock_time", "name", "indefinite", "address", "phone",
        "list_number", "citation", "both", "pronoun", "score", "fraction",
    )
)  # fmt: skip


def read(tokens: Tokens, first: int, stop: int) -> list[Number]:
    """All numbers that begin in the token range, in order, none overlapping another.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("At least 12 died and between 20 and 33 were hurt.")
    >>> [(t.quote(n.first, n.stop), n.low, n.high, n.qualifier) for n in read(t, 0, len(t))]
    [('At least 12', 12, None, 'at_least'), ('between 20 and 33', 20, 33, 'range')]
    """
    numbers: list[Number] = []
    classes = tokens.classes
    free = first  # tokens before it belong to a number already
    for i in [k for k in range(first, stop) if classes[k] & NUMBERED]:
        if i < free:
            continue
        numeral = classes[i] & c.NUMERAL
        number = _number(tokens, i, free, stop, numbers) if numeral else _none(tokens, i, stop)
        if number is not None:
            if number.kind == "base" and (share := told(numbers)):
                if whole := taken(share, number):
                    numbers = [n for n in numbers if n.stop <= share.first] + [whole]
                    free = number.stop
                    continue
            if number.kind in _AMOUNTS:
                number = signed(tokens, number)
                if numbers and (whole := _amount_range(tokens, numbers[-1], number)):
                    numbers[-1], free = whole, number.stop
                    continue
            if number.qualifier in ("up_to", "vague"):
                number = hedges.extended(tokens, numbers, number)
            elif numbers and number.kind == "count":
                number = hedges.supposed(tokens, numbers, number)
            numbers.append(number)
            free = number.stop
    if any(number.kind == "rest" for number in numbers):
        return all_but(tokens, numbers)
    return numbers


def _amount_range(tokens: Tokens, low: Number, high: Number) -> Number | None:
    """ "$3 billion to $5 billion", "between 5% and 6%": one range, the unit said twice."""
    if low.kind != high.kind or low.value is None or high.value is None or low.value >= high.value:
        return None
    between = [w for w in tokens.words[low.stop : high.first] if w[0].isalpha()]
    joins = [w for w in between if w in ("to", "and")]
    if len(between) > 3 or len(joins) != 1 or low.qualifier != "exact" or "," in between:
        return None
    begin = low.first
    while begin > 0 and not tokens.words[begin - 1][0].isalpha() and begin > low.first - 2:
        begin -= 1
    opened = tokens.words[begin - 1] if begin else ""
    if joins == ["and"] and opened != "between" or opened == "by":
        return None
    if opened == "from" and _changes(tokens, begin - 1, 0):
        return None
    first, start = low.first, low.start
    if opened == "between":
        first, start = begin - 1, tokens.starts[begin - 1]
    return replace(
        high, start=start, first=first,
        number_start=low.number_start, number_first=low.number_first,
        value=None, low=low.value, high=high.value, qualifier="range",
    )  # fmt: skip


def read_numbers(text: str) -> list[Number]:
    """The numbers of a text, whatever they count: cardinals, percentages, amounts, measures.

    Ordinals, dates, clock times, years and numbers in names are left out.

    >>> [(n.value, n.qualifier) for n in read_numbers("About 1.2m people left on 3 May.")]
    [(1200000, 'about')]
    """
    tokens = tokenize(text)
    return [
        number
        for number in read(tokens, 0, len(tokens))
        if number.kind not in _NOT_PRINTED
        and (number.low, number.high) != (None, None)
        and (number.value != 0 or _counts_something(tokens, number))
        or number.kind == "fraction"
        and number.number_stop > number.number_first + 1
    ]


def _counts_something(tokens: Tokens, number: Number) -> bool:
    """Is a zero a count ("no one", "no survivors", "0"), not a mere "no"?"""
    if tokens.words[number.number_first] != "no":
        return True
    if number.stop - number.first == 2:
        return True
    near = range(number.stop, min(number.stop + 3, len(tokens)))
    return any(tokens.classes[k] & (COUNTED | c.TRIGGER) for k in near)


def _none(tokens: Tokens, i: int, stop: int) -> Number | None:
    """ "No", "no one", "nobody", "none", "not a single": zero."""
    word = tokens.words[i]
    after = i + 1
    if word == "no":
        following = tokens.words[after] if after < stop else ""
        if (
            following == "one"
            or following == "-"
            and tokens.words[after + 1 : after + 2] == ["one"]
        ):
            after += 1 if following == "one" else 2
        elif following in _NO_COUNT_AFTER_NO or not following[:1].isalpha():
            return None
    elif word == "not":
        follow = tokens.words[after : min(stop, after + 3)]
        if follow[:2] in (["a", "single"], ["one", "single"], ["a", "soul"]):
            after += 2
        elif follow[:1] == ["one"] and follow[1:2] != ["but"]:
            after += 1
        else:
            return None
    elif word not in ("none", "nobody"):
        return None
    return _make(tokens, i, after, i, after, (0, 0, 0, "exact"), "count")


def _number(tokens: Tokens, i: int, free: int, stop: int, numbers: list[Number]) -> Number | None:
    if tokens.words[i] == "both":
        kind = "count" if both_counts(tokens, i, stop) else "both"
        return _make(tokens, i, i + 1, i, i + 1, (2, 2, 2, "exact"), kind)
    found = cardinal(tokens, i, stop)
    if found is None:
        return None
    if found.first < free:
        found.first = free
    if not found.kind:
        _ordinal_or_fraction(tokens, found, stop)
    if found.huge:
        return _make(
            tokens, found.first, found.stop, found.first, found.stop,
            (None, None, None, "exact"), "implausible",
        )  # fmt: skip
    number_first, number_stop = found.first, found.stop
    low, high, value = found.low, found.high, found.value
    last = found
    qualifier, begin = hedges.before(tokens, number_first, free)
    if not found.kind:
        until = _range_end(tokens, found, begin, free, stop)
        if until is not None:
            last = until
            low = found.low if found.vague else found.value
            high = until.high if until.vague else until.value
            value, number_stop = None, until.stop
        else:
            number_stop = _said_again(tokens, found, stop)
    if last is not found and begin > free and tokens.words[begin - 1] == "between":
        begin -= 1
    end = number_stop
    after, end = hedges.after(tokens, number_stop, stop)
    if after and qualifier not in hedges.BOUNDS:
        qualifier = after
    if end < stop - 1 and hedges.bracketed(tokens, begin, end, free, value):
        begin, end = begin - 1, end + 1
    kind = found.kind or kind_of(
        tokens, number_first, number_stop, begin, stop, value, high, qualifier, numbers
    )
    if kind == "count" and digits.misgrouped(tokens, number_first, number_stop):
        kind = "misgrouped"
    if kind == "count" and begin >= free + 2:
        everyone, but = tokens.words[begin - 2 : begin]
        if everyone in _EVERYONE and but in _BUT:
            kind, begin = "rest", begin - 2  # "all but four of the 60"
    bounds = _bounds(value, low, high, qualifier, last is not found)
    if kind == "count":
        _, low, high, _ = bounds
        if (high or low or 0) > IMPLAUSIBLE:
            kind = "implausible"
    return _make(tokens, begin, end, number_first, number_stop, bounds, kind)


def _make(
    tokens: Tokens, first: int, stop: int, number_first: int, number_stop: int,
    bounds: tuple[int | float | None, int | float | None, int | float | None, str], kind: str,
) -> Number:  # fmt: skip
    value, low, high, qualifier = bounds
    return Number(
        tokens.starts[first], tokens.ends[stop - 1],
        tokens.starts[number_first], tokens.ends[number_stop - 1],
        first, stop, number_first, number_stop, value, low, high, qualifier, kind,
    )  # fmt: skip


def _bounds(
    value: int | float | None, low: int | float | None, high: int | float | None,
    qualifier: str, is_range: bool,
) -> tuple[int | float | None, int | float | None, int | float | None, str]:  # fmt: skip
    """What the words assert (the table of CONTRACT §3): value, low, high, qualifier."""
    if is_range:
        return None, low, high, "range"
    if value is not None:
        low = high = value
    if qualifier in ("at_least", "more_than"):
        return value, low, None, qualifier
    if qualifier in ("up_to", "less_than", "nearly"):
        return value, None, high, qualifier
    return value, low, high, qualifier if value is not None else "vague"


def _ordinal_or_fraction(tokens: Tokens, found: Cardinal, stop: int) -> None:
    """ "Twenty-first" and "two-thirds": a number that an ordinal ends."""
    words, classes = tokens.words, tokens.classes
    j = found.stop
    if j + 1 < stop and words[j] == "-" and classes[j + 1] & c.ORDINAL:
        j += 1
    if j >= stop or not classes[j] & c.ORDINAL or found.value is None:
        return
    table, word = number_words(), words[j]
    part = table.fractions.get(word)
    rest = table.ordinals.get(word, 0)
    if part and (word[-1] == "s") == (found.value != 1):
        found.value, found.kind, found.stop = found.value / part, "fraction", j + 1
    elif rest and not found.digits and (rest < 10 <= found.value or rest >= 100 or found.scale > 1):
        found.value = found.value + rest if rest < found.scale or rest < 10 else found.value * rest
        found.kind, found.stop = "ordinal", j + 1


def _range_end(tokens: Tokens, low: Cardinal, begin: int, free: int, stop: int) -> Cardinal | None:
    """The second number of "20 to 33", "between 20 and 33", "20-33", "two or three", or None."""
    words, classes = tokens.words, tokens.classes
    j = low.stop
    if j + 1 >= stop:
        return None
    join, noun = words[j], ""
    if words[j + 1] == "and" and begin > free and words[begin - 1] == "between":
        if classes[j] & COUNTED:  # "between 100 PEOPLE and 120 PEOPLE"
            noun, j, join = join, j + 1, "and"
    if join == "up" and words[j + 1] == "to" and begin > free and words[begin - 1] == "from":
        j, join = j + 1, "to"  # "ranged from 200 up to 300"
    if join != "and" and join not in hedges.range_joins():
        return None  # most
    opened = hedges.opened_by(words, begin, free)
    if opened == "between":
        if join not in ("and", "to", "-"):
            return None
    elif join == "and":
        return None
    at = j + 1
    if join == "-":
        if tokens.text[tokens.starts[j]] in _EM_DASHES or words[at] == "-":
            return None
        if tokens.glued(j) != tokens.glued(at) or (
            begin > 0 and hedges.dash_before(tokens, low.first)
        ):
            return None
    while at < stop and classes[at] & c.QUALIFIER and not classes[at] & c.NUMERAL and at < j + 4:
        at += 1  # "between 20 and about 30"
    if at + 1 < stop and words[at] in ("a", "an"):
        at += 1
    if at >= stop or not classes[at] & c.NUMERAL:
        return None
    if join == "or" and at != j + 1:
        return None
    high = cardinal(tokens, at, stop)
    if high is None or high.kind or high.huge:
        return None
    _ordinal_or_fraction(tokens, high, stop)
    if high.kind or noun and words[high.stop : high.stop + 1] != [noun]:
        return None
    if join == "-" and not (low.digits and high.digits) and low.digits != high.digits:
        return None
    _share_scale(tokens, low, high)
    least = low.low if low.vague else low.value
    most = high.high if high.vague else high.value
    if low.vague or high.vague:
        rises = (
            low.vague and high.vague and join in ("or", "to") and (low.low or 0) < (high.low or 0)
        )
        return high if rises and (most is None or most > (low.high or 0)) else None
    if least is None or most is None or least >= most:
        return None
    if join == "or" and most >= _MEMBERS * least and (least % 10 or most % 10):
        return None  # "the number of families reached 1,788 OR 7,627 people", but "30 or 100"
    if join in ("to", "-") and low.first and _told_when(tokens, low.first, least, most):
        return None
    if join == "-" and high.stop < stop and words[high.stop] == "-" and tokens.glued(high.stop):
        if high.stop + 1 < stop and classes[high.stop + 1] & c.DIGIT:
            return None  # 2019-03-15, 555-12-34
    if join == "to" and (opened in _BY or opened == "from" and _changes(tokens, begin - 1, free)):
        return None
    return high


_MEMBERS: Final = 2.5  # how many times as many people as families there are, at least


def _told_when(tokens: Tokens, first: int, least: int | float, most: int | float) -> bool:
    """Is the first of two numbers a day or a year, to which the second is no end ("since May 2023 TO 35,000")?"""
    dated = tokens.classes[first - 1] & c.MONTH
    if least <= _DAYS < most and dated:
        return True  # "raised the toll since October 7 to 35,000"
    years = _YEARS[0] <= least < _YEARS[1] <= most
    return bool(years and (dated or tokens.words[first - 1] in _IN_A_YEAR))


def _share_scale(tokens: Tokens, low: Cardinal, high: Cardinal) -> None:
    """ "2 to 3 million", "10-12,000": the magnitude said last holds for both."""
    if low.value is None or high.value is None or low.scale != 1 or not low.value:
        return
    scale = high.scale
    if scale == 1 and low.digits and tokens.words[high.stop - 1].endswith(",000"):
        scale = 1000
        if low.value >= 1000 or high.value / scale > low.value * 10:
            return
    if scale > 1 and low.value < high.value / scale:
        low.value = low.value * scale


def _changes(tokens: Tokens, at: int, free: int) -> bool:
    """Does "rose", "up" or the like stand close before "from"?"""
    near, wide = tokens.words[max(0, at - 5) : at], tokens.words[max(0, at - 8) : at]
    if "toll" in wide and hedges.SPREAD.isdisjoint(wide):
        return True  # "pushing the toll for the spring of 2021 from 114 to 143"
    return not hedges.change_words().isdisjoint(near)


def _said_again(tokens: Tokens, found: Cardinal, stop: int) -> int:
    """The end of "nine hundred (900)", said twice; the number's own end where it is not."""
    words, j = tokens.words, found.stop
    if j + 2 >= stop or words[j] not in "([" or not tokens.classes[j + 1] & c.NUMERAL:
        return j
    again = cardinal(tokens, j + 1, stop)
    if again is None or again.kind or again.value is None or again.value != found.value:
        return j
    # "27 lakh (2.7 million)"
    other_words = again.digits != found.digits or again.scale != found.scale
    if again.stop < stop and words[again.stop] in ")]" and other_words:
        return again.stop + 1
    return j
