"""Measured quantities: what a unit measures, and the tonnes, hectares and money that reports count.

The units are quantulum3's: its tables, read without importing it, tell what a unit measures and its name. Its
parser is not called: it takes seconds to load, and misreads hedges, ranges and "4-million".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from figures.categories import categories
from figures.extraction.numbers import hedges
from figures.extraction.numbers.digits import whole
from figures.extraction.places.gazetteer import package_folder
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens, tokenize
from figures.lexicon import classes as c
from figures.lexicon import load, load_words, parse_yaml, plural, verb_forms
from figures.model import Number

_LONGEST: Final = 4  # tokens of one unit
_NEAR: Final = 14  # tokens between a quantity and a category's word
_VETO: Final = 8  # tokens between a quantity and a word that says that it is another
_PREFIXES: Final = {"k": "kilo", "c": "centi", "m": "milli", "M": "mega", "G": "giga"}
_SCALES: Final = {"m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9}


@dataclass(frozen=True, slots=True)
class Measured:
    """A measured quantity at tokens ``[first, stop)``: hedge, number and unit ("over 10,000 acres").

    ``number_first`` and ``number_stop`` bound the quantity words alone; ``value``, ``low``, ``high`` and
    ``qualifier`` are as for any number, in the ``unit`` stated: nothing is converted. ``word`` is the token
    that told the category.
    """

    first: int
    stop: int
    number_first: int
    number_stop: int
    value: int | float | None
    low: int | float | None
    high: int | float | None
    qualifier: str
    unit: str
    category: str
    rule: str
    word: int


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words beside a quantity that tell the category, where one of ``needs``, if any, stands in the sentence."""

    words: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Category:
    name: str
    kind: str
    units: frozenset[str]
    telling: tuple[_Telling, ...]
    not_with: frozenset[str]
    least: dict[str, int]  # unit → what is less than this is a ration, no shipment


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit beside a number: its tokens, what it measures, its name in our tables."""

    first: int
    stop: int
    kind: str
    name: str


@cache
def _units() -> dict[tuple[str, ...], tuple[str, str]]:
    """Tokens of a unit → what it measures and its name, from quantulum3's tables and our own list."""
    lists = load("measures")
    kinds, never = lists["kinds"], frozenset(lists["never"].split())
    table: dict[tuple[str, ...], tuple[str, str]] = {}
    for name, unit in _quantulum_units().items():
        kind = kinds.get(unit["entity"])
        for spelled in _spellings(name, unit) if kind else ():
            if spelled not in never and (len(spelled) > 1 or not spelled.isalpha()):
                words = _words(spelled)
                if 0 < len(words) <= _LONGEST:
                    table.setdefault(words, (kind, name))
    for kind in ("mass", "area", "money"):
        for spelled, name in lists[kind].items():
            table[_words(spelled)] = (kind, name)
    for word in ("percent", "percentage", "%", "pct", "‰"):
        table[(word,)] = ("percentage", "percentage")
    return table


def _words(spelled: str) -> tuple[str, ...]:
    words = spelled.split()
    plain = all(word.isalpha() for word in words)
    return tuple(words if plain else tokenize(spelled).words)


def _quantulum_units() -> dict[str, Any]:
    file = package_folder("quantulum3") / "units.json"
    units: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return units


def _spellings(name: str, unit: dict[str, Any]) -> list[str]:
    """How a unit is written, in lower case: its words, their plurals, its symbols."""
    words = [name, *unit.get("surfaces", ())]
    symbols = list(unit.get("symbols", ()))
    for short, prefix in _PREFIXES.items():
        if short in unit.get("prefixes", ()):
            words += [prefix + word for word in unit.get("surfaces", ())]
            symbols += [short + symbol for symbol in unit.get("symbols", ())]
    words += ["feet"] if name == "foot" else [_plural(word) for word in words]
    return [spelled.lower() for spelled in (*words, *symbols)]


def _plural(unit: str) -> str:
    first, per, rest = unit.partition(" per ")
    return plural(first) + per + rest


def measure_kind(tokens: Tokens, i: int) -> str | None:
    """What the unit at token ``i`` measures, behind a number or, for money, before it; None for no unit.

    One of money, length, mass, area, volume, duration, temperature, speed, percentage and a few more.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [measure_kind(tokenize(t), 1) for t in ("12 sq km", "12 tonnes", "12 people", "US$12", "12%")]
    ['area', 'mass', None, 'money', 'percentage']
    """
    found = _unit_at(tokens, i, len(tokens))
    return found.kind if found is not None else None


def _unit_at(tokens: Tokens, i: int, stop: int) -> _Unit | None:
    table = _units()
    for size in range(min(_longest_units().get(tokens.words[i], 0), stop - i), 0, -1):
        found = table.get(tuple(tokens.words[i : i + size]))
        if found is not None:
            return _Unit(i, i + size, *found)
    return None


@cache
def _longest_units() -> dict[str, int]:
    """Word → how many tokens the longest unit has that begins with it."""
    longest: dict[str, int] = {}
    for words in _units():
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@cache
def _categories() -> tuple[_Category, ...]:
    """The measured categories: those with a `measure` key, with the words of their triggers."""
    found = []
    for category in categories().values():
        data = parse_yaml(category.source)
        if not data.get("measure"):
            continue
        found.append(
            _Category(
                category.name,
                data["measure"],
                frozenset(data["units"]),
                tuple(map(_telling, data["triggers"])),
                frozenset(data.get("not_with", ())),
                data.get("least", {}),
            )
        )
    return tuple(found)


