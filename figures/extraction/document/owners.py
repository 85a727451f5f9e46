"""Whose a count is: the place that a clause says has so many, or where they are ("LESK has 15 deaths")."""

from __future__ import annotations

from typing import Final

from figures.extraction.document.told import Told
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

POSSESSIVE: Final = frozenset("his her their its our my".split())
_IN: Final = frozenset("in at near from across".split())
_AHEAD: Final = 8  # tokens behind a count in which its place is told
_VERBS: Final = 3  # tokens of the verb between a place and its count
_HAS: Final = frozenset(
    "has had have with also reported reports recorded confirmed registered counted documented".split()
)
_ENDS: Final = c.NUMERAL | c.CONJUNCTION | c.SUBORDINATOR | c.RELATIVE
_STOPS: Final = frozenset(",.;:()")
_NO_NAME: Final = ~(c.DEMONYM | c.PLACE_NOUN | c.PHRASE)


def place_of(tokens: Tokens, told: Told) -> str:
    """The name of the place behind a count ("12 deaths in LESK"), or before it ("LESK has reported 12"); else ""."""
    words, last = tokens.words, min(told.sentence.stop - 1, told.counted.stop + _AHEAD)
    for k in range(told.counted.stop, last):
        if words[k] in _STOPS or tokens.classes[k] & _ENDS:
            break
        if words[k] in _IN and tokens.capital(k + 1):
            return words[k + 1]
    k = told.counted.first - 1
    k -= k > told.sentence.first and words[k] == "("  # "LESK (12 deaths)"
    while k > told.sentence.first and words[k] in _HAS and k >= told.counted.first - _VERBS:
        k -= 1
    named = k >= told.sentence.first and tokens.capital(k) and not tokens.classes[k] & _NO_NAME
    return words[k] if named else ""


def of_two_places(tokens: Tokens, one: Told, other: Told) -> bool:
    """Do two counts tell of two places, each by its name?"""
    first = place_of(tokens, one)
    return bool(first) and place_of(tokens, other) not in ("", first)


def of_another_side(tokens: Tokens, theirs: Told, near: Told | None) -> bool:
    """Are those counted as somebody's own others than those told right before in the sentence: "26 rebels AND TWO OF
    ITS SOLDIERS died", not "nine guards were hurt and two of his guards died"?"""
    if near is None or near.index != theirs.index or theirs.counted.head is None:
        return False
    head = near.counted.head if near.counted.counted == "number" else None
    return head is not None and tokens.words[head] != tokens.words[theirs.counted.head]


_DEATHS: Final = frozenset("death deaths killing killings".split())
_BLAMED_NEAR: Final = 3  # sentences from all to those of whom it is told who killed them


def blamed(tokens: Tokens, t: Told, earlier: list[Told]) -> Told | None:
    """The count of all, told just before, of whom it is told who killed some: "57 clerks were killed in May. THE ARMY
    WAS RESPONSIBLE FOR THE DEATHS OF 21 clerks"; None where there is none."""
    before = [w for w in tokens.words[max(0, t.counted.first - 5) : t.counted.first] if w != "the"]
    if len(before) < 4 or before[-4:-2] != ["responsible", "for"] or before[-2] not in _DEATHS:
        return None
    for whole in reversed(earlier):
        if t.index - whole.index > _BLAMED_NEAR:
            return None
        one, other = t.counted.head, whole.counted.head
        if one is None or other is None or tokens.words[one] != tokens.words[other]:
            continue
        more = (whole.counted.low or 0) > (t.counted.low or 0)
        if more and whole.part_of is None and whole.index < t.index:
            return whole
    return None
