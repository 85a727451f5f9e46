"""Attackers: dead and hurt people whom the text tells to have made the attack ("gunmen stormed …; two gunmen died").

A noun for attackers alone (gunman, bomber) tells it by itself; militants or rebels are attackers only where the text
says before that they attacked, and those who then died are of the same name or "the rebels".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from figures.extraction.told import Told
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, plural

_REACH = 7  # tokens from "militants" to "attacked"
_PASSIVE = frozenset("was were been be being is are".split())
_THE = frozenset("the these those all".split())


@cache
def _assailants() -> dict[str, str]:
    """Noun for people who may attack, in the singular or plural → its singular."""
    forms: dict[str, str] = {}
    for entry in (load("incidents")["assailants"] + " " + load("people")["attackers"]).split():
        one, _, many = entry.partition("/")
        forms |= {one: one, many or plural(one): one}
    return forms


@cache
def _attacking() -> frozenset[str]:
    return frozenset(load("incidents")["attacking"].split())


def mark_attackers(tokens: Tokens, told: Sequence[Told]) -> None:
    """Give the group attacker to those of the dead and hurt who made the attack."""
    names = _assailants()
    found = [t for t in told if _noun(tokens, t) in names and "attacker" not in t.counted.groups]
    if not found:
        return
    agents = _agents(tokens)
    for t in found:
        before = {name for i, name in agents if i < t.counted.first}
        name = names[_noun(tokens, t)]
        if name in before or before and _definite(tokens, t):
            t.reading.counted = replace(t.counted, groups=(*t.counted.groups, "attacker"))


def _noun(tokens: Tokens, t: Told) -> str:
    return tokens.words[t.counted.head] if t.counted.head is not None else ""


def _agents(tokens: Tokens) -> list[tuple[int, str]]:
    """(token, name) of those who are told to attack."""
    words, classes = tokens.words, tokens.classes
    names = _assailants()
    found: list[tuple[int, str]] = []
    for i, word in enumerate(words):
        if word not in names:
            continue
        if classes[i] & c.ATTACKER or i and words[i - 1] == "by":
            found.append((i, names[word]))
            continue
        for k in range(i + 1, min(len(words), i + _REACH)):
            if words[k] in (".", ";") or words[k] in _PASSIVE:
                break
            if words[k] in _attacking() and not classes[k - 1] & c.DETERMINER:
                found.append((i, names[word]))
                break
    return found


def _definite(tokens: Tokens, t: Told) -> bool:
    """ "Three of the rebels", "all four militants", "the terrorist"."""
    first, stop = t.counted.first, t.counted.stop
    return not _THE.isdisjoint(tokens.words[max(t.sentence.first, first - 1) : stop])
