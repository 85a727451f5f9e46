"""What the counts of a sentence share before they are read: "as many rebels", "five local and 12
foreign guards"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.distributed import distribute
from figures.extraction.groups.chunks import (
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import person_groups

_PER_CENT: Final = frozenset(("%", "percent", "cent", "pc"))
_SHARE_WORDS: Final = frozenset("per about nearly some or representing".split())
_IN_BRACKETS: Final = 7  # chunks of a share in brackets
_MANIFOLD: Final = frozenset("twice thrice times half".split())
_AS_MANY, _AN_EQUAL = frozenset(("as", "many")), frozenset(("equal", "number"))
_JOINTS: Final = frozenset(("and", "or", "/", "&"))
_CLAUSE: Final = 6  # chunks from the comma to some of them: ", it is thought that"
_PEOPLES: Final = ("an", "ese", "ish", "i")
_PEOPLE_OR_HOMES: Final = frozenset((None, "person", "household", "building", "case"))
_ADJECTIVES: Final = ("al", "ic", "ive", "ary", "ese", "ish")


def share(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Change the counts of a sentence that share a number, a noun or a share in brackets with others of it."""
    said = tokens.said(chunks[0].first, chunks[-1].stop)
    if not _PER_CENT.isdisjoint(said):
        _shares_aside(tokens, chunks)
    if tokens.words[chunks[0].first] in ("of", "out") and "," in said:
        _of_things(tokens, chunks)
    if "each" in said:
        distribute(tokens, chunks)
    if said >= _AS_MANY or said >= _AN_EQUAL:
        _before_them(tokens, chunks)
    if not _JOINTS.isdisjoint(said):
        _share_noun(tokens, chunks)


def _of_things(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Let a bare number count what it counts some of: "OF THE 497 CITIES, only 50 were not affected", "OUT OF 900
    GOATS, it is thought that 40 were lost"."""
    if "of" not in tokens.words[chunks[0].first : chunks[0].first + 2]:
        return
    whole = next((x.count for x in chunks[:3] if x.count is not None), None)
    if whole is None or whole.unit in _PEOPLE_OR_HOMES:
        return
    comma = next((k for k, x in enumerate(chunks) if x.kind == COMMA), len(chunks))
    for chunk in chunks[comma : comma + _CLAUSE]:
        if (some := chunk.count) is not None and some.unit is None and some.head is None:
            some.unit = whole.unit
            return


def _shares_aside(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Step over the share in brackets behind a count: "12 (45.6%) WERE children", "nine (30 per cent)"."""
    k = 1
    while k < len(chunks) - 1:
        if chunks[k].kind in (OPEN, COMMA) and chunks[k - 1].count is not None:
            close = CLOSE if chunks[k].kind == OPEN else COMMA  # "12, or 30 per cent, were"
            near = range(k + 1, min(len(chunks), k + _IN_BRACKETS))
            end = next((j for j in near if chunks[j].kind == close), 0)
            inside = tokens.words[chunks[k].stop : chunks[end].first] if end else []
            if inside[-1:] and inside[-1] in _PER_CENT and all(map(_of_share, inside)):
                chunks[k - 1].stop = chunks[end].stop
                del chunks[k : end + 1]
        k += 1


def _of_share(word: str) -> bool:
    """May a word tell a share: "about 45.6 per cent"?"""
    return word[0].isdigit() or word in _PER_CENT or word in _SHARE_WORDS


def _before_them(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Give "as many" and "an equal number" the number told before: "three soldiers and AS MANY rebels were killed"."""
    k, last = 0, None
    while k < len(chunks):
        chunk, counted = chunks[k], chunks[k].count
        if counted is not None and counted.qualifier == "unspecified":
            said = tokens.words[counted.first : counted.stop]
            if last is not None and "equal" in said and "number" in said:
                _set_equal(counted, last)
        elif counted is not None:
            last = counted if counted.counted == "number" and counted.high else None
        elif last is not None and tokens.words[chunk.first : chunk.stop] == ["as"]:
            again = _as_many(tokens, chunks, k)
            if again is not None:
                _set_equal(again, last)
                chunks[k : k + 2] = [Chunk(COUNT, again.first, again.stop, again)]
        k += 1


def _set_equal(counted: Counted, last: Counted) -> None:
    counted.value, counted.low, counted.high = last.value, last.low, last.high
    counted.qualifier = last.qualifier


def _as_many(tokens: Tokens, chunks: list[Chunk], k: int) -> Counted | None:
    """The people, houses or others of "as many rebels" at chunk k, "as many were"; None for others."""
    noun = chunks[k + 1] if k + 1 < len(chunks) else None
    if noun is None or noun.kind != NOUN or tokens.words[noun.first] != "many":
        return None
    first, stop = chunks[k].first, noun.stop
    if stop < len(tokens) and tokens.words[stop] == "as":
        return None  # "as many people as before"
    if tokens.words[chunks[k].first - 1] in _MANIFOLD:
        return None  # "TWICE as many", "five TIMES as many"
    if k and chunks[k - 1].kind == COMMA and stop == noun.first + 1:
        return None  # "the toll is ten, AS many were feared trapped"
    counted = Counted(first, stop, None, None, None, "exact", (first, noun.first + 1))
    if stop == noun.first + 1:
        return counted
    bits = tokens.classes[stop - 1]
    if not bits & (c.PERSON | c.BUILDING) and tokens.words[stop - 1] != "others":
        return None
    counted.head = stop - 1
    counted.unit = "person" if bits & c.PERSON else "building" if bits & c.BUILDING else None
    counted.groups = person_groups().get(tokens.words[stop - 1], ())
    return counted


def _share_noun(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Give a count with an adjective alone the noun of the next: "two INTERNATIONAL and one national AID WORKER"."""
    for first, joint, second in zip(chunks, chunks[1:], chunks[2:], strict=False):
        one, other = first.count, second.count
        if joint.kind != AND or one is None or other is None:
            continue
        if other.unit not in ("person", "building"):
            continue
        if one.head is None or one.unit in ("person", "household", "building"):
            continue
        word = tokens.words[one.head]
        peoples = tokens.capital(one.head) and tokens.capital(other.reported[1])
        endings = _PEOPLES if peoples else _ADJECTIVES  # "two LENIAN and three CASTILIAN guards"
        if one.head == one.reported[1] and word.endswith(endings) and not tokens.classes[one.head]:
            one.unit, one.groups = other.unit, other.groups
