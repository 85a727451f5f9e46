"""Lists of places: a count over three or more ("in Homs, Hama and Idlib") lies in the place that holds them all."""

from __future__ import annotations

from typing import Final

from figures.extraction.once import once
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.names import LISTS, SMALL_DIVISIONS, PlaceMention
from figures.extraction.places.relations import size
from figures.extraction.places.resolving import resolve
from figures.extraction.places.whereabouts import Whereabouts
from figures.lexicon import classes as c

_BACK: Final = 30  # sentences in which the place that holds a list is looked for
_SCAN: Final = 60  # sentences in which the country of the list's places is looked for
_LIST: Final = 20  # tokens of a list of names
_LISTED: Final = 3  # places that are a list


def holder_of_list(where: Whereabouts, index: int, mention: PlaceMention) -> PlaceMention:
    """For one of three places or more named in a list, the place that holds them, else all of them; for the first of
    two ("in Lesk and Orda") both; else the mention itself."""
    members = _lists(where, index).get(mention.first, [mention])
    if len(members) < _LISTED and not any(_opens_list(where, m) for m in members):
        pair = len(members) == 2 and _gap(where, *members) == ["and"]
        return _all(where, members) if pair and mention is members[0] else mention
    if members[-1].within is not None:
        return members[-1].within
    largest = 0 if _noun_of_list(where, mention) in SMALL_DIVISIONS else max(map(size, members))
    return (
        above(where, index, members[0].first, largest)
        or _country_of(where, members)
        or (_all(where, members) if len(members) >= _LISTED else mention)
    )


def _gap(where: Whereabouts, one: PlaceMention, other: PlaceMention) -> list[str]:
    return where.tokens.words[one.stop : other.first]


def _all(where: Whereabouts, members: list[PlaceMention]) -> PlaceMention:
    """The places of a list as one: what is counted over them lies in none of them alone."""
    first, last = members[0], members[-1]
    words = where.tokens.quote(first.first, last.stop)
    return PlaceMention(
        first.first, last.stop, words, words, first.cue, "several", last.within, tuple(members)
    )


def _opens_list(where: Whereabouts, mention: PlaceMention) -> bool:
    """Is it the first of "the towns of X, Y and Z", of which no gazetteer may know the others?"""
    words = where.tokens.words
    before, after = words[mention.first - 2 : mention.first], words[mention.stop : mention.stop + 1]
    divisions = LISTS.divisions
    if after == [","] and before[1:] == ["of"] and before[0] in divisions and before[0][-1] == "s":
        return True
    return bool(_noun_of_list(where, mention))


def _noun_of_list(where: Whereabouts, mention: PlaceMention) -> str:
    """The plural that ends a list of the mention and of names nobody knows ("X, Y and Z neighborhoods")."""
    words, classes, divisions = where.tokens.words, where.tokens.classes, LISTS.divisions
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


@once
def _lists(where: Whereabouts, index: int) -> dict[int, list[PlaceMention]]:
    """First token of each place of sentence ``index`` → those that commas and "and" join to it, itself among them."""
    words = where.tokens.words
    lists: dict[int, list[PlaceMention]] = {}
    members: list[PlaceMention] = []
    for m in where.narrowest(index):
        gap = words[members[-1].stop : m.first] if members else []
        speaks = words[m.stop : m.stop + 1] in (["'s"], ["’s"]) and gap[-1:] == [","]
        if len(gap) > _GAP or not all(map(_joins, gap)) or speaks:
            members = []  # "between Mali, Niger and Chad, CHAD'S army said" lists three places
        members.append(m)
        lists[m.first] = members
    return lists


_GAP: Final = 7  # tokens between two places of a list
_JOINS: Final = frozenset((",", "and", "&", "in", "the", "as", "well", "or", "of"))


def _joins(word: str) -> bool:
    return word in _JOINS or word in LISTS.divisions or word in LISTS.directions


def above(where: Whereabouts, index: int, at: int, least: int) -> PlaceMention | None:
    """The place named last before token ``at`` that is larger than ``least``, of one joined pair the first."""
    found = _larger(where, [m for m in where.mentions(index) if m.first < at], least)
    for back in range(index - 1, max(-1, index - _BACK), -1):
        if found is not None:
            break
        if _largest(where, back) > least:
            found = _larger(where, where.mentions(back), least)
    return found


_MOST: Final = 12  # places of a sentence that are looked at: more are a list
_ELSEWHERE: Final = frozenset(("seat", "care", "from", "to", "near"))


def _may_hold(mentions: list[PlaceMention]) -> list[PlaceMention]:
    return [m for m in mentions if m.cue not in _ELSEWHERE][-_MOST:]


def _larger(where: Whereabouts, mentions: list[PlaceMention], least: int) -> PlaceMention | None:
    """The last of the places that is larger than ``least``, of one joined pair the first."""
    found = _may_hold(mentions)
    for n in range(len(found) - 1, -1, -1):
        if size(found[n]) > least:
            pair = found[n - 1] if n else None
            joined = pair and where.tokens.words[pair.stop : found[n].first] == ["and"]
            return pair if joined else found[n]
    return None


@once
def _largest(where: Whereabouts, index: int) -> int:
    """The size of the largest place of sentence ``index``."""
    return max(map(size, _may_hold(where.mentions(index))), default=0)


def _country_of(where: Whereabouts, members: list[PlaceMention]) -> PlaceMention | None:
    """The first mention of the country in which the members lie, wherever it stands."""
    places = [place for m in members if (place := resolve(where, m)) is not None]
    codes = {place.country for place in places}
    if len(codes) != 1 or len(places) < 2:
        return None
    return _first_told(where, *codes)


@once
def _first_told(where: Whereabouts, code: str | None) -> PlaceMention | None:
    """The first mention of a country."""
    for index in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(index):
            known = look_up(key(m.name))
            if known and known[0].precision == "country" and known[0].country == code:
                return m
    return None


_TOTAL: Final = frozenset("total totals sum overall".split())
_OPENS: Final = frozenset(("|", "-", "*", "•", "grand"))
_ROWS: Final = 100  # rows that a total is looked for behind


def first_row(where: Whereabouts, index: int) -> int:
    """The sentence that opens the list or table whose total sentence ``index`` tells; else that sentence itself.

    The total is of all rows, so what was told before them holds for it, and not what the last row tells.
    """
    sentence = where.sentences[index]
    opening = where.tokens.words[sentence.first : sentence.stop]
    if next((word for word in opening if word not in _OPENS), "") not in _TOTAL:
        return index
    top = index
    while top > max(0, index - _ROWS) and _row(where, top - 1) and _line(where, top):
        top -= 1
    return top


def _row(where: Whereabouts, index: int) -> bool:
    """Is a sentence a row: a line without a full stop that tells a number?"""
    sentence, tokens = where.sentences[index], where.tokens
    if tokens.words[sentence.stop - 1] == "." or not _line(where, index):
        return False
    inside = range(sentence.first, sentence.stop)
    return any(tokens.classes[i] & c.NUMERAL or tokens.words[i] == "|" for i in inside)


def _line(where: Whereabouts, index: int) -> bool:
    """Does a sentence begin a line?"""
    first = where.sentences[index].first
    return first == 0 or first in where.tokens.breaks
