"""Who records and reports a count, and who or what only stands where such a speaker would."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.speakers.naming import Speaker
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

RECORDING: Final = frozenset(
    "reported reports report recorded records registered registers counted counts saw sees witnessed".split()
)
_CERTAINTY: Final = frozenset("confirmed probable suspected possible".split())
_JOINTS: Final = frozenset("and or , /".split())
_ENDS_TOLD: Final = frozenset(("as", ",", '"', "'", "”", "-", ":"))


def passive_at_end(tokens: Tokens, first: int, i: int, stop: int, speaker: Speaker) -> bool:
    """ "With 56 raids on aid workers REPORTED.": is the verb at token i, which ends a clause, one of what was told
    before it, and nobody's? A comma or a quote would stand before who reports."""
    if (
        tokens.words[i] not in RECORDING
        or i + 1 < stop
        and not tokens.classes[i + 1] & c.PUNCTUATION
    ):
        return False
    return speaker.begin > first and tokens.words[speaker.begin - 1] not in _ENDS_TOLD


def grades_cases(tokens: Tokens, i: int) -> bool:
    """ "In Lenia, probable, CONFIRMED and suspected cases": does the word at token i tell how certain cases are?"""
    words = tokens.words
    if words[i] not in _CERTAINTY:
        return False
    after, before = words[i + 1 : i + 3], words[max(0, i - 2) : i]
    return any(
        len(pair) == 2 and pair[joint] in _JOINTS and pair[1 - joint] in _CERTAINTY
        for pair, joint in ((after, 0), (before, 1))
    )


def is_country(tokens: Tokens, speaker: Speaker) -> bool:
    """ "THE USA has counted 12 deaths": whose they are."""
    places = look_up(key(tokens.quote(speaker.first, speaker.stop)))
    return bool(places) and places[0].precision == "country"


def is_town(tokens: Tokens, speaker: Speaker) -> bool:
    """ "BLANTYRE reported 12 deaths", "seven STATES recorded 12", "the port city BLANTYRE": where they were."""
    first = speaker.first
    while first + 1 < speaker.stop and not tokens.capital(first):
        first += 1
    places = look_up(key(tokens.quote(first, speaker.stop))) if speaker.named else ()
    told = speaker.named or not tokens.classes[speaker.begin] & c.ARTICLE  # "seven STATES recorded"
    division = told and tokens.classes[speaker.stop - 1] & c.PLACE_NOUN
    return bool(division or places and places[0].precision in ("city", "admin1", "admin2", "area"))
