"""Counts that are put in the place of others ("the toll was put at 21 but later revised down to 17") or set beside them
("12, compared with nine")."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import ADVERB, NOUN, OPEN, PREP, VERB, Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

CORRECTED: Final = frozenset("revised corrected lowered raised reduced cut adjusted".split())
_REVISED: Final = CORRECTED | frozenset("was down up upward upwards downward downwards to".split())
_AGAINST: Final = frozenset(("against", "versus", "vs"))
COMPARING: Final = _AGAINST | {"compared"}
_GIVEN: Final = frozenset(
    "the a an its their previously earlier previous initial initially original originally officially official"
    " preliminary reported announced estimated given stated toll figure number total tally count of".split()
)
_BEFORE: Final = frozenset("the just only a total of".split())  # a number set against another


def set_against(tokens: Tokens, chunks: list[Chunk], k: int) -> tuple[int, int] | None:
    """The "compared with", "against" or "versus" right before the count at chunk k, as tokens; None without one."""
    words, start = tokens.words, chunks[0].first
    stop = chunks[k].first
    while stop > start and words[stop - 1] in _BEFORE:
        stop -= 1
    if stop > start and words[stop - 1] in _AGAINST:
        return stop - 1, stop
    compared = stop > start + 1 and words[stop - 1] in ("to", "with")
    return (stop - 2, stop) if compared and words[stop - 2] == "compared" else None


def revised(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk of the count that takes the place of a toll's, behind the clause word at chunk j; else 0."""
    at = j + 1
    while at < len(chunks) and chunks[at].kind in (ADVERB, NOUN, PREP, VERB):
        at += 1
    if at == len(chunks) or (told := chunks[at].count) is None or told.unit is not None:
        return 0
    span = range(chunks[j].stop, chunks[at].first)
    bare = all(tokens.words[i] in _REVISED or tokens.classes[i] & c.ADVERB for i in span)
    return at if span and bare and tokens.words[span[-1]] == "to" else 0


def put_right(tokens: Tokens, chunks: list[Chunk], k: int, j: int) -> bool:
    """ "A toll of 21, then REVISED it to 17": is the count at chunk k corrected by the one at chunk j?"""
    words = tokens.words
    if words[chunks[j - 1].first] == "from":
        return False  # "stands at 85, revised FROM 88": the other way round
    verbs = (x for x in chunks[k + 1 : j] if x.kind == VERB)
    return any(
        not CORRECTED.isdisjoint(words[x.first : x.stop])
        or words[x.stop - 1 : x.stop + 1] == ["brought", "down"]
        for x in verbs
    )


def link_of(tokens: Tokens, first: int, before: Chunk) -> str:
    """The word that links the count at token ``first`` to what stands before it: the last of the chunk ``before``, or
    the "from" of "rose FROM THE PREVIOUSLY REPORTED 143"."""
    i = first - 1
    while i > 0 and tokens.words[i] in _GIVEN:
        i -= 1
    return "from" if tokens.words[i] == "from" else tokens.words[before.stop - 1]


def opens_comparison(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "The number of children killed has tripled (115 COMPARED TO 39)"."""
    after = chunks[j].stop
    return chunks[j - 1].kind == OPEN and tokens.words[after : after + 1] == ["compared"]


def up_to(chunks: list[Chunk], chunk: Chunk) -> bool:
    """ "Death toll in bus plunge UP TO 19": as headlines, which have no verb, say that it rose."""
    count = chunk.count
    if count is None or count.qualifier != "up_to" or any(x.kind == VERB for x in chunks):
        return False
    count.low, count.qualifier = count.value, "exact"
    return True
