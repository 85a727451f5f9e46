"""Those told before whom a verb acts on: "a plane with 60 people aboard crashed, killing ALL ON BOARD", "injuring
ALL OF THEM", "the 12 people THEY KILLED"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.aboard import on_board
from figures.extraction.frames.antecedents import PLURAL
from figures.extraction.frames.clauses import subject
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    LEAVING,
    NOUN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_EVERYONE: Final = frozenset("all everyone everybody".split())
_THERE: Final = (
    ["on", "board"],
    ["aboard"],
    ["onboard"],
    ["inside"],
    ["of", "them"],
    ["of", "whom"],
)
CARRYING: Final = frozenset("with carrying carried carry carries ferrying transporting".split())
EXCEPTING: Final = frozenset(("but", "except", "not"))
_JOINT: Final = frozenset(("but", "and"))
_ALL: Final = _EVERYONE | frozenset("every each whole entire".split())
_PAST: Final = frozenset(";:-")  # behind which "all" stands for those told before

_SUBJECTS: Final = frozenset("they it he she we".split())
_WHEN: Final = c.WEEKDAY | c.TIME | c.MONTH


def acted_upon(tokens: Tokens, chunks: list[Chunk], k: int) -> int | None:
    """The chunk right before the pronoun that is the subject of the active verb at chunk k, which has no object:
    "the 12 people THEY KILLED", "dozens of boys IT RESCUED this week"; else None."""
    if k < 2 or chunks[k].passive or chunks[k].to or (told := chunks[k - 2].count) is None:
        return None
    who, after = chunks[k - 1], chunks[k + 1] if k + 1 < len(chunks) else None
    if who.stop - who.first > 1 or tokens.words[who.first] not in _SUBJECTS:
        return None
    if after is not None and after.kind in (NOUN, COUNT):
        if not any(tokens.classes[i] & _WHEN for i in range(after.first, after.stop)):
            return None  # "of the 12 guards they killed two"
    return k - 2 if told.counted == "number" and told.unit == "person" else None


_OF_THOSE_LEFT: Final = frozenset((COUNT, NOUN, TRIGGER, AND, COMMA, ADVERB, PREP))


def left_so(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Does the participle at chunk k tell how those right before it were left, so that no object follows: "the storm
    left a man INJURED and killed two others", "left three dead and six INJURED and forced 40 to flee"?"""
    if k < 2 or chunks[k].main != chunks[k].first or chunks[k - 1].count is None:
        return False
    for i in range(k - 2, -1, -1):
        chunk = chunks[i]
        if chunk.kind == VERB:
            return tokens.words[chunk.stop - 1] in LEAVING
        if chunk.kind not in _OF_THOSE_LEFT:
            break
    return False


_THOSE: Final = frozenset("those people men women children".split())
_WHERE: Final = 7  # chunks back to "those killed" in which it may be told where


