"""The place within the country told first, where the rest of the sentence tells how it happened: "12 people died IN
KENYA on Friday when a bus plunged into a river NEAR KISUMU"."""

from __future__ import annotations

from typing import Final

from figures.extraction.once import once
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.inherited import carried
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.resolving import resolve
from figures.extraction.places.whereabouts import Whereabouts, is_country
from figures.lexicon import classes as c
from figures.lexicon import load_words

_HOW: Final = frozenset("when after as where".split())
_BEFALLING: Final = frozenset("killed injured casualties missing trapped rescued".split())
_FAR: Final = 20  # tokens from the clause that tells how to its place


def narrowed(
    where: Whereabouts, index: int, at: int, category: str, here: PlaceMention
) -> PlaceMention:
    """The place in the country ``here`` that the clause behind it tells, for those counted at token ``at`` before it;
    ``here`` where it is no country, or none is told.

    >>> from figures.extraction import extract
    >>> [f.place for f in extract("Nine people were killed in Turkey when a bus overturned in Izmir.")]
    ['Izmir']
    """
    if category not in _BEFALLING or here.first < at or here.cue not in WHERE:
        return here
    later = [m for m in where.narrowest(index) if m.first > here.stop and m.cue in WHERE]
    if not later or here.kind or not is_country(here):
        return here
    found = later[0]
    tokens, stop = where.tokens, found.first
    words = tokens.words[here.stop : stop]
    how = next((k for k, word in enumerate(words) if word in _HOW), len(words))
    if not 0 < len(words) - how < _FAR or words[how - 1] in load_words("incidents", "spans"):
        return here  # no such clause; or of another event, "days after one in Orda"
    bits = c.NUMERAL | c.UNNUMBERED
    if any(tokens.classes[k] & bits for k in range(here.stop + how, where.sentences[index].stop)):
        return here  # others are counted behind it
    if found.kind == "part" or not lies_in(found, here):
        return here
    return found


def lies_in(inner: PlaceMention, country: PlaceMention) -> bool:
    """Is the place in the country, as far as the gazetteer tells?"""
    codes = {place.country for place in look_up(key(country.name)) if place.precision == "country"}
    names = {inner.name, *(m.name for m in (inner.within,) if m is not None)}
    return any(
        place.country in codes and place.precision != "country"
        for name in names
        for place in look_up(key(name))
    )


def not_of_its_nation(where: Whereabouts, index: int, here: PlaceMention) -> PlaceMention | None:
    """The place told before, where a sentence names only the country whose something is told, or of those who speak:
    "a bomb hit Orda. LENIA'S army said 12 had died"."""
    if not index or here.cue != "named" or not _nations(where, index, here):
        return None
    before = carried(where, index)
    if before is None or lies_in(before, here):
        return before
    if before.cue not in WHERE or not _speaks(where, index, here):
        return None
    return before if _abroad(where, before, here) else None  # "FREEDONIA'S consul said"


def _nations(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """ "LENIA'S army said 12 had died": is it a country whose something is told, and no count of all of it?"""
    sentence = where.sentences[index]
    words = where.tokens.words[sentence.first : sentence.stop]
    if where.tokens.words[mention.stop : mention.stop + 1] != ["'s"] or not is_country(mention):
        return False
    return _OVERALL.isdisjoint(words) and not any(len(w) == 4 and w.isdecimal() for w in words)


_OVERALL: Final = frozenset(
    "since year years month months week weeks total overall cumulative war far".split()
)


def _speaks(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    return any(first <= mention.first < stop for first, stop in where.said(index))


def _abroad(where: Whereabouts, mention: PlaceMention, country: PlaceMention) -> bool:
    """Is the place surely in another country, in a text that tells of nothing as having happened in ``country``?"""
    place = resolve(where, mention)
    if place is None or place.country is None or _is_scene(where, country):
        return False
    return all(p.country != place.country for p in look_up(key(country.name))[:1])


@once
def _is_scene(where: Whereabouts, country: PlaceMention) -> bool:
    """Does the text tell of anything as having happened in the country?"""
    name = key(country.name)
    for index in range(min(_SCAN, len(where.sentences))):
        there = False  # is the name before told as where something happened?
        for m in where.mentions(index):
            beside = there and where.tokens.words[m.first - 1] in ("and", ",")
            there = m.cue in WHERE or m.cue == "named" and beside  # "struck Lesk AND ORDA"
            if there and (key(m.name) == name or lies_in(m, country)):
                return True
    return False


_SCAN: Final = 60  # sentences that may tell of it
