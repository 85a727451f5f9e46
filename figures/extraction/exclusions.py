"""Numbers that are no counts, each by a named rule: ages, dates, clock times, money, measures, ranks, names.

A rule looks only at the tokens close to the number. What the counted noun decides (weapons, vehicles,
troops deployed, protesters) is decided later, by the groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load
from figures.model import Number

_COUNTED = c.PERSON | c.HOUSEHOLD | c.BUILDING
_HYPHENS = frozenset("-‐‑")
_JOINS = frozenset((",", "and", "or", "to", "-", "/", "&"))
_OUT_OF = frozenset(("in", "out", "of", "every"))


def numerals(tokens: Tokens, first: int, stop: int) -> list[tuple[int, int]]:
    """The numerals of a token range: digits, number words, and no, none, nobody, no one that count.

    >>> from figures.extraction.tokens import tokenize
    >>> t = tokenize("No one died; 12 fled on the 3rd and there was no warning.")
    >>> [t.quote(*n) for n in numerals(t, 0, len(t))]
    ['No one', '12', '3']
    """
    found: list[tuple[int, int]] = []
    words, classes = tokens.words, tokens.classes
    for i in [k for k in range(first, stop) if classes[k] & (c.NUMERAL | c.NEGATION)]:
        if found and found[-1][1] > i:
            continue
        if classes[i] & c.NUMERAL:
            found.append((i, i + 1))
        elif words[i] in ("none", "nobody"):
            found.append((i, i + 1))
        elif words[i] == "no" and i + 1 < stop:
            if words[i + 1] == "one":
                found.append((i, i + 2))
            elif any(classes[k] & _COUNTED for k in range(i + 1, min(stop, i + 4))):
                found.append((i, i + 1))
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of exclusions.yaml as sets, and every unit word with the kind of number it makes."""

    sets: dict[str, frozenset[str]]
    units: dict[str, str]


@cache
def _words() -> _Words:
    lists = load("exclusions")
    sets = {k: frozenset(v.split() if isinstance(v, str) else v) for k, v in lists.items()}
    units: dict[str, str] = {}
    for key, kind in (
        ("measures", "measure"),
        ("money", "money"),
        ("distances", "distance"),
        ("durations", "duration"),
        ("percent", "percentage"),
        ("calibres", "calibre"),
        ("storeys", "storeys"),
        ("times", "multiple"),
    ):
        units |= dict.fromkeys(sets[key], kind)
    return _Words(sets, units)


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
    table = _words()
    number = _Place(tokens, first, stop, begin, limit, value if value is not None else high, qualifier)
    if found := _glued_before(number, earlier) or _before(number):
        return found
    if stop >= limit:
        for rule in (_list_of_ages, _dates):
            if found := rule(number, earlier):
                return found
        return _year(number) or _named(number) or "count"
    after = words[stop]
    if classes[stop] & _COUNTED and after not in table.units and not number.named():
        return "count"
    if found := _glued_after(number) or _unit(number):
        return found
    for rule in (_dates, _list_of_ages):
        if found := rule(number, earlier):
            return found
    return (
        _year(number)
        or _clock(number)
        or _age(number)
        or _ratio(number, earlier)
        or _named(number)
        or _address(number)
        or _pronoun(number)
        or "count"
    )


