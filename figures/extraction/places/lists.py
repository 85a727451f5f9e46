"""Lists of places: a count over three or more ("in Homs, Hama and Idlib") lies in the place that holds them all."""

from __future__ import annotations

from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.names import SMALL_DIVISIONS, PlaceMention, place_lists
from figures.extraction.places.relations import size
from figures.extraction.places.resolving import resolve
from figures.extraction.places.whereabouts import Whereabouts, tops
from figures.lexicon import classes as c

_BACK = 30  # sentences in which the place that holds a list is looked for
_SCAN = 60  # sentences in which the country of the list's places is looked for
_LIST = 20  # tokens of a list of names
_LISTED = 3  # places that are a list


def holder_of_list(where: Whereabouts, index: int, mention: PlaceMention) -> PlaceMention:
    """For one of three places or more named in a list, the place that holds them; else the mention itself."""
    members = _list_with(where, index, mention)
    if len(members) < _LISTED and not any(_opens_list(where, m) for m in members):
        return mention
    if members[-1].within is not None:
        return members[-1].within
    largest = 0 if _noun_of_list(where, mention) in SMALL_DIVISIONS else max(map(size, members))
    return above(where, index, members[0].first, largest) or _country_of(where, members) or mention


def _opens_list(where: Whereabouts, mention: PlaceMention) -> bool:
    """Is it the first of "the towns of X, Y and Z", of which no gazetteer may know the others?"""
    words = where.tokens.words
    before, after = words[mention.first - 2 : mention.first], words[mention.stop : mention.stop + 1]
    divisions = place_lists().divisions
    if after == [","] and before[1:] == ["of"] and before[0] in divisions and before[0][-1] == "s":
        return True
    return bool(_noun_of_list(where, mention))


def _noun_of_list(where: Whereabouts, mention: PlaceMention) -> str:
    """The plural that ends a list of the mention and of names nobody knows ("X, Y and Z neighborhoods")."""
    words, classes, divisions = where.tokens.words, where.tokens.classes, place_lists().divisions
    if mention.within is not None:
        return ""
    commas = 0
    for k in range(mention.stop, min(mention.stop + _LIST, len(words))):
        if words[k] in divisions and words[k].endswith("s") and words[k - 1] != "united":
            return words[k] if commas > 1 else ""
        commas += words[k] == ","
        if words[k] in (",", "and"):
            continue
        if not words[k].isalpha() or classes[k] & (
            c.VERB | c.AUXILIARY | c.PREPOSITION | c.NUMERAL
        ):
            break
    return ""


def _list_with(where: Whereabouts, index: int, mention: PlaceMention) -> list[PlaceMention]:
    """The places of sentence ``index`` that are joined by commas and "and" to the mention."""
    words = where.tokens.words
    members: list[PlaceMention] = []
    for m in tops(where.mentions(index)):
        gap = words[members[-1].stop : m.first] if members else []
        joined = members and len(gap) <= _GAP and all(_joins(word) for word in gap)
        if not joined and mention in members:
            break
        members = [*members, m] if joined else [m]
    return members if mention in members else [mention]


_GAP = 7  # tokens between two places of a list
_JOINS = frozenset((",", "and", "&", "in", "the", "as", "well", "or", "of"))


def _joins(word: str) -> bool:
    return word in _JOINS or word in place_lists().divisions or word in place_lists().directions


def above(where: Whereabouts, index: int, at: int, least: int) -> PlaceMention | None:
    """The place named last before token ``at`` that is larger than ``least``, of one joined pair the first."""
    for back in range(index, max(-1, index - _BACK), -1):
        found = [m for m in where.mentions(back) if m.first < at and m.cue not in _ELSEWHERE]
        del found[:-_MOST]
        for n in range(len(found) - 1, -1, -1):
            if size(found[n]) > least:
                pair = found[n - 1] if n else None
                joined = pair and where.tokens.words[pair.stop : found[n].first] == ["and"]
                return pair if joined else found[n]
    return None


_MOST = 12  # places of a sentence that are looked at: more are a list
_ELSEWHERE = frozenset(("seat", "care", "from", "to"))


def _country_of(where: Whereabouts, members: list[PlaceMention]) -> PlaceMention | None:
    """The first mention of the country in which the members lie, wherever it stands."""
    places = [place for m in members if (place := resolve(where, m)) is not None]
    codes = {place.country for place in places}
    if len(codes) != 1 or len(places) < 2:
        return None
    for index in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(index):
            known = look_up(key(m.name))
            if known and known[0].precision == "country" and known[0].country in codes:
                return m
    return None
