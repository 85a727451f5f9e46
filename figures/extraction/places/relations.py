"""How the name of a place stands to the words and names beside it: its cue, and what holds it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.places.between import (
    both_directions,
    described,
    hyphened,
    in_several,
    opens_noun,
)
from figures.extraction.places.care import cared_for
from figures.extraction.places.distances import (
    DISTANCES,
    TOO_FAR,
    far_off,
    lies_off,
    measured_by,
    of_epicentre,
    off_another,
)
from figures.extraction.places.gazetteer import beside_part, key, look_up
from figures.extraction.places.journeys import LEAVING, from_outing, on_the_way, set_out, took_off
from figures.extraction.places.names import LISTS, NO_START, SMALL_DIVISIONS, PlaceMention
from figures.extraction.places.seats import (
    FOREIGN,
    court_sits,
    house_struck,
    lives_lost,
    seat_of_body,
    seated_on_a_day,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def cue_before(tokens: Tokens, floor: int, i: int) -> str:
    """What the words before token i say of the place that is named there."""
    words, classes = tokens.words, tokens.classes
    p = i - 1
    steps = 0
    while p >= floor and steps < 7:
        word = words[p]
        if (
            word in LISTS.between
            or word in LISTS.directions
            or classes[p] & (c.DEMONYM | c.ORDINAL)
        ):
            p -= 1
        elif word == "both" and not tokens.capital(p) and words[p - 1] in LISTS.at and p > floor:
            p -= 1  # "in BOTH Lesk and Orda"
        elif (
            word == "of"
            and p > floor
            and (words[p - 1] in LISTS.divisions or words[p - 1] in LISTS.edges)
        ):
            if words[p - 1] in LISTS.directions and far_off(tokens, floor, p - 1):
                if of_epicentre(tokens, floor, p - 1):
                    return "of"
                off = lies_off(tokens, floor, p - 1) or off_another(tokens, floor, p - 1)
                return "seat" if off else "at"
            if words[p - 1] in LISTS.directions and p - 2 >= floor and classes[p - 2] & _COUNTED:
                return "at"  # "killed nine people SOUTH OF Lesk"
            p -= 2
            if words[p + 1].endswith("s") and p > floor and classes[p] & c.NUMERAL:
                p -= 1  # "from FOUR districts of Lenia"
        elif word == "and" and p > floor and both_directions(words, p):
            p -= 1  # "in the CENTRAL AND southern Lesk"
        elif p > floor + 2 and hyphened(tokens, p):
            p -= 3  # "in the war-torn town of Lesk"
        elif word in LISTS.divisions or word == "-" and tokens.glued(p):
            p -= 1
        elif words[p + 1] in LISTS.divisions and p > floor and opens_noun(tokens, p - 1):
            p -= 1  # "in the FISHING village of Lesk", "the southern FARMING town"
        elif words[p + 1] in LISTS.divisions and p > floor + 1 and words[p - 1].endswith("ly"):
            p -= 2  # "in the MOSTLY FISHING town of Lesk"
        elif word.endswith("ly") and classes[p + 1] & c.DEMONYM:
            p -= 1  # "in the MAINLY Turkish city of Lesk"
        elif not classes[p] and p > floor + 1 and words[p - 1] == "the" and described(tokens, p):
            p -= 1  # "in the PERILOUS central Mediterranean"
        else:
            break
        steps += 1
    if p < floor:
        return "named"
    word = words[p]
    if steps and word in _UNITS and p > floor and words[p - 1].isdecimal():
        if int(words[p - 1][:6]) > TOO_FAR:
            return "seat"  # "Orlo, 320 KILOMETRES north of Lesk"
    if word == "'s" and steps and p - 3 >= floor and words[p - 1] in _LANDS:
        the = p - 2 - (words[p - 2] in LISTS.between)
        return "at" if words[the] in LISTS.at else "named"  # "in THE COUNTRY'S eastern province of"
    if word == "'s" and steps and p - 2 >= floor and tokens.capital(p - 1):
        return "at" if words[p - 2] in LISTS.at else "named"  # "in Lenia's town of Orlo"
    if word == "of" and words[p - 1] == "out" and words[p - 2] in _STORMING:
        return "at"  # "before the typhoon BARRELED OUT OF Lenia"
    if word == "of" and words[p - 1] in STRUCK and p > floor:
        return "object"  # "killed in the SHELLING OF Lesk"
    if word == "of" and words[p - 1] in _PEOPLE_OF and p > floor:
        return "from"  # "900 RESIDENTS OF Lesk fled"
    if word == "of":
        return "at" if p > floor and words[p - 1] in LISTS.directions else "of"
    if word == "from":
        if p > floor and (took_off(words, floor, p) or off_another(tokens, floor, p)):
            return "seat"  # "a jet en route FROM Lesk", "Orda (about 300 km FROM Lesk)"
        if p > floor + 1 and words[p - 1] in _UNITS and words[p - 2].isdecimal():
            return "at" if int(words[p - 2][:6]) <= TOO_FAR else "seat"
        if words[p - 1] == "reported" and p > floor and not _is_reported(tokens, p - 1):
            return "seat"  # "the agency REPORTED FROM Lesk"
        return "at" if p > floor and words[p - 1] in _FROM_THERE else "from"
    if word in ("into", "onto") and p > floor:
        near = words[max(floor, p - _MOVED) : p]
        if words[p - 1] in _MOVING or "from" in near and not _MOVING.isdisjoint(near):
            return "to"  # "FLED from the town of Lesk INTO Orda"
    if (
        word == "to"
        and p > floor + 1
        and words[p - 1] in _ROADS
        and "on" in words[max(floor, p - 4) : p]
    ):
        return "at"  # "crashed ON THE ROAD TO Lesk"
    if word in ("to", "toward", "towards", "for", "via"):
        return "at" if p > floor and words[p - 1] in (_TOLLS if word == "for" else _NEXT) else "to"
    if word == "as" and "far" in words[max(floor, p - 3) : p]:
        return "seat"  # "felt AS FAR AWAY AS Lesk"
    if word == "by" and p > floor and words[p - 1] in _RANKED:
        return "named"  # "with most cases in Hale, followed by Lesk"
    if word in LISTS.at and measured_by(tokens, floor, p):
        return "named"
    if word in LISTS.at:
        if word == "by" or (word in ("between", "over", "beside") and p == floor):
            return "named"
        before = words[p - 1] if p > floor else ""
        if before == "felt" and (words[p - 2] in _FELT or words[p - 3] == "and"):
            return (
                "seat"  # "tremors were ALSO FELT IN Lesk", "struck near Orda and WAS FELT IN Lesk"
            )
        if p > floor and (
            (before in LISTS.seats or seated_on_a_day(tokens, floor, p))
            and not (before == "lives" and lives_lost(tokens, p - 2))  # "lost their lives in Lesk"
            or court_sits(words, p, i)
            or (classes[p - 1] & c.SAID and before not in _TOLD_OF)
        ):
            return "seat"
        if cared_for(tokens, floor, p):
            return "care"
        if (seat := seat_of_body(tokens, floor, p)) is not None:
            return seat
        if word == "near" and before in LISTS.divisions and off_another(tokens, floor, p):
            return "seat"  # "Orlo, a village NEAR Lesk"
        if from_outing(words, floor, p):
            return "from"
        if way := on_the_way(tokens, floor, p):
            return way
        if before in FOREIGN or before == "speaking":
            return "office"
        return "office" if before in LISTS.offices and not house_struck(tokens, floor, p) else "at"
    if word == "," and in_several(tokens, floor, p):
        return "at"
    if word in LISTS.fled or word in LEAVING and set_out(tokens, floor, p, i):
        return "from"
    if word == "with" and p > floor and words[p - 1] in _TREATIES:
        return "seat"  # "a peace TREATY WITH Lesk": its government
    if word in LISTS.strikes:
        return "object"
    return "named"


def _is_reported(tokens: Tokens, k: int) -> bool:
    """ "Twelve deaths WERE REPORTED from Lesk", "cases REPORTED from Lesk": is it what is reported?"""
    reported = c.AUXILIARY | c.TRIGGER | c.PERSON | c.ADVERB
    return bool(tokens.classes[k - 1] & reported) or tokens.words[k - 1] in _TOLLS


_TREATIES: Final = frozenset(
    "treaty deal agreement accord truce ceasefire talks pact ties negotiations".split()
)
_LANDS: Final = frozenset(
    "country nation state region province island kingdom territory city town".split()
)
_PEOPLE_OF: Final = frozenset(
    "residents resident villagers inhabitants inhabitant villager dwellers".split()
)
# What is done to a place: "the shelling of Lesk"
STRUCK: Final = frozenset(
    "shelling bombardment bombing storming pounding looting torching razing flooding".split()
)
_COUNTED: Final = c.PERSON | c.PERSON_ONE | c.TRIGGER
_RANKED: Final = frozenset(("followed", "trailed"))
# "from" behind one of these tells where it happened: "pupils ABDUCTED from Lesk"
_FROM_THERE: Final = DISTANCES | frozenset(
    "abducted kidnapped snatched grabbed rescued recovered pulled freed released reported".split()
)
_STORMING: Final = frozenset(
    "barreling barrelling barreled barrelled blowing blew sweeping swept".split()
)
_ROADS: Final = frozenset("road highway motorway".split())
_UNITS: Final = frozenset("km kilometers kilometres kilometer miles mile mi".split())
_NEXT: Final = frozenset("close next adjacent damage".split())
_TOLLS: Final = frozenset("total toll tally count number figure figures cases deaths".split())
_MOVING: Final = frozenset(
    "fled flee fleeing crossed crossing cross moved moving poured pouring streamed streaming came"
    " flows flowing flowed empties emptying drains draining".split()
)
_FELT: Final = frozenset("also widely strongly even".split())  # before "felt"
_MOVED: Final = 8  # tokens from such a verb to "into"
# said-verbs that take a place as their object: "put 12 in hospital", "reported in Kabul" tells where it was
_TOLD_OF: Final = frozenset(
    "reported reporting reports recorded confirmed claimed put according".split()
)


def chained(tokens: Tokens, found: list[PlaceMention]) -> list[PlaceMention]:
    """Join each name to the one next to it that holds it: "X, Y", "X in Y"; those take its cue."""
    words = tokens.words
    out = found[:]
    for n in range(len(found) - 1, 0, -1):
        held, holder = found[n - 1], out[n]
        gap = words[held.stop : holder.first]
        if (
            gap
            and gap[0] == "'s"
            and len(gap) <= 6
            and holder.cue in ("named", held.cue)
            and held.cue != "named"
        ):
            between = range(held.stop + 1, holder.first)
            of = gap[-1] == "of" and gap[-2] in LISTS.divisions  # "in Lenia's town of Orlo"
            if not any(tokens.classes[i] & NO_START for i in between[: -1 if of else None]):
                # "in Ukraine's besieged seaport Mariupol": here the first holds the second
                of_quake = held.cue == "from" and words[holder.stop] in event_nouns()[0]
                cue = "at" if of_quake else held.cue  # "the toll from LENIA'S ORLO FLOOD"
                out[n] = replace(holder, cue=cue, within=holder.within or held)
            continue
        if (
            gap[-1:] == ["of"]
            and holder.cue in ("named", "of", held.cue)
            and _describes(tokens, held, holder)
        ):
            # "in the Borno town of Lesk", "the Orda suburb of Hale": here the first holds the second
            if holder.within is not None:
                out[n - 1] = replace(held, cue="of")  # "the Lenia town of Orlo, LESK"
            out[n] = replace(holder, cue=held.cue, within=holder.within or held)
            continue
        if len(gap) > 1 and gap[0] == "," and gap[1] in ("located", "situated"):
            gap = gap[2:]
        if (
            not gap
            or len(gap) > 6
            or gap[0] not in (",", "(", "in", "of", "at", "near", "on", "inside", "off")
        ):
            continue
        if not all(
            w in LISTS.between
            or w in LISTS.directions
            or w in LISTS.divisions
            or w in LISTS.edges
            or w in (",", "(", "in", "of", "at", "near", "on", "inside", "off", "from")
            for w in gap
        ):
            continue
        if gap == [","] and _of_several(tokens, held.first, holder.stop):
            continue
        if gap == [","] and n + 1 < len(out) and words[holder.stop : out[n + 1].first] == ["and"]:
            if beside_part(held.name, holder.name):
                continue  # "in SAO PAULO, BAHIA and Rio de Janeiro"
        if gap[0] in (",", "(") and not (
            _holds(held, holder) or gap == [","] and _address(held, holder)
        ):
            continue
        if gap[0] == "(" and words[holder.stop : holder.stop + 1] != [")"]:
            continue  # "the Sahel (Mali, Niger and Chad)": its parts
        if size(held) >= _COUNTRY > size(holder) and gap != [","]:
            continue  # "12 engineers from Freedonia in Lesk", but "in Lebanon, Tennessee"
        if gap[0] == "at" and held.cue == "from":
            continue  # "fired rockets from Lesk AT Orda"
        if "near" in gap:
            out[n] = replace(holder, cue="near")
        else:
            inner = out[n + 1] if n + 1 < len(out) else None
            if (
                inner is not None
                and inner.within is not None
                and inner.within.first == holder.first
            ):
                holder = inner  # "in Orlo, in the west of Lenia's island of Lesk"
            out[n - 1] = replace(held, within=holder)
    for n in range(1, len(out)):
        before = out[n - 1]
        if before.within is not None and (
            out[n].cue in ("named", "of") or before.cue in ("care", "seat")
        ):
            out[n] = replace(out[n], cue=before.cue)
        joined = words[before.stop : out[n].first] == ["and"] and words[
            out[n].stop : out[n].stop + 1
        ] != ["'s"]
        if joined and before.cue == "from" and out[n].cue == "named":
            out[n] = replace(out[n], cue="from")  # "migrants FROM LENIA AND ORDA"
    # the holders were copied before their own cue was known: link the final ones
    at = {m.first: n for n, m in enumerate(out)}
    for n in range(len(out) - 2, -1, -1):
        inner = out[n].within
        if inner is not None and inner.first > out[n].first:
            out[n] = replace(out[n], within=out[at[inner.first]])
    return out


def _of_several(tokens: Tokens, first: int, stop: int) -> bool:
    """ "The districts OF LESK, ORDA and Hale": are the places at tokens ``[first, stop)`` two of a list?"""
    words = tokens.words
    if words[first - 1] != "of" or words[stop : stop + 1] not in (["and"], [","]):
        return False
    return words[first - 2] in LISTS.divisions and words[first - 2].endswith("s")


def _describes(tokens: Tokens, held: PlaceMention, holder: PlaceMention) -> bool:
    """Does a place tell where the town named behind it lies: "the BORNO town of", "the RED SEA port city of", "the
    LESK suburb of", but not "the Orda neighbourhood of LESK"?"""
    divisions = LISTS.divisions
    gap = tokens.words[held.stop : holder.first - 1]
    if not gap:
        return tokens.words[held.stop - 1] in _SUBURBS and _larger(held, holder)
    if len(gap) > _SHORT or gap[-1] not in divisions:
        return False
    inner = range(held.stop, holder.first - 2)
    if any(tokens.classes[k] & _NO_EPITHET or tokens.capital(k) for k in inner):
        return False  # but "the Lenia BORDER city of", "the Castile FARMING town of"
    if gap[-1] in _SUBURBS:
        return _larger(held, holder)
    return tokens.words[held.stop - 1] in _SEAS or held.kind == "" and size(held) > size(holder)


