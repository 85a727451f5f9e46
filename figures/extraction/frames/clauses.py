"""Subjects: who the subject of a verb group is, walking over chunks.

The walk skips what may stand between (adverbs, prepositional phrases, parentheses, relative clauses,
appositions) and stops at whatever begins another clause.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.aboard import aboard
from figures.extraction.frames.alone import SOME_OF, of_one, stands_alone
from figures.extraction.frames.antecedents import (
    antecedent_of_who,
    aside_opens,
    bare_participle,
    before_phrase,
    chunk_before,
    conceded,
    cut_off,
    doer_before,
    governed,
    of_others,
    past_clause,
    past_relative,
    past_year,
)
from figures.extraction.frames.asides import (
    FAR,
    apposed,
    is_dash,
    named_aside,
    opener,
    restated,
    said_as,
)
from figures.extraction.frames.beside import (
    before_places,
    beside,
    of_its_owner,
    of_things,
    past_description,
    past_initials,
    pronoun_subject,
    whom_one,
)
from figures.extraction.frames.crossed import (
    as_headline,
    befell,
    companion,
    doing,
    later,
    new_predicate,
    object_of_doing,
    one_named,
    own_subject,
    past_state,
    person_behind,
)
from figures.extraction.frames.including import including, whole_of_list
from figures.extraction.frames.joined import before_age, conjuncts_left
from figures.extraction.frames.same import one_who
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    QUOTE,
    RELATIVE,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.groups.named import SELVES
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_COMPELLED: Final = frozenset(
    "forced compelled obliged ordered told instructed made required".split()
)
_PLURAL: Final = frozenset(("were", "are", "have"))  # "Omar Said, a clerk, and his mother, were"

# before "being": the subject is that of the clause before
_EARLIER: Final = frozenset(("before", "until"))


def _object(chunks: list[Chunk], j: int) -> bool:
    """Is the noun group at chunk j the object of a participle or of a relative clause?"""
    if j < 2 or chunks[j - 1].kind != VERB:
        return False
    verb = chunks[j - 1]
    return chunks[j - 2].kind == RELATIVE or not verb.finite and verb.main is not None


def _kills(verb: Chunk) -> bool:
    """Does an active verb tell that somebody killed?"""
    return verb.acting and any(t.category == "killed" for *_, t in verb.triggers)


_RELATIVES: Final = frozenset("who that which".split())


def _doer(tokens: Tokens, chunks: list[Chunk], j: int) -> list[int]:
    """The subject of the clause that ends before chunk j, its main verb the last that is finite and in no
    relative clause: "a man stabbed two guards BEFORE he was shot"."""
    for v in range(j - 1, -1, -1):
        if chunks[v].kind != VERB or not chunks[v].finite or chunks[v - 1].kind == RELATIVE:
            continue
        joined = chunks[v - 1].kind == AND
        who = subject(tokens, chunks, v)
        if joined and who and any(x.acting for x in chunks[: who[0]]):
            continue  # "he killed a cook, a nurse AND HURT nine before being shot": none of those
        if who or not joined:
            return who
    first = next((v for v in range(1, j) if chunks[v].kind == VERB), 0)
    one = chunks[first - 1].count if first else None
    if (
        one is not None
        and one.value == 1
        and not chunks[first].passive
        and not chunks[first].triggers
    ):
        return [first - 1]  # "A MAN opened fire, killing four, before he was shot dead"
    return []


def subject(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The counted groups that are the subject of the verb group at chunk k; empty where none is counted.

    "At least 12 people, including three children, were killed" gives the chunk of "At least 12 people".
    """
    j = k - 1
    if j > 0 and tokens.words[chunks[j].first] in SELVES and pronoun_subject(tokens, chunks[j - 1]):
        j -= 1  # "he HIMSELF was killed"
    if j >= 0 and chunks[j].kind == PREP and tokens.words[chunks[k].first] == "being":
        earlier = tokens.words[chunks[j].first] in _EARLIER
        return _doer(tokens, chunks, j) if earlier else []  # "robbed a bank before being shot"
    if j > 0 and tokens.words[chunks[j].first] == "of" and bare_participle(chunks[k]):
        return []  # "12 clerks, and the number OF INJURED rose"
    called = chunks[k].first == chunks[k].main and any(
        x.form == "base" for *_, x in chunks[k].triggers
    )
    if j >= 0 and chunks[j].kind == QUOTE and called:
        return []  # 'one of them yelled "DIE, guards!"'
    steps = 0
    loose = False  # one comma may be stepped over
    while j >= 0 and steps < FAR:
        steps += 1
        chunk = chunks[j]
        kind = chunk.kind
        if kind in (COUNT, NOUN) and j > 3 and of_its_owner(tokens, chunks, j):
            return []
        if kind in (COUNT, NOUN) and (whole := whole_of_list(tokens, chunks, j, k)) is not None:
            j = whole
            continue
        if kind == COMMA and (past := conceded(tokens, chunks, j)) < j:
            j = past
            continue
        if kind == RELATIVE and loose and (opened := aside_opens(chunks, j)):
            j = opened - 1  # "a man, shot by a clerk who went on a spree, died"
            continue
        if kind == RELATIVE and (who := antecedent_of_who(tokens, chunks, j)):
            return who
        if kind == RELATIVE and j and of_others(tokens, chunks, j, k):
            return []
        if kind == VERB and (past := past_clause(tokens, chunks, j, k)) < j:
            j = past
            continue
        if kind in (ADVERB, QUOTE, RELATIVE):
            j -= 1
        elif kind == COUNT and one_who(chunks, j) and chunks[max(0, j - 2)].count is not None:
            j -= 2  # "two women, one who was pregnant, were"
        elif kind == COUNT and (one := of_one(tokens, chunks, j, k)) < j:
            j = one  # "the captain of a ship with 20 crew drowned"
        elif kind == COUNT:
            if (whole := including(tokens, chunks, j)) is not None:
                apart = chunks[j - 2].kind == COMMA or chunk.count and chunk.count.unit is None
                if j == k - 1 and apart and bare_participle(chunks[k]):
                    return [j]  # "25 casualties, including nine killed"
                j = whole  # "seven people, including a clerk were": the comma behind is left out
                continue
            if (whole := said_as(tokens, chunks, j)) is not None:
                j = whole  # "900 families comprising 4,500 people were"
                continue
            if j > 1 and tokens.words[chunks[j - 1].first] == "with" and companion(chunks, j):
                return [*conjuncts_left(tokens, chunks, j - 2), j]  # "a mother with a baby were"
            if aboard(tokens, chunks, j, k):
                return [j]
            if governed(tokens, chunks, j) and not stands_alone(tokens, chunks, j, k):
                if tokens.words[chunks[j - 1].first] == "with" and not chunks[k].finite:
                    return []  # "with some in tents or having gone home"
                if tokens.words[chunks[max(0, j - 2)].stop - 1] == "condition":
                    return [j]  # "the condition of four of them was critical"
                if (
                    tokens.words[chunks[j - 1].first] == "of"
                    and j >= 2
                    and chunks[j - 2].kind == NOUN
                    and tokens.classes[chunks[j - 2].stop - 1] & c.COLLECTIVE
                    and tokens.words[chunks[j - 2].stop - 1] not in SOME_OF
                ):
                    return [j]
                j = chunk_before(tokens, chunks, j) - 1
                continue
            if (past := object_of_doing(tokens, chunks, j, k)) < j:
                j = past  # "12 men carrying two crates were", "a man accused of killing two clerks was"
                continue
            before = chunks[j - 1] if j else None
            if before is not None and before.kind == ADVERB and j > 1:
                before = chunks[j - 2]  # "killed A TOTAL OF 12"
            if (
                before is not None
                and before.kind == VERB
                and before.main is None
                and chunk.count is not None
                and chunk.count.unit is None
                and any(x.kind != ADVERB for x in chunks[j + 1 : k])
            ):
                return []  # a complement: "he was 101 and died"
            if chunks[k].finite and (past := past_relative(tokens, chunks, j, k)) < j:
                j = past  # "a man who tried to rob a clerk was shot"
                continue
            if before is not None and chunks[k].finite and before.acting:
                relative = j > 1 and tokens.words[chunks[j - 2].first] in _RELATIVES
                bare = chunk.count is not None and chunk.count.head is None
                if relative and (chunks[k].passive or bare or not bare_participle(chunks[k])):
                    # "a man who stabbed two guards was shot", "… died", "who stabbed 2 shot"
                    j -= 3
                    continue
                if new_predicate(chunks, j, k):
                    # an object: "a guard shot two men, then fled"
                    return subject(tokens, chunks, j - 1) if chunks[k].passive else []
            if before is not None and cut_off(tokens, chunks, j, k):
                # "robbers tied up two sailors and escaped"
                return doer_before(chunks, j - 1) if chunks[k].passive else []
            return conjuncts_left(tokens, chunks, j)
        elif kind in (NOUN, TRIGGER):
            if pronoun_subject(tokens, chunk):
                if chunk.count is None:
                    return []  # "they shot four people before they were arrested"
                if chunks[k].passive and j and tokens.words[chunks[j - 1].first] in _EARLIER:
                    if (who := _doer(tokens, chunks, j - 1)) or any(map(_kills, chunks[:j])):
                        return who  # "he killed two before he was shot": not one of the two
                return [j]
            noun = past_year(tokens, chunks, j)
            after = noun > 0 and chunks[noun].kind == NOUN and chunks[noun - 1].kind == PREP
            if after and (chunk.count is None or tokens.words[chunk.first] != "the"):
                j = noun - 2  # "in their 20s", but "during the attack THE DRIVER was shot"
            elif j and chunks[j - 1].kind == PREP:
                if chunk.count is not None and befell(tokens, chunks, j, k):
                    return [j]
                if j == k - 1 and person_behind(tokens, chunks, j):
                    return [j] if chunk.count is not None else []
                if j == k - 1 and own_subject(tokens, chunks, j):
                    return []  # "three were rescued after A SLOPE COLLAPSED"
                j -= 2
            elif (
                0 < j == k - 1
                and chunks[j - 1].kind == COUNT
                and tokens.classes[chunks[k].first] & c.SAID
                and chunks[k].triggers
            ):
                return [j - 1]  # "12 homes officials said were destroyed"
            elif (aged := before_age(tokens, chunks, j)) < j:
                j = aged  # "Omar Belkin, 72, who …, was"
            elif kind == TRIGGER and (past := past_state(tokens, chunks, j, k)) < j:
                j = past
            elif kind == NOUN and (described := past_description(tokens, chunks, j)) < j:
                j = described
            elif j == k - 1 and one_named(tokens, chunks, j):
                j -= 1  # "an eight-year-old boy HASAN was"
            elif chunk.count is not None and not _object(chunks, j):
                before = chunks[j - 1] if j else None
                if before is None or before.count is None or before.count.value != 1:
                    return conjuncts_left(tokens, chunks, j)
                j -= 1  # "a policeman Ali Talib"
            elif (past := past_initials(tokens, chunks, j)) < j:
                j = past  # "two constables of the Lesk (LK) POLICE were"
            elif (left := beside(chunks, j)) is not None and not _object(chunks, left):
                acting = left and chunks[left - 1].acting and chunks[k].finite
                if acting and not tokens.classes[chunks[left - 1].stop - 1] & c.SAID:
                    return []  # "killed 12 people and the crew were hurt"
                if not (of_things(chunks[left]) and governed(tokens, chunks, left)):
                    return conjuncts_left(tokens, chunks, left)
                # "486 people in 139 cities and towns were"
                j = chunk_before(tokens, chunks, left) - 1
            elif (where := before_places(tokens, chunks, j)) is not None:
                j = where
            elif (left := before_phrase(tokens, chunks, j)) is not None:
                j = left
            elif (tokens.classes[chunk.first] | tokens.classes[chunk.stop - 1]) & (
                c.WEEKDAY | c.TIME | c.MONTH
            ) and chunk.stop - chunk.first <= 2:
                j -= 1
            elif (
                j
                and chunks[j - 1].kind == VERB
                and (
                    not chunks[j - 1].finite
                    or tokens.words[chunk.first].endswith(("self", "selves"))
                )
                and (chunks[j - 1].main is not None or chunks[j - 1].to)
            ):
                j -= 2  # "12 people attending a wedding were", "two men thought to be guards were"
            elif j > 1 and chunks[j - 1].kind == VERB and chunks[j - 2].kind == RELATIVE:
                j -= 2  # "12 people who attended a wedding were"
            elif j > 1 and chunks[j - 1].kind == RELATIVE:
                j -= 1  # "12 people who work at a base were": a verb that is a noun elsewhere
            elif (
                (chunks[k].passive or later(tokens, chunks, k))
                and j > 1
                and chunks[j - 1].kind == VERB
                and chunks[j - 1].finite
                and any(x.kind == AND for x in chunks[j:k])
            ):
                j -= 1  # "a man opened the door and was shot", "… and later died"
            else:
                return []
        elif kind in (COMMA, CLOSE) or is_dash(tokens, chunk):
            if j == k - 1 and (named := named_aside(tokens, chunks, j)) is not None:
                return conjuncts_left(tokens, chunks, named)
            at = opener(tokens, chunks, j)
            if at == j - 2 and restated(tokens, chunks, j - 1):
                return [j - 1]
            if at is not None:
                told = chunks[at + 1].count if kind == COMMA else None
                if told is not None and told.counted == "article" and apposed(chunks, at, j):
                    last = chunks[j - 1].count
                    also = last is not None and any(x.kind == AND for x in chunks[at:j])
                    more = [j - 1] if also and tokens.words[chunks[k].first] in _PLURAL else []
                    return conjuncts_left(tokens, chunks, at + 1) + more
                j = at - 1
            elif kind == COMMA and not loose:
                loose = True
                j -= 1
            else:
                return []
        elif kind == VERB:
            if j > 1 and chunks[k].finite and whom_one(tokens, chunks, j):
                j -= 2  # "a cousin HE WAS HELPING was killed"
                continue
            if j > 1 and j == k - 1 and tokens.classes[chunk.stop - 1] & c.SAID:
                if [x.kind for x in chunks[j - 2 : j]] == [COUNT, NOUN] and chunks[k].finite:
                    return [j - 2]  # "12 homes officials say were destroyed"
            compelled = chunks[k].to and j == k - 1 and chunk.passive and chunk.main is not None
            # "12 people were estimated to be displaced"
            if (
                compelled
                and tokens.words[chunk.main or 0] in _COMPELLED
                or not chunk.finite
                or (j and chunks[j - 1].kind == RELATIVE)
                or (
                    # "were said ON MONDAY to have died"
                    chunks[k].to
                    and (j == k - 1 or chunks[k].have and chunk.passive)
                    and not chunk.triggers
                )
                or any(t.form == "past_participle" for *_, t in chunk.triggers)
                and not chunk.passive
                # "one of the four injured has died", "those injured died": no two finite verbs stand together
                and (j + 1 != k or chunks[k].finite)
                or as_headline(chunks, j, k)
            ):
                j -= 1
            elif (
                any(x.kind == AND for x in chunks[j:k])
                or chunks[k].finite
                and "but" in tokens.words[chunks[j].stop : chunks[k].first]  # "was found, but died"
                or chunk.passive
                and chunks[k].first == chunks[k].main
            ):
                j -= 1  # "12 people were shot and died": one subject, two predicates
            else:
                return []
        elif kind == CLAUSE and not chunks[k].to and doing(tokens, chunk, chunks[j + 1]):
            j -= 1  # "a clerk was shot while driving and died"
        elif (
            kind == PREP
            or (kind == AND or tokens.words[chunk.first] == "but")  # "was flown out, but died"
            and all(x.kind == ADVERB for x in chunks[j + 1 : k])
        ):
            j -= 1
        else:
            return []
    return []
