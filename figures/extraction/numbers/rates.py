"""Numbers that tell a rate, an average or a difference, and so no count: "six for every 100,000", "21 fewer"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.numbers.surroundings import COUNTED, Surroundings, exclusion_words
from figures.lexicon import classes as c
from figures.lexicon import load_words
from figures.model import Number

_LISTED: Final = 6  # tokens from one average to the next of a list
_COMPARED: Final = 7  # tokens behind a number in which "than" tells what it exceeds
_BASE: Final = 5  # tokens behind a number in which "for every 100,000" follows
_OPENED: Final = 10  # tokens back to the "for every" that opens a clause
# before "than"
_NO_DIFFERENCE: Final = frozenset("rather other more less fewer later earlier".split())
_WAS: Final = frozenset("was is were are be been became become as".split())
_CODED: Final = frozenset(("coded",))
_CODED_AS: Final = frozenset(("as", "to", "at", "with"))
_THE: Final = frozenset("the its his her their our".split())
_MOST: Final = frozenset("most first last only".split())
_ENDS: Final = frozenset(",.;:()")


def average(number: Surroundings, earlier: list[Number]) -> bool:
    """ "An average of 12", "on average 12", and the next of its list."""
    begin = number.begin - (number.before == ",")
    if number.word(begin - 1) == "average" and number.word(begin - 2) == "on":
        return True
    if number.before == "of" and number.word(number.begin - 2) == "average":
        return True
    return number.before in ("and", ",") and _averaged(number, earlier)


def _averaged(number: Surroundings, earlier: list[Number]) -> bool:
    """ "An average of 12 nurses were killed, NINE hurt AND SIX seized": more of what the average is of."""
    if not earlier or earlier[-1].kind != "average" or number.has(number.stop, COUNTED):
        return False
    return number.begin - earlier[-1].stop <= _LISTED


def rate(number: Surroundings) -> bool:
    """ "SIX murders for every 100,000", "for every 100 killed", "for every man killed, TWO women"."""
    words = number.tokens.words
    if "every" not in words[max(0, number.begin - _OPENED) : number.stop + _BASE]:
        return False  # most
    if number.before == "every" and number.word(number.begin - 2) in ("for", "of"):
        return True
    if "every" in words[number.stop : number.stop + _BASE]:
        k = words.index("every", number.stop)
        if words[k - 1] == "for" and number.has(k + 1, c.NUMERAL):
            return True
    if number.before != ",":
        return False
    opens = words[max(0, number.begin - _OPENED) : number.begin - 1]
    return any(pair == ("for", "every") for pair in pairwise(opens))


def coded(number: Surroundings) -> bool:
    """ "CODED AS 10 fatalities", "two FATALITIES CODED to this event": how a keeper of a list enters what is told."""
    if number.before in _CODED_AS and number.word(number.begin - 2) in _CODED:
        return True
    return not _CODED.isdisjoint(number.tokens.words[number.stop : number.stop + 2])


def one_of_the_worst(number: Surroundings) -> bool:
    """ "The victim WAS ONE OF THE OLDEST people to die": what somebody or something told was, and nobody more."""
    if number.after != "of" or number.before not in _WAS or number.word(number.first) != "one":
        return False
    most = number.word(number.stop + 2)
    return number.word(number.stop + 1) in _THE and (
        most in _MOST or most.endswith("est") or most in load_words("modifiers", "superlatives")
    )


def difference(number: Surroundings, earlier: list[Number]) -> bool:
    """ "254 FEWER murders", "664 MORE deaths THAN in 2018", "slashed BY 1,458", "an increase of 2 per cent OR 1,458":
    by how much counts differ."""
    after = number.after
    if number.before == "or" and earlier and earlier[-1].kind == "difference":
        share = number.tokens.words[earlier[-1].stop : number.begin - 1]
        if share in (["%"], ["percent"], ["per", "cent"]):
            return True
    if after == "fewer":
        return True
    if after in ("more", "less") and _than(number):
        return True
    if after == "to" and number.before in exclusion_words().sets["changes_by"]:
        return number.has(number.stop + 1, c.NUMERAL)  # "the toll rose 12 to 40"
    if number.before != "by" or number.has(number.stop, COUNTED):
        return False
    return number.word(number.begin - 2) in exclusion_words().sets["changes_by"]


def _than(number: Surroundings) -> bool:
    """Does "than", or "compared to", follow in the same phrase?"""
    words = number.tokens.words
    for k in range(number.stop + 1, min(number.limit, number.stop + 1 + _COMPARED)):
        word = words[k]
        if word in _ENDS or number.has(k, c.NUMERAL | c.CONJUNCTION):
            return False
        if word == "than":
            return k == number.stop + 1 or words[k - 1] not in _NO_DIFFERENCE
        if word == "compared":
            return True
    return False
