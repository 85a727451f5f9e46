"""Weapons, vehicles and equipment, which are no houses: "lost 26 tanks; 21 OF THEM were destroyed"."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import Trigger
from figures.extraction.groups.chunks import NOUN, STOP, Chunk, Counted
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import animals, settlements, things
from figures.lexicon import classes as c
from figures.lexicon import load, plural, word_classes

_BUILT: Final = frozenset(("buildings_destroyed", "buildings_damaged"))
_TAKEN: Final = frozenset(("captured", "capture", "capturing"))
_BY: Final = frozenset(("by", "with", "in"))
_PIECES: Final = frozenset("unit units piece pieces item items".split())
_FAR: Final = 40  # tokens back to the noun that a bare count leaves out
_NEAR: Final = 5  # tokens behind "units of" in which it is told of what


@cache
def machines() -> frozenset[str]:
    """Nouns for weapons and vehicles, in the plural, and for equipment.

    >>> "drones" in machines(), "equipment" in machines(), "houses" in machines()
    (True, True, False)
    """
    entries = (load("things")["vehicles"] + " " + load("things")["weapons"]).split()
    pairs = (entry.partition("/") for entry in entries)
    return frozenset(many or plural(one) for one, _, many in pairs) | {
        *load("things")["equipment"].split()
    }


def counts_machines(tokens: Tokens, counted: Counted, trigger: Trigger) -> bool:
    """Are weapons or equipment counted where a category's words tell of houses or prisoners: "45 UNITS OF EQUIPMENT
    were destroyed", "lost 26 tanks; 21 OF THEM were destroyed AND THREE captured"?"""
    taken = trigger.category == "detained" and trigger.words[0] in _TAKEN
    if trigger.category not in _BUILT and not taken:
        return False
    words, head = tokens.words, counted.head
    if counted.unit == "building" and head is not None and words[head] in _PIECES:
        behind = words[head + 1 : head + 1 + _NEAR]
        return behind[:1] == ["of"] and not machines().isdisjoint(behind)
    if counted.unit is not None or counted.high == 0:
        return False
    others = c.PERSON if taken else c.BUILDING
    for i in range(counted.first - 1, max(-1, counted.first - 1 - _FAR), -1):
        if words[i] in machines() and _BY.isdisjoint(words[max(0, i - 3) : i]):
            return True  # no houses "hit by drones"
        if tokens.classes[i] & others and words[i] not in _PIECES:
            return False
    return False


def things_in_a_state(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """Does the bare count at chunk ``at`` count things told in what state: "seized 12 WOUNDED BIRDS"?"""
    state, noun = [*chunks[at + 1 : at + 3], None, None][:2]
    if state is None or noun is None or noun.kind != NOUN or state.stop - state.first > 1:
        return False
    return bool(state.triggers) and tokens.words[noun.stop - 1] in things()


_KINDS_OF_THINGS: Final = "animals plants vehicles weapons equipment goods places"
_TOLD_OF_THEM: Final = frozenset(("passive", "adjective", "toll", "label"))


@cache
def _many_settlements() -> frozenset[str]:
    return frozenset(word for word in settlements() if word.endswith("s"))


@cache
def _many_things() -> frozenset[str]:
    """Nouns for animals, and for plants, goods and places in the plural."""
    entries = (e for kind in _KINDS_OF_THINGS.split() for e in load("things")[kind].split())
    parted = (entry.partition("/") for entry in entries)
    many = frozenset(many or plural(one) for one, _, many in parted)
    counted = c.PERSON | c.BUILDING | c.HOUSEHOLD  # "bridges" are buildings
    return frozenset(
        word
        for word in animals() | many | _many_settlements()
        if not word_classes().get(word, 0) & counted
    )


def label_of_things(tokens: Tokens, chunks: list[Chunk], by: int, trigger: Trigger) -> bool:
    """Does the category's word at chunk ``by`` label animals, places or other things: "ANIMALS killed: 40", "AFFECTED
    VILLAGES: 12", "the number of DISTRICTS AFFECTED rose to nine"?"""
    before = chunks[by - 1] if by else None
    if trigger.shape == "noun":
        return before is not None and tokens.words[before.stop - 1] in animals()
    if trigger.shape not in _TOLD_OF_THEM:
        return False
    after = chunks[by + 1] if by + 1 < len(chunks) else None
    if after is not None and after.kind == NOUN and tokens.words[after.stop - 1] in _many_things():
        return True
    if before is None or before.kind != NOUN or tokens.words[before.stop - 1] not in _many_things():
        return False
    lead = tokens.words[max(chunks[0].first, before.first - 2) : before.first]
    return by == 1 or lead[-2:] == ["number", "of"] or chunks[by - 2].kind == STOP


def owns(tokens: Tokens, counted: Counted) -> bool:
    """Is it what people own that is told of: "destroyed 40 MILITANTS' CAMPS"?"""
    i = counted.stop
    if tokens.words[i : i + 1] != ["'"] or not tokens.glued(i) or i + 1 >= len(tokens.words):
        return False
    return tokens.words[i + 1] in things() or bool(tokens.classes[i + 1] & c.BUILDING)
