"""Counts told of each of several: "each of three blasts killed TWO" are six, as are "three blasts each killed TWO"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.topic import REPORTED
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    NOUN,
    OPEN,
    PREP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import settlements

_SEVERAL: Final = 20  # so many are counted one by one: "three clinics reported 12 deaths each"
_MULTIPLIED: Final = frozenset(("exact", "at_least", "more_than"))
_IN: Final = frozenset("in at from".split())
_CAME: Final = frozenset("came come were was".split())  # "two CAME from each of the six"
_BACK: Final = frozenset((ADVERB, NOUN, PREP))
_JOINTS: Final = frozenset((AND, COMMA))
_AREAS: Final = frozenset(
    "cities districts provinces states regions counties municipalities".split()
)
_PEOPLE: Final = frozenset((None, "person", "household", "building"))


def distribute(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply the counts of a sentence that says "each" by how many they are told of each."""
    _each_from(tokens, chunks)
    _each_behind(tokens, chunks)
    _each_before(tokens, chunks)
    _each_of(tokens, chunks)


def _each_from(tokens: Tokens, chunks: list[Chunk]) -> None:
    """ "TWO EACH from the navy and the coast guard" are four, as in "in the towns of Lesk and Orda"."""
    k = 0
    while k + 3 < len(chunks):
        counted = chunks[k].count
        if counted is not None and _says_each(tokens, chunks[k + 1]) and chunks[k + 2].kind == PREP:
            members = _named_from(tokens, chunks, k + 3)
            if members > 1 and _times(counted, members):
                counted.stop = chunks[k].stop = chunks[k + 1].stop
                del chunks[k + 1]
        k += 1


def _each_behind(tokens: Tokens, chunks: list[Chunk]) -> None:
    """ "LESK AND HALE reported FIVE deaths EACH" are ten, as are "Lesk and Hale (5 each)"."""
    for k in range(len(chunks) - 1, 1, -1):
        counted = chunks[k - 1].count
        if counted is None or counted.qualifier != "exact" or counted.value == 1:
            continue
        if _says_each(tokens, chunks[k]):
            members = _members(tokens, chunks, k - 2)
            if members > 1 and _times(counted, members):
                counted.stop = chunks[k - 1].stop = chunks[k].stop
                del chunks[k]


def _each_before(tokens: Tokens, chunks: list[Chunk]) -> None:
    """ "Lesk, Orda and Hale EACH reported ONE death" are three, as in "three blasts EACH killed one person"."""
    for k in range(2, len(chunks)):
        counted, verb, who = chunks[k].count, chunks[k - 1], chunks[k - 2]
        if counted is None or verb.kind != VERB or verb.passive:
            continue
        if tokens.words[who.stop - 1] != "each":
            continue
        if verb.triggers and who.kind == ADVERB and k > 2:
            members = _several(chunks[k - 3].count)
            for told in _objects_of(chunks, k - 1):
                _times(told, members)
        elif counted.qualifier == "exact" and tokens.words[verb.stop - 1] in REPORTED:
            _times(counted, _members(tokens, chunks, k - 2))


def _each_of(tokens: Tokens, chunks: list[Chunk]) -> None:
    """ "EACH OF the three blasts killed TWO" are six, as in "TWO died in EACH OF the three villages"."""
    for k in range(len(chunks) - 2):
        whole = k + 2 + (chunks[k + 2].kind == ADVERB)  # "each of THE three"
        if tokens.words[chunks[k].stop - 1] != "each" or whole >= len(chunks):
            continue
        if tokens.words[chunks[k + 1].first] != "of":
            continue
        members = _several(chunks[whole].count)
        if k > 0 and tokens.words[chunks[k - 1].first] in _IN:
            _times(_there(tokens, chunks, k - 1, whole), members)
        else:
            for told in _objects_of(chunks, whole + 1):
                _times(told, members)


def _says_each(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.words[chunk.first : chunk.stop] == ["each"]


def _times(told: Counted | None, members: int) -> bool:
    """Multiply a count by so many; nothing is done where either is not told."""
    if told is None or told.value is None or told.qualifier not in _MULTIPLIED or not members:
        return False
    told.value *= members
    told.low = told.low and told.low * members
    told.high = told.high and told.high * members
    return True


def _several(told: Counted | None) -> int:
    """How many a count of a few is; 0 for others."""
    small = told is not None and told.qualifier == "exact" and told.counted == "number"
    return int(told.value or 0) if told and small and 1 < (told.value or 0) <= _SEVERAL else 0


def _named_from(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """How many are named one after the other from chunk k on."""
    sort, of = chunks[k], chunks[min(k + 1, len(chunks) - 1)]
    if sort.kind == NOUN and tokens.words[of.first] == "of":  # "in THE TOWNS OF Lesk and Orda"
        k += 2 * (tokens.words[sort.stop - 1] in settlements() | _AREAS)
    members = 1
    while k + 2 < len(chunks) and chunks[k].kind in (NOUN, ADVERB):
        joint = k + 1
        while joint + 1 < len(chunks) and chunks[joint].kind in _JOINTS:
            joint += 1
        if joint == k + 1 or chunks[joint].kind not in (NOUN, ADVERB):
            break
        members, k = members + 1, joint
    return members


def _members(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """How many are named, or counted, right before the verb, "with" or bracket at chunk k; 0 where it is not told."""
    while k >= 0 and (
        chunks[k].kind in (VERB, OPEN, ADVERB) or tokens.words[chunks[k].first] == "with"
    ):
        k -= 1
    if k >= 0 and chunks[k].count is not None:
        return _several(chunks[k].count)
    members = 0
    while k >= 0 and chunks[k].kind == NOUN:
        last = chunks[k].stop - 1
        if not tokens.capital(last - (tokens.words[last] == "each" and chunks[k].first < last)):
            break
        members += 1
        joint = k - 1
        while joint > 0 and chunks[joint].kind in _JOINTS:
            joint -= 1
        if joint == k - 1:
            break
        k = joint
    return members


def _objects_of(chunks: list[Chunk], k: int) -> list[Counted]:
    """What the verb at chunk k, and those joined to it, act on: "killed TWO and hurt FIVE"."""
    found: list[Counted] = []
    while k + 1 < len(chunks) and chunks[k].kind == VERB and not chunks[k].passive:
        told = chunks[k + 1].count
        if told is None or not chunks[k].triggers or not _number(told):
            break
        found.append(told)
        k += 2
        while k < len(chunks) and chunks[k].kind in _JOINTS:
            k += 1
    return found


def _there(tokens: Tokens, chunks: list[Chunk], k: int, whole: int) -> Counted | None:
    """The count told of each place, which chunks [k, whole] name: before them, or behind their comma."""
    if k == 0:
        behind = whole + 1 + (chunks[whole + 1].kind == COMMA) if whole + 1 < len(chunks) else whole
        told = chunks[behind].count if behind < len(chunks) else None
        return told if told is not None and _number(told) else None
    for j in range(k - 1, -1, -1):
        told = chunks[j].count
        if told is not None:
            return told if _number(told) else None
        done = chunks[j].kind == VERB and (
            chunks[j].triggers or tokens.words[chunks[j].first] in _CAME
        )
        if not done and chunks[j].kind not in _BACK:
            break
    return None


def _number(told: Counted) -> bool:
    return told.counted == "number" and told.unit in _PEOPLE
