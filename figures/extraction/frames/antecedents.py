"""Who a relative clause tells of: the people before its "who", past asides and names that spell them out."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.asides import is_dash, opener
from figures.extraction.frames.beside import of_things
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
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import kin

PLURAL: Final = frozenset("were are".split())
# words of the class of prepositions that open a clause, a part or a hedge rather than govern a noun
_NO_GOVERNORS: Final = frozenset(
    "including excluding about over under around after before since until as than".split()
)
_THOUGH: Final = frozenset(("though", "although"))
_INNER: Final = frozenset((NOUN, TRIGGER, PREP, ADVERB, COUNT))
_CONCEDED: Final = 6  # chunks of what is conceded
# "who said 12 men were shot", "who was a clerk was"
_NO_OBJECT: Final = c.SAID | c.AUXILIARY | c.MODAL


def chunk_before(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk before chunk j, a determiner left out ("across all 34 provinces"); -1 where there is none."""
    at = j - 1
    if at > 0 and tokens.words[chunks[at - 1].first : chunks[j].first] == ["on", "board"]:
        return at - 1  # "85 men ON BOARD six boats"
    if of_owner(tokens, chunks, j):
        return at - 1
    if at >= 0 and chunks[at].kind == ADVERB:
        first = chunks[at].first
        if tokens.classes[first] & c.DETERMINER and tokens.words[first] != "that":
            at -= 1
    return at


