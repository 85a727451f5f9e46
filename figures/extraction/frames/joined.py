"""Who stands together: people joined by commas and "and" (who of them is told twice: same.py).

"Ana Ruiz, a nurse, and her driver" are two people; "a nurse, a driver and two guards" are four; "two guards, Ali Talib
and Omar Said, were hurt" are two.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.extraction.frames.antecedents import of_owner
from figures.extraction.frames.asides import ages_aside, is_dash, supposed
from figures.extraction.frames.same import each_once, is_name
from figures.extraction.frames.turned import FATALLY
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
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
from figures.lexicon import load_words

_AGES: Final = frozenset("ages aged age".split())
_AGES_FAR: Final = 8  # chunks between commas that tell ages
_BRACKETS: Final = 14  # chunks in brackets between two conjuncts
_OF_OBJECTS: Final = frozenset((COUNT, NOUN, AND, COMMA, PREP, ADVERB, OPEN, CLOSE))
_SET_APART: Final = frozenset((ADVERB, PREP, COMMA, NOUN, OPEN, CLOSE))
_FAR_WITH: Final = 14  # chunks from the verb to those told to be with its subject
# what a relative clause between two conjuncts is made of
_CLAUSE: Final = frozenset((NOUN, VERB, PREP, ADVERB))
_LONG_CLAUSE: Final = 9  # chunks of it
_FOUND: Final = frozenset("found find finds discovered left leaving leaves".split())
_SAY: Final = frozenset("say says said saying adds added".split())  # no object but a clause follows
_AMONG: Final = frozenset(("including", "among"))
_THOSE: Final = frozenset(("them", "whom", "these"))
_ENDS: Final = frozenset((",", ".", "and", ";", ")"))
_CAUSED: Final = frozenset(("by", "from"))
_LIVING: Final = frozenset("abducted detained refugees evacuated returned rescued".split())
_CAUSE: Final = 4  # tokens of what hurt them: "by a stray bullet"
# "was killed WITH HIS two sons"
_WITH_HIS: Final = (["with", "his"], ["with", "her"], ["with", "their"])
# the last words of "along with", "as well as"
_WITH: Final = frozenset(("with", "as", "alongside"))


_GRADES: Final = ("degrees", "lightly", "shares")  # the lists of modifiers.yaml


def graded(tokens: Tokens, chunk: Chunk) -> str:
    """The word by which alone some of those just counted are told: how badly they are hurt ("…, three critically"),
    or by what ("…, three by gunfire", "…, two from burns")."""
    if chunk.count is None or chunk.count.counted != "number":
        return ""
    words = tokens.words[chunk.stop : chunk.stop + 2]
    if words == ["to", "death"] or words[:1] == ["fatal"] and words[-1] in _ENDS:
        return "fatally"  # "three were stabbed, one to death", "three were shot, one fatal"
    place = words[:1] == ["from"] and len(words) > 1 and tokens.capital(chunk.stop + 1)
    if chunk.count.head is None and words[:1] and words[0] in _CAUSED and not place:
        behind = tokens.words[chunk.stop + 2 : chunk.stop + 2 + _CAUSE]
        return words[0] if any(word in _ENDS for word in behind) else ""
    if words[:1] and any(words[0] in load_words("modifiers", x) for x in _GRADES):
        return words[0] if len(words) == 1 or words[1] in _ENDS else ""
    return ""


@cache
def how_badly() -> frozenset[str]:
    """The words that tell how badly people are hurt: "slightly", "critically", "fatally"."""
    return load_words("modifiers", "degrees") | FATALLY


def otherwise_hurt(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "Two were SERIOUSLY hurt and five SLIGHTLY": is told how badly those at chunk k and those before were hurt?"""
    word = tokens.words[chunks[k].stop]
    grades = how_badly() | load_words("modifiers", "lightly")
    before = tokens.words[chunks[0].first : chunks[k].first]
    return word in grades and word not in before and not grades.isdisjoint(before)


