"""What a month or a year brought: "in February 45 civilians were killed", "landmines killed 34 in 2025".

A count in a month may be of one event of which no closer day is told ("in February a bomb killed 45"). So words have to
tell of more than one: several accidents, a whole country, or people of a kind that is counted through the year.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from figures.extraction.events import event_nouns, event_words
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import Chunk
from figures.extraction.modifiers.since import WORDS, YEAR, Scope
from figures.extraction.places.gazetteer import country_words
from figures.extraction.times.compared import set_beside
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_IN: Final = frozenset(("in", "during"))
_LAST: Final = frozenset(("last", "this"))
_SHAPES: Final = frozenset(("passive", "intransitive", "active", "noun"))
_BEFELL: Final = frozenset(("passive", "intransitive"))
_BACK: Final = 60  # tokens before a sentence in which one sudden event is told of
_AT: Final = frozenset("in at near outside inside off around on".split())
_NARROW: Final = frozenset("at near outside inside around".split())
_ARTICLES: Final = frozenset("the its their this that a an".split())
_WIDE: Final = frozenset("country region world countries regions nation roads".split())
# beside a count of one event, or of another kind of it
_OF_ONE: Final = frozenset("when after where following whose this that these those had".split())
_LEAST: Final = frozenset(("least", "most", "any"))  # after "at"
# before deaths that are counted through the year
_OF_MANY: Final = frozenset(
    "road traffic maternal overdose firearm gun workplace mining drowning suicide".split()
)
_A: Final = frozenset(("a", "an", "one", "single"))
# "by a gunman", "in a hotel", but "a total of"
_BY: Final = frozenset("in by at of from with near".split())
_SEVERAL: Final = 5  # of such people: "two nurses were killed in May" is told of one event
_KINDS: Final = frozenset("civilian journalist aid_worker medic migrant".split())


def stretch(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The tokens of a bare month or year in the words: "IN FEBRUARY", "in March 2024", "LAST YEAR"; None where a day
    is told.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [stretch(tokenize(t), 0, 3) for t in ("in March 2024", "in March , nine", "in 2024 nine", "last year nine")]
    [(0, 3), (0, 2), (0, 2), (0, 2)]
    >>> stretch(tokenize("On 3 March nine"), 0, 4)
    """
    words, classes = tokens.words, tokens.classes
    for i in range(first, stop - 1):
        word, after = words[i], words[i + 1]
        if word in _IN:
            if classes[i + 1] & c.MONTH and tokens.capital(i + 1):
                if words[i + 2 : i + 3] == ["-"]:
                    continue  # "in May-Hale village"
                year = i + 2 < stop and YEAR.fullmatch(words[i + 2])
                return i, i + 3 if year else i + 2
            if YEAR.fullmatch(after) and words[i - 1 : i] != ["than"]:
                return i, i + 2
        elif word in _LAST and after in ("year", "month") and word == "last":
            if i == first or words[i - 1] not in _NOT_BEFORE:
                return i, i + 2
    return None


_NOT_BEFORE: Final = frozenset(
    "the since of than from until till 's early late earlier on to".split()
)


