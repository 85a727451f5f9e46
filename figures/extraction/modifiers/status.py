"""Status: how a count is said: asserted, feared, denied, hypothetical, superseded, retracted.

Modifiers work as in medspaCy's ConText: forward ("feared" before the verb), backward ("… was wrong") and
terminating (a clause boundary between modifier and count ends its reach).
"""

from __future__ import annotations

from functools import cache

from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import CLAUSE, STOP, VERB, Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import load

_REACH = 8  # tokens between "threatened" and what it makes unreal
_COUNTS = frozenset(
    "report reports figure figures toll count counts notice estimate estimates number".split()
)
_ONCE = frozenset("earlier initially previously".split())
_LONG_BEFORE = 12  # tokens from the words that say so to the count
_FIRST = frozenset("earlier initial previous preliminary first".split())
Told = tuple[str, str, int, int] | None  # (value, rule, first token, stop token)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(load("modifiers")[name]).split())


def status_of(
    tokens: Tokens, chunks: list[Chunk], reading: Reading
) -> tuple[str, str, int, int] | None:
    """(status, rule, first, stop) with the tokens that told it, or None for a plain assertion.

    >>> from figures.extraction import extract
    >>> [f.status for f in extract("Up to 40 people are feared dead.")]
    ['feared']
    """
    words = tokens.words
    if reading.superseded:
        return "superseded", "status/superseded", *reading.span
    at = chunks[reading.at]
    by = chunks[reading.by]
    lo, hi = min(at.first, by.first), max(at.stop, by.stop)
    feared, may = _words("feared"), _words("may")
    window = range(max(lo - 4, chunks[0].first), min(hi + 3, chunks[-1].stop))
    for i in window:
        word = words[i]
        if word in feared and (
            lo - 1 <= i < hi + 2 or i + 1 < hi and words[i + 1] in ("dead", "to", "killed", "that")
        ):
            if (
                word == "thought"
                and i > 0
                and words[i - 1] == "is"
                and words[i + 1 : i + 2] == ["he"]
            ):
                continue
            return "feared", "status/feared", i, i + 1
    if by.kind == VERB or by.modal:
        for i in range(by.first, by.stop):
            if words[i] in may:
                later = words[i + 1 : by.stop + 1]
                return ("feared" if "have" in later else "hypothetical"), "status/modal", i, i + 1
            if words[i] in ("would", "will", "should", "shall"):
                return "hypothetical", "status/modal", i, i + 1
        if by.negated:
            return "denied", "status/negated", by.first, by.stop
    told = _governed(tokens, chunks, reading, lo)
    if told:
        return told
    return _earlier(tokens, chunks, at)


def _earlier(tokens: Tokens, chunks: list[Chunk], at: Chunk) -> tuple[str, str, int, int] | None:
    """ "An earlier report of 20 was wrong", "the previous figures were 35 and 82", "before that, nine"."""
    words = tokens.words
    first = max(chunks[0].first, at.first - _LONG_BEFORE)
    before = words[first : at.first]
    for i in range(first, at.first):
        told = words[i]
        follow = words[i + 1 : i + 3]
        if told in _FIRST and any(word in _COUNTS for word in follow):
            wrong = _words("wrong").intersection(words[at.stop : at.stop + _LONG_BEFORE])
            return "retracted" if wrong else "superseded", "status/earlier_count", i, i + 2
        if told in _ONCE and _words("reported").intersection(before):
            return "superseded", "status/earlier_said", i, i + 1
        if told == "before" and follow[:1] in (["that"], ["then"]):
            return "superseded", "status/before_that", i, i + 2
    return None


def _governed(
    tokens: Tokens, chunks: list[Chunk], reading: Reading, lo: int
) -> tuple[str, str, int, int] | None:
    """A verb or conjunction before the count that takes its truth away: denied, threatened, if, plan to."""
    words = tokens.words
    denied, unreal, conditions = _words("denied"), _words("unreal"), _words("conditions")
    start = reading.at if reading.at < reading.by else reading.by
    for j in range(start, -1, -1):
        chunk = chunks[j]
        if chunk.kind == STOP and words[chunk.first] != "-":
            return None
        for i in range(chunk.stop - 1, chunk.first - 1, -1):
            if i >= lo and j != reading.by:
                continue
            word = words[i]
            if word in denied and i < lo:
                return "denied", "status/denied", i, i + 1
            if (
                word in unreal
                and lo - _REACH <= i < lo
                and (
                    "to" in words[i + 1 : lo + 3]
                    or "of" in words[i + 1 : i + 3]
                    or "that" in words[i + 1 : i + 3]
                )
            ):
                return "hypothetical", "status/unreal", i, i + 1
            if word in conditions and chunk.kind == CLAUSE:
                return "hypothetical", "status/condition", i, i + 1
        if chunk.kind == CLAUSE and words[chunk.first] in ("while", "but", "after", "when", "as"):
            return None
    return None