def conjuncts_left(tokens: Tokens, chunks: list[Chunk], j: int) -> list[int]:
    """Chunk j and the groups joined to its left by commas and "and"; indexes in text order."""
    found = [j]
    if _of_whom(tokens, chunks, j):
        return found  # "12 survivors of the crash, SOME OF WHOM are hurt"
    if _behind_objects(chunks, j):
        return found  # "a blast killed five men and three women, and 12 WERE HURT"
    while True:
        i = found[0] - 1
        joined = False
        while i >= 0 and (chunks[i].kind in (COMMA, AND) or chunks[i].kind == ADVERB):
            joined |= chunks[i].kind in (COMMA, AND)
            if joined and tokens.words[chunks[i].first] in how_badly():
                return each_once(tokens, chunks, found)  # "40 were hurt, 12 of them badly, and six"
            i -= 1
        if joined and i > 0 and tokens.words[chunks[i].first] == "aboard":
            i -= 1  # "all 12 aboard and three on the ground"
        if joined:
            i = _before_clause(
                chunks, _before_brackets(tokens, chunks, before_age(tokens, chunks, i))
            )
        if joined and i > 2 and chunks[i - 1].kind == AND and chunks[i - 2].kind in (COMMA, VERB):
            apart = any(x.kind == COMMA for x in chunks[i + 1 : found[0]])
            if apart and chunks[i - 1].stop > chunks[i - 1].first + 1:
                break  # "25 were killed, ALONG WITH TWO GUARDS, and 94 were hurt"
        while i >= 1 and chunks[i].kind in (NOUN, COUNT) and joined:
            digits = tokens.classes[chunks[i].first] & c.DIGIT
            if digits and chunks[i].count is None and i > 1 and chunks[i - 2].kind == PREP:
                i -= 3  # "a man in his 20s and"
            elif _opens_headline(tokens, chunks, i):
                break
            elif of_owner(tokens, chunks, i):
                i -= 3  # "of THE TOWN'S 9,000 PEOPLE, 40 were hurt"
            elif chunks[i - 1].kind == PREP and not _opens_list(tokens, chunks, i):
                i -= 2
            else:
                break
        if joined:
            i = _before_description(tokens, chunks, i)
        if not joined and _named_beside(chunks, found):
            found.insert(0, i)
            break
        if not joined or i < 0 or chunks[i].count is None or _told_by_its_noun(chunks[i]):
            break
        if _of_source(tokens, chunks, i, found[0]):
            break
        if _share_of_place(chunks, i) and not _told_where(chunks, j):
            break  # "three deaths, ONE IN LESK and two in Orda, and 40 people were hurt"
        before = i - 1
        clause = False
        while before >= 0 and chunks[before].kind == ADVERB:
            clause |= tokens.words[chunks[before].first] == "that"
            before -= 1
        if clause:
            found.insert(0, i)  # "confirmed that five women and one man had died"
            break
        if (at := _said_to_be_among(tokens, chunks, before)) is not None:
            if chunks[j - 1].kind == AND and chunks[j - 2].kind == COMMA:
                found = [j]  # "12 died, including two boys and a girl, and 30 were hurt"
                whole = at - 1 - (at > 0 and chunks[at - 1].kind == COMMA)
                ahead = whole - 1 - (whole > 0 and chunks[whole - 1].kind == ADVERB)  # "a total of"
                free = ahead < 0 or chunks[ahead].kind not in (VERB, PREP)
                free = free and not _of_parts(tokens, chunks, whole)
                if free and whole >= 0 and chunks[whole].kind == COUNT:
                    found = [whole, j]  # "12 men, including two boys, and 30 women were hurt"
            break
        some = chunks[before].count if before >= 0 else None
        if some is not None and some.of_those:
            break  # "killed 12, one of them A NURSE, and three were hurt"
        if before >= 0 and tokens.words[chunks[before].stop - 1] in _SAY:
            if (who := chunks[i].count) is not None and not is_name(who):
                found.insert(0, i)  # "police say 12 women and 30 boys were hurt"
            break
        if _opens_headline(tokens, chunks, i):
            found.insert(0, i)
            break
        there = before > 0 and tokens.words[chunks[before - 1].first] == "there"  # "there are …"
        there |= before > 0 and chunks[before].main is None and _losses(tokens, chunks[before - 1])
        if before >= 0 and chunks[before].kind in (VERB, PREP) and not there:
            if (
                _found_so(tokens, chunks, before, j)
                or before == i - 1
                and _opens_list(tokens, chunks, i)
            ):
                found.insert(0, i)
            break  # the object of a verb before it: "killed two soldiers and three were hurt"
        found.insert(0, i)
    return each_once(tokens, chunks, found)


def _of_source(tokens: Tokens, chunks: list[Chunk], i: int, j: int) -> bool:
    """ "According to Ana Ruiz, HIS FORMER WIFE, the driver died", "according to coroner, ANA RUIZ, …": does chunk i,
    only a comma before chunk j, tell who it is that says so?"""
    if i < 3 or chunks[i - 1].kind != COMMA or any(x.kind == AND for x in chunks[i:j]):
        return False
    source, told = chunks[i - 2], chunks[i].count
    if tokens.words[max(0, source.first - 2) : source.first] != ["according", "to"]:
        return False
    if told is None or told.value != 1:
        return False
    if source.count is not None and is_name(source.count):
        return not is_name(told)
    return is_name(told) and bool(tokens.classes[source.stop - 1] & (c.PERSON_ONE | c.ROLE))


def _told_where(chunks: list[Chunk], at: int) -> bool:
    """Does a preposition stand right behind the group of chunk ``at``?"""
    return at + 1 < len(chunks) and chunks[at + 1].kind == PREP


