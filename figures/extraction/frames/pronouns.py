"""Whom a pronoun stands for: "a gunman attacked a baker, wounding HIM"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.same import is_name
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    RELATIVE,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words, person_groups

PRONOUNS: Final = frozenset("he she him her his them".split())
_SAID_AGAIN: Final = frozenset("man woman boy girl victim child".split())
_SUBJECTS: Final = frozenset("he she".split())
_ARMED: Final = frozenset("police combatant".split())
_BEFORE_SAID: Final = frozenset((ADVERB, PREP, NOUN, CLAUSE, RELATIVE, COUNT))  # "told News 3 that"
_FAR_SAID: Final = 5  # chunks from a clause to the verb that says it


def antecedent(tokens: Tokens, chunks: list[Chunk], at: int) -> int:
    """The chunk of those for whom the pronoun at chunk ``at`` stands in its sentence; ``at`` where they are not told.

    "Gunmen attacked a baker, wounding him": the baker, not whom "by" governs, nor who does it ("a guard shot him").
    """
    words = tokens.words[chunks[at].first : chunks[at].stop]
    word = words[0]
    if not (
        len(words) == 1
        and word in PRONOUNS
        or len(words) == 2
        and words[1] in _SAID_AGAIN
        and word == "the"
    ):
        return at
    if (attacker := _shot_back(tokens, chunks, at)) is not None:
        return attacker
    before = [x for x in chunks[max(0, at - 3) : at - 1] if x.kind != ADVERB][-1:]
    # "a guard ran up, and HE shot him"
    he = any(tokens.words[x.first] in _SUBJECTS for x in before)
    speakers = _speakers(tokens, chunks, at) if len(words) == 2 else (at, at)
    listed = at - 2 if chunks[at - 1].kind == AND else -1  # "the gunman and the boy": two
    for i in range(at - 1, -1, -1):
        told = chunks[i].count
        if (
            i == listed
            or told is None
            or told.unit != "person"
            or tokens.words[chunks[i].first] in PRONOUNS
        ):
            continue
        said_of = [x.kind for x in chunks[i + 1 : i + 3]] == [COMMA, RELATIVE]  # "…, who fled; HE"
        if (
            i
            and chunks[i - 1].kind == PREP
            and is_name(told)
            and _one_told(chunks, i)
            and not said_of
        ):
            continue  # "a man was on a corner of North Lane when HE was shot"
        if _said_to_be(chunks, i) or words[-1] == "victim" and "attacker" in told.groups:
            continue  # "a gunman fired at THE VICTIM, who died"
        if _source(tokens, chunks, i) or speakers[0] <= i < speakers[1]:
            continue  # "according to the coroner, THE MAN died", "the mayor said THE VICTIM had died"
        by = i and tokens.words[chunks[i - 1].first] == "by"
        verb = chunks[at - 1]
        acts = verb.kind == VERB and verb.finite and not verb.passive
        if (
            acts
            and i != (who := _actor(tokens, chunks, at - 1))
            and _same_noun(tokens, told, chunks[who])
        ):
            continue  # "he hurt A GUARD before the guard shot him"
        acts = acts and word not in _SUBJECTS  # "did not know that SHE was hurt"
        acts = acts and (i == _actor(tokens, chunks, at - 1) or he and chunks[i + 1].kind == VERB)
        if by or acts or _other_sex(tokens, told, word) or _where(tokens, chunks, i, at):
            continue
        if (told.value == 1) == (word != "them"):
            return i
    return at


def _same_noun(tokens: Tokens, told: Counted, actor: Chunk) -> bool:
    """Is one told by the noun by which the actor is told, too?"""
    if told.head is None or actor.count is None or actor.count.head is None:
        return False
    return tokens.words[told.head] == tokens.words[actor.count.head]


def _source(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Is something told "according to" the person at chunk i?"""
    return tokens.words[max(0, chunks[i].first - 2) : chunks[i].first] == ["according", "to"]


