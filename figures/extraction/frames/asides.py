"""Asides: what stands between commas, dashes or brackets beside a group, and is stepped over to find its verb.

"12 people, including three children, were" — "Ana Ruiz, a nurse, was" — "two aides - both women - were".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
    Counted,
)  # fmt: skip
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

FAR: Final = 28  # chunks a walk covers at most
PART_WORDS: Final = frozenset(
    "including include includes included among mostly mainly excluding".split()
)


# between a count and the same people in another unit
_SAID_AS: Final = frozenset((
    "comprising", "totalling", "totaling", "numbering", "representing", "constituting", "composed of", "comprised of",
    "consisting of", "made up of", "equivalent to", "equal to",
    "corresponding to", "amounting to", "i.e.", "that is", "with", "in", "from",
))  # fmt: skip
_ALL: Final = frozenset("people persons individuals members".split())
_YEARS: Final = (1900, 2100)
_SHARES: Final = frozenset(
    "percent half third thirds quarter quarters most majority population".split()
)
_BETWEEN: Final = 6  # chunks back to it
_OF_AGES: Final = frozenset(
    "both all in their his her early mid late - and aged ages s years year old".split()
)
_AGES_LONG: Final = 7  # chunks of what tells ages
_SUPPOSED: Final = frozenset("believed thought understood presumed said reported".split())
_EACH: Final = (["one"], ["both"], ["each"])
_SUPPOSED_LONG: Final = 9  # chunks of who somebody is thought to be
_OF_A_LIST: Final = frozenset((COMMA, AND, COUNT, NOUN, PREP, ADVERB, TRIGGER))
_SOME: Final = frozenset("most some all many half both mostly nearly almost".split())


def is_dash(tokens: Tokens, chunk: Chunk) -> bool:
    """A dash, which parts words as a comma or a bracket does."""
    return chunk.kind == STOP and tokens.words[chunk.first] == "-"


def speaks(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is the name at chunk j that of who speaks: "in what the mayor, ANA RUIZ, SAID was a raid"?"""
    after = chunks[j + 1 : j + 3]
    if [x.kind for x in after] != [COMMA, VERB] or after[1].triggers:
        return False
    return bool(tokens.classes[after[1].first] & c.SAID)


def _bare(verb: Chunk) -> bool:
    """May it be a participle that shares an auxiliary told before?"""
    return verb.first == verb.main and any(t.shape == "passive" for *_, t in verb.triggers)


def in_persons(whole: Counted | None, said: Counted | None) -> bool:
    """May the second count say in persons what the first says in households?"""
    if whole is None or said is None:
        return False
    return whole.unit == "household" and said.unit == "person"


