"""Days counted from another event's, which is told by its date: "THREE DAYS AFTER the storm of 3 March, nine died"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.times.days import DateMention, Days, moved
from figures.extraction.times.relativedates import amount
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_FAR: Final = 8  # tokens from "after" to the date of what came before
_SIGN: Final = {"after": 1, "following": 1, "before": -1}
_LENGTHS: Final = {"day": 1, "week": 7, "fortnight": 14}
_ABOUT: Final = 3  # days by which so many weeks may be out
_ENDS: Final = c.PUNCTUATION | c.RELATIVE


def stepped(tokens: Tokens, first: int, at: int, told: DateMention, days: Days) -> Days | None:
    """The days of the count at token ``at``, where the date told is that of an event from which they are counted; None
    where it is not told how many. What is told of that event itself stays of its day.

    >>> from datetime import date
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Two days after the storm of 3 March, nine people died.")
    >>> third = Days(date(2024, 3, 3), date(2024, 3, 3), "day")
    >>> stepped(t, 0, 9, DateMention(6, 8, "event", month=3, day=3), third).earliest
    datetime.date(2024, 3, 5)
    """
    words = tokens.words
    for k in range(told.first - 1, max(first, told.first - _FAR), -1):
        if words[k] in _SIGN:
            break
        if tokens.classes[k] & (_ENDS | c.NUMERAL) and not tokens.classes[k] & c.ARTICLE:
            return days
    else:
        return days
    unit = date_lists()["units"].get(words[k - 1])
    if unit not in _LENGTHS or days.precision != "day" or k < at < told.first:
        return days
    end = next((i for i in range(told.stop, len(tokens)) if tokens.classes[i] & _ENDS), len(tokens))
    if told.stop <= at < end:
        return days  # "two days after a blast ON MONDAY KILLED NINE"
    count = amount(tokens, k - 2) if k - 2 >= first else None
    if count is None or words[k - 2] in ("few", "couple", "several"):
        return None
    then = moved(days, _SIGN[words[k]] * count * _LENGTHS[unit])
    if then is None or unit == "day":
        return then
    early, late = moved(then, -_ABOUT), moved(then, _ABOUT)
    return (
        replace(then, earliest=early.earliest, latest=late.latest, precision="week")
        if early and late
        else then
    )


def days_after(tokens: Tokens, k: int, stop: int) -> int:
    """How many days after something the day was that ends before token k: "on Tuesday, TWO DAYS AFTER the ferry sank",
    "on Sunday, A WEEK AFTER seizing him"; 0 where none are told."""
    words = tokens.words
    k += words[k : k + 1] == [","]
    if k + 2 >= stop or words[k + 2] != "after" or words[k] in ("few", "couple", "several"):
        return 0
    return (amount(tokens, k) or 0) * _LENGTHS.get(date_lists()["units"].get(words[k + 1], ""), 0)
