"""Counts of whom the words beside them tell that they count nobody more: counted twice, or not ill after all."""

from __future__ import annotations

from collections.abc import Collection

from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens

_HEALTHY = frozenset("negative ruled discarded".split())
_TWICE = frozenset(("twice", "double", "doubly"))
_COUNTED = frozenset(
    "counted counting count listed recorded registered reported tallied included entered".split()
)
_ENDS = frozenset(
    ", . ; : ( ) and but or while who which that because as since after when where if though although".split()
)
_NEAR = 8  # tokens behind a count in which it is told how they were counted


def counted_twice(tokens: Tokens, sentence: Collection[str], counted: Counted) -> bool:
    """Is it told of them that they were counted wrongly: "some bodies WERE COUNTED TWICE"? Nobody else died."""
    if _TWICE.isdisjoint(sentence):
        return False
    first = counted.first
    # "DOUBLE-COUNTED 13 bodies"
    said = {*tokens.words[max(0, first - 3) : first], *_behind(tokens, counted)}
    return not (_TWICE.isdisjoint(said) or _COUNTED.isdisjoint(said))


def found_healthy(tokens: Tokens, sentence: Collection[str], counted: Counted) -> bool:
    """Are they not ill after all: "44 of the 48 suspected cases TESTED NEGATIVE", "12 cases WERE RULED OUT"?"""
    if _HEALTHY.isdisjoint(sentence):
        return False
    said = _behind(tokens, counted)
    return "negative" in said or "discarded" in said or ("ruled" in said and "out" in said)


def _behind(tokens: Tokens, counted: Counted) -> list[str]:
    """The words behind a count, in which it is told how they were counted."""
    behind = tokens.words[counted.stop : counted.stop + _NEAR]
    return behind[: next((i for i, word in enumerate(behind) if word in _ENDS), len(behind))]
