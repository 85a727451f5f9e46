"""Shares: "two-thirds of the 300", "40% of its 9,000 residents", "four in ten", "all but two of the 300".

The number that a share is taken of counts nobody by itself; share and base together tell about how many.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.numbers.cardinals import cardinal
from figures.extraction.numbers.digits import whole
from figures.extraction.numbers.surroundings import COUNTED, Surroundings
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Number

Size = int | float

_LONGEST: Final = 6  # tokens between a share and its base ("of the northern village's 900")
_NOUN: Final = 3  # tokens in which the counted noun follows
_SHARES: Final = frozenset(("fraction", "percentage", "rest"))
_NOT_BETWEEN: Final = (
    c.VERB | c.AUXILIARY | c.MODAL | c.SAID | c.RELATIVE | c.CONJUNCTION | c.SUBORDINATOR
)
# "three out of four", "one in ten"
_ROUND: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 20, 100, 1000))
_PARTIES: Final = frozenset(
    "miners sailors fishermen hikers climbers divers crew crewmen passengers occupants hostages captives".split()
)
_OWNED: Final = frozenset("the its their his her our".split())
_OUT_OF: Final = frozenset(("in", "out", "of", "every"))


def ratio(number: Surroundings, earlier: list[Number]) -> str:
    """one in five, four in ten people, 3 out of every 10."""
    t, stop = number.tokens, number.stop
    if earlier and earlier[-1].kind == "ratio":
        between = t.words[earlier[-1].stop : number.first]
        if between and all(word in _OUT_OF for word in between):
            return "ratio"
    noun = number.size == 1 and number.has(stop, COUNTED) and number.has(stop + 2, c.NUMERAL)
    if noun and not number.has(stop + 3, COUNTED | c.PLACE_NOUN):
        stop += 1  # "one person in 13"
    after = number.word(stop)
    if after != "in" and (after != "out" or number.word(stop + 1) != "of"):
        return ""
    k = stop + (1 if after == "in" else 2)
    every = number.word(k) == "every"
    k += every
    if not number.has(k, c.NUMERAL) or number.has(k, c.ORDINAL) or number.size is None:
        return ""
    base = _plain(t, k)
    if base is None or base <= number.size:
        return ""
    tens = number.size == 1 and base % 10 == 0 and number.has(k + 1, COUNTED)  # "1 in 50 patients"
    dozen = base == 12 and after == "out"  # "seven out of 12 guests died": so many of those there
    party = after == "out" and not every and number.word(k + 1) in _PARTIES
    if party or not (every or noun or tens or base in _ROUND and not dozen):
        return ""  # "three out of five MINERS died": so many of those there
    counted = number.has(k + 1, COUNTED | c.AUXILIARY) or number.word(k + 1) == "of"
    counted = counted or k + 1 >= number.limit
    return "ratio" if every or after == "out" or number.size == 1 or counted else ""


def _plain(tokens: Tokens, k: int) -> int | None:
    """The value of a number of one word."""
    found = cardinal(tokens, k, min(k + 1, len(tokens)))
    return found.value if found is not None and isinstance(found.value, int) else None


def base(number: Surroundings, earlier: list[Number]) -> str:
    """The 300 in "half of the 300", "60% of its 300"."""
    t, first = number.tokens, number.begin
    if number.before in _OWNED and t.words[max(0, first - 3) : first - 1] == ["rest", "of"]:
        if number.has(number.stop, COUNTED):
            return "base"  # "the REST OF the 60 passengers drowned"
    share = told(earlier)
    if share is None or not number.size:
        return ""
    counted = any(number.has(k, COUNTED) for k in range(number.stop, number.stop + _NOUN))
    if not counted and share.kind != "rest":
        return ""
    return "base" if _of(number.tokens, share, number.begin) else ""


def told(earlier: list[Number]) -> Number | None:
    """The share told last; the two numbers of "one in five" are one share."""
    if not earlier:
        return None
    if earlier[-1].kind in _SHARES:
        return earlier[-1]
    if earlier[-1].kind != "ratio" or len(earlier) < 2 or earlier[-2].kind != "ratio":
        return None
    part, last = earlier[-2:]
    if not part.value or not last.value:
        return None
    return replace(
        part, end=last.end, number_end=last.number_end, stop=last.stop,
        number_stop=last.number_stop, value=part.value / last.value, kind="fraction",
    )  # fmt: skip


def _of(tokens: Tokens, share: Number, begin: int) -> bool:
    """Does only "of", with a determiner or an owner, stand between a share and the number at ``begin``?"""
    between = range(share.stop, min(begin, share.stop + 2 * _LONGEST))
    if begin > between.stop:
        return False
    words = [
        tokens.words[k] for k in between if tokens.words[k] not in ("%", "percent", "per", "cent")
    ]
    half = tokens.words[share.stop - 1] == "half" and words[:1] == ["the"]  # "half the 300"
    if not words or words[0] != "of" and not half or len(words) > _LONGEST:
        return False
    return not any(
        tokens.classes[k] & _NOT_BETWEEN
        or tokens.classes[k] & c.PUNCTUATION
        and tokens.words[k] not in ("%", "'s", "-")
        for k in between
    )


def taken(share: Number, of: Number) -> Number | None:
    """Share and base as one number: about how many they come to; None where that cannot be told."""
    if share.value is None or of.value is None or not share.value > 0:
        return None
    if share.kind == "rest":
        left = of.value - share.value
        exact = share.qualifier == of.qualifier == "exact"
        return _together(share, of, left, left, left, "exact" if exact else "about")
    part = share.value / 100 if share.kind == "percentage" else share.value
    if not 0 < part < 1:
        return None
    value = round(whole(part * of.value))
    low: int | float | None = value
    high: int | float | None = value
    if share.qualifier in ("at_least", "more_than"):
        high = None
    elif share.qualifier in ("up_to", "less_than", "nearly"):
        low = None
    qualifier = "about" if share.qualifier == "exact" else share.qualifier
    return _together(share, of, value, low, high, qualifier)


def _together(
    share: Number, of: Number, value: Size, low: Size | None, high: Size | None, qualifier: str
) -> Number | None:
    """The number from the share's first word to its base's last."""
    if value <= 0:
        return None
    return replace(
        of, start=share.start, first=share.first,
        number_start=share.number_start, number_first=share.number_first,
        value=value, low=low, high=high, qualifier=qualifier, kind="count",
    )  # fmt: skip
