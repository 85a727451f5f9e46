"""Attackers: dead and hurt people whom the text tells to have made the attack ("gunmen stormed …; two gunmen died").

A noun for attackers alone (gunman, bomber) tells it by itself; militants or rebels are attackers only where the text
has told before that such people attacked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from figures.extraction.document.told import Told
from figures.extraction.numbers.cardinals import number_words
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, plural

_BEFORE = 30  # tokens before "all three" in which they are told
_REACH = 7  # tokens from "militants" to "attacked"
_PASSIVE = frozenset("was were been be being is are".split())


@cache
def _assailants() -> frozenset[str]:
    """Nouns for people who may attack, in the singular and the plural."""
    listed = (load("incidents")["assailants"] + " " + load("people")["attackers"]).split()
    entries = [entry.partition("/") for entry in listed]
    return frozenset(form for one, _, many in entries for form in (one, many or plural(one)))


@cache
def _attacking() -> frozenset[str]:
    return frozenset(load("incidents")["attacking"].split())


def mark_attackers(tokens: Tokens, told: Sequence[Told]) -> None:
    """Give the group attacker to those of the dead and hurt who made the attack."""
    names = _assailants()
    found = [t for t in told if _noun(tokens, t) in names and "attacker" not in t.counted.groups]
    first = _first_attack(tokens) if found else 0
    for t in found:
        if first < t.counted.first:
            t.reading.counted = replace(t.counted, groups=(*t.counted.groups, "attacker"))
    for t in told:
        if t.counted.head is None and _all_of_them(tokens, t):
            t.reading.counted = replace(t.counted, groups=("attacker",))


def _all_of_them(tokens: Tokens, t: Told) -> bool:
    """Are these all of the attackers told just before: "two gunmen stormed the hotel; both were shot dead"?"""
    words, classes = tokens.words, tokens.classes
    first = t.counted.first
    whole = words[first] == "both" or words[first - 1 : first] in (["all"], ["the"], ["these"])
    if not whole or t.counted.value is None:
        return False
    for i in range(first - 1, max(0, first - _BEFORE), -1):
        if classes[i] & c.PERSON:
            near = words[max(0, i - 3) : i]
            counted = any(number_words().small.get(w) == t.counted.value for w in near)
            return bool(classes[i] & c.ATTACKER) and (counted or str(t.counted.value) in near)
    return False


def _noun(tokens: Tokens, t: Told) -> str:
    return tokens.words[t.counted.head] if t.counted.head is not None else ""


def _first_attack(tokens: Tokens) -> int:
    """The first token that names people who are told to attack; the number of tokens where none is."""
    words, classes = tokens.words, tokens.classes
    names = _assailants()
    for i, word in enumerate(words):
        if word not in names:
            continue
        if classes[i] & c.ATTACKER or i and words[i - 1] == "by":
            return i
        for k in range(i + 1, min(len(words), i + _REACH)):
            if words[k] in (".", ";") or words[k] in _PASSIVE:
                break
            if words[k] in _attacking() and not classes[k - 1] & c.DETERMINER:
                return i
    return len(words)
