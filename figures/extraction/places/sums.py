"""Sums over the places told before them, and parts of what was counted before: neither lies where the other does."""

from __future__ import annotations

from typing import Final

from figures.extraction.once import once
from figures.extraction.places.gazetteer import key
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts
from figures.lexicon import classes as c

_SUMMED: Final = 4  # sentences before a sum that tell of its places
_TOTAL: Final = frozenset("total overall combined nationwide".split())
_TOLL: Final = frozenset("toll number dead deaths fatalities casualties".split())
_OPENS: Final = (["in", "all"], ["in", "total"], ["overall", ","], ["all", "told"], ["in", "sum"])
_THOSE: Final = frozenset("the those these them".split())
_PART: Final = 6  # tokens from "of the" to what it is a part of
_WERE: Final = frozenset(
    "dead deaths victims killed fatalities casualties injured wounded missing them those".split()
)


@once
def sums_up(where: Whereabouts, index: int) -> bool:
    """Does a sentence sum up what those before it told of several places: "The TOTAL toll is 31", "IN ALL, 31 died",
    "OVERALL, 31 died"?"""
    s, words = where.sentences[index], where.tokens.words
    said = words[s.first : s.stop]
    toll = not _TOTAL.isdisjoint(said) and any(
        w in _TOTAL and not _TOLL.isdisjoint(said[k + 1 : k + 3]) for k, w in enumerate(said)
    )
    if not toll and said[:2] not in _OPENS and said[0] != "altogether":
        return False
    before = [where.event_place(n, True) for n in range(max(0, index - _SUMMED), index)]
    told = {key(m.name) for m in before if m is not None}
    return len(told) > 1


def of_some_told(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """ "OF THE DEAD, 20 were IN LESK", "NINE OF THE DEATHS were IN LESK": is it where some told before were?"""
    s, tokens = where.sentences[index], where.tokens
    for k in range(s.first, min(mention.first, s.first + _PART) - 1):
        if tokens.words[k] != "of" or tokens.words[k + 1] not in _THOSE:
            continue
        if _WERE.isdisjoint(tokens.words[k + 1 : min(mention.first, k + _PART)]):
            continue
        return k == s.first or any(tokens.classes[i] & c.NUMERAL for i in range(s.first, k))
    return False
