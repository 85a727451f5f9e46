"""Bodies that are found, and dead who are added to a toll, on a day that is not the day on which they died."""

from __future__ import annotations

from typing import Final

from figures.extraction.times.behind import BODIES, FOUND
from figures.extraction.times.carrying import carried
from figures.extraction.times.days import DateMention
from figures.extraction.times.standing import of_known_event
from figures.extraction.times.telling import Times
from figures.lexicon import bringing, load_words


def of_a_count(times: Times, index: int, at: int, told: DateMention) -> bool:
    """ "Two died in hospital ON FRIDAY, taking the toll TO NINE", "THREE MORE BODIES were found ON FRIDAY", where an
    event of a day before is told of: is it when a count stood, and not when they died?"""
    words = times.tokens.words
    if told.back == ("then", 0):
        return False  # "one more was killed ON THE SAME DAY, bringing the toll to three"
    if told.stop <= at:
        between = words[told.stop : at]
        brought = any(word.endswith("ing") and word in bringing() for word in between)
        counts = brought and not _OF_TOLL.isdisjoint(between)
        return counts and not of_known_event(times.tokens, told.first)
    noun = words[at : min(told.first, at + _NOUN)]
    later = told.back is not None and told.back[0] == "then"  # "nine bodies were found A DAY LATER"
    if BODIES.isdisjoint(noun) or FOUND.isdisjoint(words[at : told.first]):
        return False
    before = carried(times, (index, False))
    if _MORE.isdisjoint(noun) and not later and not (before and _lost(times, index, before[0])):
        return False
    days = next(d for m, d in times.mentions(index) if m is told)
    return before is not None and days is not None and before[1].latest < days.earliest


def _lost(times: Times, index: int, told: DateMention) -> bool:
    """ "A trawler SANK on Tuesday. Three bodies were found on Thursday": did it leave people to be found, and does the
    sentence of the bodies name no other place?"""
    s = next(s for s in times.sentences if s.first <= told.first < s.stop)
    here = times.sentences[index]
    words = times.tokens.words
    near = s is here or not {"in", "at"}.intersection(words[here.first : here.stop])
    return near and not load_words("incidents", "losing").isdisjoint(words[s.first : s.stop])


_NOUN: Final = 5  # tokens of a count and its noun
_OF_TOLL: Final = frozenset("toll total number tally deaths".split())
_MORE: Final = frozenset("another other further additional more".split())  # "three MORE bodies"
