"""Who of those listed is told twice: a name behind a description, two roles of one person, and who is not: a family,
or two people as headlines list them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    RELATIVE,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import kin, load_words

# as headlines list them: "driver, PASSENGER hurt"
_TOLD_SO: Final = frozenset(
    "teen teenager passenger pedestrian cyclist motorcyclist officer deputy suspect gunman".split()
)
# jobs of which nobody has two: "GUARD and COOK killed", but "teacher and activist killed"
_AT_WORK: Final = frozenset(
    "guard cook driver nurse doctor midwife pharmacist cleaner watchman paramedic medic pilot mechanic technician"
    " interpreter translator bodyguard chauffeur soldier policeman constable farmer shepherd herder fisherman"
    " waiter student pupil patient labourer vaccinator".split()
)
_ONE_BY_ONE: Final = _TOLD_SO | _AT_WORK
_OWN: Final = frozenset("his her their".split())
_ONE_SELF: Final = (["him"], ["her"], ["he"], ["she"])
_WERE: Final = frozenset(("were", "are", "have"))
_YOUNG: Final = frozenset("son daughter brother sister grandson granddaughter nephew niece".split())


def is_name(counted: Counted) -> bool:
    """Is this person told by a name, rather than by a description or a number?"""
    return counted.counted == "named" and counted.head is None


def joint(chunks: list[Chunk], a: int, b: int) -> str:
    """What joins two groups that follow one another: "and", "," or "" for nothing between."""
    kinds = []
    i = b - 1
    while i > a and chunks[i].kind in (COMMA, AND, ADVERB):
        kinds.append(chunks[i].kind)
        i -= 1
    return "and" if AND in kinds else "," if COMMA in kinds else ""


def one_who(chunks: list[Chunk], i: int) -> bool:
    """Does the count at chunk i single out one of those just told: "two pupils, ONE WHO had mocked her"?"""
    told = chunks[i].count
    if told is None or told.counted != "number" or told.value != 1 or told.head is not None:
        return False
    relative = i + 1 < len(chunks) and chunks[i + 1].kind == RELATIVE
    return relative and i > 0 and chunks[i - 1].kind in (COMMA, OPEN)


def a_kind(chunk: Chunk) -> bool:
    """Does a chunk behind "one of them" tell who that is: "one of them A NURSE", "three of them FOREIGNERS"?"""
    return chunk.kind == NOUN or chunk.count is not None and chunk.count.counted == "article"


def each_once(tokens: Tokens, chunks: list[Chunk], ats: list[int]) -> list[int]:
    """The groups of a chain without those that name or describe one told before.

    Of a description with an article and a name the description stays: it counts.
    """
    if len(ats) < 2 or _spells_out(tokens, chunks, ats):
        return ats[:1]
    listed = any(joint(chunks, a, b) == "and" for a, b in pairwise(ats))
    many = len(ats) > 2 and not is_name(_group(chunks, ats[0]))
    listed = listed or _predicate(chunks, ats[-1], many) or _closed(tokens, chunks, ats)
    listed = listed or _were(tokens, chunks, ats[-1])
    kept = [ats[0]]
    names_left = 0  # names that spell out a number told before them
    last = ats[0]
    for at in ats[1:]:
        whole, one = _group(chunks, kept[-1]), _group(chunks, at)
        by = joint(chunks, last, at)
        last = at
        if names_left and one.value == 1 and (is_name(one) or by == ","):
            names_left -= is_name(one)
            continue
        names_left = 0
        if by != "and" and whole.counted == "number" and whole.value != 1 and is_name(one):
            names_left = int(whole.value or whole.low or 2) - 1
            continue
        if by == "and" and at == ats[-1] and _office(tokens, chunks, ats, one):
            continue
        two = len(ats) == 2 and _plural_behind(tokens, chunks, at)  # "the bride and groom WERE"
        if by == "and" and not two and (two_roles := _roles_of_one(tokens, whole, one)):
            if two_roles == "second":
                kept[-1] = at
            continue
        if by == "," and not listed and _describes_last(tokens, whole, one):
            continue
        family = of_family(tokens, whole, one) or _with_kin(tokens, chunks, ats[0], at)
        if by != "and" and not family and _same(whole, one, listed):
            his = "his" in (words := tokens.words[one.first : one.stop]) or "her" in words
            if one.counted == "article" and (one.value == 1 or his) and whole.counted == "named":
                kept[-1] = at  # "Omar Belkin, a clerk and his mother" are two
            continue
        kept.append(at)
    return kept


def _spells_out(tokens: Tokens, chunks: list[Chunk], ats: list[int]) -> bool:
    """ "Two civilians, A MAN AND HIS DAUGHTER": do single persons behind a comma come to the people just counted?"""
    whole = _group(chunks, ats[0])
    if whole.counted != "number" or whole.head is None or joint(chunks, ats[0], ats[1]) != ",":
        return False
    ones = [_group(chunks, at) for at in ats[1:]]
    if tokens.words[whole.head] not in _ANYBODY or any(x.counted == "number" for x in ones):
        return False
    return sum(x.value or 0 for x in ones) == whole.value


_ANYBODY: Final = frozenset("people persons civilians victims members relatives others".split())


def _office(tokens: Tokens, chunks: list[Chunk], ats: list[int], one: Counted) -> bool:
    """ "Omar Hale, a sheikh and THE LEADER OF a tribe": a second office of the one named first, whom two descriptions
    behind a comma tell of?"""
    if len(ats) != _TWO_OFFICES or not is_name(_group(chunks, ats[0])):
        return False
    told, close = _group(chunks, ats[1]), joint(chunks, ats[0], ats[1]) == ","
    close = close and not any(x.kind == COMMA for x in chunks[ats[1] : ats[2]])
    if not close or told.head is None or told.value != 1 or told.counted == "number":
        return False
    if one.value != 1 or one.counted == "number" or one.head is None:
        return False
    if tokens.words[one.first] not in ("the", "a", "an") or tokens.words[one.head] in kin():
        return False
    after = chunks[ats[2] + 1 :]
    if any(x.kind == VERB and tokens.words[x.first] in _WERE for x in after[:_NEAR]):
        return False  # "Omar Hale, a clerk and the mayor of Lesk WERE hurt"
    return tokens.words[one.stop : one.stop + 1] == ["of"] or tokens.words[one.head] in _OFFICES


_TWO_OFFICES: Final = 3  # groups of such a list: a name and two descriptions
_NEAR: Final = 5  # chunks behind it in which its verb stands
_OFFICES: Final = frozenset("member leader founder head chief chairman director".split())


def _describes_last(tokens: Tokens, whole: Counted, one: Counted) -> bool:
    """ "A nurse and her companion, A CLERK": is one more by an article the last of two just told?"""
    pair = whole.counted == "article" and whole.value == 2 and one.counted == "article"
    last = tokens.words[whole.first : whole.stop]
    return pair and one.value == 1 and not {"his", "her"}.isdisjoint(last)


def _closed(tokens: Tokens, chunks: list[Chunk], ats: list[int]) -> bool:
    """Do two by an article close a list of more: "a nurse, a driver, A FARMER AND A CHILD"?"""
    last = _group(chunks, ats[-1])
    if len(ats) < 3 or last.counted != "article" or last.value == 1:
        return False
    alone = all(_group(chunks, at).counted == "article" for at in ats)
    return alone and "and" in tokens.words[last.first : last.stop]


def _were(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """ "Omar Belkin, A GUARD AND A DRIVER WERE killed": do two by an article end a list of several, whose verb is of
    several too?"""
    told = _group(chunks, at)
    two = told.counted == "article" and told.value == 2
    return two and at + 1 < len(chunks) and tokens.words[chunks[at + 1].first] in _WERE


def _plural_behind(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """Has the list that ends at chunk ``at`` a verb of several: "the mayor and police chief of Lesk WERE shot"?"""
    i = at + 1
    while i + 1 < len(chunks) and chunks[i].kind == PREP and chunks[i + 1].kind == NOUN:
        i += 2
    return i < len(chunks) and tokens.words[chunks[i].first] in _WERE


def _predicate(chunks: list[Chunk], at: int, many: bool) -> bool:
    """Does "and" with one more verb close the list that ends at chunk ``at``: "killed a cook, a nurse AND HURT nine"?
    An aside would close with a comma, which may stand behind three of a list alone."""
    i = at + 1
    while i + 1 < len(chunks) and chunks[i].kind == PREP and chunks[i + 1].kind in (NOUN, COUNT):
        i += 2
    if many and i < len(chunks) and chunks[i].kind == COMMA:
        i += 1
    after = chunks[i : i + 2]
    return len(after) == 2 and after[0].kind == AND and after[1].acting and bool(after[1].triggers)


def _group(chunks: list[Chunk], at: int) -> Counted:
    counted = chunks[at].count
    assert counted is not None
    return counted


def _roles_of_one(tokens: Tokens, a: Counted, b: Counted) -> str:
    """Do two groups joined by "and" tell two roles of one person ("a clerk and former candidate", "singer and
    actor Omar Belkin")? Which of them tells who it is: "first", "second", or "" where they are two people."""
    if a.value != 1 or b.value != 1:
        return ""
    if _is_bare(tokens, b):
        if a.counted == "named" and _two_at_work(tokens, a, b):
            return ""
        return "first"  # "one founder and aid worker", too
    if _is_bare(tokens, a) and is_name(b) and b.stop - b.first > 2:
        return "second"
    return ""


def _two_at_work(tokens: Tokens, a: Counted, b: Counted) -> bool:
    """Have two told by a bare role jobs of which nobody has two?"""
    if a.head is None or b.head is None:
        return False
    one, other = tokens.words[a.head], tokens.words[b.head]
    return one != other and {one, other} <= _ONE_BY_ONE


def _is_bare(tokens: Tokens, told: Counted) -> bool:
    """A role without article, owner or name, and no relative's: "former candidate", not "bodyguard"."""
    if told.counted != "named" or told.head is None:
        return False
    owned = "'s" in tokens.words[told.first : told.head]
    determined = tokens.classes[told.first] & c.DETERMINER or tokens.words[told.first] in _OWN
    return not owned and not determined and tokens.words[told.head] not in kin()


def of_family(tokens: Tokens, a: Counted, b: Counted) -> bool:
    """Are they two of a family, or two persons as headlines list them: "kills woman, HER SON", "mother, DAUGHTER found
    dead", "woman, TODDLER hurt"?"""
    if b.head is None:
        return False
    if tokens.words[a.first : a.stop] in _ONE_SELF and tokens.words[b.first] in ("his", "her"):
        return tokens.words[b.head] in kin() or tokens.words[b.head] == "law"  # "him, HIS WIFE and"
    if a.head is None:
        return False
    one, other, first = tokens.words[a.head], tokens.words[b.head], tokens.words[b.first]
    if b.counted == "article":
        # "his wife, A SON and two guests", not "his wife, a daughter OF a judge"
        two = other in _YOUNG and one in kin() - _YOUNG
        return two and tokens.words[b.stop : b.stop + 1] != ["of"]
    if b.counted != "named":
        return False
    if first in ("her", "his"):
        return other in kin() and one in load_words("people", "she" if first == "her" else "he")
    if b.first != b.head:
        return False
    if one in load_words("people", "elders") and other in _YOUNG:
        return True
    if a.counted != "named" or tokens.words[b.stop : b.stop + 1] in ([","], ["of"]):
        return False  # "woman, nurse at a clinic, hurt"
    if one in _ONE_BY_ONE or other in _ONE_BY_ONE:
        return one != other and {one, other} <= kin() | _ONE_BY_ONE
    if other in kin() and one not in kin() and a.first == a.head:
        return True  # "MAYOR, WIFE killed"
    he, she = load_words("people", "he"), load_words("people", "she")
    sexes = one in he and other in she or one in she and other in he
    return (
        sexes or one in kin() and other in kin() and ("child" in a.groups) != ("child" in b.groups)
    )


def _with_kin(tokens: Tokens, chunks: list[Chunk], first: int, at: int) -> bool:
    """Is it somebody of the family of whom the sentence opens with: "Omar Belkin, HIS WIFE and two sons were hurt"?
    A second comma would make her the one named."""
    told = _group(chunks, at)
    if told.head is None or tokens.words[told.head] not in kin():
        return False
    if tokens.words[told.first] not in ("his", "her") or first > 1:
        return False
    return at + 1 < len(chunks) and chunks[at + 1].kind == AND


def _same(a: Counted, b: Counted, listed: bool) -> bool:
    """Are two groups parted by a comma, of one person each or of some of those told before, the same?"""
    if a.of_those and a.value == b.value and b.counted == "article":
        return True  # "two of the hurt, a nurse and a cook, died"
    if is_name(a) and b.counted == "article" and b.value == 2 and not listed:
        return True  # "Omar Belkin, a clerk and a member of the council"
    if a.value != 1 or b.value != 1 or b.adding:
        return False
    if is_name(a) != is_name(b):
        return True
    if is_name(a):
        return False
    return not listed or a.counted == "named" and b.counted == "article"