def _larger(one: PlaceMention, two: PlaceMention) -> bool:
    """Is the first, as far as the gazetteer tells, a town of more people?"""
    people = [look_up(key(m.name)) for m in (one, two)]
    first, second = (found[0].population if found else 0 for found in people)
    return first > second


_NO_EPITHET: Final = NO_START | c.VERB | c.PUNCTUATION | c.PERSON
_SHORT: Final = 3  # words between a place and the "of" of the town it describes
_SUBURBS: Final = frozenset(("suburb", "suburbs"))
_SEAS: Final = frozenset("sea ocean gulf mediterranean".split())
_COUNTRY: Final = 5  # how large a country is
_SMALL: Final = [[word] for word in SMALL_DIVISIONS]
_CONTINENT: Final = 6  # an area of several countries
_SIZES: Final = {"city": 1, "admin2": 2, "admin1": 3, "area": 4, "country": 5}


def size(mention: PlaceMention) -> int:
    """How large a place is: a bridge 0, a town 1, a district 2, a province 3, an area 4, a country 5, several 6."""
    return _size(mention.kind, mention.verbatim, mention.name)


@lru_cache(maxsize=20_000)
def _size(kind: str, verbatim: str, name: str) -> int:
    if kind == "spot" or key(verbatim).split()[-1:] in _SMALL:
        return 0
    places = look_up(key(name))
    if not places:
        return 2 if kind == "division" else 1
    if kind == "division":
        return next((_SIZES[p.precision] for p in places if p.precision.startswith("admin")), 1)
    whole = places[0].precision == "area" and places[0].country is None
    return _CONTINENT if whole else _SIZES[places[0].precision]


def _address(held: PlaceMention, holder: PlaceMention) -> bool:
    """Does the place after a comma, which lies in one told behind it, go on an address: "in Hale, ORDA, Freedonia"?"""
    if (
        holder.within is None
        or held.cue not in ("at", "object")
        or holder.cue not in ("named", held.cue)
    ):
        return False
    return size(held) <= size(holder) < _SIZES["country"]


def _holds(held: PlaceMention, holder: PlaceMention) -> bool:
    """Can the place after a comma hold the one before it ("Reading, Berkshire"; not "Mali, Niger")?"""
    if holder.kind == "state":
        return True
    if size(holder) > size(held):
        return True
    inner, outer = look_up(key(held.name)), look_up(key(holder.name))
    areas = [p for p in outer if p.precision in ("admin1", "admin2", "country")]
    return any(
        p.country == a.country
        and (a.precision == "country" or p.admin1 == a.name or p.admin1 == a.admin1 != None)  # noqa: E711
        for p in inner
        if p.precision == "city"
        for a in areas
    )
