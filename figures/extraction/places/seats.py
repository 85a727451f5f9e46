"""Where those sit who are told something, or who speak for a body: nothing happened there."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.journeys import bound_for
from figures.extraction.places.names import LISTS, PlaceMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_LISTENERS: Final = frozenset("reporters journalists newsmen".split())
_BODY: Final = 6  # tokens of the name of a body
_LINKS: Final = frozenset("at of from with".split())
_IN_NAMES: Final = frozenset("the of and for & .".split())


def seat_of_body(tokens: Tokens, floor: int, p: int) -> str | None:
    """ "seat" where the "in" at token p tells where a body is at which reporters listened ("told REPORTERS AT THE U.N.
    IN Lesk"), "office" where its officials sit ("OFFICIALS AT THE AGENCY'S … IN Lesk"); else None.

    >>> from figures.extraction.words.tokens import tokenize
    >>> seat_of_body(tokenize("Ruiz told reporters at the World Aid Union in Lesk."), 0, 8)
    'seat'
    """
    words = tokens.words
    if words[p] != "in" or p - floor < 3 or not tokens.capital(p - 1) and words[p - 1] != ".":
        return None
    low = max(floor, p - _BODY)
    for k in range(p - 1, low, -1):
        if words[k] in _LINKS and not tokens.capital(k):
            who = words[k - 1]
            if who in _LISTENERS:
                return "seat"
            return "office" if who in _SPEAK and who in LISTS.offices else None
        if not (tokens.capital(k) or words[k] in _IN_NAMES or tokens.classes[k] & c.ARTICLE):
            return None
    return None


_SPEAK: Final = frozenset(
    "spokesman spokeswoman spokesperson official officials officer officers representative correspondent".split()
)


def court_sits(words: list[str], p: int, i: int) -> bool:
    """ "A COURT in Lesk HEARD that 12 died in Orda": does a court sit where the name at token i tells?"""
    return words[p - 1] in _COURTS and not _RULES.isdisjoint(words[i + 1 : i + _RULING])


_COURTS: Final = frozenset("court tribunal inquest trial hearing judge jury".split())
_RULES: Final = frozenset(
    "heard hears sentenced convicted jailed ruled found acquitted ordered charged told remanded".split()
)
_RULING: Final = 6  # tokens from where a court sits to what it does


def seated_on_a_day(tokens: Tokens, floor: int, p: int) -> bool:
    """ "At a BRIEFING ON FRIDAY in Geneva": does a day part what was said from the "in" at token p?"""
    if p - floor < 3 or not tokens.classes[p - 1] & (c.WEEKDAY | c.TIME):
        return False
    return tokens.words[p - 2 - (tokens.words[p - 2] == "on")] in LISTS.seats


def house_struck(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Blew himself up OUTSIDE THE tax OFFICE in Lesk": is the office before the "in" at token p where it was?"""
    words = tokens.words
    if words[p - 1] not in _HOUSES:
        return False
    k = p - 2
    while k > max(floor, p - _HOUSE) and not tokens.classes[k] & (c.ARTICLE | c.DETERMINER):
        k -= 1
    return k > floor and (words[k - 1] in _BESIDE or words[k - 1] in LISTS.strikes | _STORMED)


_HOUSES: Final = frozenset("office offices embassy headquarters bureau mission ministry".split())
_HOUSE: Final = 6  # tokens of an office's name
_STORMED: Final = frozenset("stormed overran torched burnt".split())
_BESIDE: Final = frozenset("outside at near inside on against into".split())


def lives_lost(tokens: Tokens, p: int) -> bool:
    """Does the word at token p tell that the "lives" behind it are lost: "claimed 12 LIVES", no "a clerk LIVES"?"""
    claimed = tokens.classes[p] & c.NUMERAL and tokens.classes[p - 1] & (
        c.VERB | c.TRIGGER | c.QUALIFIER
    )
    return bool(claimed) or tokens.words[p] in _THEIR


_THEIR: Final = frozenset("their his her".split())


def of_foreign_body(words: list[str], first: int) -> bool:
    """Does an agency of many lands sit where the name at token ``first`` tells: "a U.N. spokesman in Lesk"?"""
    return not FOREIGN.isdisjoint(words[max(0, first - _AGENCY) : first])


FOREIGN: Final = frozenset("un u.n. unicef unhcr ocha wfp iom undp".split())
_AGENCY: Final = 6  # tokens from such a body to where it sits


def of_forces(words: list[str], stop: int) -> bool:
    """Do a country's forces follow its name at token ``stop``: "Lenia DEFENCE FORCES"?"""
    return not _FORCES.isdisjoint(words[stop : stop + 3])


_FORCES: Final = frozenset("forces force army military navy guard".split())


def passed_by(tokens: Tokens, mention: PlaceMention) -> bool:
    """Is it where a vehicle was to go ("a boat from Lesk TO LENIA sank"), or whose forces speak?"""
    if mention.cue == "office":
        return of_forces(tokens.words, mention.stop)
    return bound_for(tokens, 0, mention)