def _speakers(tokens: Tokens, chunks: list[Chunk], at: int) -> tuple[int, int]:
    """The chunks in which those are told who say what the clause with chunk ``at`` tells, past its "that" and a time:
    "THE CORONER, ANA RUIZ, said on Monday that the man died". An empty range where nobody says it."""
    verb = at - 1
    while verb > max(0, at - _FAR_SAID) and chunks[verb].kind in _BEFORE_SAID:
        verb -= 1
    said = (
        verb >= 0 and chunks[verb].kind == VERB and tokens.classes[chunks[verb].stop - 1] & c.SAID
    )
    if not said:
        return at, at
    first = verb
    while first and not (
        chunks[first - 1].kind in (AND, CLAUSE)
        or chunks[first - 1].kind == VERB
        and (first < 2 or chunks[first - 2].kind != RELATIVE)
    ):
        first -= 1
    return first, verb


def _one_told(chunks: list[Chunk], stop: int) -> bool:
    """Is one person told by an article before chunk ``stop``, or by a name as whom something was done to?"""
    for i, chunk in enumerate(chunks[:stop]):
        told = chunk.count
        if told is None or told.unit != "person" or told.value != 1:
            continue
        if told.counted == "article" or is_name(told) and chunks[i + 1].passive:
            return True  # "OMAR BELKIN WAS SIGNED by Hale Star before his death"
    return False


def _said_to_be(chunks: list[Chunk], i: int) -> bool:
    """ "Omar Belkin WAS A CLERK before his death": is the one at chunk i what somebody told before is?"""
    if i < 2 or chunks[i - 1].kind != VERB or chunks[i - 1].main is not None:
        return False
    who = chunks[i - 2 - (chunks[i - 2].kind == COMMA and i > 2)].count  # "Ana Ruiz, A NURSE, was"
    return who is not None and who.unit == "person" and who.value == 1


def _actor(tokens: Tokens, chunks: list[Chunk], verb: int) -> int:
    """The chunk of who does what the verb tells, past adverbs and phrases: "a guard outside the bank then shot"."""
    while chunks[verb - 1].kind == AND:  # "the cook shot him AND KILLED him"
        verb = next((v for v in range(verb - 1, 0, -1) if chunks[v].kind == VERB), 0)
        if not verb:
            return -1
    i = verb - 1
    while i > 0 and (chunks[i].kind == ADVERB or chunks[i - 1].kind == PREP):
        if chunks[i].kind != ADVERB and tokens.classes[chunks[i - 1].first] & c.SUBORDINATOR:
            break  # "until a cook shot him"
        i -= 1 if chunks[i].kind == ADVERB else 2
    return i


def _shot_back(tokens: Tokens, chunks: list[Chunk], at: int) -> int | None:
    """ "A GUNMAN hurt a clerk before police shot HIM": the attacker told first, whoever he attacked since."""
    if at < 3 or chunks[at - 1].kind != VERB or chunks[at - 1].passive:
        return None
    shooters, when = chunks[at - 2], chunks[at - 3]
    armed = person_groups().get(tokens.words[shooters.stop - 1], ())
    if _ARMED.isdisjoint(armed) or tokens.words[when.first] not in ("before", "until"):
        return None
    for i in range(at - 3):
        told = chunks[i].count
        if told is not None and told.head is not None and tokens.classes[told.head] & c.ATTACKER:
            return i if told.value == 1 else None
    return None


def _where(tokens: Tokens, chunks: list[Chunk], i: int, at: int) -> bool:
    """Is the name at chunk i that of the place where it was: "was taken to Oak Hill, WHERE he died"?"""
    told, before = chunks[i].count, chunks[i - 1] if i else None
    if told is None or not is_name(told) or before is None or before.kind != PREP:
        return False
    return "where" in tokens.words[chunks[i].stop : chunks[at].first]


def _other_sex(tokens: Tokens, told: Counted, pronoun: str) -> bool:
    """Is this a man where the pronoun is a woman's, or a woman where it is a man's?"""
    head = tokens.words[told.head] if told.head is not None else ""
    other = "she" if pronoun in ("he", "him", "his") else "he"
    return pronoun != "them" and head in load_words("people", other)
