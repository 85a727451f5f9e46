"""Clauses: who the subject of a verb group is and what its object is, walking over chunks.

Both walks skip what may stand between (adverbs, prepositional phrases, parentheses, relative clauses,
appositions) and stop at whatever begins another clause.
"""

from __future__ import annotations

from figures.extraction.frames.beside import beside, place_named
from figures.extraction.frames.joined import conjuncts_left, each_once
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
    QUOTE,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_BRACKET = 12  # chunks in a bracket that a walk steps over
FAR = 28  # chunks a walk covers at most
# words of the class of prepositions that open a clause, a part or a hedge rather than govern a noun
_NO_GOVERNORS = frozenset(
    "including excluding about over under around after before since until as than".split()
)
_COMPELLED = frozenset("forced compelled obliged ordered told instructed made required".split())
_READ_UNITS = (None, "person", "household", "building")
_PART_WORDS = frozenset("including include includes included among mostly mainly excluding".split())


def is_dash(tokens: Tokens, chunk: Chunk) -> bool:
    """A dash, which parts words as a comma or a bracket does."""
    return chunk.kind == STOP and tokens.words[chunk.first] == "-"


def _opener(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk where the parenthesis that ends at chunk j begins, or None."""
    if chunks[j].kind == CLOSE:
        for i in range(j - 1, max(-1, j - FAR), -1):
            if chunks[i].kind == OPEN:
                return i
        return None
    dash = is_dash(tokens, chunks[j])
    for i in range(j - 1, max(-1, j - FAR), -1):
        kind = chunks[i].kind
        if kind in (CLAUSE, CLOSE) or (kind == STOP and not is_dash(tokens, chunks[i])):
            return None
        if (dash and is_dash(tokens, chunks[i])) or (not dash and kind == COMMA):
            inner = chunks[i + 1]
            word = tokens.words[inner.first]
            if word in (
                "most",
                "some",
                "all",
                "many",
                "half",
                "both",
                "mostly",
                "nearly",
                "almost",
            ):
                return i
            if dash or inner.kind in (RELATIVE, ADVERB, PREP) or word in _PART_WORDS:
                return i
            if inner.kind == VERB and not inner.finite:
                return i
            if inner.kind == COUNT and i + 1 < j and not any(x.kind == VERB for x in chunks[i:j]):
                # an apposition ("12 people, eight men and four women, were") or a list of conjuncts?
                if any(x.kind == AND for x in chunks[i:j]) and chunks[i - 1].kind == COUNT:
                    return i
            if i and _spelled_out(chunks, i, j):
                return i
            if inner.count is not None and inner.count.of_those:
                return i  # "26 nurses, two of them pregnant, were"
            if inner.count is not None and inner.count.value == 1 and i and _apposed(chunks, i, j):
                return i  # "Ana Ruiz, a nurse at the clinic, was"
            if inner.kind == NOUN and any(x.kind == VERB for x in chunks[i:j]):
                return i  # ", officials said,"
            if inner.kind == NOUN and i + 2 == j:
                return i
    return None


def apposition(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The comma that opens the apposition which ends with the comma at chunk j: "one man, its pilot, hurt"."""
    opener = _opener(tokens, chunks, j)
    return opener if opener == j - 2 and chunks[j - 1].kind == NOUN else None


def _spelled_out(chunks: list[Chunk], i: int, j: int) -> bool:
    """Do the groups between two commas add up to the one before them ("two employees, a nurse and a guard, were")?"""
    whole = chunks[i - 1].count
    if whole is None or whole.value is None or whole.value == 1:
        return False
    inner = [x.count for x in chunks[i + 1 : j] if x.kind == COUNT]
    return sum(x.value or 0 for x in inner if x is not None) == whole.value


def _apposed(chunks: list[Chunk], i: int, j: int) -> bool:
    """Do the chunks between two commas describe or name the person before them?"""
    before = i - 1
    while before > 1 and chunks[before].kind == NOUN and chunks[before - 1].kind == PREP:
        before -= 2
    if chunks[before].count is None:
        return False
    return all(x.kind in (COUNT, NOUN, PREP, AND, ADVERB, TRIGGER) for x in chunks[i + 1 : j])


def governed(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is chunk j the object of a preposition other than those that hold a part or a quantity?"""
    if j == 0 or chunks[j - 1].kind != PREP:
        return False
    return tokens.words[chunks[j - 1].first] not in _NO_GOVERNORS


def _stands_alone(chunks: list[Chunk], j: int, k: int) -> bool:
    """People right before a participle are its subject, whatever governs them: "with 33 people hurt"."""
    chunk = chunks[j]
    return (
        all(between.kind == ADVERB for between in chunks[j + 1 : k])
        and not (chunks[k].passive and chunks[k].finite)
        and chunk.count is not None
        and chunk.count.unit in (None, "person", "household", "building")
    )


def _object(chunks: list[Chunk], j: int) -> bool:
    """Is the noun group at chunk j the object of a participle or of a relative clause?"""
    if j < 2 or chunks[j - 1].kind != VERB:
        return False
    verb = chunks[j - 1]
    return chunks[j - 2].kind == RELATIVE or not verb.finite and verb.main is not None


def _phrase(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The chunk before a prepositional phrase of coordinated nouns that ends at chunk j ("from A and the B")."""
    if tokens.classes[chunks[j].stop - 1] & c.PERSON:
        return None
    i = j - 1
    while i > 0 and chunks[i].kind in (AND, NOUN, CLOSE, OPEN):
        i -= 1
    if i > 0 and i < j - 1 and chunks[i].kind == PREP and chunks[j - 1].kind in (AND, CLOSE):
        return i - 1
    return None


def _acted_on(verb: Chunk) -> bool:
    """Does a category's active verb stand before its object?"""
    return (
        verb.kind == VERB
        and not verb.passive
        and any(t.shape == "active" for *_, t in verb.triggers)
    )


def _new_predicate(chunks: list[Chunk], j: int, k: int) -> bool:
    """Do "and", or a comma and an adverb, and no relative, part the verb at chunk k from the group at chunk j?"""
    between = [x.kind for x in chunks[j + 1 : k]]
    if not between or RELATIVE in between:
        return False
    return between[-1] == AND or COMMA in between and between[-1] == ADVERB


def subject(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The counted groups that are the subject of the verb group at chunk k; empty where none is counted.

    "At least 12 people, including three children, were killed" gives the chunk of "At least 12 people".
    """
    j = k - 1
    steps = 0
    loose = False  # one comma may be stepped over
    while j >= 0 and steps < FAR:
        steps += 1
        chunk = chunks[j]
        kind = chunk.kind
        if kind in (ADVERB, QUOTE, RELATIVE):
            j -= 1
        elif kind == COUNT:
            if governed(tokens, chunks, j) and not _stands_alone(chunks, j, k):
                if (
                    tokens.words[chunks[j - 1].first] == "of"
                    and j >= 2
                    and chunks[j - 2].kind == NOUN
                    and tokens.classes[chunks[j - 2].stop - 1] & c.COLLECTIVE
                ):
                    return [j]
                j -= 2
                continue
            if chunk.count is not None and chunk.count.unit not in (
                None,
                "person",
                "household",
                "building",
            ):
                # things between subject and verb: "12 men carrying two crates were"
                if j and chunks[j - 1].kind == VERB and not chunks[j - 1].finite:
                    j -= 2
                    continue
            before = chunks[j - 1] if j else None
            if (
                before is not None
                and before.kind == VERB
                and before.main is None
                and chunk.count is not None
                and chunk.count.unit is None
                and j + 1 != k
            ):
                return []  # a complement: "he was 101 and died"
            if before is not None and _acted_on(before) and _new_predicate(chunks, j, k):
                return []  # an object: "a guard shot two men, then fled"
            return conjuncts_left(tokens, chunks, j)
        elif kind in (NOUN, TRIGGER):
            if j and chunks[j - 1].kind == PREP:
                j -= 2
            elif (
                j == k - 1
                and chunks[j - 1].kind == COUNT
                and tokens.classes[chunks[k].first] & c.SAID
                and chunks[k].triggers
            ):
                j -= 1  # "12 homes officials said were destroyed"
            elif chunk.count is not None and not _object(chunks, j):
                before = chunks[j - 1] if j else None
                if before is None or before.count is None or before.count.value != 1:
                    return conjuncts_left(tokens, chunks, j)
                j -= 1  # "a policeman Ali Talib"
            elif (left := beside(chunks, j)) is not None and not _object(chunks, left):
                return conjuncts_left(tokens, chunks, left)
            elif place_named(tokens, chunks, j):
                j -= 4
            elif (left := _phrase(tokens, chunks, j)) is not None:
                j = left
            elif (
                tokens.classes[chunk.first] & (c.WEEKDAY | c.TIME | c.MONTH)
                and chunk.stop - chunk.first <= 2
            ):
                j -= 1
            elif (
                j
                and chunks[j - 1].kind == VERB
                and not chunks[j - 1].finite
                and chunks[j - 1].main is not None
            ):
                j -= 2  # "12 people attending a wedding were"
            elif j > 1 and chunks[j - 1].kind == VERB and chunks[j - 2].kind == RELATIVE:
                j -= 2  # "12 people who attended a wedding were"
            else:
                return []
        elif kind in (COMMA, CLOSE) or is_dash(tokens, chunk):
            opener = _opener(tokens, chunks, j)
            if opener is not None:
                told = chunks[opener + 1].count if kind == COMMA else None
                if told is not None and told.counted == "article" and _apposed(chunks, opener, j):
                    return conjuncts_left(tokens, chunks, opener + 1)
                j = opener - 1
            elif kind == COMMA and not loose:
                loose = True
                j -= 1
            else:
                return []
        elif kind == VERB:
            compelled = chunks[k].to and j == k - 1 and chunk.passive and chunk.main is not None
            if (
                compelled
                and tokens.words[chunk.main or 0] in _COMPELLED
                or not chunk.finite
                or (j and chunks[j - 1].kind == RELATIVE)
                or (
                    chunks[k].to and j == k - 1 and not chunk.triggers
                )  # "12 people were estimated to be displaced"
                or any(t.form == "past_participle" for *_, t in chunk.triggers)
                and not chunk.passive
                and j + 1 != k
            ):
                j -= 1
            elif (
                any(x.kind == AND for x in chunks[j:k])
                or chunk.passive
                and chunks[k].first == chunks[k].main
            ):
                j -= 1  # "12 people were shot and died": one subject, two predicates
            else:
                return []
        elif kind == AND and j == k - 1 or kind == PREP:
            j -= 1
        else:
            return []
    return []


def objects(tokens: Tokens, chunks: list[Chunk], k: int) -> list[int]:
    """The groups that follow chunk k as its object: the first at once, more joined to it."""
    j = k + 1
    while j < len(chunks) and chunks[j].kind in (ADVERB, QUOTE):
        j += 1
    if j + 1 < len(chunks) and tokens.words[chunks[j].stop - 1] == "'s":
        j += chunks[j + 1].kind == COUNT  # "of the town's nearly 1,000 residents"
    if (
        j < len(chunks)
        and chunks[j].kind == NOUN
        and chunks[j].count is None
        and j + 2 < len(chunks)
        and chunks[j + 1].kind == AND
        and chunks[j + 2].kind == COUNT
    ):
        j += 2  # "killed supporters and two bodyguards"
        if own_clause(tokens, chunks, j):
            return []
    if j >= len(chunks) or chunks[j].count is None:
        return []
    found = [j]
    while True:
        i = _past_phrases(tokens, chunks, found[-1] + 1)
        joined = False
        while i < len(chunks) and chunks[i].kind in (COMMA, AND, ADVERB):
            joined |= chunks[i].kind in (COMMA, AND)
            i += 1
        if (
            not joined
            or i >= len(chunks)
            or chunks[i].count is None
            or own_clause(tokens, chunks, i)
        ):
            return each_once(chunks, found)
        found.append(i)


def _closer(chunks: list[Chunk], i: int) -> int:
    """The chunk that closes the bracket at chunk i, within its reach; 0 where none does."""
    for k in range(i + 1, min(len(chunks), i + _BRACKET)):
        if chunks[k].kind == CLOSE:
            return k
    return 0


def _past_phrases(tokens: Tokens, chunks: list[Chunk], i: int) -> int:
    """The chunk after prepositional phrases, short brackets and ages: "two men of Lesk (Orda), 45"."""
    while i + 1 < len(chunks):
        if chunks[i].kind == PREP and chunks[i + 1].kind == NOUN:
            i += 2
        elif chunks[i].kind == OPEN and (close := _closer(chunks, i)):
            i = close + 1
        elif (
            chunks[i].kind == COMMA
            and chunks[i + 1].kind == NOUN
            and tokens.classes[chunks[i + 1].first] & c.DIGIT
        ):
            i += 2  # an age
        else:
            return i
    return i


def own_clause(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is the counted group at chunk j the subject of what follows it ("…, 33 were hurt", "and 33 wounded")?"""
    i = j + 1
    steps = 0
    while i < len(chunks) and steps < 8:
        steps += 1
        kind = chunks[i].kind
        if kind == VERB:
            # after a phrase, a bare participle is of its noun: "33 people from a clinic run by nuns"
            bare = i > j + 2 and not tokens.classes[chunks[i].first] & (
                c.AUXILIARY | c.MODAL | c.SAID
            )
            return chunks[i].finite and not bare or bool(chunks[i].triggers)
        if kind == TRIGGER:
            return any(t.form == "adjective" for *_, t in chunks[i].triggers)
        if kind == ADVERB:
            i += 1
        elif kind == PREP and i + 1 < len(chunks) and chunks[i + 1].kind in (NOUN, COUNT):
            if tokens.classes[chunks[i].first] & c.SUBORDINATOR and chunks[i + 1].kind == NOUN:
                return False  # "12 as rescuers dug", "30 since troops came": a clause begins
            if tokens.words[chunks[i].first] == "with":
                return False  # "12 with another 33 injured": the verb is of the second count
            i += 2
        else:
            return False
    return False