def said_as(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk of those whom the one at j counts in another unit ("90 families COMPOSED OF 450 people"), or None."""
    again = chunks[j].count
    for i in range(j - 2, max(-1, j - _BETWEEN), -1):
        told = chunks[i].count
        if told is None:
            continue
        if again is None or "household" not in (told.unit, again.unit):
            return None  # most counts
        joint = tokens.words[chunks[i].stop : chunks[j].first]
        if joint[:1] == ["("] and joint[2:3] == [")"]:
            joint = joint[3:]  # "450 displaced persons (IDPS) in 90 families"
        between = " ".join(joint).strip(", (")
        families, people = (told, again) if in_persons(told, again) else (again, told)
        if between not in _SAID_AS or families is None or not in_persons(families, people):
            return None
        if between == "with" and (again is not people or not _everybody(tokens, again)):
            return None  # "300 families with 900 children"
        if between in ("in", "from") and again is not families:
            return None  # "nine families in 40 people", but "40 people in nine families"
        return i if _size(people) > _size(families) else None
    return None


def _everybody(tokens: Tokens, told: Counted | None) -> bool:
    return told is not None and told.head is not None and tokens.words[told.head] in _ALL


def _size(told: Counted | None) -> int | float:
    return (told.value or told.low or told.high or 0) if told is not None else 0


def _outside_brackets(chunks: list[Chunk], j: int) -> Iterator[int]:
    """The chunks before chunk j, the nearest first, without what stands in brackets; none past a bracket that has
    no beginning."""
    i, floor = j - 1, max(-1, j - FAR)
    while i > floor:
        if chunks[i].kind == CLOSE:
            i = next((k for k in range(i - 1, floor, -1) if chunks[k].kind == OPEN), -1)
            if i < 0:
                return
        else:
            yield i
        i -= 1


def opener(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk where the parenthesis that ends at chunk j begins, or None."""
    if chunks[j].kind == CLOSE:
        for i in range(j - 1, max(-1, j - FAR), -1):
            if chunks[i].kind == OPEN:
                return i
        return None
    dash = is_dash(tokens, chunks[j])
    if not dash and (first := _parts_opener(tokens, chunks, j)) is not None:
        return first
    if (first := _list_opener(chunks, j)) is not None:
        return first
    for i in _outside_brackets(chunks, j):
        kind = chunks[i].kind
        if kind == CLAUSE or (kind == STOP and not is_dash(tokens, chunks[i])):
            return None
        if (dash and is_dash(tokens, chunks[i])) or (not dash and kind == COMMA):
            inner = chunks[i + 1]
            word = tokens.words[inner.first]
            if word in _SOME:
                return i
            if dash or inner.kind in (RELATIVE, ADVERB, PREP) or word in PART_WORDS:
                return i
            if inner.kind == VERB and (not inner.finite or i + 2 == j and _bare(inner)):
                return i  # "were seized, shot, and killed"
            if inner.kind == TRIGGER and any(t.form == "adjective" for *_, t in inner.triggers):
                return i  # "two men, missing since May, were"
            if inner.kind == COUNT and i + 1 < j and not any(x.kind == VERB for x in chunks[i:j]):
                # an apposition ("12 people, eight men and four women, were") or a list of conjuncts?
                whole = chunks[i - 1].count if i else None
                if whole is not None and any(x.kind == AND for x in chunks[i:j]):
                    return i
                if in_persons(whole, inner.count):
                    return i  # "two families, 11 people in all, were"
            if inner.count is not None and inner.count.of_those:
                return i  # "26 nurses, two of them pregnant, were"
            if i and inner.kind in (NOUN, COUNT) and apposed(chunks, i, j):
                return i  # "Ana Ruiz, a nurse at the clinic, was"
            if inner.kind in (NOUN, COUNT) and any(x.kind == VERB for x in chunks[i:j]):
                if inner.kind == NOUN or _says(tokens, chunks, i, j):
                    return i  # ", officials said,", ", a local official said,"
            if inner.kind == NOUN and i + 2 == j:
                return i
    return None


def _says(tokens: Tokens, chunks: list[Chunk], i: int, j: int) -> bool:
    """Does the one person between the commas at chunks i and j say something: ", A LOCAL OFFICIAL SAID,"?"""
    said = chunks[i + 2]
    one = chunks[i + 1].count
    if one is None or one.counted == "number" or said.kind != VERB or said.passive:
        return False
    return bool(tokens.classes[said.main or said.first] & c.SAID) and not said.triggers


def in_brackets(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does the count at chunk j stand in brackets of its own, and is it no year: "the number of dead (12)"?"""
    told = chunks[j].count
    if not 0 < j < len(chunks) - 1 or told is None or told.counted != "number":
        return False
    if chunks[j - 1].kind != OPEN or chunks[j + 1].kind != CLOSE:
        return False
    year = told.unit is None and _YEARS[0] <= (told.value or 0) <= _YEARS[1]
    return not year and tokens.words[chunks[j - 1].first] == "("


def other_unit(tokens: Tokens, chunks: list[Chunk], at: int) -> int | None:
    """The count in brackets behind the verb that follows the one at chunk ``at``, where one tells families and the
    other people: "4,500 people affected (900 FAMILIES)"; or None."""
    if at + 4 >= len(chunks) or not in_brackets(tokens, chunks, at + 3):
        return None
    one, other = chunks[at].count, chunks[at + 3].count
    units = {x.unit for x in (one, other) if x is not None}
    return at + 3 if units == {"person", "household"} else None


def said_elsewhere(tokens: Tokens, chunks: list[Chunk], at: int, by: int) -> int | None:
    """The chunk of those whom the one at ``at``, read by chunk ``by``, counts in another unit behind the verb or behind
    a word for it ("900 families COMPRISING 4,500 refugees"), or None."""
    k = other_unit(tokens, chunks, at) if by == at + 1 else None
    return said_as(tokens, chunks, at) if k is None else k


def restated(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does the count in brackets at chunk j tell how many a share of people is: "85 percent of the population (1.9
    MILLION PEOPLE) is displaced", or a family ("a family (A COUPLE AND THEIR SON) died")?"""
    told = chunks[j].count
    if told is None or told.unit not in ("person", "household"):
        return False
    i = j - 2
    while i > 0 and chunks[i].count is None and chunks[i - 1].kind in (NOUN, PREP):
        i -= 1
    share = tokens.words[chunks[i].first : chunks[j - 1].first] if i >= 0 else []
    if chunks[j - 2].count is None and tokens.classes[chunks[j - 2].stop - 1] & c.HOUSEHOLD:
        return chunks[j - 1].kind == OPEN and chunks[j + 1].kind == CLOSE
    return not _SHARES.isdisjoint(share) and in_brackets(tokens, chunks, j)


def ages_aside(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The comma that closes the ages which the one at chunk i opens ("a couple, BOTH IN THEIR 50S, and"); else 0."""
    aged = False
    for k in range(i + 1, min(i + _AGES_LONG, len(chunks))):
        if chunks[k].kind == COMMA:
            return k if aged else 0
        for j in range(chunks[k].first, chunks[k].stop):
            digits = bool(tokens.classes[j] & c.DIGIT)
            if not digits and tokens.words[j] not in _OF_AGES:
                return 0
            aged |= digits
    return 0


def supposed(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The comma that closes what the one at chunk i opens, who somebody is thought to be ("a woman, BELIEVED TO BE HER
    MOTHER, and"); else 0."""
    first = chunks[i].stop
    first += tokens.words[first : first + 1] in _EACH
    said = tokens.words[first : first + 3]
    if said[1:] != ["to", "be"] or said[0] not in _SUPPOSED:
        return 0
    for k in range(i + 2, min(i + _SUPPOSED_LONG, len(chunks))):
        if chunks[k].kind == COMMA:
            return k
        if chunks[k].kind in (CLAUSE, CLOSE, STOP, RELATIVE, AND):
            return 0
    return 0


def apposition(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The comma that opens the apposition which ends with the comma at chunk j: "one man, its pilot, hurt"."""
    at = opener(tokens, chunks, j)
    return at if at == j - 2 and chunks[j - 1].kind == NOUN else None


def parts_between(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The comma that opens the parts which end with the comma at chunk j: "40 people, including two boys, killed"."""
    at = opener(tokens, chunks, j)
    if at is None or not at or chunks[at - 1].count is None:
        return None
    inner = chunks[at + 1]
    of_those = inner.count is not None and inner.count.of_those
    if inner.count is not None and inner.count.head is None and inner.count.value == 1:
        # "two nurses, ONE FROM A clinic AND …,"
        of_those |= any(x.kind == AND for x in chunks[at:j])
    return at if of_those or tokens.words[inner.first] in PART_WORDS | _SOME else None


def _list_opener(chunks: list[Chunk], j: int) -> int | None:
    """The comma that opens the list which ends at chunk j and spells out a number before it, or None: "three
    clerks, a man of 20, a man of 30 and a woman, were"."""
    for i in range(j - 1, max(0, j - FAR), -1):
        if chunks[i].kind in (CLAUSE, CLOSE, STOP, VERB):
            return None
        if chunks[i].kind == COMMA and _spelled_out(chunks, i, j):
            return i
    return None


def _parts_opener(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The comma that opens the list of parts which ends at chunk j, or None: "eight people, INCLUDING four clerks, a
    guard and two cooks, were"."""
    for i in _outside_brackets(chunks, j):
        if not i or chunks[i].kind not in _OF_A_LIST:
            return None
        if chunks[i].kind == COMMA and tokens.words[chunks[i + 1].first] in PART_WORDS:
            return i
    return None


def _spelled_out(chunks: list[Chunk], i: int, j: int) -> bool:
    """Do the groups between two commas add up to the one before them ("two employees, a nurse and a guard, were")?"""
    whole = chunks[i - 1].count
    if whole is None or whole.value is None or whole.value == 1:
        return False
    inner = [x.count for x in chunks[i + 1 : j] if x.kind == COUNT]
    return sum(x.value or 0 for x in inner if x is not None) == whole.value


def apposed(chunks: list[Chunk], i: int, j: int) -> bool:
    """Do the chunks between two commas describe or name the person before them?"""
    before = i - 1
    while before > 1 and chunks[before].kind == NOUN and chunks[before - 1].kind == PREP:
        before -= 2
    if chunks[before].count is None:
        return False
    return all(x.kind in (COUNT, NOUN, PREP, AND, ADVERB, TRIGGER) for x in chunks[i + 1 : j])


_NAMED_LONG: Final = 48  # chunks of an aside of names
_OF_NAMES: Final = frozenset((AND, COMMA, ADVERB, PREP, VERB))
_NAMING: Final = frozenset("identified named".split())


def named_aside(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk of those whom an aside names that ends at chunk j, as many as it counts, with their ages or not: "TWO
    WOMEN, identified as Ana Dal (50) and Mara Dal (55), died"; None where it names others."""
    names, floor = 0, max(0, j - _NAMED_LONG)
    i = j - 1
    while i > floor:
        chunk = chunks[i]
        if chunk.kind == CLOSE:
            while i > floor and chunks[i].kind != OPEN:
                i -= 1
        elif chunk.kind == NOUN or chunk.count is not None and chunk.count.counted == "named":
            names += tokens.capital(chunk.first)
        elif chunk.kind == VERB and tokens.words[chunk.stop - 1] not in _NAMING:
            return None
        elif chunk.kind == COUNT or chunk.kind not in _OF_NAMES and not is_dash(tokens, chunk):
            break
        i -= 1
    told = chunks[i].count if i >= 0 else None
    if told is None or told.counted != "number" or told.unit not in (None, "person"):
        return None
    return i if names > 1 and told.value == names else None


def be_behind(tokens: Tokens, chunks: list[Chunk], k: int, be: frozenset[str]) -> int:
    """The verb "were" behind chunk k and where or when it was: "killed IN THE RAID WERE"; 0 where there is none."""
    j = k + 1
    while j + 1 < len(chunks) and chunks[j].kind == PREP and chunks[j + 1].kind == NOUN:
        j += 2
    there = j < len(chunks) and chunks[j].kind == VERB and tokens.words[chunks[j].first] in be
    return j if there else 0
