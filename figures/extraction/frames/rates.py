"""Rates: how many die or are hurt in every year or day, of which nobody is counted."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    CLAUSE,
    COMMA,
    NOUN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_EACH: Final = frozenset(("every", "each"))
_DAILY: Final = frozenset("daily annually yearly hourly".split())
OFTEN: Final = _EACH | _DAILY
_PERIODS: Final = frozenset(
    "hour day night week month year winter spring summer autumn season".split()
)
_ENDS: Final = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.RELATIVE


def _so_many_days(tokens: Tokens, i: int) -> bool:
    """Does a number of times stand at token i: "one death every 17 DAYS", "every 30 SECONDS"?"""
    here = tokens.classes[i : i + 2]
    if len(here) < 2 or not here[0] & (c.NUMERAL | c.DIGIT):
        return False
    return bool(here[1] & c.TIME) or tokens.words[i + 1] == "seconds"


def a_rate(tokens: Tokens, chunks: list[Chunk], at: int, by: int) -> bool:
    """Is so many told for every year or day: "EVERY YEAR 100 people drown", "two die DAILY"?"""
    words, lo, hi = tokens.words, *sorted((at, by))
    for k in (by, lo, lo - 1):
        if k > 1 and chunks[k - 1].kind == COMMA and words[chunks[k].first].endswith("ing"):
            comma = chunks[k - 1].first
            if words[comma - 2] in _EACH and words[comma - 1] in _PERIODS:
                return True  # "storms hit Lesk EACH YEAR, KILLING hundreds", "LEAVING 12 dead"
    first, last = chunks[lo].first, chunks[hi].stop
    for k in range(lo - 1, -1, -1):
        if chunks[k].kind in (STOP, CLAUSE, RELATIVE):
            break
        first = chunks[k].first  # of the clause
    stop = last
    for k in range(hi + 1, len(chunks)):
        noun = words[chunks[k].first].endswith("ing")  # "from gas POISONING each year"
        if chunks[k].kind == VERB and not noun and k > hi + 1:
            break  # but "five wounded men DIE every hour"
        if chunks[k].kind not in (NOUN, ADVERB, PREP, TRIGGER, VERB):
            break
        stop = chunks[k].stop
    opens = first + (words[first] == "in")
    said = (opens, *range(last, stop - 1))
    if any(words[i] in _EACH and words[i + 1] in _PERIODS for i in said):
        return True
    every = (i for i in (opens, last) if words[i : i + 1] == ["every"])
    if any(_so_many_days(tokens, i + 1) for i in every):
        return True
    ends = [i for i in range(last, stop) if words[i] in _DAILY]
    return any(i + 1 == len(tokens) or tokens.classes[i + 1] & _ENDS for i in ends)
