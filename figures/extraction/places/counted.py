"""Places told right before their counts, as lists do: "HALE (124) and Orda (156)", "Lesk: 12", "Lesk 9, Orda 1"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.extraction.places.names import PlaceMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_NUMBER: Final = c.NUMERAL | c.QUALIFIER
_SHARE: Final = 5  # tokens of the share behind a number in brackets
JOINTS: Final = frozenset(("(", "with", ":"))  # between a place and its count


def counts_it(tokens: Tokens, k: int, at: int) -> bool:
    """Does a bracket with the count alone, or "with", stand behind a place: "HALE (124) and Orda (156)", "Lesk
    (n=3)", "followed by Lesk WITH 11"?"""
    inner = tokens.words[k:at]
    if inner in (["with"], [",", "with"]):  # no "bus in Lesk with 40 pupils"
        return not any(b & (c.PERSON | c.PERSON_ONE) for b in tokens.classes[at + 1 : at + 2])
    if inner == [":"]:
        return True  # "Lesk: 12; Orda: nine"
    return inner in (["("], ["(", "n", "="]) and _closed(tokens, at)


def _closed(tokens: Tokens, at: int) -> bool:
    """Does a bracket close behind the number at token ``at`` alone, or behind its share: "(over 12)", "(12 or 4%)"?"""
    k = at
    while k < len(tokens) and tokens.classes[k] & _NUMBER:
        k += 1
    behind = tokens.words[k : k + _SHARE]
    return behind[:1] == [")"] or "%" in behind and behind[behind.index("%") :][1:2] == [")"]


def beside_number(tokens: Tokens, at: int, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place whose name alone stands before the number at token ``at``, in a list of such pairs: "12 died: LESK
    nine, Orda three".

    >>> from figures.extraction import extract
    >>> found = extract("The flood killed 12 people: Kisumu nine, Nakuru three.")
    >>> [f.place for f in found]
    [None, 'Kisumu', 'Nakuru']
    """
    if not ends_pair(tokens, at):
        return None
    own = next((m for m in mentions if m.stop == at), None)
    return own if own is not None and in_pairs(tokens, own, mentions) else None


def in_pairs(tokens: Tokens, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Is the place one of a list that tells a bare number behind each name?"""
    if not paired(tokens, mention):
        return False
    return any(m is not mention and paired(tokens, m) for m in mentions)


def paired(tokens: Tokens, mention: PlaceMention) -> bool:
    """Do a joint, the name, a number and another joint follow one another: ", LESK NINE ,"?"""
    words, k = tokens.words, mention.stop
    if mention.first == 0 or words[mention.first - 1] not in _BEFORE:
        return False
    return ends_pair(tokens, k)


def ends_pair(tokens: Tokens, k: int) -> bool:
    """Do a number, from token k on, and a joint end such a pair: "NINE,", "ABOUT 40;"?"""
    words, classes = tokens.words, tokens.classes
    while k < len(words) and classes[k] & c.QUALIFIER and not classes[k] & c.NUMERAL:
        k += 1
    if k >= len(words) or not classes[k] & c.NUMERAL or classes[k] & c.ARTICLE:
        return False
    while k < len(words) and classes[k] & c.NUMERAL:
        k += 1
    return k >= len(words) or words[k] in _BEHIND or k in tokens.breaks


_BEFORE: Final = frozenset((":", ",", ";", "(", "and", "-"))
_BEHIND: Final = frozenset((",", ";", ".", ")", "and", "|"))
