"""Counts told again at once: in other words ("one man, a hospital guard,"), in another unit, or as they are now."""

from __future__ import annotations

from typing import Final

from figures.extraction.document.shares import size
from figures.extraction.document.told import Told
from figures.extraction.frames.same import of_family
from figures.extraction.groups.chunks import COMMA, COUNT, of_other_kind
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_NOW: Final = 3  # tokens behind a count in which "now" tells of it
_BACK: Final = 8  # figures back that may be outdated by it
_DESCRIPTION: Final = 15  # tokens in which a description of somebody ends


_MEN: Final = frozenset("man men boy boys".split())


def apposed(tokens: Tokens, before: Told, t: Told) -> bool:
    """ "One man, a hospital guard, was hurt", "three people (two women and a child)": said in other words."""
    words, stop = tokens.words, t.counted.stop
    if (
        before.category != t.category
        or size(before) != size(t)
        or words[before.counted.stop : t.counted.first] not in ([","], ["("], ["-"], [":"])
    ):
        return False
    if of_other_kind(t.counted, before.counted) or of_family(tokens, before.counted, t.counted):
        return False  # "three children, two women and a nurse", "woman, her son": a list
    if "woman" in t.counted.groups and words[before.counted.head or 0] in _MEN:
        return False  # "three men, two women and a child"
    listed = [x.kind for x in before.chunks[max(0, before.reading.at - 2) : before.reading.at]]
    if (
        listed == [COUNT, COMMA]
        and "and" in words[t.counted.first : stop]
        and words[stop : stop + 1] == ["."]
    ):
        return False  # "17 boys, two cooks, a clerk and a nurse."
    if listed == [COUNT, COMMA] and t.counted.counted == before.counted.counted == "article":
        return False  # "killing a boy, a guard, a cook, and wounding four": see each_once
    if ("child" in t.counted.groups) != (
        "child" in before.counted.groups
    ) and before.counted.groups:
        if t.counted.counted == before.counted.counted == "article" and t.counted.groups:
            return False  # "a girl, a woman"
    if before.counted.counted == "named" and words[t.counted.first] in ("the", "a", "an"):
        return _closes(tokens, stop, t.sentence.stop)
    k = stop + 1 + (words[stop + 1 : stop + 2] == ["and"])
    return (
        words[stop : stop + 1] in ([","], [")"], ["-"], ["."])
        and (k == stop + 1 or k < len(words) and bool(tokens.classes[k] & (c.VERB | c.TRIGGER)))
        and not (k < len(words) and tokens.classes[k] & (c.NUMERAL | c.ARTICLE))
    )


def equivalent(tokens: Tokens, t: Told, earlier: list[Told]) -> bool:
    """ "906 families were hit. These are EQUIVALENT TO 3,402 persons": does a count tell them in another unit?"""
    first = t.counted.first
    if tokens.words[first - 2 : first] != ["equivalent", "to"] or not earlier:
        return False
    return earlier[-1].counted.unit == "household" and t.index - earlier[-1].index == 1


def _closes(tokens: Tokens, first: int, stop: int) -> bool:
    """ "Ana Ruiz, the head of a clinic in Lesk, and …": does a comma close the description before a verb?"""
    for k in range(first, min(stop, first + _DESCRIPTION)):
        if tokens.words[k] == ",":
            return True
        if tokens.classes[k] & (c.AUXILIARY | c.CONJUNCTION):
            return False
    return False


def outdated(tokens: Tokens, told: list[Told]) -> None:
    """Make a count superseded where its sentence goes on to tell how many it is now: "reported 27 deaths on Monday,
    said 31 people had now died"."""
    for n, t in enumerate(told):
        stop = min(t.counted.stop + _NOW, t.sentence.stop)
        says = tokens.words[t.counted.first - 2] == "now"  # "had told of 31, NOW SAYS 27 died"
        says &= bool(tokens.classes[t.counted.first - 1] & c.SAID)
        if (
            not (says or "now" in tokens.words[t.counted.stop : stop])
            or t.status != "asserted"
            or t.part_of is not None
        ):
            continue
        for other in told[max(0, n - _BACK) : n]:
            same = other.index == t.index and other.category == t.category
            fewer = size(other) < size(t) or says
            if same and other.status == "asserted" and fewer and not other.part_of:
                if other.counted.adding and size(other) < size(t):
                    other.part_of, other.adds_to = t.id, None  # "TWO MORE died; 17 have now died"
                else:
                    other.status = "superseded"
