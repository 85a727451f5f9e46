"""People right before a participle, who are its subject whatever governs them: "with 33 people hurt"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.antecedents import bare_participle, chunk_before, governed
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    QUOTE,
    STOP,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SURE: Final = frozenset(
    "projected expected estimated believed thought forecast reported set".split()
)
_KILLERS: Final = frozenset("killer murderer assassin".split())
SOME_OF: Final = frozenset("most many few majority minority bulk fraction".split())


def _aside(chunks: list[Chunk], j: int, k: int) -> bool:
    """Does only an apposition in commas stand between chunks j and k ("one man, its pilot, hurt")?"""
    return [x.kind for x in chunks[j + 1 : k]] == [COMMA, NOUN, COMMA]


def _only_participle(verb: Chunk) -> bool:
    """Is it a participle, and no past form of what people do themselves: "killed", not "drowned"?"""
    return bare_participle(verb) and all(t.shape != "intransitive" for *_, t in verb.triggers)


def _held(tokens: Tokens, between: Chunk, verb: Chunk) -> bool:
    """ "With 900 people PROJECTED to go hungry": is it only told how sure what follows is?"""
    return verb.to and between.kind == VERB and tokens.words[between.first] in _SURE


def stands_alone(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """People right before a participle are its subject, whatever governs them: "with 33 people hurt"."""
    chunk = chunks[j]
    if tokens.words[chunks[j - 1].first] == "to" and chunks[k].finite:
        if all(t.shape == "intransitive" for *_, t in chunks[k].triggers):
            return False  # "a block that was home to 12 families collapsed"
    at = chunk_before(tokens, chunks, j)
    if at > 0 and tokens.words[chunks[at].first] == "by":
        doing = chunks[at - 1]
        if doing.passive or bare_participle(doing):
            return False  # "a guard shot BY TWO MEN has died", "was stabbed BY TWO MEN who fled"
    one = at > 0 and tokens.words[chunks[at].first] == "of" and chunks[k].finite
    doer = chunks[at - 1].stop - 1
    if one and (tokens.classes[doer] & c.PERSON_ONE or tokens.words[doer] in _KILLERS):
        return False  # "the killer of 12 escaped"
    if one and tokens.words[doer] in SOME_OF and not _only_participle(chunks[k]):
        return False  # "MOST OF the 60 passengers died"; but "most of the 60 people killed"
    near = all(x.kind == ADVERB or _held(tokens, x, chunks[k]) for x in chunks[j + 1 : k])
    return (
        (near or _aside(chunks, j, k))
        and not (chunks[k].passive and chunks[k].finite)
        and chunk.count is not None
        and chunk.count.unit in (None, "person", "household", "building")
        and not (chunk.count.unit == "household" and j > 1 and chunks[j - 2].kind == COUNT)
    )


_OPENING: Final = frozenset((AND, CLAUSE, COMMA, QUOTE, STOP))


def of_one(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int:
    """The chunk of the one person whom the group at chunk j only describes, so that the finite verb at chunk k is not
    theirs: "THE CAPTAIN of a ship with 20 crew drowned", "A MAN who drove into a crowd of 200 died"; else j."""
    told, verb = chunks[j].count, chunks[k]
    if j < 2 or told is None or told.value == 1 or verb.passive or not verb.finite:
        return j
    if verb.main is None or all(t.shape != "intransitive" for *_, t in verb.triggers):
        return j
    if not governed(tokens, chunks, j) and tokens.words[chunks[j].first - 1] != "of":
        return j
    if "others" in tokens.words[told.first : told.stop] or any(
        x.kind != ADVERB for x in chunks[j + 1 : k]
    ):
        return j  # "a clerk with nine others drowned"
    i = j - 1
    while i > 0 and chunks[i].count is None and chunks[i].kind in (PREP, ADVERB, NOUN):
        i -= 1
    if i > 1 and chunks[i].kind == VERB and tokens.words[chunks[i - 1].first] == "who":
        i -= 2
    elif i + 1 < len(chunks) and chunks[i + 1].kind != PREP:
        return j
    one = chunks[i].count
    if one is None or one.value != 1 or one.unit != "person" or one.whole is not None:
        return j
    return i if i == 0 or chunks[i - 1].kind in _OPENING else j
