"""Wholes of which the subject of a verb tells parts: "eight people, including four clerks, were"."""

from __future__ import annotations

from figures.extraction.groups.chunks import AND, COMMA, COUNT, NOUN, PREP, Chunk
from figures.extraction.words.tokens import Tokens


def including(tokens: Tokens, chunks: list[Chunk], j: int) -> int | None:
    """The counted group that is said to include the one at chunk j, or None."""
    if j < 2 or tokens.words[chunks[j - 1].first] != "including":
        return None
    whole = j - 2 - (chunks[j - 2].kind == COMMA)
    return whole if whole >= 0 and chunks[whole].kind == COUNT else None


def whole_of_list(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int | None:
    """The counted group of which a list that ends at chunk j tells parts, though no comma closes it: "eight people,
    including four clerks and two cooks WERE killed". None where those who end the list are too many, or are parted
    from it by a comma ("12 men, including two boys and a girl, and 30 women were"), or where the verb is theirs
    alone ("… and a cook was hurt")."""
    if tokens.words[chunks[k].first] in ("was", "is", "has"):
        return None
    parts: float = 0
    joined = False
    i = j
    while i > 1:
        counted = chunks[i].count
        if chunks[i].kind not in (COUNT, NOUN):
            return None
        parts += counted.value or counted.low or 0 if counted is not None else 0
        left = i - 1
        if tokens.words[chunks[left].first] == "including":
            whole = left - 1 - (chunks[left - 1].kind == COMMA)
            told = chunks[whole].count if whole >= 0 and joined else None
            if told is None or whole and chunks[whole - 1].acting:
                return None  # "killed 12, including two boys and six women were hurt"
            return whole if parts <= (told.value or told.high or told.low or 0) else None
        if chunks[left].kind == PREP:
            i = left - 1  # "a clerk from Lesk"
            continue
        if chunks[left].kind == AND:
            if joined or chunks[left - 1].kind == COMMA:
                return None
            joined = True
            left -= 1
        elif chunks[left].kind == COMMA and joined:
            left -= 1
        else:
            return None
        i = left
    return None
