"""Names of places in text that is all in capitals, where only a preposition or a noun beside them can tell."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import is_common_word
from figures.extraction.places.names import (
    LISTS,
    NO_START,
    PlaceMention,
    famous,
    known_place,
    mere_word,
    strange,
)
from figures.extraction.places.relations import cue_before
from figures.extraction.places.unknown import stands_at
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon.frequencies import frequencies

_DATE: Final = c.MONTH | c.WEEKDAY


def in_capitals(
    tokens: Tokens, floor: int, i: int, stop: int, found: list[PlaceMention]
) -> PlaceMention | None:
    """The place named at token i of a sentence that is all in capitals."""
    words, classes = tokens.words, tokens.classes
    if not words[i][0].isalpha() or classes[i] & _DATE or words[i] in LISTS.between:
        return None
    if (
        words[i] in LISTS.never
        or words[i] in LISTS.directions
        and not (i + 1 < stop and words[i + 1].isalpha() and known_place(tokens, i, i + 2))
    ):
        return None
    cue = cue_before(tokens, floor, i)
    joined = bool(found) and found[-1].stop == i - 1 and words[i - 1] in (",", "and")
    if cue == "named" and joined:
        cue = found[-1].cue
    if cue == "named" or (
        cue == "object" and words[i] not in ("the",) and not known_place(tokens, i, i + 1)
    ):
        return None
    end = min(stop, i + 5)
    for j in range(i + 1, end + 1):  # up to the first mark or digit
        if j == end or not (words[j][0].isalpha() or (words[j] == "-" and tokens.glued(j))):
            end = j
            break
    known, j = None, end
    while j > i:
        known = known_place(tokens, i, j)
        if known is not None and not (classes[j - 1] & (NO_START | c.PERSON)):
            break
        known, j = None, j - 1
    kind = ""
    if known is not None and known.precision == "city" and _goes_on(tokens, j, end):
        known = None  # the first words of a longer name
    if known is not None and j - i == 1 and len(words[i]) < 4 and is_common_word(words[i]):
        return None  # "IN THE CAR"
    if known is None:
        j = i
        while j < end and (
            strange(tokens, j) or (words[j] in LISTS.links - {"the", "and", "of"} and j + 1 < end)
        ):
            j += 1
        while j > i and words[j - 1] in LISTS.links:
            j -= 1
        if j == i or not (j < stop and words[j] in LISTS.divisions or stands_at(tokens, i, cue)):
            return None
    elif (
        mere_word(tokens, i, j, known)
        and (known.population < 100_000 or cue != "at")
        or cue in ("of", "to", "from")
        and not famous(known)
    ):
        return None
    name_stop = j
    if j < stop and words[j] in LISTS.divisions:
        if known is None and i > floor and words[i - 1] in ("this", "that", "a", "an", "its"):
            return None  # "THIS ANDEAN CITY"
        kind, j = "division", j + 1
    elif j < stop and words[j] in LISTS.spots and known is None:
        kind, j = "spot", j + 1
        name_stop = j
    elif (street := _streets_after(tokens, j, stop)) > j:
        kind, j, name_stop = "spot", street, street
    elif known is None and (j < stop and classes[j] & c.PERSON or joined and not kind):
        return None
    elif known is None and j == i + 1 and words[i] in frequencies():
        return None  # "IN DISARRAY"
    return PlaceMention(i, j, tokens.quote(i, name_stop), tokens.quote(i, j), cue, kind)


def _goes_on(tokens: Tokens, j: int, end: int) -> bool:
    """Does a name go on behind token j with words that nobody knows ("EL PASO NARANJO")?"""
    if j < end and tokens.words[j] in ("de", "del", "la"):
        j += 1
    return j < end and strange(tokens, j)


def _streets_after(tokens: Tokens, j: int, stop: int) -> int:
    """Where "BOYACA AND NINTH AVENUES" ends, whose first name ends before token j; else 0."""
    if j >= stop or tokens.words[j] != "and":
        return 0
    for k in range(j + 1, min(stop, j + 5)):
        if tokens.words[k] in ("avenues", "streets", "roads"):
            return k + 1
    return 0
