"""What stands between a preposition and the name of a place: "in the REBEL-HELD FISHING VILLAGE OF Lesk"."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.names import LISTS
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def in_several(tokens: Tokens, floor: int, p: int) -> bool:
    """ "IN two other border PROVINCES, Hale and Lesk": do names follow the comma at token p for what was counted?"""
    words = tokens.words
    if words[p - 1] not in LISTS.divisions or not words[p - 1].endswith("s"):
        return False
    if words[p + 1] == "the":
        return False  # "in eight districts, the clinics were shut"
    led = range(p - 2, max(floor, p - _LED), -1)
    at = next((k for k in led if words[k] in LISTS.at), 0)
    return bool(at) and bool(tokens.classes[at + 1] & c.NUMERAL)


def both_directions(words: list[str], p: int) -> bool:
    directions = LISTS.directions
    return words[p - 1] in directions and words[p + 1] in directions


def opens_noun(tokens: Tokens, p: int) -> bool:
    """May the word at token p open what is named behind it: "THE fishing village", "a SOUTHERN farming town"?"""
    return bool(tokens.classes[p] & _ARTICLES) or tokens.words[p] in LISTS.directions


def hyphened(tokens: Tokens, p: int) -> bool:
    """Does an adjective of two words in small letters end at token p: "the REBEL-HELD province of Lesk"?"""
    if tokens.words[p - 1] != "-" or not tokens.glued(p - 1):
        return False
    small = not tokens.capital(p) and not tokens.capital(p - 2)
    return small and tokens.words[p].isalpha() and tokens.words[p - 2].isalpha()


def described(tokens: Tokens, p: int) -> bool:
    """Does the word at token p, in small letters, describe the place behind it: "in the VAST Sahel"?"""
    word = tokens.words[p]
    return word.isalpha() and not tokens.capital(p) and tokens.words[p - 2] in LISTS.at


_LED: Final = 7  # tokens from "in" to the provinces that are counted
_ARTICLES: Final = c.ARTICLE | c.DETERMINER
