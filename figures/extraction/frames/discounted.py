"""Counts of whom the words beside them tell that they count nobody more: counted twice, or not ill after all."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_HEALTHY: Final = frozenset("negative ruled discarded".split())
_TWICE: Final = frozenset(("twice", "double", "doubly"))
_COUNTED: Final = frozenset(
    "counted counting count listed recorded registered reported tallied included entered".split()
)
_ENDS: Final = frozenset(
    ", . ; : ( ) and but or while who which that because as since after when where if though although".split()
)
_NEAR: Final = 8  # tokens behind a count in which it is told how they were counted


def nobody_more(
    tokens: Tokens,
    sentence: Collection[str],
    counted: Counted,
    category: str,
    span: tuple[int, int],
) -> bool:
    """Is nobody more told by a trigger at ``span``: of another event, of those counted twice, of the dead who live?"""
    if "another" in sentence and another_event(tokens, sentence, counted):
        return True
    if counted_twice(tokens, sentence, counted):
        return True
    if category != "killed":
        return False
    return came_back(tokens, sentence, counted, span) or claims_that(tokens, counted, span)


def claims_that(tokens: Tokens, counted: Counted, span: tuple[int, int]) -> bool:
    """ "The army CLAIMED 12 people WERE hurt in the attack": is it told what somebody says of them, not that they
    died?"""
    if span[0] >= counted.first or tokens.words[span[0]] not in _CLAIM:
        return False
    words, classes = tokens.words, tokens.classes
    for i in range(counted.stop, min(counted.stop + _NEAR, len(words))):
        if words[i] in _ENDS:
            return False
        if classes[i] & c.AUXILIARY:
            return True
        if i == counted.stop and classes[i] & c.TRIGGER:
            return not words[i].endswith("ing")  # "claimed 12 people FLED"
    return False


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


def came_back(
    tokens: Tokens, sentence: Collection[str], counted: Counted, span: tuple[int, int]
) -> bool:
    """Are those told dead by the trigger at ``span`` alive after all: "two people REPORTED DEAD were found ALIVE"?"""
    if _ALIVE.isdisjoint(sentence):
        return False
    first, stop = span
    said = first if tokens.words[first] in _SAID_TO_BE else first - 1
    if said != counted.stop or tokens.words[said] not in _SAID_TO_BE:
        return False
    words, classes = tokens.words, tokens.classes
    for i in range(stop, min(stop + _NEAR, len(words) - 1)):
        if words[i] in _ENDS or words[i] in _NOT:
            return False
        if words[i] in _ALIVE:
            if words[said] in _FEARED and not _RESCUED.isdisjoint(words[stop:i]):
                return False  # the fear is left behind, see saying.py
            return bool(classes[i + 1] & _NO_NOUN)  # not "buried in SAFE GROUND"
    return False


_CLAIM: Final = frozenset("claim claims claimed claiming".split())
_ALIVE: Final = frozenset("alive safe unharmed unhurt".split())
_SAID_TO_BE: Final = frozenset(
    "reported feared presumed believed thought declared listed assumed pronounced".split()
)
_FEARED: Final = frozenset("feared presumed believed thought assumed".split())
_RESCUED: Final = frozenset("found turned rescued".split())
_NOT: Final = frozenset(("not", "never", "none"))
_NO_NOUN: Final = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.ADVERB | c.TIME


def another_event(tokens: Tokens, sentence: Collection[str], counted: Counted) -> bool:
    """ "Four shootings, one in Lesk, killing three, and ANOTHER IN ORDA": is it one more event that a bare "another"
    tells of, and nobody killed in it?"""
    i = counted.first
    bare = counted.stop == i + 1 and tokens.words[i] == "another"
    if not bare or tokens.words[i + 1 : i + 2] not in _THERE or "one" not in sentence:
        return False
    before = tokens.words[max(0, i - _EARLIER) : i]
    events = load_words("incidents", "events")
    return any(w.endswith("s") and w.removesuffix("s") in events for w in before)


_THERE: Final = (["in"], ["at"], ["near"], ["on"], ["outside"])
_EARLIER: Final = 30  # tokens from the events told together to another of them


def _behind(tokens: Tokens, counted: Counted) -> list[str]:
    """The words behind a count, in which it is told how they were counted."""
    behind = tokens.words[counted.stop : counted.stop + _NEAR]
    return behind[: next((i for i, word in enumerate(behind) if word in _ENDS), len(behind))]
