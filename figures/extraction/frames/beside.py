"""Nouns beside a counted group, between it and its verb: "12 homes and the docks were", "in Salem, Oregon"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    NOUN,
    OPEN,
    PREP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import not_people
from figures.lexicon import classes as c

_WHERE: Final = frozenset("in at near across".split())
_PLACE_NAME: Final = 4  # tokens of a place's name in a list


def beside(chunks: list[Chunk], j: int) -> int | None:
    """The counted group beside which the noun at chunk j stands: "12 homes, a school and the docks were"."""
    i = j
    while i >= 2 and chunks[i].kind == NOUN:
        left = i - 1
        if chunks[left].kind not in (AND, COMMA) or i == j and chunks[left].kind != AND:
            return None
        while left > 0 and chunks[left].kind in (AND, COMMA, ADVERB):
            left -= 1
        if chunks[left].kind == NOUN and left and chunks[left - 1].kind == PREP:
            left -= 2
        i = left
    return i if i < j and chunks[i].count is not None else None


def place_named(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is the name at chunk j the end of a place's: "350 homes in Salem, Oregon suffered"?"""
    kinds = [x.kind for x in chunks[max(0, j - 3) : j]]
    return (
        kinds == [PREP, NOUN, COMMA]
        and tokens.capital(chunks[j].first)
        and tokens.capital(chunks[j - 2].first)
        and chunks[j].stop - chunks[j].first <= 2
    )


def before_places(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk before a list of places that ends with the name at chunk j ("932 families IN REGIONS I, II, III were");
    None where that is no such list."""
    if place_named(tokens, chunks, j):
        return j - 4
    i = j
    while i >= 2 and chunks[i].kind == NOUN and tokens.capital(chunks[i].first):
        if chunks[i].stop - chunks[i].first > _PLACE_NAME:
            return None
        if chunks[i - 1].kind == PREP:
            return i - 2 if i < j and tokens.words[chunks[i - 1].first] in _WHERE else None
        if chunks[i - 1].kind != COMMA:
            return None
        i -= 2
    return None


def of_things(chunk: Chunk) -> bool:
    """Does a chunk count neither people nor houses: "in 139 CITIES and towns"?"""
    told = chunk.count
    return told is not None and told.unit not in (None, "person", "household", "building")


def place_listed(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is the name at chunk j one of a list of places, behind the first: "in Lesk, CASTILE-LA HALE and Orda"?"""
    if j < 3 or chunks[j - 1].kind != COMMA or chunks[j - 2].kind != NOUN:
        return False
    where = tokens.words[chunks[j - 3].first] in _WHERE
    return where and chunks[j - 3].kind == PREP and tokens.capital(chunks[j - 2].first)


def past_initials(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The noun before the bracket, and before its preposition, of a name that goes on with chunk j behind its initials:
    "of the Lesk Border (LB) POLICE"; j where it is no such name."""
    if j < 5 or chunks[j - 1].kind != CLOSE or chunks[j - 3].kind != OPEN:
        return j
    initials, name = chunks[j - 2], chunks[j - 4]
    short = initials.stop - initials.first == 1 and tokens.capital(initials.first)
    named = name.kind == NOUN and tokens.capital(name.stop - 1) and tokens.capital(chunks[j].first)
    return j - 6 if short and named and chunks[j - 5].kind == PREP else j


def pronoun_subject(tokens: Tokens, chunk: Chunk) -> bool:
    """Is a chunk the pronoun of who acts: "THEY were hit", not "40 people linked TO IT were killed"?"""
    words = tokens.words
    return words[chunk.stop - 1] in _NOMINATIVE and words[chunk.first - 1] not in _TO


_NOMINATIVE: Final = frozenset("he she they it we i".split())
_TO: Final = frozenset("to with by of in from near".split())


def in_a_place(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Do "in" and a name follow the bare count at chunk k: "250 across the region -- 62 IN LESK"?"""
    if k + 2 >= len(chunks) or chunks[k].stop != chunks[k + 1].first:
        return False
    named = chunks[k + 2].kind == NOUN and tokens.capital(chunks[k + 2].first)
    return named and tokens.words[chunks[k + 1].first] in ("in", "at", "near")


def of_its_owner(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "A car used by Ana Ruiz, A CLERK of Hale, was burned": does the person at chunk j describe behind a comma whose
    the thing is that the sentence opens with, and of which its verb tells?"""
    if j < 4 or [x.kind for x in chunks[j - 3 : j]] != [PREP, NOUN, COMMA]:
        return False
    told, thing = chunks[j].count, chunks[0]
    if told is None or told.value != 1 or told.counted == "number" or thing.kind != NOUN:
        return False
    if any(x.count is not None or x.kind == VERB and x.finite for x in chunks[: j - 2]):
        return False
    last = thing.stop - 1
    return bool(tokens.classes[last] & c.BUILDING) or tokens.words[last] in not_people()


def past_description(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk before the noun at chunk j where that counts nobody, and stands in one group with a category's noun
    ("an aid AGENCY") or tells behind a comma of all those counted ("12 people, ALL MEMBERS of a family"); else j."""
    if j < 2 or chunks[j].count is not None:
        return j
    before, told = chunks[j - 1], chunks[j - 2].count
    if j > 2 and before.kind == TRIGGER and chunks[j - 3].to:
        return j  # "to run an aid AGENCY"
    if before.kind == TRIGGER and chunks[j - 2].kind in (NOUN, PREP) and before.count is None:
        return j - 1 if all(t.shape == "noun_of" for *_, t in before.triggers) else j
    if before.kind != COMMA or told is None or told.counted != "number":
        return j
    # a clause of its own
    whom = tokens.words[chunks[j].stop : chunks[j].stop + 2] == [
        "of",
        "whom",
    ]
    return j - 2 if tokens.words[chunks[j].first] in ("all", "both", "mostly") and not whom else j


def whom_one(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "A cousin HE WAS HELPING was hurt": do a pronoun and the verb at chunk j, right behind one person, tell who that
    is?"""
    who, one = chunks[j - 1], chunks[j - 2].count
    if who.stop - who.first != 1 or tokens.words[who.first] not in _NOMINATIVE:
        return False
    if tokens.classes[chunks[j].stop - 1] & c.SAID:
        return False  # "67 clerks IT SAYS were killed"
    return one is not None and one.unit == "person" and one.counted != "named"
