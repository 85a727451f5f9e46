"""Victims known by name or by a definite description alone: "Ana Ruiz was shot dead", "the driver died".

Each is one person. They are stored, printed only with ``--named``, and stand in a tally only where no number
counts them.
"""

from __future__ import annotations

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    NOUN,
    PREP,
    QUOTE,
    RELATIVE,
    STOP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import not_people
from figures.lexicon import classes as c
from figures.lexicon import person_groups

_DEFINITE = frozenset("the his her their its our my".split())
_PARTICLES = frozenset("al el de la del da dos bin ibn abu van von der ul ur di du y e -".split())
_NO_NAMES = (
    c.PLACE_NOUN
    | c.MONTH
    | c.WEEKDAY
    | c.TIME
    | c.COLLECTIVE
    | c.BUILDING
    | c.HOUSEHOLD
    | c.NUMERAL
)


def person_in(tokens: Tokens, chunk: Chunk, shouted: bool) -> Counted | None:
    """The one person that a noun chunk names, or None.

    ``shouted`` tells that the sentence is in capitals, where a capital letter tells nothing.
    """
    first, stop = chunk.first, chunk.stop
    words, classes = tokens.words, tokens.classes
    if stop - first > 8 or chunk.kind != NOUN or words[stop - 1] == "'s":
        return None
    head = stop - 1
    if words[first] in _DEFINITE:
        if (
            classes[head] & c.PERSON_ONE
            and words[head] not in not_people()
            and "'s" not in words[first:stop]
        ):
            return _one(first, stop, person_groups().get(words[head], ()), head)
        return None
    name = first
    while (
        name < stop
        and (words[name] == "." or classes[name] & (c.TITLE | c.PERSON_ONE | c.DEMONYM))
        and name < stop - 1
    ):
        name += 1  # "Col. Luis Rey", "policeman Ali Talib"
    titled = name > first
    for i in range(name, stop):
        if words[i] in _PARTICLES:
            continue
        if not words[i][0].isalpha() or not tokens.capital(i) or classes[i] & _NO_NAMES:
            return None
        if classes[i] & (c.PERSON | c.DEMONYM | c.SPEAKER) and not titled:
            return None
        if words[i] in not_people() or (shouted and classes[i]):
            return None
    if stop - name < (1 if titled else 2) or classes[name] & c.DETERMINER:
        return None
    return _one(first, stop, person_groups().get(words[first], ()) if titled else (), None)


def _one(first: int, stop: int, groups: tuple[str, ...], head: int | None) -> Counted:
    return Counted(
        first, stop, 1, 1, 1, "exact", (first, stop), "named", "person", head=head, groups=groups
    )


def named_subjects(
    tokens: Tokens, chunks: list[Chunk], k: int, shouted: bool
) -> list[tuple[int, Counted]]:
    """The named people right before the verb group at chunk k: (chunk, person), appositions stepped over."""
    j = k - 1
    steps = 0
    while j >= 0 and steps < 14:
        steps += 1
        chunk = chunks[j]
        if chunk.kind in (ADVERB, QUOTE, RELATIVE, CLOSE):
            j -= 1
        elif (
            chunk.kind == COMMA
        ):  # "Ana Ruiz, the mayor of Lesk, was shot": back to before the apposition
            i = j - 1
            while i >= 0 and chunks[i].kind in (NOUN, PREP, AND, ADVERB) and j - i < 9:
                i -= 1
            if i <= 0 or chunks[i].kind != COMMA:
                return []
            j = i - 1
        elif chunk.kind == NOUN:
            if j and chunks[j - 1].kind == PREP:
                j -= 2
                continue
            person = person_in(tokens, chunk, shouted)
            if person is None:
                return []
            found = [(j, person)]
            if j > 1 and chunks[j - 1].kind == AND and chunks[j - 2].kind == NOUN:
                other = person_in(tokens, chunks[j - 2], shouted)
                if other is not None:
                    found.insert(0, (j - 2, other))
            return found
        elif (
            chunk.kind == VERB
            and any(x.kind == AND for x in chunks[j:k])
            or chunk.kind == AND
            and j == k - 1
        ):
            j -= 1
        else:
            return []
    return []


def named_objects(
    tokens: Tokens, chunks: list[Chunk], k: int, shouted: bool
) -> list[tuple[int, Counted]]:
    """The named people right after the verb group at chunk k."""
    j = k + 1
    while j < len(chunks) and chunks[j].kind in (ADVERB, QUOTE):
        j += 1
    if j >= len(chunks) or chunks[j].kind != NOUN:
        return []
    person = person_in(tokens, chunks[j], shouted)
    if person is None:
        return []
    found = [(j, person)]
    if j + 2 < len(chunks) and chunks[j + 1].kind == AND and chunks[j + 2].kind == NOUN:
        after = chunks[j + 3].kind if j + 3 < len(chunks) else STOP
        other = person_in(tokens, chunks[j + 2], shouted)
        if other is not None and after != VERB:
            found.append((j + 2, other))
    return found
