"""Events that bear a place's name, and places that a sentence tells to be some: "the Lesk fire", "Lesk is a town"."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def of_its_event(tokens: Tokens, i: int, end: int, stop: int) -> bool:
    """ "The death toll FROM THE LESK EARTHQUAKE": does what the place lends its name to tell that it was there?"""
    return end < stop and tokens.words[end] in event_nouns()[0] and not tokens.classes[end] & c.VERB


def opens_event(tokens: Tokens, floor: int, i: int, end: int, stop: int) -> bool:
    """ "The LESK FIRES were barely contained": does a sentence begin with an event that bears the place's name?"""
    the = i > floor and tokens.words[i - 1] == "the"
    begin = i - the
    opens = begin == floor or the and tokens.words[begin - 1] in ("-", ":")
    return opens and of_its_event(tokens, i, end, stop)


def told_to_be(tokens: Tokens, end: int, stop: int) -> bool:
    """Is what ends at token ``end`` said to be a place: "Lesk is a quiet TOWN north of Orda"?"""
    if end >= stop or tokens.words[end] not in ("is", "was", "lies"):
        return False
    near = range(end + 1, min(stop, end + _NEAR))
    return any(tokens.classes[k] & c.PLACE_NOUN for k in near)


_NEAR: Final = 7  # tokens from "is" to "town"