def behind_those(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """The verb of "THOSE KILLED in Friday's attack", of "the people WHO DIED in Lesk", or the noun of "THE DEAD in
    Lesk", which ends with chunk k; k if it is no such group."""
    for j in range(k, max(0, k - _WHERE), -1):
        chunk = chunks[j]
        if chunk.kind == TRIGGER:
            where = j == k or chunks[j + 1].kind == PREP  # not "the dead MAN was the suspect"
            return j if where and tokens.words[chunk.first - 1] == "the" else k
        if chunk.kind == VERB:
            those = tokens.words[chunk.first - 1] == "those" or of_whom_told(tokens, chunks, j)
            return j if chunk.triggers and those else k
        if chunk.kind in (COMMA, COUNT, CLAUSE, RELATIVE, STOP):
            break
    return k


def of_whom_told(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does the verb at chunk j tell in a relative clause what befell those before it, whom nobody counts: "the people
    who DIED", "those who WERE KILLED", but not "those who KILLED"?"""
    before = [x.kind for x in chunks[max(0, j - 2) : j]]
    those = tokens.words[chunks[j - 2].stop - 1] if before == [NOUN, RELATIVE] else ""
    if those not in _THOSE and those[-1:] != "s":
        return False  # "the MAN who died was a nurse": he is counted
    return chunks[j].passive or any(x[2].shape == "intransitive" for x in chunks[j].triggers)


def one_word(tokens: Tokens, chunk: Chunk) -> bool:
    """Is it a noun for people, of one word?"""
    person = chunk.kind == NOUN and tokens.classes[chunk.first] & c.PERSON
    return bool(person) and chunk.stop - chunk.first == 1


def one_of_some(chunk: Chunk) -> bool:
    """Does a chunk tell of one out of some who are counted: "ONE OF 200 FAMILIES"?"""
    told = chunk.count
    return told is not None and told.value == 1 and told.whole is not None


def all_of_whom(tokens: Tokens, chunks: list[Chunk], k: int, left: list[int]) -> bool:
    """ "One of two men who WERE shot dead was named", "one of 300 who HAVE been held": all were."""
    who = left == [k - 2] and chunks[k - 1].kind == RELATIVE
    return who and tokens.words[chunks[k].first] in ("were", "are", "have")


def all_told(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The chunks of those for whom "all of them" or "everyone on board" stands behind the verb at chunk k, if any."""
    first = chunks[k].stop
    if first >= chunks[-1].stop or tokens.words[first] not in _EVERYONE:
        return []
    last = chunks[k + 1 : k + 3]
    ends = [x.kind for x in last] == [NOUN, STOP] and last[0].stop == first + 1
    if not any(tokens.words[first + 1 : first + 1 + len(x)] == x for x in _THERE) and not (
        ends and on_board(tokens.words[chunks[0].first : first])  # "60 on board, killing EVERYONE."
    ):
        return []
    return _company(tokens, chunks, k)


def not_excepted(tokens: Tokens, chunks: list[Chunk], left: list[int]) -> list[int]:
    """The groups at these chunks without those of whom the verb is not told."""
    told = [at for at in left if not excepted(tokens, chunks, at)]
    return told or [i for at in left[-1:] for i in but_not(tokens, chunks, at)]


def but_not(tokens: Tokens, chunks: list[Chunk], at: int) -> list[int]:
    """The chunk, as a list of one or of none, of those before the ones set apart at chunk ``at``: "12 PEOPLE, but not
    the driver, died"."""
    k = at - 1
    while k > 1 and chunks[k].kind in (ADVERB, CLAUSE, AND):
        k -= 1
    told = chunks[k - 1].count if k and chunks[k].kind == COMMA else None
    return (
        [k - 1]
        if told is not None and "not" in tokens.words[chunks[k].stop : chunks[at].first]
        else []
    )


def excepted(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """Is the group at chunk ``at`` one that the verb is not told of: "all but THE DRIVER died", "everyone except a
    clerk and A BABY"?"""
    words, first = tokens.words, chunks[at].first
    first -= at > 0 and chunks[at - 1].kind == ADVERB and words[first - 1] != "not"
    if words[first - 1] == "not" and words[first - 2] in _JOINT:
        return True  # "the driver, BUT NOT HIS TWO SONS, died"
    but = False
    for k in range(at - (chunks[at].kind == COUNT), -1, -1):  # "all but four" is a count
        chunk = chunks[k]
        words = tokens.words[chunk.first : chunk.stop]
        but |= "but" in words or "except" in words
        if but and not _ALL.isdisjoint(words):
            return True
        if chunk.kind in (VERB, COMMA, STOP):
            return False
    return False


def all_before(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The same before the verb at chunk k ("six people were in it; ALL ABOARD perished"), if any."""
    end = chunks[k].first
    for there in _THERE:
        first = end - len(there) - 1
        if first >= chunks[0].first and tokens.words[first + 1 : end] == there:
            found = _company(tokens, chunks, k) if tokens.words[first] in _EVERYONE else []
            if there[-1] == "whom" and any(chunks[i].triggers for i in found):
                return []  # "hit six VICTIMS, all of whom should survive": told of already
            return found
    if end - 2 > chunks[0].first and tokens.words[end - 1] in _EVERYONE:
        if tokens.words[end - 2] in _PAST:
            return _company(tokens, chunks, k)  # "there were 12 people in it; ALL DIED"
    return []


def _company(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The nearest group of people before chunk k, with those it is listed with ("62 PASSENGERS AND SIX CREW", "A PILOT
    and four passengers"), who are several and no attackers."""
    for i in range(k - 1, -1, -1):
        told = chunks[i].count
        if told is None or told.high == 0:
            continue
        if "attacker" in told.groups:
            return []
        found = listed_with(tokens, chunks, i)
        if len(found) > 1 or told.value != 1:
            return found
    return []


def listed_with(tokens: Tokens, chunks: list[Chunk], i: int) -> list[int]:
    """The group at chunk i and those before it in its list of people: persons without a number only where a craft
    carries them ("WITH A PILOT and four passengers")."""
    words, found = tokens.words, [i]
    # "five guards AND A COOK" is one group
    closed = "and" in words[chunks[i].first : chunks[i].stop]
    while (k := found[0] - 1) > 0:
        crew = words[chunks[k].stop - 2 : chunks[k].stop] == ["crew", "of"]
        k -= crew  # "11 passengers and A CREW OF two"
        if k < 1 or chunks[k].kind != AND and not (chunks[k].kind == COMMA and closed):
            break
        told = chunks[k - 1].count
        if told is None or told.unit != "person" or told.counted == "named" or told.high == 0:
            break
        found.insert(0, k - 1)
        closed = True
    while len(found) > 1 and not _carried(tokens, chunks[found[0]]):
        told = chunks[found[0]].count
        if len(found) == 2 and told is not None and told.counted == "number":
            break
        del found[0]
    return found


def _carried(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.words[chunk.first - 1] in CARRYING


def gerund(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "Saved 12 from DROWNING", "charged with KILLING": does the verb at chunk k stand right behind a preposition?"""
    return k > 0 and chunks[k - 1].kind == PREP and tokens.words[chunks[k].first].endswith("ing")


def holds_people(chunks: list[Chunk], k: int) -> bool:
    """Does one told by a name or noun alone do what the verb at chunk k tells to people counted right behind it: "a
    GUNMAN HELD 12 pupils", "A TEACHER STABBED seven, none fatally"?"""
    who = chunks[k - 1].count if k else None
    told = chunks[k + 1].count if k + 1 < len(chunks) else None
    if who is None or told is None or who.counted == "number" or told.counted != "number":
        return False
    ends = k + 2 >= len(chunks) or chunks[k + 2].kind in (COMMA, STOP)
    return told.unit == "person" and who.counted == "named" or told.unit is None and ends


def own_bearers(chunks: list[Chunk], k: int, left: list[int]) -> list[int]:
    """Of those before the participle at chunk k, whom it tells of: "three of them WOUNDED", "13 injured men and 19
    people ARRESTED", "two food workers of the charity KILLED"."""
    joints = [x.kind for x in chunks[max(0, k - 3) : k - 1]]
    told = chunks[k - 1].count
    if joints == [COMMA, AND] and told is not None and left[-1:] == [k - 1]:
        if any(x.kind == VERB and x.finite for x in chunks[k + 1 :]):
            return [k - 1]  # "seven residents, and A MAN ABDUCTED but later freed, said"
    some = told is not None and told.of_those
    last = k - 1 if some or not left else left[-1]
    return [at for at in left if at in (last, k - 1) or not (some or chunks[at].triggers)]


_SEVERAL: Final = frozenset("staff crew couple pair police".split())


def agreeing_subject(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The subject of the verb group at chunk k, but for one person alone where the verb is of several: "men held for
    saying that THE MAYOR lied WERE tortured"."""
    found = subject(tokens, chunks, k)
    if len(found) != 1 or tokens.words[chunks[k].first] not in PLURAL:
        return found
    told = chunks[found[0]].count
    if told is None or told.counted != "named" or told.head is None:
        return found
    several = tokens.words[told.head] in _SEVERAL or not tokens.classes[told.head] & c.PERSON_ONE
    joined = any(x.kind == AND for x in chunks[:k])
    return found if several or joined else []


_OF_THE_DEAD: Final = frozenset(
    "lived live belonged belong came come hailed hail worked work served attended studied held had were are left"
    " leave included include appeared appear fell lay bore showed involved"
    " involve concerned occurred happened followed".split()
)


_OBJECTS: Final = (["him"], ["them"], ["me"], ["us"])


def lives(tokens: Tokens, verb: Chunk) -> bool:
    """Is somebody told to have done what the dead do not: "about 50 of them SWAM ashore", "TOOK him away"?"""
    if verb.kind != VERB or verb.passive or verb.main is None or verb.have:
        return False
    if tokens.words[verb.stop : verb.stop + 1] in _OBJECTS:
        return True
    if any(t.category != "rescued" for *_, t in verb.triggers):
        return False
    return tokens.words[verb.main] not in _OF_THE_DEAD


def tells_some(tokens: Tokens, chunks: list[Chunk], at: int, k: int) -> bool:
    """ "SEVEN OF 12 girls RESCUED in Lesk": does the participle at chunk k alone tell what became of the group at chunk
    ``at``, which opens a headline; not "one of three men shot in Lesk was a clerk"?"""
    if at and chunks[at - 1].kind != STOP or chunks[k].passive:
        return False
    if "the" in tokens.words[chunks[at].first : chunks[at].stop]:
        return False  # "three of THE 14 people killed in the blast lived here"
    for chunk in chunks[k + 1 :]:
        word = tokens.words[chunk.first]
        opens = chunk.kind == CLAUSE or tokens.classes[chunk.first] & c.SUBORDINATOR
        if chunk.kind == STOP or opens and word not in ("that", "which", "who"):
            return True
        if chunk.kind == VERB and chunk.finite:
            return False
    return True


def label_beside(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "2 killed 3 injured in a fire", "two staff killed 3 staff injured": two counts with a participle each, and no
    comma between them."""
    before = chunks[k - 1].count if k else None
    after = chunks[k + 1].count
    if before is None or after is None or k + 2 == len(chunks):
        return False
    if after.head is not None:
        if before.head is None or tokens.words[before.head] != tokens.words[after.head]:
            return False
    other = chunks[k + 2]
    bare = other.first == other.main and any(t.shape == "passive" for *_, t in other.triggers)
    return before.counted == "number" and before.unit in (None, "person") and bare


def busy(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does chunk j tell what those just counted were doing: "four farmers TENDING their fields"?"""
    doing = chunks[j]
    if doing.kind != VERB or doing.triggers or chunks[j - 1].kind != COUNT:
        return False
    return doing.first == doing.stop - 1 and tokens.words[doing.first].endswith("ing")
