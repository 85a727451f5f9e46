"""Numbers that belong to a name: "Rescue 1122 spokesman", "the ferry Lesk Star 3", "10 Harbour Street"."""

from __future__ import annotations

from typing import Final

from figures.extraction.numbers.surroundings import COUNTED, JOINS, Surroundings, exclusion_words
from figures.lexicon import classes as c
from figures.model import Number

_SHIP: Final = 6  # tokens from a ship's kind to the number in its name
# what befell the one person whom a number behind the noun tells apart
_OF_ONE: Final = frozenset(
    "was is has had did 's died sustained suffered received told said".split()
)


def within_name(number: Surroundings) -> str:
    """The Big 12, Galaxy 5 Mini; Driver 1 was hurt."""
    t, stop, i = number.tokens, number.stop, number.first - 1
    if number.begin != number.first or not 0 < len(number.digits) <= 3 or i < 0:
        return ""
    if t.capital(i) and t.words[i] in exclusion_words().sets["labelled"]:
        return "" if number.has(number.stop, COUNTED) else "name"
    if t.classes[i] & c.PERSON_ONE and t.capital(i) and number.after in _OF_ONE:
        return "name"
    if t.capital(i) and not number.has(stop, COUNTED) and _of_ship(number):
        return "name"
    if i < 1:
        return ""
    if t.classes[i] or not number.capitalised(i) or i in t.breaks or t.words[i - 1][-1] in ".!?":
        return ""
    if number.has(i - 1, c.PREPOSITION) or number.shouted(i - 1):
        return ""
    if t.words[i - 1] in (",", "and") and number.has(i - 2 - (t.words[i - 2] == ","), c.NUMERAL):
        return ""  # "Lesk 40, Orda 30 and Hale 12."
    if t.words[i].endswith("s") and t.words[i - 1] == "the" and number.word(i - 2) in (",", "and"):
        return ""  # "the Lenians lost 420 and THE CASTILIANS 200."
    after = number.after
    within = number.capitalised(stop) and not t.classes[stop] and not number.shouted(stop)
    return "name" if within or after in (".", ")", "'s", '"') or not after else ""


def _of_ship(number: Surroundings) -> bool:
    """ "Aboard the MV LESK STAR 3", "the ferry ORDA STAR 7"."""
    k, ships = number.first - 1, exclusion_words().sets["ships"]
    while k > number.first - _SHIP and number.capitalised(k):
        if number.word(k) in ships:
            return True
        k -= 1
    return number.word(k) in ships


def address(number: Surroundings) -> str:
    """10 Harbour Street: capitalised words and a street's word after the number."""
    if number.begin != number.first or not number.has(number.first, c.DIGIT):
        return ""
    k = number.stop
    while k < number.limit and k < number.stop + 4 and number.capitalised(k):
        if number.has(k, c.VERB | c.AUXILIARY | COUNTED):
            return ""
        if k > number.stop and number.tokens.words[k] in exclusion_words().sets["streets"]:
            # "3 Red Crescent medics"
            return "address" if number.tokens.words[k - 1] != "red" else ""
        k += 1
    return ""


def of_one(number: Surroundings) -> bool:
    """Does one person follow a number behind a capital: "Rescue 1122 spokesman", "Unit 8200 officer"?"""
    if not number.digits or number.begin != number.first or (number.size or 0) < 2:
        return False
    if not number.has(number.stop, c.PERSON_ONE):
        return False
    after = number.stop + 1
    told = number.has(after, c.SAID) or (
        number.capitalised(after) and not number.has(after, c.PERSON | c.TRIGGER)
    )
    return (
        told
        and number.capitalised(number.first - 1)
        and not number.tokens.classes[number.first - 1] & ~(c.TRIGGER | c.PHRASE | c.PLACE_NOUN)
    )


def of_several(number: Surroundings, earlier: list[Number]) -> bool:
    """ "Wards 4 AND 5", "Brgys. 1, 2 & 7": does a number that is a name stand right before this one?"""
    if not earlier or earlier[-1].kind != "name" or not number.digits:
        return False
    if number.begin != earlier[-1].stop + 1 or number.before not in JOINS:
        return False
    new = c.AUXILIARY if number.before == "," else 0  # "in Ward 4, 12 WERE killed"
    return not number.has(number.stop, COUNTED | c.TRIGGER | new)