@dataclass(slots=True)
class _Place:
    """A number where it stands."""

    tokens: Tokens
    first: int
    stop: int
    begin: int
    limit: int
    size: int | float | None
    qualifier: str

    @property
    def digits(self) -> str:
        """The number as written, where it is one token of digits, else ""."""
        word = self.tokens.words[self.first]
        return word if word.isdecimal() and self.stop == self.first + 1 else ""

    def word(self, i: int) -> str:
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def has(self, i: int, bits: int) -> bool:
        return 0 <= i < self.limit and bool(self.tokens.classes[i] & bits)

    def hyphen(self, i: int) -> bool:
        """Is token i a hyphen that joins its neighbours into one word?"""
        t = self.tokens
        return (
            0 < i < len(t) - 1
            and t.words[i] == "-"
            and t.text[t.starts[i]] in _HYPHENS
            and t.glued(i)
            and t.glued(i + 1)
        )

    def capitalised(self, i: int) -> bool:
        """Does token i begin with a capital, as names do (and every word of upper-case text)?"""
        return 0 <= i < len(self.tokens) and self.tokens.capital(i)

    def shouted(self, i: int) -> bool:
        """Is token i in capitals throughout?"""
        t = self.tokens
        return t.ends[i] - t.starts[i] > 1 and t.text[t.starts[i] : t.ends[i]].isupper()

    def month(self, i: int) -> bool:
        """A month's name: "May" and "March", not "may" and "march"."""
        if not self.has(i, c.MONTH) and not (i >= self.limit and self._month_word(i)):
            return False
        word = self.tokens.words[i]
        if not self.capitalised(i):
            return word not in ("may", "march", "mar", "sun", "sat", "dec", "august")
        if word == "may" and self.shouted(i) and i + 1 < len(self.tokens):
            return not self.tokens.classes[i + 1] & (c.AUXILIARY | c.VERB | c.NEGATION | c.ADVERB)
        return True

    def _month_word(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and bool(self.tokens.classes[i] & c.MONTH)

    def named(self) -> bool:
        """Does a noun stand before that has a number for a name ("Flight 302", "article 5")?"""
        sets, i = _words().sets, self.first - 1
        if i >= 0 and self.tokens.words[i] == "." and self.tokens.glued(i):
            i -= 1
        word = self.word(i)
        if self.begin != self.first or not word:
            return False
        if word in ("no", "nos", "nr"):
            return i != self.first - 1 or self.has(self.first, c.DIGIT)
        if word in sets["named_always"]:
            return word in ("article", "section", "flight", "resolution") or bool(self.digits)
        if word not in sets["named"]:
            return False
        if word == "war":
            return self.word(i - 1) == "world"
        return self.capitalised(i) and (not self.shouted(i) or bool(self.digits))


def _glued_before(number: _Place, earlier: list[Number]) -> str:
    """M23, Covid-19, $5, 3:45, 9/11, #27: something stands close before the digits."""
    t, first = number.tokens, number.first
    if not first or not t.glued(first):
        return ""
    before = t.words[first - 1]
    sets = _words().sets
    if before in sets["currency_signs"]:
        return "money"
    signed = before == "-" and not t.glued(first - 1)
    if before in ("=", "-") and first >= 2 and t.glued(first - 1) or signed:
        sign = t.words[first - 2]
        if sign in sets["currency_signs"] or before == "=" and sign in ("y", *sets["currency_codes"]):
            return "money"
    if before[0].isalpha():
        if before in sets["currency_codes"]:
            return "money"
        if before == "fy":
            return "year"
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
        if t.classes[first] & c.DIGIT and not number.has(number.stop, _COUNTED):
            return "name"
    if before == "#":
        return "name"
    if before == "[" and joined and number.word(number.stop) == "]":
        return "citation"
    if before == "+" and len(number.digits) >= 2:
        return "phone" if not number.word(number.stop) == "%" else ""
    return ""


def _before(number: _Place) -> str:
    """aged 12, top 10, magnitude 7.8, $ 5: the word before decides."""
    sets, t = _words().sets, number.tokens
    before = number.word(number.begin - 1)
    if not before:
        return _list_number(number)
    if before in sets["age_words"]:
        return "age"
    if before == "of" and number.word(number.begin - 2) in sets["age_words"]:
        return "age"
    if before in sets["currency_signs"]:
        return "money"
    if before in sets["rank"] and number.begin == number.first:
        told = before == "number" and (
            number.has(number.stop, _COUNTED)
            or number.word(number.begin - 2) in ("this", "that", "total", "which", "a")
        )
        return "" if told else "rank"
    if before == "magnitude":
        return "magnitude"
    if before in sets["calls"] and number.begin == number.first and number.digits:
        return "phone" if number.digits in ("911", "999", "112") or len(number.digits) > 4 else ""
    if before == "than" and number.word(number.begin - 2) in ("older", "younger"):
        return "age"
    if number.first in t.breaks:
        return _list_number(number)
    return ""


def _list_number(number: _Place) -> str:
    """ "1. Shelter", "2) Food" at the beginning of a line."""
    t, stop = number.tokens, number.stop
    if not number.digits or len(number.digits) > 2 or stop >= len(t) or t.words[stop] not in ".)":
        return ""
    follows = stop + 1 < len(t) and not t.glued(stop + 1) and stop + 1 not in t.breaks
    return "list_number" if t.glued(stop) and follows else ""


def _glued_after(number: _Place) -> str:
    """3:45, 9/11, 2019-03-15, 3-1, the 1990s, two-man: what stands close after the number decides."""
    t, stop, size = number.tokens, number.stop, number.size
    if not t.glued(stop):
        return ""
    after, following = t.words[stop], number.word(stop + 1)
    close = bool(following) and t.glued(stop + 1)
    if after in (":", "/", "-") and close and t.classes[stop + 1] & c.DIGIT:
        chain = number.word(stop + 2) == after and t.glued(stop + 2) and number.has(stop + 3, c.DIGIT)
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
        table = _words()
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


def _dashed(number: _Place, following: str) -> str:
    """3-1, 2019-20, 1-2: two numbers with a hyphen between that make no range."""
    size, other = int(number.digits), int(following[:9])
    if 1900 <= size <= 2100 and len(following) in (2, 4):
        return "year"
    if size >= other:
        return "score" if size < 1000 else "name"
    near = range(max(0, number.begin - 6), number.begin)
    scores = _words().sets["scores"]
    return "score" if any(number.tokens.words[k] in scores for k in near) else ""


def _unit(number: _Place) -> str:
    """12 days, 34-day, five more years, 3 nautical miles, 12 per cent, two-man: the unit after the number."""
    t, stop, size = number.tokens, number.stop, number.size
    table = _words()
    k = stop
    hyphen = number.hyphen(k)
    if hyphen or number.word(k) == "of" and number.word(stop - 1)[-1:] == "s":
        k += 1  # "hundreds of miles"
    word = number.word(k)
    for _ in range(2):
        if word in table.sets["between_number_and_unit"] or number.has(k, c.DEMONYM):
            if number.word(k + 1) in table.units:
                k += 1
                word = number.word(k)
                break
            if word in table.sets["between_number_and_unit"] and k + 2 < number.limit:
                k += 1
                word = number.word(k)
    kind = table.units.get(word, "")
    if word == "per" and number.word(k + 1) == "cent":
        return "percentage"
    if len(word) == 1 and word.isalpha() and not (k == stop and t.glued(k)):
        kind = ""  # "5 m" apart from its number is too little to go by
    if kind == "duration":
        later = k + 1 + number.hyphen(k + 1)
        if number.word(later) == "old" or t.words[later : later + 2] == ["of", "age"]:
            return "age"
        if word in ("hours", "hrs") and len(number.digits) == 4 and size is not None and size <= 2400:
            return "clock_time"
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
    if "richter" in t.words[stop : stop + 6] or "magnitude" in t.words[stop : stop + 5] and t.words[
        number.first
    ].count("."):
        return "magnitude"
    if word == "block" and size is not None and size >= 100:
        return "address"
    if word == "call" and number.digits in ("911", "999", "112"):
        return "phone"
    if hyphen and word[0].isalpha() and not t.classes[k] & c.NUMERAL:
        return "compound"
    return ""


def _dates(number: _Place, earlier: list[Number]) -> str:
    """12 March, March 12-14, 1, 3 and 5 May 2019, 14 NOV 89."""
    t, size = number.tokens, number.size
    if size is None or size != int(size) or not (size <= 31 or size <= 99 or 1000 <= size <= 2100):
        return ""
    word = t.words[number.first]
    if number.qualifier in ("at_least", "up_to", "less_than", "nearly"):
        return ""
    before = number.first - 1
    if number.word(before) == "." and t.glued(before):
        before -= 1
    day = 0 < size <= 31
    if day:
        k = number.stop
        for _ in range(4):
            if number.month(k) and not (k == number.stop and k in t.breaks and t.breaks[k] == 2):
                return "date"
            joined = t.words[k : k + 1] and t.words[k] in _JOINS
            if not joined or not (k + 1 < len(t) and t.classes[k + 1] & c.NUMERAL):
                break
            k += 2
            if number.word(k) in ("st", "nd", "rd", "th"):
                k += 1
    if number.month(before) and number.has(number.first, c.NUMERAL):
        if not day:
            return "date" if t.classes[number.first] & c.DIGIT else ""
        if number.has(number.stop, _COUNTED):
            return ""
        if number.word(before - 1) == "in" and number.has(number.stop, c.AUXILIARY | c.TRIGGER):
            return ""
        return "date"
    if earlier and earlier[-1].kind == "date" and number.begin == number.first:
        between = t.words[earlier[-1].stop : number.first]
        if not between or between == [","] or between == ["/"]:
            if 1000 <= size <= 2100 and len(word) == 4:
                return "date"
        month_then_year = len(between) == 1 and number.month(earlier[-1].stop)
        if month_then_year and t.classes[number.first] & c.DIGIT:
            return "date"
        if day and between and all(w in _JOINS for w in between):
            if not number.has(number.stop, _COUNTED | c.AUXILIARY | c.TRIGGER):
                return "date"
    return ""


def _year(number: _Place) -> str:
    """in 2019, the 1984 war, (2003), 2008-2009."""
    t, size = number.tokens, number.size
    if len(number.digits) != 4 and number.stop - number.first != 3 or size is None:
        return ""
    if not 1000 <= size <= 2100 or number.has(number.stop, _COUNTED):
        return ""
    if not t.words[number.first].isdecimal():
        return ""
    sets = _words().sets
    before = number.word(number.begin - 1)
    if number.word(number.begin) == "between":
        before = "between"
    elif before == "of" and number.word(number.begin - 2) in sets["totals"]:
        return ""
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
    if number.word(number.stop) in sets["after_year"] or not before:
        return "year"
    if number.stop >= number.limit or not t.words[number.stop][0].isalpha():
        lonely = before[0].isalpha() and not number.has(number.first - 1, c.TRIGGER | c.VERB)
        return "year" if lonely and number.capitalised(number.first - 1) else ""
    named = number.capitalised(number.stop) and not number.shouted(number.stop)
    if named and not number.has(number.stop, c.DEMONYM) and 1900 <= size:
        return "year"
    return "year" if number.first in t.breaks else ""


def _plural_noun(number: _Place, i: int) -> bool:
    word = number.tokens.words[i]
    return word[-1] == "s" and len(word) > 3 and not number.capitalised(i)


def _clock(number: _Place) -> str:
    """7 p.m., 1900 hours, at 0730, 3 in the morning."""
    t, stop, size = number.tokens, number.stop, number.size
    sets = _words().sets
    after = number.word(stop)
    if after in sets["day_halves"]:
        return "clock_time"
    start = t.words[number.first]
    clock_like = len(start) == 4 and start.isdecimal() and int(start) % 100 < 60 and int(start) <= 2400
    before = number.word(number.begin - 1)
    if clock_like and (start[0] == "0" or before in ("at", "[") or after == "["):
        return "clock_time"
    if size is None or size > 24:
        return ""
    if "." in start and before == "at" and len(start.split(".")[-1]) == 2:
        return "clock_time" if not after[:1].isalpha() or number.has(stop, c.PREPOSITION) else ""
    if t.words[stop : stop + 2] == ["in", "the"] and number.word(stop + 2) in sets["parts_of_day"]:
        return "clock_time"
    return ""


def _age(number: _Place) -> str:
    """Ana Ruiz, 34, said; children under five."""
    t, size, stop = number.tokens, number.size, number.stop
    if size is None or not 0 < size <= 115:
        return ""
    sets = _words().sets
    if number.begin != number.first:
        hedge = number.word(number.begin)
        if hedge in ("under", "over", "below", "above") and number.begin == number.first - 1:
            if number.word(number.begin - 1) in sets["children"]:
                return "age" if not number.has(stop, _COUNTED) else ""
        return ""
    if number.word(number.first - 1) != "," or not number.digits:
        return ""
    before = number.first - 2
    person = number.has(before, c.PERSON)
    if not person and (not number.capitalised(before) or t.classes[before] & ~c.DEMONYM):
        return ""
    after = number.word(stop)
    if after in (",", ";", ".", ")", "]"):
        return "age"
    if number.has(before, c.PERSON_ONE):
        return "age" if number.has(stop, c.AUXILIARY | c.PREPOSITION | c.RELATIVE) else ""
    if person or after == "of" and number.has(stop + 1, c.RELATIVE | c.DETERMINER | c.ELIDED):
        return ""
    return "age" if after in ("of", "from") or number.has(stop, c.AUXILIARY | c.RELATIVE) else ""


def _list_of_ages(number: _Place, earlier: list[Number]) -> str:
    """aged 12 and 14; three men, 22, 25 and 30."""
    if not earlier or earlier[-1].kind != "age" or number.begin != number.first:
        return ""
    t = number.tokens
    between = t.words[earlier[-1].stop : number.first]
    if not between or not all(word in _JOINS for word in between) or (number.size or 0) > 115:
        return ""
    if number.has(number.stop, _COUNTED | c.NUMERAL) or number.has(number.stop, c.TRIGGER):
        return ""
    after = number.word(number.stop)
    return "age" if not after or not after[0].isalpha() or not number.digits == "" else ""


def _ratio(number: _Place, earlier: list[Number]) -> str:
    """one in five, 3 out of every 10."""
    t, stop = number.tokens, number.stop
    after = t.words[stop : stop + 4]
    if after[:1] == ["in"] and number.size == 1 or after[:2] == ["out", "of"]:
        k = stop + (1 if after[0] == "in" else 2)
        every = number.word(k) == "every"
        if number.has(k + every, c.NUMERAL) and (
            every or after[0] == "out" or not number.has(k, c.DIGIT) or len(number.word(k)) < 4
        ):
            if not number.has(k + every, c.ORDINAL):
                return "ratio"
    if earlier and earlier[-1].kind == "ratio":
        between = t.words[earlier[-1].stop : number.first]
        if between and all(word in _OUT_OF for word in between):
            return "ratio"
    return ""


def _named(number: _Place) -> str:
    """Flight 302; the Big 12, Galaxy 5 Mini: after a noun that has a number, or within a name."""
    if number.named():
        return "name"
    t, stop, i = number.tokens, number.stop, number.first - 1
    if number.begin != number.first or not 0 < len(number.digits) <= 3 or i < 1:
        return ""
    if t.classes[i] or not number.capitalised(i) or i in t.breaks or t.words[i - 1][-1] in ".!?":
        return ""
    if number.has(i - 1, c.PREPOSITION) or number.shouted(i - 1):
        return ""
    after = number.word(stop)
    within = number.capitalised(stop) and not t.classes[stop] and not number.shouted(stop)
    return "name" if within or after in (".", ")", "'s", '"') or not after else ""


def _address(number: _Place) -> str:
    """10 Harbour Street: capitalised words and a street's word after the number."""
    if number.begin != number.first or not number.has(number.first, c.DIGIT):
        return ""
    streets = _words().sets["streets"]
    for k in range(number.stop, min(number.stop + 4, number.limit)):
        if not number.capitalised(k) or number.has(k, c.VERB | c.AUXILIARY | _COUNTED):
            return ""
        if number.tokens.words[k] in streets and k > number.stop:
            return "address"
    return ""


def _pronoun(number: _Place) -> str:
    """ "One another", "this one", "one by one"."""
    words = number.tokens.words
    if words[number.first] != "one" or number.stop != number.first + 1:
        return ""
    sets = _words().sets
    after, before = number.word(number.stop), number.word(number.first - 1)
    if after in sets["pronoun_after"]:
        return "pronoun"
    if before in sets["pronoun_before"] and (
        not after
        or number.has(number.stop, c.AUXILIARY | c.MODAL | c.VERB | c.PREPOSITION | c.PUNCTUATION)
        and after != "of"
    ):
        return "pronoun"
    if before == "by" and number.word(number.first - 2) == "one":
        return "pronoun"
    return "pronoun" if before == "the" and number.has(number.stop, c.RELATIVE) else ""
