"""What the words around a number assert: "at least", "nearly", "an estimated", "or more"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from figures.extraction.numbers.surroundings import COUNTED
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load
from figures.model import Number

_MORE: Final = frozenset(("another", "additional", "further"))
_ARTICLES: Final = frozenset(("a", "an"))
_EARLIER: Final = frozenset("a an the initial earlier previous original preliminary".split())
_OTHERS: Final = frozenset(("others", "other", "more"))
_LAST_POINT: Final = 10  # "(1) people are asked to …": the numbers of a list are small
_JOINS: Final = frozenset("and or but to , - possibly perhaps maybe".split())
BOUNDS: Final = frozenset(("at_least", "more_than", "up_to", "less_than", "nearly"))


@cache
def range_joins() -> frozenset[str]:
    return frozenset(load("numbers")["range_joins"])


SPREAD: Final = frozenset(
    "range ranges ranged ranging vary varies varied varying estimate estimates".split()
)


@cache
def change_words() -> frozenset[str]:
    return frozenset(load("numbers")["changes"])


@cache
def _phrases_before() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Last word → phrases that end in it, the longest first, with the qualifier each tells."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, phrases in load("numbers")["before"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words, qualifier))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _phrases_after() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, phrases in load("numbers")["after"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, qualifier))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_UNTIL_NOW: Final = (["so", "far"], ["thus", "far"])  # "so far around 90", but "far more than 90"


@cache
def _degrees() -> tuple[frozenset[str], frozenset[str]]:
    lists = load("numbers")
    return frozenset(lists["degrees"]), frozenset(lists["particles_of"])


def before(tokens: Tokens, i: int, free: int) -> tuple[str, int]:
    """The qualifier told by the words before token ``i``, and the token where those words begin."""
    words, classes = tokens.words, tokens.classes
    qualifier, begin = "exact", i
    if i > free + 1 and words[i - 1] in _MORE:
        more = i - 1 - (words[i - 2] in _ARTICLES)  # "at least ANOTHER 25", "over A FURTHER 25"
        begin = more if more > free and classes[more - 1] & c.QUALIFIER else i
    opened = begin
    while begin > free and classes[begin - 1] & c.QUALIFIER:
        for phrase, tells in _phrases_before().get(words[begin - 1], ()):
            start = begin - len(phrase)
            if start < free or tuple(words[start:begin]) != phrase:
                continue
            degrees, particles_of = _degrees()
            if start and _no_hedge(phrase[0], words[start - 1], particles_of):
                return qualifier, begin
            if phrase == ("estimated",) and start > free and _by_somebody(tokens, start - 1):
                return tells if qualifier == "exact" else qualifier, begin
            if phrase == ("about",) and (qualifier in BOUNDS or _of_news(tokens, start)):
                return qualifier, begin  # "it is known ABOUT more than 20 dead"
            begin = start
            graded = begin > free and words[begin - 1] in degrees and words[begin - 1] != "only"
            if graded and words[begin - 2 : begin] not in _UNTIL_NOW:
                begin -= 1
                if begin > free and words[begin] == "little" and words[begin - 1] == "a":
                    begin -= 1
            if qualifier not in BOUNDS:
                qualifier = tells if tells != "exact" or qualifier == "exact" else qualifier
            break
        else:
            break
    return qualifier, i if begin == opened else begin


def _by_somebody(tokens: Tokens, i: int) -> bool:
    """ "City OFFICIALS estimated 300 dead", "the mayor INITIALLY estimated": does who estimates end at token i?"""
    while i > 0 and tokens.classes[i] & c.ADVERB and not tokens.classes[i] & c.PERSON:
        i -= 1
    return bool(tokens.classes[i] & (c.PERSON | c.PERSON_ONE | c.SPEAKER | c.ROLE))


def _of_news(tokens: Tokens, at: int) -> bool:
    """ "INFORMATION was received on Thursday ABOUT two people": what is told, and no hedge?"""
    for k in range(at - 1, max(-1, at - _TOLD), -1):
        if tokens.words[k] in _NEWS:
            opens = not k or tokens.words[k - 1] in _ENDS_NEWS
            return opens or not tokens.capital(k)  # "Hale News reported about five dead"
        if tokens.words[k] in _ENDS_NEWS:
            return False
    return False


_TOLD: Final = 6  # tokens from what is told to "about"
_NEWS: Final = frozenset(
    "information news details complaint complaints alert tip call calls".split()
)
_ENDS_NEWS: Final = frozenset((",", ".", ";", "that", "of", "and", "for", "from", "after"))


def _no_hedge(hedge: str, previous: str, particles_of: frozenset[str]) -> bool:
    """Is the hedge something else here: "handed over 12", "the past 12", "has gone up to 15"?"""
    if hedge in ("over", "about"):
        return previous in particles_of
    if hedge == "up":
        return previous in change_words()
    return hedge == "past" and previous in (
        "the",
        "this",
        "these",
        "those",
        "half",
        "quarter",
        "in",
    )


def after(tokens: Tokens, i: int, stop: int) -> tuple[str, int]:
    """The qualifier told by the words after a number that ends at ``i``, and where they end."""
    words = tokens.words
    if i >= stop:
        return "", i
    at = i + 1 if words[i] == "-" and tokens.glued(i) and i + 1 < stop else i
    for phrase, tells in _phrases_after().get(words[at], ()):
        if tuple(words[at : min(stop, at + len(phrase))]) != phrase:
            continue
        end = at + len(phrase)
        if phrase == ("plus",) and at == i or phrase == ("odd",) and at == i:
            continue  # "12 plus", "12 odd" are hedges only with a hyphen
        if phrase == ("+",) and not tokens.glued(at):
            continue
        if phrase[-1] == "up" and tokens.words[end : end + 1] == ["to"]:
            continue  # "12 and up to 40"
        if phrase[0] == "at" and end < stop and tokens.classes[end] & c.NUMERAL:
            continue  # "12 at least 10 of whom"
        if phrase[-1] in ("over", "above", "under", "more") and len(phrase) == 2:
            if end < stop and (words[end] == "than" or tokens.classes[end] & c.NUMERAL):
                continue  # "12 and more than 30 were hurt"
            if phrase[0] == "and" and words[end : end + 1] in (["of"], ["people"]):
                continue  # "12 and more people may die"
        return tells, end
    if words[i] != "-" and (tokens.classes[i] & COUNTED or words[i] in _OTHERS):
        return _behind_noun(tokens, i + 1, stop), i
    return "", i


def past_more(tokens: Tokens, i: int, stop: int) -> int:
    """The token after an aside at token i that tells of more: ", AND POSSIBLY MORE,", ", IF NOT MORE,"; i for none.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [past_more(tokenize(t), 2, 9) for t in ("12 men, and possibly more, died", "12 men, and more died")]
    [7, 2]
    """
    words, k = tokens.words, i + 1
    if i >= stop or words[i] not in (",", "-", "("):
        return i
    k += words[k : k + 1] in (["and"], ["or"], ["if"])
    opened = k
    while k < stop and words[k] in _MAYBE:
        k += 1
    if k == opened:
        return i
    k += words[k : k + 1] == ["many"]
    if words[k : k + 1] != ["more"] or k + 1 >= stop:
        return i
    if words[k + 1] in (",", "-", ")"):
        return k + 2
    return k + 1 if tokens.classes[k + 1] & (c.AUXILIARY | c.VERB | c.TRIGGER) else i


_MAYBE: Final = frozenset("possibly perhaps maybe probably likely potentially not quite".split())


def _behind_noun(tokens: Tokens, i: int, stop: int) -> str:
    """The qualifier behind the noun of a number: "12 people OR MORE", "12 clerks AT LEAST were killed"."""
    told = tuple(tokens.words[i : i + 2])
    if told == ("or", "more") or past_more(tokens, i, stop) > i:
        return "at_least"
    ends = i + 2 >= stop or tokens.classes[i + 2] & (
        c.AUXILIARY | c.PUNCTUATION | c.TRIGGER | c.PREPOSITION
    )
    return _BEHIND.get(told, "") if ends else ""


_BEHIND: Final[dict[tuple[str, ...], str]] = {("at", "least"): "at_least", ("at", "most"): "up_to"}


def bracketed(tokens: Tokens, begin: int, end: int, free: int, value: int | float | None) -> bool:
    """Does a number stand in brackets before what it counts: "killed (27) INSURGENTS", "(32) WOMEN and (192) men"?"""
    words, classes, stop = tokens.words, tokens.classes, len(tokens)
    if begin <= free or words[begin - 1] != "(" or end + 1 >= stop or words[end] != ")":
        return False
    counted = classes[end + 1] & (COUNTED | c.TELLING) and not classes[end + 1] & c.PREPOSITION
    if not counted and words[end + 1] not in _OTHERS:
        return False
    before = begin - 2
    bits = classes[before] if before >= 0 else c.PUNCTUATION
    if before >= 0 and words[before] == "of" or bits & (c.VERB | c.AUXILIARY):
        return True
    if bits & c.TRIGGER and words[before].endswith("ed"):
        return True
    listed = bits & (c.CONJUNCTION | c.PUNCTUATION) and words[before] != "%"
    return bool(listed) and (value or 0) > _LAST_POINT


def opened_by(words: list[str], begin: int, free: int) -> str:
    """The word before a number that begins at token ``begin``, past an adjective: "from" in "from an initial 23"."""
    at = begin - 1
    while at > free and words[at] in _EARLIER:
        at -= 1
    return words[at] if begin > free else ""


def extended(tokens: Tokens, numbers: list[Number], most: Number) -> Number:
    """The number with one before it, taken from ``numbers``, that tells where it begins: "at least 13 and as many as
    46", "dozens, if not hundreds"."""
    if most.qualifier == "up_to":
        return _least_and_most(tokens, numbers, most)
    least = numbers[-1] if numbers else None
    if least is None or least.qualifier != "vague" or not least.kind == most.kind == "count":
        return most
    between = tokens.words[least.stop : most.first]
    if between[:1] == [","]:
        hedged = tokens.words[most.first] in _MAYBE  # "dozens, PERHAPS hundreds"
        between = between[1:] or tokens.words[most.first : most.first + hedged]
    if between not in _OR_EVEN or (least.low or 0) >= (most.low or 0):
        return most
    del numbers[-1]
    stop = most.stop + (tokens.words[most.stop : most.stop + 2] == [",", "of"])
    return replace(
        most, start=least.start, first=least.first, end=tokens.ends[stop - 1], stop=stop,
        number_start=least.number_start, number_first=least.number_first, low=least.low,
    )  # fmt: skip