def _share_of_place(chunks: list[Chunk], i: int) -> bool:
    """Is the group at chunk i, behind a joint, so many without a noun, and where they are: "…, ONE IN LESK"?"""
    told = chunks[i].count
    bare = told is not None and told.head is None and told.counted == "number"
    return bare and i > 1 and chunks[i - 1].kind in (COMMA, AND) and _told_where(chunks, i)


def _losses(tokens: Tokens, told: Chunk) -> bool:
    """ "LOSSES were 12 officers and 340 men killed": does a chunk name what then is counted?"""
    return tokens.words[told.stop - 1] in ("losses", "casualties")


def _opens_list(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does chunk i open a list: "including a boy and …", "a storm hit Lesk, WITH 19 MEN and 12 women killed"?"""
    word = tokens.words[chunks[i - 1].first]
    apart = i > 1 and chunks[i - 2].kind == COMMA and chunks[i].count is not None
    return word in _AMONG or word == "with" and apart


def _behind_objects(chunks: list[Chunk], j: int) -> bool:
    """Does ", and" part chunk j from the people whom an active verb before them tells of?"""
    if j < 3 or (chunks[j - 2].kind, chunks[j - 1].kind) != (COMMA, AND):
        return False
    i = j - 3
    while i > max(0, j - _FAR_WITH) and chunks[i].kind in _OF_OBJECTS:
        i -= 1
    return chunks[i].acting


def _of_whom(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Are those at chunk j, behind a comma, some of those told before it?"""
    counted = chunks[j].count
    some = counted is not None and counted.of_those and j and chunks[j - 1].kind == COMMA
    return bool(some) and tokens.words[chunks[j].stop - 1] == "whom"


def _named_beside(chunks: list[Chunk], found: list[int]) -> bool:
    """ "TWO GUARDS Ali Talib and Omar Said were hurt": are they as many as the count right before them says?"""
    before = chunks[found[0] - 1].count if found[0] else None
    if before is None or before.counted != "number" or before.value != len(found):
        return False
    return all((told := chunks[i].count) is not None and is_name(told) for i in found)


def _opens_headline(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """ "Grief as DAD and two sons drown": does "as" open a clause with the bare noun at chunk i, as in headlines?"""
    told = chunks[i].count
    bare = told is not None and told.counted == "named" and told.head == told.first
    return bare and i > 0 and tokens.words[chunks[i - 1].first] in ("as", "after")


def _found_so(tokens: Tokens, chunks: list[Chunk], verb: int, last: int) -> bool:
    """ "Found Omar Said and Ali Talib dead", "left two cooks and a guard KILLED": are all so, up to the last chunk?"""
    after = chunks[last + 1] if last + 1 < len(chunks) else None
    if after is None or tokens.words[chunks[verb].stop - 1] not in _FOUND:
        return False
    if after.kind != TRIGGER and not (after.kind == VERB and after.first == after.main):
        return False
    return any(t.shape in ("adjective", "passive") for *_, t in after.triggers)


def _said_to_be_among(tokens: Tokens, chunks: list[Chunk], i: int) -> int | None:
    """Where the "including" or "among them" begins that ends at chunk i and opens a list of parts, or None."""
    if i > 0 and chunks[i].kind == NOUN and tokens.words[chunks[i].first] in _THOSE:
        i -= 1
    return i if i >= 0 and tokens.words[chunks[i].first] in _AMONG else None


def _of_parts(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does the group at chunk i end a list of parts itself: "40 died, among them a cook and 12 BOYS, including …"?"""
    i -= 1
    while i > 0 and chunks[i].kind in (AND, COMMA, COUNT, ADVERB):
        i -= 1
    return _said_to_be_among(tokens, chunks, i) is not None


def before_age(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The chunk before ages between commas that end at chunk i: "Ana Ruiz, 20 years old, and", "men, 22 and 30,"."""
    k = i
    for j in range(i, max(0, i - _AGES_FAR), -1) if chunks[i].kind == NOUN else ():
        if chunks[j].kind == COMMA:
            if i + 1 in (ages_aside(tokens, chunks, j), supposed(tokens, chunks, j)):
                # "a couple, both in their 50s, and", "a man, believed to be his son, and"
                return j - 1
            break
    if k > 0 and not _is_age(tokens, chunks[k]) and chunks[k].kind == NOUN:
        k -= 1  # "20 YEARS OLD"
    at = i
    while k >= 2 and _is_age(tokens, chunks[k]):
        j = k - 1
        while j > 0 and chunks[j].kind in (COMMA, AND):
            j -= 1
        if j < k - 1:
            at = j
        elif not _is_age(tokens, chunks[j]):
            break
        k = j
    if k < i and tokens.words[chunks[k].first] == "ages" and chunks[k - 1].count is not None:
        return k - 1  # "two men AGES 37 AND 42 were"
    return at


def _is_age(tokens: Tokens, chunk: Chunk) -> bool:
    if chunk.kind != NOUN or chunk.count is not None:
        return False
    word = tokens.words[chunk.first]
    return word in _AGES or bool(tokens.classes[chunk.first] & c.DIGIT) and len(word) < 4


def _before_brackets(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The chunk before the brackets or dashes that close at chunk i; i where none does."""
    if i < 0 or not (chunks[i].kind == CLOSE or is_dash(tokens, chunks[i])):
        return i
    for k in range(i - 1, max(-1, i - _BRACKETS), -1):
        if chunks[k].kind == OPEN if chunks[i].kind == CLOSE else is_dash(tokens, chunks[k]):
            return k - 1
    return i


def _before_clause(chunks: list[Chunk], i: int) -> int:
    """The chunk before the relative clause that ends at chunk i: "two men WHO HAD STOOD THERE and a nurse", but "two
    men who had stood there WERE SHOT and a nurse"."""
    verbs = 0
    last = i
    if i and chunks[i].kind == COUNT and chunks[i - 1].kind == VERB and chunks[i - 1].main is None:
        last = i - 1  # "who was A DEPUTY MAYOR, and"
    for k in range(last, max(0, i - _LONG_CLAUSE), -1):
        verbs += chunks[k].kind == VERB and chunks[k].finite
        if chunks[k].kind == RELATIVE:
            if k == i or verbs != 1:
                return i  # not "a farmer WHOSE WIFE, son and …"
            return k - 1 - (k > 1 and chunks[k - 1].kind == COMMA)
        if chunks[k].kind not in _CLAUSE:
            return i
    return i


def _before_description(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The chunk of those whom the noun at chunk i describes behind a comma: "four men, EMPLOYEES of a mill, and"; i
    where it describes nobody counted."""
    if i < 2 or chunks[i].kind != NOUN or chunks[i].count is not None:
        return i
    told = chunks[i - 2].count
    if chunks[i - 1].kind != COMMA or told is None or told.unit != "person":
        return i
    bits = tokens.classes[chunks[i].stop - 1]
    return i - 2 if bits & (c.PERSON | c.PERSON_ONE) else i


def _told_by_its_noun(chunk: Chunk) -> bool:
    """Is the counted noun a category's own: "13 deaths, 5 people missing"? Not where some of those told are counted:
    "one OF THE INJURED, a nurse, died"."""
    head = chunk.count.head if chunk.count is not None and not chunk.count.of_those else None
    return head is not None and any(
        t.form in ("noun", "nouns") and first <= head < stop and t.category not in _LIVING
        for first, stop, t in chunk.triggers
    )


def _with_his(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """ "WITH HIS two sons", "WITH 12 OF HIS men": do the next ones belong to the one before?"""
    first = chunks[i].first
    if tokens.words[first : first + 2] in _WITH_HIS:
        return True
    told = chunks[i + 1].count if tokens.words[first] == "with" else None
    if told is None or not any(
        tokens.classes[n] & c.PERSON for n in range(told.reported[1], told.stop)
    ):
        return False
    behind = tokens.words[told.reported[1] : told.reported[1] + 2]
    return behind[:1] == ["of"] and ["with", *behind[1:]] in _WITH_HIS


def companions(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The groups told to be with the subject of the verb at chunk k: "was killed along with two guards"."""
    i = k + 1
    while i + 1 < len(chunks) and chunks[i].kind in _SET_APART and i < k + _FAR_WITH:
        if _with_his(tokens, chunks, i):
            break
        i += 1
    if i + 1 < len(chunks) and (
        chunks[i].kind == AND
        and tokens.words[chunks[i].stop - 1] in _WITH
        or _with_his(tokens, chunks, i)
    ):
        i += chunks[i + 1].kind == ADVERB and i + 2 < len(chunks)  # "along with HER two sons"
        after = tokens.words[chunks[i + 1].stop : chunks[i + 1].stop + _SPARED_IN]
        spared = not _SPARED.isdisjoint(after) or ("not" in after and not _HARMED.isdisjoint(after))
        if chunks[i + 1].count is None or spared:
            return []  # "along with five WHO WERE UNHARMED"
        also = [x.kind for x in chunks[i + 2 : i + 4]] == [AND, COUNT]
        if also and not (i + 4 < len(chunks) and chunks[i + 4].kind == VERB):
            return [i + 1, i + 3]  # "along with his brother and three others"
        return [i + 1]
    return []


_SPARED_IN: Final = 5  # tokens behind a group in which it is told that nothing befell it
_SPARED: Final = frozenset("unharmed unhurt uninjured unscathed survived escaped".split())
_HARMED: Final = frozenset("harmed hurt injured wounded killed".split())