def may_be_of(tokens: Tokens, first: int, stop: int) -> bool:
    """Does the sentence at tokens ``[first, stop)`` name a bare month or year? A cheap question before the dear
    ones."""
    said = tokens.said(first, stop)
    if "last" in said and ("year" in said or "month" in said):
        return True
    if _IN.isdisjoint(said) or _months().isdisjoint(said) and _years().isdisjoint(said):
        return False
    return any(
        word in _IN and (after in _months() or YEAR.fullmatch(after))
        for word, after in pairwise(tokens.words[first:stop])
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(load("dates")["months"])


@cache
def _years() -> frozenset[str]:
    return frozenset(map(str, range(1900, 2100)))


def of_month_or_year(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> Scope | None:
    """ "In 2025, 34 people died IN ROAD ACCIDENTS", "45 CIVILIANS were killed in February": what all of a month or a
    year brought, where no single event is told."""
    counted, shape = reading.counted, reading.trigger.shape
    if shape not in _SHAPES or counted.value == 1 or counted.counted != "number":
        return None
    first, stop = chunks[0].first, chunks[-1].stop
    told = stretch(tokens, first, stop)
    if told is None or set_beside(tokens, first, told[0]) > counted.first:
        return None  # "112 deaths, down FROM 130 IN 2016"
    words = tokens.words[first:stop]
    rest = frozenset(words[: told[0] - first] + words[told[1] - first :])
    if not WORDS["superlatives"].isdisjoint(rest):
        return ("period", None, told) if _worst(words) and shape in _BEFELL else None
    if not _OF_ONE.isdisjoint(rest):
        return None
    if any(tokens.classes[k] & c.WEEKDAY for k in range(first, stop)) or "since" in rest:
        return None
    if any(tokens.words[k] in _A and tokens.words[k - 1] in _BY for k in range(first + 1, stop)):
        return None
    causes = {w for w in rest & event_words() if not _tells(tokens, first, stop, w)}
    if causes and causes <= event_nouns()[1] and _counted(tokens, first, stop, causes):
        return "period", None, told
    yearly = WORDS["yearly"]
    month = any(tokens.classes[k] & c.MONTH for k in range(*told))
    seasonal = frozenset() if month or shape == "active" else WORDS["seasonal"]
    if not causes <= yearly | seasonal or not rest.isdisjoint(event_nouns()[0] - event_nouns()[1]):
        return None
    kind = tokens.words[reading.span[0] - 1]
    of_many = shape == "noun" and (kind in _OF_MANY or "there" in rest)
    if of_many or not rest.isdisjoint(yearly):
        return "period", None, told
    if chunks[reading.by].have and not month and not causes and shape in _BEFELL:
        return "period", None, told  # "some 300 people HAVE been killed in 2026"
    wide = not rest.isdisjoint(WORDS["everywhere"])
    if shape == "active" or causes and not (wide or _bare(tokens, first, stop, causes)):
        return None
    kind_of_many = (counted.low or 0) >= _SEVERAL and _KINDS.intersection(counted.groups)
    narrow, country = _places(tokens, first, stop, told)
    if not wide and (narrow or not (country or causes or kind_of_many)):
        return None
    before = tokens.words[max(0, first - _BACK) : first]
    return ("period", None, told) if WORDS["sudden"].isdisjoint(before) else None


def _worst(words: list[str]) -> bool:
    """ "640 people were killed, the DEADLIEST MONTH since August": is the time itself set beside others?"""
    most = WORDS["superlatives"]
    return any(one in most and after in ("month", "year") for one, after in pairwise(words))


def _counted(tokens: Tokens, first: int, stop: int, causes: set[str]) -> bool:
    """ "In TWELVE ATTACKS in February 17 were killed": are the events counted that killed them?"""
    return any(
        tokens.words[k] in causes and tokens.classes[k - 1] & c.NUMERAL
        for k in range(first + 1, stop)
    )


def _tells(tokens: Tokens, first: int, stop: int, word: str) -> bool:
    """Does a word that tells what happened only tell what befell those counted: "killed", "drowned"?"""
    at = tokens.words.index(word, first, stop)
    return bool(tokens.classes[at] & c.TRIGGER) and word not in event_nouns()[0]


def _bare(tokens: Tokens, first: int, stop: int, names: set[str]) -> bool:
    """Do these stand without an article, behind "in": "died IN FLOODS", not "in the floods", "as floods hit"?"""
    at = [k for k in range(first, stop) if tokens.words[k] in names]
    return all(tokens.words[k - 1] in ("in", "and", "or", ",", "by") for k in at)


def _places(tokens: Tokens, first: int, stop: int, told: tuple[int, int]) -> tuple[bool, bool]:
    """Does the sentence name a town or the like, and does it name a country: "IN THE VILLAGE of Hale", "IN KENYA"?"""
    narrow = country = False
    for i in range(first, stop - 1):
        word = tokens.words[i]
        if word not in _AT or told[0] <= i < told[1] or tokens.words[i + 1] in _LEAST:
            continue
        k = i + 1 + (tokens.words[i + 1] in _ARTICLES)
        if k >= stop:
            continue
        name = tokens.words[k]
        if word == "in" and name in country_words() or name in _WIDE:
            country = True
        elif word in _NARROW or tokens.capital(k) or tokens.classes[k] & c.PLACE_NOUN:
            narrow = True
    return narrow, country
