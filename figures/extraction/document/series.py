"""Series of incidents: whether a text tells of one of several, and words that speak of all of them."""

from __future__ import annotations

from typing import Final

from figures.extraction.document.cues import Cue, Place
from figures.extraction.events import event_nouns
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_ENDINGS: Final = frozenset("st nd rd th".split())
_ONE: Final = frozenset("one first second third fourth fifth last part".split())
_SEVERAL: Final = frozenset("several many series simultaneous coordinated".split())
_ALL: Final = frozenset("all both the these series".split())
_BETWEEN: Final = frozenset("of combined coordinated".split())
_SUMMARY: Final = 400  # tokens of a summary at most
STORMS: Final = frozenset("cyclone hurricane typhoon storm".split())
_RELATIVE: Final = frozenset(("that", "which"))
_WITHIN: Final = 5  # tokens between "one of" and the incidents, or between "all" and the incidents


def is_serial(tokens: Tokens) -> bool:
    """Does a summary say that its incident is one of several: "one of five bombings", "(2nd of 3)"?

    A long text is about all that it tells: an article on two storms may call one the first of them.
    """
    if len(tokens) > _SUMMARY:
        return False
    return any(_one_of(tokens, i) for i, word in enumerate(tokens.words) if word == "of" and i)


def _one_of(tokens: Tokens, i: int) -> bool:
    """Does the "of" at token i tell of one among several?"""
    words, classes = tokens.words, tokens.classes
    before = words[i - 1]
    counted = bool(classes[i + 1] & c.NUMERAL) if i + 1 < len(words) else False
    if counted and words[i + 2 : i + 3] == [")"]:
        return before in _ENDINGS or bool(classes[i - 1] & c.NUMERAL)
    if before not in _ONE:
        return False
    after = words[i + 1 : i + 1 + _WITHIN]
    some = any(classes[k] & c.NUMERAL for k in range(i + 1, i + 1 + len(after)))
    return not event_nouns()[1].isdisjoint(after) and (some or not _SEVERAL.isdisjoint(after))


def of_them_all(tokens: Tokens, i: int) -> bool:
    """Does the noun at token i, in the plural, mean a whole series: "in all four attacks", "the attacks killed"?"""
    words = tokens.words
    for k in range(i - 1, max(-1, i - _WITHIN), -1):
        if words[k] in _ALL:
            return True
        if k < i - 1 and not (tokens.classes[k] & c.NUMERAL or words[k] in _BETWEEN):
            return False
    return False


def other_storm(place: Place, i: int) -> Cue | None:
    """Of a report on one storm what it tells of another: "after Cyclone ANA THAT had killed 14 people"."""
    tokens = place.tokens
    if len(tokens) > _SUMMARY or not _names(tokens, i) or place.word(i + 2) not in _RELATIVE:
        return None
    at = min(k for storm in STORMS for k in tokens.standing.get(storm, ()) if _names(tokens, k))
    return None if tokens.words[at + 1] == place.word(i + 1) else place.after(i, i + 2, place.stop)


def _names(tokens: Tokens, i: int) -> bool:
    """Does a storm's name follow token i?"""
    return i + 1 < len(tokens) and tokens.capital(i + 1) and tokens.words[i + 1].isalpha()
