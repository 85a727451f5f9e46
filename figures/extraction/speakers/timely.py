"""Times beside who speaks, which are no part of the name: "LAST WEEK Lenia reported", "officials LATE MONDAY put"."""

from __future__ import annotations

from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_TIMELY: Final = frozenset("last this early late earlier later on".split())
_TIME: Final = 4  # tokens of a time before who speaks
_MOMENTS: Final = frozenset("am pm hours hrs occasion gmt".split())


def past_time(tokens: Tokens, first: int, stop: int) -> int:
    """The token after a time that opens the sentence, right before who speaks: "LAST WEEK Lenia reported"."""
    while first < stop - 1 and tokens.classes[first] & c.PUNCTUATION:
        first += 1  # "'…,' the mayor said"
    for k in range(first, min(stop - 2, first + _TIME)):
        timed = tokens.classes[k] & (c.TIME | c.WEEKDAY) or tokens.words[k] in _MOMENTS
        if timed and tokens.words[k + 1] in ("the", "by"):
            return k + 1 + (tokens.words[k + 1] == "by")  # "at 1:38 PM the agency said"
    k = first
    while k < stop and tokens.words[k] in _TIMELY:
        k += 1
    if not first < k < stop - 1 or not tokens.classes[k] & (c.TIME | c.WEEKDAY):
        return first  # but "This Day reported"
    return first if tokens.classes[k] & c.TIME and tokens.capital(k) else k + 1


def before_time(tokens: Tokens, first: int, stop: int) -> int:
    """Where the group that begins at token ``first`` ends before a day: "officials LATE MONDAY (local time) put it"."""
    if stop - first < _NAMED or not tokens.classes[stop - 1] & c.WEEKDAY:
        return stop
    if tokens.capital(stop - 2) or tokens.words[stop - 1] == "sun":
        return stop  # "Radio Hale Sunday"
    return stop - 1 - (tokens.words[stop - 2] in _TIMELY)


_NAMED: Final = 3  # tokens of a group with a day behind it
