"""Objects: the groups that follow a verb or a preposition as its object, and which of them begin an own clause."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.asides import ages_aside, supposed
from figures.extraction.frames.beside import of_things
from figures.extraction.frames.joined import graded
from figures.extraction.frames.same import each_once, one_who
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    QUOTE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
    of_other_kind,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_BRACKET: Final = 12  # chunks in a bracket that a walk steps over
_THEM: Final = frozenset(("them", "whom"))
_THEIR: Final = frozenset("their his her its".split())
_NOMINATIVE: Final = frozenset("he she they we".split())
_OPENING: Final = frozenset("after before while when by since".split())
_NAMING: Final = frozenset("named called dubbed nicknamed aged".split())
_OFFICES: Final = 10  # chunks of the offices of who speaks
_INVERTED: Final = frozenset(("said", "says"))  # may stand before who says it
_SINGULAR: Final = frozenset("was has is hasn't wasn't isn't".split())


def objects(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The groups that follow chunk k as its object: the first at once, more joined to it."""
    j = k + 1
    while j < len(chunks) and (chunks[j].kind in (ADVERB, QUOTE) or _day(tokens, chunks, j)):
        j += 1
    if j + 1 < len(chunks) and tokens.words[chunks[j].stop - 1] == "'s":
        j += chunks[j + 1].kind == COUNT  # "of the town's nearly 1,000 residents"
    j = _past_aside(tokens, chunks, j)
    if (counted := _after_nouns(tokens, chunks, j)) is not None:
        j = counted
        if own_clause(tokens, chunks, j):
            return []
    if j >= len(chunks) or chunks[j].count is None:
        return []
    found = [j]
    # is it behind "after" or the like, and has "and" been told: "after killing a cook AND a nurse, a man …"?
    opening = k > 0 and tokens.words[chunks[k - 1].first] in _OPENING and chunks[k].kind == VERB
    closed = opening and "and" in tokens.words[chunks[j].first : chunks[j].stop]
    heads = tokens.words[chunks[k].first] == "of" and not any(x.finite for x in chunks[:k])
    while True:
        i = _past_clause(tokens, chunks, _past_phrases(tokens, chunks, found[-1] + 1), found[-1])
        kinds: set[str] = set()
        while i < len(chunks) and chunks[i].kind in (COMMA, AND, ADVERB):
            kinds.add(tokens.words[chunks[i].first] if chunks[i].kind == ADVERB else chunks[i].kind)
            i += 1
        if (
            kinds.isdisjoint((COMMA, AND))
            or "not" in kinds  # "killed 40 people, not 12"
            or "the" in kinds
            and AND not in kinds  # "after the murder of Ana Ruiz, the 15 judges resigned"
            or i >= len(chunks)
            or chunks[i].count is None
            or own_clause(tokens, chunks, i)
            # "the bodies of two men and six boys were found": whose verb it is
            and not (heads and not _speaks(tokens, chunks, i))
            or AND not in kinds  # "wounded 16 soldiers, three critically"
            and not graded(tokens, chunks[found[-1]])
            and graded(tokens, chunks[i])
            or one_who(chunks, i)
            or kinds == {COMMA}
            and _of_name(tokens, chunks, i)
            or closed
            and AND not in kinds
        ):
            more = _past_part(tokens, chunks, found)
            if not more:
                return each_once(tokens, chunks, found)
            i = more
        closed |= opening and AND in kinds
        found.append(i)