_OR_EVEN: Final = (
    ["if", "not"], ["perhaps"], ["possibly"], ["maybe"], ["probably"], ["or"], ["or", "even"], ["or", "perhaps"],
    ["or", "possibly"], ["and", "perhaps"], ["and", "possibly"], ["even"],
)  # fmt: skip


_PERHAPS: Final = frozenset("possibly perhaps maybe probably likely potentially".split())


def supposed(tokens: Tokens, numbers: list[Number], most: Number) -> Number:
    """ "12, POSSIBLY 13, men died", "12 or perhaps 13": one range, whose lower bound is taken from ``numbers``."""
    words, least = tokens.words, numbers[-1]
    if words[most.number_first - 1] not in _PERHAPS or most.value is None or least.value is None:
        return most
    between = words[least.stop : most.number_first]
    aside = between[:1] == [","]
    joint = between[aside:][:1] in (["or"], ["and"])
    if not (aside or joint) or not _PERHAPS.issuperset(between[aside + joint :]):
        return most
    close = least.value < most.value <= 2 * least.value
    if not close or least.qualifier not in ("exact", "at_least") or least.kind != "count":
        return most
    stop = most.stop
    if aside:
        after = tokens.classes[stop] if stop < len(tokens) else c.PUNCTUATION
        if not after & (c.PUNCTUATION | COUNTED):
            return most  # "12 dead, possibly 13 hurt"
        closed = words[stop : stop + 1] == [","] and stop + 1 < len(tokens)
        stop += closed and tokens.classes[stop + 1] & COUNTED != 0
    del numbers[-1]
    exact = least.qualifier == "exact"
    return replace(
        most, start=least.start, first=least.first, end=tokens.ends[stop - 1], stop=stop,
        number_start=least.number_start, number_first=least.number_first,
        value=None if exact else least.value, low=least.value,
        high=most.value if exact else None, qualifier="range" if exact else least.qualifier,
    )  # fmt: skip


