"""Names as they are written: where the run of capitalised words that may name a place ends."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import is_common_word, key
from figures.extraction.places.names import LISTS, NO_START, best_known
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_LONGEST: Final = 8  # tokens of one name
_DATE: Final = c.MONTH | c.WEEKDAY
_WHERE: Final = frozenset("in at near from".split())
_THE: Final = (["la"], ["las"], ["los"], ["el"])
_STATES: Final = frozenset("republic commonwealth".split())
_OF_NAMES: Final = frozenset(
    "gulf bay strait horn sea isle republic cape university gate valley lake mount union states".split()
)


def name_end(tokens: Tokens, i: int, stop: int) -> int:
    """Where the run of capitalised words that begins at token i ends."""
    words, classes, text, starts = tokens.words, tokens.classes, tokens.text, tokens.starts
    links = LISTS.links
    stop = min(stop, i + _LONGEST)
    headline = words[i] in _WHERE and in_headline(tokens, i + 1)
    j = i + 1
    while j < stop and j not in tokens.breaks:
        word = words[j]
        if text[starts[j]].isupper() and word in _WHERE and text[starts[j] + 1].islower():
            break  # "Storm Kills Two IN Hale Region": a headline
        if headline and j > i + 1 and _ends_name(tokens, j):
            break  # "Two Hurt In Hale SHOOTING"
        if text[starts[j]].isupper() and not classes[j] & _DATE:
            j += 1
        elif (
            word == "-"
            and tokens.glued(j)
            and j + 1 < stop
            and tokens.glued(j + 1)
            and words[j + 1].isalpha()
        ):
            j += 2
        elif (
            word in links
            and j + 1 < stop
            and text[starts[j + 1]].isupper()
            and word not in ("the", "and")
        ):
            if word == "of" and not classes[j - 1] & c.PLACE_NOUN and words[j - 1] not in _OF_NAMES:
                break
            j += 2
        elif (
            word == "of"
            and words[j - 1] in _STATES
            and words[j + 1 : j + 2] == ["the"]
            and j + 2 < stop
            and tokens.capital(j + 2)
        ):
            j += 3  # "the Democratic Republic OF THE CONGO"
        elif (
            word in links
            and words[j + 1 : j + 2] == ["-"]
            and tokens.glued(j + 1)
            and j + 2 < stop
            and tokens.glued(j + 2)
            and tokens.capital(j + 2)
        ):
            j += 3  # "Ras AL-AIN"
        elif (
            word == "de" and words[j + 1 : j + 2] in _THE and j + 2 < stop and tokens.capital(j + 2)
        ):
            j += 3  # "Bajo de la Alumbrera"
        elif word == "'" and j + 1 < stop and words[j + 1] in LISTS.spots and tokens.capital(j + 1):
            j += 2  # "Fishmongers' Hall"
        elif word == "." and words[j - 1] in ("st", "mt", "ft") and tokens.glued(j):
            j += 1
        elif word in ("and", "'s") and j + 1 < stop and text[starts[j + 1]].isupper():
            begin = i + 1 if classes[i] & NO_START and j > i + 1 else i  # "IN Cox's Bazar"
            whole = best_known(key(tokens.folded[starts[begin] : tokens.ends[j + 1]]))
            if whole is None:
                break
            j += 2
        else:
            break
    return j


def in_headline(tokens: Tokens, i: int) -> bool:
    """Is the preposition before token i in capitals in the middle of a headline: "Two Hurt IN Hale Shooting"?"""
    if i < 2 or i - 1 in tokens.breaks or not tokens.capital(i - 1):
        return False
    return tokens.words[i - 1] in _WHERE and tokens.capital(i - 2) and tokens.words[i - 2].isalpha()


def _ends_name(tokens: Tokens, j: int) -> bool:
    """Is the word at token j no part of the name of a place, but an ordinary one: "In Hale SHOOTING"?"""
    word = tokens.words[j]
    if word in LISTS.spots or word in LISTS.divisions or best_known(word) is not None:
        return False
    return bool(tokens.classes[j]) or is_common_word(word)
