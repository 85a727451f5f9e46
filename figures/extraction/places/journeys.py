"""Where people set out from, or were going: what happened to them on the way was elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.extraction.events import event_words
from figures.extraction.places.names import PlaceMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_OUTINGS: Final = frozenset(
    "outing trip holiday vacation visit excursion pilgrimage wedding".split()
)
_FROM_OUTING: Final = 6  # tokens from "from" to an outing
_GOAL: Final = 7  # tokens from "to" to the place of what they go to
_TRAVELS: Final = 6  # tokens from a verb of travelling to "to": "taking 40 pupils home to"
_IN: Final = frozenset("in at near".split())
_LINKS: Final = frozenset("to toward towards for from".split())
_GOING: Final = frozenset(
    "heading headed bound travelling traveling travelled traveled way route pilgrimage trip journey ride tour"
    " excursion sailing flying driving drove rode walking".split()
)
_COMING: Final = frozenset("returning returned back home coming".split())  # only with "from"
_TRAVELLERS: Final = frozenset("he she they".split())
_CARRYING: Final = frozenset(
    "taking carrying ferrying transporting bringing driving bussing".split()
)
_VEHICLES: Final = frozenset(
    "bus buses coach minibus minibuses van vans lorry lorries truck trucks car cars taxi vehicle vehicles convoy"
    " motorcade train trains boat boats ferry ship vessel canoe dinghy dinghies plane jet aircraft airliner helicopter"
    " passengers motorcycle motorbike".split()
)
_FLIGHTS: Final = frozenset("flying flight flights".split())
_AIRCRAFT: Final = frozenset(
    "plane jet aircraft airliner boeing airbus helicopter airlines".split()
)
# bound for where it happened itself, or for nowhere that is told
_SCENES: Final = frozenset("scene scenes site sites rescue front frontline work home homes".split())
_BREAKS: Final = c.AUXILIARY | c.MODAL | c.RELATIVE | c.SUBORDINATOR | c.PRONOUN


def took_off(words: list[str], floor: int, p: int) -> bool:
    """Is it where a flight began, and fell elsewhere: "the jet was en route FROM Lesk"?"""
    if words[p - 1] in _FLIGHTS:
        return True
    return words[p - 1] == "route" and not _AIRCRAFT.isdisjoint(words[floor:p])


def from_outing(words: list[str], floor: int, p: int) -> bool:
    """Does the preposition at token p tell where an outing was: "home FROM a ski OUTING IN Lesk"?"""
    return words[p - 1] in _OUTINGS and "from" in words[max(floor, p - _FROM_OUTING) : p]


LEAVING: Final = frozenset(("left", "leaving"))


def set_out(tokens: Tokens, floor: int, p: int, i: int) -> bool:
    """ "The boat, which had LEFT LESK on Monday", "LEAVING LESK for Orda", but "had left Lesk in ruins": does the
    verb at token p tell that people set out from the place that is named at token i?"""
    words, end = tokens.words, i + 1
    while end < len(tokens) and tokens.capital(end) and words[end].isalpha():
        end += 1
    behind, before = words[end : end + 1], words[p - 1] if p > floor else ""
    if words[p] == "leaving":
        return behind in (["for"], ["to"], ["bound"])
    if before in ("which", "that"):
        if _VEHICLES.isdisjoint(words[max(floor, p - _TRAVELS) : p - 1]):
            return False
    elif before not in _LEFT:
        return False
    if behind == ["in"]:
        return end + 1 < len(tokens) and tokens.capital(end + 1)
    stands = end >= len(tokens) or bool(tokens.classes[end] & (c.PUNCTUATION | c.TIME | c.WEEKDAY))
    return stands or behind[0] in _OFF


_LEFT: Final = frozenset("had having he she they".split())
_OFF: Final = frozenset("for to bound on at aboard early late earlier with".split())


def on_the_way(tokens: Tokens, floor: int, p: int) -> str:
    """ "way" where the preposition at token p tells of what a vehicle was going to or came from: "the bus was
    HEADING TO a shrine IN Lesk", "RETURNING FROM a match IN Lesk"; else "".

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Nine died when a bus bound for a market in Lesk fell off a cliff in Orda.")
    >>> on_the_way(t, 0, 9), on_the_way(t, 0, 15)
    ('way', '')
    """
    words = tokens.words
    low = max(floor, p - _GOAL)
    near = words[low:p]
    if words[p] not in _IN or _LINKS.isdisjoint(near):
        return ""
    k = next(k for k in range(p - 1, low - 1, -1) if words[k] in _LINKS)
    goal = words[k + 1 : p]
    if not (
        tokens.classes[k + 1] & (c.ARTICLE | c.DETERMINER | c.PRONOUN) or tokens.capital(k + 1)
    ):
        return ""  # "a bus carrying people to VOTE near Lesk"
    if any(_breaks(tokens, i) for i in range(k + 2, p)):
        return ""
    if not (event_words().isdisjoint(goal) and _SCENES.isdisjoint(goal)):
        return ""  # "a van heading to the scene of a fire in Lesk"
    led = words[max(floor, k - _TRAVELS) : k]
    if words[k] == "from":
        travels = not (_COMING | _GOING | _CARRYING).isdisjoint(led)
    elif words[k] == "for":
        travels = led[-1:] in (["bound"], ["heading"], ["headed"], ["left"], ["leaving"])
    else:
        travels = not (_GOING | _CARRYING).isdisjoint(led)
    if not travels:
        return ""
    if _VEHICLES.isdisjoint(words[floor : k + _AHEAD]) and _TRAVELLERS.isdisjoint(led[-2:]):
        return ""  # "hikers on a trip to a lake in Lesk drowned", but "as HE DROVE to a base in"
    return "way"


def comes_from(
    tokens: Tokens, mention: PlaceMention, named: Sequence[PlaceMention], elsewhere: bool
) -> bool:
    """Does the place tell only where a journey began: "a train FROM LESK to Orda", "left LESK for Orda"? Or whence
    somebody is, told of others or ``elsewhere`` than the count: "a clerk FROM LESK", "two FROM LESK, one from Orda"?"""
    words, k = tokens.words, mention.first - 1
    while k > 0 and mention.first - k < _OF_FROM and words[k] not in ("from", "left"):
        k -= 1
    if words[k] not in ("from", "left"):
        return False
    if words[k - 1] in _ROADS:
        return False  # "on the ROAD FROM LESK to Orda"
    if words[k] == "from" and tokens.classes[k - 1] & _WHO:
        several = sum(m.cue == "from" for m in named) > 1
        return (elsewhere or several) and _FOUND.isdisjoint(words[max(0, k - _SEIZED) : k])
    low = max(0, mention.first - _VOYAGE)
    if words[k] == "from" and (_VEHICLES | _GOING).isdisjoint(words[low:k]):
        return False  # "fled FROM LESK into Orda after a raid"
    return any(0 < m.first - mention.stop <= _TO and m.cue == "to" for m in named)


def bound_for(tokens: Tokens, first: int, mention: PlaceMention) -> bool:
    """Is it where a vehicle was to go: "a BOAT heading to LENIA", "the FERRY from Orda to LENIA"?"""
    low = max(first, mention.first - _VOYAGE)
    return not _VEHICLES.isdisjoint(tokens.words[low : mention.first])


_VOYAGE: Final = 12  # tokens from a vehicle to where it was to go
# "nine WERE from Lesk, TWO from Orda"
_WHO: Final = c.PERSON | c.PERSON_ONE | c.NUMERAL | c.AUXILIARY
_ROADS: Final = frozenset("road highway motorway route".split())
# "a body RECOVERED by police FROM LESK"
_FOUND: Final = frozenset(
    "recovered rescued abducted kidnapped seized retrieved freed evacuated".split()
)
_SEIZED: Final = 10  # tokens from such a verb to "from"
_OF_FROM: Final = 5  # tokens of "from the town of" before a name
_TO: Final = 4  # tokens from where a journey began to where it was to end: "to the port of"
_AHEAD: Final = 20  # tokens behind "to" in which the vehicle may be named: "pilgrims heading to Lesk when their BUS"


def _breaks(tokens: Tokens, i: int) -> bool:
    """Does a clause end at token i, or its verb stand there: "to Lesk OVERTURNED near Orda"?"""
    word, bits = tokens.words[i], tokens.classes[i]
    if word == "-":
        return False
    told = word.endswith("ed") and not tokens.classes[i - 1] & c.ARTICLE  # "a CROWDED market"
    return told or bool(bits & (_BREAKS | c.PUNCTUATION))