def _least_and_most(tokens: Tokens, numbers: list[Number], most: Number) -> Number:
    """ "At least 13 and as many as 46": one range, whose lower bound is taken from ``numbers``."""
    if not numbers:
        return most
    least = numbers[-1]
    between = tokens.words[least.stop : most.first]
    bounds = least.value is not None and most.value is not None and least.value < most.value
    if not bounds or least.qualifier != "at_least" or not least.kind == most.kind == "count":
        return most
    if not between or len(between) > 3 or not _JOINS.issuperset(between):
        return most
    del numbers[-1]
    stop = most.stop
    if between[0] in (",", "-") and tokens.words[stop : stop + 1] == between[:1]:
        if any(bits & COUNTED for bits in tokens.classes[stop + 1 : stop + 2]):
            stop += 1  # "at least 13, and as many as 46, PEOPLE"
    return replace(
        most, start=least.start, first=least.first, end=tokens.ends[stop - 1], stop=stop,
        number_start=least.number_start, number_first=least.number_first,
        value=None, low=least.value, high=most.value, qualifier="range",
    )  # fmt: skip


def dash_before(tokens: Tokens, i: int) -> bool:
    """Does a hyphen close to a digit stand before, as within a date or a telephone number?"""
    return (
        i > 1
        and tokens.words[i - 1] == "-"
        and tokens.glued(i)
        and bool(tokens.classes[i - 2] & c.DIGIT)
    )