def governed(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is chunk j the object of a preposition other than those that hold a part or a quantity?"""
    at = chunk_before(tokens, chunks, j)
    if at < 0 or chunks[at].kind != PREP:
        return False
    words, first = tokens.words, chunks[at].first
    if words[first : chunks[j].first] == ["in", "all"]:
        counted = chunks[j].count  # "in all 26 people died": a total, and no place
        return counted is None or counted.unit not in (None, "person")
    return words[first] not in _NO_GOVERNORS


def of_owner(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does whose they are stand between a preposition and those at chunk j: "of THE TOWN'S 9,000 people"?"""
    if j < 2 or chunks[j - 1].kind != NOUN or chunks[j - 2].kind != PREP:
        return False
    return tokens.words[chunks[j - 1].stop - 1] in ("'s", "'") and (
        tokens.words[chunks[j - 2].first] not in _NO_GOVERNORS
    )


def bare_participle(verb: Chunk) -> bool:
    """Is it a participle of what was done to somebody, without an auxiliary: "nine KILLED"?"""
    return verb.first == verb.main and any(t.shape == "passive" for *_, t in verb.triggers)


def aside_opens(chunks: list[Chunk], j: int) -> int:
    """The comma before the participle on which the relative clause at chunk j hangs; 0 where there is none."""
    for i in range(j - 1, 0, -1):
        if chunks[i].kind == COMMA:
            verb = chunks[i + 1]
            return i if i < j - 1 and verb.kind == VERB and bare_participle(verb) else 0
    return 0


def past_clause(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int:
    """The chunk before what is told of those at it, with a clause of its own that ends with the verb at chunk j, so
    that the verb at chunk k is theirs: "TEN MINERS who were trapped when a mine collapsed were found dead"; j where
    there is none."""
    if said_to_be(tokens, chunks, j, k):
        return j - 1  # "TWO MEN reported dead were found alive"
    if chunks[k].passive and sent_there(chunks, j, k):
        return j - 1  # "FOUR SOLDIERS sent to guard a bridge were killed"
    inner = not (chunks[j].to or tokens.words[chunks[j].stop - 1].endswith("ing"))
    if not (inner and chunks[k].finite):
        return j
    i = j - 1
    while i > 0 and chunks[i].kind in _INNER:
        i -= 1
    if i and chunks[i].kind == RELATIVE and tokens.words[chunks[i].first] == "whose":
        return i - 1  # "FAMILIES whose homes were flooded were moved"
    if i < 2 or chunks[i].kind != CLAUSE:
        return j
    for n in range(i - 1, -1, -1):
        if chunks[n].kind == RELATIVE:
            return n - 1
        if chunks[n].kind == COUNT and bare_participle(chunks[n + 1]):
            return n
        if chunks[n].kind != VERB and chunks[n].kind not in _INNER:
            break
    return j


_REPORTED: Final = frozenset(
    "reported listed declared pronounced believed thought presumed".split()
)


def said_to_be(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Is chunk j what those right before it were said to be, and the finite verb at chunk k, right behind, theirs?"""
    said = tokens.words[chunks[j].first] in _REPORTED and bool(chunks[j].triggers)
    return said and j + 1 == k and chunks[k].finite and chunks[j - 1].kind == COUNT and j > 0


_ERRAND: Final = frozenset((PREP, NOUN, ADVERB))


def sent_there(chunks: list[Chunk], j: int, k: int) -> bool:
    """Is the past form at chunk j a participle of those counted right before it, since the verb at chunk k is theirs
    and nothing joins the two: "four soldiers SENT to Lesk were killed"?"""
    verb = chunks[j]
    if verb.first != verb.main or not j or chunks[j - 1].kind != COUNT or not chunks[k].finite:
        return False
    between = chunks[j + 1 : k]
    return bool(between) and all(x.kind in _ERRAND or x.kind == VERB and x.to for x in between)


_UNCOUNTED: Final = frozenset("those them anyone everyone people".split())
_OF_THEMSELVES: Final = frozenset("body bodies remains corpse corpses skeleton skeletons".split())


def of_others(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Is the verb at chunk k, in the relative clause that chunk j opens, told of others than a count before it: of
    people whom nobody counted ("40 people, and THOSE who drowned"), or of somebody theirs ("a child WHOSE PARENTS
    were killed", but "900 families whose homes were destroyed")?"""
    before, words = chunks[j - 1], tokens.words
    if before.count is None and words[before.stop - 1] in _UNCOUNTED:
        return True
    if words[chunks[j].first] != "whose" or any(x.kind == VERB for x in chunks[j + 1 : k]):
        return False
    last = chunks[j + 1].stop - 1
    if tokens.classes[last] & c.BUILDING:
        if governed(tokens, chunks, j - 1):
            return True  # "a spokesman for 300 families whose homes were burned": not he
        # "including SIX WHOSE HOMES WERE CRUSHED": the homes, and not those who died in them
        return all(t.category == "casualties" for *_, t in chunks[k].triggers)
    return words[last] not in _OF_THEMSELVES


def past_relative(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int:
    """The chunk before the relative clause whose verb acts on the group at chunk j, so that the verb at chunk k is not
    that group's: "A MAN who tried to rob a clerk was shot"; j where there is none."""
    i = j - 1
    if bare_participle(chunks[k]):
        return j  # "who left two clerks hurt"
    while i > 0 and chunks[i].kind in (VERB, ADVERB):
        bits = tokens.classes[chunks[i].stop - 1]
        if chunks[i].kind == VERB and (chunks[i].passive or bits & _NO_OBJECT):
            return j
        if chunks[i].acting and not chunks[i].to:
            return j  # see subject
        i -= 1
    if i in (0, j - 1) or tokens.words[chunks[i].first] != "who":
        return j
    told, who = chunks[j].count, chunks[i - 1].count
    one = told is not None and told.value == 1
    if not one and who is not None and who.value == 1:
        return j if tokens.words[chunks[k].first] in PLURAL else i - 1
    return i - 1


def before_phrase(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk before a distance, or a phrase of coordinated nouns, that ends at chunk j ("from A and the B")."""
    if tokens.classes[chunks[j].stop - 1] & c.PERSON:
        return None
    word = chunks[j - 1]
    if j > 1 and word.kind == TRIGGER and tokens.classes[word.first] & c.PREPOSITION:
        return j - 1 if chunks[j - 2].kind == COUNT else None  # "including 900 IN PHASE 4 are"
    i = j - 1
    while i > 0 and (chunks[i].kind in (AND, NOUN, CLOSE, OPEN) or of_things(chunks[i])):
        i -= 1
    if i > 0 and i < j - 1 and chunks[i].kind == PREP and chunks[j - 1].kind in (AND, CLOSE):
        return i - 1
    if i == j - 2 and chunks[i].kind == VERB and tokens.classes[chunks[i + 1].stop - 1] & c.NUMERAL:
        return i  # "a painter fell 20 FEET and died"
    return None


def cut_off(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """Does "and" alone, or ", then", part the object of another verb, at chunk j, from the verb at chunk k:
    "robbers tied up TWO SAILORS AND escaped"? A verb that no list knows stands in the noun group before it."""
    if (
        j < 1
        or j + 1 == k
        or not chunks[k].finite
        or any(x.kind != ADVERB for x in chunks[j + 2 : k])
    ):
        return False
    then = chunks[j + 1].kind == COMMA and tokens.words[chunks[j + 2].first] == "then"
    if chunks[j + 1].kind != AND and not then:
        return False
    before = chunks[j - 1]
    return (
        before.kind == NOUN
        or before.kind == VERB
        and not before.passive
        and before.main is not None
    )


def doer_before(chunks: list[Chunk], j: int) -> list[int]:
    """Whom the verb at chunk j, or before it, is told of: "A MAN chased two girls and was shot"."""
    while j > 0 and chunks[j - 1].kind in (ADVERB, RELATIVE):
        j -= 1
    return [j - 1] if j and chunks[j - 1].count is not None else []


def conceded(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk before what is conceded between commas, the last of them chunk j: "a nurse, THOUGH NOT SHOT, was"; j
    where nothing is."""
    for i in range(j - 1, max(0, j - _CONCEDED), -1):
        if chunks[i].kind == VERB and participle_aside(tokens, chunks, i):
            return i - 2
        if chunks[i].kind == CLAUSE:
            though = tokens.words[chunks[i].first] in _THOUGH and chunks[i - 1].kind == COMMA
            return i - 2 if though and i > 1 else j
        if chunks[i].kind == COMMA:
            return j
    return j


def participle_aside(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does the participle at chunk i tell between commas of those counted before: "two men, SHOT in a raid, died"?"""
    verb = chunks[i]
    if i < 2 or chunks[i - 1].kind != COMMA or chunks[i - 2].kind != COUNT:
        return False
    past = tokens.words[verb.stop - 1].endswith(("ed", "en", "wn", "t"))
    return verb.first == verb.main and past and chunks[i + 1].kind in (PREP, ADVERB)


def antecedent_of_who(tokens: Tokens, chunks: list[Chunk], j: int) -> list[int]:
    """The people right before the "who" at chunk j, whatever governs them: "as told by Ana Ruiz, who was shot"."""
    if tokens.words[chunks[j].first] not in ("who", "whom"):
        return []
    i = j - 1
    if i > 0 and is_dash(tokens, chunks[i]):  # "three men—Ali and his sons—WHO were killed"
        opened = (n for n in range(i - 1, 0, -1) if is_dash(tokens, chunks[n]))
        i = next(opened, i + 1) - 1
    while i >= 0 and chunks[i].kind in (COMMA, ADVERB):
        at = opener(tokens, chunks, i) if chunks[i].kind == COMMA else None
        if at is not None and any(x.kind == VERB for x in chunks[at:i]):
            at = None  # "killed the mayor, wounding A CLERK, who died"
        i = i - 1 if at is None else at - 1  # "six priests, five of them from Lesk, who"
        if at is not None and (one := _kin_of(tokens, chunks, i)):
            return one
    if i > 2 and chunks[i].count is None and _one_of(tokens, chunks, i, j):
        i -= 2
    told = chunks[i].count if i > 0 else None
    if told is None or told.unit not in ("person", None):
        return []  # but "there were 400 OTHERS who drowned"
    first = i
    if i > 2 and chunks[i - 1].kind == AND and (other := chunks[i - 2].count) is not None:
        # "of the 55 clerks and seven nurses who died"
        first = i - 2 if other.unit == "person" else i
    if chunks[chunk_before(tokens, chunks, first)].kind not in (PREP, VERB):
        first = i
    governed = chunks[chunk_before(tokens, chunks, first)].kind in (PREP, VERB)
    return list(dict.fromkeys((first, i))) if governed else []


def _one_of(tokens: Tokens, chunks: list[Chunk], i: int, j: int) -> bool:
    """Is it one person whom the noun at chunk i describes: "shot at THE BISHOP OF ORDA, who was hurt"?"""
    told = chunks[i - 2].count
    if told is None or told.value != 1 or told.unit != "person" or told.head is None:
        return False
    if tokens.words[told.head] in kin():
        return False  # "the sister of Belkin, who was shot"
    of = chunks[i].kind == NOUN and tokens.words[chunks[i - 1].first] == "of"
    return of and tokens.words[chunks[j].stop] not in PLURAL


def _kin_of(tokens: Tokens, chunks: list[Chunk], i: int) -> list[int]:
    """The relative of the one at chunk i whom a name spells out: "A COUSIN of the mayor, Ali Belkin, who died"."""
    told = chunks[i - 2].count if i > 1 and chunks[i - 1].kind == PREP else None
    if told is None or told.value != 1 or told.head is None:
        return []
    of = tokens.words[chunks[i - 1].first] == "of" and tokens.words[told.head] in kin()
    return [i - 2] if of else []


def past_year(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk of the noun before the one at chunk j, past a year between the two: "from POST-2014 LENIA", "in
    LESK'S 1939 BORDERS"."""
    i = j - 1
    if (
        i > 1
        and chunks[i].kind == chunks[i - 1].kind == NOUN
        and tokens.classes[chunks[i].first] & c.DIGIT
    ):
        joined = tokens.words[chunks[i].first - 1] in ("-", "'s")
        return i - 1 if joined and chunks[i - 2].kind == PREP else i
    return i