def _of_name(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """ "Two sons of Ana Ruiz, MAYOR of Lesk": does the bare noun at chunk i describe the name before it, uncounted?"""
    told, name = chunks[i].count, chunks[i - 2]
    if told is None or told.counted != "named" or told.head != told.first:
        return False
    bare = name.kind == NOUN and chunks[i - 3].kind == PREP and not tokens.capital(chunks[i].first)
    return bare and tokens.capital(name.stop - 1)


def _day(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does a weekday alone stand between the verb and its object: "executed WEDNESDAY two men"?"""
    day = chunks[j].kind == NOUN and tokens.classes[chunks[j].first] & c.WEEKDAY
    return bool(day) and chunks[j].stop - chunks[j].first == 1 and chunks[j - 1].kind == VERB


def _speaks(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Is the group at chunk i who says it: "in the death of Ana Ruiz, Sgt. Omar Belkin SAID"?"""
    verb = chunks[i + 1] if i + 1 < len(chunks) else None
    return verb is not None and verb.kind == VERB and bool(tokens.classes[verb.stop - 1] & c.SAID)


def _past_part(tokens: Tokens, chunks: list[Chunk], found: list[int]) -> int:
    """The group behind what is said of some of those last found, none of whom can be of it: "three soldiers, one of
    them a captain, and TWO CIVILIANS"; else 0."""
    part = found[-1]
    if tokens.words[chunks[part].stop - 1] not in _THEM and not graded(tokens, chunks[part]):
        part += 2  # past the comma
    if part + 3 >= len(chunks) or chunks[part - 1].kind != COMMA or chunks[part].count is None:
        return 0
    if tokens.words[chunks[part].stop - 1] not in _THEM and not graded(tokens, chunks[part]):
        return 0
    i = part + 1
    while i < len(chunks) and chunks[i].kind in (ADVERB, NOUN, COUNT):
        i += 1
    kinds = [x.kind for x in chunks[i : i + 3]]
    if kinds != [COMMA, AND, COUNT] or own_clause(tokens, chunks, i + 2):
        return 0
    one, other = chunks[part - 2].count, chunks[i + 2].count
    return i + 2 if one is not None and other is not None and of_other_kind(one, other) else 0


def _closer(chunks: list[Chunk], i: int) -> int:
    """The chunk that closes the bracket at chunk i, within its reach; 0 where none does."""
    for k in range(i + 1, min(len(chunks), i + _BRACKET)):
        if chunks[k].kind == CLOSE:
            return k
    return 0


def _after_nouns(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The counted group after nouns that nobody counts: "killed supporters, clerks and their two bodyguards"."""
    paired = False  # "men AND women"
    while j + 4 < len(chunks) and [x.kind for x in chunks[j : j + 3 : 2]] == [NOUN, NOUN]:
        pair = chunks[j + 1].kind == AND and bool(
            tokens.classes[chunks[j].stop - 1] & tokens.classes[chunks[j + 2].first] & c.PERSON
        )
        if chunks[j + 1].kind != COMMA and not pair:
            break
        if chunks[j].count is not None:
            return None
        if chunks[j + 2].count is not None:
            break
        paired |= pair
        j += 2
    if j + 2 >= len(chunks) or chunks[j].kind != NOUN or chunks[j].count is not None:
        return None
    i = j + 2
    while i < len(chunks) and chunks[i].kind == ADVERB:
        i += 1
    if i + 1 < len(chunks) and (chunks[i - 1].kind, chunks[i].kind) == (COMMA, AND):
        others = chunks[i + 1]
        many = others.kind == COUNT and others.stop - others.first > 1
        if many and (paired or tokens.words[others.stop - 1] == "others"):
            # "abducted a village head, and about 50 OTHERS"; "men and women, AND TWO CHILDREN"
            return i + 1
    if i >= len(chunks) or chunks[i].count is None:
        return None
    owned = tokens.words[chunks[i].first] in _THEIR  # "the priests, their cook, and her daughter"
    joint = chunks[j + 1].kind
    return (
        i if chunks[i].kind == COUNT and joint == AND or owned and joint in (AND, COMMA) else None
    )


def _past_aside(tokens: Tokens, chunks: list[Chunk], j: int) -> int:
    """The chunk after a phrase set apart by a comma: "murdered, at gunpoint, a nurse"."""
    if j >= len(chunks) or chunks[j].kind != COMMA:
        return j
    i = j + 1
    while i + 2 < len(chunks) and chunks[i].kind == PREP and chunks[i + 1].kind in (NOUN, COUNT):
        i += 2
        while i < len(chunks) and chunks[i].kind == NOUN:  # "in less than 48 hours"
            i += 1
    if j + 1 < i < len(chunks) - 1 and chunks[i].kind == COMMA and chunks[i + 1].count is not None:
        return j if own_clause(tokens, chunks, i + 1) else i + 1
    return j


def _past_phrases(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The chunk after prepositional phrases, short brackets and ages: "two men of Lesk (Orda), 45"."""
    while i + 1 < len(chunks):
        if chunks[i].kind == PREP and chunks[i + 1].kind == NOUN:
            i += 2
        elif chunks[i].kind == OPEN and (close := _closer(chunks, i)):
            i = close + 1
        elif tokens.words[chunks[i].first] in _NAMING and chunks[i + 1].kind == NOUN:
            i += 2  # "a child NAMED ANA DAL (14) and"
        elif chunks[i].kind == COMMA and (
            close := ages_aside(tokens, chunks, i) or supposed(tokens, chunks, i)
        ):
            return close
        elif (
            chunks[i].kind == COMMA
            and chunks[i + 1].kind == NOUN
            and tokens.classes[chunks[i + 1].first] & c.DIGIT
        ):
            i += 2  # an age
        elif _described(tokens, chunks, i):
            i += 2  # "an editor of the Lesk Star, A WEEKLY PAPER, and her driver"
        else:
            return i
    return i


def _described(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does a thing's description by an article stand between the comma at chunk i and ", and"?"""
    inner = chunks[i + 1 : i + 4]
    if chunks[i].kind != COMMA or [x.kind for x in inner] != [NOUN, COMMA, AND]:
        return False
    article = tokens.classes[inner[0].first] & c.ARTICLE
    last = tokens.classes[inner[0].stop - 1]
    return bool(article) and inner[0].count is None and not last & (c.PERSON | c.PERSON_ONE)


def _past_clause(tokens: Tokens, chunks: list[Chunk], i: int, one: int) -> int:
    """The chunk after what the one person at chunk ``one`` was doing: "killed a clerk GOING TO WORK, his son and …"."""
    told = chunks[one].count
    if i >= len(chunks) or told is None or told.value != 1 or chunks[i].kind != VERB:
        return i
    if chunks[i].finite or chunks[i].triggers or not tokens.words[chunks[i].first].endswith("ing"):
        return i
    k = i + 1
    while k < len(chunks) and chunks[k].kind in (NOUN, PREP, ADVERB):
        k += 1
    return k if k < len(chunks) and chunks[k].kind == COMMA else i


def _acts(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Is the past form at chunk i, which might be a participle, a verb with an object or at the end: "and 90 SUFFERED
    heatstroke", "and 30 SURRENDERED"?"""
    word, after = tokens.words[chunks[i].stop - 1], chunks[i + 1 : i + 2]
    past = word.endswith("ed") and not chunks[i].passive and word not in _NAMING
    return past and (not after or after[0].kind in (NOUN, COUNT, STOP))


def own_clause(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is the counted group at chunk j the subject of what follows it ("…, 33 were hurt", "and 33 wounded")?"""
    i = j + 1
    steps = 0
    counted = chunks[j].count
    if tokens.words[chunks[j].first] in _NOMINATIVE:
        return True  # "killing three, and then HE and two others fled"
    several = counted is not None and counted.counted == "number" and counted.value != 1
    while i < len(chunks) and steps < 8:
        steps += 1
        kind = chunks[i].kind
        if kind == VERB and i > j + 1 and _event_in_ing(tokens, chunks, i):
            i += 1  # "killed a clerk and his son in a mass SHOOTING"
            continue
        if kind == VERB:
            if several and tokens.words[chunks[i].first] in _SINGULAR:
                return False  # "who killed his wife and four daughters was"
            named = counted is not None and counted.counted == "named"
            joint = chunks[j - 1].kind == AND or named and chunks[j - 1].kind == COMMA
            if i == j + 1 and joint and _acts(tokens, chunks, i):
                return True  # "leaving 11 shot, GOVERNOR ADA RENN urged people to talk"
            # after a phrase, a bare participle is of its noun: "33 people from a clinic run by nuns"
            bare = i > j + 2 and not tokens.classes[chunks[i].first] & (
                c.AUXILIARY | c.MODAL | c.SAID
            )
            return chunks[i].finite and not bare or bool(chunks[i].triggers)
        if kind == TRIGGER:
            how = i == j + 1 and graded(tokens, chunks[j])  # "six were shot, ONE FATAL"
            return not how and any(t.form == "adjective" for *_, t in chunks[i].triggers)
        if kind == ADVERB:
            i += 1
        elif kind == PREP and i + 1 < len(chunks) and chunks[i + 1].kind in (NOUN, COUNT):
            if tokens.classes[chunks[i].first] & c.SUBORDINATOR:
                return False  # "12 as rescuers dug", "30 after two people died": a clause begins
            if tokens.words[chunks[i].first] == "with":
                return False  # "12 with another 33 injured": the verb is of the second count
            i += 2
        elif kind == COMMA and several and (past := _past_included(tokens, chunks, i)):
            i = past  # "killed five, and 54 villagers, INCLUDING 11 CHILDREN, were hurt"
        elif kind in (COMMA, AND) and counted is not None and counted.value == 1:
            while i < len(chunks) and i < j + _OFFICES and chunks[i].kind in (AND, NOUN, PREP):
                i += 1  # "the mission's head AND CHIEF OF OPERATIONS IN LESK, Ana Ruiz, said"
            comma = i < len(chunks) and chunks[i].kind == COMMA
            return comma and _speaks_past_aside(tokens, chunks, i)
        else:
            return False
    return False


def _event_in_ing(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Is the word in -ing at chunk i a noun, whose group an article opens: "in a drive-by SHOOTING"?"""
    verb, before = chunks[i], chunks[i - 1]
    ing = verb.first == verb.stop - 1 and tokens.words[verb.first].endswith("ing")
    if not ing or before.kind != NOUN or not tokens.classes[before.first] & c.ARTICLE:
        return False
    return i + 1 == len(chunks) or chunks[i + 1].kind not in (NOUN, COUNT)


_ASIDE: Final = frozenset((COUNT, NOUN, AND, PREP, ADVERB, COMMA))


def _past_included(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The verb behind those who are included, between the comma at chunk i and another; 0 where it is no such aside."""
    if i + 1 >= len(chunks) or tokens.words[chunks[i + 1].first] != "including":
        return 0
    for k in range(i + 2, min(len(chunks), i + _BRACKET)):
        if chunks[k].kind == VERB:
            return k if chunks[k - 1].kind == COMMA else 0
        if chunks[k].kind not in _ASIDE:
            break
    return 0


def _speaks_past_aside(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does who stands before the comma at chunk i say something behind it, or behind what sets him apart: "Ana Ruiz,
    the mayor of Lesk, SAID"?"""
    if _begins_saying(tokens, chunks, i + 1):
        return True
    reach = range(i + 1, min(len(chunks), i + _BRACKET))
    closing = next((k for k in reach if chunks[k].kind in (COMMA, STOP)), 0)
    return chunks[closing].kind == COMMA and _begins_saying(tokens, chunks, closing + 1)


def _begins_saying(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Is chunk k a verb of speech, its speaker told before it: "TOLD reporters", not "SAID police"?"""
    if k >= len(chunks):
        return False
    word = tokens.words[chunks[k].first]
    if word == "told":
        return True
    if not chunks[k].finite or not tokens.classes[chunks[k].first] & c.SAID:
        return False
    return word not in _INVERTED or all(x.kind not in (NOUN, COUNT) for x in chunks[k + 1 : k + 2])


def missed(tokens: Tokens, stop: int, passive: bool) -> bool:
    """Does "at" follow the verb that ends at token ``stop``: nothing tells that who "was shot AT by gunmen" was hit."""
    after = tokens.words[stop : stop + 2]
    if after[:1] == ["at"] and (
        len(after) == 1 or after[1] in (".", ",", ";", "and", "but", "by", "from")
    ):
        return True
    return not passive and _fires(tokens, stop)


_TARGETS: Final = frozenset(
    "police him her them us locations places targets houses homes crowd crowds car cars bus vehicle vehicles convoy"
    " patrol checkpoint troops".split()
)
_NEAR: Final = 3  # tokens from "at" to what is shot at


def _fires(tokens: Tokens, stop: int) -> bool:
    """Is somebody or something shot at by those of whom "shot" is told without "was": "a man SHOT AT officers"?"""
    if tokens.words[stop : stop + 1] != ["at"]:
        return False
    for k in range(stop + 1, min(len(tokens), stop + 1 + _NEAR)):
        if tokens.words[k] in _TARGETS or tokens.classes[k] & c.PERSON:
            ends = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.RELATIVE
            return k + 1 == len(tokens) or bool(tokens.classes[k + 1] & ends)  # no "bus stop"
        if tokens.classes[k] & c.PUNCTUATION:
            break
    return False


def counts_after(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Are things, or people told as known or aimed "at", what the verb at chunk k acts on: "a driver killed 40 SHEEP",
    "mourners buried the 12"?"""
    at = k + 1
    if at + 1 < len(chunks) and chunks[at].kind in (PREP, ADVERB):
        first = chunks[at].first
        if not tokens.classes[first] & (c.ARTICLE | c.DETERMINER) and tokens.words[first] != "at":
            return False
        at += 1
    counted = chunks[at].count if at < len(chunks) else None
    if counted is None or counted.counted != "number" or own_clause(tokens, chunks, at):
        return False
    if at == k + 1 and of_things(chunks[at]):
        return True
    return counted.unit == "person" or at == k + 2 and chunks[k + 1].kind == ADVERB
