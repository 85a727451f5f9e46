"""What the counts of a sentence share before they are read: "two EACH from Lesk and Hale", "five local and 12 foreign
guards"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.distributed import (
    SEVERAL,
    TIMES,
    each_of_them,
    objects_of,
    several,
    times,
)
from figures.extraction.frames.topic import REPORTED
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import settlements
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
_AREAS: Final = frozenset(
    "cities districts provinces states regions counties municipalities".split()
)
_ADJECTIVES: Final = ("al", "ic", "ive", "ary", "ese", "ish")


def share(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Change the counts of a sentence that share a number, a noun or a share in brackets with others of it."""
    said = frozenset(tokens.words[chunks[0].first : chunks[-1].stop])
    if not _PER_CENT.isdisjoint(said):
        _shares_aside(tokens, chunks)
    if tokens.words[chunks[0].first] in ("of", "out") and "," in said:
        _of_things(tokens, chunks)
    if "each" in said:
        _distribute(tokens, chunks)
        _each_of(tokens, chunks)
        _each_told(tokens, chunks)
        each_of_them(tokens, chunks)
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


def _distribute(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply a count by "each": "two each from the navy and the coast guard" are four."""
    k = 0
    while k + 3 < len(chunks):
        counted, each = chunks[k].count, chunks[k + 1]
        if (
            counted is not None
            and counted.value is not None
            and counted.qualifier in TIMES
            and tokens.words[each.first : each.stop] == ["each"]
            and chunks[k + 2].kind == PREP
        ):
            members = 1
            j = k + 3
            sort, of = chunks[j], chunks[min(j + 1, len(chunks) - 1)]
            if sort.kind == NOUN and tokens.words[of.first] == "of":
                # "in THE TOWNS OF Lesk and Orda"
                j += 2 * (tokens.words[sort.stop - 1] in settlements() | _AREAS)
            while j + 2 < len(chunks) and chunks[j].kind in (NOUN, ADVERB):
                joint = j + 1
                while joint + 1 < len(chunks) and chunks[joint].kind in (COMMA, AND):
                    joint += 1
                if joint == j + 1 or chunks[joint].kind not in (NOUN, ADVERB):
                    break
                members, j = members + 1, joint
            if members > 1:
                counted.value *= members
                counted.low = counted.low and counted.low * members
                counted.high = counted.high and counted.high * members
                counted.stop = chunks[k].stop = each.stop
                del chunks[k + 1]
        k += 1


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


def _each_of(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply a count by "each" behind it: "LESK AND HALE reported FIVE deaths EACH" are ten, as in "Lesk and Hale (17
    each)", "three clinics reported 12 deaths each"."""
    for k in range(len(chunks) - 1, 1, -1):
        counted = chunks[k - 1].count
        if counted is None or counted.qualifier != "exact" or counted.value is None:
            continue
        if tokens.words[chunks[k].first : chunks[k].stop] != ["each"] or counted.value == 1:
            continue
        members = _members(tokens, chunks, k - 2)
        if members > 1:
            counted.value *= members
            counted.low = counted.high = counted.value
            counted.stop = chunks[k - 1].stop = chunks[k].stop
            del chunks[k]


def _each_told(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply a count by "each" before its verb: "Lesk, Orda and Hale EACH reported one death" are three."""
    for k in range(2, len(chunks)):
        counted, verb, who = chunks[k].count, chunks[k - 1], chunks[k - 2]
        if counted is None or counted.value is None:
            continue
        if verb.kind != VERB or verb.passive or tokens.words[who.stop - 1] != "each":
            continue
        if verb.triggers and who.kind == ADVERB and k > 2:
            for told in objects_of(chunks, k - 1):  # "three blasts EACH killed two people"
                times(told, several(chunks[k - 3].count))
        elif counted.qualifier == "exact" and tokens.words[verb.stop - 1] in REPORTED:
            members = _members(tokens, chunks, k - 2)
            counted.value *= max(1, members)
            counted.low = counted.high = counted.value


def _members(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """How many are named, or counted, right before the verb, "with" or bracket at chunk j; 0 where it is not told."""
    while j >= 0 and (
        chunks[j].kind in (VERB, OPEN, ADVERB) or tokens.words[chunks[j].first] == "with"
    ):
        j -= 1
    several = chunks[j].count if j >= 0 else None
    if several is not None:
        small = several.qualifier == "exact" and 1 < (several.value or 0) <= SEVERAL
        return int(several.value or 0) if small else 0
    members = 0
    while j >= 0 and chunks[j].kind == NOUN:
        last = chunks[j].stop - 1
        if not tokens.capital(last - (tokens.words[last] == "each" and chunks[j].first < last)):
            break
        members += 1
        joint = j - 1
        while joint > 0 and chunks[joint].kind in (COMMA, AND):
            joint -= 1
        if joint == j - 1:
            break
        j = joint
    return members


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
