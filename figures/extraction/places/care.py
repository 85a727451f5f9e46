"""Where the hurt and the dead were brought, treated or buried: it happened elsewhere."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns, event_words
from figures.extraction.places.names import LISTS
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SLIDES: Final = frozenset(
    "landslide landslides mudslide mudslides avalanche quake earthquake rubble mud debris".split()
)
_NEAR: Final = 8  # tokens from any such verb to "in"
_FLOWN: Final = frozenset("taken airlifted flown rushed transported transferred".split())
_CARE: Final = 11  # tokens between "taken to" and "in X"
_SHORE: Final = frozenset("ashore port harbour harbor".split())  # "brought INTO THE PORT at Lesk"
_STRUCK: Final = 4  # tokens from an attack to what it was on


def cared_for(tokens: Tokens, floor: int, at: int) -> bool:
    """Were people taken to, treated or buried where the preposition at token ``at`` says?"""
    brought = tokens.words[at] == "to" or not _SHORE.isdisjoint(tokens.words[at : at + 2])
    if tokens.words[at - 1] in _WARDS and _died_there(tokens, floor, at):
        return True
    if tokens.words[at - 1] in _DIED and _in_ward(tokens, floor, at):
        return True
    for k in range(at - 1, max(floor, at - _CARE) - 1, -1):
        if tokens.words[k] == "buried" and not _SLIDES.isdisjoint(tokens.words[floor:k]):
            return False  # "a landslide BURIED a village in Hale"
        brought |= tokens.words[k] == "to" or tokens.words[k] in _SHORE
        in_bed = tokens.words[k] == "bed" and tokens.words[k - 1] == "hospital"
        carried = brought and tokens.words[k] in (LISTS.brought if k >= at - _NEAR else _FLOWN)
        if in_bed or tokens.words[k] in LISTS.care and k >= at - _NEAR or carried:
            if tokens.words[at] == "in" and tokens.words[at - 1] in event_nouns()[0]:
                return False  # "treating nine people hurt in the BLAST IN Hale"
            # "a strike on a funeral in Hale" hit it there
            hit = tokens.words[k][:7] == "funeral"
            if hit and any(tokens.classes[i] & c.TRIGGER for i in range(k + 1, at)):
                return False  # "the funerals of 17 people GUNNED DOWN in Hale"
            return not hit or event_words().isdisjoint(tokens.words[max(floor, k - _STRUCK) : k])
        # "taken BY BUS AND LORRY to clinics in"
        joined = tokens.words[k] == "and" and not brought and k < at - 1
        if joined or tokens.words[k] in (",", ";", "but", "after", "when", "following"):
            return False
    return False


def _died_there(tokens: Tokens, floor: int, at: int) -> bool:
    """ "Twelve DIED IN HOSPITALS in Lesk AFTER a fire in Orda": did those die who were hurt elsewhere?"""
    words = tokens.words
    later = words[at + 2 : at + _LATER]
    if "after" not in later and "following" not in later:
        return False
    k = at - 2
    while k > floor and k > at - 5 and words[k] not in ("in", "at"):
        k -= 1
    return words[k] in ("in", "at") and words[k - 1] in ("died", "dies", "dead", "succumbed")


def _in_ward(tokens: Tokens, floor: int, at: int) -> bool:
    """ "Nine of them DIED AT HALE HOSPITAL", where the sentence tells no fire or raid there."""
    words = tokens.words
    ward = next((k for k in range(at + 2, min(len(words), at + _NAME)) if words[k] in _WARDS), 0)
    if not ward or not all(map(tokens.capital, range(at + 1, ward + 1))):
        return False
    return event_nouns()[0].isdisjoint(words[floor : ward + _LATER])


_DIED: Final = frozenset(("died", "succumbed"))
_NAME: Final = 7  # tokens from "at" to the end of a hospital's name
_WARDS: Final = frozenset("hospital hospitals clinic clinics".split())
_LATER: Final = 7  # tokens from where a hospital is to "after a fire"
