"""What "including" opens and where it ends: "eight people, including four clerks, were", "19, including two clerks, and
another 23"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.frames.antecedents import bare_participle
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    STOP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import kin


def including(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The counted group that is said to include the one at chunk j, or None; between them may stand whose they are:
    "five members OF A FAMILY including three girls"."""
    if j < 2 or tokens.words[chunks[j - 1].first] != "including":
        return None
    whole = j - 2 - (chunks[j - 2].kind == COMMA)
    if whole == j - 2 > 1 and chunks[whole].kind == NOUN and chunks[whole - 1].kind == PREP:
        whole -= 2
    return whole if whole >= 0 and chunks[whole].kind == COUNT else None


# what opens a clause that tells how it came
_HOW: Final = frozenset(("when", "as", "after", "because", "where"))
_CLAUSE: Final = 10  # chunks of such a clause, at most
MAJORITY: Final = frozenset(("majority", "bulk"))
MOST: Final = frozenset("most many some several all".split())
_SOME: Final = frozenset(("including", "mostly", "mainly"))
_SERIAL: Final = 3  # items of a list with a comma before its "and"


def whole_of_list(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int | None:
    """The counted group of which a list that ends at chunk j tells parts, though no comma closes it: "eight people,
    including four clerks and two cooks WERE killed". None where those who end the list are too many, or are parted
    from it by a comma ("12 men, including two boys and a girl, and 30 women were"), or where the verb is theirs
    alone ("… and a cook was hurt")."""
    if tokens.words[chunks[k].first] in ("was", "is", "has"):
        return None
    last = chunks[j].count
    if last is not None and last.unit is None and bare_participle(chunks[k]):
        return None  # "773 casualties, including 581 deaths and 192 INJURED"
    parts: int | float = 0
    joined = serial = False
    items = 0
    i = j
    while i > 1:
        counted = chunks[i].count
        if chunks[i].kind not in (COUNT, NOUN):
            return None
        parts += counted.value or counted.low or 0 if counted is not None else 0
        inner = "and" in tokens.words[chunks[i].first : chunks[i].stop]  # "women and children"
        if inner and serial:
            return None
        joined |= inner
        left = i - 1
        if chunks[left].kind == ADVERB and tokens.words[chunks[left].first] not in _SOME:
            left -= 1  # "ELDERLY citizens"
        items += 1
        if tokens.words[chunks[left].first] in _SOME:
            if serial and items < _SERIAL:
                return None
            whole = left - 1 - (chunks[left - 1].kind == COMMA)
            of = whole > 1 and chunks[whole].count is None and chunks[whole].kind == NOUN
            if of and chunks[whole - 1].kind == PREP:
                whole -= 2  # "20 members OF A FAMILY, including"
            told = chunks[whole].count if whole >= 0 and joined else None
            if told is None or whole and chunks[whole - 1].acting:
                return None  # "killed 12, including two boys and six women were hurt"
            return whole if parts <= (told.value or told.high or told.low or 0) else None
        if chunks[left].kind == PREP:
            i = left - 1  # "a clerk from Lesk"
            continue
        if chunks[left].kind == AND:
            serial = chunks[left - 1].kind == COMMA  # "including A, B, AND C were", three at least
            if joined:
                return None
            joined = True
            left -= 1 + serial
        elif chunks[left].kind == COMMA and joined:
            left -= 1
        else:
            return None
        i = left
    return None


def of_kin(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "Including THE PARENTS OF TWO PUPILS": whose kin they are, not who they are."""
    if j < 2 or tokens.words[chunks[j - 1].first] != "of":
        return False
    return tokens.words[chunks[j - 2].stop - 1].removesuffix("s") in kin() | {"parent"}


def up_to_whole(
    tokens: Tokens, chunks: list[Chunk], ats: list[int], whole: Counted
) -> tuple[list[int], list[int]]:
    """The parts of a list, and what is told beside the whole: "killed 19, including six children, AND ANOTHER 23", "…,
    AS WELL AS A GUARD"."""
    total: int | float = 0
    limit = whole.value or whole.high
    for n, at in enumerate(ats):
        told = chunks[at].count
        total += (told.value or told.low or 0) if told is not None else 0
        more = limit is not None and total > limit and whole.high is not None
        apart = n and chunks[at - 2].kind == COMMA and tokens.words[chunks[at - 1].first] == "as"
        if n and told is not None and (told.adding or more or apart):
            return ats[:n], ats[n:]
    return ats, []


def parted_from(chunks: list[Chunk], at: int) -> bool:
    """ "92 clerks, including 20 nurses, AND 17 COOKS WERE hurt": does ", and" part the group at chunk ``at``, which has
    the verb right behind it, from the one part told?"""
    if (
        at < 5
        or at + 1 >= len(chunks)
        or not (chunks[at + 1].kind == VERB and chunks[at + 1].finite)
    ):
        return False
    return [x.kind for x in chunks[at - 5 : at]] == [COMMA, PREP, COUNT, COMMA, AND]


def past_parts(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """The chunk behind the parts told of chunk k behind a comma: "another 23, AMONG THEM TEN BOYS, in Hale"; the next
    one where none are told."""
    j = k + 2
    if j >= len(chunks) or chunks[j - 1].kind != COMMA:
        return k + 1
    if tokens.words[chunks[j].first] not in ("including", "among"):
        return k + 1
    while j < len(chunks) and chunks[j].kind in (PREP, NOUN, COUNT, AND):
        j += 1
    if j == len(chunks) or chunks[j].kind == STOP:
        return j
    return j + 1 if chunks[j].kind == COMMA else k + 1


def clause_ends(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "Twelve died WHEN A FERRY SANK, including two boys": does the clause that opens at chunk j count nobody, and
    "including" stand right behind its comma? Not behind people whom it may name: "when it hit a bus of PUPILS, …"."""
    if tokens.words[chunks[j].first] not in _HOW:
        return False
    for k in range(j + 1, min(j + _CLAUSE, len(chunks) - 1)):
        if chunks[k].kind == COMMA:
            people = (
                chunks[k - 1].kind != VERB and tokens.classes[chunks[k - 1].stop - 1] & c.PERSON
            )
            after = tokens.words[chunks[k + 1].first :][:2]
            return not people and (after[:1] == ["including"] or after == ["among", "them"])
        if chunks[k].kind not in (NOUN, VERB, PREP, ADVERB):
            return False
    return False


def of_most(tokens: Tokens, opened: Chunk) -> bool:
    """ "202,000 fled, THE MAJORITY (127,000 people) in Orda", "MOST OF THEM (127,000)": what a bracket opens behind."""
    words, first = tokens.words, opened.first
    if words[first - 1] in MAJORITY:
        return True
    return words[first - 2 : first] == ["of", "them"] and words[first - 3] in MOST


def goes_on(chunks: list[Chunk], at: int) -> bool:
    """Does the list go on behind chunk ``at``, rather than spell it out?"""
    joints = [x.kind for x in chunks[at + 1 : at + 5]]
    return any(pair == (COMMA, AND) for pair in pairwise(joints))


def died_since(chunks: list[Chunk], r: Reading) -> bool:
    """ "…, including a child, AND TWO GUARDS SUCCUMBED to their wounds": a clause of their own, behind ", and"."""
    joints = [x.kind for x in chunks[max(0, r.at - 2) : r.at]]
    return joints == [COMMA, AND] and r.by == r.at + 1 and r.trigger.shape == "intransitive"


def by_others(tokens: Tokens, chunks: list[Chunk], *ats: int) -> bool:
    """ "46 KILLINGS BY rebels, 12 BY the army": is it told behind each group who did it?"""
    return all(tokens.words[chunks[at].stop : chunks[at].stop + 1] == ["by"] for at in ats)


def last_part(chunks: list[Chunk], at: int, by: int) -> int:
    """The part that ends a list right before its whole's verb, chunk ``by``: "eight people, including four clerks and
    TWO COOKS were killed"; 0 where there is none."""
    i = at + 1
    while i + 1 < len(chunks) and chunks[i].kind == PREP:
        i += 2
    if i + 1 >= len(chunks) or chunks[i].kind != AND:
        return 0
    i += 1
    verb = next((k for k in range(i, len(chunks)) if chunks[k].kind == VERB), 0)
    return i if chunks[i].kind == COUNT and verb == by else 0


def by_nation(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "Two priests, ONE GERMAN AND ONE ITALIAN": is it told behind a comma, at chunk j, of what nations some are?"""
    if chunks[j - 1].kind != COMMA:
        return False
    heads = [x.count.head for x in chunks[j : j + 3 : 2] if x.count is not None]
    joined = [x.kind for x in chunks[j + 1 : j + 2]] == [AND]
    return joined and len(heads) == 2 and all(h and tokens.classes[h] & c.DEMONYM for h in heads)


_THE: Final = frozenset("the his her their its".split())
_ENDS: Final = frozenset((AND, COMMA, STOP, VERB))


def one_included(tokens: Tokens, chunks: list[Chunk], j: int, told: Counted) -> bool:
    """ "Five dead, including THE GUNMAN", "among them THE PILOT": is it one of those told, by what he is alone? Not
    where a name follows, which tells him itself."""
    words = tokens.words
    if told.head is not None and words[told.head] == "suspect":
        told.groups += ("attacker",)
    before = chunks[j - 1].first
    if told.counted != "named" or words[before] != "including" and words[before - 1] != "among":
        return False
    if "attacker" in told.groups:
        return True
    if words[told.first] not in _THE or told.value != 1 or told.head is None:
        return False
    after = chunks[j + 1 : j + 3]
    if not after or after[0].kind not in _ENDS and words[after[0].first] != ")":
        return False
    return len(after) < 2 or after[1].count is None or after[1].count.counted != "named"
