"""Names of places in a sentence: where each stands, the words that tell its part, and what it lies within.

A name is known by the gazetteer, by the noun beside it ("the village of X", "X district", "X Bridge") or by
the preposition before it ("in X"). In text written all in capitals only a preposition or a noun can tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.places.capitals import in_capitals
from figures.extraction.places.divisions import names_division, shares_division
from figures.extraction.places.gazetteer import Place, key
from figures.extraction.places.names import (
    LARGE_TOWN,
    LISTS,
    NO_START,
    PlaceMention,
    famous,
    known_place,
    mere_word,
    no_names,
    opens_report,
    plain_words,
    state_name,
)
from figures.extraction.places.ownevents import of_its_event, opens_event, told_to_be
from figures.extraction.places.relations import chained, cue_before
from figures.extraction.places.runs import in_headline, name_end
from figures.extraction.places.titled import country_within
from figures.extraction.places.unknown import unknown_place
from figures.extraction.places.whose import (
    FOLLOWERS,
    MEMBERS,
    PEOPLES,
    SETTLEMENTS,
    adjective_of_town,
    of_a_nation,
    of_one,
    owner,
    people_capital,
    struck,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# Cues that say that something happened there, rather than that somebody comes from, goes to or speaks there.
WHERE: Final = frozenset(("at", "object", "heading"))
_ARTICLES: Final = frozenset(("al", "el"))  # that open a name in small letters
_DATE: Final = c.MONTH | c.WEEKDAY
_ALONE: Final = NO_START | _DATE  # words that name no place by themselves
_SAYS: Final = frozenset(
    "said says denied denies accused accuses claimed claims insisted insists warned warns estimated added told noted"
    " argued".split()
)


def find_places(tokens: Tokens, first: int, stop: int) -> list[PlaceMention]:
    """The places named in tokens ``[first, stop)``, in the order of the text.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("A blast in the village of Orlivka, Kunduz province, hit buses from Kabul.")
    >>> [(m.verbatim, m.cue, m.within and m.within.verbatim) for m in find_places(t, 0, len(t))]
    [('Orlivka', 'at', 'Kunduz province'), ('Kunduz province', 'at', None), ('Kabul', 'from', None)]
    """
    if stop <= first:
        return []
    capitals = stop - first > 3 and tokens.quote(first, stop).isupper()
    found: list[PlaceMention] = []
    letters, starts, words, classes = tokens.text, tokens.starts, tokens.words, tokens.classes
    free = first  # tokens before it belong to a name already
    for i in [
        k
        for k in range(first, stop)
        if capitals or letters[starts[k]].isupper() or words[k] in _ARTICLES
    ]:
        if i < free:
            continue
        if capitals:
            free = i + 1
            mention = in_capitals(tokens, first, i, stop, found)
        else:
            free = name_end(tokens, i, stop)
            if free - i == 1 and classes[i] & _ALONE and words[i - 1] != ",":
                continue  # "The", "On", "March": nothing follows
            mention = _mention(tokens, first, i, free, stop)
            if mention is None and found:
                mention = _beside(tokens, i, free, found[-1])
            if mention is None and free - i > 2:
                mention = country_within(tokens, i, free)
        if mention is not None:
            found.append(mention)
            free = max(free, mention.stop) if mention.cue == "title" else mention.stop
    found = chained(tokens, found) if len(found) > 1 else found
    return [
        replace(m, cue="object") if m.cue == "named" and struck(tokens, m, stop) else m
        for m in found
    ]


def _beside(tokens: Tokens, i: int, end: int, before: PlaceMention) -> PlaceMention | None:
    """The lesser-known place that is named with the one before it ("in Khost, Laghman and Alingar")."""
    gap = tokens.words[before.stop : i]
    if gap not in ([","], ["and"], [",", "and"], ["&"], ["or"]) or before.cue in ("title", "near"):
        return None
    known = known_place(tokens, i, end)
    if known is None or mere_word(tokens, i, end, known) or tokens.classes[i] & (c.TITLE | c.ROLE):
        return None
    quote = tokens.quote(i, end)
    return PlaceMention(i, end, quote, quote, before.cue)


_FIRES: Final = frozenset("fire fires storm attack".split())  # named after anything
_ROADS: Final = frozenset("road street highway avenue lane".split())  # "on an Ordan ROAD": any one
_SEAS: Final = frozenset("sea ocean strait channel gulf".split())
_STORMING: Final = frozenset(
    "sweeping moving heading tracking barreling barrelling churning crossing".split()
)
_BOUND: Final = (["for"], ["to"], ["bound"], ["aboard"])
_ROADS_OF_STATES: Final = [[w] for w in "thruway highway turnpike fair prison capitol".split()]
_LYING_THERE: Final = frozenset("city town village country nation".split())
_BORDERS: Final = frozenset(("border", "frontier"))
# behind a name and a hyphen: whose rule it is under, not where it is
_STATES: Final = (["nation"], ["country"], ["state"], ["republic"])
_RULED: Final = frozenset(
    "occupied controlled held backed installed ruled appointed led administered".split()
)


def _mention(tokens: Tokens, floor: int, i: int, end: int, stop: int) -> PlaceMention | None:
    """The place that the capitalised words [i, end) name, if they name one."""
    words, classes = tokens.words, tokens.classes
    if not words[i][0].isalpha() or end < stop and words[end] in ("@", "_") and tokens.glued(end):
        return None
    if end - i > 2 and words[end - 2] == "-" and words[end - 1] in _RULED:
        return None  # "the MOSCOW-OCCUPIED parts of the Orda region"
    if end < stop and words[end] in _BORDERS and "-" in words[i:end]:
        whole = tokens.quote(i, end + 1)  # "near the Lenia-Orda border": in neither for certain
        return PlaceMention(i, end + 1, whole, whole, cue_before(tokens, floor, i), "division")
    if end < stop and (
        words[end] == "time" or words[end] in FOLLOWERS or adjective_of_town(words, i, end)
    ):
        return None  # "96 Liverpool SUPPORTERS", "the GAZAN town of Lesk"
    if i > floor + 1 and words[i - 1] == "," and (state := state_name(tokens, i)):
        stop_at = i + 2 if i + 1 < stop and words[i + 1] == "." and tokens.glued(i + 1) else i + 1
        return PlaceMention(i, stop_at, state, tokens.quote(i, stop_at), "named", "state")
    if people_capital(tokens, i, end, stop):
        quote = tokens.quote(i, end + 1)
        return PlaceMention(i, end + 1, quote, quote, cue_before(tokens, floor, i))
    opens = not classes[i] & (NO_START | _DATE)  # can a name begin with it?
    if end - i == 1 and not opens:
        return None  # "The", "On", "March": nothing follows
    if no_names().issuperset(words[i:end]):
        return None
    if len(words[end - 1]) == 1 and end < stop and words[end] == "." and end - i > 1:
        return None  # "Richard J. Hale Hall"
    if i > floor + 1 and words[i - 1] == "." and len(words[i - 2]) == 1 and tokens.capital(i - 2):
        return None  # "Richard J. Hale"
    known = known_place(tokens, i, end) if opens else None
    people = (
        end - i == 1 and classes[i] & c.DEMONYM and (known is None or known.precision != "country")
    )
    if known is None or people:
        while i < end and (classes[i] & (NO_START | _DATE | c.DEMONYM) or words[i] in LISTS.never):
            if words[i] in LISTS.directions and i + 1 < end:
                break
            if words[i] in LISTS.never and known_place(tokens, i, end) is not None:
                break  # "DR Congo"
            i += 1  # "In Kunduz", "Syrian Golan Heights"
        if i == end:
            return None
        known = known_place(tokens, i, end)
    if end < stop and (words[end] in LISTS.kin or owner(tokens, end, stop, known)):
        return None
    if end < stop and known is not None and of_a_nation(tokens, i, end, known):
        return None
    after = words[end] if end < len(words) else ""
    if after == "'s" and words[end + 1 : end + 2] == ["history"]:
        return None  # "the worst crash in INDIA'S HISTORY"
    if tokens.capital(end - 1) and words[end - 1] in LISTS.papers and end - i > 1:
        return None  # "the Washington Post"
    if end < stop and words[end] in LISTS.papers and tokens.capital(end):
        return None
    if after in ("'s", "'") and words[end + 2 : end + 3] == ["of"]:
        if words[end + 1] in LISTS.deeds:
            return None  # "LENIA'S KILLING OF a general"
    if after == "island" and words[end + 1 : end + 2] in _STATES:
        return None  # "the SOUTH PACIFIC island nation": which is not told
    if end - i == 2 and words[i] in LISTS.directions and classes[i + 1] & c.DEMONYM:
        return None  # "WEST GERMAN guards"
    if known is not None and known.precision == "area" and after in _LYING_THERE:
        if i > floor and (words[i - 1] in ("the", "a") or words[i - 1] in LISTS.directions):
            return None  # "the Mediterranean city": one that lies there
    last = words[end - 1]
    if known is None and end - i > 1 and last in event_nouns()[0]:
        end -= 1  # "the Orda FIRE": an event that bears a name
        known, last = known_place(tokens, i, end), words[end - 1]
        if known is None or not famous(known) or words[end] in _FIRES:
            return None
    if known is None and last in LISTS.bodies and end - i > 1:
        # "Toronto Police", "Gaza Health Ministry": the place of an office
        for j in range(end - 1, i, -1):
            known = known_place(tokens, i, j)
            if known is not None and famous(known) and not mere_word(tokens, i, j, known):
                return PlaceMention(i, j, tokens.quote(i, j), tokens.quote(i, j), "office")
        return None
    if known is None and (
        last in LISTS.bodies or classes[i] & c.TITLE or not words[i][0].isalpha()
    ):
        return None
    if last in LISTS.bodies and end - i > 1 and known is not None and not famous(known):
        return None  # "Red Cross" is a hamlet's name too
    name_stop, kind = end, ""
    if known is None and end - i > 1 and (last in LISTS.spots or last in LISTS.divisions):
        kind = "spot" if last in LISTS.spots and last not in LISTS.divisions else "division"
        if kind == "division":
            name_stop = end - 1
            known = known_place(tokens, i, name_stop)
    elif words[end : end + 1] == ["state"] and words[end + 1 : end + 2] in _ROADS_OF_STATES:
        kind, end, name_stop = "spot", end + 2, end + 2  # "the New York STATE THRUWAY"
    elif end < stop and words[end] in LISTS.divisions and names_division(tokens, i, end, stop):
        kind, end = "division", end + 1
    elif known is None and shares_division(tokens, end, stop):
        kind = "division"
    elif (
        known is None
        and end < stop
        and words[end] in LISTS.spots
        and not classes[end] & c.VERB
        and not (i > floor and words[i - 1] in ("a", "an") and words[end] in _ROADS)
    ):
        kind, end, name_stop = "spot", end + 1, end + 1  # "Osama Hale school"
    if not words[i][0].isalpha():
        return None
    name_first = i
    directed = words[i] in LISTS.directions
    if known is None and not (kind or directed) and cue_before(tokens, floor, i) == "at":
        # a headline in capitals: "In Vallejo Multiple Shooting"
        for j in range(end - 1, i, -1):
            found = known_place(tokens, i, j) if words[j - 1] != "-" else None
            if not plain_words(tokens, j, end):
                break  # "at San Quentin": one name
            if found is not None and famous(found) and not mere_word(tokens, i, j, found):
                known, end, name_stop = found, j, j
                break
    if i > floor and words[i - 1] in LISTS.directions and not kind:
        kind, i = "part", i - 1
        if i > floor + 1 and words[i - 1] in ("-", "and") and words[i - 2] in LISTS.directions:
            i -= 2  # "south-western Haiti", "central and southern Haiti"
    elif known is None and (directed or words[i] == "far") and end - i > 1:
        kind, name_first = kind or "part", i + 1
        while name_first < end - 1 and (
            words[name_first] == "-" or words[name_first] in LISTS.directions
        ):
            name_first += 1
        if words[name_first] in LISTS.divisions and words[name_first + 1] == "of":
            name_first = min(name_first + 2, end - 1)  # "the Northern REGION OF Lenia"
        known = known_place(tokens, name_first, name_stop)
    cue = cue_before(tokens, floor, i)
    introduced = words[i - 1] == "of" and i > floor + 2 and words[i - 2] in SETTLEMENTS
    if cue == "from" and of_its_event(tokens, i, end, stop):
        cue = "at"
    elif cue == "object" and words[i - 1] == "left" and words[end : end + 1] in _BOUND:
        cue = "from"  # "the boat LEFT LESK FOR Orda"
    elif _aboard(tokens, floor, i, known, kind):
        return None
    elif cue == "at" and last in _SEAS and not _STORMING.isdisjoint(words[max(floor, i - 4) : i]):
        cue = "seat"  # "the typhoon is now SWEEPING ACROSS the South Orda Sea": where it has got to
    if cue == "named":
        if (
            end < stop
            and words[end] in PEOPLES
            or of_one(tokens, i, end, stop)
            and known is not None
            and known.precision == "country"
            or kind == "spot"
            and end < stop
            and words[end] in MEMBERS
        ):
            cue = "from"
        elif end < stop and (words[end] in LISTS.offices or words[end] in LISTS.bodies):
            cue = "office"
        elif i > floor and words[i - 1] in LISTS.never and _acronym(tokens, i - 1):
            cue = "seat"  # "IOM ROME reported"
        elif known is not None and (
            i == floor and told_to_be(tokens, end, stop) or words[end : end + 1] == ["alone"]
        ):
            cue = "at"  # "LESK ALONE counts 12"
        elif known is not None and opens_event(tokens, floor, i, end, stop):
            cue = "at"  # "The LESK FIRES were barely contained"
        elif i > floor and known is not None and _in_list(tokens, end, stop):
            cue = "listed"  # "LESK: 12; Orda: 9"
        elif kind not in ("spot", "division") and (known is None or not famous(known)):
            if not introduced:
                return None
        elif i == floor and end < stop and words[end] in (":", "-") and known is not None:
            cue = "dateline" if opens_report(tokens, i, end) else "heading"
        elif i == floor and known is not None and _alias(tokens, i, end, known):
            return None  # "Mosquito nets reached 900 people"
        elif known is not None and known.precision == "city" and _speaks(tokens, end, stop):
            cue = "speaks"  # "Moscow said 12 soldiers were killed": its government
    if known is None:
        if kind != "spot" and in_headline(tokens, i):
            return None  # ordinary words have capitals there
        told = "at" if introduced and cue in ("named", "of") else cue
        if kind in ("", "part") and not unknown_place(tokens, name_first, name_stop, told):
            return None
        if kind and plain_words(tokens, name_first, name_stop - (kind == "spot")):
            return None  # "Local Government Areas", "Field Hospital"
        if cue in ("of", "office", "named") and not kind and not introduced:
            return None
    elif not kind and mere_word(tokens, name_first, name_stop, known):
        if cue != "at" or not unknown_place(tokens, name_first, name_stop, cue, named=True):
            return None
        if in_headline(tokens, i):
            return None  # "3 Dead In Springs Clinic Shooting"
    elif cue == "of" and (
        words[i - 2] in _FIRMS or known.precision == "city" and not famous(known)
    ):
        return None  # "the Voice of Lenia"
    return PlaceMention(
        i, end, tokens.quote(name_first, name_stop), tokens.quote(i, end), cue, kind
    )


def _in_list(tokens: Tokens, end: int, stop: int) -> bool:
    """Do a colon and a number follow a name that ends before token ``end``?"""
    return (
        tokens.words[end : end + 1] == [":"]
        and end + 1 < stop
        and bool(tokens.classes[end + 1] & c.DIGIT)
    )


def _aboard(tokens: Tokens, floor: int, i: int, known: Place | None, kind: str) -> bool:
    """ "Packed ONTO THE NEPTUNE": is it a vessel that bears a town's name?"""
    if kind or known is not None and known.precision != "city" or i < floor + 2:
        return False
    return tokens.words[i - 1] == "the" and tokens.words[i - 2] in ("onto", "aboard")


def _speaks(tokens: Tokens, end: int, stop: int) -> bool:
    """ "MOSCOW said", "CASTRO had earlier estimated": does who or what bears the name say something?"""
    while end < stop and tokens.classes[end] & (c.AUXILIARY | c.ADVERB):
        end += 1
    return end < stop and tokens.words[end] in _SAYS


def _acronym(tokens: Tokens, i: int) -> bool:
    return len(tokens.words[i]) > 2 and tokens.quote(i, i + 1).isupper()  # "IOM", no "A"


def _alias(tokens: Tokens, i: int, end: int, known: Place) -> bool:
    """Does one word, before another in small letters, only by another name mean a town that is not large?"""
    if end - i > 1 or known.precision != "city" or known.population >= LARGE_TOWN:
        return False
    after = tokens.words[end : end + 1]
    plain = bool(after) and after[0].isalpha() and not tokens.capital(end)
    return plain and key(known.name) != tokens.words[i]


_FIRMS: Final = frozenset(("voice", "bank"))  # named after a country
