"""Counts that one speaker after the other tells: "Police said 12 died, WITNESSES SAID 40"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import CLAUSE, COMMA, NOUN, STOP, VERB, Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_BUT: Final = frozenset((";", "and", "but"))
_SPEAKING: Final = frozenset("spoke speak speaks spoken talked talk talks".split())


def says_another(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Does another speaker's number at chunk k end the clause: "; WITNESSES SAID 40", "but others SPOKE OF 40"?"""
    verb = k - 1 - (k > 1 and tokens.words[chunks[k - 1].first] == "of")
    if verb < 3 or not says(tokens, chunks[verb]):
        return False
    joint, who = chunks[verb - 2 : verb]
    after = chunks[k + 1].kind if k + 1 < len(chunks) else STOP
    joins = tokens.words[joint.first] in _BUT or joint.kind == CLAUSE
    joins |= joint.kind == COMMA and any(says(tokens, x) for x in chunks[1 : verb - 2])
    return joins and who.kind == NOUN and who.count is None and after in (STOP, COMMA)


def says(tokens: Tokens, verb: Chunk) -> bool:
    """Does a verb tell that somebody says how many?"""
    if verb.kind != VERB:
        return False
    word = verb.stop - 1
    return bool(tokens.classes[word] & c.SAID) or tokens.words[word] in _SPEAKING
