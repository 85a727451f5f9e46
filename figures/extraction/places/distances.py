"""How far a place lies from another, told before its name: "30 miles (48 km) south of Lesk"."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.names import LISTS
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# kilometres or miles from which nothing happened there: "213 km northwest of the island"
TOO_FAR: Final = 150
DISTANCES: Final = frozenset(
    "km kilometers kilometres kilometer miles mile mi nmi meters metres north south east west away far".split()
)
_LIES: Final = frozenset("is lies sits was lay".split())
_EPICENTRES: Final = frozenset("epicentre epicenter hypocentre hypocenter".split())
_LOCATED: Final = 4  # tokens from the epicentre to how far it is: "was located about"
_ARTICLES: Final = c.ARTICLE | c.DETERMINER
_MEASURED: Final = c.DIGIT | c.NUMERAL | c.PUNCTUATION | c.QUALIFIER | c.ADVERB


def far_off(tokens: Tokens, floor: int, p: int) -> bool:
    """Does a distance stand before the direction at token p: "30 miles (48 km) SOUTH of Lesk"? What stands before
    the place in a name's brackets is that name's: "Orlo (102 km WEST of Lesk)"."""
    words, k = tokens.words, p - 1
    if words[k] not in DISTANCES and words[k] != ")":
        return False
    while k > floor and (words[k] in DISTANCES or tokens.classes[k] & _MEASURED):
        if words[k] == "," or words[k] == "(" and words[p - 1] != ")":
            return False  # "in Orlo, 53 km NORTH of Lesk"
        if words[k].isdecimal() and int(words[k][:6]) > TOO_FAR:
            return False
        k -= 1
    return True


def off_another(tokens: Tokens, floor: int, p: int) -> bool:
    """Do brackets or a comma behind a place open what tells how far it is from another, by which it is measured at
    token p: "Orlo (300 km FROM Lesk)", "Orlo, a village NEAR Lesk"?"""
    words, divisions = tokens.words, LISTS.divisions
    k, told = p - 1, False
    while k > floor and words[k] not in ("(", ","):
        said = words[k] in DISTANCES or words[k] in divisions
        if not (said or tokens.classes[k] & (_MEASURED | _ARTICLES)):
            return False
        told |= said
        k -= 1
    return told and k > floor and tokens.capital(k - 1)


def lies_off(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Orlo IS about 100 km east of Lesk": where something lies, and nothing happened?"""
    k = p
    while k > floor and (tokens.words[k] in DISTANCES or tokens.classes[k] & _MEASURED):
        k -= 1
    return k > floor and k < p and tokens.words[k] in _LIES and tokens.capital(k - 1)


def of_epicentre(tokens: Tokens, floor: int, p: int) -> bool:
    """ "ITS EPICENTRE WAS 30 km east of Lesk": no more than how far from a town a quake began that shook others?"""
    k = p
    while k > floor and (tokens.words[k] in DISTANCES or tokens.classes[k] & _MEASURED):
        k -= 1
    return not _EPICENTRES.isdisjoint(tokens.words[max(floor, k - _LOCATED) : k + 1])


def measured_by(tokens: Tokens, floor: int, at: int) -> bool:
    """ "500 times stronger than the quake IN Hale": where what it is measured by was."""
    words = tokens.words
    if "than" not in words[max(floor, at - _THAN) : at]:
        return False  # most
    k = at - 1
    while k > max(floor, at - _THAN) and not tokens.classes[k] & (c.PUNCTUATION | c.PREPOSITION):
        k -= 1
    return words[k] == "than" and not any(tokens.classes[i] & c.NUMERAL for i in range(k + 1, at))


_THAN: Final = 5  # tokens from "than" to a place
