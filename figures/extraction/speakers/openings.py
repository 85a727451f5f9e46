"""What opens a clause before its subject: "On Monday", "In Hale", "A day after"."""

from __future__ import annotations

from typing import Final

from figures.extraction.speakers.naming import LINKS, source_words
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_STARTS: Final = frozenset(
    "in on at by after during for from since under with amid within as via".split()
)
_ARTICLES: Final = frozenset(("a", "an", "the"))
COUNTED_FROM: Final = frozenset(("after", "before"))


def opening(tokens: Tokens, first: int, stop: int) -> int:
    """Past what opens a clause before its subject: "On Monday", "In Hale", "Meanwhile"."""
    words, classes = tokens.words, tokens.classes
    while first < stop:
        word, bits = words[first], classes[first]
        known = source_words().kinds
        if _dated_from(tokens, first, stop):
            first += 1 + (not of_time(bits))
        elif word in _STARTS:
            first += 1
            if first < stop and (of_time(classes[first]) or classes[first] & c.DIGIT):
                continue
            # "in the town the mayor", "in Hale the mayor", "in Hale police"
            cut = next(
                (
                    k
                    for k in range(first + 1, stop)
                    if words[k] in ("the", "a", "an", "its", "their")
                ),
                0,
            )
            if not cut:
                cut = next((k for k in range(stop - 1, first, -1) if words[k] in LINKS), stop - 1)
                while cut > first + 1 and (words[cut - 1] in known or classes[cut - 1] & c.DEMONYM):
                    cut -= 1
            first = max(cut, first)
        elif word.endswith("ly") and first + 1 < stop and words[first + 1] == "the":
            first += 1  # "Additionally the mayor said"
        elif bits & (c.ADVERB | c.CONJUNCTION | c.SUBORDINATOR) and word not in known:
            first += 1
        elif word in ("[", "(") and (")" in words[first:stop] or "]" in words[first:stop]):
            while words[first] not in (")", "]"):
                first += 1
            first += 1
        elif bits & c.DIGIT and words[first + 1 : first + 2] == ["-"] and tokens.glued(first + 1):
            break  # "a 36-year-old man"
        elif of_time(bits) or bits & c.DIGIT or word in (",", ".", "-", '"', "]", ")"):
            first += 1
        else:
            break
    return first


def _dated_from(tokens: Tokens, i: int, stop: int) -> bool:
    """Does "a day after", "hours before" begin at token i, which only tells when: "a day after the mission said"?"""
    k = i + (tokens.words[i] in _ARTICLES or bool(tokens.classes[i] & c.NUMERAL))
    return k + 1 < stop and of_time(tokens.classes[k]) and tokens.words[k + 1] in COUNTED_FROM


def of_time(bits: int) -> bool:
    """Does a token with these classes tell a time?"""
    return bool(bits & (c.TIME | c.WEEKDAY | c.MONTH))
