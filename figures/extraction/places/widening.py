"""The land over which a running toll is told, behind what befell one part of it: "Floods swept ORDA. Two drowned in
Lesk. The toll has risen to 45"."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from figures.extraction.places.lists import holder_of_list
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.relations import size
from figures.extraction.places.resolving import resolve
from figures.extraction.places.whereabouts import Whereabouts, chain, is_country
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_BACK: Final = 12  # sentences in which the land is looked for
_SPEAKS: Final = frozenset(("seat", "office"))
_TOLL: Final = 12  # tokens from "the toll" to its count
_PROVINCE: Final = 2  # the size of the least that such a toll is told of
_TOLLS: Final = frozenset("toll tally".split())
_RUNNING: Final = frozenset(("toll", "tally", "far", "date"))
# what befalls more than one place
_SPREADS: Final = frozenset(
    "flood floods flooding quake earthquake earthquakes storm storms cyclone typhoon hurricane tornado tornadoes rain"
    " rains monsoon rainfall heatwave heat cold landslides mudslides wildfires fires outbreak cholera ebola measles"
    " dengue epidemic tsunami blizzard snow snowstorm drought famine unrest riots protests".split()
)


def widened(
    where: Whereabouts, index: int, at: int, told: PlaceMention | None
) -> PlaceMention | None:
    """The land whose running toll the count at token ``at`` of sentence ``index`` is; ``told``, the place told before
    it, where it is no such toll or that is no part of a land told."""
    if told is None or size(told) >= _PROVINCE + 2:
        return told
    if told.first >= where.sentences[index].stop:
        return _land_that_speaks(where, index, told) or told
    if not _runs(where, index, at):
        return told
    sentences = where.sentences
    own = bisect_right(sentences, told.first, key=lambda s: s.first) - 1
    s = sentences[own]
    if own >= index or not s.classes & c.NUMERAL:
        return told  # nobody is counted there
    for back in range(own - 1, max(-1, own - _BACK), -1):
        if _SPREADS.isdisjoint(where.tokens.words[sentences[back].first : sentences[back].stop]):
            continue
        land = where.event_place(back, True)
        if land is None or size(land) < _PROVINCE:
            continue
        land = holder_of_list(where, back, land)
        if size(land) > size(told) and land.cue in WHERE and _holds(where, land, told):
            return land
    return told


def _land_that_speaks(where: Whereabouts, index: int, told: PlaceMention) -> PlaceMention | None:
    """ "Officials IN CHAD say floods killed 340. In N'Djamena, streets are under water": the land whose people tell
    what a flood or a quake did, where a later sentence tells of a place in it."""
    sentence = where.sentences[index]
    if _SPREADS.isdisjoint(where.tokens.words[sentence.first : sentence.stop]):
        return None
    lands = (m for m in where.mentions(index) if m.cue in _SPEAKS and is_country(m))
    return next((m for m in lands if _holds(where, m, told)), None)


def _runs(where: Whereabouts, index: int, at: int) -> bool:
    """Is the count at token ``at`` a toll that grows: "the TOLL HAS RISEN TO 45", "SO FAR, 45 have died"?"""
    tokens, first = where.tokens, where.sentences[index].first
    words = tokens.words
    if _RUNNING.isdisjoint(words[first:at]):
        return False  # most
    near = range(max(first, at - _TOLL), at)
    if "date" in words[first:at]:
        return any(words[k] == "date" and words[k - 1] == "to" for k in near)
    if "far" in words[first:at]:
        return any(words[k] == "far" and words[k - 1] == "so" for k in near)
    toll = next((k for k in near if words[k] in _TOLLS), at)
    return toll < at and _grows(tokens, toll, at)


def _grows(tokens: Tokens, toll: int, at: int) -> bool:
    sizes = load_words("verbs", "sizes")
    return any(tokens.words[k] in sizes for k in range(toll, at)) or tokens.words[at - 1] == "to"


def _holds(where: Whereabouts, land: PlaceMention, told: PlaceMention) -> bool:
    """Does the land hold the place, or is not known where that lies?"""
    if any(m.name == land.name for m in chain(told)):
        return True
    outer, inner = resolve(where, land), resolve(where, told)
    if outer is None or inner is None:
        return inner is None
    if outer.country is None or outer.country != inner.country:
        return False
    return outer.precision == "country" or outer.admin1 == inner.admin1