def _telling(trigger: dict[str, Any]) -> _Telling:
    verbs = {form for verb in trigger.get("verb", ()) for form in verb_forms(verb)}
    return _Telling(
        frozenset(verbs.union(trigger.get("words", ()))), frozenset(trigger.get("needs", ()))
    )


@cache
def _last_words() -> frozenset[str]:
    """The words that end a unit of the measured categories: what a sentence must hold."""
    kinds = {category.kind for category in _categories()}
    return frozenset(words[-1] for words, (kind, _) in _units().items() if kind in kinds)


def may_measure(tokens: Tokens, sentence: Sentence) -> bool:
    """Can a sentence hold a measured quantity: do a numeral and a unit stand there?"""
    if not sentence.classes & c.NUMERAL:
        return False
    return not _last_words().isdisjoint(tokens.said(sentence.first, sentence.stop))


def measured(tokens: Tokens, first: int, stop: int, numbers: Sequence[Number]) -> list[Measured]:
    """The measured quantities among the numbers read in tokens ``[first, stop)``.

    >>> from figures.extraction.numbers.grammar import read
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Donors pledged at least $5 million for relief.")
    >>> [(t.quote(m.first, m.stop), m.low, m.high, m.unit) for m in measured(t, 0, len(t), read(t, 0, len(t)))]
    [('at least $5 million', 5000000, None, 'dollar')]
    """
    found = []
    for number in numbers:
        unit = _unit_of(tokens, number, first, stop)
        if unit is None:
            continue
        for category in _categories():
            if category.kind == unit.kind:
                word = _told_by(tokens, category, number, unit, first, stop)
                if word is not None:
                    quantity = _quantity(tokens, category, number, unit, first, word)
                    found += [quantity] if quantity is not None else []
    return found


def _unit_of(tokens: Tokens, number: Number, first: int, stop: int) -> _Unit | None:
    """The unit of a number: a sign of money before it, or a unit behind it."""
    for size in (3, 2, 1):
        i = number.number_first - size
        before = _units().get(tuple(tokens.words[i : number.number_first])) if i >= first else None
        if before is not None and before[0] == "money":
            return _Unit(i, number.number_first, *before)
    j = number.stop
    if j < stop and tokens.words[j] in ("of", "-"):
        j += 1  # "dozens of tonnes", "a 40-tonne load"
    after = _unit_at(tokens, j, stop) if j < stop else None
    if after is not None and after.kind == "money" and _of_year(tokens, number, j):
        return None
    if after is None and j + 1 < stop and tokens.words[j][0].isalpha():
        after = _unit_at(tokens, j + 1, stop)  # "20 Kenyan shillings"
        between = tokens.classes[j] & (c.PREPOSITION | c.CONJUNCTION)  # "in 2011 for CHF 5 million"
        if after is not None and (after.kind != "money" or between):
            return None
    return after


def _of_year(tokens: Tokens, number: Number, unit: int) -> bool:
    """ "$1 million (1984 USD)": is the number the year whose money it is, its currency told by a code?"""
    word = tokens.words[number.first]
    year = number.stop == number.first + 1 and len(word) == 4 and word[:2] in ("19", "20")
    return year and tokens.text[tokens.starts[unit] : tokens.ends[unit]].isupper()


def _told_by(
    tokens: Tokens, category: _Category, number: Number, unit: _Unit, first: int, stop: int
) -> int | None:
    """The token of the category's word that stands nearest to the quantity; None if another word forbids."""
    words = tokens.words
    begin, end = min(number.first, unit.first), max(number.stop, unit.stop)
    if end < stop and words[end] in load_words("things", "vehicles"):
        return None  # "a 645-tonne FERRY carried food": how heavy it is
    for i in range(max(first, begin - _VETO), min(stop, end + _VETO)):
        if words[i] in category.not_with:
            return None
    said = words[first:stop]
    apt = [t for t in category.telling if not t.needs or not t.needs.isdisjoint(said)]
    near = [
        i
        for i in range(max(first, begin - _NEAR), min(stop, end + _NEAR))
        if not begin <= i < end and any(words[i] in t.words or words[i] in t.needs for t in apt)
    ]
    if not any(words[i] in t.words for t in apt for i in near):
        return None
    return min(near, key=lambda i: min(abs(i - begin), abs(i - end)))


def _quantity(
    tokens: Tokens, category: _Category, number: Number, unit: _Unit, floor: int, word: int
) -> Measured | None:
    value, low, high, qualifier = number.value, number.low, number.high, number.qualifier
    first, stop, number_stop = number.first, max(number.stop, unit.stop), number.number_stop
    if unit.stop <= number.number_first:
        scale = _SCALES.get(tokens.words[stop]) if stop < len(tokens) else None
        if scale and value is not None and value < 10**4:  # "US$20 m"
            value = low = high = whole(value * scale)
            stop += 1
            number_stop = stop
        if qualifier == "exact":
            qualifier, first = hedges.before(tokens, unit.first, floor)
            low, high = _bounds(value, low, high, qualifier)
        first = min(first, unit.first)
    if category.kind != "money" and unit.name not in category.units:
        return None
    if (high if high is not None else low or 0) < category.least.get(unit.name, 0):
        return None  # "each parcel holds 5 KG of rice"
    return Measured(
        first, stop, number.number_first, number_stop, value, low, high, qualifier, unit.name,
        category.name, f"{category.name}/measure", word,
    )  # fmt: skip


def _bounds(
    value: int | float | None, low: int | float | None, high: int | float | None, qualifier: str
) -> tuple[int | float | None, int | float | None]:
    if value is None:
        return low, high
    if qualifier in ("at_least", "more_than"):
        return value, None
    return (None, value) if qualifier in ("up_to", "less_than", "nearly") else (value, value)
