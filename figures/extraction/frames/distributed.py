"""Counts told of each of several: "each of three blasts killed TWO" are six, as are "three blasts each killed TWO"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    NOUN,
    PREP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens

SEVERAL: Final = 20  # so many are counted one by one: "three clinics reported 12 deaths each"
TIMES: Final = frozenset(("exact", "at_least", "more_than"))  # what "each" multiplies
_IN: Final = frozenset("in at from".split())
_CAME: Final = frozenset("came come were was".split())  # "two CAME from each of the six"
_BACK: Final = frozenset((ADVERB, NOUN, PREP))
_PEOPLE: Final = frozenset((None, "person", "household", "building"))


def each_of_them(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply the counts that are told of "each of the three blasts", "in each of the three villages" in a sentence
    that says "each"."""
    for k in range(len(chunks) - 2):
        if tokens.words[chunks[k].stop - 1] != "each":
            continue
        whole = k + 2 + (chunks[k + 2].kind == ADVERB)  # "each of THE three"
        if tokens.words[chunks[k + 1].first] != "of" or whole >= len(chunks):
            continue
        members = several(chunks[whole].count)
        if members:
            there = k > 0 and tokens.words[chunks[k - 1].first] in _IN
            for told in (
                _there(tokens, chunks, k - 1, whole) if there else objects_of(chunks, whole + 1)
            ):
                times(told, members)


def several(told: Counted | None) -> int:
    """How many a count of a few is; 0 for others."""
    small = told is not None and told.qualifier == "exact" and told.counted == "number"
    return int(told.value or 0) if told and small and 1 < (told.value or 0) <= SEVERAL else 0


def times(told: Counted, members: int) -> None:
    """Multiply a count by so many."""
    if not members or told.value is None or told.qualifier not in TIMES:
        return
    told.value *= members
    told.low = told.low and told.low * members
    told.high = told.high and told.high * members


def objects_of(chunks: list[Chunk], k: int) -> list[Counted]:
    """What the verb at chunk k, and those joined to it, act on: "killed TWO and hurt FIVE"."""
    found: list[Counted] = []
    while k + 1 < len(chunks) and chunks[k].kind == VERB and not chunks[k].passive:
        told = chunks[k + 1].count
        if told is None or not chunks[k].triggers or not _number(told):
            break
        found.append(told)
        k += 2
        while k < len(chunks) and chunks[k].kind in (AND, COMMA):
            k += 1
    return found


def _there(tokens: Tokens, chunks: list[Chunk], k: int, whole: int) -> list[Counted]:
    """The count told of each place, which chunks [k, whole] name: before them, or behind their comma."""
    if k == 0:
        behind = whole + 1 + (chunks[whole + 1].kind == COMMA) if whole + 1 < len(chunks) else whole
        told = chunks[behind].count if behind < len(chunks) else None
        return [told] if told is not None and _number(told) else []
    for j in range(k - 1, -1, -1):
        told = chunks[j].count
        if told is not None:
            return [told] if _number(told) else []
        done = chunks[j].kind == VERB and (
            chunks[j].triggers or tokens.words[chunks[j].first] in _CAME
        )
        if not done and chunks[j].kind not in _BACK:
            break
    return []


def _number(told: Counted) -> bool:
    return told.counted == "number" and told.unit in _PEOPLE
